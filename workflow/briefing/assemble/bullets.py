"""How bullets are set: in which of the template's sizes (few words large, many words small, never below 18 points), and where a long one
takes a new line.

The measures are those of the layouts in ``templates/default/deck.pptx``, in points; a set that moves its boxes keeps them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.figures import balanced
from briefing.assemble.widths import lines_in

MOST_BESIDE = 3  # cards at the right of the text; four stand in a row above it
# Width and height of the text inside its margins: by itself, left of cards, below a row of them.
_ALONE, _BESIDE_CARDS, _BELOW_CARDS = (824.0, 296.0), (550.0, 296.0), (824.0, 188.0)
_BULLET = 22.0  # what the bullet takes of a line
# Name, size, line and space after a paragraph, from large to small.
_SIZES = (("large", 24, 34, 16), ("medium", 20, 29, 12), ("small", 18, 26, 8))
_HEAD = 36.0
_END_OF_SENSE = re.compile("(?<=[；。])(?=.)")
_LONG, _SHORT = 120, 30  # characters of a measure that takes a new line, and of the shorter of its two parts


def in_breaths(text: str) -> list[str]:
    """A measure too long to be taken in as one block as two lines of one bullet, parted behind the semicolon nearest its middle. A comma
    parts none: the stub of a line before the next reads as an item that has lost its mark."""
    if len(text) < _LONG:
        return [text]
    ends = [found.start() for found in _END_OF_SENSE.finditer(text) if balanced(text[: found.start()])]
    at = min(ends, key=lambda one: abs(len(text) / 2 - one), default=0)
    return [text[:at], text[at:]] if min(at, len(text) - at) >= _SHORT else [text]


def room(cards: int) -> tuple[float, float]:
    """Width and height in points of the text's place inside its margins beside so many ``cards``."""
    return _ALONE if not cards else _BESIDE_CARDS if cards <= MOST_BESIDE else _BELOW_CARDS


def size_of(texts: Sequence[str], heads: Sequence[str], cards: int) -> str:
    """The largest size in which ``texts`` fit their place beside so many ``cards``; empty where none does."""
    width, height = room(cards)
    for name, size, line, after in _SIZES:
        lines = sum(lines_in(one, (width - _BULLET) / size * 0.97) for text in texts for one in in_breaths(text))
        if lines * line + (len(texts) - 1) * after + sum(map(bool, heads)) * _HEAD <= height:
            return name
    return ""
