"""Which words name what a quantity measures: the object before it, the noun behind it, or what the list carries over."""

from __future__ import annotations

import re

from briefing.extract.indicators.amounts import amount_of
from briefing.extract.indicators.context import MONEY, RATIOS, SCOPE, Context
from briefing.extract.indicators.counts import count_of, full_noun
from briefing.extract.indicators.growth import growth_of, share_of
from briefing.extract.indicators.placings import placed
from briefing.extract.indicators.ratios import ratio_of
from briefing.extract.kinds import FALL, RISE
from briefing.extract.nouns import finish, noun_of, without_head
from briefing.extract.vocabulary import COMPARED, TO

__all__ = ["Context", "indicator_of"]
_REACHED = re.compile(
    rf"^(?:[，、]?(?:去年|上年|目前|现已)?(?:持续|逐步|稳步|大幅|快速|又|再|已|均|分别)*{TO}(?:了|现在的|目前的|如今的|(?:19|20)\d\d年的)*(?:约|近|超过?)?)$"
)
_CHANGE = re.compile(rf"(?:{RISE}|{FALL})$")
_RATE_LEVEL = re.compile(r"(?:率|占比|比重|比例|指数|度|系数)$")
_BESIDE = re.compile(
    rf"(?:高于|低于|快于|好于|优于|高出|超出?|领先)(?:{SCOPE}|(?:上年|去年)(?:同期)?|(?:GDP|经济)(?=增[速长])|(?:年度|全年|年初|预期)?[^，]{{0,6}}(?:目标|计划|预期))[^，]{{0,10}}$"
)
# 高于年初人代会12%的目标14.4个百分点: what was aimed at, and by how much more was reached.
_AIMED_AT = re.compile(r"(?:高于|低于|快于|高出|超出?|超过)[^，。；]{2,10}$")
_AIM = re.compile(r"的(?:增长|增速|控制性|预期性|约束性|考核|年度)?(?:目标|预期|计划)(?=[，。；]|$|\d)")
_MORE_THAN_SET = re.compile(
    r"超(?:额完成|出|过)?(?P<set>[^，。；]{0,8}?(?:任务|目标|计划)(?:指标)?)"
)  # 超额完成省考核目标2.7个百分点
# 地区生产总值1900亿元，完成全年总量目标的107%，同比增长15%: so much of the aim, and the growth is not the aim's.
_OF_THE_AIM = re.compile(r"，?(?:已|超额)?完成(?P<set>(?:全年|年度|年初|全部)[^，。；\d]{0,6}(?:目标|计划|任务))的?$")
# 财政一般预算收入实现翻倍增长，从2006年的8.8亿元增至…, 年吞吐量三次跨越千万标箱，2011年达1030万标箱: the clause before says what.
_ENDS = re.compile(r"[，。；、]|$")
_ONLY_WHEN = re.compile(r"(?:预计)?(?:从|由)?20\d\d年(?:底|末)?的?(?:已|预计)?(?:达到?|为|实现)?")
_GROWN = re.compile(
    r"(?P<what>[\u4e00-\u9fff]{2,14}?(?:收入|总额|总值|[值量率额数]|投资|规模))(?:实现|连续|持续|大幅|稳步|快速|不断|成倍|再次|[两三四五]次|翻|跨越|迈上|突破|再?创|刷新)"
)
_KEPT = re.compile(r"保持(?:年均|平均)$")  # 地区生产总值保持年均14.6%增长
_DOUBLED = re.compile(r"(?:，|[两三四五]年|分别)*$")
# 比重由“十五”末的13.5%提高到38%: when it was so is no part of the name.
_THEN_FROM = re.compile(r"(?<=[由从])(?:“?(?:十[一二三四五六]五|十五)”?(?:时期|期)?(?:末|初)?|上年末?|去年末?)的$")
_CLOSING = re.compile(r"^[）”》\s]+")
_FROM = re.compile(rf"^(?:的)?(?:持续|逐步|稳步|大幅|快速)*{TO}")


def indicator_of(context: Context) -> tuple[str, str]:
    """(indicator, base): the indicator to print and the noun that a following list item may carry over."""
    if reached := _got_there(context):
        return reached
    if context.last and not context.left and context.unit in RATIOS and re.match(r"[，。；、]|$", context.right):
        return finish(context.last), context.carried  # 增长4.3%、7.6%
    if aimed := _beside_an_aim(context):
        return finish(aimed), context.carried
    if context.unit == "%" and context.carried and (part := _OF_THE_AIM.fullmatch(context.left)):
        return finish(f"{context.carried.removesuffix('完成投资')}完成{part['set']}"), context.carried
    left = _THEN_FROM.sub("", COMPARED.sub("", _cleaned(context.left)))
    if told := _told_before(left, context):
        return told
    beside = _BESIDE.search(left)
    left = left[: beside.start()] if beside else left
    if beside and not left:
        return finish(_compared(context) + beside[0]), context.carried
    if context.unit == "番":
        name = full_noun(_DOUBLED.sub("", left), context) or context.level or context.carried
        return finish(name), name
    if context.unit == "位":
        return placed(left, context)
    if (
        _FROM.match(context.right)
        and context.unit != "个百分点"
        and (noun := noun_of(re.sub(r"(?:从|由)[^，]{0,8}$", "", left)))
    ):
        share = share_of(re.sub(r"(?:从|由)$", "", left), context)
        return share or (finish(noun), noun)
    named = growth_of(left, context) or share_of(left, context)
    if named:
        return (finish(named[0] + beside[0]), named[1]) if beside else named
    noun = full_noun(left, context)
    if beside and noun:
        return finish(noun + beside[0]), noun
    if context.unit in MONEY:
        return amount_of(noun, left, context)
    if context.unit in RATIOS:
        return ratio_of(noun, left, context)
    return count_of(noun, left, context)


def _got_there(context: Context) -> tuple[str, str] | None:
    """The name of a figure that has but 达到 before it: what the clause before is about, or else the figure before."""
    if context.unit == "位" or not _REACHED.match(COMPARED.sub("", context.left)):
        return None
    # 东盟进出口增长19%，全省进出口总值创历史新高，达到5379亿元: the clause between has a subject of its own.
    if grown := _GROWN.match(context.earlier_clause):
        return finish(grown["what"]), grown["what"]
    if not context.last:
        return None
    grew = _CHANGE.search(context.last) and context.last.startswith(context.carried or "…")
    return finish(context.carried if grew else context.last), context.carried


def _compared(context: Context) -> str:
    """What is said to be higher than elsewhere where nothing names it: 居民消费价格上涨1.3%，低于全省0.2个百分点."""
    # A level that was told of another thing before is compared with nothing.
    own = context.level if context.carried in context.level else ""
    grew = _BESIDE.sub("", context.last)
    if own and grew.startswith(own) and _CHANGE.search(grew) and not _RATE_LEVEL.search(own):
        return grew  # 地区生产总值1248.2亿元，增长9.8%，高于全省1.8个百分点: the growth is higher
    # 农民人均纯收入年均实际增长9.3%，高出全国平均水平989元: no growth is so much money higher.
    if context.unit in MONEY and context.carried and _CHANGE.search(grew) and grew.startswith(context.carried):
        return context.carried
    return own or context.last or context.level or context.carried


def _beside_an_aim(context: Context) -> str:
    """What was aimed at, and by how much more was reached than it; empty for all else."""
    if not context.last:
        return ""
    if context.unit in RATIOS and _AIM.match(context.right) and _AIMED_AT.fullmatch(context.left):
        return context.last + "目标"
    if context.last.endswith("目标") and _AIM.fullmatch(context.left):
        return context.last.removesuffix("目标") + "高于目标"
    more = _MORE_THAN_SET.fullmatch(context.left) if context.unit in ("个百分点", *MONEY) else None
    return f"{context.last}超{more['set']}" if more else ""


def _told_before(left: str, context: Context) -> tuple[str, str] | None:
    """The name of a figure that has but a year before it, by the clause before, and of one that is 保持年均…增长."""
    alone = not left and context.unit in MONEY and _ENDS.match(context.right)
    if (alone or _ONLY_WHEN.fullmatch(left)) and (grown := _GROWN.match(context.earlier_clause)):
        return finish(grown["what"]), grown["what"]
    kept = _KEPT.search(left) if context.right.startswith("增长") else None
    noun = noun_of(left[: kept.start()]) if kept else ""
    return (finish(f"{noun}年均增长"), noun) if noun else None


def _cleaned(text: str) -> str:
    text = without_head(_CLOSING, text)
    if text.count("（") > text.count("）"):
        text = text.rpartition("（")[2]  # 实现三个100%（所有一类社康中心100%设置中医综合服务区
    if text.count("“") < text.count("”"):
        text = text.split("”")[-1] if not text.split("”")[0] else text
    return text
