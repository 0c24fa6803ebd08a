"""What a plan tells behind its last area and under no heading: it is no area's, so that no pack has it, and a person is told."""

from __future__ import annotations

import re

from briefing.model import Finding
from briefing.parse.areas import Outline
from briefing.parse.paragraphs import Line

_CLOSING = re.compile(r"^[—\s]*各位代表|！[”）]?$")  # the closing of the speech, which asks nobody to do anything
_LEAST = 12  # characters of a paragraph; less is a signature or a place
_SHOWN = 24


def left_over(lines: tuple[Line, ...], outline: Outline, end: int) -> list[Finding]:
    """One finding with the paragraphs from the end of the last area to ``end`` that are more than the speech's closing."""
    if not outline.areas:
        return []
    at, inside = outline.ends
    rest = [
        line
        for k, line in enumerate(lines[at:end], at)
        if len(line.text.strip()) >= _LEAST and not (k == at and inside) and not _CLOSING.search(line.text.strip())
    ]
    if not rest:
        return []
    first, last = rest[0], rest[-1]
    told = re.split("[。；]", first.text.strip())[0][:_SHOWN].translate(str.maketrans("“”", "‘’"))
    many = "一段" if len(rest) == 1 else f"起{len(rest)}段"
    message = (
        f"“{told}”{many}在最后一个领域之后，不属任何领域：各领域分册均未收录，总览列其要点，需要时请对照原文另行安排。"
    )
    return [Finding("after_areas", "note", f"第{first.number}段", first.start, last.end, message)]
