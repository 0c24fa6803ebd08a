"""A long sentence of 总体要求 in bullets of sense: whom it follows, how the work is done, what it is for; in the report's words and order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.bullets import size_of
from briefing.assemble.figures import balanced
from briefing.assemble.story.pages import MOST_BULLETS

_LEAST = 90  # characters of a sentence that is parted: a shorter one is taken in as it is
# Characters of a bullet: of those that can be taken in the ones that are set largest, of two alike the shorter; where the slide has
# room for none, longer ones, at last only alike in length (371 characters in one sentence: 满城).
_WIDTHS, _LONG = (64, 80, 100), 125
_SIZES = ("", "small", "medium", "large")
_SHORTEST = 22  # characters of a bullet
# 全面贯彻党的二十大精神, 认真落实省委全会部署, 做好政府工作，要在…领导下: by what and by whom the year is guided.
_GUIDED = re.compile(r"为指导$|领导下$|精神|部署$|(?:指示|批示|讲话)|^做好[^，]*工作$|全会.*(?:任务|要求)$")
_TONE = re.compile(r"稳中求进")
# 确保“十四五”规划圆满收官, 为实现“十五五”良好开局打牢基础, 以优异成绩迎接党的二十大胜利召开: what all is for.
_AIMED_AT = re.compile(
    r"^(?:高质量完成|确保|奋力|努力|谱写|开创|加快建设|促进|力促|增进民生|保持社会|不断提高人民|(?:切实|持续)?推动经济)|^为.*(?:基础|力量|贡献)$"
    r"|^以.*(?:成绩|伟业|复兴)"
)
# To what follows it: 为加快建设经济强省、美丽河北; 按照高质量发展的要求
_LEADS = re.compile(r"^(?:在.*上|按照.*|为(?!.*(?:基础|力量|贡献)$).*)$")
_LEANS = re.compile(r"^(?:以及|并|和|及|特别|或者)")
_NEW = re.compile(r"新发展(?:阶段|理念|格局)$")  # of three that are said together
_PAIR = 6  # characters of what is said in pairs: 紧抓机遇，勇担使命
_SAME = 2  # so many in which a series begins: 统筹…，统筹…，统筹…
_TORN = 900.0  # what a cut inside a series costs, and one before the tone of the year's work saves, against the square of the characters by which a bullet is too long or short


def in_steps(sentences: Sequence[str]) -> list[list[str]]:
    """The bullets of each of the ``sentences`` of one slide: parted behind commas, which are left out at a bullet's end, and nothing else."""

    def size(told: Sequence[Sequence[str]]) -> int:
        bullets = [one for each in told for one in each]
        return _SIZES.index(size_of(bullets, (), 0)) if len(bullets) <= MOST_BULLETS else 0

    ways = [[_steps(one, most) for one in sentences] for most in (*_WIDTHS, _LONG)]
    evenly = [_evenly(_clauses(one), _LONG) for one in sentences]
    short = max(ways[:-1], key=size)
    return next((told for told in (short, ways[-1], evenly) if size(told)), [[one] for one in sentences])


def _steps(sentence: str, most: int) -> list[str]:
    if len(sentence) < _LEAST:
        return [sentence]
    return [told for block in _blocks(_clauses(sentence)) for told in _evenly(block, most)]


def _clauses(sentence: str) -> list[str]:
    """What stands between its commas; one that a quotation or brackets hold parts nothing."""
    clauses: list[str] = []
    open_one = ""
    for part in sentence.split("，"):
        told = f"{open_one}，{part}" if open_one else part
        if balanced(told):
            clauses.append(told)
            open_one = ""
        else:
            open_one = told
    return [*clauses, open_one] if open_one else clauses


def _blocks(clauses: Sequence[str]) -> list[Sequence[str]]:
    """Guidance, work and aims, as far as the sentence has them; none so short that it says nothing."""
    tone = next((at for at, one in enumerate(clauses) if _TONE.search(one)), len(clauses))
    guided = 0
    while guided < tone and (_GUIDED.search(clauses[guided]) or _LEANS.match(clauses[guided])):
        guided += 1
    aims = len(clauses)
    while aims > guided and _AIMED_AT.search(clauses[aims - 1].rstrip("。！")):
        aims -= 1
    while guided < aims < len(clauses) and _LEADS.match(clauses[aims - 1]):
        aims -= 1
    while guided < aims < len(clauses) and _joined(clauses[aims - 1], clauses[aims]):
        aims += 1
    blocks: list[Sequence[str]] = []
    for block in (clauses[:guided], clauses[guided:aims], clauses[aims:]):
        if blocks and len("，".join(block)) < _SHORTEST:
            blocks[-1] = [*blocks[-1], *block]
        elif block:
            blocks.append(block)
    return blocks


def _evenly(block: Sequence[str], most: int) -> list[str]:
    """As few bullets of ``most`` characters as hold it, alike in length, cut where nothing that is said in a series is torn."""
    many = min(len(block), -(-len("，".join(block)) // most))
    alike = len("，".join(block)) / many
    # What the clauses up to each end cost in so many bullets, and where the last of these starts.
    ways = [{0: (0.0, 0)}]
    for _ in range(many):
        reached: dict[int, tuple[float, int]] = {}
        for start, (before, _) in ways[-1].items():
            for end in range(start + 1, len(block) + 1):
                cost = before + (len("，".join(block[start:end])) - alike) ** 2 + _cut(block, start)
                if end not in reached or cost < reached[end][0]:
                    reached[end] = (cost, start)
        ways.append(reached)
    bullets, end = [], len(block)
    for reached in ways[:0:-1]:
        start = reached[end][1]
        bullets.append("，".join(block[start:end]))
        end = start
    return bullets[::-1]


def _cut(block: Sequence[str], at: int) -> float:
    """What it costs to begin a bullet ``at`` a clause."""
    torn = at > 0 and _joined(block[at - 1], block[at])
    turns = at > 0 and bool(_TONE.search(block[at]))
    return (torn - turns) * _TORN


def _joined(one: str, other: str) -> bool:
    """Whether two clauses are said together: of one series, in a pair, or the second leaning on the first."""
    series = one[:_SAME] == other[:_SAME]
    pair = len(one) <= _PAIR and len(other.rstrip("。！")) <= _PAIR
    new = _NEW.search(one) and _NEW.search(other)
    return series or pair or bool(new or _LEADS.match(one) or _LEANS.match(other))
