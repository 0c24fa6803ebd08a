"""Like is set beside like; what only bears the same name is listed with the reason; nothing else is paired."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from briefing.compare import compare
from briefing.compare.wording import clause_of, wording_of
from briefing.extract import extract_metrics
from briefing.model import Metric, Report
from briefing.parse import read_report
from real_report import XIAODIAN, made
from shared_reports import needs_shared, reports


def _pairs(status: str) -> list[tuple[str, str]]:
    one = made()
    return [
        (one.metric(pair.plan_metric_id).indicator, one.metric(pair.review_metric_id).indicator)
        for pair in one.comparisons
        if pair.status == status
    ]


@pytest.mark.parametrize("thing", ["高标准农田", "晋兴板", "公办幼儿园"])
def test_what_is_counted_alike_is_comparable(thing: str) -> None:
    """新增 with 新增, 新增 with 新建, 完成…建设 with 建成."""
    assert [pair for pair in _pairs("comparable") if thing in pair[0] and thing in pair[1]]


@pytest.mark.parametrize("thing", ["专精特新", "高新技术企业", "老旧小区", "数字经济", "社区食堂"])
def test_what_only_bears_the_name_is_a_look_alike(thing: str) -> None:
    assert [pair for pair in _pairs("look_alike") if thing in pair[0] and thing in pair[1]]
    assert not [pair for pair in _pairs("comparable") if thing in pair[0]]


def test_nothing_else_is_paired() -> None:
    named = ("高标准农田", "晋兴板", "公办幼儿园", "专精特新", "高新技术企业", "老旧小区", "数字经济", "社区食堂")
    pairs = _pairs("comparable") + _pairs("look_alike")
    assert [pair for pair in pairs if not any(name in pair[0] for name in named)] == []
    assert len(_pairs("comparable")) == 3


def test_each_look_alike_says_why_in_chinese() -> None:
    """The reason names what differs and ends with the words that documents carry."""
    for pair in made().comparisons:
        if pair.status == "look_alike":
            assert pair.reason.endswith("口径不同，不可比")
            assert any(word in pair.reason for word in ("级别", "限定", "对象", "动作", "多个数值"))


def _two(review: str, plan: str, unit: str = "家", kinds: tuple[str, str] = ("level", "level")) -> str:
    """The status of the pair in a text of two clauses, empty when there is none."""
    text = f"{review}。\n{plan}。\n"
    metrics = []
    for part, clause, year, kind in (("review", review, 2023, kinds[0]), ("plan", plan, 2024, kinds[1])):
        digits = "12" if part == "review" else "15"
        start = text.index(clause) + clause.index(digits)
        quantity = digits + unit
        indicator = clause.split("，")[-1].replace(quantity, "").lstrip("新增建成完培育认定启动开工达到举办推广实施")
        indicator = re.sub(r"(?:预计)?(?:完成|实现|达到)$", "", indicator)
        metrics.append(
            Metric(
                f"t/{part}-1/001", part, 1, "", "", indicator, Decimal(digits), Decimal(digits), unit, "eq", kind, year,
                quantity, clause, start, start + len(quantity), years=5 if clause.startswith("五年来") and "达到" not in clause else 1,
            )
        )  # fmt: skip
    report = Report("t", "甲县", "county", "", 2024, 2023, "", "", "", None, (), (), ())
    found = compare(text, report, metrics)
    return found[0].status if found else ""


@pytest.mark.parametrize(
    ("review", "plan", "status"),
    [
        ("新增口袋公园12家", "新建口袋公园15家", "comparable"),
        ("新增科创平台12家", "培育科创平台15家", "look_alike"),
        ("认定省级农业龙头12家", "认定农业龙头15家", "look_alike"),
        ("拥有瞪羚企业12家", "新增瞪羚企业15家", "look_alike"),
        ("新增口袋公园12家", "新增停车场15家", ""),
        ("新增企业12家", "新增企业15家", ""),
        ("拥有瞪羚企业7家，隐形冠军企业12家", "新增瞪羚企业3家，隐形冠军企业15家", "look_alike"),
        ("新增瞪羚企业7家，隐形冠军企业12家", "新增瞪羚企业3家，隐形冠军企业15家", "comparable"),
        ("举办书画展览12家", "举办各类书画展览15家", "comparable"),
        ("完成大豆玉米带状复合种植12家", "推广大豆玉米复合种植15家", "look_alike"),
        ("净增瞪羚企业12家", "新增瞪羚企业15家", "look_alike"),
        ("五年来，新建农村公路12家", "新建农村公路15家", "look_alike"),
        ("新建农村公路12家", "通过3年努力，新建农村公路15家", "look_alike"),
        ("认定专精特新企业12家", "认定专精特新小巨人企业15家", "look_alike"),
        ("电商网络零售点12家", "网络零售点15家", "look_alike"),
        ("启动省重点项目12家", "实施省市重大项目15家", "look_alike"),
        ("新增储备项目12家", "新增落地项目15家", ""),
        ("实施重大科技专项12家", "实施重大科技专项和重点研发计划15家", "look_alike"),
    ],
)
def test_verb_level_and_thing_decide(review: str, plan: str, status: str) -> None:
    """A stock is never compared with an addition, also where the verb stands a clause before; a bare 企业 names nothing in particular."""
    assert _two(review, plan) == status


def test_what_grows_in_all_is_the_product_of_the_place() -> None:
    """广西, 2026: 经济增长5%左右 stood beside a dash although last year's 5.1% was told of the 地区生产总值."""
    assert _two("地区生产总值增长12%", "经济增长15%", unit="%", kinds=("increase", "increase")) == "comparable"
    assert _two("地区生产总值增长12%", "村集体经济增长15%", unit="%", kinds=("increase", "increase")) != "comparable"


def test_growth_is_never_paired_with_a_level() -> None:
    assert _two("外贸进出口12家", "外贸进出口15家", kinds=("increase", "level")) == ""


@pytest.mark.parametrize(
    ("review", "plan"),
    [
        ("全年城镇新增就业12人", "全年新增城镇就业15人"),
        ("养老参保率12%", "养老保险参保率达15%"),
        ("医保参保率12%", "基本医疗保险参保率达15%"),
    ],
)
def test_one_statistic_under_two_names_is_one(review: str, plan: str) -> None:
    unit, kind = ("%", "share") if "率" in review else ("人", "level")
    assert _two(review, plan, unit, (kind, kind)) == "comparable"


@pytest.mark.parametrize("verb", ["", "达到", "实现", "完成", "预计完成"])
def test_what_a_statistic_comes_to_is_one_whatever_leads_to_its_number(verb: str) -> None:
    """收入完成, 收入达到 and 收入 are one; 完成 before the thing itself is a verb."""
    assert _two(f"一般公共预算收入{verb}12元", "一般公共预算收入完成15元", "元") == "comparable"
    assert _two("实施高标准农田改造12亩", "完成高标准农田改造15亩", "亩") == "look_alike"


def test_a_state_reached_in_five_years_is_still_a_state() -> None:
    """参保率 is no sum of years; what was built in five years is."""
    assert _two("五年来，养老保险参保率达到12%", "养老保险参保率达到15%", "%", ("share", "share")) == "comparable"


def test_what_became_of_the_thing_is_the_verb_where_nothing_stands_before_it() -> None:
    """标准车间加快建设 is not 标准车间投入使用."""
    assert _two("12家标准车间加快建设", "15家标准车间投入使用", "家") in ("look_alike", "")
    report, plan = "12家标准车间加快建设", "15家标准车间投入使用"
    text = f"{report}。\n{plan}。\n"
    one, other = (
        wording_of(
            Metric(
                "t/plan-1/001", "plan", 1, "", "", "标准车间", Decimal(1), Decimal(1), "家", "eq", "level", 2024,
                said[:3], said, text.index(said), text.index(said) + 3,
            ),
            text,
        )
        for said in (report, plan)
    )  # fmt: skip
    assert (one.verb, other.verb) == ("建设", "投入使用")


@needs_shared
def test_in_a_report_of_five_years_only_the_last_year_is_compared_with_this_years_targets() -> None:
    path = next(one for one in reports() if one.stem == "national-国务院-2018")
    cleaned, report = read_report(path, path.stem, None)
    metrics = {one.metric_id: one for one in extract_metrics(cleaned, report).metrics}
    pairs = [
        (metrics[one.plan_metric_id], metrics[one.review_metric_id], one)
        for one in compare(cleaned, report, list(metrics.values()))
    ]
    roads = next(pair for target, _, pair in pairs if target.indicator == "农村公路")
    assert (roads.status, "时间跨度不同（五年与一年）" in roads.reason) == ("look_alike", True)
    jobs = [(result.text, pair.status) for target, result, pair in pairs if target.indicator == "城镇新增就业"]
    assert jobs == [("1351万人", "comparable")]


def test_growth_on_a_like_basis_is_not_growth_as_published() -> None:
    """同口径 takes out what changed in the way of counting; a plan that does not say so may not."""
    kinds = ("growth", "growth")
    like = "一般公共预算收入同口径增长"
    assert _two(f"{like}12%", "一般公共预算收入增长15%", "%", kinds) == "look_alike"
    assert _two("一般公共预算收入增长12%", "一般公共预算收入增长15%", "%", kinds) == "comparable"
    assert _two(f"{like}12%", f"{like}15%", "%", kinds) == "comparable"


def _of(report: str) -> list[tuple[str, str, str, str]]:
    """The pairs of a real report: this year's and last year's figure, status, reason."""
    one = made(next(path for path in reports() if path.stem == report))
    told = {metric.metric_id: f"{metric.indicator}{metric.text}" for metric in one.metrics}
    return [
        (
            told[pair.plan_metric_id],
            told[pair.review_metric_id],
            pair.status,
            pair.reason.removesuffix("；口径不同，不可比"),
        )
        for pair in one.comparisons
    ]


@needs_shared
@pytest.mark.parametrize(
    ("report", "target", "result", "status", "reason"),
    [
        # The verb behind a list that 加快 announces governs all of it.
        ("county-高唐县-2025", "省重大项目4个", "省重大项目3个", "look_alike", "动作不同（上年“开工建设”，今年“加快”“建设”）"),
        # Of qualities only those that differ are told.
        (
            "county-高唐县-2025", "省绿色低碳高质量发展重点项目建设11个", "省绿色低碳高质量发展项目8个", "look_alike",
            "今年“重点”，上年无此限定；动作不同（上年“开工建设”，今年“建设”）",
        ),
        (
            "county-高唐县-2025", "一般公共预算收入增长3.5%", "一般公共预算收入增长3.5%", "look_alike",
            "上年“同口径”，今年未写明口径",
        ),
        # Nearly one name: other words for it, the words turned round, other work on one thing.
        ("county-高唐县-2025", "过亿元项目40个以上", "亿元以上项目40个", "look_alike", "动作不同（上年“新签约”，今年“引进”）"),
        (
            "county-高唐县-2025", "村庄绿化美化60个以上", "绿化村庄55个", "look_alike",
            "对象不同（上年“绿化村庄”，今年“村庄绿化美化”）",
        ),
        ("county-高唐县-2025", "绿化面积300亩", "造林329亩", "look_alike", "对象不同（上年“造林”，今年“绿化面积”）"),
        (
            "county-高唐县-2025", "农村公路路面改善工程130公里", "农村公路道路修复工程132公里", "look_alike",
            "对象不同（上年“农村公路道路修复工程”，今年“农村公路路面改善工程”）",
        ),
        # 打造 and 建设 say the same of it; 建成 says that it is finished, which 建设 does not promise.
        (
            "province-四川省-2025", "粮油千亩高产示范片1000个", "粮油千亩高产示范片1000个", "comparable",
            "同为“粮油千亩高产示范片”，动作、级别和计量单位一致",
        ),
        ("county-高唐县-2025", "省级美丽乡村2个", "省级美丽乡村4个", "look_alike", "动作不同（上年“建成”，今年“建设”）"),
    ],
)  # fmt: skip
def test_what_real_reports_tell_in_nearly_one_wording(
    report: str, target: str, result: str, status: str, reason: str
) -> None:
    assert (target, result, status, reason) in _of(report)


@needs_shared
def test_other_work_is_no_other_wording() -> None:
    """Two counts that begin alike (科技型中小企业…) are not of one thing; only what is measured in one unit is."""
    assert not [
        pair
        for pair in _of("county-高唐县-2025")
        if pair[:2] == ("科技型中小企业评价入库120家", "科技型中小企业创新能力提升工程4项")
    ]


@needs_shared
def test_what_one_year_does_not_say_is_told_as_its_silence() -> None:
    """信息智能产业园 is a name and no smart one of its kind; 加快建设 of a whole list is of each of its works; 整治提升 and 修缮 are told as they are written."""
    workshops = [reason for target, _, _, reason in _of("county-博野县-2025") if target == "标准车间5.7万平米"]
    assert workshops == ["动作不同（上年“建设”，今年“投入使用”）"] * 2
    told = {(target, result): reason for target, result, _, reason in _of("district-徐水区-2024")}
    assert told["背街小巷10条", "背街小巷10条"] == "动作不同（上年“整治提升”，今年“修缮”）"


@needs_shared
@pytest.mark.parametrize(
    ("target", "result", "status", "reason"),
    [
        # Both of “千项万亿”; 县城's 重大项目500个 are not.
        ("重大项目1000个以上", "重大项目1299个", "look_alike", "动作不同（上年“完成投资”，今年“安排”）"),
        ("重大项目年度投资1万亿元以上", "重大项目完成投资1.4万亿元", "comparable", "同一指标，动作、级别和计量单位一致"),
        # An aside in brackets, the place's own name and 平均 may say something, so both wordings are told.
        (
            "中欧班列开行2500列以上", "浙江中欧班列（义新欧）开行2619列", "look_alike",
            "对象不同（上年“浙江中欧班列（义新欧）开行”，今年为中欧班列开行）",
        ),
        (
            "工商业电价下降3分/千瓦时以上", "工商业平均电价下降1分/千瓦时", "look_alike",
            "对象不同（上年“工商业平均电价”，今年“工商业电价”）",
        ),
        # Whose 参保人数 these are, the clause before says: 持续推进长护险提质扩面.
        ("参保人数1500万人", "长期护理保险参保人数4526万人", "look_alike", "总量与当年数不同（上年“达”，今年“新增”）"),
        # 全社会 and 规模 add nothing there.
        ("研发投入强度3.3%左右", "全社会研发投入强度3.2%", "comparable", "同为“研发投入强度”，动作、级别和计量单位一致"),
        (
            "跨境电商出口增长20%", "跨境电商出口规模增长19.1%", "comparable",
            "同为“跨境电商出口”，动作、级别和计量单位一致",
        ),
        ("服务贸易出口增长6%", "服务贸易增长24.5%", "look_alike", "对象不同（上年“服务贸易”，今年为服务贸易出口）"),
        (
            "纳入国家用地保障范围项目100个以上", "纳入国家用地保障范围项目301个", "look_alike",
            "今年“新增”，上年此项未写此词",
        ),
    ],
)  # fmt: skip
def test_what_zhejiang_tells_of_both_years(target: str, result: str, status: str, reason: str) -> None:
    assert (target, result, status, reason) in _of("province-浙江省-2025")


@needs_shared
def test_a_bare_name_of_another_work_is_no_look_alike() -> None:
    """县城's 重大项目500个以上 stood against the 1299个 of “千项万亿”, which another target of that work answers."""
    assert not [pair for pair in _of("province-浙江省-2025") if pair[0] == "重大项目500个以上"]


@needs_shared
def test_what_is_told_of_a_whole_clause_is_told_of_each_of_its_counts() -> None:
    """省定20项民生工程和市定20项民生事项全部完成 was said to name no verb."""
    assert [pair[2] for pair in _of("city-保定市-2023") if pair[0] == "民生工程20项"] == ["comparable"]


@pytest.mark.parametrize("path", [XIAODIAN, *reports()], ids=lambda path: path.name)
def test_what_a_reason_has_in_quotation_marks_stands_in_the_report(path: Path) -> None:
    """服务贸易增长 of 服务贸易、数字贸易分别增长 is our name for it: it may be told, and not as a quotation."""
    one = made(path)
    for pair in one.comparisons:
        for said in re.findall("“([^”]+)”", pair.reason):
            assert said.translate(str.maketrans("‘’", "“”")) in one.cleaned, pair.reason


@needs_shared
@pytest.mark.parametrize("path", reports(), ids=lambda path: path.name)
def test_a_word_that_a_year_is_said_not_to_have_is_not_beside_its_number(path: Path) -> None:
    """All that is said of a year without a known verb is that it does not have the other's: 完成投资 was told as 未写明动作."""
    one = made(path)
    for pair in one.comparisons:
        for word, year in re.findall("“([^”]+)”，(上年|今年)此项未写此词", pair.reason):
            metric = one.metric(pair.review_metric_id if year == "上年" else pair.plan_metric_id)
            assert word not in "".join(clause_of(metric, one.cleaned))
