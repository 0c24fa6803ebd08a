"""The document's properties: what the caller tells, and nothing of the template's own past."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime

from lxml import etree

from slide_templates.package import Package, Part
from slide_templates.values import Properties

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC, _TERMS = "http://purl.org/dc/elements/1.1/", "http://purl.org/dc/terms/"
_XSI = "http://www.w3.org/2001/XMLSchema-instance"
_APP = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
_CORE_KIND = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_CORE_TYPE = "application/vnd.openxmlformats-package.core-properties+xml"
_PEOPLE = ("commentAuthors", "authors", "person")
_STALE = (
    "TitlesOfParts HeadingPairs Words Paragraphs TotalTime HiddenSlides Manager Company HLinks Template Pages Characters "
    "CharactersWithSpaces Lines HyperlinkBase"
).split()


def set_core_properties(package: Package, properties: Properties) -> None:
    """Set the core properties, drop thumbnail, revisions, whoever saved the template last and who commented on it."""
    root = package.root
    for key in [key for key, one in package.main.relationships.items() if one.short_kind in _PEOPLE]:
        del package.main.relationships[key]
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
        (f"{{{_CORE}}}keywords", properties.keywords),
        (f"{{{_DC}}}language", properties.language),
        (f"{{{_DC}}}description", properties.description),
    ):
        if value:
            _set(tree, name, value)
    _set(tree, f"{{{_DC}}}creator", properties.author)
    for name, moment in (("created", properties.created), ("modified", properties.modified)):
        if moment is not None:
            element = _set(tree, f"{{{_TERMS}}}{name}", _stamp(moment))
            element.set(f"{{{_XSI}}}type", "dcterms:W3CDTF")


def set_counts(package: Package, counts: Mapping[str, int]) -> None:
    """Drop stale counts and names of the template's past; ``counts`` (Slides, Notes) replace what is told of them."""
    app = package.root.related("extended-properties")
    if app is None:
        return
    for name in _STALE:
        for old in app.tree.findall(f"{{{_APP}}}{name}"):
            app.tree.remove(old)
    for name, count in counts.items():
        element = app.tree.find(f"{{{_APP}}}{name}")
        if element is not None:
            element.text = str(count)


def _stamp(moment: datetime) -> str:
    moment = moment.astimezone(UTC) if moment.tzinfo else moment
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")


def _set(tree: etree._Element, name: str, value: str) -> etree._Element:
    element = tree.find(name)
    if element is None:
        element = etree.SubElement(tree, name, nsmap={"dc": _DC, "dcterms": _TERMS, "xsi": _XSI})
    element.text = value
    return element
