"""Charts of one unit that stand together have one scale; what a person has yet to look at is not drawn, and stands in 待核."""

from __future__ import annotations

import dataclasses
import io
from collections import defaultdict
from decimal import Decimal

import pptx
import pytest
from lxml import etree
from PIL import Image

from briefing.assemble import fill_deck
from briefing.chart import choose_charts, draw
from briefing.chart.scale import on_one_scale, one_scale_holds
from briefing.model import ChartBar, ChartSpec
from real_report import DECK, XIAODIAN, made
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]
C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"


def _report(stem: str):
    return made(next(path for path in PATHS if path.stem == stem))


def _chart(name: str, unit: str, *values: int, kind: str = "comparison") -> ChartSpec:
    bars = tuple(ChartBar(f"{at}", Decimal(value), f"{value}{unit}", "result", name) for at, value in enumerate(values))
    return ChartSpec(name, 1, kind, name, unit, bars, "", "")


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_two_charts_of_one_unit_have_one_scale_on_which_every_bar_is_seen(path) -> None:
    """顺平 2024: 11家 was drawn as long as 80家 beside it."""
    one = made(path)
    together = defaultdict(list)
    for chart in one.charts:
        if chart.kind in ("comparison", "bars"):
            metrics = [one.metric(bar.metric_id) for bar in chart.bars]
            together[chart.area, metrics[0].unit].append((chart, metrics))
    for charts in together.values():
        if len(charts) == 1:
            assert charts[0][0].axis_end == 0
            continue
        values = [metric.value_high for _, metrics in charts for metric in metrics]
        assert max(values) <= 20 * min(values)
        for chart, metrics in charts:
            factor = metrics[0].value_high / next(b.value for b in chart.bars if b.metric_id == metrics[0].metric_id)
            assert chart.axis_end * factor == max(values)


@needs_shared
def test_native_charts_and_pictures_of_one_unit_show_what_is_more() -> None:
    real = _report("county-顺平县-2024")
    deck = pptx.Presentation(io.BytesIO(fill_deck(DECK, real.brief(3))))
    ends = [
        [one.get("val") for one in shape.chart._chartSpace.iter(f"{C}max")]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_chart
    ]
    assert ends == [["96"], ["96"]], "a fifth behind 80家 for its words"
    lengths = []
    for chart in (one for one in real.charts if one.area == 3):
        picture = Image.open(io.BytesIO(draw(chart, {}))).convert("RGB")
        rows = [
            sum(picture.getpixel((x, y)) == (0x1F, 0x4E, 0x79) for x in range(picture.width))
            for y in range(picture.height)
        ]
        lengths.append(max(rows))
    assert lengths[0] / lengths[1] == pytest.approx(11 / 80, abs=0.01)


def test_units_that_differ_in_magnitude_alone_share_a_scale() -> None:
    small, large = _chart("a", "亩", 9127, 2000), _chart("b", "万亩", 1, 3)
    first, second = on_one_scale([small, large], {"a": Decimal(1), "b": Decimal(10_000)})
    assert (first.axis_end, second.axis_end) == (30_000, 3)
    alone = on_one_scale([small, _chart("c", "个", 3, 4)], {"a": Decimal(1), "c": Decimal(1)})
    assert [one.axis_end for one in alone] == [0, 0]
    beside_share = on_one_scale([_chart("a", "%", 9, 8), _chart("s", "%", 30, kind="share")], {"a": Decimal(1)})
    assert [one.axis_end for one in beside_share] == [0, 0], "a share is part of a whole"


def test_a_chart_beside_which_another_s_bars_would_vanish_is_left_out() -> None:
    few, many = _chart("a", "家", 4, 11), _chart("b", "家", 300, 1235)
    ones = {"a": Decimal(1), "b": Decimal(1)}
    assert not one_scale_holds([few, many], ones)
    assert one_scale_holds([_chart("c", "家", 70, 210), many], {"c": Decimal(1), "b": Decimal(1)})


def test_the_template_s_own_end_of_an_axis_stays_where_a_chart_has_its_own() -> None:
    deck = pptx.Presentation(io.BytesIO(fill_deck(DECK, made().brief(4))))
    charts = [shape.chart._chartSpace for slide in deck.slides for shape in slide.shapes if shape.has_chart]
    assert charts
    assert not [one for space in charts for one in space.iter(f"{C}max")]
    for space in charts:
        assert [etree.QName(one).localname for one in space.find(f".//{C}valAx/{C}scaling")] == ["min"]


@needs_shared
def test_two_years_far_apart_are_not_drawn_and_stand_in_what_is_to_be_checked() -> None:
    """清苑 2024: bars of 353家 and 20家 said what the remark below a table two slides before took back."""
    real = _report("district-清苑区-2024")
    brief = real.brief(2)
    assert not [
        bar.display for chart in brief.charts for bar in chart.bars if bar.display in ("353家", "20家", "32家", "5家")
    ]
    doubts = [one for one in brief.findings if one.kind == "far_apart"]
    assert [real.cleaned[one.start : one.end] for one in doubts] == ["20家", "5家"]
    assert doubts[0].message.startswith("“新增省级科技型中小企业”2023年353家（第8段），2024年目标20家：")
    assert doubts[0].where == "第28段"
    last = brief.slides[-1]
    assert [row[2] for row in last.rows] == [one.message for one in brief.findings]
    assert not [one for one in made().findings if one.kind == "far_apart"], "8家 and 8家, 1.15万亩 and 3500亩"


@needs_shared
def test_a_pair_that_a_person_has_judged_is_drawn() -> None:
    """Whoever writes a reason of their own beside the pair has looked."""
    real = _report("district-清苑区-2024")
    judged = [
        dataclasses.replace(one, reason="同一口径，上年含存量认定") if one.reason.endswith("请核对原文") else one
        for one in real.comparisons
    ]
    charts = choose_charts(real.cleaned, real.report, real.metrics, judged, real.groupings, {})
    assert [bar.display for chart in charts if chart.area == 2 for bar in chart.bars][:2] == ["353家", "20家"]
