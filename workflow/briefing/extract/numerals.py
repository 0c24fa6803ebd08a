"""Arabic and Chinese numerals and their magnitudes, as exact decimals."""

from __future__ import annotations

from decimal import Decimal

MAGNITUDES = {
    "万亿": Decimal(10) ** 12,
    "千亿": Decimal(10) ** 11,
    "百亿": Decimal(10) ** 10,
    "十亿": Decimal(10) ** 9,
    "亿": Decimal(10) ** 8,
    "千万": Decimal(10) ** 7,
    "百万": Decimal(10) ** 6,
    "十万": Decimal(10) ** 5,
    "万": Decimal(10) ** 4,
    "千": Decimal(1000),
    "百": Decimal(100),
}
_DIGITS = {"零": 0, "〇": 0, "一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
_PLACES = {"十": 10, "百": 100, "千": 1000}


def chinese_value(text: str) -> Decimal | None:
    """``三百二十`` → 320, ``上千万`` is for the caller; None when it is no number. ``百`` alone counts as 100."""
    total = section = digit = 0
    for char in text:
        if char in _DIGITS:
            digit = _DIGITS[char]
        elif char in _PLACES:
            section += (digit or 1) * _PLACES[char]
            digit = 0
        elif char in ("万", "亿"):
            total = (total + section + digit or 1) * (10**4 if char == "万" else 10**8)
            section = digit = 0
        else:
            return None
    return Decimal(total + section + digit)
