"""What stands in each row of the workbook, as plain values by column key: now, and as the program had it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from briefing.model import Assignment, Brief, Comparison, Finding, Grouping, Metric, Remark, Report
from briefing.naming.of_metrics import name_of
from briefing.nature import scales_of
from briefing.review_columns import (
    DROP,
    FINDINGS_SHEET,
    KIND_WORDS,
    METRICS_SHEET,
    PAIRS_SHEET,
    PART_WORDS,
    QUALIFIER_WORDS,
    SCALE_WORD,
    SEVERITY_WORDS,
    STATUS_WORDS,
    TASKS_SHEET,
    finding_kind,
)

Value = str | int | Decimal | None
Cells = dict[str, Value]


@dataclass(frozen=True)
class Found:
    """What the program says by itself, before anybody corrected it; ``remarks`` are what the last reviewer noted."""

    metrics: Sequence[Metric]
    comparisons: Sequence[Comparison]
    groupings: Sequence[Grouping]
    findings: Sequence[Finding]
    assignments: Sequence[Assignment] = ()
    remarks: Sequence[Remark] = ()


@dataclass(frozen=True)
class Row:
    """``before`` is the row as the program had it, None for one that a person added; it goes into the hidden sheet."""

    now: Cells
    before: Cells | None = field(default=None)

    @property
    def dropped(self) -> bool:
        return self.now.get("review") == DROP

    def changed(self, key: str) -> bool:
        """Whether a person gave the value of ``key``."""
        return self.before is None or self.now.get(key) != self.before.get(key)


def rows_of(
    cleaned: str,
    report: Report,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    groupings: Sequence[Grouping],
    briefs: Sequence[Brief],
    found: Found,
) -> dict[str, list[Row]]:
    """Sheet → its rows. What somebody dropped stays in its place, so that the next review still says so."""
    remarks = {(one.sheet, one.key): {"review": one.review, "why": one.why} for one in found.remarks}

    def joined(sheet: str, key: str, now: Cells | None, before: Cells | None) -> Row:
        return Row({**(now or before or {}), **remarks.get((sheet, key), {})}, before)

    first, now = _metric_cells(report, found.metrics, found.groupings), _metric_cells(report, metrics, groupings)
    metric_rows = [joined(METRICS_SHEET, key, now.get(key), first.get(key)) for key in (*first, *_new(now, first))]
    before, pairs = _pair_cells(metrics, found.comparisons), _pair_cells(metrics, comparisons)
    pair_rows = [joined(PAIRS_SHEET, key, pairs.get(key), before.get(key)) for key in (*before, *_new(pairs, before))]
    finding_rows = [
        joined(FINDINGS_SHEET, str(cells["message"]), cells, cells) for cells in _finding_cells(cleaned, found.findings)
    ]
    printed = {one.text: {"lead": "", "responsible": "", "due": one.printed_due} for one in found.assignments}
    task_rows = [
        joined(TASKS_SHEET, str(cells["text"]), cells, {**cells, **printed.get(str(cells["text"]), {})})
        for cells in _task_cells(briefs)
    ]
    return {METRICS_SHEET: metric_rows, PAIRS_SHEET: pair_rows, FINDINGS_SHEET: finding_rows, TASKS_SHEET: task_rows}


def kind_word(metric: Metric, scales: frozenset[str]) -> str:
    """What stands under 性质: 规模 for a figure that is no target and no result, else the word for its kind."""
    return SCALE_WORD if metric.metric_id in scales else KIND_WORDS.get(metric.kind, metric.kind)


def _new(now: Mapping[str, Cells], before: Mapping[str, Cells]) -> Iterable[str]:
    return (key for key in now if key not in before)


def _metric_cells(report: Report, metrics: Sequence[Metric], groupings: Sequence[Grouping]) -> dict[str, Cells]:
    grouped = {one.metric_id: one.area for one in groupings}
    paragraph = paragraph_finder(report)
    scales = scales_of(report, metrics)
    return {
        one.metric_id: {
            "metric_id": one.metric_id,
            "part": PART_WORDS.get(one.part, one.part),
            "area": one.area,
            "grouped": grouped.get(one.metric_id),
            "topic": one.topic,
            "indicator": one.indicator,
            "name": name_of(one),
            "text": one.text,
            "value_low": one.value_low,
            "value_high": one.value_high,
            "unit": one.unit,
            "qualifier": QUALIFIER_WORDS.get(one.qualifier, one.qualifier),
            "kind": kind_word(one, scales),
            "year": one.year,
            "years": one.years,
            "paragraph": paragraph(one.start),
            "sentence": one.sentence,
        }
        for one in metrics
    }


def _pair_cells(metrics: Sequence[Metric], comparisons: Sequence[Comparison]) -> dict[str, Cells]:
    by_id: Mapping[str, Metric] = {one.metric_id: one for one in metrics}
    rows: dict[str, Cells] = {}
    for one in comparisons:
        plan, review = by_id[one.plan_metric_id], by_id[one.review_metric_id]
        rows[f"{one.plan_metric_id}|{one.review_metric_id}"] = {
            "plan_metric_id": one.plan_metric_id,
            "review_metric_id": one.review_metric_id,
            "indicator": name_of(plan),
            "result": review.text,
            "target": plan.text,
            "status": STATUS_WORDS.get(one.status, one.status),
            "reason": one.reason,
            "result_sentence": review.sentence,
            "target_sentence": plan.sentence,
        }
    return rows


def _finding_cells(cleaned: str, findings: Sequence[Finding]) -> list[Cells]:
    return [
        {
            "number": number,
            "severity": SEVERITY_WORDS.get(one.severity, one.severity),
            "kind": finding_kind(one.kind)[0],
            "where": one.where,
            "quote": cleaned[one.start : one.end],
            "message": one.message,
        }
        for number, one in enumerate(findings, 1)
    ]


def _task_cells(briefs: Sequence[Brief]) -> list[Cells]:
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
