"""The scale of what is worked on (规模) is never told as a target: not counted, not on tables, cards, charts or titles of aims."""

from __future__ import annotations

import io

import docx

from area_documents import summary
from briefing.assemble import compose
from briefing.assemble.slides import deck_context
from briefing.assemble.story.wording import NO_TARGETS
from briefing.chart import choose_charts
from briefing.pack.keypoints import keypoints
from real_report import made, overview

SCALES = ["2680亿元", "142个"]


def test_counts_leave_scales_out() -> None:
    brief = made().brief(3)
    assert [one.display for one in brief.scales] == SCALES
    assert "、3项量化目标" in brief.lead
    assert "20项量化目标" in overview().lead
    assert len(overview().scales) == 3
    rows = [row for slide in brief.slides for row in (*slide.rows, *slide.beside) if slide.kind == "agenda"]
    assert any("3项量化目标" in row[-1] for row in rows)


def test_no_title_card_chart_task_or_keypoint_tells_a_scale_as_the_aim() -> None:
    brief = made().brief(3)
    aims = [one for slide in brief.slides for one in slide.cards if one.nature != "scale"]  # the others say 工作规模
    shown = [one.display for one in (*aims, *brief.highlights)]
    shown += [bar.display for chart in brief.charts for bar in chart.bars]
    lead = brief.lead.partition("工作规模：")[0]
    told = [slide.title for slide in brief.slides] + [lead] + [one.target for one in brief.tasks]
    told += [line for line in keypoints(brief).splitlines() if line.startswith("•")]
    rows = [row for slide in brief.slides if slide.kind in ("years", "targets") for row in (*slide.rows, *slide.beside)]
    for scale in SCALES:
        assert scale not in shown
        assert not any(scale in text for text in told)
        assert not any(scale in cell for row in rows for cell in row)


def test_scales_stay_strong_in_the_text_and_stand_in_the_evidence() -> None:
    brief = made().brief(3)
    strong = [
        run.text for slide in deck_context(brief)["slides"] for bullet in slide["bullets"] for run in bullet if run.bold
    ]
    paper = docx.Document(io.BytesIO(summary(3)))
    bold = [run.text for one in paper.paragraphs for run in one.runs if run.bold]
    evidence = [row for slide in brief.slides if slide.kind == "evidence" for row in slide.rows]
    tables = [cell.text for table in paper.tables[:1] for row in table.rows for cell in row.cells]
    for scale in SCALES:
        assert scale in strong
        assert scale in bold
        assert any(scale in row[0] for row in evidence)
        assert scale not in tables


def test_an_area_with_scales_alone_says_that_it_has_no_targets() -> None:
    real = made()
    kept = [one for one in real.metrics if one.part == "review" or one.text in SCALES]
    pairs = [one for one in real.comparisons if one.plan_metric_id in {metric.metric_id for metric in kept}]
    charts = choose_charts(real.cleaned, real.report, kept, pairs, (), {})
    assert charts == ()
    brief = compose(real.report, kept, pairs, (), charts, (), 3)
    assert brief.targets == brief.highlights == ()
    assert len(brief.scales) == 2
    assert f"{NO_TARGETS}。" in brief.lead
    assert NO_TARGETS in keypoints(brief)
    assert [slide.note for slide in brief.slides if slide.kind == "overview"] == [NO_TARGETS]
