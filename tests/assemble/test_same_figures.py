"""Deck and paper of an area name the same figures as the main ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.assemble.figures import phrased
from real_report import XIAODIAN, made
from shared_reports import needs_shared, reports


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda one: one.name
)
def test_the_paper_opens_with_the_figures_of_the_decks_first_slide(path: Path) -> None:
    for brief in made(path).briefs:
        (cards,) = [slide.cards for slide in brief.slides if slide.kind == "overview"]
        aims = [one for one in cards if one.nature == "target"]
        opened = [one for one in brief.targets if phrased(one) in brief.lead.partition("与本领域有关的")[0]]
        if aims:
            assert [one.metric_id for one in opened] == [one.metric_id for one in aims], brief.title
            assert tuple(aims) == brief.highlights
        elif cards:
            assert all(phrased(one) in brief.lead for one in cards[:2]), brief.title


@needs_shared
def test_experts_and_young_talents_are_not_told_one_here_and_one_there() -> None:
    """高唐, third area: the deck's card had 引进外国专家4人以上, the paper 引进青年人才2000人以上, which no card holds."""
    brief = made(next(one for one in reports() if one.stem == "county-高唐县-2025")).brief(3)
    (cards,) = [slide.cards for slide in brief.slides if slide.kind == "overview"]
    assert cards[-1].name == "引进外国专家"
    assert "争取引进外国专家4人以上" in brief.lead
    assert "青年人才" not in brief.lead
