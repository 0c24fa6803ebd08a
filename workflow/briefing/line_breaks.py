"""Numbers kept with their units, and lists of numbers let go on, where LibreOffice breaks lines: it does not read the list that
Word, WPS and PowerPoint heed.

A document names in its settings which characters begin no line (``w:noLineBreaksBefore``, ECMA-376 part 1, 17.15.1.59; for
slides ``p:kinsoku``, 19.2.1.17). Writer takes such a list from its profile, but heeds it only within a stretch of one look, and
Impress takes none; so the copies that go to them hold word joiners as well (U+2060, Unicode UAX 14). And both
take 11、13、15 for one number, so that three quarters of a line stayed empty: behind its 、 the copies hold a blank of no width
(U+200B). Both also end a line behind the dash of a range (培育2- | 3座), so that a joiner stands on either side of it. The documents
themselves hold none of these: people search and copy their numbers.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

from lxml import etree

JOINER, BREAK = "\u2060", "\u200b"
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_P = "{http://schemas.openxmlformats.org/presentationml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WORD = "word/settings.xml"
_SETTINGS = (_WORD, "ppt/presentation.xml")
_STORY = re.compile(r"word/(?:document|footnotes|endnotes|header\d*|footer\d*)\.xml|ppt/slides/slide\d+\.xml")
_LISTED = re.compile(r"(?<=、)(?=[0-9])")
# 100%（2021年）: what is remarked on a number may begin a line, and half a line stayed empty before both.
_REMARKED = re.compile(r"(?<=[0-9%‰])(?=（)")
_RANGED = re.compile(r"(?<=[0-9万亿千百%])[-－–—~～](?=[0-9])")
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
        before, after = _lists(document, _WORD)
        if before:
            return _ITEM.format(escape(before), escape(after))
    return ""


def joined(document: bytes) -> bytes:
    """A .docx or .pptx with a joiner between each number and the characters after it that its list keeps from a line's
    start, and a place to break in a list of numbers; anything else as it is."""
    listed = "".join(_lists(document, part)[0] for part in _SETTINGS)
    if not listed:
        return document
    unit = re.compile(
        rf"(?<=[0-9])(?:[{_MAGNITUDES}]*[{re.escape(listed)}]|[{_MAGNITUDES}]+)(?:以[上下内]|左右)?[）》”]*"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(document)) as source, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as copy:
        for info in source.infolist():
            content = source.read(info)
            copy.writestr(info, _joined_story(content, unit) if _STORY.fullmatch(info.filename) else content)
    return buffer.getvalue()


def _lists(document: bytes, part: str) -> tuple[str, str]:
    """The characters that begin and that end no line, by one part of ``document``; empty when it has none."""
    root = _read(document, part)
    if root is None:
        return "", ""
    if part == _WORD:
        names = ("noLineBreaksBefore", "noLineBreaksAfter")
        before, after = ("".join(one.get(f"{_W}val", "") for one in root.iter(f"{_W}{name}")) for name in names)
    else:
        found = list(root.iter(f"{_P}kinsoku"))
        before, after = ("".join(one.get(name, "") for one in found) for name in ("invalStChars", "invalEndChars"))
    return before, after


def _read(document: bytes, part: str) -> etree._Element | None:
    if not zipfile.is_zipfile(io.BytesIO(document)):
        return None  # LibreOffice says what it is
    with zipfile.ZipFile(io.BytesIO(document)) as package:
        return etree.fromstring(package.read(part), _PARSER) if part in package.namelist() else None


def _joined_story(xml: bytes, unit: re.Pattern[str]) -> bytes:
    root = etree.fromstring(xml, _PARSER)
    for paragraph in root.iter(f"{_A}p", f"{_W}p"):
        texts = [text for text in paragraph.iter(f"{_A}t", f"{_W}t") if _paragraph_of(text) is paragraph]
        whole = "".join(text.text or "" for text in texts)
        signs = {match.start(): BREAK for match in _LISTED.finditer(whole)}
        signs |= {match.start(): BREAK for match in _REMARKED.finditer(whole)}
        signs |= {at: JOINER for match in unit.finditer(whole) for at in range(match.start(), match.end())}
        signs |= {at: JOINER for match in _RANGED.finditer(whole) for at in match.span()}
        start = 0
        for text in texts:
            own = text.text or ""
            text.text = "".join(signs.get(start + at, "") + char for at, char in enumerate(own))
            start += len(own)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _paragraph_of(text: etree._Element) -> etree._Element:
    """The innermost: a text box stands in a paragraph and holds others."""
    return next(text.iterancestors(f"{_A}p", f"{_W}p"))
