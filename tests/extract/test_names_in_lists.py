"""Names along lists, from one figure to another, over 的, behind 分别: what a reader of the table alone must understand."""

from __future__ import annotations

import pytest

from extract_sentences import metrics_of


def _names(text: str) -> list[str]:
    return [one.indicator for one in metrics_of(text)]


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("建成区面积由6平方公里扩大到27平方公里", ["建成区面积", "建成区面积"]),
        ("贫困发生率由54.4%下降到14.8%", ["贫困发生率", "贫困发生率"]),
        ("森林覆盖率达到43%，比2011年提高了6个百分点", ["森林覆盖率", "森林覆盖率提高"]),
        ("网络零售额占全国比重从11.4%提高到15%左右", ["网络零售额占全国比重", "网络零售额占全国比重"]),
    ],
)
def test_from_one_figure_to_another(text: str, indicators: list[str]) -> None:
    assert _names(text) == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("总部、研发中心分别新认定60家和30家，累计分别达到1016家和591家", ["总部", "研发中心", "总部", "研发中心"]),
        ("医保、养老参保率分别达96.8%、99.02%", ["医保参保率", "养老参保率"]),
        ("刑事、治安案件立案数分别下降25.7%、6%", ["刑事案件立案数下降", "治安案件立案数下降"]),
        ("进京访件次、人次比2011年分别下降84%和81%", ["进京访件次下降", "进京访人次下降"]),
        ("航空货邮和旅客吞吐量分别达到420万吨、1.25亿人次", ["航空货邮吞吐量", "旅客吞吐量"]),
        (
            "接待游客216万人次，旅游收入12亿元，分别增长64万人次、4亿元",
            ["游客", "旅游收入", "游客增长", "旅游收入增长"],
        ),
    ],
)
def test_numbers_dealt_out(text: str, indicators: list[str]) -> None:
    assert _names(text) == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        ("办理人大代表建议、政协提案71件", ["人大代表建议、政协提案"]),
        ("新建、改造提升高标准农田2.7万亩", ["高标准农田"]),
        ("获评环保绩效A、B级企业5家", ["环保绩效A、B级企业"]),
        ("培育省级重点专科1个、市级14个", ["省级重点专科", "市级重点专科"]),
        ("推进8个国家级、4个省级区域医疗中心建设", ["国家级区域医疗中心建设", "省级区域医疗中心建设"]),
        ("地区生产总值达到110亿元、人均达到4.6万元", ["地区生产总值", "人均地区生产总值"]),
        ("粮食播种面积83.3万亩，产量7.1亿斤", ["粮食播种面积", "粮食产量"]),
        ("享受优惠户数149户，金额4.1亿元、同比增长15.8%", ["享受优惠户数", "享受优惠金额", "享受优惠金额增长"]),
        ("32家企业享受扣除金额6987万元", ["享受扣除金额企业", "享受扣除金额"]),
    ],
)
def test_lists_share_and_carry(text: str, indicators: list[str]) -> None:
    assert _names(text) == indicators


@pytest.mark.parametrize(
    ("text", "indicators"),
    [
        (
            "总投资12亿元的职教中心新校区、总投资7100万元的九年一贯制学校开工",
            ["职教中心新校区总投资", "九年一贯制学校总投资"],
        ),
        ("压茬推进总投资9.64亿元的10条道路建设", ["道路建设总投资", "道路建设"]),
        ("实施总长7.6公里的博望路大修养护工程", ["博望路大修养护工程总长"]),
        ("拨付1600万元就业补助资金", ["就业补助资金"]),
        ("71%的煤电机组实现超低排放，", ["煤电机组实现超低排放占比"]),
        ("行政机关负责人100%出庭应诉，", ["行政机关负责人出庭应诉"]),
        ("2个项目纳入省重点项目库，", ["纳入省重点项目库"]),
        ("在县域科技创新能力评价中排名全省第16", ["县域科技创新能力评价"]),
        ("关停自备水井200眼", ["关停自备水井"]),
        ("重点实验室1个", ["重点实验室"]),
    ],
)
def test_what_the_number_belongs_to(text: str, indicators: list[str]) -> None:
    assert _names(text) == indicators


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("对世界经济增长贡献率超过30%", ["share"]),
        ("消费贡献率由54.9%提高到58.8%", ["share", "share"]),
        ("旅客吞吐量增长16.6%，突破8700万人次", ["increase", "level"]),
        ("赤字率按2.6%安排，比去年预算低0.4个百分点", ["share", "decrease"]),
        ("低效建设用地减量10平方公里", ["decrease"]),
    ],
)
def test_kinds_of_lists(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in metrics_of(text)] == kinds
