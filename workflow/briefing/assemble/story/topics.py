"""The slides of the topics: every measure whole and once, in the report's order; short topics may share a slide."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.figures import telling
from briefing.assemble.numbering import places
from briefing.assemble.story.opening import untitled
from briefing.assemble.story.pages import continued
from briefing.assemble.story.sheets import Part, sheets_of
from briefing.assemble.story.wording import source_line, told_by
from briefing.model import Brief, Figure, Measure, Slide

_LEAST_CARDS = 3  # a page with three figures shows them as cards beside the text
_CLAUSE = re.compile(r"[，；。：]")


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
        notes="\n".join(f"{places([one.paragraph])}：{one.text}。" for one in measures),
        page=first.page,
        pages=first.pages,
    )


def _title(brief: Brief, parts: Sequence[Part], figures: Sequence[Figure]) -> str:
    if len(parts) > 1:
        return "；".join(continued(part.topic.title or untitled(brief, part.topic), part.page) for part in parts)
    part = parts[0]
    if part.topic.title:
        return told_by(continued(part.topic.title, part.page), figures)
    # Under no heading the first clause of the page tells what it is about.
    lead = _CLAUSE.split(part.texts[0])[0]
    label = continued(untitled(brief, part.topic), part.page)
    return told_by(f"{label}：{lead}" if 4 <= len(lead) <= 30 else label, () if 4 <= len(lead) <= 30 else figures)


def _within(figure: Figure, measures: Sequence[Measure]) -> bool:
    return any(
        figure.paragraph == one.paragraph
        and figure.display in one.text
        and (one.text in figure.sentence or figure.sentence in one.text)
        for one in measures
    )
