"""Tables that are longer than their slide: how many rows fit, and which rows go on which slide."""

from __future__ import annotations

import math
import operator
import unicodedata
from collections.abc import Sequence

from lxml import etree

from slide_templates.geometry import box_of
from slide_templates.package import Part
from slide_templates.paragraphs import END_TAG, P_TAG, PPR_TAG, R_TAG, RPR_TAG, A, text_of
from slide_templates.shapes import TBL, P, child_shapes

_ROW, _CELL, _CELL_LOOK, _CELL_BODY = (f"{{{A}}}{name}" for name in ("tr", "tc", "tcPr", "txBody"))
_SPACING = _LINES, *_AROUND = [f"{{{A}}}{name}" for name in ("lnSpc", "spcBef", "spcAft")]
_MARGIN = 457200  # half an inch is kept free at the bottom of a slide
_CLEAR = 45720  # and this much above the next shape
_POINT = 12700
_DEFAULT_SIZE = 1800
_SLACK = 1.03  # a line ends where it may, not where it is full
_SEAM = 0.2  # ems between digits and Chinese characters
_LEADING = 1.33  # a line of 微软雅黑, the usual font of decks, is this high; others are lower


def chunks_of_rows(
    frame: etree._Element, heights: Sequence[int], heads: int, tree: etree._Element, slide: Part, slide_height: int
) -> list[list[int]]:
    """Row numbers (from 0) of each part of the table; one part when everything fits. The first ``heads`` rows lead
    every part. ``heights`` are the table's ``row_heights``.
    """
    room = _room_below(frame, tree, slide, slide_height)
    if sum(heights) <= room:
        return [list(range(len(heights)))]
    header = list(range(heads))
    free = room - sum(heights[:heads])
    rows = list(range(heads, len(heights)))
    chunks = _filled(rows, heights, free)
    # As many slides as needed, evenly filled: no last slide with a single row.
    while True:
        free -= max(1, free // 40)
        fewer = _filled(rows, heights, free)
        if len(fewer) > len(chunks) or free < max(heights[row] for row in rows):
            break
        if len(fewer[-1]) > len(fewer[0]):
            break
        chunks = fewer
    return [header + chunk for chunk in chunks]


def _filled(rows: Sequence[int], heights: Sequence[int], free: int) -> list[list[int]]:
    chunks: list[list[int]] = []
    used = 0
    for row in rows:
        if not chunks or used + heights[row] > free:
            chunks.append([])
            used = 0
        chunks[-1].append(row)
        used += heights[row]
    return chunks


def keep_part(
    frame: etree._Element, chunks: Sequence[Sequence[int]], number: int, heights: Sequence[int] | None
) -> None:
    """Leave only part ``number`` (from 1) of the table, and write the rows' estimated heights so that overlaps can be
    seen without Office.

    A table of one part stands whole on every slide; one that ended on an earlier slide goes. ``heights`` are those of all its
    rows where they are known, that is of a table that was not filled again.
    """
    table = next(frame.iter(TBL))
    if len(chunks) > 1:
        if number > len(chunks):
            frame.getparent().remove(frame)
            return
        kept = set(chunks[number - 1])
        for row_number, row in enumerate(table.findall(f"{{{A}}}tr")):
            if row_number not in kept:
                table.remove(row)
    if heights is None:
        heights = row_heights(frame)
    for row, height in zip(table.iterchildren(_ROW), heights, strict=True):
        row.set("h", str(height))
    frame.find(f"{{{P}}}xfrm/{{{A}}}ext").set("cy", str(sum(heights)))


def _room_below(frame: etree._Element, tree: etree._Element, slide: Part, slide_height: int) -> int:
    left, top, width, height = box_of(frame, slide) or (0, 0, 0, 0)
    limit = slide_height - _MARGIN
    for shape in child_shapes(tree):
        box = None if shape is frame else box_of(shape, slide)
        if (
            box is not None
            and box[1] >= top + height // 2
            and box[1] > top
            and box[0] < left + width
            and left < box[0] + box[2]
        ):
            limit = min(limit, box[1] - _CLEAR)
    return limit - top


def row_heights(frame: etree._Element) -> list[int]:
    """The height of each row of its table in EMU: what is drawn, or more when the text needs more lines."""
    table = next(frame.iter(TBL))
    widths = [int(column.get("w", "0")) for column in table.iterfind(f"{{{A}}}tblGrid/{{{A}}}gridCol")]
    heights = []
    for row in table.iterchildren(_ROW):
        needed = [
            _cell_height(cell, sum(widths[number : number + int(cell.get("gridSpan", "1"))]))
            for number, cell in enumerate(row.iterchildren(_CELL))
        ]
        heights.append(max([int(row.get("h", "0")), *needed]))
    return heights


def _cell_height(cell: etree._Element, width: int) -> int:
    look = next(cell.iterchildren(_CELL_LOOK), None)

    def margin(name: str, default: int) -> int:
        return default if look is None else int(look.get(name, default))

    if cell.get("hMerge") or cell.get("vMerge") or int(cell.get("rowSpan", "1")) > 1:
        return 0
    room = max(width - margin("marL", 91440) - margin("marR", 91440), _POINT)
    lines = sum(
        [_paragraph_height(one, room) for body in cell.iterchildren(_CELL_BODY) for one in body.iterchildren(P_TAG)]
    )
    return lines + margin("marT", 45720) + margin("marB", 45720)


def _paragraph_height(element: etree._Element, room: int) -> int:
    sizes = [
        int(look.get("sz"))
        for run in element.iterchildren(R_TAG)
        for look in run.iterchildren(RPR_TAG)
        if look.get("sz")
    ]
    if not sizes:
        end = next(element.iterchildren(END_TAG), None)
        sizes = [_DEFAULT_SIZE if end is None else int(end.get("sz", _DEFAULT_SIZE))]
    size = max(sizes)
    lines = sum(
        [max(1, math.ceil(text_width(line, size) * _SLACK / room - 0.001)) for line in text_of(element).split("\n")]
    )
    look = next(element.iterchildren(PPR_TAG), None)
    spacing = {} if look is None else {child.tag: child for child in look.iterchildren(*_SPACING)}
    height = round(lines * _line_height(spacing.get(_LINES), size))
    return height + sum([_space(spacing.get(name), size) for name in _AROUND])


def _line_height(spacing: etree._Element | None, size: int) -> float:
    plain = size / 100 * _POINT * _LEADING
    if spacing is None or not len(spacing):
        return plain
    if spacing[0].tag.endswith("spcPts"):
        return int(spacing[0].get("val")) / 100 * _POINT
    return plain * int(spacing[0].get("val").rstrip("%")) / 100_000


def _space(spacing: etree._Element | None, size: int) -> int:
    if spacing is None or not len(spacing):
        return 0
    if spacing[0].tag.endswith("spcPts"):
        return round(int(spacing[0].get("val")) / 100 * _POINT)
    return round(size / 100 * _POINT * _LEADING * int(spacing[0].get("val").rstrip("%")) / 100_000)


def text_width(text: str, size: int) -> float:
    """The width of a line in EMU: wide characters are square, others up to two thirds in broad fonts; programs set a little
    space where the one kind meets the other."""
    wide = [unicodedata.east_asian_width(char) in "WFA" for char in text]
    squares = wide.count(True)
    seams: int = sum(map(operator.ne, wide, wide[1:]))
    return (squares + 0.64 * (len(wide) - squares) + _SEAM * seams) * size / 100 * _POINT
