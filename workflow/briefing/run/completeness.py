"""Which files belong to a finished report, and whether all of them are there."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.files import read_plain_json

FLAG = "logs/finished"
LAST = "audits/report.json"  # of the last job, which looks at all the others
_TABLES = (
    "metrics",
    "comparisons",
    "groupings",
    "findings",
    "assignments",
    "review",
    "remarks",
    "areas",
    "numerals",
    "completions",
)
_OF_REPORT = (
    "cleaned.txt",
    "report.json",
    *(f"{table}.csv" for table in _TABLES),
    *(f"found/{table}.csv" for table in ("metrics", "comparisons", "groupings", "findings")),
    "charts.json",
    "products.json",
    "metrics.xlsx",
    "index.html",
)


def files_of(products: Mapping[str, Any], charts: Sequence[Mapping[str, Any]]) -> list[str]:
    """Paths below a report's folder of all that its last job looks at; ``products`` and ``charts`` are what its ``products.json`` and
    ``charts.json`` hold."""
    files = [*_OF_REPORT, *(f"charts/{one['area']}/{one['name']}.png" for one in charts)]
    for area, product in products.items():
        files += [f"briefs/{area}.json", f"summaries/{area}.docx", f"decks/{area}.pptx", f"audits/{area}.json"]
        files.append(f"packs/{product['pack']}.zip")
    files += [f"overview/{name}" for name in ("brief.json", "summary.docx", "deck.pptx", "audit.json")]
    files.append(overview_pack(products))
    return files


def overview_pack(products: Mapping[str, Any]) -> str:
    """Path, below the report's folder, of the zip of the whole report, by the names of its areas' packs."""
    area, product = next(iter(products.items()))
    head = re.sub(rf"_{area}(_.*)?$", "", product["pack"])
    return f"overview/{head}_总览.zip"


def recall_flags(output: Path, reports: Iterable[str]) -> None:
    """Take the mark of a finished report away where one of its files is missing: the job that makes it failed or was killed, or
    somebody deleted it.

    Snakemake would not look for it: it asks for a file only when something that is made of it has to be made.
    """
    for report in reports:
        folder = output / report
        if (folder / FLAG).is_file() and not _complete(folder):
            with contextlib.suppress(OSError):  # a disk that may not be written: the run says so when it begins
                (folder / FLAG).unlink()


def _complete(folder: Path) -> bool:
    try:
        files = files_of(*(read_plain_json(folder / name) for name in ("products.json", "charts.json")))
    except BriefingError:
        return False
    return all((folder / name).is_file() for name in (*files, LAST))
