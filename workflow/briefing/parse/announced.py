"""How many areas the text itself announces: 八个方面, 七方面工作, 十大提升工程, “八个聚力”, 6项重点任务."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.parse.marks import numeral_value
from briefing.parse.paragraphs import Line
from briefing.parse.titles import AreaStart

_NUMBER = r"([一二三四五六七八九十]{1,3}|\d{1,2})"
_GROUPS = (
    "方面|突破|聚力|提升|工程|攻坚|行动|工作|任务|强化|坚持|着力|聚焦|重点|举措|抓手|硬仗|战役|战|文章|支撑|领域|关键|推进|加快|狠抓|跃升|"
    "倍增|高地|发力|新|更加|上|抓|全力|确保|实施|专项"
)
_COUNTED = re.compile(
    rf"(?<![第年月前后近上一二三四五六七八九十\d.]){_NUMBER}(?:个|大|项|件|条|场|篇|方面|则)[“‘]?(?:重点|方面|主要|关键|专项|重大|民生)?[^。；，、：]{{0,6}}?(?:{_GROUPS})"
    rf"|(?<![第年月一二三四五六七八九十\d.]){_NUMBER}(?:方面|突破|聚力)"
)
_HINT = re.compile(
    r"[一二三四五六七八九十\d](?:个|大|项|件|条|场|篇|方面|则|突破|聚力)"
)  # cheap to look for, and in all of them
_CLOSE = 40  # characters behind an announcement that ends its paragraph
_FAR = 4  # paragraphs between the announcement and the first heading
_SAYS_SO = re.compile(r"方面|工作|任务|重点|工程|行动|突破|聚力|聚焦|攻坚|提升")


@dataclass(frozen=True)
class Announcement:
    """``count`` areas are announced on line ``line``, with ``rest`` characters of the paragraph behind the words."""

    line: int
    count: int
    rest: int


def announcements(lines: tuple[Line, ...], first: int, last: int) -> list[Announcement]:
    """Wherever ``lines[first - 2:last]`` counts what it will treat."""
    found = []
    for k in range(max(0, first - 2), last):
        text = lines[k].text
        for hint in _HINT.finditer(text):
            match = _COUNTED.search(text, max(0, hint.start() - 2), hint.end() + 14)
            if match and match.start() <= hint.start() and 2 <= (count := numeral_value(match[1] or match[2])) <= 20:
                found.append(Announcement(k, count, len(text) - match.end()))
    return found


def says(announced: list[Announcement], count: int, start: AreaStart, *, closely: bool = False) -> bool:
    """Whether this count is announced in the paragraphs right before the first heading, or before it in its own.

    ``closely``: the words must end their paragraph.
    """
    nearest = start.line if start.at else start.line - 1
    return any(
        one.count == count and start.line - _FAR <= one.line <= nearest and not (closely and one.rest > _CLOSE)
        for one in announced
    )


def announced_for(announced: list[Announcement], found: int, lines: tuple[Line, ...], start: AreaStart) -> int | None:
    """What is announced right before the first heading: the count that agrees, else what a short line there says."""
    if says(announced, found, start):
        return found
    tight = [
        one.count
        for one in announced
        if start.line - 1 <= one.line <= start.line
        and _SAYS_SO.search(lines[one.line].text[-24:])
        and len(lines[one.line].text) < 60
    ]
    return tight[-1] if tight else None
