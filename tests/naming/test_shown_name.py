"""Names beside quantities are understood without the sentence: verb, object, scope and span are in them, in the report's words."""

from __future__ import annotations

import pytest

from briefing.assemble.figures import figure_of, listed, tabled
from briefing.extract import extract_metrics
from briefing.naming.shown_name import place_of, shown_name
from briefing.nature import scales_of
from briefing.parse import read_report
from real_report import made
from shared_reports import needs_shared, reports

TAXES = "推动惠企政策直达快享，落实支持科技创新和制造业发展的主要政策减税降费及退税超880亿元。"
RELOCATED = "4所疏解高校和北大人民医院雄安院区开工建设，北京援建的“三校一院”开学开诊。"
DISTRICTS = "在全省183个县（市、区）划分县域内义务教育学区732个，推动城乡学校共同体建设。"
STORED = "新入库规模以上工业企业400家以上、规模以上服务业企业300家以上。"
FIRST_LOANS = "新增小微企业首贷户2万户、普惠小微企业贷款2000亿元以上。"
RAILWAYS = "西延高铁和眉太、岚皋至陕渝界等4条高速公路建成通车，西十、康渝等4条高铁加快建设。"
UNIVERSITIES = "19所高校115个学科进入世界高水平学科行列，新增博士、硕士学位授予单位7个。"
CIRCLE = "成渝地区双城经济圈建设积厚成势，合作共建重点项目完成年度投资5200亿元，联手打造4个世界级产业集群。"
# indicator, quantity, sentence, the name that is shown
NAMES = (
    ("科技型中小企业", "1235家", "新增高新技术企业210家、科技型中小企业1235家。", "新增科技型中小企业"),
    ("科技型中小企业", "497家", "拥有小巨人企业52家，科技型中小企业497家。", "拥有科技型中小企业"),
    ("就业", "47.6万人", "新增创业28.9万人、带动就业47.6万人。", "带动就业"),
    ("增发", "1万亿元", "增发1万亿元国债支持灾后恢复重建。", "增发国债"),
    ("下达资金", "425.7亿元", "争取专项债项目376个、下达资金425.7亿元。", "专项债项目下达资金"),
    ("企业", "7.38万家", "2.37万名干部服务7.38万家企业。", "服务企业"),
    ("央企二级、三级子公司", "10家", "力争新增10家央企二级、三级子公司在保落地。", "新增央企二级、三级子公司"),
    ("楼体的亮化", "163栋", "做好22.8公里道路的扩建和绿化、沿街163栋楼体的亮化。", "沿街楼体的亮化"),
    ("道路", "12条", "续建东二环、北三环等12条道路。", "续建东二环、北三环等道路"),
    ("断头路", "12条", "打通东二环、北三环、体育大街、天威路、七一路和乐凯大街等12条断头路。", "打通断头路"),
    ("安置区", "20个", "二期20个安置区5月开始交付。", "二期安置区"),
    ("全球独角兽企业", "2家", "智行者、非夕科技2家全球独角兽企业即将投产。", "全球独角兽企业即将投产"),
    ("公共停车位", "100个以上", "⑨新增公共停车位100个以上。", "新增公共停车位"),
    ("领军企业", "10家", "每个县（市、区）每年至少培育10家领军企业。", "每个县（市、区）每年至少培育领军企业"),
    ("氢能车辆", "561台", "累计推广氢能车辆561台。", "累计推广氢能车辆"),
    ("京津合作项目", "707项", "与京津合作项目累计达707项。", "京津合作项目（累计）"),
    ("上市企业", "10家以上", "力争通过3年努力，培育上市企业10家以上。", "3年培育上市企业"),
    ("粮食播种面积", "73万亩以上", "完成节水滴灌5000亩，确保粮食播种面积稳定在73万亩以上。", "粮食播种面积"),
    ("生态补水", "20亿立方米", "压减地下水开采量1.6亿立方米，力争生态补水20亿立方米。", "生态补水"),
    ("参保率", "96%", "新增就业300人、参保率96%。", "参保率"),
    ("进出口实绩企业", "121家", "新增进出口破零企业20家，进出口实绩企业达到121家。", "进出口实绩企业"),
    ("经济损失", "22.2亿元", "重拳打击各类经济犯罪、挽回经济损失22.2亿元。", "挽回经济损失"),
    ("千亿级开发区", "5个", "打造5个千亿级、12个百亿级开发区。", "打造千亿级开发区"),
    ("县域特色产业集群", "27个", "推动27个县域特色产业集群、50家中小企业数字化转型。", "县域特色产业集群（数字化转型）"),
    ("千亿级产业链", "8个", "培育粮油五千亿级产业链和蔬菜、茶叶等8个千亿级产业链。", "培育千亿级产业链"),
    ("来自京津", "106.6万人次", "市域外来保就医购药直接结算390万人次，其中来自京津106.6万人次。", "市域外来保就医购药直接结算（其中来自京津）"),
    ("退役军人", "1万人", "为80万重点群体提供就业帮扶，其中高校毕业生6万人、退役军人1万人。", "为重点群体提供就业帮扶（其中退役军人）"),
    ("中央财政赤字", "1.55万亿元", "财政赤字2.38万亿元，其中中央财政赤字1.55万亿元。", "中央财政赤字"),
    ("燃油取暖学校", "35所", "对35所燃油取暖学校进行改气改电。", "燃油取暖学校进行改气改电"),
    ("煤炭产能", "8亿吨", "退出钢铁产能1.7亿吨以上、煤炭产能8亿吨。", "退出煤炭产能"),
    ("改造项目", "2.1倍", "新启动21个改造项目，是计划任务的2.1倍。", "改造项目（相当于计划任务）"),
    ("AED", "45台", "配置AED达每10万人45台。", "AED（每10万人）"),
    ("和美乡村片区", "5个", "打造5个“五好两宜”和美乡村片区。", "打造“五好两宜”和美乡村片区"),
    ("示范试点", "63项", "63项示范试点实现突破。", "示范试点"),  # 银川 2025: 突破 before the number says more than 63
    ("浙产作品", "12部", "12部浙产作品获“五个一工程奖”。", "浙产作品获“五个一工程奖”"),
    ("公共基础设施项目", "44个", "开工建设配售型保障性住房7725套、“平急两用”公共基础设施项目44个。", "开工建设“平急两用”公共基础设施项目"),
    ("“两重”建设项目", "254个", "254个“两重”建设项目有序推进、总投资2800亿元，省属国企完成年度投资2900亿元。", "“两重”建设项目有序推进"),
    ("主要政策减税降费及退税", "超880亿元", TAXES, "落实支持科技创新和制造业发展的主要政策减税降费及退税"),
    ("进入世界高水平学科行列", "115个", UNIVERSITIES, "学科进入世界高水平学科行列"),
    ("高校", "19所", UNIVERSITIES, "高校（学科进入世界高水平学科行列）"),
    ("疏解高校", "4所", RELOCATED, "疏解高校开工建设"),
    ("市级临床重点专科", "14个", "力争培育省级临床重点专科1个、市级14个。", "培育市级临床重点专科"),
    ("5G基站", "1万个", "加快推进算力基础设施项目建设，新建5G基站1万个。", "新建5G基站"),
    ("装配式建筑面积", "1500万平方米", "新增装配式建筑面积1500万平方米。", "新增装配式建筑面积"),
    ("规模以上服务业企业", "300家以上", STORED, "新入库规模以上服务业企业"),
    ("普惠小微企业贷款", "2000亿元以上", FIRST_LOANS, "新增普惠小微企业贷款"),
    ("高铁", "4条", RAILWAYS, "高铁加快建设"),
    ("水泥厂", "47家", "全市取缔违法排污企业47家，关闭砖厂206家、水泥厂47家。", "关闭水泥厂"),
    ("县（市、区）", "183个", DISTRICTS, "在县（市、区）划分县域内义务教育学区"),
    ("公路建设投资增加", "12.89亿元", "累计投资17.19亿元，比上个五年增加投资12.89亿元。", "公路建设投资比上个五年增加"),
    ("落地项目", "5个以上", "高效联动综改区推进示范工业园区建设，加快落地5个以上项目。", "落地项目（示范工业园区）"),
    ("试点社区", "24个", "推进城市社区嵌入式服务设施建设，打造24个试点社区。", "打造试点社区（城市社区嵌入式服务设施）"),
    ("合作共建重点项目完成年度投资", "5200亿元", CIRCLE, "合作共建重点项目完成年度投资（成渝地区双城经济圈）"),
    ("村庄单元规划编制", "122个", "国土空间规划和122个村庄单元规划编制加快推进。", "村庄单元规划编制加快推进"),
)  # fmt: skip

U_VALLEY = "引进阿里巴巴等头部企业，签约联合U谷等总投资220.9亿元的10个优质项目。"
GROUPS = "为80万重点群体提供就业帮扶，其中离校未就业高校毕业生6万人、退役军人1万人。"
# The same where a name without these words says something that the report does not: 签约 is no stock, 新认定 are not all.
NAMES_OF_OTHERS = (
    ("高新技术企业占全市比重", "72.1%", "新认定高新技术企业473家，占全市的72.1%。", "share", "新认定高新技术企业占全市比重"),
    ("民生支出占公共财政预算总支出比重", "81.4%", "民生支出达到19.12亿元，占公共财政预算总支出的81.4%。", "share", "民生支出占公共财政预算总支出比重"),
    ("绿色能源占比", "60%以上", "确保新增电力装机2000万千瓦以上，其中绿色能源占比60%以上。", "share", "新增电力装机（其中绿色能源占比）"),
    ("义务教育公办学位", "52%以上", "打造山大附中等8个名校办学集团，覆盖全区义务教育公办学位52%以上。", "share", "名校办学集团覆盖全区义务教育公办学位"),
    ("优质项目总投资", "220.9亿元", U_VALLEY, "level", "签约优质项目总投资"),
    ("优质项目", "10个", U_VALLEY, "level", "签约优质项目"),
    ("城乡参保居民", "35万", "为全区35万城乡参保居民购买意外伤害补充医疗保险。", "level", "为全区城乡参保居民购买意外伤害补充医疗保险"),
    ("重点群体", "80万", GROUPS, "level", "为重点群体提供就业帮扶"),
    ("离校未就业高校毕业生", "6万人", GROUPS, "level", "为重点群体提供就业帮扶（其中离校未就业高校毕业生）"),
    ("参保人数", "1500万人", "持续推进长护险提质扩面，新增参保人数1500万人，实现长护险制度基本覆盖。", "level", "新增参保人数（长护险）"),
    ("体育场地、设施", "1万个", "利用城乡“金角银边”场地新改建群众身边的体育场地、设施1万个。", "level", "新改建群众身边的体育场地、设施"),
    ("加油站", "37座", "完成全县37座加油站、155个地下油罐防渗改造任务。", "level", "加油站（防渗改造）"),
    ("城镇化率", "52.6%", "城镇化率从52.6%提高到58.5%。", "share", "城镇化率（提高前）"),
    ("城镇化率", "58.5%", "城镇化率从52.6%提高到58.5%。", "share", "城镇化率"),
    ("供热面积", "32万平米", "供热面积由2011年的32万平米达到现在的143万平米。", "level", "供热面积（2011年）"),
    ("供热面积", "143万平米", "供热面积由2011年的32万平米达到现在的143万平米。", "level", "供热面积"),
    ("去年利润增长", "23.5%", "国有企业效益明显好转，去年利润增长23.5%。", "increase", "去年利润增长（国有企业）"),
    ("赤字规模增加", "1800亿元", "赤字规模4.06万亿元，比上年年初预算增加1800亿元。", "increase", "赤字规模比上年年初预算增加"),
    ("地区生产总值增长", "5%", "地区生产总值比上年增长5%。", "increase", "地区生产总值增长"),  # as everybody takes it
    ("刑事立案数量下降", "5%", "刑事立案数量同比分别下降5%。", "decrease", "刑事立案数量下降"),
    ("城镇调查失业率", "5.2%", "城镇新增就业1244万人，城镇调查失业率平均为5.2%。", "share", "城镇调查失业率"),  # 平均5.2%
    ("超长期特别国债", "1万亿元", "从今年开始拟连续几年发行超长期特别国债，今年先发行1万亿元。", "level", "超长期特别国债"),
    ("农村居民", "30.2万", "新增30.2万农村居民落户城镇。", "level", "新增农村居民落户城镇"),
    ("死亡人数下降", "13%", "全年生产安全事故起数、死亡人数分别下降18%、13%。", "decrease", "死亡人数下降（生产安全事故）"),
    ("集装箱吞吐量增长", "11.3%", "宁波舟山港货物和集装箱吞吐量分别增长4%、11.3%。", "increase", "集装箱吞吐量增长（宁波舟山港）"),
    ("医疗卫生单位", "5家", "北京妇产医院等5家医疗卫生单位对口帮扶我县工作全面启动。", "level", "北京妇产医院等医疗卫生单位对口帮扶我县工作全面启动"),
    ("整体征迁村", "13个", "圆满完成13个整体征迁村、74个分步征迁村征迁任务。", "level", "整体征迁村（征迁）"),
)  # fmt: skip


@pytest.mark.parametrize(("indicator", "display", "sentence", "kind", "shown"), NAMES_OF_OTHERS)
def test_a_name_says_of_which_the_figure_is(indicator: str, display: str, sentence: str, kind: str, shown: str) -> None:
    assert shown_name(indicator, display, sentence, kind) == shown


@pytest.mark.parametrize(("indicator", "display", "sentence", "shown"), NAMES)
def test_a_name_holds_what_a_reader_needs(indicator: str, display: str, sentence: str, shown: str) -> None:
    assert shown_name(indicator, display, sentence, "level") == shown


def test_a_rank_says_among_whom() -> None:
    sentence = "农村宅基地改革和管理工作全省名列第五、全市第一。"
    name = "农村宅基地改革和管理工作"
    assert shown_name(name, "第五", sentence, "rank") == f"{name}（全省排名）"
    assert shown_name(name, "第一", sentence, "rank") == f"{name}（全市排名）"
    test = "在全省营商环境评价中排名全市第二。"
    assert shown_name("营商环境评价", "第二", test, "rank") == "全省营商环境评价（全市排名）", (
        "徐水 2024: the test is the province's"
    )


def test_a_change_is_of_what_its_sentence_says() -> None:
    """陕西, 2026: trade that a train brought about grew by 11.7%, that of the province by 18.5%; 宁夏, 2026: 主要指标增长 alone."""
    train = "中欧班列（西安）开行6037列、增长21.1%，带动陕西进出口415.4亿元、增长11.7%。"
    assert shown_name("陕西进出口增长", "11.7%", train, "increase") == "带动陕西进出口增长"
    port = "西安咸阳国际机场旅客超4850万人次，国际货邮吞吐量增长111%。"
    assert shown_name("国际货邮吞吐量增长", "111%", port, "increase") == "国际货邮吞吐量增长（西安咸阳国际机场）"
    digital = "数字经济营业收入、智算规模等主要指标均增长3倍以上。"
    told = shown_name("主要指标增长", "3倍以上", digital, "increase")
    assert told == "数字经济营业收入、智算规模等主要指标均增长"


def test_of_two_ranks_both_say_among_whom() -> None:
    sentence = "家电、汽车换新数量分别居全国第2位、第7位。"
    assert shown_name("家电换新数量", "第2位", sentence, "rank") == "家电换新数量（全国排名）"
    assert shown_name("汽车换新数量", "第7位", sentence, "rank") == "汽车换新数量（全国排名）"
    three = "一产、二产、三产增加值分别增长6%、5.2%、5.3%，分别居全国第二、第七、第九。"
    assert shown_name("三产增加值增长", "第九", three, "rank") == "三产增加值增长（全国排名）"


def test_of_one_quantity_told_twice_the_name_takes_its_own_place() -> None:
    sentence = "创建省级卫生村7个，完成厕所改造7个。"
    assert sentence[place_of(sentence, "7个", "厕所改造") - 2 :].startswith("改造7个")
    assert shown_name("厕所改造", "7个", sentence, "level") == "完成厕所改造"
    assert shown_name("省级卫生村", "7个", sentence, "level") == "创建省级卫生村"


def test_the_targets_of_the_real_report_are_named_with_their_verbs() -> None:
    named = {tabled(figure) for area in range(1, 7) for figure in made().brief(area).targets}
    for name in ("培育科技型中小企业", "打造提档升级村", "启动老旧小区改造", "完成高标准农田建设", "新增公办幼儿园"):
        assert name in named


@needs_shared
def test_every_name_of_every_report_is_of_its_words_and_each_of_two_keeps_its_each() -> None:
    """A name holds its indicator, or the words of the sentence that the indicator was cut from, and none of ours but what relates
    them; 各1家 without 各 counts one for two; a name stays a line or two of a table."""
    figures = []
    for path in reports():
        cleaned, report = read_report(path, path.stem, None)
        metrics = extract_metrics(cleaned, report).metrics
        scales = scales_of(report, metrics)
        for metric in metrics:
            figure = figure_of(metric, report.paragraphs, scales)
            figures.append(figure)
            known = metric.sentence + metric.topic + metric.indicator + "（，）其中累计平均相当于比的年前排名"
            assert set(tabled(figure)) <= set(known)
            if cleaned[metric.start - 1] in "各倒" and metric.sentence.count(metric.text) == 1:
                assert figure.display == cleaned[metric.start - 1 : metric.end]
    told = [one for one in figures if tabled(one) != one.indicator]
    mended = [one for one in figures if one.indicator not in tabled(one)]
    assert len(mended) <= len(figures) / 50
    long = [tabled(one) for one in told if len(tabled(one)) > 30 and len(one.indicator) < 20]
    print(f"{len(figures)} figures, {len(told)} with words of the report beside their indicator")
    assert len(told) > len(figures) / 4
    assert long == []


@needs_shared
def test_running_text_ranks_as_the_source_does() -> None:
    """装机容量、发电量（全市排名）第一位 is no sentence: 居全市第一位."""
    brief = made(next(one for one in reports() if one.stem == "county-高唐县-2025"))
    rank = next(one for one in brief.metrics if one.indicator == "装机容量、发电量")
    assert listed(figure_of(rank, brief.report.paragraphs, frozenset())) == "装机容量、发电量居全市第一位"
