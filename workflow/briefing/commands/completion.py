"""Set last year's targets against the results that this year's report tells: 完成情况, only where comparable."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.commands.options import add_files, add_output, read_cleaned
from briefing.compare import Year, complete, why_not
from briefing.files import read_json, read_rows, write_rows
from briefing.model import Completion, Grouping, Metric, Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """This year's tables, the folder of last year's report when there is one, and the table to write."""
    add_files(parser, "cleaned", "report", "metrics", "groupings")
    parser.add_argument(
        "--last",
        type=Path,
        metavar="FOLDER",
        help="output/<id> of last year's report of the same place; none writes no row",
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    rows: tuple[Completion, ...] = ()
    if given.last is None:
        print("No report of last year: no target to set results against.")
    else:
        last = _year(given.last / "cleaned.txt", given.last / "report.json", given.last / "metrics.csv")
        this = _year(given.cleaned, given.report, given.metrics)
        rows = complete(last, this, read_rows(given.groupings, Grouping))
        print(
            why_not(last.report, this.report) or f"{len(rows)} targets of {last.report.report_id} have a result here."
        )
    write_rows(given.output, Completion, rows)


def _year(cleaned: Path, report: Path, metrics: Path) -> Year:
    return Year(read_cleaned(cleaned), read_json(report, Report), read_rows(metrics, Metric))
