"""Compose the Brief of one area: the story as plain data, in the report's own words, from which both documents come."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.assemble.aims import aims_in
from briefing.assemble.deadline import due_in
from briefing.assemble.figures import figure_of, in_its_time, named, pair_of, phrased, told_alike
from briefing.assemble.main_targets import main_targets_of, said_to_be_of_the_year
from briefing.assemble.numbering import numeral, places
from briefing.assemble.restating import restated
from briefing.assemble.results import left_out, shown
from briefing.assemble.story import slides_of
from briefing.assemble.story.opening import at_a_glance
from briefing.assemble.story.wording import OF_THE_YEAR, WORK, aims_called, listed_titles, no_targets, periods_told
from briefing.assemble.telling import spoken_of, telling
from briefing.assemble.work import exceeding_work
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
    Report,
    Task,
    TopicBrief,
)
from briefing.nature import scales_of
from briefing.report_names import report_name

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
    main_ids = {one.metric_id for one in main}
    of_year = [one for one in comparisons if one.plan_metric_id in main_ids and one.status == "comparable"]
    beside = {one.metric_id for one in groupings if one.area == area} | {one.review_metric_id for one in of_year}
    grouped = tuple(figures[one.metric_id] for one in metrics if one.metric_id in beside)
    own_charts = tuple(one for one in charts if one.area == area)
    pairs = (
        *(pair_of(one, figures) for one in own_comparisons),
        # What a reader of the area looks for first stands beside its target here too, as in 总览.
        *(said_to_be_of_the_year(pair_of(one, figures)) for one in of_year),
    )
    results = shown(grouped, pairs, own_charts, targets, own, report.plan_year)
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
        lead="",
        topics=topics,
        highlights=(),
        targets=targets,
        results=results,
        results_left=left_out(grouped, results, pairs),
        pairs=pairs,
        charts=own_charts,
        tasks=_tasks(topics, starts, {one.text: one for one in assignments if one.area == area}, report.plan_year),
        findings=_own_findings(findings, own, clauses),
        slides=(),
        completions=tuple(one for one in completions if one.area == area),
        scales=tuple(one for one in planned if one.nature == "scale"),
        main_targets=tuple(main),
    )
    best = at_a_glance(brief)
    lead = _lead(report, own, brief, best) + _told_of_year(main)
    aims = tuple(one for one in best if _aims_at(one, area)) or telling(targets)
    return with_slides(replace(brief, lead=lead, highlights=aims), clauses)


def _aims_at(figure: Figure, area: int) -> bool:
    return figure.area == area and figure.nature == "target"


def with_slides(brief: Brief, clauses: Sequence[Measure]) -> Brief:
    """``brief`` with its deck planned; ``clauses`` are last year's measures that its results stand in."""
    return replace(brief, slides=slides_of(brief, clauses))


_INNER = str.maketrans("“”", "‘’")  # quotation marks within quotation marks (GB/T 15834-2011, 4.8)


def _lead(report: Report, area: Area, brief: Brief, best: Sequence[Figure]) -> str:
    """``best``: the figures of the deck's first slide; where no card holds one, the most telling."""
    topics, targets = brief.topics, brief.targets
    titled = sum(1 for topic in topics if topic.title)
    tasks = sum(one.task for topic in topics for one in topic.measures)
    place = report_name(report.place, report.plan_year)
    head = f"“{area.title.translate(_INNER)}”是{place}部署的第{numeral(area.number)}个方面工作"
    parts = [f"{titled}个主题" if titled else "", f"{tasks}项任务", f"{len(targets)}项量化目标" if targets else ""]
    told = f"{head}，包括{'、'.join(one for one in parts if one)}"
    if not targets:
        subjects = listed_titles(topics)
        told += f"：{subjects}。{no_targets(brief.main_targets)}" if subjects else f"。{no_targets(brief.main_targets)}"
        reached = [one for one in best if one.nature == "result"]
        best_known = (reached or telling(brief.results, near=spoken_of(area.title, topics)))[:_MOST_IN_LEAD]
        last = "，".join(map(phrased, best_known))
        period = periods_told(report.review_year, best_known)
        return f"{told}；{period}实绩（编者归类）：{last}。" if last else f"{told}。"
    aims = [one for one in best if one.nature == "target"] or telling(targets)
    work = exceeding_work(brief)
    more = f"{WORK}：{work[1]}。" if work and work[0] in best else ""
    told = f"{told}。{aims_called(targets, aims)}：{'，'.join(in_its_time(phrased(one), one, report.plan_year) for one in aims)}。"
    return told + more


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
            told = [(starts[one.metric_id] - measure.start, in_its_time(named(one), one, year)) for one in inside]
            target = "；".join(one for _, one in sorted((*told, *aims_in(measure.text)), key=lambda one: one[0]))
            due = due_in(measure.text, year)
            by_hand = filled.get(measure.text, Assignment(0, measure.text, "", "", due, due))
            tasks.append(
                Task(
                    len(tasks) + 1,
                    f"{topic.title}：{measure.head}" if measure.head else topic.title,
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
