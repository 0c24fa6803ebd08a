"""What a plan tells behind its last area is told of, so that nobody takes the packs for the whole report."""

from __future__ import annotations

from report_texts import HEAD, parsed
from shared_reports import needs_shared, reports

_PROSE = "加快推进重点项目建设，推动产业转型升级，持续优化营商环境，努力实现高质量发展目标。"
_PLAN = [
    "一、2023年工作回顾",
    f"过去一年，全县上下团结奋斗。{_PROSE}",
    "二、2024年工作安排",
    "今年重点抓好四个方面工作：",
    *(f"（{mark}）全力做好第{mark}方面工作\n{_PROSE}\n开展专项行动。{_PROSE}" for mark in "一二三四"),
]
_CLOSE = "各位代表！让我们更加紧密地团结在一起，为实现目标而努力奋斗！"


def _told(text: str) -> list[str]:
    return [one.message for one in parsed(text)[1].findings if one.kind == "after_areas"]


@needs_shared
def test_tasks_under_no_heading_behind_the_last_area_are_told_of() -> None:
    """河北, 2024, paragraph 58: 国防动员, 青年发展规划 and 经济普查 stood in no area's pack, and nothing said so."""
    hebei = next(one for one in reports() if "河北省" in one.name)
    (told,) = _told(hebei.read_text(encoding="utf-8"))
    assert told.startswith("“全力支持国防和军队现代化，")
    assert "不属任何领域：各领域分册均未收录，总览列其要点" in told


def test_the_closing_of_a_speech_is_no_task() -> None:
    """河北, 2024, paragraphs 59 and 60 begin with 各位代表; 东莞, 2006, ends 而努力奋斗！"""
    assert _told(HEAD + "\n".join([*_PLAN, _CLOSE])) == []
    assert _told(HEAD + "\n".join([*_PLAN, _CLOSE, "甲县人民政府"])) == []
