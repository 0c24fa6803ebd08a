"""Find every metric in the cleaned text, with its exact place, and what a person should look at."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.commands.options import add_files, read_cleaned
from briefing.errors import BriefingError
from briefing.extract import extract_metrics
from briefing.files import read_json, write_rows
from briefing.model import Finding, Metric, Numeral, Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The parsed report, and the three tables to write."""
    add_files(parser, "cleaned", "report")
    for name in ("metrics", "findings", "numerals"):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="PATH", help=f"the table of {name} to write")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    report = read_json(given.report, Report)
    found = extract_metrics(read_cleaned(given.cleaned), report)
    if len(found.numerals) != report.numerals:
        raise BriefingError(
            f"{given.report} counts {report.numerals} numerals, but {given.cleaned} holds {len(found.numerals)}; the two are not of"
            " one reading: run parse again."
        )
    write_rows(given.metrics, Metric, found.metrics)
    write_rows(given.findings, Finding, found.findings)
    write_rows(given.numerals, Numeral, found.numerals)
    counts = ", ".join(f"{name} {count}" for name, count in found.counts.items())
    print(f"{len(found.metrics)} metrics, {len(found.findings)} findings ({counts}).")
