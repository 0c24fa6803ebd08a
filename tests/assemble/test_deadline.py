"""When a task is due and for what year a target is: what the report prints, and nothing else."""

from __future__ import annotations

import pytest

from briefing.assemble.deadline import due_in
from real_report import made
from shared_reports import needs_shared, reports


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("打通3条断头路、卡脖路，力争6月底前全部通车", "6月底前"),
        ("推进幸福河湖建设，年底前达到45条", "年底前"),
        ("到2018年底，完成县城及美丽乡村建设80%的任务量", "2018年底"),
        ("持续实施六大优势产业提质倍增行动，力争2027年建成6个万亿级产业", "2027年"),
        ("争取上半年开工，确保年内投用", "上半年、年内"),
        ("上半年内实现综合保税区封关验收", "上半年内"),
        ("三年内实现全覆盖", ""),
        ("创建示范片2个，实施高标准农田建设9.5万亩，到2018年将永久基本农田全部建成高标准农田", ""),
        # What is past, what is only compared with, and the plan's own year set no time.
        ("确保2000年前建成的老旧小区全部改造完成", ""),
        ("空气综合指数较上半年下降26.5%", ""),
        ("到2017年，农民人均可支配收入达到7500元", ""),
        ("加快构建现代化产业体系", ""),
    ],
)
def test_a_task_is_due_when_its_own_words_say_so(text: str, due: str) -> None:
    assert due_in(text, 2017) == due


@needs_shared
def test_a_target_of_a_later_year_says_so_wherever_it_is_told() -> None:
    """四川, 2025: 力争建成6个万亿级产业 stood among the year's targets in the paper's opening, in a title and in the task table."""
    brief = made(next(one for one in reports() if one.stem == "province-四川省-2025")).brief(2)
    told = "6个万亿级产业（2027年）"
    assert told in brief.lead
    assert [one.title for one in brief.slides if "万亿级产业" in one.title and told not in one.title] == []
    (task,) = [one for one in brief.tasks if "万亿级产业" in one.text]
    assert (task.due, "（2027年）" in task.target) == ("2027年", True)
