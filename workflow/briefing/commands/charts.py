"""Choose which metrics make which chart, and list what the report leads to: its areas, their charts and packs."""

from __future__ import annotations

import argparse
import hashlib
import json
from pathlib import Path

from briefing.assemble import compose
from briefing.chart import choose_charts, choose_growth
from briefing.commands.options import add_files, add_settings, read_cleaned
from briefing.errors import BriefingError
from briefing.files import plain, read_json, read_rows, write_json
from briefing.model import Assignment, Comparison, Completion, Finding, Grouping, Metric, Report
from briefing.pack.names import pack_name


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's tables, the section ``charts`` of the settings, and the two files to write."""
    add_files(
        parser, "cleaned", "report", "metrics", "comparisons", "groupings", "findings", "assignments", "completions"
    )
    add_settings(parser)
    for name in ("charts", "products"):
        parser.add_argument(
            f"--{name}", type=Path, required=True, metavar="PATH", help=f"the file {name}.json to write"
        )


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it.

    ``charts`` are those of all areas and of the whole report. ``products`` maps each area's number to its pack and the mark of its
    Brief, which changes when the Brief will: so a correction in one area makes that area's documents again and no other's.
    """
    report = read_json(given.report, Report)
    metrics = read_rows(given.metrics, Metric)
    tables = metrics, read_rows(given.comparisons, Comparison), read_rows(given.groupings, Grouping)
    charts = choose_charts(read_cleaned(given.cleaned), report, *tables, given.settings)
    numbers = [area.number for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    if not numbers:
        raise BriefingError(
            f"{report.report_id}: its plan for the year has no numbered area, so there is nothing to make a pack of; "
            f"name the areas in {report.report_id}.yaml."
        )
    findings, assignments = read_rows(given.findings, Finding), read_rows(given.assignments, Assignment)
    completions = read_rows(given.completions, Completion)
    products = {
        number: {
            "pack": pack_name(report, number),
            "brief": _mark(compose(report, *tables, charts, findings, number, assignments, completions)),
        }
        for number in numbers
    }
    charts = (*charts, *choose_growth(report, metrics, tables[1]))
    write_json(given.charts, charts)
    write_json(given.products, products)
    print(f"{len(numbers)} areas, {len(charts)} charts.")


def _mark(value: object) -> str:
    return hashlib.sha256(json.dumps(plain(value), ensure_ascii=False).encode("utf-8")).hexdigest()[:12]
