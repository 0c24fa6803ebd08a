"""Compare: which target may stand beside which result, of one report or of two years; which results belong beside which area."""

from briefing.compare.completion import Year, complete, why_not
from briefing.compare.grouping import group
from briefing.compare.pairing import compare
from briefing.compare.unsure import unsure_pairs

__all__ = ["Year", "compare", "complete", "group", "unsure_pairs", "why_not"]
