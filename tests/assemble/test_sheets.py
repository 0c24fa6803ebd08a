"""Which topics stand on which slide: whole where they can be, evenly filled, nothing alone, nothing lost."""

from __future__ import annotations

import pytest

from briefing.assemble.story.pages import MOST_BULLETS
from briefing.assemble.story.sheets import sheets_of
from briefing.model import Measure, TopicBrief
from real_report import XIAODIAN, made
from shared_reports import reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def topic(number: int, *lengths: int, title: str = "主题") -> TopicBrief:
    measures = tuple(
        Measure(f"{number}{at}".ljust(length, "字"), 1, at * 100, at * 100 + length)
        for at, length in enumerate(lengths)
    )
    return TopicBrief(number, "一", title and f"{title}{number}", measures, ())


def sizes(topics: list[TopicBrief], room: int = 9) -> list[list[int]]:
    """Bullets of each topic on each slide."""
    return [[len(part.texts) for part in parts] for parts in sheets_of(topics, room)]


def test_a_long_topic_is_parted_evenly() -> None:
    assert sizes([topic(1, *[41] * 6)]) == [[3], [3]]


def test_topics_that_fill_a_slide_have_one_each() -> None:
    assert sizes([topic(1, 40, 40), topic(2, 40, 40)]) == [[2], [2]]


def test_topics_share_slides_only_when_there_is_no_room() -> None:
    topics = [topic(number, 35, 35) for number in range(4)]
    assert sizes(topics, 4) == [[2], [2], [2], [2]]
    assert sizes(topics, 2) == [[2, 2], [2, 2]]


def test_short_topics_come_together_and_a_sentence_before_the_first_joins_it() -> None:
    assert sizes([topic(1, 24), topic(2, 25, 25), topic(3, 25)]) == [[1, 2, 1]]
    assert sizes([topic(0, 40, title=""), topic(1, 40, 40)]) == [[1, 2]]


def test_no_bullet_is_left_alone_where_another_can_stand_with_it() -> None:
    """Eight bullets of a topic are four and four, not seven and one."""
    assert sizes([topic(1, *[15] * 8)]) == [[4], [4]]


@pytest.mark.parametrize("path", PATHS, ids=[path.name for path in PATHS])
def test_every_bullet_of_a_real_report_stands_once_and_in_order(path) -> None:
    """And no slide that could hold two bullets of a topic's end shows one of under thirty characters by itself."""
    briefs = made(path).briefs
    for brief in briefs:
        for room in (1, 6, 40):
            sheets = sheets_of(brief.topics, room)
            parts = [part for parts in sheets for part in parts]
            told = "".join(text for part in parts for text in part.texts).replace("，", "")
            assert told == "".join(one.text for topic in brief.topics for one in topic.measures).replace("，", "")
            assert all(sum(len(part.texts) for part in parts) <= MOST_BULLETS for parts in sheets)
            lone = [parts for parts in sheets if len(parts) == 1 and parts[0].page > 1 and len(parts[0].texts[0]) < 30]
            assert not [parts for parts in lone if len(parts[0].texts) == 1]
    print(f"{len(briefs)} areas of {path.name}")
