"""A report that a run has finished, for the commands that hand it out: the run's settings, the report's folder."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.files import read_plain_json
from briefing.given import read_settings
from briefing.run.settings import check


def add_report(parser: argparse.ArgumentParser) -> None:
    """Add ``ID`` and ``--config PATH``."""
    parser.add_argument("report", metavar="ID", help="id of the report: the name of its folder under output/")
    parser.add_argument(
        "--config", type=Path, default=Path("workflow/config.yaml"), metavar="PATH", help="the settings of the run"
    )


def settings_of(path: Path) -> dict[str, Any]:
    """The settings of a run, checked against their schema."""
    settings = read_settings(path)
    check(settings)
    return settings


def newest(output: Path, area: int) -> str:
    """The id of the report with area ``area`` that was made last; empty when there is none."""
    there = list(output.glob(f"*/briefs/{area}.json"))
    return max(there, key=lambda one: (one.stat().st_mtime_ns, str(one))).parent.parent.name if there else ""


def folder_of(output: Path, report: str) -> Path:
    """``output/<report>`` of a report that has packs. BriefingError names the reports that are there: an id is a name, never a path."""
    there = sorted(one.parent.name for one in output.glob("*/products.json"))
    if report not in there:
        listed = ", ".join(there) or "none"
        raise BriefingError(f"{output}: has no finished report {report!r}; there are: {listed}.")
    return output / report


def stop_if_unchecked(folder: Path) -> None:
    """Nothing leaves while workbook, page and 要点 may differ. BriefingError when all packs are there and that check has not passed.

    Where a pack is missing the check has not been due: the others were audited by themselves and may go.
    """
    packs = [folder / "packs" / f"{one['pack']}.zip" for one in read_plain_json(folder / "products.json").values()]
    if all(pack.is_file() for pack in packs) and not (folder / "audits" / "report.json").is_file():
        raise BriefingError(
            f"{folder}: its workbook, page and 要点 have not passed the last check of a run; run the workflow again and see what it says."
        )
