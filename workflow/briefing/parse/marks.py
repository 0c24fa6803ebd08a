"""Marks that number headings: （一） 一、 一是 第一， —— 1. （1）; what they are worth and which number they carry."""

from __future__ import annotations

import re
from dataclasses import dataclass

_NUMERAL = "[一二三四五六七八九十]{1,3}"
_PATTERNS = {
    "chapter": re.compile(rf"第({_NUMERAL})(?:部分|章|篇)[：:、\s]?"),
    "comma": re.compile(rf"({_NUMERAL})、"),
    "paren": re.compile(rf"[（(]({_NUMERAL})[）)][、.]?"),
    "is": re.compile(rf"({_NUMERAL})是(?!否)(?:要)?"),
    "ordinal": re.compile(rf"[第其]({_NUMERAL})[，、：]"),
    "named": re.compile(rf"(?:任务|行动|工程|举措|战役|突破|抓手)({_NUMERAL}|\d{{1,2}})[：:、]"),
    "digit": re.compile(r"(\d{1,2})[.．、](?!\d)"),
    "digit_paren": re.compile(r"[（(](\d{1,2})[）)]"),
    "circled": re.compile(r"([①-⑳])"),
}
_DASH = re.compile(r"[—-]{1,3}(?=[\u4e00-\u9fff“])")
_FIRST = frozenset("任行工举战突抓其第一二三四五六七八九十（(0123456789—-") | {chr(ord("①") + k) for k in range(20)}
_VALUES = {numeral: value for value, numeral in enumerate("一二三四五六七八九", 1)}


@dataclass(frozen=True)
class Mark:
    """``kind`` is the sort of mark, ``number`` what it says (0 for a dash), ``length`` how many characters it takes."""

    kind: str
    number: int
    length: int


def mark_of(text: str, at: int = 0) -> Mark | None:
    """The mark that stands at ``at``, or None."""
    if text[at : at + 1] not in _FIRST or at >= len(text):
        return None
    for kind, pattern in _PATTERNS.items():
        found = pattern.match(text, at)
        if found:
            number = numeral_value(found[1])
            return Mark(kind, number, found.end() - at) if number else None
    found = _DASH.match(text, at)
    return Mark("dash", 0, found.end() - at) if found else None


def starts_with_mark(text: str) -> bool:
    return mark_of(text) is not None


def numeral_value(text: str) -> int:
    """1–99 from Chinese numerals, circled or Arabic digits; 0 when it is none."""
    if text.isdigit() and text.isascii():
        return int(text)
    if len(text) == 1 and "①" <= text <= "⑳":
        return ord(text) - ord("①") + 1
    if text in _VALUES:
        return _VALUES[text]
    tens, ten, ones = text.partition("十")
    if not ten or len(tens) > 1 or len(ones) > 1:
        return 0
    high = _VALUES.get(tens, 0) if tens else 1
    low = _VALUES.get(ones, 0) if ones else 0
    return 0 if (tens and not high) or (ones and not low) else high * 10 + low
