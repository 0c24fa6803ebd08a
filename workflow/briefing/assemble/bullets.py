"""Which of the template's sizes hold bullets: few words large, many words small, never below 18 points.

The measures are those of the layouts in ``templates/default/deck.pptx``, in points; a set that moves its boxes keeps them.
"""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assemble.widths import lines_in

MOST_BESIDE = 3  # cards at the right of the text; four stand in a row above it
# Width and height of the text inside its margins: by itself, left of cards, below a row of them.
_ALONE, _BESIDE_CARDS, _BELOW_CARDS = (824.0, 296.0), (550.0, 296.0), (824.0, 188.0)
_BULLET = 22.0  # what the bullet takes of a line
# Name, size, line and space after a paragraph, from large to small.
_SIZES = (("large", 24, 34, 16), ("medium", 20, 29, 12), ("small", 18, 26, 8))
_HEAD = 36.0


def size_of(texts: Sequence[str], heads: Sequence[str], cards: int) -> str:
    """The largest size in which ``texts`` fit their place beside so many ``cards``; empty where none does."""
    width, height = _ALONE if not cards else _BESIDE_CARDS if cards <= MOST_BESIDE else _BELOW_CARDS
    for name, size, line, after in _SIZES:
        lines = sum(lines_in(text, (width - _BULLET) / size * 0.97) for text in texts)
        if lines * line + (len(texts) - 1) * after + sum(map(bool, heads)) * _HEAD <= height:
            return name
    return ""


def text_height(cards: int) -> float:
    """Points of the text's place inside its margins beside so many ``cards``."""
    return (_ALONE if not cards else _BESIDE_CARDS if cards <= MOST_BESIDE else _BELOW_CARDS)[1]
