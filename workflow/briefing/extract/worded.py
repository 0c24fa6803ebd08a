"""Quantities in words that a unit makes certain: 八成以上, 三分之二, 翻一番, 两倍, 一半以上."""

from __future__ import annotations

import re
from decimal import Decimal

from briefing.extract.numerals import MAGNITUDES, chinese_value
from briefing.extract.quantities import AFTER, PREFIX, Quantity

_TENTHS = re.compile(
    r"(近|超|约|超过|不足|逾)?([一二三四五六七八九两])成(?!立|都|果|为|效|功|员|本|熟|长|品|绩|交|套|人|就|年|分|型|渠|片|线|形)(多)?(以上|以下|左右)?"
)
_FRACTION = re.compile(
    r"(近|超|约|超过|不足|逾)?([一二三四五六七八九十百千万]{1,4})分之([一二三四五六七八九十百]{1,6}(?:点[零一二三四五六七八九]+)?)(以上|以下|左右)?"
)
# 费用下降1/3以上
_SLASHED = re.compile(r"(?<=[降少低减短占达过])([1-9])/([2-9]|10)(以上|左右)?(?![\d/年月])")
_DOUBLED = re.compile(r"(?:翻(?:了)?(?:将近|近|约)?|(?<=番和))([一两二三四])?番(多)?(以上|左右)?")
_TIMES = re.compile(r"(近|超|超过|约|不足)?([一两二三四五六七八九十])倍(多)?(以上|左右)?(?![增计速率体])")
# 审批时间再压减一半: a half of what becomes less; 一半用于大病保险 is a share of what stands elsewhere.
_HALVES = re.compile(
    r"(近|超|超过|过|逾|约)一半|(?<!另)一半(以上|左右)|(?<=压减|压缩|缩短|减少|降低|下降|精简|削减)一半(?=[，。；、]|$)"
)
# 突破百亿元, 超百万人, 近千个, 十余家: a round number is one where words of degree or 余 and a unit make it certain.
_UNITS = "元|美元|斤|公斤|吨|人次|人|亩|公里|平方米|立方米|千瓦时|千瓦|标箱|家|户|个|名|场|件|台|辆|套|列|条|支|株|册|只|头|项|处|座"
_ROUND = re.compile(
    rf"(突破|超过|超|逾|近|接近|[跨迈站]上|上|达到|达|过|新增)([十百千]|[百千]?[万亿]|万亿|(?<=突破)[一两二三四五六七八九][万亿])({_UNITS})(?!阶|目|[级元庭大](?!关)|大关，?达|以上|的?(?:重特?大)?(?:企业|项目|园区|产业|集群|乡镇|村|县))"
)
# 7个投资上亿元的大项目: which they are that are counted.
_LARGE_ONES = re.compile(r"\d[余多]?[个家户座](?:总?投资额?|产值|税收|营收|收入)$")
# 实施100个过亿元重点技改项目
_SO_MANY, _THINGS = re.compile(r"\d[余多]?[个家户座]$"), re.compile(r"[\u4e00-\u9fff]{2,6}?(?:项目|企业|园区|集群)")
# 纳税过千万元总部企业11家, 超亿元的镇3个: so much have those that are counted.
_OF_THOSE = re.compile(
    r"的?[\u4e00-\u9fff]{0,4}(?:项目|企业|产业|集群|园区|楼宇|镇|乡|村|县)(?:已?达到?|增至|共|已?有)?\d+[个家座镇]"
)
_SOME_MORE = re.compile(rf"([十百千](?<![一二三四五六七八九两\d几数上近].))[余多](万|亿)?({_UNITS})(?!以上)")
# 三家公立医院: only measure words that make no slogans (两个维护, 三条红线, 五项机制).
_FEW = re.compile(
    r"([两二三四五六七八九十](?<![第之每“初一二三四五六七八九十百千万\d—-].)[两二三四五六七八九十]?)([家座所处组栋幢艘])(?!大山)(?=[\u4e00-\u9fff]{2})(?!一)"
)
# 新建幼儿园两所: behind what is counted, at the end of its clause.
_FEW_BEHIND = re.compile(
    r"(?<=[\u4e00-\u9fff]{2})(?<![第各这每“初一二三四五六七八九十百千万])([两二三四五六七八九十][一二三四五六七八九]?)([家座所处栋幢艘])(?=[，。；、]|$)"
)
_PASSED = {"过": "gt"}


def worded_quantities(text: str) -> list[Quantity]:
    """Quantities in words that a unit makes certain: 八成以上, 三分之二, 翻一番."""
    found: list[Quantity] = []
    for match in _TENTHS.finditer(text) if "成" in text else ():
        value = Decimal(10) * (chinese_value(match[2]) or 0)
        qualifier = AFTER.get(match[4] or "") or PREFIX.get(match[1] or "") or ("gt" if match[3] else "eq")
        found.append(Quantity(match.start(), match.end(), match.start(2), match.end(), value, value, "%", qualifier))
    for match in _FRACTION.finditer(text) if "分之" in text else ():
        below, above = chinese_value(match[2]), chinese_value(match[3].split("点")[0])
        if not below or above is None:
            continue
        value = (above * 100 / below).quantize(Decimal("0.01"))
        qualifier = AFTER.get(match[4] or "") or PREFIX.get(match[1] or "") or "eq"
        found.append(Quantity(match.start(), match.end(), match.start(2), match.end(), value, value, "%", qualifier))
    for match in _SLASHED.finditer(text) if "/" in text else ():
        value = (Decimal(100) * int(match[1]) / int(match[2])).quantize(Decimal("0.01"))
        qualifier = AFTER.get(match[3] or "", "eq")
        found.append(Quantity(match.start(), match.end(), match.start(), match.end(), value, value, "%", qualifier))
    for match in _DOUBLED.finditer(text) if "番" in text else ():
        times = Decimal(2) ** int(chinese_value(match[1] or "一") or 1)
        found.append(
            Quantity(
                match.start(),
                match.end(),
                match.start(),
                match.end(),
                times,
                times,
                "倍",
                AFTER.get(match[3] or "") or ("gt" if match[2] else "approx" if re.search("近|约", match[0]) else "eq"),
            )
        )
    for match in _TIMES.finditer(text) if "倍" in text else ():
        times = chinese_value(match[2]) or Decimal(0)
        qualifier = AFTER.get(match[4] or "") or PREFIX.get(match[1] or "") or ("gt" if match[3] else "eq")
        found.append(Quantity(match.start(), match.end(), match.start(2), match.end(), times, times, "倍", qualifier))
    for match in _HALVES.finditer(text) if "一半" in text else ():
        half = Decimal(50)
        qualifier = AFTER.get(match[2] or "") or PREFIX.get(match[1] or "") or _PASSED.get(match[1] or "", "eq")
        found.append(Quantity(match.start(), match.end(), match.start(), match.end(), half, half, "%", qualifier))
    for match in _ROUND.finditer(text):
        large = match[1] in ("上", "过") and _LARGE_ONES.search(text[: match.start()])
        large = large or (
            _SO_MANY.search(text[max(0, match.start() - 3) : match.start()]) and _THINGS.match(text, match.end())
        )
        if large or (match[3] == "元" and _OF_THOSE.match(text, match.end())):
            continue
        value = MAGNITUDES.get(match[2]) or chinese_value(match[2]) or Decimal(0)
        qualifier = {"上": "ge", "过": "gt", "达": "eq", "达到": "eq", "新增": "eq"}.get(match[1]) or PREFIX[match[1]]
        start = match.start(2) if match[1] == "新增" else match.start()  # 新增千万吨产能: the verb is of the name
        found.append(Quantity(start, match.end(), match.start(2), match.end(), value, value, match[3], qualifier))
    for match in _SOME_MORE.finditer(text):
        value = (chinese_value(match[1]) or Decimal(0)) * MAGNITUDES.get(match[2] or "", Decimal(1))
        found.append(Quantity(match.start(), match.end(), match.start(), match.end(), value, value, match[3], "gt"))
    for match in (*_FEW.finditer(text), *_FEW_BEHIND.finditer(text)):
        value = chinese_value(match[1]) or Decimal(0)
        found.append(Quantity(match.start(), match.end(), match.start(), match.end(), value, value, match[2], "eq"))
    return [one for one in found if text.rfind("“", 0, one.start) <= text.rfind("”", 0, one.start)]
