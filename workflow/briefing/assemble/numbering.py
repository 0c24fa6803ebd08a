"""Numbers as Chinese documents write them: 一 … 九十九, and places such as 第3、5段."""

from __future__ import annotations

from collections.abc import Iterable

_DIGITS = "零一二三四五六七八九"


def numeral(number: int) -> str:
    """1 → 一, 12 → 十二, 30 → 三十; up to 99, beyond that Arabic."""
    if not 0 <= number < 100:
        return str(number)
    if number < 10:
        return _DIGITS[number]
    tens, ones = divmod(number, 10)
    return ("" if tens == 1 else _DIGITS[tens]) + "十" + (_DIGITS[ones] if ones else "")


def places(paragraphs: Iterable[int]) -> str:
    """``第4、26段``; empty when no paragraph is known."""
    known = sorted({number for number in paragraphs if number > 0})
    return f"第{'、'.join(map(str, known))}段" if known else ""
