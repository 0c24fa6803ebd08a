"""How fast and in which place, in the words of 大埔, 紫金, 迪庆 and others: 比增 is said all over Fujian and eastern Guangdong."""

from __future__ import annotations

from briefing.naming.of_metrics import name_of
from extract_sentences import metrics_of


def _told(text: str) -> list[tuple[str, str, str]]:
    return [(name_of(one), one.text, one.kind) for one in metrics_of(text, "review")]


def test_grown_in_short_is_growth() -> None:
    told = _told("工业增加值11.8亿元，比增7.5%，实现逆势上扬；出口2.4亿元，比降3.2%。")
    assert told[1] == ("工业增加值增长", "7.5%", "increase")
    assert told[3] == ("出口下降", "3.2%", "decrease")


def test_grown_in_short_is_dealt_out() -> None:
    told = _told("全县生产总值92.51亿元，规上工业增加值10.74亿元，分别比增5.1%和15.3%，增速均排在全市第一。")
    assert told[2:4] == [("生产总值增长", "5.1%", "increase"), ("规上工业增加值增长", "15.3%", "increase")]
    told = _told("城乡居民人均可支配收入分别达到42469元和26000元，分别同比增长5.8%和6.8%。")
    assert [name for name, _, _ in told[2:]] == ["城镇居民人均可支配收入增长", "农村居民人均可支配收入增长"], (
        "同比增长 holds no 比增"
    )


def test_among_how_many_a_place_is_is_no_figure() -> None:
    told = _told("人均地区生产总值从2.81万元增长到7.55万元，排名全国10个藏族自治州第二位、全省第三位。")
    assert [(name.partition("（")[0], text) for name, text, _ in told[2:]] == [
        ("人均地区生产总值", "第二位"),
        ("人均地区生产总值", "第三位"),
    ]


def test_what_was_overcome_cost_nothing() -> None:
    told = _told("克服工业重新起步的巨大困难，累计投入超10亿元，完成紫城工业园首期2.7平方公里基础设施建设。")
    assert told[0][0] == "基础设施建设投入（累计）"


def test_projects_that_are_formal_are_named_behind_their_number() -> None:
    assert _told("全力抓好119项正式重点项目建设。") == [("抓好正式重点项目建设", "119项", "level")]
