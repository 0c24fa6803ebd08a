"""A term that has no sense without the character between is asked about, and no other word of a report is."""

from __future__ import annotations

import pytest

from briefing.assemble.story import MOST_SLIDES
from briefing.assemble.word_context import summary_context
from briefing.extract.doubts import doubts_of
from real_report import XIAODIAN, made
from report_texts import HEAD, parsed
from shared_reports import needs_shared, reports

_TEXT = """一、2023年工作回顾
过去一年，全县上下团结奋斗，经济社会发展取得新成效，民生福祉持续增进，治理能力稳步提升。
二、2024年工作安排
（一）推动高质量发展
加快项目建设，推动产业转型升级，持续优化营商环境。
（二）保障和改善民生
办好人民满意的教育，提升医疗服务水平，完善社会保障体系。
"""


def test_a_term_without_its_character_is_asked_about() -> None:
    """小店 2024, paragraph 32: 国断面 is 国考断面 or 国控断面 everywhere else, and no paper said a word."""
    (found,) = [one for one in made().findings if one.kind == "lost_character"]
    assert (found.where, made().cleaned[found.start : found.end]) == ("第32段", "国断面")
    assert "疑有缺字：“完成太原晋武村国断面水质改善工程”" in found.message
    assert found in made().brief(5).findings


@needs_shared
def test_no_other_report_is_asked_about_its_sections() -> None:
    for path in reports():
        one = made(path)
        asked = [one.cleaned[each.start : each.end] for each in one.findings if each.kind == "lost_character"]
        assert "国断面" not in asked or path.stem == XIAODIAN.stem


def test_a_name_whose_last_sign_is_doubled_is_asked_about() -> None:
    """小店 2024, paragraph 7: 打造山大附中中等8个名校办学集团."""
    (found,) = [one for one in made().findings if one.kind == "doubled_words"]
    assert found.where == "第7段"
    assert made().cleaned[found.start : found.end].endswith("附中中")


@needs_shared
def test_no_name_of_another_report_is_taken_for_a_misprint() -> None:
    told = {path.stem: one.message for path in reports() for one in made(path).findings if one.kind == "doubled_words"}
    assert list(told) == [XIAODIAN.stem]


@pytest.mark.parametrize(
    "told",
    [
        "推动国考断面达标",
        "推动出省断面达标",
        "推动跨国断面达标",
        "改造南村村等3个村",
        "引进阿里巴巴等3家企业",
        "附中等8个集团",
    ],
)
def test_what_may_stand_is_let_alone(told: str) -> None:
    cleaned, report = parsed(f"{HEAD}{_TEXT}{told}。")
    assert told in cleaned
    assert [one for one in doubts_of(cleaned, report, []) if one.kind in ("lost_character", "doubled_words")] == []


def test_a_deck_that_has_no_room_for_two_tables_tells_doubts_and_look_alikes_in_one() -> None:
    """小店 2024, area 5: a slide more would be the fifteenth, and the doubts stood in the paper alone."""
    brief = made().brief(5)
    assert len(brief.slides) <= MOST_SLIDES
    last = brief.slides[-1]
    assert "2处待核，一组指标口径不同，不可比，见下表" in last.bullets
    assert [row[1] for row in last.rows] == ["第7段", "第32段", "第7、29段"]
    assert [row[2] for row in last.rows[:2]] == [one.message for one in brief.findings]
    assert last.rows[2][2] == (
        "社区食堂示范点口径不同，不可比：2023年为新增社区食堂20家，2024年为打造3个社区食堂示范点；今年“示范点”，上年无此限定；动作不同"
    )
    assert last.beside == ()
    assert [one["where"] for one in summary_context(brief, {})["findings"]] == ["第7段", "第32段"]
