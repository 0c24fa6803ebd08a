"""A small report with two areas, and a clean summary and deck of its first, made here so that each fault can be put in alone."""

from __future__ import annotations

import io
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path

import docx
import pptx
import pytest
from briefing.model import (
    Area,
    Brief,
    ChartBar,
    ChartSpec,
    Figure,
    Measure,
    Metric,
    Pair,
    Paragraph,
    Part,
    Report,
    Slide,
    Task,
    Topic,
    TopicBrief,
)
from docx.oxml.ns import qn
from lxml import etree
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

TEXT = """2023年，坚持以习近平新时代中国特色社会主义思想为指导，建成高标准农田1.15万亩，信创营收突破35亿元。
2024年，重点抓好两个方面工作。
（一）深入贯彻党的二十大精神，推动乡村振兴。做优特色农业。完成3500亩高标准农田建设；确保粮食播种面积稳定在3.72万亩以上。\
改善农村面貌。打造2—3个精品示范村；八成以上村庄完成PM2.5监测点建设。
（二）守牢安全底线，维护社会稳定。提升应急能力。建成应急避难场所12个，12345热线办结率达到98%。
"""


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
    report, metrics = _report(), _metrics()
    brief = _brief(report, metrics)
    pictures = {chart.name: _png(number) for number, chart in enumerate(brief.charts, 1)}
    summary, deck = folder / "1.docx", folder / "1.pptx"
    summary.write_bytes(_summary(brief, pictures))
    deck.write_bytes(_deck(brief))
    return Case(brief, report, TEXT, metrics, pictures, summary, deck)


def _at(text: str, after: str = "") -> tuple[int, int]:
    start = TEXT.index(text, TEXT.index(after) if after else 0)
    return start, start + len(text)


def _report() -> Report:
    paragraphs = []
    at = 0
    for number, line in enumerate(TEXT.splitlines(keepends=True), 1):
        paragraphs.append(Paragraph(number, at, at + len(line.rstrip())))
        at += len(line)

    def topic(number: int, title: str, texts: tuple[str, ...], paragraph: int) -> Topic:
        measures = tuple(Measure(text, *_at(text), paragraph) for text in texts)
        return Topic(number, title, _at(title)[0], measures[-1].end, measures)

    first = Area(
        1,
        "深入贯彻党的二十大精神，推动乡村振兴",
        paragraphs[2].start,
        paragraphs[2].end,
        (
            topic(1, "做优特色农业", ("完成3500亩高标准农田建设", "确保粮食播种面积稳定在3.72万亩以上"), 3),
            topic(2, "改善农村面貌", ("打造2—3个精品示范村", "八成以上村庄完成PM2.5监测点建设"), 3),
        ),
    )
    measures = ("建成应急避难场所12个，12345热线办结率达到98%",)
    second = Area(
        2, "守牢安全底线，维护社会稳定", paragraphs[3].start, paragraphs[3].end, (topic(1, "提升应急能力", measures, 4),)
    )
    review = Part("review", "", paragraphs[0].start, paragraphs[0].end, ())
    plan = Part("plan", "", paragraphs[1].start, paragraphs[3].end, (first, second))
    return Report(
        "small-2024", "甲县", "county", "甲县2024年政府工作报告", 2024, 2023, "《甲县2024年政府工作报告》（甲县政府网）",
        "2024-01-15", "ab" * 32, 2, (review, plan), tuple(paragraphs), (),
    )  # fmt: skip


def _metrics() -> tuple[Metric, ...]:
    rows = (
        ("review", 0, "", "高标准农田", "1.15万亩", 11500, "亩", "eq", 2023, "", "建成高标准农田"),
        ("review", 0, "", "信创营收", "突破35亿元", 3500000000, "元", "gt", 2023, "", "信创"),
        ("plan", 1, "做优特色农业", "高标准农田", "3500亩", 3500, "亩", "eq", 2024, "", "完成3500"),
        ("plan", 1, "做优特色农业", "粮食播种面积", "3.72万亩以上", 37200, "亩", "ge", 2024, "", "确保粮食"),
        ("plan", 1, "改善农村面貌", "精品示范村", "2—3个", 2, "个", "range", 2024, "", "打造2"),
        ("plan", 1, "改善农村面貌", "村庄监测点建设", "八成以上", 80, "%", "ge", 2024, "", "八成"),
        ("plan", 2, "提升应急能力", "应急避难场所", "12个", 12, "个", "eq", 2024, "", "建成应急"),
        ("plan", 2, "提升应急能力", "热线办结率", "98%", 98, "%", "eq", 2024, "", "办结率"),
    )
    metrics = []
    for number, (part, area, topic, indicator, text, value, unit, qualifier, year, _, after) in enumerate(rows, 1):
        start, end = _at(text, after)
        sentence_start = max(TEXT.rfind(mark, 0, start) for mark in "。；\n") + 1
        sentence = TEXT[sentence_start : min(at for at in (TEXT.find(mark, end) for mark in "。；") if at >= 0)]
        low = Decimal(str(value))
        high = Decimal(3) if qualifier == "range" else low
        metrics.append(
            Metric(
                f"small-2024/{part}-{area}/{number:03}", part, area, "", topic, indicator, low, high, unit, qualifier,
                "share" if unit == "%" else "level", year, text, sentence, start, end,
            )
        )  # fmt: skip
    return tuple(metrics)


def _figure(metric: Metric) -> Figure:
    paragraph = TEXT.count("\n", 0, metric.start) + 1
    return Figure(
        metric.metric_id, metric.indicator, metric.text, metric.text, "", "", metric.kind, metric.year, metric.part, metric.area,
        metric.topic, paragraph, metric.sentence,
    )  # fmt: skip


def _brief(report: Report, metrics: tuple[Metric, ...]) -> Brief:
    area = report.parts[1].areas[0]
    figures = [_figure(metric) for metric in metrics]
    targets, results = tuple(figures[2:6]), (figures[0],)
    pair = Pair("高标准农田", figures[0], figures[2], "comparable", "同为高标准农田建成面积")
    topics = tuple(
        TopicBrief(one.number, "一二"[one.number - 1], one.title, one.measures, tuple(f for f in targets if f.topic == one.title))
        for one in area.topics
    )
    bars = (
        ChartBar("2023年实绩", Decimal("1.15"), "1.15万亩", "result", metrics[0].metric_id),
        ChartBar("2024年目标", Decimal("0.35"), "3500亩", "target", metrics[2].metric_id),
    )
    more = (ChartBar("粮食播种面积", Decimal("3.72"), "3.72万亩以上", "target", metrics[3].metric_id),)
    charts = (
        ChartSpec("pair", 1, "comparison", "高标准农田：上年实绩与今年目标", "万亩", bars, report.source, "柱状图：高标准农田2023年实绩1.15万亩，2024年目标3500亩"),
        ChartSpec("grain", 1, "bars", "粮食播种面积目标", "万亩", more, report.source, "柱状图：粮食播种面积3.72万亩以上"),
    )
    measures = [(topic, measure) for topic in area.topics for measure in topic.measures]
    tasks = tuple(
        Task(number, topic.title, measure.text, "", "", "", "", measure.paragraph) for number, (topic, measure) in enumerate(measures, 1)
    )
    source = f"来源：{report.source}，第3段"
    target_rows = tuple((one.indicator, one.display, f"第{one.paragraph}段") for one in targets)
    slides = (
        Slide("cover", area.title, "甲县2024年政府工作报告（一）"),
        Slide("overview", "总览：2个主题、4项任务", bullets=("做优特色农业", "改善农村面貌"), cards=(targets[1],), source=source, notes=targets[1].sentence),
        Slide("targets", "2024年目标", rows=target_rows, source=source),
        Slide("results", "上年实绩与今年目标", chart="pair", note="编者归类", source=source, notes=f"{figures[0].sentence}\n{figures[2].sentence}"),
        Slide("topic", "做优特色农业", bullets=tuple(m.text for t, m in measures if t.number == 1), chart="grain", source=source),
        Slide("topic", "改善农村面貌", bullets=tuple(m.text for t, m in measures if t.number == 2), source=source),
        Slide("tasks", "任务分解", rows=tuple((str(t.number), t.text, t.target, "", "", "") for t in tasks), source=source),
    )  # fmt: skip
    return Brief(
        report.report_id, report.place, report.title, 2024, 2023, report.date, report.source, report.source_sha256, 2, 1, "一",
        area.title, "本领域共2个主题、4项任务、4项量化目标，其中粮食播种面积3.72万亩以上。", topics, targets[:2], targets, results, (pair,),
        charts, tasks, (), slides,
    )  # fmt: skip


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
    header = ("指标", "2024年目标", "出处") if slide.kind == "targets" else ("序号", "重点任务", "目标指标", "牵头单位", "责任单位", "完成时限")
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
    for run in frame.chart._chartSpace.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
        assert isinstance(run, etree._Element)


def with_files(case: Case, summary: Path, deck: Path) -> Case:
    return replace(case, summary=summary, deck=deck)
