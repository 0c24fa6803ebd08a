"""A saved web page → lines of text; navigation, scripts and lists of links are left out."""

from __future__ import annotations

import contextlib
import email
import email.policy
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


_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]{3,20})", re.IGNORECASE)
_CHARSETS = {
    **dict.fromkeys(("gb2312", "gb_2312-80", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **{label: label for label in ("utf-8", "big5", "utf-16", "utf-16le", "utf-16be")},
    "utf8": "utf-8",
}
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|mso-hide\s*:\s*all", re.IGNORECASE
)
_NUMERALS = "一二三四五六七八九十"


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
    whole = tree.text_content().count("。")
    for element in list(tree.iter()):
        if not isinstance(element.tag, str) or element.getparent() is None:
            continue
        hidden = _is_hidden(element) and element.text_content().count("。") < 0.5 * whole  # a script may show it
        if hidden or (element.tag in _DROPPED and not _holds_prose(element)):
            element.drop_tree()
    body = _main_block(tree)
    for element in list(body.iter("ul", "ol", "dl", "div", "table", "tr", "p")):
        if element is not body and _is_links(element):
            element.drop_tree()
    lines = [line.strip() for line in _lines(body)]
    if not any(lines):
        raise BriefingError(f"{name}: the page holds no text; save the page of the report itself, or its text.")
    return lines


def _decoded(data: bytes, name: str) -> str:
    """The charset that the page declares when it decodes strictly; else as any text."""
    declared = _CHARSET.search(data[:4096])
    if declared:
        label = declared[1].decode("ascii").lower()
        with contextlib.suppress(UnicodeDecodeError, KeyError):
            return data.decode(_CHARSETS[label])
    return decode(data, name)


def page_of_archive(data: bytes, name: str) -> bytes:
    """The largest page in a web archive (.mht, .mhtml): frames of advertisements are small. BriefingError when there is none."""
    message = email.message_from_bytes(data, policy=email.policy.compat32)
    held = [part.get_payload(decode=True) for part in message.walk() if part.get_content_type() == "text/html"]
    pages = [page for page in held if isinstance(page, bytes) and page.strip()]
    if not pages:
        raise BriefingError(f"{name}: the web archive holds no page; save the page again as HTML or as text.")
    return max(pages, key=len)


def _is_links(element: lxml.html.HtmlElement) -> bool:
    """Whether an element is a list of links: other pages, sharing, paging."""
    text = "".join(element.text_content().split())
    if not text or len(text) > 2000 or "。" in text:
        return False
    return sum(len("".join(link.text_content().split())) for link in element.iter("a")) > 0.7 * len(text)


def _is_hidden(element: lxml.html.HtmlElement) -> bool:
    return "hidden" in element.attrib or bool(_HIDDEN.search(element.get("style", "")))


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
            lines[-1] += _number(node) + " ".join((node.text or "").split())
            for child in node:
                walk(child)
        if block:
            lines.append("")
        lines[-1] += " ".join((node.tail or "").split()) if node is not element else ""

    walk(element)
    return lines


def _number(node: lxml.html.HtmlElement) -> str:
    """What a browser prints before an item of a numbered list."""
    above = node.getparent()
    if node.tag != "li" or above is None or above.tag != "ol":
        return ""
    place = sum(sibling.tag == "li" for sibling in node.itersiblings(preceding=True))
    first = above.get("start", "1")
    number = place + (int(first) if first.isascii() and first.isdigit() and len(first) < 4 else 1)
    chinese = re.search(r"cjk-ideographic|simp-chinese|trad-chinese|japanese", above.get("style", ""))
    return f"{_NUMERALS[number - 1]}、" if chinese and number <= len(_NUMERALS) else f"{number}、"
