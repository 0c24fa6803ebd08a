"""The Brief tells an area's whole story in the report's own words: nothing lost, nothing twice, nothing added."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from briefing.assemble import compose
from briefing.assemble.cards import fits_card
from briefing.assemble.clauses import clauses_with, leading_clauses
from briefing.assemble.figures import phrased, printed, tabled
from briefing.assemble.story import MOST_SLIDES, slides_of
from briefing.assemble.story.both_wordings import alike_rows
from briefing.assemble.story.opening import overview as at_a_glance
from briefing.assemble.story.pages import MOST_BULLETS, parts_of
from briefing.assemble.story.topics import topic_slides
from briefing.assemble.widths import set_ems
from briefing.errors import BriefingError
from briefing.model import Brief, Figure, Measure, TopicBrief
from briefing.naming.leaning import leads_up
from real_report import XIAODIAN, made, overview
from shared_reports import needs_shared, reports

AREAS = range(1, 7)


def _letters(text: str) -> str:
    return "".join(one for one in text if one.isalnum())


def _areas() -> list[Brief]:
    return [made().brief(number) for number in AREAS]


@pytest.mark.parametrize("number", AREAS)
def test_every_measure_stands_whole_and_once_on_the_topic_slides(number: int) -> None:
    brief = made().brief(number)
    bullets = [bullet for slide in brief.slides if slide.kind == "topic" for bullet in slide.bullets]
    shown = _letters("".join(bullets))
    wanted = _letters("".join(measure.text for topic in brief.topics for measure in topic.measures))
    assert shown == wanted
    assert not [bullet for bullet in bullets if "…" in bullet]


@pytest.mark.parametrize("number", AREAS)
def test_titles_are_unique_and_no_slide_is_overfull(number: int) -> None:
    slides = made().brief(number).slides
    titles = [slide.title for slide in slides]
    assert len(titles) == len(set(titles))
    for slide in slides:
        assert len(slide.bullets) <= MOST_BULLETS
        assert sum(map(len, slide.bullets)) <= 180


def test_a_deck_of_an_ordinary_area_has_eight_to_fourteen_slides() -> None:
    assert all(8 <= len(brief.slides) <= MOST_SLIDES for brief in _areas())


def test_the_lead_counts_rightly() -> None:
    brief = made().brief(4)
    assert "部署的第四个方面工作，" in brief.lead
    assert "3个主题、13项任务、8项量化目标" in brief.lead


def test_an_area_without_targets_says_so_and_has_no_empty_slide() -> None:
    brief = made().brief(6)
    assert brief.lead.endswith(
        "包括3个主题、10项任务：提升本质安全水平、维护社会和谐稳定、守牢风险防范底线。本领域报告未提出量化目标；"
        "2023年实绩（编者归类）：富力壹品等项目交付7779套，打掉黑恶势力犯罪团伙3个。"
    )
    assert brief.targets == ()
    kinds = {slide.kind for slide in brief.slides}
    assert kinds.isdisjoint({"targets", "chart", "pairs"})
    overview = next(slide for slide in brief.slides if slide.kind == "overview")
    assert "本领域报告未提出量化目标，以下为2023年实绩（编者归类）" in overview.subtitle
    assert {card.part for card in overview.cards} == {"review"}


def test_last_year_stands_beside_a_target_only_when_comparable() -> None:
    brief = made().brief(4)
    (years,) = [slide for slide in brief.slides if slide.kind == "years"]
    assert (years.rows[0][:2], years.beside[0][:2]) == (
        ("建成高标准农田", "1.15万亩"),
        ("完成高标准农田建设", "3500亩"),
    )
    assert years.note.startswith("编者归类：上年实绩按主题归入本领域；")
    assert years.note.count("见指标工作簿") == 1, "what is not listed is said to stand there"
    assert "两表仅首行可对照" in years.note
    assert [row[1] for row in years.beside if "老旧小区" in row[0]] == ["37个"]


def test_the_task_table_leaves_to_people_what_only_people_know() -> None:
    for brief in _areas():
        for task in brief.tasks:
            assert (task.lead, task.responsible) == ("", "")
            assert task.due == ("年内" if "年内" in task.text else "")


def test_slides_with_figures_have_a_source_and_notes() -> None:
    for brief in _areas():
        for slide in brief.slides:
            assert slide.source.startswith("来源：《小店区2024年政府工作报告》")
            assert slide.notes
            if slide.kind not in ("cover", "agenda", "open", "closing"):
                assert "段" in slide.source


def test_the_loose_sentence_of_area_five_is_not_lost() -> None:
    texts = [measure.text for topic in made().brief(5).topics for measure in topic.measures]
    assert [text for text in texts if "全力办好10件民生实事" in text]


def test_an_area_that_is_not_there_is_named_with_those_that_are() -> None:
    one = made()
    with pytest.raises(BriefingError, match="no plan area 9; its plan areas are 1, 2, 3, 4, 5, 6"):
        compose(one.report, one.metrics, one.comparisons, one.groupings, one.charts, one.findings, 9)


def test_the_topics_of_a_deck_that_would_be_long_share_slides_and_say_which() -> None:
    shared = [slide for slide in made().brief(5).slides if any(slide.heads) and slide.kind == "topic"]
    assert [slide.title for slide in shared] == [
        "系统推进生态环境综合治理；其他任务：繁荣发展文化体育事业，全力办好10件民生实事"
    ]
    assert [head for head in shared[0].heads if head] == ["系统推进生态环境综合治理", "其他任务"]


def test_a_topic_with_three_or_four_figures_shows_them_as_cards() -> None:
    cards = {
        slide.title.partition("：")[0]: len(slide.cards) for slide in made().brief(4).slides if slide.kind == "topic"
    }
    assert cards == {"协同推进产城融合": 0, "加快乡村振兴步伐": 4, "完善城市功能品质": 3}


def test_titles_of_topics_are_the_report_s_own_words_and_what_its_measures_aim_at() -> None:
    titles = [slide.title for slide in made().brief(4).slides if slide.kind == "topic"]
    assert titles[1] == "加快乡村振兴步伐：完成3500亩高标准农田建设、粮食播种面积3.72万亩以上"


def test_a_long_task_is_named_by_whole_clauses_that_can_stand() -> None:
    text = "以“三个一号”为引领，建设旅游公路连接线，打造一批精品线路，带动沿线发展"
    assert leading_clauses(text, 12) == "以“三个一号”为引领，建设旅游公路连接线"
    assert leading_clauses("建设旅游公路连接线，打造一批精品线路", 12) == "建设旅游公路连接线"
    assert leading_clauses("改善民生", 12) == "改善民生"
    # What is so now is no task; what is to be done about it is.
    told = leading_clauses("当前我国经济金融风险总体可控，要标本兼治，有效消除风险隐患", 16)
    assert told == "当前我国经济金融风险总体可控，要标本兼治"
    # Nobody can be given 坚持藏粮于地、藏粮于技 alone: what is done stands in the next clause.
    assert leading_clauses("坚持藏粮于地、藏粮于技，改造提升高标准农田，推广复合种植", 12).endswith(
        "改造提升高标准农田"
    )
    assert leading_clauses("继续发挥“杜站长工作室”作用，建设示范基地，培育主体", 12).endswith("建设示范基地")


def test_a_measure_too_long_for_a_slide_is_parted_at_its_commas() -> None:
    text = "，".join("甲" * 30 for _ in range(9))
    bullets = parts_of(text)
    assert len(bullets) > 1
    assert "".join(bullets) == text


def _figure(indicator: str, display: str, sentence: str) -> Figure:
    value, unit, qualifier = printed(display)
    return Figure(
        "r/plan-1/001", indicator, display, value, unit, qualifier, "level", 2024, "plan", 1, "", 1, sentence, "target"
    )


@pytest.mark.parametrize(
    ("figure", "shown", "on_a_card"),
    [
        (_figure("黑恶势力犯罪团伙", "3个", "持续打击犯罪，打掉黑恶势力犯罪团伙3个。"), "打掉黑恶势力犯罪团伙3个", "打掉黑恶势力犯罪团伙"),
        (_figure("公办幼儿园", "3所", "新增3所公办幼儿园。"), "新增3所公办幼儿园", "新增公办幼儿园"),
        # Of a list the second item takes the verb of the first; what a clause leans on stands elsewhere.
        (_figure("科技型中小企业", "2000家", "培育高新技术企业120家、科技型中小企业2000家。"), "培育科技型中小企业2000家", "培育科技型中小企业"),
        (_figure("燃油取暖学校", "35所", "对35所燃油取暖学校进行改气改电。"), "35所燃油取暖学校进行改气改电", "燃油取暖学校进行改气改电"),
        (_figure("民生实事完成", "16项", "已完成16项。"), "民生实事完成16项", "民生实事完成"),
        (_figure("安置区已交付", "10个", "三期21个安置区已交付10个。"), "安置区已交付10个", "安置区已交付"),
    ],
)  # fmt: skip
def test_a_figure_is_told_with_its_verb_where_the_report_s_own_words_are_short(
    figure: Figure, shown: str, on_a_card: str
) -> None:
    assert (phrased(figure), tabled(figure)) == (shown, on_a_card)


def test_a_shortened_task_keeps_the_clause_of_its_target() -> None:
    text = "此外，还要繁荣发展文化体育事业，全力办好10件民生实事"
    assert clauses_with(text, ["10件"], 12) == "全力办好10件民生实事"
    assert clauses_with(text, ["3所"], 12).startswith("此外")
    for brief in made().briefs:
        for row in (row for slide in brief.slides if slide.kind == "tasks" for row in slide.rows):
            task = brief.tasks[int(row[0]) - 1]
            aims = [one.display for one in brief.targets if one.display in task.target and one.display in task.text]
            assert not aims or any(one in row[1] for one in aims), row


@needs_shared
def test_quotation_marks_within_quotation_marks_are_single() -> None:
    """聚焦强‘三农’促提升 inside the marks that the lead puts around a title."""
    path = next(path for path in reports() if path.stem == "county-高唐县-2025")
    quoting = [brief for brief in made(path).briefs if "“" in brief.title]
    assert quoting
    for brief in quoting:
        assert brief.lead.startswith(f"“{brief.title.replace('“', '‘').replace('”', '’')}”是")


def test_no_title_of_a_slide_begins_its_message_with_what_only_leads_up() -> None:
    """依托…, 围绕… and the like tell nothing by themselves: the next clause does."""
    assert leads_up("依托区位优势")
    assert not leads_up("建设旅游公路")
    titles = [slide.title for brief in _areas() for slide in brief.slides if slide.kind == "topic"]
    assert not [title for title in titles if leads_up(title.partition("：")[2])]


def test_every_task_has_its_row_once_and_most_are_whole() -> None:
    for brief in _areas():
        rows = [row for slide in brief.slides if slide.kind == "tasks" for row in slide.rows]
        assert [int(row[0]) for row in rows] == [task.number for task in brief.tasks]
        whole = [row for row, task in zip(rows, brief.tasks, strict=True) if row[1] == task.text]
        assert len(whole) > len(rows) / 2


def test_a_long_deck_ends_without_a_slide_that_repeats_what_others_have_told() -> None:
    """Where nothing is open, the remark on review stands on the last table; nothing else goes."""
    brief = made().brief(1)
    longer = dataclasses.replace(brief, topics=brief.topics * 3, tasks=brief.tasks * 2, findings=(), pairs=())
    kinds = [slide.kind for slide in slides_of(longer, ())]
    assert len(kinds) > MOST_SLIDES - 1
    assert "closing" not in kinds
    assert "须经人工审核" in slides_of(longer, ())[-1].note
    assert "明确责任" in slides_of(brief, ())[-1].heads


def test_a_page_is_not_called_after_a_judgement() -> None:
    texts = ("就业是最基本的民生", "突出就业优先导向，加强政策支持")
    measures = tuple(Measure(text, at, at + len(text), 1, task=at > 0) for at, text in enumerate(texts))
    brief = dataclasses.replace(made().brief(4), topics=(TopicBrief(1, "", "", measures, ()),))
    (slide,) = topic_slides(brief, 1)
    assert slide.title == "重点任务：突出就业优先导向"
    assert slide.bullets == texts


def test_a_task_that_opens_with_a_judgement_is_named_by_what_is_to_be_done() -> None:
    """Area 8 of 四川省 2025: nobody can be given 创业是最积极的就业."""
    text = "创业是最积极的就业，要鼓励以创业带动就业，在确保安全规范的同时给予各领域创新创业者更多支持、更优环境"
    assert leading_clauses(text, 20) == "要鼓励以创业带动就业"
    measures = (Measure(text, 0, len(text), 1),)
    brief = dataclasses.replace(made().brief(4), topics=(TopicBrief(1, "", "", measures, ()),))
    (slide,) = topic_slides(brief, 1)
    assert (slide.title, slide.bullets) == ("重点任务：鼓励以创业带动就业", (text,))


def test_the_opening_tells_a_figure_in_the_order_of_its_source() -> None:
    """A short task was turned round there, so that the audit would not take it for the task: 打造社区食堂示范点3个，打造24个试点社区."""
    assert "打造3个社区食堂示范点，打造24个试点社区，新增3所公办幼儿园" in made().brief(5).lead
    assert "推动省体院等39个重点工程项目落地" in made().brief(4).lead
    (task,) = [one.target for one in made().brief(4).tasks if "提档升级村" in one.target]
    assert task == "打造2个精品示范村；打造3个提档升级村"


def test_the_title_of_a_chart_calls_a_target_a_target() -> None:
    """Area 4: 2024年3500亩 read as if it were done."""
    titles = [slide.title for slide in made().brief(4).slides if slide.kind == "chart"]
    assert titles == ["完成高标准农田建设：2023年建成1.15万亩，2024年目标3500亩"]


def test_the_contents_name_no_part_that_holds_nothing() -> None:
    """总体要求 stood in the contents with an empty cell beside it."""
    for brief in _areas():
        (agenda,) = [slide for slide in brief.slides if slide.kind == "agenda"]
        assert all(all(row) for row in (*agenda.rows, *agenda.beside))


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda path: path.name
)
def test_a_remark_takes_one_line_of_its_box(path: Path) -> None:
    """The longest, of five years whose results are grouped, not all shown and partly comparable, took two (阜平县 2017)."""
    for brief in [overview(path), *made(path).briefs]:
        for slide in brief.slides:
            assert slide.kind in ("cover", "overview") or set_ems(slide.note) <= 60, slide.note


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda path: path.name
)
def test_no_name_on_a_card_at_a_glance_takes_three_lines(path: Path) -> None:
    """The year below it stood on the card's edge (阜平县 2017)."""
    for brief in made(path).briefs:
        (glance,) = (slide for slide in brief.slides if slide.kind == "overview")
        low = not glance.heads
        assert all(fits_card(card, "overview", len(glance.cards), low=low) for card in glance.cards)


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_no_table_has_only_the_number_that_the_first_slide_shows_large(path: Path) -> None:
    """One target and nothing else: a slide of one row said it again."""
    for brief in made(path).briefs:
        listed = [one for one in brief.slides if one.kind == "targets" and not one.chart]
        for slide in listed:
            assert len(brief.targets) > 1 or brief.results or brief.targets != brief.highlights, slide.title
        agenda = next(one for one in brief.slides if one.kind == "agenda")
        told = any("量化目标" in row[2] for row in (*agenda.rows, *agenda.beside) if row[1] != "一页通览")
        shown = any(one.kind in ("targets", "years", "compared") for one in brief.slides)
        assert told == (shown and bool(brief.targets)), brief.title


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_no_deck_claims_that_there_is_nothing_to_check(path: Path) -> None:
    """That the program found nothing is no fact about the report; a closing slide without open questions promises none."""
    for brief in [overview(path), *made(path).briefs]:
        told = [text for slide in brief.slides for text in (slide.title, *slide.bullets, *slide.heads)]
        told += [
            cell
            for slide in brief.slides
            if slide.kind == "agenda"
            for row in (*slide.rows, *slide.beside)
            for cell in row
        ]
        assert not [text for text in told if "没有待核" in text]
        for closing in (one for one in brief.slides if one.kind == "closing"):
            assert ("核实疑点" in closing.title) == ("核实疑点" in closing.heads) == bool(brief.findings)
            if not brief.findings and not closing.beside:
                assert any("程序未检出待核事项，仍须人工审核" in bullet for bullet in closing.bullets)


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_both_wordings_of_a_look_alike_hold_the_words_that_its_difference_names(path: Path) -> None:
    """建成 stands before the first item of a list, which the quantity is not in; a reader has to see it all the same."""
    for brief in made(path).briefs:
        sentences = {one.sentence for pair in brief.pairs for one in (pair.result, pair.target)}
        for _, *wordings, reason in alike_rows(brief):
            # Of what a clause is, where it leaves that out, stands in brackets before it and in its sentence too.
            # The clauses of a group stand in a row.
            clauses = [one for words in wordings for one in words.split("；")]
            told = [re.fullmatch(r"(?:（(?P<of>[^）]+)）)?(?P<words>.+)", words) for words in clauses]
            assert all(
                any(one["words"] in each and (one["of"] or "") in each for each in sentences) for one in told if one
            )
            for year, words in zip(("上年", "今年"), wordings, strict=True):
                # 对象 names indicators, which need not stand in the text as they are called.
                named = [
                    word
                    for part in reason.split("；")
                    if not part.startswith("对象")
                    for group in re.findall(rf"{year}((?:“[^”]+”)+)", part)
                    for word in re.findall("“([^”]+)”", group)
                ]
                assert all(part in words for one in named for part in re.split("[…、]", one)), (words, reason)


@needs_shared
def test_a_verb_that_a_list_says_once_is_quoted_with_the_list() -> None:
    path = next(one for one in reports() if one.stem == "county-高唐县-2025")
    rows = {row[0]: row[1] for row in alike_rows(made(path).brief(5))}
    assert rows["省级美丽乡村、市级美丽乡村"].startswith("建成")
    rows = {row[0]: row[1] for row in alike_rows(made(path).brief(1))}
    assert rows["省重大项目"].startswith("开工建设实施类省市级重点项目32个，其中省重大项目3个")


@needs_shared
def test_pairs_that_share_a_row_tell_each_difference_once() -> None:
    """河北's two targets of one clause stood with 动作不同 twice, and what a text does not write was told as 未写明 of nothing."""
    path = next(one for one in reports() if one.stem == "province-河北省-2024")
    rows = alike_rows(made(path).brief(8))
    assert "推进8个国家级、4个省级区域医疗中心建设" in {row[2] for row in rows}, "without the heading before it"
    reasons = [row[-1] for row in rows]
    assert "动作不同；级别不同" in reasons
    for report in reports():
        for brief in made(report).briefs:
            for row in alike_rows(brief):
                assert row[-1].count("动作不同") <= 1
                assert "未写明，" not in row[-1]
                assert "未写明）" not in row[-1]


@pytest.mark.parametrize(
    ("title", "tiles"),
    [("大力发展现代服务业", True), ("坚定实施扩大内需战略，在加快推动消费投资增长上实现新突破", False)],
)
def test_titles_too_long_for_tiles_stand_in_rows_at_a_glance(title: str, tiles: bool) -> None:
    """Five topics side by side leave each a narrow tile: long titles ran out of it and over the source line."""
    brief = made().brief(4)
    topics = tuple(dataclasses.replace(brief.topics[0], number=number, title=title) for number in range(1, 6))
    slide = at_a_glance(dataclasses.replace(brief, topics=topics))
    assert bool(slide.bullets) is tiles
    assert [row[1] for row in (*slide.rows, *slide.beside)] == ([] if tiles else [title] * 5)


def test_a_doubt_stands_with_every_area_that_cites_its_paragraph() -> None:
    """小店's area 6 rests on 第9段, where 非粮化 stands for 非农化, and said that nothing is to be looked at."""
    assert [one.where for one in made().brief(6).findings] == ["第9段"]
    assert made().brief(1).findings == ()
