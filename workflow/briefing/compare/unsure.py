"""What a person has to say of pairs: whether two figures of one name that lie far apart count one thing."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.far_apart import is_far_apart
from briefing.model import Comparison, Finding, Metric, Report
from briefing.naming.of_metrics import name_of


def unsure_pairs(report: Report, metrics: Sequence[Metric], comparisons: Sequence[Comparison]) -> tuple[Finding, ...]:
    """One finding for each of ``comparisons`` whose two figures lie far apart, at the place of this year's target."""
    by_id = {one.metric_id: one for one in metrics}
    pairs = [(by_id[one.review_metric_id], by_id[one.plan_metric_id]) for one in comparisons if is_far_apart(one)]
    return tuple(
        Finding(
            "far_apart", "check", _where(report, target), target.start, target.end, _message(report, result, target)
        )
        for result, target in pairs
    )


def _message(report: Report, result: Metric, target: Metric) -> str:
    return (
        f"“{name_of(target).replace('“', '‘').replace('”', '’')}”{result.year}年{result.text}（{_where(report, result)}），"
        f"{target.year}年目标{target.text}：名称、动作和单位一致，而数值悬殊，请核实是否同一口径；核实前不作图。"
    )


def _where(report: Report, metric: Metric) -> str:
    number = next((one.number for one in report.paragraphs if one.start <= metric.start < one.end), 0)
    return f"第{number}段"
