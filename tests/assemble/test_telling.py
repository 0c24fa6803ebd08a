"""Which figures are shown large: what the head of an office asks for first."""

from __future__ import annotations

import pytest

from briefing.assemble.figures import named
from briefing.assemble.telling import telling
from real_report import made
from shared_reports import needs_shared, reports


def _large(start: str, area: int) -> list[str]:
    path = next(one for one in reports() if one.name.startswith(start))
    brief = made(path).brief(area)
    return [named(one) for one in telling(brief.targets or brief.results)]


@needs_shared
@pytest.mark.parametrize(
    ("start", "area", "statistics"),
    [
        # Bonds of 2157亿元 and what they pay for stood before them.
        ("province-四川省-2025", 1, ("固定资产投资增长2.4%", "社会消费品零售总额增长4.2%")),
        ("province-四川省-2025", 5, ("进出口总额增长9.4%",)),
        ("county-阜平县-2017", 1, ("贫困发生率控制在2%以下",)),
        ("province-浙江省-2025", 11, ("确保城镇新增就业100万人以上",)),
        ("county-蠡县-2022", 4, ("PM2.5浓度均值下降11.3%",)),
    ],
)
def test_the_main_statistics_of_a_year_come_before_large_sums(
    start: str, area: int, statistics: tuple[str, ...]
) -> None:
    assert set(statistics) <= set(_large(start, area))


@needs_shared
def test_of_two_incomes_the_year_s_own_is_shown_and_not_the_line_of_poverty() -> None:
    """阜平: a village is out of poverty at 7500元; the aim of the year is 15000元以上."""
    assert "农村居民人均可支配收入7500元" not in _large("county-阜平县-2017", 1)
