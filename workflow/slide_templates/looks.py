"""Looks that would disappoint later: fonts that leave the East Asian slot empty, slides and layouts without a title,
tags where none are read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from slide_templates.charts import c
from slide_templates.package import OFFICE, Part
from slide_templates.paragraphs import RPR_TAG, T_TAG, A
from slide_templates.places import Place
from slide_templates.problems import Fault, Look
from slide_templates.prototypes import Prototype
from slide_templates.shapes import P, all_shapes, is_title, shape_step, shapes_of


def check_looks(prototypes: Sequence[Prototype]) -> Iterator[tuple[Place, Fault]]:
    """Each finding with its place."""
    layouts: dict[int, Part] = {}
    for prototype in prototypes:
        layout = prototype.part.related("slideLayout")
        if layout is not None:
            layouts.setdefault(id(layout), layout)
        tree = shapes_of(prototype.part.tree)
        if not any(is_title(shape) for shape in all_shapes(tree)):
            yield (
                (prototype.place,),
                Look(
                    "the slide has no title; choose a layout with a title and fill it",
                    "该页没有标题；请选用带标题的版式并填写标题",
                    _words(tree),
                ),
            )
        yield from _fonts_of_shapes(tree, prototype.part, (prototype.place,))
        yield from _tags_in_diagrams(prototype)
    masters: dict[int, Part] = {}
    for layout in layouts.values():
        name = layout.tree.find(f"{{{P}}}cSld").get("name", layout.name)
        place = ((f"layout {name}", f"版式“{name}”"),)
        if not any(is_title(shape) for shape in all_shapes(shapes_of(layout.tree))):
            yield (
                place,
                Look(
                    "the layout has no title placeholder; add one in the slide master",
                    "该版式没有标题占位符；请在母版中添加",
                    _words(shapes_of(layout.tree)),
                ),
            )
        yield from _unread_tags(layout, place)
        yield from _fonts_of_shapes(shapes_of(layout.tree), layout, place)
        master = layout.related("slideMaster")
        if master is not None:
            masters.setdefault(id(master), master)
    for number, master in enumerate(masters.values(), 1):
        place = ((f"slide master {number}", f"母版{number}"),)
        yield from _unread_tags(master, place)
        yield from _fonts_of_shapes(shapes_of(master.tree), master, place)
        theme = master.related("theme")
        if theme is not None:
            yield from _fonts_of_theme(theme, place)


def _fonts_of_theme(theme: Part, place: Place) -> Iterator[tuple[Place, Fault]]:
    for slot, word_en, word_zh in (("majorFont", "headings", "标题"), ("minorFont", "body text", "正文")):
        font = theme.tree.find(f".//{{{A}}}fontScheme/{{{A}}}{slot}/{{{A}}}ea")
        if font is None or not font.get("typeface"):
            yield (
                (*place, ("theme fonts", "主题字体")),
                Look(
                    f"the theme names no East Asian font for {word_en}; set one (like 微软雅黑) in the slide master",
                    f"主题没有为{word_zh}指定中文字体；请在“幻灯片母版 > 字体”中指定（如微软雅黑）",
                ),
            )


def _fonts_of_shapes(tree: etree._Element, part: Part, place: Place) -> Iterator[tuple[Place, Fault]]:
    """One finding a shape; a chart keeps its fonts in a part of its own."""
    for shape in all_shapes(tree):
        own_place = (*place, shape_step(shape))
        fault = latin_only(shape)
        if fault is None:
            for reference in shape.iter(c("chart")):
                one = part.relationships.get(reference.get(f"{{{OFFICE}}}id", ""))
                fault = None if one is None or one.external else latin_only(one.target.tree)
                own_place = (*own_place, ("chart text", "图表文字"))
        if fault is not None:
            yield own_place, fault


def latin_only(tree: etree._Element) -> Fault | None:
    """The first text in DrawingML that has a font for Latin letters and none for Chinese ones."""
    for look in tree.iter(RPR_TAG, f"{{{A}}}defRPr"):
        latin = look.find(f"{{{A}}}latin")
        if latin is None or latin.get("typeface", "").startswith("+") or look.find(f"{{{A}}}ea") is not None:
            continue
        return Look(
            f"the font {latin.get('typeface')} is set for Latin letters only; "
            "set the Asian text font as well in the Font dialog",
            f"字体“{latin.get('typeface')}”只设给了西文；请在“字体”对话框中同时设置中文字体",
            "".join(look.getparent().itertext()).strip()[:60],
        )
    return None


def _words(tree: etree._Element) -> str:
    """What stands on a slide or layout, by which people know it."""
    return " ".join(text for node in tree.iter(T_TAG) if (text := (node.text or "").strip()))[:60]


def _unread_tags(part: Part, place: Place) -> Iterator[tuple[Place, Fault]]:
    for paragraph in part.tree.iter(f"{{{A}}}p"):
        text = "".join(node.text or "" for node in paragraph.iter(f"{{{A}}}t"))
        if "{{" in text or "{%" in text:
            yield (
                place,
                Fault(
                    "tags on a layout or master are not filled; put them on the slide",
                    "版式和母版上的标签不会被填写；请放到页面上",
                    text[:60],
                ),
            )


def _tags_in_diagrams(prototype: Prototype) -> Iterator[tuple[Place, Fault]]:
    for one in prototype.part.relationships.values():
        if one.short_kind == "diagramData" and not one.external:
            text = "".join(one.target.tree.itertext())
            if "{{" in text or "{%" in text:
                yield (
                    (prototype.place,),
                    Fault(
                        "tags inside SmartArt are not filled; use text boxes or a table",
                        "SmartArt 中的标签不会被填写；请改用文本框或表格",
                        text[:60],
                    ),
                )
