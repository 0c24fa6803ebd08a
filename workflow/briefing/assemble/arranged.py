"""Money that a plan arranges and does not aim at: 赤字率拟按3%安排, 地方政府专项债券3.9万亿元. A deficit is no target that anybody wants to reach."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.model import Figure

ARRANGED = "财政安排"
_FISCAL = re.compile(r"赤字|(?:财政|预算)支出|国债|专项债券?|转移支付|预算内投资")
# 争取专项债券30亿元: what a place has to win it aims at.
_WON = re.compile(r"争取|力争|申报|获批|到位|入库|储备|谋划")


def is_arranged(figure: Figure) -> bool:
    """Only of what the plan tells before its areas: there it lays down the year's budget, while an area's 人均公共文化财政支出 is aimed at."""
    return (
        figure.nature == "target"
        and figure.area == 0
        and bool(_FISCAL.search(figure.indicator))
        and not _WON.search(figure.sentence)
    )


def remark_on_arranged(figures: Iterable[Figure]) -> str:
    """Below a table of targets, that some of its figures are none; empty where all are."""
    named = list(
        dict.fromkeys(found[0] for one in figures if is_arranged(one) and (found := _FISCAL.search(one.indicator)))
    )
    return f"{'、'.join(named[:2])}{'等' if len(named) > 1 else ''}为{ARRANGED}，非预期目标" if named else ""
