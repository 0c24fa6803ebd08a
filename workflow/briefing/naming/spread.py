"""Over whom a quantity is said to hold, in the word between the name and the number: 城镇调查失业率平均为5.2%, 集体经济收入全部达到10万元以上."""

from __future__ import annotations

import re

SPREAD = ("全部", "平均", "户均", "村均")
_WORD = re.compile(
    rf"(?:(?P<word>{'|'.join(SPREAD)})|(?<!年)(?<!月)平均)(?:约|都)?(?:为|达到?|超过?|突破|实现|提高到|增加到|稳定在|保持在)?$"
)


def spread_of(name: str, before: str) -> str:
    """The word before the quantity of ``name`` that ``before`` ends with; empty where the name has it."""
    found = _WORD.search(before)
    word = found["word"] or "" if found else ""
    return "" if word in name else word


def spread_before(quantity: str) -> str:
    """The same word as ``quantity`` begins with it."""
    return next((one for one in SPREAD if quantity.startswith(one)), "")
