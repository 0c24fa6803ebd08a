"""A deck of 12 slides with 3 charts: by a template, and by hand with python-pptx doing the same."""

from __future__ import annotations

import io
import time
from collections.abc import Callable

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.enum.chart import XL_CHART_TYPE
from pptx.util import Inches

from slide_templates import ChartData, ChartSeries, render
from template_drafts import SlideDraft

# What one deck may cost: seconds of processor time once everything is loaded, and as a multiple of python-pptx doing the same.
MOST_SECONDS, MOST_TIMES = 0.5, 1.5

BULLETS = [
    "建成高标准农田3.72万亩以上",
    "新增晋兴板企业8家",
    "改造老旧小区37个",
    "新建公办幼儿园3所",
    "完成植树造林1.2万亩",
]
ROWS = [[str(number), "推进重点任务落实", "3.72万亩", "", "", ""] for number in range(1, 9)]
CATEGORIES, VALUES = ("2023年", "2024年", "2025年"), (1.15, 3.72, 4.1)


def drawn() -> bytes:
    """The template: a prototype each for topics, charts and tasks."""
    draft = SlideDraft()
    draft.page("{{ s.title }}", notes='{%slide for s in slides if s.kind == "topic" %}{{ s.notes }}', layout=1)
    draft.slide.placeholders[1].text_frame.text = "{%p for b in s.bullets %}{{ b }}{%p endfor %}"
    draft.box("{{ s.source }}", top=6.8)
    draft.page("{{ s.title }}", notes='{%slide for s in slides if s.kind == "chart" %}{{ s.notes }}')
    draft.chart("chart:{{ s.chart }}")
    draft.box("{{ s.source }}", top=6.8)
    draft.page("{{ s.title }}", notes='{%slide for s in slides if s.kind == "tasks" %}{{ s.notes }}')
    cells = [f"{{{{ r[{number}] }}}}" for number in range(6)]
    cells[0], cells[5] = "{%tr for r in s.rows %}" + cells[0], cells[5] + "{%tr endfor %}"
    draft.table([["序号", "重点任务", "目标指标", "牵头单位", "责任单位", "完成时限"], cells], size=12)
    draft.box("{{ s.source }}", top=6.8)
    return draft.bytes()


def kinds() -> list[str]:
    """Of the 12 slides in order."""
    return ["topic", "topic", "chart", "topic", "tasks", "chart", "topic", "topic", "tasks", "chart", "topic", "tasks"]


def by_template(template: bytes) -> bytes:
    """The deck as .pptx bytes."""
    page = {
        "title": "标题",
        "notes": "讲稿" * 40,
        "bullets": BULLETS,
        "rows": ROWS,
        "source": "来源：《政府工作报告》",
        "chart": "c",
    }
    data = ChartData(CATEGORIES, (ChartSeries("目标", VALUES, ("1.15万亩", "3.72万亩以上", "4.1万亩")),))
    return render(template, {"slides": [{**page, "kind": kind} for kind in kinds()]}, charts={"c": data})


def by_hand(template: bytes) -> bytes:
    """The same slides put together by python-pptx on the template's layouts."""
    deck = Presentation(io.BytesIO(template))
    layouts = deck.slide_layouts
    for kind in kinds():
        slide = deck.slides.add_slide(layouts[1 if kind == "topic" else 5])
        slide.shapes.title.text = "标题"
        slide.notes_slide.notes_text_frame.text = "讲稿" * 40
        if kind == "topic":
            frame = slide.placeholders[1].text_frame
            frame.text = BULLETS[0]
            for bullet in BULLETS[1:]:
                frame.add_paragraph().text = bullet
        elif kind == "chart":
            data = CategoryChartData()
            data.categories = CATEGORIES
            data.add_series("目标", VALUES)
            slide.shapes.add_chart(XL_CHART_TYPE.COLUMN_CLUSTERED, Inches(1), Inches(1.5), Inches(6), Inches(4), data)
        else:
            table = slide.shapes.add_table(9, 6, Inches(0.5), Inches(1.5), Inches(12), Inches(4)).table
            for r, row in enumerate([["序号", "重点任务", "目标指标", "牵头单位", "责任单位", "完成时限"], *ROWS]):
                for c, text in enumerate(row):
                    table.cell(r, c).text = text
        slide.shapes.add_textbox(
            Inches(0.5), Inches(6.8), Inches(8), Inches(0.5)
        ).text_frame.text = "来源：《政府工作报告》"
    buffer = io.BytesIO()
    deck.save(buffer)
    return buffer.getvalue()


def cost(rounds: int = 7) -> tuple[float, float]:
    """Least seconds of processor time of the template and of python-pptx, in turns so that both see the same machine."""
    template = drawn()
    by_template(template), by_hand(template)
    pairs = [(_seconds(by_template, template), _seconds(by_hand, template)) for _ in range(rounds)]
    ours, hand = zip(*pairs, strict=True)
    return min(ours), min(hand)


def _seconds(work: Callable[[bytes], bytes], template: bytes) -> float:
    started = time.process_time()
    work(template)
    return time.process_time() - started
