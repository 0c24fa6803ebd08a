"""Charts as plain data (charts.json)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

CHART_KINDS = ("comparison", "bars", "number", "share")


@dataclass(frozen=True)
class ChartBar:
    """One bar or number: ``label`` is the category, ``value`` in the chart's unit, ``display`` what is printed on it."""

    label: str
    value: Decimal
    display: str
    series: str  # "result" (last year, solid) or "target" (this year, outlined)
    metric_id: str


@dataclass(frozen=True)
class ChartSpec:
    """What one chart shows, as plain data; the picture and the native chart are drawn from the same.
    ``name`` is the file stem under ``charts/<n>/``; ``unit`` includes the magnitude that values are scaled to (亿元, 万人)."""

    name: str
    area: int
    kind: str  # one of CHART_KINDS
    title: str
    unit: str
    bars: tuple[ChartBar, ...]
    source: str
    alt_text: str
    axis_end: Decimal = Decimal(0)  # where another chart of the area has its unit, the largest value of both; else 0
