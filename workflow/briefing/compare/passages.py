"""Whether the passage that a result stands in (its sentence, what stands under one heading, its paragraph) is of one area."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from briefing.compare.headings import heads
from briefing.compare.wording import clause_of
from briefing.model import Grouping, Metric, Paragraph

_SENTENCE_ENDS = "。；！？\n"
_LEAST, _MOST = 3, 0.7  # sentences that one area has of those under a heading, and its share of them
# The year's figures of the whole place, and what the closing of a review tells again, are of no one subject; what the
# government does about itself is of no area of the plan.
_OF_ALL = re.compile(r"生产总值|一般公共预算收入|财政收入")
_CLOSING = re.compile(r"[—\s]*各位代表|[^。]*(?:荣誉|肯定)")
_OWN_WORK = re.compile(r"从严治党|自身建设|代表建议|政府建设|主题教育|党的领导贯穿")
_NEVER = re.compile(
    r"生产总值|公共(?:财政)?预算收入|财政收入|工业增加值|人均可支配收入|居民消费价格|建议|提案|议案|法规|规章"
)


@dataclass(frozen=True)
class Passage:
    """Results that stand under one heading, or in one paragraph that has no headings within it."""

    paragraph: Paragraph
    heading: str
    opening: str  # the first sentence of the paragraph
    metrics: tuple[Metric, ...]
    apart: bool  # whether it is of the whole place, or of the government itself, and so brings nothing anywhere


@dataclass(frozen=True)
class Home:
    """The area that a passage is of; ``titled``: its title says what the heading or the opening says, so that no weak word outweighs it."""

    area: int
    titled: bool


def passages(cleaned: str, paragraphs: Sequence[Paragraph], metrics: Sequence[Metric]) -> tuple[Passage, ...]:
    """The ``metrics`` by the headings and paragraphs that they stand under, in text order."""
    found: dict[tuple[int, str], list[Metric]] = {}
    holding = {one.number: one for one in paragraphs}
    for metric in sorted(metrics, key=lambda one: one.start):
        paragraph = next((one for one in paragraphs if one.start <= metric.start < one.end), None)
        if paragraph is not None:
            before = cleaned[paragraph.start : metric.start].split("。")[:-1]
            heading = next((one for one in reversed(before[1:]) if heads(one)), "")
            found.setdefault((paragraph.number, heading), []).append(metric)
    return tuple(
        Passage(holding[number], heading, _opening(cleaned, holding[number]), tuple(members), _apart(cleaned, holding[number], metrics))
        for (number, heading), members in found.items()
    )  # fmt: skip


def home_of(
    passage: Passage,
    cleaned: str,
    sure: Mapping[str, int],
    titled: Callable[[str], tuple[int, bool] | None],
) -> Home | None:
    """The one area that a passage is of: the one that most of its sentences are surely of, or whose title says what its heading or the
    opening of its paragraph says, where its sentences do not contradict. None where it is of several.

    ``sure``: metric → area where that is sure. ``titled``: the area whose title a text is about, and whether by more than one word.
    """
    if passage.apart:
        return None
    heading, opening = titled(passage.heading), titled(passage.opening)
    titles = {one[0] for one in (heading, opening) if one}
    places = {(_sentence(one, cleaned), sure[one.metric_id]) for one in passage.metrics if one.metric_id in sure}
    votes = Counter(area for _, area in places)
    first = max(votes, key=lambda area: (votes[area], -area), default=None)
    if first is None:
        said = heading or (None if passage.heading else opening)
        return Home(said[0], True) if said and len(titles) == 1 and (said[1] or (heading and opening)) else None
    if first in titles and votes[first] * 2 >= len(places):
        return Home(first, True)
    return Home(first, False) if votes[first] >= _LEAST and votes[first] >= _MOST * len(places) else None


def with_passage(
    cleaned: str, passage: Passage, home: Home | None, groupings: Mapping[str, Grouping], sure: Mapping[str, int]
) -> dict[str, Grouping | None]:
    """What becomes of the results of ``passage`` that no sure word brings anywhere: they go with most others of their sentence where
    those are all of one area, else to ``home``; None for one that a weak word brought somewhere from what the government did about itself.
    """
    changed: dict[str, Grouping | None] = {}
    text = cleaned[passage.paragraph.start : passage.paragraph.end]
    for metric in passage.metrics:
        own = groupings.get(metric.metric_id)
        if metric.metric_id in sure or (own is not None and home is not None and own.area == home.area):
            continue
        if passage.apart or _NEVER.search(metric.indicator):
            if own is not None and _OWN_WORK.search(text):
                changed[metric.metric_id] = None
            continue
        sentence = [one for one in passage.metrics if _sentence(one, cleaned) == _sentence(metric, cleaned)]
        mates = [one for one in sentence if one.metric_id in sure]
        beside = {sure[one.metric_id] for one in mates}
        whole = _whole(metric, sentence, cleaned)
        if whole is not None and whole.metric_id in sure:
            mates, beside = [whole], {sure[whole.metric_id]}
        if len(beside) == 1 and (whole in mates or (home and home.area in beside) or len(mates) * 2 > len(sentence)):
            area, reason = beside.pop(), f"同一句的“{mates[0].indicator.strip('“”')}”归入该领域"
        elif home is not None and (own is None or home.titled):
            area, reason = home.area, "所在段落归入该领域"
        else:
            continue
        changed[metric.metric_id] = Grouping(metric.metric_id, area, reason)
    return changed


def _whole(metric: Metric, sentence: Sequence[Metric], cleaned: str) -> Metric | None:
    """What ``metric`` is a part of, where 其中 stands before it in its sentence."""
    at = cleaned.rfind("其中", _sentence(metric, cleaned), metric.start)
    return next((one for one in reversed(sentence) if at >= 0 and one.end <= at), None)


def _sentence(metric: Metric, cleaned: str) -> int:
    return metric.start - len(clause_of(metric, cleaned, _SENTENCE_ENDS)[0])


def _opening(cleaned: str, paragraph: Paragraph) -> str:
    return cleaned[paragraph.start : paragraph.end].partition("。")[0]


def _apart(cleaned: str, paragraph: Paragraph, metrics: Sequence[Metric]) -> bool:
    text = cleaned[paragraph.start : paragraph.end]
    inside = [one for one in metrics if paragraph.start <= one.start < paragraph.end]
    return bool(any(_OF_ALL.search(one.indicator) for one in inside) or _CLOSING.match(text) or _OWN_WORK.search(text))
