"""Review: what people corrected in the workbook, applied, with an account of each cell."""

from briefing.review.account import APPLIED, INVALID, STALE, Account
from briefing.review.findings import apply_to_findings, findings_of
from briefing.review.metrics import apply_to_metrics
from briefing.review.pairs import apply_to_groupings, apply_to_pairs
from briefing.review.remarks import remarks_of
from briefing.review.sheets import Review, ReviewedRow, read_review
from briefing.review.tasks import assignments_of

__all__ = [
    "APPLIED",
    "INVALID",
    "STALE",
    "Account",
    "Review",
    "ReviewedRow",
    "apply_to_findings",
    "apply_to_groupings",
    "apply_to_metrics",
    "apply_to_pairs",
    "assignments_of",
    "findings_of",
    "read_review",
    "remarks_of",
]
