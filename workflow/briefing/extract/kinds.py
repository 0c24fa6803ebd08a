"""Kind of a metric (level, increase, decrease, share, rank) from the words around the quantity."""

from __future__ import annotations

import re

RISE = "增长|增收|提高|提升|上升|增加|上涨|增速|增幅|涨幅|上浮|扩大|上调|调增|高出|回升|新增|净增|高于|多增|同比增|(?<!同)比增|递增"
FALL = "下降|降低|减少|压减|压缩|缩减|降幅|回落|下调|削减|缩短|下滑|缩小|减量|调减|少增|收窄|(?<!同)比降|降"
_REACHED = re.compile(rf"(?:{RISE}|{FALL})(?:到|至|为)(?:了|现在的|目前的|如今的|(?:19|20)\d\d年的)*(?:约|近|超过?)?$")
_REACHES = re.compile(rf"的?(?:持续|逐步|稳步)*(?:{RISE}|{FALL})(?:到|至|为)")
_RISES = re.compile(r"(?:提高|增加|增长|上调|增收|上涨|扩大|调增|增产|扩容)(?:投资|投入)?(?:了|约|近|超过?)?$")
_MOVED = re.compile(r"(?:(?P<up>上升|提升|前移|前进|攀升|跃升|升|进)|后移|下降|下滑|退)了?$")  # 总量在全省升2位
_NEWLY = re.compile(r"新增加?$")
_FALLS = re.compile(r"(?:下降|降低|减少|压减|下调|削减|压缩|缩减|缩短|减量|减产|调减)(?:了|约|近|超过?)?$")
_RATE = re.compile(
    r"(?:率|占比|比重|比例|贡献度|完成度|强度)(?:持续|稳定|均|分别|已|将|力争|确保|平均)*(?:达到?|为|是|保持在?|稳定在|控制在?|超过?|突破|约|近|低于|高于|不低于|拟按|由|从)*$"
)
_RATE_OF_CHANGE = re.compile(r"(?:(?<!自然)增长|增速|下降|降低|上涨|增幅)率")
# 增速高于全国2个百分点 compares two places; 较上年高出2个百分点 is a change.
_AGAINST = re.compile(
    r"(?:高于|低于|快于|好于|优于|高出|超出|超过?|领先)(?:同期)?(?:全国|全省|全市|全区|全县|全州|世界|全球|同类|[^，]{0,6}平均|[^，]{0,6}目标|[^，]{0,6}预期)[^，]{0,8}$|^的(?:增长|增速)?(?:目标|预期|计划)$"
)
# 减少利息支出约130亿元: what becomes less stands between the verb and the number.
_LESS_OF = re.compile(
    r"(?:^|[，、可共将年计已并再又要])(?:减少|降低|压减|压缩|削减)[^，、。；]{2,12}?(?:约|近|超过?)?$"
)
RATIOS = ("%", "‰", "个百分点", "倍", "基点", "千分点")
# Counted in persons, yet a size: 减少贫困人口1000万, 裁减军队员额30万.
_FEWER = re.compile(r"(?:减少|裁减|压减|精简)[^，、。；]{0,8}(?:人口|员额|编制)$")
# 减少审批事项3项: things are counted, not measured.
COUNTED = frozenset("个 项 件 家 户 名 人 座 处 台 辆 条 套".split())


def kind_of(left: str, right: str, unit: str) -> str:
    """``left`` and ``right`` are the words of the clause before and after the quantity."""
    if unit in ("位", "名次"):
        moved = _MOVED.search(left)
        return "rank" if moved is None else "increase" if moved["up"] else "decrease"
    if _REACHED.search(left) or _REACHES.match(right):
        return "share" if unit in ("%", "‰") else "level"
    if unit in RATIOS:
        return _kind_of_ratio(left, right, unit)
    if _RISES.search(left) and not _NEWLY.search(left):
        return "increase"
    if _FALLS.search(left):
        return "decrease"
    if _FEWER.search(left) or (unit not in COUNTED and _LESS_OF.search(left)):
        return "decrease"
    return "level"


def _kind_of_ratio(left: str, right: str, unit: str) -> str:
    if unit in ("%", "‰") and _RATE.search(left) and not _RATE_OF_CHANGE.search(left):
        return "share"
    if re.search(
        r"占|覆盖率|达标率|比重|比例|失业率|城镇化率|参保率|合格率$|贡献(?:率|度)?$", left[-12:]
    ) and not re.search(rf"(?:{RISE}|{FALL})$", left):
        return "share"
    if _AGAINST.search(left):
        return "level"
    if unit == "个百分点" and left.endswith(("高", "低")):
        return "increase" if left.endswith("高") else "decrease"
    rise = _last(RISE.replace("|新增|净增", ""), left)
    fall = _last(FALL, left)
    if max(rise, fall) >= 0 and len(left) - max(rise, fall) <= 14:
        return "increase" if rise > fall else "decrease"
    if unit == "%" and re.fullmatch(rf"{RISE}|{FALL}", right):
        return "share"  # 企业近4成增长超50%: so many of them grew
    if re.match(rf"的?(?:{RISE})", right):
        return "increase"
    if re.match(rf"的?(?:{FALL})", right):
        return "decrease"
    if re.match(r"(?:年内|再|至少|大幅)*(?:压减|削减|减少|降低|压缩|精简)(?!到|至)", left):
        return "decrease"
    return "level" if unit == "倍" else "share"


def _last(words: str, text: str) -> int:
    return max((found.start() for found in re.finditer(words, text)), default=-1)
