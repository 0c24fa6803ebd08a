"""A workbook of the small report, and what comes back of it once staff have changed cells and saved it."""

from __future__ import annotations

import io

import openpyxl

from briefing.pack import Found, workbook
from briefing.review import read_review
from small_report import (
    TEXT,
    small_brief,
    small_comparisons,
    small_findings,
    small_groupings,
    small_metrics,
    small_report,
)

REPORT, METRICS = small_report(), small_metrics()
BRIEF = small_brief(REPORT, METRICS)
PAIRS, GROUPS = small_comparisons(METRICS), small_groupings(METRICS)


FINDINGS = small_findings()


def made_of(metrics=METRICS, **more) -> bytes:
    found = Found(metrics, PAIRS, GROUPS, FINDINGS, **more)
    return workbook(TEXT, REPORT, metrics, PAIRS, GROUPS, (BRIEF,), found)


def edited(made: bytes, *changes: tuple[str, str, str, object]):
    """``(sheet, text that a cell of the row holds, or "new", column title, value)`` each; saved as staff would, read back."""
    book = openpyxl.load_workbook(io.BytesIO(made))
    new: dict[str, int] = {}
    for sheet_name, which, title, value in changes:
        sheet = book[sheet_name]
        titles = [cell.value for cell in sheet[1]]
        if which == "new":
            # The drop-down lists reach further down than the rows; the first empty line is the next one.
            filled = [line for line in range(1, sheet.max_row + 1) if any(cell.value for cell in sheet[line])]
            line = new.setdefault(sheet_name, filled[-1] + 1)
        else:
            line = next(cell.row for row in sheet.iter_rows(min_row=2) for cell in row if cell.value == which)
        sheet.cell(line, titles.index(title) + 1).value = value
    buffer = io.BytesIO()
    book.save(buffer)
    return read_review(buffer.getvalue(), "small-2024")
