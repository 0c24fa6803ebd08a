"""Both finished documents of one area, reopened as a stranger would and held against the source and the Brief."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from briefing.audit.brief_check import check_brief
from briefing.audit.chart_check import check_native_charts
from briefing.audit.content import check_content
from briefing.audit.deck_check import check_slides
from briefing.audit.form import check_form
from briefing.audit.numbers import check_numbers
from briefing.audit.package import read_package
from briefing.audit.phrases import check_phrases
from briefing.audit.slides import read_deck
from briefing.audit.source_numbers import SourceNumbers
from briefing.audit.tally import Tally
from briefing.audit.word import read_summary
from briefing.audit_result import Audit
from briefing.model import Brief, Metric, Report


def audit(
    brief: Brief,
    report: Report,
    cleaned: str,
    metrics: Sequence[Metric],
    summary: Path,
    deck: Path,
    pictures: Mapping[str, bytes] | None = None,
) -> Audit:
    """What was checked, how often, and every fault with its place.

    ``pictures``: chart name → PNG as drawn, which the pictures in Word must equal byte for byte. ``BriefingError`` only
    when a document cannot be opened at all; whatever is wrong inside one is a failure in the result.
    """
    tally = Tally()
    check_brief(brief, report, cleaned, metrics, tally)
    source = SourceNumbers(cleaned, metrics)
    for document in (read_summary(read_package(summary)), read_deck(read_package(deck))):
        check_form(document, brief, pictures or {}, tally)
        check_numbers(document, brief, report, source, tally)
        check_content(document, brief, report, cleaned, tally)
        check_phrases(document, cleaned, tally)
        if document.slides:
            check_slides(document, brief, tally)
        else:
            check_native_charts(document, brief, tally)
    return tally.result(brief.number)
