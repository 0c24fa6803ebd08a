"""Texts in which a converter set every run of figures on a line of its own → lines that hold their figures again."""

from __future__ import annotations

import re

from briefing.parse.marks import starts_with_mark

_FIGURE = re.compile(r"^[\dA-Za-z][\dA-Za-z.]*[%％‰]?[，。；、]?$")
_FEWEST, _SHARE = 8, 0.15  # lines that show it; page numbers and counts of clicks are fewer
_STOPS = "。！？"
_OPEN = re.compile(r"[，、；：“（(—─－-]$|\d[年月]$")  # here a line cannot end
_A_SENTENCE = 15  # characters behind which a line that has no stop goes on; a heading is shorter
_YEAR = re.compile(r"^(?:19|20)\d\d$")


def gathered(lines: list[str]) -> list[str]:
    """The lines with their figures between the words they were cut from; as they are when no such cutting shows.

    ``17`` and ``个贫困村顺利出列，`` are one: as lines of their own the figures would be taken for page numbers, and lost.
    """
    held = [line for line in lines if line.strip()]
    figures = sum(bool(_FIGURE.match(line.strip())) for line in held)
    if figures < _FEWEST or figures < _SHARE * len(held):
        return lines
    whole: list[str] = []
    after_figure = False
    for line in lines:
        text = line.strip()
        if not text:
            continue
        figure = bool(_FIGURE.match(text))
        joins = bool(whole) and (_takes(whole[-1], text) if figure else after_figure and _goes_on(whole[-1], text))
        if joins:
            whole[-1] += text
        else:
            whole.append(line.rstrip())
        after_figure = figure
    return whole


def _takes(before: str, figure: str) -> bool:
    """Whether a figure belongs to the line before it."""
    if _OPEN.search(before):
        return True
    if before[-1] in _STOPS:
        return len(before) > _A_SENTENCE and not _YEAR.match(figure)
    return (len(before) > _A_SENTENCE and not starts_with_mark(before.lstrip())) or before.count("。") > 0


def _goes_on(before: str, text: str) -> bool:
    return before[-1] not in _STOPS and not starts_with_mark(text)
