"""The Brief as a Word template sees it: plain names, texts ready to print, sections numbered in the order they appear."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from typing import Any

from briefing.assemble.arranged import remark_on_arranged
from briefing.assemble.emphasis import stretches
from briefing.assemble.figures import ALIKE, dated, listed, most_of, named, phrased, reached, row_name
from briefing.assemble.lines import cell_lines, title_lines
from briefing.assemble.numbering import numeral, places
from briefing.assemble.story.both_wordings import alike_paragraphs, alike_rows
from briefing.assemble.story.charts import aims
from briefing.assemble.story.closing import UNREVIEWED
from briefing.assemble.story.compared import FAR, alone, paired, remark, without_result
from briefing.assemble.story.guidance import guidance_name
from briefing.assemble.story.opening import OTHER, untitled
from briefing.assemble.story.wording import (
    RESULTS_MARKED,
    SHORTENED,
    UNTOLD,
    WHOLE,
    aims_marked,
    alike_periods,
    doubted_in,
    given_at,
    grouped,
    paragraphs_of,
    periods_told,
    results_heading,
    scope,
    told_in,
)
from briefing.assemble.widths import ems, lines_in, set_ems
from briefing.far_apart import is_far_apart
from briefing.model import OVERVIEW, Brief, ChartSpec, Figure, Guidance, Measure, TopicBrief
from briefing.report_names import report_name
from slide_templates import Run

# A line of 小标宋 二号 holds 20 characters; two short lines look better than one full one.
TITLE_LINE = 18
# Ems of the first line of a heading, which is indented, and what its second needs so as not to look lost.
_HEADING_LINE, _LEAST_OF_HEADING = 25.4, 4.0
# Ems of the column that names the areas in the overview, and of that of look-alikes there and in an area's paper.
_AREA_COLUMN, _ALIKE_COLUMN, _ALIKE_COLUMN_OF_AREA = 13.4, 7.3, 5.9
# Ems of the columns 重点任务 and 目标指标 by how wide the latter is, and of those of quantities.
_TASKS = {"broad": (15.0, 8.3), "medium": (17.0, 6.3), "narrow": (19.0, 4.3)}
_NUMBERS = 8.4
# Ems of a line of the lead, its most lines that leave room below them on the first page for a chart of ten bars, and the share of the
# text's width that the chart has there.
_LEAD_LINE, _MOST_OF_LEAD, BELOW_LEAD = 27.6, 8, 0.9
_BRACKETED = re.compile("（[^（）]+）")


def _in_column(quantity: str) -> str:
    """A quantity with what is remarked on it in a line of its own where one line would not hold both: LibreOffice parts 54.1%（2020年）
    behind its first digit."""
    remark = quantity.find("（")
    if remark <= 0 or set_ems(quantity) <= _NUMBERS:
        return quantity
    return f"{quantity[:remark]}\n{quantity[remark:]}"


def summary_context(brief: Brief, pictures: Mapping[str, Any]) -> dict[str, Any]:
    """Every name a summary template may use. ``pictures``: chart name → what is put where ``chart.picture`` stands."""
    pairs = paired(brief.pairs)
    last = {pair.target.metric_id: pair.result for pair in pairs}
    alike = alike_rows(brief)
    left = alone(brief.results, pairs)
    head = most_of(left)
    own = {one.metric_id for one in brief.targets}
    aimed = (*brief.targets, *(one.target for one in pairs if one.target.metric_id not in own))
    compared = any(one.metric_id in last for one in aimed)
    # The table of both wordings comes behind that of the targets, whose pairs they are; in the overview all come behind that of areas.
    before = (brief.number == OVERVIEW) + bool(aimed)
    in_targets, in_results = (
        f"{meaning}，见表{1 + before}" if any(one.alike for one in figures) else ""
        for meaning, figures in ((aims_marked(brief), brief.targets), (RESULTS_MARKED, left))
    )
    charts = [(chart, _chart(chart, pictures)) for chart in brief.charts if chart.name in pictures]
    # One large number tells nothing in a paper that its table does not.
    drawn = [(chart, shown) for chart, shown in charts if chart.kind != "number"]
    opening = opens_with_chart(brief)
    context = {field.name: getattr(brief, field.name) for field in dataclasses.fields(brief)}
    del context["slides"]
    tasks = [told_in(task, brief) for task in brief.tasks]
    figures = (*brief.targets, *brief.scales, *brief.results)
    # In the overview a topic is an area with a deck, or what stands outside them.
    others = [one for one in brief.topics if brief.number == OVERVIEW and not one.file]
    areas = [one for one in brief.topics if one not in others]
    headings = _headings(
        brief, others, targets=bool(aimed), results=bool(left) or any(not aims(chart) for chart, _ in drawn)
    )
    unsure = f"{FAR}，见待核事项" if any(is_far_apart(one) for one in brief.pairs) else ""
    target_rows = [
        {
            "indicator": row_name(one),
            "result": _in_column(reached(last[one.metric_id], one, f"{brief.review_year}年"))
            if one.metric_id in last
            else without_result(one, brief.pairs),
            "target": _in_column(dated(one, f"{brief.plan_year}年")),
            "unit": one.unit,
            "place": places(sorted({one.paragraph, one.again, *_place_of(last.get(one.metric_id))})),
        }
        for one in aimed
    ]
    arranged = remark_on_arranged(brief.targets) if brief.number == OVERVIEW else ""
    context |= {
        "lead": named_strong(brief.lead, (*brief.targets, *brief.main_targets, *brief.results)),
        "scope": scope(brief),
        "report_name": report_name(brief.place, brief.plan_year),
        "title_lines": title_lines(brief.title, TITLE_LINE),
        "headings": headings,
        "grouping_note": "；".join(filter(None, (grouped(brief), in_results))),
        "guidance": [_guidance(one, figures) for one in brief.guidance],
        "topics": [_topic(_headed(topic, brief), brief.scales) for topic in areas],
        "others": [
            {"heading": headings.pop(_other(one)), "text": named_strong(f"{one.line}。", one.figures)} for one in others
        ],
        "targets": brief.targets or aimed,
        "target_rows": target_rows,
        "result_rows": [
            {"indicator": row_name(one), "result": _in_column(dated(one, head)), "place": places([one.paragraph])}
            for one in left
        ],
        "result_period": head or f"{brief.review_year}年",
        "result_periods": periods_told(brief.review_year, left),
        "result_title": _result_title(brief, left, compared=compared),
        "alike_periods": alike_periods(brief),
        "look_alikes": [
            {
                "indicator": cell_lines(
                    f"{indicator}{ALIKE}", _ALIKE_COLUMN if brief.number == OVERVIEW else _ALIKE_COLUMN_OF_AREA
                ),
                "result": result,
                "target": target,
                "reason": reason.replace("；", "；\n"),
                "place": places(paragraphs),
            }
            for (indicator, result, target, reason), paragraphs in zip(alike, alike_paragraphs(brief), strict=True)
        ],
        "compared": compared,
        "target_note": "；".join(
            filter(
                None,
                (
                    f"编者归类：{remark(map(dict.values, target_rows))}" if compared else "",
                    in_targets,
                    unsure,
                    arranged,
                ),
            )
        ),
        "charts": [shown for _, shown in charts],
        "opening_charts": [shown for chart, shown in drawn if opening and aims(chart)],
        "target_charts": [shown for chart, shown in drawn if not opening and aims(chart)],
        "result_charts": [shown for chart, shown in drawn if not aims(chart)],
        "tasks": [
            {**dataclasses.asdict(task), "text": strong(text, figures), "number": str(task.number)}
            for task, text in zip(brief.tasks, tasks, strict=True)
        ],
        "findings": [
            {"number": str(number), "where": one.where, "message": one.message.rstrip("。") + "。"}
            for number, one in enumerate(brief.findings, 1)
        ],
        "target_column": _target_column(brief, tasks),
        "task_note": WHOLE if tasks == [task.text for task in brief.tasks] else SHORTENED,
        "source_note": _source(brief),
    }
    return context


def opens_with_chart(brief: Brief) -> bool:
    """Whether the chart of the whole report stands below the lead, whose figures it shows. Behind the table of targets it went overleaf as
    a whole and left a third of a page blank (保定, 高唐); what follows it here is text, which fills the page."""
    return brief.number == OVERVIEW and lines_in(f"　　{brief.lead}", _LEAD_LINE) <= _MOST_OF_LEAD


def _result_title(brief: Brief, listed: Sequence[Figure], *, compared: bool) -> str:
    """What the table of results is called: 其他 where some stand beside their targets in another, 主要 where the workbook has more."""
    which = ("其他" if compared else "") + ("主要" if brief.results_left else "")
    return f"{periods_told(brief.review_year, listed)}{which}实绩"


def _chart(chart: ChartSpec, pictures: Mapping[str, Any]) -> dict[str, Any]:
    return {"picture": pictures[chart.name], "title": chart.title, "kind": chart.kind, "name": chart.name}


def strong(text: str, figures: tuple[Figure, ...]) -> list[Run]:
    """``text`` with the figures set bold."""
    pieces = groupby(stretches(text, figures), key=lambda one: one.strong)
    return [Run("".join(one.text for one in group), bold=bold) for bold, group in pieces]


def named_strong(text: str, figures: Sequence[Figure]) -> list[Run]:
    """``text`` with the quantity of each figure bold where it stands with its indicator; a count in the same words (4项目标) stays."""
    places = [
        (text.index(phrase) + phrase.rindex(one.display), one)
        for one in figures
        for phrase in (named(one), phrased(one), listed(one))
        if one.display and phrase in text and one.display in phrase
    ]
    runs, reached = [], 0
    for start, one in sorted(places, key=lambda found: found[0]):
        if start >= reached:
            runs += [Run(text[reached:start]), Run(one.display, bold=True)]
            reached = start + len(one.display)
    return [run for run in (*runs, Run(text[reached:])) if run.text]


def _target_column(brief: Brief, tasks: Sequence[str]) -> str:
    """How wide the column 目标指标 is, so that the table of ``tasks`` has the fewest lines and no word in brackets runs down in
    single characters: （浦东引领区）."""
    if not any(task.target for task in brief.tasks):
        return "narrow"
    rows = [(text, task.target) for text, task in zip(tasks, brief.tasks, strict=True)]
    bracketed = max((ems(one) for _, target in rows for one in _BRACKETED.findall(target)), default=0.0)
    holding = [one for one, (_, width) in _TASKS.items() if one != "narrow" or bracketed <= width]
    return min(holding, key=lambda one: sum(max(map(lines_in, row, _TASKS[one])) for row in rows))


def _headed(topic: TopicBrief, brief: Brief) -> TopicBrief:
    """``topic``, with our label where it stands behind others under no heading of its own: its text would read as the last one's."""
    if topic.title or topic.line or untitled(brief, topic) != OTHER:
        return topic
    return dataclasses.replace(topic, title=OTHER)


def _topic(topic: TopicBrief, scales: tuple[Figure, ...]) -> dict[str, Any]:
    figures = (*topic.figures, *scales)
    parts = [
        (head, strong(_as_one_text(tuple(group)), figures))
        for head, group in groupby(topic.measures, key=lambda one: one.head)
    ]
    if topic.line:
        parts = [("", named_strong(f"{topic.line}。", topic.figures))]
    heads = [head for head, _ in parts if head]
    told = [run for head, runs in parts for run in ([Run(f"{head}。", bold=True)] if head else []) + runs]
    number = f"（{topic.numeral}）" if topic.title and topic.numeral else ""
    # In the overview the name of an area leads to its deck.
    title = "\n".join(title_lines(number + topic.title, _AREA_COLUMN))[len(number) :]
    heading = [Run(number), Run(title, link=topic.file)] if topic.file else _broken(number + topic.title)
    return {
        **{field.name: getattr(topic, field.name) for field in dataclasses.fields(topic)},
        "heading": heading,
        "text": told,
        "parts": [
            {"heading": _broken(f"{heads.index(head) + 1}. {head}") if head else "", "text": runs}
            for head, runs in parts
        ],
    }


def _broken(heading: str) -> str:
    """``heading`` in two lines of like length, broken by meaning, where its second line would hold but a character or two."""
    over = ems(heading) - _HEADING_LINE
    return "\n".join(title_lines(heading, _HEADING_LINE)) if 0 < over < _LEAST_OF_HEADING else heading


def _as_one_text(measures: Sequence[Measure]) -> str:
    """With the source's own marks; a sentence of which the rest stands elsewhere ends here."""
    return re.sub("；$", "。", "".join(f"{measure.text}{measure.mark}" for measure in measures))


def _guidance(one: Guidance, figures: tuple[Figure, ...]) -> dict[str, Any]:
    """One paragraph: what it is, or its heading, bold, and the report's words."""
    head = f"{one.heading}。" if one.heading else "" if one.general else f"{one.name}："
    return {
        **{field.name: getattr(one, field.name) for field in dataclasses.fields(one)},
        "text": [*([Run(head, bold=True)] if head else []), *strong(_as_one_text(one.measures), figures)],
    }


def _other(one: TopicBrief) -> str:
    return f"other {one.number}"


def _headings(brief: Brief, others: Sequence[TopicBrief], *, targets: bool, results: bool) -> dict[str, str]:
    """一、二、三 … for the sections that this area has; the others are named all the same, so that a template may ask."""
    whole = brief.number == OVERVIEW
    names = list(dict.fromkeys(guidance_name(one) for one in brief.guidance))
    sections = [
        ("guidance", "和".join(["、".join(names[:-1]), *names[-1:]]).removeprefix("和"), bool(names)),
        ("tasks", "各领域要点" if whole else "重点任务", True),
        *((_other(one), one.title, True) for one in others),
        ("targets", "量化目标", targets),
        (
            "results",
            results_heading(brief).removesuffix("基础").replace("上年", f"{brief.review_year}年")
            + "基础"
            + ("" if whole else "（编者归类）"),
            results,
        ),
        ("breakdown", "任务分解", bool(brief.tasks)),
        ("findings", "待核事项", bool(brief.findings)),
        ("source", "资料来源", True),
    ]
    numbers: dict[str, str] = {}
    shown = 0
    for name, title, there in sections:
        shown += there
        numbers[name] = f"{numeral(shown)}、{title}" if there else title
    return numbers


def _place_of(figure: Figure | None) -> list[int]:
    return [figure.paragraph] if figure else []


def _source(brief: Brief) -> str:
    shown = {one.paragraph for topic in brief.topics for one in topic.measures}
    shown |= {number for topic in brief.topics for number in topic.paragraphs}
    shown |= {one.paragraph for guidance in brief.guidance for one in guidance.measures}
    compared = [each for one in brief.pairs for each in (one.result, one.target)]
    shown |= set(paragraphs_of((*brief.targets, *brief.main_targets, *brief.results, *compared)))
    paragraphs = sorted(shown | set(doubted_in(brief)))
    span = places(paragraphs)
    given = given_at(brief)
    # Who published it stands in brackets of its own.
    told = f"，{given}" if brief.source.endswith("）") else f"（{given}）"
    whole = f"{brief.source}{told if given else ''}"
    left = f"{UNTOLD.format(places(brief.untold))}。" if brief.untold else ""
    return f"{whole}{'，' + span + '（段号含标题行）' if span else ''}。{left}{UNREVIEWED}。"
