"""Whether a figure is a target or a result, or only the scale (规模) of what is worked on or measured against: 统筹推进总投资2680亿元的142个项目
promises no 142, and 在168个重点城市排名第3 has not made 168."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.model import Measure, Metric, Report
from briefing.unreached import is_beside, is_measured_at, is_size, is_unspent

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
# 确保投资37亿元的6个项目建成投产 promises six: what they cost is their size, unless it is to be spent or signed for.
_OF_SEVERAL = re.compile(r"的(?![^，。；]*(?:目标|任务|计划))[^，。；\d]{0,6}\d+[多余]?[个条座所家项处栋]")
_SPENT = re.compile(r"(?:完成|签约|引进|招引|引资)[^，]*$")
_CARRIED_OUT = re.compile(r"^(?:今年|全年|要|将|我们|全力|全面|大力|着力|积极|扎实|深入|重点|高标准|高质量)*实施")
# 持续实施6个重大科技专项: what goes on was there before. What is done for people is set anew each year.
_GOES_ON = re.compile(
    rf"^{_HOW}(?:持续|继续|接续)(?:大力|扎实|深入|全力|抓好)?(?:实施|推进|推动|开展|抓好|做好)[^，\d]*$"
)
_EACH_YEAR = re.compile(r"[^，、]{0,6}(?:民生|实事)")
_COUNTED = frozenset("个 项 件 家 条 处 座 所".split())
# 落实放宽市场准入24条特别措施: laid down already.
_LAID_DOWN = re.compile(rf"^{_HOW}落实")
# 实施省市重点项目676个，总投资6658.3亿元: what those cost that are counted before; not 力争储备项目突破2500个，总投资突破1.5万亿元.
_THEIR_COST = re.compile(r"(?:项目)?总投资(?:约|近|达|共)?$")
_COUNTED_BEFORE = re.compile(r"(?:实施|安排|谋划|推进)[^，；。]*?项目\d[^，；。]*(?:，其中[^；。]*)?，$")
_AIMED = re.compile(r"力争|争取|签约|引进|招引|储备")
# 保障7个项目390亩土地供地: for whom the land is.
_FOR_PROJECTS = re.compile(r"(?:重[点大])?(?:项目|工程|企业)[^，。；、]*\d")
# 加快实施已下达12.87亿元国债资金的23个项目: what was given before is no aim, whatever is promised of what it pays for.
_GIVEN = re.compile(r"已经?(?:下达|到位|拨付|落实|争取|批复|发行)(?:约|近|超过?)?$")
_OF_WHAT_IT_PAYS = re.compile(r"[^，。；、\d]{0,12}的")
_GIVEN_WITHIN = re.compile(r"已经?(?:下达|到位|拨付|落实|争取|批复|发行)[\d.]+[万亿千]*多?元[^，。；、\d]{0,12}的$")
# The size of one thing that has a name: 投资0.66亿元的县养老服务中心, 占地270亩的新职教中心, 总长7.6公里的某路.
_SIZE = re.compile(
    r"(?:总投资|投资|占地(?:面积)?|总?建筑面积|总面积|总长度?|全长|总?装机(?:容量)?|设计产能|总库容)(?:约|近|达)?$"
)
_OF_ONE = re.compile(r"的(?![^、]*(?:目标|任务|规模))(?![^、]*\d[多余]?[个条座所家项处栋])[^、]{2,}(?:$|、)")
# What a work makes a year or a day is in its name: 年产1.8万吨鸭肉制品项目.
_MAKES = re.compile(r"(?:年|日)(?:产|处理|加工|屠宰|供水|供热|发电)(?:量|能)?(?:约|近|达)?$")
_A_WORK = re.compile(r"[^，。；]{1,40}?(?:项目|基地|工程|生产线|工厂|厂区|园区?|电站|机组)")
_CAPACITIES = frozenset("千瓦 兆瓦 吉瓦 MW GW 吨".split())
_A_NAMED_WORK = re.compile(r"(?!以上|以下|左右|的)[^，。；\d]{2,24}?(?:项目|工程|电站|机组|生产线|基地)")
# With what it is finished, its capacity is reached: 53.75万千瓦风电项目并网发电 is as many as 建成10公里公路. Not what is only pushed on.
_RUNS = re.compile(r"并网|投产|投用|投运|投入使用|投入运营|建成|竣工|完工|达产|启用")
_FINISHES = re.compile(r"(?:建成|并网|投产|投运)(?:投产|投用|投运|并网)?$")
# 时风热电24兆瓦生物质热电联产项目建成启用: behind the name of whose work it is, the capacity is in that name, and none is promised.
_WHOSE = re.compile(
    r"(?:今年|全年|年内|力争|确保|争取|计划)*(?!今年|全年|年内|力争|确保|争取|计划)(?P<whose>[\u4e00-\u9fff·]{2,10})$"
)
_NO_OWNER = re.compile(
    r"新增|净增|实现|完成|达到?|建成|投[产用运]|并网|建设|打造|培育|引进|落地|总|全[省市县区]|规模|容量|的$|等$"
)
_PUSHED = re.compile(r"推进|推动|加快|谋划|启动|支持|抓好|加强|开工|储备|前期")
_WITH_ITS_COST = re.compile(r"投资[\d.]+[万亿]+元的[^、]{0,8}$")  # 投资25亿元的大唐350兆瓦光伏发电
# What promises the number itself, before it; what the thing is to have reached, behind it.
_PROMISED = re.compile(
    r"力争|确保|争取|年内|年底|计划|新[增建改扩开]|新(?:引进|培育|认定|落地)|完成|建成|达到|实现|培育(?!壮大)|培养|打造|创建|启动|引进|开工|竣工|"
    r"投产|投用|落地|打通|突破|改造提升|交付|提升至|提高到"
)
_REACHED = re.compile(
    r"落地|开工|竣工|投产|投用|投入使用|建成|完工|达产|达到|交付|上市|取得|启用|运营|并网|通车|完成|(?:全面|加快)启动"
)
# How many there will be, whatever is done: 预计今年高校毕业生超过1170万人.
_FORECAST = re.compile(
    r"^预计.*(?:毕业生|人口|生源|老人|老年人)|^(?:今年|全年)?(?:普通)?高校毕业生(?:将?达到?|有|为)?$"
)
# 全国近3亿人领取养老金，必须确保按时足额发放: for how many there are, something is to be done.
_THERE_ARE = re.compile(r"^(?:目前|现有|已有|我国|全[国省市区县州])+(?:共?有)?$")
_MUST = re.compile(r"[^，。；]{2,12}，(?:必须|务必|一定要|都要)")
# 6.5%左右的增速可以实现比较充分的就业 says why the target is set, and sets none.
_REMARKED = re.compile(r"的(?:经济)?(?:增速|增长)(?:，)?(?:可以|能够|可|是|既|符合|体现)")
# What a rule that is to be written demands is no target of the year.
_WRITES = re.compile(r"(?:^|[，。；：])[^，。；：\d]{0,6}(?:制定|制订|出台|研究)[^，。；：\d]*$")
_A_RULE = re.compile(r"[^，。；：、\d]{4,}的(?:政策|办法|规定|制度|机制)(?:[，。；]|$)")
_DEGREES = ("eq", "approx")  # 以上, 不少于, 超: who sets a bound, aims


def scales_of(report: Report, metrics: Sequence[Metric]) -> frozenset[str]:
    """The ids of those metrics that are no targets and no results but the scale of what is worked on (see ``is_scale``) or of
    what the place is measured against (see ``is_beside``), or that a person ruled to be so."""
    measures = [
        measure
        for part in report.parts
        if part.kind in ("plan", "review")
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
        ruled = metric.nature == "scale" if metric.nature else None
        if ruled or (ruled is None and metric.start < metric.end and at >= 0 and _is_scale(metric, measures[at])):
            found.add(metric.metric_id)
    return frozenset(found)


def nature_of(metric: Metric, scales: frozenset[str]) -> str:
    """One of ``model.NATURES``: what the figure states."""
    return "scale" if metric.metric_id in scales else "target" if metric.part == "plan" else "result"


def is_scale(before: str, after: str) -> bool:
    """Whether a quantity between ``before`` and ``after`` (its clause, between commas) is the scale of what is worked on.

    Scale is what a verb of keeping, supporting or pushing on takes as it is (支持…等3家企业), and the total cost and number
    of projects that are pushed on (推进总投资X亿元的Y个项目: both, since they are one phrase). A verb that promises to
    reach or do as many makes a target, and so do 实施 and every doubt. The size of one thing is its scale whatever is promised of it,
    and so is the money that was given already (已下达…的).
    """
    if (_SIZE.search(before) and _OF_ONE.match(after)) or (_MAKES.search(before) and _A_WORK.match(after)):
        return True
    if _GIVEN.search(before) and _OF_WHAT_IT_PAYS.match(after):
        return True
    if _COST.search(before) and _OF_SEVERAL.match(after) and not _SPENT.search(before):
        return True
    cost = _COST.search(before) if after.startswith("的") else _COST_WITHIN.search(before)
    head = before[: cost.start()] if cost else before
    if _PROMISED.search(head) or _REACHED.search(after) or (cost and _CARRIED_OUT.match(head)):
        return False
    if _GIVEN_WITHIN.search(head) and _PROJECTS.search(head):
        return True
    if cost and (cost["whole"] == "总投资" or _PROJECTS.search(head)) and head:
        return True
    if _KEPT.search(head):
        return True
    if _KEPT_INDUSTRIES.search(head):
        return bool(_AN_INDUSTRY.match(after))
    return bool(re.match(rf"^{_HOW}推进", head) and _CARED_FOR.match(after))


def is_finished(before: str, after: str) -> bool:
    """Whether a capacity between ``before`` and ``after`` is that of works that are to be finished or connected to the
    grid, and not the size of one that is called by its owner and its size."""
    owned = _WHOSE.fullmatch(before)
    if owned and not _NO_OWNER.search(owned["whose"]) and _A_NAMED_WORK.match(after):
        return False
    return not _PUSHED.search(before) and bool(_RUNS.search(after) or _FINISHES.search(before))


def is_term(before: str, after: str) -> bool:
    """Whether a quantity between ``before`` and ``after`` is a term of a rule that is only to be written: 研究制定房地产企业自持5%以上比例
    住宅用于长期租赁住房的政策."""
    return bool(_WRITES.search(before) and _A_RULE.match(after))


def _is_scale(metric: Metric, measure: Measure) -> bool:
    if metric.end > measure.end:
        return False
    at, behind = metric.start - measure.start, metric.end - measure.start
    if metric.part == "plan" and is_term(measure.text[:at], measure.text[behind:]):
        return True
    if metric.kind != "level":
        return metric.part == "plan" and _REMARKED.match(measure.text[behind:]) is not None
    before, after = re.split(r"[，：]", measure.text[:at])[-1], re.split(r"[，：]", measure.text[behind:])[0]
    if metric.unit == "元" and metric.qualifier not in _DEGREES and is_size(before, after):
        return True
    if metric.part != "plan":
        unspent = metric.unit == "元" and is_unspent(before, after)
        return metric.part == "review" and (unspent or is_beside(before, after))
    if _FORECAST.match(before):
        return True
    if metric.unit in ("人", "户") and _THERE_ARE.match(before) and _MUST.match(measure.text[behind:]):
        return True
    if metric.qualifier not in _DEGREES:
        return False
    if metric.unit in _CAPACITIES and is_finished(before, after):
        return False
    if metric.unit in _COUNTED and _is_worked_on(before, after, metric.unit):
        return True
    earlier = measure.text[: at - len(before)]
    if _THEIR_COST.fullmatch(before) and _COUNTED_BEFORE.search(earlier) and not _AIMED.search(earlier):
        return True
    in_a_name = metric.unit in _CAPACITIES and (_A_NAMED_WORK.match(after) or _WITH_ITS_COST.search(before))
    return bool(in_a_name) or is_scale(before, after)


def _is_worked_on(before: str, after: str, unit: str) -> bool:
    """Whether a count is of what goes on as it was or was laid down before, of those that are measured, or of those for whom another
    number is meant."""
    if unit == "条" and _LAID_DOWN.match(before):
        return True
    if is_measured_at(after) or (before.endswith("保障") and _FOR_PROJECTS.match(after)):
        return True
    return bool(_GOES_ON.match(before)) and not _EACH_YEAR.match(after)
