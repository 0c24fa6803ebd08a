"""Last year's result and this year's target of one indicator in one row, where a reader looks for them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate

from briefing.assemble.figures import dated, most_of, reached, row_name
from briefing.assemble.lines import cell_lines
from briefing.assemble.numbering import places
from briefing.assemble.story.pages import split_rows
from briefing.model import Figure, Pair

LEAST_PAIRED = 2  # fewer stand first in two tables side by side
NONE = "—"
# What a reader has to know of the rows; with the remarks on grouping and on look-alikes it stays within one line.
# It says what the program has compared; whether 口径 is one only the offices that count can say.
COMPARABLE = "行内按事项对照"
DASHED = f"{COMPARABLE}，“{NONE}”指无此数"
FAR = "数值悬殊的请核实"  # 353家 and 20家 bear one name and one verb: whether they count one thing, a person has to say
UNLIKE = "口径不同"  # last year has something of nearly this name, which is listed with both wordings elsewhere
# Ems of the columns at 14 points, lines beside the header: by itself, and with last year's other results at its right.
COMPARED = ((25.9, 11.9, 12.0, 8.6), 12.6)
_LEFT, _RIGHT = ((12.9, 7.0, 7.0, 6.6), 12.6), ((8.7, 7.0, 4.4), 12.6)
_FEW = 3  # rows with one side only, which do not stand alone on a slide
_Row = tuple[str, ...]


def paired(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that may be compared, each target once."""
    return list({one.target.metric_id: one for one in pairs if one.status == "comparable"}.values())


def alone(figures: Sequence[Figure], pairs: Sequence[Pair]) -> list[Figure]:
    """Those of ``figures`` that stand in no row of ``pairs``."""
    shown = {one.metric_id for pair in pairs for one in (pair.result, pair.target)}
    return [one for one in figures if one.metric_id not in shown]


def rows_of(year: int, pairs: Sequence[Pair], targets: Sequence[Figure]) -> list[_Row]:
    """Indicator, last year's result, this year's target, places: first the ``pairs`` that may be compared, then ``targets`` without
    last year's. Results without a target stand in no such row: a dash below 2025年目标 would read as if the plan had none, where it
    has one that is counted otherwise. ``year``: the plan's."""
    last, this = head_of(pairs), f"{year}年"
    both = [
        (
            row_name(one.target),
            reached(one.result, one.target, last),
            dated(one.target, this),
            places([one.result.paragraph, one.target.paragraph, one.target.again]),
        )
        for one in paired(pairs)
    ]
    aims = [
        (row_name(one), without_result(one, pairs), dated(one, this), places([one.paragraph, one.again]))
        for one in targets
    ]
    return [*both, *aims]


def without_result(target: Figure, pairs: Sequence[Pair]) -> str:
    """What stands for last year's result of a target that may be compared with none: a dash would say that there was nothing."""
    alike = any(one.status == "look_alike" and one.target.metric_id == target.metric_id for one in pairs)
    return UNLIKE if alike else NONE


def remark(rows: Iterable[Collection[str]]) -> str:
    """What a reader has to know of the rows of one table: what is alike in a row, and what a dash says."""
    return DASHED if any(NONE in row for row in rows) else COMPARABLE


def head_of(pairs: Sequence[Pair]) -> str:
    """Of what time the results beside targets are, for the head of their column."""
    return most_of(one.result for one in paired(pairs))


def result_row(figure: Figure, period: str = "") -> _Row:
    """Last year's result by itself, at the right of the table, whose head names ``period``."""
    return (row_name(figure), dated(figure, period), places([figure.paragraph]))


def together(
    year: int, pairs: Sequence[Pair], targets: Sequence[Figure], results: Sequence[Figure]
) -> tuple[list[_Row], list[_Row]] | None:
    """The rows of the table and of that of ``results`` at its right, where one slide holds both; else None."""
    left, right = rows_of(year, pairs, targets), [result_row(one, most_of(results)) for one in results]
    if not right:
        return (left, right) if slides_with(left, right) == 1 else None
    # The one that went on to a second slide would have the other at its right once more.
    holds = _right_holds(right) and slides_with(left, right) == 1
    return (left, right) if holds else None


def at_right(year: int, pairs: Sequence[Pair], results: Sequence[Figure]) -> tuple[list[_Row], list[_Row]] | None:
    """The rows of the ``pairs`` by themselves with ``results`` at their right where one slide holds both, so that no two or three rows
    have a slide to themselves; else None."""
    left, right = rows_of(year, pairs, []), [result_row(one, most_of(results)) for one in results]
    return (left, right) if right and slides_with(left, right) == 1 and _right_holds(right) else None


def _right_holds(rows: Sequence[_Row]) -> bool:
    """Whether the table at the right holds ``rows``, whose names break by meaning and may take a line more than elsewhere."""
    return len(split_rows(_broken(rows, _RIGHT[0][0]), *_RIGHT)) == 1


def _broken(rows: Sequence[_Row], width: float) -> list[_Row]:
    """``rows`` with their names broken as they will stand."""
    return [(cell_lines(name, width), *cells) for name, *cells in rows]


def slide_by_slide(rows: Sequence[_Row], beside: Sequence[_Row]) -> list[list[_Row]]:
    """``rows`` slide by slide, by themselves or with ``beside`` at their right."""
    columns, lines = _LEFT if beside else COMPARED
    parts = split_rows(_broken(rows, columns[0]), columns, lines)
    ends = list(accumulate(map(len, parts)))
    return [list(rows[end - len(part) : end]) for part, end in zip(parts, ends, strict=True)]


def slides_with(rows: Sequence[_Row], beside: Sequence[_Row]) -> int:
    """How many slides ``rows`` take, by themselves or with ``beside`` at their right."""
    return len(slide_by_slide(rows, beside))


def shared(year: int, pairs: Sequence[Pair], targets: Sequence[Figure]) -> list[Figure]:
    """The ``targets`` that stand in the table with ``pairs`` where one slide does not hold all: those too few for a slide of their
    own, and where they fill up the slide and are no more than the pairs, since more would be a column of dashes."""
    fits = slides_with(rows_of(year, pairs, targets), []) == 1 and len(targets) <= len(paired(pairs))
    return list(targets) if fits or len(targets) <= _FEW else []


def over_slides_with(rows: Sequence[_Row], results: Sequence[Figure]) -> tuple[list[list[_Row]], list[_Row]]:
    """``rows`` slide by slide, and ``results`` for the right of the last, where no more slides are needed for it, or where they are
    too few for a slide of their own; else none there."""
    alone_there, right = slide_by_slide(rows, []), [result_row(one, most_of(results)) for one in results]
    if not right or not _right_holds(right):
        return alone_there, []
    for more in (0, 1) if len(right) <= _FEW else (0,):
        before = len(alone_there) + more - 1
        cuts = [
            cut
            for cut in range(before, len(rows))
            if slides_with(rows[:cut], []) == before and slides_with(rows[cut:], right) == 1
        ]
        if cuts:
            cut = min(cuts, key=lambda one: abs(len(rows) - one - len(rows) / (before + 1)))
            return [*slide_by_slide(rows[:cut], []), list(rows[cut:])], right
    return alone_there, []
