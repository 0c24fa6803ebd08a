"""Pairs that bear nearly one name but count different things, listed with both wordings."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate

from briefing.assemble.lines import cell_lines
from briefing.assemble.story.both_wordings import alike_rows
from briefing.assemble.story.pages import continued, split_rows
from briefing.assemble.story.wording import (
    NOT_COMPARABLE,
    alike_periods,
    counted,
    paragraphs_of,
    sentences,
    source_line,
)
from briefing.model import Brief, Pair, Slide

HEADING = "口径提示"
# Where 总览, whose marked rows stand on other slides than this table, says that both wordings are; see ``word_context`` for its paper.
ON_ITS_SLIDE = f"见“{HEADING}”页"
# Ems of the columns at 14 points, and lines that a slide holds beside the header; the same at 16, where each further line of a row adds
# less to it: 30 points, 20 each.
_COLUMNS, _LINES = (8.6, 15.8, 15.8, 17.4), 12.6
_LARGE_COLUMNS, _LARGE_LINES, _LARGE_FURTHER = tuple(one * 14 / 16 for one in _COLUMNS), 9.4, 0.68


def look_alikes(brief: Brief) -> list[Slide]:
    """One table of the pairs that bear one name but count different things, both wordings beside each other; where one slide does not
    hold all, as many as do."""
    pairs = [pair for pair in brief.pairs if pair.status == "look_alike"]
    rows = alike_rows(brief)
    if not rows:
        return []
    names = list(dict.fromkeys(pair.indicator for pair in pairs))
    title = f"{'、'.join(names)}：" if len(names) <= 2 else ""
    title += f"{counted(len(rows))}组指标名称相近，{NOT_COMPARABLE}" if len(rows) > 1 else f"名称相近，{NOT_COMPARABLE}"
    slide = Slide("pairs", title, HEADING, note=NOT_COMPARABLE, period=alike_periods(brief))
    large, small = large_alike(rows), split_rows([_set(row, _COLUMNS) for row in rows], _COLUMNS, _LINES)
    many = [len(part) for part in (large if len(large) <= len(small) else small)]
    parts = [rows[end - size : end] for size, end in zip(many, accumulate(many), strict=True)]
    slides = []
    for number, part in enumerate(parts, 1):
        figures = [one for pair in pairs if _in_any(pair, part) for one in (pair.result, pair.target)]
        slides.append(
            replace(
                slide,
                title=continued(title, number),
                rows=part,
                source=source_line(brief, paragraphs_of(figures)),
                notes=sentences(figures),
                page=number,
                pages=len(parts),
            )
        )
    return slides


def large_alike(rows: Sequence[tuple[str, ...]]) -> list[list[tuple[str, ...]]]:
    """``rows`` of such a table, slide by slide, in the larger of its two sizes."""
    return split_rows([_set(row, _LARGE_COLUMNS) for row in rows], _LARGE_COLUMNS, _LARGE_LINES, _LARGE_FURTHER)


def _set(row: tuple[str, ...], columns: Sequence[float]) -> tuple[str, ...]:
    """``row`` as it is drawn: names break by meaning, which may take a line more."""
    name, *cells = row
    return (cell_lines(name, columns[0]), *cells)


def _in_any(pair: Pair, rows: Sequence[tuple[str, ...]]) -> bool:
    return any(
        pair.indicator in names and pair.result.display in last and pair.target.display in this
        for names, last, this, _ in rows
    )
