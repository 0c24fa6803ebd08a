"""One target that a plan says twice: 国内生产总值增长5%左右 among the main targets, and 经济增长预期目标为5%左右 where their reasons are given."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from briefing.model import Figure

_AIMED = re.compile(r"(?:主要)?预期目标")
_GROWS = re.compile(r"(?:增长|增速)$")
# What the growth of the economy is measured by; all else that is restated bears its own name.
_ECONOMY = re.compile(r"(?:国内|地区)?生产总值")


def restated(targets: Sequence[Figure]) -> tuple[tuple[Figure, ...], tuple[Figure, ...]]:
    """``targets`` of the plan itself, each once with the paragraph that says it again, and those that only do so: they call themselves
    an expected target (预期目标), and name what one of the others does, with the same quantity, of the same time."""
    said: dict[str, Figure] = {}
    for one in targets:
        same = [other for other in targets if other is not one and _is_same(one, other)] if _names(one) else []
        if len(same) == 1 and same[0].metric_id not in {other.metric_id for other in said.values()}:
            said[one.metric_id] = same[0]
    again = {first.metric_id: next(one for one in targets if one.metric_id == key) for key, first in said.items()}
    kept = tuple(
        replace(one, again=again[one.metric_id].paragraph) if one.metric_id in again else one
        for one in targets
        if one.metric_id not in said
    )
    return kept, tuple(one for one in targets if one.metric_id in said)


def _names(figure: Figure) -> bool:
    return bool(_AIMED.search(figure.indicator))


def _is_same(again: Figure, first: Figure) -> bool:
    def quantity(one: Figure) -> tuple[str, str, str, int]:
        return one.value, one.unit, one.qualifier, one.year

    return not _names(first) and quantity(again) == quantity(first) and _measure(again) == _measure(first)


def _measure(figure: Figure) -> str:
    """What is measured, in one word for each measure: 经济 of 国内生产总值增长 and of 经济增长预期目标."""
    name = _GROWS.sub("", _AIMED.sub("", figure.indicator))
    return "经济" if _ECONOMY.fullmatch(name) else name
