"""Whose a figure is that any thing could have: 出让收益 of 矿业权出让, 从业人员 of 家庭手工业, by the words before it in its sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.naming.acting import VERB, bare
from briefing.naming.counted import COUNTED
from briefing.naming.leaning import leans

# Money, people and works that belong to something: alone they say not to what.
_MONEY = (
    r"(?:下达|到位|引进|实到|实际到位|安排|拨付|发放)?(?:国债)?(?:补贴)?资金(?:需求量|数额)?|(?:下达|安排)项目|实际到位投资|出让收益|交易额"
    r"|(?:年|实现|本土企业|项目)?(?:销售额|产值)|纳税|[县市区]?财政投入|补偿基金|补偿|平均溢价|主营业务(?:收入增长|增收)|固定资产投资翻|新增减负|发放一次性补贴"
    r"|(?:按一年计)?意向成交金额(?:增长)?|货邮吞吐量|年吞吐量|立项规模|全产业链产值|(?:销售收入|增加值)增长|节能量|(?:完成)?装机容量|总装机"
)
_PEOPLE = r"接待游客|从业人员|人均年?收入|户均增收|惠及(?:居民|家庭|群众|学生|农户)|吸引(?:观众|游客)|注册企业|纳税人受益|累计出动|本土企业"
_WORKS = (
    r"解决问题|开发定制化产品|实施帮扶项目|共建产业园区|开展系列活动|获奖数|交付总量|新开工面积|(?:新启动)?改造项目|通过国家审核项目|引导落地投产企业|项目投资"
    r"|(?:全市线路|全省通车)总(?:长|里程)|确权面积|限制性措施削减|享受企业户数增长|加计扣除金额增长|高技术产业占比提高|改革任务有序推进|新增引导落地投产企业"
)
_ANY = re.compile(
    rf"(?P<name>(?:新增|打造|培育|建成|完成|实施)?(?:{_MONEY}|{_PEOPLE}|{_WORKS}))(?:（(?P<inner>[^）]+)）)?"
)
# 把食用菌产业作为主导产业进行培育: what all of the sentence is about.
_THEME = re.compile(r"^(?:着眼[^，]*，)?把(?P<thing>[\u4e00-\u9fff]{3,10})作为")
_OF_PEOPLE = re.compile(r"从业人员|人均年?收入|户均增收")
_WORK = r"做[大强优]做[大强优]|推动|推进|加大|实施|深化|支持|提高|完成|强化|开展|上线|举办|设立|拓展|扩大|落实|兑现|优化|降低|规范|加强|壮大|丰富|组织|建立|提速|出台|争取|组建|创建|打造|建设|聚焦|谋划|申报"
_DONE = re.compile(
    rf"^(?:(?:大力|深入|全面|持续|继续|加快|积极|扎实|稳步|有序|着力|进一步|认真|贯彻|提速|创新)+)?(?:{_WORK})+(?P<thing>[^，]+?)(?:力度|工作|机制|攻坚|(?<!等)政策|标准|做[优大强精]+)?$"
)
_TO_DO = re.compile(r"^对(?P<thing>[^，]{2,22}?)(?:\d+%)?(?:进行|予以)(?P<done>[\u4e00-\u9fff]{2,4})$")
_STANDS = re.compile(
    r"^(?P<thing>[^，]{2,16}?)(?:(?:取得|持续|不断|健康|明显|稳步|全面|圆满|成功|顺利|加快|蓬勃|快速|进一步|正式|迅速|结构|两大)[\u4e00-\u9fff]{2,6}|由[^，]+转向[^，]+|通车|“三权”[^，]*改革)$"
)
# The words of a plan or a list before the thing that they are about.
_LEAD = re.compile(r"^(?:推进|实施|完善|健全)?(?:“[^”]{1,14}”)?(?=[\u4e00-\u9fff]{4,})")
_NO_THING = re.compile(r"(?:总|完成)?投资|资金|金额|项目")
_TAKEN = re.compile(r"^(?:(?:每年可?)?(?:投入|包装|申报了?|减少|拿出|涉及)|每年)")
# 保清石油已勘测探明储量: what it is, not what has become of it.
_BECAME = re.compile(r"(?<=..)(?:已|均|全部|投入)[\u4e00-\u9fff]*$")
_OF_A_KIND = re.compile(r"^.*等(?P<kind>[\u4e00-\u9fff]{2,6})(?:头部|龙头)企业$")
_QUOTED = re.compile(r"“[^”]+”")
# 面向特殊困难群众发放, 确权面积 beside 农村承包地“三权”分置改革, 项目“双通过”数量和资金需求量.
_FOR_THOSE = re.compile(r"^(?:面向|为|向)(?P<thing>[\u4e00-\u9fff、]{2,10}?)(?:发放|提供|拨付)")
_OF_SERIES = re.compile(r"开展(?P<thing>(?:“[^”]+”、?)+)等系列活动$")
_FIRM = re.compile(r"(?P<firm>(?!企业|国有|各大)[\u4e00-\u9fff]{2,6}?(?:集团|公司))(?![、和与及等有总])[^，；]+，")
_OF_A_FIRM = re.compile(
    r"(?P<plain>(?![^，（]*企业)[^，（]{2,14}?(?:占比|比重|排名|营业收入|营收|产值|利润|产量|产能|总资产)(?:增长|提高|下降)?)(?:（(?P<inner>[^）]*)）)?"
)
# 支持龙芯、芯动拓展智能产品应用场景，开发3-5款定制化产品: whose products those are.
_WHO_DEVELOPS = re.compile(r"^(?:支持|鼓励|引导|推动)(?P<thing>[^，]{2,14}?)(?:拓展|开展|扩大|提升)")
# 全力以赴“保交楼”，富力壹品等项目交付7779套，交付总量全市第一: both are of those homes, and not of one project.
_HANDED_OVER = re.compile(r"(?:^|[；。])[^，；。“”]{0,8}(?P<homes>“保交[楼房]”)[^，；。]{0,4}，")
_LONGEST, _LONGEST_NAME = 24, 30


def whose(name: str, display: str, before: str, earlier: str) -> str:
    """``name`` with the thing that it is told of, where it is one that any thing could have and its sentence tells: 出让收益（矿业权出让）;
    a rank bears it before: 超低能耗建筑产业新开工面积（全省）."""
    if told := _of_firm(name, earlier) or _of_homes(name, earlier):
        return told
    found = _ANY.fullmatch(name) or (_ANY.fullmatch(f"{name}翻") if display.startswith("翻") else None)
    if found is None:
        return name
    theme = _THEME.match(earlier.rpartition("；")[2]) if _OF_PEOPLE.search(name) else None
    plain = found["name"].removesuffix("翻")
    thing = theme["thing"] if theme else next(_things(plain, display, before, earlier), "")
    if not thing:
        return name
    inner = found["inner"] or ""
    if display.startswith("第"):
        return _joined(thing, plain) + (f"（{inner}）" if inner else "")
    told = f"{plain}（{'，'.join(filter(None, (thing, inner)))}）"
    return told if len(told) <= _LONGEST_NAME else name


def _of_firm(name: str, earlier: str) -> str:
    """``酒钢集团实现产业重塑，高端产品占比从30%提高到70%``: whose it is, where the sentence began with a firm; else nothing."""
    firm = _FIRM.match(earlier.rpartition("；")[2])
    if firm is None or firm["firm"] in name or not (of := _OF_A_FIRM.fullmatch(name)):
        return ""
    told = f"{of['plain']}（{'，'.join(filter(None, (firm['firm'], of['inner'])))}）"
    return told if len(told) <= _LONGEST_NAME else ""


def _of_homes(name: str, earlier: str) -> str:
    """``交付总量`` of homes that were sold and not built, where the sentence said so first; else nothing."""
    homes = _HANDED_OVER.search(earlier) if "交付" in name and "保交" not in name else None
    if homes is None:
        return ""
    plain, _, inner = name.removesuffix("）").partition("（")
    told = f"{plain}（{'，'.join(filter(None, (homes['homes'], inner)))}）"
    return told if len(told) <= _LONGEST_NAME else ""


def _things(name: str, display: str, before: str, earlier: str) -> Iterator[str]:
    """What the words before ``name`` are about, the nearest first."""
    for pattern in (_FOR_THOSE, _OF_SERIES):
        if found := pattern.search(before):
            yield found["thing"]
    if name.startswith("开发") and (firms := _WHO_DEVELOPS.match(re.split("[，；]", earlier.rstrip("，"))[-1])):
        yield firms["thing"]
    found = re.match(
        rf"(?P<thing>[\u4e00-\u9fff]{{2,8}}(?:项目|企业))[^，、]{{0,10}}[、和]{re.escape(name)}", bare(before)
    )
    if found and not _ANY.fullmatch(found["thing"]):
        yield found["thing"]
    counts = list(COUNTED.finditer(before))
    near = before[: counts[-1].end()] if counts else before.partition(f"、{name}")[0] if f"、{name}" in before else ""
    for clause in (near, *reversed(earlier.rpartition("；")[2].rstrip("，").split("，")[-4:])):
        thing = _thing_of(clause)
        if name == "获奖数" and (prize := _QUOTED.search(thing)):
            thing = prize[0]
        again = name in thing and not display.startswith("第")
        if _good(thing) and thing not in name and not again and not _ANY.fullmatch(thing):
            # 减少房贷利息支出130亿元、惠及310万户家庭: nobody is favoured by what he pays.
            less = name.startswith("惠及") and f"减少{thing}" in clause
            yield f"减少{thing}" if less else thing


def _good(thing: str) -> bool:
    return (
        2 <= len(thing) <= _LONGEST
        and not leans(thing)
        and thing.count("“") == thing.count("”")
        and not re.search(r"了|享受|增长|下降", thing)
        and not _NO_THING.fullmatch(thing)
    )


def _thing_of(clause: str) -> str:
    clause = bare(re.sub(r"（[^）]*）", "", clause.lstrip("—")))
    counted = COUNTED.search(clause)
    if found := _TO_DO.match(clause):
        return found["thing"] + found["done"]
    if counted is None:
        found = _DONE.match(clause) or _STANDS.match(clause)
        return _BECAME.sub("", found["thing"]) if found else ""
    head = bare(clause[: counted.start()])
    if _ANY.fullmatch(head):
        return ""  # 共建产业园区115个 itself is of something
    verb = VERB.match(head)
    thing = _TAKEN.sub("", head[verb.end() :].removeprefix("了") if verb else head)
    behind = re.split(r"[、\d]", clause[counted.end() :].removeprefix("的"))[0]
    if len(thing) < 2 or _NO_THING.fullmatch(thing) or ("、" in thing and len(behind) > 2):
        thing = behind
    if found := _OF_A_KIND.match(thing):
        return found["kind"]
    return _BECAME.sub("", _LEAD.sub("", thing.rstrip("、和")))


def _joined(thing: str, name: str) -> str:
    """富力壹品等项目交付 and 交付总量 share a word."""
    shared = next((size for size in range(min(len(thing), len(name)), 1, -1) if thing.endswith(name[:size])), 0)
    return thing + name[shared:]
