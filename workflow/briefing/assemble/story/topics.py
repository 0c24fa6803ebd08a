"""The slides of the topics: every measure whole and once, in the report's order; short topics may share a slide."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from briefing.assemble.figures import telling
from briefing.assemble.numbering import places
from briefing.assemble.story.opening import untitled
from briefing.assemble.story.pages import LONGEST_TITLE, bullets_of, continued, fits, paged
from briefing.assemble.story.wording import source_line, told_by
from briefing.model import Brief, Figure, Measure, Slide, TopicBrief

_LEAST_CARDS = 3  # a page with three figures shows them as cards beside the text
_FEW = 60  # characters of a topic that needs no slide of its own when a neighbour has room
_MOST_TOGETHER = 3
_CLAUSE = re.compile(r"[，；。：]")


@dataclass(frozen=True)
class _Part:
    """What one slide shows of one topic; ``page`` counts the slides of that topic."""

    topic: TopicBrief
    texts: tuple[str, ...]
    page: int
    pages: int


def topic_slides(brief: Brief, room: int) -> list[Slide]:
    """``room`` is how many slides the deck has left for topics: only when they are more, topics share slides."""
    sheets = [[part] for topic in brief.topics for part in _parts(topic)]
    sheets = _joined(sheets, lambda parts: any(_needs_no_slide(part) for part in parts), 0)
    if len(sheets) > room:
        joined, flowing = _joined(sheets, lambda _: True, room), _flowing(brief.topics)
        sheets = flowing if len(flowing) < len(joined) else joined
    return [_slide(brief, parts) for parts in sheets]


def _parts(topic: TopicBrief) -> list[_Part]:
    texts = [text for measure in topic.measures for text in bullets_of(measure.text)]
    pages = paged(texts)
    return [_Part(topic, tuple(page), number, len(pages)) for number, page in enumerate(pages, 1)]


def _needs_no_slide(part: _Part) -> bool:
    return part.pages == 1 and not part.topic.title and sum(map(len, part.texts)) <= _FEW


def _joined(sheets: list[list[_Part]], wanted: Callable[[Sequence[_Part]], bool], most: int) -> list[list[_Part]]:
    """Neighbours that one slide holds brought together, the shortest first, until there are ``most`` slides or fewer."""
    sheets = [list(parts) for parts in sheets]
    while len(sheets) > most:
        sizes = [
            (sum(len(text) for part in (*left, *right) for text in part.texts), at)
            for at, (left, right) in enumerate(pairwise(sheets))
            if wanted((*left, *right)) and _holds(left, right)
        ]
        if not sizes:
            break
        _, at = min(sizes)
        sheets[at : at + 2] = [sheets[at] + sheets[at + 1]]
    return sheets


def _holds(left: Sequence[_Part], right: Sequence[_Part]) -> bool:
    parts = (*left, *right)
    whole = all(part.pages == 1 for part in parts)
    titles = sum(len(part.topic.title) + 1 for part in parts)
    # Each heading takes a line, as a short bullet does.
    lines = [text for part in parts for text in part.texts] + [part.topic.title for part in parts if part.topic.title]
    return whole and titles <= LONGEST_TITLE and fits(lines) and len(parts) <= _MOST_TOGETHER


def _flowing(topics: Sequence[TopicBrief]) -> list[list[_Part]]:
    """As few slides as the topics can be brought on: each begins where the one before ends, if that leaves it whole or
    it is too long for one slide anyhow."""
    sheets: list[list[tuple[TopicBrief, list[str]]]] = []
    for topic in topics:
        texts = [text for measure in topic.measures for text in bullets_of(measure.text)]
        if not (sheets and _room_for(sheets[-1], topic, texts)) and (
            fits(texts) or not (sheets and _room_for(sheets[-1], topic, texts[:1]))
        ):
            sheets.append([])
        for text in texts:
            if sheets[-1] and not _room_for(sheets[-1], topic, [text]):
                sheets.append([])
            if not sheets[-1] or sheets[-1][-1][0] is not topic:
                sheets[-1].append((topic, []))
            sheets[-1][-1][1].append(text)
    pages = {id(topic): sum(1 for sheet in sheets for one, _ in sheet if one is topic) for topic in topics}
    seen: dict[int, int] = {}
    out: list[list[_Part]] = []
    for sheet in sheets:
        out.append([])
        for topic, texts in sheet:
            seen[id(topic)] = seen.get(id(topic), 0) + 1
            out[-1].append(_Part(topic, tuple(texts), seen[id(topic)], pages[id(topic)]))
    return out


def _room_for(sheet: Sequence[tuple[TopicBrief, list[str]]], topic: TopicBrief, texts: Sequence[str]) -> bool:
    topics = [one for one, _ in sheet if one is not topic] + [topic]
    titles = sum(len(one.title) + 4 for one in topics)
    # Each heading takes a line, as a short bullet does.
    lines = [text for _, there in sheet for text in there] + list(texts) + [one.title for one in topics[1:]]
    return titles <= LONGEST_TITLE and len(topics) <= _MOST_TOGETHER and fits(lines)


def _slide(brief: Brief, parts: Sequence[_Part]) -> Slide:
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


def _title(brief: Brief, parts: Sequence[_Part], figures: Sequence[Figure]) -> str:
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
