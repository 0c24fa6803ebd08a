"""Texts in which a converter set every run of figures on a line of its own → lines that hold their figures again."""

from __future__ import annotations

import re

from briefing.parse.marks import starts_with_mark

_FIGURE = re.compile(r"^[\dA-Za-z][\dA-Za-z.]*[%％‰]?[，。；、]?$")
_FEWEST, _SHARE = 8, 0.15  # lines that show it; page numbers and counts of clicks are fewer
_STOPS = "。！？"
_OPEN = re.compile(r"[，、；：“（(—─－-]$|\d[年月]$")  # here a line cannot end
_A_SENTENCE = 15  # characters behind which a line that has no stop goes on; a heading is shorter
_END = 20  # characters at either end of a line that tell how it began and whether it may end
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def gathered(lines: list[str]) -> list[str]:
    """The lines with their figures between the words they were cut from; as they are when no such cutting shows.

    ``17`` and ``个贫困村顺利出列，`` are one: as lines of their own the figures would be taken for page numbers, and lost.
    """
    held = [line for line in lines if line.strip()]
    figures = sum(bool(_FIGURE.match(line.strip())) for line in held)
    if figures < _FEWEST or figures < _SHARE * len(held):
        return lines
    whole: list[_Line] = []
    after_figure = False
    for line in lines:
        text = line.strip()
        if not text:
            continue
        figure = bool(_FIGURE.match(text))
        joins = bool(whole) and (_takes(whole[-1], text) if figure else after_figure and _goes_on(whole[-1], text))
        if joins:
            whole[-1].add(text)
        else:
            whole.append(_Line(line.rstrip()))
        after_figure = figure
    return ["".join(one.parts) for one in whole]


class _Line:
    """A line in the making. Of what it holds only its ends are looked at: a whole that grew with every figure would be read again and
    again, which takes the square of its length."""

    def __init__(self, text: str) -> None:
        self.parts = [text]
        self.length = len(text)
        self.head, self.tail = text[:_END], text[-_END:]
        self.stopped = "。" in text

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.head, self.tail = (self.head + text)[:_END], (self.tail + text)[-_END:]
        self.stopped = self.stopped or "。" in text


def _takes(before: _Line, figure: str) -> bool:
    """Whether a figure belongs to the line before it."""
    if _OPEN.search(before.tail):
        return True
    if before.tail[-1] in _STOPS:
        return before.length > _A_SENTENCE and not _YEAR.match(figure)
    return (before.length > _A_SENTENCE and not starts_with_mark(before.head.lstrip())) or before.stopped


def _goes_on(before: _Line, text: str) -> bool:
    return before.tail[-1] not in _STOPS and not starts_with_mark(text)
