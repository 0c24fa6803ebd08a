"""Word files, workbooks and PDFs that unpack to far more than they weigh, or name entities: one sentence, little memory, little time."""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path

import pytest

from bombs import BOMBS, package, refused
from briefing.assemble import fill_deck, fill_summary
from briefing.files import read_json
from briefing.model import Brief
from briefing.parse import read_report
from briefing.parse.pdf import MOST_PAGES
from briefing.review import read_review

ROOT = Path(__file__).resolve().parents[2]


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
