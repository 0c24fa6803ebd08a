"""Which year a figure is of."""

from __future__ import annotations

import re

from briefing.extract.quantities import Quantity
from briefing.extract.sentences import Sentence
from briefing.model import Report
from briefing.periods import Periods

__all__ = ["Periods", "year_of"]
# 由10.2%下降到3.1%: the first number is of the time before.
_FROM = re.compile(r"[由从](?:原来|原先|过去|此前)?的?$")
_RISES = re.compile(r"[^，。；、\d]{0,4}[增提升降减扩缩拓涨展跃跌压][^，。；、\d]{0,3}[到至为]")
# 比2011年增长9元；贫困人口由3万人下降到1万人: the sentence has said what it is measured against.
_AGAINST_YEAR = re.compile(r"(?:比|较|相比|是)(20\d\d)年(?!代|以来|来)")
_YEAR = re.compile(r"(20\d\d)年(?!代|以前|前|来|开始|以来|起|至今)")
_NEAR = 60  # characters that a year reaches; 到2021年 holds for the whole clause


def year_of(quantity: Quantity, sentence: Sentence, report: Report, periods: Periods) -> int:
    """The year that a quantity is of: what its clause names, the start of what rises 由A…到B, else the year of its part."""
    at = quantity.start
    usual = report.review_year if sentence.part == "review" else report.plan_year
    named = _named_year(sentence, at, report, usual)
    if named != usual or not (_FROM.search(sentence.text[:at]) and _RISES.match(sentence.text[quantity.end :])):
        return named
    before = sentence.whole.partition(sentence.text.strip())[0] + sentence.text[:at]
    against = _AGAINST_YEAR.findall(before)
    if against and int(against[-1]) < usual:
        return int(against[-1])
    return usual - (periods.at(sentence.start + at) if sentence.part == "review" else 1)


def _named_year(sentence: Sentence, at: int, report: Report, usual: int) -> int:
    """The year that the clause names for the number at ``at``; ``usual`` where it names none that holds."""
    clause = sentence.text[max(0, at - 4 * _NEAR) : at]
    last = max(_YEAR.finditer(clause), key=lambda found: found.start(), default=None)
    if last is None:
        return _year_in_words(clause, sentence.part, report) or usual
    before, behind = clause[max(0, last.start() - 2) : last.start()], clause[last.end() :]
    reaches = 4 * _NEAR if before.endswith("到") else _NEAR
    past = before.endswith(("由", "从")) and re.search(r"\d", behind)  # 由2011年的32万达到143万
    if (
        re.search(r"[。；]", behind)
        or re.search(r"[比较是]$", before)
        or (re.match(r"(?:建成|底以前)", behind) and int(last[1]) <= report.plan_year)
        or len(behind) >= reaches
        or past
    ):
        return usual
    said = int(last[1])
    fits = said <= report.review_year if sentence.part == "review" else said >= report.plan_year
    return said if fits else usual


_LAST_YEAR = re.compile(r"(?<![比较以是])(?:去年|上年)(?!同期|水平|底|末|度)[^，。；\d]*$")
_END_OF_PLAN = re.compile(r"到“?十([二三四五六])五”?末[^。；]*$")
_PLAN_ENDS = {"二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}


def _year_in_words(clause: str, part: str, report: Report) -> int | None:
    """The year that 去年 in a plan and 到“十五五”末 name; None where nothing does."""
    last_year = _LAST_YEAR.search(clause)
    if last_year and part == "plan":
        return report.review_year
    if last_year and clause[: last_year.start()].endswith(("由", "从")):  # 由上年729万人增加到732万人
        return report.review_year - 1
    found = _END_OF_PLAN.search(clause)
    if found and _PLAN_ENDS[found[1]] >= report.plan_year:
        return _PLAN_ENDS[found[1]]
    return None
