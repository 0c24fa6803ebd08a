"""What a person should look at: misprints in fixed phrases, one figure given twice differently, doubled words, stray stops."""

from __future__ import annotations

import re
from collections import defaultdict

from briefing.model import Finding, Metric, Report
from briefing.stray_stops import STRAY_STOP

# Fixed phrases of two members: the pair that must stand, and the place where one member stands twice.
_FIXED_PAIRS = ((re.compile(r"“非(粮|农)化”，?(?:、)?[^。；，]{0,6}“非\1化”"), "遏制“非农化”、防止“非粮化”"),)
# What has no sense without the character between: the terms that must stand. 出省断面 is a place of its own.
_GAPS = ((re.compile(r"(?<![出入跨本他])(?:国|省)断面"), "“国考断面”“国控断面”或“省考断面”“省控断面”"),)
_CLAUSE_MARKS = "，。；：！？\n"
CLAUSE_MARK = re.compile(f"[{_CLAUSE_MARKS}]")
# Reading leaves a question mark half-width where it asks nothing: a character that some page could not print.
_LOST_CHARACTER = re.compile(r"(?<=[\u4e00-\u9fff])\?(?=[\u4e00-\u9fff])")
_WIDEST = 200  # characters of a clause that a person is asked about
# A topic on a part of the place tells that part's figures: 雄安新区建设取得新进展.
_PART_OF_PLACE = re.compile(r"[\u4e00-\u9fff]{2}(?:新区|开发区|高新区|园区|自贸区|试验区|片区)")
# 项目完成投资 is of whichever projects its paragraph is about.
_OF_WHICHEVER = re.compile("(?:项目|工程|企业|完成|年度|计划|实际|累计|总|新|投资|资金|到位|签约|开工|落地)+")
_DOUBLED = re.compile(r"([\u4e00-\u9fff]{4,12})\1")
_DOUBLED_CHAR = re.compile(r"(?:新新时代|主主义|思思想|的的|了了(?!解))")
# No name of a school, street or works ends with the same sign twice: 山大附中中等8个名校办学集团. Of 村 some do (南村村).
_DOUBLED_END = re.compile(r"[\u4e00-\u9fff]{1,6}([中小院校厂园馆街路桥站])\1(?=等\d)")


def doubts_of(cleaned: str, report: Report, metrics: list[Metric]) -> list[Finding]:
    findings = []
    for pattern, right in _FIXED_PAIRS:
        for found in pattern.finditer(cleaned):
            clause = clause_around(cleaned, found.start(), found.end())
            message = f"原文{clause}，前后用词相同，疑有误（固定表述为{right}），请核对原文，引用处照录未改。"
            findings.append(
                Finding("fixed_phrase", "check", where(report, found.start()), found.start(), found.end(), message)
            )
    for pattern in (_DOUBLED, _DOUBLED_CHAR, _DOUBLED_END):
        for found in pattern.finditer(cleaned):
            message = f"原文疑点：“{found[0]}”疑有重复，请核对原文，引用处照录未改。"
            findings.append(
                Finding("doubled_words", "check", where(report, found.start()), found.start(), found.end(), message)
            )
    for found in _LOST_CHARACTER.finditer(cleaned):
        clause = clause_around(cleaned, found.start(), found.end())
        message = f"原文此处疑有缺字：{clause}中的“?”应为何字？请核对原文，引用处照录未改。"
        findings.append(
            Finding("lost_character", "check", where(report, found.start()), found.start(), found.end(), message)
        )
    for pattern, right in _GAPS:
        for found in pattern.finditer(cleaned):
            clause = clause_around(cleaned, found.start(), found.end())
            message = f"原文此处疑有缺字：{clause}中的“{found[0]}”（通常作{right}），请核对原文，引用处照录未改。"
            findings.append(
                Finding("lost_character", "check", where(report, found.start()), found.start(), found.end(), message)
            )
    for found in STRAY_STOP.finditer(cleaned):
        clause = clause_around(cleaned, found.start(), found.end())
        message = f"原文此处疑多一个句号：{clause}，请核对原文，引用处照录未改。"
        findings.append(
            Finding("stray_stop", "check", where(report, found.start()), found.start(), found.end(), message)
        )
    return sorted(findings, key=lambda one: one.start) + _contradictions(report, metrics)


def clause_around(cleaned: str, start: int, end: int) -> str:
    """The whole clause around ``cleaned[start:end]``, in quotation marks; those inside it become single ones."""
    left, right = start, end
    while left > max(0, start - _WIDEST) and cleaned[left - 1] not in _CLAUSE_MARKS:
        left -= 1
    while right < min(len(cleaned), end + _WIDEST) and cleaned[right] not in _CLAUSE_MARKS:
        right += 1
    clause = cleaned[left:right].strip().replace("“", "‘").replace("”", "’")
    return f"“{clause}”"


def where(report: Report, at: int) -> str:
    """``第12段`` for an offset into the cleaned text."""
    number = next((paragraph.number for paragraph in report.paragraphs if paragraph.start <= at <= paragraph.end), 0)
    return f"第{number}段"


def _contradictions(report: Report, metrics: list[Metric]) -> list[Finding]:
    """The same long indicator, unit, kind and time with two values in one part, neither of them told of a part of the place."""
    same: dict[tuple[str, ...], list[Metric]] = defaultdict(list)
    for metric in metrics:
        told_apart = not _OF_WHICHEVER.fullmatch(metric.indicator)
        if told_apart and len(metric.indicator) >= 6 and metric.kind in ("level", "increase", "share"):
            time = f"{metric.year}/{metric.years}"  # 五年 and its last year have a figure each
            same[metric.part, metric.indicator, metric.unit, metric.kind, time, _scope(metric)].append(metric)
    findings = []
    for group in same.values():
        first = group[0]
        for other in group[1:]:
            if (other.value_low, other.value_high) != (
                first.value_low,
                first.value_high,
            ) and other.sentence != first.sentence:
                message = f"“{first.indicator}”在{where(report, first.start)}为{first.text}，在此处为{other.text}，请核对两处口径。"
                findings.append(
                    Finding("two_values", "note", where(report, other.start), other.start, other.end, message)
                )
    return findings


def _scope(metric: Metric) -> str:
    """The part of the place that a figure is told of, as its topic names it; empty for the whole."""
    found = _PART_OF_PLACE.search(metric.topic)
    return found[0] if found else ""
