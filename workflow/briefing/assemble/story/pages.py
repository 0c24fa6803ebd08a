"""How much one slide holds, and how a text that is longer goes on: evenly, in order, parted by sense, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.lines import title_lines
from briefing.assemble.numbering import numeral
from briefing.assemble.widths import lines_in
from briefing.naming.spread import spread_before
from briefing.naming.strength import apart
from slide_templates.even_parts import even_parts

# A slide that is read aloud holds no more (seven bullets, about 160 characters).
MOST_BULLETS = 7
MOST_CHARACTERS = 164
# Of a measure longer than a slide holds, what goes on overleaf: parts that can be read aloud in one breath.
_LONGEST_PART = 75
_QUANTITY = re.compile(r"\D{0,3}\d")
_REMARK = re.compile(r"（(?:[^（）]*年[^（）]{0,3}|[^（）\d]{2,4})）$")  # another time, or what was done
# Commas after which something begins that can stand.
_COMMA = re.compile(r"(?<=，)(?!以及|并|和(?!谐|平|美|睦)|及(?!时|早)|或者)")
_BOUND = re.compile(r"(?:(?<=^控制在|^稳定在|^保持在|^维持在|^发展到|^增加到)|(?<=^达到))(?=\d)")
_LONGEST_QUANTITY = 14  # characters; a clause that begins with a number is longer
_PLACES = re.compile(r"第[\d、～]+段")
_NARROW_CELL = 9.0  # ems of the columns of quantities in half a slide
# Ems of the columns that tell of the areas in the overview, at 14 points, and the lines that a slide of them holds.
AREAS = ((2.3, 17.6, 39.6), 13.5)
# A title has two lines of the template's size, and is no more than can be taken in at a glance.
TITLE_LINE, LONGEST_TITLE = 35, 56


def parts_of(text: str, most: int = _LONGEST_PART) -> list[str]:
    """A measure whole; one longer than a slide holds in parts of like length that end behind its commas, nothing lost. No part
    begins with 以及 or 并, which lean on what stands before them."""
    if len(text) <= MOST_CHARACTERS:
        return [text]
    clauses = _COMMA.split(text)
    count = -(-len(text) // most)
    parts = [clauses[0]]
    done = 0
    for clause in clauses[1:]:
        even = (len(text) - done) / max(1, count - len(parts) + 1)
        if len(parts[-1]) + len(clause) / 2 <= even and len(parts[-1]) + len(clause) <= most:
            parts[-1] += clause
        else:
            done += len(parts[-1])
            parts.append(clause)
    return parts


def fits_title(title: str) -> bool:
    """Whether a slide's two lines hold ``title``, broken by meaning."""
    return len(title) <= LONGEST_TITLE and len(title_lines(title, TITLE_LINE)) <= 2


def fits(texts: Sequence[str], most: int = MOST_CHARACTERS) -> bool:
    """Whether one slide of ``most`` characters holds all of ``texts``."""
    return len(texts) <= MOST_BULLETS and sum(map(len, texts)) <= most


def split_rows(
    rows: Sequence[tuple[str, ...]],
    widths: Sequence[float],
    most_lines: float,
    extra: float = 0.82,
    *,
    two_by_two: bool = False,
) -> list[list[tuple[str, ...]]]:
    """Rows of a table over as few columns or slides as hold ``most_lines`` single lines each, evenly filled.

    ``widths``: ems of the columns; ``extra``: what each further line of a row adds to it; ``two_by_two``: more than one column
    are an even number of them.
    """
    heights = [1 + extra * (max(map(_lines_of, row, widths)) - 1) for row in rows]
    parts = even_parts(heights, most_lines, even_number=two_by_two)
    return [list(rows[start:end]) for start, end in parts]


def _lines_of(cell: str, width: float) -> int:
    """Lines of a cell, of which some may be broken by meaning; in a narrow one stands a quantity, bold, or a place, which is not."""
    lines = cell.split("\n")
    if width >= _NARROW_CELL or _PLACES.fullmatch(cell):
        return sum(lines_in(one, width) for one in lines)
    return sum(lines_in(one, width, bold=True) for line in lines for one in quantity_lines(line, width))


def quantity_lines(cell: str, width: float) -> list[str]:
    """A quantity in a column of ``width`` ems: 力争, 控制在 or another time beside it where one line holds both, else on lines of
    their own."""
    lines: list[str] = []
    for part in (one for each in quantity_parts(cell) for one in _BOUND.split(each, maxsplit=1) if one):
        if lines and lines_in(lines[-1] + part, width, bold=True) == 1:
            lines[-1] += part
        else:
            lines.append(part)
    return lines


def quantity_parts(cell: str) -> list[str]:
    """A quantity and what stands beside it: 力争 or 预计 before, behind it its time where that is another than the column's, or what was
    done: 18.2%（2017年）, 1000个（建设）."""
    word = word_before(cell)
    quantity = cell[len(word) :]
    if _QUANTITY.match(quantity) and len(quantity) <= _LONGEST_QUANTITY and (remark := _REMARK.search(quantity)):
        return [one for one in (word, quantity[: remark.start()], remark[0]) if one]
    return [one for one in (word, quantity) if one]


def word_before(cell: str) -> str:
    """力争, 预计 or 平均 before a quantity; empty for a clause that begins with it: 力争完成绿化面积300亩."""
    word = apart(cell)
    word += spread_before(cell[len(word) :])
    return word if _QUANTITY.match(cell[len(word) :]) else ""


def continued(title: str, page: int) -> str:
    """The title of a subject's n-th slide: （续）, （续二） …"""
    return title if page == 1 else f"{title}（续{'' if page == 2 else numeral(page - 1)}）"
