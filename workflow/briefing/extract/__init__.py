"""Find every metric of a parsed report with its exact place, what every other numeral is, and the doubts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from briefing.extract.doubts import doubts_of
from briefing.extract.measured import quantities_in
from briefing.extract.naming import Named, named
from briefing.extract.nonmetrics import masks
from briefing.extract.sentences import Sentence, sentences_of
from briefing.model import Finding, Metric, Numeral, Report

__all__ = ["Extraction", "extract_metrics"]
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class Extraction:
    """``numerals`` has one row for every numeral of the cleaned text, in order: what it ended as, and by which rule."""

    metrics: tuple[Metric, ...]
    findings: tuple[Finding, ...]
    numerals: tuple[Numeral, ...]

    @property
    def counts(self) -> dict[str, int]:
        """Numerals, in metrics, non-metrics, unclassified; the first is the sum of the others."""
        ended = Counter(one.outcome for one in self.numerals)
        return {
            "numerals": len(self.numerals),
            "in_metrics": ended["metric"],
            "non_metrics": ended["non_metric"],
            "unclassified": ended["finding"],
        }


def extract_metrics(cleaned: str, report: Report) -> Extraction:
    """Every metric of the review and plan parts, in text order; every other numeral with the reason it is none."""
    metrics: list[Metric] = []
    findings = list(report.findings)
    ended: dict[int, tuple[str, str]] = {}  # where a numeral starts → its outcome and rule
    counters: Counter[tuple[str, int]] = Counter()
    for sentence in sentences_of(cleaned, report):
        told = sentence.part in ("review", "plan")
        masked = masks(sentence.text)
        quantities, names = quantities_in(sentence.text, masked) if told else ([], {})
        covered: dict[int, str] = {}
        for one in named(sentence.text, quantities):
            counters[sentence.part, sentence.area] += 1
            metrics.append(_metric(one, sentence, report, counters[sentence.part, sentence.area]))
            covered |= dict.fromkeys(range(one.quantity.start, one.quantity.end), metrics[-1].metric_id)
        for digits in _DIGITS.finditer(sentence.text):
            at = digits.start()
            rule = masked.get(at) or names.get(at) or ("" if told else "outside_review_and_plan")
            if at in covered:
                ended[sentence.start + at] = ("metric", covered[at])
            elif rule:
                ended[sentence.start + at] = ("non_metric", rule)
            else:
                ended[sentence.start + at] = ("finding", "unclassified_number")
                findings.append(_unclassified(cleaned, sentence, at, digits.end()))
    numerals = tuple(
        # Outside every sentence stand headings and titles: the report talking about itself.
        Numeral(digits.start(), digits.end(), digits[0], *ended.get(digits.start(), ("non_metric", "heading")))
        for digits in _DIGITS.finditer(cleaned)
    )
    findings += doubts_of(cleaned, report, metrics)
    return Extraction(tuple(metrics), tuple(findings), numerals)


_YEAR = re.compile(r"(20\d\d)年(?!代|以前|前|来|开始|以来|起|至今)")
_NEAR = 60  # characters that a year reaches; 到2021年 holds for the whole clause


def _year_of(sentence: Sentence, at: int, report: Report) -> int:
    """The year that the clause names for the number at ``at``, else that of the part."""
    usual = report.review_year if sentence.part == "review" else report.plan_year
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


def _metric(one: Named, sentence: Sentence, report: Report, number: int) -> Metric:
    quantity = one.quantity
    year = _year_of(sentence, quantity.start, report)
    start, end = sentence.start + quantity.start, sentence.start + quantity.end
    return Metric(
        metric_id=f"{report.report_id}/{sentence.part}-{sentence.area}/{number:03d}",
        part=sentence.part,
        area=sentence.area,
        area_title=sentence.area_title,
        topic=sentence.topic,
        indicator=one.indicator or sentence.topic or sentence.area_title or "（未写明）",
        value_low=quantity.low,
        value_high=quantity.high,
        unit=quantity.unit,
        qualifier=quantity.qualifier,
        kind=one.kind,
        year=year,
        text=sentence.text[quantity.start : quantity.end],
        sentence=sentence.whole,
        start=start,
        end=end,
    )


def _unclassified(cleaned: str, sentence: Sentence, at: int, behind: int) -> Finding:
    start, end = sentence.start + at, sentence.start + behind
    around = cleaned[max(sentence.start, start - 10) : min(sentence.start + len(sentence.text), end + 10)]
    return Finding(
        "unclassified_number",
        "check",
        f"第{sentence.paragraph}段",
        start,
        end,
        f"数字“{cleaned[start:end]}”未能归类（…{around}…），请核对是否为指标。",
    )
