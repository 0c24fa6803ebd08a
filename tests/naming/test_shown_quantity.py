"""A quantity is printed with the words of its sentence that change it, wherever they stand: what is expected is no result yet."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.assemble.figures import named
from briefing.assemble.slides import deck_context
from briefing.expected import is_expected
from briefing.model import Figure
from briefing.naming.shown_quantity import shown_quantity
from real_report import overview
from shared_reports import needs_shared, reports


def _figure(indicator: str, display: str, sentence: str, unit: str = "", part: str = "review") -> Figure:
    figure = Figure(
        metric_id="r/1", indicator=indicator, display=display, value="", unit=unit, qualifier="", kind="level", year=2019, part=part,
        area=0, topic="", paragraph=3, sentence=sentence, nature="result", name=indicator,
    )  # fmt: skip
    return replace(figure, quantity=shown_quantity(figure))


EXPECTED = "全县地区生产总值预计完成51.08亿元，一般公共预算收入完成2.36亿元。"
INCOMES = "城乡居民收入预计分别完成27998元、18224元，同比分别增长4%和5%。"
HEADED = "预计全年地区生产总值完成86亿元，增长6%；固定资产投资增长26%。"
AMID = "全省可再生能源装机占比达45%，预计单位生产总值能耗下降6.9%。"


@pytest.mark.parametrize(
    ("sentence", "quantity", "expected"),
    [
        (EXPECTED, "51.08亿元", True),
        (EXPECTED, "2.36亿元", False),
        (INCOMES, "18224元", True),
        (INCOMES, "4%", True),  # the growth of an income that is expected
        (HEADED, "6%", True),
        (HEADED, "26%", True),
        (AMID, "6.9%", True),
        (AMID, "45%", False),
        ("全社会研发投入强度预计达3.2%，区域创新能力继续保持全国第4位。", "第4位", False),
    ],
)
def test_a_result_that_is_only_expected_says_so(sentence: str, quantity: str, expected: bool) -> None:
    assert is_expected("review", sentence, quantity) is expected
    assert shown_quantity(_figure("", quantity, sentence)).startswith("预计") is expected


def test_a_target_is_not_told_as_expected_since_every_target_is() -> None:
    assert not is_expected("plan", HEADED, "26%")


def test_running_text_says_expected_where_the_source_parts_it_from_the_number() -> None:
    assert named(_figure("地区生产总值", "51.08亿元", EXPECTED)) == "地区生产总值预计51.08亿元"
    assert named(_figure("单位生产总值能耗下降", "6.9%", AMID)) == "单位生产总值能耗预计下降6.9%"


def test_a_bound_before_the_verb_stands_before_the_number() -> None:
    sentence = "取消流量“漫游”费，移动网络流量资费年内至少降低30%，让群众切实受益。"
    figure = _figure("移动网络流量资费降低", "30%", sentence, part="plan")
    assert figure.quantity == "至少30%"
    assert named(figure) == "移动网络流量资费至少降低30%"


def test_the_bracket_of_a_measure_word_stays() -> None:
    figure = _figure("工业设备更新", "14.2万台", "完成工业设备更新14.2万台（套）、电梯更新10025台。")
    assert figure.quantity == "14.2万台（套）"


def test_persons_whose_noun_follows_are_said_to_be_persons() -> None:
    sentence = "保持2300万省外劳动力和240万省外脱贫劳动力在浙稳定就业。"
    assert _figure("省外劳动力", "2300万", sentence, unit="万人", part="plan").quantity == "2300万人"
    assert named(_figure("省外劳动力", "2300万", sentence, unit="万人", part="plan")) == "2300万省外劳动力"


@needs_shared
def test_half_a_slide_parts_no_expected_quantity_inside_its_unit() -> None:
    """The column of 容城县-2020 broke 预计51.08亿 from 元."""
    path = next(one for one in reports() if one.stem == "county-容城县-2020")
    slides = [one for one in deck_context(overview(path))["slides"] if one["kind"] == "compared"]
    cells = {"".join(run.text for run in cell) for slide in slides for row in slide["rows"] for cell in row}
    assert "预计\n51.08亿元" in cells
    assert "2.36亿元" in cells
