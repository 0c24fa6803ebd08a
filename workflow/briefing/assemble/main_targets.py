"""Which of the year's main targets (主要预期目标), told before the first area, are on the subject of an area."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from briefing.assemble.figures import tabled
from briefing.model import Area, Figure, Pair

# What a main target is of, and the words by which headings of reports speak of its subject, the most exact first. Targets of the
# whole economy (生产总值, 物价, 财政) are of no one area.
_SUBJECTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("就业|失业率", ("就业", "民生|福祉")),
    ("粮食", ("粮食", "“?三农”?|农业", "乡村(?:全面)?振兴")),
    ("能耗|二氧化碳|碳排放", ("低碳|降碳|碳达峰|节能", "绿色", "生态")),
    (r"PM2\.5|细颗粒物|空气质量|优良天数|水质", ("生态|环境|污染|蓝天", "绿色|美丽")),
    ("固定资产投资", ("投资", "内需")),
    ("社会消费品零售", ("消费", "内需")),
    ("进出口|外贸|外资", ("外贸|外资", "开放")),
    ("工业增加值", ("工业", "制造业", "产业")),
    ("研发|研究与试验", ("科技|科教", "创新")),
    ("居民.*收入", ("居民(?:持续)?增收|居民收入", "民生|福祉|共同富裕")),
    ("城镇化率", ("城镇化",)),
)
_MOST_AREAS = 2  # more than these would mean that the word tells nothing
OF_THE_YEAR = "（全年主要目标）"  # behind the name of one in a table of an area's own


def main_targets_of(targets: Sequence[Figure], areas: Sequence[Area]) -> Mapping[int, tuple[Figure, ...]]:
    """Area → those of ``targets`` that its heading speaks of, or by the most exact word that of one of its topics."""
    found: dict[int, list[Figure]] = {}
    for figure in targets:
        for number in _areas_on(figure.indicator, areas):
            found.setdefault(number, []).append(figure)
    return {number: tuple(figures) for number, figures in found.items()}


def said_to_be_of_the_year(pair: Pair) -> Pair:
    """``pair`` with a target that its row does not show as one of the area's own."""
    return replace(pair, target=replace(pair.target, name=tabled(pair.target) + OF_THE_YEAR))


def _areas_on(indicator: str, areas: Sequence[Area]) -> list[int]:
    words = next((words for name, words in _SUBJECTS if re.search(name, indicator)), ())
    ways = [[one.number for one in areas if re.search(word, one.title)] for word in words]
    under = [one.number for one in areas if any(re.search(words[0], told) for told in one.headings)] if words else []
    return next((numbers for numbers in (*ways[:1], under, *ways[1:]) if 0 < len(numbers) <= _MOST_AREAS), [])
