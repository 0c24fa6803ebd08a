"""Where the last area ends: what a report promises or tells on under it is its own, its close is nobody's."""

from __future__ import annotations

import pytest

from real_report import XIAODIAN
from report_texts import HEAD, area_texts, areas_of, parsed

PROSE = "加快推进重点项目建设，全年完成投资10亿元，推动产业转型升级，持续优化营商环境，努力实现高质量发展目标。"
REVIEW = [
    "一、2023年工作回顾",
    "过去一年，全县上下团结奋斗，主要做了以下工作：",
    *(f"（{mark}）第{mark}方面工作取得新进展。{PROSE}" for mark in "一二三四"),
    "各位代表！刚刚过去的一年，全县办成大事20件，5项指标居全市前列。",
    "各位代表！奋斗充满艰辛，成绩来之不易！这些成绩的取得，得益于县委坚强领导。一年来争取资金3亿元。",
]
PLAN = [
    "二、2024年工作安排",
    "今年重点抓好四个方面工作：",
    *(f"（{mark}）全力做好第{mark}方面工作。{PROSE}" for mark in "一二三四"),
]
WORKS = [
    "各位代表，我们坚持尽力而为，继续谋划实施好十方面民生实事。",
    "1.医疗卫生方面。免费筛查8000人。",
    "2.养老帮困方面。新增床位500张。",
    "以上民生实事，我们将精心组织，保质保量办好，决不让群众失望。",
]
CLOSE = ["各位代表！让我们更加紧密地团结在一起，为实现目标而努力奋斗！"]


def test_good_works_promised_behind_the_last_heading_stand_under_it() -> None:
    areas = area_texts([*REVIEW, *PLAN, *WORKS, *CLOSE], "plan")
    assert len(areas) == 4
    assert "免费筛查8000人" in areas[4]
    assert "新增床位500张" in areas[4]
    assert "让我们更加紧密地团结" not in areas[4]


def test_a_review_tells_results_until_it_weighs_them() -> None:
    areas = area_texts([*REVIEW, *PLAN, *CLOSE], "review")
    assert "5项指标居全市前列" in areas[4]
    assert "争取资金3亿元" not in areas[4]


def test_the_close_belongs_to_no_area() -> None:
    areas = area_texts([*REVIEW, *PLAN, *CLOSE], "plan")
    assert all("让我们" not in text for text in areas.values())


def test_what_is_felt_looking_back_belongs_to_no_area() -> None:
    felt = "各位代表，回顾2013年的工作，我们深深感到：所有这一切，是全市各族人民共同努力和各方面大力帮助支持的结果。"
    areas = area_texts([*REVIEW[:-2], felt, *PLAN, *CLOSE], "review")
    assert all("深深感到" not in text for text in areas.values())


def _numbered(*numbers: int) -> str:
    return HEAD + "\n".join([*REVIEW, PLAN[0], *(f"{n}、全力做好第{n}方面工作\n{PROSE}" for n in numbers), *CLOSE])


@pytest.mark.parametrize(("numbers", "kept"), [((1, 2, 3, 4, 7, 8, 9), 4), ((1, 2, 3, 4, 8), 4)])
def test_headings_behind_a_gap_in_the_numbers_are_asked_about(numbers: tuple[int, ...], kept: int) -> None:
    cleaned, report = parsed(_numbered(*numbers))
    (finding,) = (one for one in report.findings if one.kind != "after_areas")
    skipped = f"{numbers[kept]}、全力做好第{numbers[kept]}方面工作"
    assert (finding.kind, cleaned[finding.start : finding.end]) == ("skipped_number", skipped)
    assert finding.where == f"第{cleaned.count(chr(10), 0, finding.start) + 1}段"
    assert finding.message == f"标题序号在“4、”之后跳到“{skipped}”，其后的内容归入前一领域，请核对是否漏列领域。"


def test_a_real_report_whose_numbers_leave_two_out_is_asked_about() -> None:
    """小店区, 2024, its last three headings counted on from （六） behind （三）."""
    cleaned, report = parsed(XIAODIAN.read_text(encoding="utf-8"))
    assert not [one for one in report.findings if one.kind == "skipped_number"]
    fourth = areas_of(report)[3]
    for old, new in (("六", "八"), ("五", "七"), ("四", "六")):
        cleaned = cleaned.replace(f"\n（{old}）", f"\n（{new}）")
    (finding,) = [one for one in parsed(cleaned)[1].findings if one.kind == "skipped_number"]
    assert finding.start == fourth.start
    assert f"跳到“（六）{fourth.title}”" in finding.message


@pytest.mark.parametrize("listed", [(1, 2, 3), (1, 3, 4), (1, 2, 3, 4, 5, 6, 7)])
def test_a_list_under_the_last_heading_is_no_gap(listed: tuple[int, ...]) -> None:
    under = "\n".join(f"{n}、办好第{n}件民生实事，完成投资3亿元。" for n in listed)
    text = _numbered(1, 2, 3, 4).replace(CLOSE[0], f"{under}\n{CLOSE[0]}")
    assert "skipped_number" not in [one.kind for one in parsed(text)[1].findings]
