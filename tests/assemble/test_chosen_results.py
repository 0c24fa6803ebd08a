"""Which of last year's results an area lists where there are more than a slide holds."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pytest

from briefing.assemble import fill_summary
from briefing.assemble.figures import named
from briefing.assemble.telling import spoken_of
from briefing.chart import draw
from real_report import SUMMARY, made
from shared_reports import needs_shared, reports


@needs_shared
def test_the_listed_results_are_of_many_sentences() -> None:
    """顺平's paragraph on its villages ended with 和美乡村; how dear its rice was stood in its place."""
    area = made(next(one for one in reports() if one.stem == "county-顺平县-2024")).brief(5)
    listed = " ".join(named(one) for one in area.results)
    assert area.results_left > 0, "or nothing had to be chosen"
    assert len({one.sentence for one in area.results}) == 4, "all that have results"
    assert "和美乡村" in listed
    assert "溢价" not in listed


@needs_shared
@pytest.mark.parametrize(
    ("start", "number", "listed"),
    [
        # Three of 36 stood there: neither the very indicator of this year's task nor the year's harvest.
        (
            "province-四川省-2025",
            4,
            ("规模化供水工程覆盖农村人口比例71.4%", "高标准农田425万亩", "粮食产量726.8亿斤", "城镇化率突破60%"),
        ),
        # Sums of money stood before what industry and science came to.
        (
            "province-四川省-2025",
            2,
            ("六大优势产业增加值增长6.9%", "高技术制造业增加值增长8.4%", "国家先进制造业集群增至5个"),
        ),
        ("province-四川省-2025", 8, ("人均预期寿命78.5岁", "城镇新增就业106万人")),
    ],
)
def test_what_the_plan_speaks_of_and_rates_come_before_large_sums(
    start: str, number: int, listed: tuple[str, ...]
) -> None:
    area = made(next(one for one in reports() if one.name.startswith(start))).brief(number)
    names = [named(one) for one in area.results]
    assert all(any(one in name for name in names) for one in listed), names


@needs_shared
def test_at_least_six_results_stand_besides_those_in_a_row_with_a_target() -> None:
    """四川's fourth area had three comparable pairs and three results more, though 36 are on its subject."""
    area = made(next(one for one in reports() if one.name.startswith("province-四川省-2025"))).brief(4)
    in_rows = {one.result.metric_id for one in area.pairs if one.status == "comparable"}
    assert len(in_rows) == 4
    assert len([one for one in area.results if one.metric_id not in in_rows]) >= 6
    shown = [one for one in area.slides if one.kind in ("compared", "targets", "results")]
    assert len(shown) <= 2
    assert sum(len(one.rows) + len(one.beside) for one in shown) == len(area.targets) + len(area.results) - 3


@needs_shared
def test_a_table_that_has_not_all_results_says_so(tmp_path: Path) -> None:
    """It was called 2024年实绩一览 over three of 36."""
    brief = made(next(one for one in reports() if one.name.startswith("province-四川省-2025"))).brief(4)
    pictures = {one.name: tmp_path / f"{one.name}.png" for one in brief.charts}
    for one in brief.charts:
        pictures[one.name].write_bytes(draw(one, {}))
    texts = [one.text for one in docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, pictures))).paragraphs]
    assert any(one.endswith("2024年其他主要实绩") for one in texts)


def test_a_thing_that_the_plan_names_is_worth_more_than_one_it_does_not() -> None:
    one = made()
    near = spoken_of("建设高标准农田", ())
    land, road = (
        next(each for each in one.briefs[3].results if name in each.indicator) for name in ("高标准农田", "农村路")
    )
    assert near(land) > near(road) == 0
