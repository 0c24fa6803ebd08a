"""Apply what people corrected in the reviewed workbook; pair targets with last year's results; set results beside areas."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from briefing.commands.options import add_files, read_cleaned
from briefing.compare import compare, group, unsure_pairs
from briefing.files import read_json, read_rows, write_rows
from briefing.given import read_given
from briefing.model import Assignment, Comparison, Finding, Grouping, Metric, Outcome, Remark, Report
from briefing.review import (
    Account,
    apply_to_findings,
    apply_to_groupings,
    apply_to_metrics,
    apply_to_pairs,
    assignments_of,
    findings_of,
    read_review,
    remarks_of,
)

# File name → what its rows are. Under --found stands what the program says by itself, beside it what holds after the review.
FOUND = {"comparisons": Comparison, "groupings": Grouping}
HOLDS = {
    "metrics": Metric,
    "comparisons": Comparison,
    "groupings": Grouping,
    "findings": Finding,
    "assignments": Assignment,
    "review": Outcome,
    "remarks": Remark,
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What was found in the report, the reviewed workbook when there is one, and the folder to write to."""
    add_files(parser, "cleaned", "report", "metrics", "findings")
    parser.add_argument("--review", type=Path, metavar="XLSX", help="metrics.xlsx as staff corrected and saved it")
    parser.add_argument(
        "--output", type=Path, required=True, metavar="FOLDER", help=f"where {', '.join(HOLDS)} are written as .csv"
    )


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it. A cell that cannot be used is a row of review.csv, not an error."""
    cleaned, report = read_cleaned(given.cleaned), read_json(given.report, Report)
    found, findings = read_rows(given.metrics, Metric), read_rows(given.findings, Finding)
    review = read_review(read_given(given.review), report.report_id) if given.review else None
    account = Account()
    metrics = apply_to_metrics(review, cleaned, report, found, account) if review else found
    placed = [one for one in metrics if one.start < one.end]  # the rest has no words of its own in the source
    comparisons, groupings = compare(cleaned, report, placed), group(cleaned, report, placed)
    tables: dict[str, Sequence[object]] = {"comparisons": comparisons, "groupings": groupings}
    for name, kind in FOUND.items():
        write_rows(given.output / "found" / f"{name}.csv", kind, tables[name])
    doubted = unsure_pairs(report, metrics, comparisons)
    findings = (*findings, *doubted)
    tables |= {"metrics": metrics, "findings": findings, "assignments": (), "review": (), "remarks": ()}
    if review:
        pairs = apply_to_pairs(review, found, metrics, comparisons, account)
        tables["comparisons"] = pairs
        there = {one.metric_id for one in metrics}
        moved = apply_to_groupings(review, report, found, metrics, groupings, account)
        tables["groupings"] = [one for one in moved if one.metric_id in there]
        tables["assignments"] = assignments_of(review, report, account)
        still_open = apply_to_findings(review, cleaned, findings, account)
        held = unsure_pairs(report, metrics, pairs)  # a pair that a person judged is in doubt no longer
        still_open = tuple(one for one in still_open if one not in doubted or one in held)
        tables["findings"] = (*findings_of(account.outcomes), *still_open)
        tables["review"] = account.outcomes
        tables["remarks"] = remarks_of(review, found, metrics)
    for name, kind in HOLDS.items():
        write_rows(given.output / f"{name}.csv", kind, tables[name])
    states = Counter(one.state for one in account.outcomes)
    said = f"; review: {states['applied']} applied, {states['stale']} fit no longer, {states['invalid']} invalid"
    comparable = sum(one.status == "comparable" for one in comparisons)
    print(
        f"{comparable} comparable pairs, {len(comparisons) - comparable} look-alikes, {len(groupings)} results set beside an area"
        f"{said if review else ''}."
    )
    for one in account.outcomes:
        print(f"{one.state}: {one.cell}: {one.message}")
