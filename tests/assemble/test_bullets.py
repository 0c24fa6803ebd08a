"""A long measure is one bullet in two blocks that end where its sense does."""

from __future__ import annotations

import pytest

from briefing.assemble.bullets import in_breaths
from briefing.assemble.figures import balanced
from briefing.assemble.slides import deck_context
from real_report import XIAODIAN, made
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_block_of_a_bullet_is_longer_than_can_be_said_in_two_breaths(path) -> None:
    """130 to 164 characters ran over five lines without a stop for the eye."""
    for brief in made(path).briefs:
        for slide in (one for one in brief.slides if one.kind == "topic"):
            for text in slide.bullets:
                blocks = in_breaths(text)
                assert "".join(blocks) == text
                assert max(map(len, blocks)) < 120, text
                assert all(one[-1] in "，；。" and balanced(one) for one in blocks[:-1]), blocks


@needs_shared
def test_both_blocks_are_one_bullet_of_the_deck() -> None:
    brief = made(next(one for one in PATHS if one.stem == "province-上海市-2025" and one.suffix == ".txt")).brief(3)
    told = ["".join(run.text for run in text) for one in deck_context(brief)["slides"] for text in one["bullets"]]
    (found,) = [one for one in told if one.startswith("着眼产业高端化")]
    assert found.count("\n") == 1
    assert "\n培育壮大低空经济、" in found


def test_a_semicolon_near_the_middle_parts_sooner_than_a_comma() -> None:
    text = "甲" * 50 + "；" + "乙" * 18 + "，" + "丙" * 60
    assert [len(one) for one in in_breaths(text)] == [51, 79]
    assert in_breaths("甲" * 119) == ["甲" * 119]
    assert in_breaths("甲" * 20 + "，" + "乙" * 110) == ["甲" * 20 + "，" + "乙" * 110], "no block of a few words"
    assert in_breaths("（" + "甲" * 60 + "，" + "乙" * 60 + "）") == ["（" + "甲" * 60 + "，" + "乙" * 60 + "）"]
