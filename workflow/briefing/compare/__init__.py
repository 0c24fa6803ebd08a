"""Compare: which target may stand beside which result of last year, and which results belong beside which area."""

from briefing.compare.grouping import group
from briefing.compare.pairing import compare

__all__ = ["compare", "group"]
