"""What only looks like a figure of the other year bears a sign wherever both are listed, and the sign is explained there."""

from __future__ import annotations

import io
import re
from itertools import combinations
from pathlib import Path

import docx
import pptx
import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.assemble.figures import ALIKE
from briefing.assemble.slides import deck_context
from briefing.assemble.story.both_wordings import alike_rows, clause_of
from briefing.assemble.story.look_alikes import large_alike
from briefing.assemble.story.pages import split_rows
from briefing.assemble.story.wording import MARKED, RESULTS_MARKED, aims_marked
from briefing.assemble.word_context import summary_context
from briefing.model import Brief, Pair
from briefing.naming.shown_name import place_of
from real_report import DECK, SUMMARY, XIAODIAN, made, overview
from shared_reports import needs_shared, reports

TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def _path(name: str) -> Path:
    return next(path for path in PATHS if path.stem == name)


def members(brief: Brief) -> set[str]:
    """Ids of the figures in pairs that only look alike."""
    return {one.metric_id for pair in brief.pairs if pair.status == "look_alike" for one in (pair.result, pair.target)}


def test_renovated_and_completed_housing_stand_beside_this_years_with_the_sign() -> None:
    (slide,) = [one for one in made().brief(4).slides if one.kind == "years"]
    names = [row[0] for row in (*slide.rows, *slide.beside)]
    assert [one for one in names if one.endswith(ALIKE)] == [
        "老旧小区开工改造※",
        "老旧小区续建完工※",
        "启动老旧小区改造※",
    ]
    assert slide.note.endswith("标※的口径不同，不可比")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_sign_stands_on_look_alikes_only_and_is_explained_on_its_slide(path) -> None:
    for brief in made(path).briefs:
        alike = members(brief)
        assert {one.metric_id for one in (*brief.results, *brief.targets) if one.alike} <= alike
        for slide in brief.slides:
            cells = [cell for row in (*slide.rows, *slide.beside) for cell in row]
            if slide.kind in ("compared", "years", "results", "targets"):
                assert any(one.endswith(ALIKE) for one in cells) <= any(
                    told in slide.note for told in (MARKED, aims_marked(brief), RESULTS_MARKED)
                ), slide.title


def test_the_paper_has_the_sign_in_its_tables_and_in_that_of_the_look_alikes() -> None:
    context = summary_context(made().brief(4), {})
    assert "启动老旧小区改造※" in [row["indicator"] for row in context["target_rows"]]
    assert "老旧小区开工改造※" in [row["indicator"] for row in context["result_rows"]]
    assert all(row["indicator"].endswith(ALIKE) for row in context["look_alikes"])
    assert context["grouping_note"].endswith(f"{RESULTS_MARKED}，见表2")


@needs_shared
@pytest.mark.parametrize(
    ("name", "against"),
    [("national-国务院-2018", "过去五年和上年"), ("province-四川省-2025", "上年")],
)
def test_the_sign_says_of_what_time_the_results_are(name: str, against: str) -> None:
    """国务院 2018: 贫困人口减少6800多万 is of five years, and no 上年实绩."""
    told = {one.note for one in overview(_path(name)).slides if one.kind == "targets" and "标※" in one.note}
    assert told
    assert all(f"标※的与{against}实绩口径不同，不可比" in one for one in told)


def test_no_sign_stands_on_a_slide_that_does_not_explain_it() -> None:
    """The card of 启动老旧小区改造 on its topic's slide had it, without a word."""
    deck = pptx.Presentation(io.BytesIO(fill_deck(DECK, made().brief(4))))
    texts = ["".join(found.text or "" for found in slide.element.iter(TEXT)) for slide in deck.slides]
    signed = [text for text in texts if ALIKE in text]
    assert signed
    assert all(any(told in text for told in (MARKED, aims_marked(made().brief(4)), RESULTS_MARKED)) for text in signed)


def test_look_alikes_carry_both_wordings_and_the_warning() -> None:
    (slide,) = [slide for slide in overview().slides if slide.kind == "pairs"]
    assert "口径不同，不可比" in slide.title
    row = next(row for row in slide.rows if "专精特新" in row[0])
    assert "省级" in row[1]
    assert "发展" in row[2]
    (closing,) = [slide for slide in made().brief(4).slides if slide.kind == "closing"]
    assert "口径不同，不可比" in closing.bullets[1]
    assert any("老旧小区" in row[0] for row in closing.beside)


def test_evidence_lists_a_figure_only_with_the_passage_it_stands_in() -> None:
    """9个 of 王村等9个城改项目 stood beside 省体院等39个重点工程项目, too."""
    evidence = [one for one in made().brief(4).slides if one.kind == "evidence"]
    told = {row[2]: row[0] for slide in evidence for row in slide.rows}
    assert told["推动省体院等39个重点工程项目落地"] == "推动省体院等重点工程项目落地39个"


def test_what_was_done_to_is_said_in_brackets_where_its_clause_leaves_it_out() -> None:
    """续建完工220个 of 老旧小区开工改造76个，续建完工220个 said not of what."""
    (row,) = alike_rows(made().brief(4))
    assert row[1] == "老旧小区开工改造76个；（老旧小区）续建完工220个"


@needs_shared
def test_a_figure_with_two_look_alikes_is_one_group() -> None:
    """徐水: 高新技术企业5家 beside 净增22家 and beside 总数100家 was told, and counted, as two groups."""
    rows = {row[0]: row[1:] for row in alike_rows(made(_path("district-徐水区-2024")).brief(4))}
    assert rows["高新技术企业"] == (
        "全年净增高新技术企业22家；（高新技术企业）总数达100家",
        "争取新增省级“专精特新”企业5家、高新技术企业5家",
        "动作不同；总量与当年数不同",
    )
    assert list(rows) == ["省级“专精特新”企业", "高新技术企业"]


@needs_shared
def test_two_results_of_one_clause_are_told_in_its_words_though_another_grew_as_much() -> None:
    """博野: 城镇居民人均可支配收入增长6% was told in the clause of 地区生产总值, which grew as much."""
    row = alike_rows(overview(_path("county-博野县-2025")))[0]
    assert row[1] == "城镇、农村居民人均可支配收入分别增长6%和7%"
    assert row[3] == "对象不同（上年分城镇、农村，今年不分城乡）"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_what_is_said_to_be_in_the_workbook_only_stands_in_no_table(path) -> None:
    """清苑, area 1: 另有9项见指标工作簿 counted two whose words stand in 口径提示."""
    grouped = {one.metric_id: one.area for one in made(path).groupings}
    for brief in made(path).briefs:
        told = {one.metric_id for one in brief.results} | {one.result.metric_id for one in brief.pairs}
        left = [one for one, area in grouped.items() if area == brief.number and one not in told]
        assert brief.results_left == len(left), brief.title


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_pairs_with_a_figure_in_common_stand_in_one_row(path) -> None:
    for brief in (*made(path).briefs, overview(path)):
        rows = alike_rows(brief)
        pairs = [one for one in brief.pairs if one.status == "look_alike"]
        for one, other in combinations(pairs, 2):
            if one.result.metric_id == other.result.metric_id or one.target.metric_id == other.target.metric_id:
                assert [row for row in rows if all(_told_in(each, row) for each in (one, other))], one.indicator


def _told_in(pair: Pair, row: tuple[str, ...]) -> bool:
    return pair.indicator in row[0] and pair.result.display in row[1] and pair.target.display in row[2]


@needs_shared
def test_both_wordings_say_what_they_are_about() -> None:
    """分别同比增长5.8%和6.8% said not of what; 7% was found in the 7%左右 of another target; and one difference was told twice."""
    (row,) = [
        row for row in alike_rows(overview(_path("district-清苑区-2024"))) if row[0].startswith("居民人均可支配收入")
    ]
    assert row[1:] == (
        "（城乡居民人均可支配收入）分别同比增长5.8%和6.8%",
        "居民人均可支配收入增长7%",
        "对象不同（上年分城镇、农村，今年不分城乡）",
    )


@needs_shared
def test_a_clause_that_leaves_its_thing_to_another_has_it_in_brackets() -> None:
    rows = [row for brief in made(_path("province-浙江省-2025")).briefs for row in alike_rows(brief)]
    assert "（中欧班列）力争全年开行2500列以上" in {row[2] for row in rows}
    rows = alike_rows(overview(_path("national-国务院-2018")))
    assert "（棚改）今年开工580万套" in {row[2] for row in rows}


def test_the_clause_is_that_of_the_figure_and_not_the_first_with_its_digits() -> None:
    told = "地区生产总值增长7%左右，居民收入增长7%；完成投资17%"
    assert clause_of(told, "7%", "居民收入增长") == "居民收入增长7%"
    assert clause_of(told, "17%", "投资") == "完成投资17%"
    assert clause_of(told, "8%", "投资") == ""


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_aspect_is_told_twice_and_both_wordings_hold_their_figures(path) -> None:
    for brief in (*made(path).briefs, overview(path)):
        pairs = [one for one in brief.pairs if one.status == "look_alike"]
        for _, last, this, reason in alike_rows(brief):
            assert any(pair.result.display in last and pair.target.display in this for pair in pairs)
            aspects = re.findall("(?:^|；)([^（；]+不同)（", reason)
            assert len(set(aspects)) == len(aspects), reason


def test_the_overview_tells_all_look_alikes_on_one_slide() -> None:
    """小店: seven rows took two slides; those of one target share a row. Of nine of
    高唐's twelve rows nothing was said but 动作不同 or 对象不同, and the reader had to find which words those are."""
    (slide,) = [one for one in overview().slides if one.kind == "pairs"]
    assert slide.title == "五组指标名称相近，口径不同，不可比"
    rows = {row[0]: row[1:] for row in slide.rows}
    assert rows["老旧小区改造"] == (
        "老旧小区开工改造76个；（老旧小区）续建完工220个",
        "启动37个老旧小区改造等",
        "动作不同（上年“开工改造”“续建完工”，今年“启动”）",
    )
    assert rows["“专精特新”企业"][2] == "上年“省级”，今年未写明级别；动作不同"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_tables_of_look_alikes_are_of_one_size_on_all_their_slides(path: Path) -> None:
    """They stood in the small size over two slides that were half empty (河北: four rows each)."""
    for brief in (*made(path).briefs, overview(path)):
        shown = [one for one in deck_context(brief)["slides"] if one["kind"] == "pairs"]
        assert len({one["fit"] for one in shown}) <= 1
        rows = [row for one in brief.slides if one.kind == "pairs" for row in one.rows]
        if rows and len(large_alike(rows)) <= len(shown):
            assert {one["fit"] for one in shown} == {"large"}
        drawn = pptx.Presentation(io.BytesIO(fill_deck(DECK, brief))) if shown else []
        # None is parted a second time as it is drawn.
        assert not shown or len(list(drawn.slides)) == len(brief.slides)


def test_a_name_broken_by_meaning_takes_its_lines() -> None:
    """单位国内/生产总值/能耗下降 was reckoned as the two lines that it takes when broken anywhere."""
    rows = [("单位国内\n生产总值\n能耗下降", "3%以上")] * 2
    assert len(split_rows(rows, (7.5, 15.8), 5)) == 2
    assert len(split_rows(rows, (7.5, 15.8), 5.3)) == 1


def test_a_wording_ends_with_the_item_that_it_is_about() -> None:
    """培育高新技术企业120家、科技型中小企业2000家: of the second nothing is said."""
    rows = {row[0]: row for row in alike_rows(made().brief(2))}
    assert rows["高新技术企业"][2] == "培育高新技术企业120家"
    assert rows["高新技术企业"][3] == "动作不同（上年“新认定”，今年“培育”）", "an area has room for the words"


@needs_shared
@pytest.mark.parametrize(
    ("stem", "area", "at", "told"),
    [
        # 5家 stands twice; the verb stands before the list, and what two things grew by behind both.
        ("district-徐水区-2024", 0, 2, "争取新增省级“专精特新”企业5家、高新技术企业5家"),
        ("province-浙江省-2025", 0, 1, "服务贸易、数字贸易分别增长24.5%、14.5%"),
        ("county-蠡县-2022", 0, 2, "改造棚户区300套"),
    ],
)
def test_what_a_wording_needs_stays(stem: str, area: int, at: int, told: str) -> None:
    brief = made(_path(stem)).brief(area) if area else overview(_path(stem))
    assert told in {row[at] for row in alike_rows(brief)}


@needs_shared
def test_income_is_not_told_in_the_words_on_gdp() -> None:
    """博野: （预计全年地区生产总值）增长6% stood for 城镇、农村居民人均可支配收入分别增长6%和7%, since both are 6%."""
    whole = overview(_path("county-博野县-2025"))
    (row,) = [row for row in alike_rows(whole) if row[0].startswith("城乡居民")]
    assert row[1:] == (
        "城镇、农村居民人均可支配收入分别增长6%和7%",
        "城乡居民人均可支配收入增长6%左右",
        "对象不同（上年分城镇、农村，今年不分城乡）",
    )
    proofs = {row[0]: row[2] for slide in whole.slides if slide.kind == "evidence" for row in slide.rows}
    assert proofs["2024年地区生产总值预计86亿元；地区生产总值预计增长6%"] == "预计全年地区生产总值完成86亿元，增长6%"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_figure_is_found_where_it_stands_though_its_digits_stand_twice(path) -> None:
    one = made(path)
    for metric in one.metrics:
        start = one.cleaned.find(metric.sentence, max(0, metric.start - len(metric.sentence)))
        if one.cleaned.startswith(metric.sentence, start) and start <= metric.start:
            assert place_of(metric.sentence, metric.text, metric.indicator) == metric.start - start, metric.indicator


@needs_shared
def test_both_wordings_of_every_sign_in_the_overview_stand_in_its_own_table() -> None:
    """上海: six rows of 总览 had the sign, and 见领域（一）、（五） sent the reader to other files for what they differ in."""
    whole = overview(_path("province-上海市-2025"))
    (slide,) = [one for one in whole.slides if one.kind == "pairs"]
    assert (
        "既有多层住宅加装电梯",
        "推动既有多层住宅加装电梯3005台",
        "完成既有多层住宅加装电梯3000台",
        "动作不同（上年“推动”，今年“完成”）",
    ) in slide.rows
    assert "保障性租赁住房总量（“十四五”末）" in {row[0] for one in whole.slides for row in (*one.rows, *one.beside)}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_signed_row_of_the_overview_is_told_in_both_wordings_there(path) -> None:
    whole = overview(path)
    told = [row for slide in whole.slides if slide.kind == "pairs" for row in slide.rows]
    assert told == list(alike_rows(whole)), "whole and once, over as many slides as hold them"
    for one in (*whole.targets, *whole.results):
        at = 2 if one.part == "plan" else 1
        assert not one.alike or any(one.display in row[at] for row in told), one.indicator


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_paper_names_the_table_of_both_wordings_by_its_number(path) -> None:
    """国务院 2018: 见下表 stood below the table that was meant, and named areas of which no row of its own table was."""
    for brief in [overview(path), *made(path).briefs]:
        context = summary_context(brief, {})
        numbers = set(re.findall(r"见表(\d)", context["target_note"] + context["grouping_note"]))
        assert bool(numbers) <= bool(context["look_alikes"])
        if numbers:
            text = "\n".join(p.text for p in docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, {}))).paragraphs)
            assert numbers == set(re.findall(r"表(\d)\s?名称相近", text))


@needs_shared
@pytest.mark.parametrize("area", [0, 1])
def test_what_only_looks_alike_has_its_paragraphs_in_its_row(area: int) -> None:
    """蠡县: the words of both years stood in the table without a place, which the two tables beside it have in each row."""
    path = next(one for one in reports() if one.stem == "county-蠡县-2022")
    brief = made(path).brief(area) if area else overview(path)
    table = next(
        one
        for one in docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, {}))).tables
        if one.rows[0].cells[-1].text == "差异"
    )
    assert table.rows[0].cells[0].text == "指标、出处"
    pairs = [one for one in brief.pairs if one.status == "look_alike"]
    cited = [
        {int(number) for number in re.findall(r"\d+", row.cells[0].text.rpartition("\n")[2])} for row in table.rows[1:]
    ]
    assert all(any({one.result.paragraph, one.target.paragraph} <= each for each in cited) for one in pairs)
    assert set().union(*cited) == {number for one in pairs for number in (one.result.paragraph, one.target.paragraph)}
