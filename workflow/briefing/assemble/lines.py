"""Where a title may break: after its marks, else between phrases, never inside a word (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import math
import re
from functools import cache
from typing import Any

import budoux

from briefing.assemble.widths import set_ems as ems

_MARKS = "，、；：—"
# Behind these no line ends: a number keeps its magnitude and unit.
_NUMBER = re.compile(r"\d[万亿千百]*$")


def title_lines(title: str, longest: float) -> list[str]:
    """``title`` in as few lines of at most ``longest`` ems as it needs, of like length, broken by meaning.

    A break goes behind a comma or its like where one stands near enough, else between phrases as BudouX finds them.
    A single phrase longer than a line is left whole.
    """
    if ems(title) <= longest:
        return [title]
    count = math.ceil(ems(title) / longest)
    while count <= len(title):
        lines = _parted(title, count, longest)
        if lines:
            return lines
        count += 1
    return [title]


def _parted(title: str, count: int, longest: float) -> list[str] | None:
    lines = []
    rest = title
    for left in range(count, 1, -1):
        ideal = ems(rest) / left
        best = min(
            (at for at in _breaks(rest) if ems(rest[:at]) <= longest),
            key=lambda at: abs(ems(rest[:at]) - ideal) - (longest / 3 if rest[at - 1] in _MARKS else 0),
            default=None,
        )
        if best is None:
            return None
        lines.append(rest[:best])
        rest = rest[best:]
    return [*lines, rest] if ems(rest) <= longest or len(_breaks(rest)) == 0 else None


def _breaks(text: str) -> list[int]:
    places = {at + 1 for at, one in enumerate(text[:-1]) if one in _MARKS}
    at = 0
    for phrase in _parser().parse(text)[:-1]:
        at += len(phrase)
        places.add(at)
    inside = 0
    depths = []
    for one in text:
        inside += one in "“‘《（"
        inside -= one in "”’》）"
        depths.append(inside)
    # Never inside quotation marks or brackets, never before a closing mark.
    return sorted(
        at
        for at in places
        if 0 < at < len(text)
        and depths[at - 1] == 0
        and text[at] not in "，。、；：”’》）—"
        and not _NUMBER.search(text[:at])
    )


@cache
def _parser() -> Any:
    return budoux.load_default_simplified_chinese_parser()
