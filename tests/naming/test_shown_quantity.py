"""A quantity is printed with the words of its sentence that change it, wherever they stand: what is expected is no result yet."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest

from briefing.assemble.figures import figure_of, listed, named
from briefing.assemble.slides import deck_context
from briefing.expected import is_expected
from briefing.model import Figure
from briefing.naming.shown_name import place_of, shown_name
from briefing.naming.shown_quantity import shown_quantity
from briefing.naming.spread import spread_of
from briefing.naming.strength import remark_on
from briefing.nature import scales_of
from real_report import made, overview
from shared_reports import needs_shared, reports


def _figure(indicator: str, display: str, sentence: str, unit: str = "", part: str = "review") -> Figure:
    figure = Figure(
        metric_id="r/1", indicator=indicator, display=display, value="", unit=unit, qualifier="", kind="level", year=2019, part=part,
        area=0, topic="", paragraph=3, sentence=sentence, nature="result", name=indicator,
    )  # fmt: skip
    return replace(figure, quantity=shown_quantity(figure))


EXPECTED = "全县地区生产总值预计完成51.08亿元，一般公共预算收入完成2.36亿元。"
INCOMES = "城乡居民收入预计分别完成27998元、18224元，同比分别增长4%和5%。"
HEADED = "预计全年地区生产总值完成86亿元，增长6%；固定资产投资增长26%。"
AMID = "全省可再生能源装机占比达45%，预计单位生产总值能耗下降6.9%。"


@pytest.mark.parametrize(
    ("sentence", "quantity", "expected"),
    [
        (EXPECTED, "51.08亿元", True),
        (EXPECTED, "2.36亿元", False),
        (INCOMES, "18224元", True),
        (INCOMES, "4%", True),  # the growth of an income that is expected
        (HEADED, "6%", True),
        (HEADED, "26%", True),
        (AMID, "6.9%", True),
        (AMID, "45%", False),
        ("全社会研发投入强度预计达3.2%，区域创新能力继续保持全国第4位。", "第4位", False),
    ],
)
def test_a_result_that_is_only_expected_says_so(sentence: str, quantity: str, expected: bool) -> None:
    assert is_expected(sentence, quantity) is expected
    assert shown_quantity(_figure("", quantity, sentence)).startswith("预计") is expected


def test_what_builds_on_something_expected_is_not_expected_itself() -> None:
    """国务院 2024: 预计 is said of the income; 比上年预计增加1.1万亿元 is no wording of the report."""
    said = "预计今年财政收入继续恢复增长，加上调入资金等，一般公共预算支出规模28.5万亿元、比上年增加1.1万亿元。"
    assert _figure("一般公共预算支出规模", "28.5万亿元", said, part="plan").quantity == "28.5万亿元"
    bare = "预计全年主要指标好于上年，一般公共预算支出规模28.5万亿元。"
    assert _figure("一般公共预算支出规模", "28.5万亿元", bare, part="plan").quantity == "预计28.5万亿元"


def test_running_text_says_expected_where_the_source_parts_it_from_the_number() -> None:
    assert named(_figure("地区生产总值", "51.08亿元", EXPECTED)) == "地区生产总值预计51.08亿元"
    assert named(_figure("单位生产总值能耗下降", "6.9%", AMID)) == "单位生产总值能耗预计下降6.9%"


def test_a_bound_before_the_verb_stands_before_the_number() -> None:
    sentence = "取消流量“漫游”费，移动网络流量资费年内至少降低30%，让群众切实受益。"
    figure = _figure("移动网络流量资费降低", "30%", sentence, part="plan")
    assert figure.quantity == "至少30%"
    assert named(figure) == "移动网络流量资费至少降低30%"


def test_the_bracket_of_a_measure_word_stays() -> None:
    figure = _figure("工业设备更新", "14.2万台", "完成工业设备更新14.2万台（套）、电梯更新10025台。")
    assert figure.quantity == "14.2万台（套）"


def test_persons_whose_noun_follows_are_said_to_be_persons() -> None:
    sentence = "保持2300万省外劳动力和240万省外脱贫劳动力在浙稳定就业。"
    assert _figure("省外劳动力", "2300万", sentence, unit="万人", part="plan").quantity == "2300万人"
    assert named(_figure("省外劳动力", "2300万", sentence, unit="万人", part="plan")) == "2300万省外劳动力"


@needs_shared
def test_half_a_slide_parts_no_quantity_with_its_word_inside_its_unit() -> None:
    """Half a slide breaks 力争53.75万千|瓦; what is shorter stays on one line."""
    path = next(one for one in reports() if one.stem == "county-高唐县-2025")
    slides = [one for one in deck_context(overview(path))["slides"] if one["kind"] == "targets"]
    rows = [row for slide in slides for table in (slide["rows"], slide["beside"]) for row in table]
    cells = {"".join(run.text for run in cell) for row in rows for cell in row}
    assert "力争\n53.75万千瓦" in cells
    assert "力争1个" in cells


@needs_shared
def test_a_clause_is_not_parted_behind_its_first_word() -> None:
    """The last slide of 高唐县's green area broke 力争|完成绿化面积300亩."""
    brief = made(next(one for one in reports() if one.stem == "county-高唐县-2025")).brief(7)
    (slide,) = [one for one in deck_context(brief)["slides"] if one["kind"] == "closing"]
    cells = {"".join(run.text for run in cell) for row in slide["beside"] for cell in row}
    assert "力争完成绿化面积300亩" in cells


ENTERPRISES = "力争全年申报高新技术企业35家，科技型中小企业评价入库120家。"
TALENTS = "深入实施人才强县战略，争取引进外国专家4人以上、青年人才2000人以上。"
FARMLAND = "力争改造提升高标准农田13万亩，建设“吨半粮”示范区10万亩。"
INVITED = "力争全年组织招引活动20次以上，引进过亿元项目40个以上。"
WATER = "压减地下水开采量1.6亿立方米，力争生态补水20亿立方米，修复历史遗留矿山4.5万亩。"
SURE = "保证公办幼儿园入学占比达到60%以上，义务教育学位公办率达到95%以上，力争录取人数再创新高。"
THREE_YEARS = "力争通过3年努力，培育上市企业10家以上，完成200家企业智能化改造。"
GRAIN = "坚决遏制耕地“非农化”、防止“非粮化”，确保粮食播种面积稳定在105万亩以上。"
BONDS = "拟安排地方政府专项债券3.9万亿元、比上年增加1000亿元。"
KEPT = "力争年内完成投资40亿元以上，突出抓好27个省市重点项目。"


@pytest.mark.parametrize(
    ("indicator", "display", "sentence", "shown"),
    [
        ("高新技术企业", "35家", ENTERPRISES, "力争35家"),
        ("科技型中小企业评价入库", "120家", ENTERPRISES, "力争120家"),  # no verb of its own
        ("外国专家", "4人以上", TALENTS, "争取4人以上"),
        ("青年人才", "2000人以上", TALENTS, "争取2000人以上"),
        ("高标准农田", "13万亩", FARMLAND, "力争13万亩"),
        ("“吨半粮”示范区", "10万亩", FARMLAND, "力争10万亩"),  # what opens the targets of a sentence holds for all
        ("过亿元项目", "40个以上", INVITED, "力争40个以上"),
        ("历史遗留矿山", "4.5万亩", WATER, "4.5万亩"),  # one of several is aimed at
        ("生态补水", "20亿立方米", WATER, "力争20亿立方米"),
        ("公办幼儿园入学占比", "60%以上", SURE, "保证60%以上"),
        ("义务教育学位公办率", "95%以上", SURE, "95%以上"),  # of which it is not said
        ("粮食播种面积", "105万亩以上", GRAIN, "确保105万亩以上"),
        ("粮食产量", "400万吨以上", "确保粮食播种面积和产量保持在1000万亩、400万吨以上。", "确保400万吨以上"),
        ("安全利用率", "100%", "加强成果应用，确保农用地和建设用地安全利用率达100%。", "确保100%"),
        ("上市企业", "10家以上", THREE_YEARS, "力争10家以上"),
        ("企业智能化改造", "200家", THREE_YEARS, "力争200家"),
        ("省市重点项目", "27个", KEPT, "27个"),
        ("赤字率", "3%", "赤字率拟按3%安排，赤字规模4.06万亿元。", "拟按3%安排"),
        ("地方政府专项债券", "3.9万亿元", BONDS, "拟安排3.9万亿元"),
        ("地方政府专项债券增加", "1000亿元", BONDS, "1000亿元"),
        ("中央预算内投资", "7000亿元", "今年中央预算内投资拟安排7000亿元。", "拟安排7000亿元"),
        ("专项债券", "30亿元", "争取专项债券30亿元。", "30亿元"),  # won, not aimed at
    ],
)
def test_a_target_is_shown_as_firm_as_its_clause_promises_it(
    indicator: str, display: str, sentence: str, shown: str
) -> None:
    assert _figure(indicator, display, sentence, part="plan").quantity == shown
    proposed = shown if shown.startswith("拟") else display  # a review only tells what was proposed
    assert _figure(indicator, display, sentence, part="review").quantity == proposed


def test_the_word_of_a_sum_stands_with_its_quantity_and_in_no_name() -> None:
    """拟安排 and 先发行 stood now in the name and now in the value (国务院-2024)."""
    said = "从今年开始拟连续几年发行超长期特别国债，今年先发行1万亿元。"
    issued = _figure("超长期特别国债", "1万亿元", said, part="plan")
    assert issued.quantity == "先发行1万亿元"
    for indicator, display, sentence in (("超长期特别国债", "1万亿元", said), ("地方政府专项债券", "3.9万亿元", BONDS)):
        assert shown_name(indicator, display, sentence, "level") == indicator
    assert named(issued) == "超长期特别国债先发行1万亿元"
    assert named(_figure("地方政府专项债券", "3.9万亿元", BONDS, part="plan")) == "地方政府专项债券拟安排3.9万亿元"


def test_running_text_makes_sure_before_the_name() -> None:
    said = "确保今年入冬前2.16万户灾损农房新建任务全面完成。"
    assert named(_figure("农房新建任务全面完成", "2.16万户", said, part="plan")) == "确保农房新建任务全面完成2.16万户"
    assert named(_figure("粮食播种面积", "105万亩以上", GRAIN, part="plan")) == "确保粮食播种面积105万亩以上"


def test_the_size_of_a_work_is_not_what_is_made_sure_of() -> None:
    said = "确保康达水业等投资37亿元的6个项目建成投产。"
    scale = replace(_figure("项目投资", "37亿元", said, part="plan"), nature="scale", quantity="")
    assert shown_quantity(scale) == "37亿元"
    assert _figure("建成投产项目", "6个", said, part="plan").quantity == "确保6个"


@pytest.mark.parametrize(
    ("indicator", "display", "sentence", "part", "shown"),
    [
        ("城镇调查失业率", "5.2%", "城镇新增就业1244万人，城镇调查失业率平均为5.2%。", "review", "平均5.2%"),
        ("农村集体经济收入", "10万元以上", "农村集体经济收入全部达到10万元以上。", "review", "全部10万元以上"),
        ("村级集体经济收入", "10万元以上", "力争村级集体经济收入全部达到10万元以上。", "plan", "力争全部10万元以上"),
        ("研发投入年均增长", "11%", "全社会研发投入年均增长11%。", "review", "11%"),
        ("平均耗时", "3.8天", "审批平均耗时提速至3.8天。", "review", "3.8天"),
    ],
)
def test_the_word_that_says_over_whom_a_quantity_holds_stands_with_it(
    indicator: str, display: str, sentence: str, part: str, shown: str
) -> None:
    """农村集体经济收入10万元以上 (清苑-2024) is that of every village."""
    assert _figure(indicator, display, sentence, part=part).quantity == shown


@needs_shared
def test_an_average_stays_one_in_the_row_of_its_target() -> None:
    """城镇调查失业率平均为5.2% (国务院-2024) stood as 5.2% in the row of 城镇调查失业率, which the target names."""
    brief = overview(next(one for one in reports() if one.stem == "national-国务院-2024"))
    rows = {
        row[0]: row for slide in deck_context(brief)["slides"] if slide["kind"] == "compared" for row in _texts(slide)
    }
    assert "平均5.2%" in rows["城镇调查失业率"][1].replace("\n", "")


def _texts(slide: dict[str, Any]) -> list[list[str]]:
    return [["".join(run.text for run in cell) for cell in row] for row in slide["rows"]]


def test_running_text_puts_the_word_of_aiming_before_what_is_done() -> None:
    figure = replace(
        _figure("规上服务业企业", "5家", "力争全年再新增规上服务业企业5家。", part="plan"), name="新增规上服务业企业"
    )
    assert named(figure) == "力争新增规上服务业企业5家"
    power = "力争53.75万千瓦集中式陆上风电项目并网发电。"
    assert named(_figure("集中式陆上风电项目并网发电", "53.75万千瓦", power, part="plan")) == power[:-1]
    assert named(
        _figure("供浙气源综合价格下降", "3分", "力争电价下降1分，供浙气源综合价格再下降3分。", part="plan")
    ) == ("供浙气源综合价格力争下降3分")


@needs_shared
def test_every_table_card_and_chart_of_every_report_keeps_the_word_of_aiming() -> None:
    """高唐县-2025 aimed at 青年人才2000人以上, and its cards and charts promised them."""
    bars = 0
    for path in reports():
        for area in made(path).briefs:
            for figure in area.targets:
                clause = re.split(
                    "[，；。]", figure.sentence[: place_of(figure.sentence, figure.display, figure.indicator)]
                )[-1]
                for word in ("力争", "确保"):
                    if clause.startswith(word):
                        assert figure.quantity.startswith(word), figure.sentence
            aimed = {one.metric_id for one in area.targets if one.quantity.startswith(("力争", "争取"))}
            told = [bar.label for chart in area.charts for bar in chart.bars if bar.metric_id in aimed]
            bars += len(told)
            assert all("（力争）" in one or "（争取）" in one for one in told)
    assert bars > 5


@needs_shared
@pytest.mark.parametrize(
    ("report", "text", "told"),
    [
        ("district-清苑区-2024", "16%以上", "游客人数、旅游收入力争均增长16%以上"),
        ("district-徐水区-2024", "8%", "城镇居民和农村居民人均可支配收入均增长8%"),
        ("city-保定市-2023", "100%", "人大代表建议、政协提案办复率、满意率均100%"),
    ],
)
def test_what_holds_for_each_of_two_says_so(report: str, text: str, told: str) -> None:
    """Without 均 the growth of 游客人数、旅游收入 reads as that of one sum."""
    real = made(next(path for path in reports() if path.stem == report))
    scales = scales_of(real.report, real.metrics)
    figures = [figure_of(one, real.report.paragraphs, scales) for one in real.metrics if one.text == text]
    assert told in [listed(one) for one in figures]


@pytest.mark.parametrize(
    ("name", "before", "word"),
    [
        ("用电量、供电量", "用电量、供电量均", "均"),
        ("居民人均收入", "居民人均收入均达", ""),  # of one thing: of whom, the sentence tells
        ("城镇和农村居民收入", "城镇和农村居民收入人均达", ""),  # 人均 is another word
    ],
)
def test_only_a_name_of_several_is_said_to_hold_for_each(name: str, before: str, word: str) -> None:
    assert spread_of(name, before) == word


def test_a_bar_keeps_the_word_of_making_sure() -> None:
    said = "确保粮食播种面积稳定在105万亩以上"
    assert remark_on("plan", "粮食播种面积", "粮食播种面积", said, "105万亩以上") == "（确保）"


def test_a_place_that_is_shared_says_so() -> None:
    """河北, 2024: 并列全国第一 stood as 第一."""
    sentence = "国家中小企业特色产业集群数量并列全国第一。"
    assert _figure("国家中小企业特色产业集群数量（全国排名）", "第一", sentence).quantity == "并列第一"
    assert (
        _figure("国家中小企业特色产业集群数量（全国排名）", "第一", sentence.replace("并列", "居")).quantity == "第一"
    )
