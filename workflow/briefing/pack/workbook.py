"""metrics.xlsx, the workbook for people: 指标, 对比, 待核, 任务分解, with columns to review in."""

from __future__ import annotations

import io
import json
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from briefing.model import VERDICTS, Brief, Comparison, Completion, Grouping, Metric, Outcome, Report
from briefing.pack.archive import zip_date
from briefing.pack.workbook_rows import Found, Row, rows_of
from briefing.review_columns import (
    COLUMNS,
    COMPLETIONS_SHEET,
    FORMAT,
    HELP_SHEET,
    METRICS_SHEET,
    ORIGINAL_SHEET,
    OUTCOME_WORDS,
    OUTCOMES_SHEET,
    Column,
)

_ROOM_FOR_NEW = 200  # empty rows below the last that still carry the drop-down lists, for what a reviewer adds
_LONGEST_CELL = 32767  # Excel's limit
_STATES: dict[str, dict[str, object]] = {
    "": {},
    "edit": {"bg_color": "#FFF8E1"},
    "changed": {"bg_color": "#E2F0D9"},
    "dropped": {"bg_color": "#F2F2F2", "font_color": "#7F7F7F", "font_strikeout": True},
    "doubt": {"bg_color": "#FCE4D6"},
}


def workbook(
    cleaned: str,
    report: Report,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    groupings: Sequence[Grouping],
    briefs: Sequence[Brief],
    found: Found,
    outcomes: Sequence[Outcome] = (),
    completions: Sequence[Completion] = (),
) -> bytes:
    """The workbook as bytes, the same for the same values; ``briefs`` give the tasks, ``outcomes`` the account of the last
    review. Cells that a reviewer may fill are tinted, those that one has filled are green. The hidden sheet 原值 keeps
    every row as the program had it, so that the next review knows all that people changed, in this round or before."""
    rows = rows_of(cleaned, report, metrics, comparisons, groupings, briefs, found)
    buffer = io.BytesIO()
    # Text is never taken for a formula, a link or a number: a cell that begins with = + - @ stays what the report says.
    book = xlsxwriter.Workbook(
        buffer, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    )
    book.set_properties(
        {
            "title": f"{report.title} 指标表",
            "subject": report.source,
            "created": datetime(*zip_date(report)),  # noqa: DTZ001 -- a file property without a zone
            "comments": FORMAT,
        }
    )
    looks = _Looks(book)
    for name, columns in COLUMNS.items():
        _sheet(book.add_worksheet(name), report, columns, rows[name], looks)
    if completions:
        _completions(book.add_worksheet(COMPLETIONS_SHEET), report, completions, looks)
    if outcomes:
        _outcomes(book.add_worksheet(OUTCOMES_SHEET), report, outcomes, looks)
    _help(book.add_worksheet(HELP_SHEET), report, looks)
    _originals(book.add_worksheet(ORIGINAL_SHEET), report, rows)
    book.get_worksheet_by_name(METRICS_SHEET).activate()
    book.close()
    return buffer.getvalue()


class _Looks:
    """The cell formats, by what a cell holds and whether a person may change it."""

    def __init__(self, book: xlsxwriter.Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str], Format] = {}
        base = {"font_name": "微软雅黑", "font_size": 10, "border": 1, "border_color": "#BFBFBF", "valign": "vcenter"}
        self.header = book.add_format(
            {**base, "bold": True, "bg_color": "#1F4E79", "font_color": "#FFFFFF", "text_wrap": True}
        )
        self.header_edit = book.add_format(
            {**base, "bold": True, "bg_color": "#7F6000", "font_color": "#FFFFFF", "text_wrap": True}
        )
        self.title = book.add_format({"font_name": "微软雅黑", "font_size": 14, "bold": True})
        self.prose = book.add_format({"font_name": "微软雅黑", "font_size": 11, "text_wrap": True, "valign": "top"})
        self._base = base

    def cell(self, number: str, state: str = "") -> Format:
        """``number``: the format of a number, empty for text; ``state``: one of _STATES."""
        key = (number, state)
        if key not in self._made:
            more = {"num_format": number, "align": "right"} if number else {"text_wrap": True, "num_format": "@"}
            self._made[key] = self._book.add_format({**self._base, **more, **_STATES[state]})
        return self._made[key]


def _sheet(sheet: Worksheet, report: Report, columns: Sequence[Column], rows: Sequence[Row], looks: _Looks) -> None:
    for at, column in enumerate(columns):
        sheet.set_column(at, at, column.width)
        sheet.write_string(0, at, column.title, looks.header_edit if column.edit else looks.header)
    sheet.set_row(0, 24)
    for line, row in enumerate(rows, 1):
        for at, column in enumerate(columns):
            state = (
                "dropped" if row.dropped else "changed" if row.changed(column.key) else "edit" if column.edit else ""
            )
            _write(sheet, line, at, row.now.get(column.key), state, looks)
    last = len(rows) + _ROOM_FOR_NEW
    for at, column in enumerate(columns):
        if column.choices or (column.edit and column.hint):
            sheet.data_validation(1, at, last, at, _validation(column))
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    sheet.freeze_panes(1, 0)
    _print_setup(sheet, report, len(rows), len(columns))


def _validation(column: Column) -> dict[str, object]:
    more: dict[str, object] = {"input_title": column.title, "input_message": column.hint} if column.hint else {}
    if not column.choices:
        return {"validate": "any", **more}
    return {
        "validate": "list",
        "source": list(column.choices),
        "error_title": "请从列表中选择",
        "error_message": "可选：" + "、".join(column.choices),
        **more,
    }


def _write(sheet: Worksheet, line: int, at: int, value: object, state: str, looks: _Looks) -> None:
    if value is None or value == "":
        sheet.write_blank(line, at, None, looks.cell("", state))
    elif isinstance(value, str):
        sheet.write_string(line, at, value[:_LONGEST_CELL], looks.cell("", state))
    elif isinstance(value, Decimal):
        sheet.write_number(line, at, float(value), looks.cell(_number_format(value), state))
    elif isinstance(value, int):
        sheet.write_number(line, at, value, looks.cell("0", state))


def _number_format(value: Decimal) -> str:
    """Grouped by thousands, with just the decimals that the value has."""
    exponent = value.normalize().as_tuple().exponent
    places = max(0, -exponent) if isinstance(exponent, int) else 0
    return "#,##0" + ("." + "0" * places if places else "")


def _print_setup(sheet: Worksheet, report: Report, rows: int, columns: int) -> None:
    sheet.set_paper(9)  # A4
    sheet.set_landscape()
    sheet.set_margins(left=0.5, right=0.5, top=0.7, bottom=0.7)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.print_area(0, 0, max(rows, 1), columns - 1)
    # In a header & begins a code; doubled it is the sign itself.
    sheet.set_header(f'&C&"微软雅黑"&11{(report.title + " " + sheet.get_name()).replace("&", "&&")}')
    sheet.set_footer("&C第 &P 页，共 &N 页")


def _outcomes(sheet: Worksheet, report: Report, outcomes: Sequence[Outcome], looks: _Looks) -> None:
    """What became of each edit of the last review; what needs a person again stands first."""
    order = {"invalid": 0, "stale": 1, "applied": 2}
    rows = [
        ((OUTCOME_WORDS[one.state], one.cell, one.old, one.new, one.message), "" if one.state == "applied" else "doubt")
        for one in sorted(outcomes, key=lambda one: order[one.state])
    ]
    titles = (("结果", 20), ("单元格", 14), ("原来", 24), ("改为", 24), ("说明", 80))
    _listed(sheet, report, titles, rows, looks)


def _completions(sheet: Worksheet, report: Report, completions: Sequence[Completion], looks: _Looks) -> None:
    """Last year's targets with the result that this year's report tells, both sentences beside them."""
    rows = [
        (
            (
                one.indicator,
                one.target,
                one.result,
                VERDICTS[one.verdict],
                one.reason,
                one.area or None,
                one.target_paragraph,
                one.target_sentence,
                one.result_paragraph,
                one.result_sentence,
            ),
            "" if one.verdict == "met" else "doubt",
        )
        for one in completions
    ]
    year = report.review_year
    titles = (
        ("指标", 26), (f"{year}年目标", 16), (f"{year}年实绩", 16), ("是否完成", 12), ("说明", 36), ("归入领域", 9),
        (f"{year}年报告段落", 10), ("目标原句", 44), (f"{report.plan_year}年报告段落", 10), ("实绩原句", 44),
    )  # fmt: skip
    _listed(sheet, report, titles, rows, looks)


def _listed(
    sheet: Worksheet,
    report: Report,
    titles: Sequence[tuple[str, float]],
    rows: Sequence[tuple[Sequence[object], str]],
    looks: _Looks,
) -> None:
    """A numbered list to read, nothing to fill in; ``titles`` with widths, ``rows`` with their state (_STATES)."""
    titles = (("序号", 6), *titles)
    for at, (title, width) in enumerate(titles):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, title, looks.header)
    for line, (cells, state) in enumerate(rows, 1):
        for at, value in enumerate((line, *cells)):
            _write(sheet, line, at, value, state, looks)
    sheet.autofilter(0, 0, len(rows), len(titles) - 1)
    sheet.freeze_panes(1, 0)
    _print_setup(sheet, report, len(rows), len(titles))


def _help(sheet: Worksheet, report: Report, looks: _Looks) -> None:
    sheet.set_column(0, 0, 100)
    sheet.write_string(0, 0, "怎样复核，怎样把改动交回来", looks.title)
    lines = (
        "1. 浅黄色单元格可以改，直接在原处改写；其余列供对照，请勿改动。可以筛选、排序，请勿删除整行或改动列标题。",
        "   绿色是以前复核时改过的；要撤销，改回原来的内容。删除线是已删除的；要恢复，清空“复核”列。",
        "2. 指标：确认无误在“复核”列选“确认”；不应列入的选“删除”。“原文数值”须与原文一字不差。",
        "   原文没有的数值须在“理由”列写明，成品中会标注“人工更正”；没有理由的不采用。",
        "3. 新增指标：写在最后一行之下，“编号”留空，填部分、指标、原文数值、数值、单位、限定、性质、年份。",
        "4. 回顾指标换一个领域：改“归入领域”的序号；不归入任何领域，清空即可。",
        "5. 对比：是否可比，改“关系”列；两者不是一回事，在“复核”列选“删除”；新增一对，在最后一行之下填两个编号和关系。",
        "6. 任务分解：填牵头单位、责任单位/配合单位、完成时限。程序不推断任何单位。",
        f"7. 改完另存为 data/reports/{report.report_id}.review.xlsx，再运行一次。",
        f"   程序逐格报告：已采用、因原文变动不再适用、填写无效（见“{OUTCOMES_SHEET}”表）。",
        "8. 请保留隐藏的“原值”表：程序靠它分清哪些是人工改动，哪些是原文变动。",
        "程序摘录，须人工审核。",
    )
    for line, text in enumerate(lines, 1):
        sheet.write_string(line, 0, text, looks.prose)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)


def _originals(sheet: Worksheet, report: Report, rows: dict[str, list[Row]]) -> None:
    """One row each as JSON beside the sheet's name: small, typed, and untouched by sorting or by a changed look."""
    sheet.write_row(0, 0, [FORMAT, report.report_id, report.source_sha256])
    line = 1
    for name, of_sheet in rows.items():
        for row in (one.before for one in of_sheet if one.before is not None):
            text = json.dumps({key: _plain(value) for key, value in row.items()}, ensure_ascii=False)
            sheet.write_string(line, 0, name)
            # A cell holds 32767 characters; a longer sentence goes on in the next cells.
            for part in range(0, len(text), _LONGEST_CELL):
                sheet.write_string(line, 1 + part // _LONGEST_CELL, text[part : part + _LONGEST_CELL])
            line += 1
    sheet.very_hidden()


def _plain(value: object) -> object:
    return format(value, "f") if isinstance(value, Decimal) else value
