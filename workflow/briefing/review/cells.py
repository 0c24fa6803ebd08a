"""A cell of the reviewed workbook as the model holds it."""

from __future__ import annotations

from decimal import Decimal

from briefing.review.sheets import Value
from briefing.review_columns import KIND_WORDS, PART_WORDS, QUALIFIER_WORDS, SCALE_WORD

_WORDS = {"part": PART_WORDS, "qualifier": QUALIFIER_WORDS, "kind": KIND_WORDS}


def of_cell(key: str, value: Value) -> tuple[object, str]:
    """The value for column ``key`` of the metrics, and why it cannot be used (or an empty string)."""
    if key in _WORDS:
        code = next((code for code, word in _WORDS[key].items() if word == value), None)
        words = (*_WORDS[key].values(), *((SCALE_WORD,) if key == "kind" else ()))
        return code, "" if code else f"“{value or ''}”不在可选之列：{'、'.join(words)}"
    if key in ("area", "year"):
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value), ""
        return None, "这一格要填整数"
    if key == "years":
        whole = isinstance(value, Decimal) and value == value.to_integral_value() and value >= 1
        return (int(value), "") if isinstance(value, Decimal) and whole else (None, "这一格要填不小于1的整数")
    if key in ("value_low", "value_high"):
        return value, "" if isinstance(value, Decimal) and value >= 0 else "这一格要填不小于零的数字"
    return str(value or ""), "" if value else "这一格不能为空"
