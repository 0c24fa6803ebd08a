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
        aims = [one for one in cards if one.nature == "target" and one.area == brief.number]
        assert all(phrased(one) in brief.lead for one in cards if one in brief.main_targets), brief.title
        lead = brief.lead.partition("与本领域有关的")[0]
        opened = [one for one in brief.targets if phrased(one) in lead]
        opened.sort(key=lambda one: lead.index(phrased(one)))
        if aims:
            assert [one.metric_id for one in opened] == [one.metric_id for one in aims], brief.title
            assert tuple(aims) == brief.highlights
        else:
            reached = [one for one in cards if one.nature == "result"]
            assert all(phrased(one) in brief.lead for one in reached[:2]), brief.title


@needs_shared
def test_experts_and_young_talents_are_not_told_one_here_and_one_there() -> None:
    """高唐, third area: the deck's card had 引进外国专家4人以上, the paper 引进青年人才2000人以上, which no card holds."""
    brief = made(next(one for one in reports() if one.stem == "county-高唐县-2025")).brief(3)
    (cards,) = [slide.cards for slide in brief.slides if slide.kind == "overview"]
    assert cards[-1].name == "引进外国专家"
    assert "争取引进外国专家4人以上" in brief.lead
    assert "青年人才" not in brief.lead


@needs_shared
@pytest.mark.parametrize(
    ("name", "area", "first"),
    [
        # 三大先导产业规模1.8万亿元 fitted none of four cards, so that a fund of 1000亿元 opened the paper.
        ("province-上海市-2025.txt", 3, "三大先导产业规模1.8万亿元"),
        ("county-高唐县-2025.txt", 8, "力争新增城镇就业4000人以上"),
        ("province-浙江省-2025.txt", 5, "力争宁波舟山港集装箱吞吐量突破4000万标箱"),
        # The year's own aim, which must not give way to larger ones of 2021.
        ("county-阜平县-2017.txt", 1, "全县农村居民人均可支配收入达到7500元"),
    ],
)
def test_what_tells_most_is_on_a_card_and_in_the_opening(name: str, area: int, first: str) -> None:
    """Rather three figures with it than four without."""
    brief = made(next(one for one in reports() if one.name == name)).brief(area)
    (cards,) = [slide.cards for slide in brief.slides if slide.kind == "overview"]
    assert first in [phrased(one) for one in cards]
    assert first in brief.lead
    assert len(cards) >= 3


@needs_shared
def test_what_is_to_be_reached_stands_before_what_is_spent() -> None:
    """清苑: 投资2.6亿元实施高标准农田建设9.5万亩 was named by its 2.6亿元, and 投资4.4亿元 stood before the roads that it is for."""
    path = next(one for one in reports() if one.stem == "district-清苑区-2024")
    farming, roads = made(path).brief(5).lead, made(path).brief(4).lead
    assert "粮食播种面积稳定在105万亩以上，实施高标准农田建设9.5万亩" in farming
    assert "2.6亿元" not in farming
    assert roads.index("主次干路4条") < roads.index("4.4亿元")
    # An investment that is itself the aim stays where the source has it.
    shanghai = made(next(one for one in reports() if one.name == "province-上海市-2025.txt")).brief(1).lead
    assert "主要目标：重大工程完成投资2400亿元，" in shanghai


def test_projects_of_a_park_are_told_with_the_park() -> None:
    """小店, fourth area: the paper opened with 加快落地5个以上项目, of which nobody could say where."""
    assert "主要目标：落地项目（示范工业园区）5个以上，" in made(XIAODIAN).brief(4).lead
