"""Of what a figure is a part: 全县农村居民人均可支配收入（其中建档立卡贫困户）."""

from __future__ import annotations

import re

from briefing.naming.acting import VERB, bare
from briefing.naming.counted import COUNTED
from briefing.naming.leaning import leans

_DONE_FOR = re.compile(r"提供|购买|发放|办理|开展|减免|落实|配备|建立")
_A_PART = re.compile(r"占比$|比重$")
_A_MEASURE = re.compile(r"(?:投资|规模|面积|长度|投入|产值)$")
_ONLY_CHANGE = re.compile(
    r"^(?:[两三四五]年)?(?:年均|平均|同比)?(?:增长|下降|增加|减少|翻)了?$|^(?:累计|合计|共计|总计)$"
)
_OF_THOSE = re.compile(r"(?P<those>(?:来自|用于|面向)[\u4e00-\u9fff]{2,8}?)(?P<change>增长|下降|增加|减少)")
# 其中签约项目42个、总投资203.5亿元；落地项目15个: one part after the other, each by its name and number.
_PARTS = re.compile(r"(?:[\u4e00-\u9fff]{2,8}\d[^，；、]*[，；、])*[\u4e00-\u9fff]{2,8}")
_COST = re.compile(r"总?投资$")
_LONGEST, _LONGEST_WHOLE = 26, 16


def part_of(name: str, indicator: str, kind: str, before: str, earlier: str, display: str = "") -> str:
    """The name of a part with its whole before; empty where the sentence tells of none or the name says enough."""
    among = before.rpartition("、其中")
    if among[1]:  # 新增铁路运营里程639公里、其中高铁370公里
        return part_of(name, indicator, kind, f"其中{among[2]}", earlier + among[0], display)
    those = _OF_THOSE.fullmatch(name) if kind in ("increase", "decrease") else None
    if those:
        told = _at_once(those["those"], "level", before, earlier, "")
        return f"{told[:-1]}{those['change']}）" if told else ""
    if kind not in ("level", "share"):
        return ""
    return _at_once(name, kind, before, earlier, display) or _in_turn(indicator, before, earlier)


def _at_once(name: str, kind: str, before: str, earlier: str, display: str) -> str:
    """``农村居民人均可支配收入达到7500元，其中建档立卡贫困户达到4000元``."""
    if not before.startswith("其中") or VERB.match(name) or (kind == "share" and not _A_PART.search(name)):
        return ""
    clause = earlier.rstrip("，；").rpartition("。")[2].rpartition("；")[2].rpartition("，")[2]
    counted = COUNTED.search(clause)
    if counted is None or (display and kind == "level" and ("元" in counted[0]) != ("元" in display)):
        return ""  # 合同引资67亿美元，其中10家工业企业已经投产
    thing = bare(clause[: counted.start()]).removeprefix("对")
    verb = VERB.match(thing)
    thing = thing[verb.end() :] if verb and kind == "level" else thing
    whole = thing or clause[counted.end() :].partition("、")[0]
    if _ONLY_CHANGE.search(whole):
        return ""  # 五年年均增长26.2%，其中市一般预算收入104亿元
    whole = f"为{whole}" if clause.startswith("为") and _DONE_FOR.search(whole) else whole
    same = name[-4:] == whole[-4:]  # 财政赤字, 其中中央财政赤字
    return "" if same or _A_MEASURE.search(whole) else _told(whole, name)


def _in_turn(indicator: str, before: str, earlier: str) -> str:
    """``合作项目125项，其中洽谈项目46项，签约项目20项，在建项目18项``: each is a part of the one whole, whose noun they share."""
    whole, among, parts = (earlier + before).rpartition("其中")
    noun = _COST.sub("", indicator)[-2:]
    own = re.split("[，；、]", parts)[-1]
    # 其中引进顶尖人才41人，新增高技能人才39万人: the last is no part, it is done by itself.
    if not among or not _PARTS.fullmatch(parts) or own not in (indicator, "总投资", "投资") or len(noun) < 2:
        return ""
    for clause in reversed(whole.rstrip("，").split("，")):
        counted = COUNTED.search(clause)
        thing = bare(clause[: counted.start()]) if counted else ""
        verb = VERB.match(thing)
        thing = thing[verb.end() :] if verb else thing
        if thing.endswith(noun):
            return _told(thing, indicator) if len(thing) > len(noun) and thing not in indicator else ""
        if not counted or not _COST.search(thing):
            return ""
    return ""


_SHARES = ("占比", "比重", "比例")
_CHANGED = re.compile(r"(?:同比|年均|预计|力争|比上年)*(?:增长|下降|提高|提升|增速|增幅)$")


def _told(whole: str, part: str) -> str:
    if part.endswith(_SHARES):  # 投资完成额增长6%，其中制造业占比70%以上: a share of the sum, not of its growth
        whole = _CHANGED.sub("", whole)
    if leans(whole.removeprefix("为")) or re.search(r"\d", whole) or not 2 <= len(whole) <= _LONGEST_WHOLE:
        return ""
    told = f"{whole}（其中{part.removeprefix('其中')}）"
    return told if len(told) <= _LONGEST else ""
