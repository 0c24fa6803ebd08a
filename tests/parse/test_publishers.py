"""Whose text it is: the report itself, as somebody published it, or what a reporter told of it."""

from __future__ import annotations

import pytest

from briefing.parse.cleaning import clean
from briefing.parse.publishers import published_by
from real_report import made
from shared_reports import needs_shared, reports


def test_a_text_that_a_reporter_signed_is_not_told_as_the_report_itself() -> None:
    assert made().report.source == "《小店区2024年政府工作报告》（据媒体报道）"


@needs_shared
def test_no_report_is_taken_for_a_reporters_because_one_took_its_picture() -> None:
    told = {path.stem: made(path).report.source for path in reports()}
    assert told["province-河北省-2024"] == "《河北省2024年政府工作报告》", (
        "王正谱作政府工作报告。河北日报记者 霍艳恩 摄"
    )
    assert [stem for stem, source in told.items() if "报道" in source] == ["xiaodian-2024"]


@pytest.mark.parametrize(
    ("credits_", "told"),
    [
        (["记者 王丹（小店区融媒体中心供图）"], "（据媒体报道）"),
        (["（小店区融媒体中心供图）"], ""),
        (["记者 王丹", "（小店区融媒体中心供稿）"], "（据小店区融媒体中心报道）"),
        (["太原日报记者 王丹"], "（据太原日报报道）"),
        (["（本报记者 王丹）"], "（据媒体报道）"),
        (["来源：太原日报", "记者：王丹"], "（据太原日报报道）"),
        (["记者 王丹 摄影报道"], "（据媒体报道）"),
        (["来源：小店区政府网", "责任编辑：王丹"], "（小店区政府网）"),
        (["太原日报记者 王丹 摄"], ""),
        ([], ""),
    ],
)
def test_who_signed_tells_whose_text_it_is(credits_: list[str], told: str) -> None:
    assert published_by(credits_) == told


@pytest.mark.parametrize("line", ["推动高质量发展取得新成效。（太原日报记者 王丹）", "太原日报记者：王丹"])
def test_a_signature_is_found_at_the_end_of_a_sentence_and_on_a_line_by_itself(line: str) -> None:
    lines = ["小店区2024年政府工作报告", line] if "。" not in line else [line]
    assert published_by(clean(lines).bylines) == "（据太原日报报道）"
