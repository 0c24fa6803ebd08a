"""A saved web page → lines of text; navigation, scripts and lists of links are left out."""

from __future__ import annotations

import re

import lxml.html
from lxml import etree

from briefing.errors import BriefingError
from briefing.parse.text import decode

_DROPPED = (
    "script",
    "style",
    "nav",
    "header",
    "footer",
    "aside",
    "form",
    "iframe",
    "noscript",
    "template",
    "select",
    "button",
    "svg",
    "head",
)
_BLOCKS = frozenset(
    "p div section article main h1 h2 h3 h4 h5 h6 li ul ol table tr td th blockquote dd dt dl figure figcaption center body html pre".split()
)


# What XML does not allow and no page shows: lxml keeps it when it reads, and refuses it when a part is moved.
_UNPRINTED = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]|&#(?:x0*[0-8bcef]|x0*1[0-9a-f]|0*[0-8]|0*1[124-9]|0*2\d|0*3[01])(?![0-9a-f]);?",
    re.IGNORECASE,
)


def lines_of_page(data: bytes, name: str) -> list[str]:
    """Lines of the page's densest block of prose. BriefingError when the page holds no prose."""
    text = _UNPRINTED.sub("", _decoded(data, name))
    parser = lxml.html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False)
    try:
        tree = lxml.html.document_fromstring(text.encode("utf-8"), parser=parser)
    except (etree.ParserError, ValueError) as error:
        raise BriefingError(
            f"{name}: no web page can be read from it ({error}); save the page again as HTML or as text."
        ) from error
    for element in list(tree.iter(*_DROPPED)):
        if element.getparent() is not None and not _holds_prose(element):
            element.drop_tree()
    body = _main_block(tree)
    lines = [line.strip() for line in _lines(body)]
    if not any(lines):
        raise BriefingError(f"{name}: the page holds no text; save the page of the report itself, or its text.")
    return lines


def _decoded(data: bytes, name: str) -> str:
    """The charset that the page declares when it decodes strictly; else as any text."""
    head = data[:4096].lower()
    for label in (b"gb2312", b"gbk", b"gb18030"):
        if label in head:
            try:
                return data.decode("gb18030")
            except UnicodeDecodeError:
                break
    return decode(data, name)


def _holds_prose(element: lxml.html.HtmlElement) -> bool:
    return element.tag in ("form", "header", "aside") and element.text_content().count("。") > 20


def _main_block(tree: lxml.html.HtmlElement) -> lxml.html.HtmlElement:
    """Descend while one child holds nearly all full stops: what is left behind is navigation."""
    block = tree
    while True:
        total = block.text_content().count("。")
        inner = [
            child for child in block if isinstance(child.tag, str) and child.text_content().count("。") >= 0.9 * total
        ]
        if total == 0 or not inner or inner[0].tag in ("p", "span", "font", "strong", "b"):
            return block
        block = inner[0]


def _lines(element: lxml.html.HtmlElement) -> list[str]:
    """Text in reading order; a block element and <br> end a line, inline elements do not."""
    lines = [""]

    def walk(node: lxml.html.HtmlElement) -> None:
        block = isinstance(node.tag, str) and node.tag in _BLOCKS
        if block or node.tag == "br":
            lines.append("")
        if isinstance(node.tag, str):
            lines[-1] += " ".join((node.text or "").split())
            for child in node:
                walk(child)
        if block:
            lines.append("")
        lines[-1] += " ".join((node.tail or "").split()) if node is not element else ""

    walk(element)
    return lines
