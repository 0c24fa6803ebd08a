"""The last slides: who does what, where each figure stands, and what a person still has to look at."""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence

from briefing.assemble.figures import named
from briefing.assemble.numbering import places
from briefing.assemble.story.compared import slides_with
from briefing.assemble.story.pages import split_rows
from briefing.assemble.story.wording import (
    NO_DOUBTS,
    NOT_COMPARABLE,
    SHORTENED,
    alike_periods,
    alike_rows,
    counted,
    sentences,
    source_line,
    to_fill,
    told_in,
)
from briefing.assemble.widths import lines_in
from briefing.model import MANUAL, Brief, Figure, Measure, Slide
from briefing.naming.shown_name import place_of

_MOST_ON_CLOSING = 3  # so many open questions stand on the last slide; more have a table of their own
# Ems of the columns at 14 points, lines that a slide holds below the header, what a further line takes of the first: a row
# with an empty cell is as high as its font. The table with a narrow column of targets leaves the tasks more room.
_TASKS: tuple[tuple[float, ...], float, float] = ((2.4, 24.2, 15.2, 5.4, 5.4, 5.4), 12.0, 0.78)
_TASKS_NARROW: tuple[tuple[float, ...], float, float] = ((2.4, 31.1, 8.3, 5.4, 5.4, 5.4), 12.0, 0.78)
EVIDENCE: tuple[tuple[float, ...], float, float] = ((12.5, 5.3, 42.0), 13.4, 0.82)
_ALIKE_COLUMNS, _ALIKE_LINES = (8.6, 15.8, 15.8, 17.4), 7.12
UNREVIEWED = "程序摘录原文编成，须经人工审核后使用"


def tasks(brief: Brief) -> list[Slide]:
    """The table 任务分解: it is what goes out to the units, so each task stands in it whole."""
    if not brief.tasks:
        return []
    rows = tuple(
        (str(one.number), told_in(one, brief), one.target, one.lead, one.responsible, one.due) for one in brief.tasks
    )
    shortened = any(row[1] != one.text for row, one in zip(rows, brief.tasks, strict=True))
    paragraphs = [one.paragraph for one in brief.tasks]
    return [
        Slide(
            "tasks",
            f"任务分解：{len(rows)}项任务，{to_fill(brief.tasks)}",
            "任务分解",
            rows=rows,
            note=SHORTENED if shortened else "",
            source=source_line(brief, paragraphs),
            notes=brief.lead,
        )
    ]


def narrow_targets(rows: Sequence[tuple[str, ...]]) -> bool:
    """Whether the table of tasks is shorter with a narrow column of targets, as it is where few tasks have one."""
    return _length(rows, _TASKS_NARROW) < _length(rows, _TASKS)


def _length(rows: Sequence[tuple[str, ...]], table: tuple[tuple[float, ...], float, float]) -> tuple[int, int]:
    lines = sum(max(map(lines_in, row, table[0])) for row in rows)
    return len(split_rows(rows, *table)), lines


def evidence(brief: Brief, clauses: Sequence[Measure]) -> list[Slide]:
    """One row a passage: the figures that stand in it, its place, its words, which name what each figure counts."""
    passages = [(measure.text, measure.paragraph) for topic in brief.topics for measure in topic.measures]
    shown = [(one.text, one.paragraph) for one in clauses]
    rows = []
    for group, texts in (((*brief.targets, *brief.scales), passages), (brief.results, shown)):
        for text, paragraph in texts:
            inside = [one for one in group if one.paragraph == paragraph and _within(one, text)]
            if inside:
                rows.append(("；".join(dict.fromkeys(one.display for one in inside)), places([paragraph]), text))
    by_hand = (one for one in (*brief.targets, *brief.scales, *brief.results) if one.display.endswith(MANUAL))
    # Not the source's figure: what the source says there is shown for comparison.
    rows += [(named(one), places([one.paragraph]), one.sentence or "原文没有这一数值") for one in by_hand]
    if not rows:
        return []
    figures = (*brief.targets, *brief.scales, *brief.results)
    return [
        Slide(
            "evidence",
            f"原文依据：{len({one.metric_id for one in figures})}个数据的出处",
            "原文依据",
            rows=tuple(rows),
            source=source_line(brief, [one.paragraph for one in figures]),
            notes=sentences(figures),
        )
    ]


def closing(brief: Brief, *, alike: bool) -> list[Slide]:
    """What is left to people: to fill in, to check, to compare; with the open questions, or after them when they are many.

    ``alike``: the table of look-alikes stands here, since it has no slide of its own.
    """
    doubts = tuple((str(number), one.where, one.message) for number, one in enumerate(brief.findings, 1))
    many = len(doubts) > _MOST_ON_CLOSING
    pairs = alike_rows(brief) if alike else ()
    check = f"{len(doubts)}处待核，见{'前页' if many else '下表'}" if doubts else f"{NO_DOUBTS}，仍须人工审核"
    if pairs:
        check = f"{counted(len(pairs))}组指标{NOT_COMPARABLE}，见下表"
    checking = "辨明口径" if pairs else to_check(brief)
    todo = (f"{len(brief.tasks)}项任务，{to_fill(brief.tasks)}", check, "数据均注段号，可查对原文")
    last = Slide(
        "closing",
        f"下一步：明确责任、{checking}、对照原文",
        "结束",
        bullets=todo,
        heads=("明确责任", checking, "对照原文"),
        rows=() if many else doubts,
        beside=pairs,
        note=UNREVIEWED,
        source=source_line(brief),
        notes=UNREVIEWED,
        period_beside=alike_periods(brief) if pairs else "",
    )
    return [*(open_questions(brief, doubts) if many else ()), last]


def to_check(brief: Brief) -> str:
    """The head over what is to be checked; where the program found nothing, no doubts are promised."""
    return "核实疑点" if brief.findings else "人工审核"


def unreviewed(slide: Slide) -> Slide:
    """``slide`` with the remark that everything here needs a person's review."""
    return dataclasses.replace(slide, note="；".join(one for one in (slide.note, UNREVIEWED) if one))


def has_room_for_alike(brief: Brief) -> bool:
    """Whether the closing slide holds the table of look-alikes."""
    rows = alike_rows(brief)
    return bool(rows) and not brief.findings and len(split_rows(rows, _ALIKE_COLUMNS, _ALIKE_LINES)) == 1


def open_questions(brief: Brief, rows: tuple[tuple[str, ...], ...]) -> list[Slide]:
    """A table of what a person has to look at in the source."""
    title = f"{len(rows)}处待核，请对照原文核实"
    notes = "\n".join(one.message for one in brief.findings)
    return [Slide("open", title, "待核事项", rows=rows, source=source_line(brief), notes=notes)]


def table_slides(slides: Sequence[Slide]) -> int:
    """How many slides these will be once long tables have gone on to further ones."""
    return sum(map(_slides_for, slides))


def _slides_for(slide: Slide) -> int:
    if slide.kind == "compared":
        return slides_with(slide.rows, slide.beside)
    if slide.kind == "tasks":
        return min(_length(slide.rows, table) for table in (_TASKS, _TASKS_NARROW))[0]
    return len(split_rows(slide.rows, *EVIDENCE)) if slide.kind == "evidence" else 1


def _within(figure: Figure, text: str) -> bool:
    """Whether the figure itself stands in ``text``, of which its sentence may hold more: 9个 is not in 39个."""
    at = figure.sentence.find(text)
    if at < 0:
        return figure.sentence in text
    return at <= place_of(figure.sentence, figure.display, figure.indicator) < at + len(text)
