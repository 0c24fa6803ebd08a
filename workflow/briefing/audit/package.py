"""An Office file opened as a stranger would: its parts, its relationships, what is missing or left over."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from briefing.errors import BriefingError
from briefing.zip_limits import DAMAGED

_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
R_ID, R_EMBED = f"{{{_OFFICE}}}id", f"{{{_OFFICE}}}embed"
# No network, no entities: a finished file is read, never trusted.
_PARSER = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)


@dataclass(frozen=True)
class Relationship:
    """``target`` is the name of a part, or an address when ``external``."""

    id: str
    kind: str  # last word of the type: image, chart, slide, package …
    target: str
    external: bool


class Package:
    """The parts of one file by name (without the leading slash); XML parts are parsed when asked for."""

    def __init__(self, parts: dict[str, bytes]) -> None:
        self.parts = parts
        self._trees: dict[str, etree._Element] = {}
        self._relationships: dict[str, list[Relationship]] = {}

    def tree(self, name: str) -> etree._Element:
        if name not in self._trees:
            self._trees[name] = etree.fromstring(self.parts[name], _PARSER)
        return self._trees[name]

    def xml_names(self) -> list[str]:
        return sorted(name for name in self.parts if name.endswith((".xml", ".rels")))

    def relationships(self, name: str) -> list[Relationship]:
        """What a part refers to; an empty ``name`` means the package itself."""
        if name not in self._relationships:
            self._relationships[name] = self._read_relationships(name)
        return self._relationships[name]

    def _read_relationships(self, name: str) -> list[Relationship]:
        folder, file = posixpath.split(name)
        rels = posixpath.join(folder, "_rels", f"{file}.rels")
        if rels not in self.parts:
            return []
        return [
            Relationship(
                one.get("Id", ""),
                one.get("Type", "").rsplit("/", 1)[-1],
                one.get("Target", "")
                if one.get("TargetMode") == "External"
                else _resolve(folder, one.get("Target", "")),
                one.get("TargetMode") == "External",
            )
            for one in self.tree(rels).iter(_RELATIONSHIPS)
        ]

    def related(self, name: str, kind: str) -> list[str]:
        return [one.target for one in self.relationships(name) if one.kind == kind and not one.external]

    def target(self, name: str, relationship_id: str) -> str | None:
        """The part that an id on ``name`` stands for; None when it is not there."""
        for one in self.relationships(name):
            if one.id == relationship_id:
                return one.target if one.external or one.target in self.parts else None
        return None

    def reachable(self) -> set[str]:
        """Every part that can be come to from the package's own relationships."""
        seen: set[str] = set()
        todo = [one.target for one in self.relationships("") if not one.external]
        while todo:
            name = todo.pop()
            if name in seen or name not in self.parts:
                continue
            seen.add(name)
            todo += [one.target for one in self.relationships(name) if not one.external]
        return seen


def open_package(content: bytes, called: str) -> Package:
    """Read all parts; ``BriefingError`` when the bytes are no zip or an XML part cannot be parsed."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = archive.namelist()
            twice = sorted({name for name in names if names.count(name) > 1})
            if twice:
                raise BriefingError(f"{called}: part {twice[0]} is in the file twice; assemble it again")
            package = Package({name: archive.read(name) for name in names if not name.endswith("/")})
        for name in package.xml_names():
            package.tree(name)
    except (*DAMAGED, etree.XMLSyntaxError) as error:
        raise BriefingError(f"{called}: is not a whole Office file ({error}); assemble it again") from error
    return package


def read_package(path: Path) -> Package:
    try:
        content = path.read_bytes()
    except OSError as error:
        raise BriefingError(f"{path}: cannot be read ({error.strerror}); run the stage assemble first") from error
    return open_package(content, str(path))


def _resolve(folder: str, target: str) -> str:
    return target.lstrip("/") if target.startswith("/") else posixpath.normpath(posixpath.join(folder, target))
