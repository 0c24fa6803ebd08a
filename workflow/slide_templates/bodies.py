"""Text bodies and tables: paragraphs and rows that repeat or drop out, in text boxes, cells, notes and chart titles
alike.
"""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from dataclasses import dataclass
from functools import cached_property, lru_cache

from lxml import etree

from slide_templates.blocks import Leaf, Match, Node, match_tags, nest, place_tags
from slide_templates.evaluation import Evaluation, Scope
from slide_templates.package import parse_xml
from slide_templates.paragraphs import P_TAG, A, Paragraph, fill_paragraph, inline_nodes
from slide_templates.places import cell_step, paragraph_step
from slide_templates.problems import Fault, at
from slide_templates.tags import Tag, TaggedText

TR_TAG, TC_TAG, TXBODY_TAG = (f"{{{A}}}{name}" for name in ("tr", "tc", "txBody"))
# Texts and tables of the templates in use that stay read: more than those of two decks.
_KEPT = 1024


@dataclass(frozen=True)
class Body:
    """A text body's paragraphs; ``outer`` are the tags that govern more than a stretch of one paragraph."""

    paragraphs: tuple[Paragraph, ...]
    nodes: tuple[Node, ...]  # leaves are Paragraph
    outer: frozenset[Tag]
    has_tags: bool

    @cached_property
    def inline(self) -> tuple[list[Node], ...]:
        """The blocks inside each paragraph: a body in a loop over rows is filled once for each row, and read once."""
        return tuple(inline_nodes(paragraph, self.outer) for paragraph in self.paragraphs)


@dataclass(frozen=True)
class Row:
    number: int  # in the template, from 0
    element: etree._Element
    cells: tuple[Body, ...]

    @cached_property
    def frame(self) -> etree._Element:
        """The row without what is said in it."""
        frame = deepcopy(self.element)
        for holder in _holders(frame):
            _empty(holder)
        return frame


@dataclass(frozen=True)
class Table:
    nodes: tuple[Node, ...]  # leaves are Row
    repeats: bool  # some row stands in a loop
    heads: int  # rows before the first block: the header, also where LibreOffice has dropped the mark of a header row


def read_body(element: etree._Element) -> Body:
    """A txBody (or c:rich) read as paragraphs and blocks; raises Fault for blocks that do not fit.

    It is read from a copy and known by its XML: every slide and every deck made of a template has the same texts.
    """
    return _read_body(etree.tostring(element, with_tail=False))


@lru_cache(maxsize=_KEPT)
def _read_body(xml: bytes) -> Body:
    return body_of(_paragraphs(parse_xml(xml, "a text")))


def body_of(paragraphs: list[Paragraph]) -> Body:
    """The blocks of paragraphs that were read; raises Fault when they do not fit."""
    matches = match_tags(((number,), tag) for number, paragraph in enumerate(paragraphs) for tag in _blocks(paragraph))
    return _body(paragraphs, matches, [])


def _body(paragraphs: list[Paragraph], matches: Sequence[Match], row_tags: Sequence[Tag]) -> Body:
    """``matches`` are the blocks that start and end in this body."""
    wide = {tag for match in matches if level_of(match) == "p" for _, tag in match.tags}
    outer = wide | set(row_tags)
    stream: list[Tag | Leaf] = []
    for paragraph in paragraphs:
        own = [tag for tag in paragraph.tags if tag in wide]
        governed = [tag for tag in paragraph.tags if tag in outer or tag.kind == "remark"]
        refuse_mixed(paragraph, own, matches)
        dropped = governed and paragraph.is_blank_without(governed) and (own or len(paragraphs) > 1)
        placed = [(paragraph.starts_before_content(tag, governed), tag) for tag in own]
        stream.extend(place_tags(None if dropped else Leaf(paragraph), placed))
    return Body(
        tuple(paragraphs), tuple(nest(stream)), frozenset(outer), any(paragraph.tags for paragraph in paragraphs)
    )


def read_table(element: etree._Element) -> Table:
    """An a:tbl read as rows and blocks, as ``read_body``."""
    return _read_table(etree.tostring(element, with_tail=False))


@lru_cache(maxsize=_KEPT)
def _read_table(xml: bytes) -> Table:
    rows = []
    for r, (row, holders) in enumerate(cells_of(parse_xml(xml, "a table"))):
        cells = []
        for c, holder in enumerate(holders):
            with at(*cell_step(r, c)):
                cells.append(_paragraphs(holder))
        rows.append((row, cells))
    return table_of(rows)


def cells_of(element: etree._Element) -> list[tuple[etree._Element, list[etree._Element]]]:
    """Each row of an a:tbl with the text bodies of its cells."""
    return [(row, _holders(row)) for row in element.iterchildren(TR_TAG)]


def _holders(row: etree._Element) -> list[etree._Element]:
    return [holder for cell in row.iterchildren(TC_TAG) if (holder := cell.find(TXBODY_TAG)) is not None]


def table_of(rows: Sequence[tuple[etree._Element, list[list[Paragraph]]]]) -> Table:
    """The blocks of rows whose cells were read; raises Fault when they do not fit."""
    matches = match_tags(
        ((r, c, p), tag)
        for r, (_, cells) in enumerate(rows)
        for c, cell in enumerate(cells)
        for p, paragraph in enumerate(cell)
        for tag in _blocks(paragraph)
    )
    row_tags = {tag for match in matches if level_of(match) == "tr" for _, tag in match.tags}
    stream: list[Tag | Leaf] = []
    for r, (row, cells) in enumerate(rows):
        bodies = []
        for c, cell in enumerate(cells):
            inside = [match for match in matches if match.first[:2] == (r, c) and level_of(match) != "tr"]
            bodies.append(_body(cell, inside, [tag for paragraph in cell for tag in paragraph.tags if tag in row_tags]))
        own = [(paragraph, tag) for cell in cells for paragraph in cell for tag in paragraph.tags if tag in row_tags]
        blank = own and all(
            paragraph.is_blank_without([tag for tag in paragraph.tags if tag in row_tags])
            for cell in cells
            for paragraph in cell
        )
        stream.extend(place_tags(None if blank else Leaf(Row(r, row, tuple(bodies))), _row_places(cells, row_tags)))
    nodes = nest(stream)
    first_block = next((number for number, node in enumerate(nodes) if not isinstance(node, Leaf)), len(nodes))
    return Table(tuple(nodes), any(tag.kind == "for" for tag in row_tags), first_block)


def _row_places(cells: list[list[Paragraph]], row_tags: set[Tag]) -> list[tuple[bool, Tag]]:
    placed: list[tuple[bool, Tag]] = []
    content = False
    for cell in cells:
        for paragraph in cell:
            own = [tag for tag in paragraph.tags if tag in row_tags]
            placed.extend((not content and paragraph.starts_before_content(tag, own), tag) for tag in own)
            content = content or not paragraph.is_blank_without(own)
    return placed


def _paragraphs(element: etree._Element) -> list[Paragraph]:
    paragraphs = []
    for number, child in enumerate(element.iterchildren(P_TAG), 1):
        with at(*paragraph_step(number)):
            paragraphs.append(Paragraph(child))
    return paragraphs


def _blocks(paragraph: Paragraph) -> list[Tag]:
    return [tag for tag in paragraph.tags if tag.kind not in ("value", "remark")]


def level_of(match: Match) -> str:
    """Inline (empty), ``p`` or ``tr``: what start and end have in common, or what is written."""
    written = {tag.level for _, tag in match.tags}
    if "slide" in written or "shape" in written:
        tag = next(tag for _, tag in match.tags if tag.level in ("slide", "shape"))
        raise Fault(
            f"{tag.written} must stand alone: a slide tag in the notes, a shape tag in the shape's alternative text",
            f"“{tag.written}”应单独写明：slide 标签写在备注中，shape 标签写在该形状的替代文字中",
            tag.written,
            tag,
        )
    if "tr" in written or match.first[:-1] != match.last[:-1]:
        return "tr"
    return "p" if "p" in written or match.first != match.last else ""


def refuse_mixed(paragraph: TaggedText, own: list[Tag], matches: Sequence[Match]) -> None:
    """A block over several paragraphs must not start in the middle of a sentence: nobody could say what repeats."""
    for tag in own:
        match = next(match for match in matches if any(one is tag for _, one in match.tags))
        spans = match.first != match.last
        if spans and tag.kind not in ("endfor", "endif") and not paragraph.starts_before_content(tag, own):
            raise Fault(
                f"{tag.written} starts inside a paragraph and ends in another; give it a paragraph of its own",
                f"“{tag.written}”从一段中间开始、到另一段结束；请让它独占一段",
                paragraph.text[:60],
                tag,
            )


def fill_body(body: Body, element: etree._Element, evaluation: Evaluation, scope: Scope) -> bool:
    """Write the worked-out paragraphs into ``element`` (the body itself or a copy of it); returns whether any text is left."""
    made, worded = _filled(body, evaluation, scope)
    _empty(element)
    element.extend(made)
    return worded


def _filled(body: Body, evaluation: Evaluation, scope: Scope) -> tuple[list[etree._Element], bool]:
    """The worked-out paragraphs, and whether any says something. Those whose tags printed nothing are left out when others
    stay.
    """
    filled = []
    for paragraph, inner in evaluation.leaves(body.nodes, scope):
        number = body.paragraphs.index(paragraph)
        with at(*paragraph_step(number + 1)):
            made, worded = fill_paragraph(paragraph, body.inline[number], evaluation, inner)
        filled.append((made, bool(paragraph.tags), worded))
    kept = [made for made, tagged, worded in filled if worded or not tagged]
    kept = kept or [made for made, _, _ in filled[:1]] or [_empty_like(body)]
    return kept, any(worded for _, _, worded in filled)


def _empty(holder: etree._Element) -> None:
    for old in holder.findall(P_TAG):
        holder.remove(old)


def _empty_like(body: Body) -> etree._Element:
    empty = deepcopy(body.paragraphs[0].element)
    for child in list(empty):
        if not child.tag.endswith(("}pPr", "}endParaRPr")):
            empty.remove(child)
    return empty


def fill_table(table: Table, element: etree._Element, evaluation: Evaluation, scope: Scope) -> None:
    """Write the worked-out rows into ``element``; a row whose tags printed nothing at all is left out."""
    rows = []
    for row, inner in evaluation.leaves(table.nodes, scope):
        copy = deepcopy(row.frame)
        tagged, worded = False, False
        for column, (body, holder) in enumerate(zip(row.cells, _holders(copy), strict=True)):
            with at(*cell_step(row.number, column)):
                made, says = _filled(body, evaluation, inner)
            holder.extend(made)
            worded = worded or says
            tagged = tagged or body.has_tags
        if worded or not tagged:
            rows.append(copy)
    for old in element.findall(TR_TAG):
        element.remove(old)
    element.extend(rows)
