"""Which of many figures tell most: the main statistics of a year, which the head of an office asks for first, then large quantities."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Collection, Sequence

from briefing.assemble.numbering import numeral
from briefing.model import Figure, Topic, TopicBrief
from briefing.naming.main_statistics import STATISTICS, statistic_of
from briefing.naming.shown_name import place_of

_ORDER = {name: at for at, name in enumerate(STATISTICS)}
# What an indicator adds to the name of the thing that a plan may speak of.
_CHANGED = re.compile(r"(?:增加值)?(?:同比|年均)?(?:增长|增速|上涨|提高|增加|下降|降低|减少)$|总[量数额]$|占比$")
_SHARED, _WHOLE = 3, 6  # characters in a run that are no chance; of a shorter name all are not yet a whole one
_SPOKEN_OF = 2.5  # what it is worth that the plan speaks of the thing itself: as much as six digits
_AMONG_WHOM = re.compile("（[^（）]*）$")
_FAR = re.compile("全国|全球|世界|百强|千强")  # a rank in the country or the world says more than one in a city
_MOST_MAIN_RANKS = 5
_OF_ANOTHER = re.compile("项目|园区|开发区|专项行动")
_MOST_WORDS = 14  # of what a rank is of, behind which a reader has lost the thread
_RATE = 0.8  # a rate has few digits and tells more than a count of as many
_MEASURED = re.compile(r"元|亩|公里|米|吨|千瓦|公顷|%|‰|倍|百分点|人|名|户")
# Of these the size of a number tells least: a park is of many square metres.
_OF_EXTENT = re.compile(r"亩|公里|米|公顷|吨|千瓦")
# 投资2.6亿元实施高标准农田建设9.5万亩: the clause opens with what is spent and goes on to what for; 完成投资2400亿元 is itself aimed at.
_SPENT = re.compile("(?:累计|计划|预计|年内|全年|比[^，；。]{2,8}增加)?(?:投资|投入|筹资)")


def main_of(figures: Sequence[Figure], told: Sequence[Figure], most: int) -> list[Figure]:
    """At most ``most`` of ``figures`` that are main statistics: one of each before a second of any. An indicator that ``told`` or an
    earlier one has is not told again: the second 固定资产投资增长 is that of a part of the place."""
    kinds = _statistics(figures, {one.indicator for one in told})
    rounds = range(max(map(len, kinds)))
    return [kind[at] for at in rounds for kind in kinds if at < len(kind)][:most]


def telling(
    figures: Sequence[Figure],
    most: int = 4,
    place: Callable[[Figure], str] = lambda one: one.topic,
    near: Callable[[Figure], float] | None = None,
) -> tuple[Figure, ...]:
    """The two to four figures that say most, in text order: one of each main statistic, then measured quantities and shares before
    counts, large before small, one of each ``place`` (topic) before a second of any; an indicator never twice; what is spent behind all
    that is reached. ``near``: what a figure is worth besides."""
    main = [max(kind, key=_weight) for kind in _statistics(figures, set()) if kind][:most]
    chosen: list[Figure] = []
    while len(chosen) < most:
        told, places = {one.indicator for one in chosen}, [place(one) for one in chosen]
        left = [one for one in figures if one.indicator not in told]
        if not left:
            break
        chosen.append(
            max(
                left,
                key=lambda one: (
                    one in main,
                    not is_spent(one),
                    _weight(one) + (near(one) if near else 0.0) - 1.5 * places.count(place(one)),
                    -figures.index(one),
                ),
            )
        )
    return tuple(sorted(chosen, key=lambda one: (is_spent(one), figures.index(one))))


def is_spent(figure: Figure) -> bool:
    """Whether ``figure`` is a sum that its sentence spends on what it names behind it."""
    at = place_of(figure.sentence, figure.display, figure.indicator)
    if at < 0 or not figure.unit.endswith("元"):
        return False
    before, behind = figure.sentence[:at], figure.sentence[at + len(figure.display) :].strip("，。")
    return bool(behind and _SPENT.fullmatch(re.split("[，；。：]", before)[-1]))


def foremost(figures: Sequence[Figure], known: Collection[str]) -> Figure | None:
    """The one of an area's ``figures`` that stands for them all: the most telling, unless that is only the largest in a unit of extent,
    where it is the first that last year's report has too (``known``, by metric id): 新增公园120座, and not 新建立体绿化40万平方米."""
    (best,) = telling(figures, 1) or (None,)
    if best is None or not _OF_EXTENT.search(best.unit) or main_of([best], (), 1):
        return best
    return next((one for one in figures if one.metric_id in known), best)


def foremost_ranks(figures: Sequence[Figure], most: int, room: int) -> list[Figure]:
    """At most ``most`` of those of ``figures`` that are ranks: first of a main statistic, then in the country or the world, then the
    highest; of two of one thing (全市第一、全省第五) the first of these alone. Others than the first two kinds only as far as there is
    ``room``. Of main statistics up to five: where 阜平 told three of its four, 固定资产投资增长 stood without its 第1位."""

    def rank(figure: Figure) -> tuple[int, bool, bool, int, int]:
        name = _AMONG_WHOM.sub("", figure.indicator)
        main = _ORDER.get(statistic_of(name), len(_ORDER))
        told = figure.name or figure.indicator
        among = _AMONG_WHOM.search(told)
        far = bool(_FAR.search(among[0] if among else told))
        of_another = len(name) > _MOST_WORDS or bool(_OF_ANOTHER.search(name))
        return (main, of_another, not far, _place(figure), figures.index(figure))

    chosen: dict[str, Figure] = {}
    for one in sorted((one for one in figures if one.kind == "rank"), key=rank):
        main, of_another, near, *_ = rank(one)
        if len(chosen) < room or main < len(_ORDER) or not (of_another or near):
            chosen.setdefault(_AMONG_WHOM.sub("", one.name or one.indicator), one)
    of_main = sum(rank(one)[0] < len(_ORDER) for one in chosen.values())
    return list(chosen.values())[: max(most, min(of_main, _MOST_MAIN_RANKS))]


def _place(figure: Figure) -> int:
    """1 of 第一, 61 of 第61位."""
    told = figure.value.removeprefix("第").removesuffix("位").removesuffix("名")
    return int(told) if told.isdigit() else next((one for one in range(1, 100) if numeral(one) == told), 100)


def spoken_of(title: str, topics: Sequence[Topic | TopicBrief]) -> Callable[[Figure], float]:
    """What a result of last year is worth beside the area of ``title`` and ``topics``: more where these speak of the very thing, and
    where it is a rate."""
    said = "|".join(
        [
            title,
            *(told for one in topics for told in (one.title, *(f"{each.head}|{each.text}" for each in one.measures))),
        ]
    )

    def worth(figure: Figure) -> float:
        name, longest = _CHANGED.sub("", re.sub("（[^）]*）", "", figure.indicator)), 0
        for start in range(len(name)):
            while start + longest < len(name) and name[start : start + longest + 1] in said:
                longest += 1
        share = longest / max(len(name), _WHOLE) if longest >= _SHARED else 0.0
        return _SPOKEN_OF * share + (_RATE if figure.unit in ("%", "‰") else 0.0)

    return worth


def _statistics(figures: Sequence[Figure], told: set[str]) -> list[list[Figure]]:
    """Of each main statistic its figures, without indicators of ``told`` or of an earlier figure."""
    seen, left = set(told), []
    for one in figures:
        if one.kind != "rank" and re.search(r"\d", one.value) and one.indicator not in seen:  # 翻一番 has no quantity
            left.append(one)
            seen.add(one.indicator)
    return [[one for one in left if statistic_of(one.indicator) == name] for name in STATISTICS]


def _weight(figure: Figure) -> float:
    digits = re.search(r"\d+(?:\.\d+)?", figure.value)
    size = math.log10(max(1.0, float(digits[0]))) if digits else 0.5
    for word, power in (("万亿", 12), ("亿", 8), ("万", 4)):
        if figure.unit.startswith(word):
            size += power
            break
    # A long name does not fit a card and is seldom what a head of office quotes.
    return 0.4 * size + (1.0 if _MEASURED.search(figure.unit) else 0.0) - 0.05 * max(0, len(figure.indicator) - 10)
