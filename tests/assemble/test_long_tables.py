"""Tables that go on over slides: each slide tells of its own rows, none is drawn longer or more often than was planned."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pptx
import pytest

from briefing.assemble import fill_deck
from briefing.assemble.slides import deck_context
from briefing.assemble.story.tables import proof_lines, with_target_lines
from briefing.model import Brief, Slide
from real_report import DECK, XIAODIAN, made, overview
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]
RED = DECK.parents[1] / "red" / "deck.pptx"


def brief_of(report: str, area: int) -> Brief:
    return made(next(one for one in reports() if one.stem == report)).brief(area)


def named(line: str) -> set[int]:
    """The paragraphs that a source line names: 第3、5段, 第3～5段."""
    found = re.search(r"，第([\d、～]+)段$", line)
    ends = [part.split("～") for part in found[1].split("、")] if found else []
    return {number for part in ends for number in range(int(part[0]), int(part[-1]) + 1)}


def rested_on(brief: Brief, slide: Slide) -> set[int]:
    if slide.kind == "tasks":
        return {brief.tasks[int(row[0]) - 1].paragraph for row in slide.rows}
    return {int(number) for row in slide.rows for number in re.findall(r"\d+", row[1])}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_slide_of_a_long_table_names_the_paragraphs_of_its_own_rows_only(path) -> None:
    """高唐县-2025: each of four slides of tasks had the places of all four."""
    long = 0
    for brief in [overview(path), *made(path).briefs]:
        for slide in (one for one in brief.slides if one.kind in ("tasks", "evidence") and one.pages > 1):
            long += 1
            rested = rested_on(brief, slide)
            # Many places are named by the first and the last of them, so that the line stays one line.
            assert rested <= named(slide.source), slide.title
            assert {min(rested), max(rested)} == {min(named(slide.source)), max(named(slide.source))}, slide.title
            assert slide.kind == "tasks" or len(slide.notes.split("\n")) >= len({row[1] for row in slide.rows})
    print(f"{long} slides of long tables in {path.name}")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_deck_has_the_slides_that_were_planned(path) -> None:
    """No table turns out higher than it was reckoned and goes on by itself with one row."""
    for number, brief in enumerate([overview(path), *made(path).briefs]):
        deck = pptx.Presentation(io.BytesIO(fill_deck(RED if number % 2 else DECK, brief)))
        titles = [one.shapes.title.text_frame.text.replace("\v", "") for one in deck.slides]
        planned = [one.title for one in brief.slides]
        # That of the areas is broken by meaning when it is filled: how high it is, nobody knows before.
        assert [one for one in titles if "各领域要点" not in one] == [one for one in planned if "各领域要点" not in one]


def test_open_questions_stand_below_few_proofs_on_the_last_slide() -> None:
    """小店, area 6: two rows had a slide of their own, because the last one had the one question."""
    *before, last = made().brief(6).slides
    assert [row[0] for row in last.rows][1:] == ["打掉黑恶势力犯罪团伙3个", "待核事项"]
    assert last.rows[-1][1:] == (made().brief(6).findings[0].where, made().brief(6).findings[0].message)
    assert last.bullets[1:] == ("1处待核，见下表", "3个数据的出处见下表")
    assert not [one for one in before if one.kind in ("evidence", "open")]


@needs_shared
def test_few_proofs_stand_on_the_last_slide_and_have_none_of_their_own() -> None:
    """保定市-2023, tenth area: one row filled a slide before an almost empty last one."""
    brief = brief_of("city-保定市-2023", 10)
    (slide,) = [one for one in brief.slides if one.kind in ("evidence", "closing")]
    assert slide is brief.slides[-1]
    assert (len(slide.rows), slide.bullets[-1]) == (1, "1个数据的出处见下表")
    assert "22.3%" in slide.notes
    assert named(slide.source) == {13}


@needs_shared
@pytest.mark.parametrize(
    ("report", "area", "rows"),
    [("city-保定市-2025", 5, [7, 4]), ("district-徐水区-2024", 9, [4, 2]), ("county-顺平县-2024", 3, [5, 2])],
)
def test_proofs_that_hardly_need_one_more_slide_go_on_below_the_tiles_of_the_last(
    report: str, area: int, rows: list[int]
) -> None:
    """徐水, ninth area: two slides of three rows each, and a last one of three tiles with nothing below."""
    brief = brief_of(report, area)
    slides = [one for one in brief.slides if one.kind in ("evidence", "closing")]
    assert [len(one.rows) for one in slides] == rows
    last = slides[-1]
    assert last is brief.slides[-1]
    assert last.bullets[-1].endswith("个数据的出处见前页和下表")
    assert named(last.source) == {int(number) for row in last.rows for number in re.findall(r"\d+", row[1])}


@pytest.mark.parametrize("area", [1, 6])
def test_tasks_with_and_without_targets_have_the_same_columns(area: int) -> None:
    """小店's sixth area sets no target; without the column its table could not be joined with those of the others."""
    for template in (DECK, RED):
        deck = pptx.Presentation(io.BytesIO(fill_deck(template, made().brief(area))))
        heads = {
            tuple(cell.text for cell in shape.table.rows[0].cells)
            for slide in deck.slides
            for shape in slide.shapes
            if shape.has_table and shape.name == "任务分解表"
        }
        assert heads == {("序号", "重点任务", "目标指标", "牵头单位", "责任单位", "完成时限")}


@pytest.mark.parametrize(
    ("told", "lines"),
    [
        ("全区社会事业和民生领域投入44.45亿元", "全区社会事业和民生\n领域投入44.45亿元"),  # … 44.45亿 stood above 元
        ("新建公办幼儿园3所；新认定普惠幼儿园7所", "新建公办幼儿园3所；\n新认定普惠幼儿园7所"),
        ("新增学位1.3万个", "新增学位1.3万个"),
    ],
)
def test_figures_and_aims_in_narrow_columns_break_by_meaning(told: str, lines: str) -> None:
    """小店 2024, areas 5 and 2; LibreOffice does not heed the list that keeps numbers and units together."""
    assert proof_lines(told) == lines
    assert with_target_lines(("1", "", told, "", "", ""), "medium")[2].replace("\n", "") == told


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_breaks_by_meaning_part_no_number_and_take_no_line_more(path) -> None:
    for brief in made(path).briefs:
        for slide in deck_context(brief)["slides"]:
            column = {"evidence": 0, "tasks": 2}.get(slide["kind"])
            for row in slide["rows"] if column is not None else ():
                lines = "".join(run.text for run in row[column]).split("\n")
                assert not [one for one in lines[:-1] if re.search(r"\d[万亿千百]*$", one)], lines
                assert lines == [""] or all(lines)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_table_of_tasks_has_one_width_of_targets(path) -> None:
    for brief in made(path).briefs:
        shown = {one["target_column"] for one in deck_context(brief)["slides"] if one["kind"] == "tasks"}
        assert len(shown) == 1
        assert any(task.target for task in brief.tasks) or shown == {"narrow"}


def test_the_column_of_targets_takes_no_more_room_than_the_fewest_slides_ask_for() -> None:
    """小店: with a quarter of the width for targets that few tasks have, the 16 tasks of the second area stood on three slides."""
    shown = {
        area: [one["target_column"] for one in deck_context(made().brief(area))["slides"] if one["kind"] == "tasks"]
        for area in (2, 4, 5, 6)
    }
    assert shown == {2: ["medium"] * 2, 4: ["medium"] * 2, 5: ["narrow"] * 3, 6: ["narrow"]}
    (medium,), (narrow,) = (
        {_widths_of_tasks(DECK, made().brief(area)), _widths_of_tasks(RED, made().brief(area))} for area in (4, 5)
    )
    assert dict(medium)["目标指标"] > dict(narrow)["目标指标"] > 0
    assert dict(medium)["重点任务"] < dict(narrow)["重点任务"]
    assert sum(dict(medium).values()) == sum(dict(narrow).values())


def test_thirteen_figures_have_their_places_on_one_slide() -> None:
    """小店's second area had them on two slides, both half empty, for want of a line."""
    brief = made().brief(2)
    (slide,) = [one for one in brief.slides if one.kind == "evidence"]
    assert len(slide.rows) == 9


@needs_shared
def test_no_narrow_column_makes_a_row_of_many_short_lines() -> None:
    """四川-2025, fourth area: a task of three lines had eight of targets beside it."""
    path = next(one for one in reports() if one.name.startswith("province-四川省-2025"))
    shown = [one["target_column"] for one in deck_context(made(path).brief(4))["slides"] if one["kind"] == "tasks"]
    assert set(shown) <= {"broad", "medium"}


def _widths_of_tasks(template: Path, brief: Brief) -> tuple[tuple[str, int], ...]:
    deck = pptx.Presentation(io.BytesIO(fill_deck(template, brief)))
    (columns,) = {
        tuple(
            zip(
                (cell.text for cell in shape.table.rows[0].cells),
                (one.width for one in shape.table.columns),
                strict=True,
            )
        )
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table and shape.name == "任务分解表"
    }
    return columns


def test_a_short_deck_that_ends_with_a_table_keeps_room_for_the_remark_that_it_needs_review() -> None:
    """The last of a long deck's slides bears what the closing slide would have said; a remark takes a row's height."""
    ends = [brief for path in PATHS for brief in made(path).briefs if brief.slides[-1].kind in ("tasks", "evidence")]
    assert ends
    assert all("须经人工审核" in brief.slides[-1].note for brief in ends)


@needs_shared
def test_an_area_of_sixteen_topics_has_its_contents_on_one_slide() -> None:
    """浙江-2025, 11: the first column went on overleaf beside the second once more, and so did the topics below the cards."""
    brief = made(next(one for one in reports() if one.name.startswith("province-浙江省-2025"))).brief(11)
    assert len(brief.topics) == 16
    contents = [one for one in brief.slides if one.kind == "agenda"]
    assert [len(one.rows) + len(one.beside) for one in contents] == [20]
    (glance,) = [one for one in brief.slides if one.kind == "overview"]
    assert (len(glance.rows), len(glance.beside), glance.cards) == (8, 8, ())
    titles = [
        slide.shapes.title.text_frame.text for slide in pptx.Presentation(io.BytesIO(fill_deck(DECK, brief))).slides
    ]
    assert not [one for one in titles if one.startswith(("目录（续", "一页通览")) and one.endswith("续）")]
