"""Percentages that are neither growth nor share of a whole: 71%的煤电机组, 参保率达95%."""

from __future__ import annotations

import re

from briefing.extract.indicators.context import SCOPE, WHERE, Context, again_of, lent, subject_of
from briefing.extract.kinds import FALL, RISE
from briefing.extract.nouns import finish
from briefing.extract.vocabulary import MEASURES

# 99%乡镇通三级公路, 超80%监测对象消除风险: the share of those that follow.
_OF_THEM = re.compile(r"(?![、和及与或的（]|左右|以上|以下|以内|目标|以?[上下内])[一-鿿]{3,24}(?:、[一-鿿]{2,8})?$")
# 40%的村（居）集体经营性收入超过50万元: those, and what they have more of.
_HAVE = re.compile(
    r"的(?P<those>[^，。；\d]{0,6}?(?:[村镇乡县户]|企业|家庭|人口|学校|园区|项目|合作社)(?:（[^）]{1,4}）)?)"
    r"(?P<have>[^，。；\d]{2,14}(?:超过?|突破|高于|达到?|不足|低于)\d[\d.]*[万亿千百]*元(?:以[上下])?)$"
)
# 90%以上的贫困户得到了产业扶贫: of those, so many got it.
_WHO_GOT = re.compile(
    r"(?P<who>[\u4e00-\u9fff]{2,8}?)(?P<what>(?:得到|享受|获得|参加|用上|喝上|住上|通上)了?[^，。；\d]{2,18})"
)
# 90%以上的村生活垃圾得到治理: what got it is theirs.
_WHOSE_GOT = re.compile(
    r"(?P<who>(?:行政|自然)?村庄?|乡镇|社区|企业|学校|小区)(?P<what>[\u4e00-\u9fff]{2,8}(?:得到|实现|完成)[^，。；\d]{2,12})"
)
_PART = re.compile(r"(?:的)?比例的?(?P<of>[\u4e00-\u9fff]{2,4}?)(?=用于|作为|[，。；]|$)")
_QUOTED = re.compile(r"“[^”]{2,10}”")
_SHARE_OF = re.compile(r"(.{3,})(?:占比|比重)")


def ratio_of(noun: str, left: str, context: Context) -> tuple[str, str]:
    """``71%的煤电机组实现超低排放``, ``行政机关负责人100%出庭应诉``, ``参保率达95%``."""
    if context.unit == "倍" and re.match(r"^(?:，)?(?:已)?(?:是|为|相当于)[^，]*的$", left) and subject_of(context):
        return finish(context.level or context.carried or subject_of(context)), context.carried
    stop = re.search(r"[，。；：！？]", context.right)
    right = context.right[: stop.start()] if stop else context.right
    if context.unit == "%" and not noun and (of_them := _of_them(right)):
        return finish(of_them + "占比"), ""
    if (
        context.unit == "%"
        and right.startswith("的")
        and 3 <= len(right) <= 26
        and not re.match(r"的(?:目标|任务|增长|比例|速度|增速)", right)
    ):
        return _of_those(noun, right)
    if context.unit == "%" and noun and re.fullmatch(rf"{RISE}|{FALL}", context.right):
        return finish(f"{noun}{right}占比"), noun  # 企业近4成增长超50%
    if (
        context.unit == "%"
        and noun
        and 2 <= len(right) <= 10
        and not re.match(r"[、和及与或（]|左右|以上|以下|以内|目标|政策|标准", right)
    ):
        done = re.sub(r"^(?:予以|全部|实现|得到|完成)+", "", right)
        if len(done) >= 2 and not noun.endswith("率"):
            return finish(noun + done), noun
    grown = _SHARE_OF.fullmatch(context.level) if noun in MEASURES else None
    if grown:
        return finish(grown[1] + noun), grown[1] + noun  # 新能源装机占比达63%、规模翻了一番
    if noun in (
        "完成率",
        "年度完成率",
        "投资完成率",
        "年度投资完成率",
        "支出率",
        "执行率",
        "参保率",
        "满意率",
        "办结率",
        "办复率",
        "覆盖率",
        "达标率",
        "合格率",
        "占比",
        "比重",
    ):
        subject = context.level or subject_of(context)
        subject = re.sub(r"(?:实现|完成|全面)[^，]*$", "", subject)
        subject = re.sub(r"(?:征缴)?(?:力度|工作|水平)$", "", subject)
        subject = subject if len(subject) <= 14 else re.sub(r"^.*?(?:受理|办理|办结|处理)(?=.{2,})", "", subject)
        if subject and not subject.endswith("率") and len(subject) <= 14:
            return finish(subject + noun), subject
    if context.carried and re.fullmatch(r"\d[\d.]*[万亿]?元?以上", noun):
        return finish(context.carried + noun), context.carried  # 收入全部达到10万元以上，50万元以上的达到50%
    if noun in WHERE and context.carried.endswith("率"):
        return finish(noun + context.carried), context.carried  # 全市生活污水处理率为13.2%，市区为72%
    quoted = _QUOTED.match(right) if context.unit == "%" and not noun else None
    if quoted and context.carried:
        return finish(
            context.carried.partition("“")[0] + quoted[0]
        ), context.carried  # 80%以上“全市域通办”、90%以上“掌上办”
    if noun:
        noun = _of_a_part(again_of(noun, context.carried), right)
        return finish(noun), noun
    return lent(left, context)


def _of_those(noun: str, right: str) -> tuple[str, str]:
    """``71%的煤电机组``: of those behind 的, with what they got where the clause says so."""
    thing = re.sub(rf"(?:承担|占|拥有)?(?:了)?{SCOPE}$", "", noun)
    behind = re.sub(r"(?:达到?|完成|实现)$", "", right[1:])
    if got := _WHOSE_GOT.fullmatch(behind) or _WHO_GOT.fullmatch(behind):
        return finish(f"{got['what']}的{got['who']}占比"), got["who"]
    return finish((thing if len(thing) + len(behind) <= 20 else "") + behind + "占比"), behind


def _of_them(right: str) -> str:
    """Those whose share is told, where ``right``, behind the number, says it; else nothing."""
    if some := _HAVE.match(right):
        return f"{some['have']}的{some['those']}"
    # 80%以上为技改投资项目
    return re.sub(r"^为|(?:达到?|完成|实现)$", "", right) if _OF_THEM.match(right) else ""


def _of_a_part(noun: str, right: str) -> str:
    """``研究制定房地产企业自持5%以上比例住宅用于长期租赁住房的政策``: what the part is of stands behind the number."""
    part = _PART.match(right)
    return re.sub(r"^(?:研究|制定|制订|出台)+", "", noun) + part["of"] + "比例" if part else noun
