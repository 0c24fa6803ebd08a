"""Last year's results stand beside the plan area whose words they share, and the words are told."""

from __future__ import annotations

from decimal import Decimal

import pytest

from briefing.compare import group
from briefing.extract import extract_metrics
from briefing.model import Area, Metric, Part, Report
from briefing.parse import read_report
from real_report import made
from report_texts import HEAD, parsed
from shared_reports import needs_shared, reports


def _area(text: str) -> int | None:
    one = made()
    ids = {metric.metric_id for metric in one.metrics if metric.part == "review" and metric.text == text}
    areas = {grouping.area for grouping in one.groupings if grouping.metric_id in ids}
    return areas.pop() if len(areas) == 1 else None


@pytest.mark.parametrize(
    ("text", "area"),
    [("473家", 2), ("1.15万亩", 4), ("7777套", None), ("44.45亿元", 5), ("60部", 4), ("20块", 5), ("36万平方米", 4)],
)
def test_results_stand_with_the_area_of_their_subject(text: str, area: int | None) -> None:
    assert _area(text) == area


def test_each_grouping_tells_the_words_that_decided() -> None:
    one = made()
    for grouping in one.groupings:
        words = grouping.reason.partition("：")[2].split("、") if "：" in grouping.reason else []
        assert grouping.reason.startswith(
            ("与目标“", "与该领域共有用语：", "所在段落", "所反映的是", "其中一项归入该领域：", "同一句的“")
        )
        if "标题" in grouping.reason or "与该领域共有用语：" not in grouping.reason:
            continue
        area = next(
            a for part in one.report.parts if part.kind == "plan" for a in part.areas if a.number == grouping.area
        )
        text = one.cleaned[area.start : area.end]
        plain = "".join(character for character in text if character.isalnum())
        assert all("".join(c for c in word if c.isalnum()) in plain for word in words)


def test_no_result_stands_beside_two_areas() -> None:
    ids = [grouping.metric_id for grouping in made().groupings]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "area"),
    [
        # Signed projects are what an area with 招商引资 in a heading is about, though their clause says nothing but 总投资.
        ("220.9亿元", 3),
        ("71家", 3),
        # The paragraph is on 城乡环境品质, which is the title of the fourth area; 旅游 of 旅游公路 is but one word of the first.
        ("5340个", 4),
        ("1631个", 4),
        ("10.8公里", 4),
        # The paragraph is on 民生, and most of it stands with the fifth area.
        ("1.3万个", 5),
        ("5所", 5),
        # A paragraph on many areas brings nothing anywhere.
        ("600余家", None),
    ],
)
def test_the_paragraph_a_result_stands_in_outweighs_one_shared_word(text: str, area: int | None) -> None:
    """Parking places are of the city with the flats told before them, and a road for tourists is no trade."""
    assert _area(text) == area


def _grouped(indicator: str, clause: str) -> int | None:
    """The area that a result of one clause is shown beside, in a plan of three areas."""
    areas = (
        "全力推进乡村振兴。建设高标准农田，拓宽农民增收渠道，提高农民收入，发展高效农业，培育家庭农场",
        "持续优化营商环境。深化放管服改革，推行一窗受理，服务个体工商户",
        "打好污染防治攻坚战。狠抓蓝天保卫，严控扬尘",
    )
    text = f"{clause}。\n" + "\n".join(areas)
    starts = [text.index(area) for area in areas]
    start = text.index("9")
    result = Metric(
        "t/review-1/001", "review", 1, "", "", indicator, Decimal(9), Decimal(9), "个", "eq", "level", 2023, "9个", clause,
        start, start + 2,
    )  # fmt: skip
    plan = tuple(
        Area(k, area[:8], at, at + len(area), ()) for k, (area, at) in enumerate(zip(areas, starts, strict=True), 1)
    )
    review = Area(1, "", 0, len(clause), ())
    parts = (Part("review", "", 0, len(clause), (review,)), Part("plan", "", starts[0], len(text), plan))
    report = Report("t", "甲县", "county", "", 2024, 2023, "", "", "", 3, parts, (), ())
    found = group(text, report, [result])
    return found[0].area if found else None


@pytest.mark.parametrize(
    ("indicator", "clause", "area"),
    [
        ("家庭农场", "新增家庭农场9个", 1),
        ("个体工商户", "新增个体工商户9个", 2),
        ("一般公共预算收入", "一般公共预算收入9个", None),
        ("“高效办成一件事”", "推出“高效办成一件事”9个", None),
        ("优良天数", "严控扬尘，优良天数9个", 3),
        # One short word of two texts is chance unless the name begins or ends with it.
        ("高效节水灌溉设备", "安装高效节水灌溉设备9个", None),
        ("扬尘案件", "查处扬尘案件9个", 3),
        # What the government answers deputies is of its own work.
        ("人大代表建议", "狠抓蓝天保卫，办理人大代表建议9个", None),
    ],
)
def test_a_specific_noun_must_be_shared(indicator: str, clause: str, area: int | None) -> None:
    assert _grouped(indicator, clause) == area


@needs_shared
@pytest.mark.parametrize(
    ("report", "indicator", "text", "titled"),
    [
        ("county-博野县-2025", "光电企业", "4家", "产业体系"),
        ("county-博野县-2025", "盗窃警情下降", "71%", ""),
        ("county-博野县-2025", "城镇新增就业", "2100人", "民生"),
        ("county-高唐县-2025", "社会消费品零售总额增长", "8%", "消费"),
        ("district-徐水区-2024", "规上工业企业", "8家", ""),
        ("district-徐水区-2024", "荣获市政府质量奖企业", "8家", ""),
        ("district-徐水区-2024", "老旧小区改造", "15个", "城市面貌"),
        ("province-上海市-2025", "金融市场交易总额", "3650万亿元", ""),
        ("province-上海市-2025", "地方性法规", "20件", ""),
        ("province-河北省-2024", "紧急转移群众", "180多万人", ""),
        ("province-河北省-2024", "港口货物吞吐量", "突破13亿吨", "改革开放"),
        # Its only tie was the everyday word 价格.
        ("national-国务院-2024", "居民消费价格上涨", "0.2%", ""),
        # What the heading over a result, or the result itself, is about is what one area's title is about.
        ("national-国务院-2024", "新能源汽车产销量占全球比重", "超过60%", "现代化产业体系"),
        ("national-国务院-2024", "5G用户普及率", "超过50%", "现代化产业体系"),
        ("county-高唐县-2025", "省级制造业单项冠军企业", "2家", "制造业"),
        ("county-高唐县-2025", "固定资产投资增长", "5.3%", "投资"),
        ("county-高唐县-2025", "实施类省市级重点项目", "32个", "投资"),
        ("county-高唐县-2025", "地方政府专项债券项目", "30个", "投资"),
        ("county-高唐县-2025", "行政村农村生活污水治理", "28个", "三农"),
        ("county-高唐县-2025", "农田林网", "1.1万亩", "生态"),
        ("county-高唐县-2025", "环保绩效A、B级企业", "5家", "生态"),
        ("county-高唐县-2025", "空气优良天数增加", "26天", "生态"),
        # Honours of all kinds, and fewer meetings, are of no area that happens to say 经验, 试点 or 论坛.
        ("county-顺平县-2024", "改革经验", "58项", ""),
        ("county-顺平县-2024", "国家级和省市的试点、荣誉", "40余项", ""),
        ("province-浙江省-2025", "论坛数量压减", "95%", ""),
        ("province-浙江省-2025", "展会数量压减", "73%", ""),
        # What stands in one sentence goes together: signed, begun and registered projects.
        ("county-顺平县-2024", "签约项目", "44个", "产业发展"),
        ("county-顺平县-2024", "入统项目", "34个", "产业发展"),
        ("county-顺平县-2024", "“四好农村路”", "26.1公里", "乡村振兴"),
        ("county-顺平县-2024", "街角游园", "27个", "城市更新"),
        # The figures of the whole place bring each other nowhere.
        ("county-顺平县-2024", "社会消费品零售总额增长", "8.7%", ""),
        ("province-浙江省-2025", "实际使用外资", "152.7亿美元", "开放"),
        # A passage that is about one area outweighs one common word: 市场, 重大, 基金, 用地, 快递.
        ("province-四川省-2025", "营业性演出", "3.2万场", "内需"),
        ("province-四川省-2025", "国家重大建设项目库推送储备项目总投资", "超4.4万亿元", "内需"),
        ("province-四川省-2025", "省重点项目完成投资", "9757亿元", "内需"),
        ("province-四川省-2025", "快递业务量增长", "26%", "内需"),
        ("province-四川省-2025", "各项贷款余额增长", "11.2%", "重点领域改革"),
        ("province-四川省-2025", "规模母基金", "200亿元", "重点领域改革"),
        ("province-四川省-2025", "建设用地", "48.6万亩", "重点领域改革"),
        ("province-四川省-2025", "国家先进制造业集群", "5个", "产业体系"),
        ("province-四川省-2025", "公共基础设施项目", "44个", "城乡融合"),
        ("province-浙江省-2025", "各项贷款", "2.1万亿元", "政策引导"),
        ("district-徐水区-2024", "封堵漫堤口、穿堤路", "30余个", "防灾减灾"),
        ("city-保定市-2023", "基本医疗保险参保率", "96%", "民生"),
        # What money was got by selling rights to minerals is no earnings of farmers.
        ("province-四川省-2025", "收益", "超过133.6亿元", ""),
        # It stays with its own subject where its passage is about another: by name, by its sentence, by what a title says.
        ("province-四川省-2025", "经营主体", "920万户", "市场活力"),
        ("province-四川省-2025", "国际赛事", "28场次", "公共服务"),
        ("district-清苑区-2024", "农村集体经济收入", "10万元以上", "三农"),
        # The title over a whole section says another area than most of the passage: parts of 京津冀 were shown beside 消费.
        ("city-保定市-2025", "京津老人来保康养旅居", "8.8万", "协同发展"),
        # Bonds of the state are of the whole economy, work is of 民生 wherever it is told.
        ("national-国务院-2024", "增发", "1万亿元", ""),
        ("national-国务院-2024", "城镇新增就业", "1244万人", "民生"),
        # A word within another kind of thing: 公路 of 高速公路 where the area has 农村公路, 矛盾隐患 beside what the police took up.
        ("national-国务院-2018", "高速公路里程", "13.6万公里", "供给侧结构性改革"),
        ("county-蠡县-2022", "公安立案", "1974件", "人民至上"),
        # Of what 其中 counts, each part goes with the whole.
        ("district-徐水区-2024", "签约项目", "20项", "京雄保一体化"),
        # 投资 of 雄安新区 stands with the area that is on 雄安新区, not with 投资 of all the province.
        ("province-河北省-2024", "固定资产投资增长", "16%", "雄安新区"),
        ("province-河北省-2024", "固定资产投资增长", "6.3%", "内需"),
        # 利润, 增加 and 有效 tell no subject: profits stood beside 开放, patents beside 消费; and what share consumption has is of 消费.
        ("national-国务院-2018", "企业利润增长", "21%", ""),
        ("national-国务院-2018", "国内有效发明专利拥有量增加", "两倍", "创新"),
        ("national-国务院-2018", "消费贡献率", "58.8%", "消费"),
        # 申报 is done of anything.
        ("county-蠡县-2022", "申报入库", "第一", ""),
        # What people drive is told by its passage, which is on ecology, though an area of industry has 新能源汽车.
        ("province-上海市-2025", "新能源汽车新上牌", "26.5万辆", "美丽上海"),
        # Laws that were put before the people's congress are of the government's own work.
        ("national-国务院-2018", "法律", "95部", ""),
    ],
)
def test_a_result_stands_with_the_area_of_its_subject_and_in_doubt_with_none(
    report: str, indicator: str, text: str, titled: str
) -> None:
    """盗窃警情下降 is no ecology because both speak of 下降; better beside no area than beside a wrong one."""
    path = next(one for one in reports() if one.stem == report)
    cleaned, read = read_report(path, path.stem, None)
    metrics = extract_metrics(cleaned, read).metrics
    wanted = {one.metric_id for one in metrics if (one.part, one.indicator, one.text) == ("review", indicator, text)}
    titles = {area.number: area.title for part in read.parts if part.kind == "plan" for area in part.areas}
    found = [titles[one.area] for one in group(cleaned, read, metrics) if one.metric_id in wanted]
    assert wanted
    assert bool(found) == bool(titled)
    assert all(titled in title for title in found)


@needs_shared
def test_fewer_forums_for_the_sake_of_form_are_no_result_of_opening_up() -> None:
    """清理规范节庆、论坛、展会 against 形式主义 stood beside 浙江's 高水平对外开放, which holds forums and fairs."""
    one = made(next(path for path in reports() if path.name == "province-浙江省-2025.docx"))
    ids = {metric.metric_id for metric in one.metrics if "形式主义" in metric.sentence}
    assert len(ids) == 3
    assert not [grouping for grouping in one.groupings if grouping.metric_id in ids]


def test_of_a_heading_on_two_subjects_the_rest_of_the_sentence_says_which() -> None:
    """陕西, 2026: under 强化科技创新，建设现代化产业体系 new academicians and 先投后股 stood beside 产业体系."""
    cleaned, report = parsed(
        f"{HEAD}一、2023年工作回顾\n强化科技创新，建设现代化产业体系。“三项改革”深化拓展，“先投后股”试点22项，科技成果转化企业新增1013家，概念验证中心、中试基地达到69家。"
        "汽车产业增加值增长20.2%。\n二、2024年重点工作\n今年要抓好以下两个方面工作。\n"
        "（一）提升创新体系效能，引领新质生产力发展。新建概念验证和中试平台20家，科技成果转化企业新增1100家。\n"
        "（二）加快产业体系建设，发展壮大实体经济。推动传统产业改造升级。\n"
    )
    metrics = extract_metrics(cleaned, report).metrics
    told = {one.metric_id: one.text for one in metrics}
    assert {told[one.metric_id]: one.area for one in group(cleaned, report, metrics)} == {
        "22项": 1,
        "1013家": 1,
        "69家": 1,
        "20.2%": 2,
    }
