"""Draw one chart as PNG."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.chart import draw
from briefing.commands.options import add_files, add_output, add_settings
from briefing.errors import BriefingError
from briefing.files import read_json, write_bytes
from briefing.given import read_settings
from briefing.model import ChartSpec


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which chart of charts.json, and the section ``drawing`` of the settings."""
    add_files(parser, "charts")
    parser.add_argument("--area", type=int, required=True, help="number of the area")
    parser.add_argument("--name", required=True, help="name of the chart in charts.json")
    add_settings(parser)
    parser.add_argument(
        "--look", type=Path, metavar="PATH", help="drawing.yaml of a set of templates; wins over --settings"
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    settings = {**given.settings, **(read_settings(given.look) if given.look else {})}
    for chart in read_json(given.charts, tuple[ChartSpec, ...]):
        if (chart.area, chart.name) == (given.area, given.name):
            write_bytes(given.output, draw(chart, settings))
            return
    raise BriefingError(f"{given.charts}: area {given.area} has no chart {given.name!r}; its charts are listed there.")
