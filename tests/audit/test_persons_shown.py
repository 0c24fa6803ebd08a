"""A person counted without a unit (3万多居民) is shown with 人: the audit reads the figure as one, and a number in words as another."""

from __future__ import annotations

import pytest

from briefing.audit.source_numbers import NUMBER, SourceNumbers
from extract_sentences import metrics_of

SOURCE = "投资近15亿元实施棚户区改造工程，3万多居民群众直接受益，两万余人用上安全水。"


@pytest.mark.parametrize("shown", ["3万多人", "两万余人"])
def test_both_ways_of_writing_are_found_in_the_source(shown: str) -> None:
    source = SourceNumbers(SOURCE, metrics_of(SOURCE, "review"))
    digits = [source.holds(shown, found.start(), found.end()) for found in NUMBER.finditer(shown)]
    words = [source.holds_chinese(found[0], shown[found.end() :]) for found in source.chinese.finditer(shown)]
    assert digits + words == [True]


@pytest.mark.parametrize("shown", ["三万余人", "4万多人", "3万人"])
def test_another_number_or_degree_is_still_found(shown: str) -> None:
    source = SourceNumbers(SOURCE, metrics_of(SOURCE, "review"))
    digits = [source.holds(shown, found.start(), found.end()) for found in NUMBER.finditer(shown)]
    words = [source.holds_chinese(found[0], shown[found.end() :]) for found in source.chinese.finditer(shown)]
    assert False in digits + words
