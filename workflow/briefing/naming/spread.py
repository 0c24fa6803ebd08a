"""Over whom a quantity is said to hold, in the word between the name and the number: 城镇调查失业率平均为5.2%, 集体经济收入全部达到10万元以上, 办复率、满意率均
达100%."""

from __future__ import annotations

import re

_OVER = ("全部", "平均", "户均", "村均")
EACH = "均"
SPREAD = (*_OVER, EACH)
_LEADS = r"(?:约|都)?(?:为|达到?|超过?|突破|实现|提高到|增加到|稳定在|保持在)?$"
_WORD = re.compile(rf"(?:(?P<word>{'|'.join(_OVER)})|(?<!年)(?<!月)平均){_LEADS}")
# Of two and more in one name; 人均 and 户均 are of other words.
_EACH = re.compile(rf"(?<![人户村亩年月日季平地县校]){EACH}{_LEADS}")
_LISTED = re.compile(r"[\u4e00-\u9fff”）][、和及与](?!谐|平|美)[\u4e00-\u9fff“]")
_EACH_CHANGES = re.compile(
    rf"(?<![人户村亩年月日季平地县校]){EACH}(?:同比)?(?P<change>增长|下降|提高|上升|降低|减少)(?:了|约|近|超过?)?$"
)


def spread_of(name: str, before: str) -> str:
    """The word before the quantity of ``name`` that ``before`` ends with; empty where the name has it."""
    found = _WORD.search(before)
    word = found["word"] or "" if found else ""
    if not word and EACH not in re.sub("[人户村亩年月日季平]均", "", name) and _LISTED.search(name):
        return EACH if _EACH.search(before) else ""
    return "" if word in name else word


def each_changes(name: str, before: str) -> str:
    """``name`` with 均 before its change, where ``before`` says it of each that it lists: 游客人数、旅游收入均增长, which are no one sum."""
    found = _EACH_CHANGES.search(before)
    if not found or not name.endswith(found["change"]) or not _LISTED.search(name):
        return name
    return f"{name[: -len(found['change'])]}{EACH}{found['change']}"


def spread_before(quantity: str) -> str:
    """The same word as ``quantity`` begins with it."""
    return next((one for one in SPREAD if quantity.startswith(one)), "")
