"""Slides of charts, titled with what the charts show."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assemble.figures import most_of, tabled
from briefing.assemble.story.pages import fits_title
from briefing.assemble.story.wording import grouped, paragraphs_of, sentences, source_line
from briefing.model import NATURES, OVERVIEW, Brief, ChartSpec, Figure, Slide
from briefing.naming.shown_quantity import shown_quantity

_BOTH_YEARS, _OTHERS = "编者归类：两年按事项对照", "，其余指标见后页"


def aims(chart: ChartSpec) -> bool:
    """Whether a target is in it: such a chart stands with the targets, others with last year's results."""
    return any(bar.series == "target" for bar in chart.bars)


def drawn(brief: Brief, charts: Sequence[ChartSpec]) -> list[Figure]:
    """The figures that the bars of ``charts`` show."""
    known = {one.metric_id: one for one in (*brief.targets, *brief.results)}
    known |= {one.metric_id: one for pair in brief.pairs for one in (pair.result, pair.target)}
    return [known[bar.metric_id] for chart in charts for bar in chart.bars if bar.metric_id in known]


def chart_slide(brief: Brief, charts: Sequence[ChartSpec]) -> Slide:
    figures = drawn(brief, charts)
    return Slide(
        "chart",
        _chart_title(brief, charts),
        "图表",
        chart=charts[0].name,
        chart_beside=charts[1].name if len(charts) > 1 else "",
        note=_of_growth(brief, figures) if brief.number == OVERVIEW else _of_area(brief, charts),
        source=source_line(brief, paragraphs_of(figures)),
        notes=sentences(figures),
    )


def _of_area(brief: Brief, charts: Sequence[ChartSpec]) -> str:
    """That it is we who set last year's results with the area, or beside its targets; targets alone are the report's own."""
    series = [{bar.series for bar in chart.bars} for chart in charts]
    if {"result"} in series:
        return grouped(brief)
    return _BOTH_YEARS if any("result" in one for one in series) else ""


def _of_growth(brief: Brief, figures: Sequence[Figure]) -> str:
    """What a reader has to know of the chart of the whole report, and where what it does not draw is compared."""
    compared = {one.target.metric_id for one in brief.pairs if one.status == "comparable"}
    return _BOTH_YEARS + (_OTHERS if compared > {one.metric_id for one in figures if one.part == "plan"} else "")


def _chart_title(brief: Brief, charts: Sequence[ChartSpec]) -> str:
    """The message, made of what the charts themselves show; where two messages are too long even in few words, what they are
    about."""
    if brief.number == OVERVIEW:
        return charts[0].title  # its bars tell of several indicators, which other titles name
    for short in (False, True):
        whole = "；".join(_message(brief, chart, short=short) for chart in charts)
        if fits_title(whole):
            return whole
    subjects = "；".join(chart.title for chart in charts)
    return subjects if fits_title(subjects) and len(charts) > 1 else charts[0].title


def _message(brief: Brief, chart: ChartSpec, *, short: bool = False) -> str:
    if chart.kind == "comparison":
        result, target = chart.bars
        name = next(
            (tabled(one) for one in brief.targets if one.metric_id == target.metric_id), chart.title.partition("：")[0]
        )
        quantities = {one.metric_id: shown_quantity(one) for pair in brief.pairs for one in (pair.result, pair.target)}
        reached, aimed_at = (quantities.get(one.metric_id, one.display) for one in (result, target))
        done = result.label.removeprefix(f"{brief.review_year}年").removeprefix("预计").removeprefix(NATURES["result"])
        if short:
            return f"{name}：上年{done}{reached}、目标{aimed_at}"
        return f"{name}：{brief.review_year}年{done}{reached}，{brief.plan_year}年目标{aimed_at}"
    shown = "、".join(f"{bar.label}{bar.display}" for bar in chart.bars[:3])
    known = [one for one in (*brief.results, *brief.targets) if one.metric_id == chart.bars[0].metric_id]
    aimed = chart.bars[0].series == "target"
    year = most_of(known) or f"{brief.plan_year if aimed else brief.review_year}年"
    return f"{year}目标：{shown}" if aimed else f"{year}{shown}"
