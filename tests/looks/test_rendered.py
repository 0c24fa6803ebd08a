"""Rendered slides and pages, measured: nothing runs into anything, off the page or out of its box; lengths within bounds.

By default a few areas; ``make looks`` takes every area of every report at hand, with our fonts and with the machine's own.
Skips where LibreOffice is absent.
"""

from __future__ import annotations

import math
import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

import measuring
from briefing.assemble import fill_deck, fill_summary
from briefing.chart import draw
from briefing.model import OVERVIEW, Brief
from real_report import DECK, ROOT, SUMMARY, XIAODIAN, made, overview
from rendering import missing, to_pdf
from shared_reports import reports

ALL = os.environ.get("BRIEFING_LOOKS") == "all"
FEW = {XIAODIAN: (1, 4, 6)}
OTHERS = {
    "county-高唐县-2025.txt": (5,),
    "province-河北省-2024.txt": (8,),
    "province-四川省-2025.docx": (3,),
    "national-国务院-2024.txt": (10,),
}
RED = ROOT / "templates" / "red" / "deck.pptx"
# A paper holds up to so many characters of measures in five pages, each whole under its topic and in the table of tasks, whose
# columns have the widths that offices use; a long area takes a page more for each such stretch beyond.
FIVE_PAGES, A_PAGE = 700, 300
# Its tables hold forty rows of tasks and figures there; so many more take a page.
ROWS, A_PAGE_OF_ROWS = 40, 20
MOST_SLIDES, MOST_PAGES = 14, 5
# An ordinary deck tells of up to 500 characters of measures, each whole on its topic's slide and in the table of tasks, and of
# ten figures, each named in its evidence; so many more of either take a slide, and a longer deck one that keeps topics whole.
CHARACTERS, A_SLIDE_OF_THEM, FIGURES, A_SLIDE_OF_FIGURES = 500, 70, 10, 10
# The overview of a whole report: a page of targets for each thirty; beyond sixty, which two slides hold, a slide for twenty.
OVERVIEWS = (XIAODIAN.name, "county-高唐县-2025.txt")
FEWEST_OF_REPORT, TARGETS_A_PAGE, TWO_SLIDES, TARGETS_A_SLIDE, GUIDED_A_SLIDE, GUIDED_A_PAGE = 6, 30, 60, 20, 200, 500
A_TENTH = 7.2  # points of an inch
# An area of a few sentences, as news reports have them, needs no eight slides and no second page.
FEWEST_SLIDES, SHORT = 8, 230
ALIKE_A_SLIDE, ALIKE_A_PAGE, BOTH_YEARS_A_SLIDE = 5, 10, 20

pytestmark = pytest.mark.skipif(bool(missing()), reason=missing() or "-")


@dataclass(frozen=True)
class Drawn:
    """One area's documents and what LibreOffice prints of them."""

    name: str
    brief: Brief
    deck: Path
    summary: Path
    deck_pdf: Path
    summary_pdf: Path


def _wanted() -> dict[Path, tuple[int, ...]]:
    if ALL:
        paths = [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)]
        return {path: tuple(range(1, len(made(path).briefs) + 1)) for path in paths}
    return FEW | {path: OTHERS[path.name] for path in reports() if path.name in OTHERS}


@pytest.fixture(scope="module", params=[True, False] if ALL else [True], ids=["own fonts", "ours"][: 2 if ALL else 1])
def drawn(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> list[Drawn]:
    folder = tmp_path_factory.mktemp("looks")
    made_of: list[tuple[str, Brief]] = []
    for number, (path, areas) in enumerate(_wanted().items()):
        for area in (*areas, *((OVERVIEW,) if ALL or path.name in OVERVIEWS else ())):
            brief, name = overview(path) if area == OVERVIEW else made(path).brief(area), f"{number}-{area}"
            pictures = {}
            for chart in brief.charts:
                pictures[chart.name] = folder / f"{name}-{chart.name}.png"
                pictures[chart.name].write_bytes(draw(chart, {}))
            template = RED if area == 6 else DECK
            (folder / f"{name}.pptx").write_bytes(fill_deck(template, brief))
            (folder / f"{name}.docx").write_bytes(fill_summary(SUMMARY, brief, pictures))
            made_of.append((name, brief))
    for kind in ("pptx", "docx"):
        to_pdf([folder / f"{name}.{kind}" for name, _ in made_of], folder / kind, plain=request.param)
    print(f"{len(made_of)} areas of {len(_wanted())} reports rendered")
    return [
        Drawn(
            f"{brief.report_id} ({brief.number})",
            brief,
            folder / f"{name}.pptx",
            folder / f"{name}.docx",
            folder / "pptx" / f"{name}.pdf",
            folder / "docx" / f"{name}.pdf",
        )
        for name, brief in made_of
    ]


def test_nothing_on_a_slide_collides_or_leaves_its_box_or_the_slide(drawn: list[Drawn]) -> None:
    """Half an inch is free at both sides; tables end above the remark and the source line."""
    wrong = []
    for one in drawn:
        pages = list(measuring.characters(one.deck_pdf))
        for number, width, height, chars in pages:
            wrong += [f"{one.name} slide {number}: {pair}" for pair in measuring.colliding(chars)[:3]]
            off = measuring.outside(width, height, 36, chars)
            wrong += [f"{one.name} slide {number}: outside {''.join(off)[:20]}"] if off else []
        wrong += [f"{one.name} {found}" for found in measuring.out_of_box(one.deck, pages)]
    assert wrong == [], "\n".join(wrong)


def test_a_tenth_of_an_inch_stays_free_between_a_table_and_what_stands_below_it(drawn: list[Drawn]) -> None:
    """A remark that touches the last row of a table reads as one more row."""
    wrong, measured = [], 0
    for one in drawn:
        for number, gap in measuring.table_gaps(one.deck, list(measuring.characters(one.deck_pdf))):
            measured += 1
            wrong += [f"{one.name} slide {number}: {gap:.1f} points"] if gap < A_TENTH else []
    assert measured > 20
    assert wrong == [], "\n".join(wrong)


def test_nothing_on_a_page_collides_or_leaves_its_margins(drawn: list[Drawn]) -> None:
    wrong = []
    for one in drawn:
        for number, width, height, chars in measuring.characters(one.summary_pdf):
            wrong += [f"{one.name} page {number}: {pair}" for pair in measuring.colliding(chars)[:3]]
            off = measuring.outside(width, height, 70, chars)
            wrong += [f"{one.name} page {number}: outside {''.join(off)[:20]}"] if off else []
    assert wrong == [], "\n".join(wrong)


def test_no_character_of_a_paper_is_lost_on_its_way_to_the_page(drawn: list[Drawn]) -> None:
    """LibreOffice drops marks at the ends of lines when they may hang in the margin."""
    wrong = []
    for one in drawn:
        body = docx.Document(str(one.summary)).element.body
        written = Counter("".join("".join(text.text.split()) for text in body.iter(qn("w:t")) if text.text))
        printed = Counter(
            str(char["text"]) for _, _, _, chars in measuring.characters(one.summary_pdf) for char in chars
        )
        lost = written - printed
        wrong += [f"{one.name}: {dict(lost)}"] if lost else []
        assert sum(written.values()) > 200
    assert wrong == [], "\n".join(wrong)


def test_no_line_begins_with_a_closing_mark_or_ends_with_an_opening_one(drawn: list[Drawn]) -> None:
    wrong = []
    for one in drawn:
        for pdf in (one.deck_pdf, one.summary_pdf):
            for number, _, _, chars in measuring.characters(pdf):
                found = measuring.wrongly_broken(measuring.lines(number, chars))
                wrong += [f"{one.name} {pdf.parent.name} {number}: {line}" for line in found]
    assert wrong == [], "\n".join(wrong)


def test_no_number_is_parted_from_its_unit_at_a_line_s_end(drawn: list[Drawn]) -> None:
    """Printed as a run prints them; the lists of the documents' own settings say it to Word, WPS and PowerPoint."""
    wrong = []
    for one in drawn:
        for pdf in (one.deck_pdf, one.summary_pdf):
            for number, _, _, chars in measuring.characters(pdf):
                found = measuring.parted_from_units(measuring.lines(number, chars))
                wrong += [f"{one.name} {pdf.parent.name} {number}: {line}" for line in found]
    assert wrong == [], "\n".join(wrong)


def test_decks_and_summaries_are_as_long_as_their_areas_need(drawn: list[Drawn]) -> None:
    """8 to 14 slides and two to five pages for an ordinary area; no last page with a line or two."""
    wrong = []
    for one in (one for one in drawn if one.brief.number != OVERVIEW):
        long = sum(len(measure.text) for topic in one.brief.topics for measure in topic.measures)
        slides = sum(1 for _ in measuring.characters(one.deck_pdf))
        pages = list(measuring.characters(one.summary_pdf))
        most = MOST_SLIDES + math.ceil(max(0, long - CHARACTERS) / A_SLIDE_OF_THEM)
        most += math.ceil(max(0, len(one.brief.targets) + len(one.brief.results) - FIGURES) / A_SLIDE_OF_FIGURES)
        most += most > MOST_SLIDES
        if not (FEWEST_SLIDES if long >= SHORT else FEWEST_OF_REPORT) <= slides <= most:
            wrong.append(f"{one.name}: {slides} slides for {long} characters")
        figures = (*one.brief.targets, *one.brief.main_targets, *one.brief.results)
        # Both wordings of a look-alike are as high as two rows and more.
        alike = sum(pair.status == "look_alike" for pair in one.brief.pairs)
        rows = len(one.brief.tasks) + len(figures) + 2 * alike
        longest = (
            MOST_PAGES + math.ceil(max(0, long - FIVE_PAGES) / A_PAGE) + math.ceil(max(0, rows - ROWS) / A_PAGE_OF_ROWS)
        )
        if not (2 if long >= SHORT else 1) <= len(pages) <= longest:
            wrong.append(f"{one.name}: {len(pages)} pages for {long} characters and {rows} rows")
        number, _, _, chars = pages[-1]
        # LibreOffice parts the sources from the rows above them though these are kept with the next, as Word and WPS keep them.
        parted = "".join(one["text"] for one in chars).startswith("资料来源") and _ends_in_kept_rows(one.summary)
        if len({round(one["bottom"] / 6) for one in chars}) < 4 and not parted:
            wrong.append(f"{one.name}: nothing but a line or two on page {number}")
    assert wrong == [], "\n".join(wrong)


def _ends_in_kept_rows(summary: Path) -> bool:
    """Whether the last two rows of the last table go overleaf with what follows it."""
    rows = docx.Document(str(summary)).tables[-1].rows[-2:]
    paragraphs = [one for row in rows for cell in row.cells for one in cell.paragraphs]
    return all(one.paragraph_format.keep_with_next for one in paragraphs)


def test_the_overview_of_a_report_is_short(drawn: list[Drawn]) -> None:
    """Six to fourteen slides, two pages and one for each thirty targets beyond; the areas stand on two slides at most. What the plan
    says before its first area takes a slide for each two hundred characters under one name, and a page for each five hundred; results that stand
    beside no target, a slide of their own; look-alikes with both wordings a slide for five and a page for ten, and what stands outside the areas
    half a page."""
    wrong = []
    whole = [one for one in drawn if one.brief.number == OVERVIEW]
    for one in whole:
        slides = sum(1 for _ in measuring.characters(one.deck_pdf))
        pages = sum(1 for _ in measuring.characters(one.summary_pdf))
        most = MOST_PAGES + len(one.brief.targets) // TARGETS_A_PAGE
        longest = MOST_SLIDES + math.ceil(max(0, len(one.brief.targets) - TWO_SLIDES) / TARGETS_A_SLIDE)
        told = {guidance.name: 0 for guidance in one.brief.guidance}
        for guidance in one.brief.guidance:
            told[guidance.name] += sum(len(measure.text) for measure in guidance.measures)
        guided = sum(told.values())
        longest += sum(math.ceil(long / GUIDED_A_SLIDE) for long in told.values())
        longest += any(slide.kind == "results" for slide in one.brief.slides)
        most += guided // GUIDED_A_PAGE
        alike = sum(len(slide.rows) for slide in one.brief.slides if slide.kind == "pairs")
        longest += math.ceil(alike / ALIKE_A_SLIDE)
        # A row with both years takes the whole width, a target alone half of it.
        longest += sum(len(slide.rows) for slide in one.brief.slides if slide.kind == "compared") // BOTH_YEARS_A_SLIDE
        outside = any(not topic.numeral for topic in one.brief.topics)
        most += math.ceil(alike / ALIKE_A_PAGE + outside / 2)
        if not FEWEST_OF_REPORT <= slides <= longest or not 2 <= pages <= most:
            wrong.append(f"{one.name}: {slides} slides, {pages} pages")
    assert whole != []
    assert wrong == [], "\n".join(wrong)


def test_the_measures_find_what_is_wrong() -> None:
    """Each fault put in alone is found; so a clean result means something."""

    def char(text: str, x0: float, top: float) -> dict[str, float]:
        return {"text": text, "x0": x0, "x1": x0 + 10, "top": top, "bottom": top + 12, "size": 10}  # type: ignore[dict-item]

    assert measuring.colliding([char("甲", 100, 100), char("乙", 104, 103)]) == ["甲/乙"]
    assert measuring.colliding([char("甲", 100, 100), char("乙", 110, 100)]) == []
    assert measuring.outside(300, 300, 36, [char("甲", 270, 100)]) == ["甲"]
    assert measuring.outside(300, 300, 36, [char("，", 268, 100)]) == [], "a mark may hang in the margin"
    page = measuring.lines(1, [char("甲", 100, 100), char("乙", 110, 100), char("，", 40, 120), char("丙", 50, 120)])
    assert [line.text for line in page] == ["甲乙", "，丙"]
    assert measuring.wrongly_broken(page) == ["，丙"]
    rest = [char("）", 40, 120), char("丙", 50, 120)]
    assert measuring.wrongly_broken(measuring.lines(1, [char("甲", 100, 100), *rest])) == ["）丙"]
    assert measuring.wrongly_broken(measuring.lines(1, [char("3", 100, 100), char("年", 110, 100), *rest])) == []
    row = [char("约", 100, 100), char("3", 110, 100), char("个", 100, 120), char("1", 100, 140), char("个", 140, 140)]
    assert measuring.parted_from_units(measuring.lines(1, row)) == ["约3|个"]
