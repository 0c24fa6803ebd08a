"""The report that stands in the repository is read as a person reads it: areas, topics, joins, furniture, places."""

from __future__ import annotations

import re

import pytest

from briefing.model import Area
from briefing.parse.characters import compact, uniform
from real_report import XIAODIAN, made

TITLES = [
    "优化结构、提升能级，持续增强经济发展新动能",
    "创新驱动、数字引领，加快培育新质生产力",
    "狠抓项目、创优环境，激发区域竞争新活力",
    "一体统筹、品质提升，构建城乡融合新格局",
    "改善民生、增进福祉，满足人民群众新期待",
    "守土有责、守土尽责，开创和谐稳定新局面",
]


def _areas(kind: str) -> list[Area]:
    parts = [part for part in made().report.parts if part.kind == kind]
    return [area for part in parts for area in part.areas if area.number > 0]


def test_the_six_plan_areas_bear_their_exact_titles() -> None:
    assert [area.title for area in _areas("plan")] == TITLES
    assert made().report.announced == 6


def test_a_topic_glued_into_a_paragraph_is_found() -> None:
    titles = [topic.title for topic in _areas("plan")[1].topics]
    assert titles == ["强化科技创新支撑引领", "发展壮大新兴产业", "转型提质传统产业"]


def test_a_loose_closing_sentence_stands_under_no_topic_and_is_kept() -> None:
    topics = _areas("plan")[4].topics
    assert [topic.title for topic in topics[:4]] == [
        "着力提升社会保障水平",
        "深入推进教育优质均衡发展",
        "全面提升全民健康水平",
        "系统推进生态环境综合治理",
    ]
    assert topics[4].title == ""
    assert (
        topics[4].measures[0].text == "繁荣发展文化体育事业，全力办好10件民生实事"
    )  # 此外，还要 leans on nothing there


def test_the_review_has_six_sections() -> None:
    assert len(_areas("review")) == 6
    assert _areas("review")[0].title == "迎难而上、主动作为，经济运行态势稳中向好"


@pytest.mark.parametrize("noise", ["硕果累累", "信心满满", "记者", "供图", "王丹"])
def test_banners_and_byline_are_taken_out(noise: str) -> None:
    assert noise not in made().cleaned


@pytest.mark.parametrize(
    "joined", ["集聚120余家数字经济企业", "打造人才创新创业“强磁场”", "占财政支出八成以上", "PM10、PM2.5、O3、氮氧化物"]
)
def test_what_page_breaks_cut_is_joined(joined: str) -> None:
    assert joined in made().cleaned


def test_punctuation_between_chinese_is_full_width() -> None:
    assert not re.search(r"(?<=[\u4e00-\u9fff”])[,;:()](?=[\u4e00-\u9fff“])", made().cleaned)


def test_place_year_title_and_source_come_from_the_text() -> None:
    report = made().report
    assert (report.place, report.plan_year, report.review_year, report.level) == ("小店区", 2024, 2023, "county")
    assert report.source == "《小店区2024年政府工作报告》（据媒体报道）"


def test_every_piece_is_a_slice_of_the_cleaned_text() -> None:
    one = made()
    for part in one.report.parts:
        for area in part.areas:
            assert part.start <= area.start <= area.end <= part.end
            for topic in area.topics:
                assert topic.title in one.cleaned[area.start : area.end]
                for measure in topic.measures:
                    assert one.cleaned[measure.start : measure.end] == measure.text
                    paragraph = one.report.paragraphs[measure.paragraph - 1]
                    assert paragraph.start <= measure.start < measure.end <= paragraph.end


def test_nothing_is_invented_and_only_named_noise_is_lost() -> None:
    """Letters and digits of the cleaned text stand in the file in the same order; what is gone are banners and byline."""
    kept = re.findall(r"[\w%]", made().cleaned)
    raw = re.findall(
        r"[\w%]", XIAODIAN.read_text(encoding="utf-8").translate(str.maketrans("₀₁₂₃₅", "01235")).replace("_", "")
    )
    at, lost = 0, []
    for character in raw:
        if at < len(kept) and kept[at] == character:
            at += 1
        else:
            lost.append(character)
    assert at == len(kept)
    assert sorted("".join(lost)) == sorted("2023硕果累累2024信心满满记者王丹小店区融媒体中心供图")


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("确保PM 2.5 浓度同比下降 5%", "确保PM2.5浓度同比下降5%"),
        ("PM 10 和PM  2.5", "PM10和PM2.5"),
        ("接入GPU 2000 nodes", "接入GPU 2000 nodes"),
    ],
)
def test_a_blank_inside_the_name_of_a_pollutant_is_typesetting(written: str, read: str) -> None:
    """So that its digits become a subscript and no number of their own; between Latin words a blank stays."""
    assert compact(uniform(written)).text == read
