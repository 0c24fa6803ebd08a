"""One paragraph: its text whatever runs Office split it into, its tags by character position, and the runs that come
out.

Every character keeps the formatting of the run it stood in; what a tag prints has the formatting of the tag's first
word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from copy import copy, deepcopy  # of an element, lxml makes a deep copy either way, the former at once
from dataclasses import dataclass
from functools import cached_property

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
_NOT_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


@dataclass(frozen=True, eq=False)
class Look:
    """The formatting of a run; two of the same ``key`` look the same. What is made of it serves every document."""

    element: etree._Element | None
    key: bytes

    @cached_property
    def line_break(self) -> etree._Element:
        """A line break of this look, to be copied."""
        return _element(BR_TAG, self.element)

    @cached_property
    def run(self) -> etree._Element:
        """A run of this look that ends with its still empty text, to be copied."""
        run = _element(R_TAG, self.element)
        etree.SubElement(run, T_TAG)
        return run

    def changed(self, run: Run) -> Look:
        """This look with what ``run`` adds."""
        if run.link:  # names a file of one document
            return _look(_changed(self.element, run))
        adds = (run.bold, run.italic, run.subscript, run.superscript, run.accent)
        if adds not in self._changes:
            self._changes[adds] = _look(_changed(self.element, run))
        return self._changes[adds]

    @cached_property
    def _changes(self) -> dict[tuple[object, ...], Look]:
        return {}


@dataclass(frozen=True)
class Span:
    start: int
    end: int
    element: etree._Element

    @cached_property
    def look(self) -> Look:
        return _look(self.element.find(RPR_TAG))


def _look(element: etree._Element | None) -> Look:
    return Look(element, b"" if element is None else etree.tostring(element, with_tail=False))


def _texts(element: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Each run, break or object of a paragraph with its text."""
    for child in element:
        if child.tag == R_TAG:
            yield child, "".join([node.text or "" for node in child.iterchildren(T_TAG)])
        elif child.tag == BR_TAG:
            yield child, "\n"
        elif child.tag not in (PPR_TAG, END_TAG) and isinstance(child.tag, str):
            yield child, _OBJECT


def text_of(element: etree._Element) -> str:
    """The text of a paragraph, its tags unread."""
    return "".join([text for _, text in _texts(element)])


class Paragraph(TaggedText):
    """A paragraph element read as text; ``tags`` raise Fault when broken."""

    def __init__(self, element: etree._Element):
        self.element = element
        self.spans: list[Span] = []
        self._looks: dict[Tag, Look] = {}
        self._places: dict[Tag, at] = {}
        pieces, reached = [], 0
        for child, text in _texts(element):
            self.spans.append(Span(reached, reached + len(text), child))
            pieces.append(text)
            reached += len(text)
        super().__init__("".join(pieces))

    @cached_property
    def frame(self) -> etree._Element:
        """The paragraph without what is said in it."""
        frame = deepcopy(self.element)
        for child in list(frame):
            if child.tag not in (PPR_TAG, END_TAG):
                frame.remove(child)
        return frame

    @cached_property
    def quoted(self) -> str:
        """Its beginning on one line, as messages quote it."""
        return " ".join(self.text.split())[:60]

    def look_of(self, tag: Tag) -> Look:
        """The formatting of the first word of the tag: what a person sees as the tag's own look."""
        if tag not in self._looks:
            first = next((at for at in range(tag.start + 2, tag.end) if not self.text[at].isspace()), tag.start)
            inside = (one for one in self.spans if one.start <= first < one.end and one.element.tag == R_TAG)
            span = next(inside, None)
            self._looks[tag] = _look(None) if span is None else span.look
        return self._looks[tag]

    def place_of(self, tag: Tag) -> at:
        """What a fault in the tag quotes."""
        if tag not in self._places:
            self._places[tag] = at("", "", around(self.text, tag.start, tag.end))
        return self._places[tag]


def fill_paragraph(
    paragraph: Paragraph, inline: Sequence[Node], evaluation: Evaluation, scope: Scope
) -> tuple[etree._Element, bool]:
    """A copy of the paragraph with its tags worked out, and whether it says anything; ``inline`` are its ``inline_nodes``."""
    if not paragraph.tags:
        return copy(paragraph.element), bool(paragraph.text.strip())
    pieces = _Pieces(paragraph)
    with at("", "", paragraph.quoted):
        for item, inner in evaluation.leaves(inline, scope):
            if isinstance(item, Tag):
                with paragraph.place_of(item):
                    pieces.print_runs(item, evaluation.runs(item, inner))
            else:
                pieces.print_text(*item)
    filled = copy(paragraph.frame)
    place = 1 if len(filled) and filled[0].tag == PPR_TAG else 0
    filled[place:place] = pieces.elements()
    return filled, pieces.say_something


def inline_nodes(paragraph: Paragraph, outer: Collection[Tag]) -> list[Node]:
    """The blocks inside one paragraph; leaves are value tags and (start, end) stretches of its text. Tags in ``outer``
    (they govern whole paragraphs or rows) are left out.
    """
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
        self._out: list[tuple[Look | None, str, etree._Element | None]] = []  # a run's look and text, or what is no run

    def print_text(self, start: int, end: int) -> None:
        for span in self._paragraph.spans:
            if span.start < end and start < span.end:
                if span.element.tag == R_TAG:
                    self._add(span.look, self._paragraph.text[max(start, span.start) : min(end, span.end)])
                else:
                    self._out.append((None, "\n" if span.element.tag == BR_TAG else _OBJECT, copy(span.element)))

    def print_runs(self, tag: Tag, runs: list[Run]) -> None:
        base = self._paragraph.look_of(tag)
        for run in runs:
            self._add(base if run.is_plain else base.changed(run), _NOT_XML.sub("", run.text))

    def _add(self, look: Look, text: str) -> None:
        for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n")):
            if number:
                self._out.append((None, "\n", copy(look.line_break)))
            if not line:
                continue
            last, before, _ = self._out[-1] if self._out else (None, "", None)
            if last is not None and last.key == look.key:
                self._out[-1] = (last, before + line, None)
            else:
                self._out.append((look, line, None))

    @property
    def say_something(self) -> bool:
        return any(not text.isspace() for _, text, _ in self._out)

    def elements(self) -> list[etree._Element]:
        return [_run(look, text) if look is not None else element for look, text, element in self._out]


def _run(look: Look, text: str) -> etree._Element:
    run = copy(look.run)
    run[-1].text = text
    return run


def _element(tag: str, look: etree._Element | None) -> etree._Element:
    element = etree.Element(tag)
    if look is not None:
        element.append(copy(look))
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
