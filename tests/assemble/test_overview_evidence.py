"""What 总览 shows has its sentence in 原文依据, or its place in its row, and the slide says which."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

import pytest

from briefing.assemble.figures import listed, row_name
from briefing.assemble.story.whole_report import ELSEWHERE
from briefing.model import Slide
from real_report import XIAODIAN, overview
from shared_reports import needs_shared, reports


def _proved(slides: Sequence[Slide]) -> set[str]:
    """What the rows place; the first result of a row may bear its year."""
    told = {part for slide in slides for row in slide.rows for part in row[0].split("；")}
    return told | {re.sub(r"^(?:20\d\d年|过去五年)", "", part) for part in told}


@needs_shared
def test_both_years_of_the_compared_rows_have_their_sentence() -> None:
    """高唐 2025: fifteen rows stood in 原文依据 with last year's sentence alone, below a title that promised the year's targets."""
    brief = overview(next(one for one in reports() if one.stem == "county-高唐县-2025"))
    slides = [one for one in brief.slides if one.kind == "evidence"]
    assert slides[0].title == "原文依据：全年主要目标、两年对照和主要实绩的出处"
    proved = _proved(slides)
    pairs = [pair for pair in brief.pairs if pair.status == "comparable"]
    assert len(pairs) == 15
    assert [listed(one) for pair in pairs for one in (pair.target, pair.result) if listed(one) not in proved] == []


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda one: one.name
)
def test_what_the_overview_shows_has_its_sentence_there_or_its_place_in_its_row(path: Path) -> None:
    brief = overview(path)
    slides = [one for one in brief.slides if one.kind == "evidence"]
    proved = _proved(slides)
    left = [one for one in brief.targets if listed(one) not in proved]
    assert bool(left) == any(slide.note == ELSEWHERE for slide in slides)
    tables = [one for one in brief.slides if one.kind in ("compared", "targets", "years")]
    placed = [row for slide in tables for row in (*slide.rows, *slide.beside) if row[-1].startswith("第")]
    told = [f"{row[0]} {row[-1]}" for row in placed]
    assert [
        one.name for one in left if not any(row_name(one) in row and f"{one.paragraph}" in row for row in told)
    ] == []
    assert [one.name for one in (*brief.highlights, *brief.results) if listed(one) not in proved] == []
