"""What PowerPoint and WPS do to a template's XML while a person edits it: each edit changes the tree of a slide (or of its notes)
in place and means the same slide.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator
from copy import deepcopy

from lxml import etree

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_A16 = "http://schemas.microsoft.com/office/drawing/2014/main"
_P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"

Edit = Callable[[etree._Element], None]


def a(name: str) -> str:
    return f"{{{A}}}{name}"


def p(name: str) -> str:
    return f"{{{P}}}{name}"


def tagged_runs(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """Every run that says a tag, with its text."""
    for run in list(root.iter(a("r"))):
        text = run.findtext(a("t")) or ""
        if "{" in text:
            yield run, text


def split(run: etree._Element, text: str, cuts: list[int]) -> list[etree._Element]:
    """The run in pieces, where it stands."""
    edges = sorted({0, *[cut for cut in cuts if 0 < cut < len(text)], len(text)})
    pieces = []
    for start, end in itertools.pairwise(edges):
        piece = deepcopy(run)
        piece.find(a("t")).text = text[start:end]
        if piece.find(a("rPr")) is None:
            piece.insert(0, etree.Element(a("rPr")))
        run.addprevious(piece)
        pieces.append(piece)
    run.getparent().remove(run)
    return pieces


def spelling(root: etree._Element) -> None:
    """PowerPoint marks what was typed since the last check, and what its dictionary does not know; also between the braces."""
    for run, text in tagged_runs(root):
        first = text.index("{")
        for number, piece in enumerate(split(run, text, [first + 1, first + 3, first + 8, text.rfind("}")])):
            look = piece.find(a("rPr"))
            look.set("lang", "en-US" if number % 2 else "zh-CN")
            look.set("altLang", "zh-CN" if number % 2 else "en-US")
            look.set("dirty", "0")
            if number % 2:
                look.set("err", "1")


def typing_aids(root: etree._Element) -> None:
    """Smart quotes, full-width brackets and no-break blanks, as typed with a Chinese keyboard."""
    for run, text in tagged_runs(root):
        changed = text.replace("{{ s.source }}", "{{ s.source|default（“—”） }}").replace(
            "{{ place }}", "{{\u00a0place\u3000}}"
        )
        changed = changed.replace('s.kind == "', "s.kind == “").replace('" %}', "” %}").replace('" and', "” and")
        run.find(a("t")).text = changed


def line_breaks(root: etree._Element) -> None:
    """A line break (Shift and Enter) inside a tag that had become too long for its box."""
    for run, text in tagged_runs(root):
        pieces = split(run, text, [text.index("{") + 2])
        if len(pieces) > 1:
            pieces[0].addnext(etree.Element(a("br")))


def creation_ids(root: etree._Element) -> None:
    """Ids by which PowerPoint merges what several people edit: of slides, shapes, table rows and columns."""
    for number, properties in enumerate(root.iter(p("cNvPr"))):
        if properties.find(a("extLst")) is None:
            _extend(
                properties,
                a("extLst"),
                a("ext"),
                "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}",
                f"{{{_A16}}}creationId",
                {"id": f"{{{number:08X}-1111-2222-3333-444455556666}}"},
            )
    for number, column in enumerate(root.iter(a("gridCol"))):
        _extend(
            column,
            a("extLst"),
            a("ext"),
            "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}",
            f"{{{_A16}}}colId",
            {"val": str(20000 + number)},
        )
    for number, row in enumerate(root.iter(a("tr"))):
        _extend(
            row,
            a("extLst"),
            a("ext"),
            "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}",
            f"{{{_A16}}}rowId",
            {"val": str(10000 + number)},
        )
    common = root.find(p("cSld"))
    _extend(
        common,
        p("extLst"),
        p("ext"),
        "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}",
        f"{{{_P14}}}creationId",
        {"val": "1234567890"},
    )


def _extend(holder: etree._Element, list_tag: str, tag: str, uri: str, inner: str, attributes: dict[str, str]) -> None:
    extension = etree.SubElement(etree.SubElement(holder, list_tag), tag, uri=uri)
    etree.SubElement(extension, inner, attributes)


def choices(root: etree._Element) -> None:
    """A shape with an effect of newer versions stands twice: as it is, and as older versions may show it."""
    shape = next((one for one in root.iter(p("sp")) if "{{ s.title }}" in "".join(one.itertext())), None)
    if shape is None or root.tag != p("sld"):
        return
    both = etree.Element(f"{{{MC}}}AlternateContent", nsmap={"mc": MC})
    shape.addprevious(both)
    newer = etree.SubElement(both, f"{{{MC}}}Choice", nsmap={"p14": _P14}, Requires="p14")
    older = etree.SubElement(both, f"{{{MC}}}Fallback")
    newer.append(shape)
    older.append(deepcopy(shape))


def animations(root: etree._Element) -> None:
    """A transition, and an animation of the second shape."""
    if root.tag != p("sld"):
        return
    ids = [one.get("id") for one in root.iter(p("cNvPr"))]
    after = root.find(p("clrMapOvr"))
    transition = etree.Element(p("transition"), spd="slow")
    etree.SubElement(transition, p("push"), dir="u")
    after.addnext(transition)
    transition.addnext(
        etree.fromstring(
            f'<p:timing xmlns:p="{P}"><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
            f'<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst><p:par><p:cTn id="3" '
            f'fill="hold"><p:stCondLst><p:cond delay="indefinite"/></p:stCondLst><p:childTnLst><p:set><p:cBhvr><p:cTn id="4" dur="1" '
            f'fill="hold"/><p:tgtEl><p:spTgt spid="{ids[1]}"/></p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName>'
            f'</p:attrNameLst></p:cBhvr><p:to><p:strVal val="visible"/></p:to></p:set></p:childTnLst></p:cTn></p:par></p:childTnLst>'
            f"</p:cTn></p:seq></p:childTnLst></p:cTn></p:par></p:tnLst></p:timing>"
        )
    )


def wps(root: etree._Element) -> None:
    """WPS Presentation: a run for each script, languages the other way round, fonts spelt out for Latin and Chinese alike."""
    for run, text in tagged_runs(root):
        cuts = [n for n in range(1, len(text)) if (ord(text[n]) > 255) != (ord(text[n - 1]) > 255)]
        for piece in split(run, text, [*cuts, text.index("{") + 2]):
            look = piece.find(a("rPr"))
            look.set("lang", "zh-CN" if ord(piece.findtext(a("t"))[0]) > 255 else "en-US")
            look.set("altLang", "zh-CN" if look.get("lang") == "en-US" else "en-US")
            look.set("smtClean", "0")
    for end in root.iter(a("endParaRPr")):
        end.set("altLang", "en-US")


EDITS: dict[str, Edit] = {
    edit.__name__: edit for edit in (spelling, typing_aids, line_breaks, creation_ids, choices, animations, wps)
}
