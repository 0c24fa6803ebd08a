"""Every report at hand: what the audit asks of Briefs and 要点, without documents. ``make audits`` fills and audits those too."""

from __future__ import annotations

import pytest

from briefing.audit.auditing import check_keypoints
from briefing.audit.brief_check import check_brief
from briefing.audit.source_numbers import SourceNumbers
from briefing.audit.tally import OF_AREA, Tally
from briefing.pack.keypoints import keypoints
from real_report import XIAODIAN, made, overview
from shared_reports import reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


@pytest.mark.parametrize("path", PATHS, ids=[path.name for path in PATHS])
def test_no_brief_and_no_keypoints_of_a_real_report_raise_anything(path) -> None:
    """All areas and the overview, whose fault would keep a pack from being made."""
    one = made(path)
    source = SourceNumbers(one.cleaned, one.metrics)
    raised = []
    for brief in (*one.briefs, overview(path)):
        tally = Tally(OF_AREA)
        check_brief(brief, one.report, one.cleaned, one.metrics, tally)
        check_keypoints(keypoints(brief), brief, one.report, one.cleaned, source, tally)
        raised += [
            f"({brief.number}) {fault.code} {fault.place}: {fault.message}" for fault in tally.result(0).failures
        ]
    print(f"{len(one.briefs) + 1} Briefs of {path.name}")
    assert raised == []
