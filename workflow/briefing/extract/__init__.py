"""Find every metric of a parsed report with its exact place, what every other numeral is, and the doubts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace

from briefing.extract.doubts import CLAUSE_MARK, clause_around, doubts_of
from briefing.extract.measured import quantities_in
from briefing.extract.naming import Named, named
from briefing.extract.nonmetrics import masks
from briefing.extract.quantities import quantity_at
from briefing.extract.sentences import Sentence, sentences_of
from briefing.extract.years import Ahead, Periods, year_of, years_of
from briefing.model import Finding, Metric, Numeral, Report

__all__ = ["Extraction", "extract_metrics"]
_MAGNITUDE = re.compile(r"[万亿千百]*")
_DIGITS = re.compile(r"\d+(?:\.\d+)?")
_UNCLASSIFIED, _ASKED = "unclassified_number", "是否为指标？程序未能归类，请核对。"


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
    periods, ahead = Periods(cleaned), Ahead(cleaned, report.plan_year)
    for sentence in sentences_of(cleaned, report):
        told = sentence.part in ("review", "plan")
        numerals = tuple(_DIGITS.finditer(sentence.text))
        masked = masks(sentence.text) if numerals else {}
        quantities, names = quantities_in(sentence.text, numerals, masked) if told else ([], {})
        covered: dict[int, str] = {}
        for one in named(sentence.text, quantities, _gone_on_from(sentence, cleaned, metrics)):
            counters[sentence.part, sentence.area] += 1
            year = year_of(one.quantity, sentence, report, periods, ahead)
            years = years_of(one.quantity, sentence, year, report, periods)
            metrics.append(_metric(one, sentence, (year, years), report, counters[sentence.part, sentence.area]))
            covered |= dict.fromkeys(range(one.quantity.start, one.quantity.end), metrics[-1].metric_id)
        for digits in numerals:
            at = digits.start()
            rule = masked.get(at) or names.get(at) or ("" if told else "outside_review_and_plan")
            if at in covered:
                ended[sentence.start + at] = ("metric", covered[at])
            elif rule:
                ended[sentence.start + at] = ("non_metric", rule)
            else:
                ended[sentence.start + at] = ("finding", _UNCLASSIFIED)
                _ask(findings, cleaned, sentence, at, digits.end())
    rows = tuple(
        # Outside every sentence stand headings and titles: the report talking about itself.
        Numeral(digits.start(), digits.end(), digits[0], *ended.get(digits.start(), ("non_metric", "heading")))
        for digits in _DIGITS.finditer(cleaned)
    )
    findings += doubts_of(cleaned, report, metrics)
    return Extraction(tuple(metrics), tuple(findings), rows)


# 生产总值年均增长12.4%；2010年达到590.55亿元: a year alone, and the subject stands before ；
_ONLY_A_YEAR = re.compile(r"(?:到)?20\d\d年(?:预计)?(?:达到?|为|完成|实现)?(?:约|近|超过?)?\d")
_GREW = re.compile(r"(?:年均|累计|平均)?(?:增长|下降|提高|增加|降低|减少)$")


def _gone_on_from(sentence: Sentence, cleaned: str, metrics: list[Metric]) -> str:
    """What the figure before was of, where this clause goes on from it behind ； with but a year; else nothing."""
    joined = cleaned[max(0, sentence.start - 1) : sentence.start] == "；" and metrics
    if not joined or not _ONLY_A_YEAR.match(sentence.text):
        return ""
    last = metrics[-1]
    return _GREW.sub("", last.indicator) if sentence.start - last.end <= 2 else ""


def _metric(one: Named, sentence: Sentence, time: tuple[int, int], report: Report, number: int) -> Metric:
    quantity = one.quantity
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
        year=time[0],
        text=sentence.text[quantity.start : quantity.end],
        sentence=sentence.whole,
        start=start,
        end=end,
        years=time[1],
    )


def _ask(findings: list[Finding], cleaned: str, sentence: Sentence, at: int, behind: int) -> None:
    """Ask whether a number that fits no rule is a figure; where the last question is of a number in the same clause (从2.42缩小至2.12),
    in one question with that."""
    start, end = sentence.start + at, sentence.start + behind
    measured = quantity_at(sentence.text, at)
    said = sentence.text[at : measured.stop] if measured else cleaned[start:end] + _MAGNITUDE.match(cleaned, end)[0]  # type: ignore[index]
    asked = f"“{said}”{_ASKED}"
    last = findings[-1] if findings else None
    if last and last.kind == _UNCLASSIFIED and not CLAUSE_MARK.search(cleaned, last.end, start):
        findings[-1] = replace(last, end=end, message=last.message.replace(_ASKED, asked))
        return
    findings.append(
        Finding(
            _UNCLASSIFIED,
            "check",
            f"第{sentence.paragraph}段",
            start,
            end,
            f"{clause_around(cleaned, start, end)}中的{asked}",
        )
    )
