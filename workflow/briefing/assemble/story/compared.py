"""Last year's result and this year's target of one indicator in one row, where a reader looks for them."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assemble.figures import tabled
from briefing.assemble.numbering import places
from briefing.assemble.story.pages import split_rows
from briefing.model import Figure, Pair

LEAST_PAIRED = 2  # fewer stand first in two tables side by side
NONE = "—"
# Ems of the columns at 14 points, lines beside the header: by itself, and with last year's other results at its right.
COMPARED = ((28.0, 9.8, 12.0, 8.6), 12.6)
_LEFT, _RIGHT = ((14.4, 7.0, 8.1, 6.6), 12.6), ((9.1, 6.2, 4.4), 12.6)
_MOST_SLIDES = 2
_FEW = 3  # rows with one side only that join the table, so that none stands alone on a slide
_Row = tuple[str, ...]


def paired(pairs: Sequence[Pair]) -> list[Pair]:
    """The pairs that may be compared, each target once."""
    return list({one.target.metric_id: one for one in pairs if one.status == "comparable"}.values())


def alone(figures: Sequence[Figure], pairs: Sequence[Pair]) -> list[Figure]:
    """Those of ``figures`` that stand in no row of ``pairs``."""
    shown = {one.metric_id for pair in pairs for one in (pair.result, pair.target)}
    return [one for one in figures if one.metric_id not in shown]


def rows_of(year: int, pairs: Sequence[Pair], targets: Sequence[Figure], results: Sequence[Figure] = ()) -> list[_Row]:
    """Indicator, last year's result, this year's target, places: first what has both, then what has one."""
    both = [
        (
            tabled(one.target, year),
            one.result.display,
            one.target.display,
            places(sorted({one.result.paragraph, one.target.paragraph})),
        )
        for one in pairs
    ]
    aims = [(tabled(one, year), NONE, one.display, places([one.paragraph])) for one in targets]
    return [*both, *aims, *((tabled(one), one.display, NONE, places([one.paragraph])) for one in results)]


def result_row(figure: Figure) -> _Row:
    """Last year's result by itself, at the right of the table."""
    return (tabled(figure), figure.display, places([figure.paragraph]))


def together(
    year: int, pairs: Sequence[Pair], targets: Sequence[Figure], results: Sequence[Figure]
) -> tuple[list[_Row], list[_Row]] | None:
    """The rows of the one slide that holds all: in one table where few results are left over, else in two; None when it does
    not hold them."""
    whole = rows_of(year, pairs, targets, results)
    if len(results) <= _FEW and _fit(whole, *COMPARED):
        return whole, []
    left, right = rows_of(year, pairs, targets), [result_row(one) for one in results]
    return (left, right) if _fit(left, *_LEFT) and _fit(right, *_RIGHT) else None


def shared(
    year: int, pairs: Sequence[Pair], targets: Sequence[Figure], results: Sequence[Figure]
) -> tuple[list[Figure], list[Figure]]:
    """What stands in the table with ``pairs`` where one slide does not hold all: the targets where two slides do, else as many
    as fill the first; results that are too few for a slide of their own."""
    few = list(results) if len(results) <= _FEW else []
    columns, lines = COMPARED
    if len(split_rows(rows_of(year, pairs, targets, few), columns, lines)) <= _MOST_SLIDES:
        return list(targets), few
    most = next((n for n in range(len(targets), 0, -1) if _fit(rows_of(year, pairs, targets[:n], few), *COMPARED)), 0)
    return list(targets[:most]), few


def _fit(rows: Sequence[_Row], columns: Sequence[float], lines: float) -> bool:
    return len(split_rows(rows, columns, lines)) <= 1
