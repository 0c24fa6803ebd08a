"""An Office file as parts and relationships: read once, copied part by part, written with the same bytes for the same content.

Parts that nobody touches keep their bytes; parts that nothing refers to are not written.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from lxml import etree

from slide_templates.problems import Fault

CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
# Given all files of a finished document, what is to be added to them or to stand instead.
Seal: TypeAlias = Callable[[Mapping[str, bytes]], Mapping[str, bytes]]
_STORED = (".png", ".jpg", ".jpeg", ".gif", ".xlsx", ".mp4")
_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_blank_text=False)


@dataclass
class Relationship:
    """``target`` is a Part, or the text of the address when ``external``."""

    kind: str
    target: Any
    external: bool = False

    @property
    def short_kind(self) -> str:
        return self.kind.rsplit("/", 1)[-1]


@dataclass(eq=False)
class Part:
    """One file of the package: bytes, or once ``tree`` was asked for, the tree."""

    name: str
    content_type: str
    blob: bytes = b""
    relationships: dict[str, Relationship] = field(default_factory=dict)
    origin: Part | None = None  # a part of the same content that is never changed, so that it is parsed once for all

    @cached_property
    def tree(self) -> etree._Element:
        return parse_xml(self.blob, self.name) if self.origin is None else deepcopy(self.origin.tree)

    def copy(self, name: str = "") -> Part:
        """The same content under another name, or its own, without relationships."""
        copy = Part(name or self.name, self.content_type, self.blob, origin=self.origin)
        if "tree" in self.__dict__:
            copy.__dict__["tree"] = deepcopy(self.tree)
        return copy

    @property
    def content(self) -> bytes:
        if "tree" in self.__dict__:
            return bytes(etree.tostring(self.tree, xml_declaration=True, encoding="UTF-8", standalone=True))
        return self.blob

    def related(self, short_kind: str) -> Part | None:
        """The first related part of this kind, e.g. ``notesSlide``."""
        return next(
            (one.target for one in self.relationships.values() if one.short_kind == short_kind and not one.external),
            None,
        )

    def relate(self, kind: str, target: Part | str) -> str:
        """Add a relationship to a part, or to an address outside; returns its new id."""
        number = len(self.relationships) + 1
        while f"rId{number}" in self.relationships:
            number += 1
        self.relationships[f"rId{number}"] = Relationship(kind, target, isinstance(target, str))
        return f"rId{number}"


@dataclass
class Package:
    """``root`` stands for the package itself and holds its top relationships."""

    root: Part

    @property
    def main(self) -> Part:
        """The presentation, or the document."""
        part = self.root.related("officeDocument")
        if part is None:
            raise Fault("it holds no document; save it again in Office", "文件中没有正文；请用 Office 重新保存")
        return part

    def parts(self) -> Iterator[Part]:
        """Every part that something refers to, each once, in order of reference."""
        seen: set[int] = set()
        waiting = [self.root]
        while waiting:
            part = waiting.pop(0)
            if id(part) in seen:
                continue
            seen.add(id(part))
            if part is not self.root:
                yield part
            waiting.extend(one.target for one in part.relationships.values() if not one.external)

    def copy(self) -> Package:
        """A package of the same parts that may be changed while this one, which must not be, lends it what it parsed."""
        parts = [self.root, *self.parts()]
        copies = {id(part): Part(part.name, part.content_type, part.blob, origin=part) for part in parts}
        for part in parts:
            copies[id(part)].relationships = {
                key: Relationship(one.kind, one.target if one.external else copies[id(one.target)], one.external)
                for key, one in part.relationships.items()
            }
        return Package(copies[id(self.root)])

    def files(self) -> dict[str, bytes]:
        """What stands in the zip: name → bytes, parts in order of name, each followed by its relationships."""
        parts = sorted(self.parts(), key=lambda part: _natural(part.name))
        files = {"[Content_Types].xml": _content_types(parts), "_rels/.rels": _relationships(self.root)}
        for part in parts:
            files[part.name[1:]] = part.content
            if part.relationships:
                folder, file = posixpath.split(part.name)
                files[f"{folder}/_rels/{file}.rels"[1:]] = _relationships(part)
        return files

    def write(self, seal: Seal | None = None, *, packed: bool = True) -> bytes:
        """The package as bytes; zip dates fixed. ``seal`` sees all files and gives what is added to them or replaced; what is
        not ``packed`` is written and read sooner."""
        files = self.files()
        if seal is not None:
            files |= seal(files)
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files.items():
                _add(archive, name, content, packed)
        return buffer.getvalue()


def read_package(files: dict[str, bytes]) -> Package:
    """A package from its files, ``name in the zip → bytes`` (safety.unpack has looked at them before)."""
    types = _read_content_types(files.get("[Content_Types].xml", b""))
    root = Part("/", "")
    parts: dict[str, Part] = {}
    by_lower = {f"/{name}".lower(): f"/{name}" for name in files}
    waiting = [root]
    while waiting:
        source = waiting.pop()
        folder, file = posixpath.split(source.name)
        blob = files.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
        if blob is None:
            continue
        for element in parse_xml(blob, f"relationships of {source.name}"):
            if not isinstance(element.tag, str):
                continue
            kind, target = element.get("Type", ""), element.get("Target", "")
            if element.get("TargetMode") == "External":
                source.relationships[element.get("Id")] = Relationship(kind, target, True)
                continue
            name = by_lower.get(posixpath.normpath(posixpath.join(folder, target)).lower())
            if name is None:  # add-ins void a relationship by pointing it nowhere; Office reads over it
                continue
            if name not in parts:
                content_type = types.get(name.lower()) or types.get(
                    posixpath.splitext(name)[1].lower(), "application/xml"
                )
                parts[name] = Part(name, content_type, files[name[1:]])
                waiting.append(parts[name])
            source.relationships[element.get("Id")] = Relationship(kind, parts[name])
    return Package(root)


def parse_xml(blob: bytes, name: str) -> etree._Element:
    try:
        return etree.fromstring(blob, _PARSER)
    except etree.XMLSyntaxError as error:
        raise Fault(
            f"{name} is damaged ({error}); save the template again", f"{name} 已损坏（{error}）；请重新保存模板"
        ) from error


def _read_content_types(blob: bytes) -> dict[str, str]:
    types = {}
    for element in parse_xml(blob, "[Content_Types].xml"):
        if element.get("Extension"):
            types["." + element.get("Extension").lower()] = element.get("ContentType")
        elif element.get("PartName"):
            types[element.get("PartName").lower()] = element.get("ContentType")
    return types


def _content_types(parts: list[Part]) -> bytes:
    root = etree.Element(f"{{{CONTENT_TYPES}}}Types", nsmap={None: CONTENT_TYPES})
    defaults = {"rels": "application/vnd.openxmlformats-package.relationships+xml", "xml": "application/xml"}
    overrides = []
    for part in parts:
        extension = part.name.rsplit(".", 1)[-1].lower()
        if defaults.setdefault(extension, part.content_type) != part.content_type:
            overrides.append(part)
    for extension, content_type in sorted(defaults.items()):
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Default", Extension=extension, ContentType=content_type)
    for part in overrides:
        etree.SubElement(root, f"{{{CONTENT_TYPES}}}Override", PartName=part.name, ContentType=part.content_type)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _relationships(part: Part) -> bytes:
    root = etree.Element(f"{{{RELATIONSHIPS}}}Relationships", nsmap={None: RELATIONSHIPS})
    folder = posixpath.dirname(part.name)
    for key, one in sorted(part.relationships.items(), key=lambda pair: _natural(pair[0])):
        target = one.target if one.external else posixpath.relpath(one.target.name, folder)
        element = etree.SubElement(root, f"{{{RELATIONSHIPS}}}Relationship", Id=key, Type=one.kind, Target=target)
        if one.external:
            element.set("TargetMode", "External")
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def _add(archive: zipfile.ZipFile, name: str, content: bytes, packed: bool) -> None:
    info = zipfile.ZipInfo(name, _ZIP_DATE)
    info.compress_type = zipfile.ZIP_DEFLATED if packed and not name.lower().endswith(_STORED) else zipfile.ZIP_STORED
    info.external_attr = 0o600 << 16
    archive.writestr(info, content)


def _natural(name: str) -> list[tuple[int, str]]:
    return [(int(piece), "") if piece.isdigit() else (-1, piece) for piece in re.split(r"(\d+)", name)]
