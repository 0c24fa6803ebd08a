"""What Word, WPS and LibreOffice do to a template's XML while a person edits it: each edit changes a document's tree in place and
means the same document.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from copy import deepcopy

from docx.oxml.ns import qn
from lxml import etree

W = qn("w:x")[1:-2]
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WHO = {qn("w:author"): "张三", qn("w:date"): "2026-03-02T09:30:00Z"}

Edit = Callable[[etree._Element], None]


def el(kind: str, /, *children: etree._Element, text: str | None = None, **attributes: str) -> etree._Element:
    """A ``w:`` element with ``w:`` attributes."""
    element = etree.Element(qn(f"w:{kind}"), {qn(f"w:{key}"): value for key, value in attributes.items()})
    element.text = text
    element.extend(children)
    return element


def run_of(text: str, look: etree._Element | None = None, **rsids: str) -> etree._Element:
    run = el("r", **rsids)
    if look is not None:
        run.append(deepcopy(look))
    node = el("t", text=text)
    node.set(_SPACE, "preserve")
    run.append(node)
    return run


def tagged_runs(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every run that says a tag, with its text."""
    for run in list(root.iter(qn("w:r"))):
        text = "".join(node.text or "" for node in run.iter(qn("w:t")))
        if "{" in text and run.getparent() is not None:
            yield run, text


def pieces_of(run: etree._Element, text: str, cuts: list[int]) -> list[etree._Element]:
    look = run.find(qn("w:rPr"))
    edges = sorted({0, *[cut for cut in cuts if 0 < cut < len(text)], len(text)})
    return [run_of(text[a:b], look) for a, b in itertools.pairwise(edges)]


def replace(run: etree._Element, parts: list[etree._Element]) -> None:
    for part in parts:
        run.addprevious(part)
    run.getparent().remove(run)


def spelling(root: etree._Element) -> None:
    """The spell checker of Word: a name it does not know stands in a run of its own between two marks; also between the braces."""
    for run, text in tagged_runs(root):
        first = text.index("{")
        pieces = pieces_of(run, text, [first + 1, first + 3, first + 7, text.rfind("}")])
        for number, piece in enumerate(pieces):
            piece.set(qn("w:rsidR"), f"00A{number:05}")
            if number % 2:
                piece.insert(0, piece.find(qn("w:rPr")) if piece.find(qn("w:rPr")) is not None else el("rPr"))
                piece[0].append(el("lang", val="en-US"))
        marks = [el("proofErr", type=kind) for kind in ("spellStart", "spellEnd", "gramStart", "gramEnd")]
        replace(run, [part for pair in itertools.zip_longest(pieces, marks) for part in pair if part is not None])


def rsids(root: etree._Element) -> None:
    """Ids of the editing session, by which Word merges two versions, on every paragraph, row and run."""
    for number, element in enumerate(root.iter(qn("w:p"), qn("w:tr"), qn("w:r"))):
        names = (
            ("rsidR", "rsidRPr")
            if element.tag == qn("w:r")
            else ("rsidR", "rsidRPr", "rsidTr" if element.tag == qn("w:tr") else "rsidP")
        )
        for name in names:
            element.set(qn(f"w:{name}"), f"00{number % 7:06X}")
        if element.tag != qn("w:r"):
            element.set(f"{{{W14}}}paraId", f"{number + 1:08X}")
            element.set(f"{{{W14}}}textId", "77777777")


def page_breaks(root: etree._Element) -> None:
    """Where pages ended when the template was last laid out, in the middle of a tag."""
    for run, text in tagged_runs(root):
        pieces = pieces_of(run, text, [text.index("{") + 2])
        pieces[-1].insert(1 if pieces[-1][0].tag == qn("w:rPr") else 0, el("lastRenderedPageBreak"))
        replace(run, pieces)


def typing_aids(root: etree._Element) -> None:
    """Smart quotes, full-width brackets and no-break blanks, as typed with a Chinese keyboard."""
    for run, text in tagged_runs(root):
        changed = text.replace("{{ lead }}", "{{ lead|default（“—”） }}").replace(
            "{%p if targets %}", "{%p\u00a0if targets and place != ‘无’ %}"
        )
        changed = changed.replace("{{ row.place }}", '{{\u3000row.place|replace（"x"，”x“）\u00a0}}')
        if changed != text:
            replace(run, pieces_of(run, changed, []))


def bookmarks(root: etree._Element) -> None:
    """_GoBack, where the cursor was, between the halves of a tag; one around a heading, to which a table of contents leads."""
    for number, (run, text) in enumerate(list(tagged_runs(root))[:6]):
        first, second = pieces_of(run, text, [text.index("{") + 4])
        start, end = el("bookmarkStart", id=str(number), name=f"_GoBack{number}"), el("bookmarkEnd", id=str(number))
        replace(run, [start, first, end, second] if number % 2 else [first, start, end, second])


def content_controls(root: etree._Element) -> None:
    """Controls around words, a paragraph, a cell and a row, bound to properties elsewhere, as a designer makes them."""
    runs = {text: run for run, text in tagged_runs(root)}
    _wrap(runs["{{ lead }}"])
    _wrap(next(runs["{{ headings.tasks }}"].iterancestors(qn("w:p"))))
    cell = next(runs["{{ row.place }}"].iterancestors(qn("w:tc")))
    _wrap(next(cell.iterancestors(qn("w:tr"))))
    _wrap(cell)


def _wrap(element: etree._Element) -> None:
    control = el(
        "sdt",
        el(
            "sdtPr",
            el("alias", val="填写"),
            el("tag", val="field"),
            el("id", val="1234567"),
            el("placeholder", el("docPart", val="DefaultPlaceholder_-1854013440")),
            el("showingPlcHdr"),
            el(
                "dataBinding",
                xpath="/ns0:coreProperties[1]/ns0:title[1]",
                storeItemID="{6C3C8BC8-F283-45AE-878A-BAB7291924A1}",
            ),
            el("text"),
        ),
        el("sdtEndPr"),
        el("sdtContent"),
    )
    element.addprevious(control)
    control.find(qn("w:sdtContent")).append(element)


def tracked_changes(root: etree._Element) -> None:
    """Corrections with “track changes” on: words put in for others, a paragraph and a row that went, a changed look."""
    for number, (run, text) in enumerate(list(tagged_runs(root))):
        look = run.find(qn("w:rPr"))
        if number % 3 == 0:
            old = el("r", el("delText", text="{{ 旧字段"))
            replace(
                run, [_change("del", number, old), _change("ins", number, *pieces_of(run, text, [text.index("{") + 1]))]
            )
        elif number % 3 == 1 and look is not None:
            look.append(_change("rPrChange", number, el("rPr", el("b"))))
    first = root.find(f".//{qn('w:p')}")
    gone = deepcopy(first)
    for run in list(gone.iter(qn("w:r"))):
        run.getparent().remove(run)
    gone.find(qn("w:pPr")).append(el("rPr", _change("del", 900)))
    gone.append(_change("del", 901, el("r", el("delText", text="{%p for 删去的段落"))))
    first.addprevious(gone)
    row = root.findall(f".//{qn('w:tr')}")[1]
    old = deepcopy(row)
    for node in old.iter(qn("w:t")):
        node.tag, node.text = qn("w:delText"), "{{ 删去的行 }}"
    old.find(qn("w:trPr")).append(_change("del", 902))
    row.addprevious(old)
    row.find(qn("w:trPr")).append(_change("ins", 903))


def _change(name: str, number: int, *children: etree._Element) -> etree._Element:
    element = el(name, *children, id=str(1000 + number))
    element.attrib.update(_WHO)
    return element


def comments(root: etree._Element) -> None:
    """A remark of a colleague on half a tag."""
    for number, (run, text) in enumerate(list(tagged_runs(root))[:3]):
        first, second = pieces_of(run, text, [text.index("{") + 5])
        reference = el("r", el("rPr", el("rStyle", val="CommentReference")), el("commentReference", id=str(number)))
        replace(
            run,
            [el("commentRangeStart", id=str(number)), first, el("commentRangeEnd", id=str(number)), reference, second],
        )


def links(root: etree._Element) -> None:
    """A tag inside a link to a bookmark, and one that an old Word has marked as a smart tag."""
    runs = {text: run for run, text in tagged_runs(root)}
    for text, wrapper in (
        ("{{ source_note }}", el("hyperlink", anchor="_top", history="1")),
        ("{{ lead }}", el("smartTag", element="place")),
    ):
        runs[text].addprevious(wrapper)
        wrapper.append(runs[text])


def breaks(root: etree._Element) -> None:
    """A tab, a line break and a soft hyphen inside a tag."""
    for number, (run, text) in enumerate(tagged_runs(root)):
        pieces = pieces_of(run, text, [text.index("{") + 2])
        pieces[0].append(el(("tab", "br", "softHyphen")[number % 3]))
        replace(run, pieces)


def wps(root: etree._Element) -> None:
    """WPS Writer: a run for each script with a hint of its own, every default spelt out, languages on each run."""
    for paragraph in root.iter(qn("w:p")):
        look = paragraph.find(qn("w:pPr"))
        if look is not None and len(look) and look[0].tag == qn("w:pStyle"):
            if look.find(qn("w:keepNext")) is None:
                look.insert(1, el("keepNext", val="0"))
            mark = look.find(qn("w:rPr"))
            if mark is None and look.find(qn("w:sectPr")) is None:
                look.append(el("rPr", el("rFonts", hint="default"), el("lang", val="en-US", eastAsia="zh-CN")))
    for run, text in tagged_runs(root):
        cuts = [n for n in range(1, len(text)) if (ord(text[n]) > 255) != (ord(text[n - 1]) > 255)]
        pieces = pieces_of(run, text, [*cuts, text.index("{") + 2])
        for piece in pieces:
            own = piece.find(qn("w:rPr"))
            own.find(qn("w:rFonts")).set(
                qn("w:hint"), "eastAsia" if ord(piece.findtext(qn("w:t"))[0]) > 255 else "default"
            )
            for before in own.findall(qn("w:lang")):
                own.remove(before)
            own.append(el("lang", val="en-US", eastAsia="zh-CN"))
        replace(run, pieces)


EDITS: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        spelling,
        rsids,
        page_breaks,
        typing_aids,
        bookmarks,
        content_controls,
        tracked_changes,
        comments,
        links,
        breaks,
        wps,
    )
}
