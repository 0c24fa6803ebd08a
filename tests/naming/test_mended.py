"""A name that was cut where its sentence goes on is told as the sentence has it; one of a list has what the list says once."""

from __future__ import annotations

import dataclasses

import pytest

from briefing.naming.of_metrics import name_of
from briefing.naming.shown_name import shown_name
from real_report import made
from shared_reports import needs_shared, reports

LABOUR = "确保城镇新增就业100万人以上，保持2300万省外劳动力和240万省外脱贫劳动力在浙稳定就业。"
REPAIRED = "倒排工期、挂图作战，确保汛期前完成73条110公里水毁农村公路和24座水毁桥梁的修复重建。"
HEADQUARTERS = "跨国公司地区总部、外资研发中心分别新认定60家和30家，累计分别达到1016家和591家。"
RULES = "浦东新区法规、管理措施分别新增4部、10部，累计分别达到22部、31部。"
AIRPORT = "上海机场航空货邮和旅客吞吐量分别达到420.6万吨、1.25亿人次，排名分别升至世界第二、世界第三。"
INVITED = "全年省外招商引资项目64个，总投资288.5亿元，其中签约项目42个、总投资203.5亿元；落地项目15个、总投资58亿元。"
JOINT = "累计推进京津冀协同发展合作项目125项，其中洽谈项目46项，签约项目20项，在建项目18项，竣工项目41项。"
TALENT = "新引育省级以上高层次人才2300多人、其中引进顶尖人才41人，新增高技能人才39万人。"
CITIES = "成都列为全国首批城市更新示范城市，在18个设区城市全面开展城市体检工作。"
AHEAD = "工业技改投资、制造业技改投资增速分别高于全国12.7个、12个百分点。"
GROWN = "橡胶机带、生态涂装两个特色产业集群向更高端、更绿色转型，产值分别突破70和50亿元。"
LENT = "与银行建立“风险共担”机制，通过担保累计为6285户农户和82家企业发放贷款8.52亿元。"
HELPED = "实施精准助残工程，为967户残疾人家庭提供康复、辅具发放、生活资助等服务。"
CHARGERS = "新建新能源汽车公共充电桩2万个以上，其中农村1万个以上。"
LAND = "做好政府隐性债务置换工作，新增100个以上项目纳入国家用地保障范围，争取更多项目纳入国家能耗单列清单。"
PUPILS = "为持有居住证的农民工随迁子女100%提供义务教育公办学位。"
PLACES = "提质升级700个乡镇（街道）应急消防管理站、310支专职消防队；提能升级建设800个防汛防台体系标准化乡镇（街道）。"
ROADS = "加快投资1.31亿元的纬十一街、经二路北延3条道路新建工程，打通投资0.5亿元的永禄大街（蒲金路至尧帝路）3条断头路、卡脖路。"
CITY_ROADS = "投资4.4亿元新改扩建城区主次干路4条、打通断头路和卡脖路5条，拉开城区向西发展框架。"
RIVERS = "投资8100万元完成府河、金线河水质提升和南环堤河、清水河生态补水工程，唐河（东石桥段）治理工程加快推进。"
GARDENS = "投资880万元新建休闲健身公园、童趣时光公园、滨河公园3座“口袋公园”，增设2座笼式篮球场。"
FUNDS = "重构省级政府产业投资引导基金，组建200亿元规模母基金，撬动社会资本打造超1000亿元引导基金集群。"
CLEAN = "建成和美乡村示范区2个，确保净美达标村100%达标。"
CUSTOMS = "启动新时代文明实践中心建设，打造移风易俗示范乡镇1个、示范村5个。"
WHEAT = "全力提升粮食产能，创建小麦万亩示范片2个、千亩示范方10个。"
TINY = "新增省级科技型中小企业353家、创新型中小企业48家、高新技术企业32家。"
PAIRED = "东西部协作和对口支援投入财政帮扶资金34.4亿元、实施帮扶项目807个，共建产业园区115个，新增引导落地投产企业500家、实际到位投资494亿元。"
YEARLY = "从2015年开始，每年列预算1300万元设立贫困学生救助基金。"
MONTHLY = "城乡居民基础养老金、低保标准每月分别提高25元、50元，特困供养生活费标准每月提高65元。"
# indicator, quantity, sentence, kind, the name that is shown
MENDED = (
    ("城区主次干路投资", "4.4亿元", CITY_ROADS, "level", "城区主次干路、断头路和卡脖路投资"),
    ("南环堤河、清水河生态补水工程投资", "8100万元", RIVERS, "level", "府河、金线河水质提升和南环堤河、清水河生态补水工程投资"),
    ("“口袋公园”投资", "880万元", GARDENS, "level", "“口袋公园”投资"),
    ("重大科技专项", "20亿元", "统筹20亿元实施6个重大科技专项，54个产业链攻关项目加快推进。", "level", "统筹实施重大科技专项"),
    ("规模母基金", "200亿元", FUNDS, "level", "母基金规模"),
    ("净美达标村", "100%", CLEAN, "share", "净美达标村达标"),
    ("示范村", "5个", CUSTOMS, "level", "打造移风易俗示范村"),
    ("千亩示范方", "10个", WHEAT, "level", "创建小麦千亩示范方"),
    ("创新型中小企业", "48家", TINY, "level", "新增创新型中小企业"),  # perhaps not of the province
    ("实际到位投资", "494亿元", PAIRED, "level", "实际到位投资（东西部协作和对口支援）"),
    ("贫困学生救助基金", "1300万元", YEARLY, "level", "贫困学生救助基金（每年）"),
    (
        "水功能区达标率", "100%", "203个国考断面优良率和285个水功能区达标率均为100%，土壤环境质量稳定。", "share",
        "国考断面优良率和水功能区达标率",
    ),
    ("基础设施投资", "2200亿元", "全年基础设施投资2200亿元、新型基础设施投资1000亿元。", "level", "基础设施投资"),
    (
        "绿化工程新增绿化面积投资", "1.27亿元", "投资1.27亿元实施的主城区、景区和绿化工程新增绿化面积66.3万平方米。", "level",
        "绿化工程新增绿化面积投资",
    ),
    ("省级民营科技企业", "超过60家", "争取新认定省级民营科技企业超过60家。", "level", "新认定省级民营科技企业"),
    (
        "省级高新技术企业", "61家", "新增国家火炬计划重点高新技术企业8家、省级高新技术企业61家。", "level", "新增省级高新技术企业",
    ),
    ("输变电工程力争投产", "37项", "建设输变电工程51项，力争投产37项。", "level", "输变电工程投产"),
    (
        "政府专项债券项目", "33个", "争取新谋划的33个政府专项债券项目实现“双通过”。", "level",
        "新谋划的政府专项债券项目实现“双通过”",
    ),
    ("便民连锁超市", "7个", "新建的7个便民连锁超市全部投入使用。", "level", "新建的便民连锁超市全部投入使用"),
    ("低保标准提高", "50元", MONTHLY, "increase", "低保标准提高（每月）"),
    (
        "政协委员提案办复率", "100%", "五年共办理人大代表建议405件和政协委员提案590件，办复率均达100%。", "share",
        "人大代表建议、政协委员提案办复率",
    ),
    ("农村新能源汽车公共充电桩", "1万个以上", CHARGERS, "level", "新建新能源汽车公共充电桩（其中农村）"),
    ("纳入国家用地保障范围项目", "100个以上", LAND, "level", "新增纳入国家用地保障范围项目"),
    (
        "持有居住证的农民工随迁子女提供义务教育公办学位", "100%", PUPILS, "share",
        "为持有居住证的农民工随迁子女提供义务教育公办学位",
    ),
    ("乡镇应急消防管理站", "700个", PLACES, "level", "提质升级乡镇（街道）应急消防管理站"),
    ("防汛防台体系标准化乡镇", "800个", PLACES, "level", "提能升级建设防汛防台体系标准化乡镇（街道）"),
    ("4年", "10次", "入选典型经验，4年10次获国务院督查通报表扬。", "level", "获国务院督查通报表扬（4年）"),
    ("服务干部", "2.37万名", "2.37万名干部服务7.38万家企业。", "level", "干部（服务企业）"),
    ("上市企业", "2家", "加强上市企业培育，力争2家企业成功上市。", "level", "企业成功上市"),
    ("博望路大修养护工程总长", "7.6公里", "实施总长7.6公里的博望路大修养护工程。", "level", "博望路大修养护工程总长"),
    ("省外劳动力", "2300万", LABOUR, "level", "省外劳动力（在浙稳定就业）"),
    ("省外脱贫劳动力", "240万", LABOUR, "level", "省外脱贫劳动力在浙稳定就业"),
    ("水毁农村公路", "73条", REPAIRED, "level", "水毁农村公路（修复重建）"),
    ("设区城市", "18个", CITIES, "level", "在设区城市全面开展城市体检工作"),
    ("改革", "230余项", "市委确定的230余项改革稳步推进。", "level", "市委确定的改革稳步推进"),
    ("市委确定改革", "230余项", "市委确定的230余项改革稳步推进。", "level", "市委确定的改革"),
    ("宝藏城市", "第二", "入选抖音用户喜爱的宝藏城市、排名第二。", "rank", "抖音用户喜爱的宝藏城市"),
    ("空气质量", "倒26名", "在168个重点城市空气质量排名倒26名。", "rank", "空气质量排名（168个重点城市）"),
    ("跨国公司地区总部", "60家", HEADQUARTERS, "level", "新认定跨国公司地区总部"),
    ("外资研发中心", "30家", HEADQUARTERS, "level", "新认定外资研发中心"),
    ("跨国公司地区总部", "1016家", HEADQUARTERS, "level", "跨国公司地区总部（累计）"),
    ("管理措施", "10部", RULES, "level", "新增管理措施（浦东新区）"),
    ("旅客吞吐量", "1.25亿人次", AIRPORT, "level", "旅客吞吐量（上海机场）"),
    ("在川高校基础研究项目占比", "近80%", "在川高校承担了全省近80%的基础研究项目。", "share", "在川高校承担全省基础研究项目"),
    ("排名", "第二", AIRPORT, "rank", "上海机场航空货邮吞吐量排名（世界）"),
    ("排名", "第三", AIRPORT, "rank", "旅客吞吐量排名（上海机场，世界）"),
    ("市场主体增长", "18%", "全年新增市场主体9572户、同比增长18%。", "increase", "新增市场主体增长"),
    ("政协提案满意率", "100%", "全年办理人大代表建议129件、政协提案189件，满意率均为100%。", "share", "人大代表建议、政协提案满意率"),
    ("落地项目", "15个", INVITED, "level", "省外招商引资项目（其中落地项目）"),
    ("落地项目总投资", "58亿元", INVITED, "level", "省外招商引资项目（其中落地项目总投资）"),
    ("在建项目", "18项", JOINT, "level", "京津冀协同发展合作项目（其中在建项目）"),
    ("顶尖人才", "41人", TALENT, "level", "引进顶尖人才"),
    ("高技能人才", "39万人", TALENT, "level", "新增高技能人才"),
    ("财政收入", "翻了将近一番", "财政收入完成3.62亿元，比2011年翻了将近一番。", "level", "财政收入（比2011年）"),
    ("旅游综合收入增长", "4.79亿元", "旅游综合收入12.19亿元，分别比上个五年增长64.7万人次、4.79亿元。", "increase", "旅游综合收入比上个五年增长"),
    ("地方专项债券增加", "5500亿元", "今年安排地方专项债券1.35万亿元，比去年增加5500亿元。", "increase", "地方专项债券比去年增加"),
    ("赤字率降低", "0.4个百分点", "赤字率拟按2.6%安排，比去年预算低0.4个百分点。", "decrease", "赤字率比去年预算降低"),
    ("压减钢铁产能", "3000万吨左右", "今年再压减钢铁产能3000万吨左右。", "decrease", "再压减钢铁产能"),
    ("整体通关时间压缩", "三分之一", "整体通关时间再压缩三分之一。", "decrease", "整体通关时间再压缩"),
    ("一般工商业电价降低", "10%", "一般工商业电价平均降低10%。", "decrease", "一般工商业电价平均降低"),
    ("断头路、卡脖路", "3条", ROADS, "level", "打通断头路、卡脖路"),
    ("橡胶机带产值", "突破70", GROWN, "level", "橡胶机带产值（亿元）"),
    ("技改投资增速高于全国", "12.7个", AHEAD, "level", "技改投资增速高于全国（百分点）"),
    ("生态涂装产值", "50亿元", GROWN, "level", "生态涂装产值"),
    ("农户", "6285户", LENT, "level", "农户（发放贷款）"),
    ("企业", "82家", LENT, "level", "企业（发放贷款）"),
    ("残疾人家庭", "967户", HELPED, "level", "为残疾人家庭提供康复、辅具发放、生活资助等服务"),
    ("国家一级博物馆", "4家", "4家博物馆成功创建国家一级博物馆。", "level", "创建国家一级博物馆"),
    ("新城", "10个", "推进首批10个新城与中心城区“区区结对”示范项目。", "level", "推进首批新城与中心城区“区区结对”示范项目"),
)  # fmt: skip


@pytest.mark.parametrize(("indicator", "display", "sentence", "kind", "shown"), MENDED)
def test_a_name_is_whole(indicator: str, display: str, sentence: str, kind: str, shown: str) -> None:
    assert shown_name(indicator, display, sentence, kind) == shown


@needs_shared
def test_a_heading_says_whose_a_figure_is_where_its_sentence_does_not() -> None:
    """雄安新区's investment is not the province's, and a year's joint projects are of the two that share them."""
    for stem, name in (
        ("province-河北省-2024", "固定资产投资增长（雄安新区）"),
        ("province-四川省-2025", "实施年度共建项目（川渝相互赋能）"),
    ):
        metrics = made(next(one for one in reports() if one.stem == stem)).metrics
        assert [name_of(one) for one in metrics].count(name) == 1
    plain = [name_of(one) for one in metrics if one.indicator == "固定资产投资增长"]
    assert plain == ["固定资产投资增长"]


@needs_shared
def test_figures_of_a_part_are_not_taken_for_those_of_the_whole() -> None:
    """上海: 1522 head offices in 浦东 stood beside 1016 in the city; 保定 builds its own roads towards 雄安新区."""
    names = {
        stem: [name_of(one) for one in made(next(one for one in reports() if one.stem == stem)).metrics]
        for stem in ("province-上海市-2025", "city-保定市-2025")
    }
    assert {
        "新增各类总部机构（浦东引领区）",
        "各类总部机构（累计，浦东引领区）",
        "重点合作事项加快实施（长三角）",
        "推出制度创新成果（长三角生态绿色一体化发展示范区）",
        "跨国公司地区总部（累计）",
    } <= {*names["province-上海市-2025"]}
    assert not [one for one in names["city-保定市-2025"] if "雄安新区）" in one]


@needs_shared
def test_what_state_owned_groups_are_to_earn_is_said_to_be_theirs() -> None:
    """上海 2025: 营业收入占比30%左右 under 促进国企民企蓬勃发展, of groups that keep to their 主责主业, read as if it were of the city."""
    real = made(next(one for one in reports() if one.stem == "province-上海市-2025"))
    (one,) = [one for one in real.metrics if one.text == "30%左右"]
    assert name_of(one) == "推动战略性新兴产业和未来产业营业收入占比（国企）"
    plain = dataclasses.replace(one, topic="培育壮大产业")
    assert name_of(plain) == "推动战略性新兴产业和未来产业营业收入占比", "the heading does not say whose"


@pytest.mark.parametrize(
    ("indicator", "display", "kind", "sentence", "name"),
    [
        ("AI为引领的新质生产力发展", "450亿元", "level", "深化拓展“人工智能+”，三年安排450亿元支持以AI为引领的新质生产力发展。",
         "三年安排支持以AI为引领的新质生产力发展"),
        ("制造业占比", "70%以上", "share", "力争签约落地项目投资完成额增长6%，其中制造业占比70%以上。",
         "签约落地项目投资完成额（其中制造业占比）"),
        ("人形机器人产量", "突破5000台", "level", "力争新增自治区级智能工厂和数字化车间80家、人形机器人产量突破5000台。",
         "人形机器人产量"),
    ],
)  # fmt: skip
def test_what_several_years_give_a_share_of_a_sum_and_all_that_is_made_are_called_so(
    indicator: str, display: str, kind: str, sentence: str, name: str
) -> None:
    """广西, 2026: 450亿元 stood as this year's, 70%以上 as growth, and 5000台 as what was added."""
    assert shown_name(indicator, display, sentence, kind) == name
