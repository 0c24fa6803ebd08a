"""Compose the Brief of one area: the story as plain data, in the report's own words, from which both documents come."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from briefing.assemble.deadline import due_in
from briefing.assemble.figures import figure_of, in_its_time, named, pair_of, phrased, told_alike
from briefing.assemble.main_targets import main_targets_of
from briefing.assemble.numbering import numeral, places
from briefing.assemble.restating import restated
from briefing.assemble.story import slides_of
from briefing.assemble.story.wording import NO_TARGETS, OF_THE_YEAR, listed_titles, periods_told
from briefing.assemble.story.years import one_slide
from briefing.assemble.telling import telling
from briefing.errors import BriefingError
from briefing.model import (
    Area,
    Assignment,
    Brief,
    ChartSpec,
    Comparison,
    Completion,
    Figure,
    Finding,
    Grouping,
    Measure,
    Metric,
    Pair,
    Report,
    Task,
    TopicBrief,
)
from briefing.naming.shown_name import place_of
from briefing.nature import scales_of

# Last year's results that documents show beside an area; the workbook holds all that were grouped with it.
MOST_RESULTS, _FEWEST_RESULTS = 12, 6
_MOST_IN_LEAD = 2  # of last year's, in the opening of an area without targets


def compose(
    report: Report,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    groupings: Sequence[Grouping],
    charts: Sequence[ChartSpec],
    findings: Sequence[Finding],
    area: int,
    assignments: Sequence[Assignment] = (),
    completions: Sequence[Completion] = (),
) -> Brief:
    """Everything a template may use for plan area ``area``; ``BriefingError`` when the report has no such area.

    ``assignments``: what an office filled in beside tasks; ``completions``: what became of last year's targets.
    """
    numbered = {one.number: one for part in report.parts if part.kind == "plan" for one in part.areas if one.number > 0}
    if area not in numbered:
        known = ", ".join(map(str, sorted(numbered))) or "none"
        raise BriefingError(f"{report.report_id}: there is no plan area {area}; its plan areas are {known}.")
    own = numbered[area]
    scales = scales_of(report, metrics)
    figures = {metric.metric_id: figure_of(metric, report.paragraphs, scales) for metric in metrics}
    own_comparisons = [one for one in comparisons if _aims_at(figures[one.plan_metric_id], area)]
    figures = told_alike(figures, own_comparisons)
    starts = {metric.metric_id: metric.start for metric in metrics}
    planned = tuple(figures[one.metric_id] for one in metrics if one.part == "plan" and one.area == area)
    targets = tuple(one for one in planned if one.nature == "target")
    opening = [
        one for one in metrics if one.part == "plan" and one.area not in numbered and one.year == report.plan_year
    ]
    above = [figures[one.metric_id] for one in opening if figures[one.metric_id].nature == "target"]
    main = main_targets_of(restated(above)[0], list(numbered.values())).get(area, ())
    grouped = tuple(figures[one.metric_id] for one in groupings if one.area == area)
    own_charts = tuple(one for one in charts if one.area == area)
    pairs = tuple(pair_of(one, figures) for one in own_comparisons)
    results = _main(grouped, pairs, own_charts, targets, report.plan_year)
    topics = tuple(
        TopicBrief(
            topic.number,
            # Sentences under no heading take no number from those that have one.
            numeral(sum(1 for other in own.topics if other.title and other.number <= topic.number))
            if topic.title
            else "",
            topic.title,
            topic.measures,
            tuple(one for one in targets if topic.start <= starts[one.metric_id] < topic.end),
        )
        for topic in own.topics
    )
    clauses = _review_measures(report, results, starts)
    brief = Brief(
        report_id=report.report_id,
        place=report.place,
        report_title=report.title,
        plan_year=report.plan_year,
        review_year=report.review_year,
        date=report.date,
        source=report.source,
        occasion=report.occasion,
        source_sha256=report.source_sha256,
        area_count=len(numbered),
        number=area,
        numeral=numeral(area),
        title=own.title,
        lead=_lead(report, own, topics, targets, results) + _told_of_year(main),
        topics=topics,
        highlights=telling(targets),
        targets=targets,
        results=results,
        results_left=len(grouped) - len(results),
        pairs=pairs,
        charts=own_charts,
        tasks=_tasks(topics, starts, {one.text: one for one in assignments if one.area == area}, report.plan_year),
        findings=_own_findings(findings, own, clauses),
        slides=(),
        completions=tuple(one for one in completions if one.area == area),
        scales=tuple(one for one in planned if one.nature == "scale"),
        main_targets=tuple(main),
    )
    return with_slides(brief, clauses)


def _aims_at(figure: Figure, area: int) -> bool:
    return figure.area == area and figure.nature == "target"


def with_slides(brief: Brief, clauses: Sequence[Measure]) -> Brief:
    """``brief`` with its deck planned; ``clauses`` are last year's measures that its results stand in."""
    return Brief(**{**brief.__dict__, "slides": slides_of(brief, clauses)})


def _main(
    grouped: Sequence[Figure], pairs: Sequence[Pair], charts: Sequence[ChartSpec], targets: Sequence[Figure], year: int
) -> tuple[Figure, ...]:
    """What is shown of last year's results, in text order: those of pairs and charts, then the most telling; a list of
    forty figures that only share words with the area would bury what it rests on. As many as stand on one slide beside
    the targets, where those leave them room."""
    shown = {pair.result.metric_id for pair in pairs} | {bar.metric_id for chart in charts for bar in chart.bars}
    kept = [one for one in grouped if one.metric_id in shown]
    rest = [one for one in grouped if one.metric_id not in shown]
    most = len(grouped) if len(grouped) <= MOST_RESULTS else max(MOST_RESULTS, len(kept))
    widest = _in_order(grouped, kept, rest, most)
    if not targets:
        return widest
    narrower = (_in_order(grouped, kept, rest, count) for count in range(most, max(len(kept), _FEWEST_RESULTS) - 1, -1))
    return next((chosen for chosen in narrower if one_slide(pairs, chosen, targets, year)), widest)


def _in_order(
    grouped: Sequence[Figure], kept: Sequence[Figure], rest: Sequence[Figure], most: int
) -> tuple[Figure, ...]:
    """Of the rest the most telling for which there is room, each part (其中) with its whole; what pairs and charts hold in any case."""
    wholes = _wholes(grouped)
    for room in range(max(0, most - len(kept)), -1, -1):
        chosen = {one.metric_id for one in (*kept, *(rest if room >= len(rest) else _spread(rest, room)))}
        chosen |= {wholes[one] for one in chosen if one in wholes}
        if len(chosen) <= most:
            break
    return tuple(one for one in grouped if one.metric_id in chosen)


def _spread(results: Sequence[Figure], most: int) -> Sequence[Figure]:
    """The most telling of ``results``, of many sentences rather than all of one: ports, trains, trade and capital, not four of trade."""

    def sentence(figure: Figure) -> str:
        return next((told for told in figure.sentence.split("；") if figure.display in told), "")

    chosen = {one.metric_id for one in telling(results, most, sentence)}
    return [one for one in results if one.metric_id in chosen]


def _wholes(grouped: Sequence[Figure]) -> dict[str, str]:
    """Each part that its sentence introduces by 其中, and the figure before that word which it is a part of."""
    found: dict[str, str] = {}
    for at, one in enumerate(grouped):
        before, among, between = _before(one).rpartition("其中")
        if not among or re.search("[，。；]", between):
            continue
        told = [two for two in grouped[:at] if two.sentence == one.sentence and len(_before(two)) < len(before)]
        # 390万人次、增长88.8%，其中来自京津106.6万人次: of what is counted alike; a share is of the last.
        like = [two for two in told if two.unit[-1:] == one.unit[-1:] and one.kind != "share"]
        for whole in (like or told)[-1:]:
            found[one.metric_id] = whole.metric_id
    return found


def _before(figure: Figure) -> str:
    return figure.sentence[: max(0, place_of(figure.sentence, figure.display, figure.indicator))]


_INNER = str.maketrans("“”", "‘’")  # quotation marks within quotation marks (GB/T 15834-2011, 4.8)


def _lead(
    report: Report, area: Area, topics: Sequence[TopicBrief], targets: Sequence[Figure], results: Sequence[Figure]
) -> str:
    titled = sum(1 for topic in topics if topic.title)
    tasks = sum(one.task for topic in topics for one in topic.measures)
    place = f"{report.place}{report.plan_year}年政府工作报告"
    head = f"“{area.title.translate(_INNER)}”是{place}部署的第{numeral(area.number)}方面工作"
    parts = [f"{titled}个主题" if titled else "", f"{tasks}项任务", f"{len(targets)}项量化目标" if targets else ""]
    told = f"{head}，包括{'、'.join(one for one in parts if one)}"
    if not targets:
        subjects = listed_titles(topics)
        told += f"：{subjects}。{NO_TARGETS}" if subjects else f"。{NO_TARGETS}"
        last = "，".join(map(phrased, telling(results, _MOST_IN_LEAD)))
        period = periods_told(report.review_year, telling(results, _MOST_IN_LEAD))
        return f"{told}；{period}实绩（编者归类）：{last}。" if last else f"{told}。"
    best = "，".join(in_its_time(phrased(one), one, report.plan_year) for one in telling(targets))
    return f"{told}。主要目标：{best}。"


def _told_of_year(main: Sequence[Figure]) -> str:
    return f"{OF_THE_YEAR}：{'、'.join(map(phrased, main))}。" if main else ""


def _tasks(
    topics: Sequence[TopicBrief], starts: Mapping[str, int], filled: Mapping[str, Assignment], year: int
) -> tuple[Task, ...]:
    """``filled``: what an office wrote beside a task; ``year``: the plan's. Nobody's name and no date is ever inferred."""
    tasks: list[Task] = []
    for topic in topics:
        for measure in (one for one in topic.measures if one.task):
            inside = [one for one in topic.figures if measure.start <= starts[one.metric_id] < measure.end]
            target = "；".join(in_its_time(named(one), one, year) for one in inside)
            due = due_in(measure.text, year)
            by_hand = filled.get(measure.text, Assignment(0, measure.text, "", "", due, due))
            tasks.append(
                Task(
                    len(tasks) + 1,
                    topic.title,
                    measure.text,
                    target,
                    by_hand.lead,
                    by_hand.responsible,
                    by_hand.due,
                    measure.paragraph,
                )
            )
    return tuple(tasks)


def _review_measures(report: Report, results: Sequence[Figure], starts: dict[str, int]) -> tuple[Measure, ...]:
    """Last year's measures that ``results`` stand in, each once, in text order."""
    places = [starts[one.metric_id] for one in results]
    return tuple(
        measure
        for part in report.parts
        if part.kind == "review"
        for area in part.areas
        for topic in area.topics
        for measure in topic.measures
        if any(measure.start <= place < measure.end for place in places)
    )


def _own_findings(findings: Sequence[Finding], area: Area, clauses: Sequence[Measure]) -> tuple[Finding, ...]:
    """What touches the text of this area, or stands in a paragraph that it cites: whoever looks there meets it."""
    cited = {places([one.paragraph]) for one in clauses}
    spans = [(area.start, area.end), *((one.start, one.end) for one in clauses)]
    return tuple(one for one in findings if one.where in cited or any(start <= one.start < end for start, end in spans))
