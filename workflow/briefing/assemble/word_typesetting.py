"""After the template is filled: real subscripts, and quotation marks in the Chinese font."""

from __future__ import annotations

import copy

from lxml import etree

from briefing.assemble.emphasis import stretches

_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RUN, _TEXT, _LOOK, _HINT = (f"{{{_W}}}{name}" for name in ("r", "t", "rPr", "hint"))
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
# In w:rPr these stand before w:b and after w:rFonts, and so on (ECMA-376, 17.3.2.28).
_ORDER = (
    "rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish "
    "webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang "
    "eastAsianLayout specVanish oMath"
).split()


def typeset(story: etree._Element) -> None:
    """``story``: the root of a filled body, header, footer or note."""
    for run in list(story.iter(_RUN)):
        _set_run(run)


def _set_run(run: etree._Element) -> None:
    """Split a run where its look changes; every piece keeps the run's own formatting."""
    texts = list(run.iterchildren(_TEXT))
    if not texts:
        return
    pieces = stretches(texts[0].text or "")
    if len(texts) > 1 or len(pieces) == 1 or any(child.tag not in (_TEXT, _LOOK) for child in run):
        _hint(run)  # a run with breaks or tabs is left whole
        return
    look = run.find(_LOOK)
    for piece in pieces:
        new = etree.Element(_RUN)
        if look is not None:
            new.append(copy.deepcopy(look))
        if piece.subscript or piece.superscript:
            _mark(new, "vertAlign", "subscript" if piece.subscript else "superscript")
        node = etree.SubElement(new, _TEXT)
        node.text = piece.text
        node.set(_SPACE, "preserve")
        _hint(new)
        run.addprevious(new)
    run.getparent().remove(run)


def _hint(run: etree._Element) -> None:
    """“” … — stand in both scripts; the hint makes Word take the Chinese font for them."""
    fonts = _property(run, "rFonts")
    fonts.set(_HINT, "eastAsia")


def _mark(run: etree._Element, name: str, value: str) -> None:
    _property(run, name).set(f"{{{_W}}}val", value)


def _property(run: etree._Element, name: str) -> etree._Element:
    look = next(run.iterchildren(_LOOK), None)
    if look is None:
        look = etree.Element(_LOOK)
        run.insert(0, look)
    found = next(look.iterchildren(f"{{{_W}}}{name}"), None)
    if found is None:
        found = etree.Element(f"{{{_W}}}{name}")
        rank = _ORDER.index(name)
        at = sum(1 for child in look if _rank(child) <= rank)
        look.insert(at, found)
    return found


def _rank(node: etree._Element) -> int:
    name = node.tag.rpartition("}")[2]
    return _ORDER.index(name) if name in _ORDER else len(_ORDER)
