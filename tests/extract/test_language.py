"""Rules of language on sentences of many reports: number, unit, qualifier, kind, indicator, and what is no metric."""

from __future__ import annotations

import pytest

from briefing.files import plain_decimal
from extract_sentences import metrics_of


def _said(text: str) -> list[tuple[str, ...]]:
    return [
        (one.text, plain_decimal(one.value_low), plain_decimal(one.value_high), one.unit, one.qualifier)
        for one in metrics_of(text)
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("建成高标准农田1.15万亩", [("1.15万亩", "11500", "11500", "亩", "eq")]),
        ("完成投资44.45亿元以上", [("44.45亿元以上", "4445000000", "4445000000", "元", "ge")]),
        ("粮食产量稳定在8亿斤左右", [("8亿斤左右", "800000000", "800000000", "斤", "approx")]),
        ("能耗强度控制在3%以内", [("控制在3%以内", "3", "3", "%", "le")]),
        ("吸引2000余名党员参与", [("2000余名", "2000", "2000", "名", "gt")]),
        ("覆盖35万城乡参保居民", [("35万", "350000", "350000", "人", "eq")]),
        ("脱贫人口务工规模超过3300万", [("超过3300万", "33000000", "33000000", "人", "gt")]),
        ("新设企业1万6千多户", [("1万6千多户", "16000", "16000", "户", "gt")]),
        ("三分之二的村庄完成改造", [("三分之二", "66.67", "66.67", "%", "eq")]),
        ("每户补助300—500万元", [("300—500万元", "3000000", "5000000", "元", "range")]),
        ("机收率提高0.3个百分点", [("0.3个百分点", "0.3", "0.3", "个百分点", "eq")]),
        ("产值翻一番", [("翻一番", "2", "2", "倍", "eq")]),
        ("家庭医生签约42.9万人", [("42.9万人", "429000", "429000", "人", "eq")]),
        ("改造10个片区", [("10个", "10", "10", "个", "eq")]),
        ("公路货运量达到120万吨公里", [("120万吨公里", "1200000", "1200000", "吨公里", "eq")]),
        ("位居全省第3", [("第3", "3", "3", "位", "eq")]),
    ],
)
def test_quantities(text: str, said: list[tuple[str, ...]]) -> None:
    assert _said(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "实施安全生产治本攻坚三年行动",
        "办好12345热线",
        "推进地铁1号线建设",
        "2024年是关键之年",
        "第6届人民代表大会召开",
        "聚焦PM2.5和PM10治理",
        "建设5G网络",
        "落实“1+3+N”机制",
        "沿线200米范围内养殖退出",
        "推进一批项目，培育若干企业",
        "推动4A级景区创建",
        "建成110千伏变电站",
    ],
)
def test_what_is_no_metric(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("地区生产总值增长5%左右", ["地区生产总值增长"]),
        ("城乡居民人均可支配收入分别增长5.8%和6.8%", ["城镇居民人均可支配收入增长", "农村居民人均可支配收入增长"]),
        ("新增“四上”企业175家、晋兴板企业8家", ["“四上”企业", "晋兴板企业"]),
        ("老旧小区开工改造76个，续建完工220个", ["老旧小区开工改造", "老旧小区续建完工"]),
        ("统筹推进总投资2680亿元的142个项目建设", ["建设项目总投资", "建设项目"]),
        ("博远电气等总投资56.5亿元的9个项目竣工投产", ["竣工投产项目总投资", "竣工投产项目"]),
        ("网络零售额750亿元、增长10%", ["网络零售额", "网络零售额增长"]),
        ("赤字规模4.06万亿元，比上年年初预算增加1800亿元", ["赤字规模", "赤字规模增加"]),
        ("科技创新能力排名全市第7、全省第49", ["科技创新能力", "科技创新能力"]),
        ("对外贸易进出口总额达到12亿美元", ["对外贸易进出口总额"]),
        ("新能源汽车产量突破10万辆", ["新能源汽车产量"]),
        ("新增城镇就业4000人以上", ["新增城镇就业"]),
    ],
)
def test_indicators_read_well_alone(text: str, indicators: list[str]) -> None:
    assert [one.indicator for one in metrics_of(text)] == indicators


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("生产总值增长6%", ["increase"]),
        ("单位能耗下降3%", ["decrease"]),
        ("森林覆盖率达到35%", ["share"]),
        ("城镇化率提高到65%", ["share"]),
        ("存贷比达到82.29%", ["share"]),
        ("厕所整治提升1788座", ["level"]),
        ("一般公共预算支出增加1.1万亿元", ["increase"]),
        ("全省排名第5位", ["rank"]),
    ],
)
def test_kinds(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in metrics_of(text)] == kinds


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "空气优良天数达到176天，比去年增加14天",
            [("176天", "176", "176", "天", "eq"), ("14天", "14", "14", "天", "eq")],
        ),
        ("审批时限压缩至3个工作日", [("3个工作日", "3", "3", "个工作日", "eq")]),
        ("平均受教育年限提高到10.5年", [("10.5年", "10.5", "10.5", "年", "eq")]),
        ("带动近4000农户", [("近4000", "4000", "4000", "户", "approx")]),
        ("市场占有率达4成", [("4成", "40", "40", "%", "eq")]),
        ("检查生产经营单位1523家次", [("1523家次", "1523", "1523", "家次", "eq")]),
        (
            "产值分别突破70和50亿元",
            [("突破70", "7000000000", "7000000000", "元", "gt"), ("50亿元", "5000000000", "5000000000", "元", "gt")],
        ),
        ("资费至少降低30%", [("30%", "30", "30", "%", "ge")]),
        ("专利拥有量增加两倍", [("两倍", "2", "2", "倍", "eq")]),
        ("通关时间缩短一半以上", [("一半以上", "50", "50", "%", "ge")]),
        ("工程建设项目审批时间再压减一半", [("一半", "50", "50", "%", "eq")]),
        ("补助标准再增加40元，一半用于大病保险", [("40元", "40", "40", "元", "eq")]),
        ("实际使用外资约合1243亿元人民币", [("约合1243亿元人民币", "124300000000", "124300000000", "元", "approx")]),
        ("人均预期寿命达到78.5岁", [("78.5岁", "78.5", "78.5", "岁", "eq")]),
        ("工作全省名列第五、全市第一", [("第五", "5", "5", "位", "eq"), ("第一", "1", "1", "位", "eq")]),
    ],
)
def test_quantities_that_need_their_words(text: str, said: list[tuple[str, ...]]) -> None:
    """Days where days are what is measured, people and households without a unit, words for numbers."""
    assert _said(text) == said


@pytest.mark.parametrize(
    "text",
    [
        "重点做好9个方面工作",
        "利用20天完成播种，开展3年行动",
        "优化营商环境6.0版",
        "全市110报警平台升级",
        "与北京301医院合作",
        "成为全国第5家示范企业",
        "三次产业结构为22.7：30.3：47",
        "纳税前100名企业受表彰",
        "打造7大应用场景",
    ],
)
def test_what_else_is_no_metric(text: str) -> None:
    assert _said(text) == []


@pytest.mark.parametrize(
    ("text", "indicator", "quantity"),
    [
        ("推进强村富民乡村集成改革，城乡居民收入倍差缩小至1.83。", "城乡居民收入倍差", "1.83"),
        ("空气质量综合指数4.463、下降5.96%。", "空气质量综合指数", "4.463"),
        ("研发投入强度达2.6以上。", "研发投入强度", "2.6以上"),
    ],
)
def test_an_index_or_a_ratio_has_no_unit_and_is_a_metric(text: str, indicator: str, quantity: str) -> None:
    first = metrics_of(text)[0]
    assert (first.indicator, first.text, first.unit, first.kind) == (indicator, quantity, "", "level")


def test_a_number_without_a_unit_is_no_metric_by_itself() -> None:
    assert metrics_of("推动改革强度与进度相统一，编号为7，继续推进") == ()


def test_a_train_that_runs_is_named_where_its_clause_has_only_the_verb() -> None:
    text = "加速建设中欧班列集结中心，创新班列市场化运营模式，力争全年开行2500列以上。"
    assert [one.indicator for one in metrics_of(text)] == ["中欧班列开行"]


def test_the_size_of_those_that_are_closed_is_part_of_their_name() -> None:
    """30万千瓦以下 are the plants that are closed, and nobody aims at fewer kilowatts."""
    assert metrics_of("退出煤炭产能1.5亿吨左右，淘汰关停不达标的30万千瓦以下煤电机组。")[-1].text == "1.5亿吨左右"
