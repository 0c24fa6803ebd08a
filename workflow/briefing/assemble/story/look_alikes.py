"""Pairs that bear nearly one name but count different things, listed with both wordings."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.assemble.figures import row_name
from briefing.assemble.story.both_wordings import alike_rows
from briefing.assemble.story.wording import (
    NOT_COMPARABLE,
    alike_periods,
    counted,
    paragraphs_of,
    sentences,
    source_line,
)
from briefing.model import Brief, Pair, Slide

HEADING = "口径提示"


def look_alikes(brief: Brief) -> list[Slide]:
    """One table of the pairs that bear one name but count different things, both wordings beside each other."""
    pairs = [pair for pair in brief.pairs if pair.status == "look_alike"]
    rows = alike_rows(brief)
    if not rows:
        return []
    figures = [one for pair in pairs for one in (pair.result, pair.target)]
    names = list(dict.fromkeys(pair.indicator for pair in pairs))
    title = f"{'、'.join(names)}：" if len(names) <= 2 else ""
    title += f"{counted(len(rows))}组指标名称相近，{NOT_COMPARABLE}" if len(rows) > 1 else f"名称相近，{NOT_COMPARABLE}"
    return [
        Slide(
            "pairs",
            title,
            HEADING,
            rows=rows,
            note=NOT_COMPARABLE,
            source=source_line(brief, paragraphs_of(figures)),
            notes=sentences(figures),
            period=alike_periods(brief),
        )
    ]


def of_no_area(whole: Brief) -> tuple[Pair, ...]:
    """The pairs of the report whose target no area has, as the year's own (主要预期目标): no other deck tells them."""
    told = {one.metric_id for area in whole.topics for one in area.figures}
    return tuple(one for one in whole.pairs if one.target.metric_id not in told)


def where_told(whole: Brief, names: Iterable[str] | None = None, here: str = f"“{HEADING}”页") -> str:
    """Where 总览 and the documents of its areas have both wordings of the look-alikes: 见“口径提示”页和领域（二）、（五）. ``names``: of those
    rows alone, as ``row_name`` calls them; empty where there are none. ``here``: what 总览 has of its own."""
    wanted = None if names is None else set(names)
    pairs = [
        one
        for one in whole.pairs
        if one.status == "look_alike" and (wanted is None or wanted & {row_name(one.target), row_name(one.result)})
    ]
    targets = {one.target.metric_id for one in pairs}
    areas = [area for area in whole.topics if targets & {one.metric_id for one in area.figures}]
    own = {one.target.metric_id for one in of_no_area(whole)} & targets
    places = [here] if own else []
    places += [f"领域{'、'.join(f'（{one.numeral}）' for one in areas)}"] if areas else []
    return f"见{'和'.join(places)}" if places else ""
