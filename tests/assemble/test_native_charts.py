"""A summary template with native charts where the default one has pictures: on the real report, from filling to the audit."""

from __future__ import annotations

import dataclasses
import io
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from area_documents import deck, pictures
from briefing.assemble import fill_deck, fill_summary
from briefing.audit import audit
from briefing.model import Brief
from briefing.templates.checking import findings
from native_summary import with_native_charts
from office_packages import files, judged
from real_report import DECK, SUMMARY, made

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("native") / "summary.docx"
    path.write_bytes(with_native_charts(SUMMARY, DECK))
    return path


def values(blob: bytes) -> list[dict[str, float]]:
    """Of each chart in order: category → value, and that its workbook says the same."""
    parts, found = files(blob), []
    for number in range(1, sum(name.startswith("word/charts/chart") for name in parts) + 1):
        tree = etree.fromstring(parts[f"word/charts/chart{number}.xml"])
        told: dict[str, float] = {}
        for series in tree.iter(f"{C}ser"):
            names = {pt.get("idx"): pt.findtext(f"{C}v") for pt in series.find(f"{C}cat").iter(f"{C}pt")}
            told |= {names[pt.get("idx")]: float(pt.findtext(f"{C}v")) for pt in series.find(f"{C}val").iter(f"{C}pt")}
        rels = parts[f"word/charts/_rels/chart{number}.xml.rels"].decode()
        book = rels.partition("embeddings/")[2].partition('"')[0]
        rows = openpyxl.load_workbook(io.BytesIO(parts[f"word/embeddings/{book}"])).active.iter_rows(
            min_row=2, values_only=True
        )
        width = sum(1 for _ in tree.iter(f"{C}ser"))
        assert {row[0]: next(one for one in row[1 : 1 + width] if one is not None) for row in rows} == told
        found.append(told)
    return found


def audited(brief: Brief, summary: bytes, folder: Path) -> list[str]:
    (folder / "1.docx").write_bytes(summary)
    (folder / "1.pptx").write_bytes(deck(brief.number))
    drawn = {name: path.read_bytes() for name, path in pictures(brief.number).items()}
    report = made()
    result = audit(brief, report.report, report.cleaned, report.metrics, folder / "1.docx", folder / "1.pptx", drawn)
    return [f"{one.code} {one.place}: {one.message}" for one in result.failures]


def test_every_area_gets_its_charts_as_native_ones_and_passes_the_audit(template: Path, tmp_path: Path) -> None:
    """As many charts as the area has, with the report's values and the words of the alternative text; single numbers stay pictures."""
    assert [str(one) for one in findings(template)] == []
    count = 0
    for brief in made().briefs:
        filled = fill_summary(template, brief, pictures(brief.number))
        wanted = [
            {bar.label: float(bar.value) for bar in chart.bars} for chart in brief.charts if chart.kind != "number"
        ]
        assert values(filled) == wanted
        assert audited(brief, filled, tmp_path) == []
        assert judged(filled, ".docx") == []
        count += len(wanted)
    print(f"{count} native charts")
    assert count >= 1


def test_a_native_chart_with_another_value_fails_the_audit(template: Path, tmp_path: Path) -> None:
    brief = next(one for one in made().briefs if any(chart.kind == "comparison" for chart in one.charts))
    chart = next(chart for chart in brief.charts if chart.kind == "comparison")
    wrong = dataclasses.replace(chart.bars[0], value=chart.bars[0].value + 1)
    charts = [dataclasses.replace(one, bars=(wrong, *one.bars[1:])) if one is chart else one for one in brief.charts]
    filled = fill_summary(template, dataclasses.replace(brief, charts=tuple(charts)), pictures(brief.number))
    assert any(one.startswith("CHART ") and "图表数据里没有" in one for one in audited(brief, filled, tmp_path))


def test_a_title_longer_than_half_a_slide_holds_breaks_by_meaning() -> None:
    """目|标 stood at the end of a line and the head of the next: programs break a chart's title anywhere."""
    brief, alone = next((one, slide) for one in made().briefs for slide in one.slides if slide.kind == "chart")
    title = "新增国家级高新技术企业：2023年实绩与2024年目标"
    charts = tuple(dataclasses.replace(one, title=title) if one.name == alone.chart else one for one in brief.charts)
    beside = dataclasses.replace(alone, chart_beside=alone.chart)
    slides = tuple(beside if one == alone else one for one in brief.slides)
    parts = files(fill_deck(DECK, dataclasses.replace(brief, charts=charts, slides=slides)))
    titles = [
        [node.text for node in etree.fromstring(content).iterfind(f"{C}chart/{C}title//{A}t")]
        for name, content in parts.items()
        if name.startswith("ppt/charts/chart")
    ]
    assert ["新增国家级高新技术企业：", "2023年实绩与2024年目标"] in titles
