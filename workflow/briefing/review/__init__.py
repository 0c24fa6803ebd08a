"""Review: what people corrected in the workbook, applied, with an account of each cell."""

from briefing.review.metrics import apply_to_metrics
from briefing.review.outcomes import APPLIED, INVALID, MANUAL, STALE, Outcome, findings_of
from briefing.review.pairs import apply_to_groupings, apply_to_pairs
from briefing.review.sheets import Review, read_review
from briefing.review.tasks import apply_to_tasks

__all__ = [
    "APPLIED",
    "INVALID",
    "MANUAL",
    "STALE",
    "Outcome",
    "Review",
    "apply_to_groupings",
    "apply_to_metrics",
    "apply_to_pairs",
    "apply_to_tasks",
    "findings_of",
    "read_review",
]
