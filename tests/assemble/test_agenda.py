"""The contents of a deck, in the words of the slides that they announce; and our few words on counts and aims."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.assemble.figures import phrased
from briefing.assemble.word_context import summary_context
from briefing.audit import audit
from briefing.model import Brief
from real_report import DECK, SUMMARY, XIAODIAN, made, overview
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def _gaotang() -> Path:
    return next(one for one in reports() if one.stem == "county-高唐县-2025")


def _agenda(brief: Brief) -> list[tuple[str, ...]]:
    return [row for slide in brief.slides if slide.kind == "agenda" for row in (*slide.rows, *slide.beside)]


@needs_shared
def test_the_contents_promise_nothing_to_check_where_the_deck_has_nothing() -> None:
    """高唐 2025, area 1: 原文依据与待核 stood there for two groups of look-alikes, whose slide is the sixth."""
    rows = [row[1:] for row in _agenda(made(_gaotang()).brief(1))]
    assert rows[2] == ("口径提示", "两组指标不可比")
    assert rows[-1] == ("原文依据", "18个数据的出处")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_what_is_to_be_checked_stands_in_the_contents_when_the_deck_has_it(path: Path) -> None:
    for brief in made(path).briefs:
        told = "、".join(row[1] for row in _agenda(brief))
        assert ("待核事项" in told) == bool(brief.findings), brief.title
        alike = any(slide.kind == "pairs" for slide in brief.slides) or "口径不同" in "".join(brief.slides[-1].bullets)
        assert ("口径提示" in told) == alike, brief.title


@needs_shared
def test_a_difference_of_words_that_stand_apart_has_no_dots_and_each_difference_its_mark() -> None:
    """今年“加快”…“建设” read as a quotation with a gap; the paper's second reason followed the first without a mark."""
    context = summary_context(made(_gaotang()).brief(1), {})
    reasons = [row["reason"] for row in context["look_alikes"]]
    assert "动作不同（上年“开工建设”，今年“加快”“建设”）" in reasons
    assert "今年“重点”，上年无此限定；\n动作不同" in reasons, "of two, without the words that stand beside it"
    assert not [one for path in PATHS for pair in overview(path).pairs for one in [pair.reason] if "”…" in one]


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_targets_of_which_none_is_left_out_are_not_called_the_main_ones(path: Path) -> None:
    """小店 2024, area 1: the paper called 主要目标 what 总览 calls 目标; it is the only one. So also three of three."""
    lines = {one.number: one.line for one in overview(path).topics}
    for brief in made(path).briefs:
        for told in (brief.lead, lines[brief.number]):
            for called, named in re.findall("[。；]((?:主要)?目标)：([^。；]*)", told):
                left = [one for one in brief.targets if phrased(one) not in named]
                assert called == ("主要目标" if left else "目标"), told


@needs_shared
def test_the_first_slide_names_both_main_targets_of_its_subject() -> None:
    """高唐 2025, area 1, 促消费扩投资: the line named 固定资产投资 alone, the paper both."""
    (glance,) = [one for one in made(_gaotang()).brief(1).slides if one.kind == "overview"]
    assert glance.subtitle == "7项量化目标；全年目标（编者归类）：固定资产投资增长7%、社会消费品零售总额增长6.5%以上"


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_row_without_a_number_has_a_dash_that_reads_as_one(path: Path) -> None:
    """加强政府自身建设 stood as — below 六、七、八."""
    for brief in [overview(path), *made(path).briefs]:
        rows = [row for one in brief.slides if one.kind in ("areas", "overview") for row in (*one.rows, *one.beside)]
        assert not [row[1] for row in rows if row[0] == "—"]


@needs_shared
def test_of_more_main_targets_than_a_line_holds_the_audit_takes_how_many_there_are(tmp_path: Path) -> None:
    """河北 2024, area 2: 固定资产投资增长6%左右等2项 was held for a figure that the report does not have, and its pack held back."""
    real = made(next(one for one in reports() if one.stem == "province-河北省-2024"))
    brief = real.brief(2)
    (glance,) = [one for one in brief.slides if one.kind == "overview"]
    assert glance.subtitle.endswith("固定资产投资增长6%左右等2项")
    summary, deck = tmp_path / "summary.docx", tmp_path / "deck.pptx"
    summary.write_bytes(fill_summary(SUMMARY, brief, {}))
    deck.write_bytes(fill_deck(DECK, brief))
    assert audit(brief, real.report, real.cleaned, real.metrics, summary, deck, {}).failures == ()
