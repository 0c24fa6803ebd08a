"""A native chart read back: its title, cached series, labels, and the cells of the workbook inside it."""

from __future__ import annotations

import itertools
import zipfile
from decimal import Decimal, InvalidOperation

from lxml import etree

from briefing.audit.package import Package
from briefing.audit.reading import Chart, Series
from briefing.audit.workbooks import open_workbook
from briefing.errors import BriefingError
from briefing.zip_limits import refuse_hostile

_C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_MOST_POINTS = 1000  # of a series, rows and columns of its workbook: far more than a chart shows


def read_chart(package: Package, part: str, place: str, name: str, alt: str, slide: int) -> Chart | None:
    """The chart in ``part``, None when there is no such part."""
    if part not in package.parts:
        return None
    root = package.tree(part)
    title = root.find(f"{_C}chart/{_C}title")
    return Chart(
        place,
        name,
        _drawn(title) if title is not None else "",
        alt,
        tuple(_series(one) for one in root.iter(f"{_C}ser")),
        next((package.parts.get(name) for name in package.related(part, "package")), None),
        slide,
    )


def chart_texts(package: Package, part: str) -> list[str]:
    """All text written in the chart: titles, labels, category and series names."""
    if part not in package.parts:
        return []
    root = package.tree(part)
    drawn = [_drawn(one) for one in root.iter(f"{_A}p")]
    cached = [one.text or "" for cache in root.iter(f"{_C}strCache") for one in cache.iter(f"{_C}v")]
    return [text for text in (*drawn, *cached) if text.strip()]


def _series(one: etree._Element) -> Series:
    categories = _points(one.find(f"{_C}cat"))
    values = _points(one.find(f"{_C}val"))
    size = max([0, *(at + 1 for at in (*categories, *values))])
    labels = {
        int(label.find(f"{_C}idx").get("val")): _drawn(label)
        for label in one.iterfind(f"{_C}dLbls/{_C}dLbl")
        if label.find(f"{_C}idx") is not None
    }
    name = one.find(f"{_C}tx")
    return Series(
        "".join(_points(name).values()) if name is not None else "",
        tuple(categories.get(at, "") for at in range(size)),
        tuple(_decimal(values.get(at, "")) for at in range(size)),
        tuple(labels.get(at, "") for at in range(size)),
    )


def _points(holder: etree._Element | None) -> dict[int, str]:
    if holder is None:
        return {}
    found: dict[int, str] = {}
    for point in holder.iter(f"{_C}pt"):
        at = int(point.get("idx", "0"))
        if not 0 <= at < _MOST_POINTS:
            raise ValueError(f"a chart has a point {at}")
        found[at] = point.findtext(f"{_C}v") or ""
    if not found:
        literal = holder.findtext(f"{_C}v")
        return {0: literal} if literal else {}
    return found


def sheet_of(chart: Chart) -> tuple[tuple[object, ...], ...]:
    """The cells of the workbook inside a chart as rows; none when there is no workbook, or none that can be read."""
    if chart.workbook is None:
        return ()
    try:
        refuse_hostile(chart.workbook, chart.place, "workbook", "make the chart again")
        book = open_workbook(chart.workbook, chart.place)
        rows = tuple(itertools.islice(book.worksheets[0].iter_rows(values_only=True), _MOST_POINTS))
    except (BriefingError, zipfile.BadZipFile, LookupError, ValueError):
        return ()
    return rows if max(map(len, rows), default=0) < _MOST_POINTS else ()


def _drawn(node: etree._Element) -> str:
    return "".join(one.text or "" for one in node.iter(f"{_A}t"))


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text) if text else None
    except InvalidOperation:
        return None
