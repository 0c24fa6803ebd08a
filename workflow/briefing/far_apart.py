"""Two years of one indicator that differ as no year's work does: their words say that they are one, and a person has to look."""

from __future__ import annotations

from briefing.model import Comparison, Pair

TIMES = 5
# At the end of the reason of such a pair; whoever has looked writes a reason of their own in the workbook.
UNSURE = "；两年数值悬殊，请核对原文"


def is_far_apart(pair: Comparison | Pair) -> bool:
    """Whether nobody has said yet that the two count one thing."""
    return pair.status == "comparable" and pair.reason.endswith(UNSURE)
