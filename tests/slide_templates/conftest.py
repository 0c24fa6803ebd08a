"""Templates drawn for one test each, with what PowerPoint and WPS do to the XML; and the outside judges of what comes
out.
"""

from __future__ import annotations

import io
import itertools
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches, Pt

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


class Draft:
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

    def bytes(self) -> bytes:
        buffer = io.BytesIO()
        self.deck.save(buffer)
        return buffer.getvalue()


@pytest.fixture
def draft() -> Draft:
    return Draft()


@pytest.fixture(scope="session")
def split_runs() -> Callable[[Any, Sequence[int]], None]:
    """Split the first run of a paragraph at these characters, each piece with a formatting of its own, as spell
    checkers do.
    """

    def split(paragraph: Any, places: Sequence[int]) -> None:
        run = paragraph._p.findall(f"{A}r")[0]
        text = run.find(f"{A}t").text
        edges = [0, *places, len(text)]
        for number, (start, end) in enumerate(itertools.pairwise(edges)):
            piece = deepcopy(run)
            piece.find(f"{A}t").text = text[start:end]
            look = piece.find(f"{A}rPr")
            if look is None:
                look = etree.SubElement(piece, f"{A}rPr")
                piece.insert(0, look)
            look.set("lang", "en-US" if number % 2 else "zh-CN")
            look.set("dirty", "0")
            if number % 3 == 1:
                look.set("err", "1")
            run.addprevious(piece)
        paragraph._p.remove(run)

    return split


@pytest.fixture(scope="session")
def opened() -> Callable[[bytes], Any]:
    return lambda blob: Presentation(io.BytesIO(blob))


@pytest.fixture(scope="session")
def texts() -> Callable[[bytes], list[list[str]]]:
    """Every slide's texts, shape by shape, table cells included."""

    def of_shape(shape: Any) -> list[str]:
        if shape.shape_type == 6:
            return [text for inner in shape.shapes for text in of_shape(inner)]
        if getattr(shape, "has_table", False) and shape.has_table:
            return [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
        return [shape.text_frame.text] if shape.has_text_frame else []

    def read(blob: bytes) -> list[list[str]]:
        return [
            [text for shape in slide.shapes for text in of_shape(shape)]
            for slide in Presentation(io.BytesIO(blob)).slides
        ]

    return read


@pytest.fixture(scope="session")
def files() -> Callable[[bytes], dict[str, bytes]]:
    def read(blob: bytes) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(blob)) as archive:
            return {entry: archive.read(entry) for entry in archive.namelist()}

    return read


@pytest.fixture(scope="session")
def repacked() -> Callable[[bytes, Mapping[str, bytes | Callable[[bytes], bytes]]], bytes]:
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
    from ooxml_integrity import Severity, check_pptx
    from openxml_audit import OpenXmlValidator

    def judge(blob: bytes) -> list[str]:
        path: Path = tmp_path_factory.mktemp("deck") / "deck.pptx"
        path.write_bytes(blob)
        audit = OpenXmlValidator().validate(path)
        return [str(error) for error in audit.errors] + [
            str(one) for one in check_pptx(path) if one.severity is not Severity.INFO
        ]

    return judge
