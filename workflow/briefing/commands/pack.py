"""Zip what belongs to one area: both documents, pictures, 要点 and a manifest; refused when the audit failed."""

from __future__ import annotations

import argparse
import hashlib
from pathlib import Path

from briefing.audit_result import Audit
from briefing.commands.options import add_files, add_output, program_version
from briefing.files import read_json, read_rows, write_bytes
from briefing.given import read_bytes
from briefing.model import Brief, Metric, Report
from briefing.pack import pack_area


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What goes into the zip and what its manifest tells."""
    add_files(parser, "report", "brief", "audit", "metrics", "summary", "deck")
    parser.add_argument(
        "--pictures", type=Path, nargs="*", default=[], metavar="PNG", help="the drawn charts of the area"
    )
    parser.add_argument(
        "--pdfs", type=Path, nargs=2, default=[], metavar="PDF", help="the PDFs of the summary and of the deck"
    )
    parser.add_argument(
        "--templates", type=Path, nargs=2, required=True, metavar="PATH", help="both templates, for the manifest"
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    content = pack_area(
        read_json(given.report, Report),
        read_json(given.brief, Brief),
        read_json(given.audit, Audit),
        read_rows(given.metrics, Metric),
        read_bytes(given.summary),
        read_bytes(given.deck),
        {picture.stem: read_bytes(picture) for picture in given.pictures},
        {template.name: hashlib.sha256(read_bytes(template)).hexdigest() for template in given.templates},
        program_version(),
        [read_bytes(pdf) for pdf in given.pdfs],
    )
    write_bytes(given.output, content)
