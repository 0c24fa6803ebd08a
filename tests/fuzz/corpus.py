"""What mutation starts from: small files of each kind, some in the repository, some made by the project itself."""

from __future__ import annotations

import io
import tempfile
import zipfile
from functools import cache
from pathlib import Path

import openpyxl

from briefing.audit_result import Audit
from briefing.files import read_json, write_rows
from briefing.model import Brief, Metric
from briefing.pack import pack_area, workbook
from briefing.pack.workbook_rows import Found
from small_report import (
    TEXT,
    small_brief,
    small_comparisons,
    small_findings,
    small_groupings,
    small_metrics,
    small_report,
)
from stamped import stamp

FOLDER = Path(__file__).parent / "corpus"
TEMPLATES = Path(__file__).resolve().parents[2] / "templates" / "default"


@cache
def seeds(reader: str) -> tuple[bytes, ...]:
    """The files of ``corpus/<reader>`` in order of name, and what is made here."""
    stored = tuple(path.read_bytes() for path in sorted((FOLDER / reader).glob("*")))
    made = _MADE.get(reader, tuple)()
    own = {"summary": ("summary.docx",), "deck": ("deck.pptx",)}.get(reader, ())
    return (*stored, *made, *((TEMPLATES / name).read_bytes() for name in own))


def _workbooks() -> tuple[bytes, ...]:
    report, metrics = small_report(), small_metrics()
    found = Found(metrics, small_comparisons(metrics), small_groupings(metrics), small_findings())
    made = workbook(TEXT, report, metrics, found.comparisons, found.groupings, (small_brief(report, metrics),), found)
    book = openpyxl.load_workbook(io.BytesIO(made))
    book["指标"]["D3"] = "=1+1"
    saved = io.BytesIO()
    book.save(saved)
    return made, saved.getvalue()


def _tables() -> tuple[bytes, ...]:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "metrics.csv"
        write_rows(path, Metric, small_metrics())
        return (path.read_bytes(),)


def _documents() -> tuple[bytes, ...]:
    """The corpus report as Word files: plain paragraphs; a table, tracked changes and a text box."""
    lines = (FOLDER / "txt" / "report.txt").read_text(encoding="utf-8").splitlines()
    plain = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    cells = "".join(f"<w:tr><w:tc><w:p><w:r><w:t>{line}</w:t></w:r></w:p></w:tc></w:tr>" for line in lines[-3:])
    rich = (
        "".join(f"<w:p><w:ins w:id='1'><w:r><w:t>{line}</w:t></w:r></w:ins></w:p>" for line in lines[:-3])
        + f"<w:tbl>{cells}</w:tbl><w:sdt><w:sdtContent><w:p><w:del w:id='2'><w:r><w:delText>旧</w:delText></w:r></w:del></w:p></w:sdtContent></w:sdt>"
    )
    return tuple(_document(body) for body in (plain, rich))


def _document(body: str) -> bytes:
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
        )
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body>{body}</w:body></w:document>')
    return buffer.getvalue()


def _returned() -> tuple[bytes, ...]:
    """Finished documents with their evidence."""
    golden = Path(__file__).parents[1] / "assemble" / "golden"
    brief = read_json(golden / "brief.json", Brief)
    return tuple(stamp((golden / name).read_bytes(), brief, "1.0") for name in ("summary.docx", "deck.pptx"))


def _packs() -> tuple[bytes, ...]:
    report, metrics = small_report(), small_metrics()
    brief, (summary, deck) = small_brief(report, metrics), _returned()
    pictures = {chart.name: b"\x89PNG" for chart in brief.charts}
    audited = Audit(brief.number, ok=True, checks=(), failures=())
    return (pack_area(report, brief, audited, metrics, summary, deck, pictures, {"deck.pptx": "00"}, "1.0"),)


_MADE = {"review": _workbooks, "table": _tables, "docx": _documents, "returned": _returned, "pack": _packs}
