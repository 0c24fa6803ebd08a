"""Scores of the extractor and the parser against every gold file at hand: ``make score``. No test: it judges nothing."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from briefing.commands.parse import AreaRow
from briefing.extract import extract_metrics
from briefing.files import write_rows
from briefing.model import Metric
from briefing.parse import read_report

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def main() -> None:
    """One line for each gold file, in the words of the scorers."""
    if not SHARED.is_dir():
        print(f"nothing to score: {SHARED} with the gold files and the scorers is not on this machine.")
        return
    golds = sorted([*(SHARED / "gold").glob("*.tsv"), *(ROOT / "tests" / "extract" / "gold").glob("*.tsv")])
    for gold in golds:
        areas = gold.name.endswith(".areas.tsv")
        report = gold.name.removesuffix(".tsv").removesuffix(".areas")
        source = next(iter(sorted((SHARED / "reports").glob(f"{report}.*"))), None)
        if source is None:
            print(f"{report}: gold without a report")
            continue
        cleaned, parsed = read_report(source, report, None)
        with tempfile.TemporaryDirectory() as folder:
            table = Path(folder) / "said.csv"
            if areas:
                rows = [AreaRow(part.kind, area.number, area.title) for part in parsed.parts for area in part.areas]
                write_rows(table, AreaRow, rows)
            else:
                write_rows(table, Metric, extract_metrics(cleaned, parsed).metrics)
            scorer = SHARED / "tools" / ("score_areas.py" if areas else "score_metrics.py")
            said = subprocess.run([sys.executable, scorer, gold, table], capture_output=True, text=True, check=False)
            print(f"{report} ({'areas' if areas else 'metrics'}): {(said.stdout or said.stderr).strip()}")


if __name__ == "__main__":
    main()
