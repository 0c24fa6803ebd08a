"""Whether a result reaches a target, by what both print and no more: where that leaves room, a person has to say."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from briefing.expected import is_expected
from briefing.model import Metric

# Of these less is better, so that a bare number is a ceiling.
_LESS_IS_BETTER = re.compile(
    r"失业率|能耗|排放|浓度|赤字|负债|债务|不良|亏损|死亡|发生率|发案|投诉|空置|损失|成本|时限|用水量|缺口"
)
# Of these neither more nor less is better.
_NEITHER = re.compile(r"物价|价格|CPI")
_DECIMALS = re.compile(r"\d\.(\d+)")
_MAGNITUDES = (("万亿", 12), ("千亿", 11), ("百亿", 10), ("亿", 8), ("千万", 7), ("百万", 6), ("万", 4))
_NEAR = Decimal("0.1")  # 约, 左右: within a tenth


@dataclass(frozen=True)
class _Span:
    """All that a printed quantity may stand for, from ``low`` to ``high``; None is without bound. ``open_low``: 超过 50 is not 50."""

    low: Decimal | None
    high: Decimal | None
    open_low: bool = False
    open_high: bool = False


def judge(target: Metric, result: Metric) -> tuple[str, str]:
    """(one of VERDICTS, why in Chinese). Both have the same unit and kind; values are in base units.

    A bare target (``新建10所``) is reached by as much or more, by as much or less where less is better. 约 and 左右 leave a
    tenth open: a result within that tenth on the wrong side is for a person to judge, and so is a result that is itself
    only about. A decimal stands for all that rounds to it (``3.7万`` for 36500 up to 37500), a whole number for itself.
    """
    reached = "预计" if is_expected(result.sentence, result.text) else "实绩"
    said = f"目标{target.text}，{reached}{result.text}"
    upward = _upward(target)
    if upward is None:
        same = (target.value_low, target.value_high) == (result.value_low, result.value_high)
        return ("met", said) if same else ("undecided", f"{said}；这一指标高低都可能算完成，须由人判断")
    span = _span(result)
    if not upward:
        span = _Span(_minus(span.high), _minus(span.low), span.open_high, span.open_low)
    wanted = target.value_low if upward else -target.value_high
    strict = target.qualifier in ("gt", "lt")
    if span.low is not None and (span.low > wanted or (span.low == wanted and (span.open_low or not strict))):
        return "met", said
    missed = wanted - abs(wanted) * _NEAR if target.qualifier == "approx" else wanted
    if span.high is not None and (span.high < missed or (span.high == missed and (span.open_high or strict))):
        return "not_met", said
    if target.qualifier == "approx":
        return "undecided", f"{said}；目标为约数，实绩与之接近，须由人判断"
    return "undecided", f"{said}；实绩的写法定不出是否达到，须由人判断"


def _upward(target: Metric) -> bool | None:
    """Whether more is better; None when neither is. What the target's own words say goes first."""
    if target.qualifier in ("ge", "gt"):
        return True
    if target.qualifier in ("le", "lt"):
        return False
    if target.kind == "decrease":
        return True
    if _NEITHER.search(target.indicator):
        return None
    return not _LESS_IS_BETTER.search(target.indicator)


def _span(result: Metric) -> _Span:
    low, high = result.value_low, result.value_high
    if result.qualifier in ("gt", "ge"):
        return _Span(low, None, open_low=result.qualifier == "gt")
    if result.qualifier in ("lt", "le"):
        return _Span(None, high, open_high=result.qualifier == "lt")
    if result.qualifier == "approx":
        return _Span(low - abs(low) * _NEAR, high + abs(high) * _NEAR)
    half = _half_step(result.text)
    return _Span(low - half, high + half, open_high=bool(half))


def _half_step(text: str) -> Decimal:
    """Half of the last printed decimal place in base units, 0 for a whole number."""
    found = _DECIMALS.search(text)
    if found is None:
        return Decimal(0)
    power = next((power for word, power in _MAGNITUDES if word in text), 0)
    return Decimal(5).scaleb(power - len(found[1]) - 1)


def _minus(value: Decimal | None) -> Decimal | None:
    return None if value is None else -value
