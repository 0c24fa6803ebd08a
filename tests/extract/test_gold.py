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
    "county-高唐县-2025": (0.985, 0.92),
    "county-阜平县-2017": (0.985, 0.91),  # indicators of a five-year report, named by words far before the figure
    "county-蠡县-2022": (0.985, 0.92),
    "county-容城县-2020": (0.96, 0.91),  # below our goal of 0.985 / 0.92: four figures are missed
    "countynews-满城区-2021": (0.985, 0.92),
    "province-浙江省-2025": (0.97, 0.87),  # below our goal: figures of named lists are taken for results
    "province-上海市-2025": (0.985, 0.92),
    "county-顺平县-2024": (0.985, 0.91),
    "province-四川省-2025": (0.985, 0.92),
}


@needs_shared
@pytest.mark.parametrize("report", BOUNDS)
def test_metrics_agree_with_the_gold(report: str, tmp_path: Path) -> None:
    """The scorer that the project is measured with, on each gold file."""
    gold = next(path for path in (SHARED / "gold" / f"{report}.tsv", OURS / f"{report}.tsv") if path.is_file())
    source = max((SHARED / "reports").glob(f"{report}.*"))  # the text where there is one, else the Word file
    cleaned, parsed = read_report(source, report, None)
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
