"""Tell what came and went between two versions of a template, or of a set."""

from __future__ import annotations

import argparse
from pathlib import Path

from briefing.errors import BriefingError


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The two versions."""
    parser.add_argument("old", type=Path, metavar="A", help="a template file, or the folder of a set")
    parser.add_argument("new", type=Path, metavar="B", help="the newer version")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    from briefing.templates.changes import changes  # noqa: PLC0415 -- see template_fields
    from briefing.templates.sets import DOCUMENTS, missing  # noqa: PLC0415

    folders = given.old.is_dir(), given.new.is_dir()
    if folders[0] != folders[1]:
        raise BriefingError(f"{given.old} and {given.new}: one is a folder, the other a file; give two of a kind.")
    pairs = [(given.old / name, given.new / name) for name in DOCUMENTS] if folders[0] else [(given.old, given.new)]
    for old, new in pairs:
        there = [path for path in (old, new) if path.is_file()]
        if folders[0] and len(there) < 2:
            if there:
                print(f"{old.name}: only in {there[0].parent}. 只在该套中有。")
            continue
        for path in (old, new):
            if not path.is_file():
                raise BriefingError(missing(path))
        found = changes(old, new)
        same = "" if found else " the same fields, charts, pictures and pages. 字段、图表、图片、页面均无变化。"
        print(f"{old} → {new}:{same}")
        for change in found:
            lines = [f"+ {one}" for one in change.appeared] + [f"- {one}" for one in change.vanished]
            print("\n    ".join([f"  {change.what}", *lines]))
