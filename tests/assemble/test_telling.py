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
        # 持牌金融机构, a fund's size and cars stood before what 上海 spends on research.
        (
            "province-上海市-2025",
            3,
            ("全社会研发经费支出相当于全市生产总值的比例4.4%左右", "三大先导产业规模1.8万亿元"),
        ),
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


@needs_shared
@pytest.mark.parametrize(
    ("name", "area", "told"),
    [
        ("national-国务院-2024.txt", 7, "粮食产量1.3万亿斤以上"),
        ("national-国务院-2024.txt", 9, "单位国内生产总值能耗降低2.5%左右"),
        ("national-国务院-2018.txt", 9, "城镇新增就业1100万人以上"),
        ("county-高唐县-2025.txt", 1, "社会消费品零售总额增长6.5%以上"),
    ],
)
def test_a_main_target_of_the_year_stands_with_the_area_on_its_subject(name: str, area: int, told: str) -> None:
    """国务院, 2024: 本领域未单列量化目标 stood over the area on 绿色低碳, whose target is told before the first area."""
    brief = made(next(one for one in reports() if one.name == name)).brief(area)
    assert told in [named(one) for one in brief.main_targets]
    # Without a target of its own it says so, and not that the report has none.
    assert ("。本领域未单列量化目标" in brief.lead) == (not brief.targets)
    assert "报告未提出量化目标" not in brief.lead
    assert told in brief.lead.partition("与本领域有关的全年主要预期目标（编者归类）：")[2]
    proofs = [row for one in brief.slides if one.kind in ("evidence", "closing") for row in one.rows]
    (main,) = (one for one in brief.main_targets if named(one) == told)
    assert [row for row in proofs if main.display in row[0] and main.display in row[2]], proofs


@needs_shared
def test_targets_of_the_whole_economy_stand_with_no_area() -> None:
    """生产总值, 物价 and 财政 are of no one subject; 居民收入 is not that of the villages."""
    for path in reports():
        for brief in made(path).briefs:
            names = " ".join(one.indicator for one in brief.main_targets)
            assert not [word for word in ("生产总值增", "消费价格", "预算收入", "赤字") if word in names], brief.title


@needs_shared
def test_the_first_slide_tells_the_main_target_where_its_line_has_room() -> None:
    brief = made(next(one for one in reports() if one.name == "national-国务院-2024.txt")).brief(9)
    (glance,) = (one for one in brief.slides if one.kind == "overview")
    assert glance.subtitle.endswith("；全年目标（编者归类）：单位国内生产总值能耗降低2.5%左右")
    assert "第31" in glance.source


@needs_shared
@pytest.mark.parametrize(
    ("start", "area", "title"),
    [
        (
            "city-保定市-2025",
            6,
            "粮食总产：上年84亿斤、目标确保80亿斤以上；打造省级和美乡村：上年创建247个、目标200个左右",
        ),
        ("county-高唐县-2025", 8, "新增城镇就业：上年4398人、目标力争4000人以上；改建公办村卫生室：上年81个、目标25个"),
    ],
)
def test_two_charts_are_titled_with_what_they_show(start: str, area: int, title: str) -> None:
    """粮食总产：2024年实绩与2025年目标；… only said again what stood over each chart."""
    brief = made(next(one for one in reports() if one.name.startswith(start))).brief(area)
    assert title in [one.title for one in brief.slides if one.kind == "chart"]
