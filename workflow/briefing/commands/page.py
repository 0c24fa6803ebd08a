"""Write index.html: the report's areas, downloads, and its metrics with their evidence in the source."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.audit_result import Audit
from briefing.commands.options import add_files, add_output, read_cleaned
from briefing.files import read_json, read_plain_json, read_rows, write_text
from briefing.model import OVERVIEW, Brief, Comparison, Completion, Finding, Grouping, Metric, Report
from briefing.pack import page
from briefing.pack.names import pack_name
from briefing.pack.thumbnails import Thumbnails


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's tables, and of each area its Brief and audit."""
    add_files(parser, "cleaned", "report", "metrics", "comparisons", "groupings", "findings", "completions")
    add_files(parser, "products", "template")
    parser.add_argument(
        "--briefs", type=Path, nargs="+", required=True, metavar="PATH", help="briefs/<n>.json in order"
    )
    parser.add_argument(
        "--audits", type=Path, nargs="+", required=True, metavar="PATH", help="audits/<n>.json in order"
    )
    parser.add_argument(
        "--thumbnails",
        type=Path,
        nargs="*",
        default=[],
        metavar="PATH",
        help="thumbnails/decks.json, thumbnails/summaries.json",
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    products, report = read_plain_json(given.products), read_json(given.report, Report)
    text = page(
        read_cleaned(given.cleaned),
        report,
        read_rows(given.metrics, Metric),
        read_rows(given.comparisons, Comparison),
        read_rows(given.groupings, Grouping),
        read_rows(given.findings, Finding),
        [read_json(path, Brief) for path in given.briefs],
        [read_json(path, Audit) for path in given.audits],
        {int(area): f"{product['pack']}.zip" for area, product in products.items()},
        given.template.read_text(encoding="utf-8"),
        thumbnails=[(path.stem, read_json(path, Thumbnails)) for path in given.thumbnails],
        completions=read_rows(given.completions, Completion),
        overview=f"overview/{pack_name(report, OVERVIEW)}.zip",
    )
    write_text(given.output, text)
