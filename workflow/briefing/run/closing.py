"""The closing words of a run: what was made, what to look at, what failed and why; plain sentences."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from briefing.errors import BriefingError
from briefing.files import read_plain_json, read_rows
from briefing.model import Finding, Metric


def told(output: str, reports: Iterable[str]) -> str:
    """One paragraph a report, from what stands under ``output``."""
    lines = [""]
    for report in reports:
        lines += _report(Path(output) / report, report)
    return "\n".join(lines)


def _report(folder: Path, report: str) -> list[str]:
    failures = failed(folder)
    if not (folder / "metrics.csv").is_file():
        return [f"{report}: no pack was made.", *(f"  {one}" for one in failures)]
    try:
        metrics = len(read_rows(folder / "metrics.csv", Metric))
        findings = read_rows(folder / "findings.csv", Finding)
        planned = len(read_plain_json(folder / "products.json"))
    except (BriefingError, OSError):
        return [f"{report}: not finished.", *(f"  {one}" for one in failures)]
    packs = len(list((folder / "packs").glob("*.zip")))
    look = sum(one.severity != "note" for one in findings)
    lines = [f"{report}: {packs} of {planned} packs, {metrics} metrics, {look} things to look at (findings.csv)."]
    if (folder / "index.html").is_file():
        lines.append(f"  Open {folder / 'index.html'}; the packs are in {folder / 'packs'}.")
    return [*lines, *(f"  {one}" for one in failures)]


def failed(folder: Path) -> list[str]:
    """The sentences of the jobs that failed in the last run of a report, each once."""
    sentences: dict[str, None] = {}
    for log in sorted((folder / "logs").rglob("*.log")) if (folder / "logs").is_dir() else ():
        for line in log.read_text(encoding="utf-8", errors="replace").splitlines():
            if line.startswith("error: "):
                sentences.setdefault(line.removeprefix("error: "))
    return list(sentences)
