"""Like is set beside like; what only bears the same name is listed with the reason; nothing else is paired."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.compare import compare
from briefing.model import Metric, Report
from real_report import made


def _pairs(status: str) -> list[tuple[str, str]]:
    one = made()
    return [
        (one.metric(pair.plan_metric_id).indicator, one.metric(pair.review_metric_id).indicator)
        for pair in one.comparisons
        if pair.status == status
    ]


@pytest.mark.parametrize("thing", ["高标准农田", "晋兴板", "公办幼儿园"])
def test_what_is_counted_alike_is_comparable(thing: str) -> None:
    """新增 with 新增, 新增 with 新建, 完成…建设 with 建成."""
    assert [pair for pair in _pairs("comparable") if thing in pair[0] and thing in pair[1]]


@pytest.mark.parametrize("thing", ["专精特新", "高新技术企业", "老旧小区", "数字经济", "社区食堂"])
def test_what_only_bears_the_name_is_a_look_alike(thing: str) -> None:
    assert [pair for pair in _pairs("look_alike") if thing in pair[0] and thing in pair[1]]
    assert not [pair for pair in _pairs("comparable") if thing in pair[0]]


def test_nothing_else_is_paired() -> None:
    named = ("高标准农田", "晋兴板", "公办幼儿园", "专精特新", "高新技术企业", "老旧小区", "数字经济", "社区食堂")
    pairs = _pairs("comparable") + _pairs("look_alike")
    assert [pair for pair in pairs if not any(name in pair[0] for name in named)] == []
    assert len(_pairs("comparable")) == 3


def test_each_look_alike_says_why_in_chinese() -> None:
    """The reason names what differs and ends with the words that documents carry."""
    for pair in made().comparisons:
        if pair.status == "look_alike":
            assert pair.reason.endswith("口径不同，不可比")
            assert any(word in pair.reason for word in ("级别", "限定", "对象", "动作", "多个数值"))


def _two(review: str, plan: str, unit: str = "家", kinds: tuple[str, str] = ("level", "level")) -> str:
    """The status of the pair in a text of two clauses, empty when there is none."""
    text = f"{review}。\n{plan}。\n"
    metrics = []
    for part, clause, year, kind in (("review", review, 2023, kinds[0]), ("plan", plan, 2024, kinds[1])):
        digits = "12" if part == "review" else "15"
        start = text.index(clause) + clause.index(digits)
        quantity = digits + unit
        indicator = clause.split("，")[-1].replace(quantity, "").lstrip("新增建成完培育认定启动开工达到举办推广实施")
        metrics.append(
            Metric(
                f"t/{part}-1/001", part, 1, "", "", indicator, Decimal(digits), Decimal(digits), unit, "eq", kind, year,
                quantity, clause, start, start + len(quantity),
            )
        )  # fmt: skip
    report = Report("t", "甲县", "county", "", 2024, 2023, "", "", "", None, (), (), ())
    found = compare(text, report, metrics)
    return found[0].status if found else ""


@pytest.mark.parametrize(
    ("review", "plan", "status"),
    [
        ("新增口袋公园12家", "新建口袋公园15家", "comparable"),
        ("新增科创平台12家", "培育科创平台15家", "look_alike"),
        ("认定省级农业龙头12家", "认定农业龙头15家", "look_alike"),
        ("拥有瞪羚企业12家", "新增瞪羚企业15家", "look_alike"),
        ("新增口袋公园12家", "新增停车场15家", ""),
        ("新增企业12家", "新增企业15家", ""),
        ("拥有瞪羚企业7家，隐形冠军企业12家", "新增瞪羚企业3家，隐形冠军企业15家", "look_alike"),
        ("新增瞪羚企业7家，隐形冠军企业12家", "新增瞪羚企业3家，隐形冠军企业15家", "comparable"),
        ("举办书画展览12家", "举办各类书画展览15家", "comparable"),
        ("完成大豆玉米带状复合种植12家", "推广大豆玉米复合种植15家", "look_alike"),
        ("实施重大科技专项12家", "实施重大科技专项和重点研发计划15家", "look_alike"),
    ],
)
def test_verb_level_and_thing_decide(review: str, plan: str, status: str) -> None:
    """A stock is never compared with an addition, also where the verb stands a clause before; a bare 企业 names nothing in particular."""
    assert _two(review, plan) == status


def test_growth_is_never_paired_with_a_level() -> None:
    assert _two("外贸进出口12家", "外贸进出口15家", kinds=("increase", "level")) == ""


@pytest.mark.parametrize(
    ("review", "plan"),
    [
        ("全年城镇新增就业12人", "全年新增城镇就业15人"),
        ("养老参保率12%", "养老保险参保率达15%"),
        ("医保参保率12%", "基本医疗保险参保率达15%"),
    ],
)
def test_one_statistic_under_two_names_is_one(review: str, plan: str) -> None:
    unit, kind = ("%", "share") if "率" in review else ("人", "level")
    assert _two(review, plan, unit, (kind, kind)) == "comparable"


def test_growth_on_a_like_basis_is_not_growth_as_published() -> None:
    """同口径 takes out what changed in the way of counting; a plan that does not say so may not."""
    kinds = ("growth", "growth")
    like = "一般公共预算收入同口径增长"
    assert _two(f"{like}12%", "一般公共预算收入增长15%", "%", kinds) == "look_alike"
    assert _two("一般公共预算收入增长12%", "一般公共预算收入增长15%", "%", kinds) == "comparable"
    assert _two(f"{like}12%", f"{like}15%", "%", kinds) == "comparable"
