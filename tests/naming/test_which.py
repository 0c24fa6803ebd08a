"""A name says which of many things are meant, where the words that tell it stand between the verb, the number and the thing."""

from __future__ import annotations

import pytest

from briefing.naming.shown_name import shown_name
from briefing.naming.which import told_which

REVENUE = "一般公共预算收入同口径增长3.5%。"


@pytest.mark.parametrize(
    ("indicator", "display", "sentence", "name"),
    [
        # 上海 2025, 徐水 2024: what was done to projects that begin with how large they are was lost.
        (
            "10亿元以上重大产业项目",
            "26个",
            "推进工业领域大规模设备更新，开工建设10亿元以上重大产业项目26个。",
            "开工建设10亿元以上重大产业项目",
        ),
        ("5000万元以上项目", "不少于50个", "全年引进5000万元以上项目不少于50个。", "引进5000万元以上项目"),
        # 上海 2025: which of them stood between the number and the thing.
        ("和美乡村片区", "5个", "打造5个“五好两宜”和美乡村片区，有序推进农民居住。", "打造“五好两宜”和美乡村片区"),
        (
            "风貌保护传承试点",
            "15个",
            "推进首批15个“沪派江南”风貌保护传承试点，发展休闲旅游。",
            "推进首批“沪派江南”风貌保护传承试点",
        ),
    ],
)
def test_what_tells_which_things_are_counted_stays(indicator: str, display: str, sentence: str, name: str) -> None:
    assert shown_name(indicator, display, sentence, "level") == name


def test_a_growth_on_a_like_basis_says_so() -> None:
    """高唐 2025: 一般公共预算收入增长 3.5% stood for both years, of which the one was 同口径."""
    assert shown_name("一般公共预算收入增长", "3.5%", REVENUE, "increase") == "一般公共预算收入同口径增长"
    assert (
        shown_name("一般公共预算收入增长", "3.5%", REVENUE.replace("同口径", ""), "increase") == "一般公共预算收入增长"
    )


def test_nothing_is_put_to_a_name_whose_clause_tells_no_more() -> None:
    assert told_which("项目", "项目", "全年引进5000万元以上项目", "。") == "项目"
    assert told_which("5000万元以上项目", "项目", "5000万元以上项目", "。") == "5000万元以上项目", (
        "no verb stands there"
    )
    assert told_which("片区", "片区", "打造", "“五好两宜”和美乡村，片区。") == "片区", "the quoted words are of another"


def test_what_a_list_is_together_stands_for_it() -> None:
    """上海 2025: no card held 集成电路、生物医药、人工智能三大先导产业规模, and lesser figures stood in its place."""
    scale = "集成电路、生物医药、人工智能三大先导产业规模"
    assert told_which(scale, scale, scale, "。") == "三大先导产业规模"
    two = "集成电路、生物医药三大先导产业规模"
    assert told_which(two, two, two, "。") == two, "the third is not among them"
