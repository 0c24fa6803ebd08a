"""The slides of the topics: every measure whole and once, in the report's order; short topics may share a slide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.figures import balanced, telling
from briefing.assemble.numbering import places
from briefing.assemble.story.opening import untitled
from briefing.assemble.story.pages import continued
from briefing.assemble.story.sheets import Part, sheets_of
from briefing.assemble.story.wording import source_line, told_by
from briefing.model import Brief, Figure, Measure, Slide
from briefing.naming.leaning import leads_up

_LEAST_CARDS = 3  # a page with three figures shows them as cards beside the text
_CLAUSE = re.compile(r"[，；。：]")
_LEAST_LEAD, _LONGEST_LEAD = 4, 30  # characters of a clause that a title takes over


def topic_slides(brief: Brief, room: int) -> list[Slide]:
    """``room`` is how many slides the deck has left for topics: only when they are more, topics share slides."""
    return [_slide(brief, parts) for parts in sheets_of(brief.topics, room)]


def _slide(brief: Brief, parts: Sequence[Part]) -> Slide:
    texts = [text for part in parts for text in part.texts]
    measures = [one for part in parts for one in part.topic.measures if any(text in one.text for text in part.texts)]
    figures = [one for part in parts for one in part.topic.figures if _within(one, measures)]
    cards = telling(figures, 3)
    first = parts[0]
    heads = tuple(
        continued(part.topic.title or untitled(brief, part.topic), part.page) if at == 0 else ""
        for part in parts
        for at, _ in enumerate(part.texts)
    )
    return Slide(
        "topic",
        _title(brief, parts, figures),
        "重点任务" + "".join(f"（{part.topic.numeral}）" for part in parts if part.topic.numeral),
        bullets=tuple(texts),
        heads=heads if len(parts) > 1 else (),
        cards=cards if len(cards) >= _LEAST_CARDS and len(parts) == 1 else (),
        source=source_line(brief, [one.paragraph for one in measures]),
        notes="\n".join(f"{places([one.paragraph])}：{one.text}{one.mark}" for one in measures),
        page=first.page,
        pages=first.pages,
    )


def _title(brief: Brief, parts: Sequence[Part], figures: Sequence[Figure]) -> str:
    if len(parts) > 1:
        return "；".join(continued(part.topic.title or untitled(brief, part.topic), part.page) for part in parts)
    part = parts[0]
    named = continued(part.topic.title or untitled(brief, part.topic), part.page)
    if part.topic.title and (part.pages == 1 or figures):
        return told_by(named, figures)
    # Under no heading, and overleaf, the first clause of a task on the page tells what it is about.
    said = "".join(one.text for one in part.topic.measures if not one.task)
    clauses = (clause for text in part.texts if text not in said for clause in _CLAUSE.split(text))
    for lead in clauses:
        if _LEAST_LEAD <= len(lead) <= _LONGEST_LEAD and balanced(lead) and not leads_up(lead):
            return f"{named}：{lead}"
    return told_by(named, figures)


def _within(figure: Figure, measures: Sequence[Measure]) -> bool:
    return any(
        figure.paragraph == one.paragraph
        and figure.display in one.text
        and (one.text in figure.sentence or figure.sentence in one.text)
        for one in measures
    )
