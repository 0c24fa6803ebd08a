"""A reviewed workbook read back: what each cell holds now and what the program had written there."""

from __future__ import annotations

import datetime as dt
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

import openpyxl
from openpyxl.utils import get_column_letter

from briefing.errors import BriefingError
from briefing.review_columns import (
    COLUMNS,
    FINDINGS_SHEET,
    FORMAT,
    METRICS_SHEET,
    ORIGINAL_SHEET,
    PAIRS_SHEET,
    TASKS_SHEET,
    Column,
)
from briefing.zip_limits import refuse_hostile

_MOST_DIGITS = 30  # before or behind the point: 1e999999999 is short to write and gigabytes to print
MOST_ROWS, MOST_COLUMNS = 20_000, 100
Row = tuple[Any, ...]
Value = str | Decimal | None
NUMERIC = frozenset({"area", "grouped", "value_low", "value_high", "year", "years", "paragraph", "number"})
# What makes two rows the same row, whatever else was edited or however the sheet was sorted.
KEYS = {
    METRICS_SHEET: ("metric_id",),
    PAIRS_SHEET: ("plan_metric_id", "review_metric_id"),
    TASKS_SHEET: ("area", "text"),
    FINDINGS_SHEET: ("quote", "message"),
}


@dataclass(frozen=True)
class ReviewedRow:
    """One row as it is now; ``before`` is the row as the program wrote it, None for a row that a person added.

    ``line`` is the row number in the sheet; ``bad`` names the columns whose cell cannot be read, with its text.
    """

    sheet: str
    line: int
    now: Mapping[str, Value]
    before: Mapping[str, Value] | None
    bad: Mapping[str, str]

    def cell(self, key: str) -> str:
        """Where a column's cell is: ``指标!F12``."""
        keys = [column.key for column in COLUMNS[self.sheet]]
        return f"{self.sheet}!{get_column_letter(keys.index(key) + 1)}{self.line}"

    def edits(self) -> dict[str, tuple[Value, Value]]:
        """Column → (as written by the program, as it is now), only where a person may edit and did."""
        if self.before is None:
            return {}
        editable = [column.key for column in COLUMNS[self.sheet] if column.edit and column.key not in ("review", "why")]
        before, now = self.before, self.now
        return {
            key: (before.get(key), now.get(key))
            for key in editable
            if key not in self.bad and not _same(before.get(key), now.get(key))
        }


@dataclass(frozen=True)
class Review:
    """A reviewed workbook. ``lost`` are rows the program wrote that are no longer in their sheet."""

    report_id: str
    source_sha256: str
    rows: tuple[ReviewedRow, ...]
    lost: tuple[tuple[str, Mapping[str, Value]], ...]

    def of(self, sheet: str) -> tuple[ReviewedRow, ...]:
        return tuple(row for row in self.rows if row.sheet == sheet)

    def lost_from(self, sheet: str) -> tuple[Mapping[str, Value], ...]:
        return tuple(row for name, row in self.lost if name == sheet)


def read_review(content: bytes, report_id: str) -> Review:
    """``content`` is the .xlsx as staff saved it. ``BriefingError`` when it is no workbook of ours or of another report."""
    called = f"{report_id}.review.xlsx"
    refuse_hostile(content, called, "Excel workbook", "save metrics.xlsx under this name as .xlsx")
    try:
        # Row by row: a range of merged or styled cells costs nothing, however far it reaches.
        book = openpyxl.load_workbook(io.BytesIO(content), data_only=True, read_only=True)
        sheets = {sheet.title: _lines(sheet, called) for sheet in book.worksheets}
    except BriefingError:
        raise
    except Exception as error:  # openpyxl raises many kinds for damaged files
        raise BriefingError(
            f"{called}: cannot be read as an Excel workbook ({error}); save metrics.xlsx under this name as .xlsx"
        ) from error
    if ORIGINAL_SHEET not in sheets:
        raise BriefingError(
            f"{called}: its hidden sheet {ORIGINAL_SHEET} is missing, so edits cannot be told from a changed source; "
            "start again from metrics.xlsx and keep that sheet"
        )
    form, owner, checksum, originals = _originals(sheets[ORIGINAL_SHEET])
    if form != FORMAT:
        raise BriefingError(f"{called}: was made by another version ({form}); start again from metrics.xlsx")
    if owner != report_id:
        raise BriefingError(f"{called}: belongs to report {owner}, not to {report_id}; give it that report's name")
    rows: list[ReviewedRow] = []
    lost: list[tuple[str, Mapping[str, Value]]] = []
    for sheet, columns in COLUMNS.items():
        if sheet not in sheets:
            raise BriefingError(f"{called}: the sheet {sheet} is missing; start again from metrics.xlsx")
        of_sheet, missing = _rows(sheets[sheet], sheet, columns, originals.get(sheet, []), called)
        rows += of_sheet
        lost += [(sheet, row) for row in missing]
    return Review(report_id, checksum, tuple(rows), tuple(lost))


def _lines(sheet: Any, called: str) -> list[Row]:
    """The rows of a sheet as values, each as long as it is filled."""
    sheet.reset_dimensions()  # what the file says of its own size may be wrong
    lines: list[Row] = []
    for line in sheet.iter_rows(values_only=True):
        if len(lines) >= MOST_ROWS or len(line) > MOST_COLUMNS:
            raise BriefingError(
                f"{called}: sheet {sheet.title} has more than {MOST_ROWS} rows or {MOST_COLUMNS} columns; delete what is empty, "
                "or start again from metrics.xlsx"
            )
        lines.append(line)
    return lines


def _originals(lines: Sequence[Row]) -> tuple[str, str, str, dict[str, list[dict[str, Value]]]]:
    head = [str(one or "") for one in (*lines[0], "", "", "")][:3] if lines else ["", "", ""]
    found: dict[str, list[dict[str, Value]]] = {}
    for line in lines[1:]:
        if not line or not line[0]:
            continue
        text = "".join(str(one) for one in line[1:] if one is not None)
        try:
            row = {key: _stored(key, value) for key, value in json.loads(text).items()}
        except (ValueError, ArithmeticError, AttributeError, RecursionError) as error:
            raise BriefingError(
                f"the hidden sheet {ORIGINAL_SHEET} was changed ({error}); start again from metrics.xlsx"
            ) from error
        found.setdefault(str(line[0]), []).append(row)
    return head[0], head[1], head[2], found


def _stored(key: str, value: object) -> Value:
    if value is None or value == "":
        return None
    return Decimal(str(value)) if key in NUMERIC else str(value).strip()


def _rows(
    rows: Sequence[Row], name: str, columns: tuple[Column, ...], originals: list[dict[str, Value]], called: str
) -> tuple[list[ReviewedRow], list[dict[str, Value]]]:
    lines = iter(rows)
    titles = [str(one or "").strip() for one in next(lines, ())]
    at = {}
    for column in columns:
        if column.title not in titles and column.later:
            continue
        if column.title not in titles:
            raise BriefingError(f"{called}: sheet {name} has no column {column.title}; do not rename or remove columns")
        at[column.key] = titles.index(column.title)
    waiting: dict[tuple[Value, ...], list[dict[str, Value]]] = {}
    for original in originals:
        waiting.setdefault(_key(name, original), []).append(original)
    found = []
    for line, values in enumerate(lines, 2):
        now: dict[str, Value] = {}
        bad: dict[str, str] = {}
        for column in columns:
            place = at.get(column.key, len(values))
            value = values[place] if place < len(values) else None
            try:
                now[column.key] = _cell(column.key, value)
            except InvalidOperation:
                bad[column.key] = str(value)
                now[column.key] = None
        if not any(now.values()) and not bad:
            continue
        same = waiting.get(_key(name, now))
        found.append(ReviewedRow(name, line, now, same.pop(0) if same else None, bad))
    return found, [row for rows in waiting.values() for row in rows]


def _key(sheet: str, row: Mapping[str, Value]) -> tuple[Value, ...]:
    return tuple(row.get(key) for key in KEYS[sheet])


def _cell(key: str, value: object) -> Value:
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    if key in NUMERIC:
        text = str(value).strip().replace(",", "").replace("，", "")
        number = Decimal(text)
        if not number.is_finite() or abs(number.adjusted()) > _MOST_DIGITS:
            raise InvalidOperation
        return number
    if isinstance(value, dt.datetime | dt.date):  # Excel turns what looks like a date into one
        return f"{value.year}年{value.month}月{value.day}日"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _same(one: Value, other: Value) -> bool:
    if isinstance(one, Decimal) and isinstance(other, Decimal):
        # A workbook keeps doubles: 15 digits are all it can give back.
        return one == other or abs(one - other) <= abs(one) * Decimal("1e-14")
    return one == other
