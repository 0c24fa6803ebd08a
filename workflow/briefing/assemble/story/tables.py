"""Tables that one slide may not hold: how high their rows are drawn, and the slides that they go on over."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate

from briefing.assemble.lines import title_lines
from briefing.assemble.story.pages import continued
from briefing.assemble.widths import lines_in
from briefing.model import Slide
from slide_templates.even_parts import even_parts

Row = tuple[str, ...]
# Points of the template's tables at 14 points: a row of one line, what each further line adds, a row with an empty cell, which
# is as high as its font; what the slide has below the header, and with a remark at its foot.
_ONE, _FURTHER, _EMPTY = 21.9, 17.5, 24.7
ROOM, _ROOM_OVER_REMARK, ROOM_BELOW_TILES = 317.0, 295.8, 166.0
# Ems of the columns of the tables that go on: of tasks, by how wide their column of targets is, from broad to narrow, of the
# evidence, and of the open questions.
_TASKS = {
    "broad": (2.3, 26.0, 14.9, 4.9, 4.9, 4.9),
    "medium": (2.3, 30.0, 10.9, 4.9, 4.9, 4.9),
    "narrow": (2.3, 34.0, 6.9, 4.9, 4.9, 4.9),
}
_HARDLY_HIGHER, _HIGH_ROW = 1.1, 75.0  # a row of up to four lines is none of many
_RAGGED = 0.5  # ems at the end of a line that a closing mark may take along
_EVIDENCE = (17.8, 4.8, 37.5)
_QUESTIONS = (2.9, 8.8, 47.8)
_TARGET = 2  # which column of a task names its target


@dataclass(frozen=True)
class Told:
    """A row of a table, the paragraphs it rests on, and what the speaker's notes say of it."""

    row: Row
    paragraphs: tuple[int, ...]
    notes: str = ""


def target_column(rows: Sequence[Row]) -> str:
    """How wide the column 目标指标 is, the same on all slides of the table: the narrowest of those that need the fewest slides and
    are hardly higher than the lowest, without a row of many short lines."""
    if not any(row[_TARGET] for row in rows):
        return "narrow"
    lengths = {name: _length(rows, widths) for name, widths in _TASKS.items()}
    fewest, lowest, _ = min(lengths.values())
    highest = max(min(row for _, _, row in lengths.values()) * _HARDLY_HIGHER, _HIGH_ROW)
    fitting = [
        name
        for name, (many, high, row) in lengths.items()
        if many == fewest and high <= lowest * _HARDLY_HIGHER and row <= highest
    ]
    return fitting[-1] if fitting else min(lengths, key=lambda one: lengths[one])


def evidence_slides(rows: Sequence[Row], *, remark: bool = False) -> list[list[Row]]:
    """The rows of the evidence, slide by slide."""
    return _parts(rows, _EVIDENCE, remark=remark)


def proof_lines(told: str) -> str:
    """The figures of a row of the evidence with their breaks."""
    return _by_meaning(told, _EVIDENCE[0])


def with_target_lines(row: Row, column: str) -> Row:
    """``row`` of the tasks with the breaks of what it aims at; ``column``: how wide that is, as ``target_column`` says."""
    return (*row[:_TARGET], _by_meaning(row[_TARGET], _TASKS[column][_TARGET]), *row[_TARGET + 1 :])


def _by_meaning(told: str, width: float) -> str:
    """``told`` broken so that no number is parted from its unit, nor a word in itself, where that takes no line more than breaking
    anywhere: PowerPoint alone heeds the list of what begins no line."""
    lines = title_lines(told, width - 2 * _RAGGED, brackets=True)
    return "\n".join(lines) if len(lines) <= lines_in(told, width - _RAGGED, bold=True) else told


def evidence_height(rows: Sequence[Row]) -> float:
    """Points that the evidence takes below its header."""
    return sum(_heights(rows, _EVIDENCE))


def questions_height(rows: Sequence[Row]) -> float:
    """Points that open questions take below their header."""
    return sum(_heights(rows, _QUESTIONS))


def task_slides(rows: Sequence[Row], *, remark: bool = False) -> list[list[Row]]:
    """The rows of the tasks, slide by slide."""
    return _parts(rows, _TASKS[target_column(rows)], remark=remark)


def over_slides(
    slide: Slide, parts: Sequence[Sequence[Row]], told: Sequence[Told], source: Callable[[Sequence[int]], str]
) -> list[Slide]:
    """``slide`` once for each of ``parts``, each with the places of its own rows alone. ``source``: what the line at its foot says
    of paragraphs."""
    ends = list(accumulate(map(len, parts)))
    slides = []
    for number, (rows, end) in enumerate(zip(parts, ends, strict=True), 1):
        here = told[end - len(rows) : end]
        notes = "\n".join(dict.fromkeys(one for each in here for one in each.notes.split("\n") if one))
        slides.append(
            replace(
                slide,
                title=continued(slide.title, number),
                rows=tuple(rows),
                source=source([number for each in here for number in each.paragraphs]),
                notes=notes or slide.notes,
                note=slide.note if number == len(parts) else "",
                page=number,
                pages=len(parts),
            )
        )
    return slides


def _parts(rows: Sequence[Row], widths: Sequence[float], *, remark: bool) -> list[list[Row]]:
    """As few as hold all, evenly filled; ``remark``: the last has one at its foot."""
    cuts = even_parts(_heights(rows, widths), ROOM, last_room=_ROOM_OVER_REMARK if remark else None)
    return [list(rows[start:end]) for start, end in cuts]


def _heights(rows: Sequence[Row], widths: Sequence[float]) -> list[float]:
    """As the figures in them are set, bold."""
    return [
        max(
            _EMPTY if "" in row else _ONE,
            _ONE
            + _FURTHER
            * (max(lines_in(cell, width - _RAGGED, bold=True) for cell, width in zip(row, widths, strict=True)) - 1),
        )
        for row in rows
    ]


def _length(rows: Sequence[Row], widths: Sequence[float]) -> tuple[int, float, float]:
    """Slides, height of all rows, height of the highest."""
    heights = _heights(rows, widths)
    return len(even_parts(heights, ROOM)), sum(heights), max(heights)
