"""Names, bounds and years in reports of provinces, municipalities and the nation that no rule was made for (2011 to 2024)."""

from __future__ import annotations

import pytest

from briefing.compare import compare
from briefing.extract import extract_metrics
from briefing.naming.of_metrics import name_of
from briefing.nature import nature_of, scales_of
from extract_sentences import metrics_of, report_of
from report_texts import HEAD, parsed


def _named(text: str, part: str = "review") -> dict[str, str]:
    return {one.text: one.indicator for one in metrics_of(text, part)}


def test_last_year_is_no_part_of_a_name() -> None:
    text = "“十一五”期间，全省地区生产总值年均增长14%，去年达到18278亿元，比2005年翻了一番多，升至全国第七位。"
    assert _named(text)["18278亿元"] == "地区生产总值"


def test_more_than_doubled_is_more_than_twice() -> None:
    more = metrics_of("全省地区生产总值去年达到18278亿元，比2005年翻了一番多。", "review")[-1]
    assert (more.text, more.value_low, more.qualifier) == ("翻了一番多", 2, "gt")
    once = metrics_of("全省地区生产总值去年达到18278亿元，比2005年翻了一番。", "review")[-1]
    assert (once.text, once.qualifier) == ("翻了一番", "eq")


INCOMES = "城镇居民人均可支配收入由全国第十五位上升到第九位，年均实际增长11.4%，农民人均纯收入年均实际增长9.3%，高出全国平均水平989元。"


def test_a_place_that_was_left_is_of_the_year_before() -> None:
    years = {one.text: one.year for one in metrics_of(INCOMES, "review")}
    assert years["第十五位"] < years["第九位"] == 2023


def test_real_growth_is_told_of_what_grew_and_a_sum_above_the_mean_of_what_is_a_sum() -> None:
    named = _named(INCOMES)
    assert named["11.4%"] == "城镇居民人均可支配收入年均实际增长"
    assert named["9.3%"] == "农民人均纯收入年均实际增长"
    assert named["989元"] == "农民人均纯收入高出全国平均水平"


@pytest.mark.parametrize(
    ("text", "figure", "name"),
    [
        ("民营经济贡献加大，增加值增幅比上年提高4.5个百分点。", "4.5个百分点", "民营经济增加值增幅提高"),
        ("平行进口汽车总量持续保持全国第一，冷链贸易规模保持全国领先。", "第一", "平行进口汽车总量"),
        ("企业数量日均净增1万户以上。", "1万户以上", "企业数量日均净增"),
        ("战略性新兴服务业、科技服务业营业收入分别增长14.4%、14.2%。", "14.4%", "战略性新兴服务业营业收入增长"),
    ],
)
def test_a_name_is_whole(text: str, figure: str, name: str) -> None:
    assert _named(text)[figure] == name


def test_a_scheme_is_not_what_is_paid_off() -> None:
    text = "严格落实化解政府债务三年行动工作方案，从今年起每年化解1000亿元以上。"
    assert _named(text, "plan") == {"1000亿元以上": "政府债务"}


def test_a_number_within_the_name_of_measures_counts_none() -> None:
    assert _named("稳经济运行33条等惠企政策精准落地，推出56项“免申即享”政策。") == {"56项": "“免申即享”政策"}
    assert "29条" in _named("出台促进民营经济发展壮大29条措施。"), "measures that are counted stay a figure"


def test_what_was_told_or_set_before_is_no_figure_of_its_own() -> None:
    plan = "财政赤字规模比去年增加1万亿元，同时发行1万亿元抗疫特别国债。上述2万亿元全部转给地方。"
    assert "2万亿元" not in _named(plan, "plan")
    assert list(_named("减税降费2.36万亿元，超过原定的近2万亿元规模，制造业和小微企业受益最多。")) == ["2.36万亿元"]


def test_for_how_many_something_must_be_done_is_no_target() -> None:
    text = "全国近3亿人领取养老金，必须确保按时足额发放。"
    metrics = metrics_of(text)
    assert [nature_of(one, scales_of(report_of(text), metrics)) for one in metrics] == ["scale"]
    text = "力争全国3亿人领取养老金，确保按时足额发放。"
    metrics = metrics_of(text)
    assert [nature_of(one, scales_of(report_of(text), metrics)) for one in metrics] == ["target"]


def test_two_years_ahead_stand_beside_no_single_year() -> None:
    lines = (
        "一、2019年工作回顾",
        "义务教育阶段学生生活补助人数增加近40%，高职院校扩招100万人。",
        "二、2020年工作任务",
        "（一）稳就业",
        "今明两年职业技能培训3500万人次以上，高职院校扩招200万人，要使更多劳动者长技能、好就业。",
        "（二）保民生",
        "提高城乡居民基础养老金最低标准。",
    )
    cleaned, report = parsed(HEAD.replace("2024", "2020") + "\n".join(lines))
    metrics = extract_metrics(cleaned, report).metrics
    (pair,) = compare(cleaned, report, metrics)
    assert (pair.status, "时间跨度不同（一年与两年）" in pair.reason) == ("look_alike", True)
    assert [name_of(one) for one in metrics if one.text == "200万人"] == ["高职院校扩招（两年）"]
