"""The metrics of the report that stands in the repository: values, units, qualifiers, places, and nothing unexplained."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.extract import extract_metrics
from briefing.files import plain_decimal
from real_report import made


@pytest.mark.parametrize(
    ("text", "indicator", "value", "unit", "qualifier", "kind", "area"),
    [
        ("1.15万亩", "高标准农田", "11500", "亩", "eq", "level", ("review", 1)),
        ("突破35亿元", "信创产业营收", "3500000000", "元", "gt", "level", ("review", 1)),
        ("72.1%", "高新技术企业占全市比重", "72.1", "%", "eq", "share", ("review", 2)),
        ("220.9亿元", "优质项目总投资", "22090000000", "元", "eq", "level", ("review", 2)),
        ("10个", "优质项目", "10", "个", "eq", "level", ("review", 2)),
        ("220个", "老旧小区续建完工", "220", "个", "eq", "level", ("review", 3)),
        ("八成以上", "民生投入占财政支出", "80", "%", "ge", "share", ("review", 4)),
        ("2万余人", "城镇新增就业", "20000", "人", "gt", "level", ("review", 4)),
        ("42.9万人", "家庭医生签约", "429000", "人", "eq", "level", ("review", 4)),
        ("35万", "城乡参保居民", "350000", "人", "eq", "level", ("review", 4)),
        ("20户", "“专精特新”企业", "20", "户", "eq", "level", ("plan", 2)),
        ("2680亿元", "建设项目总投资", "268000000000", "元", "eq", "level", ("plan", 3)),
        ("3.72万亩以上", "粮食播种面积", "37200", "亩", "ge", "level", ("plan", 4)),
        ("10件", "民生实事", "10", "件", "eq", "level", ("plan", 5)),
    ],
)
def test_a_metric_is_read_as_a_person_reads_it(
    text: str, indicator: str, value: str, unit: str, qualifier: str, kind: str, area: tuple[str, int]
) -> None:
    found = [one for one in made().metrics if one.text == text and (one.part, one.area) == area]
    assert [one.indicator for one in found if one.indicator == indicator]
    one = next(one for one in found if one.indicator == indicator)
    assert (plain_decimal(one.value_low), one.unit, one.qualifier, one.kind) == (value, unit, qualifier, kind)
    assert one.year == (2023 if area[0] == "review" else 2024)


def test_a_range_keeps_both_ends() -> None:
    one = next(one for one in made().metrics if one.text == "2-3座")
    assert (one.value_low, one.value_high, one.qualifier) == (Decimal(2), Decimal(3), "range")


def test_each_metric_stands_where_it_says() -> None:
    one = made()
    for metric in one.metrics:
        assert one.cleaned[metric.start : metric.end] == metric.text
        assert metric.text in metric.sentence
        assert metric.sentence in one.cleaned


def test_every_numeral_is_accounted_for() -> None:
    """In a metric, or no metric by a named rule, or put before a person."""
    one = made()
    counts = extract_metrics(one.cleaned, one.report).counts
    assert counts["numerals"] == 83
    assert counts["in_metrics"] + counts["non_metrics"] + counts["unclassified"] == counts["numerals"]
    assert counts["unclassified"] == 0


def test_ids_are_unique_and_the_same_on_every_run() -> None:
    one = made()
    ids = [metric.metric_id for metric in one.metrics]
    assert len(ids) == len(set(ids))
    assert [metric.metric_id for metric in extract_metrics(one.cleaned, one.report).metrics] == ids


def test_a_doubtful_phrase_is_named_and_left_as_it_stands() -> None:
    one = made()
    (doubt,) = [finding for finding in one.findings if finding.kind == "fixed_phrase"]
    assert doubt.message == (
        "原文“有效遏制耕地‘非粮化’，防止‘非粮化’”，前后用词相同，疑有误（固定表述为遏制“非农化”、防止“非粮化”），请核对原文，引用处照录未改。"
    )
    assert one.cleaned[doubt.start : doubt.end] == "“非粮化”，防止“非粮化”"
    assert "非农化" in doubt.message
    assert doubt.where == "第9段"
