"""Print every field that a template may use, with its meaning and an example from a report."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from briefing.commands.finished import newest
from briefing.errors import BriefingError
from briefing.files import write_text
from briefing.given import read_given, read_settings

START, END = "<!-- fields: written by briefing templates fields -->", "<!-- end of fields -->"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whose examples, and where to."""
    add_example(parser, "the one made last, or templates/sample.txt where none is (and for --write),")
    parser.add_argument(
        "--write", type=Path, metavar="README", help="write the tables between the marks in this file instead"
    )


def add_example(parser: argparse.ArgumentParser, otherwise: str) -> None:
    """Add ``--report ID`` and ``--area N``: what a template is shown with, or what is taken ``otherwise``."""
    parser.add_argument("--report", metavar="ID", help=f"a report that was made; else {otherwise} is taken")
    parser.add_argument("--area", type=int, default=1, metavar="N", help="number of the area (default 1)")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    from briefing.assemble.slides import deck_context  # noqa: PLC0415 -- the check, a job of every run, loads this module
    from briefing.assemble.template_fields import DECK_FIELDS, SUMMARY_FIELDS, table  # noqa: PLC0415
    from briefing.assemble.word_context import summary_context  # noqa: PLC0415
    from briefing.commands.sample import brief_for  # noqa: PLC0415

    settings = read_settings(given.config)
    report = given.report or ("" if given.write else newest(Path(str(settings["output_dir"])), given.area))
    brief = brief_for(settings, report or None, given.area)
    print(f"Examples are from {report or 'templates/sample.txt'}, area {given.area}.", file=sys.stderr)
    pictures = {chart.name: "（图片）" for chart in brief.charts}
    text = (
        f"### Word: summary.docx\n\n{table(SUMMARY_FIELDS, summary_context(brief, pictures))}\n"
        f"### PowerPoint: deck.pptx\n\n{table(DECK_FIELDS, deck_context(brief))}"
    )
    if not given.write:
        print(text, end="")
        return
    before, start, rest = read_given(given.write).decode("utf-8").partition(START)
    _, end, after = rest.partition(END)
    if not start or not end:
        raise BriefingError(f"{given.write}: has no lines {START!r} and {END!r}; put them where the tables belong.")
    write_text(given.write, f"{before}{START}\n\n{text}\n{END}{after}")
    print(f"{given.write}: tables of fields written.")
