"""Scores of the extractor and the parser against every gold file at hand: ``make score``. No test: it judges nothing.

The last lines say what was reached over all of them and by the weakest, and what the project wants of both.
"""

from __future__ import annotations

import re
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
# Wanted of F1 on value and unit, and of rows that are right in every column: over all reports together, and of any one.
WANTED, OF_ANY = (0.985, 0.92), (0.97, 0.88)
_SAID = re.compile(r"F1 ([\d.]+)  full ([\d.]+)  \((\d+) right, (\d+) invented, (\d+) missed\)")


def main() -> None:
    """One line for each gold file, in the words of the scorers."""
    if not SHARED.is_dir():
        print(f"nothing to score: {SHARED} with the gold files and the scorers is not on this machine.")
        return
    golds = sorted([*(SHARED / "gold").glob("*.tsv"), *(ROOT / "tests" / "extract" / "gold").glob("*.tsv")])
    reached: dict[str, tuple[float, ...]] = {}  # report → F1, full, right, invented, missed
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
            if not areas and (figures := _SAID.search(said.stdout)):
                reached[report] = tuple(map(float, figures.groups()))
    _overall(reached)


def _overall(reached: dict[str, tuple[float, ...]]) -> None:
    """All reports as one: the shares of right rows, each report with the weight of its rows."""
    if not reached:
        return
    right, invented, missed = (sum(one[column] for one in reached.values()) for column in (2, 3, 4))
    rows = 2 * right + invented + missed
    full = sum(one[1] * (2 * one[2] + one[3] + one[4]) for one in reached.values()) / rows
    print(
        f"all {len(reached)} reports together: F1 {2 * right / rows:.3f} (wanted {WANTED[0]}), full {full:.3f} (wanted {WANTED[1]})"
    )
    for column, name, least in ((0, "F1", OF_ANY[0]), (1, "full", OF_ANY[1])):
        weakest = min(reached, key=lambda report, column=column: reached[report][column])  # type: ignore[misc]
        print(f"weakest {name}: {reached[weakest][column]:.3f} on {weakest} (wanted of any {least})")


if __name__ == "__main__":
    main()
