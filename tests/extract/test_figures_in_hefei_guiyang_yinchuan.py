"""What is a figure and what it tells: 合肥 2012, 贵阳 2006 and 银川 2025, which nobody had tuned for."""

from __future__ import annotations

import pytest

from extract_sentences import metrics_of


def test_a_fraction_with_a_slash_is_a_share_of_what_was() -> None:
    (one,) = metrics_of("患者次均门诊费、住院费下降1/3以上。", "review")
    assert (str(one.value_low), one.unit, one.qualifier, one.kind) == ("33.33", "%", "ge", "decrease")


def test_doubled_nearly_is_about() -> None:
    (one,) = metrics_of("全市生产总值比2000年翻了近一番。", "review")
    assert (one.text, one.qualifier) == ("翻了近一番", "approx")


def test_a_rate_is_held_within_its_bound_without_a_preposition() -> None:
    (one,) = metrics_of("人口自然增长率控制6‰以内。")
    assert (one.indicator, one.kind, one.qualifier) == ("人口自然增长率", "share", "le")


def test_so_many_times_that_of_a_year_is_of_now() -> None:
    assert [one.year for one in metrics_of("全市高技术产品增加值完成35.35亿元，为2000年的2.5倍。", "review")] == [
        2023
    ] * 2


@pytest.mark.parametrize(
    "text",
    [
        "实施一批超50亿元、超百亿元重特大项目。",
        "在全国26个省会城市中，生产总值等主要经济指标增幅继续领先。",
        "进入全省20万以上人口县先进行列。",
    ],
)
def test_how_large_and_among_how_many_is_no_figure(text: str) -> None:
    assert metrics_of(text) == ()


def test_five_years_without_a_number_of_their_own_are_a_plan_too() -> None:
    (one,) = metrics_of("“十五”期间，全市累计完成固定资产投资1200亿元。", "review")
    assert one.years == 5
    (one,) = metrics_of("“十五”期末全市森林覆盖率达到39.8%。", "review")
    assert one.indicator == "森林覆盖率"
