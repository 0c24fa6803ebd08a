"""Against gold files annotated by hand: every number found with its value and unit, nearly all right in every column."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from briefing.extract import extract_metrics
from briefing.files import write_rows
from briefing.model import Metric
from briefing.parse import read_report
from shared_reports import ROOT, SHARED, needs_shared

OURS = ROOT / "tests" / "extract" / "gold"
# Lower bounds of (F1, full); what was reached when they were set stands in CHANGELOG.
BOUNDS = {
    "xiaodian-2024": (1.0, 0.97),
    "district-清苑区-2024": (0.985, 0.92),
    "national-国务院-2024": (0.985, 0.92),
    "city-保定市-2025": (0.985, 0.92),
}


@needs_shared
@pytest.mark.parametrize("report", BOUNDS)
def test_metrics_agree_with_the_gold(report: str, tmp_path: Path) -> None:
    """The scorer that the project is measured with, on each gold file."""
    gold = next(path for path in (SHARED / "gold" / f"{report}.tsv", OURS / f"{report}.tsv") if path.is_file())
    cleaned, parsed = read_report(SHARED / "reports" / f"{report}.txt", report, None)
    write_rows(tmp_path / "metrics.csv", Metric, extract_metrics(cleaned, parsed).metrics)
    scorer = SHARED / "tools" / "score_metrics.py"
    said = subprocess.run(
        [sys.executable, scorer, gold, tmp_path / "metrics.csv"], capture_output=True, text=True, check=True
    ).stdout
    print(f"{report}: {said.strip()}")
    score = {name: float(value) for name, value in re.findall(r"(F1|full)\s+([\d.]+)", said)}
    least_f1, least_full = BOUNDS[report]
    assert score["F1"] >= least_f1
    assert score["full"] >= least_full
