"""Numbers kept with their units where LibreOffice breaks lines: it does not read the list that Word, WPS and PowerPoint heed.

A document names in its settings which characters begin no line (``w:noLineBreaksBefore``, ECMA-376 part 1, 17.15.1.59; for
slides ``p:kinsoku``, 19.2.1.17). Writer takes such a list from its profile; Impress from nowhere, so the copy of a deck that
goes to it holds word joiners (U+2060, Unicode UAX 14). The documents themselves never do: people search and copy numbers.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from lxml import etree

JOINER = "\u2060"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_SLIDE = re.compile(r"ppt/slides/slide\d+\.xml")
_MAGNITUDES = "万亿千百余多"
_ITEM = (
    '<item oor:path="/org.openoffice.Office.Common/AsianLayout/StartEndCharacters">'
    '<node oor:name="zh-CN" oor:op="replace"><prop oor:name="StartCharacters" oor:op="fuse"><value>{}</value></prop>'
    '<prop oor:name="EndCharacters" oor:op="fuse"><value>{}</value></prop></node></item>'
)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def profile_item(documents: Sequence[bytes]) -> str:
    """What LibreOffice's profile has to say for the lists of the first .docx of ``documents`` that names any, else nothing."""
    for document in documents:
        settings = _read(document, "word/settings.xml")
        if settings is not None:
            before, after = (
                "".join(one.get(f"{_W}val", "") for one in settings.iter(f"{_W}{name}"))
                for name in ("noLineBreaksBefore", "noLineBreaksAfter")
            )
            if before:
                return _ITEM.format(escape(before), escape(after))
    return ""


def joined(document: bytes) -> bytes:
    """A .pptx with a joiner between each number and the characters after it that its list keeps from a line's start;
    anything else as it is."""
    presentation = _read(document, "ppt/presentation.xml")
    listed = (
        ""
        if presentation is None
        else "".join(one.get("invalStChars", "") for one in presentation.iter(f"{_P}kinsoku"))
    )
    if not listed:
        return document
    unit = re.compile(rf"(?<=[0-9])(?:[{_MAGNITUDES}]*[{re.escape(listed)}]|[{_MAGNITUDES}]+)")
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in source.infolist():
            content = source.read(info)
            copy.writestr(info, _joined_slide(content, unit) if _SLIDE.fullmatch(info.filename) else content)
    return buffer.getvalue()


def _read(document: bytes, part: str) -> etree._Element | None:
    if not zipfile.is_zipfile(io.BytesIO(document)):
        return None  # LibreOffice says what it is
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return etree.fromstring(package.read(part), _PARSER) if part in package.namelist() else None


def _joined_slide(xml: bytes, unit: re.Pattern[str]) -> bytes:
    root = etree.fromstring(xml, _PARSER)
    for paragraph in root.iter(f"{_A}p"):
        texts = list(paragraph.iter(f"{_A}t"))
        whole = "".join(text.text or "" for text in texts)
        joints = {at for match in unit.finditer(whole) for at in range(match.start(), match.end())}
        start = 0
        for text in texts:
            own = text.text or ""
            text.text = "".join(f"{JOINER}{char}" if start + at in joints else char for at, char in enumerate(own))
            start += len(own)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))
