"""A small report with two areas, and a clean summary and deck of its first, made here so that each fault can be put in alone."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import docx
import pptx
import pytest
from docx.oxml.ns import qn
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from briefing.model import Brief, ChartSpec, Metric, Report, Slide
from small_report import TEXT, small_brief, small_metrics, small_report


@dataclass(frozen=True)
class Case:
    """One area's documents with all the audit needs; ``pictures`` are the charts as drawn."""

    brief: Brief
    report: Report
    cleaned: str
    metrics: tuple[Metric, ...]
    pictures: dict[str, bytes]
    summary: Path
    deck: Path


@pytest.fixture(scope="session")
def clean(tmp_path_factory: pytest.TempPathFactory) -> Case:
    folder = tmp_path_factory.mktemp("clean")
    report, metrics = small_report(), small_metrics()
    brief = small_brief(report, metrics)
    pictures = {chart.name: _png(number) for number, chart in enumerate(brief.charts, 1)}
    summary, deck = folder / "1.docx", folder / "1.pptx"
    summary.write_bytes(_summary(brief, pictures))
    deck.write_bytes(_deck(brief))
    return Case(brief, report, TEXT, metrics, pictures, summary, deck)


def _png(number: int) -> bytes:
    from matplotlib.backends.backend_agg import FigureCanvasAgg
    from matplotlib.figure import Figure as Drawing

    figure = Drawing(figsize=(1, number))
    FigureCanvasAgg(figure)
    buffer = io.BytesIO()
    figure.savefig(buffer, format="png", metadata={"Software": None})
    return buffer.getvalue()


def _summary(brief: Brief, pictures: dict[str, bytes]) -> bytes:
    document = docx.Document()
    document.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:lang')}").set(qn("w:eastAsia"), "zh-CN")
    document.core_properties.title = brief.title
    document.core_properties.comments = ""
    document.add_heading(brief.title, 0)
    document.add_paragraph(brief.lead)
    for topic in brief.topics:
        document.add_heading(f"（{topic.numeral}）{topic.title}", 2)
        for measure in topic.measures:
            document.add_paragraph(f"{measure.text}。")
    table = document.add_table(1, 5)
    for cell, text in zip(table.rows[0].cells, ("序号", "指标", "2023年实绩", "2024年目标", "出处"), strict=True):
        cell.text = text
    for number, figure in enumerate(brief.targets, 1):
        result = next((pair.result.display for pair in brief.pairs if pair.target == figure), "—")
        row = (str(number), figure.indicator, result, figure.display, f"第{figure.paragraph}段")
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    for chart in brief.charts:
        document.add_picture(io.BytesIO(pictures[chart.name]), width=914400)
        document.element.findall(f".//{qn('wp:docPr')}")[-1].set("descr", chart.alt_text)
        document.add_paragraph(chart.title)
    document.add_paragraph(f"来源：{brief.source}")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _deck(brief: Brief) -> bytes:
    deck = pptx.Presentation()
    deck.core_properties.title = brief.title
    charts = {chart.name: chart for chart in brief.charts}
    for slide in brief.slides:
        page = deck.slides.add_slide(deck.slide_layouts[5])
        page.shapes.title.text = slide.title
        box = page.shapes.add_textbox(Inches(1), Inches(1), Inches(8), Inches(2)).text_frame
        box.text = slide.subtitle or slide.note or " "
        for bullet in slide.bullets:
            box.add_paragraph().text = bullet
        if slide.source:
            page.shapes.add_textbox(Inches(1), Inches(6), Inches(8), Inches(1)).text_frame.text = slide.source
        for card in slide.cards:
            frame = page.shapes.add_textbox(Inches(1), Inches(3), Inches(2), Inches(1)).text_frame
            frame.text = card.display
            frame.add_paragraph().text = card.indicator
        if slide.rows:
            _table(page, slide)
        if slide.chart:
            _chart(page, charts[slide.chart])
        if slide.notes:
            page.notes_slide.notes_text_frame.text = slide.notes
        for run in page.element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
            properties = run.get_or_add_rPr()
            properties.set("lang", "zh-CN")
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def _table(page: object, slide: Slide) -> None:
    header = (
        ("指标", "2024年目标", "出处")
        if slide.kind == "targets"
        else ("序号", "重点任务", "目标指标", "牵头单位", "责任单位", "完成时限")
    )
    shape = page.shapes.add_table(len(slide.rows) + 1, len(header), Inches(1), Inches(2), Inches(8), Inches(3))
    shape._element.nvGraphicFramePr.cNvPr.set("descr", slide.title)
    for line, row in enumerate((header, *slide.rows)):
        for at, text in enumerate(row):
            shape.table.cell(line, at).text = text


def _chart(page: object, spec: ChartSpec) -> None:
    data = CategoryChartData()
    data.categories = [bar.label for bar in spec.bars]
    data.add_series(spec.unit, [float(bar.value) for bar in spec.bars])
    frame = page.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(3), Inches(6), Inches(3), data)
    frame._element.nvGraphicFramePr.cNvPr.set("descr", spec.alt_text)
    frame.chart.has_title = True
    frame.chart.chart_title.text_frame.text = spec.title
    for at, bar in enumerate(spec.bars):
        frame.chart.plots[0].series[0].points[at].data_label.text_frame.text = bar.display
