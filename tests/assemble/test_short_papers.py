"""Papers take no more pages than they need: 总览's areas stand in a table, and no line of a heading holds a character alone."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import docx
import pytest

from area_documents import summary
from briefing.assemble import fill_summary
from briefing.assemble.widths import ems
from briefing.assemble.word_context import summary_context
from briefing.chart import draw
from real_report import SUMMARY, XIAODIAN, made, overview
from shared_reports import needs_shared, reports


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda one: one.name
)
def test_no_heading_ends_with_a_line_of_a_character_or_two(path: Path) -> None:
    """国务院 2024: 力 and 撑 stood on lines of their own. A line of a heading holds 25 characters behind its indent."""
    for brief in made(path).briefs:
        for topic in summary_context(brief, {})["topics"]:
            for heading in (topic["heading"], *(part["heading"] for part in topic["parts"])):
                over = ems(heading) - 25.4
                assert "\n" in heading or not 0 < over < 4, heading
                assert all(len(line) > 3 for line in heading.split("\n")) or not heading


def test_the_overview_lists_its_areas_in_a_table() -> None:
    """Six areas took a page and a half as headings with a paragraph each, ten of 国务院 two pages."""
    document = docx.Document(io.BytesIO(fill_summary(SUMMARY, overview(), {})))
    first, *others = document.tables
    assert [cell.text for cell in first.rows[0].cells] == ["领域", "任务、主题和目标"]
    assert [row.cells[0].text.replace("\n", "") for row in first.rows[1:]] == [
        f"（{one.numeral}）{one.title}" for one in made().briefs
    ]
    assert [row.cells[1].text for row in first.rows[1:]] == [f"{one.line}。" for one in overview().topics if one.file]
    assert others
    assert "任务、主题和目标" not in {
        cell.text for one in docx.Document(io.BytesIO(summary(4))).tables for cell in one.rows[0].cells
    }


def test_what_is_to_be_checked_goes_overleaf_with_the_sources() -> None:
    """清苑, 总览: the sixth page had the note on the sources alone."""
    assert len(overview().findings) == 3
    *_, check, sources = docx.Document(io.BytesIO(fill_summary(SUMMARY, overview(), {}))).paragraphs
    assert check.text.startswith("3. 第32段：")
    assert check.paragraph_format.keep_with_next
    assert sources.text.startswith("资料来源：")


@needs_shared
@pytest.mark.parametrize("stem", ["city-保定市-2025", "county-高唐县-2025", "province-浙江省-2025"])
def test_the_chart_of_the_whole_report_stands_below_the_lead(stem: str, tmp_path: Path) -> None:
    """Behind the table of targets it went overleaf as a whole: a third of the page before it stayed blank (保定, 高唐)."""
    whole = overview(next(one for one in reports() if one.stem == stem))
    (chart,) = whole.charts
    picture = tmp_path / "growth.png"
    picture.write_bytes(draw(chart, {}))
    document = docx.Document(io.BytesIO(fill_summary(SUMMARY, whole, {chart.name: picture})))
    texts = [one.text for one in document.paragraphs]
    assert texts[texts.index(whole.lead) + 2] == f"图1\u3000{chart.title}（编者归类）"
    assert texts[texts.index(whole.lead) + 3].startswith("一、")
    (shape,) = document.inline_shapes
    assert 150 < shape.height.pt < 270
    assert shape.width.pt < 400


def test_a_lead_that_fills_the_first_page_leaves_the_chart_with_the_targets() -> None:
    """Of more than eight lines: the chart would go overleaf, and the first page would be half empty."""
    whole = overview()
    (chart, *_) = made().brief(4).charts
    for many, opening in ((8, 1), (9, 0)):
        brief = dataclasses.replace(whole, lead="强" * (27 * many - 4), charts=(chart,))
        context = summary_context(brief, {chart.name: "picture"})
        assert (len(context["opening_charts"]), len(context["target_charts"])) == (opening, 1 - opening)
    area = dataclasses.replace(made().brief(4), lead="短")
    assert not summary_context(area, {chart.name: "picture"})["opening_charts"]
