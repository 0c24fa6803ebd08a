"""Headings without numbers: lines of their own, dashes, paragraphs that open alike, leading sentences."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefing.parse.ends import closes
from briefing.parse.marks import mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.sequences import Sequence
from briefing.parse.titles import AreaStart, heading, title_end

_MIN_PROSE = 60
_MOST = 0.8
_MAX_HEADING_LINE = 45
_ADDRESS = re.compile(r"^(?:各位(?:代表|委员)|同志们)[，！!：:]?")


def unnumbered(lines: tuple[Line, ...], first: int, last: int, review: bool) -> list[Sequence]:
    """What may be the headings, the surest first; each with three headings at least. Only a review opens its paragraphs alike."""
    body = [k for k in range(first, last) if lines[k].text]
    found = [Sequence(kind, tuple(starts), sure=sure) for kind, sure, starts in _candidates(lines, body, last, review)]
    kept: list[Sequence] = []
    for one in found:
        if len(one.starts) >= 3 and not any(one.starts == other.starts for other in kept):
            kept.append(one)
    return kept


def _candidates(
    lines: tuple[Line, ...], body: list[int], last: int, review: bool
) -> Iterator[tuple[str, bool, list[AreaStart]]]:
    """(kind, whether it needs no count to be believed, the headings)."""
    yield "dashes", True, _dashes(lines, body)
    own = [k for k in body if _is_heading_line(lines[k].text) and k + 1 < last]
    upper = [k for k in own if k + 1 in own or _opens_list(lines[k + 1].text)]
    plain = [k for k in own if k + 1 not in own]
    paired = [k for k in own if "，" in lines[k].text]
    yield "headings over headings", True, [_whole(lines, k) for k in upper]
    for group in _alike(lines, own):
        yield "heading lines that open alike", len(group) >= _MOST * len(own), [_whole(lines, k) for k in group]
    yield "heading lines", True, [_whole(lines, k) for k in plain]
    yield "heading lines of two clauses", False, [_whole(lines, k) for k in paired]
    yield "paragraphs that open alike", review, _parallel(lines, body)
    leads = [k for k in body if _lead(lines[k].text)]
    paired = [k for k in leads if "，" in lines[k].text[: lines[k].text.find("。")]]
    for group in _alike(lines, leads):
        yield "sentences that open alike", len(group) >= _MOST * len(leads), [_leading(lines, k) for k in group]
    yield "sentences of two clauses", False, [_leading(lines, k) for k in paired]
    yield "leading sentences", False, [_leading(lines, k) for k in leads]


def _whole(lines: tuple[Line, ...], k: int) -> AreaStart:
    return AreaStart(k, 0, (0, len(lines[k].text)), len(lines[k].text))


def _leading(lines: tuple[Line, ...], k: int) -> AreaStart:
    address = _ADDRESS.match(lines[k].text)
    at = address.end() if address else 0
    end = lines[k].text.find("。")
    return AreaStart(k, 0, (at, end), end + 1)


def _is_heading_line(text: str) -> bool:
    return (
        6 <= len(text) <= _MAX_HEADING_LINE
        and text[-1] not in "。！？；：，、）"
        and not text.startswith(("各位", "（"))
        and not mark_of(text)
        and not re.search(r"会议上|报告$", text)
    )


def _opens_list(text: str) -> bool:
    mark = mark_of(text)
    return mark is not None and mark.number == 1


def _lead(text: str) -> bool:
    """Whether a paragraph begins with a short sentence without figures, and goes on."""
    end = text.find("。")
    return (
        len(text) >= 80
        and 6 <= end <= 50
        and not mark_of(text)
        and not closes(text)
        and not re.search(r"\d", text[:end])
    )


def _alike(lines: tuple[Line, ...], among: list[int]) -> list[list[int]]:
    """Three paragraphs or more whose first two characters are the same (聚焦…, 坚持…, 突出…), the largest group first."""
    openings = Counter(_ADDRESS.sub("", lines[k].text)[:2] for k in among)
    common = [opening for opening, count in openings.most_common(4) if count >= 3]
    return [[k for k in among if _ADDRESS.sub("", lines[k].text).startswith(opening)] for opening in common]


def _dashes(lines: tuple[Line, ...], body: list[int]) -> list[AreaStart]:
    """Dashes that open a paragraph or a section; not the motto under a part's heading, nor the items of a short list."""
    starts = []
    for k in body[1:]:
        mark = mark_of(lines[k].text)
        if not mark or mark.kind != "dash":
            continue
        following = mark_of(lines[k + 1].text) if k + 1 < len(lines) else None
        short = len(lines[k].text) <= _MIN_PROSE
        if not short or (lines[k].text[-1] not in "；，、" and not (following and following.kind == "dash")):
            starts.append(heading(lines[k], k, mark))
    return starts


def _parallel(lines: tuple[Line, ...], body: list[int]) -> list[AreaStart]:
    """Paragraphs that open with the same words and a comma (一年来，…); the title is the first sentence without them."""
    openings = Counter(_opening(lines[k].text) for k in body if len(lines[k].text) > 40)
    common = [opening for opening, count in openings.items() if opening and count >= 3]
    if not common:
        return []
    opening = max(common, key=lambda one: openings[one])
    starts = []
    for k in body:
        text = lines[k].text
        if text.startswith(opening):
            at = len(opening)
            end = title_end(text, at)
            starts.append(AreaStart(k, 0, (at, end), min(len(text), end + 1)))
    return starts


def _opening(text: str) -> str:
    head, comma, _ = text[:16].partition("，")
    if not comma or len(head) < 2 or head.startswith(("各位", "同时")):
        return ""
    return head + comma + ("我们" if text.startswith(head + comma + "我们") else "")
