"""A .docx → lines of text: body paragraphs, tables, content controls; tracked insertions in, deletions out."""

from __future__ import annotations

import io
import zipfile

from lxml import etree

from briefing.errors import BriefingError
from briefing.zip_limits import refuse_hostile

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_SKIPPED = {
    f"{_W}{tag}"
    for tag in (
        "del",
        "moveFrom",
        "footnoteReference",
        "endnoteReference",
        "commentReference",
        "instrText",
        "pPr",
        "rPr",
        "delText",
    )
}


def lines_of_document(data: bytes, name: str) -> list[str]:
    """One line a paragraph, in reading order. BriefingError when it is no readable .docx."""
    root = _body(data, name)
    lines: list[str] = []
    for paragraph in root.iter(f"{_W}p"):
        if any(parent.tag in (f"{_W}p", f"{_W}del", f"{_W}moveFrom") for parent in paragraph.iterancestors()):
            continue  # a text box inside a paragraph is read with it; a deleted one not at all
        lines.extend("".join(_texts(paragraph)).split("\n"))
    if not any(line.strip() for line in lines):
        raise BriefingError(
            f"{name}: the Word file holds no text (a scan?); recognise its text (OCR) and save that as .docx or .txt."
        )
    return lines


def _body(data: bytes, name: str) -> etree._Element:
    refuse_hostile(data, name, "Word file", "open it in Word or WPS and save it again as .docx")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            xml = package.read("word/document.xml")
    except KeyError as error:
        raise BriefingError(
            f"{name}: this is no Word file, it holds no text part; open it in Word or WPS and save it as .docx."
        ) from error
    if _STRICT in xml[:4096]:
        raise BriefingError(
            f"{name}: saved as “Strict Open XML”; in Word or WPS choose 另存为 → Word 文档 (*.docx) and run again."
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise BriefingError(
            f"{name}: the Word file is damaged ({error.msg}); open it in Word or WPS and save it again as .docx."
        ) from error
    return root


def _texts(element: etree._Element) -> list[str]:
    """Texts of a paragraph in order. A superscript run that is only a note mark stays: cleaning removes such marks."""
    texts: list[str] = []
    for child in element:
        if child.tag in _SKIPPED or not isinstance(child.tag, str):
            continue
        if child.tag == f"{_W}t":
            texts.append(child.text or "")
        elif child.tag in (f"{_W}br", f"{_W}cr"):
            texts.append("\n")
        elif child.tag in (f"{_W}tab", f"{_W}noBreakHyphen"):
            texts.append(" " if child.tag.endswith("tab") else "-")
        elif child.tag == f"{_W}p" and texts:
            texts.append("\n")
            texts.extend(_texts(child))
        elif child.tag.endswith("}Fallback"):
            continue  # the same text box once more, for old programs
        else:
            texts.extend(_texts(child))
    return texts
