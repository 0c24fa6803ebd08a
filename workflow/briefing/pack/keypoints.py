"""要点: one area in plain text, to be pasted into a message as it is."""

from __future__ import annotations

from briefing.model import OVERVIEW, Brief, Figure
from briefing.report_names import report_name

# As the opening has it, for an area whose subject a main target of the year is on and for one without.
_NONE_OF_ITS_OWN, _NO_TARGETS = "本领域未单列量化目标。", "本领域报告未提出量化目标。"
_NO_TARGETS_AT_ALL = "报告未提出量化目标。"


def keypoints(brief: Brief) -> str:
    """Title, lead, targets, results, tasks by topic, source; every word is the report's, or a label."""
    whole = brief.number == OVERVIEW
    number_of = "" if whole else f"（{brief.numeral}）"
    lines = [f"【{report_name(brief.place, brief.plan_year)}】{number_of}{brief.title}", ""]
    if brief.lead:
        lines += [brief.lead, ""]
    if brief.targets:
        lines.append(f"{brief.plan_year}年量化目标")
        lines += [f"• {_figure(figure)}" for figure in brief.targets]
    else:
        lines.append(_NO_TARGETS_AT_ALL if whole else _NONE_OF_ITS_OWN if brief.main_targets else _NO_TARGETS)
    lines.append("")
    if brief.results:
        ours = f"（编者归类，{f'另有{brief.results_left}项' if brief.results_left else '未列入的'}见指标工作簿）"
        for period in dict.fromkeys(one.period for one in brief.results):
            lines.append(f"{period or f'{brief.review_year}年'}实绩" + ("" if whole else ours))
            ours = "（编者归类）"  # where the rest are is said once
            lines += [f"• {_figure(figure)}" for figure in brief.results if figure.period == period]
            lines.append("")
    lines.append("各领域要点" if whole else "重点任务")
    number = 0
    for topic in brief.topics:
        if topic.line:
            number_of = f"（{topic.numeral}）" if topic.numeral else ""
            lines.append(f"{number_of}{topic.title}：{topic.line}")
        elif topic.title:
            lines.append(topic.title)
        head = ""
        for measure in topic.measures:
            if measure.head != head:
                head = measure.head
                lines.append(f"{topic.title}：{head}")
            number += measure.task
            lines.append(f"{number}. {measure.text}" if measure.task else f"{measure.text}。")
    lines += ["", f"来源：{brief.source}", "程序摘录，须人工审核。", ""]
    return "\n".join(lines)


def _figure(figure: Figure) -> str:
    return f"{figure.name or figure.indicator}：{figure.quantity or figure.display}（第{figure.paragraph}段）"
