"""Goals of the next five years, told before the targets of the year, are of the last of them."""

from __future__ import annotations

from briefing.extract import extract_metrics
from report_texts import HEAD, parsed

PLAN = [
    "一、2023年工作回顾",
    "过去的一年，全县上下团结奋斗，生产总值增长6%。" * 4,
    "二、新一届政府工作及2024年工作目标任务",
    "今后五年，是我县全面建成小康社会的关键时期。森林覆盖率保持58.7%以上，文化产业增加值占地区生产总值比重达6%以上。",
    "2024年是新一届政府的第一年。我县发展主要预期目标为：地区生产总值增长12%。重点做好两方面工作：",
    "（一）抓好重点项目建设",
    "实施重点项目298个，完成投资300亿元以上，推动重大项目早开工、早投产、早达效，力争形成更多实物工作量。",
    "（二）着力保障和改善民生",
    "新建公办幼儿园70所，新增床位数1700张，努力让广大人民群众得到更多实惠，社会保持和谐稳定。",
]


def test_until_the_year_that_begins_is_named() -> None:
    cleaned, report = parsed(HEAD + "\n".join(PLAN))
    years = {one.indicator: one.year for one in extract_metrics(cleaned, report).metrics if one.part == "plan"}
    assert years["森林覆盖率"] == years["文化产业增加值占地区生产总值"] == 2028
    assert years["地区生产总值增长"] == years["重点项目"] == years["公办幼儿园"] == 2024


def test_aims_of_a_five_year_plan_are_of_its_end() -> None:
    text = (HEAD + "\n".join(PLAN)).replace("今后五年，是我县", "“十五五”期间经济社会发展的主要预期目标是：是我县")
    cleaned, report = parsed(text)
    years = {one.indicator: one.year for one in extract_metrics(cleaned, report).metrics if one.part == "plan"}
    assert years["森林覆盖率"] == 2030
    assert years["地区生产总值增长"] == years["重点项目"] == 2024
