"""The shapes of one slide: which stay, which repeat, and their text, names and alternative texts."""

from __future__ import annotations

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field

from lxml import etree

from slide_templates.bodies import fill_body, fill_table, read_body, read_table
from slide_templates.evaluation import Evaluation, Scope
from slide_templates.paragraphs import P_TAG, A, Paragraph, cut_tags
from slide_templates.problems import Fault, at
from slide_templates.slots import slot_of
from slide_templates.tags import Tag, find_tags

P = "http://schemas.openxmlformats.org/presentationml/2006/main"
_SHAPES = {f"{{{P}}}{name}" for name in ("sp", "grpSp", "graphicFrame", "cxnSp", "pic")}
_NAMING = {f"{{{P}}}{name}" for name in ("nvSpPr", "nvGrpSpPr", "nvGraphicFramePr", "nvCxnSpPr", "nvPicPr")}
GROUP, FRAME, PIC, SP = (f"{{{P}}}{name}" for name in ("grpSp", "graphicFrame", "pic", "sp"))
TBL, TXBODY = f"{{{A}}}tbl", f"{{{P}}}txBody"
GAP = 182880  # 0.2 inch between shapes laid side by side


@dataclass
class Filled:
    """A slide whose shapes are filled: where pictures and charts go, and the tables whose rows may go on."""

    tree: etree._Element
    slots: list[tuple[str, str, etree._Element]] = field(default_factory=list)  # (chart or picture, key, shape)
    tables: list[tuple[etree._Element, int]] = field(default_factory=list)  # frames with a loop over rows, header rows

    def copy(self) -> Filled:
        """The same once more, to be changed by itself."""
        tree = deepcopy(self.tree)
        same = dict(zip(all_shapes(shapes_of(self.tree)), all_shapes(shapes_of(tree)), strict=True))
        return Filled(
            tree,
            [(kind, key, same[shape]) for kind, key, shape in self.slots],
            [(same[frame], heads) for frame, heads in self.tables],
        )


def properties_of(shape: etree._Element) -> etree._Element:
    """The shape's cNvPr: its id, name and alternative text."""
    for child in shape:
        if child.tag in _NAMING:
            return child[0]
    raise Fault("a shape without name and number; save the template again", "有一个形状没有名称和编号；请重新保存模板")


def name_of(shape: etree._Element) -> str:
    return str(properties_of(shape).get("name", ""))


def shape_step(shape: etree._Element) -> tuple[str, str]:
    """The shape in the words of a place."""
    return f"shape {name_of(shape)}", f"形状“{name_of(shape)}”"


def shapes_of(tree: etree._Element) -> etree._Element:
    """The shape tree of a slide, layout, master or notes page."""
    found = tree.find(f"{{{P}}}cSld/{{{P}}}spTree")
    if found is None:
        raise Fault("a slide without a shape tree; save the template again", "有一页没有形状树；请重新保存模板")
    return found


def id_of(shape: etree._Element) -> str:
    return str(properties_of(shape).get("id", ""))


def is_title(shape: etree._Element) -> bool:
    placeholder = next(shape.iter(f"{{{P}}}ph"), None) if shape.tag == SP else None
    return placeholder is not None and placeholder.get("type") in ("title", "ctrTitle")


def child_shapes(container: etree._Element) -> Iterator[etree._Element]:
    """The shapes directly inside a shape tree or group; both sides of an AlternateContent count."""
    for child in container:
        if child.tag in _SHAPES:
            yield child
        elif child.tag == "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent":
            for branch in child:
                yield from child_shapes(branch)


def all_shapes(container: etree._Element) -> Iterator[etree._Element]:
    for shape in child_shapes(container):
        yield shape
        if shape.tag == GROUP:
            yield from all_shapes(shape)


class ShapeFiller:
    """Fills every shape of a slide; ``width`` is the slide's, in EMU."""

    def __init__(self, evaluation: Evaluation, width: int):
        self._evaluation = evaluation
        self._width = width

    def fill(self, tree: etree._Element, scope: Scope) -> Filled:
        result = Filled(tree)
        shapes = shapes_of(tree)
        self._fill_children(shapes, scope, result, top=True)
        _give_new_ids(shapes)
        return result

    def _fill_children(self, container: etree._Element, scope: Scope, result: Filled, *, top: bool = False) -> None:
        for shape in list(child_shapes(container)):
            with at(*shape_step(shape)):
                tag = take_shape_tag(shape)
                if tag is None:
                    self._fill_shape(shape, scope, result)
                elif tag.kind == "if":
                    if self._evaluation.holds(tag.expression, scope):
                        self._fill_shape(shape, scope, result)
                    else:
                        remove_shape(shape)
                else:
                    if not top and tag.across:
                        raise Fault(
                            f"{tag.written} stands inside a group; repeat the whole group",
                            f"“{tag.written}”在组合内；请对整个组合使用",
                            tag.written,
                        )
                    self._repeat(shape, tag, scope, result)

    def _repeat(self, shape: etree._Element, tag: Tag, scope: Scope, result: Filled) -> None:
        scopes = list(self._evaluation.loop(tag, scope))
        copies = [deepcopy(shape) for _ in scopes]
        for number, copy in enumerate(copies):
            shape.addprevious(copy)
            _lay(copy, number, len(copies), self._width, tag)
        remove_shape(shape)
        for copy, inner in zip(copies, scopes, strict=True):
            self._fill_shape(copy, inner, result)

    def _fill_shape(self, shape: etree._Element, scope: Scope, result: Filled) -> None:
        self._fill_names(shape, scope)
        slot = slot_of(name_of(shape))
        if slot:
            if not slot[1]:
                remove_shape(shape)
                return
            result.slots.append((*slot, shape))
        if shape.tag == GROUP:
            self._fill_children(shape, scope, result)
            if next(child_shapes(shape), None) is None:
                remove_shape(shape)
        elif shape.tag == FRAME:
            self._fill_frame(shape, scope, result)
        elif shape.tag == SP and not slot:
            self._fill_text(shape, scope)

    def _fill_names(self, shape: etree._Element, scope: Scope) -> None:
        properties = properties_of(shape)
        for attribute, place_en, place_zh in (
            ("name", "shape name", "形状名称"),
            ("descr", "alternative text", "替代文字"),
            ("title", "title of the alternative text", "替代文字标题"),
        ):
            value = properties.get(attribute, "")
            if "{" in value or "}" in value:
                with at(place_en, place_zh, value):
                    properties.set(attribute, self._evaluation.text(value, scope))

    def _fill_text(self, shape: etree._Element, scope: Scope) -> None:
        holder = shape.find(TXBODY)
        if holder is None:
            return
        body = read_body(holder)
        if body.has_tags and not fill_body(body, holder, self._evaluation, scope) and not is_title(shape):
            remove_shape(shape)

    def _fill_frame(self, frame: etree._Element, scope: Scope, result: Filled) -> None:
        element = next(frame.iter(TBL), None)
        if element is None:
            return
        table = read_table(element)
        fill_table(table, element, self._evaluation, scope)
        rows = element.findall(f"{{{A}}}tr")
        if not rows or (table.repeats and len(rows) <= table.heads):
            remove_shape(frame)
        elif table.repeats:
            result.tables.append((frame, table.heads))


def take_shape_tag(shape: etree._Element) -> Tag | None:
    """Find and take out the shape's own ``{%shape …%}`` tag, from its alternative text or its text."""
    properties = properties_of(shape)
    description = properties.get("descr", "")
    if "%" in description:
        with at("alternative text", "替代文字", description):
            tags = find_tags(description)
        own = [tag for tag in tags if tag.level == "shape"]
        if own:
            properties.set("descr", (description[: own[0].start] + description[own[0].end :]).strip())
            return _checked(own[0])
    holder = shape.find(TXBODY)
    if holder is None:
        return None
    for element in holder.findall(P_TAG):
        if "shape" not in "".join(element.itertext()):
            continue
        paragraph = Paragraph(element)
        own = [tag for tag in paragraph.tags if tag.level == "shape"]
        if own:
            if paragraph.is_blank_without(own[:1]) and len(holder.findall(P_TAG)) > 1:
                holder.remove(element)
            else:
                cut_tags(element, own[:1])
            return _checked(own[0])
    return None


def _checked(tag: Tag) -> Tag:
    if tag.kind not in ("if", "for"):
        raise Fault(
            f"{tag.written} is not needed: a shape tag holds for its own shape",
            f"不需要“{tag.written}”：shape 标签只对本形状有效",
            tag.written,
        )
    return tag


def remove_shape(shape: etree._Element) -> None:
    parent = shape.getparent()
    if parent is not None:
        parent.remove(shape)


def frame_of(shape: etree._Element) -> etree._Element | None:
    """The element with the shape's a:off and a:ext, or None for a placeholder that takes its layout's place."""
    if shape.tag == FRAME:
        return shape.find(f"{{{P}}}xfrm")
    properties = next((child for child in shape if child.tag in (f"{{{P}}}spPr", f"{{{P}}}grpSpPr")), None)
    return None if properties is None else properties.find(f"{{{A}}}xfrm")


def _lay(shape: etree._Element, number: int, count: int, slide_width: int, tag: Tag) -> None:
    """Place copy ``number`` of ``count``: side by side the copies share the band between equal margins; ``down``
    keeps the drawn pitch.
    """
    frame = frame_of(shape)
    if frame is None:
        raise Fault(
            f"{tag.written}: the shape has no place of its own; draw a text box or a group",
            f"“{tag.written}”：该形状没有自己的位置；请改用文本框或组合",
            tag.written,
        )
    offset, extent = frame.find(f"{{{A}}}off"), frame.find(f"{{{A}}}ext")
    left, width = int(offset.get("x")), int(extent.get("cx"))
    if not tag.across:
        offset.set("y", str(int(offset.get("y")) + number * (int(extent.get("cy")) + GAP // 2)))
        return
    band = max(slide_width - 2 * left, width)
    share = (band - GAP * (count - 1)) // count
    offset.set("x", str(left + number * (share + GAP)))
    extent.set("cx", str(max(share, 1)))


def _give_new_ids(tree: etree._Element) -> None:
    """Copies of a shape need ids of their own; links between shapes keep the first."""
    seen: set[str] = set()
    again = []
    for element in tree.iter(f"{{{P}}}cNvPr"):
        if element.get("id") in seen:
            again.append(element)
        seen.add(element.get("id", ""))
    number = max([int(one) for one in seen if one.isdigit()], default=1)
    for element in again:
        number += 1
        element.set("id", str(number))
