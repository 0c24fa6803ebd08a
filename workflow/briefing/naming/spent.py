"""What money is for, where its clause names more than the extractor took: 投资4.4亿元新改扩建城区主次干路4条、打通断头路和卡脖路5条 is spent on both."""

from __future__ import annotations

import re

from briefing.naming.acting import VERB
from briefing.naming.counted import COUNTED

_INVESTED = re.compile(r"(?:总?投资|总?投入)(?:约|近|超过?)?$")
_MADE_OF = re.compile(r"(?P<of>(?:统筹|整合)(?:财政)?(?:资金)?)(?:约|近|超过?)?$")
# 三年安排450亿元支持以AI为引领的新质生产力发展 is not what one year gives.
_OF_YEARS = re.compile(
    r"(?P<of>[两二三四五]年(?:内|间)?(?:共|累计|计划|合计)?(?:安排|投入|筹集|筹措|统筹|整合))(?:约|近|超过?)?$"
)
_A_SIZE = re.compile(r"规模的?(?P<thing>[\u4e00-\u9fff]{2,8})")
_LONGEST = 28
_TO_WHAT_END = 6  # characters between a sum and what it is for: 用于支持以


def spent_on(indicator: str, display: str, before: str, after: str) -> str:
    """The name of a sum by all that it is spent on, or as what it is: 统筹实施重大科技专项, 母基金规模; empty where the name says it."""
    if "元" not in display:
        return ""
    if made := _MADE_OF.search(before):
        verb = VERB.match(after)
        return f"{made['of']}{verb[0]}{indicator}" if verb and indicator in after else ""
    if (several := _OF_YEARS.search(before)) and 0 <= (at := after.find(indicator)) <= _TO_WHAT_END:
        return f"{several['of']}{after[:at]}{indicator}"
    if (sized := _A_SIZE.fullmatch(indicator)) and after.startswith(indicator):
        return f"{sized['thing']}规模"
    thing = indicator.removesuffix("投资")
    spends = VERB.match(after)
    if (
        thing == indicator
        or not _INVESTED.search(before)
        or not spends
        or after.startswith("的", spends.end())
        or "等" in after
    ):
        return ""
    # 3座“口袋公园” behind three parks sums them up.
    if thing[-4:] not in after or "等" in thing or re.search(rf"\d[多余]?[座条个处]{re.escape(thing)}", after):
        return ""
    whole = "、".join(_plain(COUNTED.sub("", one)) for one in after.split("、"))
    more = whole.count("、") > thing.count("、") or (len(whole) < len(thing) and whole[-4:] == thing[-4:])
    if not more or re.search(r"\d", whole):
        return ""
    name = f"{whole}投资"
    return name if len(name) <= _LONGEST else f"{whole.split('、')[0]}等投资"


def _plain(item: str) -> str:
    verb = VERB.match(item)
    return item[verb.end() :].removeprefix("了") if verb else item
