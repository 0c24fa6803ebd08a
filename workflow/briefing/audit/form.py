"""What makes a file whole and readable: parts, tags, prompts, pictures, alt text, titles, language."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from urllib.parse import quote

from briefing.audit.plain import letters, plain
from briefing.audit.reading import DECK, SUMMARY, Document
from briefing.audit.tally import Tally
from briefing.model import Brief

_TAG = re.compile(r"\{\{|\}\}|\{%|%\}|\{#|#\}")
_PROMPT = re.compile(
    r"(?i)click (?:to|icon|here)|lorem ipsum|单击(?:此处|图标|以)|点击此处|在此(?:处)?(?:添加|输入)|此处输入|"
    r"chart title|axis title|\bseries ?\d|\bcategory ?\d|placeholder|图表标题|坐标轴标题|系列 ?\d|类别 ?\d|"
    r"your (?:text|title)|待替换|占位"
)
_NOTHING = re.compile(r"(?<![A-Za-z])(?:None|nan|NaN|null|undefined|Undefined|TODO|FIXME|XXX+|#N/A|#REF!)(?![A-Za-z])")
# Default names and file names say nothing to somebody who cannot see the picture.
_NO_ALT = re.compile(
    r"(?i)^(?:图片|图表|图像|picture|image|chart|graphic|content placeholder)?\s*\d*$|\.(?:png|jpe?g|gif|bmp|emf|svg)$"
)
_IMAGES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8")


def check_form(document: Document, brief: Brief, pictures: Mapping[str, bytes], tally: Tally) -> None:
    _parts(document, {quote(topic.file, safe="") for topic in brief.topics if topic.file}, tally)
    check_leftovers(document, tally)
    _pictures(document, brief, pictures, tally)
    _titles(document, tally)
    _languages(document, tally)


def _parts(document: Document, beside: Collection[str], tally: Tally) -> None:
    """``beside``: addresses of the files that it may lead to, which are those of the areas' decks; nothing else is outside."""
    package = document.package
    for name in ("", *sorted(package.parts)):
        for one in package.relationships(name):
            if one.external:
                if one.kind != "hyperlink" or one.target not in beside:
                    tally.fail("PART_MISSING", document.file, name, one.target, "引用了文件以外的内容")
                continue
            good = one.target in package.parts or one.target == "NULL"
            tally.expect(good, "PART_MISSING", document.file, name or "文件", one.target, "引用的部件不在文件里")
    reachable = package.reachable()
    for name in sorted(package.parts):
        if name != "[Content_Types].xml" and not name.endswith(".rels") and name not in reachable:
            tally.fail("PART_MISSING", document.file, name, name, "文件里有没人引用的部件")
    kinds = package.tree("[Content_Types].xml") if "[Content_Types].xml" in package.parts else ()
    for one in kinds:
        part = one.get("PartName")
        if part:
            tally.expect(
                part.lstrip("/") in package.parts,
                "PART_MISSING",
                document.file,
                "[Content_Types].xml",
                part,
                "登记的部件不在文件里",
            )
    if document.file == DECK:
        tally.expect(bool(document.slides), "PART_MISSING", DECK, "演示文稿", "", "一页也没有")


def check_leftovers(document: Document, tally: Tally) -> None:
    """No tag, prompt or default text in any passage, property or part."""
    for passage in document.passages:
        tally.look("TAG_LEFT")
        tally.look("PROMPT_LEFT")
        tag = _TAG.search(passage.text)
        if tag:
            tally.fail("TAG_LEFT", document.file, passage.place, passage.text, f"残留模板标签“{tag[0]}”")
        prompt = _PROMPT.search(passage.text) or _NOTHING.search(passage.text)
        if prompt:
            tally.fail("PROMPT_LEFT", document.file, passage.place, passage.text, f"残留占位或默认文字“{prompt[0]}”")
    for key, value in document.properties.items():
        tally.expect(not _TAG.search(value), "TAG_LEFT", document.file, f"文件属性 {key}", value, "残留模板标签")
    # Tags in names of shapes and in parts that passages do not come from (charts' axes, comments, masters).
    for name in document.package.xml_names():
        content = document.package.parts[name]
        tally.look("TAG_LEFT")
        for mark in (b"{{", b"{%", b"{#"):
            at = content.find(mark)
            if at >= 0:
                text = content[at : at + 60].decode("utf-8", "replace")
                tally.fail("TAG_LEFT", document.file, name, text, "部件里残留模板标签")
    for slide in document.slides:
        tally.look("EMPTY_PLACEHOLDER")
        for called in slide.empty_placeholders:
            tally.fail(
                "EMPTY_PLACEHOLDER", document.file, f"第{slide.number}页", called, "占位符是空的，放映时会露出提示文字"
            )


def _pictures(document: Document, brief: Brief, pictures: Mapping[str, bytes], tally: Tally) -> None:
    by_alt = {plain(chart.alt_text): chart for chart in brief.charts}
    for one in document.pictures:
        tally.look("PICTURE")
        tally.expect(
            not _NO_ALT.search(one.alt.strip()), "ALT_TEXT", document.file, one.place, one.alt, "图片没有替代文字"
        )
        if one.content is None:
            tally.fail("PICTURE", document.file, one.place, one.alt, "图片文件缺失")
        elif not one.content.startswith(_IMAGES):
            tally.fail("PICTURE", document.file, one.place, one.alt, "图片打不开")
        chart = by_alt.get(plain(one.alt))
        if (
            chart is not None
            and chart.name in pictures
            and one.content is not None
            and one.content != pictures[chart.name]
        ):
            tally.fail("PICTURE", document.file, one.place, chart.title, f"不是图表“{chart.name}”的图")
        twins = [name for name, content in pictures.items() if content == one.content]
        if one.content is not None and twins and chart is None:
            tally.fail("ALT_TEXT", document.file, one.place, one.alt, f"替代文字不是图表“{twins[0]}”的说明")
    for native in document.charts:
        good = not _NO_ALT.search(native.alt.strip())
        tally.expect(good, "ALT_TEXT", document.file, native.place, native.alt, "图表没有替代文字")
    if document.file == SUMMARY:
        shown = {plain(one.alt) for one in document.pictures} | {plain(one.alt) for one in document.charts}
        for chart in brief.charts:
            if chart.name in pictures and chart.kind != "number":  # a paper says it in its table
                good = plain(chart.alt_text) in shown
                tally.expect(
                    good, "PICTURE", document.file, "全文", chart.title, f"缺图表“{chart.name}”，或其替代文字被改动"
                )


def _titles(document: Document, tally: Tally) -> None:
    good = bool(document.properties.get("title", "").strip())
    tally.expect(good, "TITLE", document.file, "文件属性", "", "文件属性里没有标题")
    seen: dict[str, int] = {}
    for slide in document.slides:
        place = f"第{slide.number}页"
        tally.expect(slide.has_title and bool(slide.title), "TITLE", document.file, place, slide.title, "没有标题")
        key = letters(slide.title)
        if key and key in seen:
            tally.fail("TITLE", document.file, place, slide.title, f"标题与第{seen[key]}页重复")
        seen.setdefault(key, slide.number)


def _languages(document: Document, tally: Tally) -> None:
    tally.expect(bool(document.languages), "LANGUAGE", document.file, "全文", "", "没有标明语言")
    for place, language in document.languages:
        tally.expect(
            language.lower().startswith("zh"), "LANGUAGE", document.file, place, language, "语言没有标为中文（zh-CN）"
        )
