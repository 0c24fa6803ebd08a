"""The year's main targets, told before the first area, beside last year's result in the area on their subject."""

from __future__ import annotations

import pytest

from briefing.assemble.word_context import summary_context
from briefing.model import Brief
from real_report import made
from report_texts import HEAD
from shared_reports import needs_shared, reports

_TEXT = (
    HEAD
    + """一、2023年工作回顾
2023年，地区生产总值增长6%，固定资产投资增长6.3%，社会消费品零售总额增长9.6%。
二、2024年重点工作
今年经济社会发展的主要预期目标是：地区生产总值增长5.5%左右，固定资产投资增长6%左右，社会消费品零售总额增长6%左右。
（一）扩大内需，抓好投资和消费
实施重点项目攻坚工程，省重点建设项目完成投资2000亿元以上。精准发力促进消费提振，新建县级物流配送中心36个。
（二）建设宜居乡村
建成和美乡村100个。
"""
)


def _rows(brief: Brief) -> list[tuple[str, ...]]:
    return [row for one in brief.slides if one.kind in ("compared", "years") for row in (*one.rows, *one.beside)]


def test_a_main_target_has_last_years_result_in_the_row_of_its_area(tmp_path) -> None:
    """河北, 2024, in short: 总览 had 9.6% beside 6%左右; the area on 内需 told both, and neither beside the other."""
    path = tmp_path / "report.txt"
    path.write_text(_TEXT, encoding="utf-8")
    first, second = made(path).briefs
    assert ("社会消费品零售总额增长（全年主要目标）", "9.6%", "6%左右") in [row[:3] for row in _rows(first)]
    assert ("固定资产投资增长（全年主要目标）", "6.3%", "6%左右") in [row[:3] for row in _rows(first)]
    (slide,) = (one for one in first.slides if one.kind == "compared")
    assert "全年主要目标" in slide.note or "全年目标按主题归入" in slide.note, slide.note
    assert "2000亿元以上" in slide.title
    assert "社会消费品" not in slide.title, "its own targets head the slide"
    assert not [row for row in _rows(second) if "全年" in row[0]], "of no other subject"


def test_it_counts_as_none_of_the_areas_own(tmp_path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(_TEXT, encoding="utf-8")
    first = made(path).brief(1)
    assert [one.display for one in first.targets] == ["2000亿元以上", "36个"]
    assert "2项量化目标" in first.lead


@needs_shared
@pytest.mark.parametrize(
    ("name", "area", "row"),
    [
        ("province-河北省-2024.txt", 3, ("规模以上工业增加值增长（全年主要目标）", "6.9%", "5.5%左右")),
        ("province-河北省-2024.txt", 8, ("居民人均可支配收入增长（全年主要目标）", "6.6%", "5.5%左右")),
        ("province-四川省-2025.docx", 4, ("粮食产量（全年主要目标）", "726.8亿斤", "725亿斤以上")),
        ("city-保定市-2025.txt", 2, ("固定资产投资增长（全年主要目标）", "8.3%", "7.5%左右")),
    ],
)
def test_decks_and_papers_of_real_reports_have_both(name: str, area: int, row: tuple[str, ...]) -> None:
    brief = made(next(one for one in reports() if one.name == name)).brief(area)
    assert row in [one[:3] for one in _rows(brief)]
    table = summary_context(brief, {})["target_rows"]
    assert row in [(one["indicator"], one["result"], one["target"]) for one in table]


@needs_shared
def test_where_an_area_has_no_target_of_its_own_its_paper_still_has_the_table() -> None:
    """河北, 2024, area 4: 进出口总值 7.4% would have left the table of results for a table of targets that was not there."""
    brief = made(next(one for one in reports() if one.name == "province-河北省-2024.txt")).brief(4)
    assert not brief.targets
    context = summary_context(brief, {})
    assert context["targets"]
    assert context["headings"]["targets"].endswith("、量化目标")
    assert [one["result"] for one in context["target_rows"]] == ["7.4%"]


@needs_shared
def test_an_area_without_targets_of_its_own_opens_with_that_of_the_year_and_what_was_reached_of_it() -> None:
    """上海, 2025, area 3: cards of four results; 4.5%左右 stood alone on a slide, 4.4%左右 on the one before, and neither in the contents."""
    slides = made(next(one for one in reports() if one.name == "province-上海市-2025.txt")).brief(3).slides
    (first,) = (one for one in slides if one.kind == "overview")
    assert [one.display for one in first.cards][:2] == ["4.5%左右", "4.4%左右"]
    assert first.subtitle.endswith("本领域未单列量化目标，以下为全年主要目标和2024年实绩（编者归类）")
    assert "第7、45、" in first.source, "the paragraph of each card"
    assert not [one for one in slides if one.kind == "targets"]
    (both,) = (one for one in slides if one.kind == "years")
    assert both.rows[0][1] == "4.4%左右"
    assert [one.display for one in both.cards] == ["4.5%左右"]
    (contents,) = (one for one in slides if one.kind == "agenda")
    (told,) = [row[2] for row in contents.rows if row[1] == "上年基础与今年目标"]
    assert told.endswith("项实绩（编者归类）、1项全年主要目标")
