"""Where the last area ends: what a report promises or tells on under it is its own, its close is nobody's."""

from __future__ import annotations

from report_texts import area_texts

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
