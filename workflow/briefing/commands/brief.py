"""Compose the story of one area as plain data: everything that a template may use."""

from __future__ import annotations

import argparse

from briefing.assemble import compose
from briefing.commands.options import add_files, add_output
from briefing.files import read_json, read_rows, write_json
from briefing.model import Assignment, ChartSpec, Comparison, Completion, Finding, Grouping, Metric, Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's tables and the number of the area."""
    add_files(
        parser, "report", "metrics", "comparisons", "groupings", "charts", "findings", "assignments", "completions"
    )
    parser.add_argument("--area", type=int, required=True, help="number of the area")
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    brief = compose(
        read_json(given.report, Report),
        read_rows(given.metrics, Metric),
        read_rows(given.comparisons, Comparison),
        read_rows(given.groupings, Grouping),
        read_json(given.charts, tuple[ChartSpec, ...]),
        read_rows(given.findings, Finding),
        given.area,
        read_rows(given.assignments, Assignment),
        read_rows(given.completions, Completion),
    )
    write_json(given.output, brief)
