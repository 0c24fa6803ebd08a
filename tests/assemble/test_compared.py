"""Last year's result and this year's target of one indicator stand in one row, of the deck's table and of the paper's."""

from __future__ import annotations

import io
import re

import docx
import pptx
import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.assemble.figures import phrased
from briefing.assemble.lines import title_lines
from briefing.assemble.slides import deck_context
from briefing.assemble.story.compared import FAR, LEAST_PAIRED, NONE, UNLIKE, paired, slides_with
from briefing.assemble.story.pages import TITLE_LINE
from briefing.assemble.word_context import summary_context
from briefing.model import Brief
from real_report import DECK, SUMMARY, XIAODIAN, made, overview
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def shown(brief: Brief) -> list[tuple[str, ...]]:
    """Every row of the slides of last year and this year."""
    kinds = ("compared", "years", "results", "targets")
    return [row for slide in brief.slides if slide.kind in kinds for row in (*slide.rows, *slide.beside)]


def test_the_overview_of_the_real_report_has_both_years_in_one_table() -> None:
    brief = overview()
    (slide,) = [one for one in brief.slides if one.kind == "compared"]
    assert ("新增晋兴板企业", "8家", "8家", "第5、23段") in slide.rows
    assert len(slide.rows) == len(paired(brief.pairs)) == 3, "seventeen targets without a pair were a column of dashes"
    assert ("开发定制化产品（龙芯、芯动）", "3-5款", "第15段") in shown(brief)
    assert "行内按事项对照" in slide.note, "the report does not say that 口径 is one"
    assert "编者归类" in slide.title


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_dash_is_explained_on_its_slide(path) -> None:
    for brief in [overview(path), *made(path).briefs]:
        for slide in (one for one in brief.slides if one.kind in ("compared", "years", "results", "targets")):
            dashed = any(NONE in row for row in (*slide.rows, *slide.beside))
            assert dashed == (f"“{NONE}”指无此数" in slide.note)


@needs_shared
def test_other_results_stand_at_the_right_of_a_short_table_of_pairs() -> None:
    """国务院 2024 had five pairs above eight targets with a dash, and last year's other results two slides on."""
    path = next(one for one in reports() if one.stem == "national-国务院-2024")
    (slide,) = [one for one in overview(path).slides if one.kind == "compared"]
    assert len(slide.rows) == 5
    assert ("居民人均可支配收入增长", "6.1%", "第15段") in slide.beside
    assert [one.kind for one in overview(path).slides if one.kind in ("targets", "results")] == ["targets"]


def test_two_places_in_a_column_of_places_take_one_line() -> None:
    """They were reckoned bold, as quantities are: each row of both years was two lines high, and what was left had a slide of its own."""
    row = ("新建改造公园", "32个", "20个", "第19、50段")
    assert slides_with([row] * 12, [("新增口袋公园", "20个", "第19段")]) == 1


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_what_may_be_compared_shares_a_row_and_nothing_else_does(path) -> None:
    for brief in [overview(path), *made(path).briefs]:
        pairs = paired(brief.pairs)
        tables = [one for one in brief.slides if one.kind == "compared"]
        # A single pair has such a table where all else has room in it.
        assert (
            len(tables) == 1 if tables and len(pairs) < LEAST_PAIRED else bool(tables) == (len(pairs) >= LEAST_PAIRED)
        )
        if tables:
            both = [
                tuple(map(_alone, row[1:3])) for slide in tables for row in slide.rows if not {NONE, UNLIKE} & set(row)
            ]
            assert both == [(one.result.quantity, one.target.quantity) for one in pairs]
            # No slide for a row or two that the table could have held.
            others = [len(one.rows) + len(one.beside) for one in brief.slides if one.kind in ("results", "targets")]
            assert min(others, default=9) > 2


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_target_and_every_result_stands_in_a_row_or_on_a_card(path) -> None:
    for brief in (one for one in made(path).briefs if one.targets):
        rows = shown(brief)
        cards = [card.metric_id for slide in brief.slides for card in slide.cards]
        cells = [_alone(cell) for row in rows for cell in row]
        for one in (*brief.targets, *brief.results):
            assert one.metric_id in cards or one.quantity in cells, (brief.number, one.indicator, one.display)


@needs_shared
def test_a_few_results_that_are_left_over_join_the_slide_of_the_table() -> None:
    """顺平县 had one result by itself on the sixth slide of its overview; a second slide of the table has its fair share."""
    path = next(one for one in reports() if one.stem == "county-顺平县-2024")
    slides = [one for one in overview(path).slides if one.kind == "compared"]
    assert ("城镇新增就业※", "2161人", "第12段") in slides[-1].beside
    assert not [one for one in overview(path).slides if one.kind == "results"]
    assert [len(one.rows) for one in slides] == [5, 6], "eleven pairs, the last six beside two results"


def test_the_paper_has_both_years_in_one_row_and_each_result_once() -> None:
    brief = overview()
    context = summary_context(brief, {})
    row = next(one for one in context["target_rows"] if one["indicator"] == "新增晋兴板企业")
    assert (row["result"], row["target"], row["place"]) == ("8家", "8家", "第5、23段")
    again = {one.result.display + one.result.indicator for one in paired(brief.pairs)}
    assert not again & {one["result"] + one["indicator"] for one in context["result_rows"]}
    tables = docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, {}))).tables
    assert [cell.text for cell in tables[1].rows[0].cells] == ["指标", "2023年实绩", "2024年目标", "出处"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_title_names_only_figures_that_stand_on_its_slide_and_takes_two_lines(path) -> None:
    """A table that goes on is told by what each of its slides holds."""
    for brief in [overview(path), *made(path).briefs]:
        figures = (*brief.targets, *brief.results)
        for slide in (one for one in brief.slides if one.kind in ("compared", "years", "results", "targets")):
            assert len(title_lines(slide.title, TITLE_LINE)) <= 2, slide.title
            cells = {_alone(cell) for row in (*slide.rows, *slide.beside) for cell in row} | {
                card.quantity for card in slide.cards
            }
            named = [one for one in figures if phrased(one) in slide.title]
            assert all(one.quantity in cells for one in named), slide.title


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_table_goes_on_for_pairs_or_for_a_few_targets_and_never_for_a_column_of_dashes(path) -> None:
    for brief in [overview(path), *made(path).briefs]:
        rows = [row for one in brief.slides if one.kind == "compared" and not one.beside for row in one.rows]
        most = next((n for n in range(len(rows), 0, -1) if slides_with(rows[:n], ()) == 1), 0)
        assert len(rows) - most <= 3 or len(paired(brief.pairs)) > most


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_table_is_shown_twice(path) -> None:
    """四川省 2025, fourth area: the right table went on to a second slide, the left one was there once more."""
    for brief in [overview(path), *made(path).briefs]:
        if not any(slide.beside for slide in brief.slides):
            continue
        deck = pptx.Presentation(io.BytesIO(fill_deck(DECK, brief)))
        tables = [shape.table for slide in deck.slides for shape in slide.shapes if shape.has_table]
        bodies = ["|".join(cell.text for row in list(table.rows)[1:] for cell in row.cells) for table in tables]
        assert len(set(bodies)) == len(bodies), (brief.number, [one for one in bodies if bodies.count(one) > 1])


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_dash_says_that_last_year_had_nothing_where_it_had_something_of_the_name(path) -> None:
    """In decks and papers a target with a look-alike has 口径不同 for last year's result; its own deck, of the year's own targets
    总览, has both wordings."""
    areas = made(path).briefs
    told = {one.metric_id for brief in areas for one in brief.targets}
    for brief in [overview(path), *areas]:
        alike = [one for one in brief.pairs if one.status == "look_alike"]
        wanted = {one.target.metric_id for one in alike} - {one.target.metric_id for one in paired(brief.pairs)}
        rows = summary_context(brief, {})["target_rows"]
        unlike = {one.metric_id for one, row in zip(brief.targets, rows, strict=False) if row["result"] == UNLIKE}
        assert unlike == wanted & {one.metric_id for one in brief.targets}
        for slide in (one for one in brief.slides if one.kind == "compared"):
            dashed = {row[2] for row in slide.rows if NONE in row}
            assert not [
                one
                for one in alike
                if one.target.quantity in dashed
                and one.target.metric_id in unlike
                and (one.target.name, NONE, one.target.quantity) in {row[:3] for row in slide.rows}
            ]
        listed = [
            words
            for slide in brief.slides
            if slide.kind in ("pairs", "closing")
            for row in (*slide.rows, *slide.beside)
            for words in row
        ]
        for one in alike:
            if brief.number or one.target.metric_id not in told:
                assert any(one.target.display in words for words in listed)


@needs_shared
def test_the_overview_has_growth_on_another_basis_with_both_wordings() -> None:
    path = next(one for one in reports() if one.stem == "county-高唐县-2025")
    row = next(row for slide in overview(path).slides if slide.kind == "pairs" for row in slide.rows)
    assert row[1:] == (
        "一般公共预算收入同口径增长3.5%",
        "一般公共预算收入增长3.5%",
        "上年“同口径”，今年未写明口径",
    )


def _alone(cell: str) -> str:
    """A quantity without its own time, which stands behind it in a column of another, or deed: 6个（2027年）, 1万亩（建成）."""
    return re.sub(r"（(?:20\d\d年|过去.{1,2}年|[\u4e00-\u9fff]{2,8})）$", "", cell)


@needs_shared
def test_what_was_done_last_year_is_told_where_the_row_has_another_deed() -> None:
    """新建高标准农田｜1万亩 of 顺平县-2024, where 1万亩 were 建成: in decks, 总览 and papers; 科技小院, which both years 新建, stays."""
    path = next(one for one in reports() if one.stem == "county-顺平县-2024")
    for brief in (made(path).brief(5), overview(path)):
        rows = {row[0]: row[1:3] for row in shown(brief)}
        assert rows["新建高标准农田"] == ("1万亩（建成）", "3万亩")
        assert rows["新建科技小院"] == ("35个", "31个")
        context = {one["indicator"]: one["result"] for one in summary_context(brief, {})["target_rows"]}
        assert context["新建高标准农田"] == "1万亩（建成）"


def test_a_chart_of_both_years_says_what_each_did() -> None:
    """完成高标准农田建设：2023年1.15万亩 of 小店区-2024, which were 建成."""
    brief = made().brief(4)
    (chart,) = [one for one in brief.charts if one.kind == "comparison"]
    assert [bar.label for bar in chart.bars] == ["2023年建成", "2024年目标"]
    (slide,) = [one for one in brief.slides if one.chart == chart.name]
    assert slide.title == "完成高标准农田建设：2023年建成1.15万亩，2024年目标3500亩"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_chart_with_last_year_in_it_says_that_we_set_it_there(path) -> None:
    for brief in made(path).briefs:
        charts = {chart.name: chart for chart in brief.charts}
        for slide in (one for one in brief.slides if one.kind == "chart"):
            bars = [bar for name in (slide.chart, slide.chart_beside) if name for bar in charts[name].bars]
            assert slide.note.startswith("编者归类") == any(bar.series == "result" for bar in bars), slide.title


@needs_shared
def test_a_target_of_another_year_shows_it_in_the_column_of_this_year_s() -> None:
    """力争2027年建成6个万亿级产业 stood under 2025年目标, and only its name told."""
    path = next(one for one in reports() if "四川省-2025" in one.name)
    cards = [card for slide in deck_context(made(path).brief(2))["slides"] for card in slide["cards"]]
    assert {card["period"] for card in cards if card["value"] == "6"} == {"2027年"}
    path = next(one for one in reports() if "阜平县-2017" in one.name)
    rows = {row[0]: row for row in shown(made(path).brief(1))}
    assert "控制在2%以下（2018年）" in rows["贫困发生率"]


@needs_shared
def test_two_years_far_apart_are_to_be_looked_at() -> None:
    """新增省级科技型中小企业353家 and 20家 have one name and one verb; one name and one unit alone would hide that a person has to look."""
    brief = made(next(path for path in reports() if path.stem == "district-清苑区-2024")).brief(2)
    (slide,) = [one for one in brief.slides if one.kind == "compared"]
    assert any(row[1:3] == ("353家", "20家") for row in slide.rows)
    assert slide.note.endswith(FAR)
    assert not re.search("[一二三四五六七八九十百]", FAR), (
        "a number of ours is in no source, and the audit stops the pack"
    )
    reasons = [one.reason for one in brief.pairs if one.target.display == "20家"]
    assert reasons == ["同为“省级科技型中小企业”，动作、级别和计量单位一致；两年数值悬殊，请核对原文"]


def test_two_years_of_like_size_need_no_look() -> None:
    """8家 and 8家, 1.15万亩 and 3500亩."""
    noted = [slide for brief in made().briefs for slide in (*brief.slides, *overview().slides) if FAR in slide.note]
    assert not noted


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_result_without_a_target_stands_in_a_table_of_its_own(path) -> None:
    """高唐 2025: 一般公共预算收入增长※ ｜ 3.5% ｜ — below 2025年目标 read as if the plan had no target for it; it has 3.5%, counted otherwise."""
    for brief in [overview(path), *made(path).briefs]:
        for slide in (one for one in brief.slides if one.kind == "compared"):
            assert not [row[0] for row in slide.rows if row[2] == NONE], slide.title


@needs_shared
def test_the_few_results_left_over_stand_at_the_right_of_the_last_rows() -> None:
    path = next(one for one in reports() if one.stem == "county-高唐县-2025")
    first, last = [one for one in overview(path).slides if one.kind == "compared"]
    assert len(first.rows) + len(last.rows) == 15, "as many as the title counts"
    assert (first.beside, [row[:2] for row in last.beside]) == (
        (),
        [
            ("全体居民人均可支配收入增长", "5.6%"),
            ("一般公共预算收入同口径增长※", "3.5%"),
            ("货物进出口总额增长", "13.4%"),
        ],
    )


@needs_shared
@pytest.mark.parametrize(("name", "before"), [("xiaodian-2024", 3), ("county-高唐县-2025", 15)])
def test_a_slide_of_targets_says_where_others_are_and_against_what_its_marks_are(name: str, before: int) -> None:
    """标※的口径不同，不可比 stood there without a column of last year's, and 20 targets showed 17 rows without a word on the others."""
    slides = overview(next(one for one in PATHS if one.stem == name)).slides
    first, *further = [one for one in slides if one.kind == "targets"]
    assert first.note.startswith(f"另有{before}项见前页对照；标※的与上年实绩口径不同，不可比，见")
    assert not [one for one in further if "另有" in one.note]
    (at,) = [at for at, one in enumerate(slides) if one is first]
    assert slides[at - 1].kind == "compared"


def test_the_only_pair_stands_in_one_row_where_all_else_has_room_beside_it() -> None:
    """小店区, area 3: 晋兴板企业 was the first row of two tables, under 两表仅首行可对照."""
    slides = [one for one in made().brief(3).slides if one.kind in ("years", "compared", "results", "targets")]
    (slide,) = slides
    assert slide.rows[0][:3] == ("新增晋兴板企业", "8家", "8家")
    assert (len(slide.rows), len(slide.beside)) == (3, 5), "nothing is left out for it"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_title_of_the_year_s_table_tells_a_pair_that_stands_on_its_slide(path) -> None:
    """五项指标（编者归类） said no figure: 国内生产总值增长5%左右（上年5.2%） stands before it."""
    for slide in (one for one in overview(path).slides if one.kind == "compared"):
        found = re.search(
            "实绩对照(?:（续.?）)?：(.+)（上年(.+?)(?:）等.+项指标（编者归类）|，编者归类）)$", slide.title
        )
        assert found, slide.title
        assert [row for row in slide.rows if row[1] == found[2] and found[1].endswith(row[2].removeprefix("力争"))]
