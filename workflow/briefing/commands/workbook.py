"""Write metrics.xlsx: the metrics, pairs, findings and tasks of a report, for people."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.commands.options import add_files, add_output, read_cleaned
from briefing.files import read_json, read_rows, write_bytes
from briefing.model import Brief, Comparison, Finding, Grouping, Metric, Report
from briefing.pack import workbook


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's tables and the Briefs of its areas in order."""
    add_files(parser, "cleaned", "report", "metrics", "comparisons", "groupings", "findings")
    parser.add_argument(
        "--briefs", type=Path, nargs="+", required=True, metavar="PATH", help="briefs/<n>.json in order"
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    content = workbook(
        read_cleaned(given.cleaned),
        read_json(given.report, Report),
        read_rows(given.metrics, Metric),
        read_rows(given.comparisons, Comparison),
        read_rows(given.groupings, Grouping),
        read_rows(given.findings, Finding),
        [read_json(path, Brief) for path in given.briefs],
    )
    write_bytes(given.output, content)
