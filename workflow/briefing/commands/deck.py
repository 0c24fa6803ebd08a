"""Fill the PowerPoint template for one area."""

from __future__ import annotations

import argparse
from functools import partial

from briefing.assemble import fill_deck
from briefing.audit import evidence
from briefing.commands.options import add_files, add_output, program_version
from briefing.files import read_json, write_bytes
from briefing.model import Brief


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The Brief and the template."""
    add_files(parser, "template", "brief")
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    brief = read_json(given.brief, Brief)
    seal = partial(evidence, brief=brief, version=program_version())
    write_bytes(given.output, fill_deck(given.template, brief, seal))
