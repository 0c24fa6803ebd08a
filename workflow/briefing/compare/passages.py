"""Whether the passage that a result stands in (its sentence, what stands under one heading, its paragraph) is of one area."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from briefing.compare.alignment import Aligned
from briefing.compare.headings import heads, is_statistic
from briefing.compare.wording import clause_of
from briefing.model import Grouping, Metric, Paragraph
from briefing.wholes import among_at, whole_of

SENTENCE_ENDS = "。；！？\n"
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
    section: str  # the title of the section of the review that it is in
    text: str  # its sentences, those without figures too
    metrics: tuple[Metric, ...]
    apart: bool  # whether it is of the whole place, or of the government itself, and so brings nothing anywhere


@dataclass(frozen=True)
class Home:
    """The area that a passage is of; ``titled``: its title says what the heading or the opening says, so that no weak word outweighs it;
    ``words``: those that its sentences share with the area, where most of them do."""

    area: int
    titled: bool
    words: tuple[str, ...] = ()


def passages(cleaned: str, paragraphs: Sequence[Paragraph], metrics: Sequence[Metric]) -> tuple[Passage, ...]:
    """The ``metrics`` by the headings and paragraphs that they stand under, in text order."""
    found = []
    for paragraph in paragraphs:
        inside = [one for one in metrics if paragraph.start <= one.start < paragraph.end]
        for start, end, heading in _parts(cleaned, paragraph) if inside else ():
            members = tuple(sorted((one for one in inside if start <= one.start < end), key=lambda one: one.start))
            if members:
                apart = _apart(cleaned, paragraph, inside)
                found.append(
                    Passage(
                        paragraph,
                        heading,
                        _opening(cleaned, paragraph),
                        members[0].area_title,
                        cleaned[start:end],
                        members,
                        apart,
                    )
                )
    return tuple(found)


def _parts(cleaned: str, paragraph: Paragraph) -> list[tuple[int, int, str]]:
    """Where each part of ``paragraph`` begins and ends, and the heading that it begins with; the first has none."""
    parts, start, at, heading = [], paragraph.start, paragraph.start, ""
    for sentence in cleaned[paragraph.start : paragraph.end].split("。"):
        if at > paragraph.start and heads(sentence) and sentence.strip():
            parts.append((start, at, heading))
            start, heading = at, sentence
        at += len(sentence) + 1
    return [*parts, (start, paragraph.end, heading)]


def home_of(
    passage: Passage,
    cleaned: str,
    sure: Mapping[str, int],
    titled: Callable[[str], tuple[int, bool] | None],
    aligned: Aligned | None,
) -> Home | None:
    """The one area that a passage is of: the one that most of its sentences are surely of, or whose title says what its heading or the
    opening of its paragraph says, where its sentences do not contradict. None where it is of several.

    ``sure``: metric → area where that is sure. ``titled``: the area whose title a text is about, and whether by more than one word.
    """
    if passage.apart:
        return None
    heading, opening, section = map(titled, (passage.heading, passage.opening, passage.section))
    if aligned is not None and not _gainsaid(aligned, section, {one[0] for one in (heading, opening) if one}):
        return Home(aligned.area, True, aligned.words)
    titles = {one[0] for one in (heading, opening) if one}
    # What everybody knows the subject of speaks for a passage too, but not against what the rest of it says.
    every = {one.metric_id: sure[one.metric_id] for one in passage.metrics if one.metric_id in sure}
    others = {
        one.metric_id: every[one.metric_id]
        for one in passage.metrics
        if one.metric_id in every and not is_statistic(one)
    }
    for known in (every, others):
        places = {(_sentence(one, cleaned), known[one.metric_id]) for one in passage.metrics if one.metric_id in known}
        votes = Counter(area for _, area in places)
        first = max(votes, key=lambda area: (votes[area], -area), default=None)
        if first is None:
            said = heading or (None if passage.heading else opening)
            if said and len(titles) == 1 and (said[1] or (heading and opening)):
                return Home(said[0], True)
        elif first in titles and votes[first] * 2 >= len(places):
            return Home(first, True)
        elif votes[first] >= _LEAST and votes[first] >= _MOST * len(places):
            return Home(first, False)
    return None


def with_neighbours(
    every: Sequence[Passage], homes: Sequence[Home | None], silent: Callable[[Passage, int], bool]
) -> list[Home | None]:
    """``homes``, and for a passage that has none the one of all others of its paragraph, where two or more have one and the same.

    ``silent``: whether a passage says nothing of any other area than that.
    """
    found = []
    for passage, home in zip(every, homes, strict=True):
        beside = [
            other
            for one, other in zip(every, homes, strict=True)
            if other and one.paragraph.number == passage.paragraph.number
        ]
        alike = home is None and len(beside) > 1 and len({one.area for one in beside}) == 1 and not passage.apart
        found.append(Home(beside[0].area, False) if alike and silent(passage, beside[0].area) else home)
    return found


def _gainsaid(aligned: Aligned, section: tuple[int, bool] | None, nearer: set[int]) -> bool:
    """Whether the title over all of the section plainly says another area than most of the passage; where the passage goes on without a
    word on that (去年夏天，我们遭遇了特大洪涝灾害 in a section on 生态环境), the title ended before it."""
    if section is None or not section[1] or section[0] == aligned.area:
        return False
    return not aligned.alone or section[0] in nearer


def with_passage(
    cleaned: str,
    passage: Passage,
    home: Home | None,
    groupings: Mapping[str, Grouping],
    sure: Mapping[str, int],
    stays: Callable[[Metric, int], bool],
    halves: Collection[str],
) -> dict[str, Grouping | None]:
    """What becomes of the results of ``passage`` that no sure word brings anywhere: they go with most others of their sentence where
    those are all of one area, else to ``home``; None for one that a weak word brought somewhere from what the government did about itself.
    Where most of the passage is about ``home``, sure is only what ``stays`` of its own. Those of ``halves`` go with their sentence
    or stay where they are.
    """
    changed: dict[str, Grouping | None] = {}
    text = cleaned[passage.paragraph.start : passage.paragraph.end]
    if home is not None and home.words:
        areas = ((one, groupings[one.metric_id].area) for one in passage.metrics if one.metric_id in groupings)
        sure = {one.metric_id: area for one, area in areas if area == home.area or stays(one, home.area)}
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
        elif metric.metric_id in halves:
            continue
        elif home is not None and (home.titled or (own is None and not is_statistic(metric))):
            area, reason = home.area, f"所在段落{_shared(home)}"
        else:
            continue
        changed[metric.metric_id] = Grouping(metric.metric_id, area, reason)
    return changed


def _shared(home: Home) -> str:
    return f"与该领域共有用语：{'、'.join(home.words)}" if home.words else "归入该领域"


def _whole(metric: Metric, sentence: Sequence[Metric], cleaned: str) -> Metric | None:
    """What ``metric`` is a part of, where 其中 stands before it in its sentence."""
    start = _sentence(metric, cleaned)
    at = among_at(cleaned[start : metric.start])
    return whole_of(metric, [one for one in sentence if one.end <= start + at]) if at >= 0 else None


def _sentence(metric: Metric, cleaned: str) -> int:
    return metric.start - len(clause_of(metric, cleaned, SENTENCE_ENDS)[0])


def sentence_of(metric: Metric, cleaned: str) -> str:
    before, after = clause_of(metric, cleaned, SENTENCE_ENDS)
    return before + cleaned[metric.start : metric.end] + after


def _opening(cleaned: str, paragraph: Paragraph) -> str:
    return cleaned[paragraph.start : paragraph.end].partition("。")[0]


def _apart(cleaned: str, paragraph: Paragraph, metrics: Sequence[Metric]) -> bool:
    text = cleaned[paragraph.start : paragraph.end]
    inside = [one for one in metrics if paragraph.start <= one.start < paragraph.end]
    return bool(any(_OF_ALL.search(one.indicator) for one in inside) or _CLOSING.match(text) or _OWN_WORK.search(text))
