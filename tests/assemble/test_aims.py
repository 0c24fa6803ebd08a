"""A task that aims at something in words has it in the column of its target, in the report's own words."""

from __future__ import annotations

import pytest

from briefing.assemble.aims import aims_in
from real_report import made


def test_a_grade_of_water_and_a_full_clearing_stand_as_targets_of_their_tasks() -> None:
    """小店 2024: 推动太榆退水渠断面达到Ⅲ类水质 had an empty column beside it."""
    targets = [one.target for one in made().brief(5).tasks]
    assert "推动太榆退水渠断面达到Ⅲ类水质" in targets
    assert "确保零就业家庭动态清零" in targets


def test_an_aim_in_words_is_no_target_with_a_number() -> None:
    assert len(made().brief(5).targets) == 4


@pytest.mark.parametrize(
    ("text", "aims"),
    [
        ("加快物流中心建设，力争实现快递进村全覆盖", ["力争实现快递进村全覆盖"]),
        ("县城和重点乡镇实现集中供暖全覆盖", ["县城和重点乡镇实现集中供暖全覆盖"]),
        ("对教师实施全覆盖培训", []),
        ("严格落实“六个百分百”“两个全覆盖”", []),
        ("抓住制造业外资准入限制措施“清零”机遇", []),
        ("实施污水处理厂Ⅲ类水提标改造", []),
        ("确保净美达标村100%全面达标", []),  # has its number
    ],
)
def test_only_what_is_to_be_reached_is_an_aim(text: str, aims: list[str]) -> None:
    assert [one for _, one in aims_in(text)] == aims
    assert all(text[at:].startswith(one) for at, one in aims_in(text))
