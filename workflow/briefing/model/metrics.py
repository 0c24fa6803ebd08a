"""Metrics (metrics.csv), what became of numerals (numerals.csv), comparisons, groupings, and what became of last year's targets."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

NATURES = {"result": "实绩", "target": "目标", "scale": "规模"}  # what a figure states; a scale promises nothing
# Whether a target was reached, and what documents say; undecided: 左右 and a result a little below, for a person to say.
VERDICTS = {"met": "完成", "not_met": "未完成", "undecided": "须人工判断"}
MANUAL = "（人工更正）"  # stands behind every figure that a person gave and the source does not hold


@dataclass(frozen=True)
class Metric:
    """A quantity that states a result, a state or a target; the columns of metrics.csv in this order.

    ``qualifier`` is one of eq, gt, ge, lt, le, approx, range; ``kind`` one of level, increase, decrease, share, rank.
    ``nature`` is one of NATURES where a person ruled it, empty where the report's words decide (see ``briefing.nature``).
    ``years``: over how many years up to ``year`` it is told, 5 where a review tells of five years.
    """

    metric_id: str
    part: str
    area: int
    area_title: str
    topic: str
    indicator: str
    value_low: Decimal
    value_high: Decimal
    unit: str
    qualifier: str
    kind: str
    year: int
    text: str
    sentence: str
    start: int
    end: int
    nature: str = ""
    years: int = 1


@dataclass(frozen=True)
class Numeral:
    """What one numeral of the cleaned text ended as; the rows of numerals.csv, as many as ``Report.numerals`` counts.
    ``outcome`` is ``metric`` (``rule`` is then the metric's id), ``non_metric`` (``rule`` names the rule that said so) or
    ``finding`` (``rule`` is the finding's kind)."""

    start: int
    end: int
    text: str
    outcome: str
    rule: str


@dataclass(frozen=True)
class Comparison:
    """A plan metric and a review metric that bear the same name; ``status`` is ``comparable`` or ``look_alike``."""

    plan_metric_id: str
    review_metric_id: str
    status: str
    reason: str


@dataclass(frozen=True)
class Grouping:
    """A review metric set beside a plan area by our rule (编者归类), with the words that decided it."""

    metric_id: str
    area: int
    reason: str


@dataclass(frozen=True)
class Completion:
    """A target of last year's report beside the result of the same thing in this year's report, each as printed.
    ``verdict`` is one of VERDICTS; ``reason`` says why, in Chinese. ``area`` is the plan area of this year's report that the
    result is grouped to, 0 for none. Paragraphs are those of the two reports; ``target_source`` names last year's."""

    target_metric_id: str
    result_metric_id: str
    indicator: str
    target: str
    result: str
    verdict: str
    reason: str
    area: int
    target_paragraph: int
    target_sentence: str
    result_paragraph: int
    result_sentence: str
    target_source: str
