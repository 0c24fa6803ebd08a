"""Texts made comparable: digits, percent and range signs in one form, no spaces; otherwise as written."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = str.maketrans("０１２３４５６７８９．％，–—－〜~", "0123456789.%,---～～")
_INVISIBLE = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad]")
# What may read otherwise than it is written; all between two of these stays as it is.
_SPECIAL = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad,\-～₀-₉⁰¹²³⁴-⁹]")
_PUNCTUATION = re.compile(r"[^\w%‰℃°.+/～-]|_")


def plain(text: str) -> str:
    source = text.translate(_DIGITS)
    return source if _SPECIAL.search(source) is None else plain_with_places(text)[0]


def plain_with_places(text: str) -> tuple[str, list[int]]:
    """The comparable text, and for every one of its characters where it stood in ``text``."""
    characters: list[str] = []
    places: list[int] = []
    source = text.translate(_DIGITS)
    reached = 0
    for found in _SPECIAL.finditer(source):
        at, character = found.start(), found[0]
        characters += source[reached:at]
        places += range(reached, at)
        reached = at + 1
        shown = character
        if _INVISIBLE.match(character):
            continue
        previous = characters[-1] if characters else ""
        if character == "," and previous.isdigit() and re.match(r",\d{3}(?!\d)", source[at : at + 5]):
            continue  # 1,234 and 1234 are one number
        if character in "-～" and previous.isdigit() and re.match(r"[-～]+\s*\d", source[at : at + 6]):
            shown = "～"  # 3-5, 3—5 and 3～5 are one range
        if shown == "～" and previous == "～":
            continue
        for one in unicodedata.normalize("NFKC", shown) if shown in _COMPATIBLE else shown:
            characters.append(one)
            places.append(at)
    characters += source[reached:]
    places += range(reached, len(source))
    return "".join(characters), places


def letters(text: str) -> str:
    """Only what is read aloud: no punctuation, no spaces; for asking whether words are there, whole and in order."""
    return _PUNCTUATION.sub("", plain(text))


# Subscripts that the source may write in either way.
_COMPATIBLE = frozenset("₀₁₂₃₄₅₆₇₈₉⁰¹²³⁴⁵⁶⁷⁸⁹")
