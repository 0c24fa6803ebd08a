"""One paragraph: its text whatever runs Office split it into, its tags by character position, and the runs that come
out.

Every character keeps the formatting of the run it stood in; what a tag prints has the formatting of the tag's first
word.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from slide_templates.blocks import Leaf, Node, nest
from slide_templates.evaluation import Evaluation, Scope
from slide_templates.links import add_link
from slide_templates.problems import around, at
from slide_templates.tags import Tag, TaggedText
from slide_templates.values import Run

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P_TAG, R_TAG, T_TAG, BR_TAG, FLD_TAG = (f"{{{A}}}{name}" for name in ("p", "r", "t", "br", "fld"))
RPR_TAG, PPR_TAG, END_TAG = (f"{{{A}}}{name}" for name in ("rPr", "pPr", "endParaRPr"))
_OBJECT = "\ufffc"  # stands for a field or anything else that is not text
_FILLS = [f"{{{A}}}{name}" for name in ("noFill", "solidFill", "gradFill", "blipFill", "pattFill", "grpFill")]
_NOT_XML = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 65534, 65535, *range(55296, 57344)])


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    element: etree._Element


class Paragraph(TaggedText):
    """A paragraph element read as text; ``tags`` raise Fault when broken."""

    def __init__(self, element: etree._Element):
        self.element = element
        self.spans: list[Span] = []
        pieces, reached = [], 0
        for child in element:
            if child.tag == R_TAG:
                text = "".join(node.text or "" for node in child.iterchildren(T_TAG))
            elif child.tag == BR_TAG:
                text = "\n"
            elif child.tag in (PPR_TAG, END_TAG) or not isinstance(child.tag, str):
                continue
            else:
                text = _OBJECT
            self.spans.append(Span(reached, reached + len(text), child))
            pieces.append(text)
            reached += len(text)
        super().__init__("".join(pieces))


def fill_paragraph(
    paragraph: Paragraph, outer: Collection[Tag], evaluation: Evaluation, scope: Scope
) -> etree._Element:
    """A copy of the paragraph with its tags worked out; tags in ``outer`` (they govern whole paragraphs or rows) are
    left out.
    """
    copy = deepcopy(paragraph.element)
    if not paragraph.tags:
        return copy
    pieces = _Pieces(paragraph)
    with at("", "", " ".join(paragraph.text.split())[:60]):
        for item, inner in evaluation.leaves(inline_nodes(paragraph, outer), scope):
            if isinstance(item, Tag):
                with at("", "", around(paragraph.text, item.start, item.end)):
                    pieces.print_runs(item, evaluation.runs(item, inner))
            else:
                pieces.print_text(*item)
    for child in list(copy):
        if child.tag not in (PPR_TAG, END_TAG):
            copy.remove(child)
    place = 1 if len(copy) and copy[0].tag == PPR_TAG else 0
    for number, element in enumerate(pieces.elements()):
        copy.insert(place + number, element)
    return copy


def inline_nodes(paragraph: Paragraph, outer: Collection[Tag]) -> list[Node]:
    """The blocks inside one paragraph; leaves are value tags and (start, end) stretches of its text."""
    stream: list[Tag | Leaf] = []
    reached = 0
    for tag in paragraph.tags:
        stream.append(Leaf((reached, tag.start)))
        reached = tag.end
        if tag.kind == "value":
            stream.append(Leaf(tag))
        elif tag.kind != "remark" and tag not in outer:
            stream.append(tag)
    stream.append(Leaf((reached, len(paragraph.text))))
    return nest(stream)


class _Pieces:
    """The runs that come out, merged where neighbours look the same."""

    def __init__(self, paragraph: Paragraph):
        self._paragraph = paragraph
        self._out: list[tuple[bytes | None, etree._Element, str]] = []  # (formatting, element to copy, text)

    def print_text(self, start: int, end: int) -> None:
        for span in self._paragraph.spans:
            if span.start < end and start < span.end:
                text = self._paragraph.text[max(start, span.start) : min(end, span.end)]
                if span.element.tag == R_TAG:
                    self._add(span.element.find(RPR_TAG), text)
                else:
                    self._out.append((None, deepcopy(span.element), ""))

    def print_runs(self, tag: Tag, runs: list[Run]) -> None:
        base = self._formatting_at(tag)
        for run in runs:
            look = base if run == Run(run.text) else _changed(base, run)
            self._add(look, run.text.translate(_NOT_XML))

    def _formatting_at(self, tag: Tag) -> etree._Element | None:
        """The formatting of the first word of the tag: what a person sees as the tag's own look."""
        first = next((at for at in range(tag.start + 2, tag.end) if not self._paragraph.text[at].isspace()), tag.start)
        for span in self._paragraph.spans:
            if span.start <= first < span.end and span.element.tag == R_TAG:
                return span.element.find(RPR_TAG)
        return None

    def _add(self, look: etree._Element | None, text: str) -> None:
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                self._out.append((None, _element(BR_TAG, look), ""))
            if not line:
                continue
            key = b"" if look is None else etree.tostring(look, with_tail=False)
            if self._out and self._out[-1][0] == key:
                previous = self._out[-1]
                self._out[-1] = (key, previous[1], previous[2] + line)
            else:
                self._out.append((key, _element(R_TAG, look), line))

    def elements(self) -> list[etree._Element]:
        for key, element, text in self._out:
            if key is not None:
                etree.SubElement(element, T_TAG).text = text
        return [element for _, element, _ in self._out]


def _element(tag: str, look: etree._Element | None) -> etree._Element:
    element = etree.Element(tag)
    if look is not None:
        element.append(deepcopy(look))
    return element


def _changed(base: etree._Element | None, run: Run) -> etree._Element:
    look = etree.Element(RPR_TAG) if base is None else deepcopy(base)
    if run.bold:
        look.set("b", "1")
    if run.italic:
        look.set("i", "1")
    if run.subscript or run.superscript:
        look.set("baseline", "-25000" if run.subscript else "30000")
    if run.accent:
        for fill in [child for child in look if child.tag in _FILLS]:
            look.remove(fill)
        solid = etree.Element(f"{{{A}}}solidFill")
        etree.SubElement(solid, f"{{{A}}}schemeClr", val=f"accent{run.accent}")
        look.insert(1 if len(look) and look[0].tag == f"{{{A}}}ln" else 0, solid)
    if run.link:
        add_link(look, run.link)
    return look


def cut_tags(element: etree._Element, tags: Sequence[Tag]) -> None:
    """Take these tags out of a paragraph where it stands."""
    paragraph = Paragraph(element)
    for span in paragraph.spans:
        if span.element.tag != R_TAG:
            if any(tag.start <= span.start and span.end <= tag.end for tag in tags):
                element.remove(span.element)
            continue
        kept = "".join(
            char
            for place, char in enumerate(paragraph.text[span.start : span.end], span.start)
            if not any(tag.start <= place < tag.end for tag in tags)
        )
        if kept:
            nodes = span.element.findall(T_TAG)
            nodes[0].text = kept
            for node in nodes[1:]:
                span.element.remove(node)
        elif span.end > span.start:
            element.remove(span.element)
