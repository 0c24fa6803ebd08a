"""Word files, workbooks and PDFs that unpack to far more than they weigh, or name entities: one sentence, little memory, little time."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.errors import BriefingError
from briefing.files import read_json
from briefing.model import Brief
from briefing.parse import read_report
from briefing.parse.pdf import MOST_PAGES
from briefing.review import read_review

ROOT = Path(__file__).resolve().parents[2]
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


@pytest.mark.parametrize("name", BOMBS)
def test_word_reports(tmp_path: Path, name: str) -> None:
    """Refused before any of it is read as a document."""
    path = tmp_path / "report.docx"
    path.write_bytes(BOMBS[name]())
    assert path.stat().st_size < 20_000_000
    assert "report.docx" in refused(lambda: read_report(path, "report"))


@pytest.mark.parametrize("name", BOMBS)
def test_reviewed_workbooks(name: str) -> None:
    """The same looks at a workbook that staff send back."""
    content = BOMBS[name]()
    assert "small.review.xlsx" in refused(lambda: read_review(content, "small"))


def test_a_workbook_with_a_cell_at_the_end_of_the_world(tmp_path: Path) -> None:
    """A cell in row 1,048,576 or merged ranges over a whole sheet do not make us walk through all that lies before."""
    import openpyxl

    book = openpyxl.Workbook()
    book.active.title = "指标"
    book.active["XFD1048576"] = 1
    buffer = io.BytesIO()
    book.save(buffer)
    assert "rows or" in refused(lambda: read_review(buffer.getvalue(), "small"))
    with zipfile.ZipFile(buffer) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    sheet = parts["xl/worksheets/sheet1.xml"].replace(b"XFD1048576", b"A1").replace(b'r="1048576"', b'r="1"')
    parts["xl/worksheets/sheet1.xml"] = sheet.replace(
        b"</sheetData>", b'</sheetData><mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    )
    refused(lambda: read_review(package(parts), "small"), seconds=2)


@pytest.mark.parametrize("name", BOMBS)
def test_templates(tmp_path: Path, name: str) -> None:
    """What came by mail as a template is looked at as strictly."""
    brief = read_json(ROOT / "tests" / "assemble" / "golden" / "brief.json", Brief)
    for file, fill in (
        ("summary.docx", lambda path: fill_summary(path, brief, {})),
        ("deck.pptx", lambda path: fill_deck(path, brief)),
    ):
        path = tmp_path / file
        path.write_bytes(BOMBS[name]())
        refused(lambda path=path, fill=fill: fill(path), megabytes=400)


def test_a_number_that_is_short_to_write_and_endless_to_print() -> None:
    """1e999999999 and its like are no figures: their cells are invalid, nothing is computed with them."""
    from decimal import InvalidOperation

    from briefing.review.sheets import _cell

    for text in ("1e999999999", "-1E+400", "1e-999999999", "NaN", "Infinity"):
        with pytest.raises(InvalidOperation):
            _cell("value_low", text)
    assert _cell("value_low", "35,000,000") == 35_000_000


def pdf(objects: list[bytes]) -> bytes:
    """A PDF of these objects, numbered from 1, the first its catalogue."""
    body, at = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        at.append(len(body))
        body += f"{number} 0 obj\n".encode() + one + b"\nendobj\n"
    rows = b"".join(f"{place:010} 00000 n \n".encode() for place in at)
    head = f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    return (
        body
        + head
        + rows
        + f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF".encode()
    )


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length " + str(len(content)).encode() + more + b" >>\nstream\n" + content + b"\nendstream"


def one_page(content: bytes) -> list[bytes]:
    return [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R >>",
        content,
    ]


PAGES = b" ".join(b"3 0 R" for _ in range(MOST_PAGES + 50))
PDFS = {
    "a stream of 400 MB": lambda: pdf(one_page(stream(zlib.compress(bytes(400_000_000), 9), b" /Filter /FlateDecode"))),
    "a hundred streams": lambda: pdf(one_page(stream(zlib.compress(b"")), ) + [stream(zlib.compress(bytes(8_000_000), 9), b" /Filter /FlateDecode")] * 100),
    "more pages than a report": lambda: pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [" + PAGES + b"] /Count 350 >>", b"<< /Type /Page /Parent 2 0 R >>"]),
    "pages within themselves": lambda: pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    "arrays within arrays": lambda: pdf(one_page(stream(b"[" * 100_000))),
    "no PDF at all": lambda: b"%PDF-1.7\n" + bytes(range(256)) * 1000,
}  # fmt: skip


@pytest.mark.parametrize("name", PDFS)
def test_pdfs(tmp_path: Path, name: str) -> None:
    """Streams that unpack without end, pages without number, and structures that turn in a circle."""
    path = tmp_path / "report.pdf"
    path.write_bytes(PDFS[name]())
    assert "report.pdf" in refused(lambda: read_report(path, "report"), seconds=20)
