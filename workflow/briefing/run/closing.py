"""The closing words of a run: what was made, what to look at, what failed and why; plain sentences."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Container, Iterable
from pathlib import Path

from briefing.errors import BriefingError
from briefing.files import read_plain_json, read_rows
from briefing.model import Finding, Metric, Outcome
from briefing.review_columns import OUTCOMES_SHEET
from briefing.run.completeness import FLAG

# Of more reports than this, only those that are not finished are told one by one.
SHOWN = 20
# With fewer free bytes not even the log of a job can tell why it failed.
FULL = 100_000


def told(output: str, reports: Iterable[str], began: int, taken: Container[str] = ()) -> str:
    """A few lines for each report that is finished or met an error since ``began`` (nanoseconds, by the disk's clock), from
    what stands under ``output``; also for one of ``taken`` that is not finished although no log says why."""
    blocks = []
    for report in reports:
        folder = Path(output) / report
        failures = failed(folder, began)
        done = (folder / FLAG).is_file() and not failures
        if folder.is_dir() and not (done or failures) and shutil.disk_usage(folder).free < FULL:
            failures = [f"{output}: the disk is full; make room and run again."]
        if report in taken and not (done or failures):
            failures = [
                "not finished, and no log tells why: a process was ended from outside. Run the same command again."
            ]
        if done or failures:
            blocks.append((done, "\n".join([*_made(folder, report), *(f"  {one}" for one in failures)])))
    lines = [block for done, block in blocks if not done or len(blocks) <= SHOWN]
    if len(blocks) > 1:
        unfinished = sum(not done for done, _ in blocks)
        ended = f"{unfinished} of them not finished" if unfinished else "all finished"
        lines.append(f"{len(blocks)} reports, {ended}.")
    return "\n".join(["", *lines]) if lines else ""


def _made(folder: Path, report: str) -> list[str]:
    if not (folder / "products.json").is_file():
        return [f"{report}: no pack was made."]
    try:
        metrics = len(read_rows(folder / "metrics.csv", Metric))
        findings = read_rows(folder / "findings.csv", Finding)
        wanted = {f"{product['pack']}.zip" for product in read_plain_json(folder / "products.json").values()}
    except BriefingError:
        return [f"{report}: not finished."]
    there = {path.name for path in (folder / "packs").glob("*.zip")}
    look = sum(one.severity != "note" for one in findings)
    things = "1 thing" if look == 1 else f"{look} things"
    made = f"{len(wanted & there)} of {len(wanted)} packs, {metrics} metrics, {things} to look at (findings.csv)"
    lines = [f"{report}: {made}."]
    if (folder / "index.html").is_file():
        lines.append(f"  Open {folder / 'index.html'}; the packs are in {folder / 'packs'}.")
    lines += _reviewed(folder)
    if there - wanted:
        lines.append(f"  Left from an earlier text of the report, delete them: {', '.join(sorted(there - wanted))}.")
    return lines


def _reviewed(folder: Path) -> list[str]:
    """What became of the reviewed workbook, with every cell that a person has to look at again."""
    told = read_rows(folder / "review.csv", Outcome) if (folder / "review.csv").is_file() else ()
    if not told:
        return []
    states = Counter(one.state for one in told)
    counts = f"{states['applied']} applied, {states['stale']} fit no longer, {states['invalid']} invalid"
    again = [f"    {one.cell}: {one.message}" for one in told if one.state != "applied"]
    return [f"  Review: {counts} (review.csv, and sheet {OUTCOMES_SHEET} of metrics.xlsx).", *again]


def failed(folder: Path, since: int) -> list[str]:
    """The sentences of a report's jobs that failed after ``since`` (nanoseconds), each once. Where a log holds no sentence
    of ours but a traceback, its last line and its path: that is a fault in the program."""
    sentences: dict[str, None] = {}
    for log in sorted((folder / "logs").glob("*.log")):
        if log.stat().st_mtime_ns < since:
            continue
        lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
        ours = [line.removeprefix("error: ") for line in lines if line.startswith("error: ")]
        if not ours and any(line.startswith("Traceback (") for line in lines):
            ours = [f"{lines[-1]} (a fault in the program; see {log})"]
        sentences.update(dict.fromkeys(ours))
    return list(sentences)
