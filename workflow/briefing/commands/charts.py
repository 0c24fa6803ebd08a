"""Choose which metrics make which chart, and list what the report leads to: its areas, their charts and packs."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.chart import choose_charts
from briefing.commands.options import add_files, add_settings, read_cleaned
from briefing.errors import BriefingError
from briefing.files import read_json, read_rows, write_json
from briefing.model import Comparison, Grouping, Metric, Report
from briefing.pack.names import pack_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's tables, the section ``charts`` of the settings, and the two files to write."""
    add_files(parser, "cleaned", "report", "metrics", "comparisons", "groupings")
    add_settings(parser)
    for name in ("charts", "products"):
        parser.add_argument(
            f"--{name}", type=Path, required=True, metavar="PATH", help=f"the file {name}.json to write"
        )


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it. ``products`` maps each area's number to its pack and its charts."""
    report = read_json(given.report, Report)
    charts = choose_charts(
        read_cleaned(given.cleaned),
        report,
        read_rows(given.metrics, Metric),
        read_rows(given.comparisons, Comparison),
        read_rows(given.groupings, Grouping),
        given.settings,
    )
    numbers = [area.number for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    if not numbers:
        raise BriefingError(
            f"{report.report_id}: its plan for the year has no numbered area, so there is nothing to make a pack of; "
            f"name the areas in {report.report_id}.yaml."
        )
    products = {
        number: {"pack": pack_name(report, number), "charts": [chart.name for chart in charts if chart.area == number]}
        for number in numbers
    }
    write_json(given.charts, charts)
    write_json(given.products, products)
    print(f"{len(numbers)} areas, {len(charts)} charts.")
