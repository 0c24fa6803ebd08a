"""What a reader would set side by side is paired or told apart, and nothing else: near names, lists of a level, short names."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

import pytest

from briefing.compare import compare
from briefing.model import Metric, Report
from real_report import made
from shared_reports import needs_shared, reports

_VERBS = r"^(?:全年|大力|今年)?(?:实施|开工(?!项目)|新增|增加|新建和改造提升|新建改造|新建|打通|争创)?|达到?$"


@cache
def _of(report: str) -> list[tuple[str, str, str, str]]:
    """The pairs of a real report: this year's and last year's figure, status, reason."""
    one = made(next(path for path in reports() if path.stem == report))
    told = {metric.metric_id: f"{metric.indicator}{metric.text}" for metric in one.metrics}
    ending = "；口径不同，不可比"
    return [
        (told[pair.plan_metric_id], told[pair.review_metric_id], pair.status, pair.reason.removesuffix(ending))
        for pair in one.comparisons
    ]


@needs_shared
@pytest.mark.parametrize(
    ("report", "target", "result", "status", "reason"),
    [
        # The list of a level is a name.
        (
            "district-清苑区-2024", "省、市重点项目36个", "省、市重点项目33个", "comparable",
            "同为“省、市重点项目”，动作、级别和计量单位一致",
        ),
        # What one trade turns over, sold or dealt in.
        (
            "county-蠡县-2022", "年度电子商务交易额突破40亿元", "电商年销售额33亿元", "look_alike",
            "对象不同（上年“电商年销售额”，今年“年度电子商务交易额”）",
        ),
        # How far projects have come is all that is said of them; whether of the same list, no year says.
        (
            "district-清苑区-2024", "建成投产项目6个", "竣工投产项目9个", "look_alike",
            "项目范围是否一致未写明（上年“竣工投产”，今年“建成投产”）",
        ),
        (
            "district-清苑区-2024", "尽快开工项目11个", "开工建设项目17个", "look_alike",
            "项目范围是否一致未写明（上年“开工建设”，今年“开工”）",
        ),
        # So many 亩 of all land, and of one sort of it.
        (
            "district-清苑区-2024", "土地“标准地”供地390亩", "供地4325.94亩", "look_alike",
            "对象不同（上年“供地”，今年“土地‘标准地’供地”）",
        ),
        (
            "district-清苑区-2024", "和美乡村示范区2个", "县级宜居宜业和美乡村示范区2个", "look_alike",
            "上年“县级”，今年未写明级别；动作不同（上年“启动建设”，今年“建成”）",
        ),
        # 基本医疗保险 and 基本医保 are one.
        (
            "district-清苑区-2024", "基本医保参保率不低于95%", "基本医疗保险参保率95.91%", "comparable",
            "同一指标，动作、级别和计量单位一致",
        ),
        # A list that sums up what last year's words tell one by one.
        (
            "province-四川省-2025", "老化管道6000公里以上", "供水管道2698公里", "look_alike",
            "对象不同（上年“供水管道”，今年“老化管道”）",
        ),
        (
            "province-四川省-2025", "省重点实验室优化重组137家", "全国重点实验室28家", "look_alike",
            "级别不同（上年“全国”，今年“省”）",
        ),
        # All that there are by then, and one batch of them.
        (
            "province-四川省-2025", "川渝通办事项51项", "川渝通办事项355项", "look_alike",
            "总量与当年数不同（上年“扩展至”，今年“推动”）",
        ),
        # Two sorts of one thing, which only their first characters tell apart.
        (
            "city-保定市-2025", "国家科技型中小企业3000家", "创新型中小企业262家", "look_alike",
            "对象不同（上年“创新型中小企业”，今年“国家科技型中小企业”）",
        ),
        # 完成 stands before the first of two works and is of both.
        (
            "province-上海市-2025", "小梁薄板房屋等不成套旧住房改造31万平方米", "小梁薄板房屋等不成套旧住房改造31.1万平方米",
            "comparable", "同为“小梁薄板房屋等不成套旧住房改造”，动作、级别和计量单位一致",
        ),
        # 投资完成 is 完成投资 the other way round; what is renewed may stand in the clause before.
        (
            "province-上海市-2025", "重大工程完成投资2400亿元", "重大工程投资2383亿元", "comparable",
            "同一指标，动作、级别和计量单位一致",
        ),
        (
            "province-上海市-2025", "城中村改造项目25个", "改造项目21个", "comparable",
            "同为“城中村改造”，动作、级别和计量单位一致",
        ),
        # A year's amount beside what was done or reached in five years, each in other words.
        (
            "national-国务院-2018", "压减钢铁产能3000万吨左右", "退出钢铁产能1.7亿吨以上", "look_alike",
            "时间跨度不同（五年与一年）；动作不同（上年“退出”，今年“压减”）",
        ),
        (
            "national-国务院-2018", "居民基本医保人均财政补助标准增加40元", "居民基本医保人均财政补助标准450元",
            "look_alike", "统计口径不同（上年为总量，今年为增加额）",
        ),
        (
            "national-国务院-2018", "棚改开工580万套", "棚户区住房改造2600多万套", "look_alike",
            "时间跨度不同（五年与一年）；动作不同（上年“改造”，今年“开工”）",
        ),
        (
            "national-国务院-2018", "整体通关时间压缩三分之一", "货物通关时间缩短一半以上", "look_alike",
            "时间跨度不同（五年与一年）",
        ),
        (
            "national-国务院-2018", "企业和个人减税8000多亿元", "减税超过2万亿元", "look_alike",
            "时间跨度不同（五年与一年）",
        ),
    ],
)  # fmt: skip
def test_what_a_reader_sets_side_by_side_is_told_apart(
    report: str, target: str, result: str, status: str, reason: str
) -> None:
    assert (target, result, status, reason) in _of(report)


@needs_shared
def test_all_that_there_is_by_then_is_no_like_of_what_a_year_adds_where_that_has_its_own_target() -> None:
    """上海: 总量60万套 of 保障性租赁住房 was marked as unlike the 7.2万套 of 2024, which stand beside this year's 7万套; no total of 2024 is told."""
    targets = {target for target, result, *_ in _of("province-上海市-2025") if result == "保障性租赁住房7.2万套"}
    assert targets == {"保障性租赁住房7万套"}


def test_two_sorts_of_one_thing_with_one_quality_are_look_alikes() -> None:
    """打造梧桐大厦等专业特色楼宇8栋 stood beside 培育特色数字经济楼宇2-3座 without a sign."""
    one = made()
    named = {
        (one.metric(pair.plan_metric_id).indicator, one.metric(pair.review_metric_id).indicator)
        for pair in one.comparisons
        if pair.status == "look_alike"
    }
    assert ("特色数字经济楼宇", "专业特色楼宇") in named


@needs_shared
def test_the_nearest_of_two_look_alikes_is_shown() -> None:
    """和美乡村示范区 stood beside 10 和美乡村, with last year's 示范区 in the same sentence."""
    met = [result for target, result, *_ in _of("district-清苑区-2024") if target == "和美乡村示范区2个"]
    assert met == ["县级宜居宜业和美乡村示范区2个"]


@pytest.mark.parametrize(
    ("review", "plan", "status"),
    [
        # The list of a level is a name, whatever stands before its count.
        ("全年实施省、市重点项目12个", "大力实施15个省、市重点项目", "comparable"),
        ("全年实施省市重点项目12个", "实施省、市重点项目15个", "comparable"),
        ("全年实施省重点项目12个", "实施省、市重点项目15个", "look_alike"),
        ("全年开工省、市重点项目12个", "实施省、市重点项目15个", "look_alike"),
        ("全年实施重点项目12个", "实施重点项目15个", ""),
        ("新增高企12家", "新增高新技术企业15家", "comparable"),
        ("高企达到12家", "新增高新技术企业15家", "look_alike"),
        ("新增限上企业12家", "新增限额以上企业15家", "comparable"),
        ("开工项目12个", "签约项目15个", ""),
        ("新建农村公路12公里", "新建高速公路15公里", ""),
        # 达 in a name is no verb.
        ("新建康达驿站12个", "新建康达驿站15个", "comparable"),
        # What there is beside what is applied for; projects beside households.
        ("名牌产品总数达85个，驰名商标达12件", "争创驰名商标15件", "look_alike"),
        ("实施棚户区改造项目12个", "实施棚户区改造15户", "look_alike"),
        ("新增外贸企业12家", "新增外贸企业15户", "comparable"),
        # A row of what five years did, until another time is named.
        ("五年全市新增公园7个；新增电动车棚12个", "新增电动车棚15个", "look_alike"),
        ("五年全市新增公园7个；今年新增电动车棚12个", "新增电动车棚15个", "comparable"),
        # Counted together with what its name leaves out.
        ("增加义务教育学位12个", "增加学前教育、义务教育学位15个", "look_alike"),
        ("增加学前教育学位9个、义务教育学位12个", "增加义务教育学位15个", "comparable"),
        # 新建改造 is more than 新建, however it is written.
        ("新建绿道12公里", "新建改造绿道15公里", "look_alike"),
        ("新建和改造提升绿道12公里", "新建改造绿道15公里", "comparable"),
        # The verb before the thing is its own, though no other clause has it.
        ("打通断头路12条", "新增停车位5个，打通断头路15条", "comparable"),
        # 工业 is no thing, and 项目投资 is of any projects.
        ("新增工业企业12家", "开工工业项目15个", ""),
        ("城市建设战役，项目完成投资12亿元", "组织实施项目298个，项目年度投资15亿元", ""),
        # An investment that is done and one that is only named are one statistic; that of projects is told by its verb.
        ("固定资产投资完成12亿元", "固定资产投资15亿元", "comparable"),
        ("重大工程投资完成12亿元", "重大工程完成投资15亿元", "comparable"),
        ("全年减税12亿元", "全年再为企业减税15亿元", "look_alike"),
        ("全年退税12亿元", "全年减税15亿元", ""),
    ],
)
def test_names_of_lists_and_short_names(review: str, plan: str, status: str) -> None:
    text = f"{review}。\n{plan}。\n"
    metrics = []
    for part, clause, digits, year in (("review", review, "12", 2023), ("plan", plan, "15", 2024)):
        unit = re.search(f"{digits}(公里|亿元|[家个户件条])", clause)[1]
        quantity = digits + unit
        start = text.index(clause) + clause.index(quantity)
        bare = re.split("[，；]|(?<!省)、", clause.replace(quantity, ""))[-1]
        named = re.sub(_VERBS, "", bare)
        metrics.append(
            Metric(
                f"t/{part}-1/001", part, 1, "", "", named, Decimal(digits), Decimal(digits), unit, "eq", "level", year,
                quantity, clause, start, start + len(quantity),
            )
        )  # fmt: skip
    report = Report("t", "甲县", "county", "", 2024, 2023, "", "", "", None, (), (), ())
    assert [one.status for one in compare(text, report, metrics)] == ([status] if status else [])


@needs_shared
@pytest.mark.parametrize(
    ("report", "target", "result", "status", "reason"),
    [
        # 河北: two figures on toilets and two on rivers stood without a sign, though one of each names a part of the other.
        (
            "province-河北省-2024", "农村户厕29.79万座", "户厕40.12万座", "look_alike",
            "对象不同（上年“户厕”，今年“农村户厕”）",
        ),
        (
            "province-河北省-2024", "地表水国省考断面水质优良比例81%", "地表水国考断面水质优良比例80%以上", "look_alike",
            "对象不同（上年“地表水国考断面水质优良比例”，今年“地表水国省考断面水质优良比例”）",
        ),
        # 新增就业 is a statistic, and that of towns a part of it.
        (
            "county-顺平县-2024", "新增就业1800人", "城镇新增就业2161人", "look_alike",
            "对象不同（上年“城镇新增就业”，今年“新增就业”）",
        ),
        # One of several that were counted together.
        (
            "county-蠡县-2022", "高新技术企业2家", "高新技术、专精特新、小巨人企业52家", "look_alike",
            "对象不同（上年“高新技术、专精特新、小巨人企业”，今年“高新技术企业”）",
        ),
        # The same statistic under two names.
        (
            "county-蠡县-2022", "一般公共预算收入增长10%以上", "一般公共财政预算收入增长19.1%", "comparable",
            "同一指标，动作、级别和计量单位一致",
        ),
        (
            "city-保定市-2023", "粮食产量400万吨以上", "粮食总产量419万吨", "comparable",
            "同一指标，动作、级别和计量单位一致",
        ),
        (
            "national-国务院-2018", "赤字率2.6%", "财政赤字率控制在3%以内", "look_alike", "时间跨度不同（五年与一年）",
        ),
    ],
)  # fmt: skip
def test_one_name_with_a_scope_more_is_told_apart(
    report: str, target: str, result: str, status: str, reason: str
) -> None:
    assert (target, result, status, reason) in _of(report)
