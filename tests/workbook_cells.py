"""Cells of a workbook as a person finds them: by the heading and by what stands in the row."""

from __future__ import annotations

from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet


def cell_of(sheet: Worksheet, row: str, title: str) -> Cell:
    """The cell under ``title`` in the first row that holds ``row``."""
    column = [cell.value for cell in sheet[1]].index(title) + 1
    number = next(cell.row for line in sheet.iter_rows(min_row=2) for cell in line if str(cell.value) == row)
    return sheet.cell(number, column)
