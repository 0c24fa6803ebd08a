"""Names and kinds in a province's report of five years and in openings of county and city reports from 2007 to 2026."""

from __future__ import annotations

import pytest

from briefing.naming.of_metrics import name_of
from extract_sentences import metrics_of


def _told(text: str, part: str = "review") -> dict[str, str]:
    return {one.text: name_of(one) for one in metrics_of(text, part)}


def _indicators(text: str) -> dict[str, str]:
    return {one.text: one.indicator for one in metrics_of(text, "review")}


def test_so_many_quarters_on_end_are_a_time_as_so_many_months_are() -> None:
    text = "经济增速2022年以来连续16个季度高于全国平均水平，规模以上工业增加值增速连续30个月居全国前10位。"
    assert metrics_of(text, "review") == ()


@pytest.mark.parametrize(
    ("text", "quantity", "name"),
    [
        ("全年地区生产总值完成602.5亿元，首次突破600亿元大关。", "突破600亿元", "地区生产总值"),
        ("兰州新区经济总量突破500亿元、实现翻一番。", "翻一番", "兰州新区经济总量"),
        ("财政总收入3.12亿元，增长37%，提前两年实现翻番目标。", "翻番", "财政总收入"),
    ],
)
def test_how_a_figure_got_there_is_no_part_of_its_name(text: str, quantity: str, name: str) -> None:
    assert _indicators(text)[quantity] == name


def test_two_comparisons_are_both_of_the_figure_and_not_of_each_other() -> None:
    text = "全年地区生产总值完成602.5亿元，同比增长5.5%，高于全国增速2.5个百分点，高于全省增速1.1个百分点。"
    told = _told(text)
    assert (told["2.5个百分点"], told["1.1个百分点"]) == (
        "地区生产总值增长高于全国增速",
        "地区生产总值增长高于全省增速",
    )


def test_a_target_that_was_surpassed_is_told_apart_from_by_how_much_and_from_what_follows() -> None:
    text = "全社会固定资产投资15.5亿元，较上年增长20.4%，高于年初人代会18%的目标2.4个百分点，年均增长33.4%。"
    told = _told(text)
    assert told["18%"] == "全社会固定资产投资增长目标"
    assert told["2.4个百分点"] == "全社会固定资产投资增长高于目标"
    assert told["33.4%"] == "全社会固定资产投资年均增长"
    kinds = {one.text: one.kind for one in metrics_of(text, "review")}
    assert kinds["2.4个百分点"] == "level", "a comparison, and no share"


def test_a_rate_that_all_of_a_list_reached_is_of_all() -> None:
    text = "基本养老保险、基本医疗保险参保率均稳定在98%以上。"
    assert _told(text) == {"98%以上": "基本养老保险、基本医疗保险参保率"}


def test_what_has_happened_to_those_counted_ends_their_name() -> None:
    told = _told("90%以上的贫困户得到了产业扶贫、就业扶贫和信贷支持，家庭收入普遍翻了一番。")
    assert told["90%以上"] == "得到了产业扶贫、就业扶贫和信贷支持的贫困户占比"
    moved = "实施生态及地质灾害避险搬迁一期工程，让13.07万户46万群众远离了危险、搬进了幸福。"
    assert _told(moved) == {"13.07万户": "远离危险群众", "46万": "远离危险群众"}
    paid = _told("为5.01万名农民工追回欠薪6.83亿元。")
    assert paid == {"5.01万名": "农民工（追回欠薪）", "6.83亿元": "追回欠薪"}


def test_persons_whom_nothing_else_names_are_named_by_what_happened_to_them() -> None:
    assert _indicators("新增城镇就业3.64万人；6.5万人实现脱贫；人口自然增长率3.34‰。")["6.5万人"] == "脱贫"


def test_places_moved_are_no_place() -> None:
    text = "地方公共财政收入63.6亿元，增长30.3%，增速居全省第2位，总量在全省升2位。"
    (moved,) = [one for one in metrics_of(text, "review") if one.text == "2位"]
    assert (moved.kind, name_of(moved)) == ("increase", "地方公共财政收入总量位次上升")
    text = "金川集团工业总产值连跨两个千亿台阶，在“世界500强”排名由369位上升到235位。"
    assert [(one.kind, name_of(one)) for one in metrics_of(text, "review")] == [
        ("rank", "“世界500强”排名（金川集团）")
    ] * 2


def test_a_place_is_of_the_index_and_not_of_its_rise() -> None:
    text = "综合科技进步水平指数达75.96%，上升2.8个百分点，位列全省第一。"
    assert _told(text)["第一"] == "综合科技进步水平指数（全省排名）"
    grown = "工业技改投资增长33.6%、居全国第3位。"
    assert _told(grown)["第3位"] == "工业技改投资增长（全国排名）", "without a level it is the growth that is placed"
    assert _told("华天电子集成电路封测规模居国内第3位。")["第3位"] == "华天电子集成电路封测规模（国内排名）"


def test_measures_that_any_thing_could_have_say_whose_they_are() -> None:
    assert _indicators("出让矿业权755宗、成交价616.6亿元。")["616.6亿元"] == "矿业权成交价"
    told = _indicators("粮食总产再创历史新高，连续16年位居全国首位，增量39.7亿斤、占全国23.6%。")
    assert told == {"39.7亿斤": "粮食增量", "23.6%": "粮食增量占全国比重"}
    text = "137个市重点项目完成投资236.8亿元，年度投资完成率110.8%。"
    assert _indicators(text)["110.8%"] == "市重点项目年度投资完成率"
    told = _told("民营经济快速发展，销售收入、增加值同比分别增长30%、29%。")
    assert told == {"30%": "销售收入增长（民营经济）", "29%": "增加值增长（民营经济）"}
    told = _told("酒钢集团“三化”改造实现产业重塑，高端产品占比从30%提高到70%。")
    assert told == {"30%": "高端产品占比（酒钢集团，提高前）", "70%": "高端产品占比（酒钢集团）"}
    told = _told("省属企业完成产业类投资553.1亿元、研发投入133.5亿元。")
    assert told["133.5亿元"] == "研发投入（省属企业）"


def test_those_counted_end_where_the_next_number_is_measured() -> None:
    text = "37家中央定点帮扶单位援助资金31.08亿元、引进项目1002个。"
    assert _indicators(text)["37家"] == "中央定点帮扶单位"
    text = "42个国家重点生态功能区县域生态质量变好占比居全国第1位。"
    assert list(_indicators(text).values()) == ["国家重点生态功能区县域", "生态质量变好占比"]


@pytest.mark.parametrize(
    ("text", "quantity", "name"),
    [
        ("8条有水入淀河流水质稳定在Ⅲ类及以上，49个国省考断面水质达标率100%。", "49个", "国省考断面"),
        ("全力加快4个省重点项目建设进度。", "4个", "省重点项目"),
        ("17个重点传统制造业增加值增长8%。", "17个", "重点传统制造业"),
        ("17个重点传统制造业增加值增长8%。", "8%", "重点传统制造业增加值增长"),
        ("12个集中式饮用水水源地Ⅲ类水质达标率100%。", "12个", "集中式饮用水水源地"),
    ],
)
def test_what_the_next_number_measures_is_not_counted(text: str, quantity: str, name: str) -> None:
    assert _told(text)[quantity] == name


def test_things_so_large_are_counted_and_how_large_is_no_sum() -> None:
    text = "宝成国际、欧尔玛陶瓷等7个投资上亿元的大项目成功落户宜丰。"
    assert _told(text) == {"7个": "投资上亿元大项目"}


def test_growth_of_what_was_added_says_so() -> None:
    assert _told("新增3岁以下婴幼儿托位数较上年增长17%。") == {"17%": "新增3岁以下婴幼儿托位数增长"}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("陆相页岩油全国重点实验室助力页岩油年产量突破100万吨。", "页岩油年产量"),
        ("“增学位”工程增补市州城区义务教育学位13.1万个。", "市州城区义务教育学位"),
        ("总投资410亿元的巨化硅氟新材料项目刷新我省单体工业项目投资纪录。", "巨化硅氟新材料项目总投资"),
        ("育儿家庭每月多了300元补贴。", "育儿家庭每月补贴"),
        ("分区分类建设高标准农田980万亩以上。", "高标准农田"),
    ],
)
def test_what_only_leads_to_the_thing_is_no_name(text: str, name: str) -> None:
    assert list(_indicators(text).values()) == [name]


def test_a_figure_of_the_plan_before_is_of_its_last_year() -> None:
    text = "全省地区生产总值达到13697.5亿元，较“十三五”末的9323.1亿元增加4374.4亿元。"
    before = metrics_of(text, "review")[1]
    assert (name_of(before), before.year) == ("地区生产总值（“十三五”末）", 2020)


def test_herds_and_crops_are_told_by_what_they_are_of() -> None:
    text = "绿色蔬菜播面11.5万亩，年产量24.5万吨；年出栏生猪26.13万头，存栏9.15万头；年出栏牛羊6.94万头，存栏5.09万头。"
    told = _indicators(text)
    assert told["24.5万吨"] == "绿色蔬菜年产量"
    assert (told["9.15万头"], told["5.09万头"]) == ("生猪存栏", "牛羊存栏")
    assert _indicators("茶叶投产面积较2019年增长10%以上，综合产值增长15%以上。")["15%以上"] == "茶叶综合产值增长"


def test_what_is_compared_is_what_the_clause_before_tells_and_no_other_thing() -> None:
    text = (
        "地方公共财政支出71.79亿元，同比增长2.34%。居民消费价格累计同比上涨1.3%，低于全省居民消费价格指数0.2个百分点。"
    )
    assert _told(text)["0.2个百分点"] == "居民消费价格上涨低于全省居民消费价格指数"
    text = "单位GDP能耗累计下降10.7%，超额完成省考核目标2.7个百分点。"
    assert _told(text)["2.7个百分点"] == "单位GDP能耗下降超省考核目标"


def test_a_share_of_places_says_what_was_done_there() -> None:
    told = _told("力争90%以上的村生活垃圾得到治理，不低于35%的行政村农村生活污水得到有效治理。", "plan")
    assert set(told.values()) == {"生活垃圾得到治理的村占比", "农村生活污水得到有效治理的行政村占比"}


def test_how_large_those_are_that_are_counted_stands_in_their_name_and_is_no_sum() -> None:
    text = "力争主营业务收入超50亿元的产业集群达到20家。"
    assert _told(text, "plan") == {"20家": "主营业务收入超50亿元产业集群"}
    assert metrics_of("继续实施县（市）区党政一把手引进5亿元、10亿元以上项目责任制。") == ()


def test_the_first_of_two_years_says_that_it_was_before() -> None:
    text = "全州地区生产总值由2010年的77亿元跃升到2015年的161.1亿元。"
    assert _told(text)["77亿元"] == "全州地区生产总值（跃升前）"


def test_ways_of_building_in_brackets_lead_to_the_thing() -> None:
    assert list(_indicators("新（改、扩）建生猪标准化规模养殖场5个。").values()) == ["生猪标准化规模养殖场"]
    assert list(_indicators("新上工业项目36个。").values()) == ["工业项目"]


def test_a_year_alone_is_told_by_what_the_clause_before_says() -> None:
    text = "财政一般预算收入实现翻倍增长，从2006年的8.8亿元增至2011年的20.2亿元。"
    assert _told(text) == {"8.8亿元": "财政一般预算收入（增加前）", "20.2亿元": "财政一般预算收入"}
    text = "盐田港区集装箱年吞吐量三次跨越千万标箱，2011年达1030万标箱。"
    assert _told(text) == {"1030万标箱": "盐田港区集装箱年吞吐量"}
    text = "工业总产值迈上千亿台阶，接近1300亿元，是“十一五”末的3.2倍。"
    assert list(_indicators(text).values()) == ["工业总产值", "工业总产值"]


def test_what_grows_year_by_year_is_its_own_name_afterwards() -> None:
    text = "全区地区生产总值保持年均14.6%增长，2011年预计实现420亿元，是2006年的2.2倍。"
    assert list(_indicators(text).values()) == ["地区生产总值年均增长", "地区生产总值", "地区生产总值"]
    text = "全社会固定资产投资年均增长27.3%，累计完成1293亿元，其中401个重点项目完成投资336亿元。"
    told = _told(text)
    assert told["1293亿元"] == "全社会固定资产投资（累计）"
    assert told["336亿元"] == "重点项目完成投资", "of 累计 nothing is a part"


def test_how_much_those_have_that_are_counted_is_no_sum_in_words_either() -> None:
    text = "入驻企业总部达到30家，纳税过千万元总部企业11家；产值过亿元楼宇达到9座。"
    assert _indicators(text) == {"30家": "企业总部", "11家": "纳税过千万元总部企业", "9座": "产值过亿元楼宇"}
    text = "镇级财政收入全部超过1000万元，其中超亿元的镇3个，超5000万元的镇4个。"
    assert _told(text) == {"超过1000万元": "镇级财政收入", "3个": "超亿元的镇", "4个": "超5000万元的镇"}


def test_shares_of_what_was_planned_say_so() -> None:
    text = "城镇新增就业、新增发放创业担保贷款分别完成年计划的118.2%、248.57%。"
    assert _told(text) == {"118.2%": "城镇新增就业年计划完成率", "248.57%": "创业担保贷款年计划完成率"}
    text = "限额以上固定资产投资完成16.1亿元，超出市级下调任务指标6000万元。"
    assert _told(text)["6000万元"] == "限额以上固定资产投资超市级下调任务指标"


def test_lists_and_places_take_their_nouns_from_the_clause_before() -> None:
    text = "工业增加值突破1万亿元、达1.19万亿元；万亿产业、国家先进制造业集群从无到有，分别达2个、3个。"
    told = _indicators(text)
    assert (told["2个"], told["3个"]) == ("万亿产业", "国家先进制造业集群")
    text = "综合科技创新水平指数达69.63%、提升幅度居全国第1。"
    assert _indicators(text)["第1"] == "综合科技创新水平指数提升幅度"
    assert _indicators("签约亿元以上项目27个、投资规模112亿元。")["112亿元"] == "亿元以上项目投资规模"
    assert _told("新、改、扩建50所幼儿园。", "plan") == {"50所": "新、改、扩建幼儿园"}


def test_three_numbers_share_the_unit_of_the_last() -> None:
    text = "农村卫生户厕覆盖率、污水治理（管控）率、生活垃圾处理设施覆盖率分别提高20.9、36.2、54个百分点。"
    told = [(str(one.value_low), one.unit, one.indicator) for one in metrics_of(text, "review")]
    assert told == [
        ("20.9", "个百分点", "农村卫生户厕覆盖率提高"),
        ("36.2", "个百分点", "污水治理（管控）率提高"),
        ("54", "个百分点", "生活垃圾处理设施覆盖率提高"),
    ]


@pytest.mark.parametrize(
    ("text", "quantity", "name"),
    [
        ("第一、第三产业增加值分别增长3.1%、5.1%。", "3.1%", "第一产业增加值增长"),
        ("地方一般公共预算收入增长2.3%、支出首次超过7000亿元。", "超过7000亿元", "地方一般公共预算支出"),
        ("非烟非能工业增加值增长8.1%、对规模以上工业增长贡献率达72.9%。", "72.9%", "非烟非能工业增加值对规模以上工业增长贡献率"),
        ("房地产开发投资、商品房销售面积增速均居全国第4位。", "第4位", "房地产开发投资、商品房销售面积增速（全国排名）"),
        ("农产品出口额保持西部第1位。", "第1位", "农产品出口额（西部排名）"),
        ("粮食播种面积稳定在6200万亩以上、年度产量首次突破2000万吨。", "突破2000万吨", "粮食年度产量"),
        ("高新技术企业数3年翻一番。", "翻一番", "高新技术企业数"),
        ("14个重点产业产值占农林牧渔业总产值的80%以上。", "14个", "重点产业"),
        ("全县地区生产总值完成87.4亿元，五年跨越3个十亿级台阶，年均增速达到8%。", "8%", "地区生产总值年均增速"),
    ],
)  # fmt: skip
def test_what_a_list_or_a_clause_says_once_holds_for_the_next(text: str, quantity: str, name: str) -> None:
    assert _told(text)[quantity] == name


@pytest.mark.parametrize(
    ("text", "quantity", "name"),
    [
        ("居民人均服务性消费支出占比升至48%。", "48%", "居民人均服务性消费支出占比"),
        ("高铁通车里程进至全国第5位。", "第5位", "高铁通车里程（全国排名）"),
        ("市场经营主体增量提质，总量突破1000万户。", "突破1000万户", "市场经营主体总量"),
        ("畜牧业健康发展，实现产值27.5亿元。", "27.5亿元", "畜牧业产值"),
        ("粮食产量继续保持500亿斤以上。", "500亿斤以上", "粮食产量"),
        ("175家企业发行各类债券1193只。", "175家", "发行各类债券企业"),
        ("销售收入、利税分别占规模以上工业的43.6%和42.3%。", "42.3%", "利税占规模以上工业比重"),
        ("中小企业商业价值信用贷款、农村信用贷款试点分别发放贷款671亿元、86亿元。", "86亿元", "农村信用贷款试点"),
    ],
)
def test_how_a_thing_fares_and_what_is_dealt_out_are_told_apart(text: str, quantity: str, name: str) -> None:
    assert _told(text)[quantity] == name


def test_members_of_an_academy_are_persons_and_no_place_in_an_order() -> None:
    (one,) = metrics_of("两院院士增至93位。", "review")
    assert (one.kind, one.indicator) == ("level", "两院院士")


def test_since_when_it_doubled_stands_in_brackets_whole() -> None:
    text = "一般公共预算收入完成4.2亿元，较“十三五”末实现翻番。"
    assert _told(text)["翻番"] == "一般公共预算收入（比“十三五”末）"
