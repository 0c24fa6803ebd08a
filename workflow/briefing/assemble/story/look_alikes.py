"""Pairs that bear nearly one name but count different things, listed with both wordings."""

from __future__ import annotations

from briefing.assemble.story.wording import (
    NOT_COMPARABLE,
    alike_periods,
    alike_rows,
    counted,
    paragraphs_of,
    sentences,
    source_line,
)
from briefing.model import Brief, Slide


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
            "口径提示",
            rows=rows,
            note=NOT_COMPARABLE,
            source=source_line(brief, paragraphs_of(figures)),
            notes=sentences(figures),
            period=alike_periods(brief),
        )
    ]
