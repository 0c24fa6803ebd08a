"""Pair this year's targets with last year's results; set results beside the plan area they belong to."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.commands.options import add_files, read_cleaned
from briefing.compare import compare, group
from briefing.files import read_json, read_rows, write_rows
from briefing.model import Comparison, Grouping, Metric, Report


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The parsed report and its metrics, and the two tables to write."""
    add_files(parser, "cleaned", "report", "metrics")
    for name in ("comparisons", "groupings"):
        parser.add_argument(f"--{name}", type=Path, required=True, metavar="PATH", help=f"the table of {name} to write")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    told = read_cleaned(given.cleaned), read_json(given.report, Report), read_rows(given.metrics, Metric)
    comparisons, groupings = compare(*told), group(*told)
    write_rows(given.comparisons, Comparison, comparisons)
    write_rows(given.groupings, Grouping, groupings)
    comparable = sum(one.status == "comparable" for one in comparisons)
    print(
        f"{comparable} comparable pairs, {len(comparisons) - comparable} look-alikes, {len(groupings)} results set beside an area."
    )
