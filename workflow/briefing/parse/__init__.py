"""Read a report file as it comes; give its cleaned text with an offset map and its parts, areas, topics and measures."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from pathlib import Path

from briefing.errors import BriefingError
from briefing.model import Paragraph, Report
from briefing.parse.cleaning import clean
from briefing.parse.facts import check_keys, facts_of
from briefing.parse.paragraphs import lines_of
from briefing.parse.parts import part_starts
from briefing.parse.readers import read_lines
from briefing.parse.structure import structure_of

__all__ = ["read_report"]
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")


# Several times the largest report at hand. What is larger is something else, and would take minutes to search.
MOST_CHARACTERS = 200_000
MOST_LINES = 20_000
MOST_NUMERALS = 20_000
_LONGEST_NUMERAL = 100
_ANY_NUMERAL = re.compile(r"\d+(?:\.\d+)?|[零〇一二三四五六七八九十百千万亿]+")


def read_report(path: Path, report_id: str, facts: Mapping[str, object] | None = None) -> tuple[str, Report]:
    """The cleaned text and the parsed report of one file.

    ``facts`` is what ``<id>.yaml`` says (place, plan_year, title, areas, …). Raises BriefingError, one sentence, when the
    file cannot be read, holds no report, or its areas cannot be told.
    """
    given = dict(facts or {})
    check_keys(given, report_id)
    data, raw_lines = read_lines(path)
    _refuse_endless(raw_lines, path.name)
    cleaned = clean(raw_lines)
    lines = lines_of(cleaned.text)
    if len(cleaned.text) < 200:
        raise BriefingError(
            f"{path.name}: only {len(cleaned.text)} characters of report text were found; put the full text of the report into it."
        )
    starts = part_starts(lines)
    told = facts_of(cleaned, lines, starts, given, report_id)
    parts, announced, findings = structure_of(lines, starts, given, report_id)
    return cleaned.text, Report(
        report_id=report_id,
        place=told.place,
        level=told.level,
        title=told.title,
        plan_year=told.plan_year,
        review_year=told.review_year,
        source=told.source,
        date=told.date,
        source_sha256=hashlib.sha256(data).hexdigest(),
        announced=announced,
        parts=parts,
        paragraphs=tuple(Paragraph(line.number, line.start, line.end) for line in lines),
        findings=findings,
        occasion=told.occasion,
        numerals=len(_NUMERAL.findall(cleaned.text)),
    )


def _refuse_endless(lines: list[str], name: str) -> None:
    characters = sum(map(len, lines))
    if characters > MOST_CHARACTERS or len(lines) > MOST_LINES:
        raise BriefingError(
            f"{name}: {characters} characters in {len(lines)} lines are no work report (limits {MOST_CHARACTERS} and "
            f"{MOST_LINES}); put the report alone into the file, without annexes."
        )
    numerals = [len(one) for line in lines for one in _ANY_NUMERAL.findall(line)]
    if len(numerals) > MOST_NUMERALS or max(numerals, default=0) > _LONGEST_NUMERAL:
        raise BriefingError(
            f"{name}: {len(numerals)} numerals, the longest of {max(numerals)} digits, are a table and no work report; "
            "put the report alone into the file, without annexes."
        )
