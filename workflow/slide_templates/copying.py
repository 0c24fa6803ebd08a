"""Complete copies of slide parts: shared what never changes (layout, media), their own what does (notes, charts,
workbooks, tags).
"""

from __future__ import annotations

import re

from lxml import etree

from slide_templates.package import OFFICE, Part, Relationship

_SHARED = {"slideLayout", "image", "media", "video", "audio", "notesMaster", "font", "theme", "hyperlink"}
_DROPPED = {"comments", "notesSlide", "modernComment"}  # notes are copied on their own
# Ids by which PowerPoint merges what several people edit: of slides, shapes, table rows and columns. No two may be the same, and
# a deck made from a template is no other version of it.
_IDENTITIES = {
    "{BB962C8B-B14F-4D97-AF65-F5344CB8AC3E}",
    "{FF2B5EF4-FFF2-40B4-BE49-F238E27FC236}",
    "{0D108BD9-81ED-4DB2-BD59-A6C34878D82A}",
    "{9D8B030D-6E8A-4147-A177-3AD203B41FA5}",
}
_REFERENCES = etree.XPath("descendant-or-self::*/@r:*", namespaces={"r": OFFICE}, smart_strings=False)
_KEPT_UNREFERENCED = {"slideLayout", "themeOverride", "notesMaster", "diagramDrawing"}


class PartNumbers:
    """Gives new parts their names, numbered in the order in which they are made."""

    def __init__(self) -> None:
        self._last: dict[str, int] = {}

    def name(self, pattern: str) -> str:
        """``/ppt/charts/chart%d.xml`` → ``/ppt/charts/chart1.xml``, then 2, …"""
        self._last[pattern] = self._last.get(pattern, 0) + 1
        return pattern % self._last[pattern]

    def like(self, name: str) -> str:
        """A new name of the same pattern as ``name``."""
        stem, extension = name.rsplit(".", 1)
        return self.name(re.sub(r"\d+$", "", stem).replace("%", "%%") + "%d." + extension)


def copy_with_tree(source: Part, name: str, tree: etree._Element, numbers: PartNumbers) -> Part:
    """A new part with ``tree`` as content and only those relationships that the tree (or Office, silently) needs."""
    copy = Part(name, source.content_type)
    copy.__dict__["tree"] = tree
    used = referenced(tree)
    for key, one in source.relationships.items():
        if one.short_kind in _DROPPED or (key not in used and one.short_kind not in _KEPT_UNREFERENCED):
            continue
        if one.external or one.short_kind in _SHARED or one.short_kind == "slide":
            copy.relationships[key] = Relationship(one.kind, one.target, one.external)
        elif one.short_kind != "chart":
            copy.relationships[key] = Relationship(one.kind, copy_part(one.target, numbers))
    return copy


def drop_identities(tree: etree._Element) -> None:
    """Take the ids of the template's own slides, shapes, rows and columns out of a copy."""
    for extension in [one for one in tree.iter("{*}ext") if one.get("uri") in _IDENTITIES]:
        holder = extension.getparent()
        holder.remove(extension)
        if not len(holder):
            holder.getparent().remove(holder)


def drop_unreferenced(part: Part) -> None:
    """Drop the relationships that filling the part has left without use, and with them the parts that only it used."""
    used = referenced(part.tree)
    for key, one in list(part.relationships.items()):
        if key not in used and one.short_kind not in _KEPT_UNREFERENCED:
            del part.relationships[key]


def referenced(tree: etree._Element) -> set[str]:
    """The ids of relationships that a part's XML uses."""
    return set(_REFERENCES(tree))


def copy_part(source: Part, numbers: PartNumbers, name: str = "", done: dict[int, Part] | None = None) -> Part:
    """A copy of a part with copies of everything of its own; ``done`` holds what was copied on the way (parts may
    refer to each other).
    """
    done = {} if done is None else done
    if id(source) in done:
        return done[id(source)]
    copy = done[id(source)] = source.copy(name or numbers.like(source.name))
    for key, one in source.relationships.items():
        if one.external or one.short_kind in _SHARED or one.short_kind == "slide":
            copy.relationships[key] = Relationship(one.kind, one.target, one.external)
        else:
            copy.relationships[key] = Relationship(one.kind, copy_part(one.target, numbers, done=done))
    return copy
