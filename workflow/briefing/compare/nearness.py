"""Whether two names of which neither is the other are so near that a reader would set them side by side."""

from __future__ import annotations

import re
from itertools import takewhile

from briefing.compare.wording import LISTED, Wording, clause_of, core_of, is_measured
from briefing.model import Metric

_TELLING = 4  # characters of a name that two texts do not share by chance
_SCOPE = 4  # characters that tell one of two nearly equal names apart: 城镇, 电商, 小巨人
_ENDING = 6  # characters at the end of two names that are no chance
_LIMIT = 6  # characters that limit a name: 土地“标准地”
_PICKED = frozenset(("重大", "重点"))
_ASIDE = re.compile("（[^）]{1,6}）|平均(?=电价|价格|浓度|工资|水平)|^(?:整体|总体)(?=..)")
# Land that is planted, as reports name it: 造林 is within 绿化, and neither is the other.
_GREENED = re.compile(r"(?:国土|植树|人工|城乡|营)*(?:造林|绿化)+(?:面积)?")
# How far projects have come, where that is all that is said of them.
_STAGES_OF_PROJECTS = frozenset("签约 落地 投产 投用 开工 储备 谋划".split())
_BARE_PROJECTS = frozenset(("", "项目投资", "项目总投资"))
_RELIEF = frozenset("减税 降费 退税 减税降费".split())  # of two characters, and yet all that is counted
_SET_APART = frozenset("特色 精品 标杆 星级 示范".split())
_OF_GROUND = frozenset("亩 万亩 公顷 公里 千米 米".split())
_HOMES = frozenset("户 套 间".split())
_PARTS_OF_A_PLACE = frozenset("农村 城镇 城市 城区 市区 县城 主城区 中心城区 村组 城乡 全域".split())
_AND = re.compile("[、和及与]")
_INSTITUTION = re.compile("(?:中心|平台|基地|机构)$")
_PIPES = re.compile("(?P<of>.*?)(?:地下)?(?:管网|管线|管道)(?:改造|建设)?")
_OF_PIPES = re.compile("[水气热电汽]|燃|暖")
# Works under their full and their short names, whatever is counted of them: 棚户区改造 and 棚改安置房.
_WORKS = tuple(map(re.compile, ("棚户区|棚改", "老旧小区|旧改", "城中村|城改", "危旧?房|危改")))
_INVESTED_IN = re.compile("(?P<field>.{2,}?)(?:建设|项目|工程)(?:完成|计划|年度)*投资")
_TYPE = re.compile(r"[\u4e00-\u9fff]{2}型(?P<thing>[\u4e00-\u9fff]{2,})")
_NAMED = re.compile("“([^”]{2,})”")
_TURNED_OVER = re.compile("(?P<trade>.{2,})(?:网络)?(?:销售|交易|零售|营业)总?额")


def nearly_one_name(target: Metric, wording: Wording, result: Metric, theirs: Wording) -> bool:
    """``省重大项目`` and ``省市重点项目``, ``居民人均可支配收入`` and ``城镇居民人均可支配收入``; the wordings are theirs."""
    return (
        _near(wording, theirs, target.indicator, result.indicator)
        or _relief(wording, theirs)
        or (is_measured(target.unit) and _of_one_thing(wording.core, theirs.core))
        or (target.kind != "share" and _ends_alike(wording.core, theirs.core))
        or _of_two_types(wording.core, theirs.core)
        or _within(wording.core, theirs.core)
        or _amid(wording.core, theirs.core)
        or _last_named(wording.core, theirs.core, target.unit)
        or _of_one_trade(wording.core, theirs.core)
        or _of_institutions(target.indicator, result.indicator)
    )


def of_one_sort(target: Metric, wording: Wording, result: Metric, theirs: Wording, cleaned: str) -> bool:
    """燃气管道 and 燃气、供排水等老化管道, 棚户区改造 and 棚改安置房: not one name, but read across all the same."""
    return (
        _of_one_quality(wording, theirs)
        or _on_one_ground(wording, theirs, target.unit)
        or _summed_up(target, wording, theirs, cleaned)
        or _summed_up(result, theirs, wording, cleaned)
        or _of_one_work(target, result)
        or (target.unit in _OF_GROUND and _of_pipes(target, wording, result, theirs))
    )


def at_one_stage(target: Wording, result: Wording, wanted: str, reached: str) -> bool:
    """竣工投产项目 and 建成投产项目: all that the names say is how far the projects have come."""
    same = target.stage == result.stage and target.stage in _STAGES_OF_PROJECTS
    bare = {target.core, result.core} <= _BARE_PROJECTS
    return same and bare and "项目" in wanted and "项目" in reached and wanted[-2:] == reached[-2:]


def _of_one_quality(target: Wording, result: Wording) -> bool:
    """专业特色楼宇 and 特色数字经济楼宇: one thing, and one word for what sets it apart."""
    shared = set(target.qualities) & set(result.qualities) & _SET_APART
    return bool(shared) and bool(target.core and result.core) and target.core[-2:] == result.core[-2:]


def _of_one_work(target: Metric, result: Metric) -> bool:
    """棚户区改造14727套 and 棚改安置房32153套: what was begun and what is finished of one work."""
    of_one_unit = target.unit == result.unit or {target.unit, result.unit} <= _HOMES
    return of_one_unit and any(work.search(target.indicator) and work.search(result.indicator) for work in _WORKS)


def _on_one_ground(target: Wording, result: Wording, unit: str) -> bool:
    """供地 and 土地“标准地”供地, so many 亩: the one limits the other."""
    short, long = sorted((target.core, result.core), key=len)
    return unit in _OF_GROUND and 2 <= len(short) < len(long) <= len(short) + _LIMIT and long.endswith(short)


def _summed_up(whole: Metric, wording: Wording, part: Wording, cleaned: str) -> bool:
    """燃气、供排水等老化管道 names 燃气管道 and 供水管道 in its list."""
    head, own = part.core[-2:], part.core[:-2]
    if len(own) < 2 or wording.core[-2:] != head or wording.stage != part.stage:
        return False
    before, behind = clause_of(whole, cleaned, "。；：！？，\n")
    named = re.split(r"[\d；，]", before)[-1] + re.split(r"[\d、]", behind)[0]
    return "等" in named and re.search(".?".join(own), named.partition("等")[0]) is not None


def _near(target: Wording, result: Wording, wanted: str, reached: str) -> bool:
    plain = [core_of(_ASIDE.sub("", one)) for one in (wanted, reached)]
    short, long = sorted(plain, key=len)
    if _called_alike(wanted, reached) or _invested_alike(wanted, reached):
        return True
    if plain != [wanted, reached] and len(short) >= _TELLING and long.endswith(short) and len(long) <= len(short) + 2:
        return True  # 浙江中欧班列（义新欧）开行 and 中欧班列开行, 工商业平均电价 and 工商业电价
    if target.core and result.core and LISTED not in (target.core, result.core):
        short, long = sorted((target.core, result.core), key=len)
        if _TELLING <= len(short) < len(long) <= len(short) + _SCOPE and long.startswith(short) | long.endswith(short):
            return True
        return _turned(short, long) or bool(_GREENED.fullmatch(short) and _GREENED.fullmatch(long))
    # Of 重大项目 no core is left: what they are picked by is their name.
    picked = set(target.qualities) & _PICKED and set(result.qualities) & _PICKED
    return all(one.core in ("", LISTED) for one in (target, result)) and bool(picked) and wanted[-2:] == reached[-2:]


def _invested_alike(wanted: str, reached: str) -> bool:
    """水利建设投资 and 水利项目完成投资: one field."""
    fields = [_INVESTED_IN.fullmatch(one) for one in (wanted, reached)]
    return all(fields) and len({one["field"] for one in fields if one}) == 1


def _ends_alike(wanted: str, reached: str) -> bool:
    """城镇职工五险人数 and 参加职工五险人数: two characters before one long ending."""
    shared = len(list(takewhile(bool, (one == other for one, other in zip(wanted[::-1], reached[::-1], strict=False)))))
    return shared >= _ENDING and max(len(wanted), len(reached)) <= shared + 2


def _of_two_types(wanted: str, reached: str) -> bool:
    """科技型中小企业 and 创新型中小企业: two sorts of one thing, which only their first characters tell apart."""
    types = [_TYPE.fullmatch(one) for one in (wanted, reached)]
    return len({one["thing"] for one in types if one}) == 1 and all(types)


def _called_alike(wanted: str, reached: str) -> bool:
    """农产品“三品”认证 and 农业“三品”认证: one name in quotation marks, and one word behind it."""
    ends = [(named[-1], one.rpartition("”")[2]) for one in (wanted, reached) if (named := _NAMED.findall(one))]
    return len(ends) > 1 and ends[0] == ends[1] and len(ends[0][1]) > 1


def _within(wanted: str, reached: str) -> bool:
    """户厕 and 农村户厕: those of a part of the place."""
    short, long = sorted((wanted, reached), key=len)
    return len(short) > 1 and long.endswith(short) and long.removesuffix(short) in _PARTS_OF_A_PLACE


def _amid(wanted: str, reached: str) -> bool:
    """地表水国考断面水质优良比例 and 地表水国省考断面水质优良比例: one name with a word more in its midst."""
    short, long = sorted((wanted, reached), key=len)
    before = len(list(takewhile(bool, (one == other for one, other in zip(short, long, strict=False)))))
    behind = len(short) - before
    return (
        len(short) >= _TELLING
        and before > 1
        and behind > 1
        and len(short) < len(long) <= len(short) + _SCOPE
        and long.endswith(short[before:])
    )


def _last_named(wanted: str, reached: str, unit: str) -> bool:
    """煤矿、产能 and 产能, both so many 吨/年: what was measured is the last of a list."""
    lists = [_AND.split(one) for one in (wanted, reached)]
    return (
        is_measured(unit) and len(lists[0]) != len(lists[1]) and lists[0][-1] == lists[1][-1] and len(lists[0][-1]) > 1
    )


def _of_one_trade(wanted: str, reached: str) -> bool:
    """电子商务交易额 and 电子商务销售额: what one trade turns over, measured otherwise."""
    trades = [_TURNED_OVER.fullmatch(one) for one in (wanted, reached)]
    return all(trades) and len({one["trade"] for one in trades if one}) == 1


def _of_institutions(wanted: str, reached: str) -> bool:
    """概念验证和中试平台 and 概念验证中心、中试基地: one list of what is done there, whatever the places are called."""
    last, this = ([_INSTITUTION.sub("", one) for one in _AND.split(name)] for name in (reached, wanted))
    return len(this) > 1 and last == this and all(this) and wanted != reached


def _of_pipes(target: Metric, wording: Wording, result: Metric, theirs: Wording) -> bool:
    """城镇管线改造 and 管网, both renewed: pipes of which one of the two names no kind, so that they are those of the other too."""
    kinds = [found["of"] for one in (wording, theirs) if (found := _PIPES.fullmatch(one.core))]
    renewed = ["改造" in f"{one.verb}{metric.indicator}" for metric, one in ((target, wording), (result, theirs))]
    return len(kinds) > 1 and len(set(renewed)) == 1 and not all(map(_OF_PIPES.search, kinds))


def _turned(short: str, long: str) -> bool:
    """绿化村庄 and 村庄绿化美化: the same two words the other way round, with little besides."""
    splits = range(2, len(short) - 1)
    return len(long) <= len(short) + _SCOPE and any(short[at:] + short[:at] in long for at in splits)


def _of_one_thing(wanted: str, reached: str) -> bool:
    """农村公路道路修复 and 农村公路路面改善, both so many 公里: what is done to one thing, in different words."""
    same = (one == other for one, other in zip(wanted, reached, strict=False))
    shared = len(list(takewhile(bool, same)))
    return shared >= _TELLING and max(len(wanted), len(reached)) <= shared + _SCOPE


def _relief(target: Wording, result: Wording) -> bool:
    """企业和个人减税 and 减税: whose they are, the one says and the other does not."""
    short, long = sorted((target.core, result.core), key=len)
    return short in _RELIEF and short != long and long.endswith(short)
