"""Two years that lie far apart are in the list of what to check until a person has judged the pair."""

from __future__ import annotations

import argparse
import io
from pathlib import Path

import openpyxl

from briefing.commands import review
from briefing.commands import workbook as workbook_command
from briefing.files import read_rows, write_json, write_rows
from briefing.model import Comparison, Completion, Finding, Metric
from briefing.pack import Found, workbook
from real_report import made
from shared_reports import needs_shared, reports

REASON = "同为“省级科技型中小企业”，动作、级别和计量单位一致；两年数值悬殊，请核对原文"


def _held(folder: Path, changed: bytes | None = None) -> list[Finding]:
    real = made(next(path for path in reports() if path.stem == "district-清苑区-2024"))
    (folder / "cleaned.txt").write_text(real.cleaned, encoding="utf-8", newline="")
    write_json(folder / "report.json", real.report)
    write_rows(folder / "m.csv", Metric, real.metrics)
    write_rows(folder / "f.csv", Finding, [one for one in real.findings if one.kind != "far_apart"])
    book = folder / "review.xlsx"
    if changed:
        book.write_bytes(changed)
    review.run(
        argparse.Namespace(
            cleaned=folder / "cleaned.txt",
            report=folder / "report.json",
            metrics=folder / "m.csv",
            findings=folder / "f.csv",
            review=book if changed else None,
            output=folder,
        )
    )
    return [one for one in read_rows(folder / "findings.csv", Finding) if one.kind in ("far_apart", "review")]


def _edited(*, sheet: str, which: str, title: str, value: str) -> bytes:
    real = made(next(path for path in reports() if path.stem == "district-清苑区-2024"))
    found = Found(real.metrics, real.comparisons, real.groupings, real.findings)
    book = openpyxl.load_workbook(
        io.BytesIO(
            workbook(real.cleaned, real.report, real.metrics, real.comparisons, real.groupings, real.briefs, found)
        )
    )
    lines = book[sheet]
    titles = [cell.value for cell in lines[1]]
    row = next(cell.row for line in lines.iter_rows(min_row=2) for cell in line if which in str(cell.value))
    lines.cell(row, titles.index(title) + 1).value = value
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


@needs_shared
def test_the_pairs_are_listed_where_the_target_stands(tmp_path: Path) -> None:
    assert [(one.where, one.severity) for one in _held(tmp_path)] == [("第28段", "check")] * 2


@needs_shared
def test_the_workbook_asks_about_them_once_more_after_a_review(tmp_path: Path) -> None:
    """What somebody settled stays in its sheet with the word that settled it, as other findings do."""
    changed = _edited(sheet="待核", which="“新增省级科技型中小企业”2023年353家", title="复核", value="无需处理")
    _held(tmp_path, changed)
    real = made(next(path for path in reports() if path.stem == "district-清苑区-2024"))
    write_rows(tmp_path / "found" / "metrics.csv", Metric, real.metrics)
    write_rows(tmp_path / "found" / "findings.csv", Finding, [one for one in real.findings if one.kind != "far_apart"])
    write_rows(tmp_path / "completions.csv", Completion, [])
    write_json(tmp_path / "1.json", real.brief(1))
    names = ("metrics", "comparisons", "groupings", "assignments", "remarks", "review", "completions")
    workbook_command.run(
        argparse.Namespace(
            cleaned=tmp_path / "cleaned.txt",
            report=tmp_path / "report.json",
            found=tmp_path / "found",
            briefs=[tmp_path / "1.json"],
            output=tmp_path / "metrics.xlsx",
            **{name: tmp_path / f"{name}.csv" for name in names},
        )
    )
    lines = openpyxl.load_workbook(tmp_path / "metrics.xlsx")["待核"]
    titles = [cell.value for cell in lines[1]]
    rows = [dict(zip(titles, [cell.value for cell in line], strict=True)) for line in lines.iter_rows(min_row=2)]
    asked = [row for row in rows if any("数值悬殊" in str(one) for one in row.values())]
    assert [row["复核"] for row in asked] == ["无需处理", None]


@needs_shared
def test_a_pair_that_a_person_judged_is_listed_no_longer(tmp_path: Path) -> None:
    changed = _edited(sheet="对比", which=REASON, title="依据", value="同一口径，经科技局核实")
    (left,) = _held(tmp_path, changed)
    assert left.message.startswith("“新增高新技术企业”")
    reasons = [one.reason for one in read_rows(tmp_path / "comparisons.csv", Comparison)]
    assert "同一口径，经科技局核实" in reasons
    assert REASON not in reasons


@needs_shared
def test_what_a_person_settled_in_the_list_is_listed_no_longer(tmp_path: Path) -> None:
    changed = _edited(sheet="待核", which="“新增省级科技型中小企业”2023年353家", title="复核", value="无需处理")
    (left,) = _held(tmp_path, changed)
    assert left.message.startswith("“新增高新技术企业”")
