"""Office files as zips of parts, and the outside judges of what comes out."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def files(blob: bytes) -> dict[str, bytes]:
    """Name of each part → its bytes."""
    with zipfile.ZipFile(io.BytesIO(blob)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def repacked(blob: bytes, changes: Mapping[str, Any]) -> bytes:
    """The same package with some parts added or changed (by bytes, or a function of the old ones)."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            change = changes.get(name, old.read(name))
            new.writestr(name, change(old.read(name)) if callable(change) else change)
        for name, content in changes.items():
            if name not in old.namelist():
                new.writestr(name, content)
    return buffer.getvalue()


def judged(blob: bytes, ending: str) -> list[str]:
    """What two outside validators say against a file (``.docx``, ``.pptx``); empty when they find it sound."""
    from ooxml_integrity import Severity, check, check_pptx
    from openxml_audit import OpenXmlValidator

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"file{ending}"
        path.write_bytes(blob)
        said = [str(error) for error in OpenXmlValidator().validate(path).errors]
        found = (check if ending == ".docx" else check_pptx)(path)
        return said + [str(one) for one in found if one.severity is not Severity.INFO]
