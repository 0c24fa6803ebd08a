"""The template's slides as prototypes: which of them are made, how often and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field

from lxml import etree

from slide_templates.blocks import Choice, Leaf, Loop, Node, match_tags, nest
from slide_templates.evaluation import Evaluation, Scope, loop_facts
from slide_templates.package import OFFICE, Package, Part
from slide_templates.paragraphs import P_TAG, Paragraph, cut_tags
from slide_templates.places import paragraph_step
from slide_templates.problems import Fault, at
from slide_templates.shapes import SP, TXBODY, P, all_shapes, properties_of, remove_shape, shape_step, shapes_of
from slide_templates.tags import Tag, find_tags


@dataclass
class Prototype:
    """One slide of the template: ``number`` as people count it, its own slide tags, and its parts."""

    number: int
    part: Part
    tags: list[Tag] = field(default_factory=list)

    @property
    def notes(self) -> Part | None:
        return self.part.related("notesSlide")

    @property
    def names_part(self) -> bool:
        """Whether something on the slide may ask which part of its tables it shows; else a filled slide serves for all parts."""
        tree = self.part.tree
        values = (value for element in tree.iter() for value in element.attrib.values())
        return any("part" in text for text in ("".join(tree.itertext()), *values))

    @property
    def place(self) -> tuple[str, str]:
        return f"slide {self.number}", f"第{self.number}页"


def read_prototypes(package: Package) -> list[Prototype]:
    """The slides in display order; their slide tags are not read yet."""
    presentation = package.main
    prototypes = []
    for number, element in enumerate(presentation.tree.iterfind(f"{{{P}}}sldIdLst/{{{P}}}sldId"), 1):
        one = presentation.relationships.get(element.get(f"{{{OFFICE}}}id", ""))
        if one is None or one.external:
            raise Fault(
                f"slide {number} is missing from the file; save it again", f"第{number}页在文件中缺失；请重新保存"
            )
        prototypes.append(Prototype(number, one.target))
    return prototypes


def take_slide_tags(prototype: Prototype) -> list[Tag]:
    """Take the slide tags out of the prototype's notes, texts and alternative texts."""
    found: list[Tag] = []
    trees = [(prototype.part.tree, "", "")]
    if prototype.notes is not None:
        trees.append((prototype.notes.tree, "notes", "备注"))
    for tree, place_en, place_zh in trees:
        for shape in list(all_shapes(shapes_of(tree))):
            with at(place_en, place_zh), at(*shape_step(shape)):
                found.extend(_tags_of_shape(shape))
    return found


def _tags_of_shape(shape: etree._Element) -> list[Tag]:
    found: list[Tag] = []
    properties = properties_of(shape)
    description = properties.get("descr", "")
    if "slide" in description and "{%" in description:
        own = [tag for tag in find_tags(description) if tag.level == "slide"]
        for tag in reversed(own):
            description = description[: tag.start] + description[tag.end :]
        if own:
            properties.set("descr", description.strip())
        found.extend(own)
    holder = shape.find(TXBODY)
    if holder is None:
        return found
    for number, element in enumerate(holder.findall(P_TAG), 1):
        if "slide" not in "".join(element.itertext()):
            continue
        with at(*paragraph_step(number)):
            paragraph = Paragraph(element)
        own = [tag for tag in paragraph.tags if tag.level == "slide"]
        if own:
            found.extend(own)
            if paragraph.is_blank_without(own) and len(holder.findall(P_TAG)) > 1:
                holder.remove(element)
            else:
                cut_tags(element, own)
                if (
                    shape.tag == SP
                    and next(shape.iter(f"{{{P}}}ph"), None) is None
                    and not "".join(holder.itertext()).strip()
                ):
                    remove_shape(shape)  # a text box that held nothing but the tag
    return found


def slide_nodes(prototypes: Sequence[Prototype]) -> list[Node]:
    """Nested blocks over the prototypes; a slide tag without its end holds for its own slide."""
    stream: list[tuple[Prototype, Tag | Leaf]] = []
    for prototype in prototypes:
        starts = [tag for tag in prototype.tags if tag.kind in ("for", "if", "elif", "else")]
        ends = [tag for tag in prototype.tags if tag.kind in ("endfor", "endif")]
        stream.extend((prototype, tag) for tag in starts)
        stream.append((prototype, Leaf(prototype)))
        stream.extend((prototype, tag) for tag in ends)
    closed = _close_open_tags(stream)
    match_tags((prototype.number, item) for prototype, item in closed if isinstance(item, Tag))
    return nest([item for _, item in closed])


def _close_open_tags(stream: list[tuple[Prototype, Tag | Leaf]]) -> list[tuple[Prototype, Tag | Leaf]]:
    waiting: list[Tag] = []
    closed_by_hand: set[Tag] = set()
    for _, item in stream:
        if isinstance(item, Tag) and item.kind in ("for", "if"):
            waiting.append(item)
        elif isinstance(item, Tag) and item.kind in ("endfor", "endif"):
            start = next((tag for tag in reversed(waiting) if f"end{tag.kind}" == item.kind), None)
            if start is not None:
                waiting.remove(start)
                closed_by_hand.add(start)
    result: list[tuple[Prototype, Tag | Leaf]] = []
    for prototype, item in stream:
        result.append((prototype, item))
        if isinstance(item, Leaf):
            own = [tag for tag in prototype.tags if tag.kind in ("for", "if") and tag not in closed_by_hand]
            result.extend(
                (prototype, Tag(f"end{tag.kind}", "slide", 0, 0, f"{{%slide end{tag.kind} %}}"))
                for tag in reversed(own)
            )
    return result


def slides_to_make(nodes: Sequence[Node], evaluation: Evaluation, scope: Scope) -> Iterator[tuple[Prototype, Scope]]:
    """Every slide of the deck in order.

    Neighbouring loops over the same list with the same names go through it together, item by item, so that prototypes
    of several kinds come
    out in the order of the data.
    """
    place = 0
    while place < len(nodes):
        node = nodes[place]
        if isinstance(node, Loop):
            together = [node]
            while place + len(together) < len(nodes) and _same_list(node, nodes[place + len(together)]):
                together.append(nodes[place + len(together)])  # type: ignore[arg-type]
            yield from _interleaved(together, evaluation, scope)
            place += len(together)
            continue
        place += 1
        if isinstance(node, Leaf):
            yield node.item, scope
        elif isinstance(node, Choice):
            for tag, body in node.branches:
                with _at_slide_of(body):
                    taken = tag.kind == "else" or evaluation.holds(tag.expression, scope)
                if taken:
                    yield from slides_to_make(body, evaluation, scope)
                    break


def _same_list(first: Loop, other: Node) -> bool:
    return isinstance(other, Loop) and (other.tag.names, other.tag.expression) == (
        first.tag.names,
        first.tag.expression,
    )


def _interleaved(loops: Sequence[Loop], evaluation: Evaluation, scope: Scope) -> Iterator[tuple[Prototype, Scope]]:
    taken: list[tuple[int, int, dict[str, object], int, int]] = []
    for order, loop in enumerate(loops):
        with _at_slide_of(loop.body):
            steps = list(evaluation.numbered_items(loop.tag, scope))
        taken.extend((place, order, names, index, len(steps)) for index, (place, names) in enumerate(steps))
    for _, order, names, index, length in sorted(taken, key=lambda step: step[:2]):
        yield from slides_to_make(loops[order].body, evaluation, {**scope, **names, "loop": loop_facts(index, length)})


def _at_slide_of(body: Sequence[Node]) -> AbstractContextManager[None]:
    first: object = body[0] if body else None
    while isinstance(first, Loop | Choice):
        inner = first.body if isinstance(first, Loop) else first.branches[0][1]
        first = inner[0] if inner else None
    return at(*first.item.place) if isinstance(first, Leaf) else at("", "")
