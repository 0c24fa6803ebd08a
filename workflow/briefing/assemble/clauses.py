"""Which clauses of a Chinese sentence stand by themselves, and which only lead up to the next: 依托我省独特优势, ….

Titles, bold beginnings, names of figures and shortened tasks are taken only from clauses that can stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.judgement import is_judgement
from briefing.naming.leaning import leads_up

# These are said of what is done as well; alone they leave it open.
_HOW = re.compile(r"坚持|预计|学习运用|(?:继续|充分|更好)?发挥.*作用$")


def clauses_with(text: str, quantities: Sequence[str], most: int) -> str:
    """``leading_clauses``; where they leave out every one of ``quantities``, the clauses from the first that holds one."""
    led = leading_clauses(text, most)
    held = [one for one in quantities if one in text]
    if not held or any(one in led for one in held):
        return led
    clauses = text.split("，")
    first = next((at for at, clause in enumerate(clauses) if any(one in clause for one in held)), 0)
    return leading_clauses("，".join(clauses[first:]), most)


def leading_clauses(text: str, most: int) -> str:
    """``text``, or of a longer one as many of its first clauses as ``most`` characters hold, at least one that can stand.
    What opens it as a judgement (民间投资是经济活力的最大源泉，要大力放宽市场准入) is left to where the text stands whole."""
    if len(text) <= most:
        return text
    led, *clauses = text.split("，")
    if clauses and is_judgement(led):
        led, *clauses = clauses
    alone = True
    for clause in clauses:
        open_ended = alone and (leads_up(led) or bool(_HOW.match(led)))
        if len(led) + 1 + len(clause) > most and not open_ended:
            break
        led += f"，{clause}"
        alone = False
    return led
