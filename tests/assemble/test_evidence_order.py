"""The evidence of a deck: in the source's order, and of nothing that no slide tells."""

from __future__ import annotations

import re

import pytest

from briefing.assemble.figures import listed, told_apart
from real_report import XIAODIAN, made
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_rows_stand_in_the_order_of_the_source(path) -> None:
    """This year's came first, last year's behind them, and the year's main targets last of all."""
    for brief in made(path).briefs:
        rows = [row for one in brief.slides if one.kind == "evidence" for row in one.rows]
        places = [int(re.search(r"\d+", row[1])[0]) for row in rows]
        assert places == sorted(places), (brief.number, places)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_main_target_is_placed_that_no_slide_shows(path) -> None:
    """国务院 2018, area 9: 城镇登记失业率 was counted among 14个数据, and only the paper told it."""
    for brief in made(path).briefs:
        proved = "".join(row[0] for one in brief.slides if one.kind == "evidence" for row in one.rows)
        shown = [one for one in brief.slides if one.kind not in ("evidence", "cover")]
        cells = [cell for one in shown for row in (*one.rows, *one.beside) for cell in row]
        words = "".join(
            [*cells, *(one.subtitle for one in shown), *(card.quantity for one in shown for card in one.cards)]
        )
        for figure in brief.main_targets:
            assert listed(figure) not in proved or figure.quantity in words, (brief.number, figure.indicator)


@needs_shared
def test_what_is_counted_is_what_is_placed() -> None:
    brief = made(next(path for path in PATHS if path.stem == "national-国务院-2018")).brief(9)
    (first, *_) = [one for one in brief.slides if one.kind == "evidence"]
    assert first.title == "原文依据：12个数据的出处"
    agenda = [row for one in brief.slides if one.kind == "agenda" for row in (*one.rows, *one.beside)]
    assert agenda[-1][2] == "12个数据的出处"


def test_a_result_that_is_called_as_a_target_bears_its_year() -> None:
    """小店, area 3: 新增晋兴板企业8家 stood twice, once of 2023 and once as what 2024 is to bring. A list of one year says it once."""
    brief = made().briefs[2]
    rows = [row[0] for one in brief.slides if one.kind == "evidence" for row in one.rows]
    assert [row for row in rows if "晋兴板" in row] == [
        "2023年新增“四上”企业175家；新增晋兴板企业8家；新增展示板企业5家",
        "新增晋兴板企业8家",
    ]
    assert not [row for row in rows if "年" in row and "晋兴板" not in row]


@needs_shared
def test_results_of_two_times_each_bear_their_own() -> None:
    """国务院 2018, area 9, between them what is to be reached; and where one passage told both."""
    brief = made(next(path for path in reports() if path.stem == "national-国务院-2018")).briefs[8]
    rows = [row[0] for one in brief.slides if one.kind == "evidence" for row in one.rows]
    assert [row for row in rows if "城镇新增就业" in row] == [
        "过去五年城镇新增就业6600万人以上",
        "2017年城镇新增就业1351万人",
        "城镇新增就业1100万人以上",
    ]
    both = [one for one in brief.results if one.indicator == "城镇新增就业"]
    assert told_apart(both, brief.main_targets) == "；".join([row for row in rows if "城镇新增就业" in row][:2])
