"""Reopen what people read of a whole report: the same metric is the same in workbook, page and the 要点 of every pack.

The last thing of a run: a fault ends it, since a file that differs from the others must not leave the office.
"""

from __future__ import annotations

import argparse
import zipfile
from pathlib import Path

from briefing.audit import audit_report
from briefing.commands.options import add_output, read_cleaned
from briefing.errors import BriefingError
from briefing.files import read_json, read_plain_json, read_rows, write_json
from briefing.given import read_bytes
from briefing.model import Brief, Comparison, Completion, Metric, Report

_KEYPOINTS = "_要点.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The report's folder with all that was made of it, and the file to write."""
    parser.add_argument("--folder", type=Path, required=True, metavar="FOLDER", help="output/<id> of a finished report")
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it. BriefingError for the first faults, each with its place."""
    folder: Path = given.folder
    products = read_plain_json(folder / "products.json")
    result = audit_report(
        read_json(folder / "report.json", Report),
        read_cleaned(folder / "cleaned.txt"),
        read_rows(folder / "metrics.csv", Metric),
        read_rows(folder / "comparisons.csv", Comparison),
        read_rows(folder / "completions.csv", Completion),
        [read_json(folder / "briefs" / f"{area}.json", Brief) for area in products],
        read_bytes(folder / "metrics.xlsx"),
        read_bytes(folder / "index.html").decode("utf-8"),
        {int(area): _keypoints(folder / "packs" / f"{product['pack']}.zip") for area, product in products.items()},
        {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file()},
    )
    if not result.ok:
        shown = "; ".join(f"{one.code} in {one.file}, {one.place}: {one.message}" for one in result.failures[:5])
        raise BriefingError(
            f"{folder.name}: {len(result.failures)} places of workbook, page or 要点 differ from the tables: {shown}. "
            "Send nothing of this report; run again, and if it stays, mend the template of the page."
        )
    write_json(given.output, result)
    print(f"{sum(check.checked for check in result.checks)} things checked.")


def _keypoints(pack: Path) -> str:
    with zipfile.ZipFile(pack) as archive:
        name = next((one for one in archive.namelist() if one.endswith(_KEYPOINTS)), None)
        if name is None:
            raise BriefingError(f"{pack}: holds no 要点; pack the area again.")
        return archive.read(name).decode("utf-8-sig")
