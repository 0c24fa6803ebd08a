"""How high the rows of a table are once programs have broken their texts: what is drawn, or more when the text needs it."""

from __future__ import annotations

from lxml import etree

from slide_templates.line_rules import LineRules
from slide_templates.paragraphs import END_TAG, P_TAG, PPR_TAG, RPR_TAG, A, text_of
from slide_templates.shapes import TBL

_ROW, _CELL, _CELL_LOOK, _CELL_BODY = (f"{{{A}}}{name}" for name in ("tr", "tc", "tcPr", "txBody"))
_SPACING = _LINES, *_AROUND = [f"{{{A}}}{name}" for name in ("lnSpc", "spcBef", "spcAft")]
_NO_LOOK: dict[str, str] = {}
_MARGINS = (("marL", 91440), ("marR", 91440), ("marT", 45720), ("marB", 45720))  # of a cell that names none
_POINT = 12700
_DEFAULT_SIZE = 1800
_LEADING = 1.33  # a line of 微软雅黑, the usual font of decks, is this high
_HIGHEST = 1.45  # of open fonts that stand in for it


def row_heights(frame: etree._Element, rules: LineRules) -> list[int]:
    """The height of each row of the table in ``frame`` in EMU."""
    table = next(frame.iter(TBL))
    widths = [int(column.get("w", "0")) for column in table.iterfind(f"{{{A}}}tblGrid/{{{A}}}gridCol")]
    heights = []
    for row in table.iterchildren(_ROW):
        needed = [
            _cell_height(cell, sum(widths[number : number + int(cell.get("gridSpan", "1"))]), rules)
            for number, cell in enumerate(row.iterchildren(_CELL))
        ]
        heights.append(max([int(row.get("h", "0")), *needed]))
    return heights


def _cell_height(cell: etree._Element, width: int, rules: LineRules) -> int:
    if cell.get("hMerge") or cell.get("vMerge") or int(cell.get("rowSpan", "1")) > 1:
        return 0
    look = next(cell.iterchildren(_CELL_LOOK), _NO_LOOK)
    left, right, top, bottom = [int(look.get(name, default)) for name, default in _MARGINS]
    room = max(width - left - right, _POINT)
    paragraphs = [one for body in cell.iterchildren(_CELL_BODY) for one in body.iterchildren(P_TAG)]
    lines = sum([_paragraph_height(one, room, rules) for one in paragraphs])
    return lines + top + bottom


def _paragraph_height(element: etree._Element, room: int, rules: LineRules) -> int:
    looks = list(element.iter(RPR_TAG))
    sizes = [int(look.get("sz")) for look in looks if look.get("sz")]
    size = max(sizes or [int(next(element.iterchildren(END_TAG), _NO_LOOK).get("sz", _DEFAULT_SIZE))])
    bold = any(look.get("b") == "1" for look in looks)
    text = text_of(element)
    lines = sum([rules.lines(line, size, room, bold=bold) for line in text.split("\n")])
    look = next(element.iterchildren(PPR_TAG), ())
    spacing = {child.tag: child for child in look if child.tag in _SPACING}
    height = round(lines * _line_height(spacing.get(_LINES), size))
    if not text:  # LibreOffice gives an empty line the height of its font, whatever the spacing
        height = max(height, round(size / 100 * _POINT * _HIGHEST))
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
