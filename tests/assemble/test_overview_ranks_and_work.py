"""What a head of office looks for first in 总览: where the place ranks, and the largest work of the year."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.assemble.figures import listed, tabled
from briefing.assemble.slides import deck_context
from briefing.naming.main_statistics import statistic_of
from real_report import XIAODIAN, made, overview
from shared_reports import needs_shared, reports

_EVERY = [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)]


def _path(stem: str) -> Path:
    return next(one for one in reports() if one.stem == stem)


def test_the_ranks_of_the_place_stand_among_last_years_results() -> None:
    """小店区上榜全国百强区第61位、全国创新百强区第70位、全国投资潜力百强区第47位: all three were left out."""
    ranks = [listed(one) for one in overview().results if one.kind == "rank"]
    assert ranks == ["全国百强区第61位", "全国创新百强区第70位", "全国投资潜力百强区第47位"]
    rows = [row[:2] for slide in overview().slides for row in (*slide.rows, *slide.beside)]
    assert ("全国百强区", "第61位") in rows


@needs_shared
def test_a_main_statistics_rank_goes_before_that_of_any_other_thing() -> None:
    """保定 2025 tells of fourteen ranks in the province, most of them of single lines of work."""
    ranks = [listed(one) for one in overview(_path("city-保定市-2025")).results if one.kind == "rank"]
    assert ranks == ["地区生产总值增长（全省排名）第二", "地区生产总值总量（全省排名）第三"]


@needs_shared
@pytest.mark.parametrize(
    ("stem", "told"),
    [
        ("county-阜平县-2017", "固定资产投资增长（全市排名）第1位"),
        ("district-徐水区-2024", "进出口总值增速（全市排名）第4"),
    ],
)
def test_no_main_statistic_is_told_without_its_rank_where_the_others_have_theirs(stem: str, told: str) -> None:
    """Of 阜平's four ranks three were told, the twelfth place among them, and 固定资产投资增长20.5% without 全市第1位."""
    assert told in [listed(one) for one in overview(_path(stem)).results]


@pytest.mark.parametrize("path", _EVERY, ids=lambda one: one.name)
def test_ranks_crowd_out_neither_pairs_nor_each_other(path: Path) -> None:
    whole = overview(path)
    ranks = [one for one in whole.results if one.kind == "rank"]
    assert len(ranks) <= (5 if all(statistic_of(one.indicator.partition("（")[0]) for one in ranks) else 3)
    paired = {pair.result.metric_id for pair in whole.pairs if pair.status == "comparable"}
    assert paired <= {one.metric_id for one in whole.results}
    assert len({tabled(one) for one in ranks}) == len(ranks)


def test_the_largest_work_is_told_with_what_it_is_of() -> None:
    """统筹推进总投资2680亿元的142个项目建设 is no target, and stood nowhere in 总览."""
    told = {topic.number: topic.line for topic in overview().topics if "工作规模" in topic.line}
    assert list(told) == [3]
    assert told[3].endswith("；工作规模：统筹推进总投资2680亿元的142个项目建设")
    (row,) = [row for slide in overview().slides if slide.kind == "areas" for row in slide.rows if row[0] == "三"]
    assert row[2] == told[3]


@pytest.mark.parametrize("path", _EVERY, ids=lambda one: one.name)
def test_one_work_a_report_is_told_in_its_own_words(path: Path) -> None:
    told = [topic.line.partition("；工作规模：")[2] for topic in overview(path).topics]
    told = [one for one in told if one]
    assert len(told) <= 1
    assert all(one in made(path).cleaned for one in told)


@pytest.mark.parametrize("path", _EVERY, ids=lambda one: one.name)
def test_the_evidence_stands_in_the_sources_order(path: Path) -> None:
    rows = [row for slide in overview(path).slides if slide.kind == "evidence" for row in slide.rows]
    places = [int(row[1].removeprefix("第").removesuffix("段")) for row in rows]
    assert places == sorted(places)
    at = [made(path).cleaned.find(row[2]) for row in rows]
    assert all(one >= 0 for one in at)


def test_an_area_s_largest_work_stands_at_a_glance_where_no_target_is_as_large() -> None:
    """小店区, area 3: cards of 50个, 70亿元 and 8家, and no word on 2680亿元 before the last bullet of a topic."""
    brief = made().brief(3)
    (slide,) = [one for one in brief.slides if one.kind == "overview"]
    assert [one.display for one in slide.cards] == ["50个以上", "70亿元以上", "8家", "2680亿元"]
    assert brief.lead.endswith("。工作规模：统筹推进总投资2680亿元的142个项目建设。")
    (shown,) = [one for one in deck_context(brief)["slides"] if one["kind"] == "overview"]
    assert [one["what"] for one in shown["cards"]] == ["目标", "目标", "目标", "工作规模"]
