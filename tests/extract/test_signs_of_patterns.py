"""The signs that spare a pattern a look at a text are signs that every match of it has, in the shortest text that matches."""

from __future__ import annotations

import re

from briefing.extract.nonmetrics import FAMILIES, masks
from real_report import XIAODIAN
from shared_reports import reports

SOURCES = [XIAODIAN, *(path for path in reports() if path.suffix == ".txt" and path.stem != XIAODIAN.stem)]
_PIECES = re.compile(r"[^，。；、\n]{1,60}[，。；、]?")


def test_no_match_is_without_one_of_its_signs() -> None:
    """Clause by clause of every report at hand: where a pattern finds a numeral, one of its signs stands too."""
    pieces = {piece for path in SOURCES for piece in _PIECES.findall(path.read_text(encoding="utf-8-sig"))}
    found = 0
    for rule, signs, pattern in FAMILIES:
        for piece in pieces:
            if signs and any(re.search(r"\d", match[0]) for match in pattern.finditer(piece)):
                found += 1
                assert not signs.isdisjoint(piece), (rule, piece)
    print(f"{found} matches in {len(pieces)} pieces of {len(SOURCES)} reports")
    assert found > (50 if len(SOURCES) > 1 else 0), (
        "the one report that is always there has a few, those beside the project hundreds"
    )


def test_every_sign_of_time_is_enough() -> None:
    """One length of time of each wording, alone in its text, is no metric by the rule of time."""
    for said in (
        "3周年",
        "12年来",
        "3个多月",
        "8个小时",
        "30分钟",
        "5秒",
        "30天",
        "3个工作日",
        "2季度",
        "3周",
        "3学年",
        "12:30",
        "9时",
    ):
        assert "time" in masks(said).values() or "date" in masks(said).values(), said
