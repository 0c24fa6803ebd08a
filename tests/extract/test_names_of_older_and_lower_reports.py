"""Names, kinds and years in reports of 大连 2009, 海口 2011, 海拉尔 2013, 呼和浩特 2016, 烟台 2023, 广西 2026 and of a street of 2022."""

from __future__ import annotations

import pytest

from briefing.extract import extract_metrics
from extract_sentences import metrics_of, report_of
from report_texts import HEAD, parsed


def _indicators(text: str, part: str = "review") -> dict[str, str]:
    return {one.text: one.indicator for one in metrics_of(text, part)}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # each sum has its own work, which the next one's stood for
        (
            "投资3500万元的二三级供水管网改造、3800万元的背街巷道改造、740万元的公交新型客车更换等项目全面完成。",
            {"3500万元": "二三级供水管网改造投资", "3800万元": "背街巷道改造", "740万元": "公交新型客车更换项目"},
        ),
        (
            "投资1.27亿元的公路客运总站基本完工，投资12.4亿元的保障性住房、1.3亿元的供水主管网改造等工程进展顺利。",
            {"1.27亿元": "公路客运总站投资", "12.4亿元": "保障性住房投资", "1.3亿元": "供水主管网改造工程"},
        ),
        # what a bracket adds to one number is no name of the next
        (
            "新建改造供排水及再生水管网300公里、供热管网421公里（包括二次供热管网）、燃气管网111公里。",
            {"300公里": "供排水及再生水管网", "421公里": "供热管网", "111公里": "燃气管网"},
        ),
        # what all of them cost, and not the last that is listed
        (
            "新建续建亿元以上（房地产5亿元以上）项目371个，其中，产业项目68个，农林水项目8个，全年力争完成投资1056亿元。",
            {
                "371个": "亿元以上项目",
                "68个": "产业项目",
                "8个": "农林水项目",
                "1056亿元": "亿元以上项目完成投资",
            },
        ),
        (
            "地方财政一般预算收入、城镇居民人均可支配收入和农民人均纯收入均增长14%。",
            {"14%": "地方财政一般预算收入、城镇居民人均可支配收入和农民人均纯收入增长"},
        ),
        ("成功招引混合现实技术展演场景应用、浙江南北能源等3个亿元以上项目。", {"3个": "亿元以上项目"}),
        ("完成256家企业亩均税收调查。", {"256家": "企业亩均税收调查"}),
        ("实施100个过亿元重点技改项目。", {"100个": "过亿元重点技改项目"}),
        ("力争创办10家以上的党支部领办合作社。", {"10家以上": "党支部领办合作社"}),
        ("为8000名家庭困难的高中生年均发放助学金1000元。", {"8000名": "家庭困难的高中生", "1000元": "助学金"}),
        ("全市农村7.1万名60岁以上老人实现老有所养。", {"7.1万名": "60岁以上老人"}),
        ("为46万户次市场主体办理退减缓税。", {"46万户次": "市场主体办理退减缓税"}),
        ("全年确保14890人实现精准稳定脱贫。", {"14890人": "精准稳定脱贫"}),
        ("年内完成3800户、58万平方米棚户区改造。", {"3800户": "棚户区改造", "58万平方米": "棚户区改造"}),
        ("9家企业在“新三板”挂牌。", {"9家": "在“新三板”挂牌企业"}),
    ],
)
def test_things_are_called_by_their_own_names(text: str, names: dict[str, str]) -> None:
    assert _indicators(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "一、二、三产业增加值分别增长4.2%、5%、5.4%。",
            {"4.2%": "第一产业增加值增长", "5%": "第二产业增加值增长", "5.4%": "第三产业增加值增长"},
        ),
        (
            "企业退休人员基本养老金、城镇低保标准和环卫工人工资再次提高，月人均分别提高221元、90元和300元。",
            {"221元": "企业退休人员基本养老金提高", "90元": "城镇低保标准提高", "300元": "环卫工人工资提高"},
        ),
        (
            "职工和居民大病保险起付标准分别下调4000元、2000元。",
            {"4000元": "职工大病保险起付标准下调", "2000元": "居民大病保险起付标准下调"},
        ),
        (
            "接待国内外过夜旅游者、旅游总收入分别比上年增长9.5%和10.9%。",
            {"9.5%": "国内外过夜旅游者增长", "10.9%": "旅游总收入增长"},
        ),
        (
            "城乡居民养老保险和基本医疗保险参保率保持在90%和98%以上。",
            {"90%": "城乡居民养老保险参保率", "98%以上": "基本医疗保险参保率"},
        ),
    ],
)
def test_each_of_a_list_gets_its_number(text: str, names: dict[str, str]) -> None:
    assert _indicators(text) == names


@pytest.mark.parametrize(
    ("text", "quantity", "name"),
    [
        ("城镇登记失业率始终控制在4%以内。", "控制在4%以内", "城镇登记失业率"),
        ("参合（保）率都保持在98%以上。", "98%以上", "参合（保）率"),
        ("年内使本地蔬菜供应率提升5个百分点。", "5个百分点", "本地蔬菜供应率提升"),
        ("地区生产总值增长5.5%以上，争取突破万亿元大关。", "突破万亿元", "地区生产总值"),
        ("林草产业总产值在全国率先突破万亿元。", "突破万亿元", "林草产业总产值"),
        ("财政总收入年均增长21.9%，五年翻了一番。", "翻了一番", "财政总收入"),
        ("产值占工业总产值的比重由“十五”末的13.5%提高到38%。", "13.5%", "产值占工业总产值比重"),
        ("地区生产总值增加到3090.5亿元，跨越2000亿元和3000亿元两个台阶。", "3000亿元", "地区生产总值"),
        ("按照“以人为本、厉行节约”的原则，投入60亿元以上。", "60亿元以上", "投入"),
        ("服务业增加值增长8.8%，高于上年0.5个百分点。", "0.5个百分点", "服务业增加值增长高于上年"),
        ("财政收入年均增长18%，高于GDP增速8.3个百分点。", "8.3个百分点", "财政收入年均增长高于GDP增速"),
        ("城镇登记失业率为3.56%，低于年初3.8%的控制性目标。", "3.8%", "城镇登记失业率目标"),
    ],
)
def test_when_and_against_what_a_figure_is_told_is_no_part_of_its_name(text: str, quantity: str, name: str) -> None:
    assert _indicators(text)[quantity] == name


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("空气质量在北方15个省会城市中排名第一。", "空气质量"),
        ("烟台港货物吞吐量稳居全国沿海港口第八位。", "烟台港货物吞吐量"),
        ("我市取得了省级重点项目总投资额全省第一的好成绩。", "省级重点项目总投资额"),
    ],
)
def test_a_place_is_that_of_what_was_measured(text: str, name: str) -> None:
    """Among how many it was, and where, tells of no thing of its own."""
    assert [(one.indicator, one.kind) for one in metrics_of(text, "review")] == [(name, "rank")]


@pytest.mark.parametrize(
    "text",
    [
        "窑湾集装箱码头17#、18＃泊位建成投产。",
        "培育形成绿色石化、有色及贵金属两个2千亿级产业集群。",
        "承办好2026智慧农业博览会和中德农业周。",
    ],
)
def test_numbers_of_berths_sizes_of_clusters_and_years_of_fairs_are_none(text: str) -> None:
    found = extract_metrics(text, report_of(text))
    assert found.metrics == ()
    assert found.findings == ()


def test_how_many_plans_of_five_years_there_were_is_no_figure() -> None:
    text = "五年累计完成固定资产投资7193亿元，是前11个五年计划投资总量的1.5倍，年均增长17.9%。"
    assert _indicators(text) == {"7193亿元": "固定资产投资", "1.5倍": "固定资产投资", "17.9%": "固定资产投资年均增长"}


def test_behind_a_semicolon_a_year_alone_goes_on_with_the_subject_before() -> None:
    """海口 2011: 163.7亿元 was called 2010年达到."""
    cleaned, report = parsed(
        HEAD
        + "一、2023年工作回顾\n（一）经济运行质量提升。财政总收入年均增长21.9%，五年翻了一番；2022年达到163.7亿元，比上年增长33%。\n（二）城乡面貌改善。新增城市道路100公里，完成一批重点工程。\n"
        + "二、2024年工作安排\n"
        + "".join(
            f"（{mark}）做好第{mark}方面工作。完成投资{at}亿元，努力实现高质量发展，全面完成目标。\n"
            for at, mark in enumerate("一二三", 5)
        )
    )
    names = {one.text: one.indicator for one in extract_metrics(cleaned, report).metrics}
    assert (names["163.7亿元"], names["33%"]) == ("财政总收入", "财政总收入增长")


def test_what_rose_over_a_plan_of_five_years_began_before_it() -> None:
    """呼和浩特 2016: 人均GDP of 1万美元 is of 2010, and not of 2014."""
    cleaned, report = parsed(
        HEAD.replace("2024", "2026")
        + "一、“十四五”时期和2025年工作回顾\n“十四五”以来，市人民政府主动作为，经济社会发展实现重大跨越。\n人均GDP由1万美元提高到1.6万美元，公路总里程由6284公里增加到7295公里。\n"
        + "二、2026年重点工作\n"
        + "".join(
            f"（{mark}）做好第{mark}方面工作。完成投资{at}亿元，努力实现高质量发展，全面完成目标。\n"
            for at, mark in enumerate("一二三", 5)
        )
    )
    years = {one.text: one.year for one in extract_metrics(cleaned, report).metrics}
    assert (years["1万美元"], years["1.6万美元"], years["6284公里"]) == (2020, 2025, 2020)
