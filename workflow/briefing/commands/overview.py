"""Compose the story of the whole report (总览) as plain data, out of the Briefs of its areas."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.assemble.overview import compose_overview
from briefing.commands.options import add_files, add_output
from briefing.files import read_json, read_plain_json, read_rows, write_json
from briefing.model import OVERVIEW, Brief, ChartSpec, Comparison, Completion, Finding, Metric, Report
from briefing.pack.names import deck_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's tables, its charts and products, and the Brief of each area."""
    add_files(parser, "report", "metrics", "comparisons", "findings", "completions", "charts", "products")
    parser.add_argument(
        "--briefs", type=Path, nargs="+", required=True, metavar="PATH", help="briefs/<n>.json in order"
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    products = read_plain_json(given.products)
    brief = compose_overview(
        read_json(given.report, Report),
        read_rows(given.metrics, Metric),
        read_rows(given.comparisons, Comparison),
        read_rows(given.findings, Finding),
        [read_json(path, Brief) for path in given.briefs],
        {int(area): deck_name(product["pack"]) for area, product in products.items()},
        read_rows(given.completions, Completion),
        [one for one in read_json(given.charts, tuple[ChartSpec, ...]) if one.area == OVERVIEW],
    )
    write_json(given.output, brief)
