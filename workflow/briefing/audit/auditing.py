"""Both finished documents of one area, reopened as a stranger would and held against the source and the Brief."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path

from briefing.audit.brief_check import check_brief, check_completions
from briefing.audit.chart_check import check_native_charts
from briefing.audit.content import check_content
from briefing.audit.deck_check import check_slides
from briefing.audit.form import check_form, check_leftovers
from briefing.audit.keypoints import read_keypoints
from briefing.audit.numbers import check_numbers
from briefing.audit.package import read_package
from briefing.audit.page_check import check_page
from briefing.audit.phrases import check_phrases
from briefing.audit.slides import read_deck
from briefing.audit.source_numbers import SourceNumbers
from briefing.audit.tally import OF_AREA, OF_REPORT, Tally
from briefing.audit.word import read_summary
from briefing.audit.workbook_check import check_workbook
from briefing.audit_result import Audit
from briefing.model import Brief, Comparison, Completion, Metric, Report


def audit(
    brief: Brief,
    report: Report,
    cleaned: str,
    metrics: Sequence[Metric],
    summary: Path,
    deck: Path,
    pictures: Mapping[str, bytes] | None = None,
    keypoints: str = "",
    last: str = "",
) -> Audit:
    """What was checked, how often, and every fault with its place.

    ``pictures``: chart name → PNG as drawn, which the pictures in Word must equal byte for byte; ``last``: the
    cleaned text of last year's report, when its targets are set against results. ``BriefingError`` only
    when a document cannot be opened at all; whatever is wrong inside one is a failure in the result.
    """
    tally = Tally(OF_AREA)
    check_brief(brief, report, cleaned, metrics, tally)
    check_completions(brief, metrics, last, tally)
    words = "\n".join([cleaned, *(one.target_sentence for one in brief.completions)])
    source = SourceNumbers(cleaned, metrics)
    for document in (read_summary(read_package(summary)), read_deck(read_package(deck))):
        check_form(document, brief, pictures or {}, tally)
        check_numbers(document, brief, report, source, tally)
        check_content(document, brief, report, cleaned, tally)
        check_phrases(document, words, tally)
        if document.slides:
            check_slides(document, brief, tally)
        else:
            check_native_charts(document, brief, tally)
    if keypoints:
        check_keypoints(keypoints, brief, report, cleaned, source, tally)
    return tally.result(brief.number)


def check_keypoints(text: str, brief: Brief, report: Report, cleaned: str, source: SourceNumbers, tally: Tally) -> None:
    """The 要点 of one area, as it lies in the pack."""
    document = read_keypoints(text)
    check_leftovers(document, tally)
    check_numbers(document, brief, report, source, tally)
    check_content(document, brief, report, cleaned, tally)
    check_phrases(document, cleaned, tally)


def audit_report(
    report: Report,
    cleaned: str,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    completions: Sequence[Completion],
    briefs: Sequence[Brief],
    workbook: bytes,
    page: str,
    keypoints: Mapping[int, str],
    files: Collection[str],
) -> Audit:
    """What of a whole report people read: the same metric is the same in workbook, page and 要点 as in the tables.

    ``keypoints``: area number → the 要点 as it lies in that area's pack; ``files``: paths that the page may link to.
    """
    tally = Tally(OF_REPORT)
    source = SourceNumbers(cleaned, metrics)
    by_number = {brief.number: brief for brief in briefs}
    for number, text in keypoints.items():
        check_keypoints(text, by_number[number], report, cleaned, source, tally)
    check_workbook(workbook, report, metrics, comparisons, completions, briefs, tally)
    check_page(page, report, cleaned, metrics, comparisons, files, tally)
    return tally.result(0)
