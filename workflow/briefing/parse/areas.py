"""The work areas of a part: the sequence of headings that a reader takes for its sections."""

from __future__ import annotations

import itertools
from dataclasses import dataclass, replace

from briefing.parse.announced import Announcement, announced_for, announcements, says
from briefing.parse.ends import end_of
from briefing.parse.marks import Mark, mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.sequences import ORDER, Sequence, sequence_inside, sequences
from briefing.parse.titles import AreaStart, is_frame, is_tasks
from briefing.parse.unnumbered import unnumbered

INLINE = "inline"
_PART_HEADING = 40  # characters
_CARRIES = 0.3  # share of a part that its areas take up as a rule
_TOO_LITTLE = 0.2  # a list somewhere in the part, and not its areas


@dataclass(frozen=True)
class Outline:
    """The areas of a part; ``ends`` is the (line, offset) behind the last one; ``how`` says which evidence decided.

    ``sure`` is false when only leading sentences or a short list speak for them, which no count confirms.
    """

    areas: tuple[AreaStart, ...]
    ends: tuple[int, int]
    how: str
    announced: int | None
    sure: bool = True


def outline_of(
    lines: tuple[Line, ...], first: int, last: int, review: bool, after: Mark | None = None, count: int | None = None
) -> Outline:
    """The areas among ``lines[first:last]``.

    ``after`` is the mark of the part's own heading, ``count`` how many areas there are when a person says so.
    """
    announced = announcements(lines, first, last)
    if count:
        announced = [Announcement(k, count, 0) for k in range(first, last)]
    best = _decided(lines, first, last, announced, review, after)
    areas = best.starts if best else ()
    if best and not review:
        titles = [start.text(lines) for start in areas]
        tasks = next((k for k, title in enumerate(titles) if is_tasks(title)), None)
        if tasks is not None and (tasks == len(areas) - 1 or any(map(is_frame, titles[:tasks]))):
            # 总体要求, 主要目标, 重点任务: the areas stand under the last of them.
            stop = areas[tasks + 1].line if tasks + 1 < len(areas) else last
            deeper = outline_of(lines, areas[tasks].line + 1, stop, review, count=count)
            if len(deeper.areas) >= 2:
                return deeper
        areas = areas[next((k for k, title in enumerate(titles) if not is_frame(title)), 0) :]
    said = announced_for(announced, len(areas), lines, areas[0]) if areas else None
    how = best.kind if best else ""
    sure = best is None or best.sure or _said(lines, best, announced, first, last)
    ends = end_of(lines, areas, _before_next_part(lines, areas, last, after), how == INLINE, review)
    return Outline(areas, ends, how, said, sure)


def _before_next_part(lines: tuple[Line, ...], areas: tuple[AreaStart, ...], last: int, after: Mark | None) -> int:
    """Where a heading goes on counting from the part's own (三、2024年民生实事): what stands there is under no area."""
    if after is None or not areas or after.kind not in ("comma", "chapter"):
        return last
    for k in range(areas[-1].line + 1, last):
        mark = mark_of(lines[k].text)
        if mark and (mark.kind, mark.number) == (after.kind, after.number + 1) and len(lines[k].text) <= _PART_HEADING:
            return k
    return last


def _decided(
    lines: tuple[Line, ...],
    first: int,
    last: int,
    announced: list[Announcement],
    review: bool,
    after: Mark | None,
) -> Sequence | None:
    """Numbered headings decide, unless a count or their starting anew again and again shows that they stand under others."""
    marked = _outermost(lines, sequences(lines, first, last, after), announced, first, last)
    free = unnumbered(lines, first, last, review)
    said = next((one for one in free if _said(lines, one, announced, first, last)), None)
    sure = next((one for one in free if one.sure), None)
    if marked is None:
        other = said or sure
        inline = _inline(lines, first, last, announced, review)
        if inline and not (other and _span(lines, other, first, last) > _CARRIES):
            return inline
        return other or (free[0] if free else None)
    carried = _span(lines, marked, first, last)
    if carried >= _CARRIES and says(announced, len(marked.starts), marked.starts[0]):
        return marked
    for one, least in ((said, _CARRIES), (sure, 2 * _CARRIES)):
        if one is None:
            continue
        if marked.within(one) and (
            one is said or (marked.restarts >= 3 and _each_over_a_list(lines, one, marked.kind))
        ):
            return one
        if carried < _CARRIES and _span(lines, one, first, last) > least:
            return one
    return marked if carried >= _TOO_LITTLE else replace(marked, sure=False)


def _said(lines: tuple[Line, ...], one: Sequence, announced: list[Announcement], first: int, last: int) -> bool:
    if not says(announced, len(one.starts), one.starts[0], closely=not one.sure):
        return False
    return one.sure or _span(lines, one, first, last) > _CARRIES


def _span(lines: tuple[Line, ...], one: Sequence, first: int, last: int) -> float:
    """The share of the part between the first and the last heading and one section more: the last has no end of its own."""
    total = sum(len(lines[k].text) for k in range(first, last)) or 1
    between = sum(len(lines[k].text) for k in range(one.first, one.last))
    return between / total * (1 + 1 / max(1, len(one.starts) - 1))


def _outermost(
    lines: tuple[Line, ...], found: list[Sequence], announced: list[Announcement], first: int, last: int
) -> Sequence | None:
    """The outermost sequence that carries the part: announced, else most of the text, else the highest kind of mark."""

    def share(begin: int, end: int) -> float:
        return sum(len(lines[k].text) for k in range(begin, end)) / total

    total = sum(len(lines[k].text) for k in range(first, last)) or 1
    scored = []
    for one in found:
        covered, weight = share(one.first, last), share(one.first, one.last + 1)
        said = any(told.count == len(one.starts) and told.line <= one.first for told in announced)
        if weight < 0.12 and not said:
            continue
        outer = not any(other is not one and one.within(other) for other in found)
        scored.append(((outer, said and weight > 0.2, covered > 0.35, -ORDER.index(one.kind), weight), one))
    return max(scored, key=lambda pair: pair[0])[1] if scored else None


def _each_over_a_list(lines: tuple[Line, ...], one: Sequence, kind: str) -> bool:
    """Whether most of these headings have a list of their own that begins with the first number of this kind."""
    edges = [*(start.line for start in one.starts), len(lines)]
    lists = 0
    for begin, end in itertools.pairwise(edges):
        marks = (mark_of(lines[k].text) for k in range(begin + 1, min(end, begin + 4)))
        lists += any(mark is not None and mark.kind == kind and mark.number == 1 for mark in marks)
    return lists >= 0.6 * len(one.starts)


def _inline(
    lines: tuple[Line, ...], first: int, last: int, announced: list[Announcement], review: bool
) -> Sequence | None:
    """Areas that are numbered inside one paragraph, when nothing else numbers them."""
    for k in range(first, last):
        if review and not any(told.line == k for told in announced):
            continue
        found = sequence_inside(lines, k)
        behind = sum(len(lines[j].text) for j in range(k + 1, last))
        if found and (review or behind < len(lines[k].text)):
            return Sequence(INLINE, found.starts)
    return None
