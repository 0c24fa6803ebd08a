"""Tables that are longer than their slide: how many rows fit, and which rows go on which slide."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from slide_templates.even_parts import even_parts
from slide_templates.geometry import box_of
from slide_templates.line_rules import LineRules
from slide_templates.package import Part
from slide_templates.paragraphs import A
from slide_templates.row_heights import row_heights
from slide_templates.shapes import TBL, P, child_shapes

_MARGIN = 457200  # half an inch is kept free at the bottom of a slide
_CLEAR = 91440  # and a tenth above the next shape


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
    return [[*header, *range(heads + start, heads + end)] for start, end in even_parts(heights[heads:], free)]


def keep_part(
    frame: etree._Element,
    chunks: Sequence[Sequence[int]],
    number: int,
    heights: Sequence[int] | None,
    rules: LineRules,
) -> None:
    """Leave only part ``number`` (from 1) of the table, and write the rows' estimated heights so that overlaps can be
    seen without Office.

    A table of one part stands whole on every slide; one that ended on an earlier slide goes. ``heights`` are those of all its
    rows where they are known; a table that was filled again is measured again.
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
        heights = heights and [heights[row_number] for row_number in sorted(kept)]
    if heights is None:
        heights = row_heights(frame, rules)
    for row, height in zip(table.iterchildren(f"{{{A}}}tr"), heights, strict=True):
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
