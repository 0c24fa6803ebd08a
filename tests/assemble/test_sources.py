"""The line of sources of a slide names every paragraph that the slide cites."""

from __future__ import annotations

import re

import pytest

from briefing.model import Slide
from real_report import XIAODIAN, made, overview
from shared_reports import needs_shared, reports

_TABLES = ("compared", "years", "results", "targets")


def _numbers(place: str) -> set[int]:
    """第4、6～8段 → {4, 6, 7, 8}."""
    found: set[int] = set()
    for told in re.findall(r"第([\d、～]+)段", place):
        for part in told.split("、"):
            first, _, last = part.partition("～")
            found |= set(range(int(first), int(last or first) + 1))
    return found


def _cited(slide: Slide) -> set[int]:
    return set().union(*(_numbers(row[-1]) for row in (*slide.rows, *slide.beside)), set())


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_every_place_in_a_table_is_in_the_line_of_sources(path) -> None:
    """国务院, 2024: rows cited 第32段, where a target is told again, and the line below them did not."""
    for brief in (*made(path).briefs, overview(path)):
        for slide in (one for one in brief.slides if one.kind in _TABLES):
            assert _cited(slide) <= _numbers(slide.source), (brief.number, slide.title, slide.source)


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_a_slide_of_the_whole_report_with_figures_says_where_they_stand(path) -> None:
    whole = overview(path)
    for slide in whole.slides:
        told = slide.cards or (slide.kind == "areas" and any("目标：" in row[2] for row in slide.rows))
        assert not told or _numbers(slide.source), slide.title


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_look_alikes_on_the_last_slide_are_placed_and_spoken_of_as_on_a_slide_of_their_own(path) -> None:
    """国务院 2018, area 5: 127 and 20万公里 stood on the last slide, whose line of sources named no paragraph."""
    for brief in made(path).briefs:
        for slide in (one for one in brief.slides if one.kind == "closing" and one.beside):
            figures = [one for pair in brief.pairs if pair.status == "look_alike" for one in (pair.result, pair.target)]
            assert {one.paragraph for one in figures} <= _numbers(slide.source) != set()
            assert all(one.sentence in slide.notes for one in figures)


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_each_slide_on_the_areas_names_the_paragraphs_of_its_own_rows(path) -> None:
    """Both named those of the targets of all areas."""
    whole = overview(path)
    by_title = {topic.title: topic.paragraphs for topic in whole.topics}
    for slide in (one for one in whole.slides if one.kind == "areas"):
        own = sorted(number for row in slide.rows for number in by_title[row[1]])
        named = _numbers(slide.source)
        assert (min(named), max(named)) == (own[0], own[-1])


@needs_shared
def test_a_chart_beside_a_table_draws_what_the_table_has() -> None:
    """四川 2025, fourth area: 生猪出栏 6150万头 (第18段) stood beside 城中村 and 管道 under 来源 第50、51段."""
    for path in reports():
        for brief in made(path).briefs:
            for slide in brief.slides:
                if slide.kind != "targets" or not slide.chart:
                    continue
                (chart,) = (one for one in brief.charts if one.name == slide.chart)
                aims = {one.metric_id for one in brief.targets if any(row[1] == one.display for row in slide.rows)}
                assert aims & {bar.metric_id for bar in chart.bars}, slide.title
                told = {one.metric_id: one.paragraph for one in (*brief.results, *brief.targets)}
                for bar in chart.bars:
                    assert told[bar.metric_id] in _numbers(slide.source), (slide.title, slide.source)


@needs_shared
def test_every_deck_says_what_the_program_found_to_check() -> None:
    """A long deck without a last slide, and a last slide with look-alikes, said nothing of 待核 (四川 2025, first and fourth area)."""
    for path in reports():
        for brief in made(path).briefs:
            end = brief.slides[-1]
            said = [*end.bullets, end.note, *(one.title for one in brief.slides if one.kind == "open")]
            assert any("待核" in one for one in said), (path.name, brief.number, said)
