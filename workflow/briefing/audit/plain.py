"""Texts made comparable: digits, percent and range signs in one form, no spaces; otherwise as written."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

# What is written in several ways, and the one that is compared.
_SAME = dict(zip("０１２３４５６７８９．％，–—－〜~", "0123456789.%,---～～", strict=True))
_TRANSLATED = str.maketrans(_SAME)
# Subscripts that the source may write in either way.
_COMPATIBLE = frozenset("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹")
_INVISIBLE = r"\s\u200b-\u200f\u2060\ufeff\u00ad"
# What may read otherwise than it is written; all between two of these stays as it is.
_SPECIAL = re.compile(rf"([{_INVISIBLE}])|[,\-～{''.join([*_SAME, *_COMPATIBLE])}]")
_THOUSANDS, _RANGE = re.compile(r",\d{3}(?!\d)"), re.compile(r"[-～]+\s*\d")
_PUNCTUATION = re.compile(r"[^\w%‰℃°.+/～-]|_")


# An audit asks twenty times for the form of the same text.
@lru_cache(maxsize=2048)
def plain(text: str) -> str:
    return "".join([piece for _, piece in _pieces(text)])


def plain_with_places(text: str) -> tuple[str, list[int]]:
    """The comparable text, and for every one of its characters where it stood in ``text``."""
    pieces = list(_pieces(text))
    return "".join([piece for _, piece in pieces]), [at + n for at, piece in pieces for n in range(len(piece))]


def _pieces(text: str) -> Iterator[tuple[int, str]]:
    """The comparable text in pieces, each with the place where it began; a character gives one or none."""
    reached, last = 0, ""
    for found in _SPECIAL.finditer(text):
        at = found.start()
        if at > reached:
            yield reached, text[reached:at]
            last = text[at - 1]
        reached = at + 1
        if found[1]:
            continue
        shown = _SAME.get(found[0], found[0])
        if shown == "," and last.isdigit() and _THOUSANDS.match(text[at : at + 5].translate(_TRANSLATED)):
            continue  # 1,234 and 1234 are one number
        if shown in "-～" and last.isdigit() and _RANGE.match(text[at : at + 6].translate(_TRANSLATED)):
            shown = "～"  # 3-5, 3—5 and 3～5 are one range
        if shown == "～" and last == "～":
            continue
        last = unicodedata.normalize("NFKC", shown) if shown in _COMPATIBLE else shown
        yield at, last
    if reached < len(text):
        yield reached, text[reached:]


@lru_cache(maxsize=2048)
def letters(text: str) -> str:
    """Only what is read aloud: no punctuation, no spaces; for asking whether words are there, whole and in order."""
    return _PUNCTUATION.sub("", plain(text))
