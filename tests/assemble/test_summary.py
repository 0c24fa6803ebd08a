"""The Word summary after GB/T 9704-2012: page, styles, fonts, whole content, tables that hold, the same bytes."""

from __future__ import annotations

import dataclasses
import io
import re
import shutil
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from PIL import Image

from area_documents import pictures, summary
from briefing.assemble import fill_summary
from briefing.assemble.word_context import named_strong, summary_context
from briefing.chart import draw
from briefing.errors import BriefingError
from briefing.model import Figure
from real_report import SUMMARY, made, overview
from shared_reports import needs_shared, reports

AREAS = range(1, 7)


def _open(area: int) -> docx.document.Document:
    return docx.Document(io.BytesIO(summary(area)))


def _figure(indicator: str, display: str) -> Figure:
    return dataclasses.replace(made().brief(4).targets[0], indicator=indicator, display=display, name="", quantity="")


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalnum())


def test_the_page_is_that_of_the_standard() -> None:
    """A4; 37, 35, 28 and 26 mm; a grid of 22 lines."""
    section = _open(4).sections[0]
    millimetres = [round(one.mm) for one in (section.page_width, section.page_height, section.top_margin)]
    assert millimetres == [210, 297, 37]
    assert [round(one.mm) for one in (section.bottom_margin, section.left_margin, section.right_margin)] == [35, 28, 26]
    grid = section._sectPr.find(qn("w:docGrid"))
    assert (grid.get(qn("w:type")), grid.get(qn("w:linePitch"))) == ("lines", "579")


@pytest.mark.parametrize(
    ("style", "font", "half_points"),
    [
        ("Title", "方正小标宋简体", "44"),
        ("Heading 1", "黑体", "32"),
        ("Heading 2", "楷体", "32"),
        ("正文缩进", "仿宋", "32"),
    ],
)
def test_styles_name_the_office_fonts_in_every_slot(style: str, font: str, half_points: str) -> None:
    look = _open(4).styles[style].element.find(qn("w:rPr"))
    fonts = look.find(qn("w:rFonts"))
    assert fonts.get(qn("w:eastAsia")) == font
    assert all(fonts.get(qn(f"w:{slot}")) for slot in ("ascii", "hAnsi", "cs"))
    assert look.find(qn("w:sz")).get(qn("w:val")) == half_points


def test_page_numbers_stand_outside_on_odd_and_even_pages() -> None:
    document = _open(4)
    assert document.settings.element.find(qn("w:evenAndOddHeaders")) is not None
    section = document.sections[0]
    for footer, side in ((section.footer, "right"), (section.even_page_footer, "left")):
        paragraph = footer.paragraphs[0]
        assert paragraph._p.pPr.find(qn("w:jc")).get(qn("w:val")) == side
        assert "PAGE" in "".join(one.text or "" for one in paragraph._p.iter(qn("w:instrText")))
        assert paragraph.text.startswith("— ")


@pytest.mark.parametrize("area", AREAS)
def test_every_measure_stands_whole_and_in_order(area: int) -> None:
    text = _letters("".join(paragraph.text for paragraph in _open(area).paragraphs))
    at = 0
    for topic in made().brief(area).topics:
        for measure in topic.measures:
            at = text.index(_letters(measure.text), at)


@pytest.mark.parametrize("area", AREAS)
def test_headings_make_an_outline_without_gaps(area: int) -> None:
    document = _open(area)
    titles = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Heading 1"]
    assert [title[0] for title in titles] == list("一二三四五六七")[: len(titles)]
    assert "任务分解" in titles[-1] or "待核事项" in titles[-1]
    assert document.paragraphs[-1].text.startswith("资料来源：《小店区2024年政府工作报告》")


@pytest.mark.parametrize("area", AREAS)
def test_tables_hold_in_every_office(area: int) -> None:
    """Fixed layout, grid and cells of one width that fills the text, header repeats, no row is split, nothing merged."""
    for table in _open(area).tables:
        properties = table._tbl.tblPr
        assert properties.find(qn("w:tblLayout")).get(qn("w:type")) == "fixed"
        grid = [int(column.get(qn("w:w"))) for column in table._tbl.tblGrid.findall(qn("w:gridCol"))]
        assert sum(grid) == 8844
        for number, row in enumerate(table._tbl.tr_lst):
            widths = [int(cell.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for cell in row.tc_lst]
            assert widths == grid
            assert row.trPr.find(qn("w:cantSplit")) is not None
            assert (row.trPr.find(qn("w:tblHeader")) is not None) == (number == 0)
            assert not list(row.iter(qn("w:gridSpan"), qn("w:vMerge")))


@pytest.mark.parametrize("area", AREAS)
def test_tables_do_not_break_beside_their_last_lines(area: int) -> None:
    """A small table not at all; its remark, or the sources where they follow at once, stay with it."""
    for table in _open(area).tables:
        kept = [
            all(p.pPr is not None and p.pPr.find(qn("w:keepNext")) is not None for p in row.iter(qn("w:p")))
            for row in table._tbl.tr_lst[1:]
        ]
        after = ["".join(one.text or "" for one in p.iter(qn("w:t"))) for p in table._tbl.itersiblings()]
        assert kept[-1] == after[0].startswith(("注：", "资料来源：")), "in Word and WPS; LibreOffice keeps no rows"
        assert len(kept) < 2 or kept[-2]


@needs_shared
def test_no_first_row_of_a_longer_table_is_kept_with_the_next(tmp_path: Path) -> None:
    """高唐, fourth area: LibreOffice printed two of nine rows at the foot of a page and lost the other seven."""
    brief = made(next(one for one in reports() if one.stem == "county-高唐县-2025")).brief(4)
    drawn = {chart.name: tmp_path / f"{chart.name}.png" for chart in brief.charts}
    for chart in brief.charts:
        drawn[chart.name].write_bytes(draw(chart, {}))
    document = docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, drawn)))
    long = [one for one in document.tables if len(one.rows) > 6]
    assert len(long) == 2
    for table in long:
        assert all(p.pPr.find(qn("w:keepNext")) is None for p in table._tbl.tr_lst[1].iter(qn("w:p")))


def test_the_sources_of_a_paper_take_what_stands_before_them_along() -> None:
    """So the last page has more than two lines, and no heading stands alone before it: an overview's remark, an area's last rows."""
    whole = dataclasses.replace(overview(), findings=())
    remark, sources = docx.Document(io.BytesIO(fill_summary(SUMMARY, whole, {}))).paragraphs[-2:]
    assert remark.text.startswith("注：")
    assert sources.text.startswith("资料来源：")
    assert remark.paragraph_format.keep_with_next
    area = dataclasses.replace(made().brief(4), findings=())
    last = docx.Document(io.BytesIO(fill_summary(SUMMARY, area, pictures(4)))).tables[-1].rows[-4:]
    assert all(p.paragraph_format.keep_with_next for row in last for cell in row.cells for p in cell.paragraphs)


def test_the_words_of_a_cell_keep_off_its_rules() -> None:
    """A row's exact spacing left none above and below."""
    for table in _open(4).tables:
        margins = table._tbl.tblPr.find(qn("w:tblCellMar"))
        assert all(int(margins.find(qn(f"w:{side}")).get(qn("w:w"))) >= 28 for side in ("top", "bottom"))


@pytest.mark.parametrize("area", AREAS)
def test_the_sign_of_look_alikes_is_explained_below_its_table(area: int) -> None:
    """小店, second area: ※ stood in a table of targets without a word."""
    for table in _open(area).tables:
        signed = [cell.text for row in table.rows for cell in row.cells if cell.text.endswith("※")]
        caption, below = table._tbl.getprevious(), table._tbl.getnext()
        told = "".join(one.text or "" for near in (caption, below) for one in near.iter(qn("w:t")))
        assert not signed or "不可比" in told


def test_the_sources_are_set_in_like_a_paragraph() -> None:
    sources = docx.Document(io.BytesIO(fill_summary(SUMMARY, overview(), {}))).paragraphs[-1]
    assert sources.text.startswith("资料来源：《")
    assert sources._p.pPr.ind.get(qn("w:firstLineChars")) == "200"


def test_a_mark_at_the_end_of_a_line_stays_inside_it() -> None:
    """LibreOffice 7 reads w:overflowPunct the wrong way round: said to be on, marks neither hang nor get lost; left out, some
    are lost from the page. For Word and WPS on is the rule anyway."""
    for style in _open(4).styles.element.iter(qn("w:style")):
        properties = style.find(qn("w:pPr"))
        if style.get(qn("w:type")) == "paragraph" and properties is not None:
            assert properties.find(qn("w:overflowPunct")).get(qn("w:val")) == "1"


def test_people_fill_the_last_three_columns_of_the_task_table() -> None:
    table = _open(4).tables[-1]
    assert [cell.text.replace("\n", "") for cell in table.rows[0].cells][3:] == ["牵头单位", "责任单位", "完成时限"]
    assert len(table.rows) == 14
    assert {cell.text for row in table.rows[1:] for cell in row.cells[3:]} == {""}


def test_an_area_without_targets_has_no_table_of_targets() -> None:
    document = _open(6)
    text = "\n".join(paragraph.text for paragraph in document.paragraphs)
    assert text.count("本领域报告未提出量化目标") == 1, "said in the opening, and not again four lines below"
    assert "量化目标" not in "".join(p.text for p in document.paragraphs if p.style.name == "Heading 1")
    assert not document.inline_shapes


def test_pictures_stand_in_the_line_with_words_for_those_who_cannot_see() -> None:
    brief = made().brief(4)
    document = _open(4)
    described = [one.get("descr") for one in document.element.body.iter(qn("wp:docPr"))]
    assert described == [chart.alt_text for chart in brief.charts]
    captions = [paragraph.text for paragraph in document.paragraphs if paragraph.style.name == "Caption"]
    assert captions == [f"图{number}\u3000{chart.title}" for number, chart in enumerate(brief.charts, 1)]
    assert not list(document.element.body.iter(qn("wp:anchor")))


def test_a_chart_of_a_paper_has_its_title_once() -> None:
    """In its caption; the picture shows what stands below its own."""
    document = _open(4)
    assert len(document.inline_shapes) > 0
    for shape, chart in zip(document.inline_shapes, made().brief(4).charts, strict=True):
        (crop,) = shape._inline.iter(qn("a:srcRect"))
        drawn = Image.open(pictures(4)[chart.name])
        assert int(crop.get("t")) / 100_000 == pytest.approx(float(drawn.info["Title share"]), abs=1e-4)
        assert shape.width / shape.height > drawn.width / drawn.height


def test_pollutants_have_real_subscripts() -> None:
    lowered = [
        run.text for paragraph in _open(5).paragraphs for run in paragraph.runs if run.font.subscript
    ]  # fmt: skip
    assert lowered[:3] == ["10", "2.5", "3"]


def test_figures_are_bold_and_quotation_marks_take_the_chinese_font() -> None:
    document = _open(4)
    bold = {run.text for paragraph in document.paragraphs for run in paragraph.runs if run.bold}
    assert {"3500亩", "3.72万亩以上", "39个"} <= bold
    for run in document.element.body.iter(qn("w:r")):
        text = "".join(one.text or "" for one in run.iter(qn("w:t")))
        if re.search("[“”…—]", text):
            assert run.rPr.find(qn("w:rFonts")).get(qn("w:hint")) == "eastAsia"


def test_only_the_quantities_of_the_opening_paragraph_are_bold() -> None:
    """A count in the same words (4项) is not one of them."""
    brief = made().brief(4)
    lead = next(paragraph for paragraph in _open(4).paragraphs if paragraph.text == brief.lead)
    bold = "".join(run.text for run in lead.runs if run.bold)
    assert bold == "5个以上3500亩3.72万亩以上39个"
    assert [
        run.text for run in named_strong("3项任务、1项目标：民生实事1项", (_figure("民生实事", "1项"),)) if run.bold
    ] == ["1项"]


@needs_shared
def test_every_quantity_of_the_main_targets_is_bold_in_the_opening() -> None:
    """5% and 1200万人以上 were, 5.5%左右 and 2.5%左右 of the same sentence were not."""
    brief = overview(next(one for one in reports() if one.stem == "national-国务院-2024"))
    bold = [run.text for run in named_strong(brief.lead, (*brief.targets, *brief.results)) if run.bold]
    assert bold == ["5%左右", "1200万人以上", "5.5%左右", "3%左右", "1.3万亿斤以上", "2.5%左右"]
    document = docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, {})))
    lead = next(one for one in document.paragraphs if one.text == brief.lead)
    assert [run.text for run in lead.runs if run.bold] == bold
    assert not any("点击" in one.text for one in document.paragraphs), "nobody clicks on paper"


def test_the_same_brief_gives_the_same_bytes() -> None:
    assert fill_summary(SUMMARY, made().brief(4), pictures(4)) == summary(4)


def test_no_person_no_machine_and_no_clock_in_the_properties() -> None:
    properties = _open(4).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert properties.title.startswith("小店区2024年政府工作报告（四）")
    assert properties.created.year == 2024


def _broken(folder: Path, old: str, new: str) -> Path:
    path = folder / "summary.docx"
    shutil.copy(SUMMARY, path)
    document = docx.Document(str(path))
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            run.text = run.text.replace(old, new)
    document.save(str(path))
    return path


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("{{ lead }}", "{{ laed }}", r"no field 'laed' .*did you mean 'lead'"),
        ("{%p endfor %}", "", r"paragraph \d+: .*crosses"),
        ("{{ lead }}", "{{ lead.__class__ }}", r"summary.docx"),
        ("{{ lead }}", "{% for %}", r"paragraph 5: the tag '{% for %}' should read"),
    ],
)
def test_a_broken_template_is_named_with_the_place(old: str, new: str, said: str, tmp_path: Path) -> None:
    with pytest.raises(BriefingError, match=said) as told:
        fill_summary(_broken(tmp_path, old, new), made().brief(4), pictures(4))
    assert "summary.docx" in str(told.value)


def test_a_file_that_is_no_word_document_is_named(tmp_path: Path) -> None:
    (tmp_path / "summary.docx").write_bytes(b"no document")
    with pytest.raises(BriefingError, match=r"summary.docx: .* cannot be opened as .docx"):
        fill_summary(tmp_path / "summary.docx", made().brief(1), {})


def test_sentences_of_the_source_keep_their_full_stops() -> None:
    """A topic of five sentences was one sentence of five parts; only what the source itself joins by ； stays joined."""
    joined = 0
    for brief in made().briefs:
        for topic, told in zip(brief.topics, summary_context(brief, {})["topics"], strict=True):
            text = "".join(run.text for run in told["text"])
            for one in topic.measures:
                at = made().cleaned[one.end]
                joined += at == "；"
                assert f"{one.text}{at}" in text or text.endswith(f"{one.text}。")
            assert text[-1] in "。！？"
    assert joined > 0


def test_the_overview_says_once_where_more_is_and_leads_there_by_the_name_of_each_area() -> None:
    """A line under 14项任务、1项目标 looked in print as if the count were stressed."""
    document = docx.Document(io.BytesIO(fill_summary(SUMMARY, overview(), {})))
    texts = [paragraph.text for paragraph in document.paragraphs]
    assert sum("汇报文件" in text for text in texts) == 1
    links = list(document.element.body.iter(qn("w:hyperlink")))
    # GB/T 9704 underlines no heading, and a link's tooltip is enough.
    assert not [one for link in links for one in link.iter(qn("w:u"))]
    assert ["".join(text.text for text in one.iter(qn("w:t"))) for one in links] == [
        area.title for area in made().briefs
    ]


def test_the_column_of_targets_is_as_wide_as_makes_the_table_short() -> None:
    """Area 2 has a target in few rows, area 4 in every second; area 6 has none, and its column stands narrow."""
    widths = {}
    for area in (2, 4, 6):
        table = docx.Document(io.BytesIO(summary(area))).tables[-1]
        widths[area] = dict(
            zip((cell.text for cell in table.rows[0].cells), (cell.width for cell in table.rows[0].cells), strict=True)
        )
    assert widths[6]["目标指标"] < widths[2]["目标指标"] < widths[4]["目标指标"]
    assert widths[6]["重点任务"] > widths[2]["重点任务"] > widths[4]["重点任务"]
    assert len({sum(one.values()) for one in widths.values()}) == 1


@needs_shared
def test_what_is_remarked_on_a_quantity_has_a_line_of_its_own_where_one_does_not_hold_both() -> None:
    """54.1%（2020年） was printed 5 and below it 4.1%（2020年）, which is another number."""
    brief = made(next(one for one in reports() if one.stem == "national-国务院-2018")).brief(9)
    told = [row["result"] for row in summary_context(brief, {})["result_rows"]]
    assert "76.7岁\n（2017年）" in told
    assert [one for one in told if "（" in one and "\n（" not in one and len(one) > 12] == []


@needs_shared
def test_words_in_brackets_run_down_in_no_narrow_column() -> None:
    """上海, second area: 新增各类总部机构（浦东引领区）100家 stood on six lines, one of them 领, one ）100家."""
    brief = made(next(one for one in reports() if one.stem == "province-上海市-2025")).brief(2)
    pictures = {chart.name: "" for chart in brief.charts}
    assert summary_context(brief, pictures)["target_column"] == "medium"


def test_what_stands_behind_the_topics_under_no_heading_has_our_label() -> None:
    """小店 5: 办好10件民生实事 read as a measure of （四）系统推进生态环境综合治理, below which it stood; the deck calls it 其他任务."""
    topics = summary_context(made().brief(5), {})["topics"]
    assert [one["heading"] for one in topics][-2:] == ["（四）系统推进生态环境综合治理", "其他任务"]


@needs_shared
def test_a_paper_says_of_two_years_far_apart_where_they_are_asked_about() -> None:
    """清苑 2: 353家 and 20家 stood in one row of the table, and only 待核事项 two pages on took it back."""
    for number, told in ((2, True), (3, False)):
        brief = made(next(one for one in reports() if one.stem == "district-清苑区-2024")).brief(number)
        assert (
            "数值悬殊的请核实，见待核事项"
            in summary_context(brief, dict.fromkeys(one.name for one in brief.charts))["target_note"]
        ) == told
