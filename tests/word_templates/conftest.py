"""Word templates written for one test each, with native charts as Word has them; and the outside judges of what comes out."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
INLINE = (
    '<w:drawing xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'
    '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" distT="0" distB="0" '
    'distL="0" distR="0"><wp:extent cx="5400000" cy="2700000"/><wp:docPr id="{id}" name="{name}" descr="{alt}"/>'
    '<wp:cNvGraphicFramePr/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">'
    f'<a:graphicData uri="{CHART}"><c:chart xmlns:c="{CHART}" xmlns:r="{OFFICE}" r:id="{{rel}}"/></a:graphicData></a:graphic>'
    "</wp:inline></w:drawing>"
)


class WordDraft:
    """A template being written, paragraph by paragraph, in fonts that an office has."""

    def __init__(self) -> None:
        self.document: Any = docx.Document()
        look = self.document.styles["Normal"].element.get_or_add_rPr()
        look.append(
            parse_xml(f'<w:rFonts xmlns:w="{qn("w:x")[1:-2]}" w:eastAsia="仿宋" w:ascii="仿宋" w:hAnsi="仿宋"/>')
        )
        self._charts = 0

    def title(self, text: str = "标题") -> Any:
        return self.document.add_paragraph(text, style="Heading 1")

    def say(self, *texts: str) -> Any:
        """Paragraphs of one run each; gives the last."""
        return [self.document.add_paragraph(text) for text in texts][-1]

    def table(self, rows: Sequence[Sequence[str]]) -> Any:
        table = self.document.add_table(len(rows), len(rows[0]), style="Table Grid")
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                table.cell(r, c).text = text
        return table

    def chart(
        self,
        name: str = "Chart 1",
        alt: str = "",
        series: Sequence[str] = ("实绩", "目标"),
        title: str = "",
        kind: Any = XL_CHART_TYPE.BAR_CLUSTERED,
    ) -> Any:
        """A paragraph with a native chart that has a workbook inside."""
        data = CategoryChartData()
        data.categories = ["甲", "乙"]
        for one in series:
            data.add_series(one, (1, 2))
        self._charts += 1
        package = self.document.part.package
        xml = ChartXmlWriter(kind, data).xml.encode("utf-8")
        if title:
            words = f'<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:r><a:t>{title}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>'
            xml = xml.replace(b"<c:plotArea>", words.encode() + b"<c:plotArea>", 1).replace(
                b'<c:autoTitleDeleted val="0"/>', b""
            )
        chart = Part(
            PackURI(f"/word/charts/chart{self._charts + 6}.xml"),
            "application/vnd.openxmlformats-officedocument.drawingml.chart+xml",
            xml,
            package,
        )
        book = Part(
            PackURI(f"/word/embeddings/Book{self._charts + 6}.xlsx"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            _workbook(),
            package,
        )
        chart._blob = xml.replace(
            b"</c:chartSpace>",
            f'<c:externalData xmlns:r="{OFFICE}" r:id="{chart.relate_to(book, OFFICE + "/package")}"><c:autoUpdate val="0"/>'
            "</c:externalData></c:chartSpace>".encode(),
        )
        relation = self.document.part.relate_to(chart, f"{OFFICE}/chart")
        paragraph = self.document.add_paragraph()
        paragraph.add_run()._r.append(
            parse_xml(INLINE.format(id=self._charts, name=name, alt=alt.replace('"', "&quot;"), rel=relation))
        )
        return paragraph

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self.document.save(buffer)
        return buffer.getvalue()


def _workbook() -> bytes:
    import openpyxl

    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()


@pytest.fixture
def draft() -> WordDraft:
    return WordDraft()


@pytest.fixture(scope="session")
def opened() -> Callable[[bytes], Any]:
    return lambda blob: docx.Document(io.BytesIO(blob))


@pytest.fixture(scope="session")
def texts() -> Callable[[bytes], list[str]]:
    """The paragraphs and table rows of the body in order; cells divided by ``|``."""

    def read(blob: bytes) -> list[str]:
        found = []
        for block in docx.Document(io.BytesIO(blob)).iter_inner_content():
            if hasattr(block, "rows"):
                found += ["|".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                found.append(block.text)
        return found

    return read


@pytest.fixture(scope="session")
def files() -> Callable[[bytes], dict[str, bytes]]:
    def read(blob: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    return read


@pytest.fixture(scope="session")
def repacked() -> Callable[[bytes, Mapping[str, Any]], bytes]:
    """The same package with some files added or changed: how a hostile hand would do it."""

    def repack(blob: bytes, changes: Mapping[str, Any]) -> bytes:
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(blob)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
            for name in old.namelist():
                change = changes.get(name, old.read(name))
                new.writestr(name, change(old.read(name)) if callable(change) else change)
            for name, content in changes.items():
                if name not in old.namelist():
                    new.writestr(name, content)
        return buffer.getvalue()

    return repack


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], list[str]]:
    """What two outside validators say against the file; empty when they find it sound."""
    from ooxml_integrity import Severity, check
    from openxml_audit import OpenXmlValidator

    def judge(blob: bytes) -> list[str]:
        path: Path = tmp_path_factory.mktemp("document") / "document.docx"
        path.write_bytes(blob)
        audit = OpenXmlValidator().validate(path)
        return [str(error) for error in audit.errors] + [
            str(one) for one in check(path) if one.severity is not Severity.INFO
        ]

    return judge


@pytest.fixture(scope="session")
def png() -> Callable[[int, int], bytes]:
    """A picture of that many pixels."""
    from PIL import Image

    def make(width: int, height: int) -> bytes:
        buffer = io.BytesIO()
        Image.new("RGB", (width, height), (width % 256, 80, 80)).save(buffer, "PNG")
        return buffer.getvalue()

    return make
