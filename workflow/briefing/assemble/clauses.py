"""Which clauses of a Chinese sentence stand by themselves, and which only lead up to the next: 依托我省独特优势, ….

Titles, bold beginnings, names of figures and shortened tasks are taken only from clauses that can stand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.figures import balanced
from briefing.judgement import is_judgement
from briefing.naming.leaning import leads_up

CLAUSE_END = re.compile(r"[，；。：]")
# 此外，还要繁荣发展文化体育事业: the word leans on what stands before it; 今年我们将重点实施…行动 is a speaker's.
TO_DO = re.compile(r"^(?:今年)?我们将|^(?:我们)?(?:一定|还?要(?![素求点件]))")
# 一是坚持和完善基本经济制度: alone in a title, the sign counts nothing.
_COUNTED = re.compile(r"^[一二三四五六七八九十]{1,3}是(?=[\u4e00-\u9fff“]{4})|^[①-⑳]")
_WHEN = re.compile(r"(?:力争|争取|确保)?(?:到|至|截至)?(?:20\d\d年|\d{1,2}月)[底末份初前内]*")
# 打造有脸面的城市。治理店外经营、占道经营，…: the slogan of a series tells nobody what to do, as 谋新项目 does.
_SLOGAN = re.compile(r"[^，；。：]{7,14}。(?=.)")
_LEAST, _MOST = 4, 30  # characters of a clause that is told alone
# And one that only names what the rest is about, no time: 聚焦未来制造.
_NAMING = re.compile(r"[\u4e00-\u9fff“”]{4,10}")
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


def beginnings(tasks: Sequence[str], year: int) -> list[str]:
    """How ``tasks`` that stand under no heading begin, in a row: of all whose clause tells something by itself, then of one less,
    and so on; 等 where some are left out. ``year``: the plan's."""
    led = [told for text in tasks if (told := standing_clause(text, year))]
    return ["；".join(led[:count]) + ("等" if count < len(tasks) else "") for count in range(len(led), 0, -1)]


def standing_clause(text: str, year: int) -> str:
    """The first clause of a measure that tells by itself what is to be done, behind the time that it is for, since without that an
    aim of 2021 reads as that of ``year``, the plan's; empty where none does."""
    when = ""
    slogan = _SLOGAN.match(text)
    for whole in CLAUSE_END.split(text[slogan.end() :] if slogan else text):
        clause = _COUNTED.sub("", whole)
        if _WHEN.fullmatch(clause):
            when = "" if clause == f"{year}年" else f"{clause}，"
        elif _LEAST <= len(when + clause) <= _MOST and balanced(clause) and not leaves_open(clause):
            return when + TO_DO.sub("", clause)
    return ""


def opened_alike(texts: Sequence[str]) -> str:
    """What several measures say they are about, where all open with one verb and in few words: 聚焦未来制造、未来信息、未来材料; else empty."""
    opened = [CLAUSE_END.split(text, maxsplit=1)[0] for text in texts]
    alike = len(texts) > 1 and len({one[:2] for one in opened}) == 1
    if not alike or not all(_NAMING.fullmatch(one) for one in opened):
        return ""
    return opened[0] + "".join(f"、{one[2:]}" for one in opened[1:])


def leaves_open(clause: str) -> bool:
    """Whether ``clause`` tells nobody what is to be done: 依托我省独特优势, 创业是最积极的就业, 我们谋划了实事好事."""
    return leads_up(clause) or is_judgement(clause) or bool(re.search("(?<!为)了(?!解|就)", clause))
