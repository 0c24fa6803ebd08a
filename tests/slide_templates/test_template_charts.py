"""Native charts: new data in the template's look, each copy with a chart and a workbook of its own."""

from __future__ import annotations

import io
from decimal import Decimal

import openpyxl
import pytest
from lxml import etree
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE
from pptx.oxml.ns import qn

from slide_templates import ChartData, ChartSeries, TemplateError, render

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

FARMLAND = ChartData(
    categories=("2023年实绩", "2024年目标"),
    series=(
        ChartSeries("实绩", (Decimal("1.15"), None), ("1.15万亩", ""), "实绩"),
        ChartSeries("目标", (None, Decimal("3.72")), ("", "3.72万亩以上"), "目标"),
    ),
    alt_text="高标准农田：2023年建成1.15万亩，2024年目标3.72万亩以上",
)


def styled(draft, name: str = "chart:{{ key }}", kind: XL_CHART_TYPE = XL_CHART_TYPE.COLUMN_CLUSTERED, title: str = ""):
    """A chart as the deck's: last year solid, this year's target outlined, labels on, gap and overlap set."""
    frame = draft.chart(name, kind=kind, title=title)
    plot = frame.chart.plots[0]
    plot.gap_width, plot.overlap, plot.has_data_labels = 60, 100, True
    plot.series[0].format.fill.solid()
    plot.series[0].format.fill.fore_color.rgb = RGBColor(0x1F, 0x4E, 0x79)
    plot.series[1].format.fill.background()
    plot.series[1].format.line.color.rgb = RGBColor(0x1F, 0x4E, 0x79)
    for series in plot.series:
        series.data_labels.show_value = True
        series.data_labels.font.bold = True
    return frame


def charts_of(deck):
    return [shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart]


def test_the_data_is_replaced_and_the_look_stays(draft, opened, judged) -> None:
    draft.page()
    styled(draft)
    made = render(draft.bytes(), {"key": "farmland"}, charts={"farmland": FARMLAND})
    chart = charts_of(opened(made))[0]
    plot = chart.plots[0]
    assert list(plot.categories) == ["2023年实绩", "2024年目标"]
    assert [(one.name, list(one.values)) for one in plot.series] == [("实绩", [1.15, None]), ("目标", [None, 3.72])]
    assert (plot.gap_width, plot.overlap) == (60, 100)
    assert plot.series[0].format.fill.fore_color.rgb == RGBColor(0x1F, 0x4E, 0x79)
    assert plot.series[1]._element.find(f"{C}spPr/{A}noFill") is not None
    labels = list(chart._chartSpace.iter(f"{C}dLbl"))
    assert [
        "".join(text.text for text in label.iter(f"{A}t")) for label in labels if label.find(f"{C}delete") is None
    ] == ["1.15万亩", "3.72万亩以上"]
    assert labels[0].find(f".//{A}r/{A}rPr").get("b") == "1"
    assert judged(made) == []


def test_a_series_takes_the_look_that_its_style_names(draft, opened) -> None:
    """A chart of targets only must look like targets, although it is the first series."""
    draft.page()
    styled(draft)
    data = ChartData(("甲", "乙", "丙"), (ChartSeries("2024年目标", (1, 2, 3), style="目标"),))
    series = charts_of(opened(render(draft.bytes(), {"key": "x"}, charts={"x": data})))[0].plots[0].series
    assert [one.name for one in series] == ["2024年目标"]
    assert series[0]._element.find(f"{C}spPr/{A}noFill") is not None
    with pytest.raises(TemplateError, match=r"no series named '没有'.*实绩、目标"):
        render(draft.bytes(), {"key": "x"}, charts={"x": ChartData(("甲",), (ChartSeries("a", (1,), style="没有"),))})


@pytest.mark.parametrize(
    "kind",
    [
        XL_CHART_TYPE.BAR_CLUSTERED,
        XL_CHART_TYPE.COLUMN_STACKED,
        XL_CHART_TYPE.BAR_STACKED_100,
        XL_CHART_TYPE.PIE,
        XL_CHART_TYPE.LINE_MARKERS,
    ],
)
def test_bars_columns_shares_and_others_keep_their_kind(draft, opened, judged, kind) -> None:
    draft.page()
    draft.chart("chart:x", series=("占比",) if kind == XL_CHART_TYPE.PIE else ("占比", "其余"), kind=kind)
    count = 1 if kind == XL_CHART_TYPE.PIE else 2
    data = ChartData(("民生支出",), tuple(ChartSeries(f"s{n}", (80.5,), ("80.5%",)) for n in range(count)))
    made = render(draft.bytes(), {}, charts={"x": data})
    assert charts_of(opened(made))[0].chart_type == kind
    assert judged(made) == []


def test_every_copy_has_its_own_chart_workbook_and_notes(draft, opened, files) -> None:
    draft.page("{{ s.t }}", notes="{%slide for s in slides %}{{ s.t }} 讲稿")
    styled(draft, "chart:{{ s.key }}")
    charts = {key: ChartData(("甲",), (ChartSeries(key, (value,)),)) for key, value in (("a", 1), ("b", 2), ("c", 3))}
    made = render(draft.bytes(), {"slides": [{"t": key, "key": key} for key in charts]}, charts=charts)
    names = sorted(files(made))
    for pattern, count in (
        ("ppt/charts/chart", 3),
        ("ppt/embeddings/", 3),
        ("ppt/notesSlides/notes", 3),
        ("ppt/slides/slide", 3),
    ):
        assert sum(name.startswith(pattern) for name in names) == count, pattern
    for number, chart in enumerate(charts_of(opened(made)), 1):
        sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
        assert [cell.value for cell in sheet[1]][:2] == [None, "abc"[number - 1]]
        assert sheet["B2"].value == number == next(iter(chart.plots[0].series[0].values))


def test_the_workbook_holds_the_figures_and_the_printed_labels(draft, opened) -> None:
    draft.page()
    styled(draft, "chart:farmland")
    chart = charts_of(opened(render(draft.bytes(), {}, charts={"farmland": FARMLAND})))[0]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert rows[0][:3] == [None, "实绩", "目标"]
    assert rows[2] == ["2024年目标", None, 3.72, None, "3.72万亩以上"]
    formulas = [element.text for element in chart._chartSpace.iter(f"{C}f")]
    assert formulas == [
        "Sheet1!$B$1",
        "Sheet1!$A$2:$A$3",
        "Sheet1!$B$2:$B$3",
        "Sheet1!$C$1",
        "Sheet1!$A$2:$A$3",
        "Sheet1!$C$2:$C$3",
    ]


def test_chart_titles_are_templates_and_an_empty_name_takes_the_chart_away(draft, opened, files) -> None:
    draft.page("{{ s.t }}", notes="{%slide for s in slides %}")
    styled(draft, "chart:{{ s.key }}", title="{{ s.t }}（万亩）")
    slides = [{"t": "甲", "key": "farmland"}, {"t": "乙", "key": ""}]
    made = render(draft.bytes(), {"slides": slides}, charts={"farmland": FARMLAND})
    charts = charts_of(opened(made))
    assert [chart.chart_title.text_frame.text for chart in charts] == ["甲（万亩）"]
    assert sum(name.startswith("ppt/charts/chart") for name in files(made)) == 1


def test_alternative_text_comes_from_the_template_or_else_from_the_data(draft, opened) -> None:
    draft.page()
    draft.chart("chart:farmland")
    draft.chart("chart:farmland", alt="图：{{ t }}")
    shapes = [
        shape
        for shape in opened(render(draft.bytes(), {"t": "农田"}, charts={"farmland": FARMLAND})).slides[0].shapes
        if shape.has_chart
    ]
    assert [shape._element.xpath(".//p:cNvPr/@descr")[0] for shape in shapes] == [FARMLAND.alt_text, "图：农田"]


def test_axis_ids_below_zero_are_mended(draft, opened) -> None:
    draft.page()
    draft.chart("固定的图")
    assert "-2068027336" in etree.tostring(draft.slide.shapes[1].chart._chartSpace).decode()
    chart = charts_of(opened(render(draft.bytes(), {})))[0]
    ids = [element.get("val") for element in chart._chartSpace.iter(f"{C}axId", f"{C}crossAx")]
    assert ids
    assert all(int(one) >= 0 for one in ids)
    assert len(set(ids)) == 2


def test_names_without_data_and_shapes_that_are_no_chart_are_refused(draft) -> None:
    draft.page()
    draft.chart("chart:farmlnd")
    with pytest.raises(TemplateError, match="did you mean 'farmland'"):
        render(draft.bytes(), {}, charts={"farmland": FARMLAND})
    draft.slide.shapes[1].name = "固定"
    draft.box("x", name="chart:farmland")
    with pytest.raises(TemplateError, match="is no chart"):
        render(draft.bytes(), {}, charts={"farmland": FARMLAND})
    draft.slide.shapes[2]._element.getparent().remove(draft.slide.shapes[2]._element)
    draft.slide.shapes[1].name = "chart:bad"
    with pytest.raises(TemplateError, match="1 values and 0 labels for 2 categories"):
        render(draft.bytes(), {}, charts={"bad": ChartData(("甲", "乙"), (ChartSeries("a", (1,)),))})


def test_labels_that_follow_cells_in_the_template_do_not_outlive_their_data(draft, opened) -> None:
    """PowerPoint ties labels and series ids to the old data by extensions; those must go."""
    draft.page()
    frame = styled(draft, "chart:farmland")
    series = frame.chart._chartSpace.find(f".//{C}ser")
    series.append(
        etree.fromstring(
            f'<c:extLst xmlns:c="{C[1:-1]}"><c:ext uri="{{C3380CC4-5D6E-409C-BE32-E72D297353CC}}"><c16:uniqueId '
            'xmlns:c16="http://schemas.microsoft.com/office/drawing/2014/chart" '
            'val="{00000000-1111-2222-3333-444444444444}"/></c:ext></c:extLst>'
        )
    )
    chart = charts_of(opened(render(draft.bytes(), {}, charts={"farmland": FARMLAND})))[0]
    assert list(chart._chartSpace.iter(qn("c:ext"))) == []


def test_a_stacked_share_bar_shows_part_and_rest_and_labels_the_part(draft, opened, judged) -> None:
    """83.5 of 100: the rest keeps its pale look and has no words; the workbook adds up."""
    draft.page()
    frame = draft.chart("chart:share", series=("占比", "其余"), kind=XL_CHART_TYPE.BAR_STACKED_100)
    plot = frame.chart.plots[0]
    plot.overlap, plot.has_data_labels = 100, True
    for series, rgb in zip(plot.series, ("1F4E79", "D9D9D9"), strict=True):
        series.format.fill.solid()
        series.format.fill.fore_color.rgb = RGBColor.from_string(rgb)
        series.data_labels.show_value = True
    data = ChartData(
        ("民生支出占比",),
        (
            ChartSeries("占比", (Decimal("83.5"),), ("83.5%",), "占比"),
            ChartSeries("其余", (Decimal("16.5"),), ("",), "其余"),
        ),
    )
    made = render(draft.bytes(), {}, charts={"share": data})
    (chart,) = charts_of(opened(made))
    assert chart.chart_type == XL_CHART_TYPE.BAR_STACKED_100
    assert chart.plots[0].overlap == 100
    assert [str(one.format.fill.fore_color.rgb) for one in chart.plots[0].series] == ["1F4E79", "D9D9D9"]
    words = [
        ["".join(t.text for t in label.iter(f"{A}t")) for label in one.iter(f"{C}dLbl")]
        for one in chart._chartSpace.iter(f"{C}ser")
    ]
    assert words == [["83.5%"], [""]]
    assert [label.find(f"{C}delete") is not None for label in chart._chartSpace.iter(f"{C}dLbl")] == [False, True]
    sheet = openpyxl.load_workbook(io.BytesIO(chart.part.chart_workbook.xlsx_part.blob)).active
    assert [sheet["B2"].value, sheet["C2"].value] == [83.5, 16.5]
    assert judged(made) == []


def line_of_targets(frame) -> None:
    """Turn the second series of a column chart into a line over the columns, as “combo chart” in PowerPoint does."""
    plot = frame.chart._chartSpace.find(f".//{C}barChart")
    line = etree.fromstring(
        f'<c:lineChart xmlns:c="{C[1:-1]}"><c:grouping val="standard"/><c:varyColors val="0"/><c:marker val="1"/></c:lineChart>'
    )
    target = plot.findall(f"{C}ser")[1]
    for name in ("invertIfNegative",):
        for old in target.findall(f"{C}{name}"):
            target.remove(old)
    line.insert(2, target)
    line.extend(etree.fromstring(etree.tostring(axis)) for axis in plot.findall(f"{C}axId"))
    plot.addnext(line)


@pytest.mark.parametrize("combined", [False, True], ids=["bars beside bars", "a line over columns"])
def test_targets_stand_against_what_was_reached_each_in_its_own_look(draft, opened, judged, combined: bool) -> None:
    """Columns of results and columns, or a line, of targets; an area without targets loses the line and no axis."""
    draft.page("{{ s.t }}", notes="{%slide for s in slides %}")
    frame = draft.chart("chart:{{ s.key }}", series=("上年实绩", "今年目标"))
    if combined:
        line_of_targets(frame)
    years, reached, wanted = ("2022年", "2023年", "2024年"), (1, Decimal("1.2"), None), (None, None, Decimal("1.5"))
    both = ChartData(
        years,
        (
            ChartSeries("上年实绩", reached, ("1万亩", "1.2万亩", ""), "上年实绩"),
            ChartSeries("今年目标", wanted, ("", "", "1.5万亩以上"), "今年目标"),
        ),
    )
    results = ChartData(years[:2], (ChartSeries("上年实绩", (1, 2), style="上年实绩"),))
    made = render(
        draft.bytes(),
        {"slides": [{"t": "有目标", "key": "both"}, {"t": "无目标", "key": "results"}]},
        charts={"both": both, "results": results},
    )
    first, second = charts_of(opened(made))
    groups = [(etree.QName(plot._element).localname, [one.name for one in plot.series]) for plot in first.plots]
    together = [("barChart", ["上年实绩", "今年目标"])]
    assert groups == ([("barChart", ["上年实绩"]), ("lineChart", ["今年目标"])] if combined else together)
    assert [list(one.values) for plot in first.plots for one in plot.series] == [[1, 1.2, None], [None, None, 1.5]]
    assert [etree.QName(plot._element).localname for plot in second.plots] == ["barChart"]
    assert len(list(second._chartSpace.iter(f"{C}catAx", f"{C}valAx"))) == 2
    assert judged(made) == []
