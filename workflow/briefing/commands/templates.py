"""Templates: check them, list the fields they may use, see them filled, tell two versions apart."""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path
from types import ModuleType

from briefing.commands import template_check

# The check is a job of every run; the others are for people and are imported when they are asked for.
ACTIONS = {
    "check": "find everything that is wrong with templates",
    "fields": "print every field that a template may use, with its meaning and an example",
    "preview": "fill the templates and show them as PDF and PNG",
    "diff": "tell what came and went between two versions of a template or set",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do, and with which templates."""
    actions = parser.add_subparsers(dest="action", required=True, metavar=" | ".join(ACTIONS))
    for name, what in ACTIONS.items():
        action = actions.add_parser(name, help=what, description=what, allow_abbrev=False)
        action.add_argument(
            "--config", type=Path, default=Path("workflow/config.yaml"), metavar="PATH", help="the settings of the run"
        )
        _module(name).add_arguments(action)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    _module(given.action).run(given)


def _module(action: str) -> ModuleType:
    return template_check if action == "check" else importlib.import_module(f"briefing.commands.template_{action}")
