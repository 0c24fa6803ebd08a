"""The Brief against the parsed report and the metrics: documents can be no truer than what they are filled from."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from briefing.audit.plain import plain
from briefing.audit.tally import Tally
from briefing.model import MANUAL, OVERVIEW, Area, Brief, Figure, Metric, Report
from briefing.naming.of_metrics import name_of
from briefing.nature import scales_of

_BRIEF = "brief"


def check_brief(brief: Brief, report: Report, cleaned: str, metrics: Sequence[Metric], tally: Tally) -> None:
    if brief.number == OVERVIEW:
        _areas(brief, report, tally)
        _guidance(brief, report, cleaned, tally)
        _restated(brief, tally)
    else:
        _area(brief, report, cleaned, tally)
    by_id = {metric.metric_id: metric for metric in metrics}
    for figure in figures_of(brief):
        _check_figure(figure, by_id.get(figure.metric_id), cleaned, tally)
    scales = scales_of(report, metrics)
    listed = {figure.metric_id for figure in (*brief.targets, *brief.restated)}
    kept = {figure.metric_id for figure in brief.scales}
    for metric in metrics:
        # What a plan tells before its first area may be the goals of five years: the overview is of one.
        if metric.part == "plan" and metric.area == brief.number and (metric.area or metric.year == brief.plan_year):
            if metric.metric_id in scales:
                good = metric.metric_id in kept
                tally.expect(good, "NATURE", _BRIEF, metric.metric_id, metric.text, "本领域的规模没有列入提纲")
                continue
            tally.expect(
                metric.metric_id in listed, "FIGURE", _BRIEF, metric.metric_id, metric.text, "本领域的目标没有列入提纲"
            )
    _natures(brief, scales, tally)
    for number, chart in enumerate(brief.charts, 1):
        for bar in chart.bars:
            drawn = by_id.get(bar.metric_id)
            good = drawn is not None and (plain(drawn.text) in plain(bar.display) or _same_digits(drawn, bar.display))
            tally.expect(
                good, "CHART", _BRIEF, f"图{number}“{chart.title}”{bar.label}", bar.display, "图上数值与指标原文不同"
            )


def _natures(brief: Brief, scales: frozenset[str], tally: Tally) -> None:
    """What is worked on (规模) stands among the scales alone: in no list of targets, no pair, no chart, and on a card as 工作规模 only,
    which its nature makes of it."""
    for figure in figures_of(brief):
        good = figure.nature == _nature(figure, scales)
        tally.expect(good, "NATURE", _BRIEF, f"指标“{figure.indicator}”", figure.display, "性质与原文的用语不符")
    told: list[tuple[str, str, str]] = [(one.metric_id, one.indicator, one.display) for one in brief.targets]
    told += [(one.metric_id, one.indicator, one.display) for one in (*brief.main_targets, *brief.highlights)]
    told += [(one.metric_id, one.indicator, one.display) for topic in brief.topics for one in topic.figures]
    told += [
        (one.metric_id, one.indicator, one.display)
        for slide in brief.slides
        for one in slide.cards
        if one.nature != "scale"
    ]
    told += [(one.target.metric_id, one.indicator, one.target.display) for one in brief.pairs]
    told += [(bar.metric_id, bar.label, bar.display) for chart in brief.charts for bar in chart.bars]
    for metric_id, indicator, display in told:
        good = metric_id not in scales
        tally.expect(good, "NATURE", _BRIEF, f"指标“{indicator}”", display, "这是规模，不是目标")


def _nature(figure: Figure, scales: frozenset[str]) -> str:
    return "scale" if figure.metric_id in scales else "target" if figure.part == "plan" else "result"


def _areas(brief: Brief, report: Report, tally: Tally) -> None:
    """The overview names every plan area by its own title."""
    shown = [(topic.number, topic.title) for topic in brief.topics]
    planned = [(one.number, one.title) for part in report.parts if part.kind == "plan" for one in part.areas]
    for number, title in planned:
        if number > 0:
            tally.expect((number, title) in shown, "TOPIC", _BRIEF, f"领域{number}", title, "总览里没有这个领域")


def _guidance(brief: Brief, report: Report, cleaned: str, tally: Tally) -> None:
    """What is told as requirements of the year stands so in the plan before its first area, and in no area."""
    plans = [part for part in report.parts if part.kind == "plan"]
    first = min((one.start for part in plans for one in part.areas if one.number > 0), default=0)
    begin = min((part.start for part in plans), default=0)
    for one in brief.guidance:
        for measure in one.measures:
            good = (
                cleaned[measure.start : measure.end] == measure.text and begin <= measure.start < measure.end <= first
            )
            message = f"{one.name}与原文该处不同，或不在计划部分各领域之前"
            tally.expect(good, "MEASURE", _BRIEF, f"第{measure.paragraph}段", measure.text, message)
        held = {measure.paragraph for measure in one.measures}
        told = "".join(cleaned[each.start : each.end] for each in report.paragraphs if each.number in held)
        tally.expect(one.heading in told, "TOPIC", _BRIEF, one.name, one.heading, "领起句不在所记的段落里")


def _restated(brief: Brief, tally: Tally) -> None:
    """A target is left out only where another stands for it, of the same quantity and time, with its paragraph."""
    for one in brief.restated:
        good = any(
            (first.display, first.year, first.again) == (one.display, one.year, one.paragraph)
            for first in brief.targets
        )
        tally.expect(good, "FIGURE", _BRIEF, f"指标“{one.indicator}”", one.display, "没有列入提纲，也没有同一目标替它")


def _area(brief: Brief, report: Report, cleaned: str, tally: Tally) -> None:
    area = plan_area(report, brief.number)
    if area is None:
        tally.expect(False, "TOPIC", _BRIEF, f"领域{brief.number}", brief.title, "报告的计划部分没有这个领域")
        return
    tally.expect(
        brief.title == area.title,
        "TITLE",
        _BRIEF,
        f"领域{brief.number}",
        brief.title,
        f"领域标题与原文“{area.title}”不同",
    )
    shown = [(topic.title, topic.measures) for topic in brief.topics]
    for topic in area.topics:
        wanted = (topic.title, topic.measures)
        tally.expect(
            wanted in shown, "TOPIC", _BRIEF, f"主题“{topic.title}”", topic.title, "提纲里没有这个主题，或其任务不全"
        )
        for measure in topic.measures:
            whole = cleaned[measure.start : measure.end] == measure.text
            tally.expect(whole, "MEASURE", _BRIEF, f"第{measure.paragraph}段", measure.text, "任务文字与原文该处不同")


def check_completions(brief: Brief, metrics: Sequence[Metric], last: str, tally: Tally) -> None:
    """Last year's targets stand in last year's text, this year's results among the metrics."""
    by_id = {metric.metric_id: metric for metric in metrics}
    for one in brief.completions:
        place = f"完成情况“{one.indicator}”"
        result = by_id.get(one.result_metric_id)
        good = result is not None and (result.text, result.sentence) == (one.result, one.result_sentence)
        tally.expect(good, "FIGURE", _BRIEF, place, one.result, "与指标表的实绩不同")
        by_hand = one.target.endswith(MANUAL)
        there = one.target_sentence in last and (by_hand or one.target in one.target_sentence)
        tally.expect(there, "FIGURE", _BRIEF, place, one.target, "目标不在上年报告所记的句子里")


def figures_of(brief: Brief) -> Iterator[Figure]:
    """Every figure the Brief holds, in the order of its lists."""
    yield from (*brief.targets, *brief.restated, *brief.scales, *brief.main_targets, *brief.results, *brief.highlights)
    for topic in brief.topics:
        yield from topic.figures
    for pair in brief.pairs:
        yield from (pair.result, pair.target)
    for slide in brief.slides:
        yield from slide.cards


def plan_area(report: Report, number: int) -> Area | None:
    return next(
        (area for part in report.parts if part.kind == "plan" for area in part.areas if area.number == number), None
    )


def _check_figure(figure: Figure, metric: Metric | None, cleaned: str, tally: Tally) -> None:
    place = f"指标“{figure.indicator}”"
    if metric is None:
        tally.expect(False, "FIGURE", _BRIEF, place, figure.display, f"指标表里没有 {figure.metric_id}")
        return
    same = plain(metric.text) in plain(figure.display) or plain(figure.display) in plain(metric.text)
    named = metric.indicator == figure.indicator and metric.year == figure.year and metric.part == figure.part
    # A name that was cut is mended by the words around it (国省考断面 of 国省考断面水质): then it is what the metric itself is called.
    named = named and (metric.indicator in (figure.name or figure.indicator) or figure.name == name_of(metric))
    tally.expect(
        same and named, "FIGURE", _BRIEF, place, figure.display, f"与指标表的“{metric.indicator} {metric.text}”不同"
    )
    by_hand = metric.text.endswith(MANUAL)
    marked = figure.display.endswith(MANUAL) == by_hand
    tally.expect(marked, "MANUAL", _BRIEF, place, figure.display, f"人工更正的数值须注明{MANUAL}，其余不得注明")
    in_place = (by_hand or cleaned[metric.start : metric.end] == metric.text) and figure.sentence in cleaned
    tally.expect(in_place, "FIGURE", _BRIEF, place, metric.text, "数值或例句不在原文所记的位置")


def _same_digits(metric: Metric, display: str) -> bool:
    digits = [one for one in plain(metric.text) if one.isdigit() or one == "."]
    return digits == [one for one in plain(display) if one.isdigit() or one == "."] and bool(digits)
