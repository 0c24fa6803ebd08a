"""Which topics stand on which slide: the best division of all their bullets, weighed as a whole, in the report's order."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from briefing.assemble.story.pages import LONGEST_TITLE, MOST_BULLETS, MOST_CHARACTERS, fits, parts_of
from briefing.model import TopicBrief

_MOST_TOGETHER = 3
_FEW = 90  # characters of sentences under no heading that need no slide of their own when a neighbour has room
_WHOLE = 176  # a topic that is hardly longer stays on one slide: two with a bullet or two each look empty
_WELL_FILLED = 130  # characters; fewer leave a slide looking empty
_MORE = 2
# What each thing costs that a reader would rather not see, against one slide more.
_A_SLIDE = 45
_ONE_TOO_MANY = 140  # of a deck that is long already
_SHARED = 70  # another topic on the same slide
_SHARED_PART = 25  # and of that topic only a part, beside sentences under no heading
_TORN_AND_SHARED = 200  # or beside another topic: of the one too little, the other begins at the foot of the slide
_TORN = 25  # a topic that goes on overleaf
_TORN_NEEDLESSLY = 50  # though one slide would have held it
_LONE = 60  # one measure of a topic by itself, before or after the turn
_THIN = 60  # a slide with nothing but a measure of few words
_BARE = 120  # and that under no heading: 总的考虑 comes with what it is of
_EMPTY = 40  # a slide with nothing on it, by the square of what is free


@dataclass(frozen=True)
class Part:
    """What one slide shows of one topic, or of that which stands in a topic under a heading of its own: then that is ``topic``, and
    ``above`` the title of the whole. ``page`` counts the slides of it."""

    topic: TopicBrief
    above: str
    texts: tuple[str, ...]
    page: int
    pages: int


@dataclass(frozen=True)
class _Subject:
    topic: TopicBrief
    above: str


@dataclass(frozen=True)
class _Bullet:
    topic: int
    text: str
    goes_on: bool  # with the measure of the one before it


def sheets_of(topics: Sequence[TopicBrief], room: int) -> list[list[Part]]:
    """The slides, each with its parts of topics; not more than ``room`` of them unless the bullets need more.

    Nothing is lost and the order is the report's. Of all ways to divide the bullets the one is taken that costs a reader
    least: topics whole and by themselves, slides evenly filled, no bullet alone (as lines are broken into paragraphs by Knuth
    and Plass, 1981).
    """
    subjects = [one for topic in topics for one in _subjects(topic)]
    bullets = [
        _Bullet(number, text, at > 0)
        for number, one in enumerate(subjects)
        for measure in one.topic.measures
        for at, text in enumerate(parts_of(measure.text))
    ]
    if not bullets:
        return []  # an area of nothing but its heading
    return _numbered(subjects, [bullets[start:end] for start, end in _best(subjects, bullets, room)])


def _subjects(topic: TopicBrief) -> Iterator[_Subject]:
    """``topic``, or where it has parts under headings of their own, each of these."""
    if not any(one.head for one in topic.measures):
        yield _Subject(topic, "")
        return
    for head, group in groupby(topic.measures, key=lambda one: one.head):
        yield _Subject(dataclasses.replace(topic, title=head, measures=tuple(group)), topic.title)


def _best(subjects: Sequence[_Subject], bullets: Sequence[_Bullet], room: int) -> list[tuple[int, int]]:
    """``ways[n][end]``: the least cost of the bullets up to ``end`` on ``n`` slides, and where the last of them starts."""
    count = len(bullets)
    ways: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    whole: list[int] = []  # numbers of slides that hold everything
    # One or two more than there is room for may keep together what would be torn.
    while not whole or len(ways) <= min(count, max(room, whole[0]) + _MORE):
        reached: dict[int, tuple[float, int]] = {}
        for start, (before, _) in ways[-1].items():
            for end in range(start + 1, min(count, start + MOST_BULLETS) + 1):
                page = bullets[start:end]
                if not _holds(subjects, page):
                    break
                cost = before + _cost(subjects, bullets, start, end)
                if end not in reached or cost < reached[end][0]:
                    reached[end] = (cost, start)
        ways.append(reached)
        if count in reached:
            whole.append(len(ways) - 1)
        if not reached:
            break
    slides = min(
        whole,
        key=lambda number: (
            ways[number][count][0] + _A_SLIDE * number + (_ONE_TOO_MANY - _A_SLIDE) * max(0, number - room)
        ),
    )
    cuts = []
    end = count
    for number in range(slides, 0, -1):
        start = ways[number][end][1]
        cuts.append((start, end))
        end = start
    return cuts[::-1]


def _holds(subjects: Sequence[_Subject], page: Sequence[_Bullet]) -> bool:
    numbers = list(dict.fromkeys(one.topic for one in page))
    texts = [one.text for one in page]
    if len(texts) == 1:
        return True
    if len(numbers) == 1:
        whole = len(page) == sum(len(parts_of(one.text)) for one in subjects[numbers[0]].topic.measures)
        return len(texts) <= MOST_BULLETS and sum(map(len, texts)) <= (_WHOLE if whole else MOST_CHARACTERS)
    titles = [subjects[number].topic.title for number in numbers]
    above = dict.fromkeys(subjects[number].above for number in numbers if subjects[number].above)
    # Each further heading takes a line, as a short bullet does.
    return (
        len(numbers) <= _MOST_TOGETHER
        and sum(len(title) + 4 for title in (*titles, *above)) <= LONGEST_TITLE
        and fits([*texts, *titles[1:]], _WHOLE if _small(subjects[numbers[0]].topic, page) else MOST_CHARACTERS)
    )


def _cost(subjects: Sequence[_Subject], bullets: Sequence[_Bullet], start: int, end: int) -> float:
    page = bullets[start:end]
    length = sum(len(one.text) for one in page)
    free = max(0.0, 1 - length / _WELL_FILLED)
    cost = _EMPTY * free * free
    measures = sum(not one.goes_on for one in page)
    if measures <= 1 and length <= _FEW and len(bullets) > len(page):
        cost += _THIN + (0 if subjects[page[0].topic].topic.title else _BARE)
    numbers = list(dict.fromkeys(one.topic for one in page))
    large = [subjects[number] for number in numbers if not _small(subjects[number].topic, page)]
    shared = len({one.above or id(one) for one in large}) > 1  # parts of one topic belong together
    for number in numbers:
        here = sum(one.topic == number and not one.goes_on for one in page)
        before = number == numbers[0] and start > 0 and bullets[start - 1].topic == number
        after = number == numbers[-1] and end < len(bullets) and bullets[end].topic == number
        part = before or after
        if shared and not _small(subjects[number].topic, page):
            torn = _TORN_AND_SHARED if all(subjects[one].topic.title for one in numbers) else _SHARED_PART
            cost += _SHARED / 2 + (torn if part else 0)
        if part and here <= 1:
            cost += _LONE
        if after:
            own = [one for one in bullets if one.topic == number]
            cost += _TORN + (_TORN_NEEDLESSLY if _holds(subjects, own) else 0)
    return cost


def _small(topic: TopicBrief, page: Sequence[_Bullet]) -> bool:
    """Whether ``topic`` is a sentence or two under no heading."""
    return not topic.title and sum(len(one.text) for one in topic.measures) <= _FEW and len(page) > 1


def _numbered(subjects: Sequence[_Subject], pages: Sequence[Sequence[_Bullet]]) -> list[list[Part]]:
    total = {number: sum(any(one.topic == number for one in page) for page in pages) for number in range(len(subjects))}
    seen = dict.fromkeys(total, 0)
    sheets = []
    for page in pages:
        parts = []
        for number in dict.fromkeys(one.topic for one in page):
            seen[number] += 1
            one = subjects[number]
            parts.append(Part(one.topic, one.above, _whole(page, number), seen[number], total[number]))
        sheets.append(parts)
    return sheets


def _whole(page: Sequence[_Bullet], topic: int) -> tuple[str, ...]:
    """The bullets of ``topic``, the parts of a measure that stand on one slide as one of them."""
    texts: list[str] = []
    for one in page:
        if one.topic == topic and one.goes_on and texts:
            texts[-1] += one.text
        elif one.topic == topic:
            texts.append(one.text)
    return tuple(texts)
