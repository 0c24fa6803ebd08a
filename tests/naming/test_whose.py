"""A figure that any thing could have is told with the thing that it is told of, from the words of its own sentence."""

from __future__ import annotations

import pytest

from briefing.naming.shown_name import shown_name

MUSEUM = "中国古动物馆（保定自然博物馆）持续火爆，接待游客超230万人次。"
HANDWORK = "把家庭手工业作为群众短期增收的重要渠道，目前10人以上加工点发展到251个，涉及箱包、服装、玩具等18个门类，从业人员1.3万人，人均年收入1.8万元左右。"
BONDS = "谋划申报了63个增发国债项目，总投资54.5亿元，目前已下达19个项目，下达资金17.1亿元。"
REFUND = "对农村60岁以上参合老人县内住院合规医疗费用100%予以报销，共为5889人次补偿891.8万元。"
TAX = "提高“一老一小”个人所得税专项附加扣除标准，6600多万纳税人受益。"
SQUARES = "超低能耗建筑产业健康发展，新开工面积连续三年全省第一。"
LOANS = "降低存量房贷利率，每年可减少房贷利息支出约130亿元、惠及310万户家庭。"
HOMES = "全力以赴“保交楼”，富力壹品等项目交付7779套，交付总量全市第一；狄村等城改项目回迁安置36万平方米。"
CHIPS = "支持龙芯、芯动拓展智能产品应用场景，开发3-5款定制化产品，打响区域信创产业品牌。"
# indicator, quantity, sentence, kind, the name that is shown
OWNED = (
    ("家庭", "310万户", LOANS, "level", "惠及家庭（减少房贷利息支出）"),
    ("出让收益", "超过133.6亿元", "矿业权出让111宗、出让收益超过133.6亿元。", "level", "出让收益（矿业权出让）"),
    ("接待游客", "超230万人次", MUSEUM, "level", "接待游客（中国古动物馆）"),
    ("从业人员", "1.3万人", HANDWORK, "level", "从业人员（家庭手工业）"),
    ("人均年收入", "1.8万元左右", HANDWORK, "level", "人均年收入（家庭手工业）"),
    ("下达资金", "17.1亿元", BONDS, "level", "下达资金（增发国债项目）"),
    ("补偿", "5889人次", REFUND, "level", "补偿（农村60岁以上参合老人县内住院合规医疗费用报销）"),
    ("纳税人受益", "6600多万", TAX, "level", "纳税人受益（“一老一小”个人所得税专项附加扣除）"),
    ("实到资金", "285.6亿元", "加大农业投资促进力度，实到资金达到285.6亿元、再创新高。", "level", "实到资金（农业投资促进）"),
    ("本土企业", "50家", "引进广东、山东等预制菜头部企业40家，培育本土企业50家。", "level", "培育本土企业（预制菜）"),
    ("纳税", "约1500万元", "保清石油已勘测探明储量4144万吨，2023年纳税约1500万元。", "level", "纳税（保清石油）"),
    ("获奖数", "第二", "12部浙产作品获“五个一工程奖”，获奖数居全国第二。", "rank", "“五个一工程奖”获奖数（全国排名）"),
    ("新开工面积", "第一", SQUARES, "rank", "超低能耗建筑产业新开工面积（全省排名）"),
    ("富力壹品等项目交付", "7779套", HOMES, "level", "富力壹品等项目交付（“保交楼”）"),
    ("交付总量", "第一", HOMES, "rank", "交付总量（“保交楼”，全市排名）"),
    ("定制化产品", "3-5款", CHIPS, "level", "开发定制化产品（龙芯、芯动）"),
    ("交付总量", "第一", "富力壹品等项目交付7779套，交付总量全市第一。", "rank", "富力壹品等项目交付总量（全市排名）"),
)  # fmt: skip
# Where a sentence does not tell, or the name tells already, nothing is put to it.
ALONE = (
    ("下达国债资金", "12.87亿元", "截至目前，23个项目已通过国家审核，下达国债资金12.87亿元。", "下达国债资金"),
    ("立项规模", "8万亩", "截至2016年底，立项规模8万亩，完成验收新增耕地2万亩。", "立项规模"),
    ("接待游客数量", "187万人次", "瀑河水库入选“河北省水利风景区”，全年接待游客数量187万人次。", "接待游客数量"),
)  # fmt: skip


@pytest.mark.parametrize(("indicator", "display", "sentence", "kind", "shown"), OWNED)
def test_a_figure_of_anything_says_of_what_it_is(
    indicator: str, display: str, sentence: str, kind: str, shown: str
) -> None:
    assert shown_name(indicator, display, sentence, kind) == shown


@pytest.mark.parametrize(("indicator", "display", "sentence", "shown"), ALONE)
def test_nothing_is_guessed_where_the_sentence_is_silent(
    indicator: str, display: str, sentence: str, shown: str
) -> None:
    assert shown_name(indicator, display, sentence, "level") == shown
