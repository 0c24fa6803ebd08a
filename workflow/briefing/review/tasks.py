"""What an office fills into the task table: 牵头单位, 责任单位/配合单位, 完成时限."""

from __future__ import annotations

from briefing.model import Assignment, Report
from briefing.review.account import Account
from briefing.review.sheets import Review
from briefing.review_columns import TASKS_SHEET

FILLED = ("lead", "responsible", "due")


def assignments_of(review: Review, report: Report, account: Account) -> tuple[Assignment, ...]:
    """What was filled in beside tasks that the plan still has, in text order; tasks are known again by their words.

    ``account`` is told of every filled cell, those of tasks that are gone included.
    """
    tasks = {
        measure.text: area.number
        for part in report.parts
        if part.kind == "plan"
        for area in part.areas
        for topic in area.topics
        for measure in topic.measures
        if measure.task
    }
    found: dict[str, Assignment] = {}
    for row in review.of(TASKS_SHEET):
        text = str((row.before or row.now).get("text") or "")
        edits = {key: edit for key, edit in row.edits().items() if key in FILLED}
        if row.before is None:
            edits = {key: (None, row.now.get(key)) for key in FILLED if row.now.get(key)}
        for key, (_, new) in edits.items():
            if text in tasks:
                account.applied(row, key, f"领域（{tasks[text]}）任务“{_short(text)}”：{new or '清空'}")
            else:
                account.stale(row, key, f"原文里不再有这项任务：“{text}”，“{new or '清空'}”未采用")
        if edits and text in tasks:
            filled = {key: str(row.now.get(key) or "") for key in FILLED}
            printed = str(row.before.get("due") or "") if row.before else ""
            found[text] = Assignment(area=tasks[text], text=text, printed_due=printed, **filled)
    return tuple(found[text] for text in tasks if text in found)


def _short(text: str) -> str:
    return text if len(text) <= 20 else text[:19] + "…"
