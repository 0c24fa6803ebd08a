"""Fill the PowerPoint template for one area: the Brief as the template sees it, native charts, properties."""

from __future__ import annotations

import dataclasses
from datetime import datetime
from pathlib import Path
from typing import Any

import slide_templates
from briefing.assemble.emphasis import stretches
from briefing.assemble.lines import title_lines
from briefing.errors import BriefingError
from briefing.model import Brief, ChartSpec, Figure, Slide
from slide_templates import ChartData, ChartSeries, Properties, Run, TemplateError

# Characters a line of the cover's and of the other titles holds in the template's sizes.
COVER_LINE, TITLE_LINE = 16, 32
_ROOMY_BULLETS, _ROOMY_CHARACTERS = 5, 130  # a slide with no more than this is set in a larger size
_CARD_POINTS = 188  # what a card of four in a row holds in one line
# The drawn series of the template's charts whose looks are taken.
_SERIES = {"result": "上年实绩", "target": "今年目标"}


def fill_deck(template: Path, brief: Brief) -> bytes:
    """The deck of ``brief`` as bytes, the same for the same input.

    ``BriefingError`` names file, slide, shape and text when the template is broken or asks for an unknown field.
    """
    charts = {chart.name: chart_data(chart) for chart in brief.charts if chart.kind != "number"}
    try:
        return slide_templates.render(template, deck_context(brief), charts=charts, properties=properties_of(brief))
    except TemplateError as error:
        raise BriefingError(str(dataclasses.replace(error.problem, file=str(template)))) from error


def deck_context(brief: Brief) -> dict[str, Any]:
    """Every field a deck template may use: the Brief's own, and ``slides`` with texts set for display."""
    figures = (*brief.targets, *brief.results, *(pair.result for pair in brief.pairs))
    context = {field.name: getattr(brief, field.name) for field in dataclasses.fields(brief)}
    kinds = {chart.name: chart.kind for chart in brief.charts}
    context["slides"] = [_slide(slide, figures) | {"chart_kind": kinds.get(slide.chart, "")} for slide in brief.slides]
    context["areas"] = [{"number": number, "own": number == brief.number} for number in range(1, brief.area_count + 1)]
    return context


def chart_data(chart: ChartSpec) -> ChartData:
    """The same values as the picture: one series of results, one of targets; a share as part and rest of 100."""
    labels = tuple(bar.label for bar in chart.bars)
    if chart.kind == "share":
        (bar,) = chart.bars
        part = ChartSeries(_SERIES[bar.series], (bar.value,), (bar.display,), _SERIES[bar.series])
        return ChartData(labels, (part,), chart.title, alt_text=chart.alt_text)
    series = tuple(
        ChartSeries(
            _SERIES[name],
            tuple(bar.value if bar.series == name else None for bar in chart.bars),
            tuple(bar.display if bar.series == name else "" for bar in chart.bars),
            _SERIES[name],
        )
        for name in dict.fromkeys(bar.series for bar in chart.bars)
    )
    return ChartData(labels, series, chart.title, alt_text=chart.alt_text)


def properties_of(brief: Brief) -> Properties:
    """Core properties; the date is the report's, never the clock's."""
    day = datetime.fromisoformat(brief.date or f"{brief.plan_year or 2000:04}-01-01")
    title = f"{brief.place}{brief.plan_year}年政府工作报告（{brief.numeral}）{brief.title}"
    return Properties(title=title, subject="政府工作报告分领域简报", created=day, modified=day, language="zh-CN")


def _slide(slide: Slide, figures: tuple[Figure, ...]) -> dict[str, Any]:
    longest = COVER_LINE if slide.kind == "cover" else TITLE_LINE
    return {
        **{field.name: getattr(slide, field.name) for field in dataclasses.fields(slide)},
        "title": "\n".join(title_lines(slide.title, longest)),
        "roomy": len(slide.bullets) <= _ROOMY_BULLETS and sum(map(len, slide.bullets)) <= _ROOMY_CHARACTERS,
        "bullets": [_runs(text, figures) for text in slide.bullets],
        "rows": [
            [_runs(text, figures if slide.kind in ("tasks", "evidence") else ()) for text in row] for row in slide.rows
        ],
        "cards": [_card(card) for card in slide.cards],
    }


def _card(card: Figure) -> dict[str, Any]:
    """A figure with its quantity in three: the number, which is set large, and what stands before and after it."""
    before, value, after = card.display.partition(card.value)
    return {
        **{field.name: getattr(card, field.name) for field in dataclasses.fields(card)},
        "before": before,
        "value": value,
        "after": after,
        "size": "short" if _ems(value) * 44 + (len(before) + len(after)) * 20 <= _CARD_POINTS else "long",
    }


def _ems(text: str) -> float:
    """Width in ems; 0.64 is what a bold digit of a broad open font takes, 微软雅黑 is narrower."""
    return sum(1.0 if ord(one) > 0x2E80 else 0.64 for one in text)


def _runs(text: str, figures: tuple[Figure, ...]) -> list[Run]:
    return [
        Run(
            one.text,
            bold=one.strong,
            accent=1 if one.strong else 0,
            subscript=one.subscript,
            superscript=one.superscript,
        )
        for one in stretches(text, figures)
    ]
