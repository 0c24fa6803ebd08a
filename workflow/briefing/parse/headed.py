"""Headings that are paragraphs of their own and end as sentences do: 加强生态系统保护修复。 above what is done for it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from briefing.judgement import is_judgement
from briefing.parse.marks import mark_of
from briefing.parse.paragraphs import Line

HEADED = "headed"
_LONGEST = 26
_LEAST = 2  # in one area: a single short paragraph may be a task
_LONGER = 1.5  # times as long at least is what stands under it


def headings_of(lines: Sequence[Line], spans: Sequence[tuple[int, int, int]]) -> frozenset[int]:
    """Which lines of an area, whose text is ``spans`` of (line index, from, to), head those behind them; none where marks number
    its paragraphs."""
    whole = [index for index, start, end in spans if start == 0 and end == len(lines[index].text)]
    if any(mark_of(lines[index].text) for index in whole):
        return frozenset()
    found = frozenset(one for one, behind in pairwise(whole) if behind == one + 1 and _heads(lines[one], lines[behind]))
    return found if len(found) >= _LEAST else frozenset()


def _heads(line: Line, behind: Line) -> bool:
    text = line.text
    return (
        3 < len(text) <= _LONGEST
        and text.endswith("。")
        and not re.search(r"[\d，；：。！？]", re.sub("“[^”]*”", "“”", text[:-1]))
        and not text.startswith(("各位", "同志们"))
        and not is_judgement(text[:-1])
        and len(behind.text) > _LONGER * len(text)
        and behind.text[-1:] in "。！？；"
    )
