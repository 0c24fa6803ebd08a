"""Last year's results stand beside the plan area whose words they share, and the words are told."""

from __future__ import annotations

import pytest

from real_report import made


def _area(text: str) -> int | None:
    one = made()
    ids = {metric.metric_id for metric in one.metrics if metric.part == "review" and metric.text == text}
    areas = {grouping.area for grouping in one.groupings if grouping.metric_id in ids}
    return areas.pop() if len(areas) == 1 else None


@pytest.mark.parametrize(
    ("text", "area"),
    [("473家", 2), ("1.15万亩", 4), ("7777套", None), ("44.45亿元", 5), ("60部", 4), ("20块", 5), ("36万平方米", 4)],
)
def test_results_stand_with_the_area_of_their_subject(text: str, area: int | None) -> None:
    assert _area(text) == area


def test_each_grouping_tells_the_words_that_decided() -> None:
    one = made()
    for grouping in one.groupings:
        words = grouping.reason.partition("：")[2].split("、") if "：" in grouping.reason else []
        assert grouping.reason.startswith(("与目标“", "与该领域共有用语：", "所在段落与该领域共有用语："))
        area = next(
            a for part in one.report.parts if part.kind == "plan" for a in part.areas if a.number == grouping.area
        )
        text = one.cleaned[area.start : area.end]
        plain = "".join(character for character in text if character.isalnum())
        assert all("".join(c for c in word if c.isalnum()) in plain for word in words)


def test_no_result_stands_beside_two_areas() -> None:
    ids = [grouping.metric_id for grouping in made().groupings]
    assert len(ids) == len(set(ids))
