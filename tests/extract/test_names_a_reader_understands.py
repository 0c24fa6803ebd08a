"""Names that a reader of the table alone understands: whose figure it is, no verb left over, no word lost that tells it apart."""

from __future__ import annotations

import pytest

from extract_sentences import metrics_of


def _names(text: str) -> list[str]:
    return [one.indicator for one in metrics_of(text)]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("稳定全年小麦播种面积超3万亩", ["小麦播种面积"]),
        ("保证民办学校入学占比达到60%", ["民办学校入学占比"]),
        ("修缮老街5条", ["老街"]),
        ("教育支出占财政支出保持20%以上", ["教育支出占财政支出比重"]),
        ("教育支出占财政支出比例稳定在20%左右", ["教育支出占财政支出比例"]),
        ("物流园完成征地400亩", ["物流园征地"]),
        ("纺织、食品两大省级产业集群完成营业收入9亿元", ["两大省级产业集群营业收入"]),
        ("新建设施农业大棚3座", ["设施农业大棚"]),
        ("加快推进4个省重点项目建设进度", ["省重点项目"]),
        ("加强对7个监测点指标研判分析", ["监测点"]),
    ],
)
def test_no_verb_is_left_in_a_name(text: str, indicators: list[str]) -> None:
    assert _names(text) == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("纺织、食品两个产业集群加快转型，产值分别突破7亿元和5亿元", ["纺织产值", "食品产值"]),
        ("高新区营业收入超过9亿元，固投达到1亿元", ["高新区营业收入", "高新区固投"]),
        ("持续实施开发区倍增计划，确保营业收入增长15%", ["开发区营业收入增长"]),
        ("总投资5亿元的重点项目2个，完成投资1亿元", ["重点项目总投资", "重点项目", "重点项目完成投资"]),
        ("全年储备项目数量达到6个，资金突破2亿元", ["储备项目数量", "储备项目资金"]),
        ("招商项目6个，其中签约项目4个、总投资3亿元", ["招商项目", "签约项目", "签约项目总投资"]),
        ("企业研发经费投入8亿元，投入强度达4%", ["企业研发经费投入", "企业研发经费投入强度"]),
        ("加计扣除享受户数增长20%、扣除金额增长8%", ["加计扣除享受户数增长", "加计扣除金额增长"]),
        (
            "办理代表建议8件、委员提案7件，办复率、满意率均达100%",
            ["代表建议", "委员提案", "代表建议、委员提案办复率、满意率"],
        ),
        ("代表建议5件，建议提案办复率、满意率均达到100%", ["代表建议", "建议提案办复率、满意率"]),
        ("推进屋顶光伏试点建设，投资3亿元完成装机容量5万千瓦", ["屋顶光伏试点投资", "装机容量"]),
        ("医保制度基本建立、已有700多万人次受益", ["医保受益"]),
        (
            "政府债券限额4亿元，增长9%，总量、增幅全省第一",
            ["政府债券限额", "政府债券限额增长", "政府债券限额总量、增幅"],
        ),
    ],
)
def test_whose_figure_it_is(text: str, indicators: list[str]) -> None:
    assert _names(text) == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("带动汽车、家电等消费近亿元", ["汽车、家电等消费"]),
        ("省定20项民生工程，市定12件、县定10件民生实事完成", ["民生工程", "市定民生实事", "民生实事"]),
        ("120亩智能产业园从无到有", ["智能产业园"]),
        ("5万平米标准厂房、文化中心、供水管网加快建设", ["标准厂房"]),
        ("1700项服务事项网上可办率达到100%", ["服务事项", "服务事项网上可办率"]),
        ("纳税大户企业近4成增长超50%", ["纳税大户企业增长占比", "纳税大户企业增长"]),
        ("平均每天净增企业700家", ["日均净增企业"]),
        ("7个镇均建立了养老服务中心，", ["建立养老服务中心的镇"]),
        ("完成5个村的生活污水治理任务", ["生活污水治理村"]),
        ("32家企业踊跃捐款捐物", ["捐款捐物企业"]),
        ("33家企业入围全国500强", ["入围全国500强企业"]),
        ("启动三年棚改攻坚计划，今年开工580万套", ["棚改开工"]),
        ("从就业形势看，6%左右的增速可以实现", ["增速"]),
        ("区教育局在群众满意度测评中排名全省第二", ["群众满意度测评"]),
        ("推进甲公司、乙公司装修进场，年内力争实现产值5亿元", ["产值"]),
        ("帮助失业人员再就业6人", ["失业人员再就业"]),
        ("出台服务业高质量发展30条措施", ["服务业高质量发展的措施"]),
        ("落实支持民营经济发展壮大的25条措施", ["民营经济发展壮大的措施"]),
    ],
)
def test_what_tells_it_apart_stays_and_the_rest_goes(text: str, indicators: list[str]) -> None:
    assert _names(text) == indicators


def test_a_second_measure_word_in_brackets_hides_no_qualifier() -> None:
    """``300台（件）以上`` is at least 300."""
    (one,) = metrics_of("发放辅助器具300台（件）以上，提升健康水平")
    assert (one.text, one.unit, one.qualifier) == ("300台（件）以上", "台", "ge")


def test_persons_are_counted_over_from_and_to() -> None:
    """``由8300万增加到1亿3千多万`` counts trips in both figures; a place in the 第一梯队 is no rank."""
    assert [one.unit for one in metrics_of("出境旅游人次由8300万增加到1亿3千多万")] == ["人次", "人次"]
    assert metrics_of("项目数量和质量居全市第一梯队") == ()


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("今年再压减钢铁产能3000万吨", ["decrease"]),
        ("减少农村贫困人口1000万以上", ["decrease"]),
        ("精简审批事项3项", ["level"]),
        ("纳税大户企业近4成增长超50%", ["share", "increase"]),
    ],
)
def test_kinds_of_what_grows_less(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in metrics_of(text)] == kinds
