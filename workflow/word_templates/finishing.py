"""A filled document brought in order: nothing empty is left, ids are unique, captions are numbered, nobody is named."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from slide_templates.package import Package
from word_templates.drawings import DOCPR
from word_templates.paragraphs import TBL, TR, P, R, T, w
from word_templates.preparing import LOOPED, REPEATS, TAGGED

_W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
# A paragraph with one of these says something even without words.
_CONTENT = (
    *(
        w(name)
        for name in ("drawing", "pict", "object", "fldChar", "fldSimple", "footnoteReference", "endnoteReference")
    ),
    *(w(name) for name in ("sym", "ptab", "sectPr")),
    "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath",
)
_HOLDERS = {w(name) for name in ("tc", "hdr", "ftr", "footnote", "endnote", "txbxContent")}
# Parts that must not travel (whoever commented) or that old Words wrote beside the styles and that contradict them.
_DROPPED = {"comments", "commentsExtended", "commentsIds", "commentsExtensible", "people", "stylesWithEffects"}


def finish_story(root: etree._Element) -> None:
    """``root`` as docxtpl left it: take away what came out empty, and the attributes of ours that tell where that may be."""
    for run in list(root.iter(R)):
        if all(child.tag == w("rPr") or (child.tag == T and not child.text) for child in run):
            run.getparent().remove(run)
    for table in reversed(list(root.iter(TBL))):
        _finish_table(table)
    for paragraph in list(root.iter(P)):
        tagged = paragraph.attrib.pop(TAGGED, "")
        if tagged and _is_empty(paragraph) and not _is_needed(paragraph):
            paragraph.getparent().remove(paragraph)
    for holder in root.iter(*_HOLDERS):
        if not len(holder) or holder[-1].tag in (TBL, w("tcPr")):
            etree.SubElement(holder, P)
    if root.tag in _HOLDERS and root.find(P) is None:
        etree.SubElement(root, P)
    for table in list(root.iter(TBL)):
        following = table.getnext()
        if following is not None and following.tag == TBL:  # Word would make one table of the two
            table.addnext(etree.Element(P))


def _finish_table(table: etree._Element) -> None:
    rows = list(table.iterchildren(TR))
    for row in rows:
        looped = row.attrib.pop(LOOPED, "")
        if row.attrib.pop(TAGGED, "") and _is_empty(row):
            table.remove(row)
        elif looped:
            table.set(LOOPED, "1")
    repeats, looped = table.attrib.pop(REPEATS, ""), table.attrib.pop(LOOPED, "")
    if (repeats and not looped) or table.find(TR) is None:
        table.getparent().remove(table)


def _is_empty(element: etree._Element) -> bool:
    if any(node.text and node.text.strip() for node in element.iter(T)):
        return False
    breaks = any(node.get(w("type")) in ("page", "column") for node in element.iter(w("br")))
    return not breaks and next(element.iter(*_CONTENT), None) is None


def _is_needed(paragraph: etree._Element) -> bool:
    """The last paragraph of a cell, header or text box has to stay."""
    holder = paragraph.getparent()
    if holder.tag not in _HOLDERS:
        return False
    return paragraph.getnext() is None and (paragraph.getprevious() is None or paragraph.getprevious().tag != P)


def number_document(package: Package, roots: list[etree._Element]) -> None:
    """Unique ids for drawings and bookmarks, captions counted through, no ids that copies would share."""
    drawn = 0
    bookmarks: dict[str, str] = {}
    names: set[str] = set()
    count = 0
    for root in roots:
        for properties in root.iter(DOCPR):
            drawn += 1
            properties.set("id", str(drawn))
        for element in list(root.iter(w("bookmarkStart"), w("bookmarkEnd"))):
            old = element.get(w("id"), "")
            if element.tag == w("bookmarkEnd"):
                if old in bookmarks:
                    element.set(w("id"), bookmarks.pop(old))
                else:
                    element.getparent().remove(element)
                continue
            name = element.get(w("name"), "")
            if name in names or old in bookmarks:  # a copy: a link can lead to one place only
                element.getparent().remove(element)
                continue
            names.add(name)
            bookmarks[old] = str(count)
            element.set(w("id"), str(count))
            count += 1
        for element in root.iter(P, TR):
            for name in ("paraId", "textId"):
                element.attrib.pop(f"{{{_W14}}}{name}", None)
    _number_captions(roots[0])
    for key, one in list(package.main.relationships.items()):
        if one.short_kind in _DROPPED:
            del package.main.relationships[key]
    settings = package.main.related("settings")
    if settings is not None:
        for tracking in settings.tree.findall(w("trackRevisions")):
            settings.tree.remove(tracking)


def _number_captions(body: etree._Element) -> None:
    """Write into each SEQ field (图1, 图2 …) the number that Word would give it on its next update."""
    counts: dict[str, int] = {}
    for instruction, results in _fields(body):
        words = instruction.split()
        if len(words) < 2 or words[0].upper() != "SEQ":
            continue
        name = words[1]
        reset = re.search(r"\\r\s*(\d+)", instruction)
        if reset:
            counts[name] = int(reset[1])
        elif "\\c" not in words:
            counts[name] = counts.get(name, 0) + 1
        for number, node in enumerate(results):
            node.text = _numeral(counts.get(name, 0), instruction) if number == 0 else ""


def _numeral(number: int, instruction: str) -> str:
    if re.search(r"\\\*\s*CHINESENUM[1-4]", instruction, re.IGNORECASE) and 0 < number < 100:
        digits = "零一二三四五六七八九"
        tens, ones = divmod(number, 10)
        return ("" if tens < 2 else digits[tens]) + ("十" if tens else "") + (digits[ones] if ones else "")
    return str(number)


def _fields(root: etree._Element) -> Iterator[tuple[str, list[etree._Element]]]:
    """(instruction, text nodes of the result) of each field that is not inside another one."""
    for simple in root.iter(w("fldSimple")):
        yield simple.get(w("instr"), ""), list(simple.iter(T))
    depth, instruction, in_result = 0, "", False
    results: list[etree._Element] = []
    for node in root.iter(w("fldChar"), w("instrText"), T):
        kind = node.get(w("fldCharType"))
        if kind == "begin":
            depth += 1
            if depth == 1:
                instruction, results, in_result = "", [], False
        elif kind == "separate" and depth == 1:
            in_result = True
        elif kind == "end":
            if depth == 1:
                yield instruction, results
            depth = max(0, depth - 1)
        elif node.tag == w("instrText") and depth == 1:
            instruction += node.text or ""
        elif node.tag == T and depth >= 1 and in_result:
            results.append(node)


def text_width(body: etree._Element) -> int:
    """The width of the text in EMU after the last section's page and margins; 150 mm when they are not told."""
    size, margins = body.find(f"{w('sectPr')}/{w('pgSz')}"), body.find(f"{w('sectPr')}/{w('pgMar')}")
    if size is None or margins is None:
        return 5_400_000
    twips = int(size.get(w("w"))) - int(margins.get(w("left"))) - int(margins.get(w("right")))
    return max(twips, 20) * 635
