"""The slides of the topics: every measure whole and once, in the report's order; short topics may share a slide."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assemble.bullets import size_of
from briefing.assemble.cards import fits_card
from briefing.assemble.clauses import TO_DO, opened_alike, standing_clause
from briefing.assemble.numbering import places
from briefing.assemble.story.guidance import title_of_clauses
from briefing.assemble.story.opening import LEAD, OTHER, untitled
from briefing.assemble.story.pages import continued, fits_title
from briefing.assemble.story.sheets import Part, sheets_of
from briefing.assemble.story.wording import source_line, told_by
from briefing.assemble.telling import telling
from briefing.model import Brief, Figure, Measure, Slide
from briefing.naming.shown_name import place_of

_LEAST_CARDS, _MOST_CARDS = 3, 4  # a page with so many figures shows them as cards


def topic_slides(brief: Brief, room: int) -> list[Slide]:
    """``room`` is how many slides the deck has left for topics: only when they are more, topics share slides."""
    return [_slide(brief, parts) for parts in sheets_of(brief.topics, room)]


def _slide(brief: Brief, parts: Sequence[Part]) -> Slide:
    texts = [text for part in parts for text in part.texts]
    measures = [one for part in parts for one in part.topic.measures if any(text in one.text for text in part.texts)]
    figures = [one for part in parts for one in part.topic.figures if _within(one, measures, texts)]
    cards = _cards(figures, texts) if len(parts) == 1 else ()
    first = parts[0]
    mixed = len({part.above for part in parts}) > 1
    heads = tuple(
        _headed(brief, part, above=part.above if mixed else "") if at == 0 else ""
        for part in parts
        for at, _ in enumerate(part.texts)
    )
    return Slide(
        "topic",
        _title(brief, parts, figures),
        "重点任务" + "".join(dict.fromkeys(f"（{part.topic.numeral}）" for part in parts if part.topic.numeral)),
        bullets=tuple(texts),
        heads=heads if len(parts) > 1 else (),
        cards=cards,
        note=f"另有{len(figures) - len(cards)}项见正文" if cards and len(figures) > len(cards) else "",
        source=source_line(brief, [one.paragraph for one in measures]),
        notes="\n".join(f"{places([one.paragraph])}：{one.text}{one.mark}" for one in measures),
        page=first.page,
        pages=first.pages,
    )


def _cards(figures: Sequence[Figure], texts: Sequence[str]) -> tuple[Figure, ...]:
    """Three beside the text, or in a row above it these and one more where it fits below them; else none."""
    least, most = (
        telling([one for one in figures if fits_card(one, "topic", count)], count)
        for count in (_LEAST_CARDS, _MOST_CARDS)
    )
    if len(most) == _MOST_CARDS and {*least} <= {*most} and size_of(texts, (), _MOST_CARDS):
        return most
    return least if len(least) == _LEAST_CARDS else ()


def _headed(brief: Brief, part: Part, *, above: str = "") -> str:
    """A topic's heading; that of a part of it behind ``above``, the whole's."""
    named = continued(part.topic.title or untitled(brief, part.topic), part.page)
    return f"{above}——{named}" if above else named


def _title(brief: Brief, parts: Sequence[Part], figures: Sequence[Figure]) -> str:
    if len(parts) > 1 and untitled(brief, parts[0].topic) == LEAD and not parts[0].topic.title:
        parts = parts[1:]  # it has its head on the slide, which is on what follows
    if len(parts) > 1:
        # 其他任务 alone tells nothing: its only task stands with it where there is room, else the first clause that can, and with others
        # a figure of theirs.
        for said, most in ((2, 1), (1, 1), (0, 1), (2, 0), (1, 0), (0, 0)):
            before = ("", *(part.above for part in parts))  # that two are parts of one is said once
            title = "；".join(
                _in_title(brief, part, said=said, most=most, above="" if part.above == last else part.above)
                for part, last in zip(parts, before, strict=False)
            )
            if fits_title(title):
                break
        return title
    part = parts[0]
    named = _called(brief, part, said=False, above=part.above)
    if part.topic.title and (part.pages == 1 or figures):
        return told_by(named, figures, year=brief.plan_year)
    # Under no heading, and overleaf, the beginnings of the tasks on the page tell what it is about.
    told = _tasks_told(brief, part, named)
    return told if told != named else told_by(named, figures, year=brief.plan_year)


def _tasks_told(brief: Brief, part: Part, named: str) -> str:
    """``named`` and what the page's tasks are about: of all of them, what they open alike with (聚焦未来制造、未来信息、未来材料), else the first
    clause of each that can stand; of more than a title holds the first ones, with how many tasks there are. What only says in what
    spirit tells at its end what for."""
    spirit = _spirit(part)
    texts = [text for text in part.texts if text not in spirit]
    tasks = sum(any(one.text.startswith(text) for text in texts) for one in part.topic.measures if one.task)
    if not tasks:
        return title_of_clauses(named, TO_DO.sub("", "，".join(texts)).split("，"), "，", from_end=True)
    if (alike := opened_alike(texts)) and fits_title(title := f"{named}：{alike}"):
        return title
    told = [clause for text in texts if (clause := standing_clause(text, brief.plan_year))]
    for count in range(len(told), 0, -1):
        # 加快发展研发设计、现代物流等生产性服务业 has its 等 already.
        rest = f"，共{tasks}项任务" if "等" in told[count - 1] else f"等{tasks}项任务"
        title = f"{named}：{'；'.join(told[:count])}" + (rest if count < tasks else "")
        if fits_title(title):
            return title
    return f"{named}：{told[0]}" if told else named


def _in_title(brief: Brief, part: Part, *, said: int, most: int, above: str) -> str:
    """One of several parts of a slide, with at most ``most`` figures that stand in it. ``said``: of a part under no heading 2 is its only
    task whole, 1 the first clause that can stand, 0 nothing."""
    under_none = untitled(brief, part.topic) == OTHER and not part.topic.title
    if under_none and said > 1 and len(part.texts) == 1:
        return f"{_headed(brief, part, above=above)}：{part.texts[0].rstrip('。')}"
    own = _called(brief, part, said=bool(said) and under_none, above=above)
    measures = [one for one in part.topic.measures if any(text in one.text for text in part.texts)]
    figures = [one for one in part.topic.figures if _within(one, measures, part.texts)]
    return told_by(own, figures, most, year=brief.plan_year) if part.topic.title else own


def _called(brief: Brief, part: Part, *, said: bool, above: str) -> str:
    """What a part is about; with ``said`` followed by the first clause of a task in it that can stand."""
    named = _headed(brief, part, above=above)
    spirit = _spirit(part)
    told = (standing_clause(text, brief.plan_year) for text in part.texts if text not in spirit) if said else ()
    first = next(filter(None, told), "")
    return f"{named}：{first}" if first else named


def _spirit(part: Part) -> str:
    """What only says in what spirit, which names a slide that has nothing else."""
    spirit = "".join(one.text for one in part.topic.measures if not one.task)
    return "" if all(text in spirit for text in part.texts) else spirit


def _within(figure: Figure, measures: Sequence[Measure], texts: Sequence[str]) -> bool:
    """Whether ``texts``, which of a long measure are only a part, have the figure."""
    own = [
        one.text
        for one in measures
        if figure.paragraph == one.paragraph
        and figure.display in one.text
        and (one.text in figure.sentence or figure.sentence in one.text)
    ]
    places = [(whole, place_of(whole, figure.display, figure.indicator)) for whole in own]
    return any(
        whole.find(text) <= at < whole.find(text) + len(text) for whole, at in places for text in texts if text in whole
    )
