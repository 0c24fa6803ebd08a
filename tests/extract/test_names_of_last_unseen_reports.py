"""Names, bounds and years in reports of a regional capital after five years and of a city of firms."""

from __future__ import annotations

import pytest

from briefing.assemble.figures import figure_of
from briefing.naming.of_metrics import name_of
from briefing.naming.shown_quantity import shown_quantity
from briefing.nature import nature_of, scales_of
from extract_sentences import metrics_of, report_of


def _told(text: str, part: str = "review") -> list[tuple[str, str]]:
    return [(name_of(one), one.text) for one in metrics_of(text, part)]


def test_a_share_of_those_who_have_more_than_a_bound_is_one_figure() -> None:
    assert _told("40%的村（居）集体经营性收入超过50万元。") == [("集体经营性收入超过50万元的村（居）占比", "40%")]
    told = metrics_of("占全市40%的汽车产业产值突破500亿元。", "review")
    assert "突破500亿元" in [one.text for one in told], "a part of a whole: what it makes is a figure of its own"


def _natures(text: str) -> list[tuple[str, str]]:
    metrics = metrics_of(text)
    scales = scales_of(report_of(text), metrics)
    return [(one.text, nature_of(one, scales)) for one in metrics]


def test_how_large_wanted_things_are_is_no_target() -> None:
    assert _natures("培育一批税收超5000万元、超亿元的商务楼宇。") == [("超5000万元", "scale"), ("超亿元", "scale")]
    assert _natures("实现税收超5000万元的目标。") == [("超5000万元", "target")], "a sum that is to be reached stays one"


def test_how_large_things_are_is_named_by_the_things() -> None:
    told = _told("围绕壮大商务服务业，培育一批税收超5000万元、超亿元的商务楼宇。", "plan")
    assert told == [("商务楼宇税收", "超5000万元"), ("商务楼宇税收", "超亿元")]


def test_a_part_is_named_by_what_it_is_of() -> None:
    text = "研究制定房地产企业自持5%以上比例住宅用于长期租赁住房的政策，"
    assert _told(text, "plan") == [("房地产企业自持住宅比例", "5%以上")]


def test_clusters_are_counted_by_their_size() -> None:
    told = _told("形成3个产值超千亿元、2个产值超500亿元产业集群；")
    assert ("产值超千亿元产业集群", "3个") in told
    assert ("产值超500亿元产业集群", "2个") in told


def test_what_each_of_some_firms_pays_is_said_to_be_of_each() -> None:
    text = "恒安、安踏、361°等企业税收贡献均超过5亿元。"
    (one,) = metrics_of(text, "review")
    figure = figure_of(one, report_of(text, "review").paragraphs, frozenset())
    assert (figure.name, shown_quantity(figure)) == ("恒安、安踏、361°等企业税收贡献", "均超过5亿元")


def test_what_is_done_for_the_households_counted_stands_in_the_name() -> None:
    text = "为335户农村低保家庭建设安居房、“关爱女孩”五项工程、改造农村公路危桥、整治道路安全隐患等29项为民办实事项目。"
    assert _told(text, "plan")[0] == ("为农村低保家庭建设安居房", "335户")
    care = "为967户残疾人家庭提供康复、辅具发放、生活资助等服务。"
    assert _told(care) == [("为残疾人家庭提供康复、辅具发放、生活资助等服务", "967户")], (
        "what is short enough stays whole"
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("石湖石材物流园区投入运营，新增3A级以上物流企业9家。", ("新增3A级以上物流企业", "9家")),
        ("推动制造企业剥离物流业务，培育引进3A级以上物流企业5家，", ("培育引进3A级以上物流企业", "5家")),
        ("建好泉州老年公寓、江南老年颐乐园及150个社区居家养老服务中心，", ("建好社区居家养老服务中心", "150个")),
    ],
)
def test_the_verb_of_what_is_added_or_made_stands_with_the_name(text: str, told: tuple[str, str]) -> None:
    assert _told(text, "plan") == [told]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        (
            "社会消费品零售总额达到369.35亿元，是2018年的1.79倍，年均增长8.8%，",
            {"369.35亿元": 1, "1.79倍": 5, "8.8%": 5},
        ),
        ("一般公共预算收入达到107.3亿元，是2018年的1.72倍，", {"107.3亿元": 1, "1.72倍": 5}),
        ("市属国有企业资产突破1300亿元，较“十二五”末翻了两番，", {"突破1300亿元": 1}),
        ("累计完成社会消费品零售总额达到1500亿元，", {"1500亿元": 5}),
        ("实现旅游总收入1346亿元，比“十二五”时期翻了一番，", {"1346亿元": 5}),
        # 海拉尔, 2016: the year that it rose to stands before the number.
        ("地区生产总值由2018年的162.4亿元增加到2023年的287.9亿元，年均增长12.1%，", {"287.9亿元": 1, "12.1%": 5}),
        # 泉州, 2012
        ("城镇居民人均可支配收入、农民人均纯收入分别达28703元和10578元，", {"28703元": 1, "10578元": 1}),
        # 宁夏 and 甘肃, 2026: what there is, what is made in a year, what comes to so much.
        ("电力总装机突破9000万千瓦，煤化工总产能超过4000万吨，", {"突破9000万千瓦": 1, "超过4000万吨": 1}),
        ("粮食总产量突破1300万吨，中医药产业产值达到1109亿元，", {"突破1300万吨": 1, "1109亿元": 1}),
        ("外贸进出口总值首次突破700亿元、年均增长13.2%，", {"突破700亿元": 1, "13.2%": 5}),
    ],
)
def test_a_level_that_was_reached_is_of_the_last_of_five_years(text: str, years: dict[str, int]) -> None:
    told = {one.text: one.years for one in metrics_of(f"五年来，经济发展质量迈上新台阶。{text}", "review")}
    assert years.items() <= told.items()


@pytest.mark.parametrize(
    ("text", "years"),
    [
        # 东莞, 2006: one year and five in one sentence; last year's head stood over the five.
        (
            "2023年，全市生产总值2182亿元，比上年增长19.3%，五年年均增长20.2%。",
            {"2182亿元": 1, "19.3%": 1, "20.2%": 5},
        ),
        ("2023年进出口货物2272万吨，五年新签外资项目6726宗，", {"2272万吨": 1, "6726宗": 5}),
        ("2023年完成固定资产投资1668亿元，是前五年的4.2倍，连续五年居全省第一，", {"1668亿元": 1, "4.2倍": 1}),
    ],
)
def test_what_a_clause_tells_of_five_years_is_of_them_in_a_review_of_one(text: str, years: dict[str, int]) -> None:
    told = {one.text: one.years for one in metrics_of(text, "review")}
    assert years.items() <= told.items()


def test_names_are_not_cut_within_a_term_or_a_list_of_two() -> None:
    assert _told("争取5100亩城乡建设用地增减挂钩指标，") == [("争取城乡建设用地增减挂钩指标", "5100亩")]
    text = "年内再新建各级各类学校16所，增加学前教育、义务教育阶段学位1.2万个。"
    assert _told(text, "plan")[1] == ("增加学前教育、义务教育阶段学位", "1.2万个")


def test_what_a_rule_that_is_to_be_written_demands_is_no_target() -> None:
    text = "研究制定房地产企业自持5%以上比例住宅用于长期租赁住房的政策，探索利用集体建设用地建设租赁住房。"
    assert _natures(text) == [("5%以上", "scale")]
    assert _natures("制定方案，研发投入增长5%以上。") == [("5%以上", "target")]
