"""Values brought to one printed unit, so that bars of one chart share one scale."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from briefing.model import Metric

_MAGNITUDES = {
    "万亿": Decimal(10**12),
    "亿": Decimal(10**8),
    "千万": Decimal(10**7),
    "百万": Decimal(10**6),
    "万": Decimal(10**4),
    "千": Decimal(1000),
    "百": Decimal(100),
}
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
