"""Where a table of a filled summary may break over pages: small ones never, others not beside their last rows."""

from __future__ import annotations

from lxml import etree

from briefing.assemble.widths import set_ems

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
# Lines that stay together at its end, of two rows or more. Its first rows are free: with the header repeated and the first row kept
# with the second, LibreOffice printed two rows at a page's foot and lost the seven that followed (高唐县-2025, fourth area).
_LAST = 3
_LAST_WITH_SOURCES = (
    8  # of the table that ends the paper: the sources go overleaf with something to read, not by themselves
)
_FREE = 2  # rows at the head of a longer table
_SMALL_ROWS, _SMALL_LINES = 5, 8  # a table up to this stays whole: about a quarter of a page
_CLOSING = 2  # paragraphs, a remark and the sources or their heading and they, that may end the paper below a table
_EMS = 200  # twips of a character, about, so that lines can be counted; the true size stands in a style
_REMARK = "注："


def keep_rows(story: etree._Element) -> None:
    """Keep rows with the next by their paragraphs' "keep with next", which Word, WPS and LibreOffice heed in tables.

    ``story``: the root of a filled body, header, footer or note. A remark (注：…) stays with the table above it, and with the
    sources where they alone follow. Sources that end the paper take the last rows along: the last page had two lines.
    """
    _keep_last_remark(story)
    for table in story.iter(_w("tbl")):
        rows = [row for row in table.iterchildren(_w("tr")) if row.find(f"{_w('trPr')}/{_w('tblHeader')}") is None]
        lines = [_lines(row) for row in rows]
        small = len(rows) <= _SMALL_ROWS and sum(lines) <= _SMALL_LINES
        last = _LAST_WITH_SOURCES if _ends_the_paper(table) else _LAST
        for number, row in enumerate(rows, 1):
            left = sum(lines[number:])
            if not left and not (_has_remark(table) or _ends_the_paper(table)):
                continue
            if small or (left < last and (last == _LAST or number > _FREE)) or number >= len(rows) - 1:
                for paragraph in row.iter(_w("p")):
                    _keep_next(paragraph)


def _keep_last_remark(story: etree._Element) -> None:
    for body in story.iter(_w("body")):
        last = [one for one in body if one.tag != _w("sectPr")][-_CLOSING - 1 :]
        for at, one in enumerate(last[:-1]):
            right_before = at == len(last) - 2 and one.tag == _w("p")  # what is to be checked
            if (right_before or _is_remark(one)) and all(each.tag == _w("p") for each in last[at:]):
                _keep_next(one)


def _has_remark(table: etree._Element) -> bool:
    following = table.getnext()
    return following is not None and following.tag == _w("p") and _is_remark(following)


def _ends_the_paper(table: etree._Element) -> bool:
    """Whether but a heading and a paragraph follow."""
    after = [one for one in table.itersiblings() if one.tag != _w("sectPr")]
    return 0 < len(after) <= _CLOSING and all(one.tag == _w("p") for one in after)


def _is_remark(paragraph: etree._Element) -> bool:
    return paragraph.tag == _w("p") and "".join(node.text or "" for node in paragraph.iter(_w("t"))).startswith(_REMARK)


def _lines(row: etree._Element) -> int:
    """How many lines the row takes, by the widths of its cells."""
    return max((_lines_of(cell) for cell in row.iterchildren(_w("tc"))), default=1)


def _lines_of(cell: etree._Element) -> int:
    width = cell.find(f"{_w('tcPr')}/{_w('tcW')}")
    ems = max(1.0, float("0" if width is None else width.get(_w("w"), "0")) / _EMS - 1)
    texts = ["".join(node.text or "" for node in one.iter(_w("t"))) for one in cell.iter(_w("p"))]
    return sum(max(1, -int(-set_ems(text) // ems)) for text in texts)


def _keep_next(paragraph: etree._Element) -> None:
    properties = paragraph.find(_w("pPr"))
    if properties is None:
        properties = etree.Element(_w("pPr"))
        paragraph.insert(0, properties)
    if properties.find(_w("keepNext")) is None:
        style = properties.find(_w("pStyle"))  # keepNext comes right behind it (ECMA-376, 17.3.1.26)
        properties.insert(0 if style is None else 1, etree.Element(_w("keepNext")))


def _w(name: str) -> str:
    return f"{{{_W}}}{name}"
