"""A story as it reads, without what Word and WPS keep beside the text: proofing marks, comments, tracked changes (taken as
accepted, since nobody outside should see who changed what and when), and content controls around tags.
"""

from __future__ import annotations

from lxml import etree

from word_templates.paragraphs import TC, TR, P, w

_MARKS = {
    w(name)
    for name in (
        "proofErr lastRenderedPageBreak numberingChange rPrChange pPrChange sectPrChange tblPrChange tblPrExChange tblGridChange "
        "trPrChange tcPrChange cellIns cellMerge commentRangeStart commentRangeEnd commentReference"
    ).split()
} | {
    w(f"{kind}Range{end}")
    for kind in ("moveFrom", "moveTo", "customXmlIns", "customXmlDel", "customXmlMoveFrom", "customXmlMoveTo")
    for end in ("Start", "End")
}
_COME, _GONE = {w("ins"), w("moveTo")}, {w("del"), w("moveFrom")}
_WRAPPERS = (w("smartTag"), w("customXml"))  # of old Words; they say nothing


def settle(root: etree._Element) -> None:
    """Change a w:body, w:hdr, w:ftr, w:footnote or w:endnote where it stands."""
    for mark in [one for one in root.iter() if one.tag in _MARKS]:
        mark.getparent().remove(mark)
    for mark in list(root.iter(w("cellDel"))):
        cell = next(mark.iterancestors(TC))
        cell.getparent().remove(cell)
    for change in [one for one in root.iter() if one.tag in _COME | _GONE]:
        _accept(change)
    for wrapper in reversed(list(root.iter(*_WRAPPERS))):
        for own in wrapper.findall(f"{wrapper.tag}Pr"):
            wrapper.remove(own)
        _unwrap(wrapper, wrapper)
    _unwrap_controls(root)


def _accept(change: etree._Element) -> None:
    holder = change.getparent()
    if holder is None:
        return
    gone = change.tag in _GONE
    if holder.tag == w("trPr"):
        holder.remove(change)
        row = next(holder.iterancestors(TR))
        if gone and row.getparent() is not None:
            row.getparent().remove(row)
    elif holder.tag == w("rPr"):
        holder.remove(change)
        paragraph = holder.getparent().getparent() if holder.getparent().tag == w("pPr") else None
        if gone and paragraph is not None:
            _join_next(paragraph)
    elif gone:
        holder.remove(change)
    else:
        _unwrap(change, change)


def _join_next(paragraph: etree._Element) -> None:
    """The mark at the end of the paragraph was deleted: its text goes on in the next one, which keeps its look."""
    following = paragraph.getnext()
    while following is not None and following.tag in (w("bookmarkStart"), w("bookmarkEnd")):
        following = following.getnext()
    words = [child for child in paragraph if child.tag != w("pPr")]
    if following is None or following.tag != P:
        if all(child.tag in _GONE for child in words) and paragraph.getparent().tag != TC:
            paragraph.getparent().remove(paragraph)
        return
    place = 1 if len(following) and following[0].tag == w("pPr") else 0
    for child in reversed(words):
        following.insert(place, child)
    paragraph.getparent().remove(paragraph)


def _unwrap_controls(root: etree._Element) -> None:
    """Content controls that hold tags go, their content stays: Word would fill them again from elsewhere."""
    for control in reversed(list(root.iter(w("sdt")))):
        text = "".join(node.text or "" for node in control.iter(w("t")))
        content = control.find(w("sdtContent"))
        if content is not None and ("{" in text or "}" in text):
            _unwrap(control, content)


def _unwrap(wrapper: etree._Element, content: etree._Element) -> None:
    for child in list(content):
        wrapper.addprevious(child)
    wrapper.getparent().remove(wrapper)
