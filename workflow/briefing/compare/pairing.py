"""Which target may stand beside which result: like for like only; every near-likeness with the reason against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from briefing.compare.wording import Wording, core_of, unit_meaning, wording_of
from briefing.model import Comparison, Metric, Report
from briefing.nature import scales_of

_TOGETHER = re.compile("[和及、与]")
_TELLING = 4  # characters of a name that two texts do not share by chance
_STOCK = "总量"  # a count without a verb states what there is


def compare(cleaned: str, report: Report, metrics: Sequence[Metric]) -> tuple[Comparison, ...]:
    """Pairs in the order of the plan; each plan metric meets at most one comparable result.

    Candidates bear the same name (the thing without level, quality and verb), are of one kind, in units of one meaning,
    and are for the plan year and the year before. They are comparable when level, quality, form and the verb's meaning
    agree too; otherwise look-alikes, with what differs as reason in Chinese.
    """
    worded = [(metric, wording_of(metric, cleaned)) for metric in metrics if metric.kind != "rank"]
    results: dict[tuple[str, str, str], list[tuple[Metric, Wording]]] = defaultdict(list)
    for metric, wording in worded:
        if metric.part == "review" and wording.core and metric.year == report.review_year:
            results[_name(metric, wording)].append((metric, wording))
    scales = scales_of(report, metrics)
    found: list[Comparison] = []
    for metric, wording in worded:
        if metric.metric_id in scales:
            continue  # 统筹推进142个项目 is no target that a result could stand beside
        if metric.part != "plan" or not wording.core or metric.year != report.plan_year:
            continue
        named = results.get(_name(metric, wording), [])
        found.extend(_pairs(metric, wording, named) if named else _parts_of(metric, results))
    return tuple(found)


def _parts_of(target: Metric, results: dict[tuple[str, str, str], list[tuple[Metric, Wording]]]) -> list[Comparison]:
    """``重大科技专项和重点研发计划6个`` beside last year's ``重大科技专项6个``: one of two things counted together is no like."""
    parts = [core for part in _TOGETHER.split(target.indicator) if len(core := core_of(part)) >= _TELLING]
    if len(parts) < 2:
        return []
    return [
        Comparison(
            target.metric_id,
            one.metric_id,
            "look_alike",
            f"对象不同（上年{_quoted(one.indicator)}，今年{_quoted(target.indicator)}）；口径不同，不可比",
        )
        for part in parts
        for one, _ in results.get((part, target.kind, unit_meaning(target.unit)), [])
    ]


def differences(target: Wording, result: Wording) -> list[str]:
    """What is counted differently, in Chinese, both wordings told; empty when nothing is."""
    aspects = (
        ("级别", _ranks(target) == _ranks(result), "、".join(result.levels), "、".join(target.levels)),
        ("限定", target.qualities == result.qualities, "、".join(result.qualities), "、".join(target.qualities)),
        ("对象", target.form == result.form, result.form, target.form),
        ("动作", (target.stage or _STOCK) == (result.stage or _STOCK), result.verb, target.verb),
    )
    return [
        f"{aspect}不同（上年{_quoted(last)}，今年{_quoted(this)}）" for aspect, same, last, this in aspects if not same
    ]


def _name(metric: Metric, wording: Wording) -> tuple[str, str, str]:
    return wording.core, metric.kind, unit_meaning(metric.unit)


def _pairs(target: Metric, wording: Wording, results: list[tuple[Metric, Wording]]) -> list[Comparison]:
    like: list[tuple[Metric, str]] = []
    unlike: list[tuple[Metric, str]] = []
    for result, theirs in results:
        reasons = differences(wording, theirs)
        (unlike if reasons else like).append((result, "；".join(reasons)))
    values = {(one.value_low, one.value_high) for one, _ in like}
    if len(values) > 1:
        # Two results of one name and different size cannot both be last year's; a person has to say which.
        like, unlike = [], [(one, "上年同名指标有多个数值") for one, _ in like]
    same_level = {one.metric_id for one, theirs in results if _ranks(theirs) == _ranks(wording)}
    if any(one.metric_id in same_level for one, _ in unlike):
        # 省级 beside 省级, however else they differ; nobody takes last year's 市级 for this year's 省级 then.
        unlike = [(one, reason) for one, reason in unlike if one.metric_id in same_level]
    if like:
        reason = f"同为“{wording.core}”，动作、级别和计量单位一致"
        return [Comparison(target.metric_id, like[0][0].metric_id, "comparable", reason)]
    return [
        Comparison(target.metric_id, one.metric_id, "look_alike", f"{reason}；口径不同，不可比")
        for one, reason in unlike
    ]


def _ranks(wording: Wording) -> tuple[str, ...]:
    """国家 and 国家级 are one level."""
    return tuple(one.removesuffix("级") for one in wording.levels)


def _quoted(words: str) -> str:
    return f"“{words}”" if words else "未写明"
