"""Which of last year's results an area shows; the workbook holds all that were grouped with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.assemble.story.compared import LEAST_PAIRED, paired
from briefing.assemble.story.years import beside_pairs, one_slide
from briefing.assemble.telling import spoken_of, telling
from briefing.model import Area, ChartSpec, Figure, Pair
from briefing.naming.shown_name import place_of
from briefing.wholes import among_at, whole_of

MOST_RESULTS = 12
_FEWEST, _ENOUGH = 6, 9  # in no row with a target, and with those that are


def shown(
    grouped: Sequence[Figure],
    pairs: Sequence[Pair],
    charts: Sequence[ChartSpec],
    targets: Sequence[Figure],
    area: Area,
    year: int,
) -> tuple[Figure, ...]:
    """What is shown of last year's results, in text order: those of comparable pairs and charts, then the most telling; a list of
    forty figures that only share words with the area would bury what it rests on. Look-alikes have a table of their own. As many as
    stand on one slide beside the targets, where those leave room for six that stand in no row with a target, or beside the rows that
    have both; else they have slides of their own."""
    held = {pair.result.metric_id for pair in pairs if pair.status == "comparable"}
    held |= {bar.metric_id for chart in charts for bar in chart.bars}
    kept = [one for one in grouped if one.metric_id in held]
    rest = [one for one in grouped if one.metric_id not in held]
    near = spoken_of(area.title, area.topics)
    in_rows = len(paired(pairs)) if len(paired(pairs)) >= LEAST_PAIRED else 0
    fewest = max(len(kept), min(_FEWEST + in_rows, _ENOUGH))
    most = len(grouped) if len(grouped) <= MOST_RESULTS else max(MOST_RESULTS, fewest)
    widest = _in_order(grouped, kept, rest, most, near)
    if not targets:
        return widest
    narrower = [_in_order(grouped, kept, rest, count, near) for count in range(most, min(most, fewest) - 1, -1)]
    beside_all = (one for one in narrower if one_slide(pairs, one, targets, year))
    beside_some = (one for one in narrower if beside_pairs(pairs, one, year))
    return next(beside_all, None) or next(beside_some, widest)


def left_out(grouped: Sequence[Figure], shown_there: Sequence[Figure], pairs: Sequence[Pair]) -> int:
    """How many of ``grouped`` only the workbook lists: those of look-alikes stand in the table of both wordings."""
    told = {one.metric_id for one in shown_there} | {pair.result.metric_id for pair in pairs}
    return sum(one.metric_id not in told for one in grouped)


def _in_order(
    grouped: Sequence[Figure],
    kept: Sequence[Figure],
    rest: Sequence[Figure],
    most: int,
    near: Callable[[Figure], float],
) -> tuple[Figure, ...]:
    """Of the rest the most telling for which there is room, each part (其中) with its whole; what pairs and charts hold in any case."""
    wholes = _wholes(grouped)
    for room in range(max(0, most - len(kept)), -1, -1):
        chosen = {one.metric_id for one in (*kept, *(rest if room >= len(rest) else _spread(rest, room, near)))}
        chosen |= {wholes[one] for one in chosen if one in wholes}
        if len(chosen) <= most:
            break
    return tuple(one for one in grouped if one.metric_id in chosen)


def _spread(results: Sequence[Figure], most: int, near: Callable[[Figure], float]) -> Sequence[Figure]:
    """The most telling of ``results``, of many sentences rather than all of one: ports, trains, trade and capital, not four of trade;
    and rather what is ``near`` to the area than large sums."""

    def sentence(figure: Figure) -> str:
        return next((told for told in figure.sentence.split("；") if figure.display in told), "")

    chosen = {one.metric_id for one in telling(results, most, sentence, near)}
    return [one for one in results if one.metric_id in chosen]


def _wholes(grouped: Sequence[Figure]) -> dict[str, str]:
    """Each part that its sentence introduces by 其中, and the figure before that word which it is a part of."""
    found: dict[str, str] = {}
    for at, one in enumerate(grouped):
        among = among_at(_before(one))
        told = [two for two in grouped[:at] if two.sentence == one.sentence and len(_before(two)) < among]
        if among >= 0 and (whole := whole_of(one, told)) is not None:
            found[one.metric_id] = whole.metric_id
    return found


def _before(figure: Figure) -> str:
    return figure.sentence[: max(0, place_of(figure.sentence, figure.display, figure.indicator))]
