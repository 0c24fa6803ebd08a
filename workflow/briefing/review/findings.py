"""Findings that a person has worked through, and the findings that a review itself gives rise to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from briefing.model import Finding, Outcome
from briefing.review.account import INVALID, STALE, Account
from briefing.review.sheets import Review
from briefing.review_columns import FINDINGS_SHEET, OUTCOME_WORDS, SETTLED

_SEVERITY = {STALE: "check", INVALID: "error"}


def apply_to_findings(
    review: Review, cleaned: str, findings: Sequence[Finding], account: Account
) -> tuple[Finding, ...]:
    """The findings that are still open: without those that somebody settled, matched by quote and message."""
    settled: set[tuple[str, str]] = set()
    known = {_key(one, cleaned) for one in findings}
    for row in review.of(FINDINGS_SHEET):
        word = row.now.get("review")
        if word is None:
            continue
        key = str(row.now.get("quote") or ""), str(row.now.get("message") or "")
        if key not in known:
            account.stale(row, "review", f"“{key[1]}”已不再出现，“{word}”不再需要")
        else:
            account.applied(row, "review", f"“{key[1]}”：{word}")
            if word in SETTLED:
                settled.add(key)
    return tuple(one for one in findings if _key(one, cleaned) not in settled)


def findings_of(outcomes: Iterable[Outcome]) -> tuple[Finding, ...]:
    """What a person should look at again: edits that no longer fit and cells that cannot be used."""
    return tuple(
        Finding(
            "review", _SEVERITY[one.state], f"复核表 {one.cell}", 0, 0, f"{OUTCOME_WORDS[one.state]}：{one.message}"
        )
        for one in outcomes
        if one.state in _SEVERITY
    )


def _key(one: Finding, cleaned: str) -> tuple[str, str]:
    return cleaned[one.start : one.end].strip(), one.message
