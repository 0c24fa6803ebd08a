"""Texts are set with care: subscripts, emphasised figures, titles broken by meaning, quantities as printed."""

from __future__ import annotations

import dataclasses

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.assemble.emphasis import Stretch, stretches
from briefing.assemble.figures import figure_of, printed
from briefing.assemble.lines import title_lines
from briefing.assemble.numbering import numeral, places
from briefing.assemble.story.wording import NOT_COMPARABLE
from real_report import made
from shared_reports import needs_shared, reports


@pytest.mark.parametrize(
    ("text", "lowered"),
    [("聚焦PM10、PM2.5、O3、氮氧化物", ["10", "2.5", "3"]), ("SO2、NO2和CO2排放", ["2", "2", "2"]), ("iPM25与O30", [])],
)
def test_pollutants_get_their_subscripts(text: str, lowered: list[str]) -> None:
    assert [one.text for one in stretches(text) if one.subscript] == lowered


def test_figures_are_emphasised_and_no_part_of_another_number() -> None:
    figures = [one for one in made().brief(3).targets if one.display == "8家"]
    pieces = stretches("新增晋兴板企业8家，较28家更难", figures)
    assert [one.text for one in pieces if one.strong] == ["8家"]
    share = [dataclasses.replace(one, display="4%") for one in figures]
    assert [one.text for one in stretches("优良天数比例81.4%，提高4%", share) if one.strong] == ["4%"]
    assert [one.text for one in stretches("提高4%", share)] == ["提高", "4%"]


@given(st.text(max_size=60))
def test_setting_a_text_loses_nothing(text: str) -> None:
    assert "".join(one.text for one in stretches(text, made().brief(4).targets)) == text


@pytest.mark.parametrize(
    ("title", "longest", "lines"),
    [
        ("一体统筹、品质提升，构建城乡融合新格局", 16, ["一体统筹、品质提升，", "构建城乡融合新格局"]),
        ("做优省城现代新型商业商务中心和区域消费中心", 12, ["做优省城现代新型商业", "商务中心和区域消费中心"]),
        ("改善民生", 12, ["改善民生"]),
    ],
)
def test_titles_break_by_meaning(title: str, longest: int, lines: list[str]) -> None:
    assert title_lines(title, longest) == lines


@pytest.mark.parametrize(
    ("text", "longest", "lines"),
    [
        ("通威生态立体开发田园综合体项目正式并网发电", 12.6, "通威生态立体开发田园|综合体项目正式并网发电"),
        ("全县新能源和可再生能源装机容量", 12.6, "全县新能源|和可再生能源装机容量"),
        (
            "建成省级乡村振兴齐鲁样板示范片区、市级乡村振兴片区",
            12.6,
            "建成省级乡村振兴|齐鲁样板示范片区、|市级乡村振兴片区",
        ),
        ("推动高质量共建“一带一路”走深走实", 9.72, "推动高质量共建|“一带一路”|走深走实"),
        ("推动重大风险防范化解取得明显进展", 13.77, "推动重大风险防范|化解取得明显进展"),
        ("新建畜牧业高质量发展重点县", 8.7, "新建畜牧业|高质量发展重点县"),
        ("培育宜居宜业和美乡村示范点（各县每年）", 12.6, "培育宜居宜业和美乡村|示范点（各县每年）"),
        ("让群众享有更满意的公共资源", 9.72, "让群众享有|更满意的公共资源"),
        ("农村宅基地改革和管理工作（全省）", 14.5, "农村宅基地改革|和管理工作（全省）"),
        ("新改建雨污水泵站和雨水调蓄池", 12.6, "新改建雨污水泵站|和雨水调蓄池"),
        ("新增省级专精特新企业", 8.7, "新增省级|专精特新企业"),
    ],
)
def test_no_line_ends_inside_a_word(text: str, longest: float, lines: str) -> None:
    """As they stood in tiles, cards and narrow cells of real reports; BudouX, which knows no words, had 田|园综合体, 化|解."""
    assert title_lines(text, longest) == lines.split("|")


def test_what_is_not_comparable_is_said_in_one_breath() -> None:
    """口径|不同，不可比 stood in a tile: our own remark is parted neither at its comma nor inside a word."""
    told = f"报告没有待核事项；{NOT_COMPARABLE}的指标见各领域"
    assert title_lines(told, 13.77) == ["报告没有待核事项；", f"{NOT_COMPARABLE}的", "指标见各领域"]


@given(st.text(alphabet="建设推进，、“”（）高质量发展", max_size=60), st.integers(6, 40))
def test_breaking_a_title_keeps_every_character(title: str, longest: int) -> None:
    assert "".join(title_lines(title, longest)) == title


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("3.72万亩以上", ("3.72", "万亩", "以上")),
        ("2万余人", ("2", "万人", "余")),
        ("突破35亿元", ("35", "亿元", "突破")),
        ("2-3座", ("2-3", "座", "")),
        ("八成以上", ("八成", "", "以上")),
        ("第61位", ("第61位", "", "")),
        ("1万6千多户", ("1万6千", "户", "多")),  # a large 1 stood alone (国务院-2018)
    ],
)
def test_a_quantity_is_read_as_printed(text: str, parts: tuple[str, str, str]) -> None:
    assert printed(text) == parts


def test_numbers_and_places_are_written_as_offices_write_them() -> None:
    assert [numeral(number) for number in (1, 10, 12, 20, 35, 120)] == ["一", "十", "十二", "二十", "三十五", "120"]
    assert places([26, 4, 26, 0]) == "第4、26段"
    assert places([]) == ""


@needs_shared
def test_of_two_equal_quantities_the_one_that_is_meant_is_strong() -> None:
    """工业设计中心各1个 was bold for 重点实验室1个 (高唐县-2025, area 3), and 第2 within 第22段."""
    real = made(next(one for one in reports() if one.stem == "county-高唐县-2025"))
    laboratory = next(one for one in real.metrics if one.indicator == "重点实验室")
    figures = [figure_of(laboratory, real.report.paragraphs, frozenset())]
    winners = "获评省级制造业单项冠军企业2家，省级绿色工厂、智能制造场景、工业设计中心各1个"
    assert winners in real.cleaned
    assert [one.text for one in stretches(winners, figures) if one.strong] == []
    assert [one.text for one in stretches(laboratory.sentence, figures) if one.strong] == ["1个"]
    rank = next(one for path in reports() for one in made(path).metrics if one.text == "第2")
    assert stretches("第22段", [figure_of(rank, (), frozenset())]) == [Stretch("第22段")]
