"""完成情况: last year's targets against this year's results, where both count the same thing in the same way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.compare.differences import differences
from briefing.compare.verdict import judge
from briefing.compare.wording import Wording, unit_meaning, wording_of
from briefing.model import Completion, Grouping, Metric, Report
from briefing.nature import scales_of

_Name = tuple[str, str, str]


@dataclass(frozen=True)
class Year:
    """One year's report with its metrics, as they hold after the review."""

    cleaned: str
    report: Report
    metrics: Sequence[Metric]


def why_not(last: Report, this: Report) -> str:
    """Why the targets of ``last`` say nothing about the results of ``this``, in Chinese; empty when they do."""
    if last.place != this.place:
        return f"两份报告不是同一地方的（{last.place}、{this.place}）"
    if last.plan_year != this.review_year:
        return f"两份报告的年份不相接（{last.plan_year}年的目标、{this.review_year}年的实绩）"
    return ""


def complete(last: Year, this: Year, groupings: Sequence[Grouping]) -> tuple[Completion, ...]:
    """One row for each target of ``last`` whose result ``this`` tells, in the order of the targets; none when ``why_not``.

    Both bear the same name, are of one kind, level, quality, form and meaning of the verb, in units of one meaning, for
    the same year. A thing with two targets or two results of different size is left out: which of them counts, the texts
    do not say. A target that is said twice stands once.
    """
    if why_not(last.report, this.report):
        return ()
    area = {one.metric_id: one.area for one in groupings}
    targets = _by_name(last, "plan", this.report.review_year)
    results = _by_name(this, "review", this.report.review_year)
    rows = []
    for name, wanted in targets.items():
        for target, wording in _told_apart(wanted):
            like = [one for one, theirs in results.get(name, []) if not differences(wording, theirs)]
            if like and len({(one.value_low, one.value_high) for one in like}) == 1:
                rows.append((target, like[0]))
    return tuple(_row(last, this, *pair, area) for pair in sorted(rows, key=lambda pair: pair[0].start))


def _by_name(year: Year, part: str, counted: int) -> Mapping[_Name, list[tuple[Metric, Wording]]]:
    found: dict[_Name, list[tuple[Metric, Wording]]] = defaultdict(list)
    scales = scales_of(year.report, year.metrics)
    for metric in year.metrics:
        if metric.metric_id in scales:
            continue
        placed = metric.start < metric.end  # one that a person added without the source has no words to compare
        if metric.part == part and metric.year == counted and metric.kind != "rank" and placed:
            wording = wording_of(metric, year.cleaned)
            if wording.core:
                found[(wording.core, metric.kind, unit_meaning(metric.unit))].append((metric, wording))
    return found


def _told_apart(wanted: Sequence[tuple[Metric, Wording]]) -> list[tuple[Metric, Wording]]:
    """The targets of one name that no other of like wording contradicts, each once."""
    kept: list[tuple[Metric, Wording]] = []
    for target, wording in wanted:
        alike = [one for one, other in wanted if not differences(wording, other)]
        same = len({(one.value_low, one.value_high, one.qualifier) for one in alike}) == 1
        if same and alike[0] is target:
            kept.append((target, wording))
    return kept


def _row(last: Year, this: Year, target: Metric, result: Metric, area: Mapping[str, int]) -> Completion:
    verdict, reason = judge(target, result)
    return Completion(
        target_metric_id=target.metric_id,
        result_metric_id=result.metric_id,
        indicator=target.indicator,
        target=target.text,
        result=result.text,
        verdict=verdict,
        reason=reason,
        area=area.get(result.metric_id, 0),
        target_paragraph=_paragraph(last.report, target),
        target_sentence=target.sentence,
        result_paragraph=_paragraph(this.report, result),
        result_sentence=result.sentence,
        target_source=last.report.source,
    )


def _paragraph(report: Report, metric: Metric) -> int:
    return next((one.number for one in report.paragraphs if one.start <= metric.start < one.end), 0)
