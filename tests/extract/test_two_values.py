"""One indicator with two values is asked about only where both name what they count."""

from __future__ import annotations

from briefing.extract import extract_metrics
from report_texts import HEAD, parsed

_SILENT = (
    "坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，统筹发展和安全，推动经济实现质的有效提升和量的合理增长。"
)


def _asked(first: str, second: str) -> list[str]:
    """What is asked about a review with these two paragraphs."""
    plan = f"二、2024年工作安排\n今年抓好两个方面工作。\n（一）抓好各项工作。{_SILENT}\n（二）做好其他工作。{_SILENT}"
    cleaned, report = parsed(f"{HEAD}一、2023年工作回顾\n过去一年，全县团结奋斗。\n{first}\n{second}\n{plan}")
    findings = extract_metrics(cleaned, report).findings
    return [one.message for one in findings if one.kind == "two_values"]


def test_what_projects_cost_is_of_whichever_a_paragraph_is_about() -> None:
    """泉州, 2012: 1366亿元 of 五大战役, 330亿元 of small towns and 358.03亿元 of 在建 projects were asked about as one figure."""
    assert _asked("五大战役全面推进，项目完成投资1366亿元。", "小城镇改革发展提速，项目完成投资330亿元。") == []


def test_what_is_named_is_still_asked_about() -> None:
    """拉萨, 2021: 应届高校毕业生就业率 is 95.2% in one paragraph and 99.7% in another."""
    (told,) = _asked("应届高校毕业生就业率达到95.2%。", "着力稳定就业。应届高校毕业生就业率达到99.7%。")
    assert "95.2%" in told
    assert "99.7%" in told
