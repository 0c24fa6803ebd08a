"""What a national report lays down for the budget is no target: nobody aims at a deficit."""

from __future__ import annotations

import pytest

from briefing.assemble.arranged import is_arranged, remark_on_arranged
from briefing.assemble.word_context import summary_context
from real_report import made, overview
from shared_reports import needs_shared, reports


@needs_shared
@pytest.mark.parametrize(("year", "count"), [("2018", 7), ("2024", 8)])
def test_the_budget_of_the_year_is_counted_and_named_as_arranged(year: str, count: int) -> None:
    """国务院 2024: 赤字率 and 专项债券 stood among 8项其他总体目标."""
    brief = overview(next(path for path in reports() if path.stem == f"national-国务院-{year}"))
    assert sum(map(is_arranged, brief.targets)) == count
    assert f"{count}项财政安排指标" in brief.lead
    slides = [one for one in brief.slides if one.kind == "targets"]
    assert any("为财政安排，非预期目标" in one.note for one in slides)
    assert not any("支出" in one.title or "赤字" in one.title for one in slides), "no title aims at them"
    assert "为财政安排，非预期目标" in summary_context(brief, {})["target_note"]


@needs_shared
def test_no_area_of_any_report_says_so_of_what_it_aims_at() -> None:
    """阜平 2017: 人均公共文化财政支出达到150元以上 is aimed at."""
    for path in reports():
        assert not [one for area in made(path).briefs for one in area.targets if is_arranged(one)]
        if "国务院" not in path.stem:
            assert remark_on_arranged(overview(path).targets) == ""
