"""A deed that stands behind last year's quantity is one of its sentence's words, else it is found."""

from __future__ import annotations

import io
from pathlib import Path

import docx

from briefing.assemble import fill_deck, fill_summary
from briefing.audit import audit
from briefing.pack.keypoints import keypoints
from real_report import DECK, SUMMARY, made
from shared_reports import needs_shared, reports

AREA, CELL = 5, "1万亩（建成）"


def raised(folder: Path, instead: str) -> list[str]:
    """The cells of wrong quantities that the audit finds where ``instead`` stands for last year's 1万亩（建成）."""
    one = made(next(path for path in reports() if path.stem == "county-顺平县-2024"))
    brief = one.brief(AREA)
    paper = docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, {})))
    (cell,) = [cell for table in paper.tables for row in table.rows for cell in row.cells if cell.text == CELL]
    cell.text = instead
    paper.save(str(folder / "1.docx"))
    (folder / "1.pptx").write_bytes(fill_deck(DECK, brief))
    files = folder / "1.docx", folder / "1.pptx"
    result = audit(brief, one.report, one.cleaned, one.metrics, *files, {}, keypoints(brief))
    return [failure.text for failure in result.failures if failure.code == "ROW"]


@needs_shared
def test_a_deed_that_the_source_does_not_tell_is_found(tmp_path: Path) -> None:
    assert raised(tmp_path, CELL) == []
    assert raised(tmp_path, "1万亩（改扩建）") == ["1万亩（改扩建）"]
    assert raised(tmp_path, "2万亩（建成）") == ["2万亩（建成）"]
