"""Headings that go on behind a gap in the numbers (1、2、3、4、 and then 7、): reading ends at the gap, and a person is asked."""

from __future__ import annotations

from briefing.model import Finding
from briefing.parse.areas import Outline
from briefing.parse.marks import mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.titles import heading


def skipped_numbers(lines: tuple[Line, ...], outline: Outline, end: int) -> list[Finding]:
    """The first heading under the last area that is of the areas' kind of mark and counts on from beyond the next number.

    A list of that kind under the last area begins with its first number, and may itself leave one out.
    """
    if not outline.areas:
        return []
    last = outline.areas[-1]
    before = mark_of(lines[last.line].text, last.at)
    if before is None or before.kind != outline.how or before.kind == "dash":
        return []
    inner = 0
    for k in range(last.line + 1, end):
        mark = mark_of(lines[k].text)
        if mark is None or mark.kind != before.kind:
            continue
        if mark.number == 1 or (inner and inner < mark.number <= inner + 2):
            inner = mark.number
        elif mark.number > before.number + 1:
            line = lines[k]
            told = line.text[: mark.length] + heading(line, k, mark).text(lines)
            message = (
                f"标题序号在“{lines[last.line].text[last.at : last.at + before.length]}”之后跳到“{told}”，"
                "其后的内容归入前一领域，请核对是否漏列领域。"
            )
            return [
                Finding("skipped_number", "check", f"第{line.number}段", line.start, line.start + len(told), message)
            ]
    return []
