"""Everything that is wrong with a template, found before anything is rendered."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from slide_templates.blocks import Choice, Leaf, Loop, Node, match_tags, nest
from slide_templates.bodies import Body, Row, read_body, read_table
from slide_templates.charts import c
from slide_templates.fields import ANYTHING, Field, FieldReader, check_printed, read_fields
from slide_templates.looks import check_looks
from slide_templates.package import OFFICE, Package
from slide_templates.paragraphs import P_TAG, T_TAG, Paragraph, inline_nodes
from slide_templates.problems import Fault, TemplateProblem, around, at, unusual_xml
from slide_templates.prototypes import Prototype, read_prototypes, slide_nodes, take_slide_tags
from slide_templates.safety import open_template
from slide_templates.shapes import (
    FRAME,
    SP,
    TBL,
    TXBODY,
    all_shapes,
    child_shapes,
    is_title,
    name_of,
    properties_of,
    shapes_of,
    take_shape_tag,
)
from slide_templates.shapes import GROUP as GROUP_SHAPE
from slide_templates.slots import refuse_unfilled, slot_of
from slide_templates.tags import Tag, find_tags
from slide_templates.values import Limits

Scope = Mapping[str, Field | None]


@dataclass(frozen=True)
class TemplateContents:
    """What a template uses: fields (``slides[].title``), chart and picture names as written, each slide's tags and title.

    ``unreadable`` says why nothing could be read, empty otherwise.
    """

    fields: tuple[str, ...]
    charts: tuple[str, ...]
    pictures: tuple[str, ...]
    slides: tuple[str, ...]
    unreadable: str = ""


def check(
    template: Path | bytes,
    known_fields: object,
    *,
    pictures: Collection[str] | None = None,
    charts: Collection[str] | None = None,
    limits: Limits | None = None,
    allowed_links: Collection[str] = (),
) -> list[TemplateProblem]:
    """The problems of a template, in the order of its slides; empty when it may be used.

    ``known_fields`` is a dataclass, a mapping of descriptions or an example context (see
    :func:`slide_templates.fields.read_fields`).
    ``pictures`` and ``charts`` are the names that will be filled; None leaves names unchecked.
    """
    checker = _Checker(read_fields(known_fields), pictures, charts)
    checker.run(template, limits or Limits(), allowed_links)
    file = template.name if isinstance(template, Path) else "template.pptx"
    return [fault.problem(file) for fault in checker.faults]


def contents(
    template: Path | bytes, limits: Limits | None = None, allowed_links: Collection[str] = ()
) -> TemplateContents:
    """What a template uses, for lists of fields and for comparing two versions of it."""
    checker = _Checker(Field("", ANYTHING), None, None)
    checker.run(template, limits or Limits(), allowed_links)
    slots = sorted(checker.slots)
    return TemplateContents(
        tuple(sorted(path for path in checker.reader.used if not path.startswith(("loop", "part")))),
        tuple(key for kind, key in slots if kind == "chart"),
        tuple(key for kind, key in slots if kind == "picture"),
        tuple(checker.slide_tags),
        "" if checker.slide_tags else "；".join(fault.message_en for fault in checker.faults),
    )


class _Checker:
    def __init__(self, tree: Field, pictures: Collection[str] | None, charts: Collection[str] | None):
        self.reader = FieldReader(tree)
        self.faults: list[Fault] = []
        self.slots: set[tuple[str, str]] = set()
        self.slide_tags: list[str] = []
        self._names = {"picture": pictures, "chart": charts}
        self._text = ""  # of the paragraph being walked

    def run(self, template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> None:
        with self._noted(), unusual_xml():
            package = open_template(template, limits, allowed_links)
            self._check_package(package)

    @contextmanager
    def _noted(self, *steps: tuple[str, str]) -> Iterator[None]:
        """Note a fault with its place and go on."""
        try:
            yield
        except Fault as fault:
            fault.steps.extend(reversed(steps))
            if not any((fault.message_en, fault.steps) == (one.message_en, one.steps) for one in self.faults):
                self.faults.append(fault)

    @contextmanager
    def _quoted(self, tag: Tag) -> Iterator[None]:
        """Quote the tag of a fault raised inside with the text around it."""
        inside = self._text[tag.start : tag.end] == tag.written
        with at("", "", around(self._text, tag.start, tag.end) if inside else tag.written):
            yield

    def _check_package(self, package: Package) -> None:
        prototypes = read_prototypes(package)
        for prototype in prototypes:
            with self._noted(prototype.place):
                prototype.tags = take_slide_tags(prototype)
            self.slide_tags.append(_described(prototype))
        with self._noted():
            self._walk_slides(slide_nodes(prototypes), self.reader.scope)
        for place, fault in check_looks(prototypes):
            with self._noted(*place):
                raise fault

    def _walk_slides(self, nodes: Sequence[Node], scope: Scope) -> None:
        for node in nodes:
            if isinstance(node, Leaf):
                self._check_slide(node.item, scope)
            elif isinstance(node, Loop):
                inner: Scope = {name: Field(name, ANYTHING) for name in node.tag.names}
                with self._noted(*_places(node.body)):
                    inner = self._loop_scope(node.tag, scope)
                self._walk_slides(node.body, {**scope, **inner})
            else:
                for tag, body in node.branches:
                    with self._noted(*_places(body)):
                        self._condition(tag, scope)
                    self._walk_slides(body, scope)

    def _loop_scope(self, tag: Tag, scope: Scope) -> Scope:
        with self._quoted(tag):
            inner = self.reader.bind(tag.names, tag.expression, scope, tag.written)
            if tag.condition:
                self.reader.read(tag.condition, inner)
        return inner

    def _condition(self, tag: Tag, scope: Scope) -> None:
        if tag.kind != "else":
            with self._quoted(tag):
                self.reader.read(tag.expression, scope)

    def _check_slide(self, prototype: Prototype, scope: Scope) -> None:
        self._check_shapes(prototype, shapes_of(prototype.part.tree), scope, (prototype.place,))
        if prototype.notes is not None:
            place = (prototype.place, ("notes", "备注"))
            self._check_shapes(prototype, shapes_of(prototype.notes.tree), scope, place)

    def _check_shapes(
        self, prototype: Prototype, container: etree._Element, scope: Scope, place: tuple[tuple[str, str], ...]
    ) -> None:
        for shape in child_shapes(container):
            own_place = (*place, (f"shape {name_of(shape)}", f"形状“{name_of(shape)}”"))
            inner = scope
            with self._noted(*own_place):
                tag = take_shape_tag(shape)
                if tag is not None and tag.kind == "for":
                    inner = {**scope, **{name: Field(name, ANYTHING) for name in tag.names}}
                    inner = self._loop_scope(tag, scope)
                elif tag is not None:
                    self._condition(tag, scope)
            self._check_names(shape, inner, own_place)
            if shape.tag == GROUP_SHAPE:
                self._check_shapes(prototype, shape, inner, place)
            elif shape.tag == FRAME:
                self._check_frame(prototype, shape, inner, own_place)
            elif shape.tag == SP and shape.find(TXBODY) is not None:
                self._check_text(shape.find(TXBODY), inner, own_place)

    def _check_names(self, shape: etree._Element, scope: Scope, place: tuple[tuple[str, str], ...]) -> None:
        properties = properties_of(shape)
        for attribute, word in (
            ("name", ("shape name", "形状名称")),
            ("descr", ("alternative text", "替代文字")),
            ("title", ("alternative text", "替代文字")),
        ):
            with self._noted(*place, word), at("", "", properties.get(attribute, "")):
                self._check_string(properties.get(attribute, ""), scope, (*place, word))
        slot = slot_of(name_of(shape))
        if slot is None:
            return
        self.slots.add(slot)
        with self._noted(*place):
            kind, key = slot
            is_chart = next(shape.iter(c("chart")), None) is not None
            if kind == "chart" and not is_chart:
                raise Fault(
                    f"the shape named {name_of(shape)!r} is no native chart; insert one and give it this name",
                    f"名为“{name_of(shape)}”的形状不是原生图表；请插入图表并使用该名称",
                    name_of(shape),
                )
            refuse_unfilled(kind, key, self._names[kind], name_of(shape))

    def _check_string(self, template: str, scope: Scope, place: tuple[tuple[str, str], ...]) -> None:
        tags = find_tags(template)
        match_tags((0, tag) for tag in tags)
        self._walk(
            nest([Leaf(tag) if tag.kind == "value" else tag for tag in tags if tag.kind != "remark"]), scope, place
        )

    def _check_frame(
        self, prototype: Prototype, frame: etree._Element, scope: Scope, place: tuple[tuple[str, str], ...]
    ) -> None:
        element = next(frame.iter(TBL), None)
        if element is not None:
            if self._paragraphs_are_whole(element, place):
                with self._noted(*place):
                    self._walk(read_table(element).nodes, scope, place)
            return
        reference = next(frame.iter(c("chart")), None)
        source = None if reference is None else prototype.part.relationships.get(reference.get(f"{{{OFFICE}}}id", ""))
        if source is None:
            return
        for rich in source.target.tree.iter(c("rich")):
            self._check_text(rich, scope, (*place, ("chart text", "图表文字")))
        if slot_of(name_of(frame)) and next(source.target.tree.iter(c("ser")), None) is None:
            with self._noted(*place):
                raise Fault(
                    "the chart has no series to take its look from; draw a bar or column chart",
                    "图表没有可沿用格式的系列；请插入柱形图或条形图",
                )

    def _paragraphs_are_whole(self, element: etree._Element, place: tuple[tuple[str, str], ...]) -> bool:
        before = len(self.faults)
        for number, paragraph in enumerate(element.iter(P_TAG), 1):
            with self._noted(*place, (f"paragraph {number}", f"第{number}段")):
                Paragraph(paragraph)
        return len(self.faults) == before

    def _check_text(self, holder: etree._Element, scope: Scope, place: tuple[tuple[str, str], ...]) -> None:
        if self._paragraphs_are_whole(holder, place):
            with self._noted(*place):
                body = read_body(holder)
                self._walk_body(body, scope, place)

    def _walk_body(self, body: Body, scope: Scope, place: tuple[tuple[str, str], ...]) -> None:
        self._walk(body.nodes, scope, place, body)

    def _walk(
        self, nodes: Sequence[Node], scope: Scope, place: tuple[tuple[str, str], ...], body: Body | None = None
    ) -> None:
        for node in nodes:
            if isinstance(node, Leaf):
                self._walk_leaf(node.item, scope, place, body)
            elif isinstance(node, Loop):
                inner: Scope = {**scope, **{name: Field(name, ANYTHING) for name in node.tag.names}}
                with self._noted(*place):
                    inner = self._loop_scope(node.tag, scope)
                self._walk(node.body, inner, place, body)
            elif isinstance(node, Choice):
                for tag, branch in node.branches:
                    with self._noted(*place):
                        self._condition(tag, scope)
                    self._walk(branch, scope, place, body)

    def _walk_leaf(self, item: object, scope: Scope, place: tuple[tuple[str, str], ...], body: Body | None) -> None:
        if isinstance(item, Tag):
            with self._noted(*place), self._quoted(item):
                check_printed(item, self.reader.read(item.expression, scope))
        elif isinstance(item, Paragraph):
            number = body.paragraphs.index(item) + 1 if body is not None else 1
            inner = (*place, (f"paragraph {number}", f"第{number}段"))
            self._text = item.text
            self._walk(inline_nodes(item, body.outer if body is not None else ()), scope, inner, body)
            self._text = ""
        elif isinstance(item, Row):
            for column, cell in enumerate(item.cells, 1):
                self._walk_body(cell, scope, (*place, (f"cell {column}", f"第{column}格")))


def _described(prototype: Prototype) -> str:
    """A slide's tags and its title as written, by which people know it."""
    titles = (
        "".join(node.text or "" for node in shape.iter(T_TAG))
        for shape in all_shapes(shapes_of(prototype.part.tree))
        if is_title(shape)
    )
    tags = " ".join(tag.written for tag in prototype.tags)
    return " ".join(filter(None, [tags, next(titles, "").strip()])) or "-"


def _places(nodes: Sequence[Node]) -> list[tuple[str, str]]:
    """The slide that a slide block starts with."""
    first: Node | None = nodes[0] if nodes else None
    while isinstance(first, Loop | Choice):
        inner = first.body if isinstance(first, Loop) else first.branches[0][1]
        first = inner[0] if inner else None
    return [first.item.place] if isinstance(first, Leaf) else []
