"""Words with their places on pages → paragraphs: running heads and page numbers out, columns in order, cut lines joined."""

from __future__ import annotations

import itertools
import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

_ENDS = tuple("。！？：；”）…")
_PAGE_NUMBER = re.compile(r"^[\s—\-–·第/]*\d{1,4}[\s—\-–·页/]*(?:共?\s*\d{1,4}\s*页?)?$")
_SHORT_OF_MARGIN = 3.2  # characters that punctuation, a figure or a word may leave free at the end of a full line
_INDENT = 0.9  # characters: what stands further in begins a paragraph
_APART = 1.35  # of the usual distance of lines: what stands further below begins a paragraph


@dataclass(frozen=True)
class Word:
    """Some characters of one line; points from the left and the top of the page."""

    text: str
    left: float
    right: float
    top: float
    bottom: float


@dataclass(frozen=True)
class _Row:
    text: str
    left: float
    right: float
    bottom: float
    height: float
    column: int  # 0 across the page, else counted from the left


def paragraphs_of(pages: Sequence[Sequence[Word]], width: float) -> list[str]:
    """Paragraphs in reading order. ``width`` is that of a page."""
    rows: list[_Row] = []
    for words in _without_running_heads(pages):
        rows += _in_reading_order(words, width)
    return _joined(rows)


def _without_running_heads(pages: Sequence[Sequence[Word]]) -> list[list[Word]]:
    """Drop page numbers, and what stands among the first or last two lines of more than half of the pages."""
    lined = [_lines(words) for words in pages]
    edges = Counter(shape for lines in lined for shape in {_shape(line) for line in [*lines[:2], *lines[-2:]]})
    often = {shape for shape, count in edges.items() if count >= 2 and count > 0.5 * len(pages)}
    kept = []
    for lines in lined:
        edge = [*lines[:2], *lines[-2:]]
        dropped = [line for line in edge if _PAGE_NUMBER.match(_text(line)) or _shape(line) in often]
        kept.append([word for line in lines if line not in dropped for word in line])
    return kept


def _lines(words: Sequence[Word]) -> list[list[Word]]:
    """Words of one height, from the left; lines from the top."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda one: (one.bottom, one.left)):
        if lines and abs(lines[-1][-1].bottom - word.bottom) < 5:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [sorted(line, key=lambda one: one.left) for line in lines]


def _text(line: Sequence[Word]) -> str:
    return "".join(word.text for word in line).strip()


def _shape(line: Sequence[Word]) -> str:
    return re.sub(r"\d+", "0", _text(line))


def _in_reading_order(words: list[Word], width: float) -> list[_Row]:
    """Columns one after the other; a line across them, such as a headline, stands between what is above and below it."""
    gutter = _gutter(words, 0, width)
    if gutter is None:
        return [_row(line, 1) for line in _lines(words)]
    edges = [0.0, gutter, width]
    for side, (begin, end) in enumerate(((0.0, gutter), (gutter, width))):
        inner = _gutter([word for word in words if begin <= word.left and word.right <= end], begin, end)
        if inner is not None:
            edges.insert(side + 1 if side == 0 else len(edges) - 1, inner)
    columns = list(enumerate(itertools.pairwise(edges), 1))
    across = [word for word in words if not any(a <= word.left and word.right <= b for _, (a, b) in columns)]
    rows: list[_Row] = []
    top = 0.0
    for line in [*_lines(across), []]:
        bottom = min((word.top for word in line), default=float("inf"))
        for number, (begin, end) in columns:
            held = [one for one in words if begin <= one.left and one.right <= end and top <= one.bottom - 1 < bottom]
            rows += [_row(inside, number) for inside in _lines(held)]
        if line:
            rows.append(_row(line, 0))
            top = max(word.bottom for word in line) - 1
    return rows


def _gutter(words: list[Word], begin: float, end: float) -> float | None:
    """Where a strip without words runs down between two columns that each hold a fair share of the words."""
    if len(words) < 12:
        return None
    best: tuple[float, float] | None = None  # width of the strip and its middle
    free: list[float] = []
    span = end - begin
    for step in range(15, 86):
        x = begin + span * step / 100
        crossing = sum(word.left < x < word.right for word in words)
        before = sum(word.right <= x for word in words)
        fair = 0.2 * len(words) <= before <= 0.8 * len(words)
        if crossing <= 0.06 * len(words) and fair:
            free.append(x)
            if best is None or len(free) > best[0]:
                best = (len(free), (free[0] + free[-1]) / 2)
        else:
            free = []
    return best[1] if best else None


def _row(line: Sequence[Word], column: int) -> _Row:
    return _Row(
        "".join(word.text for word in line),
        min(word.left for word in line),
        max(word.right for word in line),
        max(word.bottom for word in line),
        statistics.median(word.bottom - word.top for word in line),
        column,
    )


def _joined(rows: list[_Row]) -> list[str]:
    """A line that reaches the right margin of its column goes on in the next unless that begins a paragraph."""
    margins = {
        column: _margins([row for row in rows if row.column == column]) for column in {row.column for row in rows}
    }
    paragraphs: list[str] = []
    full, before = False, None
    for row in rows:
        left, right, pitch = margins[row.column]
        apart = before is not None and before.column == row.column and row.bottom - before.bottom > _APART * pitch
        begins = row.left > left + _INDENT * row.height or row.text.startswith("　") or apart
        if paragraphs and full and not begins:
            paragraphs[-1] += row.text.strip()
        else:
            paragraphs.append(row.text.strip())
        full = row.right > right - _SHORT_OF_MARGIN * row.height
        if not full and not row.text.rstrip().endswith(_ENDS) and len(row.text) > 60:
            full = True
        before = row
    return paragraphs


def _margins(rows: list[_Row]) -> tuple[float, float, float]:
    """Left edge, right edge and distance of lines that most of a column's rows have."""
    lefts = Counter(round(row.left) for row in rows)
    left = min(at for at, count in lefts.items() if count >= 0.05 * len(rows))
    right = sorted(row.right for row in rows)[int(0.8 * (len(rows) - 1))]
    steps = [b.bottom - a.bottom for a, b in itertools.pairwise(rows) if b.bottom > a.bottom]
    return left, right, statistics.median(steps) if steps else float("inf")
