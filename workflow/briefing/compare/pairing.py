"""Which target may stand beside which result: like for like only; every near-likeness with the reason against it."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Sequence
from decimal import Decimal

from briefing.compare.changes import change_beside_amount
from briefing.compare.differences import counted_otherwise, differences, quoted, ranks, spans
from briefing.compare.nearness import at_one_stage, nearly_one_name, of_one_sort
from briefing.compare.wording import (
    Wording,
    clause_of,
    core_of,
    counted_with,
    unit_meaning,
    whole_core,
    wording_of,
)
from briefing.far_apart import TIMES, UNSURE
from briefing.model import Comparison, Metric, Report
from briefing.naming.of_metrics import name_of
from briefing.naming.told_before import scheme_of
from briefing.nature import scales_of

_TOGETHER = re.compile("[和及、与]")
_TELLING = 4  # characters of a name that two texts do not share by chance
_INNER = str.maketrans("“”", "‘’")  # quotation marks within quotation marks
_NAMED = re.compile("“([^”]{2,})”")
_GROWS = re.compile(r"(?:增长|增速|增幅|涨幅|上升|提高|下降|减少|压减|降低)$")
_COUNTS = ("个", "人")
_MORE = re.compile("(?:增加|新增|净增|增长)$")
_HONOUR = re.compile("荣?获(?=[^批得取]*(?:殊荣|称号|奖))|获评|入选|被评为|被命名为")
_PRICES = re.compile("居民消费价格")


def compare(cleaned: str, report: Report, metrics: Sequence[Metric]) -> tuple[Comparison, ...]:
    """Pairs in the order of the plan; each plan metric meets at most one comparable result.

    Candidates bear the same name (the thing without level, quality and verb), are of one kind, in units of one meaning,
    and are for the plan year and the year before. They are comparable when level, quality, form and the verb's meaning
    agree too, and both sum up as many years; otherwise look-alikes, with what differs as reason in Chinese. So is what a
    target meets under nearly its name where nothing bears the very name.
    """
    scales = scales_of(report, metrics)  # 统筹推进142个项目 is no target that a result could stand beside
    worded = [
        (metric, wording_of(_with_scheme(metric, cleaned), cleaned))
        for metric in metrics
        if metric.kind != "rank" and metric.metric_id not in scales
    ]
    results: dict[tuple[str, str, str], list[tuple[Metric, Wording]]] = defaultdict(list)
    every: list[tuple[Metric, Wording]] = []
    for metric, wording in worded:
        if metric.part == "review" and metric.year == report.review_year:
            every.append((metric, wording))
            for core in _cores(metric, wording, cleaned):
                results[(core, *_kind_and_unit(metric))].append((metric, wording))
    targets = [metric for metric, _ in worded if metric.part == "plan" and metric.year == report.plan_year]
    found: list[Comparison] = []
    for metric, wording in worded:
        if metric.part != "plan" or metric.year != report.plan_year:
            continue
        wanted = (results.get((core, *_kind_and_unit(metric))) for core in _cores(metric, wording, cleaned))
        named = next(filter(None, wanted), [])
        own = _pairs(metric, wording, named, cleaned) if named else _parts_of(metric, wording, results)
        own = own or _within_lists(metric, wording, every)
        found.extend(own or _nearly(metric, wording, every, targets, cleaned))
        if not any(one.status == "comparable" for one in own):
            told = {one.review_metric_id for one in found if one.plan_metric_id == metric.metric_id}
            found.extend(
                _of_one_sort(metric, wording, [each for each in every if each[0].metric_id not in told], cleaned)
            )
    return tuple(one for one in found if not _has_its_partner(one, found, worded))


def _cores(metric: Metric, wording: Wording, cleaned: str) -> list[str]:
    """By what it may be found: 创新型、专精特新中小企业 as a whole first, then its last."""
    whole = whole_core(metric, cleaned) if counted_with(metric, cleaned) else ""
    return list(dict.fromkeys(filter(None, (whole, wording.core))))


def _has_its_partner(pair: Comparison, found: Sequence[Comparison], worded: Sequence[tuple[Metric, Wording]]) -> bool:
    """Whether the result of a pair stands beside a target of its own: 绿化面积 beside 绿化面积, and not beside 造林 too; what was built in a
    year beside what will be, and not beside all that there is by then."""
    wordings = {metric.metric_id: wording for metric, wording in worded}
    target, result = wordings[pair.plan_metric_id], wordings[pair.review_metric_id]
    partner = any(one.status == "comparable" and one.review_metric_id == pair.review_metric_id for one in found)
    return pair.status == "look_alike" and partner and (target.core != result.core or target.stage == "总量")


def _with_scheme(metric: Metric, cleaned: str) -> Metric:
    """``推进长护险提质扩面，新增参保人数``: whose 参保人数 they are, the clause before says."""
    before = clause_of(metric, cleaned, "。；！？\n")[0]
    earlier, _, own = before.rpartition("，")
    scheme = scheme_of(metric.indicator, earlier + "，", own)
    return dataclasses.replace(metric, indicator=scheme + metric.indicator) if scheme else metric


def _nearly(
    target: Metric,
    wording: Wording,
    results: Sequence[tuple[Metric, Wording]],
    targets: Sequence[Metric],
    cleaned: str,
) -> list[Comparison]:
    """``居民人均可支配收入`` beside ``城镇居民人均可支配收入``, ``省重大项目`` beside ``省市重点项目``: nearly one name, another scope."""
    found = []
    for one, theirs in results:
        if _kind_and_unit(one) != _kind_and_unit(target):
            if reasons := change_beside_amount(target, wording, one, theirs):
                found.append(_unlike(target, one, reasons))
            continue
        same = one.indicator == target.indicator
        # 年均上涨 of five years beside 涨幅 of one: it is the years that tell them apart.
        apart = spans(wording, theirs)
        reasons = differences(wording, theirs) if same else apart or [_other(one, target)]
        if same and not wording.core and _of_another_work(target, one, targets, cleaned):
            continue
        if reasons and nearly_one_name(target, wording, one, theirs):
            found.append(_unlike(target, one, reasons))
    return found


def _unlike(target: Metric, result: Metric, reasons: Sequence[str]) -> Comparison:
    return Comparison(target.metric_id, result.metric_id, "look_alike", f"{'；'.join(reasons)}；口径不同，不可比")


def _of_one_sort(
    target: Metric, wording: Wording, results: Sequence[tuple[Metric, Wording]], cleaned: str
) -> list[Comparison]:
    """``9个项目竣工投产`` beside ``6个项目建成投产``, ``燃气管道`` beside ``燃气、供排水等老化管道``: not one name, but read across all the same."""
    found = []
    for one, theirs in results:
        if _kind_and_unit(one) != _kind_and_unit(target):
            continue
        if one.indicator == target.indicator or spans(wording, theirs):
            continue
        if at_one_stage(wording, theirs, target.indicator, one.indicator):
            reason = f"项目范围是否一致未写明（上年{quoted(theirs.verb)}，今年{quoted(wording.verb)}）"
        elif of_one_sort(target, wording, one, theirs, cleaned):
            reason = _other(one, target)
        else:
            continue
        found.append(_unlike(target, one, [reason]))
    return found


def _of_another_work(target: Metric, result: Metric, targets: Sequence[Metric], cleaned: str) -> bool:
    """Whether another target bears this bare name (重大项目) and is of the work that the result is of, named in quotation marks over
    both (“千项万亿”), while ``target`` is not: 县城's 500个 are none of the 1299个 of “千项万亿”."""
    works = _works_over(result, cleaned)
    namesakes = [one for one in targets if one.indicator == target.indicator and one.unit == target.unit]
    return not works & _works_over(target, cleaned) and any(works & _works_over(one, cleaned) for one in namesakes)


def _works_over(metric: Metric, cleaned: str) -> set[str]:
    """What quotation marks name in the paragraph of ``metric``, before it."""
    return set(_NAMED.findall(cleaned[cleaned.rfind("\n", 0, metric.start) + 1 : metric.start]))


def _other(result: Metric, target: Metric) -> str:
    last, this = (_GROWS.sub("", one.indicator) for one in (result, target))
    if last == this:
        last, this = result.indicator, target.indicator
    return f"对象不同（上年{_as_written(last, result)}，今年{_as_written(this, target)}）"


def _as_written(name: str, metric: Metric) -> str:
    """``name`` in quotation marks where the sentence of ``metric`` has these very words; else without any, since a name put together
    of words that stand apart (城乡居民收入分别增长) is ours."""
    return f"“{name.translate(_INNER)}”" if name in metric.sentence else f"为{name}"


def _parts_of(
    target: Metric, wording: Wording, results: dict[tuple[str, str, str], list[tuple[Metric, Wording]]]
) -> list[Comparison]:
    """``重大科技专项和重点研发计划6个`` beside last year's ``重大科技专项6个``: one of two things counted together is no like."""
    parts = [core for part in _TOGETHER.split(target.indicator) if len(core := core_of(part)) >= _TELLING]
    if len(parts) < 2:
        return []
    return [
        _unlike(target, one, spans(wording, theirs) or [_other(one, target)])
        for part in parts
        for one, theirs in results.get((part, *_kind_and_unit(target)), [])
    ]


def _within_lists(target: Metric, wording: Wording, results: Sequence[tuple[Metric, Wording]]) -> list[Comparison]:
    """``老旧小区1.5万户`` beside last year's ``老旧小区、抗震宜居农房等23万多户``: one of several things that were counted together."""
    if len(wording.core) < _TELLING:
        return []
    return [
        _unlike(target, one, spans(wording, theirs) or [_other(one, target)])
        for one, theirs in results
        if _kind_and_unit(one) == _kind_and_unit(target)
        and len(parts := _TOGETHER.split(one.indicator)) > 1
        and wording.core in (core_of(part.removesuffix("等")) for part in parts)
    ]


def _kind_and_unit(metric: Metric) -> tuple[str, str]:
    """What two metrics must share; 人数增加30万人次 is a count of those who came, and 居民消费价格总指数2.1% how far prices rose."""
    unit = unit_meaning("人" if metric.unit == "人次" and "人数" in metric.indicator else metric.unit)
    if metric.kind == "increase" and unit in _COUNTS and _MORE.search(metric.indicator):
        return "level", unit
    if metric.unit == "%" and _PRICES.search(metric.indicator):
        return "increase", unit
    return metric.kind, unit


def _far_apart(target: Metric, result: Metric) -> bool:
    """353 and 20 of one name and one verb: the words say that they are one, and a person has to look."""
    least, most = sorted((abs(target.value_low), abs(result.value_low)))
    return target.kind == "level" and least * TIMES <= most


def _pairs(
    target: Metric, wording: Wording, results: Sequence[tuple[Metric, Wording]], cleaned: str
) -> list[Comparison]:
    like: list[tuple[Metric, str]] = []
    unlike: list[tuple[Metric, str]] = []
    for result, theirs in results:
        reasons = [
            *differences(wording, theirs),
            *counted_otherwise(target, result, cleaned),
            *_honoured(target, result),
        ]
        (unlike if reasons else like).append((result, "；".join(reasons)))
    named = [each for each in like if each[0].indicator == target.indicator]
    # 地方一般公共预算收入 beside what bears the very name, not beside 来源于辖区的一般公共预算收入.
    like = named if named and len({(one.value_low, one.value_high) for one, _ in named}) == 1 else like
    if len(_values(like)) > 1 and not _whose(target):
        # 固定资产投资增长 of all the province, and not that of its new area, which its sentence names.
        others = [(one, f"对象不同（上年为{name_of(one)}）") for one, _ in like if _whose(one)]
        like, unlike = [each for each in like if not _whose(each[0])], [*unlike, *others]
    if len(_values(like)) > 1:
        # Two results of one name and different size cannot both be last year's; a person has to say which.
        like, unlike = [], [(one, "上年同名指标有多个数值") for one, _ in like]
    same_form = {one.metric_id for one, theirs in results if theirs.form == wording.form != ""}
    if any(one.metric_id in same_form for one, _ in unlike):
        # 和美乡村示范区 beside last year's, not beside 和美乡村 themselves.
        unlike = [(one, reason) for one, reason in unlike if one.metric_id in same_form]
    same_level = {one.metric_id for one, theirs in results if ranks(theirs) == ranks(wording)}
    if any(one.metric_id in same_level for one, _ in unlike):
        # 省级 beside 省级, however else they differ; nobody takes last year's 市级 for this year's 省级 then.
        unlike = [(one, reason) for one, reason in unlike if one.metric_id in same_level]
    if like:
        reason = f"{_one_in_both(target, like[0][0], wording.core)}，动作、级别和计量单位一致"
        reason += UNSURE if _far_apart(target, like[0][0]) else ""
        return [Comparison(target.metric_id, like[0][0].metric_id, "comparable", reason)]
    return [_unlike(target, one, [reason]) for one, reason in unlike]


def _honoured(target: Metric, result: Metric) -> list[str]:
    """乡镇卫生院获全国“年度群众满意”殊荣11所 beside 51所 that have new equipment: what the ones were given, the others were not."""
    was, now = ((found[0] if (found := _HONOUR.search(name_of(one))) else "") for one in (result, target))
    if bool(was) == bool(now):
        return []
    said, silent = (f"上年“{was}”", "今年") if was else (f"今年“{now}”", "上年")
    return [f"{said}，{silent}此项未写此词"]


def _values(results: Sequence[tuple[Metric, str]]) -> set[tuple[Decimal, Decimal]]:
    return {(one.value_low, one.value_high) for one, _ in results}


def _whose(metric: Metric) -> bool:
    """Whether its name needs words in brackets of whose or of what it is."""
    return name_of(metric).endswith("）") and not metric.indicator.endswith("）")


def _one_in_both(target: Metric, result: Metric, core: str) -> str:
    """What both sentences call the thing, quoted; 同一指标 where each has its own words for it: 研发投入强度 and 全社会研发投入强度 share the shorter."""
    both = (target.indicator, result.indicator)
    # 改造项目 beside 城中村改造项目 names nothing; 市场主体增速 and 市场主体增长 share 市场主体.
    names = both if both[0] == both[1] else [one for one in both if core_of(one)]
    short = [_GROWS.sub("", one).removesuffix("项目") for one in names]
    for name in (*names, *short, core):
        if all(name in one.sentence for one in (target, result)):
            return f"同为“{name.translate(_INNER)}”"
    return "同一指标"
