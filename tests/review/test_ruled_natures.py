"""Whether a figure is a target, a result or only a scale (规模) is for a person to rule in the workbook."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.nature import scales_of
from briefing.pack import Found, workbook
from briefing.review import APPLIED, Account, apply_to_metrics, read_review
from briefing.review_columns import COLUMNS
from reviewed_workbook import BRIEF, FINDINGS, GROUPS, METRICS, PAIRS, REPORT, edited, made_of
from small_report import TEXT


@pytest.fixture(scope="module")
def made() -> bytes:
    return made_of()


def applied(review, metrics):
    account = Account()
    return apply_to_metrics(review, TEXT, REPORT, metrics, account), account.outcomes


def test_a_target_may_be_ruled_a_scale_and_back(made):
    """规模 is one of the choices under 性质; the choice holds whatever the words of the report say, and can be taken back."""
    kinds = next(one.choices for one in COLUMNS["指标"] if one.title == "性质")
    assert "规模" in kinds
    ruled, outcomes = applied(edited(made, ("指标", "3500亩", "性质", "规模")), METRICS)
    assert ruled[2] == replace(METRICS[2], nature="scale")
    assert outcomes[0].state == APPLIED
    assert METRICS[2].metric_id in scales_of(REPORT, ruled)
    found = Found(METRICS, PAIRS, GROUPS, FINDINGS)
    again = workbook(TEXT, REPORT, ruled, PAIRS, GROUPS, (BRIEF,), found)
    assert applied(read_review(again, "small-2024"), METRICS)[0] == ruled
    back = edited(again, ("指标", "3500亩", "性质", "数值"))
    assert applied(back, METRICS) == (METRICS, ())


def test_what_the_program_takes_for_a_scale_may_be_ruled_a_target():
    scale = tuple(replace(one, nature="scale") if one.text == "3500亩" else one for one in METRICS)
    metrics, outcomes = applied(edited(made_of(scale), ("指标", "3500亩", "性质", "数值")), scale)
    assert (metrics[2].nature, metrics[2].kind) == ("target", "level")
    assert metrics[2].metric_id not in scales_of(REPORT, metrics)
    assert outcomes[0].state == APPLIED
