"""The presentation part, brought in line with the slides that were made."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from slide_templates.package import OFFICE, Package, Part
from slide_templates.shapes import P

_SECTIONS = "http://schemas.microsoft.com/office/powerpoint/2010/main"
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
