"""What can be read in the files themselves: alternative texts, titles, header rows, language, reading order, sizes, contrast,
and the lists of characters that start no line, which keep a number with its unit in Word, WPS and PowerPoint."""

from __future__ import annotations

import html
import re
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import pptx
import pytest
from pptx.util import Pt

from area_documents import deck, summary
from briefing.assemble.bullets import room
from briefing.assemble.widths import CLINGING
from real_report import DECK, ROOT, made

AREAS = range(1, 7)
RED = ROOT / "templates" / "red" / "deck.pptx"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_DECORATIVE = "decorative"


@cache
def _slides(area: int) -> list[pptx.slide.Slide]:
    return list(pptx.Presentation(BytesIO(deck(area))).slides)


def _contrast(one: str, other: str) -> float:
    def light(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4)]
        linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    high, low = sorted((light(one), light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("area", AREAS)
def test_charts_and_tables_say_what_they_are(area: int) -> None:
    for slide in _slides(area):
        for shape in slide.shapes:
            if shape.has_chart or shape.has_table:
                told = shape._element.nvGraphicFramePr.cNvPr.get("descr", "")
                assert len(told) > 6, (slide.slide_id, shape.name)
                assert not re.search(r"\.(png|xlsx)|\{", told)
            if shape.has_table:
                assert shape.table.first_row
                assert all(cell.text for cell in shape.table.rows[0].cells)


@pytest.mark.parametrize("area", AREAS)
def test_each_slide_has_a_title_of_its_own_which_is_read_first(area: int) -> None:
    titles = [slide.shapes.title.text_frame.text for slide in _slides(area)]
    assert len(set(titles)) == len(titles)
    assert all(title.strip() and len(title.splitlines()) <= 2 for title in titles)
    for slide in _slides(area):
        shapes = list(slide.shapes)
        assert shapes[0] == slide.shapes.title
        sources = [at for at, one in enumerate(shapes) if one.has_text_frame and one.text_frame.text.startswith("来源")]
        tables = [at for at, one in enumerate(shapes) if one.has_table or one.has_chart]
        assert not tables or max(tables) < min(sources), "the source is read after what it is the source of"


@pytest.mark.parametrize("area", AREAS)
def test_text_is_chinese_and_large_enough(area: int) -> None:
    for slide in _slides(area):
        for run in slide._element.iter(f"{A}rPr"):
            assert run.get("lang") == "zh-CN"
            assert run.get("sz") is None or int(run.get("sz")) >= 1200
        for shape in slide.shapes:
            if shape.has_table:
                sizes = {int(one.get("sz")) for one in shape._element.iter(f"{A}rPr") if one.get("sz")}
                assert min(sizes) >= Pt(14).pt * 100


@pytest.mark.parametrize("template", [DECK, RED], ids=["blue", "red"])
def test_colours_and_fonts_are_the_themes_and_can_be_read(template: Path) -> None:
    """One place to restyle: no shape names a font or a colour of its own; each text colour has 4.5 to 1 on its ground."""
    with zipfile.ZipFile(template) as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
        bodies = [package.read(name).decode() for name in package.namelist() if name.startswith("ppt/slides/slide")]
    scheme = dict(re.findall(r"<a:(\w+)><a:srgbClr val=\"(\w{6})\"/>", theme))
    assert _contrast(scheme["accent1"], "FFFFFF") >= 7, "cards and heads of tables"
    for name in ("dk1", "dk2", "accent1", "accent2", "accent3", "accent4"):
        assert _contrast(scheme[name], "FFFFFF") >= 4.5, name
        assert _contrast(scheme[name], scheme["lt2"]) >= 4.5, f"{name} on the light ground"
    assert theme.count("微软雅黑") >= 2
    assert not [body for body in bodies if "srgbClr" in body or re.search(r'typeface="[^+]', body)]


def test_no_line_starts_with_a_unit_or_a_magnitude() -> None:
    """LibreOffice 7.4 does not heed these lists, so a rendering cannot show it; Word, WPS and PowerPoint do."""
    with zipfile.ZipFile(BytesIO(summary(4))) as package:
        word = re.search(
            r'noLineBreaksBefore w:lang="zh-CN" w:val="([^"]*)"', package.read("word/settings.xml").decode()
        )
    with zipfile.ZipFile(BytesIO(deck(4))) as package:
        power = re.search(r'kinsoku lang="zh-CN" invalStChars="([^"]*)"', package.read("ppt/presentation.xml").decode())
    assert word
    assert power
    figures = [figure for brief in made().briefs for figure in (*brief.targets, *brief.results)]
    units = {figure.unit[0] for figure in figures if figure.unit}
    for listed in (word[1], power[1]):
        missing = units - set(listed)
        assert len(missing) <= len(units) / 4, missing
        assert set("万亿千百个家亩户元人%，。、；：）》”※") - set(listed) <= {"%"}
    assert html.unescape(power[1]) == CLINGING, "what is reckoned when slides are planned is what programs heed"


@pytest.mark.parametrize("template", [DECK, RED], ids=["default", "red"])
def test_tables_of_a_deck_look_alike(template: Path) -> None:
    """Tables of targets had a white head, all others a dark one; only the style says how a head looks."""
    heads = [
        cell._tc
        for slide in pptx.Presentation(template).slides
        for shape in slide.shapes
        if shape.has_table
        for cell in shape.table.rows[0].cells
    ]
    assert len(heads) > 50
    assert [head for head in heads if list(head.iter(f"{A}solidFill", f"{A}lnB"))] == []


@pytest.mark.parametrize("template", [DECK, RED], ids=["default", "red"])
def test_cards_and_tiles_side_by_side_begin_at_one_height(template: Path) -> None:
    """Centred, the number of a card with a longer name, and the tile with one line more, stood at another height."""
    beside = {"数字卡片", "主题", "主题（大）", "待办", "待办（大）"}
    shapes = [
        shape
        for slide in pptx.Presentation(template).slides
        for shape in slide.shapes
        if shape.name in beside and shape.width > Pt(800)
    ]
    assert len(shapes) == 8
    assert {shape.text_frame._txBody.bodyPr.get("anchor") for shape in shapes} == {"t"}


@pytest.mark.parametrize("template", [DECK, RED], ids=["default", "red"])
def test_text_keeps_off_the_edge_of_its_panel_and_of_the_next_column(template: Path) -> None:
    """Lines touched the panel's lower edge, and 智能制造、 ran into 动作不同 of the next column."""
    deck = pptx.Presentation(template)
    panels = [one for layout in deck.slide_layouts for one in layout.placeholders if one.name == "正文"]
    assert len(panels) >= 2
    for panel in panels:
        frame = panel.text_frame
        assert min(frame.margin_top, frame.margin_bottom) >= Pt(12)
        assert (panel.height - frame.margin_top - frame.margin_bottom) / Pt(1) >= room(0)[1]
    tables = [one.table for slide in deck.slides for one in slide.shapes if one.name == "相近指标"]
    assert {cell.margin_right for table in tables for row in table.rows for cell in row.cells} == {128016}
