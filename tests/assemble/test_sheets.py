"""Which topics stand on which slide: whole where they can be, evenly filled, nothing alone, nothing lost."""

from __future__ import annotations

import re

import pytest

from briefing.assemble.fitting import fit_of
from briefing.assemble.slides import deck_context
from briefing.assemble.story.opening import LEAD
from briefing.assemble.story.pages import MOST_BULLETS, MOST_CHARACTERS, parts_of
from briefing.assemble.story.sheets import sheets_of
from briefing.model import Measure, TopicBrief
from real_report import XIAODIAN, made
from shared_reports import needs_shared, reports

LONG = 21
PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def topic(number: int, *lengths: int, title: str = "主题") -> TopicBrief:
    measures = tuple(
        Measure(f"{number}{at}".ljust(length, "字"), 1, at * 100, at * 100 + length)
        for at, length in enumerate(lengths)
    )
    return TopicBrief(number, "一", title and f"{title}{number}", measures, ())


def sizes(topics: list[TopicBrief], room: int = 9) -> list[list[int]]:
    """Bullets of each topic on each slide."""
    return [[len(part.texts) for part in parts] for parts in sheets_of(topics, room)]


def test_a_long_topic_is_parted_evenly() -> None:
    assert sizes([topic(1, *[41] * 6)]) == [[3], [3]]


def test_an_area_of_nothing_but_its_heading_has_no_topic_slide() -> None:
    """A digest gives lines, each of which may be read as a heading (600字读懂2020年政府工作报告)."""
    assert sheets_of([], 9) == sheets_of([TopicBrief(1, "一", "单位能耗继续下降", (), ())], 9) == []


def test_topics_that_fill_a_slide_have_one_each() -> None:
    assert sizes([topic(1, 40, 40), topic(2, 40, 40)]) == [[2], [2]]


def test_topics_share_slides_only_when_there_is_no_room() -> None:
    topics = [topic(number, 35, 35) for number in range(4)]
    assert sizes(topics, 4) == [[2], [2], [2], [2]]
    assert sizes(topics, 2) == [[2, 2], [2, 2]]


def test_short_topics_come_together_and_a_sentence_before_the_first_joins_it() -> None:
    assert sizes([topic(1, 24), topic(2, 25, 25), topic(3, 25)]) == [[1, 2, 1]]
    assert sizes([topic(0, 40, title=""), topic(1, 40, 40)]) == [[1, 2]]


def test_no_bullet_is_left_alone_where_another_can_stand_with_it() -> None:
    """Eight bullets of a topic are four and four, not seven and one."""
    assert sizes([topic(1, *[15] * 8)]) == [[4], [4]]


@pytest.mark.parametrize("path", PATHS, ids=[path.name for path in PATHS])
def test_every_bullet_of_a_real_report_stands_once_and_in_order(path) -> None:
    """And no slide that could hold two bullets of a topic's end shows one of under thirty characters by itself."""
    briefs = made(path).briefs
    for brief in briefs:
        for room in (1, 6, 40):
            sheets = sheets_of(brief.topics, room)
            parts = [part for parts in sheets for part in parts]
            told = "".join(text for part in parts for text in part.texts).replace("，", "")
            assert told == "".join(one.text for topic in brief.topics for one in topic.measures).replace("，", "")
            assert all(sum(len(part.texts) for part in parts) <= MOST_BULLETS for parts in sheets)
            lone = [parts for parts in sheets if len(parts) == 1 and parts[0].page > 1 and len(parts[0].texts[0]) < 30]
            assert not [parts for parts in lone if len(parts[0].texts) == 1]
    print(f"{len(briefs)} areas of {path.name}")


@needs_shared
@pytest.mark.parametrize(
    ("name", "area"), [("county-高唐县-2025", 5), ("county-高唐县-2025", 7), ("national-国务院-2024", 3)]
)
def test_a_sentence_under_no_heading_comes_with_the_first_topic_even_where_that_is_parted(name: str, area: int) -> None:
    """The lead of an area had a slide of one bullet where the topic after it filled its own."""
    path = next(one for one in reports() if one.name == f"{name}.txt")
    first = next(one for one in made(path).brief(area).slides if one.kind == "topic")
    assert first.heads[0] == LEAD
    assert len(first.bullets) > 1


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_measure_is_one_bullet_and_what_goes_on_with_it_has_no_sign(path) -> None:
    """Seven tasks showed eight bullets: the second half of one had a sign of its own."""
    for brief in made(path).briefs:
        slides = zip(brief.slides, deck_context(brief)["slides"], strict=True)
        lines = [line for slide, shown in slides if slide.kind == "topic" for line in shown["lines"]]
        begun = [line for line in lines if not line["goes_on"]]
        assert len(begun) == sum(len(topic.measures) for topic in brief.topics)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_measure_that_one_slide_holds_is_one_bullet(path) -> None:
    """四川, 聚焦子女教育、住房保障、社会保险等问题， ended a slide, and what was to be done about them began the next without a sign;
    on one slide the second half of a measure looked like a bullet that had lost its own."""
    for brief in made(path).briefs:
        bullets = {text for one in brief.slides if one.kind == "topic" for text in one.bullets}
        measures = [one.text for topic in brief.topics for one in topic.measures]
        assert [text for text in measures if len(text) <= MOST_CHARACTERS and text not in bullets] == []


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_slide_of_several_bullets_is_longer_than_can_be_read_and_none_begins_with_an_and(path) -> None:
    """About 160 characters, ten more where a topic stays whole or what leads the area in stands before it; 以及孟底沟水电站… stood by itself, though
    it goes on from the clause before."""
    for brief in made(path).briefs:
        for slide in (one for one in brief.slides if one.kind == "topic"):
            more = (slide.pages == 1 and not slide.heads) or slide.heads[:1] in ((LEAD,), ("总体部署",))
            assert len(slide.bullets) == 1 or sum(map(len, slide.bullets)) <= (176 if more else 166)
            parted = [
                text for text in slide.bullets if text not in {one.text for t in brief.topics for one in t.measures}
            ]
            assert not [text for text in parted if text.startswith(("以及", "并", "或者"))]


def test_a_long_measure_is_parted_where_its_next_part_can_stand() -> None:
    text = (
        "加快重大工程建设，"
        + "提速实施铁路、高速公路和机场等重大交通项目，" * 8
        + "以及水电站、光伏发电等电源电网项目，加快前期工作"
    )
    assert len(text) > MOST_CHARACTERS
    bullets = parts_of(text)
    assert "".join(bullets) == text
    assert len(bullets) > 1
    assert not [one for one in bullets if one.startswith("以及")]


@needs_shared
def test_a_topic_hardly_longer_than_a_slide_is_not_parted_into_two_that_look_empty() -> None:
    """容城, fourth area: 大力改善农村环境 had one bullet of 63 characters, and two overleaf."""
    brief = made(next(one for one in reports() if one.stem == "county-容城县-2020")).brief(4)
    (slide,) = [one for one in brief.slides if one.kind == "topic" and "大力改善农村环境" in one.title]
    assert len(slide.bullets) == 3
    assert fit_of(slide) == "large"


@needs_shared
def test_what_leads_an_area_in_comes_with_the_first_topic_where_both_are_hardly_longer_than_a_slide() -> None:
    """四川, fifth area: 总的考虑 had a slide of one bullet before two of 着力扩通道强枢纽."""
    brief = made(next(one for one in reports() if one.stem == "province-四川省-2025")).brief(5)
    first = next(one for one in brief.slides if one.kind == "topic")
    assert [one for one in first.heads if one] == [LEAD, "着力扩通道强枢纽"]


@needs_shared
@pytest.mark.parametrize(("name", "area"), [("county-高唐县-2025", 1), ("province-上海市-2025", 2)])
def test_a_deck_that_is_long_already_leaves_no_bullet_behind_its_topic(name: str, area: int) -> None:
    """持续激发消费潜能（续二） had one bullet, before the beginning of the next topic, which went on as well."""
    brief = made(next(one for one in reports() if one.name == f"{name}.txt")).brief(area)
    for slide in (one for one in brief.slides if one.kind == "topic" and one.heads):
        starts = [at for at, head in enumerate(slide.heads) if head]
        ends = [*starts[1:], len(slide.bullets)]
        assert not [
            slide.heads[start]
            for start, end in zip(starts, ends, strict=True)
            if "（续" in slide.heads[start] and end - start == 1
        ]


@needs_shared
def test_a_slide_of_two_topics_is_titled_with_a_figure_of_theirs() -> None:
    """加快发展都市现代农业 has 高标准农田 on it; the lead of the area, which has its own head there, is no second topic."""
    brief = made(next(one for one in reports() if one.name == "province-上海市-2025.docx")).brief(5)
    first = next(one for one in brief.slides if one.kind == "topic")
    assert first.title == "加快发展都市现代农业：建设4万亩高标准农田"


@needs_shared
@pytest.mark.parametrize(("name", "area"), [("county-高唐县-2025", 1), ("county-高唐县-2025", 3)])
def test_no_topic_begins_at_the_foot_of_a_slide_of_another_that_is_torn(name: str, area: int) -> None:
    """持续扩容服务业（续）：…；持续扩大有效投资：…: the third topic began below two bullets of the second, whose slide before had three; and
    营造良好发展生态 kept 高新技术企业35家 out of the title and of the cards."""
    brief = made(next(one for one in reports() if one.stem == name)).brief(area)
    slides = [one for one in brief.slides if one.kind == "topic"]
    assert not [one.title for one in slides if len({*one.heads} - {"", LEAD}) > 1]
    assert not [one.title for one in slides if "总体要求" in one.title], "which the report says of the whole year alone"
    if area == 3:
        (cards,) = [one.cards for one in brief.slides if "全面强化科技赋能（续）" in one.title]
        assert [f"{one.indicator}{one.display}" for one in cards][:1] == ["高新技术企业35家"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_topics_share_a_slide_only_whole(path) -> None:
    """But for decks that are half as long again as others: 上海 2025 has ten topics of 31 tasks in its second area."""
    torn = []
    for brief in (one for one in made(path).briefs if len(one.slides) <= LONG):
        for slide in (one for one in brief.slides if one.kind == "topic"):
            heads = {one.partition("（续")[0] for one in slide.heads}
            here = [one for one in brief.topics if one.title and one.title in heads]
            told = "".join(slide.bullets)
            whole = all(measure.text in told for topic in here for measure in topic.measures)
            torn += [slide.title] if len(here) > 1 and not whole else []
    assert torn == []


@needs_shared
def test_a_slide_of_what_leads_an_area_in_says_at_its_end_what_it_is_for() -> None:
    """博野, area 5: 总的考虑：始终牢记生态环境是最普惠民生 was the first of three clauses."""
    brief = made(next(one for one in reports() if one.stem == "county-博野县-2025")).brief(5)
    assert (
        next(one.title for one in brief.slides if one.kind == "topic")
        == "总的考虑：统筹抓好污染防治、生态修复、低碳转型，推动高颜值环境与高质量发展齐头并进"
    )


@needs_shared
@pytest.mark.parametrize(
    ("start", "area", "title"),
    [
        (
            "city-保定市-2025",
            3,
            "培育未来产业：聚焦未来制造、未来信息、未来材料",
        ),  # …：推动智能制造、生物制造、共享制造发展
        ("city-保定市-2023", 5, "重点任务（续四）：安居韧性场景；品质县城场景"),  # …：安居韧性场景
        ("county-容城县-2020", 7, "重点任务（续）：推进综合执法改革；加快构建风险防控体系"),
        ("city-保定市-2025", 2, "大力提振消费：开展消费提振专项行动；落实“两新”政策等6项任务"),
    ],
)
def test_the_title_of_a_page_of_tasks_tells_all_of_them_or_how_many_there_are(
    start: str, area: int, title: str
) -> None:
    """The first of three, or of six, stood for all."""
    brief = made(next(one for one in reports() if one.name.startswith(start))).brief(area)
    assert title in [one.title for one in brief.slides]


def test_a_title_says_etc_once() -> None:
    """小店 2: …等生产性服务业等3项任务."""
    told = [one.title for one in made().brief(2).slides if one.title.startswith("转型提质传统产业（续）")]
    assert told == ["转型提质传统产业（续）：加快发展研发设计、现代物流等生产性服务业，共3项任务"]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_what_a_title_counts_stands_on_its_slide(path) -> None:
    """等6项任务 of a slide with six of them."""
    for brief in made(path).briefs:
        tasks = [one.text for topic in brief.topics for one in topic.measures if one.task]
        for slide in (one for one in brief.slides if one.kind == "topic"):
            for said in re.findall(r"[等共](\d+)项任务$", slide.title):
                assert int(said) == sum(task.startswith(tuple(slide.bullets)) for task in tasks), slide.title


@needs_shared
@pytest.mark.parametrize(
    ("start", "area", "title"),
    [
        ("district-清苑区-2024", 7, "维护社会大局稳定（续）；其他任务：承诺践诺、如期兑现"),  # 其他任务：2024年
        (
            "county-阜平县-2017",
            2,
            "重点任务（续）：到2021年，建成30万亩的绿色安全农副产品基地等2项任务",
        ),  # 重点任务（续）：到2021年
    ],
)
def test_no_title_says_only_when(start: str, area: int, title: str) -> None:
    brief = made(next(one for one in reports() if one.name.startswith(start))).brief(area)
    assert title in [one.title for one in brief.slides]
