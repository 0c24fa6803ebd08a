"""The default summary with native charts in place of its pictures, as an office would make it: copy a chart out of the deck, paste it
into Word, name it. ``kind`` chooses which of two drawn charts is shown; a single number stays a picture.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from pathlib import Path

from docx.oxml import parse_xml
from docx.oxml.ns import qn
from lxml import etree

from office_packages import files
from template_drafts import INLINE

_CHART_TYPE = "application/vnd.openxmlformats-officedocument.drawingml.chart+xml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def with_native_charts(summary: Path, deck: Path) -> bytes:
    """The summary template as .docx bytes."""
    document, slides = files(summary.read_bytes()), files(deck.read_bytes())
    bars, share = (_chart_with(slides, kind) for kind in ("barDir", 'max val="100'))
    for number, name in enumerate((bars, share), 1):
        book = _book_of(slides, name)
        document[f"word/charts/chart{number}.xml"] = slides[name]
        document[f"word/embeddings/book{number}.xlsx"] = slides[book]
        rels = slides[f"ppt/charts/_rels/{posixpath.basename(name)}.rels"].decode()
        document[f"word/charts/_rels/chart{number}.xml.rels"] = rels.replace(
            posixpath.basename(book), f"book{number}.xlsx"
        ).encode()
    _say_parts(document)
    document["word/document.xml"] = _with_charts(document["word/document.xml"])
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, blob in document.items():
            archive.writestr(name, blob)
    return buffer.getvalue()


def _chart_with(slides: dict[str, bytes], mark: str) -> str:
    """A chart of the deck; bars are not shares."""
    found = [
        name
        for name in sorted(slides)
        if re.fullmatch(r"ppt/charts/chart\d+\.xml", name) and mark.encode() in slides[name]
    ]
    if mark == "barDir":
        found = [name for name in found if b'max val="100' not in slides[name]]
    return found[0]


def _book_of(slides: dict[str, bytes], name: str) -> str:
    target = re.search(r'Target="([^"]*\.xlsx)"', slides[f"ppt/charts/_rels/{posixpath.basename(name)}.rels"].decode())
    assert target is not None
    return posixpath.normpath(posixpath.join("ppt/charts", target[1]))


def _say_parts(document: dict[str, bytes]) -> None:
    types = "".join(f'<Override PartName="/word/charts/chart{n}.xml" ContentType="{_CHART_TYPE}"/>' for n in (1, 2))
    books = (
        '<Default Extension="xlsx" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"/>'
    )
    document["[Content_Types].xml"] = (
        document["[Content_Types].xml"]
        .replace(b"<Default", books.encode() + b"<Default", 1)
        .replace(b"</Types>", types.encode() + b"</Types>")
    )
    relations = "".join(
        f'<Relationship Id="rId9{n}" Type="{_RELATED}/chart" Target="charts/chart{n}.xml"/>' for n in (1, 2)
    )
    name = "word/_rels/document.xml.rels"
    document[name] = document[name].replace(b"</Relationships>", relations.encode() + b"</Relationships>")


def _with_charts(blob: bytes) -> bytes:
    root = etree.fromstring(blob)
    for picture in [one for one in root.iter(qn("w:p")) if "{{ chart.picture }}" in "".join(one.itertext())]:
        _offer_charts(picture)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _offer_charts(picture: etree._Element) -> None:
    for text, number in (('{%p if chart.kind == "share" %}', 2), ('{%p elif chart.kind != "number" %}', 1)):
        picture.addprevious(_paragraph(text))
        drawing = parse_xml(INLINE.format(id=90 + number, name="chart:{{ chart.name }}", alt="", rel=f"rId9{number}"))
        holder = _paragraph("")
        holder.insert(0, etree.fromstring(etree.tostring(picture.find(qn("w:pPr")))))
        holder[-1].append(etree.fromstring(etree.tostring(drawing)))
        picture.addprevious(holder)
    picture.addprevious(_paragraph("{%p else %}"))
    picture.addnext(_paragraph("{%p endif %}"))


def _paragraph(text: str) -> etree._Element:
    paragraph = etree.Element(qn("w:p"))
    run = etree.SubElement(paragraph, qn("w:r"))
    if text:
        etree.SubElement(run, qn("w:t")).text = text
    return paragraph
