"""Read a report file; write its cleaned text, its structure and the list of its areas."""

from __future__ import annotations

import argparse
from dataclasses import dataclass
from pathlib import Path

from briefing.files import write_json, write_rows, write_text
from briefing.given import read_settings, refuse_foreign_link
from briefing.parse import read_report


@dataclass(frozen=True)
class AreaRow:
    """A row of areas.csv."""

    part: str
    area: int
    title: str


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report as it comes, what a person wrote beside it, and the three files to write."""
    parser.add_argument(
        "--source", type=Path, required=True, metavar="PATH", help="the report as it comes; its stem is its id"
    )
    parser.add_argument(
        "--facts", type=Path, metavar="PATH", help="<id>.yaml: title, place, plan year … where the text does not tell"
    )
    for name in ("cleaned", "report", "areas"):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="PATH", help=f"the {name} file to write")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    refuse_foreign_link(given.source)
    cleaned, report = read_report(given.source, given.source.stem, read_settings(given.facts) if given.facts else {})
    areas = [AreaRow(part.kind, area.number, area.title) for part in report.parts for area in part.areas]
    write_text(given.cleaned, cleaned)
    write_json(given.report, report)
    write_rows(given.areas, AreaRow, areas)
    plan = sum(row.part == "plan" and row.area > 0 for row in areas)
    print(f"{report.report_id}: {report.title}, {len(report.paragraphs)} paragraphs, {plan} work areas.")
