"""Metrics that a person added below the last row of the sheet."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from decimal import Decimal

from briefing.model import MANUAL, Area, Metric, Report
from briefing.review.account import Account
from briefing.review.cells import of_cell
from briefing.review.sheets import ReviewedRow
from briefing.review_columns import KIND_WORDS, SCALE_WORD

MARK = "added-"  # in the id of a metric that a person added
_NEEDED = ("part", "indicator", "text", "value_low", "unit", "qualifier", "kind", "year")
_SENTENCE_ENDS = "。！？；\n"


def added_metric(row: ReviewedRow, cleaned: str, report: Report, account: Account) -> Metric | None:
    """The metric of a row that the program did not write; None when a cell cannot be used, each of which is told.

    It stands where the source has its text; with 理由 it may be one that the source has not, and then bears its mark.
    """
    values = _values(row, account)
    if values is None:
        return None
    part, text = str(values["part"]), str(values["text"]).removesuffix(MANUAL)
    number = int(row.now.get("area") or 0)
    area = next((area for one in report.parts if one.kind == part for area in one.areas if area.number == number), None)
    if area is None and number:
        account.invalid(row, "area", f"{row.now.get('part')}部分没有领域 {number}")
        return None
    start, end = (area.start, area.end) if area else _span_of_part(part, report, cleaned)
    at = cleaned.find(text, start, end)
    if at < 0 and not row.now.get("why"):
        account.invalid(row, "text", f"“{text}”不在原文该领域中；如确需新增，请在“理由”列写明")
        return None
    place = (at, at + len(text)) if at >= 0 else (start, start)
    mark = hashlib.sha256(f"{part}/{number}/{values['indicator']}/{text}".encode()).hexdigest()[:8]
    metric = Metric(
        metric_id=f"{report.report_id}/{part}-{number}/{MARK}{mark}",
        part=part,
        area=number,
        area_title=area.title if area else "",
        topic=_topic_at(area, place[0]) if area and at >= 0 else "",
        indicator=str(values["indicator"]),
        value_low=Decimal(str(values["value_low"])),
        value_high=Decimal(str(values["value_high"])),
        unit=str(values["unit"]),
        qualifier=str(values["qualifier"]),
        kind=str(values["kind"]),
        nature="scale" if row.now.get("kind") == SCALE_WORD else "",
        year=int(str(values["year"])),
        years=int(str(values["years"])),
        text=text if at >= 0 else text + MANUAL,
        sentence=_sentence(cleaned, *place) if at >= 0 else "",
        start=place[0],
        end=place[1],
    )
    account.applied(row, "text", f"已新增指标“{metric.indicator} {metric.text}”", metric.metric_id)
    return metric


def added_for(row: ReviewedRow, metrics: Sequence[Metric]) -> Metric | None:
    """Which of ``metrics`` came from a row that a person added."""
    indicator, text = (str(row.now.get(key) or "") for key in ("indicator", "text"))
    for one in metrics:
        same = (one.indicator, one.text.removesuffix(MANUAL)) == (indicator, text.removesuffix(MANUAL))
        if f"/{MARK}" in one.metric_id and same:
            return one
    return None


def _values(row: ReviewedRow, account: Account) -> dict[str, object] | None:
    values: dict[str, object] = {}
    whole = True
    for key in _NEEDED:
        # What is added as 规模 is a level.
        shown = KIND_WORDS["level"] if key == "kind" and row.now.get(key) == SCALE_WORD else row.now.get(key)
        value, fault = of_cell(key, shown)
        if fault or value in ("", None):
            whole = False
            if key not in row.bad:  # an unreadable cell has been told already
                account.invalid(row, key, fault or "新增的指标必须填这一格")
        values[key] = value
    values["years"], fault = of_cell("years", row.now.get("years") or Decimal(1))  # left empty it is of its year alone
    if fault:
        whole = False
        account.invalid(row, "years", fault)
    high = row.now.get("value_high")
    values["value_high"] = high if high is not None else values["value_low"]
    low = values["value_low"]
    if isinstance(low, Decimal) and isinstance(high, Decimal) and high < low:
        account.invalid(row, "value_high", f"数值上限 {high} 小于下限 {low}")
        whole = False
    given = str(row.now.get("metric_id") or "")
    if given and f"/{MARK}" not in given:  # an added row that went through a run bears its id
        account.invalid(row, "metric_id", f"编号“{given}”不是程序给出的；新增一行请留空")
        whole = False
    return values if whole else None


def _span_of_part(kind: str, report: Report, cleaned: str) -> tuple[int, int]:
    part = next((one for one in report.parts if one.kind == kind), None)
    return (part.start, part.end) if part else (0, len(cleaned))


def _topic_at(area: Area, place: int) -> str:
    return next((one.title for one in area.topics if one.start <= place < one.end), "")


def _sentence(cleaned: str, start: int, end: int) -> str:
    first = max(cleaned.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    last = min((at for at in (cleaned.find(mark, end) for mark in _SENTENCE_ENDS) if at >= 0), default=len(cleaned))
    return cleaned[first : last + 1].strip()
