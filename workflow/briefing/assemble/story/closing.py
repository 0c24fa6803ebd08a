"""The last slides: who does what, where each figure stands, and what a person still has to look at."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from briefing.assemble.figures import listed, named, told_apart
from briefing.assemble.lines import cell_lines
from briefing.assemble.numbering import places
from briefing.assemble.story.both_wordings import alike_paragraphs, alike_rows, clause_of
from briefing.assemble.story.main_told import main_told, proved_in
from briefing.assemble.story.pages import split_rows
from briefing.assemble.story.tables import (
    ROOM,
    ROOM_BELOW_TILES,
    Row,
    Told,
    evidence_height,
    evidence_slides,
    over_slides,
    questions_height,
    task_slides,
)
from briefing.assemble.story.wording import (
    NO_DOUBTS,
    NOT_COMPARABLE,
    SHORTENED,
    alike_periods,
    counted,
    doubted_in,
    paragraphs_of,
    sentences,
    source_line,
    to_fill,
    told_in,
)
from briefing.model import MANUAL, Brief, Figure, Measure, Slide
from briefing.naming.shown_name import place_of

MOST_ON_CLOSING = 3  # so many open questions stand on the last slide; more have a table of their own
_ALIKE_COLUMNS, _ALIKE_LINES = (8.6, 15.8, 15.8, 17.4), 7.12
UNREVIEWED = "程序摘录原文编成，须经人工审核后使用"


def tasks(brief: Brief, *, last: bool) -> list[Slide]:
    """The table 任务分解: it is what goes out to the units, so each task stands in it whole. ``last``: the deck ends with it."""
    told = [
        Told(
            (str(one.number), told_in(one, brief), one.target, one.lead, one.responsible, one.due),
            (one.paragraph,),
        )
        for one in brief.tasks
    ]
    rows = [one.row for one in told]
    shortened = any(row[1] != one.text for row, one in zip(rows, brief.tasks, strict=True))
    remarks = (SHORTENED if shortened else "", UNREVIEWED if last else "")
    slide = Slide(
        "tasks",
        f"任务分解：{len(rows)}项任务，{to_fill(brief.tasks)}",
        "任务分解",
        note="；".join(filter(None, remarks)),
        notes=brief.lead,
    )
    return over_slides(slide, task_slides(rows, remark=bool(slide.note)), told, partial(source_line, brief))


def proofs_of(brief: Brief, clauses: Sequence[Measure]) -> list[Told]:
    """One row a passage: the figures that stand in it, its place, its words, which name what each figure counts. In the source's order:
    last year, the year's main targets, the area's own."""
    passages = [(measure.text, measure.paragraph) for topic in brief.topics for measure in topic.measures]
    shown = [(one.text, one.paragraph) for one in clauses]
    aimed = (*brief.targets, *main_told(brief))
    rows: list[Told] = []
    for group, texts in ((brief.results, shown), ((*brief.targets, *brief.scales), passages)):
        if texts is passages:
            rows += map(_of_the_year, main_told(brief))
        for text, paragraph in texts:
            inside = [one for one in group if one.paragraph == paragraph and _within(one, text)]
            if inside:
                row = (told_apart(inside, aimed), places([paragraph]), text)
                rows.append(Told(row, (paragraph,), sentences(inside)))
    by_hand = (one for one in (*brief.targets, *brief.scales, *brief.results) if one.display.endswith(MANUAL))
    # Not the source's figure: what the source says there is shown for comparison.
    rows += [
        Told(
            (named(one), places([one.paragraph]), one.sentence or "原文没有这一数值"),
            (one.paragraph,),
            sentences([one]),
        )
        for one in by_hand
    ]
    return rows


def _of_the_year(one: Figure) -> Told:
    """Of the sentence that holds all of the year's main targets its own clause."""
    words = clause_of(one.sentence, one.display, one.indicator) or one.sentence
    return Told((listed(one), places([one.paragraph]), words), (one.paragraph,), sentences([one]))


def evidence(brief: Brief, proofs: Sequence[Told], *, last: bool) -> list[Slide]:
    """Where each figure stands. ``last``: the deck ends with it."""
    if not proofs:
        return []
    slide = Slide(
        "evidence",
        f"原文依据：{proved_in(brief)}个数据的出处",
        "原文依据",
        note=f"{NO_DOUBTS}；{UNREVIEWED}" if last else "",
    )
    parts = evidence_slides([one.row for one in proofs], remark=last)
    return over_slides(slide, parts, proofs, partial(source_line, brief))


def ending(brief: Brief, clauses: Sequence[Measure], *, alike: bool, short: bool) -> list[Slide]:
    """Tasks, evidence and what is left to people. ``alike``: the look-alikes have no slide of their own; ``short``: a last slide
    that would only repeat what others have told is left out. ``clauses``: last year's measures that results stand in."""
    proofs = proofs_of(brief, clauses)
    last = closing(brief, proofs, alike=alike)
    repeats = not any(slide.rows or slide.beside for slide in last)
    bare = short and repeats and bool(brief.tasks or proofs)
    before = proofs if bare or not repeats else proofs[: _before_last(proofs)]
    if len(before) < len(proofs):
        last = closing(brief, proofs, alike=alike, before=len(before))
    shown = [] if last[-1].kind == "evidence" and len(before) == len(proofs) else evidence(brief, before, last=bare)
    return [*tasks(brief, last=bare and not shown), *shown, *([] if bare else last)]


def _before_last(proofs: Sequence[Told]) -> int:
    """How many of ``proofs`` stand on slides of their own where the rest, below the tiles of the last slide, saves one of them: so many
    that all are filled alike."""
    rows = [one.row for one in proofs]
    fewer = len(evidence_slides(rows)) - 1

    def fullest(cut: int) -> float:
        return max(evidence_height(rows[:cut]) / (ROOM * fewer), evidence_height(rows[cut:]) / ROOM_BELOW_TILES)

    cuts = [cut for cut in range(1, len(rows)) if len(evidence_slides(rows[:cut])) <= fewer and fullest(cut) <= 1]
    return min(cuts, key=fullest, default=len(rows))


def closing(brief: Brief, proofs: Sequence[Told], *, alike: bool, before: int = 0) -> list[Slide]:
    """What is left to people: to fill in, to check, to compare; with the open questions, or after them when they are many. Where it
    has no table of look-alikes and ``proofs`` are few, they stand here, the open questions below them: a slide of one or two rows is a
    slide too much.

    ``alike``: the look-alikes stand here, since they have no slide of their own: as a table, or among the open questions. ``before``: so many of ``proofs`` stand on
    slides of their own.
    """
    doubts = doubt_rows(brief)
    many = len(doubts) > MOST_ON_CLOSING
    pairs = alike_rows(brief) if alike else ()
    asked = (*doubts, *_alike_questions(brief)) if doubts and pairs else doubts
    here = proofs[before:]
    rows = tuple(one.row for one in here)
    asked_below = () if many else tuple(("待核事项", *row[1:]) for row in doubts)
    proved = bool(rows) and not pairs and evidence_height((*rows, *asked_below)) <= ROOM_BELOW_TILES
    check = what_was_found(doubts)
    if pairs:
        check = f"{f'{len(doubts)}处待核，' if doubts else ''}{counted(len(pairs))}组指标{NOT_COMPARABLE}，见下表"
    # What stands in the table below: the evidence, or both figures of each pair that only looks alike.
    figures = (
        [figure for one in brief.pairs if one.status == "look_alike" for figure in (one.result, one.target)]
        if pairs
        else []
    )
    placed_in = [number for one in here for number in one.paragraphs] if proved else paragraphs_of(figures)
    placed_in = [*placed_in, *(() if many else doubted_in(brief))]
    told = [one.notes for one in here] if proved else [sentences(figures)] if figures else []
    checking = "辨明口径" if pairs and not doubts else to_check(brief)
    placed = (
        f"{proved_in(brief)}个数据的出处见{'前页和' if before else ''}下表"
        if proved
        else f"{'数据' if proved_in(brief) else '各页'}均注段号（含标题行），可查对原文"
    )
    last = Slide(
        "evidence" if proved else "closing",
        f"{'原文依据和下一步' if proved else '下一步'}：明确责任、{checking}、对照原文",
        "原文依据" if proved else "结束",
        bullets=(f"{len(brief.tasks)}项任务，{to_fill(brief.tasks)}", check, placed),
        heads=("明确责任", checking, "对照原文"),
        rows=(*rows, *asked_below) if proved else () if many else asked,
        beside=() if doubts else pairs,
        note=f"{NO_DOUBTS}；{UNREVIEWED}" if pairs and not doubts else UNREVIEWED,
        source=source_line(brief, placed_in),
        notes="\n".join(dict.fromkeys([*told, UNREVIEWED])),
        period_beside=alike_periods(brief) if pairs and not doubts else "",
    )
    return [*(open_questions(brief, doubts) if many else ()), last]


def to_check(brief: Brief) -> str:
    """The head over what is to be checked; where the program found nothing, no doubts are promised."""
    return "核实疑点" if brief.findings else "人工审核"


def has_room_for_alike(brief: Brief, *, among_doubts: bool) -> bool:
    """Whether the closing slide holds the table of look-alikes; where there are open questions only with ``among_doubts``: each
    group is then one of them."""
    if brief.findings:
        asked = (*doubt_rows(brief), *_alike_questions(brief))
        few = len(brief.findings) <= MOST_ON_CLOSING and questions_height(asked) <= ROOM_BELOW_TILES
        return among_doubts and few and len(asked) > len(brief.findings)
    # Names break by meaning, which may take a line more.
    rows = [(cell_lines(name, _ALIKE_COLUMNS[0]), *cells) for name, *cells in alike_rows(brief)]
    return bool(rows) and len(split_rows(rows, _ALIKE_COLUMNS, _ALIKE_LINES)) == 1


def doubt_rows(brief: Brief) -> tuple[Row, ...]:
    """The open questions as rows of their table."""
    return tuple((str(number), one.where, one.message) for number, one in enumerate(brief.findings, 1))


def what_was_found(doubts: Sequence[Row]) -> str:
    """How many open questions there are, and where: on the last slide itself, or before it where they are many."""
    where = "前页" if len(doubts) > MOST_ON_CLOSING else "下表"
    return f"{len(doubts)}处待核，见{where}" if doubts else f"{NO_DOUBTS}，仍须人工审核"


def _alike_questions(brief: Brief) -> tuple[Row, ...]:
    """The look-alikes as rows of the open questions, numbered behind the doubts: both wordings and what differs in one text."""
    return tuple(
        (
            str(number),
            places(paragraphs),
            f"{name}{NOT_COMPARABLE}：{alike_periods(brief)}为{last}，{brief.plan_year}年为{this}；{differs}",
        )
        for number, ((name, last, this, differs), paragraphs) in enumerate(
            zip(alike_rows(brief), alike_paragraphs(brief), strict=True), len(brief.findings) + 1
        )
    )


def open_questions(brief: Brief, rows: tuple[tuple[str, ...], ...]) -> list[Slide]:
    """A table of what a person has to look at in the source."""
    title = f"{len(rows)}处待核，请对照原文核实"
    notes = "\n".join(one.message for one in brief.findings)
    return [Slide("open", title, "待核事项", rows=rows, source=source_line(brief, doubted_in(brief)), notes=notes)]


def _within(figure: Figure, text: str) -> bool:
    """Whether the figure itself stands in ``text``, of which its sentence may hold more: 9个 is not in 39个."""
    at = figure.sentence.find(text)
    if at < 0:
        return figure.sentence in text
    return at <= place_of(figure.sentence, figure.display, figure.indicator) < at + len(text)
