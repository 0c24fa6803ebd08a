"""How many lines a text takes: where programs may end a line, and how wide the stretches between are."""

from __future__ import annotations

import operator
import re
import unicodedata
from dataclasses import dataclass
from functools import cache

from lxml import etree

_POINT = 12700
_SEAM = 0.25  # ems that programs set between digits and Chinese characters
_NARROW, _BOLD = 0.64, 0.7  # ems of a digit of the broadest usual fonts
# What begins and ends no line where the file names no characters of its own.
_STARTS_NONE, _ENDS_NONE = "，。、；：？！）》〉”’】〕％%…—", "（《〈“‘【〔"


@dataclass(frozen=True)
class LineRules:
    """Characters that begin and that end no line (ECMA-376 part 1, 19.2.1.17)."""

    starts_none: str = _STARTS_NONE
    ends_none: str = _ENDS_NONE

    def lines(self, text: str, size: int, room: int, *, bold: bool = False) -> int:
        """Lines of ``text`` of ``size`` hundredths of a point in ``room`` EMU; a stretch wider than that is broken anywhere."""
        if text_width(text, size, bold=bold) <= room:
            return 1
        lines, used, last = 1, 0.0, ""
        for piece in _stretches(self.starts_none, self.ends_none).findall(text):
            width = text_width(piece, size, bold=bold)
            seam = _SEAM * size / 100 * _POINT if last and _wide(last) != _wide(piece[0]) else 0.0
            if used and used + seam + width > room:
                lines, used, seam = lines + 1, 0.0, 0.0
            used, last = used + seam + width, piece[-1]
            while used > room:
                lines, used = lines + 1, used - room
        return lines


@cache
def _stretches(starts_none: str, ends_none: str) -> re.Pattern[str]:
    """What stays on one line: digits and Latin letters up to a blank, and the marks and units that cling to them."""
    return re.compile(rf"[\n{re.escape(ends_none)}]*(?:[!-~]+|.)[\n{re.escape(starts_none)}]*", re.DOTALL)


def rules_of(presentation: etree._Element) -> LineRules:
    """Those that ``presentation`` names, else the usual ones."""
    found = next(presentation.iter("{*}kinsoku"), None)
    if found is None:
        return LineRules()
    return LineRules(found.get("invalStChars") or _STARTS_NONE, found.get("invalEndChars") or _ENDS_NONE)


def text_width(text: str, size: int, *, bold: bool = False) -> float:
    """The width of a stretch in EMU: wide characters are square, others up to two thirds in broad fonts."""
    wide = [_wide(char) for char in text]
    squares = wide.count(True)
    seams: int = sum(map(operator.ne, wide, wide[1:]))
    narrow = _BOLD if bold else _NARROW
    return (squares + narrow * (len(wide) - squares) + _SEAM * seams) * size / 100 * _POINT


def _wide(char: str) -> bool:
    return unicodedata.east_asian_width(char) in "WFA"
