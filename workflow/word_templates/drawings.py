"""Charts and pictures of a Word template: found by their name or alternative text, filled after docxtpl has copied them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lxml import etree

from slide_templates.blocks import match_tags
from slide_templates.charts import c, fill_chart, mend_axis_ids, set_workbook
from slide_templates.copying import PartNumbers, copy_part, referenced
from slide_templates.package import OFFICE, Part
from slide_templates.paragraphs import P_TAG, Paragraph
from slide_templates.pictures import IMAGE, PictureParts
from slide_templates.places import Place, placed_by, spots_of
from slide_templates.problems import Fault, at
from slide_templates.slots import slot_of, wanted
from slide_templates.tags import find_tags
from slide_templates.values import ChartData, Picture
from word_templates.marks import Marks
from word_templates.paragraphs import w

if TYPE_CHECKING:
    from word_templates.preparing import Noted

WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
DOCPR = f"{{{WP}}}docPr"
_ID, _EMBED = f"{{{OFFICE}}}id", f"{{{OFFICE}}}embed"
_TEXT = "chart-text-"  # attribute of ours: what the n-th tagged paragraph of the chart says
_NAMES = (
    ("name", ("shape name", "形状名称")),
    ("descr", ("alternative text", "替代文字")),
    ("title", ("alternative text", "替代文字")),
)


def drawings_in(root: etree._Element) -> Iterator[etree._Element]:
    """Drawings under ``root``, without those inside its text boxes."""
    for child in root:
        if child.tag == w("drawing"):
            yield child
        elif child.tag != w("txbxContent"):
            yield from drawings_in(child)


def name_of(drawing: etree._Element) -> str:
    """What a chart or picture is asked for by: its name, else its alternative text; empty when it asks for nothing."""
    properties = drawing.find(f".//{DOCPR}")
    texts = [] if properties is None else [properties.get(one, "") for one, _ in _NAMES]
    return next((text for text in texts if slot_of(text)), "")


def drawing_step(number: int) -> tuple[str, str]:
    """The drawing in the words of a place; ``number`` counts from 1 in its paragraph."""
    return f"drawing {number}", f"图{number}"


def chart_of(drawing: etree._Element, part: Part) -> Part | None:
    """The chart part that a drawing shows."""
    reference = next(drawing.iter(c("chart")), None)
    one = None if reference is None else part.relationships.get(reference.get(_ID, ""))
    return None if one is None or one.external else one.target


def chart_paragraphs(chart: Part) -> list[etree._Element]:
    """The paragraphs of a chart's title and texts that hold tags, in order."""
    paragraphs = [one for rich in chart.tree.iter(c("rich")) for one in rich.iterchildren(P_TAG)]
    return [one for one in paragraphs if "{" in "".join(one.itertext())]


def mark_drawings(paragraph: etree._Element, part: Part, place: Place, marks: Marks, noted: Noted) -> None:
    """Put marks for the tags in names, alternative texts and chart texts; the last travel as attributes."""
    for drawing in drawings_in(paragraph):
        properties = drawing.find(f".//{DOCPR}")
        if properties is None:
            continue
        chart = chart_of(drawing, part)
        texts = [(name, properties.get(name, ""), step) for name, step in _NAMES]
        for number, element in enumerate(chart_paragraphs(chart) if chart is not None else []):
            with noted(*place, ("chart text", "图表文字")):
                texts.append((f"{_TEXT}{number}", Paragraph(element).text, ("chart text", "图表文字")))
        for name, text, step in texts:
            if "{" in text or "}" in text:
                with noted(*place, step):
                    properties.set(name, _marked(text, (*place, step), marks))


def _marked(text: str, place: Place, marks: Marks) -> str:
    pieces, reached = [], 0
    tags = find_tags(text)
    spots = spots_of(tags, place, text)
    with placed_by(spots_of(tags, (), text)):
        match_tags((0, tag) for tag in tags)
    for tag in tags:
        pieces.append(text[reached : tag.start])
        if tag.kind != "remark":
            pieces.append(marks.mark(spots[tag]))
        reached = tag.end
    return "".join([*pieces, text[reached:]])


@dataclass
class Filler:
    """Fills the drawings of one document; every copy of a chart gets a chart and a workbook of its own."""

    charts: Mapping[str, ChartData]
    pictures: Mapping[str, Picture]
    numbers: PartNumbers = field(default_factory=PartNumbers)
    picture_parts: PictureParts = field(default_factory=lambda: PictureParts("/word/media"))

    def fill(self, part: Part) -> None:
        """``part`` is a document, header or footer as docxtpl left it."""
        for number, drawing in enumerate(list(part.tree.iter(w("drawing"))), 1):
            with at(*drawing_step(number)):
                self._fill(part, drawing)
        _drop_unreferenced(part)

    def _fill(self, part: Part, drawing: etree._Element) -> None:
        name = name_of(drawing)
        kind, key = slot_of(name) or ("", "")
        properties = drawing.find(f".//{DOCPR}")
        if kind:
            for one in ("descr", "title"):
                if properties.get(one) == name:
                    del properties.attrib[one]
            if not key:  # nothing is to be shown here
                drawing.getparent().remove(drawing)
                return
        chart = chart_of(drawing, part)
        if chart is not None:
            self._own_chart(part, drawing, chart, key)
        elif kind == "chart":
            raise Fault(
                f"the shape named {name!r} is no native chart; insert one and give it this name",
                f"名为“{name}”的形状不是原生图表；请插入图表并使用该名称",
                name,
            )
        elif kind == "picture":
            self._place_picture(part, drawing, wanted("picture", key, self.pictures))

    def _own_chart(self, part: Part, drawing: etree._Element, source: Part, key: str) -> None:
        copy = copy_part(source, self.numbers, self.numbers.name("/word/charts/chart%d.xml"))
        properties = drawing.find(f".//{DOCPR}")
        for number, element in enumerate(chart_paragraphs(copy)):
            _say(element, properties.attrib.pop(f"{_TEXT}{number}", ""))
        if key:
            data = wanted("chart", key, self.charts)
            fill_chart(copy.tree, data)
            set_workbook(copy, data, self.numbers, "/word/embeddings")
            if not properties.get("descr"):
                properties.set("descr", data.alt_text)
        mend_axis_ids(copy.tree)
        next(drawing.iter(c("chart"))).set(_ID, part.relate(f"{OFFICE}/chart", copy))

    def _place_picture(self, part: Part, drawing: etree._Element, picture: Picture) -> None:
        """The picture instead of the drawn one, fitted inside its frame."""
        blip = next(drawing.iter(f"{{{A}}}blip"), None)
        if blip is None:
            raise Fault("a picture needs a drawn picture to stand in", "图片应放在已插入的图片位置")
        image, size = self.picture_parts.part(picture)
        for child in list(blip):  # an SVG twin and effects of the drawn picture
            blip.remove(child)
        blip.set(_EMBED, part.relate(IMAGE, image))
        for crop in list(drawing.iter(f"{{{A}}}srcRect")):
            crop.getparent().remove(crop)
        frame = drawing.find(f".//{{{WP}}}extent")
        scale = min(int(frame.get("cx")) / size[0], int(frame.get("cy")) / size[1])
        fitted = {"cx": str(max(1, round(size[0] * scale))), "cy": str(max(1, round(size[1] * scale)))}
        for element in (frame, *drawing.iter(f"{{{A}}}ext")):
            if element.get("cx"):
                for side, length in fitted.items():
                    element.set(side, length)
        properties = drawing.find(f".//{DOCPR}")
        if not properties.get("descr"):
            properties.set("descr", picture.alt_text)


def _say(paragraph: etree._Element, text: str) -> None:
    """Let a paragraph of a chart say ``text`` in the look of its first run."""
    nodes = list(paragraph.iter(f"{{{A}}}t"))
    for number, node in enumerate(nodes):
        node.text = text if number == 0 else ""


def _drop_unreferenced(part: Part) -> None:
    used = referenced(part.tree)
    for key, one in list(part.relationships.items()):
        if one.short_kind in ("chart", "image") and key not in used:
            del part.relationships[key]
