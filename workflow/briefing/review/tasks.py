"""What an office fills into the task table: 牵头单位, 责任单位/配合单位, 完成时限."""

from __future__ import annotations

from dataclasses import replace

from briefing.model import Brief, Slide, Task
from briefing.review.outcomes import APPLIED, STALE, Outcome
from briefing.review.sheets import Review
from briefing.review_columns import TASKS_SHEET

_FILLED = ("lead", "responsible", "due")


def apply_to_tasks(review: Review, brief: Brief) -> tuple[Brief, tuple[Outcome, ...]]:
    """The Brief with its tasks and its task slides filled in; tasks are known again by their words."""
    outcomes: list[Outcome] = []
    tasks: dict[str, Task] = {task.text: task for task in brief.tasks}
    for row in review.of(TASKS_SHEET):
        source = row.before or row.now
        if source.get("area") != brief.number:
            continue
        edits = {key: edit for key, edit in row.edits().items() if key in _FILLED}
        if row.before is None:
            edits = {key: (None, row.now.get(key)) for key in _FILLED if row.now.get(key)}
        task = tasks.get(str(source.get("text") or ""))
        for key, (old, new) in edits.items():
            if task is None:
                message = f"原文里不再有这项任务：“{source.get('text')}”"
                outcomes.append(Outcome(STALE, row.sheet, row.cell(key), str(old or ""), str(new or ""), message))
                continue
            task = replace(task, **{key: str(new or "")})  # type: ignore[arg-type]
            message = f"第{task.number}项任务：{new or '清空'}"
            outcomes.append(Outcome(APPLIED, row.sheet, row.cell(key), str(old or ""), str(new or ""), message))
        if task is not None:
            tasks[task.text] = task
    filled = tuple(tasks[task.text] for task in brief.tasks)
    slides = tuple(_with_tasks(slide, filled) if slide.kind == "tasks" else slide for slide in brief.slides)
    return replace(brief, tasks=filled, slides=slides), tuple(outcomes)


def _with_tasks(slide: Slide, tasks: tuple[Task, ...]) -> Slide:
    """A task slide's rows end in the three columns that people fill."""
    by_number = {str(task.number): task for task in tasks}
    rows = []
    for row in slide.rows:
        task = by_number.get(row[0])
        rows.append((*row[:-3], task.lead, task.responsible, task.due) if task is not None and len(row) == 6 else row)
    return replace(slide, rows=tuple(rows))
