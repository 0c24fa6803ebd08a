"""Topics whose paragraph has headings of its own: 加快推进“五个中心”建设。增强国际经济中心核心功能。健全…。提升国际金融中心服务能级。完善…"""

from __future__ import annotations

import dataclasses
from collections.abc import Sequence
from itertools import takewhile

from briefing.model import Topic
from briefing.parse.paragraphs import Line

_LEAST_PARTS = 2


def with_parts(topics: Sequence[Topic], lines: Sequence[Line]) -> tuple[Topic, ...]:
    """``topics``, those that stand in the paragraph of a heading without a text of its own gathered under it as its parts."""
    ends = {line.start: line.end for line in lines}
    found: list[Topic] = []
    at = 0
    while at < len(topics):
        parts = _parts(topics[at], topics[at + 1 :], ends)
        found.append(_gathered(topics[at], parts, len(found) + 1))
        at += 1 + len(parts)
    return tuple(found)


def _parts(topic: Topic, behind: Sequence[Topic], ends: dict[int, int]) -> list[Topic]:
    """Those behind ``topic`` that are parts of it: it opens its paragraph with no more than a heading, and each of them, to the
    paragraph's end, has a heading and something to do."""
    end = ends.get(topic.start)
    if end is None or not topic.title or topic.measures:
        return []
    inside = list(takewhile(lambda one: one.start < end, behind))
    return inside if len(inside) >= _LEAST_PARTS and all(one.title and one.measures for one in inside) else []


def _gathered(topic: Topic, parts: Sequence[Topic], number: int) -> Topic:
    if not parts:
        return dataclasses.replace(topic, number=number)
    measures = tuple(dataclasses.replace(one, head=part.title) for part in parts for one in part.measures)
    return dataclasses.replace(topic, number=number, end=parts[-1].end, measures=measures)
