"""A target that the plan says twice counts once in 总览, with both its places; ``metrics.csv`` has both."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.assemble.restating import restated
from briefing.assemble.word_context import summary_context
from briefing.audit import audit
from real_report import DECK, SUMMARY, made, overview
from shared_reports import needs_shared, reports


def _nation() -> Path:
    return next(one for one in reports() if one.stem == "national-国务院-2024")


@needs_shared
def test_the_growth_of_the_economy_stands_in_one_row_with_both_places() -> None:
    """国内生产总值增长5%左右 in paragraph 31, 经济增长预期目标为5%左右 in 32: two rows, and 18 targets where there are 17."""
    brief = overview(_nation())
    assert [(one.indicator, one.paragraph) for one in brief.restated] == [("经济增长预期目标", 32)]
    rows = [
        row for slide in brief.slides if slide.kind in ("compared", "targets") for row in (*slide.rows, *slide.beside)
    ]
    assert [row for row in rows if "5%左右" in row and "生产总值增长" in row[0]] == [
        ("国内生产总值增长", "5.2%", "5%左右", "第9、31、32段")
    ]
    assert not [row for row in rows if row[0] == "经济增长预期目标"]
    assert "17项量化指标（编者统计，其中6项全国主要预期目标、8项财政安排指标）" in brief.lead
    assert summary_context(brief, {})["target_rows"][0]["place"] == "第9、31、32段"
    assert [one.indicator for one in made(_nation()).metrics if one.text == "5%左右"] == [
        "国内生产总值增长",
        "经济增长预期目标",
    ]
    proofs = [row for slide in brief.slides if slide.kind == "evidence" for row in slide.rows]
    assert [row[:2] for row in proofs if "经济增长" in row[0]] == [("经济增长预期目标5%左右", "第32段")]


@needs_shared
@pytest.mark.parametrize("path", reports(), ids=lambda path: path.name)
def test_no_other_report_says_a_target_twice(path: Path) -> None:
    """Two targets of 7%左右 (保定 2023: budget and incomes) are two."""
    assert bool(overview(path).restated) == (path.stem == "national-国务院-2024")


@needs_shared
def test_another_quantity_year_or_measure_is_another_target() -> None:
    targets = overview(_nation()).targets
    first = next(one for one in targets if one.indicator == "国内生产总值增长")
    (again,) = overview(_nation()).restated
    for other in (
        dataclasses.replace(again, value="4.5"),
        dataclasses.replace(again, year=2025),
        dataclasses.replace(again, qualifier="以上"),
        dataclasses.replace(again, indicator="居民收入增长预期目标"),
        dataclasses.replace(again, indicator="经济增长"),
    ):
        assert restated([first, other]) == ((first, other), ())
    kept, left = restated([first, again])
    assert (kept[0].again, left) == (32, (again,))


@needs_shared
def test_a_target_that_is_left_out_without_its_like_fails_the_audit(tmp_path: Path) -> None:
    real, brief = made(_nation()), overview(_nation())
    summary, deck = tmp_path / "summary.docx", tmp_path / "deck.pptx"

    def failures(changed) -> list[str]:
        summary.write_bytes(fill_summary(SUMMARY, changed, {}))
        deck.write_bytes(fill_deck(DECK, changed))
        result = audit(changed, real.report, real.cleaned, real.metrics, summary, deck, {})
        return [one.message for one in result.failures]

    assert failures(brief) == []
    other = next(one for one in brief.targets if one.indicator == "赤字率")
    lost = dataclasses.replace(brief, targets=tuple(one for one in brief.targets if one != other), restated=(other,))
    assert "没有列入提纲，也没有同一目标替它" in failures(lost)
