"""What a plan tells before its first area about how the year's work is to be done: 总体要求, 政策取向, 工作要求.

Judged by headings and layout, in the report's own words. What stands there as well and is no guidance is left out: what the year is, how
things stand, the targets and their reasons, what leads to the areas.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from briefing.judgement import is_judgement, tells
from briefing.model import Area, Guidance, Measure, Report

DEMAND, POLICY, MANNER = "总体要求", "政策取向", "工作要求"
# 今年政府工作的总体要求是：…; the national report gives it without a name: 做好政府工作，要…以…为指导.
_NAMED = re.compile(r"(总体要求|总体思路|指导思想|基本思路|工作思路)(?:是|为)[:：]")
_UNNAMED = re.compile(r"做好(?:今年|20\d\d年)?(?:各项|政府)?工作，(?=[^。]{0,40}要)[^。]*为指导")
_AIMS = re.compile(r"(?:预期|奋斗|主要)目标(?:是|为)?[:：]")
# 完成今年发展目标任务，必须…; 落实总体要求，实现上述目标，最根本的是…; 2024年，我们将…
_BINDS = re.compile(
    r"(?:做好|完成|落实|实现)[^，]{2,16}，(?:[^，]{2,12}，)?(?:必须|要(?!看到)|最根本的是)|(?:20\d\d年|今年)(?:，我们[将要]|要(?!重点))"
)
_POINT = re.compile(r"(?:^|[:：])[一二三四五六七八九]是")
_LEADS = re.compile(
    r"(?:以下|[\d一二三四五六七八九十]+个?)[^，。]*(?:方面|任务|工作|几点)[^，。]*$|[:：]$|^[一二三四五六七八九十]+、"
)
_DIRECTS = re.compile(r"[^，]{2,12}要(?!求)|增强|保持")
_REASON = re.compile(r"是因为|^(?:今年|20\d\d年)?是")
_LEAST_POINTS = 2
_LEAST_MANNER = 60  # characters; less is said in passing, on the way to the areas
_MOST_UNDER_HEADING = 90
# What a policy is measured by: 拟安排地方政府专项债券3.9万亿元, 赤字率拟按3%安排; a year is no measure.
_MEASURED = re.compile(r"\d(?:[%‰]|个百分点|[千百万亿]*元)")
_ONE_OF_PAIR = re.compile(r"[\u4e00-\u9fff]是[^，]{2,8}，")


@dataclass(frozen=True)
class _Passage:
    """One paragraph before the first area: the heading it begins with, and its measures."""

    heading: str
    measures: tuple[Measure, ...]


def guidance_of(report: Report) -> tuple[Guidance, ...]:
    """In the report's order; empty where the plan begins with its first area or tells nothing of the kind."""
    opening = next(
        (part.areas[0] for part in report.parts if part.kind == "plan" and part.areas and part.areas[0].number == 0),
        None,
    )
    numbered = any(one.number for part in report.parts if part.kind == "plan" for one in part.areas)
    if opening is None or not numbered:
        return ()
    return tuple(one for passage in _passages(opening, report) for one in _guidance(passage))


def _passages(opening: Area, report: Report) -> Iterator[_Passage]:
    starts = {one.start: one.number for one in report.paragraphs}
    headings = {starts[one.start]: one.title for one in opening.topics if one.title and one.start in starts}
    measures = [one for topic in opening.topics for one in topic.measures]
    for number in sorted({one.paragraph for one in measures}):
        yield _Passage(headings.get(number, ""), tuple(one for one in measures if one.paragraph == number))


def _guidance(passage: _Passage) -> list[Guidance]:
    demand = _demand(passage.measures)
    if demand:
        return [demand]
    if any(_AIMS.search(one.text) for one in passage.measures):
        return []
    tasks = [one for one in passage.measures if one.task and not is_judgement(one.text) and not _LEADS.search(one.text)]
    if passage.heading and (tells(passage.heading) or _DIRECTS.match(passage.heading)) and tasks:
        return [Guidance(_name(passage), False, passage.heading, _first(tasks))]
    points = _points(passage.measures)
    if len(points) >= _LEAST_POINTS:
        first = passage.measures[0]
        opens = [first] if first in tasks and _BINDS.match(first.text) and not _POINT.search(first.text) else []
        return [Guidance(MANNER, False, "", (*opens, *points))]
    if _BINDS.match(passage.measures[0].text) and not passage.heading:
        # With what ends it and is no task by itself: 我们要以更大的决心和力度深化改革开放 behind 推动高质量发展要靠改革.
        told = [
            one
            for one in passage.measures
            if not (_LEADS.search(one.text) or _REASON.search(one.text)) and not is_judgement(one.text)
        ]
        if sum(len(one.text) for one in told) >= _LEAST_MANNER:
            return [Guidance(_name(passage), False, "", tuple(told))]
    return []


def _name(passage: _Passage) -> str:
    said = passage.heading + "".join(one.text for one in passage.measures)
    return POLICY if "政策取向" in said or "宏观政策" in said or "政策" in passage.heading else MANNER


def _first(tasks: Sequence[Measure]) -> tuple[Measure, ...]:
    """The first tasks under a heading, its policy in short, and each that measures it: by length alone 专项债券 and 特别国债, which a head of
    office asks for first, were left out."""
    count = 1
    while count < len(tasks) and sum(len(one.text) for one in tasks[: count + 1]) <= _MOST_UNDER_HEADING:
        count += 1
    # 稳是大局和基础, … 进是方向和动力, …: what the heading names in pairs is told in pairs.
    while count < len(tasks) and all(_ONE_OF_PAIR.match(one.text) for one in tasks[count - 1 : count + 1]):
        count += 1
    return (*tasks[:count], *(one for one in tasks[count:] if _MEASURED.search(one.text)))


def _demand(measures: Sequence[Measure]) -> Guidance | None:
    """The sentence that gives the general requirements, without what introduces it, and those behind it in its paragraph."""
    for at, one in enumerate(measures):
        named = _NAMED.search(one.text)
        if named or _UNNAMED.match(one.text):
            cut = named.end() if named else 0
            rest = measures[at + 1 :]
            until = next((number for number, other in enumerate(rest) if _AIMS.search(other.text)), len(rest))
            first = replace(one, text=one.text[cut:], start=one.start + cut)
            return Guidance(named[1] if named else DEMAND, True, "", (first, *rest[:until]))
    return None


def _points(measures: Sequence[Measure]) -> list[Measure]:
    """一是…；二是…: each point, in its first clause where a sentence goes on to tell how."""
    points = []
    for one in measures:
        found = _POINT.search(one.text)
        if found:
            cut = found.start() + found[0].startswith(("：", ":"))
            text = one.text[cut:].partition("，")[0]
            points.append(replace(one, text=text, start=one.start + cut, end=one.start + cut + len(text), mark="；"))
    return [*points[:-1], *(replace(one, mark="。") for one in points[-1:])]
