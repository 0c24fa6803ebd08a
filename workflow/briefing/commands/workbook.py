"""Write metrics.xlsx: the metrics, pairs, findings and tasks of a report, for people to read and to correct."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.commands.options import add_files, add_output, read_cleaned
from briefing.compare import unsure_pairs
from briefing.files import read_json, read_rows, write_bytes
from briefing.model import Assignment, Brief, Comparison, Completion, Finding, Grouping, Metric, Outcome, Remark, Report
from briefing.pack import Found, workbook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's tables as they hold now, the folder with those that the program found, and the Briefs in order."""
    add_files(
        parser,
        "cleaned",
        "report",
        "metrics",
        "comparisons",
        "groupings",
        "assignments",
        "remarks",
        "review",
        "completions",
    )
    parser.add_argument(
        "--found", type=Path, required=True, metavar="FOLDER", help="found/, what the program says by itself"
    )
    parser.add_argument(
        "--briefs", type=Path, nargs="+", required=True, metavar="PATH", help="briefs/<n>.json in order"
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    report, metrics = read_json(given.report, Report), read_rows(given.metrics, Metric)
    pairs = read_rows(given.found / "comparisons.csv", Comparison)
    found = Found(
        read_rows(given.found / "metrics.csv", Metric),
        pairs,
        read_rows(given.found / "groupings.csv", Grouping),
        (*read_rows(given.found / "findings.csv", Finding), *unsure_pairs(report, metrics, pairs)),
        read_rows(given.assignments, Assignment),
        read_rows(given.remarks, Remark),
    )
    content = workbook(
        read_cleaned(given.cleaned),
        report,
        metrics,
        read_rows(given.comparisons, Comparison),
        read_rows(given.groupings, Grouping),
        [read_json(path, Brief) for path in given.briefs],
        found,
        read_rows(given.review, Outcome),
        read_rows(given.completions, Completion),
    )
    write_bytes(given.output, content)
