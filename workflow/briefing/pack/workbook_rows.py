"""What stands in each row of the workbook, as plain values by column key."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from decimal import Decimal

from briefing.model import Brief, Comparison, Finding, Grouping, Metric, Report
from briefing.review_columns import KIND_WORDS, PART_WORDS, QUALIFIER_WORDS, SEVERITY_WORDS, STATUS_WORDS

Value = str | int | Decimal | None
Row = dict[str, Value]


def metric_rows(report: Report, metrics: Sequence[Metric], groupings: Sequence[Grouping]) -> list[Row]:
    grouped = {one.metric_id: one.area for one in groupings}
    paragraph = paragraph_finder(report)
    return [
        {
            "metric_id": one.metric_id,
            "part": PART_WORDS.get(one.part, one.part),
            "area": one.area,
            "grouped": grouped.get(one.metric_id),
            "topic": one.topic,
            "indicator": one.indicator,
            "text": one.text,
            "value_low": one.value_low,
            "value_high": one.value_high,
            "unit": one.unit,
            "qualifier": QUALIFIER_WORDS.get(one.qualifier, one.qualifier),
            "kind": KIND_WORDS.get(one.kind, one.kind),
            "year": one.year,
            "paragraph": paragraph(one.start),
            "sentence": one.sentence,
        }
        for one in metrics
    ]


def pair_rows(metrics: Sequence[Metric], comparisons: Sequence[Comparison]) -> list[Row]:
    by_id: Mapping[str, Metric] = {one.metric_id: one for one in metrics}
    rows: list[Row] = []
    for one in comparisons:
        plan, review = by_id[one.plan_metric_id], by_id[one.review_metric_id]
        rows.append(
            {
                "plan_metric_id": one.plan_metric_id,
                "review_metric_id": one.review_metric_id,
                "indicator": plan.indicator,
                "result": review.text,
                "target": plan.text,
                "status": STATUS_WORDS.get(one.status, one.status),
                "reason": one.reason,
                "result_sentence": review.sentence,
                "target_sentence": plan.sentence,
            }
        )
    return rows


def finding_rows(cleaned: str, findings: Sequence[Finding]) -> list[Row]:
    return [
        {
            "number": number,
            "severity": SEVERITY_WORDS.get(one.severity, one.severity),
            "kind": one.kind,
            "where": one.where,
            "quote": cleaned[one.start : one.end],
            "message": one.message,
        }
        for number, one in enumerate(findings, 1)
    ]


def task_rows(briefs: Sequence[Brief]) -> list[Row]:
    return [
        {
            "area": brief.number,
            "number": task.number,
            "text": task.text,
            "target": task.target,
            "lead": task.lead,
            "responsible": task.responsible,
            "due": task.due,
            "topic": task.topic,
            "paragraph": task.paragraph,
        }
        for brief in briefs
        for task in brief.tasks
    ]


class paragraph_finder:  # noqa: N801 -- used like a function: paragraph(offset)
    """Offset in the cleaned text → 1-based number of its paragraph, None before the first."""

    def __init__(self, report: Report) -> None:
        self._starts = [one.start for one in report.paragraphs]
        self._numbers = [one.number for one in report.paragraphs]

    def __call__(self, offset: int) -> int | None:
        at = bisect_right(self._starts, offset) - 1
        return self._numbers[at] if at >= 0 else None
