"""Every sentence of every area is the heading of a topic or stands in measures: nothing is lost, nothing stands twice."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.model import Area
from briefing.parse import read_report
from briefing.parse.paragraphs import sentences
from real_report import XIAODIAN
from shared_reports import needs_shared, reports

# Between headings and measures stand stops, blanks, the marks that number headings, whom it is told to, and 此外，还要.
_BETWEEN = re.compile(
    r"(?:各位代表(?:、同志们)?|(?:此外|同时|另外)，(?:(?:我们)?还?要)?|[。；！!？：，、\s]|[（(][一二三四五六七八九十]+[）)][、.]?|[一二三四五六七八九十]+是要?|[一二三四五六七八九十]+、"
    r"|[第其][一二三四五六七八九十]+[，、：]|\d{1,2}[.．、]|[（(]\d{1,2}[）)]|[①-⑳]|[—-]{1,3})*"
)


def _spans(area: Area, cleaned: str) -> list[tuple[int, int]]:
    """Where the headings of topics and of their parts and the measures stand, in the order of the topics."""
    found: list[tuple[int, int]] = []
    for topic in area.topics:
        if topic.title:
            start = cleaned.index(topic.title, topic.start)
            found.append((start, start + len(topic.title)))
        for head in dict.fromkeys(measure.head for measure in topic.measures if measure.head):
            start = cleaned.index(f"{head}。", topic.start)
            found.append((start, start + len(head)))
        found += [(measure.start, measure.end) for measure in topic.measures]
    return found


def _lost(area: Area, cleaned: str) -> list[str]:
    """What of the area's text is in none of them; text that stands twice or out of order is told with “twice”."""
    at = area.start + max(0, cleaned[area.start : area.end].find(area.title)) + len(area.title)
    wrong: list[str] = []
    for start, end in [*sorted(_spans(area, cleaned)), (area.end, area.end)]:
        if start < at:
            wrong.append(f"twice: {cleaned[start:at]}")
        elif not _BETWEEN.fullmatch(cleaned, at, start):
            wrong.append(cleaned[at:start])
        at = max(at, end)
    return wrong


def _wrong(path: Path) -> tuple[int, list[str]]:
    """How many sentences the areas of a report hold, and what went wrong with them."""
    cleaned, parsed = read_report(path, path.stem, None)
    areas = [area for part in parsed.parts for area in part.areas]
    count = sum(len(sentences(cleaned[area.start : area.end])) for area in areas)
    return count, [f"{path.name} ({area.number}): {one}" for area in areas for one in _lost(area, cleaned)]


def test_every_sentence_is_a_heading_or_in_measures() -> None:
    assert _wrong(XIAODIAN)[1] == []


@needs_shared
def test_every_sentence_of_all_reports_at_hand_is_a_heading_or_in_measures(capsys: pytest.CaptureFixture[str]) -> None:
    told = [_wrong(path) for path in reports()]
    with capsys.disabled():
        print(f"\n{sum(count for count, _ in told)} sentences of {len(told)} files stand in a heading or in measures")
    assert [one for _, wrong in told for one in wrong] == []
