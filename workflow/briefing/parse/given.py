"""Headings that a person lists under ``areas:`` in <id>.yaml, found in the text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.errors import BriefingError
from briefing.parse.areas import Outline
from briefing.parse.characters import compact, uniform
from briefing.parse.ends import end_of
from briefing.parse.marks import mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.parts import PartStart
from briefing.parse.titles import AreaStart


def given_titles(given: Mapping[str, object], report_id: str) -> list[str]:
    """The listed headings as they would stand in the cleaned text, without their numbers; empty when none are listed."""
    wanted = given.get("areas")
    if wanted is None:
        return []
    if not isinstance(wanted, list) or not wanted or not all(isinstance(one, str) and one.strip() for one in wanted):
        raise BriefingError(f"{report_id}.yaml: “areas” must be a list of headings as they stand in the report.")
    titles = [compact(uniform(one)).text.rstrip("。：；，") for one in wanted]
    return [title[mark.length :] if (mark := mark_of(title)) else title for title in titles]


def given_count(given: Mapping[str, object], report_id: str) -> int | None:
    """How many areas the plan has, when a person says so."""
    count = given.get("announced")
    if count is None or (isinstance(count, int) and not isinstance(count, bool) and 2 <= count <= 30):
        return count
    raise BriefingError(f"{report_id}.yaml: announced is {count!r}; write how many work areas the plan has, such as 8.")


def with_given_plan(
    lines: tuple[Line, ...], starts: list[PartStart], titles: Sequence[str], report_id: str
) -> list[PartStart]:
    """The parts, with a plan that begins before the first listed heading when it stands in no plan."""
    if any(start.kind == "plan" and _placed(lines, titles, *span) for start, span in _spans(lines, starts)):
        return starts
    placed = _placed(lines, titles, 0, len(lines), backwards=True)
    if not placed:
        missing = next((one for one in titles if not any(one in line.text for line in lines)), None)
        what = f"the heading “{missing}” does not stand in" if missing else "the headings do not stand in this order in"
        raise BriefingError(
            f"{report_id}.yaml: {what} the report; copy the headings letter for letter, in their order."
        )
    others = [one for one in starts if one.kind != "plan" and not placed[0].line <= one.line <= placed[-1].line]
    return sorted([*others, PartStart("plan", "", placed[0].line, False)], key=lambda one: one.line)


def given_outline(lines: tuple[Line, ...], first: int, last: int, titles: Sequence[str]) -> Outline | None:
    """The listed headings in ``lines[first:last]``; None when they do not all stand there, in their order."""
    placed = _placed(lines, titles, first, last)
    return Outline(placed, end_of(lines, placed, last, False, False), "given", None) if placed else None


def _spans(lines: tuple[Line, ...], starts: list[PartStart]) -> list[tuple[PartStart, tuple[int, int]]]:
    edges = [*(start.line for start in starts), len(lines)]
    return [(start, (edges[k], edges[k + 1])) for k, start in enumerate(starts)]


def _placed(
    lines: tuple[Line, ...], titles: Sequence[str], first: int, last: int, *, backwards: bool = False
) -> tuple[AreaStart, ...]:
    """Where the headings stand; backwards, so that the text comes before a table of contents. Empty when one is missing."""
    found: list[AreaStart] = []
    order = list(range(first, last))
    at, after = (len(order) - 1 if backwards else 0), 0
    for title in reversed(titles) if backwards else titles:
        while 0 <= at < len(order):
            text = lines[order[at]].text
            place = text.rfind(title, 0, after or None) if backwards else text.find(title, after)
            if place >= 0:
                found.append(_start(lines[order[at]], order[at], place, place + len(title)))
                after = place if backwards else place + len(title)
                break
            at, after = at + (-1 if backwards else 1), 0
        else:
            return ()
    return tuple(reversed(found) if backwards else found)


def _start(line: Line, k: int, begin: int, end: int) -> AreaStart:
    """The area begins with the number before its heading, or with the paragraph when nothing but that stands before."""
    opens = next(
        (
            at
            for at in range(max(0, begin - 6), begin + 1)
            if (mark := mark_of(line.text, at)) and at + mark.length == begin
        ),
        begin,
    )
    stop = end < len(line.text) and line.text[end] in "。：；，！"
    return AreaStart(k, opens, (begin, end), end + 1 if stop else end)
