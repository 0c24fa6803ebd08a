"""Rates of change and shares: 增长5%, 占比达到30%."""

from __future__ import annotations

import re

from briefing.extract.indicators.context import MONEY, RATIOS, SCOPE, SIZE, Context, again_of, owner_of, subject_of
from briefing.extract.kinds import COUNTED, FALL, RISE
from briefing.extract.nouns import behind_of, finish, noun_of
from briefing.extract.vocabulary import COMPARED, MEASURES

_GROWTH = re.compile(
    rf"^(?P<subject>.*?)(?P<word>同比增长|平均增长|年均增长|年均实际增长|实际增长|年均增速|年均增幅|年均递增|平均[降增涨]幅|{RISE}|{FALL}|[高低](?=$))(?:了|率|幅度)?"
    r"(?:均|约|近|超过?|达到?|为|到|至|保持在|稳定在|控制在|高于|分别)*$"
)
# 累计投资17.19亿元，比上个五年增加投资12.89亿元: so much more was spent, and not so much.
_MORE_SPENT = re.compile(r"^(?P<word>增加|减少)(?P<what>投资|投入|支出|收入)(?:了|约|近|超过?)?$")
_NATURAL = re.compile(r"自然增长率[^，。；\d]{0,6}$")  # of people born and dead: a rate, and no change of one
_GROWTH_NAMES = {
    "年均递增": "年均增长",
    "同比增长": "增长",
    "平均增长": "增长",
    "同比增": "增长",
    "比增": "增长",  # 固定资产投资62.4亿元，比增19.6%
    "比降": "下降",
    "高": "提高",
    "低": "降低",
}
_SHARE = re.compile(
    r"^(?P<subject>.*?)(?:占到?|占比占|达到?(?=[^，]{2,10}(?:总面积|总量|总数|总额|总人口)的$))(?P<whole>.*?)(?:的?(?:比重|(?P<part>比例|份额)|比))?(?:持续|稳定在|保持在?|均|约|近|为|达到?|超过?|提高到|提升到|提升至|升至|升到|增至|降至|的|从|由)*$"
)


_AMOUNTS = ("增量", "存量")  # 粮食增量39.7亿斤、占全国23.6%: the share is of what was added
_ADDED = re.compile(r"新增|净增|新设|新登记|新签约|新注册")
_SECTOR = re.compile(
    r"(?P<sector>[\u4e00-\u9fff]{0,6}?(?:业|产业|(?:民营|非公|数字|海洋|县域)经济))(?![园链务])(?=[\u4e00-\u9fff]{2,})"
)
_SHARE_OF_DAYS = re.compile(r"(?<=天数)(?:比例|比率|占比)$")
_SPAN = re.compile(r"近?[两三四五]年")
_CASES = re.compile(r"(?:案件|受理|立案|发案|破案|死亡|受伤|损失|发生|起诉|报案|警情)人?[数量额]")
# 待泊时间减少8.9小时: whatever is measured, a change is named as one.
_CHANGED = re.compile(r"(?:减少|降低|下降|缩短|增加|提高|增长|延长|压减)(?:了|约|近)?$")


_USED = ("能耗", "电耗", "水耗", "煤耗", "物耗")
# 城乡低保标准逐年提高，城镇年人均提高600元，农村年人均提高200元: what is raised stands before.
_EACH = re.compile(r"(?P<where>城镇|农村|)(?P<each>[年月]?人均)")
_EACH_OF = re.compile(
    r"(?:城镇|农村|城乡)?(?P<what>[^，。；]{4,20}?)(?:[年月]?人均|(?:继续|逐年|再次|稳步|不断|持续|进一步)*(?:提高|增长|增加|上调))?"
)


def growth_of(left: str, context: Context) -> tuple[str, str] | None:
    found = _GROWTH.match(left)
    if context.unit.split("/")[0] in MONEY and (more := _MORE_SPENT.search(left)) and (whose := subject_of(context)):
        whose = whose.removesuffix(more["what"])
        return finish(f"{whose}{more['what']}{more['word']}"), whose + more["what"]
    if not found or _NATURAL.search(left):
        return None
    if context.unit in COUNTED and behind_of(context.right) and not context.right.startswith("的"):
        return None  # 减少7个工作部门: what is counted stands behind
    known = context.unit in (*RATIOS, "人次", "人", "天") or context.unit.split("/")[0] in MONEY
    if not known and not _CHANGED.search(left):
        return None
    if context.unit in ("人次", "人", "天") and found["word"] in ("新增", "净增", "扩大"):
        return None
    word = _GROWTH_NAMES.get(found["word"], found["word"])
    own = _newly(noun_of(found["subject"]), found["subject"])
    if _SPAN.fullmatch(own) or own == "实际":
        own, word = "", own + found["word"]  # 增长6.7%、两年平均增长4.9%; 零售总额4913.8亿元，实际增长21.1%
    own = _with_what_was_told(own, context)
    if own in ("营业收入", "主营业务收入"):
        own = owner_of(context) + own
    each = _EACH.fullmatch(own)
    if each and (what := _EACH_OF.fullmatch(noun_of(context.earlier_clause)) or _EACH_OF.fullmatch(context.carried)):
        own = each["where"] + what["what"] + each["each"]  # 养老金标准继续提高，年人均提高2556元
    if own in MEASURES and (whose := SIZE.sub("", subject_of(context))) and whose != own:
        own = whose + own
    level = "" if "占" in context.level and context.unit != "个百分点" else context.level
    subject = own or level or context.carried or noun_of(COMPARED.sub("", context.opened))
    if context.unit == "天":
        subject = _SHARE_OF_DAYS.sub("", subject)  # 优良天数比例达到77%、增加13天: the days, and not their share
    if word in ("新增", "净增"):
        return (
            None
            if context.unit not in ("%", "个百分点") or noun_of(left[found.end("word") :])
            else (finish(subject), subject)
        )
    ends_at = bool(re.search(r"(?:到|至|为)(?:约|近|超过?)?$", left[found.end("word") :]))
    if ends_at and word in ("增速", "增幅", "降幅", "年均增速", "年均增幅"):
        return finish(subject + word), subject  # 工业增加值增速达到12%: the speed got there
    if ends_at and context.unit != "个百分点":
        return share_of(found["subject"], context) or (finish(subject), subject)  # 占全国份额提高到15.3%
    return finish(subject + word), subject


def _newly(own: str, subject: str) -> str:
    """``新增3岁以下婴幼儿托位数较上年增长17%``: those that were added grew, and not all there are."""
    added = _ADDED.match(subject)
    return added[0] + own if added and own and subject.endswith(added[0] + own) else own


def _with_what_was_told(own: str, context: Context) -> str:
    """The subject of a change, with whose it is where the words before have said it."""
    if _CASES.fullmatch(own) and (whole := re.fullmatch(rf"(.{{2,}}?){_CASES.pattern}", context.carried)):
        own = whole[1] + own  # 案件受理数下降12%、损失数下降35.8%
    if own == "价格" and context.carried:
        own = re.split(r"[、和及]", context.carried)[-1] + own  # 药品集采16批次，价格平均降幅54%
    if own in _USED and len(context.carried) > 2 and context.carried.endswith(_USED):
        own = context.carried[:-2] + own  # 万元GDP水耗下降12%、电耗下降7%
    own = again_of(own, context.carried)
    adds = own in ("增加值", "增加值增幅", "增加值增速")
    if adds and not context.carried and (sector := _SECTOR.match(context.earlier_clause)):
        own = sector["sector"] + own  # 服务业助推经济发展，增加值增长9.3%; 民营经济贡献加大，增加值增幅提高4.5个百分点
    return own


def share_of(left: str, context: Context) -> tuple[str, str] | None:
    found = _SHARE.match(left)
    if not found or context.unit not in ("%", "倍", "‰"):
        return None
    subject = noun_of(found["subject"]) or (context.level if context.level.endswith(_AMOUNTS) else context.carried)
    whole = found["whole"].removesuffix("的")
    if whole and len(subject) > 6 and len(subject) + len(whole) > 10:
        # 社会事业和民生领域投入占财政支出: the last noun names it well enough.
        subject = re.sub(r"领域|方面", "", re.split(r"[、和及]", subject)[-1])
        if len(subject) + len(whole) > 7 and not re.fullmatch(SCOPE, whole):
            return finish(f"{subject}占{whole}" if whole else f"{subject}占比"), subject
    return finish(f"{subject}占{whole}{found['part'] or '比重'}" if whole else f"{subject}占比"), subject
