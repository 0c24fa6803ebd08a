"""Whether a figure of the plan is a target or only the scale (规模) of what is worked on: 统筹推进总投资2680亿元的142个项目 promises no 142."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.model import Measure, Metric, Report

_HOW = (
    r"(?:今年|全年|要|将|我们|继续|持续|全力|全面|全程|大力|着力|积极|扎实|稳步|深入|重点|突出|切实|高标准|高质量|加快|加强|进一步|"
    r"集中攻坚、|压茬|有序|统筹|认真|精心|坚持)*"
)
# Verbs that take what there is as it is: their count is that of their objects, not of their success.
_KEEPS = (
    r"支持|扶持|巩固|服务|用好|管好|管护|养护|维护|抓好|盯紧|紧盯|聚焦|围绕|贯彻|落细|落实落细|统筹推进|"
    r"对(?:已|纳入|现有)|加强对|加强(?:管理|监管)"
)
# The same of industries: 改造升级造纸、纺织2个传统产业 sums up the names before it.
_INDUSTRIES = r"培育壮大|发展壮大|壮大|改造升级|优化升级|优化提升|巩固提升|做大做强|做强做优|加快发展"
_KEPT = re.compile(rf"^{_HOW}(?:{_KEEPS})|服务保障好?$")
_KEPT_INDUSTRIES = re.compile(rf"^{_HOW}(?:{_INDUSTRIES})")
_AN_INDUSTRY = re.compile(r"[^，、和]{0,16}?(?:产业|集群)")
_CARED_FOR = re.compile(r"[^，]{0,20}(?:帮扶|管护|监管|服务保障|跟踪服务)$")
# With the sum that projects cost in all, verbs of the work itself promise no more.
_PROJECTS = re.compile(rf"^{_HOW}(?:谋划|推进|推动|加快|实施已下达|对新谋划)")
_COST = re.compile(r"(?P<whole>总投资|投资)(?:约|近|超过?|达)?$")
_COST_WITHIN = re.compile(r"(?P<whole>总投资|投资)(?:约|近|超过?|达)?[\d.]+(?:万|千|百)?[万亿]?多?元的")
# What promises the number itself, before it; what the thing is to have reached, behind it.
_PROMISED = re.compile(
    r"力争|确保|争取|年内|年底|计划|新[增建改扩开]|新(?:引进|培育|认定|落地)|完成|建成|达到|实现|培育(?!壮大)|培养|打造|创建|启动|引进|开工|竣工|"
    r"投产|投用|落地|打通|突破|改造提升|交付|提升至|提高到"
)
_REACHED = re.compile(
    r"落地|开工|竣工|投产|投用|投入使用|建成|完工|达产|达到|交付|上市|取得|启用|运营|并网|通车|完成|(?:全面|加快)启动"
)
# How many there will be, whatever is done: 预计今年高校毕业生超过1170万人.
_FORECAST = re.compile(r"^预计.*(?:毕业生|人口|生源|老人|老年人)")
_DEGREES = ("eq", "approx")  # 以上, 不少于, 超: who sets a bound, aims


def scales_of(report: Report, metrics: Sequence[Metric]) -> frozenset[str]:
    """The ids of those plan metrics that are no targets but the scale of what is worked on; see ``is_scale``."""
    measures = [
        measure
        for part in report.parts
        if part.kind == "plan"
        for area in part.areas
        for topic in area.topics
        for measure in topic.measures
    ]
    measures.sort(key=lambda one: one.start)
    starts = [one.start for one in measures]
    found = set()
    for metric in metrics:
        at = bisect_right(starts, metric.start) - 1
        # One that a person added without the source has no words: it is what the person says, a target.
        if metric.part == "plan" and metric.start < metric.end and at >= 0 and _is_scale(metric, measures[at]):
            found.add(metric.metric_id)
    return frozenset(found)


def nature_of(metric: Metric, scales: frozenset[str]) -> str:
    """One of ``model.NATURES``: what the figure states."""
    return "result" if metric.part != "plan" else "scale" if metric.metric_id in scales else "target"


def is_scale(before: str, after: str) -> bool:
    """Whether a quantity between ``before`` and ``after`` (its clause, between commas) is the scale of what is worked on.

    Scale is what a verb of keeping, supporting or pushing on takes as it is (支持…等3家企业), and the total cost and number
    of projects that are pushed on (推进总投资X亿元的Y个项目: both, since they are one phrase). A verb that promises to
    reach or do as many makes a target, and so does every doubt.
    """
    cost = _COST.search(before) if after.startswith("的") else _COST_WITHIN.search(before)
    head = before[: cost.start()] if cost else before
    if _PROMISED.search(head) or _REACHED.search(after):
        return False
    if cost and (cost["whole"] == "总投资" or _PROJECTS.search(head)) and head:
        return True
    if _KEPT.search(head):
        return True
    if _KEPT_INDUSTRIES.search(head):
        return bool(_AN_INDUSTRY.match(after))
    return bool(re.match(rf"^{_HOW}推进", head) and _CARED_FOR.match(after))


def _is_scale(metric: Metric, measure: Measure) -> bool:
    if metric.kind != "level" or metric.end > measure.end:
        return False
    at, behind = metric.start - measure.start, metric.end - measure.start
    before = re.split(r"[，：]", measure.text[:at])[-1]
    if _FORECAST.match(before):
        return True
    if metric.qualifier not in _DEGREES:
        return False
    return is_scale(before, re.split(r"[，：]", measure.text[behind:])[0])
