"""A count of all that there are by then is told apart from what was added, by the report's own verb before its number."""

from __future__ import annotations

import pytest

from briefing.assemble.figures import listed
from briefing.assemble.slides import deck_context
from briefing.naming.totals import total_of
from real_report import made
from shared_reports import needs_shared, reports


@needs_shared
def test_a_total_that_is_to_be_reached_says_so_in_tables_and_titles() -> None:
    """保定 2025, area 3: 国家科技型中小企业达到3000家 stood as 3000家, which beside 新增300家 reads as an addition."""
    brief = made(next(path for path in reports() if path.stem.endswith("保定市-2025"))).brief(3)
    (target,) = [one for one in brief.targets if one.indicator == "国家科技型中小企业"]
    assert listed(target) == "国家科技型中小企业达到3000家"
    rows = dict(row[:2] for slide in brief.slides if slide.kind == "years" for row in slide.rows)
    cards = [
        one["before"] for slide in deck_context(brief)["slides"] for one in slide["cards"] if one["value"] == "3000"
    ]
    assert cards
    assert set(cards) == {"达到"}
    assert rows["高新技术企业"] == "达到1850家"


@needs_shared
def test_no_number_is_called_a_total_where_the_source_does_not_say_so() -> None:
    for path in reports():
        for brief in made(path).briefs:
            for one in (*brief.targets, *brief.results):
                if one.quantity.removeprefix("力争").startswith(("达", "增至", "增加到", "发展到", "扩展")):
                    assert one.quantity.removeprefix("力争") in one.sentence or "、" in one.sentence, one.quantity


@pytest.mark.parametrize(
    ("name", "before", "unit", "word"),
    [
        ("千亿级产业链", "力争千亿级产业链达到", "条", "达到"),
        ("经营主体", "经营主体新增105万户，达到", "万户", "达到"),
        ("中试基地", "概念验证中心、中试基地分别达到69家、", "家", "达到"),
        ("新增高新技术企业", "新增高新技术企业达到", "家", ""),  # what is added, is added
        ("经营主体总量", "新登记4000户，总量达", "万户", ""),  # the name says it
        ("居民收入", "居民收入达到", "元", ""),  # nobody takes it for an addition
        ("国债项目", "国债项目已下达", "个", ""),  # another verb
        ("专利拥有量", "专利拥有量提高到", "件", ""),
    ],
)
def test_only_counts_that_could_be_taken_for_additions_are_marked(name: str, before: str, unit: str, word: str) -> None:
    assert total_of(name, before, unit, "level") == word


def test_a_rate_is_no_total() -> None:
    assert total_of("企业", "企业达到", "家", "share") == ""
