"""A Word template's stories with every tag healed, checked and put where Jinja needs it, before docxtpl fills them.

The level of a block is what its start and end have in common, as on slides: words, whole paragraphs, or table rows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from typing import Protocol

from lxml import etree

from slide_templates.blocks import Leaf, Loop, Match, Node, match_tags, nest, place_tags
from slide_templates.bodies import level_of, refuse_mixed
from slide_templates.package import Part
from slide_templates.places import Place, Placed, Spots, cell_step, paragraph_step, placed_by, spots_in
from slide_templates.problems import Fault, around
from slide_templates.tags import Tag
from word_templates.drawings import drawings_in, mark_drawings, name_of
from word_templates.marks import Marks
from word_templates.paragraphs import TBL, TC, TR, P, WordParagraph, w
from word_templates.stories import table_step

# Attributes of ours on w:p, w:tr and w:tbl until the document is finished: they tell what may go when it comes out empty.
TAGGED, LOOPED, REPEATS = "tagged", "looped", "repeats"
_DECLARATIONS = re.compile(r'\s+xmlns:\w+="[^"]*"')
_BOOKMARKS = (w("bookmarkStart"), w("bookmarkEnd"))


class Noted(Protocol):
    """Takes the steps of a place; a context that notes the Fault raised inside with that place, or lets it go on."""

    def __call__(self, *steps: tuple[str, str]) -> AbstractContextManager[None]: ...


class Preparation:
    """Prepares story after story; ``marks`` then holds every tag of the template.

    A text whose tags are broken or whose blocks do not fit is left as it is: ``torn`` then holds its whole tags.
    """

    def __init__(self, noted: Noted) -> None:
        self.marks = Marks()
        self.torn: list[Placed] = []
        self.is_torn = False
        self._noted = noted
        self._part = Part("", "")

    def story(self, root: etree._Element, part: Part, place: Place) -> None:
        """``root`` is a w:body, w:hdr, w:ftr, w:footnote or w:endnote of ``part``; it is changed where it stands."""
        self._part = part
        self._body(root, place)

    def _body(self, container: etree._Element, place: Place) -> None:
        self._inner(container, place)
        read, spots = self._paragraphs(container, place)
        matches = None
        if None not in read:
            with self._noted(), placed_by(spots, place):
                paragraphs = [one for one in read if one is not None]
                matches = match_tags(((n,), tag) for n, one in enumerate(paragraphs) for tag in _blocks(one))
                _refuse_misfits(paragraphs, matches)
        if matches is None:
            self._tear(spots)
        else:
            self._fill_body(container, paragraphs, matches, (), place)

    def _tear(self, spots: Spots) -> None:
        self.torn.extend(spots.values())
        self.is_torn = True

    def _inner(self, container: etree._Element, place: Place) -> None:
        """The tables, text boxes and drawings of a container, each a place of its own."""
        for number, table in enumerate(container.iterchildren(TBL), 1):
            self._table(table, (*place, table_step(number)))
        for number, paragraph in enumerate(container.iterchildren(P), 1):
            step = paragraph_step(number)
            for box in _outermost(paragraph, w("txbxContent")):
                self._body(box, (*place, step, ("text box", "文本框")))
            mark_drawings(paragraph, self._part, (*place, step), self.marks, self._noted)
            if any(name_of(drawing) for drawing in drawings_in(paragraph)):
                paragraph.set(TAGGED, "1")

    def _paragraphs(
        self, container: etree._Element, place: Place
    ) -> tuple[list[WordParagraph | None], dict[Tag, Placed]]:
        """The paragraphs directly inside, None for one whose tags are broken; and where each tag stands."""
        paragraphs: list[WordParagraph | None] = []
        spots: dict[Tag, Placed] = {}
        for number, element in enumerate(container.iterchildren(P), 1):
            paragraph = None
            here = (*place, paragraph_step(number))
            with self._noted(*here):
                whole = WordParagraph(element)
                for tag in whole.tags:
                    _refuse_slide_tag(tag)
                paragraph = whole
                spots |= spots_in(whole, here)
            paragraphs.append(paragraph)
        return paragraphs, spots

    def _fill_body(
        self,
        container: etree._Element,
        paragraphs: Sequence[WordParagraph],
        matches: Sequence[Match],
        row_tags: Sequence[Tag],
        place: Place,
    ) -> None:
        wide = _wide(matches)
        outer = wide | set(row_tags)
        by_element = {id(one.element): (number, one) for number, one in enumerate(paragraphs, 1)}
        stream: list[str | etree._Element] = []
        for child in list(container):
            if id(child) not in by_element:
                stream.append(child)
                continue
            number, paragraph = by_element[id(child)]
            own = [tag for tag in paragraph.tags if tag in wide]
            governed = [tag for tag in paragraph.tags if tag in outer or tag.kind == "remark"]
            blank = bool(governed) and paragraph.is_blank_without(governed)
            kept = not blank or child.find(f"{w('pPr')}/{w('sectPr')}") is not None or not (own or len(paragraphs) > 1)
            placed = [(paragraph.starts_before_content(tag, governed), tag) for tag in own]
            here = (*place, paragraph_step(number))
            stream.extend(
                item.item if isinstance(item, Leaf) else self._mark(item, paragraph, here)
                for item in place_tags(Leaf(child) if kept else None, placed)
            )
            if not kept:
                stream.extend(child.iterchildren(*_BOOKMARKS))
            self._settle(paragraph, outer, here)
        _rebuild(container, stream)

    def _settle(self, paragraph: WordParagraph, outer: set[Tag], place: Place) -> None:
        """Put a mark for each tag that stays inside the paragraph; the others, and remarks, are taken out."""
        instead = {
            tag: "" if tag in outer or tag.kind == "remark" else self._mark(tag, paragraph, place)
            for tag in paragraph.tags
        }
        if instead:
            paragraph.replace(instead)
            paragraph.element.set(TAGGED, "1")

    def _mark(self, tag: Tag, paragraph: WordParagraph, place: Place) -> str:
        look = paragraph.home(tag).find(w("rPr"))
        xml = "" if look is None else _DECLARATIONS.sub("", etree.tostring(look, encoding="unicode", with_tail=False))
        return self.marks.mark(Placed(tag, place, around(paragraph.text, tag.start, tag.end), xml))

    def _table(self, table: etree._Element, place: Place) -> None:
        rows = [(row, list(row.iterchildren(TC))) for row in table.iterchildren(TR)]
        for r, (_, cells) in enumerate(rows):
            for c, cell in enumerate(cells):
                self._inner(cell, (*place, cell_step(r, c)))
        read: dict[tuple[int, int], list[WordParagraph | None]] = {}
        spots: dict[Tag, Placed] = {}
        for r, (_, cells) in enumerate(rows):
            for c, cell in enumerate(cells):
                read[r, c], own = self._paragraphs(cell, (*place, cell_step(r, c)))
                spots |= own
        matches = None
        if all(None not in one for one in read.values()):
            with self._noted(), placed_by(spots, place):
                texts = {key: [one for one in cell if one is not None] for key, cell in read.items()}
                matches = match_tags(
                    ((r, c, p), tag)
                    for (r, c), cell in texts.items()
                    for p, one in enumerate(cell)
                    for tag in _blocks(one)
                )
                for key, cell in texts.items():
                    _refuse_misfits(cell, _inside(matches, key))
        if matches is None:
            self._tear(spots)
        else:
            self._fill_table(table, rows, texts, matches, place)

    def _fill_table(
        self,
        table: etree._Element,
        rows: Sequence[tuple[etree._Element, list[etree._Element]]],
        read: dict[tuple[int, int], list[WordParagraph]],
        matches: Sequence[Match],
        place: Place,
    ) -> None:
        row_tags = {tag for match in matches if level_of(match) == "tr" for _, tag in match.tags}
        stream: list[Tag | Leaf] = []
        placed_at: dict[Tag, tuple[WordParagraph, Place]] = {}
        for r, (row, cells) in enumerate(rows):
            placed: list[tuple[bool, Tag]] = []
            content = False
            tagged = False
            for c, cell in enumerate(cells):
                here = (*place, cell_step(r, c))
                for number, paragraph in enumerate(read[r, c], 1):
                    own = [tag for tag in paragraph.tags if tag in row_tags]
                    placed += [(not content and paragraph.starts_before_content(tag, own), tag) for tag in own]
                    placed_at |= dict.fromkeys(own, (paragraph, (*here, paragraph_step(number))))
                    content = content or not paragraph.is_blank_without(own)
                    tagged = tagged or bool(paragraph.tags)
                self._fill_body(cell, read[r, c], _inside(matches, (r, c)), [tag for _, tag in placed], here)
            if tagged:
                row.set(TAGGED, "1")
            stream.extend(place_tags(Leaf(row) if content or not placed else None, placed))
        if any(tag.kind == "for" for tag in row_tags):
            table.set(REPEATS, "1")
        for row in _rows_in_loops(nest(stream)):
            row.set(LOOPED, "1")
        before = [child for child in table if child.tag != TR]
        _rebuild(
            table,
            [*before, *(one.item if isinstance(one, Leaf) else self._mark(one, *placed_at[one]) for one in stream)],
        )


def _wide(matches: Sequence[Match]) -> set[Tag]:
    """The tags that govern whole paragraphs."""
    return {tag for match in matches if level_of(match) == "p" for _, tag in match.tags}


def _inside(matches: Sequence[Match], cell: tuple[int, int]) -> list[Match]:
    """The blocks that start and end in a cell (row, cell)."""
    return [match for match in matches if match.first[:2] == cell and level_of(match) != "tr"]


def _refuse_misfits(paragraphs: Sequence[WordParagraph], matches: Sequence[Match]) -> None:
    """Raise Fault for blocks of which nobody could say what repeats. Before anything is changed."""
    wide = _wide(matches)
    for match in matches:
        if level_of(match) == "":
            _refuse_torn(match, paragraphs)
    for paragraph in paragraphs:
        refuse_mixed(paragraph, [tag for tag in paragraph.tags if tag in wide], matches)


def _blocks(paragraph: WordParagraph) -> list[Tag]:
    return [tag for tag in paragraph.tags if tag.kind not in ("value", "remark")]


def _rows_in_loops(nodes: Sequence[Node], inside: bool = False) -> Iterator[etree._Element]:
    for node in nodes:
        if isinstance(node, Leaf):
            if inside:
                yield node.item
        elif isinstance(node, Loop):
            yield from _rows_in_loops(node.body, True)
        else:
            for _, body in node.branches:
                yield from _rows_in_loops(body, inside)


def _refuse_slide_tag(tag: Tag) -> None:
    if tag.level in ("slide", "shape"):
        raise Fault(
            f"{tag.written} is for PowerPoint; in Word write {{%p … %}} for paragraphs and {{%tr … %}} for table rows",
            f"“{tag.written}”只用于 PowerPoint；Word 中整段用 p、表格整行用 tr",
            tag.written,
        )


def _refuse_torn(match: Match, paragraphs: Sequence[WordParagraph]) -> None:
    """A block of words must lie in one level of Word's wrapping, else half a hyperlink would repeat."""
    paragraph = paragraphs[match.first[-1]]
    homes = {id(paragraph.home(tag).getparent()) for _, tag in match.tags}
    if len(homes) > 1:
        first = match.tags[0][1]
        raise Fault(
            f"{first.written} starts inside a link or a tracked change and ends outside of it; write both ends on one side",
            f"“{first.written}”的开始与结束分别在超链接（或修订）的里外；请写在同一侧",
            first.written,
            first,
        )


def _outermost(root: etree._Element, name: str) -> Iterator[etree._Element]:
    for child in root:
        if child.tag == name:
            yield child
        else:
            yield from _outermost(child, name)


def _rebuild(container: etree._Element, parts: Sequence[str | etree._Element]) -> None:
    """The children anew, with marks as text between them."""
    for child in list(container):
        container.remove(child)
    container.text = None
    last: etree._Element | None = None
    for part in parts:
        if not isinstance(part, str):
            container.append(part)
            part.tail = None
            last = part
        elif last is None:
            container.text = (container.text or "") + part
        else:
            last.tail = (last.tail or "") + part
