"""The workbook inside a native chart: what people see under “edit data”."""

from __future__ import annotations

import io
from datetime import datetime
from decimal import Decimal

import xlsxwriter

from slide_templates.values import ChartData

_DATE = datetime(2000, 1, 1)  # noqa: DTZ001 -- xlsxwriter wants the plain date that it prints


def chart_workbook(data: ChartData) -> bytes:
    """Categories in column A, one series a column from B; printed labels of the points to the right. Same bytes for
    the same data.
    """
    buffer = io.BytesIO()
    with xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    ) as book:
        book.set_properties({"created": _DATE})
        sheet = book.add_worksheet("Sheet1")
        form = book.add_format({"num_format": data.number_format})
        for row, category in enumerate(data.categories, 1):
            sheet.write_string(row, 0, category)
        labelled = len(data.series) + 1
        for column, series in enumerate(data.series, 1):
            sheet.write_string(0, column, series.name)
            for row, value in enumerate(series.values, 1):
                if value is not None:
                    sheet.write_number(row, column, float(value) if isinstance(value, Decimal) else value, form)
            if any(series.labels):
                sheet.write_string(0, labelled, f"{series.name} 标签")
                for row, label in enumerate(series.labels, 1):
                    if label:
                        sheet.write_string(row, labelled, label)
                labelled += 1
    return buffer.getvalue()


def column_letter(number: int) -> str:
    """0 → A, 25 → Z, 26 → AA."""
    letters = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
