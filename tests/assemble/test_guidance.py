"""总览 tells what a plan says before its first area: 总体要求 whole, policies and ways of working by their headings; and nothing that is none."""

from __future__ import annotations

import dataclasses
import io
import re
from pathlib import Path

import docx
import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.assemble.bullets import size_of
from briefing.assemble.slides import deck_context
from briefing.assemble.story.demand import in_steps
from briefing.assemble.story.guidance import SELECTED
from briefing.assemble.story.pages import MOST_BULLETS, fits_title
from briefing.assemble.word_context import summary_context
from briefing.audit import audit
from briefing.model import Brief, Guidance
from real_report import DECK, SUMMARY, XIAODIAN, made, overview
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def told(start: str) -> dict[str, list[Guidance]]:
    path = next(one for one in PATHS if one.name.startswith(start))
    names: dict[str, list[Guidance]] = {}
    for one in overview(path).guidance:
        names.setdefault(one.name, []).append(one)
    return names


def test_the_general_requirements_stand_whole_in_deck_and_paper() -> None:
    """小店 gives them in two sentences; what introduces them (…第五次会议提出) is left out. Each has a slide, in bullets of sense: whom it
    follows, how the work is done, what it is for."""
    (demand,) = overview().guidance
    assert (demand.name, demand.general) == ("总体要求", True)
    assert demand.measures[0].text.startswith("坚持以习近平新时代中国特色社会主义思想为指导，")
    assert demand.measures[-1].text.endswith("奋力谱写中国式现代化小店篇章")
    slides = [one for one in overview().slides if one.subtitle == "总体要求"]
    assert ["，".join(one.bullets) for one in slides] == [f"{one.text}。" for one in demand.measures]
    assert slides[0].bullets == (
        "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神",
        "深入学习贯彻习近平总书记关于山西工作的重要讲话重要指示精神，认真落实中央、省委、市委、区委经济工作会议部署",
        "坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，主动服务和融入新发展格局",
        "着力推动高质量发展，全面深化改革开放，着力加强科技创新。",
    )
    assert slides[1].bullets[-1].startswith("持续推动经济实现质的有效提升和量的合理增长，")
    assert [one.title for one in slides] == [
        "总体要求：坚持稳中求进工作总基调",
        "总体要求（续）：增进民生福祉，保持社会稳定，奋力谱写中国式现代化小店篇章",
    ]
    paper = docx.Document(io.BytesIO(fill_summary(SUMMARY, overview(), {})))
    texts = [one.text for one in paper.paragraphs]
    assert texts[texts.index("一、总体要求") + 1] == "".join(f"{one.text}。" for one in demand.measures)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_every_report_gives_its_requirements_in_its_own_words(path: Path) -> None:
    """Each slide has a title of two lines, seven bullets at most, and its place; no target's sentence and nothing of an area is among them."""
    whole, cleaned = overview(path), made(path).cleaned
    assert [one.general for one in whole.guidance].count(True) == 1
    measures = {one.text for brief in made(path).briefs for topic in brief.topics for one in topic.measures}
    for one in whole.guidance:
        for measure in one.measures:
            assert cleaned[measure.start : measure.end] == measure.text
            assert measure.text not in measures
            assert "预期目标是" not in measure.text
    for slide in (one for one in whole.slides if one.subtitle in {told.name for told in whole.guidance}):
        assert fits_title(slide.title)
        assert len(slide.bullets) <= MOST_BULLETS
        assert slide.source.endswith("段")
        assert re.match(rf"{slide.subtitle}(?:（续.?）)?：", slide.title)


@needs_shared
def test_policies_are_told_by_their_headings() -> None:
    policies = told("national-国务院-2024")["政策取向"]
    assert [one.heading for one in policies] == [
        "我们要坚持稳中求进、以进促稳、先立后破",
        "积极的财政政策要适度加力、提质增效",
        "稳健的货币政策要灵活适度、精准有效",
        "增强宏观政策取向一致性",
    ]
    assert [one.text for one in policies[1].measures[:2]] == [
        "综合考虑发展需要和财政可持续，用好财政政策空间，优化政策工具组合",
        "赤字率拟按3%安排，赤字规模4.06万亿元，比上年年初预算增加1800亿元",
    ]


@needs_shared
@pytest.mark.parametrize(
    ("start", "sums"),
    [
        ("national-国务院-2024", ["4.06万亿元", "28.5万亿元", "地方政府专项债券3.9万亿元", "超长期特别国债"]),
        ("national-国务院-2018", ["赤字率拟按2.6%", "2.38万亿元", "21万亿元", "一般性转移支付增长10.9%"]),
    ],
)
def test_a_policy_is_told_with_all_that_measures_it(start: str, sums: list[str]) -> None:
    """An excerpt by length ended before 专项债券 and 特别国债; what only explains or admonishes (严肃财经纪律) is left out."""
    (fiscal,) = [one for one in told(start)["政策取向"] if "积极的财政政策" in one.heading]
    said = [one.text for one in fiscal.measures]
    assert [word for word in sums if not any(word in one for one in said)] == []
    assert not [one for one in said if "财经纪律" in one or "调低赤字率" in one]


@needs_shared
def test_a_way_of_working_is_told_to_its_end() -> None:
    """推动高质量发展要靠改革 was the last sentence told, and what it leads to was not."""
    (manner,) = told("national-国务院-2024")["工作要求"]
    assert [one.text[:10] for one in manner.measures[-2:]] == ["从根本上说，推动高质", "我们要以更大的决心和"]


@needs_shared
def test_points_are_told_by_what_each_is() -> None:
    (manner,) = told("province-四川省-2025")["工作要求"]
    assert [one.text for one in manner.measures] == [
        "一是主动服务和融入国家重大战略",
        "二是保持高质量发展战略定力",
        "三是把全方位扩大内需作为战略之举",
        "四是用好改革开放关键一招",
        "五是在高质量发展中更好保障和改善民生",
    ]


@needs_shared
def test_what_is_no_guidance_is_left_out() -> None:
    """How things stand, the reasons of the targets, and what leads to the areas."""
    for start in ("national-国务院-2024", "national-国务院-2018", "province-四川省-2025", "county-高唐县-2025"):
        texts = "".join(
            one.heading + "".join(each.text for each in one.measures) for ones in told(start).values() for one in ones
        )
        for none in (
            "综合分析",
            "机遇",
            "上述预期目标",
            "诸多挑战",
            "方面的工作",
            "方面工作",
            "任务十分繁重",
            "收官之年",
        ):
            assert none not in texts, (start, none)


def _audited(brief: Brief, folder: Path) -> list[str]:
    real = made()
    summary, deck = folder / "summary.docx", folder / "deck.pptx"
    summary.write_bytes(fill_summary(SUMMARY, brief, {}))
    deck.write_bytes(fill_deck(DECK, brief))
    return [one.message for one in audit(brief, real.report, real.cleaned, real.metrics, summary, deck, {}).failures]


def test_requirements_that_are_not_the_report_s_fail_the_audit(tmp_path: Path) -> None:
    """Of other words, of an area, or in the Brief and in no document."""
    brief = overview()
    assert _audited(brief, tmp_path) == []
    (demand,) = brief.guidance
    other = dataclasses.replace(demand.measures[0], text="坚持快中求进工作总基调")
    area = made().brief(1).topics[0].measures[0]
    for measure in (other, area):
        changed = dataclasses.replace(brief, guidance=(dataclasses.replace(demand, measures=(measure,)),))
        assert any("与原文该处不同，或不在计划部分各领域之前" in one for one in _audited(changed, tmp_path))
    untold = dataclasses.replace(brief, slides=tuple(one for one in brief.slides if one.subtitle != "总体要求"))
    assert any("总体要求缺失或不完整" in one for one in _audited(untold, tmp_path))


def test_no_bullet_has_a_bold_beginning() -> None:
    """Of the clauses of one sentence, and of the tasks of one slide, some looked like headings: only figures are bold."""
    slides = [one for one in deck_context(overview())["slides"] if one["kind"] == "topic"]
    slides += [one for brief in made().briefs for one in deck_context(brief)["slides"] if one["kind"] == "topic"]
    bold = [run for slide in slides for line in slide["lines"] for run in line["text"] if run.bold]
    assert bold
    assert not [run.text for run in bold if not run.accent]


@needs_shared
def test_policies_of_which_the_first_sentences_are_told_say_so() -> None:
    """Neither deck nor paper said that more stands in the report."""
    path = next(one for one in PATHS if one.name.startswith("national-国务院-2024"))
    slides = [one for one in overview(path).slides if one.subtitle in ("政策取向", "工作要求")]
    assert slides
    assert {one.note for one in slides} == {SELECTED}
    heading = summary_context(overview(path), {})["headings"]["guidance"]
    assert heading.endswith("总体要求、政策取向（择要）和工作要求（择要）")
    assert not [one for one in overview(path).slides if one.subtitle == "总体要求" and one.note]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_long_general_requirements_stand_over_slides_with_no_sentence_torn_and_nothing_lost(path: Path) -> None:
    """徐水: the first slide ended with 着力推动高质量发展， and the second began with 全面深化改革开放. A sentence of up to 371 characters is read out
    from one slide, and was one block on it: it stands in up to seven bullets, each with its sign, that end where it has a comma."""
    whole = overview(path)
    (demand,) = [one for one in whole.guidance if one.general]
    slides = [one for one in whole.slides if one.subtitle == demand.name]
    sentences = [f"{one.text}{one.mark}" for one in demand.measures]
    for slide in slides:
        read = "，".join(slide.bullets)
        while read:
            assert sentences, read
            assert read.startswith(sentences[0]), sentences[0]
            read = read.removeprefix(sentences.pop(0)).removeprefix("，")
        assert size_of(slide.bullets, (), 0)
        assert len(slide.bullets) > 1 or len(slide.bullets[0]) < 90
        assert max(map(len, slide.bullets)) <= 200
    assert not sentences
    assert all("（续" in one.title for one in slides[1:])
    shown = [one for one in deck_context(whole)["slides"] if one["subtitle"] == demand.name]
    assert not [line for one in shown for line in one["lines"] if line["goes_on"]]


@needs_shared
def test_general_requirements_part_by_sense_and_no_series_is_torn() -> None:
    """国务院 2024: 统筹…，统筹…，统筹… stay together, and what all is for has a bullet of its own."""
    whole = overview(next(one for one in PATHS if one.stem == "national-国务院-2024"))
    (slide,) = [one for one in whole.slides if one.subtitle == "总体要求"]
    assert [one[:8] for one in slide.bullets] == [
        "做好政府工作，要",
        "坚持稳中求进工作",
        "统筹扩大内需和深",
        "持续推动经济实现",
    ]
    assert "统筹新型城镇化和乡村全面振兴，统筹高质量发展和高水平安全" in slide.bullets[2]


def test_what_leads_to_the_next_clause_ends_no_bullet() -> None:
    """为加快建设经济强省、美丽河北，奋力谱写…篇章贡献顺平力量; 紧抓机遇，勇担使命 is said in a pair; a quotation is not parted."""
    sentence = (
        "坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大和二十届二中全会精神，深入贯彻习近平总书记视察河北重要讲话精神，以及中央经济工作会议精神，"
        "坚持稳中求进工作总基调，紧抓机遇，勇担使命，坚持“稳中求进、以进促稳，先立后破”，完整准确全面贯彻新发展理念，"
        "为加快建设经济强省、美丽河北，奋力谱写中国式现代化建设河北篇章贡献顺平力量。"
    )
    (steps,) = in_steps([sentence])
    assert "，".join(steps) == sentence
    assert steps[-1] == "为加快建设经济强省、美丽河北，奋力谱写中国式现代化建设河北篇章贡献顺平力量。"
    assert not [one for one in steps if one.startswith(("以及", "勇担使命", "先立后破"))]
    assert in_steps(["坚持稳中求进工作总基调，全面贯彻新发展理念。"]) == [
        ["坚持稳中求进工作总基调，全面贯彻新发展理念。"]
    ]


@needs_shared
def test_the_second_part_of_a_sentence_has_no_sign_of_its_own() -> None:
    path = next(one for one in PATHS if one.stem == "city-保定市-2025")
    slides = [one for one in deck_context(overview(path))["slides"] if one["subtitle"] == "工作要求"]
    assert [[line["goes_on"] for line in one["lines"]] for one in slides] == [
        [False, True, True],
        [False, False, False],
    ]


@needs_shared
def test_what_a_heading_names_in_pairs_is_told_in_pairs() -> None:
    """国务院 2024: below 坚持稳中求进、以进促稳、先立后破 stood 稳是大局和基础 without 进是方向和动力."""
    whole = overview(next(one for one in reports() if one.stem == "national-国务院-2024"))
    (under,) = [one.measures for one in whole.guidance if "稳中求进" in one.heading]
    assert [one.text[:7] for one in under] == ["稳是大局和基础", "进是方向和动力"]
