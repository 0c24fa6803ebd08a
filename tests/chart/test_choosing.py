"""Charts are chosen by the data from a closed list: what may be compared, and nothing else."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal

import pytest

from briefing.assemble.figures import figure_of, tabled
from briefing.chart import choose_charts
from briefing.errors import BriefingError
from briefing.model import CHART_KINDS
from briefing.nature import scales_of
from real_report import XIAODIAN, made, overview
from shared_reports import needs_shared, reports

PATHS = [XIAODIAN, *(path for path in reports() if path.stem != XIAODIAN.stem)]


def _value(metric_id: str) -> Decimal:
    return made().metric(metric_id).value_high


def _charts(area: int) -> list[str]:
    return [chart.kind for chart in made().charts if chart.area == area]


def test_an_area_with_one_figure_gets_one_number() -> None:
    assert _charts(1) == ["number"]


def test_an_area_without_figures_gets_no_chart() -> None:
    assert _charts(6) == []


def test_each_comparable_pair_of_an_area_is_two_bars_last_year_first() -> None:
    one = made()
    comparable = {pair.plan_metric_id: pair.review_metric_id for pair in one.comparisons if pair.status == "comparable"}
    drawn = [chart for chart in one.charts if chart.kind == "comparison"]
    assert drawn
    equal = [(plan, review) for plan, review in comparable.items() if _value(plan) == _value(review)]
    assert equal, "公办幼儿园3所 in both years"
    assert not [bar for chart in drawn for bar in chart.bars for pair in equal if bar.metric_id in pair]
    for chart in drawn:
        result, target = chart.bars
        assert (result.series, target.series) == ("result", "target")
        assert comparable[target.metric_id] == result.metric_id


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_chart_has_most_bars_of_one_length(path) -> None:
    """Two equal bars, or four of five, tell nothing that the table does not tell better."""
    for chart in made(path).charts:
        lengths = Counter(bar.value for bar in chart.bars)
        assert chart.kind in ("number", "share") or 2 * max(lengths.values()) <= len(chart.bars)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_share_is_drawn_only_where_it_can_be_seen_in_its_whole(path) -> None:
    """2% of poverty was a stroke whose words stood outside the picture (阜平县 2017); no title says 目标 twice."""
    for chart in (one for one in made(path).charts if one.kind == "share"):
        assert 5 <= chart.bars[0].value < 100
        assert chart.title.count("目标") == 1


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_no_limit_is_drawn_as_a_share_and_no_target_twice(path) -> None:
    """清苑 2024: 城镇调查失业率 控制在5.5%以内 was a bar on an axis up to 100%."""
    one = made(path)
    for chart in one.charts:
        (first, *_) = chart.bars
        if chart.kind == "share":
            assert one.metric(first.metric_id).qualifier not in ("lt", "le")
            others = [bar for other in one.charts if other is not chart for bar in other.bars]
            assert first.metric_id not in {bar.metric_id for bar in others}


@needs_shared
def test_works_by_how_far_they_are_share_no_chart() -> None:
    """清苑 2024: projects that are signed, begun and finished stood side by side as 各类项目, though those of one are among the others."""
    charts = [chart for path in PATHS for chart in made(path).charts if "各类" in chart.title]
    assert charts
    told = [bar.label for chart in charts for bar in chart.bars]
    assert not [one for one in told if re.search("签约|开工|在建|竣工|投产", one)]


def test_look_alikes_are_never_drawn_together() -> None:
    one = made()
    alike = {(pair.plan_metric_id, pair.review_metric_id) for pair in one.comparisons if pair.status == "look_alike"}
    for chart in one.charts:
        ids = {bar.metric_id for bar in chart.bars}
        assert not [pair for pair in alike if set(pair) <= ids]


def test_a_chart_shows_one_unit_one_kind_and_the_printed_words() -> None:
    one = made()
    same = ({"家", "户"}, {"栋", "座"}, {"所"}, {"个"}, {"款"}, {"亩"})
    for chart in one.charts:
        metrics = [one.metric(bar.metric_id) for bar in chart.bars]
        units = {metric.unit for metric in metrics}
        assert len(units) == 1 or any(units <= group for group in same)
        assert len({metric.kind for metric in metrics}) == 1
        assert [bar.display for bar in chart.bars] == [metric.text for metric in metrics]
        assert all(bar.display in chart.alt_text for bar in chart.bars)
        assert chart.kind in CHART_KINDS
        assert chart.source.startswith("来源：《")


def test_bars_are_sorted_and_at_least_three() -> None:
    for chart in made().charts:
        if chart.kind == "bars":
            values = [bar.value for bar in chart.bars]
            assert values == sorted(values, reverse=True)
            assert len(values) >= 3


def test_values_of_one_chart_share_one_magnitude() -> None:
    """1.15万亩 beside 3500亩 is 11500 beside 3500."""
    chart = next(chart for chart in made().charts if chart.kind == "comparison" and "农田" in chart.title)
    assert [bar.value for bar in chart.bars] == [Decimal(11500), Decimal(3500)]
    assert chart.unit == "亩"


def test_most_per_area_limits_the_charts() -> None:
    one = made()
    args = (one.cleaned, one.report, one.metrics, one.comparisons, one.groupings)
    assert choose_charts(*args, {"most_per_area": 0}) == ()
    few = choose_charts(*args, {"most_per_area": 1})
    assert max(sum(chart.area == area for chart in few) for area in range(1, 7)) == 1
    with pytest.raises(BriefingError, match="most_per_area"):
        choose_charts(*args, {"most_per_area": "many"})


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.name)
def test_a_chart_calls_a_figure_what_tables_and_cards_call_it(path) -> None:
    """“规上服务业企业” above 6家 read as if the county had no more of them: 6家 are 新增规上服务业企业."""
    one = made(path)
    scales = scales_of(one.report, one.metrics)
    for chart in one.charts:
        called = chart.title if chart.kind == "comparison" else " ".join(bar.label for bar in chart.bars)
        shown = [tabled(figure_of(one.metric(bar.metric_id), one.report.paragraphs, scales)) for bar in chart.bars]
        for name in shown[-1:] if chart.kind == "comparison" else shown:
            assert name.strip("“”") in called
    for area in {chart.area for chart in one.charts}:
        titles = [chart.title for chart in one.charts if chart.area == area]
        assert len(titles) == len(set(titles))


@needs_shared
def test_the_whole_report_has_the_growth_of_its_main_statistics_in_the_order_of_the_plan() -> None:
    """高唐, 2025: 总览 had fifteen rows of both years and no chart."""
    brief = overview(next(one for one in reports() if one.stem == "county-高唐县-2025"))
    (chart,) = brief.charts
    assert [(one.label, one.display) for one in chart.bars[:4]] == [
        ("地区生产总值：2024年实绩", "6.5%"),
        ("2025年目标", "6%以上"),
        ("固定资产投资：2024年实绩", "5.3%"),
        ("2025年目标", "7%"),
    ]
    assert chart.unit == "%"
    assert [one.label for one in chart.bars if "力争" in one.label] == ["2025年目标（力争）"]
    (slide,) = [one for one in brief.slides if one.kind == "chart"]
    assert slide.title == "主要指标增速：2024年实绩与2025年目标"
    assert "编者归类" in slide.note


@needs_shared
def test_the_chart_of_the_whole_report_draws_comparable_rates_alone() -> None:
    drawn = 0
    for path in reports():
        brief = overview(path)
        pairs = {(one.result.metric_id, one.target.metric_id) for one in brief.pairs if one.status == "comparable"}
        for chart in brief.charts:
            ids = [bar.metric_id for bar in chart.bars]
            assert set(zip(ids[::2], ids[1::2], strict=True)) <= pairs, path.name
            assert all(bar.display.startswith(tuple("0123456789")) and "%" in bar.display for bar in chart.bars)
            drawn += 1
    assert drawn >= 5, "most reports at hand name three rates or more"
