"""docs/security.md names code and tests that are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
ROWS = [
    line for line in (ROOT / "docs" / "security.md").read_text(encoding="utf-8").splitlines() if line.startswith("| ")
][1:]


def test_each_threat_names_its_answer_and_its_test() -> None:
    """Every row has code and a test, both files of the repository; a test file says in words what it claims."""
    rows = [row for row in ROWS if not set(row) <= set("|- ")]
    assert len(rows) >= 20
    for row in rows:
        threat, answer, code, test = [cell.strip() for cell in row.strip("|").split("|")]
        assert threat
        assert answer
        for cell, folder in ((code, ("workflow/", "tests/")), (test, ("tests/",))):
            (path,) = re.findall(r"`([^`]+)`", cell)
            assert path.startswith(folder), row
            assert (ROOT / path).is_file(), row
        assert "def test_" in (ROOT / re.findall(r"`([^`]+)`", test)[0]).read_text(encoding="utf-8")
