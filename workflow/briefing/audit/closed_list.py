"""The closed list of numbers that may stand in a document but not in the source, each checked for what it says."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from briefing.model import OVERVIEW, Brief, Report, Topic, TopicBrief

_CHINESE_DIGITS = "零一二三四五六七八九"
# Nouns of what the program itself counts; the count must be the true one.
_COUNTED = {
    "topics": r"(?:个|项)?(?:重点)?(?:主题|板块|专题|方面)",
    "tasks": r"(?:项|条|个)?(?:重点|主要|具体)?(?:任务|举措|措施|工作)",
    "targets": r"(?:项|个|条)?(?:全[国省市县区旗州])?(?:量化|主要预期|其他总体|总体|财政安排|主要|具体|数量)?(?:目标|指标)",
    "main": r"项全年主要目标",  # of the year, beside what was reached, where an area has no targets of its own
    "results": r"(?:项|个|条)?(?:上年|去年|同类|相关|\d{4}年)?(?:实绩|成果|结果)",
    "areas": r"(?:个|项)?(?:工作)?(?:领域|方面)",
    "figures": r"(?:项|个|处)?(?:数据|数字|数值|指标)",
    "findings": r"(?:项|处|条)?(?:待核|疑点|存疑)",
    "pairs": r"(?:组|对|项)?(?:可比|对比|对照|指标（编者归类）)",
    "alike": r"组指标(?:名称相近|口径不同|不可比)",
    "evidence": r"(?:条|处|项)?(?:原文)?(?:依据|出处)",
}


_LEAST_CARDS = 3


class ClosedList:
    """What one area may count and number: positions, pages, items, dates and years of the report, true counts."""

    def __init__(self, brief: Brief, report: Report) -> None:
        proved = (*brief.targets, *brief.scales, *brief.main_targets, *brief.results)
        figures = {figure.metric_id for figure in proved}
        main = {figure.metric_id for figure in brief.main_targets}
        comparable = [pair for pair in brief.pairs if pair.status == "comparable"]
        self._number = brief.number
        in_topics = {figure.metric_id for topic in brief.topics for figure in topic.figures}
        self._counts: dict[str, set[int]] = {
            "topics": {len(brief.topics), sum(1 for topic in brief.topics if topic.title)},
            "tasks": {_tasks_in(brief.topics)},
            "targets": {len(brief.targets)},
            "main": {len({pair.target.metric_id for pair in comparable})} if not brief.targets else set(),
            "results": {len(brief.results)},
            "areas": {brief.area_count},
            # A deck proves those of the year's main targets that it tells.
            "figures": {
                *range(len(figures - main), len(figures) + 1),
                len(brief.targets),
                len(brief.results),
                len(in_topics),
            },
            "findings": {len(brief.findings)},
            "pairs": {len(brief.pairs), len(comparable), len(brief.pairs) - len(comparable)},
            "alike": {sum(len(one.rows) for one in brief.slides if one.kind == "pairs")}
            | {len(one.beside) for one in brief.slides if one.kind == "closing"},
            "evidence": {len(figures), len(brief.targets)},
        }
        for topic in brief.topics:  # a topic's slide may count its own
            self._counts["tasks"].add(_tasks_in((topic,)))
            self._counts["targets"].add(len(topic.figures))
            self._counts["figures"].add(len(topic.figures))
        tasks = [one.text for topic in brief.topics for one in topic.measures if one.task]
        for slide in brief.slides:  # a table or a topic that goes on counts what stands on each of its slides
            if slide.kind == "topic":
                self._counts["tasks"].add(sum(one.startswith(slide.bullets) for one in tasks))
            if slide.kind in ("targets", "results"):
                self._counts[slide.kind].add(len(slide.rows) + len(slide.beside))
        if brief.number == OVERVIEW:  # it counts what each of its areas holds, and all together
            areas = [one for part in report.parts if part.kind == "plan" for one in part.areas if one.number > 0]
            tasks_of = [_tasks_in(one.topics) for one in areas]
            self._counts["tasks"].update((*tasks_of, sum(tasks_of)))
            self._counts["topics"].update(sum(1 for topic in one.topics if topic.title) for one in areas)
            numbers = {one.number for one in areas}
            above = [one.sentence for one in brief.targets if one.area not in numbers]
            for together in {above.count(one) for one in above}:  # the year's own in one sentence, and those beside it
                self._counts["targets"].update((together, len(above) - together, len(above)))
        years = {str(year) for year in (brief.plan_year, brief.review_year) if year}
        paragraphs = {one.number for one in report.paragraphs}
        # Of a topic with cards, those of its figures that have none.
        most = max((len(topic.figures) for topic in brief.topics), default=0)
        beside_cards = set(range(1, most - _LEAST_CARDS + 1))
        compared = sum(len(one.rows) for one in brief.slides if one.kind == "compared")  # each row has a target
        self._rules: list[tuple[re.Pattern[str], Callable[[re.Match[str]], bool]]] = [
            (re.compile(r"第\d+(?:[、,～]\d+)*段"), lambda found: _numbers(found[0]) <= paragraphs),
            (re.compile(rf"另有{brief.results_left}项(?=见指标工作簿)"), _always),
            (re.compile(rf"另有{compared}项(?=见前页对照)"), _always),
            (re.compile(r"另有\d+项(?=见正文)"), lambda found: _numbers(found[0]) <= beside_cards),
            (
                re.compile(rf"(?<=等){len(brief.main_targets)}项$"),
                _always,
            ),  # the year's, of which a line names the first
            (re.compile(r"(?<!\d)\d{4}(?=年|/|$)"), lambda found: found[0] in years),
            (re.compile(r"第\d+(?:页|张|项|条)|[(（](?:续)?\d+(?:/\d+)?[)）]|(?<=续)\d+"), _always),
            (re.compile(r"^\d+(?=[.．、])|^[图表]\d+"), _always),
            # The table of both wordings comes behind that of the overview's areas and that of the targets, where there are such.
            (re.compile(rf"(?<=不可比.见表){1 + (brief.number == OVERVIEW) + bool(brief.targets)}(?!\d)"), _always),
            (re.compile(rf"(?<!\d)0?{brief.number}/{brief.area_count}(?!\d)"), _always),
        ]
        for date in {report.date, brief.date} - {""}:
            year, month, day = (
                (int(part) for part in date.split("-")) if re.fullmatch(r"\d{4}-\d\d-\d\d", date) else (0, 0, 0)
            )
            forms = [
                re.escape(date),
                f"{year}年{month}月{day}日",
                f"{year}年0?{month}月",
                f"{year}[./]0?{month}[./]0?{day}",
            ]
            self._rules.insert(0, (re.compile("|".join(forms)), _always))
        for key, noun in _COUNTED.items():
            self._rules.append((re.compile(rf"(?<![\d.])\d+{noun}"), self._counts_right(key)))

    def spans(self, text: str) -> list[tuple[int, int]]:
        """Where in a comparable text numbers of the list stand."""
        return [found.span() for pattern, is_true in self._rules for found in pattern.finditer(text) if is_true(found)]

    def chinese_count(self, text: str) -> bool:
        """Whether ``text`` begins with a true count in Chinese numerals (三个主题), or with the area's own place (第三个方面工作)."""
        own = re.match(rf"([{_CHINESE_DIGITS}十]+)个?方面工作", text)
        if own and _chinese(own[1]) == self._number:
            return True
        for key, noun in _COUNTED.items():
            found = re.match(rf"([{_CHINESE_DIGITS}两十]+){noun}", text)
            if found and _chinese(found[1]) in self._counts[key]:
                return True
        return False

    def _counts_right(self, key: str) -> Callable[[re.Match[str]], bool]:
        return lambda found: int(re.match(r"\d+", found[0])[0]) in self._counts[key]  # type: ignore[index]


def _tasks_in(topics: Iterable[Topic | TopicBrief]) -> int:
    return sum(one.task for topic in topics for one in topic.measures)


def _always(_found: re.Match[str]) -> bool:
    return True


def _numbers(text: str) -> set[int]:
    return {int(one) for one in re.findall(r"\d+", text)}


def _chinese(text: str) -> int:
    """一 … 九十九; -1 for anything else."""
    text = text.replace("两", "二")
    if "十" not in text:
        return _CHINESE_DIGITS.find(text) if len(text) == 1 else -1
    tens, _, ones = text.partition("十")
    high = _CHINESE_DIGITS.find(tens) if tens else 1
    return 10 * high + (_CHINESE_DIGITS.find(ones) if ones else 0)
