"""The deck: slides as planned, everything on them inside the slide, native charts, titles, notes, language, the same bytes."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import pytest
from pptx import Presentation
from pptx.oxml.ns import qn
from pptx.util import Inches, Pt

import slide_templates
from area_documents import deck
from briefing.assemble import fill_deck
from briefing.assemble.cards import fits_card
from briefing.assemble.lines import cell_lines, title_lines
from briefing.assemble.slides import deck_context
from briefing.assemble.story import slides_of
from briefing.assemble.story.pages import quantity_lines
from briefing.assemble.widths import ems
from real_report import DECK, made, overview
from report_texts import HEAD

AREAS = range(1, 7)

RED = DECK.parents[1] / "red" / "deck.pptx"


def _slides(area: int) -> list:
    return list(Presentation(io.BytesIO(deck(area))).slides)


@pytest.mark.parametrize("area", AREAS)
def test_a_deck_has_eight_to_fourteen_slides_with_unique_titles(area: int) -> None:
    titles = [slide.shapes.title.text_frame.text.replace("\v", "") for slide in _slides(area)]
    assert 8 <= len(titles) <= 14
    assert len(titles) == len(set(titles))
    assert all(titles)


@pytest.mark.parametrize("area", AREAS)
def test_planned_slides_come_in_the_order_of_the_story(area: int) -> None:
    shown = [slide.shapes.title.text_frame.text.replace("\v", "").replace("\n", "") for slide in _slides(area)]
    wanted = [slide.title for slide in made().brief(area).slides]
    assert [title for title in shown if title in wanted] == wanted


@pytest.mark.parametrize("area", AREAS)
def test_nothing_leaves_the_slide_or_stands_nearer_than_half_an_inch(area: int) -> None:
    presentation = Presentation(io.BytesIO(deck(area)))
    width, height = presentation.slide_width, presentation.slide_height
    for slide in presentation.slides:
        for shape in slide.shapes:
            assert shape.left >= Inches(0.5)
            assert shape.left + shape.width <= width - Inches(0.5)
            assert shape.top + shape.height <= height - Inches(0.19)


@pytest.mark.parametrize("area", AREAS)
def test_tables_end_above_what_stands_below_them(area: int) -> None:
    for slide in _slides(area):
        tables = [shape for shape in slide.shapes if shape.has_table]
        for table in tables:
            bottom = table.top + sum(row.height for row in table.table.rows)
            below = [
                shape.top
                for shape in slide.shapes
                if shape.shape_id != table.shape_id and shape.top > table.top + table.height // 2
            ]
            assert bottom <= min(below)


@pytest.mark.parametrize("area", AREAS)
def test_text_is_large_enough_to_read(area: int) -> None:
    """Body 18 points or more, tables 14, sources 12."""
    for slide in _slides(area):
        for shape in slide.shapes:
            frames = [shape.text_frame] if shape.has_text_frame else []
            least = Pt(12)
            if shape.has_table:
                frames = [cell.text_frame for row in shape.table.rows for cell in row.cells]
                least = Pt(14)
            if shape.name == "要点":
                least = Pt(18)
            sizes = [run.font.size for frame in frames for p in frame.paragraphs for run in p.runs if run.font.size]
            assert all(size >= least for size in sizes)


@pytest.mark.parametrize("area", AREAS)
def test_every_slide_has_notes_and_every_slide_but_the_cover_a_source(area: int) -> None:
    for number, slide in enumerate(_slides(area)):
        assert slide.notes_slide.notes_text_frame.text.strip()
        sources = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame and shape.name == "来源"]
        assert sources
        assert sources[0].startswith("来源：《")
        assert number == 0 or any(
            shape.is_placeholder and shape.placeholder_format.type == 13 for shape in slide.shapes
        )


def test_charts_are_native_and_carry_the_printed_words() -> None:
    brief = made().brief(4)
    charts = [shape for slide in _slides(4) for shape in slide.shapes if shape.has_chart]
    drawn = [chart for chart in brief.charts if chart.kind != "number"]
    assert len(charts) == len(drawn)
    for shape, spec in zip(charts, drawn, strict=True):
        assert shape._element.nvGraphicFramePr.cNvPr.get("descr") == spec.alt_text
        values = [
            float(v) for plot in shape.chart.plots for series in plot.series for v in series.values if v is not None
        ]
        assert sorted(values) == sorted(float(bar.value) for bar in spec.bars)
        assert all(bar.display in shape.chart._chartSpace.xml for bar in spec.bars)
        assert shape.chart.part.chart_workbook.xlsx_part is not None


def test_the_template_asks_for_nothing_that_is_not_there() -> None:
    """The check that template editors run finds nothing in our own template."""
    problems = slide_templates.check(DECK, deck_context(made().brief(2)), charts=("targets-1",))
    assert [problem for problem in problems if "chart" not in problem.english.lower()] == []


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert fill_deck(DECK, made().brief(4)) == deck(4)


def test_names_in_narrow_cells_and_on_cards_break_by_meaning() -> None:
    """产业链供|应链 stood in a cell of the overview, and 人|工智能 where a break by meaning takes a line more than one anywhere."""
    assert cell_lines("积极培育产业链供应链龙头企业", 9) == "积极培育产业链\n供应链龙头企业"
    assert cell_lines("推动产业链供应链优化升级", 8) == "推动产业链\n供应链优化升级"
    assert cell_lines("上年面积同比下降5.25%左右", 8).count("5.25%左右") == 1
    assert cell_lines("产业链", 9) == "产业链"
    assert cell_lines("国家级高新技术企业认定奖励资金", 8).count("\n") == 1
    three = "集成电路、\n生物医药、人工智能\n三大先导产业规模"
    assert cell_lines(three.replace("\n", ""), 11.48) == three
    brief = next(one for one in made().briefs if one.number == 5)
    for slide in deck_context(brief)["slides"]:
        for row in (*slide["rows"], *slide["beside"]):
            for cell in row:
                lines = "".join(run.text for run in cell).split("\n")
                assert len(lines) == 1 or max(map(ems, lines)) <= 31
                assert not [line for line in lines if re.search(r"\d[万亿千百]*$", line) and line != lines[-1]]


def test_a_quantity_takes_no_more_lines_of_a_narrow_cell_than_it_needs() -> None:
    """2018年 was parted behind its digits where half a slide held 18.2%（2018年）; 力争 had a line of its own above 50个以上."""
    assert quantity_lines("力争80%（2018年）", 7.0) == ["力争80%", "（2018年）"]
    assert quantity_lines("力争6个", 7.0) == ["力争6个"]
    assert quantity_lines("力争70亿元以上", 7.0) == ["力争", "70亿元以上"]
    assert quantity_lines("控制在5.5%左右", 7.4) == ["控制在", "5.5%左右"]  # 控制在5.5%左|右 (河北 2024)
    assert quantity_lines("控制在3%左右", 7.4) == ["控制在3%左右"]
    assert quantity_lines("力争70亿元以上", 8.5) == ["力争70亿元以上"]
    assert quantity_lines("39项（过去五年）", 7.0) == ["39项", "（过去五年）"]
    assert quantity_lines("14.2万台（套）", 7.0) == ["14.2万台（套）"]
    clause = "18个村完成改造，其余20个村开工建设（2024年）"
    assert quantity_lines(clause, 7.0) == [clause]
    shown = [
        "".join(run.text for run in row[1])
        for slide in deck_context(overview())["slides"]
        if slide["kind"] == "targets"
        for row in (*slide["rows"], *slide["beside"])
    ]
    assert {"力争50个以上", "力争70亿元以上"} <= set(shown)


def test_a_name_on_a_card_is_broken_between_words_in_brackets_too() -> None:
    """小店, fifth area: 打造试点社区（城市社区嵌 | 入式服务设施）."""
    (glance,) = [one for one in deck_context(made().brief(5))["slides"] if one["kind"] == "overview"]
    names = [card["indicator"] for card in glance["cards"]]
    assert "打造试点社区（城市\n社区嵌入式服务设施）" in names
    assert title_lines("打造试点社区（城市社区嵌入式服务设施）", 11) == ["打造试点社区（城市社区嵌入式服务设施）"]


@pytest.mark.parametrize("template", [DECK, RED], ids=["blue", "red"])
def test_topics_of_few_words_stand_at_a_glance_in_larger_ones(template: Path) -> None:
    """The lower half of their tiles was empty; five topics of many words keep the smaller."""
    sizes = {}
    for area in (2, 5):
        slide = Presentation(io.BytesIO(fill_deck(template, made().brief(area)))).slides[2]
        tiles = [one for one in slide.shapes if one.name.startswith("主题")]
        assert len(tiles) == len(next(one for one in made().brief(area).slides if one.kind == "overview").bullets)
        sizes[area] = {one.text_frame.paragraphs[-1].runs[0].font.size.pt for one in tiles}
    assert sizes == {2: {24}, 5: {18}}


def test_a_figure_that_a_card_cannot_hold_stands_on_none() -> None:
    """The harbour's 力争突破4000万标箱 ran over two lines, and the third line of a long name stood outside its card."""
    figure = next(one for one in made().brief(4).targets)
    short = dataclasses.replace(
        figure, sentence="", name="发电量", indicator="发电量", display="8亿千瓦时", value="8", unit="亿千瓦时"
    )
    assert fits_card(short, "overview", 4)
    wide = dataclasses.replace(
        short, quantity="力争突破4000万标箱", display="力争突破4000万标箱", value="4000", unit="万标箱"
    )
    assert not fits_card(wide, "overview", 4)
    name = "集成电路、生物医药、人工智能三大先导产业规模"
    assert not fits_card(dataclasses.replace(short, name=name, indicator=name), "overview", 4)
    for brief in made().briefs:
        for slide in brief.slides:
            if slide.kind in ("overview", "topic"):
                low = slide.kind == "overview" and not slide.heads
                assert all(fits_card(one, slide.kind, len(slide.cards), low=low) for one in slide.cards)


def test_a_cover_without_a_date_says_that_the_text_names_none() -> None:
    """小店's paper names the meeting and no day: 在…会议上 alone would lack what it stands beside; an empty place looked forgotten."""
    brief = made().brief(4)
    assert (brief.date, brief.occasion[-4:]) == ("", "五次会议")
    bare = dataclasses.replace(brief, occasion="")
    bare = dataclasses.replace(bare, slides=slides_of(bare, ()))
    for one, told in ((brief, {f"{brief.occasion}，原文未载明日期"}), (bare, {"原文未载明日期"})):
        cover = Presentation(io.BytesIO(fill_deck(DECK, one))).slides[0]
        shapes = [shape for shape in cover.shapes if shape.has_text_frame]
        assert all(shape.text_frame.text.strip(" ·　，") for shape in shapes)
        assert {shape.text_frame.text for shape in shapes if shape.name == "日期"} == told


def test_pollutants_have_their_subscripts_in_titles_and_on_cards_too(tmp_path) -> None:
    """容城 2020, second area: PM2.5 stood plain in title and card above a text with the subscript."""
    path = tmp_path / "report.txt"
    text = "二、2024年重点工作\n（一）打好蓝天保卫战\n强化大气治理。落实“国控”标准，确保PM2.5浓度下降5%。\n（二）建设乡村\n新建和美乡村9个。加强农村公路养护，完善农村供水设施，推进农村厕所改造，发展乡村旅游，壮大集体经济，培育新型农民。\n"
    path.write_text(HEAD + text, encoding="utf-8")
    deck = Presentation(io.BytesIO(fill_deck(DECK, made(path).brief(1))))
    titles = [one.shapes.title for one in deck.slides if "PM2.5" in one.shapes.title.text_frame.text]
    cards = [
        shape
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_text_frame and shape.text_frame.text.endswith("2024年目标") and "PM2.5" in shape.text_frame.text
    ]
    assert titles
    assert cards
    for shape in (*titles, *cards):
        lowered = [run for run in shape._element.iter(qn("a:r")) if run.findtext(qn("a:t")) == "2.5"]
        assert [run.find(qn("a:rPr")).get("baseline") for run in lowered] == ["-25000"], shape.text_frame.text
