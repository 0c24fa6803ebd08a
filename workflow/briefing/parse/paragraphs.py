"""Paragraphs of the cleaned text with their offsets, and how a paragraph divides into sentences and clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.stray_stops import STRAY_STOP

_OPEN, _CLOSE = "“（《〈‘", "”）》〉’"
_SIGNS = re.compile(f"[{_OPEN}{_CLOSE}。！？；]")
_FAR = 120  # a quotation longer than this was never closed


@dataclass(frozen=True)
class Line:
    """A paragraph: its text and where it starts in the cleaned text; ``number`` counts from 1."""

    text: str
    start: int
    number: int

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def lines_of(cleaned: str) -> tuple[Line, ...]:
    lines, start = [], 0
    for number, text in enumerate(cleaned.split("\n"), 1):
        lines.append(Line(text, start, number))
        start += len(text) + 1
    return tuple(lines)


def split_at(text: str, stops: str) -> list[tuple[int, int]]:
    """Spans between stops, each span with its stop; stops inside quotation marks and brackets and stray ones do not split."""
    spans, start, depth, opened = [], 0, 0, 0
    for sign in _SIGNS.finditer(text):
        at, char = sign.start(), sign[0]
        if char in _OPEN:
            depth += 1
            opened = at
        elif char in _CLOSE:
            depth = max(0, depth - 1)
            if (
                depth == 0
                and at
                and text[at - 1] in "。！？"
                and char == "”"
                and at - opened > 12
                and "。" in stops
                and _ends_here(text, at)
            ):
                spans.append((start, at + 1))
                start = at + 1
        elif char in stops and (depth == 0 or at - opened > _FAR) and not STRAY_STOP.match(text, at):
            spans.append((start, at + 1))
            start, depth = at + 1, 0
    if text[start:].strip():
        spans.append((start, len(text)))
    return spans


def _ends_here(text: str, at: int) -> bool:
    """A quoted sentence ends its sentence when no comma or word of the outer sentence follows the quotation mark."""
    return at + 1 >= len(text) or text[at + 1] not in "，。；、的和等）："


def sentences(text: str) -> list[tuple[int, int]]:
    return split_at(text, "。！？")


def clauses(text: str) -> list[tuple[int, int]]:
    return split_at(text, "。！？；")
