"""The presentation part and the document's properties, brought in line with the slides that were made."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from lxml import etree

from slide_templates.package import OFFICE, Package, Part
from slide_templates.shapes import P
from slide_templates.values import Properties

_SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_FIRST_SLIDE_ID = 256


def slide_size(package: Package) -> tuple[int, int]:
    """Width and height in EMU."""
    size = package.main.tree.find(f"{{{P}}}sldSz")
    return (int(size.get("cx")), int(size.get("cy"))) if size is not None else (9144000, 6858000)


def list_slides(package: Package, made: Sequence[tuple[Part, Part]]) -> None:
    """Replace the slide list by ``made``, (prototype, slide) pairs in display order; sections follow, custom shows
    go.
    """
    presentation = package.main
    tree = presentation.tree
    sections = _sections_of_prototypes(presentation)
    for key in [key for key, one in presentation.relationships.items() if one.short_kind == "slide"]:
        del presentation.relationships[key]
    shows = tree.find(f"{{{P}}}custShowLst")
    if shows is not None:
        tree.remove(shows)
    slides = tree.find(f"{{{P}}}sldIdLst")
    for old in list(slides):
        slides.remove(old)
    for number, (_, slide) in enumerate(made):
        element = etree.SubElement(slides, f"{{{P}}}sldId", id=str(_FIRST_SLIDE_ID + number))
        element.set(f"{{{OFFICE}}}id", presentation.relate(f"{OFFICE}/slide", slide))
    _set_sections(tree, sections, [prototype for prototype, _ in made])


def _sections_of_prototypes(presentation: Part) -> dict[int, etree._Element]:
    by_id = {
        element.get("id"): presentation.relationships[element.get(f"{{{OFFICE}}}id")].target
        for element in presentation.tree.iter(f"{{{P}}}sldId")
    }
    found = {}
    for section in presentation.tree.iter(f"{{{_SECTIONS}}}section"):
        for entry in section.iter(f"{{{_SECTIONS}}}sldId"):
            if entry.get("id") in by_id:
                found[id(by_id[entry.get("id")])] = section
    return found


def _set_sections(tree: etree._Element, sections: dict[int, etree._Element], prototypes: Sequence[Part]) -> None:
    """Put each slide into its prototype's section; when that would tear a section apart, the sections go."""
    order = [sections.get(id(prototype)) for prototype in prototypes]
    starts = [section for number, section in enumerate(order) if number == 0 or section is not order[number - 1]]
    whole = None not in order and len({id(section) for section in starts}) == len(starts)
    for section_list in list(tree.iter(f"{{{_SECTIONS}}}sectionLst")):
        if not whole:
            extension = section_list.getparent()
            extension.getparent().remove(extension)
            continue
        for section in list(section_list):
            entries = section.find(f"{{{_SECTIONS}}}sldIdLst")
            for old in list(entries):
                entries.remove(old)
            for number, own in enumerate(order):
                if own is section:
                    etree.SubElement(entries, f"{{{_SECTIONS}}}sldId", id=str(_FIRST_SLIDE_ID + number))
            if not len(entries):
                section_list.remove(section)


def set_properties(package: Package, properties: Properties, slides: int, notes: int) -> None:
    """Set the core properties, drop what tells of the template's own past (thumbnail, counts, revisions)."""
    root = package.root
    for key in [key for key, one in root.relationships.items() if one.short_kind == "thumbnail"]:
        del root.relationships[key]
    core = root.related("core-properties")
    if core is None:
        core = Part("/docProps/core.xml", _CORE_TYPE, f'<cp:coreProperties xmlns:cp="{_CORE}"/>'.encode())
        root.relate(_CORE_KIND, core)
    tree = core.tree
    for name in (f"{{{_CORE}}}lastModifiedBy", f"{{{_CORE}}}revision", f"{{{_CORE}}}lastPrinted"):
        for old in tree.findall(name):
            tree.remove(old)
    for name, value in (
        (f"{{{_DC}}}title", properties.title),
        (f"{{{_DC}}}subject", properties.subject),
        (f"{{{_DC}}}creator", properties.author),
        (f"{{{_CORE}}}keywords", properties.keywords),
    ):
        if value:
            _set(tree, name, value)
    for name, moment in (("created", properties.created), ("modified", properties.modified)):
        if moment is not None:
            element = _set(tree, f"{{{_TERMS}}}{name}", _stamp(moment))
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")
    app = root.related("extended-properties")
    if app is not None:
        _set_counts(app, slides, notes)


def _stamp(moment: datetime) -> str:
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _set(tree: etree._Element, name: str, value: str) -> etree._Element:
    element = tree.find(name)
    if element is None:
        element = etree.SubElement(tree, name, nsmap={"dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    element.text = value
    return element


def _set_counts(app: Part, slides: int, notes: int) -> None:
    tree = app.tree
    for name in (
        "TitlesOfParts",
        "HeadingPairs",
        "Words",
        "Paragraphs",
        "TotalTime",
        "HiddenSlides",
        "Manager",
        "Company",
        "HLinks",
    ):
        for old in tree.findall(f"{{{_APP}}}{name}"):
            tree.remove(old)
    for name, count in (("Slides", slides), ("Notes", notes)):
        element = tree.find(f"{{{_APP}}}{name}")
        if element is not None:
            element.text = str(count)
