"""Which figures of a plan are targets and which tell only the scale (规模) of what is worked on, by the words around them."""

from __future__ import annotations

import dataclasses
from itertools import pairwise

import pytest

from briefing.compare import compare
from briefing.extract import extract_metrics
from briefing.model import Measure, Part
from briefing.nature import is_finished, is_scale, nature_of, scales_of
from briefing.parse import read_report
from briefing.unreached import is_beside, is_unspent
from real_report import made
from shared_reports import needs_shared, reports

SCALES = (
    ("统筹推进总投资", "的142个项目建设"),
    ("统筹推进总投资2680亿元的", "项目建设"),
    ("支持山西煤机等", "省重点产业链企业做大做强"),
    ("加快推进总投资8亿元的", "项目"),
    ("谋划推进总投资", "的开发区基础设施建设项目"),
    ("服务保障好投资", "的光伏产业园项目"),
    ("盯紧总投资", "的17个省市重点项目建设"),
    ("巩固提升装备制造、康养食品", "优势产业"),
    ("加快发展", "国家先进制造业集群和3个新兴产业集群"),
    ("扎实推进", "欠发达县域托底性帮扶"),
    ("聚焦", "县域特色产业"),
    ("养护好", "森林资源"),
    # The size of one thing, whatever is promised of the thing.
    ("占地", "的新职教中心投入使用"),
    ("全力推动总投资", "的开发区基础设施项目建成运营"),
    ("完成投资", "的东环路、南环路改造提升"),
    ("投资", "的县养老服务中心年内投入使用"),
    ("实施总长", "的博望路大修养护工程"),
    ("加快建设荣达锦翼年产", "鸭肉制品、唐郡黑玉米产业融合发展等农产品加工项目"),
    # Money that was given already, and how many works it pays for.
    ("加快实施已下达", "国债资金的23个项目建设"),
    ("加快实施已下达12.87亿元国债资金的", "项目建设"),
    ("确保已到位", "国债资金的23个项目开工"),
    # What several works cost, whatever is promised of them.
    ("大力实施总投资", "的36个省、市重点项目"),
    ("确保康达水业等投资", "的6个项目建成投产"),
    ("中南高科·清苑新经济产业园（二期）等投资", "的11个项目尽快开工"),
)
TARGETS = (
    ("稳步推进王村等", "城改项目"),
    ("推动省体院等", "重点工程项目落地"),
    ("力争储备项目50个以上、总投资", ""),
    ("新增晋兴板企业", ""),
    ("培育高新技术企业", "、科技型中小企业2000家"),
    ("全力办好", "民生实事"),
    ("确保康达水业等投资37亿元的", "项目建成投产"),
    ("大力实施总投资127亿元的", "省、市重点项目"),  # beside last year's 实施省、市重点项目33个
    ("年内签约总投资", "的20个项目"),
    ("完成总投资", "的12个项目投资计划"),
    ("达到年产", "规模"),
    ("完成投资", "的目标"),
    ("完成投资", ""),
    ("建成", "的绿色安全农副产品基地"),
    ("打通投资0.5亿元的尚书苑南侧、永禄大街", "断头路"),
    ("投资", "新建休闲健身公园3座"),
    ("支持龙头企业新增", "生产线"),
    ("设立养老服务中心", ""),
    ("改造提升高标准农田", ""),
    ("培育畜牧万亿级产业链等", "千亿级产业链"),
    ("实施", "年度共建项目"),
    ("滚动推进重大项目", ""),
    ("确保已到位12亿元国债资金的", "项目开工"),
    ("下达", "国债资金的目标"),
)


@pytest.mark.parametrize(("before", "after"), SCALES)
def test_what_is_only_worked_on_is_a_scale(before: str, after: str) -> None:
    assert is_scale(before, after)


@pytest.mark.parametrize(("before", "after"), TARGETS)
def test_what_is_promised_is_a_target_and_so_is_every_doubt(before: str, after: str) -> None:
    assert not is_scale(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全国仅", ""),
        ("全省只有", ""),
        ("在", "重点城市空气质量排名倒26名"),
        ("成为", "国家先行试点城市之一"),
        ("争创省级以上改革成果", ""),
        ("", "国省考断面水质达标率100%"),
        ("", "国考断面优良率和285个水功能区达标率均为100%"),
        ("", "重点传统制造业增加值增长8%"),
        ("扎实推进", "欠发达县域托底性帮扶"),
    ],
)
def test_those_among_whom_the_place_is_are_no_result_of_its_own(before: str, after: str) -> None:
    assert is_beside(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("全年成功争创智能建造等", "国家级示范试点"),
        ("在", "县建设粮油千亩高产示范片1000个"),
        ("全省", "县实现城乡一体化"),
        ("新增", "国家级试点"),
        ("为", "特困人员购买医疗补充保险"),
        ("", "行政村实现“村村通5G”"),
        ("加快推进", "乡镇综合文化站建设"),
    ],
)
def test_what_was_done_in_or_for_them_is_a_result(before: str, after: str) -> None:
    assert not is_beside(before, after)


@pytest.mark.parametrize(
    ("before", "after", "unspent"),
    [
        ("启动投资", "的乡村振兴环境整治综合基础建设项目", True),
        ("启动了总投资12亿元的职教中心新校区、总投资", "的阜东小学等学校建设", True),
        ("总投资", "的疾控中心等一批项目加快推进", True),
        ("全年谋划实施总投资", "的重点项目21个", True),
        ("撬动社会资本打造", "引导基金集群", True),
        ("启动运行总规模", "的三大先导产业母基金和未来产业基金", True),  # how much they may come to hold
        ("启动总规模", "的产业园", False),
        ("总投资", "的县医院病房楼建成投用", False),
        ("博远电气等总投资", "的9个项目竣工投产", False),
        ("总投资", "的36个项目开工建设", False),  # how much was started in a year
        ("签约联合U谷等总投资", "的10个优质项目", False),
        ("完成投资", "", False),
    ],
)
def test_what_a_work_costs_that_has_only_begun_is_no_result(before: str, after: str, unspent: bool) -> None:
    """启动投资10.5亿元的…项目 (清苑-2024) stood among the results as 10.5亿元."""
    assert is_unspent(before, after) is unspent


@needs_shared
@pytest.mark.parametrize(
    ("stem", "texts", "nature"),
    [
        ("district-清苑区-2024", ("37亿元", "42亿元", "29.2亿元", "18.8亿元", "127亿元", "7个"), "scale"),
        ("city-保定市-2023", ("总投资6658.3亿元",), "scale"),
        ("city-保定市-2023", ("实施省市重点项目676个",), "target"),
        ("city-保定市-2025", ("总投资突破1.5万亿元",), "target"),  # of what is to be held ready
        ("district-清苑区-2024", ("36个", "13个", "390亩"), "target"),
        ("province-四川省-2025", ("持续实施6个",), "scale"),
        ("province-河北省-2024", ("继续实施20项",), "target"),  # of a programme that is set anew each year
    ],
)
def test_a_plan_promises_how_many_are_done_and_neither_what_they_cost_nor_what_goes_on(
    stem: str, texts: tuple[str, ...], nature: str
) -> None:
    real = made(next(one for one in reports() if one.stem == stem))
    scales = scales_of(real.report, real.metrics)
    plan = [one for one in real.metrics if one.part == "plan"]
    for text in texts:
        told = [one for one in plan if real.cleaned[: one.end].endswith(text) and text.endswith(one.text)]
        assert told, text
        assert nature in {nature_of(one, scales) for one in told}, text


@pytest.mark.parametrize(
    ("said", "text", "unit", "scale"),
    [
        ("加快5万千瓦某某风电项目并网发电", "5万千瓦", "千瓦", True),
        ("新增装机5万千瓦", "5万千瓦", "千瓦", False),  # a capacity alone
        ("认真落实放宽市场准入24条特别措施", "24条", "条", True),  # laid down before
        ("实施新一轮优化营商环境改革举措58条", "58条", "条", False),
        ("保障7个项目390亩土地“标准地”供地", "7个", "个", True),  # for whom the land is
        ("保障7个项目390亩土地“标准地”供地", "390亩", "亩", False),
        ("持续实施6个重大科技专项和重点研发计划", "6个", "个", True),
        ("继续实施20项民生工程", "20项", "项", False),  # set anew each year
        ("确保13个国考断面全部达标", "13个", "个", False),
        ("13个国考断面优良率达到100%", "13个", "个", True),
    ],
)
def test_what_is_in_a_name_goes_on_or_was_laid_down_is_a_scale(said: str, text: str, unit: str, scale: bool) -> None:
    real = made()
    target = next(one for one in real.metrics if one.text == "3500亩")
    at = said.index(text)
    metric = dataclasses.replace(target, text=text, unit=unit, sentence=said, start=at, end=at + len(text))
    measure = Measure(said, 0, len(said), 1)
    topic = dataclasses.replace(real.report.parts[-1].areas[-1].topics[0], measures=(measure,))
    area = dataclasses.replace(real.report.parts[-1].areas[-1], topics=(topic,))
    report = dataclasses.replace(real.report, parts=(Part("plan", "", 0, len(said), (area,)),))
    assert bool(scales_of(report, [metric])) == scale


def test_the_real_report_has_twenty_targets_and_three_scales() -> None:
    real = made()
    scales = scales_of(real.report, real.metrics)
    plan = [one for one in real.metrics if one.part == "plan"]
    assert [(one.area, one.text) for one in plan if one.metric_id in scales] == [
        (2, "3家"),
        (3, "2680亿元"),
        (3, "142个"),
    ]
    targets = [sum(nature_of(one, scales) == "target" for one in plan if one.area == area) for area in range(1, 7)]
    assert targets == [1, 4, 3, 8, 4, 0]
    assert {nature_of(one, scales) for one in real.metrics if one.part == "review"} == {"result"}


def test_a_bound_a_growth_and_a_figure_without_the_source_are_targets() -> None:
    real = made()
    scale = next(one for one in real.metrics if one.text == "142个")
    for change in ({"qualifier": "ge"}, {"kind": "increase"}, {"start": scale.start, "end": scale.start}):
        assert not scales_of(real.report, [dataclasses.replace(scale, **change)])


def test_what_a_person_rules_goes_before_the_words() -> None:
    """142个 that are only pushed on may be a target after all, and 3500亩 a scale."""
    real = made()
    by_text = {one.text: one for one in real.metrics if one.part == "plan"}
    ruled = [
        dataclasses.replace(by_text["142个"], nature="target"),
        dataclasses.replace(by_text["3500亩"], nature="scale"),
    ]
    assert scales_of(real.report, ruled) == {by_text["3500亩"].metric_id}


def test_no_scale_is_paired_with_a_result() -> None:
    real = made()
    scales = scales_of(real.report, real.metrics)
    assert not {one.plan_metric_id for one in compare(real.cleaned, real.report, real.metrics)} & scales


@needs_shared
def test_in_real_reports_scales_are_few_and_what_works_cost_in_all_is_one_wherever_their_count_is() -> None:
    figures = scaled = pairs = 0
    for path in reports():
        cleaned, report = read_report(path, path.stem, None)
        plan = [one for one in extract_metrics(cleaned, report).metrics if one.part == "plan"]
        scales = scales_of(report, plan)
        figures, scaled = figures + len(plan), scaled + len(scales)
        for amount, count in pairwise(plan):
            between = cleaned[amount.end : count.start]
            if cleaned[: amount.start].endswith("总投资") and between == "的":
                pairs += 1
                assert amount.metric_id in scales, cleaned[amount.start : count.end]
    print(f"{figures} figures of plans, {scaled} of them scales, {pairs} pairs")
    assert pairs > 4
    assert 0 < scaled < figures / 10


@needs_shared
def test_why_a_target_is_set_is_no_second_target() -> None:
    """6.5%左右的增速可以实现比较充分的就业 speaks of the target that stands before it, and 820多万 will graduate whatever is done."""
    path = next(one for one in reports() if one.stem == "national-国务院-2018")
    cleaned, report = read_report(path, path.stem, None)
    metrics = extract_metrics(cleaned, report).metrics
    scales = scales_of(report, metrics)
    natures = [(one.indicator, nature_of(one, scales)) for one in metrics if one.text in ("6.5%左右", "820多万人")]
    assert natures == [("国内生产总值增长", "target"), ("增速", "scale"), ("高校毕业生", "scale")]
    assert not [one for one in metrics if one.indicator == "煤电机组"]


@needs_shared
def test_money_that_was_given_already_is_no_target_of_the_year() -> None:
    """加快实施已下达12.87亿元国债资金的23个项目建设 (顺平县-2024, area 1) stood first in the title of 2024年目标."""
    brief = made(next(one for one in reports() if one.stem == "county-顺平县-2024")).brief(1)
    assert {"12.87亿元", "23个"} <= {one.display for one in brief.scales}
    assert not [one for slide in brief.slides for one in [slide.title] if "已下达" in one]


@pytest.mark.parametrize(
    ("before", "after", "finished"),
    [
        ("力争", "集中式陆上风电项目并网发电", True),
        ("力争时风热电", "生物质热电联产项目建成启用", False),  # its owner and its size are its name
        ("", "生物质热电联产项目建成启用", True),
        ("建成投运", "光伏发电项目", True),
        ("加快推进", "风电项目并网发电", False),  # pushed on, not promised
        ("启动", "光伏项目建设", False),
        ("", "铝热连轧项目开工", False),
    ],
)
def test_the_capacity_of_a_work_counts_once_the_work_is_finished(before: str, after: str, finished: bool) -> None:
    assert is_finished(before, after) is finished


@needs_shared
def test_the_wind_farm_that_is_to_be_connected_is_a_target() -> None:
    """The largest target of the area stood in no table (高唐县-2025, area 7); last year's 20万千瓦…并网发电 was a result. 时风热电24兆瓦生物质热电联产
    项目 is to be finished, and its 24兆瓦, told as 力争24兆瓦, are no aim but its size (domain: 规模)."""
    real = made(next(one for one in reports() if one.stem == "county-高唐县-2025"))
    assert "53.75万千瓦" in {one.display for one in real.brief(7).targets}
    assert "24兆瓦" in {one.display for one in real.brief(7).scales}
    assert "1.8万吨" in {one.display for one in real.brief(5).scales}
