"""A long measure is one bullet in two blocks where a semicolon parts it."""

from __future__ import annotations

import pytest

from briefing.assemble.bullets import in_breaths
from briefing.assemble.figures import balanced
from real_report import XIAODIAN, made, overview
from shared_reports import reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_bullet_takes_a_new_line_only_where_a_clause_has_ended(path) -> None:
    """全会精神，｜按照中央经济工作会议部署 (国务院 2024) left half a line empty inside a sentence, and looked like an item without its mark."""
    for brief in [overview(path), *made(path).briefs]:
        for slide in (one for one in brief.slides if one.kind == "topic"):
            for text in slide.bullets:
                blocks = in_breaths(text)
                assert "".join(blocks) == text
                assert all(one[-1] in "；。" and balanced(one) for one in blocks[:-1]), blocks


def test_the_semicolon_nearest_the_middle_parts_a_long_one() -> None:
    text = "甲" * 50 + "；" + "乙" * 18 + "，" + "丙" * 60
    assert [len(one) for one in in_breaths(text)] == [51, 79]
    assert in_breaths("甲" * 50 + "；" + "乙" * 68) == ["甲" * 50 + "；" + "乙" * 68]
    assert in_breaths("甲" * 60 + "，" + "乙" * 70) == ["甲" * 60 + "，" + "乙" * 70], (
        "nor is a sentence torn at a comma"
    )
    assert in_breaths("甲" * 20 + "；" + "乙" * 110) == ["甲" * 20 + "；" + "乙" * 110], "no block of a few words"
    assert in_breaths("（" + "甲" * 60 + "；" + "乙" * 60 + "）") == ["（" + "甲" * 60 + "；" + "乙" * 60 + "）"]
