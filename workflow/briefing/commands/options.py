"""The options that several commands share: files of one report, each by the same name everywhere."""

from __future__ import annotations

import argparse
import json
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path

from briefing.errors import BriefingError

FILES = {
    "cleaned": "cleaned.txt, the text that all offsets refer to",
    "report": "report.json, the parsed report",
    "metrics": "metrics.csv",
    "findings": "findings.csv",
    "comparisons": "comparisons.csv",
    "groupings": "groupings.csv",
    "charts": "charts.json, what each chart shows",
    "assignments": "assignments.csv, what an office filled in beside tasks",
    "review": "review.csv, what became of each edit in the reviewed workbook",
    "remarks": "remarks.csv, what a reviewer noted beside rows",
    "brief": "briefs/<n>.json, the story of one area",
    "summary": "summaries/<n>.docx",
    "deck": "decks/<n>.pptx",
    "audit": "audits/<n>.json",
    "products": "products.json, which areas, charts and packs the report leads to",
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


def program_version() -> str:
    """The version of this program, as documents and manifests tell it."""
    return metadata.version("briefing")


def read_bytes(path: Path) -> bytes:
    """The bytes of a file that an earlier stage or a person made."""
    try:
        return path.read_bytes()
    except OSError as error:
        raise BriefingError(f"{path}: cannot be read ({error.strerror}); run the stage that makes it again.") from error


def read_given(path: Path) -> bytes:
    """The bytes of a file from outside; a link that leads out of its folder is not followed."""
    refuse_foreign_link(path)
    return read_bytes(path)


def refuse_foreign_link(path: Path) -> None:
    """BriefingError for a link to a file elsewhere: what lies in a data folder must not make us read, and pack, another file."""
    if path.is_symlink() and path.parent.resolve() not in path.resolve().parents:
        raise BriefingError(f"{path}: is a link that leads out of its folder; put the file itself there.")


def read_cleaned(path: Path) -> str:
    """cleaned.txt as it was written: offsets count on every character, line ends included."""
    return read_bytes(path).decode("utf-8")


_DEEPEST = 20  # levels of a yaml that a person wrote; three are usual


def read_settings(path: Path) -> dict[str, object]:
    """The names and values of a YAML file that a person wrote; an empty file holds none."""
    import yaml  # noqa: PLC0415 -- few commands read one

    try:
        text = read_given(path).decode("utf-8-sig")
        depth = 0
        for event in yaml.parse(
            text, yaml.SafeLoader
        ):  # one after another: what is hostile ends here, not in the loader
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if depth > _DEEPEST or isinstance(event, yaml.AliasEvent):
                what = "repeats a part by *name" if depth <= _DEEPEST else f"has more than {_DEEPEST} levels"
                raise BriefingError(
                    f"{path}: {what}, which grows without bounds; write it out, one “name: value” a line."
                )
        told = yaml.safe_load(text)
    except (UnicodeDecodeError, ValueError, RecursionError, yaml.YAMLError) as error:
        where = getattr(error, "problem_mark", None)
        line = f", line {where.line + 1}" if where else ""
        raise BriefingError(f"{path}{line}: is not valid YAML in UTF-8; write one “name: value” a line.") from error
    if told is None:
        return {}
    if not isinstance(told, dict):
        raise BriefingError(
            f"{path}: holds {type(told).__name__}, not names and values; write one “name: value” a line."
        )
    return told
