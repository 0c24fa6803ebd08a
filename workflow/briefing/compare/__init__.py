"""Compare: which target may stand beside which result, of one report or of two years; which results belong beside which area."""

from briefing.compare.completion import Year, complete, why_not
from briefing.compare.grouping import group
from briefing.compare.pairing import compare

__all__ = ["Year", "compare", "complete", "group", "why_not"]
