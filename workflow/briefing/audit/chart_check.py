"""A native chart against the chart that was planned: every value, its label, its cell in the workbook inside, the title."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.audit.charts import sheet_of
from briefing.audit.plain import plain
from briefing.audit.reading import Chart, Document, Series
from briefing.audit.tally import Tally
from briefing.model import Brief, ChartSpec


def check_native_charts(document: Document, brief: Brief, tally: Tally) -> None:
    """Each native chart of a summary against the planned chart that its alternative text or title names."""
    for chart in document.charts:
        names = {plain(chart.alt), plain(chart.title)}
        spec = next((one for one in brief.charts if {plain(one.alt_text), plain(one.title)} & names), None)
        if spec is None:
            tally.fail("CHART", document.file, chart.place, chart.alt, "替代文字和图题都不是本领域的图表")
        else:
            check_chart(chart, spec, document.file, tally)


def check_chart(chart: Chart, spec: ChartSpec, file: str, tally: Tally) -> None:
    """Cached values = workbook = ChartSpec, for every point; labels and title as the ChartSpec says."""
    sheet = sheet_of(chart)
    for series in chart.series:
        _against_sheet(sheet, chart.place, series, file, tally)
    points = [
        (plain(category), value, plain(label))
        for series in chart.series
        for category, value, label in zip(series.categories, series.values, series.labels, strict=True)
        if value is not None
    ]
    for bar in spec.bars:
        tally.look("CHART")
        if not any(category == plain(bar.label) and value == bar.value for category, value, _ in points):
            tally.fail(
                "CHART", file, chart.place, f"{bar.label} {bar.display}", f"图表数据里没有“{bar.label}”{bar.value}"
            )
        labels = [
            label for category, value, label in points if category == plain(bar.label) and value == bar.value and label
        ]
        if labels and plain(bar.display) not in labels:
            tally.fail("CHART", file, chart.place, labels[0], f"数据标签应为“{bar.display}”")
    if len(points) != len(spec.bars):
        tally.fail("CHART", file, chart.place, str(len(points)), f"图表应有 {len(spec.bars)} 个数值")
    if chart.title:
        tally.expect(
            plain(chart.title) == plain(spec.title), "CHART", file, chart.place, chart.title, f"图题应为“{spec.title}”"
        )


def _against_sheet(sheet: Sequence[Sequence[object]], place: str, series: Series, file: str, tally: Tally) -> None:
    tally.look("CHART")
    if not sheet:
        tally.fail("CHART", file, place, series.name, "图表没有可编辑的内嵌数据表")
        return
    header = [_cell(one) for one in sheet[0]]
    if plain(series.name) not in header:
        tally.fail("CHART", file, f"{place} 内嵌数据表", series.name, "数据表里没有这个系列")
        return
    column = header.index(plain(series.name))
    for at, (category, value) in enumerate(zip(series.categories, series.values, strict=True)):
        tally.look("CHART")
        row = sheet[at + 1] if at + 1 < len(sheet) else ()
        there = row[column] if column < len(row) else None
        same_value = (there is None or there == "") if value is None else _number(there) == value
        if not row or _cell(row[0]) != plain(category) or not same_value:
            shown = "｜".join(_cell(one) for one in row)
            where = f"{place} 内嵌数据表第{at + 2}行"
            tally.fail(
                "CHART", file, where, shown, f"与图上“{category}”{value if value is not None else '（空）'} 不一致"
            )


def _cell(value: object) -> str:
    return "" if value is None else plain(str(value))


def _number(value: object) -> Decimal | None:
    return Decimal(str(value)) if isinstance(value, int | float) else None
