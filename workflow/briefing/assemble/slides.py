"""Fill the PowerPoint template for one area: the Brief as the template sees it, native charts, properties."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import slide_templates
from briefing.assemble.bullets import MOST_BESIDE, in_breaths
from briefing.assemble.cards import card_size, label_width, quote_lines
from briefing.assemble.emphasis import stretches
from briefing.assemble.figures import listed, named, row_name, tabled, time_of
from briefing.assemble.fitting import fit_of, name_column, quantity_column, tile_widths
from briefing.assemble.lines import cell_lines, title_lines
from briefing.assemble.story.pages import TITLE_LINE, quantity_lines
from briefing.assemble.story.tables import proof_lines, target_column, with_target_lines
from briefing.assemble.story.wording import WORK, scope
from briefing.errors import BriefingError
from briefing.model import NATURES, Brief, ChartSpec, Figure, Slide
from briefing.naming.shown_quantity import shown_quantity
from briefing.report_names import report_name
from slide_templates import ChartData, ChartSeries, Properties, Run, TemplateError
from slide_templates.package import Seal

# Characters a line of the cover's title holds in the template's size.
COVER_LINE = 19
# The same of the column that names the areas in the overview.
AREA_LINE = 16.6
# A measure's first clause is set bold when it is short enough to be caught at a glance.
# The same of a chart's title in half a slide: programs give a title four fifths of the chart.
_CHART_TITLE = 24.0
_GROUPED = "（编者归类）"
_AXIS_ROOM = Decimal("1.2")  # behind the longest bar stands its value
# The drawn series of the template's charts whose looks are taken.
_SERIES = {"result": "上年实绩", "target": "今年目标"}


def fill_deck(template: Path, brief: Brief, seal: Seal | None = None) -> bytes:
    """The deck of ``brief`` as bytes, the same for the same input; ``seal`` as for ``slide_templates.render``.

    ``BriefingError`` names file, slide, shape and text when the template is broken or asks for an unknown field.
    """
    beside = {
        name
        for one in brief.slides
        if one.kind == "targets" or one.chart_beside
        for name in (one.chart, one.chart_beside)
    }
    # Bars are compared where two charts stand side by side; by itself each fills its place.
    pairs = {name for one in brief.slides if one.chart_beside for name in (one.chart, one.chart_beside)}
    charts = {
        chart.name: chart_data(chart, _CHART_TITLE if chart.name in beside else math.inf, shared=chart.name in pairs)
        for chart in brief.charts
        if chart.kind != "number"
    }
    try:
        return slide_templates.render(
            template, deck_context(brief), charts=charts, properties=properties_of(brief), seal=seal
        )
    except TemplateError as error:
        raise BriefingError(str(dataclasses.replace(error.problem, file=str(template)))) from error


def deck_context(brief: Brief) -> dict[str, Any]:
    """Every field a deck template may use: the Brief's own, and ``slides`` with texts set for display."""
    figures = (
        *brief.targets,
        *brief.scales,
        *brief.main_targets,
        *brief.results,
        *brief.restated,
        *(pair.result for pair in brief.pairs),
    )
    context = {field.name: getattr(brief, field.name) for field in dataclasses.fields(brief)}
    kinds = {chart.name: chart.kind for chart in brief.charts}
    # Of the general requirements every bullet is one of its own (``story/demand``).
    ways = (one.measures for one in brief.guidance if not one.general)
    told = (*(one.measures for one in brief.topics), *ways)
    measures = [measure.text for group in told for measure in group]
    # The columns of a table that goes on are the same on all its slides.
    column = target_column([row for one in brief.slides if one.kind == "tasks" for row in one.rows])
    context["slides"] = [
        _slide(_with_targets_set(slide, column), figures, kinds, f"{brief.review_year}年", measures)
        | {"target_column": column}
        for slide in brief.slides
    ]
    # The table of look-alikes is set in one size on all its slides.
    alike = [one for one in context["slides"] if one["kind"] == "pairs"]
    if any(one["fit"] == "small" for one in alike):
        for one in alike:
            one["fit"] = "small"
    context["scope"] = scope(brief)
    context["report_name"] = report_name(brief.place, brief.plan_year)
    context["areas"] = [{"number": number, "own": number == brief.number} for number in range(1, brief.area_count + 1)]
    return context


def _with_targets_set(slide: Slide, column: str) -> Slide:
    if slide.kind != "tasks":
        return slide
    return dataclasses.replace(slide, rows=tuple(with_target_lines(row, column) for row in slide.rows))


def chart_data(chart: ChartSpec, longest: float = math.inf, *, shared: bool = False) -> ChartData:
    """The same values as the picture: one series of results, one of targets; a share as part and rest of 100. ``longest``: ems of
    a line of its title; ``shared``: its axis is that of the charts of its unit."""
    title = "\n".join(title_lines(chart.title, longest))
    labels = tuple(bar.label for bar in chart.bars)
    if chart.kind == "share":
        (bar,) = chart.bars
        part = ChartSeries(_SERIES[bar.series], (bar.value,), (bar.display,), _SERIES[bar.series])
        return ChartData(labels, (part,), title, alt_text=chart.alt_text)
    series = tuple(
        ChartSeries(
            _SERIES[name],
            tuple(bar.value if bar.series == name else None for bar in chart.bars),
            tuple(bar.display if bar.series == name else "" for bar in chart.bars),
            _SERIES[name],
        )
        for name in dict.fromkeys(bar.series for bar in chart.bars)
    )
    end = chart.axis_end * _AXIS_ROOM if shared and chart.axis_end else None
    return ChartData(labels, series, title, alt_text=chart.alt_text, axis_end=end)


def properties_of(brief: Brief) -> Properties:
    """Core properties; the date is the report's, never the clock's. Office has no field for a source but 备注."""
    day = datetime.fromisoformat(brief.date or f"{brief.plan_year or 2000:04}-01-01")
    part = f"（{brief.numeral}）" if brief.numeral else ""
    title = f"{report_name(brief.place, brief.plan_year)}{part}{brief.title}"
    return Properties(
        title=title,
        subject="政府工作报告分领域简报",
        created=day,
        modified=day,
        language="zh-CN",
        description=f"来源：{brief.source}" if brief.source else "",
    )


def _slide(
    slide: Slide,
    figures: tuple[Figure, ...],
    kinds: Mapping[str, str],
    last: str,
    measures: Sequence[str],
) -> dict[str, Any]:
    """``last``: the reviewed year, which results are of where the slide does not say so. ``measures``: whole,
    so that a bullet that goes on with one does not look like one more."""
    longest = COVER_LINE if slide.kind == "cover" else TITLE_LINE
    marked = figures if slide.kind == "tasks" else ()
    heads = slide.heads or ("",) * len(slide.bullets)
    told = bool(slide.heads) and slide.kind in ("overview", "closing", "evidence")
    texts = slide.bullets
    if told:
        width, above = tile_widths(slide)
        texts = tuple("\n".join(title_lines(text, width)) for text in texts)
        heads = tuple("\n".join(title_lines(head, above)) for head in heads)
    topic = slide.kind == "topic"
    on = [topic and _goes_on(text, measures) for text in texts]
    lines = [
        {
            "head": head,
            "text": _runs("\n".join(in_breaths(text)) if topic else text, figures),
            "goes_on": goes_on,
        }
        for head, text, goes_on in zip(heads, texts, on, strict=True)
    ]
    return {
        **{field.name: getattr(slide, field.name) for field in dataclasses.fields(slide)},
        "title": _set("\n".join(title_lines(slide.title, longest))),
        "period": slide.period or last,
        "period_beside": slide.period_beside or slide.period or last,
        "fit": fit_of(slide),
        "bullets": [line["text"] for line in lines],
        "lines": lines,
        "tiles": [{"head": line["head"], "text": line["text"]} for line in lines] if told else [],
        "hint": slide.note if slide.kind == "overview" else "",
        "rows": _linked(slide.rows)
        if slide.kind == "areas"
        else _evidence(slide.rows, figures)
        if slide.kind == "evidence"
        else _rows(slide.rows, marked, name_column(slide), quantity_column(slide)),
        "beside": _rows(slide.beside, marked, name_column(slide, beside=True), quantity_column(slide, beside=True)),
        "cards": [_card(slide, card) for card in slide.cards],
        "in_row": topic and len(slide.cards) > MOST_BESIDE,
        "quote": _runs(quote_lines(slide), slide.cards),
        "chart_kind": kinds.get(slide.chart, ""),
        "chart_beside_kind": kinds.get(slide.chart_beside, ""),
    }


def _goes_on(text: str, measures: Sequence[str]) -> bool:
    """Whether ``text`` is a later part of a measure that is parted at its commas."""
    return any(f"，{text}" in one for one in measures) and not any(one.startswith(text) for one in measures)


def _rows(
    rows: Sequence[tuple[str, ...]], marked: tuple[Figure, ...], names: tuple[int, float] | None, quantity: float
) -> list[list[list[Run]]]:
    """Rows of a table; what does not fit the column of ``names`` is broken there by meaning, not inside a word. ``quantity``: ems of
    a column of quantities."""
    column, width = names or (-1, 0.0)
    return [
        [
            _runs(cell_lines(text, width) if at == column else "\n".join(quantity_lines(text, quantity)), marked)
            for at, text in enumerate(row)
        ]
        for row in rows
    ]


def _evidence(rows: Sequence[tuple[str, ...]], figures: tuple[Figure, ...]) -> list[list[list[Run]]]:
    """Rows of figures, place and sentence: of the sentence's numbers those are strong that the row is about."""
    about: dict[str, list[Figure]] = {}
    for one in figures:
        for told in {listed(one), named(one), f"{time_of(one)}{listed(one)}"}:
            about.setdefault(told, []).append(one)
    return [
        [
            _runs(text, tuple(one for told in row[0].split("；") for one in about.get(told, ())))
            for text in (proof_lines(row[0]), *row[1:])
        ]
        for row in rows
    ]


def _linked(rows: Sequence[tuple[str, ...]]) -> list[list[list[Run]]]:
    """The areas of the overview: the title leads to the area's deck. It is broken here, since LibreOffice breaks a linked
    text anywhere."""
    return [
        [[Run(numeral)], [Run("\n".join(title_lines(title, AREA_LINE)), link=file)], [Run(line)]]
        for numeral, title, line, file in rows
    ]


def _card(slide: Slide, card: Figure) -> dict[str, Any]:
    """A figure with its quantity in three: the number, which is set large, and what stands before and after it."""
    before, value, after = shown_quantity(card).partition(card.value)
    sizes = {card_size(slide, one, len(slide.cards)) for one in slide.cards}
    return {
        **{field.name: getattr(card, field.name) for field in dataclasses.fields(card)},
        # The sign stands only where both years do and a remark explains it.
        "indicator": _set(
            cell_lines((row_name if slide.kind == "years" else tabled)(card), label_width(slide), brackets=True)
        ),
        "period": time_of(card) or f"{card.year}年",
        "before": before,
        "value": value,
        "after": after,
        "what": (WORK if card.nature == "scale" else NATURES[card.nature])
        + (_GROUPED if _beside_a_target(slide, card) else ""),
        # Cards that stand together are set in one size.
        "size": "long" if "long" in sizes else "short",
    }


def _beside_a_target(slide: Slide, card: Figure) -> bool:
    """Whether ``card`` tells of last year at a glance, where no line says that we have set it beside the area."""
    return slide.kind == "overview" and card.nature == "result" and any(one.nature == "target" for one in slide.cards)


def _set(text: str) -> str | list[Run]:
    """``text`` as it is where it has one look: templates compare and cut words; in runs where PM2.5 stands in it."""
    runs = _runs(text, ())
    return runs if len(runs) > 1 else text


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
