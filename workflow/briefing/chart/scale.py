"""One scale for what a reader compares: the bars of one chart in one printed unit, and the charts of an area that have one unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.model import ChartSpec, Metric

_MAGNITUDES = {
    "万亿": Decimal(10**12),
    "亿": Decimal(10**8),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "万": Decimal(10**4),
    "千": Decimal(1000),
    "百": Decimal(100),
}
MOST_TIMES = 20  # a bar so many times shorter than another is a stroke without a length
_WITH_AXIS = ("comparison", "bars")
_PRINTED = re.compile(r"\d[\d.]*[余多几]?(万亿|亿|千万|百万|万|千|百)")
_PLAIN_UP_TO = Decimal(100_000)  # below this a count without 万 is still easily read


def magnitude_of(metric: Metric) -> str:
    """The magnitude as printed with the number: ``1.15万亩`` → 万, ``3500亩`` → nothing."""
    found = _PRINTED.search(metric.text)
    return found[1] if found else ""


def common_scale(metrics: Sequence[Metric]) -> tuple[str, Decimal]:
    """The magnitude word and its value that all ``metrics`` are shown in: the printed one when they agree, else the
    plain unit while the largest stays readable, else the largest magnitude printed."""
    printed = {magnitude_of(metric) for metric in metrics}
    if len(printed) == 1:
        word = printed.pop()
    elif max(metric.value_high for metric in metrics) < _PLAIN_UP_TO:
        word = ""
    else:
        word = max(printed, key=lambda one: _MAGNITUDES.get(one, Decimal(1)))
    return word, _MAGNITUDES.get(word, Decimal(1))


def one_scale_holds(charts: Sequence[ChartSpec], factors: Mapping[str, Decimal]) -> bool:
    """Whether on the scale that those of ``charts`` with one unit share the shortest bar can still be seen. ``factors``: chart name →
    what 1 on its axis is in the unit without its magnitude."""
    for together in _of_one_unit(charts, factors):
        sizes = [bar.value * factors[one.name] for one in together for bar in one.bars]
        if max(sizes) > MOST_TIMES * min(sizes):
            return False
    return True


def on_one_scale(charts: Sequence[ChartSpec], factors: Mapping[str, Decimal]) -> list[ChartSpec]:
    """``charts``, those of one unit with the end of the axis that they share: they stand side by side, and their bars are compared."""
    ends: dict[str, Decimal] = {}
    for together in _of_one_unit(charts, factors):
        end = max(bar.value * factors[one.name] for one in together for bar in one.bars)
        ends |= {one.name: end / factors[one.name] for one in together}
    return [replace(one, axis_end=ends[one.name]) if one.name in ends else one for one in charts]


def _of_one_unit(charts: Sequence[ChartSpec], factors: Mapping[str, Decimal]) -> Iterator[list[ChartSpec]]:
    """Those with bars from zero on an axis of their own that have one unit, whatever its magnitude, where they are more than one."""
    by_unit: dict[str, list[ChartSpec]] = {}
    for one in charts:
        if one.kind in _WITH_AXIS:
            by_unit.setdefault(_plain(one.unit, factors[one.name]), []).append(one)
    return (each for each in by_unit.values() if len(each) > 1)


def _plain(unit: str, factor: Decimal) -> str:
    """``unit`` without the magnitude that its chart's values are scaled to: 亩 of 万亩, and 千瓦 of 千瓦."""
    word = next((word for word, power in _MAGNITUDES.items() if power == factor and unit.startswith(word)), "")
    return unit.removeprefix(word)
