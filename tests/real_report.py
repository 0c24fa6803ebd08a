"""The report that stands in the repository, read once by the real stages, for tests of what comes after them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from briefing.assemble import compose
from briefing.assemble.overview import compose_overview
from briefing.chart import choose_charts, choose_growth
from briefing.compare import compare, group, unsure_pairs
from briefing.extract import extract_metrics
from briefing.model import Brief, ChartSpec, Comparison, Finding, Grouping, Metric, Report
from briefing.pack.names import deck_name, pack_name
from briefing.parse import read_report

ROOT = Path(__file__).resolve().parents[1]
XIAODIAN = ROOT / "data" / "reports" / "xiaodian-2024.txt"
DECK, SUMMARY = ROOT / "templates" / "default" / "deck.pptx", ROOT / "templates" / "default" / "summary.docx"


@dataclass(frozen=True)
class Made:
    """Everything the stages make of one report before a document is filled."""

    cleaned: str
    report: Report
    metrics: tuple[Metric, ...]
    findings: tuple[Finding, ...]
    comparisons: tuple[Comparison, ...]
    groupings: tuple[Grouping, ...]
    charts: tuple[ChartSpec, ...]
    briefs: tuple[Brief, ...]

    def metric(self, metric_id: str) -> Metric:
        return next(one for one in self.metrics if one.metric_id == metric_id)

    def brief(self, area: int) -> Brief:
        return self.briefs[area - 1]


@cache
def made(path: Path = XIAODIAN) -> Made:
    cleaned, report = read_report(path, path.stem, None)
    found = extract_metrics(cleaned, report)
    comparisons, groupings = (stage(cleaned, report, found.metrics) for stage in (compare, group))
    findings = (*found.findings, *unsure_pairs(report, found.metrics, comparisons))
    charts = choose_charts(cleaned, report, found.metrics, comparisons, groupings, {})
    areas = [area.number for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    briefs = tuple(compose(report, found.metrics, comparisons, groupings, charts, findings, area) for area in areas)
    return Made(cleaned, report, found.metrics, findings, comparisons, groupings, charts, briefs)


@cache
def overview(source: Path = XIAODIAN) -> Brief:
    """The Brief of the whole report, with the names that the decks of its areas have in their packs."""
    real = made(source)
    files = {one.number: deck_name(pack_name(real.report, one.number)) for one in real.briefs}
    growth = choose_growth(real.report, real.metrics, real.comparisons)
    return compose_overview(
        real.report, real.metrics, real.comparisons, real.findings, real.briefs, files, charts=growth
    )
