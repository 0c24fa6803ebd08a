"""Whether a report tells a figure as one that it only expects: 地区生产总值预计完成51.08亿元 is not yet 51.08亿元."""

from __future__ import annotations

import re

_WORD = "预计"
_STOPS = "，；。：！？"
# 预计今年财政收入继续恢复增长，加上调入资金等，一般公共预算支出规模28.5万亿元: what is expected is the income, which the rest builds on.
_OF_ITS_OWN = re.compile(rf"{_WORD}[^，；。\d]{{2,20}}(?:增长|恢复|回升|改善|向好)，(?:加上|考虑到?)")
# 居民收入预计分别完成27998元、18224元，同比增长4%: the clause has no subject of its own, so that it goes on with what is expected.
_GOES_ON = re.compile(r"(?:同比|分别|比上年|较上年|按可比价|均|名义)*(?:增长|下降|提高|减少|增加|占)")


def is_expected(sentence: str, quantity: str, at: int = -1) -> bool:
    """Whether ``quantity``, which stands in ``sentence`` (at ``at``, where it stands there more than once), is only expected.

    预计 before a verb holds for its clause, before a subject for what follows up to ；, and at the head of a sentence for all of it; what builds on it is
    not expected itself.
    """
    if _WORD not in sentence:
        return False
    if at < 0:
        found = re.search(rf"(?<![\d.]){re.escape(quantity)}", sentence)
        at = found.start() if found else -1
    if at < 0:
        return False
    left = sentence[:at]
    if _OF_ITS_OWN.search(left):
        return False
    if re.match(rf"(?:(?:19|20)\d\d年|全年|去年|[，])*{_WORD}", left):
        return True
    since = left.rpartition("；")[2]
    if re.search(rf"[{_STOPS}]{_WORD}", f"，{since}"):
        return True
    clauses = re.split(rf"[{_STOPS}]", since)
    while len(clauses) > 1 and _WORD not in clauses[-1] and _GOES_ON.match(clauses[-1] or "增长"):
        clauses.pop()
    return _WORD in clauses[-1]
