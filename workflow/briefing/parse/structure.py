"""Parts, areas and topics put together, with what the structure leaves in doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from briefing.errors import BriefingError
from briefing.model import Area, Finding, Part
from briefing.parse.areas import Outline, outline_of
from briefing.parse.given import given_count, given_outline, given_titles, with_given_plan
from briefing.parse.left_over import left_over
from briefing.parse.marks import mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.parts import PartStart
from briefing.parse.skipped import skipped_numbers
from briefing.parse.titles import AreaStart
from briefing.parse.topics import topics_of

_SELF_TITLE = re.compile(r"(?:政府)?自身建设|(?:加强|推进|深化).{0,6}政府建设|人民满意.{0,6}政府")


def structure_of(
    lines: tuple[Line, ...], starts: list[PartStart], given: Mapping[str, object], report_id: str
) -> tuple[tuple[Part, ...], int | None, tuple[Finding, ...]]:
    """Parts in reading order, the announced count of plan areas, and findings."""
    parts: list[Part] = []
    findings: list[Finding] = []
    announced: int | None = None
    titles = given_titles(given, report_id)
    if titles:
        starts = with_given_plan(lines, starts, titles, report_id)
    if not starts or starts[0].line > 0:
        parts.append(_plain("other", "", lines, 0, starts[0].line if starts else len(lines)))
    for k, start in enumerate(starts):
        last = starts[k + 1].line if k + 1 < len(starts) else len(lines)
        if start.kind not in ("review", "plan"):
            parts.append(_plain(start.kind, start.title, lines, start.line, last))
            continue
        first = start.line + (1 if start.heading else 0)
        outline = given_outline(lines, first, last, titles) if titles and start.kind == "plan" else None
        if outline is None:
            mark = mark_of(lines[start.line].text)
            review = start.kind == "review"
            outline = outline_of(lines, first, last, review, mark, None if review else given_count(given, report_id))
        if start.kind == "plan" and not outline.sure:
            raise BriefingError(_unsure(lines, start, outline, report_id))
        own = _own_building(lines, outline, start.kind)
        if own is not None:
            outline = replace(outline, areas=outline.areas[:-1], ends=(own.line, 0))
        end = last if own is None else own.line
        part = _part(start, lines, first, end, outline)
        parts.append(part)
        if own is not None:
            parts.append(_plain("self", own.text(lines), lines, end, last))
        if start.kind == "plan" and announced is None:
            announced = outline.announced
            findings += _doubts(part, outline, lines, first) + skipped_numbers(lines, outline, end)
            findings += left_over(lines, outline, end)
    if not any(part.kind == "plan" and any(area.number for area in part.areas) for part in parts):
        seen = "、".join(start.title or start.kind for start in starts) or "none"
        raise BriefingError(
            f"{report_id}: no work areas of the plan year were found in {len(lines)} paragraphs (parts seen: {seen}); "
            f"check that the file holds the whole report, or list the headings under “areas:” in {report_id}.yaml."
        )
    return tuple(part for part in parts if part.end > part.start), announced, tuple(findings)


def _unsure(lines: tuple[Line, ...], start: PartStart, outline: Outline, report_id: str) -> str:
    """What was found where no numbers, heading lines or announced count decide, and what a person can do."""
    titles = [area.text(lines) for area in outline.areas]
    seen = "、".join(f"“{title}”" for title in titles[:3])
    return (
        f"{report_id}: the work areas of the plan ({_named(start, lines)}) cannot be told: no numbers or heading lines set them off; "
        f"{len(titles)} paragraphs begin like one ({seen}{' …' if len(titles) > 3 else ''}); "
        f"list those that are areas under “areas:” in {report_id}.yaml, as they stand in the report, or their number as “announced:”."
    )


def _named(start: PartStart, lines: tuple[Line, ...]) -> str:
    return f"“{start.title}”" if start.title else f"from paragraph {lines[start.line].number} on"


def _plain(kind: str, title: str, lines: tuple[Line, ...], first: int, last: int) -> Part:
    if last <= first:
        return Part(kind, title, 0, 0, ())
    start, end = lines[first].start, lines[last - 1].end
    spans = [(k, 0, len(lines[k].text)) for k in range(first, last) if lines[k].text]
    return Part(kind, title, start, end, (Area(0, "", start, end, topics_of(lines, spans)),))


def _part(start: PartStart, lines: tuple[Line, ...], first: int, last: int, outline: Outline) -> Part:
    areas = outline.areas
    found: list[Area] = []
    head = (areas[0].line, areas[0].at) if areas else (last, 0)
    opening = _area(0, "", lines, (first, 0), head, None)
    if opening:
        found.append(opening)
    edges = [(area.line, area.at) for area in areas] + [outline.ends]
    for number, area in enumerate(areas, 1):
        title = area.text(lines)
        made = _area(number, title, lines, (area.line, area.body), edges[number], (area.line, area.at))
        if made:
            found.append(made)
    rest = _area(0, "", lines, outline.ends, (last, 0), None) if areas and outline.ends < (last, 0) else None
    if rest:
        found.append(rest)
    return Part(
        start.kind,
        start.title,
        lines[start.line].start,
        lines[last - 1].end if last > start.line else lines[start.line].end,
        tuple(found),
    )


def _area(
    number: int,
    title: str,
    lines: tuple[Line, ...],
    begin: tuple[int, int],
    end: tuple[int, int],
    head: tuple[int, int] | None,
) -> Area | None:
    """Text from ``begin`` to ``end`` (line, offset); the area itself starts at ``head``, where its mark stands."""
    spans = []
    for k in range(begin[0], min(end[0] + 1, len(lines))):
        a = begin[1] if k == begin[0] else 0
        b = end[1] if k == end[0] else len(lines[k].text)
        if k == end[0] and b == 0:
            break
        if b > a and lines[k].text[a:b].strip():
            spans.append((k, a, b))
    if not spans and not title:
        return None
    first = head or (spans[0][0], spans[0][1])
    start = lines[first[0]].start + first[1]
    stop = lines[spans[-1][0]].start + spans[-1][2] if spans else lines[first[0]].end
    return Area(number, title, start, stop, topics_of(lines, spans))


def _own_building(lines: tuple[Line, ...], outline: Outline, kind: str) -> AreaStart | None:
    """政府自身建设 as the last numbered section, when the announced count leaves it out."""
    areas = outline.areas
    if kind != "plan" or len(areas) < 3 or outline.announced != len(areas) - 1 or areas[-1].at:
        return None
    return areas[-1] if _SELF_TITLE.search(areas[-1].text(lines)) else None


def _doubts(part: Part, outline: Outline, lines: tuple[Line, ...], first: int) -> list[Finding]:
    found = len(outline.areas)
    if outline.announced is None or outline.announced == found:
        return []
    line = lines[first]
    return [
        Finding(
            "area_count",
            "check",
            f"第{line.number}段",
            part.start,
            part.end,
            f"报告称有{outline.announced}个方面，实际识别出{found}个领域，请核对领域划分。",
        )
    ]
