"""Years written in Chinese numerals, 二〇二四年, read as 2024年: as many characters, so that places stay."""

from __future__ import annotations

import re

_DIGITS = {
    **{numeral: str(value) for value, numeral in enumerate("〇一二三四五六七八九")},
    "○": "0",
    "零": "0",
    "O": "0",
}
_YEAR = re.compile(r"[一二]([〇○零O]|九)[〇○零O一二三四五六七八九]{2}(?=年)")


def with_arabic_years(text: str) -> str:
    """The text with its years in Arabic figures; of the same length."""
    return _YEAR.sub(lambda found: "".join(_DIGITS[numeral] for numeral in found[0]), text)
