"""Cover and sources say when and to whom the report was given, where its head tells; nothing is taken from other meetings."""

from __future__ import annotations

import pytest

from briefing.assemble.word_context import summary_context
from briefing.parse import read_report
from briefing.parse.occasions import Occasion, occasion_of
from real_report import made
from report_texts import parsed
from shared_reports import needs_shared, reports

OPENING = "各位代表："


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        (("政府工作报告", "——2025年1月15日在高唐县第十八届人民代表大会第四次会议上", OPENING), ("2025-01-15", "高唐县第十八届人民代表大会第四次会议")),
        (("——在阜平县第十七届人民代表大会第一次会议上", "（2025年2月26日）", "刘靖", OPENING), ("2025-02-26", "阜平县第十七届人民代表大会第一次会议")),
        (("——2025年3月5日在第十四届全国人民代表大会第二次会议上", OPENING), ("2025-03-05", "第十四届全国人民代表大会第二次会议")),
        (("（2025年1月8日在市第十六届人大第六次会议上）", OPENING), ("2025-01-08", "市第十六届人大第六次会议")),
        (("——2025年一月二十一日在某市第十六届人民代表大会第六次会议上", OPENING), ("2025-01-21", "某市第十六届人民代表大会第六次会议")),
        # one line that holds the head, as a page's summary repeats it
        (("政府工作报告——2025年1月15日在甲县第十八届人民代表大会第四次会议上甲县县长各位代表：现在",), ("2025-01-15", "甲县第十八届人民代表大会第四次会议")),
        # another year's day is not the report's
        (("——2019年1月15日在甲县第十八届人民代表大会第四次会议上", OPENING), ("", "甲县第十八届人民代表大会第四次会议")),
        # the meeting whose tasks were done last year
        ((OPENING, "一年来，较好完成了县十六届人民代表大会第三次会议确定的目标任务。"), ("", "")),
        (("一、2024年工作回顾", "较好完成了2024年1月在县十六届人民代表大会第三次会议上确定的任务。"), ("", "")),
        # a paper's account has no head; the meeting that set this year's work heard the report (小店区2024)
        (("2023年，区政府认真落实决策部署", "太原市小店区第六届人民代表大会第五次会议提出，今年区政府工作的总体要求是：坚持"), ("", "太原市小店区第六届人民代表大会第五次会议")),
        (("中国共产党甲县第十四届委员会第五次全体会议提出，今年工作的总体要求是：坚持",), ("", "")),
    ],
)  # fmt: skip
def test_the_head_tells_day_and_meeting(lines: tuple[str, ...], told: tuple[str, str]) -> None:
    assert occasion_of(lines, 2025) == Occasion(*told)


@needs_shared
def test_of_the_real_reports_all_with_a_head_tell_both() -> None:
    """The others begin with their first heading; a paper's account names the meeting and no year of its day, or not its day."""
    told = {path.stem: read_report(path, path.stem, None)[1] for path in reports()}
    headless = {"county-容城县-2020", "county-顺平县-2024", "national-国务院-2018"}
    assert {name for name, one in told.items() if not one.occasion} == headless
    assert {name for name, one in told.items() if not one.date} == {
        *headless,
        "countynews-满城区-2021",
        "xiaodian-2024",
    }
    assert all(one.occasion.endswith("会议") for one in told.values() if one.occasion)


@needs_shared
def test_cover_and_sources_say_it() -> None:
    """高唐县-2025 showed only who had published it."""
    path = next(one for one in reports() if one.stem == "county-高唐县-2025")
    words = "2025年1月15日在高唐县第十八届人民代表大会第四次会议上"
    brief = made(path).brief(1)
    assert next(one for one in brief.slides if one.kind == "cover").note == words
    assert words in summary_context(brief, {})["source_note"]


def test_a_meeting_whose_number_stands_on_the_next_line() -> None:
    head = (
        "政府工作报告\n\n——2014年1月9日在乌鲁木齐市第十五届人民代表大会\n\n第三次会议上\n\n代市长某某\n\n各位代表：\n"
    )
    _, report = parsed(
        head
        + "一、2013年工作回顾\n"
        + "过去的一年，我们圆满完成了各项任务。" * 12
        + "\n二、2014年主要工作\n（一）推动经济提质增效升级\n实施重点项目53个。\n（二）全力保障和改善民生\n新建学校6所。\n"
    )
    assert report.occasion == "乌鲁木齐市第十五届人民代表大会第三次会议"
