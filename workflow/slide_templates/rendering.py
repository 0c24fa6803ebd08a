"""A template and its values → a deck: read, choose slides, fill each, bring the presentation in line, write."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from pathlib import Path

from lxml import etree

from slide_templates.bodies import fill_body, read_body
from slide_templates.charts import c, fill_chart, mend_axis_ids, set_workbook
from slide_templates.copying import PartNumbers, copy_part, copy_with_tree, drop_identities, drop_unreferenced
from slide_templates.evaluation import Evaluation, Scope
from slide_templates.geometry import box_of
from slide_templates.line_rules import rules_of
from slide_templates.links import relate_links
from slide_templates.long_tables import chunks_of_rows, keep_part
from slide_templates.package import OFFICE, Package, Part, Relationship, Seal
from slide_templates.paragraphs import FLD_TAG, R_TAG, RPR_TAG, A
from slide_templates.pictures import IMAGE, PictureParts, place_picture
from slide_templates.presentation import list_slides, slide_size
from slide_templates.problems import Fault, TemplateError, at, unusual_xml
from slide_templates.properties import set_core_properties, set_counts
from slide_templates.prototypes import Prototype, slide_nodes, slides_to_make
from slide_templates.row_heights import row_heights
from slide_templates.shapes import (
    TXBODY,
    Filled,
    P,
    ShapeFiller,
    all_shapes,
    id_of,
    is_title,
    name_of,
    properties_of,
    shape_step,
    shapes_of,
)
from slide_templates.slots import wanted
from slide_templates.template import read_template
from slide_templates.values import ChartData, Limits, Picture, Properties

_PARAGRAPH_END = f"{{{A}}}endParaRPr"
_NUMERALS = "一二三四五六七八九十"


def render(
    template: Path | bytes,
    context: Mapping[str, object],
    *,
    pictures: Mapping[str, Path | bytes | Picture] | None = None,
    charts: Mapping[str, ChartData] | None = None,
    properties: Properties | None = None,
    limits: Limits | None = None,
    language: str = "zh-CN",
    allowed_links: Collection[str] = (),
    seal: Seal | None = None,
) -> bytes:
    """The deck as .pptx bytes: the same bytes for the same arguments.

    ``context`` holds what expressions may name: mappings, lists, dataclasses, texts, numbers. ``pictures`` and
    ``charts`` fill the shapes that
    are named ``picture:key`` and ``chart:key``. ``language`` is set on every run. ``allowed_links`` names the kinds
    of outside links that a
    template may hold (``https``, ``mailto``); none by default. ``seal`` is given the finished files of the deck and
    gives what is added to them. Raises TemplateError, which says where in the template and what to do.
    """
    file = template.name if isinstance(template, Path) else "template.pptx"
    limits = limits or Limits()
    try:
        with unusual_xml():
            package, prototypes = read_template(template, limits, allowed_links).to_fill()
            deck = _Deck(package, limits, pictures or {}, charts or {}, language)
            deck.make(prototypes, context)
            notes = sum(slide.related("notesSlide") is not None for _, slide in deck.made)
            set_core_properties(package, properties or Properties())
            set_counts(package, {"Slides": len(deck.made), "Notes": notes})
            return package.write(seal)
    except Fault as fault:
        raise TemplateError(fault.problem(file)) from fault


class _Deck:
    def __init__(
        self,
        package: Package,
        limits: Limits,
        pictures: Mapping[str, Path | bytes | Picture],
        charts: Mapping[str, ChartData],
        language: str,
    ):
        self._package = package
        self._limits = limits
        self._pictures = pictures
        self._charts = charts
        self._language = language
        self._evaluation = Evaluation(limits)
        self._numbers = PartNumbers()
        self._picture_parts = PictureParts()
        self._width, self._height = slide_size(package)
        self._rules = rules_of(package.main.tree)
        self._filler = ShapeFiller(self._evaluation, self._width)
        self.made: list[tuple[Part, Part]] = []

    def make(self, prototypes: Sequence[Prototype], context: Mapping[str, object]) -> None:
        for prototype, scope in slides_to_make(slide_nodes(prototypes), self._evaluation, dict(context)):
            with at(*prototype.place), unusual_xml():
                self._make_slide(prototype, scope)
        if not self.made:
            raise Fault(
                "no slide is left: every slide tag turned its slide away",
                "没有任何一页被保留：所有 slide 标签的条件都不成立",
            )
        _aim_slide_links(self.made)
        list_slides(self._package, self.made)

    def _make_slide(self, prototype: Prototype, scope: Scope) -> None:
        """One slide, or several when a table goes on."""
        whole = self._filled(prototype, {**scope, "part": {"number": 1, "count": 1}})
        heights = {id_of(frame): row_heights(frame, self._rules) for frame, _ in whole.tables}
        parts = {
            id_of(frame): chunks_of_rows(
                frame, heights[id_of(frame)], heads, shapes_of(whole.tree), prototype.part, self._height
            )
            for frame, heads in whole.tables
        }
        count = max((len(chunks) for chunks in parts.values()), default=1)
        for number in range(1, count + 1):
            inner: Scope = {**scope, "part": {"number": number, "count": count}}
            filled = whole
            if count > 1 and prototype.names_part:
                filled = self._filled(prototype, inner)
                heights = {}  # what the tags say of the part may take more lines
            elif number < count:
                filled = whole.copy()
            if number > 1:
                self._mark_continued(filled.tree, prototype, number, count)
            for frame, _ in filled.tables:
                keep_part(frame, parts.get(id_of(frame), []), number, heights.get(id_of(frame)), self._rules)
            self._finish(prototype, filled, inner)

    def _filled(self, prototype: Prototype, scope: Scope) -> Filled:
        tree = deepcopy(prototype.part.tree)
        shapes = shapes_of(tree)
        common = shapes.getparent()
        if "{" in common.get("name", ""):
            common.set("name", self._evaluation.text(common.get("name"), scope))
        return self._filler.fill(tree, scope)

    def _mark_continued(self, tree: etree._Element, prototype: Prototype, number: int, count: int) -> None:
        """Say 续 in the title, unless the template tells the parts apart itself."""
        if re.search(r"\bpart\s*\.", "".join(prototype.part.tree.itertext())):
            return
        title = next((shape for shape in all_shapes(shapes_of(tree)) if is_title(shape)), None)
        texts = [] if title is None else list(title.iter(f"{{{A}}}t"))
        if texts:
            word = "（续）" if count == 2 else f"（续{_NUMERALS[number - 2] if number < 12 else number - 1}）"
            if re.search(r"（续[^（）]*）\s*$", "".join(one.text or "" for one in texts)):
                word = f"（{number}/{count}）"  # the title itself is that of a continuation
            texts[-1].text = (texts[-1].text or "") + word

    def _finish(self, prototype: Prototype, filled: Filled, scope: Scope) -> None:
        tree = filled.tree
        number = len(self.made) + 1
        if number > self._limits.slides:
            raise Fault(
                f"the deck grows over {self._limits.slides} slides; look at its slide loops",
                f"超过{self._limits.slides}页；请检查 slide 循环",
            )
        charts = {id(shape): key for kind, key, shape in filled.slots if kind == "chart"}
        pending = [(shape, shape.getroottree()) for shape in tree.iter(f"{{{P}}}graphicFrame")]
        slide = copy_with_tree(prototype.part, f"/ppt/slides/slide{number}.xml", tree, self._numbers)
        for shape, _ in pending:
            self._own_chart(prototype, slide, shape, charts.get(id(shape)), scope)
        for kind, key, shape in filled.slots:
            if kind == "picture":
                with at(*shape_step(shape)):
                    self._place_picture(slide, shape, key)
            elif shape.tag != f"{{{P}}}graphicFrame" or next(shape.iter(c("chart")), None) is None:
                raise Fault(
                    f"the shape {name_of(shape)!r} is no chart; insert a native chart and give it this name",
                    f"形状“{name_of(shape)}”不是图表；请插入原生图表并使用该名称",
                    name_of(shape),
                )
        self._set_language(tree)
        drop_identities(tree)
        drop_unreferenced(slide)
        relate_links(slide)
        if prototype.notes is not None:
            self._copy_notes(prototype.notes, slide, number, scope)
        self.made.append((prototype.part, slide))

    def _own_chart(
        self, prototype: Prototype, slide: Part, shape: etree._Element, key: str | None, scope: Scope
    ) -> None:
        reference = next(shape.iter(c("chart")), None)
        if reference is None:
            return
        attribute = f"{{{OFFICE}}}id"
        source = prototype.part.relationships.get(reference.get(attribute, ""))
        if source is None:
            return
        with at(*shape_step(shape)):
            chart = copy_part(source.target, self._numbers, self._numbers.name("/ppt/charts/chart%d.xml"))
            self._fill_chart_texts(chart, scope)
            if key is not None:
                data = wanted("chart", key, self._charts)
                fill_chart(chart.tree, data)
                set_workbook(chart, data, self._numbers, "/ppt/embeddings")
                naming = properties_of(shape)
                if not naming.get("descr"):
                    naming.set("descr", data.alt_text)
            mend_axis_ids(chart.tree)
            self._set_language(chart.tree)
        reference.set(attribute, slide.relate(source.kind, chart))

    def _fill_chart_texts(self, chart: Part, scope: Scope) -> None:
        for rich in chart.tree.iter(c("rich")):
            body = read_body(rich)
            if body.has_tags:
                with at("chart text", "图表文字"):
                    fill_body(body, rich, self._evaluation, scope)

    def _place_picture(self, slide: Part, shape: etree._Element, key: str) -> None:
        given = wanted("picture", key, self._pictures)
        picture = given if isinstance(given, Picture) else Picture(given)
        part, size = self._picture_parts.part(picture)
        box = box_of(shape, slide)
        if box is None:
            raise Fault(
                "the picture's shape has no place of its own; draw a rectangle", "图片形状没有自己的位置；请改用矩形"
            )
        place_picture(shape, slide.relate(IMAGE, part), size, picture.alt_text, box)

    def _copy_notes(self, source: Part, slide: Part, number: int, scope: Scope) -> None:
        tree = deepcopy(source.tree)
        with at("notes", "备注"):
            for shape in all_shapes(shapes_of(tree)):
                holder = shape.find(TXBODY)
                if holder is not None:
                    body = read_body(holder)
                    if body.has_tags:
                        fill_body(body, holder, self._evaluation, scope)
        self._set_language(tree)
        drop_identities(tree)
        notes = copy_with_tree(source, f"/ppt/notesSlides/notesSlide{number}.xml", tree, self._numbers)
        relate_links(notes)
        notes.relate(f"{OFFICE}/slide", slide)
        slide.relate(f"{OFFICE}/notesSlide", notes)

    def _set_language(self, tree: etree._Element) -> None:
        for element in tree.iter(R_TAG, FLD_TAG):
            look = element.find(RPR_TAG)
            if look is None:
                look = etree.Element(RPR_TAG)
                element.insert(0, look)
            look.set("lang", self._language)
        for element in tree.iter(_PARAGRAPH_END):
            element.set("lang", self._language)


def _aim_slide_links(made: list[tuple[Part, Part]]) -> None:
    """A link to a slide of the template goes to the first slide made from it; with none, the link goes."""
    first: dict[int, Part] = {}
    for prototype, slide in made:
        first.setdefault(id(prototype), slide)
    for _, slide in made:
        for key, one in list(slide.relationships.items()):
            if one.short_kind != "slide":
                continue
            if id(one.target) in first:
                slide.relationships[key] = Relationship(one.kind, first[id(one.target)])
                continue
            del slide.relationships[key]
            for element in [element for element in slide.tree.iter() if element.get(f"{{{OFFICE}}}id") == key]:
                element.getparent().remove(element)
