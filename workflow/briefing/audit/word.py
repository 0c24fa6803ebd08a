"""The Word summary read back: paragraphs, tables, headers and footers, pictures, charts, languages."""

from __future__ import annotations

from lxml import etree

from briefing.audit.charts import read_chart
from briefing.audit.package import R_EMBED, R_ID, Package
from briefing.audit.reading import SUMMARY, Chart, Document, Passage, Picture, Row, core_properties

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
# What is not printed as it stands, and what of a paragraph says something.
_UNPRINTED = (_FALLBACK, f"{W}fldSimple", f"{W}del")
_TOLD = (f"{W}fldChar", f"{W}t", f"{W}tab", f"{W}br")
_STORIES = {"header": "页眉", "footer": "页脚", "footnotes": "脚注", "endnotes": "尾注", "comments": "批注"}


def read_summary(package: Package) -> Document:
    """Everything in it that a reader, a screen reader or a search may meet, in order, with places in Chinese."""
    document = Document(SUMMARY, package, properties=core_properties(package))
    main = next(iter(package.related("", "officeDocument")), "")
    if main not in package.parts:
        return document
    body = package.tree(main).find(f"{W}body")
    if body is not None:
        _story(document, body, "")
    for kind, called in _STORIES.items():
        for number, name in enumerate(package.related(main, kind), 1):
            if name in package.parts:
                _story(document, package.tree(name), f"{called}{number} ")
    names = [main, *(name for kind in _STORIES for name in package.related(main, kind) if name in package.parts)]
    for name in names:
        _drawings(document, name)
    for name in package.related(main, "styles"):
        if name in package.parts:
            found = package.tree(name).find(f"{W}docDefaults//{W}lang")
            document.languages.append(("默认样式", "" if found is None else found.get(f"{W}eastAsia", "")))
    return document


def _story(document: Document, root: etree._Element, called: str) -> None:
    paragraph, table = 0, 0
    for block in _blocks(root):
        if block.tag == f"{W}p":
            paragraph += 1
            text = _text(block)
            if text.strip():
                document.passages.append(
                    Passage(f"{called}第{paragraph}段" if called else f"正文第{paragraph}段", "text", text)
                )
        else:
            table += 1
            _table(document, block, f"{called}表{table}")


def _blocks(root: etree._Element) -> list[etree._Element]:
    """Paragraphs and tables at the top level, also inside content controls; what is in a table stays there."""
    found: list[etree._Element] = []
    for child in root:
        if child.tag in (f"{W}p", f"{W}tbl"):
            found.append(child)
        elif isinstance(child.tag, str) and child.tag != _FALLBACK:
            found += _blocks(child)
    return found


def _table(document: Document, table: etree._Element, called: str) -> None:
    header: tuple[str, ...] = ()
    for number, row in enumerate(table.iter(f"{W}tr"), 1):
        read = [[_text(one) for one in cell.iter(f"{W}p")] for cell in row.iterchildren(f"{W}tc")]
        cells = tuple(map("".join, read))
        for at, texts in enumerate(read, 1):
            place = f"{called}第{number}行第{at}列"
            document.passages += [Passage(place, "table", text, group=place) for text in texts if text.strip()]
        if number == 1:
            header = cells
        else:
            document.rows.append(Row(f"{called}第{number}行", header, cells))


def _text(paragraph: etree._Element) -> str:
    """What is printed, without the cached results of fields (page numbers), deletions and doubled fallbacks."""
    parts: list[str] = []
    in_field = 0
    if next(paragraph.iterancestors(*_UNPRINTED), None) is not None:
        return ""
    has_unprinted = next(paragraph.iter(*_UNPRINTED), None) is not None
    for node in paragraph.iter(*_TOLD):
        if has_unprinted and next(node.iterancestors(*_UNPRINTED), None) is not None:
            continue
        if node.tag == f"{W}fldChar":
            kind = node.get(f"{W}fldCharType")
            in_field += {"begin": 1, "end": -1}.get(kind or "", 0)
        elif node.tag == f"{W}t" and not in_field:
            parts.append(node.text or "")
        elif node.tag in (f"{W}tab", f"{W}br") and node.getparent().tag == f"{W}r":
            parts.append(" ")
    return "".join(parts)


def _drawings(document: Document, name: str) -> None:
    package = document.package
    called = "" if name.endswith("document.xml") else f"{name} "
    for number, drawing in enumerate(package.tree(name).iter(f"{W}drawing"), 1):
        properties = drawing.find(f".//{_WP}docPr")
        alt = properties.get("descr", "") if properties is not None else ""
        place = f"{called}图片{number}"
        document.passages.append(Passage(f"{place}替代文字", "alt", alt))
        for blip in drawing.iter(f"{_A}blip"):
            target = package.target(name, blip.get(R_EMBED, ""))
            document.pictures.append(Picture(place, alt, package.parts.get(target or "")))
        for found in drawing.iter(f"{_C}chart"):
            target = package.target(name, found.get(R_ID, ""))
            read = read_chart(package, target or "", place, "", alt, 0)
            document.charts.append(read or Chart(place, "", "", alt, (), None))
