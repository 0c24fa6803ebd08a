"""Sequences of marked headings: （一） （二） （三） … of one kind, with the slips that real reports make in their numbering."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from briefing.parse.marks import Mark, mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.titles import AreaStart, heading

ORDER = ("chapter", "comma", "paren", "named", "is", "ordinal", "digit", "digit_paren")
_STOP = re.compile("[。；：！”]")


@dataclass(frozen=True)
class Sequence:
    """Headings of one kind in order.

    ``restarts`` counts how often the kind begins from its first number in the part; ``sure`` is false for sentences that
    only look like headings.
    """

    kind: str
    starts: tuple[AreaStart, ...]
    restarts: int = 0
    sure: bool = True

    @property
    def first(self) -> int:
        return self.starts[0].line

    @property
    def last(self) -> int:
        return self.starts[-1].line

    def within(self, other: Sequence) -> bool:
        """Whether all of this sequence stands under one heading of the other."""
        lines = [start.line for start in other.starts]
        return any(a <= self.first and self.last < b for a, b in itertools.pairwise([*lines, 10**9]))


_Marked = tuple[int, Mark]  # line and the mark that opens it
_MOST_RUNS = 200  # a report has some dozen lists; what begins anew a thousand times is none
_INSIDE = (
    "paren",
    "comma",
    "chapter",
)  # marks that open headings only, also where a lost line break left them in a paragraph


def sequences(lines: tuple[Line, ...], first: int, last: int, after: Mark | None = None) -> list[Sequence]:
    """All ascending sequences 1, 2, 3, … of one kind of mark at paragraph starts among ``lines[first:last]``.

    ``after`` is the mark of the part's own heading: reports that number everything in one row go on counting from there.
    """
    by_kind: dict[str, list[_Marked]] = {}
    for k in range(first, last):
        mark = mark_of(lines[k].text)
        if mark and mark.kind in ORDER:
            by_kind.setdefault(mark.kind, []).append((k, mark))
    glued = _glued(lines, first, last)
    found = []
    for kind, marks in by_kind.items():
        ones = [at for at, (_, mark) in enumerate(marks) if mark.number == 1]
        for begin in ones[:_MOST_RUNS]:
            run = _run(lines, marks, begin, glued)
            if len(run) >= 2:
                found.append(Sequence(kind, tuple(run), len(ones)))
        if after and after.kind == kind and not ones:
            following = next((at for at, (_, mark) in enumerate(marks) if mark.number == after.number + 1), None)
            if following is not None and len(run := _run(lines, marks, following, glued)) >= 4:
                found.append(Sequence(kind, tuple(run)))
    return found


def _glued(lines: tuple[Line, ...], first: int, last: int) -> dict[tuple[str, int], list[AreaStart]]:
    """Headings inside paragraphs, by kind and number."""
    found: dict[tuple[str, int], list[AreaStart]] = {}
    for k in range(first, last):
        for stop in _STOP.finditer(lines[k].text):
            mark = mark_of(lines[k].text, stop.end())
            if mark and mark.kind in _INSIDE:
                found.setdefault((mark.kind, mark.number), []).append(heading(lines[k], k, mark, stop.end()))
    return found


def _run(
    lines: tuple[Line, ...], marks: list[_Marked], begin: int, glued: dict[tuple[str, int], list[AreaStart]]
) -> list[AreaStart]:
    """From one heading on: the next numbers, over lists of the same kind inside, doubled numbers and numbers left out."""
    k, mark = marks[begin]
    kind = mark.kind
    run = [heading(lines[k], k, mark)]
    number = mark.number
    latest = {mark.number: at for at, (_, mark) in enumerate(marks)}
    inner: list[AreaStart] = []  # a list of the same kind under the last heading
    for at in range(begin + 1, len(marks)):
        k, mark = marks[at]
        made = heading(lines[k], k, mark)
        outer = mark.number == number + 1 and (not inner or _alike(lines, run, made) > _alike(lines, inner, made))
        if mark.number == 1:
            inner = [made]
        elif inner and mark.number == len(inner) + 1 and not outer:
            inner.append(made)
        elif mark.number == number + 1 or (mark.number == number > 2 and not inner and _alike(lines, run, made)):
            run.append(made)
            number, inner = mark.number, []
        elif mark.number == number + 2 and not inner:
            missing = _between(glued.get((kind, number + 1), []), run[-1], made)
            if missing or latest.get(number + 1, -1) < at:
                run += [missing, made] if missing else [made]
                number = mark.number
    ahead = _between(glued.get((kind, number + 1), []), run[-1], None) if number > 2 else None
    return [*run, ahead] if ahead else run


def _between(glued: list[AreaStart], before: AreaStart, after: AreaStart | None) -> AreaStart | None:
    return next(
        (one for one in glued if before.line <= one.line and (after is None or one.line < after.line)),
        None,
    )


def _alike(lines: tuple[Line, ...], run: list[AreaStart], made: AreaStart) -> bool:
    """Whether a heading is set like those before it: on a line of its own or running in, and about as long."""
    ends = [start.title[1] - start.title[0] for start in run]
    long = made.title[1] - made.title[0]
    return made.own_line(lines) == run[0].own_line(lines) and 0.5 * min(ends) <= long <= 2 * max(ends)


def sequence_inside(lines: tuple[Line, ...], k: int) -> Sequence | None:
    """``…五个方面的工作：一是…。二是…`` inside paragraph ``k``."""
    text = lines[k].text
    for kind in ("paren", "is", "ordinal", "comma"):
        run: list[AreaStart] = []
        for found in _STOP.finditer(text):
            mark = mark_of(text, found.end())
            if mark and mark.kind == kind and mark.number == len(run) + 1:
                run.append(heading(lines[k], k, mark, found.end()))
        if len(run) >= 3:
            return Sequence(kind, tuple(run))
    return None
