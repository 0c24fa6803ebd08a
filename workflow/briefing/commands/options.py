"""The options that several commands share: files of one report, each by the same name everywhere."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from functools import cache
from importlib import metadata
from pathlib import Path

from briefing.given import read_bytes

FILES = {
    "cleaned": "cleaned.txt, the text that all offsets refer to",
    "report": "report.json, the parsed report",
    "metrics": "metrics.csv",
    "findings": "findings.csv",
    "comparisons": "comparisons.csv",
    "groupings": "groupings.csv",
    "completions": "completions.csv, last year's targets against this year's results",
    "charts": "charts.json, what each chart shows",
    "assignments": "assignments.csv, what an office filled in beside tasks",
    "review": "review.csv, what became of each edit in the reviewed workbook",
    "remarks": "remarks.csv, what a reviewer noted beside rows",
    "brief": "briefs/<n>.json, the story of one area",
    "summary": "summaries/<n>.docx",
    "deck": "decks/<n>.pptx",
    "audit": "audits/<n>.json",
    "products": "products.json, which areas and packs the report leads to",
    "template": "the template to fill",
}


def add_files(parser: argparse.ArgumentParser, *names: str) -> None:
    """Add ``--<name> PATH`` for each of ``names``."""
    for name in names:
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="PATH", help=FILES[name])


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add ``--output PATH`` for a command that writes one file."""
    parser.add_argument("--output", type=Path, required=True, metavar="PATH", help="the file to write")


def add_settings(parser: argparse.ArgumentParser) -> None:
    """Add ``--settings JSON``: a section of workflow/config.yaml."""
    parser.add_argument("--settings", type=_mapping, default={}, metavar="JSON", help="settings as a JSON object")


def _mapping(text: str) -> Mapping[str, object]:
    value = json.loads(text)
    if not isinstance(value, dict):
        raise argparse.ArgumentTypeError(f"{text!r} is no JSON object")
    return value


@cache
def program_version() -> str:
    """The version of this program, as documents and manifests tell it."""
    return metadata.version("briefing")


def read_cleaned(path: Path) -> str:
    """cleaned.txt as it was written: offsets count on every character, line ends included."""
    return read_bytes(path).decode("utf-8")
