"""Which files of a folder are reports, and under which id."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from pathlib import Path

from briefing.errors import BriefingError

REVIEW = ".review.xlsx"
READ = (".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".mht", ".mhtml")
# Not read, but offices have them: such a file is taken for a report so that its own message says how to convert it.
CONVERTED = (".doc", ".wps", ".rtf", ".ofd", ".jpg", ".png", ".tif")


def reports_in(folder: Path) -> dict[str, str]:
    """Report id → path as written, in order of ids. ``BriefingError`` when there is no folder, no report, or two files
    with one stem."""
    if not folder.is_dir():
        raise BriefingError(f"reports_dir {folder}: there is no such folder; make it and put a report into it.")
    found: dict[str, str] = {}
    for path in sorted(folder.iterdir()):
        if path.name.startswith((".", "~$")) or path.suffix.lower() not in READ + CONVERTED or not path.is_file():
            continue
        if path.stem in found:
            both = f"{Path(found[path.stem]).name} and {path.name}"
            raise BriefingError(f"{folder}: {both} would both be report {path.stem}; rename one or take it away.")
        found[path.stem] = str(path)
    if not found:
        raise BriefingError(f"{folder}: holds no report; put one there as {' '.join(READ)}.")
    return found


def only(reports: dict[str, str], chosen: list[str]) -> dict[str, str]:
    """``reports`` with the ids of ``chosen`` alone; all of them where none is chosen. ``BriefingError`` for an unknown id."""
    for report in chosen:
        if report not in reports:
            near = difflib.get_close_matches(report, reports, 1, cutoff=0.4)
            hint = f"did you mean {near[0]}?" if near else "its file's name without the ending is its id."
            raise BriefingError(f"setting only: there is no report {report}; {hint}")
    return {report: path for report, path in reports.items() if not chosen or report in chosen}


def facts_beside(source: str) -> list[str]:
    """``<id>.yaml`` beside the report, when a person wrote one."""
    facts = Path(source).with_suffix(".yaml")
    return [str(facts)] if facts.is_file() else []


def review_beside(source: str) -> list[str]:
    """``<id>.review.xlsx`` beside the report, when staff saved one."""
    review = Path(source).parent / f"{Path(source).stem}{REVIEW}"
    return [str(review)] if review.is_file() else []


def reviews_without_report(folder: Path, reports: Iterable[str]) -> list[str]:
    """A sentence for each reviewed workbook whose report is not there: a slip in its name would else lose it in silence."""
    known = set(reports)
    names = sorted(path.name for path in folder.glob(f"*{REVIEW}") if not path.name.startswith((".", "~$")))
    return [
        f"{folder / name}: there is no report {name.removesuffix(REVIEW)}, so this review is not used; "
        f"name it after one of {', '.join(sorted(known))}, or take it away."
        for name in names
        if name.removesuffix(REVIEW) not in known
    ]
