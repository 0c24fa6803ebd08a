"""The story of the overview pack (总览): the year at a glance, every area in a line, last year, all targets, what is left."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import partial
from itertools import accumulate

from briefing.assemble.arranged import ARRANGED, is_arranged
from briefing.assemble.figures import told_apart
from briefing.assemble.story.charts import chart_slide
from briefing.assemble.story.closing import (
    MOST_ON_CLOSING,
    UNREVIEWED,
    doubt_rows,
    open_questions,
    to_check,
    what_was_found,
)
from briefing.assemble.story.compared import paired
from briefing.assemble.story.completion import completion_slides
from briefing.assemble.story.guidance import guidance_slides
from briefing.assemble.story.look_alikes import ON_ITS_SLIDE, look_alikes
from briefing.assemble.story.pages import AREAS, MOST_BULLETS, split_rows
from briefing.assemble.story.tables import Told, evidence_slides, over_slides
from briefing.assemble.story.wording import (
    NOT_COMPARABLE,
    doubted_in,
    given_at,
    paragraphs_of,
    sentences,
    source_line,
    told_by,
    whole_place,
)
from briefing.assemble.story.years import year_slides
from briefing.assemble.widths import lines_in
from briefing.model import Brief, Figure, Slide
from briefing.naming.shown_name import place_of
from briefing.report_names import report_name

_MOST_EVIDENCE = 4  # slides
ELSEWHERE = "其余目标的段号见各表“出处”栏，原句见各领域材料"
_AIMS = re.compile(r"预期目标(?:是|为)?：")
_END_OF_AIM, _END_OF_CLAUSE = re.compile("(?<=；)(?=.)"), re.compile("(?<=，)(?=.)")
_LEAST_AIMS = 3  # figures in the sentence that lists the year's targets
# The areas stand at a glance with their whole titles where two columns of so many ems and lines hold them, else all by their first
# clause (the next slide has them whole).
_TITLE_COLUMN, _TITLE_LINES = 14.0, 9.4
_BETWEEN = 0.22  # of a line: what parts a row from the next


def slides_of_report(whole: Brief, areas: Sequence[Brief]) -> tuple[Slide, ...]:
    """``whole``: the Brief of the report; ``areas``: those of its areas."""
    slides = [_cover(whole), _glance(whole, areas), *guidance_slides(whole, general=True), *_aims(whole)]
    slides += [*guidance_slides(whole, general=False), *_areas(whole)]
    # What grew and is to grow, seen before it is read row by row.
    slides += [chart_slide(whole, [one]) for one in whole.charts]
    slides += year_slides(replace(whole, charts=()), short=True)
    slides += completion_slides(whole)
    slides += look_alikes(whole)
    return (*slides, *_evidence(whole), *_closing(whole))


def aims_of(targets: Sequence[Figure]) -> Figure | None:
    """The first target of the sentence that names the year's main expected targets (主要预期目标), if the plan has one."""
    named = [one for one in targets if _AIMS.search(one.sentence)]
    many = Counter(one.sentence for one in named)
    return next((one for one in named if many[one.sentence] >= _LEAST_AIMS), None)


def _aims(whole: Brief) -> list[Slide]:
    """That sentence whole: what it says without a figure (居民收入增长和经济增长同步) is aimed at as well."""
    first = aims_of(whole.targets)
    if first is None:
        return []
    here = [one for one in whole.highlights if one.sentence == first.sentence]
    told = first.sentence[_AIMS.search(first.sentence).end() :].rstrip("。")  # type: ignore[union-attr]
    parts = _END_OF_AIM.split(told) if told.count("；") >= _LEAST_AIMS else _ends_of_clauses(told)
    each = -(-len(parts) // MOST_BULLETS)
    return [
        Slide(
            "topic",
            # The slide before names the first two; a title that began with the third looked like a mistake.
            told_by("主要预期目标", [*here[:1], *here[2:]], ranked=True),
            "今年目标",
            bullets=tuple("".join(parts[at : at + each]).rstrip("，；") for at in range(0, len(parts), each)),
            source=source_line(whole, [first.paragraph]),
            notes=sentences([first]),
        )
    ]


def _ends_of_clauses(told: str) -> list[str]:
    """Each with its mark; what stands between semicolons without a figure is one: 其他约束性指标，确保完成省市任务."""
    aims = _END_OF_AIM.split(told)
    return [part for one in aims for part in (_END_OF_CLAUSE.split(one) if re.search(r"\d", one) else [one])]


def counts_of(areas: Sequence[Brief], targets: Sequence[Figure]) -> str:
    """``6个方面、89项任务、25项量化目标（编者统计）`` with how many of ``targets`` no area has, without which the sum of the areas would
    not be that of the report."""
    tasks = sum(len(one.tasks) for one in areas)
    counted = f"{len(areas)}个方面、{tasks}项任务"
    if not targets:
        return f"{counted}（编者统计）"
    numbers = {one.number for one in areas}
    above = [one for one in targets if one.area not in numbers]
    first = aims_of(above)
    main = [one for one in above if first is not None and one.sentence == first.sentence]
    named = f"{len(main)}项{whole_place(areas[0].place)}主要预期目标" if main else ""
    rest = [one for one in above if one not in main]
    arranged = bool(rest) and all(map(is_arranged, rest))
    called = f"{ARRANGED}指标" if arranged else f"{'其他' if main else ''}总体目标"
    others = f"{len(rest)}项{called}" if rest else ""
    apart = "、".join(one for one in (named, others) if one)
    return (
        f"{counted}、{len(targets)}项量化{'指标' if arranged else '目标'}（编者统计{'，其中' if apart else ''}{apart}）"
    )


def counts_in(area: Brief) -> str:
    """What one area holds: ``13项任务、8项目标``."""
    return f"{len(area.tasks)}项任务" + (f"、{len(area.targets)}项目标" if area.targets else "")


def _cover(whole: Brief) -> Slide:
    subtitle = report_name(whole.place, whole.plan_year)
    return Slide("cover", whole.title, subtitle, source=source_line(whole), note=given_at(whole), notes=whole.lead)


def _glance(whole: Brief, areas: Sequence[Brief]) -> Slide:
    half = -(-len(areas) // 2)
    titles = _titles_that_fit([one.title for one in areas], half)
    rows = [(one.numeral, title, counts_in(one)) for one, title in zip(areas, titles, strict=True)]
    return Slide(
        "overview",
        told_by("全年一览", whole.highlights, ranked=True)
        if whole.highlights
        else f"全年一览：部署{len(areas)}个方面工作",
        counts_of(areas, whole.targets),
        rows=tuple(rows[:half]),
        beside=tuple(rows[half:]),
        cards=whole.highlights,
        note="" if whole.targets else "报告未提出量化目标",
        # The rows below the cards tell of every area.
        source=source_line(
            whole, [*paragraphs_of(whole.highlights), *(n for one in whole.topics for n in one.paragraphs)]
        ),
        notes=sentences(whole.highlights) or whole.lead,
    )


def _titles_that_fit(titles: Sequence[str], half: int) -> list[str]:
    """All whole, or all by their first clause, so that two columns, the first of ``half`` of them, stay on one slide."""
    lines = [lines_in(one, _TITLE_COLUMN) + _BETWEEN for one in titles]
    if max(sum(lines[:half]), sum(lines[half:])) <= _TITLE_LINES:
        return list(titles)
    return [one.split("，")[0] for one in titles]


def _areas(whole: Brief) -> list[Slide]:
    """Each with the places of its own rows alone."""
    slide = Slide("areas", f"各领域要点：{whole.area_count}个方面的任务和主要目标", "各领域要点")
    told = [
        Told(
            (one.numeral, one.title, one.line, one.file),
            one.paragraphs,
            f"{f'（{one.numeral}）' if one.numeral else ''}{one.title}：{one.line}",
        )
        for one in whole.topics
    ]
    parts = split_rows([one.row[:3] for one in told], *AREAS)
    ends = list(accumulate(map(len, parts)))
    rows = [[one.row for one in told[end - len(part) : end]] for part, end in zip(parts, ends, strict=True)]
    return over_slides(slide, rows, told, partial(source_line, whole))


def _evidence(whole: Brief) -> list[Slide]:
    """Where every figure of these slides stands; where that would take too many more, those of the year itself, of last year and of the
    targets beside it, else without the latter: what an area aims at has its place in the tables and its words in its own deck."""
    numbers = {topic.number for topic in whole.topics}
    of_year = (*whole.highlights, *(one for one in whole.targets if one.area not in numbers), *whole.restated)
    above = (*of_year, *whole.results)
    compared = [one for pair in paired(whole.pairs) for one in (pair.target, pair.result)]
    every = _once((*above, *whole.targets))
    if not every:
        return []
    for kept in (every, _once((*of_year, *compared, *whole.results)), _once(above)):
        proofs, left = _proofs(kept), len(kept) < len(every)
        parts = evidence_slides([one.row for one in proofs], remark=left)
        if len(parts) <= _MOST_EVIDENCE:
            break
    named = "全年主要目标、两年对照和主要实绩" if len(kept) > len(_once(above)) else "全年主要目标和主要实绩"
    slide = Slide(
        "evidence",
        f"原文依据：{named if left else '年度目标和主要实绩'}的出处",
        "原文依据",
        note=ELSEWHERE if left else "",
    )
    return over_slides(slide, parts, proofs, partial(source_line, whole))


def _once(figures: Iterable[Figure]) -> list[Figure]:
    return list({one.metric_id: one for one in figures}.values())


def _proofs(figures: Sequence[Figure]) -> list[Told]:
    """One row a passage, in the source's order: of a sentence that holds half of a plan's targets, the part between two semicolons in which a figure
    stands; not the first that has its digits, since 2%左右 and 2% may be of one sentence."""
    by_clause: dict[tuple[int, str], list[Figure]] = {}
    for one in sorted(figures, key=lambda one: (one.paragraph, one.metric_id)):
        at = max(0, place_of(one.sentence, one.display, one.indicator))
        start = one.sentence.rfind("；", 0, at) + 1
        clause = one.sentence[start:].partition("；")[0].rstrip("。")
        by_clause.setdefault((one.paragraph, clause), []).append(one)
    aimed = [one for one in figures if one.part == "plan"]
    return [
        Told((told_apart(inside, aimed), f"第{number}段", text), (number,), sentences(inside))
        for (number, text), inside in by_clause.items()
    ]


def _closing(whole: Brief) -> list[Slide]:
    doubts = doubt_rows(whole)
    many = len(doubts) > MOST_ON_CLOSING
    check = what_was_found(doubts)
    if any(one.status == "look_alike" for one in whole.pairs):
        check = f"{check}；{NOT_COMPARABLE}的指标{ON_ITS_SLIDE}"
    last = Slide(
        "closing",
        f"下一步：查阅分册、{to_check(whole)}、对照原文",
        "结束",
        bullets=("各领域的任务分解和原文依据见其汇报文件", check, "数据均注段号（含标题行），可查对原文"),
        heads=("查阅分册", to_check(whole), "对照原文"),
        rows=() if many else doubts,
        note=UNREVIEWED,
        source=source_line(whole, () if many else doubted_in(whole)),
        notes=UNREVIEWED,
    )
    return [*(open_questions(whole, doubts) if many else ()), last]
