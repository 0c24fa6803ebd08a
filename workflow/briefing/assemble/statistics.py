"""The main statistics of a year, which the head of an office asks for first, by the names that all reports give them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.model import Figure

# In the order of 主要预期目标, as the plans of all levels name them; all are main indicators of 国家统计局《国民经济和社会发展统计公报》.
_STATISTICS = (
    r"(?:国内|地区|全[国省市县区])?生产总值|经济总量", r"城镇新增就业|新增城镇就业|新增就业|城镇调查失业率", "居民消费价格(?:指数)?",
    "(?:地方)?(?:一般公共(?:财政)?预算|财政)总?收入", "(?:全体|城乡|城镇|农村)?居民(?:人均)?(?:可支配)?收入", "(?:全社会)?固定资产投资",
    "社会消费品零售总?额", "粮食总?产量?", "(?:规模以上|规上)工业增加值", "(?:外贸|货物)?进出口(?:总[值额])?", "(?:常住人口)?城镇化率",
)  # fmt: skip
# What an indicator adds to the name of its statistic.
_NAMED = tuple(
    re.compile(rf"(?:全[国省市县区])?(?:{one})(?:总量|人数)?(?:同比|年均)?(?:增长|增速|上涨|涨幅)?")
    for one in _STATISTICS
)


def main_of(figures: Sequence[Figure], told: Sequence[Figure], most: int) -> list[Figure]:
    """At most ``most`` of ``figures`` that are main statistics: one of each before a second of any. An indicator that ``told`` or an
    earlier one has is not told again: the second 固定资产投资增长 is that of a part of the place."""
    seen = {one.indicator for one in told}
    left = []
    for one in figures:
        if one.kind != "rank" and re.search(r"\d", one.value) and one.indicator not in seen:  # 翻一番 has no quantity
            left.append(one)
            seen.add(one.indicator)
    kinds = [[one for one in left if named.fullmatch(one.indicator)] for named in _NAMED]
    rounds = range(max(map(len, kinds)))
    return [kind[at] for at in rounds for kind in kinds if at < len(kind)][:most]
