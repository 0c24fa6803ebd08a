"""Over how many years a text looks back where a figure stands: a review of five years tells five years' sums as well as last year's."""

from __future__ import annotations

import re
from bisect import bisect_right

_PERIOD = re.compile(
    r"(?P<five>五年来|(?:过去|这|的|刚刚过去的)五年|五年间)|一年来|(?:过去|这|的)一年|去年(?=[，以我全])|20\d\d年，"
)
_COUNTS = "零一两三四五六七八九"


class Periods:
    """How many years the text is looking back over, as it says itself: 五年来 until 过去一年 or a single year takes over."""

    def __init__(self, cleaned: str) -> None:
        self._said = [(found.start(), 5 if found["five"] else 1) for found in _PERIOD.finditer(cleaned)]

    def at(self, place: int) -> int:
        """Years that a review covers where it stands at ``place`` of the cleaned text; 1 where it says nothing."""
        behind = bisect_right(self._said, (place, 0))
        return self._said[behind - 1][1] if behind else 1


def years_in_words(years: int) -> str:
    """五年, 两年."""
    return f"{_COUNTS[years]}年" if years < len(_COUNTS) else f"{years}年"


def period_of(year: int, years: int) -> str:
    """What a time is called that ends with ``year`` and is ``years`` long: 2017年, 过去五年; nothing where no year is known."""
    if not year:
        return ""
    return f"{year}年" if years <= 1 else f"过去{years_in_words(years)}"
