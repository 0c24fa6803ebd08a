"""Reopen both documents of an area and check them against Brief and source; what is wrong is written, not raised."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.audit import audit
from briefing.commands.options import add_files, add_output, read_cleaned
from briefing.files import read_json, read_rows, write_json
from briefing.given import read_bytes
from briefing.model import Brief, Metric, Report
from briefing.pack import keypoints


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Both documents and what they were made from."""
    add_files(parser, "brief", "report", "cleaned", "metrics", "summary", "deck")
    parser.add_argument(
        "--pictures", type=Path, nargs="*", default=[], metavar="PNG", help="the drawn charts of the area"
    )
    parser.add_argument(
        "--last", type=Path, metavar="PATH", help="cleaned.txt of last year's report, when there is one"
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it. A failed audit is a result (the pack refuses it), not an error here."""
    brief = read_json(given.brief, Brief)
    result = audit(
        brief,
        read_json(given.report, Report),
        read_cleaned(given.cleaned),
        read_rows(given.metrics, Metric),
        given.summary,
        given.deck,
        {picture.stem: read_bytes(picture) for picture in given.pictures},
        keypoints(brief),
        read_cleaned(given.last) if given.last else "",
    )
    write_json(given.output, result)
    checked = sum(check.checked for check in result.checks)
    print(f"area {brief.number}: {checked} things checked, {len(result.failures)} wrong.")
