"""What one year tells as a change and the other as an amount: 再压减钢铁产能3000万吨 after 退出钢铁产能1.7亿吨, 补助标准再增加40元 after
提高到450元. They are of one thing and can never be compared."""

from __future__ import annotations

import re

from briefing.compare.differences import spans
from briefing.compare.wording import Wording, is_measured, unit_meaning
from briefing.model import Metric

_CHANGE = re.compile(r"增加|增长|提高|上升|提升|下降|减少|压减|降低|压缩|缩短|削减")
_OF_ITSELF = re.compile("%|‰|百分点|倍|成")  # 压减一半 is no amount of what is counted
_TELLING = 4  # characters of a name that two texts do not share by chance
_DEED = 2  # characters of a verb: 退出


def change_beside_amount(target: Metric, wording: Wording, result: Metric, theirs: Wording) -> list[str]:
    """Why the one of these two must not stand beside the other, though both are of one thing in one unit; empty where they are not."""
    kinds = {target.kind, result.kind}
    if "level" not in kinds or not kinds & {"increase", "decrease"}:
        return []
    if unit_meaning(target.unit) != unit_meaning(result.unit):
        return []
    if not is_measured(target.unit) or _OF_ITSELF.search(target.unit):
        return []
    this, last = (_CHANGE.sub("", one.core) for one in (wording, theirs))
    short, long = sorted((this, last), key=len)
    if len(short) < _TELLING or not long.endswith(short) or len(long) > len(short) + _DEED:
        return []
    changed = target if target.kind != "level" else result
    found = _CHANGE.search(changed.indicator) or _CHANGE.search(changed.sentence)
    word = found[0] if found else ""
    deed = (last if changed is target else this).removesuffix(short)
    if deed and word:
        was, now = (deed, word) if changed is target else (word, deed)
        return [*spans(wording, theirs), f"动作不同（上年“{was}”，今年“{now}”）"]
    sums = ("总量", f"{'增加' if changed.kind == 'increase' else '减少'}额")
    was, now = sums if changed is target else sums[::-1]
    return [f"统计口径不同（上年为{was}，今年为{now}）"]
