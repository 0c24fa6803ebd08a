"""Where a title may break: after its marks, else between words, never inside one (GB/T 9704-2012, 7.3.1)."""

from __future__ import annotations

import math
import re
from functools import lru_cache
from itertools import pairwise

import rjieba

from briefing.assemble.widths import lines_in
from briefing.assemble.widths import set_ems as ems

_MARKS = "，、；：—"
_CLOSING = "，。、；：”’》）—"
# jieba's parts of speech (ICTCLAS). A word of one sign belongs to the word before it when it is of these, else to the next;
# a word of place (以上) belongs to what it follows at any length.
_TRAILING = frozenset("uj ul uz uv ug u q f k n ng zg".split())
_TRAILS = frozenset("年月日元万亿吨岁时率者化性式")  # which jieba has as numerals or verbs
# These lean on the next word, so that a line ends there only where no better place is.
_LEANING = frozenset("p d b m c r".split())
# What a break costs, in lines: the less, the better one likes to see it.
_MARK, _BEFORE_AND, _AFTER_OF, _BETWEEN, _AFTER_LEANING = -2 / 3, -1 / 4, -1 / 6, 0.0, 1 / 3
_IN_NUMBER = re.compile(r"[\d.][\d.%‰]")
# Behind these no line ends: a number keeps its magnitude and unit.
_NUMBER = re.compile(r"\d[万亿千百]*$")
# What is said in one breath although a mark stands in it, or jieba does not know it.
_TOGETHER = re.compile("口径不同，不可比|专精特新|稳中求进、以进促稳、先立后破|供给侧")
_AND = "和与及或"


def title_lines(title: str, longest: float, *, brackets: bool = False) -> list[str]:
    """``title`` in as few lines of at most ``longest`` ems as it needs, of like length, broken by meaning.

    A break goes behind a comma or its like where one stands near enough, else between words as jieba finds them. A single
    word longer than a line, or what stands in quotation marks or brackets, is left whole; with ``brackets`` the latter is broken
    where a line cannot hold it.
    """
    if ems(title) <= longest:
        return [title]
    for inside in (False, True)[: 1 + brackets]:
        places = _breaks(title, inside)
        for count in range(math.ceil(ems(title) / longest), len(places) + 2):
            lines = _parted(title, places, count, longest)
            if lines:
                return lines
    return [title]


def cell_lines(text: str, longest: float, *, brackets: bool = False) -> str:
    """``text`` with its breaks, for a narrow cell: by meaning where that takes at most one line more than breaking anywhere.
    ``brackets``: as for ``title_lines``."""
    lines = title_lines(text, longest, brackets=brackets)
    return "\n".join(lines) if len(lines) <= lines_in(text, longest) + 1 else text


def _parted(title: str, places: dict[int, float], count: int, longest: float) -> list[str]:
    """The best way to part ``title`` into ``count`` lines at ``places``; empty when there is none."""
    # Up to where each place is; what a line takes is the difference, so that no stretch is measured twice.
    reach = {at: ems(title[:at]) for at in (0, *sorted(places), len(title))}
    ideal = reach[len(title)] / count
    ways: dict[int, tuple[float, list[str]]] = {0: (0.0, [])}
    for _ in range(count):
        reached: dict[int, tuple[float, list[str]]] = {}
        for start, (before, lines) in ways.items():
            for end, upto in reach.items():
                width = upto - reach[start]
                if not start < end or width > longest:
                    continue
                cost = before + abs(width - ideal) + longest * places.get(end, 0.0)
                if end not in reached or cost < reached[end][0]:
                    reached[end] = (cost, [*lines, title[start:end]])
        ways = reached
    return ways.get(len(title), (0.0, []))[1]


@lru_cache(maxsize=512)
def _breaks(text: str, inside: bool) -> dict[int, float]:
    """Where a line of ``text`` may end, and what that costs; ``inside``: brackets, too."""
    places = _ends_of_words(text)
    # Never inside quotation marks, never before a closing mark or behind an opening one, never inside a number.
    opening, closing = ("“‘《", "”’》") if inside else ("“‘《（", "”’》）")
    depth = 0
    for at, sign in enumerate(text, 1):
        depth += (sign in opening) - (sign in closing)
        if sign == "（":
            places.pop(at, None)
        if depth or text[at : at + 1] in _CLOSING or _IN_NUMBER.match(text[at - 1 : at + 1]):
            places.pop(at, None)
    whole = {at for found in _TOGETHER.finditer(text) for at in range(found.start() + 1, found.end())}
    return {at: cost for at, cost in places.items() if at not in whole and not _NUMBER.search(text[:at])}


def _ends_of_words(text: str) -> dict[int, float]:
    words = rjieba.tag(text)
    kinds = [kind for _, kind in words] + ["x"]
    places = {}
    at = 0
    for number, ((word, kind), (following, _)) in enumerate(pairwise(words)):
        at += len(word)
        if word[-1] in _MARKS:
            places[at] = _MARK
        elif not _leans(word, kind, kinds[number + 1]) and not _trails(following, kinds[number + 1], kinds[number + 2]):
            places[at] = _cost(kind, following)
    return places


def _cost(kind: str, following: str) -> float:
    if kind in _LEANING:
        return _AFTER_LEANING
    if following in _AND:
        return _BEFORE_AND
    return _AFTER_OF if kind == "uj" else _BETWEEN


def _leans(word: str, kind: str, following: str) -> bool:
    """Whether ``word``, of one sign, needs the next."""
    return len(word) == 1 and kind != "x" and not _trails(word, kind, following)


def _trails(word: str, kind: str, following: str) -> bool:
    """Whether ``word`` belongs to the one before it: by its kind, or since what follows gives it nothing to lean on."""
    if len(word) > 1 or kind == "x":
        return kind == "f"
    return kind in _TRAILING or word in _TRAILS or (kind not in _LEANING and following in ("c", "x"))
