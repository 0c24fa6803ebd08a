"""The sentences of a parsed report with the part, area and topic that each stands in."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from briefing.model import Report

_STOPS = "。！？"
LONGEST = 1500  # the longest clause at hand has 300 characters; what is longer is no prose and is read in pieces


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
                    for at in range(0, len(measure.text), LONGEST):
                        yield Sentence(
                            measure.text[at : at + LONGEST],
                            whole,
                            measure.start + at,
                            part.kind,
                            area.number,
                            area.title,
                            topic.title,
                            measure.paragraph,
                        )


def _around(cleaned: str, start: int, end: int, low: int, high: int) -> str:
    """The sentence in its paragraph: from the last full stop before to the next one, not further than LONGEST away."""
    low, high = max(low, start - LONGEST), min(high, end + LONGEST)
    if end - start > LONGEST:
        return cleaned[start:end]
    left, right = low, high
    for stop in "\n" + _STOPS:  # each is looked for only where the one before it has not cut yet
        left = max(left, cleaned.rfind(stop, left, start) + 1)
        at = cleaned.find(stop, end, right)
        right = at + (stop != "\n") if at >= 0 else right
    return cleaned[left:right].strip()
