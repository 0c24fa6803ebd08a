"""Looks that would disappoint later: fonts that leave the East Asian slot empty, a document without a title."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from slide_templates.looks import latin_only
from slide_templates.package import Package, Part
from slide_templates.places import Place, paragraph_step
from slide_templates.problems import Fault, Look
from word_templates.drawings import chart_of, drawing_step, drawings_in
from word_templates.paragraphs import P, R, T, w
from word_templates.stories import paragraphs_of, stories_of

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_TITLES = {"title", "标题", "heading 1", "标题 1"}
_LATIN, _EAST = (w("ascii"), w("asciiTheme")), (w("eastAsia"), w("eastAsiaTheme"))


def check_looks(package: Package) -> Iterator[tuple[Place, Fault]]:
    """Each finding with its place."""
    styles = package.main.related("styles")
    by_id = {} if styles is None else {one.get(w("styleId"), ""): one for one in styles.tree.iter(w("style"))}
    yield from _title(package, by_id)
    yield from _default_font(package, styles)
    used = {
        element.get(w("val"), "")
        for story in stories_of(package)
        for element in story.root.iter(w("pStyle"), w("rStyle"), w("tblStyle"))
    }
    for key in sorted(used & set(by_id)):
        fonts = by_id[key].find(f"{w('rPr')}/{w('rFonts')}")
        if _is_latin_only(fonts):
            name = _name(by_id[key])
            yield ((f"style {name}", f"样式“{name}”"),), _latin_only(fonts, "")
    for story in stories_of(package):
        for paragraph, place in paragraphs_of(story):
            for run in paragraph.iter(R):
                fonts = run.find(f"{w('rPr')}/{w('rFonts')}")
                text = "".join(node.text or "" for node in run.iter(T)).strip()
                if text and _is_latin_only(fonts):
                    yield place, _latin_only(fonts, text[:60])
                    break
            for number, drawing in enumerate(drawings_in(paragraph), 1):
                chart = chart_of(drawing, story.part)
                fault = None if chart is None else latin_only(chart.tree)
                if fault is not None:
                    yield (*place, drawing_step(number), ("chart text", "图表文字")), fault


def _is_latin_only(fonts: etree._Element | None) -> bool:
    return fonts is not None and any(fonts.get(one) for one in _LATIN) and not any(fonts.get(one) for one in _EAST)


def _latin_only(fonts: etree._Element, text: str) -> Fault:
    font = next(fonts.get(one) for one in _LATIN if fonts.get(one))
    return Look(
        f"the font {font} is set for Latin letters only; set the Asian text font as well in the Font dialog",
        f"字体“{font}”只设给了西文；请在“字体”对话框中同时设置中文字体",
        text,
    )


def _default_font(package: Package, styles: Part | None) -> Iterator[tuple[Place, Fault]]:
    """What stands in no font of its own takes the East Asian font of the document's defaults, or of its theme."""
    fonts = None if styles is None else styles.tree.find(f".//{w('docDefaults')}//{w('rFonts')}")
    normal = (
        None
        if styles is None
        else next(
            (
                one
                for one in styles.tree.iter(w("style"))
                if one.get(w("default")) == "1" and one.get(w("type")) == "paragraph"
            ),
            None,
        )
    )
    own = None if normal is None else normal.find(f"{w('rPr')}/{w('rFonts')}")
    if any(one is not None and one.get(w("eastAsia")) for one in (own, fonts)):
        return
    if (
        fonts is not None
        and fonts.get(w("eastAsiaTheme"))
        and _theme_has_east_asian(package, fonts.get(w("eastAsiaTheme")))
    ):
        return
    yield (
        (("default font", "默认字体"),),
        Look(
            "the document names no East Asian font; set one (like 仿宋) for the style Normal",
            "文档没有指定中文字体；请为“正文”样式指定中文字体（如仿宋）",
        ),
    )


def _theme_has_east_asian(package: Package, slot: str) -> bool:
    theme = package.main.related("theme")
    if theme is None:
        return False
    kind = "majorFont" if slot.startswith("major") else "minorFont"
    family = theme.tree.find(f".//{{{A}}}fontScheme/{{{A}}}{kind}")
    if family is None:
        return False
    east = family.find(f"{{{A}}}ea")
    scripts = {one.get("script") for one in family.iterchildren(f"{{{A}}}font")}
    return (east is not None and bool(east.get("typeface"))) or "Hans" in scripts


def _title(package: Package, styles: dict[str, etree._Element]) -> Iterator[tuple[Place, Fault]]:
    """A document is found, listed and read out by its title: a paragraph in the style Title or Heading 1."""
    body = next(iter(stories_of(package))).root
    for paragraph in body.iter(P):
        style = paragraph.find(f"{w('pPr')}/{w('pStyle')}")
        level = paragraph.find(f"{w('pPr')}/{w('outlineLvl')}")
        named = styles.get(style.get(w("val"), "")) if style is not None else None
        if (level is not None and level.get(w("val")) == "0") or (named is not None and _is_title_style(named, styles)):
            return
    yield (
        (paragraph_step(1),),
        Look(
            "the document has no title; give its title the style Title (标题)",
            "文档没有标题；请为标题段落选用“标题”样式",
            next((text for one in body.iter(P) if (text := "".join(one.itertext()).strip())), "")[:60],
        ),
    )


def _is_title_style(style: etree._Element, styles: dict[str, etree._Element]) -> bool:
    for _ in range(len(styles) + 1):
        if _name(style).lower() in _TITLES:
            return True
        based = style.find(w("basedOn"))
        if based is None or based.get(w("val")) not in styles:
            return False
        style = styles[based.get(w("val"))]
    return False


def _name(style: etree._Element) -> str:
    name = style.find(w("name"))
    return str(name.get(w("val"), "")) if name is not None else str(style.get(w("styleId"), ""))
