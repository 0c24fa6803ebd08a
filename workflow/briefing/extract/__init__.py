"""Find every metric of a parsed report with its exact place, the comparable and look-alike pairs, and the doubts."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from briefing.extract.doubts import doubts_of
from briefing.extract.naming import named
from briefing.extract.nonmetrics import masks
from briefing.extract.quantities import Quantity, quantity_at, shared_unit
from briefing.extract.ranks import ranks_in
from briefing.extract.sentences import Sentence, sentences_of
from briefing.extract.worded import worded_quantities
from briefing.model import Finding, Metric, Report

__all__ = ["Extraction", "NonMetric", "extract_metrics"]
_DIGITS = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True)
class NonMetric:
    """A numeral that is no metric, and the rule that said so; offsets into the cleaned text."""

    start: int
    end: int
    rule: str


@dataclass(frozen=True)
class Extraction:
    """``counts``: numerals, in metrics, non-metrics, unclassified; the first is the sum of the others."""

    metrics: tuple[Metric, ...]
    findings: tuple[Finding, ...]
    nonmetrics: tuple[NonMetric, ...]
    counts: dict[str, int]


@dataclass(frozen=True)
class _Found:
    sentence: Sentence
    quantity: Quantity
    indicator: str
    kind: str


def extract_metrics(cleaned: str, report: Report) -> Extraction:
    """Every metric of the review and plan parts, in text order; every other numeral with the reason it is none."""
    metrics: list[Metric] = []
    nonmetrics: list[NonMetric] = []
    findings = list(report.findings)
    unclassified: list[tuple[int, int, Sentence]] = []
    used = 0
    counters: Counter[tuple[str, int]] = Counter()
    for sentence in sentences_of(cleaned, report):
        masked = masks(sentence.text)
        found = _metrics_of(sentence, masked)
        covered = {at for one in found for at in range(one.quantity.start, one.quantity.end)}
        for digits in _DIGITS.finditer(sentence.text):
            at = digits.start()
            if at in covered:
                used += 1
            elif at in masked:
                nonmetrics.append(NonMetric(sentence.start + at, sentence.start + digits.end(), masked[at]))
            elif sentence.part not in ("review", "plan"):
                nonmetrics.append(
                    NonMetric(sentence.start + at, sentence.start + digits.end(), "outside_review_and_plan")
                )
            else:
                unclassified.append((sentence.start + at, sentence.start + digits.end(), sentence))
        if sentence.part in ("review", "plan"):
            for one in found:
                counters[sentence.part, sentence.area] += 1
                metrics.append(_metric(one, report, counters[sentence.part, sentence.area]))
    _headings(cleaned, report, nonmetrics)
    findings += [_unclassified(cleaned, start, end, sentence) for start, end, sentence in unclassified]
    findings += doubts_of(cleaned, report, metrics)
    counts = {
        "numerals": len(_DIGITS.findall(cleaned)),
        "in_metrics": used,
        "non_metrics": len(nonmetrics),
        "unclassified": len(unclassified),
    }
    return Extraction(tuple(metrics), tuple(findings), tuple(sorted(nonmetrics, key=lambda one: one.start)), counts)


def _headings(cleaned: str, report: Report, nonmetrics: list[NonMetric]) -> None:
    """Numerals that stand in headings and titles, outside every sentence, are the report talking about itself."""
    seen = [(s.start, s.start + len(s.text)) for s in sentences_of(cleaned, report)]
    k = 0
    for digits in _DIGITS.finditer(cleaned):
        while k < len(seen) and seen[k][1] <= digits.start():
            k += 1
        if k >= len(seen) or not seen[k][0] <= digits.start():
            nonmetrics.append(NonMetric(digits.start(), digits.end(), "heading"))


def _metrics_of(sentence: Sentence, masked: dict[int, str]) -> list[_Found]:
    text = sentence.text
    if sentence.part not in ("review", "plan"):
        return []
    quantities = [one for one in ranks_in(text) if one.number not in _quoted(masked)]
    taken = {at for one in quantities for at in range(one.start, one.end)}
    end = 0
    for digits in _DIGITS.finditer(text):
        if digits.start() < end or digits.start() in masked or digits.start() in taken:
            continue
        quantity = quantity_at(text, digits.start()) or shared_unit(text, digits.start())
        if quantity is not None and not _is_name(text, quantity):
            quantities.append(quantity)
            end = quantity.end
    quantities += [one for one in worded_quantities(text) if not taken & set(range(one.start, one.end))]
    quantities.sort(key=lambda one: one.start)
    return [
        _Found(sentence, one.quantity, one.indicator, one.kind)
        for one in named(text, _shared_qualifier(text, quantities))
    ]


def _quoted(masked: dict[int, str]) -> set[int]:
    return {at for at, rule in masked.items() if rule in ("quoted_name", "title_name", "year")}


def _is_name(text: str, quantity: Quantity) -> bool:
    """``110千伏变电站``, ``60万吨铝热连轧项目``, ``沿线200米范围内``: a capacity or scope inside a name."""
    behind = text[quantity.stop : quantity.stop + 14]
    if re.match(r"(?:级|型|式)(?!别)", behind):
        return True
    if quantity.unit in ("千伏", "kV", "度", "时") or (
        quantity.unit in ("米", "公里") and re.match(r"(?:范围|半径|以内范围)", behind)
    ):
        return True
    before = text[max(0, quantity.start - 4) : quantity.start]
    return quantity.unit in ("次", "条", "块") and before.endswith("第")


def _shared_qualifier(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """``分别增长9.8%和12%以上``: what closes a list with 分别 holds for all of it."""
    shared = list(quantities)
    for k in range(len(shared) - 1, 0, -1):
        here, before = shared[k], shared[k - 1]
        between = text[before.end : here.start]
        if (
            here.qualifier in ("ge", "le", "approx")
            and before.qualifier == "eq"
            and between in ("、", "和", "及", "，", "与")
            and here.unit == before.unit
        ) and "分别" in text[max(0, before.start - 30) : here.start]:
            shared[k - 1] = Quantity(
                before.start,
                before.end,
                before.number,
                before.stop,
                before.low,
                before.high,
                before.unit,
                here.qualifier,
            )
    return shared


_YEAR = re.compile(r"(20\d\d)年(?!代|以前|前|来)")


def _metric(one: _Found, report: Report, number: int) -> Metric:
    sentence, quantity = one.sentence, one.quantity
    year = report.review_year if sentence.part == "review" else report.plan_year
    clause = sentence.text[: quantity.start]
    named = list(_YEAR.finditer(clause))
    if named:
        last = named[-1]
        behind = clause[last.end() :]
        before = clause[max(0, last.start() - 2) : last.start()]
        if (
            not re.search(r"[。；]", behind)
            and not re.search(r"[比较是]$", before)
            and not re.match(r"(?:建成|底以前)", behind)
            and len(behind) < 60
        ):
            said = int(last[1])
            if (sentence.part == "review" and said <= report.review_year) or (
                sentence.part == "plan" and said >= report.plan_year
            ):
                year = said
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


def _unclassified(cleaned: str, start: int, end: int, sentence: Sentence) -> Finding:
    around = cleaned[max(sentence.start, start - 10) : min(sentence.start + len(sentence.text), end + 10)]
    return Finding(
        "unclassified_number",
        "check",
        f"第{sentence.paragraph}段",
        start,
        end,
        f"数字“{cleaned[start:end]}”未能归类（…{around}…），请核对是否为指标。",
    )
