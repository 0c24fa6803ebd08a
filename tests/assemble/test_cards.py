"""Large numbers: never one stretched over a slide, never some of a topic's as if they were all."""

from __future__ import annotations

import io

import pptx
import pytest
from pptx.util import Pt

from briefing.assemble import fill_deck
from briefing.assemble.slides import deck_context
from real_report import DECK, XIAODIAN, made
from shared_reports import needs_shared, reports

RED = DECK.parents[1] / "red" / "deck.pptx"
PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def _report(stem: str):
    return made(next(path for path in PATHS if path.stem == stem))


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_single_figure_has_its_words_or_last_year_s_beside_it(path) -> None:
    for brief in made(path).briefs:
        (slide,) = [one for one in brief.slides if one.kind == "overview"]
        if brief.targets and len(slide.cards) == 1:
            assert not brief.results, (brief.number, slide.cards[0].indicator)
        if len(slide.cards) == 1:
            assert slide.quote in slide.cards[0].sentence
            assert slide.cards[0].display in slide.quote
        else:
            assert not slide.quote


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_last_year_s_figures_beside_a_target_say_that_we_set_them_there(path) -> None:
    for brief in made(path).briefs:
        for slide in (one for one in deck_context(brief)["slides"] if one["kind"] == "overview"):
            told = [card["what"] for card in slide["cards"]]
            if "目标" in told:
                assert set(told) <= {"目标", "实绩（编者归类）", "工作规模"}


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_cards_of_a_topic_are_all_its_figures_or_say_how_many_more_there_are(path) -> None:
    """小店 2024, fourth area: three cards beside a text with four targets read as if there were no more."""
    for brief in made(path).briefs:
        for slide in (one for one in brief.slides if one.kind == "topic" and one.cards):
            text = "".join(slide.bullets)
            here = [
                one
                for one in brief.targets
                if one.display in text and any(one.sentence in text or part in one.sentence for part in slide.bullets)
            ]
            left = len(here) - len(slide.cards)
            assert len(slide.cards) in (3, 4)
            assert slide.note == (f"另有{left}项见正文" if left > 0 else ""), (brief.number, slide.title)


def test_four_figures_stand_in_a_row_above_their_text() -> None:
    brief = made().brief(4)
    (slide,) = [one for one in brief.slides if one.title.startswith("加快乡村振兴步伐")]
    assert [one.display for one in slide.cards] == ["3500亩", "3.72万亩以上", "2个", "3个"]
    for template in (DECK, RED):
        drawn = pptx.Presentation(io.BytesIO(fill_deck(template, brief))).slides[brief.slides.index(slide)]
        cards = [one for one in drawn.shapes if one.name == "数字卡片"]
        (body,) = [one for one in drawn.shapes if one.name == "要点"]
        assert len(cards) == 4
        assert len({(one.top, one.width, one.height) for one in cards}) == 1
        assert max(one.top + one.height for one in cards) + Pt(14) <= body.top
        assert abs(max(one.left + one.width for one in cards) - (body.left + body.width)) < Pt(1)


@needs_shared
def test_a_figure_by_itself_stands_at_the_left_of_its_sentence() -> None:
    brief = _report("national-国务院-2024").brief(3)
    for template in (DECK, RED):
        shapes = {one.name: one for one in pptx.Presentation(io.BytesIO(fill_deck(template, brief))).slides[2].shapes}
        card, words = shapes["数字卡片（一个）"], shapes["原句"]
        assert card.text_frame.text == "拟安排7000亿元\n中央预算内投资\n2024年目标"
        assert words.text_frame.text == "今年中央预算内投资拟安排7000亿元。"
        assert card.left + card.width < words.left
        assert (card.top, card.height) == (words.top, words.height)


def test_a_single_target_beside_last_year_s_results_has_its_words_below_it() -> None:
    """Below the card the slide was empty: 小店 2024, first area."""
    brief = made().brief(1)
    (at,) = [at for at, one in enumerate(brief.slides) if one.kind == "years"]
    assert brief.slides[at].quote == "支持龙芯、芯动拓展智能产品应用场景，开发3-5款定制化产品，打响区域信创产业品牌"
    for template in (DECK, RED):
        shapes = {one.name: one for one in pptx.Presentation(io.BytesIO(fill_deck(template, brief))).slides[at].shapes}
        card, words = shapes["今年目标"], shapes["原句"]
        assert (
            words.text_frame.text.replace("\v", "")
            == "支持龙芯、芯动拓展智能产品应用场景，开发3-5款定制化产品，打响区域信创产业品牌"
        )
        assert (card.left, card.width) == (words.left, words.width)
        assert card.top + card.height < words.top
        assert words.top + words.height <= Pt(454)


@needs_shared
def test_what_last_year_reached_of_the_very_indicator_comes_first() -> None:
    (slide,) = [one for one in _report("county-容城县-2020").brief(2).slides if one.kind == "overview"]
    assert [(one.indicator, one.display) for one in slide.cards][:2] == [
        ("PM2.5浓度下降", "5%"),
        ("PM2.5浓度下降", "10.94%"),
    ]
