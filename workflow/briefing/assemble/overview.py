"""Compose the Brief of the whole report (总览) out of those of its areas: number 0, its topics are the areas."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence

from briefing.assemble.clauses import beginnings
from briefing.assemble.figures import figure_of, in_its_time, pair_of, phrased, told_alike
from briefing.assemble.guidance import guidance_of
from briefing.assemble.outside import outside_areas, untold
from briefing.assemble.restating import restated
from briefing.assemble.results import left_out
from briefing.assemble.story.pages import AREAS, split_rows
from briefing.assemble.story.whole_report import aims_of, counts_in, counts_of, slides_of_report
from briefing.assemble.story.wording import WORK, aims_called, listed_titles, no_targets_in_line, paragraphs_of
from briefing.assemble.telling import foremost, foremost_ranks, main_of, telling
from briefing.assemble.widths import lines_in
from briefing.assemble.work import largest_work
from briefing.errors import BriefingError
from briefing.model import (
    OVERVIEW,
    Brief,
    ChartSpec,
    Comparison,
    Completion,
    Figure,
    Finding,
    Metric,
    Pair,
    Report,
    TopicBrief,
)
from briefing.naming.main_statistics import statistic_of
from briefing.nature import scales_of
from briefing.report_names import report_name

MOST_RESULTS, _MOST_RANKS = 12, 3
# Which main statistics head the targets of a year, in the order of 主要预期目标 in the national report of each March.
_MAIN_TARGETS = (
    "生产总值",
    "新增就业",
    "居民消费价格",
    "财政收入",
    "居民收入",
    "固定资产投资",
    "社会消费品零售",
    "粮食产量",
)
# Lines that what an area holds may take in its row: as many as leave all areas on two slides, of those no more than one slide
# holds where three lines each would need a second.
_MOST_LINES = (4, 3, 2, 1)
_MOST_SLIDES = 2
_BOTH = 2
_MOST_BEGINNINGS = 4  # of tasks, for an area without headings


def compose_overview(
    report: Report,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    findings: Sequence[Finding],
    areas: Sequence[Brief],
    files: Mapping[int, str],
    completions: Sequence[Completion] = (),
    charts: Sequence[ChartSpec] = (),
) -> Brief:
    """``areas``: the Briefs of all areas in order; ``files``: area → file name of its deck in its pack. Targets that the
    plan tells before its first area are the year's own and come first. ``BriefingError`` when there is no area."""
    if not areas:
        raise BriefingError(f"{report.report_id}: it has no area, so there is nothing to make an overview of.")
    scales = scales_of(report, metrics)
    figures = told_alike(
        {metric.metric_id: figure_of(metric, report.paragraphs, scales) for metric in metrics}, comparisons
    )
    numbers = {one.number for one in areas}
    planned = [one for one in metrics if one.part == "plan" and one.year == report.plan_year]
    opening = [figures[one.metric_id] for one in planned if one.area not in numbers]
    of_year, said_again = restated([one for one in opening if one.nature == "target"])
    targets = (*of_year, *(one for area in areas for one in area.targets))
    figures |= {one.metric_id: one for one in of_year}
    again = {one.metric_id for one in said_again}
    pairs = tuple(pair_of(one, figures) for one in comparisons if one.plan_metric_id not in again)
    reached = [figures[one.metric_id] for one in metrics if one.part == "review" and one.year == report.review_year]
    reached = [one for one in reached if one.nature == "result"]
    results = _main(reached, pairs)
    highlights = _headline(of_year if len(of_year) > 1 else targets)
    main = aims_of(of_year)
    held = f"{counts_of(areas, targets)}。"
    if main is not None:
        best = main.sentence.rstrip("。") + "。"
    else:
        best = (
            f"{aims_called(targets, highlights)}：{'，'.join(in_its_time(phrased(one), one, report.plan_year) for one in highlights)}。"
            if highlights
            else "报告未提出量化目标。"
        )
    first = areas[0]
    outside = outside_areas(report, len(areas) + 1)
    guidance = guidance_of(report)
    whole = dataclasses.replace(
        first,
        number=OVERVIEW,
        numeral="",
        title=f"{report.plan_year}年工作总览：{len(areas)}个方面",
        lead=f"{report_name(report.place, report.plan_year)}部署{held}{best}",
        topics=(
            *(
                TopicBrief(
                    one.number, one.numeral, one.title, (), one.targets, line, files[one.number], _paragraphs(one)
                )
                for one, line in zip(areas, _lines(areas, outside), strict=True)
            ),
            *outside,
        ),
        highlights=highlights,
        targets=targets,
        results=results,
        results_left=left_out(reached, results, pairs),
        pairs=pairs,
        charts=tuple(charts),
        tasks=(),
        # What stands behind the last area is told here, with its paragraphs; it is no doubt.
        findings=tuple(one for one in findings if one.kind != "after_areas"),
        slides=(),
        completions=tuple(completions),
        guidance=guidance,
        restated=said_again,
        scales=(
            *(one for one in opening if one.nature == "scale"),
            *(one for area in areas for one in area.scales),
        ),
    )
    told = {number for topic in whole.topics for number in topic.paragraphs}
    told |= {measure.paragraph for one in guidance for measure in one.measures}
    told |= set(paragraphs_of((*whole.targets, *whole.restated, *whole.scales)))
    whole = dataclasses.replace(whole, untold=untold(report, told))
    return dataclasses.replace(whole, slides=slides_of_report(whole, areas))


def _paragraphs(area: Brief) -> tuple[int, ...]:
    return tuple(sorted({measure.paragraph for topic in area.topics for measure in topic.measures}))


def _main(reached: Sequence[Figure], pairs: Sequence[Pair]) -> tuple[Figure, ...]:
    """Last year's results that may be compared, then the main statistics, which a row of targets does not crowd out, then the foremost
    ranks, then the most telling, in text order."""
    shown = {pair.result.metric_id for pair in pairs if pair.status == "comparable"}
    kept = [one for one in reached if one.metric_id in shown]
    others = [one for one in reached if one.metric_id not in shown and one.kind != "rank"]
    kept += main_of(others, kept, MOST_RESULTS)
    kept += foremost_ranks([one for one in reached if one not in kept], _MOST_RANKS, MOST_RESULTS - len(kept))
    rest = [one for one in others if one not in kept]
    chosen = {one.metric_id for one in (*kept, *telling(rest, max(0, MOST_RESULTS - len(kept))))}
    return tuple(one for one in reached if one.metric_id in chosen)


def _headline(targets: Sequence[Figure], most: int = 4) -> tuple[Figure, ...]:
    """The main expected targets (主要预期目标) of the year in the order in which every plan names them, then what tells most."""
    main = {statistic_of(one.indicator): one for one in reversed(targets)}
    first = [main[name] for name in _MAIN_TARGETS if name in main][:most]
    left = [one for one in targets if one not in first]
    # No figure heads the year that last year has another of nearly the same name beside: 20户 after 45家 would read as a fall.
    sure = [one for one in left if not one.alike]
    return (*first, *telling(sure if len(sure) >= most - len(first) else left, most - len(first)))


def _lines(areas: Sequence[Brief], outside: Sequence[TopicBrief]) -> list[str]:
    """The line on each area; ``outside`` stands in the same table of the deck."""
    after = [(one.numeral, one.title, one.line) for one in outside]
    largest = largest_work(areas)
    ways = [[_line(one, most, largest.get(one.number, "")) for one in areas] for most in _MOST_LINES]
    slides = [
        len(
            split_rows(
                [*((one.numeral, one.title, line) for one, line in zip(areas, lines, strict=True)), *after], *AREAS
            )
        )
        for lines in ways
    ]
    fullest = (lines for lines, many in zip(ways, slides, strict=True) if many <= _MOST_SLIDES)
    return next(fullest, ways[-1])


def _line(area: Brief, most: int, work: str) -> str:
    """What an area holds, the target that stands for all, or the two that it has, the ``work`` that is the largest, and its topics in
    ``most`` lines: all of them, or the first with how many there are, so that no list reads as if it were whole."""
    scale = f"；{WORK}：{work}" if work else ""
    holds = counts_in(area) + ("" if area.targets else f"，{no_targets_in_line(area.main_targets)}")
    aims = _aims_in_line(area)
    if any(topic.title for topic in area.topics):
        lists = [listed_titles(area.topics, count) for count in range(len(area.topics), 0, -1)]
    else:
        tasks = [one.text for one in area.tasks if not any(each.display in one.text for each in aims[-1])]
        lists = beginnings(tasks, area.plan_year)[-_MOST_BEGINNINGS:]
    said = [_said(one, area) + scale for one in aims]
    lines = [f"{holds}：{told}{aim}" for told in lists for aim in said] or [f"{holds}{said[-1]}"]
    return next((one for one in lines if lines_in(one, AREAS[0][2]) <= most), lines[-1])


def _aims_in_line(area: Brief) -> list[tuple[Figure, ...]]:
    """The targets that an area's line may name: both where there are two, of which none is the main one, else the one that stands for
    all; none that last year has another of nearly the same name beside, unless all have."""
    of_year = [one for one in area.targets if one.year in (0, area.plan_year)]
    sure = [one for one in of_year if not one.alike] or of_year
    best = foremost(sure, {one.target.metric_id for one in area.pairs if one.status == "comparable"})
    both = [area.targets] if len(area.targets) == len(sure) == _BOTH else []
    return [*both, (best,) if best else ()]


def _said(aims: Sequence[Figure], area: Brief) -> str:
    told = "，".join(in_its_time(phrased(one), one, area.plan_year) for one in aims)
    return f"；{aims_called(area.targets, aims)}：{told}" if aims else ""
