"""Texts whose lines a program broke at one width, or ran together into one line → one line a paragraph."""

from __future__ import annotations

import re
import unicodedata

from briefing.parse.marks import starts_with_mark

_ENDS = tuple("。！？：；”）…】》")
_INDENT = re.compile(r"^(?:\u3000|[ \t\u00a0]{2})")
_PAGE = re.compile(
    r"^[ \u3000]*(?:[—–-]+[ ]*\d{1,3}[ ]*[—–-]+|第[ ]*\d{1,3}[ ]*页(?:[ ，,/]*共[ ]*\d{1,3}[ ]*页)?)[ ]*$"
)
_BARE = re.compile(r"^[ \u3000]*\d{1,3}[ ]*$")
_FEWEST_PAGES = 3
_RUN_TOGETHER = 400  # characters of a line that holds several paragraphs
_BETWEEN = re.compile(r"(?<=\S)(?:\u3000{2,}|[ \u00a0]{4,})(?=\S)")
_BLANKS = re.compile(r"[\u3000 \u00a0][\u3000 \u00a0]")
_FEWEST = 30  # lines that show a width
_NARROW, _WIDE = 24, 160  # columns of half a Chinese character
_LOOSE = 3  # Chinese characters that punctuation or a word may leave free at the end of a full line


def unwrapped(lines: list[str]) -> list[str]:
    """The lines with what was cut joined and what was run together parted; as they are when no one width shows."""
    parted = [
        piece
        for line in lines
        for piece in (_BETWEEN.split(line) if len(line) > _RUN_TOGETHER and _BLANKS.search(line) else [line])
    ]
    if max(map(len, parted), default=0) > _WIDE:
        return parted
    measure = max((_Measure(parted, wide) for wide in (2, 1)), key=lambda one: one.share)
    if not measure.share:
        return parted
    held = [line for line in parted if line.strip()]
    indented = sum(bool(_INDENT.match(line)) for line in held) >= 0.05 * len(held)
    joined: list[str] = []
    full = False
    pages = _counted_up(parted)
    for at, line in enumerate(parted):
        if at in pages or _PAGE.match(line):
            continue
        if not line.strip():
            if not full:
                joined.append("")
            continue
        heads = joined and joined[-1].endswith(_ENDS) and starts_with_mark(line)  # a heading bears no indent everywhere
        goes_on = full and joined and not heads and not (_INDENT.match(line) if indented else _begins(joined[-1], line))
        if goes_on:
            joined[-1] += line.strip()
        else:
            joined.append(line.rstrip())
        full = measure.full(line)
    return joined


def _counted_up(lines: list[str]) -> set[int]:
    """The lines that hold one number each and count up by one: pages, whose numbers stand in the midst of sentences and numbers."""
    bare = [(at, int(line)) for at, line in enumerate(lines) if _BARE.match(line)]
    longest: list[int] = []
    for begin, (first, number) in enumerate(bare):
        run, last = [first], number
        for at, other in bare[begin + 1 :]:
            if other == last + 1:
                run.append(at)
                last = other
        longest = max(longest, run, key=len)
    return set(longest) if len(longest) >= _FEWEST_PAGES else set()


def _begins(before: str, line: str) -> bool:
    return before.endswith(_ENDS) or starts_with_mark(line.lstrip())


class _Measure:
    """The width at which most lines break in the midst of a sentence, where Chinese characters count ``wide`` columns.

    ``share`` is how many of the lines reach it, 0 when they show no such width.
    """

    def __init__(self, lines: list[str], wide: int) -> None:
        self._wide = wide
        held = [line.rstrip() for line in lines if line.strip() and not _PAGE.match(line)]
        columns = [self._columns(line) for line in held]
        self._width = sorted(columns)[int(0.95 * (len(columns) - 1))] if columns else 0
        full = [line for line in held if self.full(line)]
        cut = [line for line in full if not line.endswith(_ENDS)]
        shows = (
            len(held) >= _FEWEST
            and _NARROW <= 2 * self._width / wide <= _WIDE
            and len(full) >= 0.4 * len(held)
            and len(cut) >= 0.6 * len(full)
            and max(columns) <= self._width + _LOOSE * wide
        )
        self.share = len(full) / len(held) if shows else 0.0

    def full(self, line: str) -> bool:
        return self._columns(line.rstrip()) >= self._width - _LOOSE * self._wide

    def _columns(self, line: str) -> int:
        if self._wide == 1:
            return len(line)
        return sum(2 if unicodedata.east_asian_width(char) in "WFA" else 1 for char in line)
