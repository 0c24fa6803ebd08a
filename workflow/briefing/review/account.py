"""The account of a review: what became of each edit, cell by cell, so that nothing is dropped in silence."""

from __future__ import annotations

from briefing.model import OUTCOME_STATES, Outcome
from briefing.review.sheets import ReviewedRow, Value

APPLIED, STALE, INVALID = OUTCOME_STATES


class Account:
    """Outcomes in the order in which they were told."""

    def __init__(self) -> None:
        self._told: list[Outcome] = []

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        return tuple(self._told)

    def applied(self, row: ReviewedRow, key: str, message: str, metric_id: str = "") -> None:
        """The edit in the column ``key`` holds from now on."""
        self._tell(APPLIED, row, key, message, metric_id)

    def stale(self, row: ReviewedRow, key: str, message: str, metric_id: str = "") -> None:
        """The edit was made against words that the source no longer has."""
        self._tell(STALE, row, key, message, metric_id)

    def invalid(self, row: ReviewedRow, key: str, message: str, metric_id: str = "") -> None:
        """The cell in the column ``key`` cannot be used as it is."""
        self._tell(INVALID, row, key, message, metric_id)

    def lost(self, sheet: str, metric_id: str, message: str) -> None:
        """A whole row of ``sheet`` was taken out, which is no edit that can be used."""
        self._told.append(Outcome(INVALID, sheet, sheet, "", "", message, metric_id))

    def _tell(self, state: str, row: ReviewedRow, key: str, message: str, metric_id: str) -> None:
        old, new = _shown(row.before.get(key) if row.before else None), row.bad.get(key) or _shown(row.now.get(key))
        self._told.append(Outcome(state, row.sheet, row.cell(key), old, new, message, metric_id))


def _shown(value: Value) -> str:
    return "" if value is None else str(value)
