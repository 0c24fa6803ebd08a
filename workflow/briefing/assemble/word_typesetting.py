"""After the template is filled: bold figures, real subscripts, East Asian quotation marks, pictures' words, fixed dates."""

from __future__ import annotations

import copy
import io
import posixpath
import zipfile
from collections.abc import Mapping

from lxml import etree

from briefing.assemble.emphasis import stretches
from briefing.assemble.word_context import STRONG, WEAK

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_REL = "http://schemas.openxmlformats.org/package/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_DATE = (1980, 1, 1, 0, 0, 0)
# In w:rPr these stand before w:b and after w:rFonts, and so on (ECMA-376, 17.3.2.28).
_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
).split()


def typeset(document: bytes, alt_texts: Mapping[bytes, str]) -> bytes:
    """``alt_texts``: content of a picture → the words that stand for it."""
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    for name in list(parts):
        if name == "word/document.xml" or name.startswith(("word/header", "word/footer")):
            root = etree.fromstring(parts[name])
            for run in list(root.iter(f"{{{_W}}}r")):
                _set_run(run)
            if name == "word/document.xml":
                _describe_pictures(root, parts, alt_texts)
            parts[name] = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return buffer.getvalue()


def same_bytes(document: bytes) -> bytes:
    """The same package with fixed dates and one compression, so that the same input gives the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in sorted(old.namelist(), key=lambda one: (one != "[Content_Types].xml", one != "_rels/.rels", one)):
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            new.writestr(entry, old.read(name))
    return buffer.getvalue()


def _set_run(run: etree._Element) -> None:
    """Split a run where its look changes; every piece keeps the run's own formatting."""
    texts = run.findall(f"{{{_W}}}t")
    if not texts:
        return
    if len(texts) > 1 or any(child.tag not in (f"{{{_W}}}t", f"{{{_W}}}rPr") for child in run):
        for text in texts:  # a run with breaks or tabs is only cleaned
            text.text = (text.text or "").replace(STRONG, "").replace(WEAK, "")
        _hint(run)
        return
    pieces = _pieces(texts[0].text or "")
    look = run.find(f"{{{_W}}}rPr")
    made = []
    for text, bold, shift in pieces:
        new = etree.Element(f"{{{_W}}}r")
        if look is not None:
            new.append(copy.deepcopy(look))
        if bold:
            _mark(new, "b")
            _mark(new, "bCs")
        if shift:
            _mark(new, "vertAlign", shift)
        node = etree.SubElement(new, f"{{{_W}}}t")
        node.text = text
        node.set(_SPACE, "preserve")
        _hint(new)
        made.append(new)
    parent = run.getparent()
    at = parent.index(run)
    parent.remove(run)
    for offset, new in enumerate(made):
        parent.insert(at + offset, new)


def _pieces(text: str) -> list[tuple[str, bool, str]]:
    pieces: list[tuple[str, bool, str]] = []
    bold = False
    for chunk in _split(text):
        if chunk in (STRONG, WEAK):
            bold = chunk == STRONG
            continue
        for one in stretches(chunk):
            shift = "subscript" if one.subscript else "superscript" if one.superscript else ""
            pieces.append((one.text, bold, shift))
    return pieces


def _split(text: str) -> list[str]:
    chunks: list[str] = []
    for char in text:
        if char in (STRONG, WEAK) or not chunks or chunks[-1] in (STRONG, WEAK):
            chunks.append(char)
        else:
            chunks[-1] += char
    return chunks


def _hint(run: etree._Element) -> None:
    """“” … — stand in both scripts; the hint makes Word take the Chinese font for them."""
    fonts = _property(run, "rFonts")
    fonts.set(f"{{{_W}}}hint", "eastAsia")


def _mark(run: etree._Element, name: str, value: str = "") -> None:
    node = _property(run, name)
    if value:
        node.set(f"{{{_W}}}val", value)
    else:
        node.attrib.pop(f"{{{_W}}}val", None)


def _property(run: etree._Element, name: str) -> etree._Element:
    look = run.find(f"{{{_W}}}rPr")
    if look is None:
        look = etree.Element(f"{{{_W}}}rPr")
        run.insert(0, look)
    found = look.find(f"{{{_W}}}{name}")
    if found is None:
        found = etree.Element(f"{{{_W}}}{name}")
        rank = _ORDER.index(name)
        at = sum(1 for child in look if _rank(child) <= rank)
        look.insert(at, found)
    return found


def _rank(node: etree._Element) -> int:
    name = etree.QName(node).localname
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)


def _describe_pictures(root: etree._Element, parts: Mapping[str, bytes], alt_texts: Mapping[bytes, str]) -> None:
    relations = etree.fromstring(parts["word/_rels/document.xml.rels"])
    targets = {
        one.get("Id"): posixpath.normpath(posixpath.join("word", one.get("Target")))
        for one in relations.iter(f"{{{_REL}}}Relationship")
        if one.get("TargetMode") != "External"
    }
    for number, properties in enumerate(root.iter(f"{{{_WP}}}docPr"), 1):
        properties.set("id", str(number))
        drawing = properties.getparent()
        blip = next(drawing.iter(f"{{{_A}}}blip"), None)
        content = parts.get(targets.get(blip.get(f"{{{_R}}}embed"), ""), b"") if blip is not None else b""
        alt = alt_texts.get(content, "")
        properties.set("name", f"图{number}")
        if alt:
            properties.set("descr", alt)
        for inner in drawing.iter(f"{{{_PIC}}}cNvPr"):
            inner.set("id", str(number))
            inner.set("name", f"图{number}")
