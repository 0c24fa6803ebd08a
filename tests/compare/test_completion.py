"""完成情况: last year's targets meet this year's results only where both count the same; the verdict says no more than both print."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from briefing.compare import Year, complete, group, why_not
from briefing.compare.verdict import judge
from briefing.extract import extract_metrics
from briefing.model import Completion, Metric
from office import NEXT_YEAR, SMALL
from report_texts import parsed
from shared_reports import SHARED, needs_shared

LAST_WORDS = {
    "高标准农田": ("1.5万亩", "1.6万亩", "met"),
    "农村公路": ("40公里", "38公里", "not_met"),
    "公办幼儿园": ("3所", "3所", "met"),
    "城镇新增就业": ("3500人以上", "3650人", "met"),
}


def year(text: str) -> Year:
    cleaned, report = parsed(text)
    return Year(cleaned, report, extract_metrics(cleaned, report).metrics)


def rows(last: Year, this: Year) -> tuple[Completion, ...]:
    return complete(last, this, group(this.cleaned, this.report, this.metrics))


def test_each_target_stands_beside_its_result_with_both_sentences() -> None:
    """Target, result, verdict, both sentences and places, in the order of last year's report; what has no result is left out."""
    last, this = year(SMALL), year(NEXT_YEAR)
    found = rows(last, this)
    for thing, (target, result, verdict) in LAST_WORDS.items():
        (one,) = [row for row in found if thing in row.indicator]
        assert (one.target, one.result, one.verdict) == (target, result, verdict)
        assert one.target_sentence in last.cleaned
        assert one.target in one.target_sentence
        assert one.result_sentence in this.cleaned
        assert one.result in one.result_sentence
        assert last.cleaned.split("\n")[one.target_paragraph - 1].find(one.target) >= 0
    assert not [row for row in found if "学位" in row.indicator], "last year's 900 have no result"
    assert not [row for row in found if "仓库" in row.indicator], "启动建设 is not built"
    starts = {one.metric_id: one.start for one in last.metrics}
    assert [starts[one.target_metric_id] for one in found] == sorted(starts[one.target_metric_id] for one in found)
    assert {one.area for one in found} <= {0, 1, 2}


@pytest.mark.parametrize(
    ("change", "why"),
    [({"place": "山口县"}, "不是同一地方"), ({"plan_year": 2023, "review_year": 2022}, "年份不相接")],
)
def test_other_places_and_years_are_not_compared(change: dict[str, object], why: str) -> None:
    """A report of another place or with a year between gives no row, and the reason is told."""
    last, this = year(SMALL), year(NEXT_YEAR)
    other = replace(last, report=replace(last.report, **change))  # type: ignore[arg-type]
    assert why in why_not(other.report, this.report)
    assert rows(other, this) == ()


@needs_shared
@pytest.mark.parametrize("place", ["city-保定市-2023 city-保定市-2025", "national-国务院-2018 national-国务院-2024"])
def test_real_years_that_do_not_follow_are_not_compared(place: str) -> None:
    last, this = ((SHARED / "reports" / f"{one}.txt").read_text(encoding="utf-8") for one in place.split())
    first, second = year(last), year(this)
    assert first.report.place == second.report.place
    assert "年份不相接" in why_not(first.report, second.report)
    assert rows(first, second) == ()


def test_two_targets_or_two_results_of_one_name_are_left_out() -> None:
    """Which of them counts, the texts do not say; one that is only said twice stands once."""
    last, this = year(SMALL), year(NEXT_YEAR)
    road = next(one for one in last.metrics if one.part == "plan" and "农村公路" in one.indicator)
    twice = replace(last, metrics=[*last.metrics, replace(road, metric_id="again")])
    assert len(rows(twice, this)) == len(rows(last, this))
    other = replace(road, metric_id="other", value_low=Decimal(50), value_high=Decimal(50))
    assert not [one for one in rows(replace(last, metrics=[*last.metrics, other]), this) if "农村公路" in one.indicator]
    result = next(one for one in this.metrics if one.part == "review" and "农村公路" in one.indicator)
    other = replace(result, metric_id="other", value_low=Decimal(50), value_high=Decimal(50))
    assert not [one for one in rows(last, replace(this, metrics=[*this.metrics, other])) if "农村公路" in one.indicator]


def metric(indicator: str, text: str, value: str, qualifier: str, kind: str = "level", high: str = "") -> Metric:
    return Metric(
        "m", "plan", 1, "", "", indicator, Decimal(value), Decimal(high or value), "个", qualifier, kind, 2024, text, "", 0, 1
    )  # fmt: skip


@pytest.mark.parametrize(
    ("indicator", "kind", "target", "result", "verdict"),
    [
        ("公园", "level", ("10个", "10", "eq"), ("10个", "10", "eq"), "met"),
        ("公园", "level", ("10个", "10", "eq"), ("9个", "9", "eq"), "not_met"),
        ("公园", "level", ("10个以上", "10", "ge"), ("10余个", "10", "gt"), "met"),
        ("公园", "level", ("超过10个", "10", "gt"), ("10个", "10", "eq"), "not_met"),
        ("公园", "level", ("超过10个", "10", "gt"), ("10余个", "10", "gt"), "met"),
        ("公园", "level", ("20个", "20", "eq"), ("10余个", "10", "gt"), "undecided"),
        ("公园", "level", ("10个", "10", "eq"), ("不足10个", "10", "lt"), "not_met"),
        ("公园", "level", ("10个", "10", "eq"), ("约10个", "10", "approx"), "undecided"),
        ("公园", "level", ("10个", "10", "eq"), ("约20个", "20", "approx"), "met"),
        ("生产总值增长", "increase", ("6%左右", "6", "approx"), ("6.1%", "6.1", "eq"), "met"),
        ("生产总值增长", "increase", ("6%左右", "6", "approx"), ("5.8%", "5.8", "eq"), "undecided"),
        ("生产总值增长", "increase", ("6%左右", "6", "approx"), ("3%", "3", "eq"), "not_met"),
        ("能耗下降", "decrease", ("3%以上", "3", "ge"), ("3.2%", "3.2", "eq"), "met"),
        ("能耗下降", "decrease", ("3%", "3", "eq"), ("2%", "2", "eq"), "not_met"),
        ("城镇调查失业率", "share", ("5.5%以内", "5.5", "le"), ("5.2%", "5.2", "eq"), "met"),
        ("城镇调查失业率", "share", ("5.5%左右", "5.5", "approx"), ("5.2%", "5.2", "eq"), "met"),
        ("城镇登记失业率", "share", ("4.5%", "4.5", "eq"), ("4.9%", "4.9", "eq"), "not_met"),
        ("居民消费价格涨幅", "increase", ("3%左右", "3", "approx"), ("0.2%", "0.2", "eq"), "undecided"),
        ("居民消费价格涨幅", "increase", ("3%以内", "3", "le"), ("0.2%", "0.2", "eq"), "met"),
        ("播种面积", "level", ("3.72万亩", "37200", "eq"), ("3.7万亩", "37000", "eq"), "undecided"),
        ("播种面积", "level", ("3.72万亩", "37200", "eq"), ("3.6万亩", "36000", "eq"), "not_met"),
    ],
)  # fmt: skip
def test_the_verdict_says_no_more_than_both_print(
    indicator: str, kind: str, target: tuple[str, str, str], result: tuple[str, str, str], verdict: str
) -> None:
    """Met or not where the wording decides it; 左右, 约, 余 and rounding leave it to a person where they leave room."""
    found, reason = judge(metric(indicator, *target, kind=kind), metric(indicator, *result, kind=kind))
    assert found == verdict
    assert target[0] in reason
    assert result[0] in reason
    assert ("须由人判断" in reason) == (verdict == "undecided")


def test_a_range_is_reached_at_its_lower_end() -> None:
    """增长5%—6%: 5% is enough, 4.9% is not."""
    wanted = metric("生产总值增长", "5%—6%", "5", "range", "increase", "6")
    for text, value, verdict in (("5%", "5", "met"), ("7%", "7", "met"), ("4.5%", "4.5", "not_met")):
        assert judge(wanted, metric("生产总值增长", text, value, "eq", "increase"))[0] == verdict
