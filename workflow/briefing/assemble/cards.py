"""Which figures a card holds, and in which of the template's two sizes its quantity is set.

The measures are those of the layouts in ``templates/default/deck.pptx``, in points; a set that moves its boxes keeps them.
"""

from __future__ import annotations

from briefing.assemble.bullets import MOST_BESIDE
from briefing.assemble.figures import tabled
from briefing.assemble.lines import cell_lines, title_lines
from briefing.assemble.widths import BROAD, ems, lines_in
from briefing.model import Figure, Slide
from briefing.naming.shown_quantity import shown_quantity

_ROW, _GAP, _MARGINS = 874.0, 14.4, 32.0
# Width of a card (on an overview of all cards side by side); size of its number and of the words around it.
_SIZES = {
    "overview": (_ROW, ((44, 20), (32, 18))),
    "topic": (247.0, ((32, 16), (23, 14))),
    "years": (417.0, ((54, 22), (39, 20))),
}
_LOW = ((32, 16), (23, 14))  # topics in a table leave the cards of an overview less height
_LABELS = {"overview": 16, "topic": 14, "years": 22}  # the size of the name on a card
_LOW_LABEL = 14
# A topic's title below the cards of an overview, under what the topic holds.
_TILE_TITLE, _TILE_MARGINS, _TILE_LINES = 20, 20.0, 3
_BY_ITSELF = 287.0  # a single card of an overview, at whose right its sentence stands
# Ems of that sentence's line at 18 points, and lines: above tiles, above a table, and below the card that stands beside last year's results.
_QUOTES = {"tiles": (29.0, 4), "table": (29.0, 3), "years": (21.0, 5)}
_MOST_LINES = 2  # of a name: a third one would stand outside the card


def card_size(slide: Slide, figure: Figure, count: int) -> str:
    """``short`` when the whole quantity stands in one line of a card, else ``long``, which is set smaller."""
    return "short" if _fits_line(figure, slide.kind, count, 0, low=_is_low(slide)) else "long"


def label_width(slide: Slide) -> float:
    """Ems of a line in a card of the slide, in the size of the name on it."""
    return _label_width(slide.kind, len(slide.cards), low=_is_low(slide))


def fits_card(figure: Figure, kind: str, count: int, *, low: bool = False) -> bool:
    """Whether one of ``count`` cards of a slide of ``kind`` holds ``figure``: its quantity in a line, its name in two."""
    width = _label_width(kind, count, low=low)
    lines = sum(lines_in(one, width) for one in cell_lines(tabled(figure), width, brackets=True).split("\n"))
    return lines <= _MOST_LINES and _fits_line(figure, kind, count, 1, low=low)


def fits_quote(text: str, place: str) -> bool:
    """Whether ``text`` fits beside the only card of an overview above ``tiles`` or a ``table``, or below that of both ``years``."""
    width, lines = _QUOTES[place]
    told = title_lines(text, width)
    return len(told) <= lines and all(lines_in(one, width) == 1 for one in told)


def quote_lines(slide: Slide) -> str:
    """The words beside the slide's only card, broken by meaning and behind no number."""
    place = "years" if slide.kind == "years" else "table" if _is_low(slide) else "tiles"
    return "\n".join(title_lines(slide.quote, _QUOTES[place][0]))


def fits_tile(title: str, count: int) -> bool:
    """Whether one of ``count`` tiles below the cards of an overview holds the title of a topic."""
    width = ((_ROW - _GAP * (count - 1)) / count - _TILE_MARGINS) / _TILE_TITLE
    return sum(lines_in(one, width) for one in cell_lines(title, width).split("\n")) <= _TILE_LINES


def _fits_line(figure: Figure, kind: str, count: int, size: int, *, low: bool) -> bool:
    low = low or _in_row(kind, count)
    number, words = (_LOW if low else _SIZES.get(kind, _SIZES["topic"])[1])[size]
    before, _, after = shown_quantity(figure).partition(figure.value)
    needed = ems(figure.value, BROAD) * number + ems(before + after, BROAD) * words
    return needed <= _width(kind, count) - _MARGINS


def _label_width(kind: str, count: int, *, low: bool) -> float:
    return (_width(kind, count) - _MARGINS) / (_LOW_LABEL if low else _LABELS.get(kind, _LABELS["topic"]))


def _width(kind: str, count: int) -> float:
    if kind == "overview" and count == 1:
        return _BY_ITSELF
    width = _SIZES["overview" if _in_row(kind, count) else kind if kind in _SIZES else "topic"][0]
    return (width - _GAP * (count - 1)) / count if kind == "overview" or _in_row(kind, count) else width


def _in_row(kind: str, count: int) -> bool:
    """Whether so many cards of a slide of text stand in a row above it."""
    return kind == "topic" and count > MOST_BESIDE


def _is_low(slide: Slide) -> bool:
    return slide.kind == "overview" and not slide.heads
