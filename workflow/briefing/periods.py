"""Over how many years a text looks back where a figure stands: a review of five years tells five years' sums as well as last year's."""

from __future__ import annotations

import re
from bisect import bisect_right

_PERIOD = re.compile(
    r"(?P<five>五年来|(?:过去|这|的|刚刚过去的)五年|五年间|“十[一二三四五六]?五”(?:以来|期间)，|(?:19|20)\d[05]年[到至—-]20\d[05]年)|一年来|(?:过去|这|的)一年|去年(?=[，以我全])|20\d\d年，"
)
_COUNTS = "零一两三四五六七八九十"
# 通过3年努力, 三年累计, 今明两年培训3500万人次: so many years together.
_TOGETHER = re.compile(
    r"(?:通过|[用近过去这])?(?P<years>[二两三四五六七八九十]|(?<!\d)\d{1,2})年(?:左右)?(?:(?<=今明两年)|的?时间|的?努力|内(?!容)|累计|来(?!自)|共)"
)


class Periods:
    """How many years the text is looking back over, as it says itself: 五年来 until 过去一年 or a single year takes over."""

    def __init__(self, cleaned: str) -> None:
        self._said = [(found.start(), 5 if found["five"] else 1) for found in _PERIOD.finditer(cleaned)]

    def at(self, place: int) -> int:
        """Years that a review covers where it stands at ``place`` of the cleaned text; 1 where it says nothing."""
        behind = bisect_right(self._said, (place, 0))
        return self._said[behind - 1][1] if behind else 1


def years_together(text: str) -> re.Match[str] | None:
    """Where ``text`` first says over how many years something is told together; group ``years`` as it is written."""
    return _TOGETHER.search(text)


def counted_years(written: str) -> int:
    """3 for 3 and 三."""
    return int(written) if written.isdigit() else _COUNTS.index(written.replace("二", "两"))


def years_in_words(years: int) -> str:
    """五年, 两年."""
    return f"{_COUNTS[years]}年" if years < len(_COUNTS) else f"{years}年"


def period_of(year: int, years: int) -> str:
    """What a time is called that ends with ``year`` and is ``years`` long: 2017年, 过去五年; nothing where no year is known."""
    if not year:
        return ""
    return f"{year}年" if years <= 1 else f"过去{years_in_words(years)}"
