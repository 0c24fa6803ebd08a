"""Who gets what: rows of ``data/recipients.csv``, or the list ``recipients`` of a report's yaml."""

from __future__ import annotations

import csv
import io
import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.errors import BriefingError
from briefing.model import OVERVIEW

GETS = ("zip", "documents")
# Each column by the names that it may bear; the first is the one that we write.
COLUMNS = {
    "area": ("area", "领域"),
    "name": ("name", "姓名", "收件人"),
    "address": ("address", "邮箱", "地址", "email"),
    "gets": ("gets", "内容"),
    "report": ("report", "报告"),
}
_WORDS = {
    "": "zip",
    "zip": "zip",
    "压缩包": "zip",
    "documents": "documents",
    "两份文件": "documents",
    "文件": "documents",
}
_ALL = ("all", "全部", "所有")
_WHOLE = ("overview", "总览")
_MOST = 5000
_LONGEST_NAME = 100
# What every mail system takes; stricter than the standard, which also allows quoted blanks and comments.
_ADDRESS = re.compile(
    r"[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_{|}~-]+)*"
    r"@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*"
)


@dataclass(frozen=True)
class Recipient:
    """One row: ``area`` is ``all``, ``overview``, a number, or words of an area's title; ``gets`` is one of GETS; ``where`` is the row's place."""

    area: str
    name: str
    address: str
    gets: str
    where: str


def recipients_in_table(content: bytes, called: str, report_id: str) -> tuple[Recipient, ...]:
    """The rows of a CSV file that concern ``report_id``: those that name it in ``report``, or name none.

    UTF-8 (with or without BOM) or GB18030, as Excel and WPS save it. BriefingError names row and column.
    """
    lines = csv.reader(io.StringIO(_decoded(content, called), newline=""), strict=True)
    try:
        rows = [row for row in lines if not (row and row[0].lstrip().startswith("#"))]
    except csv.Error as error:
        raise BriefingError(
            f"{called}, line {lines.line_num}: is no readable row ({error}); mend its quotes."
        ) from error
    rows = [row for row in rows if any(cell.strip() for cell in row)]
    if not rows:
        raise BriefingError(f"{called}: is empty; its first row names the columns {', '.join(COLUMNS)}.")
    head = _head(rows[0], called)
    found: list[Recipient] = []
    for number, row in enumerate(rows[1:], 2):
        if len(found) >= _MOST:
            raise BriefingError(f"{called}: has more than {_MOST} recipients; split the list.")
        cells = {key: row[at].strip() if at < len(row) else "" for key, at in head.items()}
        if cells.get("report", "") in ("", *_ALL, report_id):
            found.append(_recipient(cells, f"{called}, row {number}"))
    return tuple(found)


def recipients_in_yaml(value: object, called: str) -> tuple[Recipient, ...]:
    """The list ``recipients`` of ``<id>.yaml``: one mapping a recipient with the same names as the columns."""
    if not isinstance(value, Sequence) or isinstance(value, str):
        raise BriefingError(f"{called}: recipients is {type(value).__name__}; write a list, one “- name: …” each.")
    found = []
    for number, one in enumerate(value, 1):
        where = f"{called}, recipient {number}"
        if not isinstance(one, Mapping):
            raise BriefingError(f"{where}: is {type(one).__name__}; write area, name, address and gets.")
        known = [key for key in COLUMNS if key != "report"]
        if unknown := sorted(set(map(str, one)) - set(known)):
            raise BriefingError(f"{where}: unknown name {unknown[0]!r}; known are {', '.join(known)}.")
        cells = {str(key): "" if text is None else str(text).strip() for key, text in one.items()}
        found.append(_recipient(cells, where))
    return tuple(found)


def checked_address(text: str, where: str) -> str:
    """An address that can stand in a header and an envelope as it is; BriefingError for anything else."""
    if len(text) > 254 or not _ADDRESS.fullmatch(text):
        raise BriefingError(f"{where}: {text[:80]!r} is no mail address; write one such as name@example.org.")
    return text


def areas_of(recipient: Recipient, titles: Mapping[str, str]) -> tuple[str, ...]:
    """The areas that a recipient gets. ``titles``: number → title of each area, ``OVERVIEW`` being the whole report, which only
    ``all`` and ``overview`` name. BriefingError when none or several fit."""
    whole = str(OVERVIEW)
    if recipient.area.lower() in ("", *_ALL):
        return tuple(titles)
    if recipient.area.lower() in _WHOLE:
        return (whole,)
    titles = {number: title for number, title in titles.items() if number != whole}
    if recipient.area in titles:
        return (recipient.area,)
    fitting = () if recipient.area.isdigit() else tuple(key for key, title in titles.items() if recipient.area in title)
    if len(fitting) == 1:
        return fitting
    listed = "; ".join(f"{key} {title}" for key, title in titles.items()) + "; overview (总览)"
    what = "several areas have" if fitting else "no area has"
    raise BriefingError(f"{recipient.where}: {what} the number or words {recipient.area!r}; the areas are {listed}.")


def _recipient(cells: Mapping[str, str], where: str) -> Recipient:
    for key, text in cells.items():
        if any(unicodedata.category(one) in ("Cc", "Cf", "Zl", "Zp", "Cs") for one in text):
            raise BriefingError(f"{where}: {key} holds a line break or an invisible character; write it anew.")
    name, gets = cells.get("name", ""), cells.get("gets", "").lower()
    if not name or len(name) > _LONGEST_NAME:
        raise BriefingError(f"{where}: the name has {len(name)} characters; write 1 to {_LONGEST_NAME}.")
    if gets not in _WORDS:
        raise BriefingError(f"{where}: gets is {gets!r}; write one of {', '.join(GETS)}.")
    return Recipient(cells.get("area", ""), name, checked_address(cells.get("address", ""), where), _WORDS[gets], where)


def _head(row: Sequence[str], called: str) -> dict[str, int]:
    titles = [cell.strip().lower() for cell in row]
    head = {key: at for key, names in COLUMNS.items() for at, title in enumerate(titles) if title in names}
    for key in ("area", "name", "address"):
        if key not in head:
            raise BriefingError(f"{called}: its first row names no column {key}; the columns are {', '.join(COLUMNS)}.")
    return head


def _decoded(content: bytes, called: str) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise BriefingError(f"{called}: is no text in UTF-8 or GB18030; save it from Excel or WPS as CSV UTF-8.")
