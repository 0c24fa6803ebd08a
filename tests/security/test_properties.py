"""What Office shows under 属性: title, subject, source and date of the report; nobody who made the template, and no machine."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from pathlib import Path

import docx
import openpyxl
import pptx
import pytest
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI

from bombs import package
from briefing.assemble import fill_deck, fill_summary
from briefing.files import read_json
from briefing.model import Brief
from briefing.pack import workbook
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

ROOT = Path(__file__).resolve().parents[2]
TEMPLATES = ROOT / "templates" / "default"
BRIEF = read_json(ROOT / "tests" / "assemble" / "golden" / "brief.json", Brief)
PML = "http://schemas.openxmlformats.org/presentationml/2006/main"
RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PERSON, PATH = "欧阳某某", "C:\\Users\\ouyang"
APP = (
    '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    f"<Template>{PATH}\\Normal.dotm</Template><Manager>{PERSON}</Manager><Company>{PERSON}</Company>"
    f"<HyperlinkBase>{PATH}</HyperlinkBase></Properties>"
).encode()


def told(properties: object) -> None:
    """The core properties of a filled document, whatever its template's said."""
    assert properties.title == "小店区2024年政府工作报告（四）一体统筹、品质提升，构建城乡融合新格局"
    assert properties.subject == "政府工作报告分领域简报"
    assert properties.comments == "来源：《小店区2024年政府工作报告》（据媒体报道）"
    assert properties.created == properties.modified == datetime(2024, 1, 1, tzinfo=properties.created.tzinfo)
    assert (properties.author, properties.last_modified_by) == ("", "")


def nobody(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    assert [name for name, part in parts.items() if PERSON.encode() in part or PATH.encode() in part] == []


def marked(document: object) -> None:
    """Somebody's name wherever Office puts it."""
    core = document.core_properties
    core.author = core.last_modified_by = PERSON


def with_app(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    return package({**parts, "docProps/app.xml": APP})


def test_summary(tmp_path: Path) -> None:
    """The template was written, commented and changed with tracking by a person."""
    document = docx.Document(str(TEMPLATES / "summary.docx"))
    marked(document)
    first = document.paragraphs[0]
    document.add_comment(first.runs, text="改一下", author=PERSON, initials="欧阳")
    change = OxmlElement("w:rPrChange")
    change.set(qn("w:id"), "901")
    change.set(qn("w:author"), PERSON)
    change.append(OxmlElement("w:rPr"))
    first.runs[0]._element.get_or_add_rPr().append(change)
    buffer = io.BytesIO()
    document.save(buffer)
    path = tmp_path / "summary.docx"
    path.write_bytes(with_app(buffer.getvalue()))
    made = fill_summary(path, BRIEF, {})
    told(docx.Document(io.BytesIO(made)).core_properties)
    nobody(made)


def test_deck(tmp_path: Path) -> None:
    """The same for slides."""
    deck = pptx.Presentation(str(TEMPLATES / "deck.pptx"))
    marked(deck)
    author = f'<p:cmAuthorLst xmlns:p="{PML}"><p:cmAuthor id="1" name="{PERSON}" initials="欧" lastIdx="0" clrIdx="0"/></p:cmAuthorLst>'
    kind = "application/vnd.openxmlformats-officedocument.presentationml.commentAuthors+xml"
    part = Part(PackURI("/ppt/commentAuthors.xml"), kind, deck.part.package, author.encode())
    deck.part.relate_to(part, f"{RELATIONSHIPS}/commentAuthors")
    buffer = io.BytesIO()
    deck.save(buffer)
    path = tmp_path / "deck.pptx"
    path.write_bytes(with_app(buffer.getvalue()))
    assert PERSON.encode() in b"".join(zipfile.ZipFile(path).read(name) for name in zipfile.ZipFile(path).namelist())
    made = fill_deck(path, BRIEF)
    told(pptx.Presentation(io.BytesIO(made)).core_properties)
    nobody(made)


def test_workbook() -> None:
    """The workbook tells title, source and date."""
    report, metrics = small_report(), small_metrics()
    found = Found(metrics, small_comparisons(metrics), small_groupings(metrics), small_findings())
    made = workbook(TEXT, report, metrics, found.comparisons, found.groupings, (small_brief(report, metrics),), found)
    properties = openpyxl.load_workbook(io.BytesIO(made)).properties
    assert properties.title == f"{report.title} 指标表"
    assert properties.subject == report.source
    assert properties.created.year == report.plan_year
    assert (properties.creator or "", properties.lastModifiedBy or "") == ("", "")


@pytest.mark.parametrize("name", ["summary.docx", "deck.pptx", "page.html"])
def test_the_templates_themselves_name_nobody(name: str) -> None:
    """What the project ships holds no author and no folder of a machine."""
    content = (TEMPLATES / name).read_bytes()
    if name.endswith("x"):
        opened = (docx.Document if name.endswith(".docx") else pptx.Presentation)(io.BytesIO(content))
        assert opened.core_properties.last_modified_by == ""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            content = b"".join(archive.read(one) for one in archive.namelist())
    for word in (b"/home/", b"/root/", b"/Users/", b"C:\\Users"):
        assert word not in content
