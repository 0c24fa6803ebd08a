"""What one recipient can be sent of an area: taken from the area's pack, which is what the audit let pass."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.errors import BriefingError

_DOCUMENTS = ("summary", "deck")
_SUFFIXES = {"docx": "summary", "pptx": "deck"}
_DAMAGED = (zipfile.BadZipFile, zlib.error, RuntimeError, OSError)
_LARGEST = 512 * 1024 * 1024


@dataclass(frozen=True)
class Attachment:
    """One file to attach. ``what`` is ``zip``, ``summary`` or ``deck``; ``sha256`` is its version."""

    area: str
    what: str
    name: str
    content: bytes
    sha256: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two attachments the same version of the same thing."""
        return self.area, self.what, self.sha256


@dataclass(frozen=True)
class Version:
    """What one version of an area's pack says, kept so that a later one can be set against it.

    ``figures``: indicator with its part and year → the figure as printed; ``content`` is a digest of the area's Brief.
    """

    area: str
    title: str
    sha256: str
    content: str
    keypoints: str
    figures: Mapping[str, str]


@dataclass(frozen=True)
class Package:
    """The pack of one area, opened: its version and what may be attached, by ``what``."""

    version: Version
    report_title: str
    source: str
    date: str
    attachments: Mapping[str, Attachment]

    def wanted(self, gets: str) -> tuple[Attachment, ...]:
        """``zip``: the pack; ``documents``: the Word summary and the deck."""
        return tuple(self.attachments[one] for one in (_DOCUMENTS if gets == "documents" else (gets,)))


def open_package(
    content: bytes, called: str, report_id: str, area: str, figures: Mapping[str, tuple[str, str]], brief: bytes
) -> Package:
    """``content``: the zip; ``figures``: metric id → (indicator with part and year, figure as printed) of the whole
    report; ``brief``: the area's Brief as it stands on disk. BriefingError when the pack is not whole or of another area."""
    again = "run the workflow again"
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise BriefingError(f"{called}: unpacks to more than {_LARGEST} bytes, no pack does; {again}.")
            members = {entry.filename: archive.read(entry) for entry in archive.infolist()}
        manifest = json.loads(members["manifest.json"])
        files, shown = manifest["files"], manifest["metrics"]
        owner, title = manifest["report"], str(manifest["area_title"])
        if not all(isinstance(one["sha256"], str) and isinstance(one["kind"], str) for one in files.values()):
            raise ValueError("its manifest is none of ours")
    except (*_DAMAGED, KeyError, ValueError, TypeError, AttributeError) as error:
        raise BriefingError(f"{called}: is no whole pack ({error}); {again}.") from error
    if owner != report_id:
        raise BriefingError(f"{called}: belongs to report {owner}, not to {report_id}; {again}.")
    attachments = {"zip": _attachment(area, "zip", called, content)}
    keypoints = ""
    for name, told in files.items():
        if hashlib.sha256(members.get(name, b"")).hexdigest() != told["sha256"]:
            raise BriefingError(f"{called}: {name} is not what the manifest says; {again}.")
        kind = told["kind"]
        if kind in _SUFFIXES:
            attachments[_SUFFIXES[kind]] = _attachment(area, _SUFFIXES[kind], name, members[name])
        elif kind == "txt":
            keypoints = members[name].decode("utf-8-sig").replace("\r\n", "\n")
    if missing := [
        one for one in (*_DOCUMENTS, "keypoints") if one not in (*attachments, "keypoints" if keypoints else "")
    ]:
        raise BriefingError(f"{called}: holds no {' and no '.join(missing)}; {again}.")
    kept = dict(figures[one] for one in shown if one in figures)
    version = Version(area, title, attachments["zip"].sha256, hashlib.sha256(brief).hexdigest(), keypoints, kept)
    return Package(version, str(manifest["title"]), str(manifest["source"]), str(manifest["date"]), attachments)


def _attachment(area: str, what: str, name: str, content: bytes) -> Attachment:
    return Attachment(area, what, name, content, hashlib.sha256(content).hexdigest())
