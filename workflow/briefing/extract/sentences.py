"""The sentences of a parsed report with the part, area and topic that each stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Report

_STOPS = "。！？"


@dataclass(frozen=True)
class Sentence:
    """``text`` is the clause up to ； or 。 that is read at once; ``whole`` the full sentence; ``start`` its offset."""

    text: str
    whole: str
    start: int
    part: str
    area: int
    area_title: str
    topic: str
    paragraph: int


def sentences_of(cleaned: str, report: Report) -> Iterator[Sentence]:
    """Every measure of every topic, in text order, with the sentence around it."""
    for part in report.parts:
        for area in part.areas:
            for topic in area.topics:
                for measure in topic.measures:
                    whole = _around(cleaned, measure.start, measure.end, area.start, area.end)
                    yield Sentence(
                        measure.text,
                        whole,
                        measure.start,
                        part.kind,
                        area.number,
                        area.title,
                        topic.title,
                        measure.paragraph,
                    )


def _around(cleaned: str, start: int, end: int, low: int, high: int) -> str:
    """The sentence in its paragraph: from the last full stop before to the next one."""
    left = max(cleaned.rfind("\n", low, start) + 1, low, *(cleaned.rfind(stop, low, start) + 1 for stop in _STOPS))
    right = min((at + 1 for stop in _STOPS if (at := cleaned.find(stop, end, high)) >= 0), default=high)
    newline = cleaned.find("\n", end, right)
    return cleaned[left : newline if newline >= 0 else right].strip()
