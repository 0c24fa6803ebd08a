"""Units over units, round numbers in words, numbers that lend their unit, and denominators that are none."""

from __future__ import annotations

import pytest

from briefing.files import plain_decimal
from extract_sentences import metrics_of


def _said(text: str) -> list[tuple[str, ...]]:
    return [(one.text, plain_decimal(one.value_low), one.unit, one.qualifier) for one in metrics_of(text)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("工业用电平均价格下降2分/千瓦时", [("2分/千瓦时", "2", "分/千瓦时", "eq")]),
        ("亩均税收达到35万元/亩以上", [("35万元/亩以上", "350000", "元/亩", "ge")]),
        ("外送电量突破900亿度", [("突破900亿度", "90000000000", "度", "gt")]),
        ("储能规模达到3吉瓦时", [("3吉瓦时", "3", "吉瓦时", "eq")]),
        ("牲畜存栏120万头只", [("120万头只", "1200000", "头只", "eq")]),
        ("举办创业培训班18期", [("18期", "18", "期", "eq")]),
        ("成功举办3届博览会", [("3届", "3", "届", "eq")]),
        ("人均预期寿命提高1岁以上", [("1岁以上", "1", "岁", "ge")]),
        ("惠及近8万各族家庭", [("近8万", "80000", "户", "approx")]),
        ("补贴惠及21万婴幼儿", [("21万", "210000", "人", "eq")]),
        (
            "增速分别高于全国2.7个、2个百分点",
            [("2.7个", "2.7", "个百分点", "eq"), ("2个百分点", "2", "个百分点", "eq")],
        ),
    ],
)
def test_units(text: str, said: list[tuple[str, ...]]) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("园区产值突破百亿元", [("突破百亿元", "10000000000", "元", "gt")]),
        ("带动就业超百万人", [("超百万人", "1000000", "人", "gt")]),
        ("解决难题近千个", [("近千个", "1000", "个", "approx")]),
        ("举办活动百余场", [("百余场", "100", "场", "gt")]),
        ("推进三家公立医院改造", [("三家", "3", "家", "eq")]),
        ("地区生产总值跨越3000亿元大关", [("跨越3000亿元", "300000000000", "元", "gt")]),
        (
            "收入、支出分别突破200亿元和900亿元",
            [("突破200亿元", "20000000000", "元", "gt"), ("900亿元", "90000000000", "元", "gt")],
        ),
    ],
)
def test_round_numbers_and_thresholds(text: str, said: list[tuple[str, ...]]) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "打造百亿级产业集群",
        "培育超百亿元企业",
        "落实“六个百分之百”要求",
        "第5届、第6届县委会议召开",
        "机场2期工程开工",
        "建设30万吨级航道",
        "入选发明专利500家、研发投入500家等榜单",
        "两岸、两翼、三座大山",
    ],
)
def test_names_that_hold_numbers(text: str) -> None:
    assert _said(text) == []


def test_the_base_of_a_rate_is_no_metric() -> None:
    """45台 is the metric, not the 10万人 that it is counted against."""
    assert _said("配置急救设备达每10万人45台") == [("45台", "45", "台", "eq")]


def test_a_threshold_in_a_name_is_no_metric() -> None:
    assert _said("实施3000万元以上重点项目16项") == [("16项", "16", "项", "eq")]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("工业增加值增速高于全国1.8个百分点", ["level"]),
        ("存贷比较上年高出2个百分点", ["increase"]),
        ("降低存量利率，每年可减少利息支出约90亿元", ["decrease"]),
        ("新产业对工业增长贡献超50%", ["share"]),
        ("基础养老金调增19.6%", ["increase"]),
        ("粮食增产16亿斤", ["increase"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in metrics_of(text)] == kinds
