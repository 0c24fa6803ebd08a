"""A native chart of the template with new data: its look stays, its values, labels and workbook are replaced."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from decimal import Decimal

from lxml import etree

from slide_templates.copying import PartNumbers
from slide_templates.package import OFFICE, Part
from slide_templates.paragraphs import BR_TAG, T_TAG, A
from slide_templates.problems import Fault
from slide_templates.values import ChartData, ChartSeries
from slide_templates.workbooks import chart_workbook, column_letter

C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
SHEET = "Sheet1"
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
_BEFORE_LABELS = ("idx", "order", "tx", "spPr", "invertIfNegative", "pictureOptions", "marker", "explosion", "dPt")
_BEFORE_DATA = (*_BEFORE_LABELS, "dLbls", "trendline", "errBars")
_SHOWS = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
_TIED_TO_OLD_DATA = {
    "{C3380CC4-5D6E-409C-BE32-E72D297353CC}",  # the series' own id
    "{02D57815-91ED-43cb-92C2-25804820EDAC}",  # labels and titles taken from cells
}
_LABEL_LOOK = ("numFmt", "spPr", "txPr", "dLblPos", *_SHOWS, "separator")


def c(name: str) -> str:
    return f"{{{C}}}{name}"


def fill_chart(space: etree._Element, data: ChartData) -> None:
    """Replace the data of a chartSpace; raises Fault when the data and the template's chart do not fit together."""
    plot = space.find(f"{c('chart')}/{c('plotArea')}")
    drawn = [] if plot is None else [series for group in plot for series in group.iterchildren(c("ser"))]
    if not drawn:
        raise Fault(
            "the chart has no series to take its look from; draw a bar or column chart",
            "图表没有可沿用格式的系列；请插入柱形图或条形图",
        )
    _refuse_wrong_lengths(data)
    made = [
        _series_like(_look_for(series, number, drawn), series, number, data)
        for number, series in enumerate(data.series)
    ]
    groups = {id(one.getparent()): one.getparent() for one in drawn}
    places = {id(group): list(group).index(group.find(c("ser"))) for group in groups.values()}
    homes = [_look_for(series, number, drawn).getparent() for number, series in enumerate(data.series)]
    for one in drawn:
        one.getparent().remove(one)
    for home, series in zip(homes, made, strict=True):
        home.insert(places[id(home)], series)
        places[id(home)] += 1
    _drop_empty_groups(plot, list(groups.values()))
    if data.title:
        _set_title(space, data.title)
    if data.axis_end is not None:
        _end_axis(plot, data.axis_end)


def _refuse_wrong_lengths(data: ChartData) -> None:
    for series in data.series:
        if len(series.values) != len(data.categories) or (series.labels and len(series.labels) != len(data.categories)):
            raise Fault(
                f"the series {series.name!r} has {len(series.values)} values and {len(series.labels)} labels "
                f"for {len(data.categories)} categories",
                f"系列“{series.name}”有{len(series.values)}个值、{len(series.labels)}个标签，"
                f"而类别有{len(data.categories)}个",
                series.name,
            )
    if not data.series or not data.categories:
        raise Fault(
            "the chart has no data; leave its name empty to take the chart away",
            "图表没有数据；如不需要图表，请让其名称为空",
        )


def _look_for(series: ChartSeries, number: int, drawn: Sequence[etree._Element]) -> etree._Element:
    if not series.style:
        return drawn[min(number, len(drawn) - 1)]
    for one in drawn:
        if series_name(one) == series.style:
            return one
    names = "、".join(filter(None, map(series_name, drawn)))
    raise Fault(
        f"the template's chart has no series named {series.style!r} (it has: {names}); name one so",
        f"模板图表中没有名为“{series.style}”的系列（现有：{names}）；请命名一个",
        names,
    )


def series_name(series: etree._Element) -> str:
    found = series.find(f"{c('tx')}//{c('v')}")
    return "" if found is None else (found.text or "")


def _series_like(look: etree._Element, data: ChartSeries, number: int, chart: ChartData) -> etree._Element:
    series = deepcopy(look)
    for name in ("idx", "order"):
        series.find(c(name)).set("val", str(number))
    for name in ("tx", "cat", "val", "xVal", "yVal"):
        for old in series.findall(c(name)):
            series.remove(old)
    for gone in series.findall(c("dPt")):
        series.remove(gone)
    for extension in list(series.iter(c("ext"))):
        if extension.get("uri") in _TIED_TO_OLD_DATA:
            extension.getparent().remove(extension)
    column, last = column_letter(number + 1), len(chart.categories) + 1
    series.insert(2, _name_element(f"{SHEET}!${column}$1", data.name))
    if data.labels:
        _set_labels(series, data.labels)
    place = _place_after(series, _BEFORE_DATA)
    series.insert(place, _categories(f"{SHEET}!$A$2:$A${last}", chart.categories))
    series.insert(place + 1, _values(f"{SHEET}!${column}$2:${column}${last}", data.values, chart.number_format))
    return series


def _place_after(parent: etree._Element, names: Sequence[str]) -> int:
    wanted = {c(name) for name in names}
    return max((number + 1 for number, child in enumerate(parent) if child.tag in wanted), default=0)


def _name_element(formula: str, name: str) -> etree._Element:
    holder = etree.Element(c("tx"))
    reference = _sub(holder, "strRef")
    _sub(reference, "f").text = formula
    _points(_sub(reference, "strCache"), [name])
    return holder


def _categories(formula: str, categories: Sequence[str]) -> etree._Element:
    holder = etree.Element(c("cat"))
    reference = _sub(holder, "strRef")
    _sub(reference, "f").text = formula
    _points(_sub(reference, "strCache"), categories)
    return holder


def _values(formula: str, values: Sequence[Decimal | float | int | None], number_format: str) -> etree._Element:
    holder = etree.Element(c("val"))
    reference = _sub(holder, "numRef")
    _sub(reference, "f").text = formula
    cache = _sub(reference, "numCache")
    _sub(cache, "formatCode").text = number_format
    _points(cache, [None if value is None else plain_number(value) for value in values])
    return holder


def _points(cache: etree._Element, texts: Sequence[str | None]) -> None:
    _sub(cache, "ptCount", val=str(len(texts)))
    for number, text in enumerate(texts):
        if text is not None:
            _sub(_sub(cache, "pt", idx=str(number)), "v").text = text


def plain_number(value: Decimal | float) -> str:
    text = format(value, "f") if isinstance(value, Decimal) else repr(value)
    return text.rstrip("0").rstrip(".") if "." in text and "e" not in text else text


def _set_labels(series: etree._Element, texts: Sequence[str]) -> None:
    """Give each point's label its own words, in the look of the series' labels."""
    labels = series.find(c("dLbls"))
    if labels is None:
        labels = etree.Element(c("dLbls"))
        for name in _SHOWS:
            _sub(labels, name, val="1" if name == "showVal" else "0")
        series.insert(_place_after(series, _BEFORE_LABELS), labels)
    for old in labels.findall(c("dLbl")):
        labels.remove(old)
    if labels.find(c("delete")) is not None:
        for child in list(labels):
            labels.remove(child)
        for name in _SHOWS:
            _sub(labels, name, val="1" if name == "showVal" else "0")
    for number, text in enumerate(texts):
        labels.insert(number, _label(number, text, labels))


def _label(number: int, text: str, labels: etree._Element) -> etree._Element:
    label = etree.Element(c("dLbl"))
    _sub(label, "idx", val=str(number))
    if not text:
        _sub(label, "delete", val="1")
        return label
    look = {name: labels.find(c(name)) for name in _LABEL_LOOK}
    rich = _sub(_sub(label, "tx"), "rich")
    text_look = look["txPr"]
    defaults = None if text_look is None else text_look.find(f"{{{A}}}p/{{{A}}}pPr/{{{A}}}defRPr")
    body = None if text_look is None else text_look.find(f"{{{A}}}bodyPr")
    rich.append(deepcopy(body) if body is not None else etree.Element(f"{{{A}}}bodyPr"))
    etree.SubElement(rich, f"{{{A}}}lstStyle")
    run_holder = etree.SubElement(rich, f"{{{A}}}p")
    if defaults is not None:
        etree.SubElement(run_holder, f"{{{A}}}pPr").append(deepcopy(defaults))
    run = etree.SubElement(run_holder, f"{{{A}}}r")
    run_look = etree.SubElement(run, f"{{{A}}}rPr")
    if defaults is not None:
        for name, value in defaults.attrib.items():
            run_look.set(name, value)
        run_look.extend(deepcopy(child) for child in defaults)
    etree.SubElement(run, T_TAG).text = text
    for name in _LABEL_LOOK:
        found = look[name]
        if name == "txPr":
            continue
        if found is not None:
            label.append(deepcopy(found))
            if name == "showVal":
                label[-1].set("val", "1")
        elif name in _SHOWS:
            _sub(label, name, val="1" if name == "showVal" else "0")
    return label


def _drop_empty_groups(plot: etree._Element, groups: Sequence[etree._Element]) -> None:
    """A group of a combined chart that lost all its series goes, and the axes that only it used."""
    for group in groups:
        if group.find(c("ser")) is None and len(groups) > 1:
            plot.remove(group)
    used = {axis.get("val") for group in plot for axis in group.findall(c("axId")) if not group.tag.endswith("Ax")}
    for axis in [child for child in plot if child.tag.endswith("Ax")]:
        if axis.find(c("axId")).get("val") not in used:
            plot.remove(axis)


def _end_axis(plot: etree._Element, end: Decimal | float) -> None:
    for scaling in plot.iterfind(f"{c('valAx')}/{c('scaling')}"):
        for old in scaling.findall(c("max")):
            scaling.remove(old)
        scaling.insert(
            _place_after(scaling, ("logBase", "orientation")), etree.Element(c("max"), val=plain_number(end))
        )


def _set_title(space: etree._Element, title: str) -> None:
    """Lines of ``title`` are those of the chart: programs break a long one anywhere."""
    first, *others = title.split("\n")
    texts = list(space.iterfind(f"{c('chart')}/{c('title')}/{c('tx')}//{T_TAG}"))
    for number, text in enumerate(texts):
        text.text = first if number == 0 else ""
    for line in reversed(others if texts else []):
        run = texts[0].getparent()
        following = deepcopy(run)
        following.find(T_TAG).text = line
        run.addnext(following)
        run.addnext(etree.Element(BR_TAG))


def mend_axis_ids(space: etree._Element) -> None:
    """Axis ids are unsigned numbers; python-pptx and some add-ins write them below zero, which the schema forbids."""
    for element in space.iter(c("axId"), c("crossAx")):
        value = element.get("val", "")
        if value.startswith("-") and value[1:].isdigit():
            element.set("val", str(int(value) & 0xFFFFFFFF))


def set_workbook(chart: Part, data: ChartData, numbers: PartNumbers, folder: str) -> None:
    """Give the chart part a workbook of its own with the data; ``folder`` is where Office keeps them (``/ppt/embeddings``)."""
    book = chart.related("package")
    if book is None:
        book = Part(numbers.name(f"{folder}/Microsoft_Excel_Sheet%d.xlsx"), _XLSX)
        key = chart.relate(f"{OFFICE}/package", book)
        external = chart.tree.find(c("externalData"))
        if external is None:
            external = etree.Element(c("externalData"))
            etree.SubElement(external, c("autoUpdate"), val="0")
            later = [child for child in chart.tree if child.tag in (c("printSettings"), c("userShapes"), c("extLst"))]
            chart.tree.insert(list(chart.tree).index(later[0]) if later else len(chart.tree), external)
        external.set(f"{{{OFFICE}}}id", key)
    book.blob = chart_workbook(data)


def _sub(parent: etree._Element, name: str, **attributes: str) -> etree._Element:
    return etree.SubElement(parent, c(name), attributes)
