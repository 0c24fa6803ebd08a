"""Sentences out of some twenty-five reports of counties, districts, towns and streets, 2006 to 2024, which nobody had tuned for."""

from __future__ import annotations

import pytest

from briefing.naming.of_metrics import name_of
from extract_sentences import metrics_of

SENTENCES = (
    # places in an order, and what is above an aim, are those of the statistic before
    (
        "全市完成地区生产总值802.81亿元，按可比价格计算，比上年同期增长28.6%，增幅全省排第7位；社会固定资产投资增长86.1%，增幅全省排第9位。",
        "地区生产总值增幅（全省排名） 第7位|社会固定资产投资增幅（全省排名） 第9位",
    ),
    ("一般公共预算收入完成45亿元，增速六区排名第1。", "一般公共预算收入增速 第1"),
    (
        "连续九届跻身全国县域经济基本竞争力百强县（市）行列，排名升至第47位。",
        "全国县域经济基本竞争力百强县（市）排名 第47位",
    ),
    (
        "地区生产总值预计实现1900亿元，完成全年总量目标的107%，同比增长15%，高于全年增速目标7.5个百分点。",
        "地区生产总值完成全年总量目标 107%|地区生产总值增长 15%|地区生产总值增长高于全年增速目标 7.5个百分点",
    ),
    ("规模以上工业增加值同比增长10.1%，高于目标2.1个百分点。", "规模以上工业增加值增长高于目标 2.1个百分点"),
    (
        "10个市级重点项目，完成投资103.11亿元，完成年度投资计划的90.32%，领先时间进度7个百分点。",
        "市级重点项目完成年度投资计划 90.32%",
    ),
    # of what something rose or fell
    (
        "社会消费品零售总额4913.8亿元，实际增长21.1%；城镇居民人均可支配收入15084元、农村居民人均纯收入4910元，实际分别增长9.5%和9.3%。",
        "社会消费品零售总额实际增长 21.1%|城镇居民人均可支配收入实际增长 9.5%|农村居民人均纯收入实际增长 9.3%",
    ),
    (
        "二氧化硫排放量和化学需氧量分别削减3013吨和1498吨。",
        "二氧化硫排放量削减 3013吨|化学需氧量削减 1498吨",
    ),
    ("万元GDP水耗下降12%、电耗下降7%。", "万元GDP水耗下降 12%|万元GDP电耗下降 7%"),
    (
        "非公有制经济加快发展，实现增加值7099.2亿元，增长15.1%。",
        "非公有制经济增加值 7099.2亿元|非公有制经济增加值增长 15.1%",
    ),
    # what was counted
    (
        "在14个苏木镇种植紫花苜蓿5万亩，新建棚舍500座、窖池570座。",
        "种植紫花苜蓿 5万亩|新建棚舍 500座|新建窖池 570座",
    ),
    ("储草棚104座、1.04万平方米，围栏设施1.5万延长米。", "围栏设施 1.5万延长米"),
    ("全年共计申报各级人才项目22个。", "申报各级人才项目 22个"),
    ("全年我镇国民生产总值（GDP）实现41045.58万元，增速11%。", "国民生产总值（GDP） 41045.58万元"),
    ("果断有效处置涉疫应急事件37起。", "处置涉疫应急事件 37起"),
    ("全镇蔬菜面积发展到2.8万亩，其中棚菜面积8550亩。", "全镇蔬菜面积（其中棚菜面积） 8550亩"),
)  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_what_a_figure_is_of(text: str, told: str) -> None:
    found = [f"{name_of(one)} {one.text}" for one in metrics_of(text, "review")]
    assert [one for one in told.split("|") if one not in found] == [], found


def test_machines_that_were_newly_bought_are_named_whole() -> None:
    (one,) = metrics_of("新购置饲草料加工机械设备10台套，提高现代化耕种水平。", "review")
    assert (name_of(one), one.indicator) == ("新购置饲草料加工机械设备", "饲草料加工机械设备")


def test_what_stands_in_brackets_is_not_what_all_is_called() -> None:
    whole = metrics_of("我镇已完成退耕还林27155亩（其中吃粮的22333亩），种草18600亩。", "review")[0]
    assert (name_of(whole), whole.text) == ("完成退耕还林", "27155亩")


@pytest.mark.parametrize(
    ("text", "name", "shown"),
    [
        ("规上工业增加值增长-5.3%。", "规上工业增加值增长", "-5.3%"),
        ("固定资产投资同比-3.2%。", "固定资产投资同比", "-3.2%"),
        ("地区生产总值60.3亿元，一般公共预算收入2亿元，同比分别-6.2%、-19.3%。", "一般公共预算收入同比", "-19.3%"),
    ],
)
def test_a_fall_told_by_a_minus_sign_is_no_rise(text: str, name: str, shown: str) -> None:
    last = metrics_of(text, "review")[-1]
    assert (name_of(last), last.text, last.kind) == (name, shown, "decrease")
    assert last.value_low > 0, "the value is as written, and never negative"


def test_a_rise_of_prices_that_grew_smaller_is_a_decrease() -> None:
    last = metrics_of("居民消费价格指数同比持平，涨幅较上年同期收窄3.7个百分点。", "review")[-1]
    assert (last.text, last.kind) == ("3.7个百分点", "decrease")
