"""A .docx → lines of text: body, tables, text boxes, content controls, automatic numbers; tracked insertions in, deletions out."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator

from lxml import etree

from briefing.errors import BriefingError
from briefing.parse.word_numbering import Numbering, W
from briefing.zip_limits import refuse_hostile

_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_OLD_OR_LOCKED = b"\xd0\xcf\x11\xe0"
_DELETED = (f"{W}del", f"{W}moveFrom")
_SKIPPED = {
    *_DELETED,
    *(
        f"{W}{tag}"
        for tag in "footnoteReference endnoteReference commentReference instrText pPr rPr sdtPr delText rt".split()
    ),
}
_BODY, _NUMBERING, _STYLES = "word/document.xml", "word/numbering.xml", "word/styles.xml"
_PARTS = (_BODY, _NUMBERING, _STYLES)
_CONTENTS = re.compile(r"^(?:toc|目录)\s*\d*$", re.IGNORECASE)


def lines_of_document(data: bytes, name: str) -> list[str]:
    """One line a paragraph, in reading order. BriefingError when it is no readable .docx."""
    root, numbering, contents = _opened(data, name)
    lines: list[str] = []
    open_end = False  # the mark that ends a paragraph may itself be a tracked deletion
    for paragraph in root.iter(f"{W}p"):
        if any(parent.tag == f"{W}p" or parent.tag in _DELETED for parent in paragraph.iterancestors()):
            continue  # a text box inside a paragraph is read with it; a deleted one not at all
        text = "".join(_texts(paragraph))
        label = numbering.label(paragraph)
        if _style(paragraph) in contents:
            continue
        if label and text.strip():
            text = (label.rstrip(".．") + "、" if text.lstrip()[:1].isdigit() else label) + text.lstrip()
        pieces = text.split("\n")
        if open_end and lines:
            lines[-1] += pieces.pop(0)
        lines.extend(pieces)
        open_end = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
    if not any(line.strip() for line in lines):
        raise BriefingError(
            f"{name}: the Word file holds no text (a scan?); recognise its text (OCR) and save that as .docx or .txt."
        )
    return lines


def _style(paragraph: etree._Element) -> str:
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if style is None else style.get(f"{W}val", "")


def _opened(data: bytes, name: str) -> tuple[etree._Element, Numbering, set[str]]:
    """The body, its automatic numbers, and the styles of a table of contents."""
    if data.startswith(_OLD_OR_LOCKED):
        raise BriefingError(
            f"{name}: this is an old .doc under a new name, or it is locked by a password; open it in Word or WPS and choose "
            "另存为 → Word 文档 (*.docx), without a password."
        )
    refuse_hostile(data, name, "Word file", "open it in Word or WPS and save it again as .docx")
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        parts = {part: package.read(part) for part in package.namelist() if part in _PARTS}
    if _BODY not in parts:
        raise BriefingError(
            f"{name}: this is no Word file, it holds no text part; open it in Word or WPS and save it as .docx."
        )
    if _STRICT in parts[_BODY][:4096]:
        raise BriefingError(
            f"{name}: saved as “Strict Open XML”; in Word or WPS choose 另存为 → Word 文档 (*.docx) and run again."
        )
    roots = {part: _parsed(xml, name) for part, xml in parts.items()}
    styles = roots.get(_STYLES)
    contents = {
        style.get(f"{W}styleId", "")
        for style in (styles.findall(f"{W}style") if styles is not None else [])
        if (title := style.find(f"{W}name")) is not None and _CONTENTS.match(title.get(f"{W}val", ""))
    }
    return roots[_BODY], Numbering.of(roots.get(_NUMBERING), styles), contents


def _parsed(xml: bytes, name: str) -> etree._Element:
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(xml, parser)
    except etree.XMLSyntaxError as error:
        raise BriefingError(
            f"{name}: the Word file is damaged ({error.msg}); open it in Word or WPS and save it again as .docx."
        ) from error


def _texts(element: etree._Element) -> Iterator[str]:
    """Texts of a paragraph in order. A superscript run that is only a note mark stays: cleaning removes such marks."""
    begun = False
    for child in element:
        if not isinstance(child.tag, str) or child.tag in _SKIPPED or _unseen(child):
            continue
        if child.tag == f"{W}t":
            yield child.text or ""
        elif child.tag in (f"{W}br", f"{W}cr"):
            yield "\n"
        elif child.tag == f"{W}tab":
            yield " "
        elif child.tag == f"{W}noBreakHyphen":
            yield "-"
        elif child.tag.endswith("}Fallback"):
            continue  # the same text box once more, for old programs
        elif child.tag == f"{W}txbxContent":
            yield "\n"
            yield from _texts(child)
            yield "\n"
        else:
            if child.tag == f"{W}p" and begun:
                yield "\n"
            yield from _texts(child)
        begun = True


def _unseen(element: etree._Element) -> bool:
    """Hidden text, and the prompt of a content control that nobody filled in."""
    if element.tag == f"{W}r":
        hidden = element.find(f"{W}rPr/{W}vanish")
        return hidden is not None and hidden.get(f"{W}val", "true") not in ("0", "false", "off")
    return element.tag == f"{W}sdt" and element.find(f"{W}sdtPr/{W}showingPlcHdr") is not None
