"""Which of the year's main targets (主要预期目标) the deck of an area tells, and how many figures its evidence has to place."""

from __future__ import annotations

from briefing.assemble.figures import phrased
from briefing.assemble.story.wording import counts
from briefing.assemble.widths import lines_in
from briefing.model import Brief, Figure

_LINE = 45.0  # ems of the line above the cards of the first slide


def main_in_line(brief: Brief) -> tuple[str, tuple[Figure, ...]]:
    """What that line says of the area, with as many of the year's main targets as it holds: all, where need be without how many topics
    and tasks there are, which the tiles below say; else the first, with how many there are. None where it tells of last year instead."""
    told = counts(brief)
    for many in range(len(brief.main_targets) if brief.targets or not brief.results else 0, 0, -1):
        shown = brief.main_targets[:many]
        more = f"等{len(brief.main_targets)}项" if many < len(brief.main_targets) else ""
        year = f"；全年目标（编者归类）：{'、'.join(map(phrased, shown))}{more}"
        for said in (told, told.rpartition("项任务、")[2]):
            if lines_in(said + year, _LINE) == 1:
                return said + year, shown
    return told, ()


def main_told(brief: Brief) -> tuple[Figure, ...]:
    """Those in that line, and those that stand beside last year's result; of what no slide shows there is nothing to prove."""
    told = {one.metric_id for one in main_in_line(brief)[1]}
    told |= {pair.target.metric_id for pair in brief.pairs if pair.status == "comparable"}
    return tuple(one for one in brief.main_targets if one.metric_id in told)


def proved_in(brief: Brief) -> int:
    """How many figures the evidence places."""
    return len({one.metric_id for one in (*brief.targets, *brief.scales, *main_told(brief), *brief.results)})
