"""Titles and tables keep what makes a number another, and say the year once."""

from __future__ import annotations

from briefing.assemble.figures import phrased
from briefing.assemble.slides import deck_context
from real_report import made, overview
from shared_reports import needs_shared, reports


@needs_shared
def test_a_title_that_names_the_year_says_no_second_time_that_it_is_this_one() -> None:
    """2018年目标：今年安排地方专项债券1.35万亿元, 增加（比去年）5500亿元 and 压减钢铁产能 without 再 (国务院-2018)."""
    briefs = made(next(one for one in reports() if one.stem == "national-国务院-2018")).briefs
    titles = [slide.title for brief in briefs for slide in brief.slides]
    assert not [one for one in titles if "目标：今年" in one or "（比去年）" in one]
    told = {phrased(one) for brief in briefs for one in brief.targets}
    assert {"地方专项债券比去年增加5500亿元", "再压减钢铁产能3000万吨左右", "一般工商业电价平均降低10%"} <= told


@needs_shared
def test_a_change_is_told_with_whose_it_is() -> None:
    """主营业务增收10%左右 in a title of 顺平县-2024 is that of two industries only."""
    brief = made(next(one for one in reports() if one.stem == "county-顺平县-2024")).brief(2)
    assert "主营业务增收（专用设备制造、食品加工两大主导产业）10%左右" in set(map(phrased, brief.targets))


def test_a_card_beside_its_quantity_has_no_rank_of_the_same_thing() -> None:
    """第一 of 富力壹品等项目交付总量 had a card beside 7779套, which are what was 交付 (小店区, area 6)."""
    (slide,) = [one for one in made().brief(6).slides if one.kind == "overview"]
    assert [one.display for one in slide.cards] == ["7779套", "3个"]


@needs_shared
def test_the_title_of_a_chart_aims_as_its_report_does() -> None:
    """高唐县: 目标5家以上 stood over bars of 力争5家以上."""
    brief = made(next(one for one in reports() if one.stem == "county-高唐县-2025")).brief(3)
    (slide,) = [one for one in brief.slides if one.kind == "chart"]
    assert slide.title == "引进青年人才：2024年2183人，2025年目标争取2000人以上"


def test_a_row_of_evidence_emphasises_its_own_figures() -> None:
    """8栋 of 专业特色楼宇 was strong in the row of 亿元楼宇8栋, and 600余家 in that of 35亿元."""
    strong = {
        "".join(run.text for run in row[0]): "".join(run.text for run in row[-1] if run.bold)
        for brief in (*made().briefs, overview())
        for slide in deck_context(brief)["slides"]
        if slide["kind"] == "evidence"
        for row in slide["rows"]
    }
    assert strong["培育阳光国际等亿元楼宇8栋"] == "8栋"
    assert strong["信创产业营收突破35亿元"] == "突破35亿元"
    assert {row for row, bold in strong.items() if not bold} == {"待核事项"}


def test_what_is_striven_for_in_one_sentence_says_so_once() -> None:
    """力争储备项目50个以上、力争储备项目总投资70亿元以上 stood in a title (小店区, area 3)."""
    (title,) = [slide.title for slide in made().brief(3).slides if slide.title.startswith("深化项目建设")]
    assert title == "深化项目建设：力争储备项目50个以上、储备项目总投资70亿元以上"
