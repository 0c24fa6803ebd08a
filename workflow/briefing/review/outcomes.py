"""What became of each edit: applied, no longer fitting, invalid; cell by cell, nothing dropped in silence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from briefing.model import Finding

APPLIED, STALE, INVALID = "applied", "stale", "invalid"
WORDS = {APPLIED: "已采用", STALE: "因原文变动不再适用", INVALID: "填写无效"}
MANUAL = "（人工更正）"  # stands behind every figure that a person gave and the source does not


@dataclass(frozen=True)
class Outcome:
    """``cell`` is where in the reviewed workbook; ``message`` is Chinese, since the office reads it."""

    state: str
    sheet: str
    cell: str
    old: str
    new: str
    message: str
    metric_id: str = ""


def findings_of(outcomes: Iterable[Outcome]) -> tuple[Finding, ...]:
    """What a person should look at again: edits that no longer fit and cells that cannot be used."""
    severity = {STALE: "check", INVALID: "error"}
    return tuple(
        Finding("review", severity[one.state], f"复核表 {one.cell}", 0, 0, f"{WORDS[one.state]}：{one.message}")
        for one in outcomes
        if one.state in severity
    )
