"""A finished document as the commands write it: with its evidence among its properties."""

from __future__ import annotations

import io
import zipfile

from briefing.audit import evidence
from briefing.model import Brief


def stamp(content: bytes, brief: Brief, version: str) -> bytes:
    """``content``, from whatever program, with the evidence of ``brief`` put in; its other parts are as they were."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        files = {name: old.read(name) for name in old.namelist()}
        for name, part in (files | evidence(files, brief, version)).items():
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()
