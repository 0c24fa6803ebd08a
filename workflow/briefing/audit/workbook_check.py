"""The workbook for people, reopened: every metric, pair and task in it is the one of the tables, with typed numbers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from briefing.audit.tally import Tally
from briefing.audit.workbooks import open_workbook
from briefing.model import VERDICTS, Brief, Comparison, Completion, Metric, Report
from briefing.naming.of_metrics import name_of
from briefing.nature import scales_of
from briefing.review_columns import (
    COMPLETIONS_SHEET,
    DROP,
    KIND_WORDS,
    METRICS_SHEET,
    PAIRS_SHEET,
    PART_WORDS,
    QUALIFIER_WORDS,
    SCALE_WORD,
    STATUS_WORDS,
    TASKS_SHEET,
)

_FILE = "workbook"
_Line = tuple[int, Mapping[str, Any]]


def check_workbook(
    content: bytes,
    report: Report,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    completions: Sequence[Completion],
    briefs: Sequence[Brief],
    tally: Tally,
) -> None:
    """``content`` is metrics.xlsx. ``BriefingError`` when it cannot be opened at all."""
    book = open_workbook(content, "metrics.xlsx")
    sheets = {name: _lines(book[name]) for name in book.sheetnames}
    scales = scales_of(report, metrics)
    _metrics(sheets.get(METRICS_SHEET, []), metrics, scales, tally)
    _pairs(sheets.get(PAIRS_SHEET, []), comparisons, tally)
    _tasks(sheets.get(TASKS_SHEET, []), briefs, tally)
    _completions(sheets.get(COMPLETIONS_SHEET, []), completions, tally)


def _lines(sheet: Any) -> list[_Line]:
    rows = list(sheet.iter_rows(values_only=True))
    if not rows:
        return []
    titles = [str(one or "") for one in rows[0]]
    return [
        (number, dict(zip(titles, row, strict=False)))
        for number, row in enumerate(rows[1:], 2)
        if any(value is not None for value in row) and row[titles.index("复核") if "复核" in titles else 0] != DROP
    ]


def _metrics(lines: Sequence[_Line], metrics: Sequence[Metric], scales: frozenset[str], tally: Tally) -> None:
    by_id = {str(line.get("编号")): (number, line) for number, line in lines}
    for one in metrics:
        number, line = by_id.pop(one.metric_id, (0, {}))
        if not number:
            tally.expect(False, "SHARED", _FILE, METRICS_SHEET, f"{one.indicator} {one.text}", "缺这项指标")
            continue
        wanted: dict[str, str | Decimal] = {
            "部分": PART_WORDS.get(one.part, one.part),
            "指标": one.indicator,
            "成品中的名称": name_of(one),
            "原文数值": one.text,
            "数值下限": one.value_low,
            "数值上限": one.value_high,
            "单位": one.unit,
            "限定": QUALIFIER_WORDS.get(one.qualifier, one.qualifier),
            "性质": SCALE_WORD if one.metric_id in scales else KIND_WORDS.get(one.kind, one.kind),
            "年份": Decimal(one.year),
            "年数": Decimal(one.years),
            "原文句子": one.sentence[:32767],
        }
        for title, value in wanted.items():
            _cell(f"{METRICS_SHEET} 第{number}行“{title}”列", line.get(title), value, tally)
    for number, line in by_id.values():
        shown = f"{line.get('指标')} {line.get('原文数值')}"
        tally.expect(False, "SHARED", _FILE, f"{METRICS_SHEET} 第{number}行", shown, "指标表里没有这一项")


def _cell(place: str, found: object, wanted: str | Decimal, tally: Tally) -> None:
    if isinstance(wanted, Decimal):
        same = isinstance(found, int | float) and abs(Decimal(str(found)) - wanted) <= abs(wanted) * Decimal("1e-12")
    else:
        same = str(found or "") == wanted
    tally.expect(same, "SHARED", _FILE, place, str(found), f"应为“{wanted}”" + _typed(found, wanted))


def _typed(found: object, wanted: str | Decimal) -> str:
    return "，且须是数字格式" if isinstance(wanted, Decimal) and isinstance(found, str) else ""


def _pairs(lines: Sequence[_Line], comparisons: Sequence[Comparison], tally: Tally) -> None:
    there = {(line.get("今年目标编号"), line.get("上年实绩编号")): (number, line) for number, line in lines}
    for one in comparisons:
        number, line = there.pop((one.plan_metric_id, one.review_metric_id), (0, {}))
        place = f"{PAIRS_SHEET} 第{number}行" if number else PAIRS_SHEET
        good = line.get("关系") == STATUS_WORDS.get(one.status) and line.get("依据") == one.reason
        tally.expect(good, "SHARED", _FILE, place, str(line.get("关系")), f"这一对应为“{STATUS_WORDS.get(one.status)}”")
    for number, line in there.values():
        tally.expect(False, "SHARED", _FILE, f"{PAIRS_SHEET} 第{number}行", str(line.get("指标")), "对比表里没有这一对")


def _tasks(lines: Sequence[_Line], briefs: Sequence[Brief], tally: Tally) -> None:
    there = {(line.get("领域"), line.get("序号")): (number, line) for number, line in lines}
    for brief in briefs:
        for task in brief.tasks:
            number, line = there.get((brief.number, task.number), (0, {}))
            wanted = (task.text[:32767], task.target, task.lead, task.responsible, task.due)
            titles = ("重点任务", "目标指标", "牵头单位", "责任单位/配合单位", "完成时限")
            found = tuple(str(line.get(title) or "") for title in titles)
            place = f"{TASKS_SHEET} 第{number}行" if number else TASKS_SHEET
            tally.expect(found == wanted, "SHARED", _FILE, place, found[0], f"这一行应为“{'｜'.join(wanted)[:120]}”")


def _completions(lines: Sequence[_Line], completions: Sequence[Completion], tally: Tally) -> None:
    for (number, line), one in zip(lines, completions, strict=False):
        values = [str(value) for value in line.values()]
        good = all(text in values for text in (one.indicator, one.target, one.result, VERDICTS[one.verdict]))
        place = f"{COMPLETIONS_SHEET} 第{number}行"
        tally.expect(good, "SHARED", _FILE, place, " ".join(values[1:5]), f"应为“{one.indicator} {one.target}”")
    tally.expect(
        len(lines) == len(completions),
        "SHARED",
        _FILE,
        COMPLETIONS_SHEET,
        str(len(lines)),
        f"应有 {len(completions)} 行",
    )
