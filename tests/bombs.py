"""Files that unpack to far more than they weigh, or name entities; and how a refusal of one is held to time and memory."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest

from briefing.errors import BriefingError

TEXT_PART = "word/document.xml"


def package(parts: dict[str, bytes]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def word(body: bytes, more: dict[str, bytes] | None = None) -> bytes:
    head = b"<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>"
    return package({TEXT_PART: head + body + b"</w:body></w:document>", **(more or {})})


def lying(content: bytes) -> bytes:
    """The package with every size in its directory told as one byte."""
    data = bytearray(content)
    at = 0
    while (at := data.find(b"PK\x01\x02", at)) >= 0:
        data[at + 24 : at + 28] = struct.pack("<I", 1)
        at += 4
    return bytes(data)


ENTITIES = b"<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'><!ENTITY c '&b;&b;&b;&b;&b;&b;&b;&b;'>]>"
OUTSIDE = b"<!DOCTYPE x [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
BOMBS = {
    "a huge text part": lambda: word(b"<w:p/>" * 5_000_000),
    "many tags": lambda: word(b"<a/>" * 2_500_000),
    "many parts": lambda: word(b"", {f"word/{number}.bin": b"" for number in range(3000)}),
    "huge pictures": lambda: word(b"", {f"word/media/{number}.png": bytes(50_000_000) for number in range(5)}),
    "sizes that lie": lambda: lying(word(b"<w:p/>" * 5_000_000)),
    "entities that expand": lambda: package(
        {TEXT_PART: ENTITIES + b"<x>&c;</x>", "xl/workbook.xml": ENTITIES + b"<x>&c;</x>"}
    ),
    "an entity that reads a file": lambda: package({TEXT_PART: OUTSIDE + b"<x>&a;</x>"}),
    "entities in UTF-16": lambda: package({TEXT_PART: ("\ufeff" + ENTITIES.decode() + "<x>&c;</x>").encode("utf-16")}),
    "entities in another part": lambda: word(b"<w:p/>", {"word/styles.xml": OUTSIDE + b"<x>&a;</x>"}),
    "a text part nested without end": lambda: word(b"<w:p>" * 200_000),
    "a zip in its middle cut": lambda: word(b"<w:p/>" * 1000)[:-40],
}


def refused(read: Callable[[], object], seconds: float = 10, megabytes: float = 150) -> str:
    """The sentence with which something is refused, within its time and its memory (as Python counts it)."""
    tracemalloc.start()
    began = time.process_time()
    try:
        with pytest.raises(BriefingError) as told:
            read()
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert time.process_time() - began < seconds
    assert peak < megabytes * 1024 * 1024
    sentence = str(told.value)
    assert 20 < len(sentence) < 600
    return sentence
