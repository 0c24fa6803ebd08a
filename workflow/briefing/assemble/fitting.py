"""Which of the template's sizes the words of a slide fit: few words large, many words small; bullets are in ``bullets``.

The measures are those of the layouts in ``templates/default/deck.pptx``, in points; a set that moves its boxes keeps them.
"""

from __future__ import annotations

from briefing.assemble.bullets import size_of
from briefing.assemble.lines import title_lines
from briefing.assemble.story.compared import COMPARED
from briefing.assemble.story.look_alikes import large_alike
from briefing.assemble.story.pages import split_rows
from briefing.assemble.widths import lines_in
from briefing.model import Slide

# Ems of the columns at 14 points; lines that a table holds beside its header at the larger size.
_HALF = (14.5, 8.6, 5.0)
_TABLES = {
    "agenda": ((12.0, 28.0, 23.0), 18, 7.9),
    "years": (_HALF, 16, 9.5),
    "compared": (COMPARED[0], 16, 9.8),
    "results": (_HALF, 16, 9.5),
    "targets": (_HALF, 16, 9.5),
    "completion": ((11.4, 19.2, 19.2, 7.6), 16, 8.0),
}
_NARROW_TABLE = 20.0  # ems of the column of names in half a slide are fewer
# Ems of a line in tiles that share the slide's width, and what they keep free at their sides.
_TILES, _TILE_MARGIN = 48.5, 2.4
# Points of a tile's text and of the words above it: where all texts of an overview take two lines of the larger, and as usual.
_LARGE_TILE, _TILE = (24, 18), (18, 14)
_LINES_OF_LARGE_TILE = 2
# Ems of the columns of quantities where a slide has two tables, in the smaller and in the larger size.
_QUANTITIES = (8.5, 7.4)
_QUANTITIES_COMPARED, _WIDEST = 7.0, 60.0
# The column of names in a kind's tables, and how many ems it holds in the smaller and in the larger size: where the table has the
# slide to itself, and where it shares it with another, a chart or cards.
_NAMES = {
    "overview": (1, (14.2, 14.2), (14.2, 14.2)),
    "agenda": (1, (26.0, 26.0), (14.7, 14.7)),
    "compared": (0, (25.1, 21.8), (12.9, 12.9)),
    "years": (0, (14.5, 12.6), (14.5, 12.6)),
    "results": (0, (30.0, 30.0), (14.5, 12.6)),
    "targets": (0, (30.0, 30.0), (14.5, 12.6)),
    "completion": (0, (11.2, 9.8), (11.2, 9.8)),
    "pairs": (0, (8.6, 7.5), (8.6, 7.5)),
    "closing": (0, (8.6, 8.6), (8.6, 8.6)),
}
_BESIDE_COMPARED = 8.7


def fit_of(slide: Slide) -> str:
    """``large``, ``medium`` or ``small``: the largest size in which the slide's bullets or rows fit its place."""
    if slide.kind == "topic":
        return size_of(slide.bullets, slide.heads, len(slide.cards)) or "small"
    if slide.kind == "overview" and slide.heads:
        return "large" if _fits_large_tiles(slide) else "small"
    if slide.kind == "pairs":
        return "large" if len(large_alike(slide.rows)) <= 1 else "small"
    if slide.kind not in _TABLES:
        return "small"
    columns, size, room = _TABLES[slide.kind]
    if slide.kind == "targets" and not slide.beside and not slide.chart:
        columns, size, room = (41.0, 20.0, 8.0), 18, 8.0
    widths = [width * 14 / size for width in columns]
    fits = all(len(split_rows(rows, widths, room)) <= 1 for rows in (slide.rows, slide.beside))
    return "large" if fits else "small"


def name_column(slide: Slide, *, beside: bool = False) -> tuple[int, float] | None:
    """Which column of the slide's table (``beside``: of the one at its right) holds names, and how many ems; None for a table
    that has none."""
    if slide.kind not in _NAMES:
        return None
    column, alone, shared = _NAMES[slide.kind]
    if beside and slide.kind == "compared":
        return column, _BESIDE_COMPARED
    widths = shared if slide.beside or slide.chart or slide.cards else alone
    return column, widths[slide.chart != "" or fit_of(slide) == "large"]


def quantity_column(slide: Slide, *, beside: bool = False) -> float:
    """Ems of the column of quantities in one of two tables (``beside``: the one at the right), or in one beside a chart or cards;
    elsewhere as many as a slide has."""
    column = name_column(slide, beside=beside)
    if column is None or column[1] >= _NARROW_TABLE:
        return _WIDEST
    return _QUANTITIES_COMPARED if slide.kind == "compared" else _QUANTITIES[fit_of(slide) == "large"]


def tile_widths(slide: Slide) -> tuple[float, float]:
    """Ems of a line in one of the slide's tiles, of its text and of the words above."""
    large = slide.kind == "overview" and fit_of(slide) == "large"
    return _tile_widths(len(slide.bullets), _LARGE_TILE if large else _TILE)


def _tile_widths(count: int, sizes: tuple[int, int]) -> tuple[float, float]:
    width = (_TILES / max(1, count) - _TILE_MARGIN) * _TILE[0]
    return width / sizes[0], width / sizes[1]


def _fits_large_tiles(slide: Slide) -> bool:
    text, head = _tile_widths(len(slide.bullets), _LARGE_TILE)
    lines = max(len(title_lines(one, text)) for one in slide.bullets)
    broken = max(lines_in(line, text) for one in slide.bullets for line in title_lines(one, text))
    return lines <= _LINES_OF_LARGE_TILE and broken == 1 and all(lines_in(one, head) == 1 for one in slide.heads)
