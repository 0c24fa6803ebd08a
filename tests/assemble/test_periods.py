"""A review of five years: what was done in them is never shown as last year's, in any document."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pptx
import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.assemble.figures import row_name
from briefing.chart import draw
from briefing.pack.keypoints import keypoints
from real_report import DECK, SUMMARY, Made, made, overview
from shared_reports import SHARED, needs_shared, reports

_TERM = """甲县2024年政府工作报告
——2024年1月10日在甲县第八届人民代表大会第一次会议上
甲县人民政府县长 某某
各位代表：
现在，我代表县人民政府向大会报告工作，请予审议。
一、过去五年工作回顾
五年来，我们着力改善交通。新建农村公路127公里，改造农村危房1700户，农村公路里程由200公里增加到327公里，农村公路通达率达到98%。去年农村公路养护投入3000万元。农村公路客运线路比2021年增加12条。
刚刚过去的2023年，农村公路建设又有进展。新建农村公路30公里，城镇新增就业1351人。城镇新增就业6600人的说法有误。
二、2024年工作安排
今年要做好以下工作。
（一）改善农村公路。新建农村公路40公里，实现农村公路通达率99%。推进农村危房改造，优化农村公路客运线路，加强农村公路养护。
（二）稳定就业。城镇新增就业1400人。
"""


@pytest.fixture
def term(tmp_path: Path) -> Made:
    path = tmp_path / "county-甲县-2024.txt"
    path.write_text(_TERM, encoding="utf-8")
    return made(path)


def test_what_was_done_in_five_years_is_told_apart_from_what_there_was_at_their_end(term: Made) -> None:
    """新建 is of five years; 由A增加到B, 达到 and 去年 are of the last; 比2021年 says itself since when."""
    told = [(one.text, one.years) for one in term.metrics if one.part == "review" and one.year == 2023]
    assert told == [
        ("127公里", 5), ("1700户", 5), ("327公里", 1), ("98%", 1), ("3000万元", 1), ("12条", 2),
        ("30公里", 1), ("1351人", 1), ("6600人", 1),
    ]  # fmt: skip


def test_only_figures_of_one_time_contradict_each_other(term: Made) -> None:
    """127 and 30 kilometres are of five years and of one; 1351 and 6600 people both of the last."""
    asked = [one.message for one in term.findings if one.kind == "two_values"]
    assert len(asked) == 1
    assert "1351人" in asked[0]
    assert "6600人" in asked[0]


def test_the_head_of_a_table_names_the_time_of_what_stands_under_it(term: Made) -> None:
    """What is of another time than most says so behind its quantity; nothing of five years is headed by last year."""
    brief = term.brief(1)
    slide = next(one for one in brief.slides if one.kind == "compared")
    assert (slide.period, slide.period_beside) == ("2023年", "过去五年")
    assert [row[:2] for row in slide.rows] == [("新建农村公路", "30公里"), ("实现农村公路通达率", "98%")]
    assert [row[:2] for row in slide.beside] == [
        ("新建农村公路", "127公里"),
        ("改造农村危房", "1700户"),
        ("农村公路里程", "327公里（2023年）"),
        ("去年农村公路养护投入", "3000万元（2023年）"),
        ("农村公路客运线路比2021年增加", "12条（过去两年）"),
    ]
    tables = _tables(fill_deck(DECK, brief))
    assert ["其他指标", "过去五年实绩", "出处"] in [table[0] for table in tables]
    assert ["指标", "2023年实绩", "2024年目标", "出处"] in [table[0] for table in tables]
    lines = keypoints(brief).split("\n")
    five, last = lines.index("过去五年实绩（编者归类，未列入的见指标工作簿）"), lines.index("2023年实绩（编者归类）")
    assert five < next(at for at, line in enumerate(lines) if "127公里" in line) < last


def _tables(deck: bytes) -> list[list[list[str]]]:
    shapes = [shape for slide in pptx.Presentation(io.BytesIO(deck)).slides for shape in slide.shapes]
    return [[[cell.text for cell in row.cells] for row in shape.table.rows] for shape in shapes if shape.has_table]


@needs_shared
def test_the_national_report_of_2018_shows_five_years_as_five_years(tmp_path: Path) -> None:
    """The deck, the paper and the cards of 国务院-2018, whose review is of five years but for one paragraph."""
    path = SHARED / "reports" / "national-国务院-2018.txt"
    brief = made(path).brief(4)
    table = next(one for one in _tables(fill_deck(DECK, brief)) if any("2800多亿元" in row for row in one))
    assert table[0][1] == "过去五年实绩"
    names = {row[1]: row[0] for row in table}
    assert (names["3.1%\v（2017年）"], names["6800多万人"]) == ("贫困发生率", "贫困人口减少※")
    pictures = {one.name: tmp_path / f"{one.name}.png" for one in brief.charts}
    for one in brief.charts:
        pictures[one.name].write_bytes(draw(one, {}))
    paper = docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, pictures)))
    heads = [[cell.text for cell in one.rows[0].cells] for one in paper.tables]
    assert ["指标", "过去五年实绩", "出处"] in heads
    assert ["指标、出处", "过去五年表述", "2018年表述", "差异"] in heads
    texts = [one.text for one in paper.paragraphs]
    assert any("过去五年基础（编者归类）" in one for one in texts)
    assert any(one.endswith("过去五年和2017年主要实绩") for one in texts)
    cards = {one.display: one.period for slide in made(path).brief(2).slides for one in slide.cards}
    assert (cards["57.5%"], cards["70%以上"]) == ("2017年", "过去五年")


@needs_shared
def test_what_is_of_other_years_says_so_as_the_reason_why_it_may_not_be_compared() -> None:
    one = made(SHARED / "reports" / "national-国务院-2018.txt")
    alike = {(one.metric(it.review_metric_id).text): it.reason for it in one.comparisons if it.status == "look_alike"}
    assert alike["20%以上"] == "时间跨度不同（五年与一年）；口径不同，不可比"


@needs_shared
def test_no_report_asks_about_figures_of_two_times_or_of_a_part_of_the_place() -> None:
    """城镇新增就业 of five years and of one; 固定资产投资 of a province and of a new area in it."""
    asked = [one.message for path in reports() for one in made(path).findings if one.kind == "two_values"]
    assert asked == []


@needs_shared
def test_no_table_of_a_report_of_five_years_puts_them_under_one() -> None:
    """Of every area and of the overview of the reports that end a term: each result under the head of its time, or with its own behind it."""
    seen = 0
    for stem in ("national-国务院-2018", "county-阜平县-2017"):
        path = SHARED / "reports" / f"{stem}.txt"
        for brief in (*made(path).briefs, overview(path)):
            five = {(row_name(one), one.display) for one in brief.results if one.period == "过去五年"}
            for slide in brief.slides:
                if slide.kind in ("results", "years"):
                    rows = slide.rows + (slide.beside if slide.kind == "results" else ())
                    wrong = [
                        row for row in rows
                        if row[:2] in five and slide.period != "过去五年" and "五年" not in row[0]
                    ]  # fmt: skip
                    assert wrong == [], (stem, brief.number)
                    seen += len(rows)
    assert seen > 50


@needs_shared
def test_a_table_of_targets_that_are_all_for_another_year_names_that_year_in_its_head() -> None:
    """阜平县-2017 aims at 2021: its table said 2017年目标 under a title of 2021年目标."""
    brief = overview(SHARED / "reports" / "county-阜平县-2017.txt")
    slides = [one for one in brief.slides if one.kind == "targets" and "2021年目标" in one.title]
    print(f"{len(slides)} slides")
    assert slides
    for slide in slides:
        assert slide.period == "2021年"
        assert not any("（2021年）" in row[1] for row in (*slide.rows, *slide.beside))
    tables = _tables(fill_deck(DECK, brief))
    assert sum(table[0][1] == "2021年目标" for table in tables) >= len(slides)
