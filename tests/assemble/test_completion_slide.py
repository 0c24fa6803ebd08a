"""A slide tells what became of last year's targets, in the area's deck and in the overview's; its figures are audited against both years."""

from __future__ import annotations

import io
from pathlib import Path

import pptx
import pytest

from briefing.assemble import compose, fill_deck, fill_summary
from briefing.audit import audit
from briefing.compare import Year, compare, complete, group
from briefing.extract import extract_metrics
from briefing.model import Brief
from office import NEXT_YEAR, SMALL
from real_report import DECK, ROOT, SUMMARY
from report_texts import parsed


def year(text: str) -> Year:
    cleaned, report = parsed(text)
    return Year(cleaned, report, extract_metrics(cleaned, report).metrics)


@pytest.fixture(scope="module")
def years() -> tuple[Year, Year]:
    return year(SMALL), year(NEXT_YEAR)


@pytest.fixture(scope="module")
def brief(years: tuple[Year, Year]) -> Brief:
    last, this = years
    groupings = group(this.cleaned, this.report, this.metrics)
    pairs = compare(this.cleaned, this.report, this.metrics)
    completions = complete(last, this, groupings)
    return compose(this.report, this.metrics, pairs, groupings, (), (), 1, (), completions)


@pytest.mark.parametrize("template", [DECK, ROOT / "templates" / "red" / "deck.pptx"], ids=["default", "red"])
def test_the_deck_has_one_slide_with_both_years(brief: Brief, template: Path) -> None:
    """Target, result and verdict of each thing, with the paragraph of each report; both wordings, both sentences in the notes."""
    deck = pptx.Presentation(io.BytesIO(fill_deck(template, brief)))
    (slide,) = [one for one in deck.slides if "目标完成情况" in one.shapes.title.text]
    table = next(shape for shape in slide.shapes if shape.has_table).table
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["指标", "2024年目标", "2024年实绩", "是否完成"]
    assert rows[1:] == [
        ["高标准农田", "新建高标准农田1.5万亩（第13段）", "新建高标准农田1.6万亩（第8段）", "完成"],
        ["农村公路", "改造农村公路40公里（第13段）", "改造农村公路38公里（第8段）", "未完成"],
    ]
    assert slide.shapes.title.text.replace("\n", "").endswith("完成1项、未完成1项")
    notes = slide.notes_slide.notes_text_frame.text
    for one in brief.completions:
        assert one.target_sentence in notes
        assert one.result_sentence in notes


def test_without_a_year_before_there_is_no_such_slide(years: tuple[Year, Year]) -> None:
    last, _ = years
    groupings = group(last.cleaned, last.report, last.metrics)
    alone = compose(last.report, last.metrics, (), groupings, (), (), 1)
    assert "completion" not in {slide.kind for slide in alone.slides}


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [("", "", False), ("1.5万亩（第13段）", "1.4万亩（第13段）", True), ("38公里（第8段）", "39公里（第8段）", True)],
)
def test_the_audit_holds_it_to_both_years(
    years: tuple[Year, Year], brief: Brief, tmp_path: Path, old: str, new: str, found: bool
) -> None:
    """Clean it passes; one digit of either year changed on the slide is found there."""
    last, this = years
    deck = pptx.Presentation(io.BytesIO(fill_deck(DECK, brief)))
    for slide in deck.slides:
        for cell in (
            cell for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells
        ):
            for run in (run for paragraph in cell.text_frame.paragraphs for run in paragraph.runs if old):
                run.text = run.text.replace(old, new)
    deck.save(tmp_path / "1.pptx")
    (tmp_path / "1.docx").write_bytes(fill_summary(SUMMARY, brief, {}))
    result = audit(
        brief, this.report, this.cleaned, this.metrics, tmp_path / "1.docx", tmp_path / "1.pptx", {}, "", last.cleaned
    )
    assert bool([one for one in result.failures if new and new in one.text]) == found
    assert bool(result.failures) == found, result.failures


def test_the_audit_finds_a_target_that_last_year_does_not_tell(
    years: tuple[Year, Year], brief: Brief, tmp_path: Path
) -> None:
    """Against another text of last year the target is not where it is said to be."""
    last, this = years
    (tmp_path / "1.pptx").write_bytes(fill_deck(DECK, brief))
    (tmp_path / "1.docx").write_bytes(fill_summary(SUMMARY, brief, {}))
    other = last.cleaned.replace("改造农村公路40公里", "改造农村公路42公里")
    result = audit(
        brief, this.report, this.cleaned, this.metrics, tmp_path / "1.docx", tmp_path / "1.pptx", {}, "", other
    )
    assert [one.place for one in result.failures if one.code == "FIGURE"] == ["完成情况“农村公路”"]
