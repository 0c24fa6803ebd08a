"""An area whose tasks stand under no heading: what its first slide and the titles of its slides tell."""

from __future__ import annotations

import pytest

from briefing.assemble.clauses import standing_clause
from real_report import made, overview
from shared_reports import needs_shared, reports


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("依托我省独特优势，建设绿色基地，打造品牌", "建设绿色基地"),
        ("力争到2021年，城镇化水平达到50%以上", "力争到2021年，城镇化水平达到50%以上"),
        ("到2018年底，贫困发生率控制在2%以下，所有贫困村摘帽", "到2018年底，贫困发生率控制在2%以下"),
        ("2017年，承诺践诺、如期兑现", "承诺践诺、如期兑现"),
        ("围绕硬件建设", ""),
        ("打造有脸面的城市。治理店外经营、占道经营，创建省级卫生城", "治理店外经营、占道经营"),
        ("谋新项目。完成省市重点项目24个以上", "谋新项目"),
        # A sign that counts tasks counts nothing where one stands alone (乌鲁木齐 2014, 东莞 2006).
        ("一是坚持和完善基本经济制度，大力发展非公有制经济", "坚持和完善基本经济制度"),
        ("④建成一批基础设施", "建成一批基础设施"),
        # 徐水 2024: a speech says 我们将, a title does not.
        ("今年我们将重点实施“营商环境提升年”行动，持续优化市场环境", "重点实施“营商环境提升年”行动"),
    ],
)
def test_a_clause_that_is_told_alone_keeps_the_time_that_it_is_for(text: str, told: str) -> None:
    assert standing_clause(text, 2017) == told


@needs_shared
def test_the_first_slide_tells_how_the_tasks_begin_where_none_has_a_heading() -> None:
    """阜平-2017: 重点任务 stood alone across the whole slide, and a title said 力争到2021年 and not what."""
    area = made(next(one for one in reports() if one.stem == "county-阜平县-2017")).brief(1)
    glance = next(one for one in area.slides if one.kind == "overview")
    (told,) = glance.bullets
    beginnings = told.removesuffix("等").split("；")
    assert (len(beginnings), len(area.tasks)) == (5, 6)
    assert all(begins in task.text for begins, task in zip(beginnings, area.tasks[:5], strict=True))
    assert beginnings[3] == "到2018年底，贫困发生率控制在2%以下"
    assert not [one.title for one in area.slides if one.title.endswith("力争到2021年")]


@needs_shared
def test_the_overview_tells_how_they_begin_too() -> None:
    """容城 2020: 7项任务，未提出量化目标 was all that 总览 had on its seventh area."""
    slides = overview(next(one for one in reports() if one.stem == "county-容城县-2020")).slides
    (line,) = [row[2] for one in slides if one.kind == "areas" for row in one.rows if row[0] == "七"]
    assert line.startswith("7项任务，未提出量化目标：坚持维护安全稳定与创新社会治理相结合；推进综合执法改革；")
    assert line.endswith("等")


@needs_shared
def test_tasks_that_a_tile_cannot_hold_are_not_passed_over_in_silence() -> None:
    """阜平-2017, second area, has nine."""
    area = made(next(one for one in reports() if one.stem == "county-阜平县-2017")).brief(2)
    (told,) = next(one for one in area.slides if one.kind == "overview").bullets
    assert told.count("；") + 1 < len(area.tasks)
    assert told.endswith("等")
