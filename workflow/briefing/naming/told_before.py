"""What a name takes from the clause before its own: 新认定高新技术企业473家，占全市的72.1% is the share of those newly recognised, and
推进长护险提质扩面，新增参保人数1500万人 counts the insured of 长护险."""

from __future__ import annotations

import re

_STOPS = re.compile(r"[，。；：！？]")
_COST = re.compile(r"(?:总投资|投资)(?:约|近|超过?|达)?(?:\d[\d.]*[万亿千百]*元的)?$")
_OF_SO_MANY = re.compile(r"的\d")
# Whose they are, the scheme that is worked on says.
_OF_A_SCHEME = re.compile(r"(?:新增)?(?:参保|投保|签约)(?:人数|人员|率)")
_SCHEME = re.compile(
    r"(?:推进|深化|扩大|推动|实施|开展|推行|完善)(?P<thing>[\u4e00-\u9fff“”]{2,10}?)(?:制度)?(?:提质|扩面|试点|改革|建设|覆盖面|工作)"
)
_FROM = re.compile(r"(?<!自)[从由](?:(?:19|20)\d\d年的?)?(?:平均)?$")
_CHANGED_TO = re.compile(
    r"(?P<change>增加|提高|上升|提升|跃升|攀升|增长|扩大|下降|降低|减少|缩小|缩短|压缩|精简|整合|归并|增|升|降|减)[到至为]"
)
# 供热面积由2011年的32万平米达到现在的143万平米: no verb says that it grew, so the year says that it is no longer so.
_ONCE = re.compile(r"[从由](?P<year>(?:19|20)\d\d年)的?(?:平均)?$")
_HAS_REACHED = re.compile(r"达到?(?:了|现在|目前|如今|\d)")
_CHANGE_IN_FULL = {"增": "增加", "升": "上升", "降": "下降", "减": "减少"}
_THEN = re.compile(r"(?:比|较)(?P<then>“?十[一二三四五六]五”?(?:期)?末)的$")  # 较“十三五”末的9323.1亿元增加
# 生产安全事故起数、死亡人数分别下降, 宁波舟山港货物和集装箱吞吐量: the first of a list says whose all are.
_OF_A_LIST = re.compile(r"死亡人数|集装箱吞吐量|旅客吞吐量|(?:国际)?货邮吞吐量")
_LISTED = re.compile(
    r"(?:全年|时期|全[省市县区])*(?P<thing>[\u4e00-\u9fff]{2,8}?事故)(?:起数|数量)[、和]死亡人数|(?P<port>[\u4e00-\u9fff]{2,8}?港)货物(?:吞吐量)?[、和]集装箱吞吐量"
    r"|(?P<airport>[\u4e00-\u9fff]{2,8}?(?:机场|航空枢纽))(?:航空|年)?(?:货邮|旅客)(?:吞吐量)?(?:[、和](?:旅客|(?:国际)?货邮)吞吐量|[^。]*[，；](?:国际)?货邮吞吐量)"
)
# 比上年增加1.1万亿元 of a sum, 比2011年增长 of anything: of growth by itself everybody thinks last year.
_THAN = re.compile(
    r"(?<!占)(?<!相)(?:比(?![例重率值])|较)(?P<than>(?!分别|各)[^，、；。（）比]{2,12}?)(?:分别|各|均)?(?:增加|减少|提高|下降|增长|降低|上升|回落|多|少|(?<=预算)[高低])(?:投资|投入|支出|收入)?(?:了|约|近|超过?|达)?(?:\d[^，；。]*?[、和及])?$"
)
# 比2011年翻了一番
_TIMES_OF = re.compile(r"[比较](?P<than>[^，、；。（）比]{2,8}?)(?:实现)?$")
_LAST_YEAR = re.compile(r"(?:上年|去年|上年度|前年同期)?(?:同期)?")
# 国有企业效益明显好转，去年利润增长23.5%
_OF_FIRMS = re.compile(r"(?:去年)?(?:利润|营收|营业收入)(?:总额)?(?:增长|下降)")
_FIRMS = re.compile(r"(?P<thing>[\u4e00-\u9fff]{0,6}企业)(?:经济)?(?:效益|经营|运行)[^，。；]*，$")
_LONGEST = 22


# 推进城市社区嵌入式服务设施建设，打造24个试点社区: a name that any work could have is told by the work before it.
_ANY = re.compile(r"(?:打造|建设|落地|实施|开展|启动|新增|建成|落实|签约|推进)?(?:试点社区|试点|项目|试点项目)")
_WORK = re.compile(r"(?:推进|推动|加快|深化|实施|开展)(?P<thing>[\u4e00-\u9fff“”]{3,13}?)(?:建设|改革)，$")
# 提速推进城中村改造，新启动21个改造项目
_ANY_RENEWAL = re.compile(r"改造(?:项目|任务)")
_RENEWED = re.compile(r"(?:推进|推动|加快|实施|开展)(?P<thing>[\u4e00-\u9fff]{2,8}?)(?:改造|整治)，")
# 成渝地区双城经济圈建设积厚成势，合作共建重点项目完成年度投资5200亿元
_JOINT = re.compile(r"(?:合作|联合)共建")
_GROWN = re.compile(r"(?:^|。|；)(?P<thing>[\u4e00-\u9fff]{4,10})建设[\u4e00-\u9fff]{2,6}，$")


# 开展主城区城中村改造，一期11个安置区完善管理运营；二期20个安置区: the phases are of one work.
_PHASED = re.compile(r"[一二三四]期[\u4e00-\u9fff]*|安置区已交付")
_DOING = re.compile(r"^(?:继续|持续|加快|积极)*(?:开展|推进|实施)(?=..)")
_OF_PHASES = re.compile(r"(?P<thing>[\u4e00-\u9fff]{2,12}?)[，]?[一二]期(?=\d|、|$)")


def scheme_of(name: str, earlier: str, before: str) -> str:
    """长护险 for 新增参保人数, 国有企业 for 利润增长, 示范工业园区 for 落地项目, where the clauses before name them; else nothing."""
    patterns = (
        (_OF_A_SCHEME.fullmatch, _SCHEME),
        (_OF_FIRMS.fullmatch, _FIRMS),
        (_ANY.fullmatch, _WORK),
        (_ANY_RENEWAL.fullmatch, _RENEWED),
        (_JOINT.match, _GROWN),
        (_PHASED.fullmatch, _OF_PHASES),
    )
    pattern = next((told for fits, told in patterns if fits(name)), None)
    said = earlier + before if pattern is _OF_PHASES else earlier
    found = list(pattern.finditer(said)) if pattern else []
    return _DOING.sub("", found[-1]["thing"]) if found else ""


def listed_with(name: str, before: str) -> str:
    """生产安全事故 for 死亡人数下降, where ``before``, the clause up to the number, lists both; else nothing."""
    found = list(_LISTED.finditer(before)) if _OF_A_LIST.match(name) else []
    return next(filter(None, found[-1].groups())) if found else ""


def measured_as(name: str, before: str, display: str) -> str:
    """比上年年初预算: what the number is told against, where ``before`` says it; 集装箱 for 吞吐量超2400万标准箱, as the unit says."""
    if name == "吞吐量" and display.endswith(("标准箱", "标箱")):
        return "集装箱"
    than = _TIMES_OF.search(before) if display.startswith("翻") else _THAN.search(before)
    if (
        than
        and than["than"] not in name
        and (not re.search("%|百分点|倍", display) or not _LAST_YEAR.fullmatch(than["than"]))
    ):
        return f"比{than['than']}"
    return ""


def share_of_those(indicator: str, before: str, head: str) -> str:
    """``head`` counts what the share is of, with the verb that tells which: 新认定高新技术企业 and 高新技术企业占全市比重."""
    thing, share, rest = indicator.partition("占")
    fits = share and thing and before.startswith("占") and head.endswith(thing)
    name = head + share + rest
    return name if fits and len(name) <= _LONGEST else ""


def of_projects(indicator: str, before: str, after: str) -> str:
    """Of 签约联合U谷等总投资220.9亿元的10个优质项目 what is told of both quantities: the words before 总投资."""
    cost = _COST.search(before)
    both = cost and (_OF_SO_MANY.match(after) if indicator.endswith("投资") else before.endswith("元的"))
    return before[: cost.start()] if cost and both else ""


def changed_from(own: str, after: str) -> str:
    """（提高前） for 52.6% of 城镇化率从52.6%提高到58.5%, which is no longer so; （2011年） where no verb says which way it went."""
    if then := _THEN.search(own):
        return f"（{then['then']}）"
    if (once := _ONCE.search(own)) and _HAS_REACHED.match(after):
        return f"（{once['year']}）"
    change = _CHANGED_TO.match(after) if _FROM.search(own) else None
    return f"（{_CHANGE_IN_FULL.get(change['change'], change['change'])}前）" if change else ""


def clause_before(earlier: str) -> str:
    return _STOPS.split(earlier.rstrip("，；："))[-1]
