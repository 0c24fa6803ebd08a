"""What a list says once for all of its figures: 新认定 of 地区总部、研发中心分别新认定60家和30家, 新增 of 新增市场主体9572户、同比增长18%, whose a rank is."""

from __future__ import annotations

import re

from briefing.naming.acting import VERB, bare
from briefing.naming.counted import COUNTED

_NEW = r"新认定|新增|净增|新建|新设|新登记|新签约|新注册"
_EACH_NEW = re.compile(rf"分别(?P<verb>{_NEW})")
# 移风易俗示范乡镇1个、示范村5个; 小麦万亩示范片2个、千亩示范方10个: the first of a list says of what kind both are.
_OF_THE_FIRST = re.compile(r"(?P<first>[\u4e00-\u9fff]{4,14})\d[\d.]*[个条家处所座]、$")
_EACH_YEAR = re.compile(r"(?:预计|累计)?年均(?:新增|净增|实施|完成|建设|培训|转移)")
_OF_ONE_OWNER = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,8}(?:企业|集团|公司|园区|开发区|高新区|机构))(?:累计|共)?(?:完成|实现)[^，；\d、]{2,12}\d[^，；、]*、(?P<other>[\u4e00-\u9fff]{2,8})"
)
_SHORT_KIND = re.compile(r"(?P<kind>示范|试点|样板|标杆)[\u4e00-\u9fff]{1,2}")
# 增速较近两年翻一番，较2018年翻四番: of the growth, too.
_FURTHER = re.compile(r"[比较](?:19|20)\d\d年$")
_ALL_SO_FAR = re.compile(r"累计分别(?:达到?|为)?")
_GROWS = re.compile(r"[、，]?(?:同比)?(?:增长|下降|减少|提高|增幅|降幅)(?:了|约|近|超过?)?")
_ADDED = re.compile(rf"(?P<verb>{_NEW}|带动|拉动)(?P<thing>.+)")  # 带动陕西进出口415.4亿元、增长11.7%
_PLACE = r"(?P<place>[\u4e00-\u9fff]{2,4}?(?:新区|自贸区|开发区|示范区))[\u4e00-\u9fff]{2,6}"
_RANKED = re.compile(r"(?P<list>[^，；。]+?)分别[^，；。]*，排名")
_OF_ALL = re.compile(r"(?:吞吐量|增加值|总?产值|收入|数量|投资|总额)$")
_SHARED_UNIT = re.compile(r"[和、](?:近|约|超过?)?\d[\d.]*(?P<unit>[万亿千百]+(?:元|亩|人|吨|公里|平方米)?)")
# 分别高于全国12.7个、12个百分点
_SHARED_POINTS = re.compile(r"[和、及](?:近|约|超过?)?\d[\d.]*个(?P<unit>百分点)")
_OF_A_LEVEL = re.compile(r"(?:国家|[省市区县乡镇])级?")  # 国家火炬计划重点高新技术企业8家、省级高新技术企业61家
# 203个国考断面优良率和285个水功能区达标率均为100%
_TWO_RATES = re.compile(r"(?P<first>[^，；、\d]{2,12}率)(?P<and>[和、])\d+[个条处家](?P<other>[^，；、\d]{2,12}率)均")
_TWO_COUNTED = re.compile(r"(?P<first>[^\d，；]{3,16})\d[^、和，；]*[、和](?P<other>[^\d，；]{2,12})\d[^、，；]*，$")


def dealt(name: str, kind: str, before: str, earlier: str) -> str:
    """``name`` with the word that its list says once, where there is one."""
    if kind == "rank":
        return _rank(name, before, earlier)
    if kind in ("increase", "decrease"):
        return _of_the_new(name, before, earlier)
    if kind == "share":
        return _rate_of_both(name, before, earlier)
    if kind == "level":
        name = _of_the_same(name, before)
    name = _of_the_first(name, before)
    if VERB.match(name):
        return name
    if _FURTHER.match(before) and re.search(r"(?:^|，)增速[^，]*翻[^，]*，$", earlier) and "增速" not in name:
        return f"{name}增速"
    if each := _EACH_NEW.search(before):
        told = each["verb"] + name
    elif _ALL_SO_FAR.search(before) and "累计" not in name:
        told = f"{name}（累计）"
    else:
        told = _verb_of_all(name, before)
    place = re.search(rf"{_PLACE}、{re.escape(name)}", earlier + before)
    if place is None:
        return told
    return f"{told[:-1]}，{place['place']}）" if told.endswith("）") else f"{told}（{place['place']}）"


def unit_behind(display: str, after: str) -> str:
    """产值分别突破70和50亿元: the unit of the first stands behind the second; empty where the quantity has its own."""
    shared = _SHARED_POINTS.match(after) if display.endswith("个") else None
    shared = _SHARED_UNIT.match(after) if display[-1:].isdigit() else shared
    return shared["unit"] if shared else ""


def _verb_of_all(name: str, before: str) -> str:
    """新增各类总部机构、大企业开放创新中心80家、16家: the verb stands before the first of all names, and what they are may stand behind the
    last (改造老旧供热、燃气、排水管网800公里、600公里、300公里)."""
    counted = COUNTED.search(before)
    head = bare(before[: counted.start()] if counted else before)
    verb = VERB.match(head)
    *firsts, last = head[verb.end() :].split("、") if verb else [head]
    plain, *items = (one.removeprefix("老旧") for one in (name, *firsts))
    of_one = any(plain.startswith(one) and last.endswith(plain.removeprefix(one)) for one in items if one)
    told = of_one if not counted else firsts and (of_one or name.removeprefix("老旧") == last)
    return verb[0].rstrip("和、并") + name if verb and told else name


def _of_the_same(name: str, before: str) -> str:
    """Who has both: 研发投入（省属企业） of 省属企业完成产业类投资553.1亿元、研发投入133.5亿元; 年均 holds for all of a list."""
    if _EACH_YEAR.match(before) and "、" in before and "年均" not in name:
        return f"年均{name}"
    both = _OF_ONE_OWNER.fullmatch(bare(before))
    return f"{name}（{both['who']}）" if both and both["other"] == name and both["who"] not in name else name


def _of_the_first(name: str, before: str) -> str:
    verb = VERB.match(name)
    deed = verb[0] if verb else ""
    thing = name.removeprefix(deed)
    listed = _OF_THE_FIRST.search(before.removesuffix(thing)) if before.endswith(thing) else None
    if listed is None:
        return name
    first = bare(listed["first"])
    own = VERB.match(first)
    first = first[own.end() :] if own else first
    if kind := _SHORT_KIND.fullmatch(thing):
        whose = first.partition(kind["kind"])[0] if kind["kind"] in first else ""
    else:
        alike = sum(one == other for one, other in zip(first[-len(thing) :], thing, strict=False))
        whose = (
            first[: -len(thing)] if len(thing) > 4 and alike >= len(thing) - 2 and not _OF_A_LEVEL.match(thing) else ""
        )
    # 省级科技型中小企业353家、创新型中小企业48家 need not both be of the province.
    return f"{deed}{whose}{thing}" if len(whose) > 1 and not whose.endswith("级") else name


def _of_the_new(name: str, before: str, earlier: str) -> str:
    text = earlier + before
    counts = list(COUNTED.finditer(text))
    if not counts or not _GROWS.fullmatch(text[counts[-1].end() :]):
        return name
    clause = re.split(r"[，；。、]", text[: counts[-1].start()])[-1]
    added = _ADDED.fullmatch(bare(clause))
    return added["verb"] + name if added and name.startswith(added["thing"]) else name


def _rank(name: str, before: str, earlier: str) -> str:
    """排名分别升至世界第二、世界第三 are of what the clause before deals out; 新增数量均居全省第一 is of the new alone."""
    if name.endswith("数量") and bare(before).startswith("新增数量"):
        return f"新增{name}"
    ranked = _RANKED.search(earlier + before) if name == "排名" else None
    items = re.split(r"[、和及]", ranked["list"]) if ranked else []
    at = len(re.findall(r"第[一二三四五六七八九十\d]", before))
    if at >= len(items):
        return name
    shared = _OF_ALL.search(items[-1])
    item = items[at] + (shared[0] if shared and not _OF_ALL.search(items[at]) else "")
    return f"{item}排名"


def _rate_of_both(name: str, before: str, earlier: str) -> str:
    """办理人大代表建议129件、政协提案189件，满意率均为100%: the rate is of both."""
    if (two := _TWO_RATES.search(before)) and name == two["other"]:
        return f"{two['first'].lstrip('个条处家')}{two['and']}{name}"
    rate = re.match(r"(?P<rate>[\u4e00-\u9fff]{2,4}率)(?:均|达到?|为|$)", before)
    both = _TWO_COUNTED.search(earlier) if rate else None
    if rate is None or both is None or name != both["other"] + rate["rate"]:
        return name
    first = bare(re.sub(r"^[一二三四五十]年来?", "", both["first"]))
    verb = VERB.match(first)
    return f"{first[verb.end() :] if verb else first}、{name}"
