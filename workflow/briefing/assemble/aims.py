"""What a task aims at in words that a person can check as a number is checked: 确保零就业家庭动态清零, 推动太榆退水渠断面达到Ⅲ类水质. Where a task only
does something thoroughly (全覆盖培训, 落实“两个全覆盖”) it has no such aim, and none is made up."""

from __future__ import annotations

import re

_REACHED = r"“?(?:动态)?清零”?|零增长|全覆盖|达到[ⅠⅡⅢⅣ]类(?:及以上)?(?:水质|标准|水质标准)?|稳定达标|全面达标"
_AIM = re.compile(
    rf"(?:逐步|全力|持续|切实|坚决|全面|稳步)*(?:确保|力争|实现|推动|保持|保障)[^\d]{{2,24}}?(?:{_REACHED})"
    rf"|[^\d，；：、]{{2,12}}实现[^\d]{{2,10}}?(?:{_REACHED})"
)
_LONGEST = 32
_STOPS = re.compile(r"[，；。：！？]")


def aims_in(text: str) -> list[tuple[int, str]]:
    """Each with where it begins in ``text``: a whole clause, in the report's words."""
    found, start = [], 0
    for clause in _STOPS.split(text):
        if len(clause) <= _LONGEST and _AIM.fullmatch(clause):
            found.append((start, clause))
        start += len(clause) + 1
    return found
