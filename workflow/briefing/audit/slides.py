"""The deck read back, slide by slide in the order they are shown: text, tables, charts, pictures, notes, alt texts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from briefing.audit.charts import chart_texts, read_chart
from briefing.audit.package import R_EMBED, R_ID, Package
from briefing.audit.reading import DECK, Chart, Document, Passage, Picture, Row, Slide, core_properties

_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_SHAPES = (f"{_P}sp", f"{_P}pic", f"{_P}graphicFrame", f"{_P}grpSp", f"{_P}cxnSp")
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PLACEHOLDER = f"./{_P}nvSpPr/{_P}nvPr/{_P}ph"
_PARAGRAPHS = f"{_P}txBody/{_A}p"
_CELL_PARAGRAPHS = f"{_A}txBody/{_A}p"
_SAID = (f"{_A}r", f"{_A}br", f"{_A}fld")
_TITLES = ("title", "ctrTitle")
_FURNITURE = ("sldNum", "dt", "ftr", "hdr", "sldImg")  # placeholders that may stand empty


def read_deck(package: Package) -> Document:
    document = Document(DECK, package, properties=core_properties(package))
    main = next(iter(package.related("", "officeDocument")), "")
    if main not in package.parts:
        return document
    ids = [one.get(R_ID, "") for one in package.tree(main).iter(f"{_P}sldId")]
    for number, one in enumerate(ids, 1):
        name = package.target(main, one)
        if name is None:
            document.slides.append(Slide(number, "", False, ()))
            continue
        _slide(document, name, number)
    return document


def _slide(document: Document, name: str, number: int) -> None:
    package = document.package
    tree = package.tree(name)
    shapes = tree.find(f"{_P}cSld/{_P}spTree")
    title, has_title, empty = "", False, []
    for at, shape in enumerate(_each(shapes), 1):
        placeholder = shape.find(_PLACEHOLDER)
        kind = placeholder.get("type", "obj") if placeholder is not None else ""
        lines = [_paragraph(one) for one in shape.iterfind(_PARAGRAPHS)]
        text = " ".join(lines).strip()
        if kind in _TITLES:
            title, has_title = text, True
        elif placeholder is not None and kind not in _FURNITURE and not text and shape.tag == f"{_P}sp":
            empty.append(_naming(shape).get("name", ""))
        _shape(document, name, number, at, shape, lines, "title" if kind in _TITLES else "text")
    document.slides.append(Slide(number, title, has_title, tuple(empty)))
    for notes in package.related(name, "notesSlide"):
        if notes in package.parts:
            _notes(document, notes, number)
    document.languages += [(f"第{number}页", run.get("lang", "")) for run in tree.iter(f"{_A}rPr")]


def _each(holder: etree._Element | None) -> Iterator[etree._Element]:
    """Shapes in reading order, groups opened after themselves (a group carries alt text too)."""
    for child in holder if holder is not None else ():
        if child.tag == _FALLBACK:
            continue
        if child.tag in _SHAPES:
            yield child
        if child.tag not in _SHAPES or child.tag == f"{_P}grpSp":
            yield from _each(child)


def _shape(
    document: Document, name: str, slide: int, at: int, shape: etree._Element, lines: list[str], kind: str
) -> None:
    package = document.package
    naming, parent = _naming(shape), shape.getparent()
    called, alt = naming.get("name") or f"形状{at}", naming.get("descr", "")
    place = f"第{slide}页 {called}"
    group = f"{slide}/{(_naming(parent) if parent.tag == f'{_P}grpSp' else naming).get('id', '')}"
    if alt:
        document.passages.append(Passage(f"{place} 替代文字", "alt", alt, slide, group))
    for line, text in enumerate(lines, 1):
        if text.strip():
            where = place if kind == "title" else f"{place} 第{line}段"
            document.passages.append(Passage(where, kind, text, slide, group))
    if shape.tag == f"{_P}pic":
        blip = shape.find(f".//{_A}blip")
        target = package.target(name, blip.get(R_EMBED, "")) if blip is not None else None
        document.pictures.append(Picture(place, alt, package.parts.get(target or ""), slide))
    for table in shape.iterfind(f".//{_A}tbl") if shape.tag == f"{_P}graphicFrame" else ():
        _table(document, table, place, slide)
    for chart in shape.iterfind(f".//{_C}chart") if shape.tag == f"{_P}graphicFrame" else ():
        part = package.target(name, chart.get(R_ID, "")) or ""
        read = read_chart(package, part, place, called, alt, slide)
        document.charts.append(read or Chart(place, called, "", alt, (), None, slide))
        document.passages += [Passage(place, "chart", text, slide, group) for text in chart_texts(package, part)]


def _table(document: Document, table: etree._Element, place: str, slide: int) -> None:
    header: tuple[str, ...] = ()
    for number, row in enumerate(table.iterfind(f"{_A}tr"), 1):
        cells = []
        for at, cell in enumerate(row.iterfind(f"{_A}tc"), 1):
            texts = [_paragraph(one) for one in cell.iterfind(_CELL_PARAGRAPHS)]
            cells.append("".join(texts))
            where = f"{place} 第{number}行第{at}列"
            document.passages += [Passage(where, "table", text, slide, where) for text in texts if text.strip()]
        if number == 1:
            header = tuple(cells)
        else:
            document.rows.append(Row(f"{place} 第{number}行", header, tuple(cells), slide))


def _notes(document: Document, name: str, slide: int) -> None:
    for shape in _each(document.package.tree(name).find(f"{_P}cSld/{_P}spTree")):
        placeholder = shape.find(_PLACEHOLDER)
        if placeholder is not None and placeholder.get("type") in _FURNITURE:
            continue
        for line, paragraph in enumerate(shape.iterfind(_PARAGRAPHS), 1):
            text = _paragraph(paragraph)
            if text.strip():
                document.passages.append(
                    Passage(f"第{slide}页 备注 第{line}段", "notes", text, slide, f"{slide}/notes")
                )


def _paragraph(paragraph: etree._Element) -> str:
    """Its text without fields that count slides or tell the date."""
    parts = []
    for node in paragraph.iterchildren(*_SAID):
        if node.tag == f"{_A}br":
            parts.append(" ")
        elif node.tag == f"{_A}r" or not node.get("type", "").startswith(("slidenum", "datetime")):
            text = next(node.iterchildren(f"{_A}t"), None)
            parts.append("" if text is None else text.text or "")
    return "".join(parts)


def _naming(shape: etree._Element) -> Mapping[str, str]:
    """The attributes with its name, number and alternative text."""
    found = shape.find(f"./*/{_P}cNvPr")
    return found.attrib if found is not None else {}
