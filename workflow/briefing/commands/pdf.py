"""Print both documents of one area to PDF, through LibreOffice; dated as the report is."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.commands.options import add_files
from briefing.files import read_json, write_bytes
from briefing.given import read_bytes
from briefing.libreoffice import print_to_pdf, without_chance
from briefing.model import Report
from briefing.pack import zip_date


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which documents, and where their PDFs go."""
    add_files(parser, "report", "summary", "deck")
    parser.add_argument(
        "--output", type=Path, nargs=2, required=True, metavar="PDF", help="the files to write: summary, then deck"
    )


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    year, month, day, *_ = zip_date(read_json(given.report, Report))
    pdfs = print_to_pdf([(path.name, read_bytes(path)) for path in (given.summary, given.deck)])
    for path, pdf in zip(given.output, pdfs, strict=True):
        write_bytes(path, without_chance(pdf, year, month, day))
