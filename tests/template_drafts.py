"""Templates drawn for one test each: slides by python-pptx, documents by python-docx, native charts in both."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import docx
import openpyxl
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.chart.xmlwriter import ChartXmlWriter
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

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


class SlideDraft:
    """A template being drawn, slide by slide; 16:9, python-pptx's default theme."""

    def __init__(self) -> None:
        self.deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = Inches(13.333), Inches(7.5)
        self.slide: Any = None

    def page(self, title: str = "标题", notes: str = "", layout: int = 5) -> Any:
        """A new slide; layout 5 has a title only, 1 a title and a body."""
        self.slide = self.deck.slides.add_slide(self.deck.slide_layouts[layout])
        self.slide.shapes.title.text = title
        if notes:
            self.slide.notes_slide.notes_text_frame.text = notes
        return self.slide

    def box(
        self, *paragraphs: str, name: str = "", alt: str = "", top: float = 2.0, left: float = 0.5, width: float = 8.0
    ) -> Any:
        """A text box with one run a paragraph."""
        shape = self.slide.shapes.add_textbox(Inches(left), Inches(top), Inches(width), Inches(0.5))
        frame = shape.text_frame
        frame.text = paragraphs[0] if paragraphs else ""
        for text in paragraphs[1:]:
            frame.add_paragraph().text = text
        return self._named(shape, name, alt)

    def table(self, rows: Sequence[Sequence[str]], top: float = 1.5, name: str = "", size: int = 18) -> Any:
        frame = self.slide.shapes.add_table(
            len(rows), len(rows[0]), Inches(0.5), Inches(top), Inches(12), Inches(0.5 * len(rows))
        )
        for r, row in enumerate(rows):
            for c, text in enumerate(row):
                frame.table.cell(r, c).text = text
                for run in frame.table.cell(r, c).text_frame.paragraphs[0].runs:
                    run.font.size = Pt(size)
        return self._named(frame, name, "")

    def chart(
        self,
        name: str,
        series: Sequence[str] = ("实绩", "目标"),
        kind: Any = XL_CHART_TYPE.COLUMN_CLUSTERED,
        title: str = "",
        alt: str = "",
    ) -> Any:
        data = CategoryChartData()
        data.categories = ["甲", "乙"]
        for one in series:
            data.add_series(one, (1, 2))
        frame = self.slide.shapes.add_chart(kind, Inches(1), Inches(1.5), Inches(6), Inches(4), data)
        if title:
            frame.chart.has_title = True
            frame.chart.chart_title.text_frame.text = title
        return self._named(frame, name, alt)

    def _named(self, shape: Any, name: str, alt: str) -> Any:
        if name:
            shape.name = name
        if alt:
            shape._element.xpath(".//p:cNvPr")[0].set("descr", alt)
        return shape

    def with_east_asian_fonts(self) -> SlideDraft:
        """python-pptx's default theme names no East Asian font, which the check tells."""
        master = self.deck.slide_masters[0].part
        theme = next(rel.target_part for rel in master.rels.values() if rel.reltype.endswith("/theme"))
        theme._blob = theme.blob.replace(b'<a:ea typeface=""/>', '<a:ea typeface="微软雅黑"/>'.encode())
        return self

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self.deck.save(buffer)
        return buffer.getvalue()


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
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    return buffer.getvalue()
