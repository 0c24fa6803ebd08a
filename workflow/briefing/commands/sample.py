"""The Brief that fields and previews are shown with: of a report that was made, or of the small sample report."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from briefing.assemble import compose
from briefing.chart import choose_charts, draw
from briefing.commands.finished import folder_of
from briefing.compare import compare, group, unsure_pairs
from briefing.errors import BriefingError
from briefing.extract import extract_metrics
from briefing.files import read_json, write_bytes
from briefing.given import read_settings
from briefing.model import Brief
from briefing.parse import read_report

SAMPLE = Path(__file__).resolve().parents[3] / "templates" / "sample.txt"


def brief_for(settings: Mapping[str, Any], report: str | None, area: int) -> Brief:
    """Area ``area`` of ``report`` as a run has composed it; without a report, of the sample. BriefingError names what is there."""
    if report is None:
        return _composed(area)
    folder = folder_of(Path(settings["output_dir"]), report) / "briefs"
    path = folder / f"{area}.json"
    if not path.is_file():
        there = ", ".join(sorted((one.stem for one in folder.glob("*.json")), key=int)) or "none yet"
        raise BriefingError(f"{report}: has no area {area} in {folder}; there are: {there}.")
    return read_json(path, Brief)


def _composed(area: int) -> Brief:
    """All stages in one process, for the small text alone."""
    cleaned, report = read_report(SAMPLE, SAMPLE.stem)
    found = extract_metrics(cleaned, report)
    comparisons = compare(cleaned, report, found.metrics)
    groupings = group(cleaned, report, found.metrics)
    charts = choose_charts(cleaned, report, found.metrics, comparisons, groupings, {})
    findings = (*found.findings, *unsure_pairs(report, found.metrics, comparisons))
    return compose(report, found.metrics, comparisons, groupings, charts, findings, area)


def pictures_of(brief: Brief, drawing: Mapping[str, Any], look: Path | None, folder: Path) -> dict[str, Path]:
    """The charts drawn anew in ``folder``, chart name → PNG, in the colours of a set when ``look`` tells them."""
    settings = {**drawing, **(read_settings(look) if look else {})}
    pictures = {}
    for chart in brief.charts:
        pictures[chart.name] = folder / f"{chart.name}.png"
        write_bytes(pictures[chart.name], draw(chart, settings))
    return pictures
