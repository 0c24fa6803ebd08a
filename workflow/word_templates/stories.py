"""The texts of a Word file that tags are read in: body, headers, footers, footnotes, endnotes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from slide_templates.package import Package, Part
from slide_templates.places import Place, cell_step, paragraph_step
from slide_templates.problems import Fault
from word_templates.paragraphs import TBL, TC, TR, P, w

_KINDS = (("header", "页眉"), ("footer", "页脚"))
_NOTES = (("footnotes", "footnote", "脚注"), ("endnotes", "endnote", "尾注"))
# Fields that fetch something from elsewhere or start a program when the document is opened or updated.
_FETCHING = re.compile(
    r"^\s*(INCLUDEPICTURE|INCLUDETEXT|IMPORT|INCLUDE|DDEAUTO|DDE|LINK|DATABASE|MACROBUTTON|AUTOTEXT|RD)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Story:
    """``root`` holds paragraphs and tables; ``place`` is empty for the body."""

    part: Part
    root: etree._Element
    place: Place


def stories_of(package: Package) -> Iterator[Story]:
    main = package.main
    body = main.tree.find(w("body"))
    if body is None:
        raise Fault("a document without a body; save the template again", "文档没有正文；请重新保存模板")
    yield Story(main, body, ())
    for kind, called in _KINDS:
        parts = [one.target for one in main.relationships.values() if one.short_kind == kind and not one.external]
        for number, part in enumerate(dict.fromkeys(parts), 1):
            yield Story(part, part.tree, ((f"{kind} {number}", f"{called}{number}"),))
    for kind, name, called in _NOTES:
        part = main.related(kind)
        if part is not None:
            for number, note in enumerate(part.tree.iterchildren(w(name)), 1):
                yield Story(part, note, ((f"{name} {number}", f"{called}{number}"),))


def paragraphs_of(story: Story) -> Iterator[tuple[etree._Element, Place]]:
    """Every paragraph with its place as people count: from the top of the body, cell or text box that it stands in."""
    yield from _paragraphs_in(story.root, story.place)


def _paragraphs_in(container: etree._Element, place: Place) -> Iterator[tuple[etree._Element, Place]]:
    for number, paragraph in enumerate(container.iterchildren(P), 1):
        here = (*place, paragraph_step(number))
        yield paragraph, here
        for box in paragraph.iter(w("txbxContent")):
            yield from _paragraphs_in(box, (*here, ("text box", "文本框")))
    for number, table in enumerate(container.iterchildren(TBL), 1):
        for r, row in enumerate(table.iterchildren(TR)):
            for c, cell in enumerate(row.iterchildren(TC)):
                yield from _paragraphs_in(cell, (*place, table_step(number), cell_step(r, c)))
    for control in container.iterchildren(w("sdt")):
        for content in control.iterchildren(w("sdtContent")):
            yield from _paragraphs_in(content, (*place, ("content control", "内容控件")))


def table_step(number: int) -> tuple[str, str]:
    """``number`` counts from 1."""
    return f"table {number}", f"表{number}"


def refuse_fetching_fields(story: Story) -> None:
    """Raise Fault for a field such as INCLUDEPICTURE or DDE; its instruction may be split over many runs."""
    for paragraph, place in paragraphs_of(story):
        simple = [one.get(w("instr"), "") for one in paragraph.iter(w("fldSimple"))]
        for text in (*simple, *_instructions(paragraph)):
            found = _FETCHING.match(text)
            if found:
                fault = Fault(
                    f"the field {found[1].upper()} fetches something from outside or runs something; remove the field",
                    f"域“{found[1].upper()}”会读取外部内容或运行程序；请删除该域",
                    " ".join(text.split())[:80],
                )
                fault.steps.extend(reversed(place))
                raise fault


def _instructions(paragraph: etree._Element) -> list[str]:
    """What each complex field of a paragraph says, nested ones as well."""
    fields: list[str] = []
    open_fields: list[int] = []
    for node in paragraph.iter(w("fldChar"), w("instrText")):
        if node.tag == w("instrText"):
            if not open_fields:  # it began in an earlier paragraph
                open_fields.append(len(fields))
                fields.append("")
            fields[open_fields[-1]] += node.text or ""
        elif node.get(w("fldCharType")) == "begin":
            open_fields.append(len(fields))
            fields.append("")
        elif node.get(w("fldCharType")) == "end" and open_fields:
            open_fields.pop()
    return fields
