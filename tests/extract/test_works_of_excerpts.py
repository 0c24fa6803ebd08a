"""What is to be done, in sentences of reports and lists of 民生实事 of districts and counties, 2013 to 2026, which nobody had tuned for."""

from __future__ import annotations

import pytest

from briefing.naming.of_metrics import name_of
from extract_sentences import metrics_of

SENTENCES = (
    ("五莲县计划招引20个以上过亿项目。", "五莲县计划招引过亿项目 20个以上"),
    ("向符合政策规定的约12.5万名3岁-6岁在园儿童发放成长补贴。", "3岁-6岁在园儿童 约12.5万名"),
    ("完成63万平方米多高层住宅综合整治。", "完成多高层住宅综合整治 63万平方米"),
    (
        "全年争取到位基本建设类补助资金9.66亿元，其中国家专项建设债券资金1.66亿元。",
        "争取到位基本建设类补助资金 9.66亿元|基本建设类补助资金（其中国家专项建设债券资金） 1.66亿元",
    ),
    ("招商引进福尔康、医用敷料成品生产等项目142个。", "招商引进项目 142个"),
    (
        "80%以上为技改投资和新兴产业投资项目，以加快工业结构优化升级。",
        "技改投资和新兴产业投资项目占比 80%以上",
    ),
    (
        "在有失管小区的24个街镇每个街镇至少启动1个试点小区进行整治提升。",
        "街镇 24个|启动试点小区 1个",
    ),
    (
        "两所医院建筑面积由5万平方米增至23万平方米。",
        "医院 两所|医院建筑面积 23万平方米",
    ),
    ("完成太舟坞公园等7处26公顷公园绿地建设。", "公园绿地建设 7处|公园绿地建设 26公顷"),
    (
        "城乡居民收入27306元、8929元，分别增长8.8%和9.6%。",
        "城镇居民收入 27306元|农村居民收入 8929元|城镇居民收入增长 8.8%|农村居民收入增长 9.6%",
    ),
    ("今年底实现开放床位1500张。", "实现开放床位 1500张"),
    # what a township has built, with what each work cost
    (
        "投资107万元，完成中华9.3公里弹石公路；投资100万元，完成某某公路1.7公里水泥硬化；投资162万元，完成某某公路19.2公里的路基改造项目；投资100万元完成某某村4公里的水泥及弹石路建设项目。",
        "弹石公路投资 107万元|水泥硬化投资 100万元|路基改造项目投资 162万元|完成某某公路路基改造项目 19.2公里|完成某某村水泥及弹石路建设项目 4公里",
    ),
    (
        "各项存贷款余额达7338万元和4022万元，同比增长37.8%和14.8%。",
        "各项存款余额 7338万元|各项贷款余额 4022万元|各项存款余额增长 37.8%|各项贷款余额增长 14.8%",
    ),
    (
        "社康机构中医药服务实现三个100%（所有一类社康中心100%设置中医综合服务区）。",
        "所有一类社康中心设置中医综合服务区 100%",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("text", "told"), SENTENCES)
def test_what_a_figure_is_of(text: str, told: str) -> None:
    found = [f"{name_of(one)} {one.text}" for one in metrics_of(text)]
    assert [one for one in told.split("|") if one not in found] == [], found


@pytest.mark.parametrize("text", ["开工、投产、达效率实现3个100%。", "对全区10岁-17岁在校学生实施脊柱侧弯免费筛查。"])
def test_slogans_and_ages_are_no_figures(text: str) -> None:
    assert metrics_of(text) == ()


def test_large_projects_are_counted_once() -> None:
    assert [one.text for one in metrics_of("五莲县计划招引20个以上过亿项目。")] == ["20个以上"]


def test_revenue_of_taxes_is_named_without_its_verb() -> None:
    revenue, growth = metrics_of("去年全区完成税收总收入723.3亿元，同比增长5.5%。")
    assert (revenue.indicator, growth.indicator) == ("税收总收入", "税收总收入增长")
