"""No slide says only what another has told."""

from __future__ import annotations

import dataclasses

from briefing.assemble.story.years import year_slides
from real_report import made
from shared_reports import needs_shared, reports


@needs_shared
def test_no_slide_has_but_one_bar_of_a_share() -> None:
    """上海-2025, first area: 30%左右, which its table and its topic have, was one bar at the top of an empty slide."""
    shares = 0
    for path in reports():
        for brief in made(path).briefs:
            kinds = {one.name: one.kind for one in brief.charts}
            shares += "share" in kinds.values()
            for slide in (one for one in brief.slides if one.kind == "chart"):
                assert {kinds[one] for one in (slide.chart, slide.chart_beside) if one} != {"share"}, slide.title
    assert shares > 5


@needs_shared
def test_a_share_whose_title_takes_two_lines_stands_in_no_half_of_a_slide() -> None:
    """上海, first area: 2025年推动战略性新兴产业和未来产业营业收入占比目标 ran into the numbers of its axis."""
    brief = made(next(one for one in reports() if one.stem == "province-上海市-2025")).brief(1)
    (slide,) = [one for one in brief.slides if one.kind == "chart"]
    assert (slide.chart, slide.chart_beside) == ("comparison-1", "")


@needs_shared
def test_two_targets_that_the_first_slide_shows_have_no_table_of_two_rows() -> None:
    """博野-2025, fifth area, which has no results: 100% and 100% stood large on one slide and in a table on the next."""
    brief = made(next(one for one in reports() if one.stem == "county-博野县-2025")).brief(5)
    glance = next(one for one in brief.slides if one.kind == "overview")
    assert list(glance.cards) == list(brief.targets)
    assert len(brief.targets) == 2
    assert "targets" not in [one.kind for one in brief.slides]
    assert not any("量化目标" in row[2] and row[1] == "今年目标" for one in brief.slides for row in one.rows)


@needs_shared
def test_a_chart_of_targets_that_have_no_table_has_a_slide() -> None:
    """蠡县-2022, first area, with three targets of its chart and no results: the chart would stand beside a table that is left out."""
    area = made(next(one for one in reports() if one.stem == "county-蠡县-2022")).brief(1)
    (chart,) = [one for one in area.charts if one.kind == "bars"]
    barred = {bar.metric_id for bar in chart.bars}
    few = tuple(one for one in area.targets if one.metric_id in barred)[:3]
    bare = dataclasses.replace(area, targets=few, results=(), pairs=(), charts=(chart,))
    slides = year_slides(bare, short=False)
    assert [(one.kind, one.chart) for one in slides] == [("chart", chart.name)]
