"""A part (其中) is known by one rule, whether it is grouped or chosen for a slide."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from briefing.wholes import among_at, whole_of


@dataclass(frozen=True)
class _One:
    unit: str
    kind: str = "level"


@pytest.mark.parametrize(
    ("before", "among"),
    [
        ("接诊390万人次、增长88.8%，其中来自京津", 17),
        ("累计推进京津冀协同发展合作项目125项，其中洽谈项目46项，签约项目", 20),
        ("完成投资8.2亿元，其中续建项目进展顺利，新建公园", -1),
        ("其中省级3个；新建公园", -1),
        ("新建公园", -1),
    ],
)
def test_a_part_is_what_a_list_behind_the_word_counts(before: str, among: int) -> None:
    assert among_at(before) == among


def test_a_part_is_of_what_is_counted_alike_and_a_share_of_the_last() -> None:
    patients, growth = _One("万人次"), _One("%", "increase")
    assert whole_of(_One("人次"), [patients, growth]) is patients
    assert whole_of(_One("%", "share"), [patients, growth]) is growth
    assert whole_of(_One("个"), []) is None
