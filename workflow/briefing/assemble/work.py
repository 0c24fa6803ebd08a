"""The work that a plan only pushes on, told by what it costs and how much it is: no target, and often larger than all of them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.story.both_wordings import clause_of
from briefing.model import Brief, Figure
from briefing.naming.leaning import leads_up

_COUNTED = re.compile("[个项条处座所]")
_LONGEST = 44  # characters of the clause that tells of it


def work_of(area: Brief) -> tuple[Figure, str] | None:
    """The largest sum of ``area`` with a count of what it is for, neither of them a target, and the clause that says of what:
    统筹推进总投资2680亿元的142个项目建设."""
    found = []
    for money in (one for one in area.scales if one.unit.endswith("元")):
        clause = clause_of(money.sentence, money.display, money.indicator).removeprefix("对")
        counts = [one for one in area.scales if _COUNTED.fullmatch(one.unit) and one.sentence == money.sentence]
        if len(clause) <= _LONGEST and not leads_up(clause) and any(one.display in clause for one in counts):
            found.append((money, clause))
    return max(found, key=lambda one: _yuan(one[0]), default=None)


def exceeding_work(area: Brief) -> tuple[Figure, str] | None:
    """The same where no target of ``area`` is as large a sum: its first figures would tell less than what is done there."""
    work = work_of(area)
    targets = [_yuan(one) for one in area.targets if one.unit.endswith("元")]
    return work if work and area.targets and _yuan(work[0]) > max(targets, default=0.0) else None


def largest_work(areas: Sequence[Brief]) -> dict[int, str]:
    """The area whose work is the largest of all, and the clause on it. A list of targets has no place for it."""
    works = [(_yuan(work[0]), area.number, work[1]) for area in areas if (work := work_of(area))]
    return {number: clause for _, number, clause in sorted(works)[-1:]}


def _yuan(figure: Figure) -> float:
    return float(figure.value.replace(",", "")) * 10.0 ** (4 * figure.unit.count("万") + 8 * figure.unit.count("亿"))
