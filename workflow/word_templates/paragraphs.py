"""One Word paragraph: its text whatever Word or WPS split it into, its tags by character position."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from slide_templates.tags import Tag, TaggedText

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_OBJECT = "\ufffc"  # stands for a picture, a field or anything else that is not text


def w(name: str) -> str:
    return f"{{{W}}}{name}"


P, R, T, TBL, TR, TC = (w(name) for name in ("p", "r", "t", "tbl", "tr", "tc"))
# What Word wraps runs in without changing what they say; a deletion (w:del) is not among them.
_WRAPPERS = {
    w(name) for name in ("hyperlink", "ins", "moveTo", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo")
}
_PLAIN = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-"}
_SILENT = {w(name) for name in ("rPr", "lastRenderedPageBreak", "softHyphen", "instrText", "delText", "fldChar")}
_NO_TEXT = {w(name) for name in ("pPr", "sdtPr", "sdtEndPr", "del", "moveFrom", "proofErr")} | {
    w(f"{kind}{end}")
    for kind in ("bookmark", "commentRange", "permission", "perm", "moveFromRange", "moveToRange")
    for end in ("Start", "End")
}


@dataclass(frozen=True)
class Piece:
    """``text[start:end]`` is what ``node`` (a w:t, a tab, a break …) of ``run`` says."""

    start: int
    end: int
    node: etree._Element
    run: etree._Element


class WordParagraph(TaggedText):
    """A w:p read as text; text boxes inside it are texts of their own. Raises Fault when a tag is broken."""

    def __init__(self, element: etree._Element) -> None:
        self.element = element
        self.pieces: list[Piece] = []
        texts: list[str] = []
        reached = 0
        for run, node, text in _texts(element):
            self.pieces.append(Piece(reached, reached + len(text), node, run))
            texts.append(text)
            reached += len(text)
        super().__init__("".join(texts))

    def home(self, tag: Tag) -> etree._Element:
        """The run with the first word of the tag: it gives what the tag prints its look."""
        return self._anchor(tag).run

    def replace(self, instead: Mapping[Tag, str]) -> None:
        """Put words in the place of tags, in the run of the tag's first word; an empty text takes the tag away."""
        anchors = {tag: self._anchor(tag) for tag in instead}
        for piece in self.pieces:
            inside = [tag for tag in instead if tag.start < piece.end and piece.start < tag.end]
            if not inside:
                continue
            if piece.node.tag != T:  # a line break or tab within the tag
                piece.run.remove(piece.node)
                continue
            kept: list[str] = []
            at = piece.start
            for tag in sorted(inside, key=lambda one: one.start):
                kept.append(self.text[at : max(at, tag.start)])
                if anchors[tag] is piece:
                    kept.append(instead[tag])
                at = max(at, tag.end)
            kept.append(self.text[at : piece.end])
            piece.node.text = "".join(kept)
            piece.node.set(_SPACE, "preserve")

    def _anchor(self, tag: Tag) -> Piece:
        first = next((at for at in range(tag.start + 2, tag.end) if not self.text[at].isspace()), tag.start)
        pieces = [
            piece for piece in self.pieces if piece.node.tag == T and piece.start < tag.end and tag.start < piece.end
        ]
        return next((piece for piece in pieces if piece.start <= first < piece.end), pieces[0])


def _texts(holder: etree._Element) -> Iterator[tuple[etree._Element, etree._Element, str]]:
    """(run, node, text) in reading order."""
    for child in holder:
        if child.tag == R:
            for node in child:
                if node.tag == T:
                    yield child, node, node.text or ""
                elif node.tag in _PLAIN:
                    page = node.tag == w("br") and node.get(w("type")) in ("page", "column")
                    yield child, node, _OBJECT if page else _PLAIN[node.tag]
                elif isinstance(node.tag, str) and node.tag not in _SILENT:
                    yield child, node, _OBJECT
        elif child.tag in _WRAPPERS:
            yield from _texts(child)
        elif isinstance(child.tag, str) and child.tag not in _NO_TEXT:
            yield child, child, _OBJECT
