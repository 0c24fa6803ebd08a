"""One thing in other words in the two parts of a report, in sentences of reports that nobody tuned for."""

from __future__ import annotations

import pytest

from briefing.compare import compare
from briefing.extract import extract_metrics
from report_texts import HEAD, parsed
from shared_reports import needs_shared, reports

_SILENT = (
    "坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念，统筹发展和安全，推动经济实现质的有效提升和量的合理增长。"
)


def _pairs(last: str, this: str) -> list[tuple[str, str, str, str]]:
    """Target, result, status and reason of each pair of a report with these two sentences."""
    cleaned, report = parsed(
        f"{HEAD}一、2023年工作回顾\n{_SILENT}\n{last}\n二、2024年重点工作\n今年要抓好以下两个方面工作。\n（一）抓好各项工作。{this}\n（二）做好其他工作。{_SILENT}\n"
    )
    metrics = extract_metrics(cleaned, report).metrics
    told = {one.metric_id: one.text for one in metrics}
    return [
        (
            told[one.plan_metric_id],
            told[one.review_metric_id],
            one.status,
            one.reason.removesuffix("；口径不同，不可比"),
        )
        for one in compare(cleaned, report, metrics)
    ]


@pytest.mark.parametrize(
    ("last", "this", "pair"),
    [
        # 拉萨, 2021: 各级各类 and 各级 are all of them.
        ("新建各级学校10所。", "年内再新建各级各类学校16所。", ("16所", "10所")),
        # 蠡县, 2022: two things, named the other way round.
        ("创建精品街道和美丽街区4处。", "继续创建1个以上“美丽街区”“精品街道”。", ("1个以上", "4处")),
        # 拉萨, 2021: 应届生 and 应届高校毕业生.
        ("应届高校毕业生就业率达到99.7%。", "应届生就业率达到98%以上。", ("98%以上", "99.7%")),
        # 青海, 2026: 实现 within a name says nothing of what is counted.
        (
            "农牧区劳动力实现转移就业112万人次。",
            "农牧区劳动力转移就业106万人次以上。",
            ("106万人次以上", "112万人次"),
        ),
        # 烟台, 2023: 发放 of the clause before is not what is done to these.
        (
            "交付回迁安置项目58个。",
            "发放住房租赁补贴9000户以上，按期交付24个回迁安置项目。",
            ("24个", "58个"),
        ),
        # 青海, 2026: a list is one whether 和 or 、 is in it.
        (
            "新增科技型和科技小巨人企业195家、创新型和专精特新中小企业102家。",
            "新增创新型、专精特新中小企业70家。",
            ("70家", "102家"),
        ),
        # 青海, 2026: 再建 is 建设 once more.
        ("建设农牧区便民桥500座。", "再建600座农牧区便民桥。", ("600座", "500座")),
        # 陕西, 2026: what was done stands in the name.
        ("“三北”工程造林种草103.3万亩。", "完成“三北”工程造林种草66.2万亩。", ("66.2万亩", "103.3万亩")),
        # 泉州, 2012
        ("治理水土流失18.93万亩。", "完成治理水土流失18.3万亩。", ("18.3万亩", "18.93万亩")),
        # 深圳, 2022: what grew by so many was added.
        ("境内外上市公司增加47家、总数495家。", "新增境内外上市公司30家以上。", ("30家以上", "47家")),
        # 海拉尔, 2016 and 2012: residents of the country and of towns under their full and their short names.
        (
            "农村居民人均可支配收入增长8.6%。",
            "农村常住居民人均可支配收入增长8%。",
            ("8%", "8.6%"),
        ),
        ("城镇居民人均可支配收入20251元。", "城镇人均可支配收入23896元。", ("23896元", "20251元")),
        # 西宁, 2017
        ("旅游业总收入增长25.2%。", "旅游总收入增长20%。", ("20%", "25.2%")),
        # 东莞, 2006
        ("农民人均纯收入增长8.4%。", "农村居民人均纯收入增长6%。", ("6%", "8.4%")),
    ],
)
def test_what_is_counted_alike_is_comparable(last: str, this: str, pair: tuple[str, str]) -> None:
    assert [one[:3] for one in _pairs(last, this)] == [(*pair, "comparable")]


@pytest.mark.parametrize(
    ("last", "this", "reason"),
    [
        # 拉萨, 2021: an index of prices in per cent is how far they rose.
        (
            "居民消费价格总指数控制在2.1%。",
            "居民消费价格涨幅控制在2.5%以内。",
            "对象不同（上年“居民消费价格总指数”，今年“居民消费价格”）",
        ),
        # 拉萨, 2021
        (
            "增加义务教育阶段学位8240个。",
            "增加学前教育、义务教育阶段学位1.2万个。",
            "对象不同（今年还包括“学前教育”）",
        ),
        # 泉州, 2012
        (
            "参加职工“五险”人数增加38.9万人次。",
            "新增城镇职工“五险”人数30万人以上。",
            "对象不同（上年“参加职工‘五险’人数增加”，今年“城镇职工‘五险’人数”）",
        ),
        (
            "新增农业“三品”认证30个。",
            "新增农产品“三品”认证22个。",
            "对象不同（上年“农业‘三品’认证”，今年“农产品‘三品’认证”）",
        ),
        (
            "实施水利项目58个，完成投资16.3亿元。",
            "确保水利建设投资25亿元以上。",
            "对象不同（上年为水利项目完成投资，今年“水利建设投资”）",
        ),
        # 青海, 2026: 扩充 is a verb, and no part of what it adds.
        ("新增初高中学位2万个。", "扩充初高中学位1.4万个以上。", "动作不同（上年“新增”，今年“扩充”）"),
        # 河北, 2024: begun, and finished, of one work.
        (
            "新开工改造棚户区14.59万套。",
            "建成棚改安置房7万套。",
            "对象不同（上年“棚户区”，今年“棚改安置房”）",
        ),
        (
            "实施老旧小区、城中村、城市危旧房改造2.2万套。",
            "改造城镇老旧小区房屋2.7万套。",
            "对象不同（上年“老旧小区、城中村、城市危旧房改造”，今年“城镇老旧小区房屋”）",
        ),
        # 宁夏, 2026: one of several things that were counted together.
        (
            "改造老旧小区、抗震宜居农房等23万多户。",
            "改造老旧小区1.5万户。",
            "对象不同（上年“老旧小区、抗震宜居农房等”，今年“老旧小区”）",
        ),
        # 青海, 2026: pipes of any kind, and of towns.
        (
            "完成城镇管线改造1323公里。",
            "改造城市供排水、燃气、供热等管网600公里。",
            "对象不同（上年“城镇管线改造”，今年“管网”）",
        ),
        # 陕西, 2026: one list of what is done there.
        (
            "概念验证中心、中试基地达到107家。",
            "新建概念验证和中试平台20家。",
            "对象不同（上年“概念验证中心、中试基地”，今年“概念验证和中试平台”）",
        ),
        # 陕西, 2026: what is measured is the last of a list.
        (
            "新增产能3095万吨/年。",
            "力争黄蒿界等6处煤矿、产能1400万吨/年建成试运转。",
            "对象不同（上年“新增产能”，今年“煤矿、产能”）",
        ),
        # 西宁, 2017: eleven were honoured, fifty-one have new equipment; both were 同为“乡镇卫生院”.
        (
            "11所乡镇卫生院获全国“年度群众满意”殊荣。",
            "为51所乡镇卫生院更新医疗设备。",
            "上年“获”，今年此项未写此词",
        ),
    ],
)
def test_what_only_looks_alike_says_how_it_differs(last: str, this: str, reason: str) -> None:
    assert [one[2:] for one in _pairs(last, this)] == [("look_alike", reason)]


@pytest.mark.parametrize(
    ("last", "this"),
    [
        # 四川, 2025: cities that try something out are no households.
        ("城中村改造试点城市6个。", "改造城中村10万户。"),
        # 泉州, 2012: of which projects, nothing says.
        ("组织实施一批，完成投资1366亿元。", "确保年度投资300亿元以上。"),
        # 增加值 is no verb.
        ("实现旅游增加值30亿元。", "新增旅游企业30家。"),
    ],
)
def test_what_shares_but_a_word_is_no_pair(last: str, this: str) -> None:
    assert _pairs(last, this) == []


@needs_shared
def test_what_is_of_a_part_of_the_place_is_no_second_result() -> None:
    """河北, 2024: 固定资产投资增长 is 6.3% of the province and 16% of 雄安新区; 6%左右 stood beside neither, 上年同名指标有多个数值."""
    cleaned, report = parsed(next(one for one in reports() if "河北省" in one.name).read_text(encoding="utf-8"))
    metrics = extract_metrics(cleaned, report).metrics
    told = {one.metric_id: f"{one.indicator}{one.text}" for one in metrics}
    pairs = [
        (told[one.plan_metric_id], told[one.review_metric_id], one.status) for one in compare(cleaned, report, metrics)
    ]
    assert [one for one in pairs if one[0].startswith("固定资产投资增长")] == [
        ("固定资产投资增长6%左右", "固定资产投资增长6.3%", "comparable")
    ]
