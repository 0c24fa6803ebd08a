"""A name that was cut where its sentence goes on is told as the sentence has it; one of a list has what the list says once."""

from __future__ import annotations

import pytest

from briefing.naming.of_metrics import name_of
from briefing.naming.shown_name import shown_name
from real_report import made
from shared_reports import needs_shared, reports

WATER = "8条有水入淀河流水质稳定在Ⅲ类及以上，49个国省考断面水质达标率100%。"
LABOUR = "确保城镇新增就业100万人以上，保持2300万省外劳动力和240万省外脱贫劳动力在浙稳定就业。"
REPAIRED = "倒排工期、挂图作战，确保汛期前完成73条110公里水毁农村公路和24座水毁桥梁的修复重建。"
HEADQUARTERS = "跨国公司地区总部、外资研发中心分别新认定60家和30家，累计分别达到1016家和591家。"
RULES = "浦东新区法规、管理措施分别新增4部、10部，累计分别达到22部、31部。"
AIRPORT = "上海机场航空货邮和旅客吞吐量分别达到420.6万吨、1.25亿人次，排名分别升至世界第二、世界第三。"
INVITED = "全年省外招商引资项目64个，总投资288.5亿元，其中签约项目42个、总投资203.5亿元；落地项目15个、总投资58亿元。"
JOINT = "累计推进京津冀协同发展合作项目125项，其中洽谈项目46项，签约项目20项，在建项目18项，竣工项目41项。"
TALENT = "新引育省级以上高层次人才2300多人、其中引进顶尖人才41人，新增高技能人才39万人。"
CITIES = "成都列为全国首批城市更新示范城市，在18个设区城市全面开展城市体检工作。"
GROWN = "橡胶机带、生态涂装两个特色产业集群向更高端、更绿色转型，产值分别突破70和50亿元。"
LENT = "与银行建立“风险共担”机制，通过担保累计为6285户农户和82家企业发放贷款8.52亿元。"
HELPED = "实施精准助残工程，为967户残疾人家庭提供康复、辅具发放、生活资助等服务。"
CHARGERS = "新建新能源汽车公共充电桩2万个以上，其中农村1万个以上。"
LAND = "做好政府隐性债务置换工作，新增100个以上项目纳入国家用地保障范围，争取更多项目纳入国家能耗单列清单。"
PUPILS = "为持有居住证的农民工随迁子女100%提供义务教育公办学位。"
PLACES = "提质升级700个乡镇（街道）应急消防管理站、310支专职消防队；提能升级建设800个防汛防台体系标准化乡镇（街道）。"
# indicator, quantity, sentence, kind, the name that is shown
MENDED = (
    ("农村新能源汽车公共充电桩", "1万个以上", CHARGERS, "level", "新建新能源汽车公共充电桩（其中农村）"),
    ("纳入国家用地保障范围项目", "100个以上", LAND, "level", "新增纳入国家用地保障范围项目"),
    (
        "持有居住证的农民工随迁子女提供义务教育公办学位", "100%", PUPILS, "share",
        "为持有居住证的农民工随迁子女提供义务教育公办学位",
    ),
    ("乡镇应急消防管理站", "700个", PLACES, "level", "提质升级乡镇（街道）应急消防管理站"),
    ("防汛防台体系标准化乡镇", "800个", PLACES, "level", "提能升级建设防汛防台体系标准化乡镇（街道）"),
    ("国省考断面水质", "49个", WATER, "level", "国省考断面"),
    ("省重点项目建设进度", "4个", "全力加快4个省重点项目建设进度。", "level", "省重点项目"),
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
    ("旅游综合收入增长", "4.79亿元", "旅游综合收入12.19亿元，分别比上个五年增长64.7万人次、4.79亿元。", "increase", "旅游综合收入增长（比上个五年）"),
    ("橡胶机带产值", "突破70", GROWN, "level", "橡胶机带产值（亿元）"),
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
