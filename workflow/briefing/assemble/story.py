"""The deck's story: which slides an area gets, in which order, and how much each may hold."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.figures import named, telling
from briefing.assemble.numbering import numeral, places
from briefing.model import MANUAL, Brief, ChartSpec, Figure, Measure, Slide, Task, TopicBrief

# A slide that is read aloud holds no more (rubric: seven bullets, about 160 characters).
MOST_BULLETS = 7
MOST_CHARACTERS = 165
MOST_ROWS_BESIDE_CHART = 6
GROUPED = "编者归类：上年实绩按与本领域共有的用语归入，供对照"
NOT_COMPARABLE = "口径不同，不可比"
NO_TARGETS = "本领域报告未提出量化目标"


def slides_of(brief: Brief, clauses: Sequence[Measure]) -> tuple[Slide, ...]:
    """Cover, overview, last year, targets, charts, look-alikes, topics, tasks, evidence, open questions; what has no
    content has no slide. ``clauses``: last year's measures that the area's results stand in."""
    slides = [_cover(brief), _overview(brief)]
    slides += _results(brief, clauses)
    beside = _chart_beside_targets(brief)
    slides += _targets(brief, beside)
    slides += [_chart(brief, one) for one in brief.charts if one.kind != "number" and one.name != beside]
    slides += _look_alikes(brief)
    for topic in brief.topics:
        slides += _topic(brief, topic)
    slides += [*_tasks(brief), *_evidence(brief, clauses), *_open(brief)]
    return _unique(slides)


def _cover(brief: Brief) -> Slide:
    subtitle = f"{brief.place}{brief.plan_year}年政府工作报告·工作领域（{brief.numeral}）"
    return Slide("cover", brief.title, subtitle, source=_source(brief), note=_date(brief.date), notes=brief.lead)


def _overview(brief: Brief) -> Slide:
    tasks = sum(len(topic.measures) for topic in brief.topics)
    titled = [topic for topic in brief.topics if topic.title]
    counts = "、".join(
        [*([f"{len(titled)}个主题"] if titled else []), f"{tasks}项任务"]
        + ([f"{len(brief.targets)}项量化目标"] if brief.targets else [])
    )
    rows = tuple((topic.numeral, topic.title, f"{len(topic.measures)}项任务") for topic in titled)
    for topic in brief.topics:
        if not topic.title and titled:
            row = ("—", _untitled(brief, topic), f"{len(topic.measures)}项任务")
            rows = (row, *rows) if topic is brief.topics[0] else (*rows, row)
    paragraphs = [measure.paragraph for topic in brief.topics for measure in topic.measures]
    return Slide(
        "overview",
        f"一页通览：{counts}",
        rows=rows,
        cards=brief.highlights,
        note="" if brief.targets else NO_TARGETS,
        source=_source(brief, paragraphs),
        notes=_sentences(brief.highlights) or brief.lead,
    )


def _results(brief: Brief, clauses: Sequence[Measure]) -> list[Slide]:
    if not brief.results:
        return []
    bullets = [(measure.text, measure.paragraph) for measure in clauses]
    pages = paged([text for text, _ in bullets])
    best = telling([one for one in brief.results if one.kind != "rank"], 1) or brief.results[:1]
    title = f"{brief.review_year}年基础：{named(best[0])}"
    if len(brief.results) > 1:
        title += f"等{len(brief.results)}项实绩"
    paragraph_of = dict(bullets)
    slides = []
    for number, page in enumerate(pages, 1):
        paragraphs = [paragraph_of.get(text, 0) for text in page]
        slides.append(
            Slide(
                "results",
                continued(title, number),
                bullets=tuple(page),
                note=GROUPED,
                source=_source(brief, paragraphs),
                notes="\n".join(f"{places([paragraph_of[text]])}：{text}。" for text in page if text in paragraph_of),
                page=number,
                pages=len(pages),
            )
        )
    return slides


def _chart_beside_targets(brief: Brief) -> str:
    """The first chart of this year's targets, when the table leaves room for it on the same slide."""
    if len(brief.targets) > MOST_ROWS_BESIDE_CHART:
        return ""
    fitting = (
        one.name for one in brief.charts if one.kind != "number" and any(bar.series == "target" for bar in one.bars)
    )
    return next(fitting, "")


def _targets(brief: Brief, chart: str) -> list[Slide]:
    if not brief.targets:
        return []
    last = {pair.target.metric_id: pair.result.display for pair in brief.pairs if pair.status == "comparable"}
    rows = tuple(
        (one.indicator, one.display, last.get(one.metric_id, "—"), places([one.paragraph])) for one in brief.targets
    )
    return [
        Slide(
            "targets",
            f"{brief.plan_year}年目标：{len(rows)}项量化指标" if len(rows) > 1 else _single(brief),
            rows=rows,
            chart=chart,
            note=f"{brief.review_year}年实绩只列与目标口径一致的指标",
            source=_source(brief, [one.paragraph for one in brief.targets]),
            notes=_sentences(brief.targets),
        )
    ]


def _single(brief: Brief) -> str:
    (one,) = brief.targets
    return f"{brief.plan_year}年目标：{named(one)}"


def _chart(brief: Brief, chart: ChartSpec) -> Slide:
    known = {one.metric_id: one for one in (*brief.targets, *brief.results)}
    known |= {one.metric_id: one for pair in brief.pairs for one in (pair.result, pair.target)}
    figures = [known[bar.metric_id] for bar in chart.bars if bar.metric_id in known]
    years = sorted({bar.series for bar in chart.bars})
    note = GROUPED if years == ["result"] else ""
    return Slide(
        "chart", _chart_title(brief, chart), chart=chart.name, note=note, source=chart.source, notes=_sentences(figures)
    )


def _chart_title(brief: Brief, chart: ChartSpec) -> str:
    """The message, made of what the chart itself shows."""
    if chart.kind == "comparison":
        result, target = chart.bars
        name = chart.title.partition("：")[0]
        return f"{name}：{brief.review_year}年{result.display}，{brief.plan_year}年{target.display}"
    shown = "、".join(f"{bar.label}{bar.display}" for bar in chart.bars[:3])
    year = brief.review_year if chart.bars[0].series == "result" else brief.plan_year
    return f"{year}年{shown}"


def _look_alikes(brief: Brief) -> list[Slide]:
    pairs = [pair for pair in brief.pairs if pair.status == "look_alike"]
    if not pairs:
        return []
    rows = tuple(
        (
            pair.indicator,
            clause_with(pair.result),
            clause_with(pair.target),
            pair.reason.rpartition("；")[0] or pair.reason,
        )
        for pair in pairs
    )
    paragraphs = [one.paragraph for pair in pairs for one in (pair.result, pair.target)]
    figures = [one for pair in pairs for one in (pair.result, pair.target)]
    return [
        Slide(
            "pairs",
            f"名称相近、{NOT_COMPARABLE}的{_count(len(pairs))}组指标"
            if len(pairs) > 1
            else f"名称相近、{NOT_COMPARABLE}的指标",
            rows=rows,
            note=NOT_COMPARABLE,
            source=_source(brief, paragraphs),
            notes=_sentences(figures),
        )
    ]


def clause_with(figure: Figure) -> str:
    """The clause that a figure stands in, as written, so that both wordings can be read side by side."""
    for clause in re.split(r"[，；。]", figure.sentence):
        if figure.display in clause:
            return clause
    return named(figure)


def _topic(brief: Brief, topic: TopicBrief) -> list[Slide]:
    title = topic.title or _untitled(brief, topic)
    texts: list[str] = []
    paragraph_of: dict[str, int] = {}
    for measure in topic.measures:
        for text in bullets_of(measure.text):
            texts.append(text)
            paragraph_of[text] = measure.paragraph
    pages = paged(texts)
    slides = []
    for number, page in enumerate(pages, 1):
        paragraphs = sorted({paragraph_of[text] for text in page})
        measures = [one for one in topic.measures if any(text in one.text for text in page)]
        notes = "\n".join(f"{places([one.paragraph])}：{one.text}。" for one in measures)
        slides.append(
            Slide(
                "topic",
                continued(title, number),
                bullets=tuple(page),
                source=_source(brief, paragraphs),
                notes=notes,
                page=number,
                pages=len(pages),
            )
        )
    return slides


def _untitled(brief: Brief, topic: TopicBrief) -> str:
    """Our label for sentences that stand under no heading: before the first one, or after."""
    return "总体部署" if topic is brief.topics[0] and len(brief.topics) > 1 else "其他任务"


def _tasks(brief: Brief) -> list[Slide]:
    rows = tuple((str(one.number), one.text, one.target, one.lead, one.responsible, one.due) for one in brief.tasks)
    title = f"任务分解：{len(rows)}项任务，{to_fill(brief.tasks)}"
    paragraphs = [one.paragraph for one in brief.tasks]
    return [Slide("tasks", title, rows=rows, source=_source(brief, paragraphs), notes=brief.lead)] if rows else []


def to_fill(tasks: Sequence[Task]) -> str:
    """What an office has still to fill in beside the tasks, as the end of a heading."""
    columns = {"牵头单位": "lead", "责任单位": "responsible", "完成时限": "due"}
    missing = [called for called, key in columns.items() if not all(getattr(one, key) for one in tasks)]
    if len(missing) == len(columns):
        return "责任单位和时限待填"
    return f"{'、'.join(missing)}待填" if missing else "责任单位和时限已明确"


def _evidence(brief: Brief, clauses: Sequence[Measure]) -> list[Slide]:
    """One row a passage: the figures that stand in it, its place, its words."""
    passages = [(measure.text, measure.paragraph) for topic in brief.topics for measure in topic.measures]
    shown = [(one.text, one.paragraph) for one in clauses]
    rows = []
    for group, texts in ((brief.targets, passages), (brief.results, shown)):
        for text, paragraph in texts:
            inside = [one for one in group if one.paragraph == paragraph and one.display in text and _within(one, text)]
            if inside:
                told = "；".join(named(one) for one in inside)
                rows.append((told, places([paragraph]), text))
    by_hand = (one for one in (*brief.targets, *brief.results) if one.display.endswith(MANUAL))
    # Not the source's figure: what the source says there is shown for comparison.
    rows += [(named(one), places([one.paragraph]), one.sentence or "原文没有这一数值") for one in by_hand]
    if not rows:
        return []
    figures = (*brief.targets, *brief.results)
    return [
        Slide(
            "evidence",
            f"原文依据：{len({one.metric_id for one in figures})}个数据的出处",
            rows=tuple(rows),
            source=_source(brief, [one.paragraph for one in figures]),
            notes=_sentences(figures),
        )
    ]


def _within(figure: Figure, text: str) -> bool:
    return text in figure.sentence or figure.sentence in text


def _open(brief: Brief) -> list[Slide]:
    if not brief.findings:
        return []
    rows = tuple((str(number), one.where, one.message) for number, one in enumerate(brief.findings, 1))
    return [
        Slide(
            "open",
            f"{len(rows)}处待核，请对照原文核实",
            rows=rows,
            source=_source(brief),
            notes="\n".join(one.message for one in brief.findings),
        )
    ]


def bullets_of(text: str, most: int = MOST_CHARACTERS) -> list[str]:
    """A measure as one bullet; one too long for a slide is parted at its commas, nothing lost but the comma there."""
    if len(text) <= most:
        return [text]
    parts = text.split("，")
    bullets = [parts[0]]
    for part in parts[1:]:
        if len(bullets[-1]) + 1 + len(part) <= most * 2 // 3:
            bullets[-1] += f"，{part}"
        else:
            bullets.append(part)
    return bullets


def paged(texts: Sequence[str]) -> list[list[str]]:
    """Texts over as few slides as hold them, evenly filled, in order."""
    least = _filled(texts, MOST_CHARACTERS)
    best = least
    for room in range(MOST_CHARACTERS, 0, -10):
        pages = _filled(texts, room)
        if len(pages) > len(least):
            break
        best = pages
    return best


def _filled(texts: Sequence[str], room: int) -> list[list[str]]:
    pages: list[list[str]] = []
    for text in texts:
        full = not pages or len(pages[-1]) >= MOST_BULLETS or sum(map(len, pages[-1])) + len(text) > room
        if full:
            pages.append([text])
        else:
            pages[-1].append(text)
    return pages


def continued(title: str, page: int) -> str:
    """The title of a subject's n-th slide: （续）, （续二） …"""
    return title if page == 1 else f"{title}（续{'' if page == 2 else numeral(page - 1)}）"


def _unique(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Titles told apart where two subjects bear one name."""
    seen: dict[str, int] = {}
    out = []
    for slide in slides:
        seen[slide.title] = seen.get(slide.title, 0) + 1
        extra = "" if seen[slide.title] == 1 else f"（之{numeral(seen[slide.title])}）"
        out.append(Slide(**{**slide.__dict__, "title": slide.title + extra}))
    return tuple(out)


def _source(brief: Brief, paragraphs: Sequence[int] = ()) -> str:
    place = places(paragraphs)
    return f"来源：{brief.source}" + (f"，{place}" if place else "")


def _sentences(figures: Sequence[Figure]) -> str:
    lines = dict.fromkeys(f"{places([one.paragraph])}：{one.sentence}" for one in figures)
    return "\n".join(lines)


def _count(number: int) -> str:
    """两组, not 二组, before a measure word."""
    return "两" if number == 2 else numeral(number)


def _date(date: str) -> str:
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return ""
    year, month, day = (int(one) for one in date.split("-"))
    return f"{year}年{month}月{day}日"
