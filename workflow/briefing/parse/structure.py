"""Parts, areas and topics put together, with what the structure leaves in doubt."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.errors import BriefingError
from briefing.model import Area, Finding, Part
from briefing.parse.areas import Outline, outline_of
from briefing.parse.marks import mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.parts import PartStart
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
    if not starts or starts[0].line > 0:
        parts.append(_plain("other", "", lines, 0, starts[0].line if starts else len(lines)))
    for k, start in enumerate(starts):
        last = starts[k + 1].line if k + 1 < len(starts) else len(lines)
        if start.kind not in ("review", "plan"):
            parts.append(_plain(start.kind, start.title, lines, start.line, last))
            continue
        first = start.line + (1 if start.heading else 0)
        outline = (
            _given_outline(lines, first, last, given, report_id)
            if start.kind == "plan" and given.get("areas")
            else None
        )
        outline = outline or outline_of(lines, first, last, start.kind == "review", mark_of(lines[start.line].text))
        if start.kind == "plan" and not outline.sure:
            raise BriefingError(_unsure(lines, start, outline, report_id))
        kept, self_start = _without_self(lines, outline, start.kind)
        part = _part(start, lines, first, last, kept, outline)
        if self_start is not None:
            at = self_start.line
            parts.append(_cut(part, lines, at))
            parts.append(_plain("self", lines[at].text[slice(*self_start.title)], lines, at, last))
        else:
            parts.append(part)
        if start.kind == "plan" and announced is None:
            announced = outline.announced
            findings += _doubts(part, outline, len(kept), lines, first)
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
        f"list those that are areas under “areas:” in {report_id}.yaml, as they stand in the report."
    )


def _named(start: PartStart, lines: tuple[Line, ...]) -> str:
    return f"“{start.title}”" if start.title else f"from paragraph {lines[start.line].number} on"


def _plain(kind: str, title: str, lines: tuple[Line, ...], first: int, last: int) -> Part:
    if last <= first:
        return Part(kind, title, 0, 0, ())
    start, end = lines[first].start, lines[last - 1].end
    spans = [(k, 0, len(lines[k].text)) for k in range(first, last) if lines[k].text]
    return Part(kind, title, start, end, (Area(0, "", start, end, topics_of(lines, spans)),))


def _part(
    start: PartStart, lines: tuple[Line, ...], first: int, last: int, areas: list[AreaStart], outline: Outline
) -> Part:
    found: list[Area] = []
    head = (areas[0].line, areas[0].at) if areas else (last, 0)
    opening = _area(0, "", lines, (first, 0), head, None)
    if opening:
        found.append(opening)
    edges = [(area.line, area.at) for area in areas] + [outline.ends]
    for number, area in enumerate(areas, 1):
        title = lines[area.line].text[slice(*area.title)].strip().rstrip("。；：，")
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


def _without_self(lines: tuple[Line, ...], outline: Outline, kind: str) -> tuple[list[AreaStart], AreaStart | None]:
    """政府自身建设 as the last marked section is its own part unless the announced count includes it."""
    areas = list(outline.areas)
    if kind != "plan" or len(areas) < 3 or outline.announced in (None, len(areas)):
        return areas, None
    last = areas[-1]
    if (
        _SELF_TITLE.search(lines[last.line].text[slice(*last.title)])
        and outline.announced == len(areas) - 1
        and last.at == 0
    ):
        return areas[:-1], last
    return areas, None


def _cut(part: Part, lines: tuple[Line, ...], at: int) -> Part:
    end = lines[at - 1].end
    return Part(
        part.kind,
        part.title,
        part.start,
        end,
        tuple(area for area in part.areas if area.start < end and area.end <= end),
    )


def _given_outline(
    lines: tuple[Line, ...], first: int, last: int, given: Mapping[str, object], report_id: str
) -> Outline:
    """The headings that a person listed in <id>.yaml, each found in the text."""
    wanted = given["areas"]
    if not isinstance(wanted, list) or not all(isinstance(title, str) and title.strip() for title in wanted):
        raise BriefingError(f"{report_id}.yaml: “areas” must be a list of headings as they stand in the report.")
    found: list[AreaStart] = []
    position = (first, 0)
    for title in wanted:
        for k in range(position[0], last):
            at = lines[k].text.find(title, position[1] if k == position[0] else 0)
            if at >= 0:
                found.append(
                    AreaStart(
                        k,
                        at if found and found[-1].line == k else 0,
                        (at, at + len(title)),
                        min(len(lines[k].text), at + len(title) + 1),
                    )
                )
                position = (k, at + len(title))
                break
        else:
            raise BriefingError(
                f"{report_id}.yaml: the heading “{title}” does not stand in the plan part of the report; copy it letter for letter."
            )
    return Outline(tuple(found), (last, 0), "given", None)


def _doubts(part: Part, outline: Outline, found: int, lines: tuple[Line, ...], first: int) -> list[Finding]:
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
