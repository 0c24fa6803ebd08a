"""Which numbers of a clause are quantities of metrics, and which are part of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.extract.quantities import Quantity, quantity_at, shared_unit
from briefing.extract.ranks import ranks_in
from briefing.extract.worded import worded_quantities

_JOINED = ("、", "和", "及", "，", "与")


def quantities_in(
    text: str, numerals: Sequence[re.Match[str]], masked: dict[int, str]
) -> tuple[list[Quantity], dict[int, str]]:
    """The quantities of ``text`` in order, and the numbers that only name something (offset → rule).

    ``numerals`` are those of ``text`` in order, ``masked`` those that are no metric whatever stands around them.
    """
    quantities = [
        one
        for one in ranks_in(text)
        if masked.get(one.number) not in ("quoted_name", "title_name", "year")
        and text.rfind("“", 0, one.start) <= text.rfind("”", 0, one.start)  # “十个全国第一”成果: a slogan
    ]
    taken = {at for one in quantities for at in range(one.start, one.end)}
    names: dict[int, str] = {}
    end = 0
    for digits in numerals:
        if digits.start() < end or digits.start() in masked or digits.start() in taken:
            continue
        quantity = quantity_at(text, digits.start()) or shared_unit(text, digits.start())
        if quantity is None:
            continue
        if _is_name(text, quantity):
            names[digits.start()] = "size_in_a_name"
        else:
            quantities.append(quantity)
            end = quantity.end
    quantities += [one for one in worded_quantities(text) if not taken & set(range(one.start, one.end))]
    quantities.sort(key=lambda one: one.start)
    return _with_shared_qualifier(text, quantities), names


def _is_name(text: str, quantity: Quantity) -> bool:
    """``110千伏变电站``, ``60万吨铝热连轧项目``, ``沿线200米范围内``: a capacity or scope inside a name."""
    behind = text[quantity.stop : quantity.stop + 14]
    if re.match(r"(?:级|型|式)(?!别)", behind):
        return True
    if quantity.unit == "度" and quantity.high >= 10_000:
        return False  # electricity; fewer are an angle or a temperature
    if quantity.unit in ("千伏", "kV", "度", "时", "吨级") or (
        quantity.unit in ("米", "公里") and re.match(r"(?:范围|半径|以内范围)", behind)
    ):
        return True
    before = text[max(0, quantity.start - 4) : quantity.start]
    return quantity.unit in ("次", "条", "块") and before.endswith("第")


def _with_shared_qualifier(text: str, quantities: list[Quantity]) -> list[Quantity]:
    """``分别增长9.8%和12%以上``: what closes a list with 分别 holds for all of it."""
    shared = list(quantities)
    for k in range(len(shared) - 1, 0, -1):
        here, before = shared[k], shared[k - 1]
        between = text[before.end : here.start]
        words = text[max(0, before.start - 30) : here.start]
        if (
            here.qualifier in ("ge", "le", "approx")
            and before.qualifier == "eq"
            and between in _JOINED
            and (("分别" in words and here.unit == before.unit) or text.endswith(("保持在", "稳定在"), 0, before.start))
        ):
            shared[k - 1] = replace(before, qualifier=here.qualifier)
    for k in range(1, len(shared)):
        here, before = shared[k], shared[k - 1]
        if (  # 分别突破300亿元和3000亿元: so does what opens it
            before.start < before.number
            and here.qualifier == "eq"
            and text[before.end : here.start] in _JOINED
            and here.unit == before.unit
            and text.endswith("分别", 0, before.start)
        ):
            shared[k] = replace(here, qualifier=before.qualifier)
    return shared
