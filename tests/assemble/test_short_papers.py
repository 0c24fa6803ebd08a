"""Papers take no more pages than they need: 总览's areas stand in a table, and no line of a heading holds a character alone."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from area_documents import summary
from briefing.assemble import fill_summary
from briefing.assemble.widths import ems
from briefing.assemble.word_context import summary_context
from real_report import SUMMARY, XIAODIAN, made, overview
from shared_reports import reports


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
