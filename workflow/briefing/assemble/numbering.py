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
    """``第4、26段``, three or more in a row as ``第24～26段``; empty when no paragraph is known."""
    known = sorted({number for number in paragraphs if number > 0})
    runs: list[list[int]] = []
    for number in known:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    told = [f"{run[0]}～{run[-1]}" if len(run) > 2 else "、".join(map(str, run)) for run in runs]
    return f"第{'、'.join(told)}段" if told else ""
