"""How much one slide holds, and how a text that is longer goes on: evenly, in order, parted by sense, nothing lost."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.assemble.numbering import numeral
from briefing.assemble.widths import lines_in

# A slide that is read aloud holds no more (seven bullets, about 160 characters).
MOST_BULLETS = 7
MOST_CHARACTERS = 175
# A measure longer than this is no bullet that can be read aloud; it is parted at a comma.
_LONGEST_BULLET = 100
# A clause that only tells on what, by what or for whom something is done does not stand alone.
_FRAME = re.compile(
    r"(?:围绕|依托|按照|针对|根据|随着|通过|面向|借助|抓住|立足|顺应|适应|对标|着眼|瞄准|聚焦|紧盯|坚持|学习运用)[^，]*$"
    r"|(?:以|在|对|把|将|从)[^，]*$|(?:继续|充分|更好)?发挥[^，]*作用$"
)
# So begins a clause that only leads up to what is done: a title and a bold beginning are taken from the next.
_LEADS_UP = re.compile(
    r"(?:围绕|依托|按照|针对|根据|随着|通过|面向|借助|抓住|抢抓|立足|顺应|对标|聚焦|作为|瞄准|锚定|紧盯|紧扣|紧跟|把握|本着|对|在|从|为|以|各位)"
)
# A title has two lines of the template's size.
LONGEST_TITLE = 56


def bullets_of(text: str, most: int = _LONGEST_BULLET) -> list[str]:
    """A measure as one bullet; one too long is parted at its commas into like parts, nothing lost but the comma there."""
    if len(text) <= most:
        return [text]
    clauses = text.split("，")
    count = -(-len(text) // most)
    bullets = [clauses[0]]
    done = 0
    for clause in clauses[1:]:
        even = (len(text) - done) / max(1, count - len(bullets) + 1)
        if len(bullets[-1]) + len(clause) / 2 <= even and len(bullets[-1]) + 1 + len(clause) <= most:
            bullets[-1] += f"，{clause}"
        else:
            done += len(bullets[-1])
            bullets.append(clause)
    return bullets


def fits(texts: Sequence[str]) -> bool:
    """Whether one slide holds all of ``texts``."""
    return len(texts) <= MOST_BULLETS and sum(map(len, texts)) <= MOST_CHARACTERS


def split_rows(
    rows: Sequence[tuple[str, ...]], widths: Sequence[float], most_lines: float, extra: float = 0.8
) -> list[list[tuple[str, ...]]]:
    """Rows of a table over as few columns or slides as hold ``most_lines`` single lines each, evenly filled.

    ``widths``: ems of the columns; ``extra``: what each further line of a row adds to it.
    """
    heights = [1 + extra * (max(map(lines_in, row, widths)) - 1) for row in rows]
    best = least = _chunks(rows, heights, most_lines)
    room = most_lines
    while room > 1:
        room -= 0.5
        chunks = _chunks(rows, heights, room)
        if len(chunks) > len(least):
            break
        best = chunks
    return best


def _chunks(rows: Sequence[tuple[str, ...]], heights: Sequence[float], room: float) -> list[list[tuple[str, ...]]]:
    chunks: list[list[tuple[str, ...]]] = []
    used = 0.0
    for row, height in zip(rows, heights, strict=True):
        if not chunks or used + height > room:
            chunks.append([])
            used = 0.0
        chunks[-1].append(row)
        used += height
    return chunks


def leading_clauses(text: str, most: int) -> str:
    """``text``, or of a longer one as many of its first clauses as ``most`` characters hold, at least one that can stand."""
    if len(text) <= most:
        return text
    clauses = text.split("，")
    led = clauses[0]
    for clause in clauses[1:]:
        if len(led) + 1 + len(clause) > most and not _FRAME.match(led):
            break
        led += f"，{clause}"
    return led


def leads_up(clause: str) -> bool:
    """Whether ``clause`` tells only on what, by what or for whom, as 依托我省独特优势 does."""
    return bool(_LEADS_UP.match(clause))


def continued(title: str, page: int) -> str:
    """The title of a subject's n-th slide: （续）, （续二） …"""
    return title if page == 1 else f"{title}（续{'' if page == 2 else numeral(page - 1)}）"
