"""What only looks like a figure of the other year bears a sign wherever both are listed, and the sign is explained there."""

from __future__ import annotations

import io

import pptx
import pytest

from briefing.assemble import fill_deck
from briefing.assemble.figures import ALIKE
from briefing.assemble.story.wording import MARKED, alike_rows
from briefing.assemble.word_context import summary_context
from briefing.model import Brief
from real_report import DECK, XIAODIAN, made
from shared_reports import reports

TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def members(brief: Brief) -> set[str]:
    """Ids of the figures in pairs that only look alike."""
    return {one.metric_id for pair in brief.pairs if pair.status == "look_alike" for one in (pair.result, pair.target)}


def test_renovated_and_completed_housing_stand_beside_this_years_with_the_sign() -> None:
    (slide,) = [one for one in made().brief(4).slides if one.kind == "years"]
    names = [row[0] for row in (*slide.rows, *slide.beside)]
    assert [one for one in names if one.endswith(ALIKE)] == [
        "老旧小区开工改造※",
        "老旧小区续建完工※",
        "启动老旧小区改造※",
    ]
    assert slide.note.endswith("标※的口径不同，不可比")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_the_sign_stands_on_look_alikes_only_and_is_explained_on_its_slide(path) -> None:
    for brief in made(path).briefs:
        alike = members(brief)
        assert {one.metric_id for one in (*brief.results, *brief.targets) if one.alike} <= alike
        for slide in brief.slides:
            cells = [cell for row in (*slide.rows, *slide.beside) for cell in row]
            if slide.kind in ("compared", "years", "results", "targets"):
                assert any(one.endswith(ALIKE) for one in cells) <= (MARKED in slide.note), slide.title


def test_the_paper_has_the_sign_in_its_tables_and_in_that_of_the_look_alikes() -> None:
    context = summary_context(made().brief(4), {})
    assert "启动老旧小区改造※" in [row["indicator"] for row in context["target_rows"]]
    assert "老旧小区开工改造※" in [row["indicator"] for row in context["result_rows"]]
    assert all(row["indicator"].endswith(ALIKE) for row in context["look_alikes"])
    assert context["grouping_note"].endswith(MARKED)


def test_no_sign_stands_on_a_slide_that_does_not_explain_it() -> None:
    """The card of 启动老旧小区改造 on its topic's slide had it, without a word."""
    deck = pptx.Presentation(io.BytesIO(fill_deck(DECK, made().brief(4))))
    texts = ["".join(found.text or "" for found in slide.element.iter(TEXT)) for slide in deck.slides]
    signed = [text for text in texts if ALIKE in text]
    assert signed
    assert all(MARKED in text for text in signed)


def test_evidence_lists_a_figure_only_with_the_passage_it_stands_in() -> None:
    """9个 of 王村等9个城改项目 stood beside 省体院等39个重点工程项目, too."""
    evidence = [one for one in made().brief(4).slides if one.kind == "evidence"]
    told = {row[2]: row[0] for slide in evidence for row in slide.rows}
    assert told["推动省体院等39个重点工程项目落地"] == "推动省体院等重点工程项目落地39个"


def test_what_was_done_to_is_said_in_brackets_where_its_clause_leaves_it_out() -> None:
    """续建完工220个 of 老旧小区开工改造76个，续建完工220个 said not of what."""
    rows = {row[1] for row in alike_rows(made().brief(4))}
    assert "（老旧小区）续建完工220个" in rows
