"""Everything that is wrong with a template, found before anything is rendered."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import partial
from pathlib import Path

from lxml import etree

from slide_templates.blocks import Leaf, Node, match_tags, nest
from slide_templates.bodies import Body, Row, body_of, cells_of, table_of
from slide_templates.charts import c
from slide_templates.fields import ANYTHING, Field, read_fields
from slide_templates.findings import Findings, Scope, TemplateContents
from slide_templates.looks import check_looks
from slide_templates.package import OFFICE, Package
from slide_templates.paragraphs import P_TAG, T_TAG, Paragraph, inline_nodes
from slide_templates.places import Place, Placed, Spots, cell_step, paragraph_step, placed_by, spots_in, spots_of
from slide_templates.problems import TemplateProblem, unusual_xml
from slide_templates.prototypes import Prototype, read_prototypes, slide_nodes, take_slide_tags
from slide_templates.safety import open_template
from slide_templates.shapes import (
    FRAME,
    GROUP,
    SP,
    TBL,
    TXBODY,
    all_shapes,
    child_shapes,
    is_title,
    name_of,
    properties_of,
    shape_step,
    shapes_of,
    take_shape_tag,
)
from slide_templates.slots import slot_of
from slide_templates.tags import Tag, find_tags
from slide_templates.values import Limits


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
    findings = Findings(read_fields(known_fields), pictures, charts)
    _Checker(findings).run(template, limits or Limits(), allowed_links)
    return findings.problems(template.name if isinstance(template, Path) else "template.pptx")


def contents(
    template: Path | bytes, limits: Limits | None = None, allowed_links: Collection[str] = ()
) -> TemplateContents:
    """What a template uses, for lists of fields and for comparing two versions of it."""
    findings = Findings(Field("", ANYTHING), None, None)
    _Checker(findings).run(template, limits or Limits(), allowed_links)
    return findings.contents()


class _Checker:
    def __init__(self, findings: Findings) -> None:
        self._findings = findings

    def run(self, template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> None:
        with self._findings.noted(), unusual_xml():
            self._check_package(open_template(template, limits, allowed_links))

    def _check_package(self, package: Package) -> None:
        prototypes = read_prototypes(package)
        looks = list(check_looks(prototypes))
        torn: list[str] = []  # texts whose slide tags cannot be read
        for prototype in prototypes:
            torn.append(_said(prototype))
            with self._findings.noted(prototype.place):
                prototype.tags = take_slide_tags(prototype)
                torn.pop()
            self._findings.outline.append(_described(prototype))
        spots = {
            tag: Placed(tag, (prototype.place,), tag.written) for prototype in prototypes for tag in prototype.tags
        }
        scope = self._findings.loosened(self._findings.reader.scope, torn) if torn else self._findings.reader.scope
        nodes: list[Node] | None = None
        with self._findings.noted(), placed_by(spots):
            nodes = slide_nodes(prototypes)
        if nodes is not None:
            self._findings.walk(nodes, scope, spots, self._check_slide)
        else:  # the slide tags do not fit together: each slide by itself
            loose = self._findings.loosened(scope, [tag.written for tag in spots])
            self._findings.read_loosely(spots.values(), loose)
            for prototype in prototypes:
                self._check_slide(prototype, loose)
        for place, fault in looks:
            with self._findings.noted(*place):
                raise fault

    def _check_slide(self, prototype: Prototype, scope: Scope) -> None:
        with self._findings.noted(prototype.place), unusual_xml():
            self._check_shapes(prototype, shapes_of(prototype.part.tree), scope, (prototype.place,))
            if prototype.notes is not None:
                place = (prototype.place, ("notes", "备注"))
                self._check_shapes(prototype, shapes_of(prototype.notes.tree), scope, place)

    def _check_shapes(self, prototype: Prototype, container: etree._Element, scope: Scope, place: Place) -> None:
        for shape in child_shapes(container):
            own_place = (*place, shape_step(shape))
            inner = self._inside(shape, scope, own_place)
            self._check_names(shape, inner, own_place)
            chart = _chart_of(shape, prototype)
            self._check_slot(shape, own_place, chart)
            if shape.tag == GROUP:
                self._check_shapes(prototype, shape, inner, place)
            elif shape.tag == FRAME:
                self._check_frame(shape, chart, inner, own_place)
            elif shape.tag == SP and shape.find(TXBODY) is not None:
                self._check_text(shape.find(TXBODY), inner, own_place)

    def _inside(self, shape: etree._Element, scope: Scope, place: Place) -> Scope:
        """The scope inside a shape that may have a tag of its own."""
        said = " ".join([properties_of(shape).get("descr", ""), *shape.itertext()])
        tag = None
        with self._findings.noted(*place):
            tag = take_shape_tag(shape)
            said = ""
        if said:
            return self._findings.loosened(scope, [said])
        if tag is None:
            return scope
        inner: list[Scope] = []
        block = nest([tag, Leaf(None), Tag(f"end{tag.kind}", "shape", 0, 0, "")])
        self._findings.walk(
            block, scope, {tag: Placed(tag, place, tag.written)}, lambda _, reached: inner.append(reached)
        )
        return inner[0]

    def _check_names(self, shape: etree._Element, scope: Scope, place: Place) -> None:
        properties = properties_of(shape)
        for attribute, word in (
            ("name", ("shape name", "形状名称")),
            ("descr", ("alternative text", "替代文字")),
            ("title", ("alternative text", "替代文字")),
        ):
            self._check_string(properties.get(attribute, ""), scope, (*place, word))

    def _check_string(self, text: str, scope: Scope, place: Place) -> None:
        with self._findings.noted(*place):
            tags = find_tags(text)
            spots = spots_of(tags, (), text)
            with placed_by(spots):
                match_tags((0, tag) for tag in tags)
            stream = [Leaf(tag) if tag.kind == "value" else tag for tag in tags if tag.kind != "remark"]
            self._findings.walk(nest(stream), scope, spots_of(tags, place, text))

    def _check_frame(self, frame: etree._Element, chart: etree._Element | None, scope: Scope, place: Place) -> None:
        element = next(frame.iter(TBL), None)
        if element is not None:
            self._check_table(element, scope, place)
        elif chart is not None:
            for rich in chart.iter(c("rich")):
                self._check_text(rich, scope, (*place, ("chart text", "图表文字")))

    def _check_slot(self, shape: etree._Element, place: Place, chart: etree._Element | None) -> None:
        slot = slot_of(name_of(shape))
        if slot is not None:
            with self._findings.noted(*place):
                has_series = chart is not None and next(chart.iter(c("ser")), None) is not None
                self._findings.check_slot(slot, name_of(shape), is_chart=chart is not None, has_series=has_series)

    def _check_text(self, holder: etree._Element, scope: Scope, place: Place) -> None:
        paragraphs = self._paragraphs(holder, place)
        spots = _spots(paragraphs, place)
        body = None
        if None not in paragraphs:
            with self._findings.noted(), placed_by(spots, place):
                body = body_of([one for one in paragraphs if one is not None])
        if body is None:
            self._findings.read_loosely(spots.values(), self._findings.loosened(scope, holder.itertext()))
        else:
            self._walk_body(body, scope, spots)

    def _check_table(self, element: etree._Element, scope: Scope, place: Place) -> None:
        rows: list[tuple[etree._Element, list[list[Paragraph]]]] = []
        spots: dict[Tag, Placed] = {}
        whole = True
        for r, (row, holders) in enumerate(cells_of(element)):
            cells = []
            for c_, holder in enumerate(holders):
                here = (*place, cell_step(r, c_))
                read = self._paragraphs(holder, here)
                spots |= _spots(read, here)
                whole = whole and None not in read
                cells.append([one for one in read if one is not None])
            rows.append((row, cells))
        table = None
        if whole:
            with self._findings.noted(), placed_by(spots, place):
                table = table_of(rows)
        if table is None:
            self._findings.read_loosely(spots.values(), self._findings.loosened(scope, element.itertext()))
        else:
            self._findings.walk(table.nodes, scope, spots, partial(self._walk_row, spots=spots))

    def _walk_row(self, row: Row, scope: Scope, spots: Spots) -> None:
        for body in row.cells:
            self._walk_body(body, scope, spots)

    def _walk_body(self, body: Body, scope: Scope, spots: Spots) -> None:
        def paragraph(one: Paragraph, inner: Scope) -> None:
            self._findings.walk(inline_nodes(one, body.outer), inner, spots)

        self._findings.walk(body.nodes, scope, spots, paragraph)

    def _paragraphs(self, holder: etree._Element, place: Place) -> list[Paragraph | None]:
        """The paragraphs of a text; None for one whose tags are broken."""
        paragraphs: list[Paragraph | None] = []
        for number, element in enumerate(holder.iterchildren(P_TAG), 1):
            paragraph = None
            with self._findings.noted(*place, paragraph_step(number)):
                paragraph = Paragraph(element)
            paragraphs.append(paragraph)
        return paragraphs


def _chart_of(shape: etree._Element, prototype: Prototype) -> etree._Element | None:
    """The chartSpace that a graphic frame shows."""
    reference = next(shape.iter(c("chart")), None) if shape.tag == FRAME else None
    one = None if reference is None else prototype.part.relationships.get(reference.get(f"{{{OFFICE}}}id", ""))
    return None if one is None or one.external else one.target.tree


def _spots(paragraphs: Sequence[Paragraph | None], place: Place) -> dict[Tag, Placed]:
    spots: dict[Tag, Placed] = {}
    for number, one in enumerate(paragraphs, 1):
        if one is not None:
            spots |= spots_in(one, (*place, paragraph_step(number)))
    return spots


def _said(prototype: Prototype) -> str:
    """All that stands on a slide and in its notes."""
    trees = [prototype.part.tree, *([prototype.notes.tree] if prototype.notes is not None else [])]
    return "".join(text for tree in trees for text in tree.itertext())


def _described(prototype: Prototype) -> str:
    """A slide's tags and its title as written, by which people know it."""
    titles = (
        "".join(node.text or "" for node in shape.iter(T_TAG))
        for shape in all_shapes(shapes_of(prototype.part.tree))
        if is_title(shape)
    )
    tags = " ".join(tag.written for tag in prototype.tags)
    return " ".join(filter(None, [tags, next(titles, "").strip()])) or "-"
