"""A real report as copied from a page-by-page view, its lines broken at one width and its pages numbered, says what it says whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.extract import extract_metrics
from briefing.parse import read_report
from real_report import XIAODIAN

WIDTH, LINES_A_PAGE = 36, 30


def _paged(text: str, page: str, indent_headings: bool) -> str:
    lines: list[str] = []
    for paragraph in filter(None, map(str.strip, text.splitlines())):
        whole = paragraph if len(paragraph) < 40 and not indent_headings else f"\u3000\u3000{paragraph}"
        for at in range(0, len(whole), WIDTH):
            lines.append(whole[at : at + WIDTH])
            if len(lines) % (LINES_A_PAGE + 1) == LINES_A_PAGE:
                lines.append(page.format(len(lines) // LINES_A_PAGE + 1))
    return "\n".join(lines)


def _said(path: Path) -> list[tuple[str, int, str, str]]:
    cleaned, report = read_report(path, "report", None)
    return [(one.part, one.area, one.indicator, one.text) for one in extract_metrics(cleaned, report).metrics]


@pytest.mark.parametrize("page", ["{}", "- {} -", "第 {} 页", "第{}页 共40页"])
@pytest.mark.parametrize("indent_headings", [True, False])
def test_pages_break_no_number_and_no_heading(page: str, indent_headings: bool, tmp_path: Path) -> None:
    text = XIAODIAN.read_text(encoding="utf-8-sig")
    (tmp_path / "whole.txt").write_text(text, encoding="utf-8")
    (tmp_path / "paged.txt").write_text(_paged(text, page, indent_headings), encoding="utf-8")
    assert _said(tmp_path / "paged.txt") == _said(tmp_path / "whole.txt")
