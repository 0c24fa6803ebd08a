"""Names, bounds and years in reports of a regional capital after five years and of a city of firms."""

from __future__ import annotations

from briefing.naming.of_metrics import name_of
from extract_sentences import metrics_of


def _told(text: str, part: str = "review") -> list[tuple[str, str]]:
    return [(name_of(one), one.text) for one in metrics_of(text, part)]


def test_a_share_of_those_who_have_more_than_a_bound_is_one_figure() -> None:
    assert _told("40%的村（居）集体经营性收入超过50万元。") == [("集体经营性收入超过50万元的村（居）占比", "40%")]
    told = metrics_of("占全市40%的汽车产业产值突破500亿元。", "review")
    assert "突破500亿元" in [one.text for one in told], "a part of a whole: what it makes is a figure of its own"
