"""File names that a person can read and every system accepts: Chinese, bounded, free of what Windows forbids."""

from __future__ import annotations

import re
import unicodedata

from briefing.errors import BriefingError
from briefing.model import OVERVIEW, Report
from briefing.report_names import report_name

# What Windows forbids in a name has a full-width twin that every system takes and a Chinese reader prefers.
_FULL_WIDTH = str.maketrans(
    {"<": "〈", ">": "〉", ":": "：", '"': "”", "/": "／", "\\": "＼", "|": "｜", "?": "？", "*": "＊"}
)
_NEVER = re.compile(r"[\x00-\x1f\x7f\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\ufffe\uffff\ud800-\udfff]|\s")
_RESERVED = re.compile(r"(?i)^(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])($|\.)")
_BREAKS = "，、；：。,;"

# Explorer unpacks into a folder of the zip's name, so the name counts twice in a path that may hold 260 characters;
# Linux counts bytes (255), three for a Chinese character.
LONGEST = 56


def pack_name(report: Report, area: int) -> str:
    """Name of one area's pack without its suffix: place, year, number and title of the area.

    ``OVERVIEW`` is the whole report: ``小店区2024年政府工作报告_总览``.
    ``小店区2024年政府工作报告_4_一体统筹、品质提升…``: at most ``LONGEST`` characters, unique in a report since it
    holds the number. ``BriefingError`` when the report has no plan area of that number.
    """
    title = "" if area == OVERVIEW else _area_title(report, area)
    head = safe_name(report_name(report.place, report.plan_year), LONGEST - 12)
    if area == OVERVIEW:
        return f"{head}_总览"
    head += f"_{area}"
    room = LONGEST - len(head) - 1
    return f"{head}_{safe_name(title, room)}" if title else head


def deck_name(pack: str) -> str:
    """File name of the deck in the pack of this name."""
    return f"{pack}_汇报.pptx"


def safe_name(text: str, longest: int = LONGEST) -> str:
    """``text`` as (part of) a file name; too long a one ends at its last comma, with ``…`` to say so."""
    clean = _NEVER.sub("", unicodedata.normalize("NFC", text).translate(_FULL_WIDTH)).strip(". ")
    if _RESERVED.match(clean):
        clean = f"_{clean}"
    if len(clean) <= longest:
        return clean
    kept = clean[: longest - 1]
    at = max(kept.rfind(mark) for mark in _BREAKS)
    return (kept[:at] if at >= longest // 3 else kept) + "…"


def _area_title(report: Report, number: int) -> str:
    numbers = []
    for part in report.parts:
        if part.kind != "plan":
            continue
        for area in part.areas:
            if area.number == number:
                return area.title
            numbers.append(str(area.number))
    raise BriefingError(
        f"report {report.report_id}: there is no plan area {number} to pack; "
        f"its plan areas are {', '.join(numbers) or 'none'}"
    )
