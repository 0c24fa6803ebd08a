"""Which part a heading opens, in the words that real reports use for it."""

from __future__ import annotations

import pytest

from report_texts import HEAD, areas_of, parsed

REVIEW = (
    "2023年工作回顾|过去五年和2023年工作回顾|过去一年工作回顾|2023年政府工作回顾|“十三五”时期发展回顾和2020年工作|过去五年主要工作|2023年工作总结|关于2023年工作|"
    "2023年和过去五年工作|本届政府工作回顾|五年来的工作回顾|过去四年工作回顾|2023年及本届政府工作回顾|过去五年的工作|五年来的主要成就|2020年及“十三五”工作|"
    "2023年主要工作及成效|二〇二三年工作回顾|2023年政府工作|上年度工作情况|2023年工作完成情况|2023年主要工作回顾及存在的问题"
).split("|")
PLAN = (
    "2024年工作总体要求和主要目标|2024年重点工作任务|2024年主要工作|2024年政府工作总体部署|今年重点工作|2024年工作安排|2024年工作|2024年发展思路和主要任务|"
    "2024年的重点工作|2024年工作思路和重点|扎实做好2024年各项工作|牢牢把握发展主动权，全面完成2024年目标任务|2024年奋斗目标|2024年经济社会发展主要目标|关于2024年工作|"
    "2024年工作重点|对2024年政府工作的建议|二〇二四年工作安排|2024年政府工作任务|今年的工作|重点任务|2024年及今后五年工作安排|2024年度工作计划|"
    "今后五年奋斗目标和2024年工作任务|2024年着力抓好八个方面工作|扎实抓好“十五五”开局之年工作"
).split("|")
OWN = (
    "加强政府自身建设|建设人民满意的服务型政府|切实加强政府自身改革和建设|全面提升政府效能|全面提高政府执行力和公信力|着力提升政府治理能力|加强自身建设|"
    "努力建设让党放心、让人民满意的政府|转变政府职能|打造高效廉洁政府|提升政府服务水平|全力打造实干为民政府|切实转变作风，提升政府履职能力|"
    "坚持党的全面领导，加强政府系统党的建设|锻造过硬政府"
).split("|")
PROSE = "加快推进重点项目建设，全年完成投资{}亿元，推动产业转型升级，持续优化营商环境，努力实现高质量发展目标。"


def _kinds(review: str, plan: str, own: str) -> dict[str, int]:
    """A report with these three part headings: how many numbered areas the parts of each kind have."""
    lines = [f"一、{review}", "过去一年，全县上下团结奋斗，主要做了以下工作：" + PROSE.format(1)]
    lines += [f"（{mark}）第{mark}项事业取得新进展。{PROSE.format(at)}" for at, mark in enumerate("一二三", 2)]
    lines += [f"二、{plan}", "今年地区生产总值增长6%。" + PROSE.format(7)]
    lines += [f"（{mark}）全力做好第{mark}方面工作。{PROSE.format(at) * 2}" for at, mark in enumerate("一二三四", 11)]
    lines += [
        f"三、{own}",
        *(f"（{mark}）坚持第{mark}条要求。{PROSE.format(at)}" for at, mark in enumerate("一二三", 21)),
    ]
    _, report = parsed(HEAD + "\n".join(lines))
    return {kind: len(areas_of(report, kind)) for kind in ("review", "plan")} | {
        "self": sum(part.kind == "self" for part in report.parts)
    }


@pytest.mark.parametrize("heading", REVIEW)
def test_headings_that_look_back(heading: str) -> None:
    assert _kinds(heading, "2024年工作安排", "加强政府自身建设") == {"review": 3, "plan": 4, "self": 1}


@pytest.mark.parametrize("heading", PLAN)
def test_headings_of_the_plan(heading: str) -> None:
    assert _kinds("2023年工作回顾", heading, "加强政府自身建设") == {"review": 3, "plan": 4, "self": 1}


@pytest.mark.parametrize("heading", OWN)
def test_headings_of_the_governments_own_work(heading: str) -> None:
    assert _kinds("2023年工作回顾", "2024年工作安排", heading) == {"review": 3, "plan": 4, "self": 1}


def test_a_title_that_says_it_is_whole_opens_no_part() -> None:
    title = "2024年甲县人民政府工作报告（全文）\n" + HEAD.partition("\n")[2]
    body = f"一、2023年工作回顾\n{PROSE.format(1)}\n二、2024年工作安排\n（一）抓项目\n{PROSE.format(2)}\n（二）惠民生\n{PROSE.format(3)}\n"
    _, report = parsed(title + body)
    assert [part.kind for part in report.parts] == ["other", "review", "plan"]


def test_a_heading_on_achievements_and_goals_of_five_years_looks_back_and_then_ahead() -> None:
    """广西 2026: what the next five years are to bring is no result of last year."""
    cleaned, report = parsed(
        HEAD.replace("2024", "2026")
        + """一、2025年工作回顾
过去一年很不平凡。全区地区生产总值增长5.1%，增速高于预期目标、高于上年同期、高于全国，取得多年未有的好成绩。
二、“十四五”时期发展成就和“十五五”时期主要目标任务
过去五年，推动各项事业取得新的长足发展。地区生产总值年均增长4.8%，2025年总量比2020年增加超7400亿元。
根据《建议》，我们编制了“十五五”规划纲要（草案），提交大会审查。提出地区生产总值年均增长5%左右。这里重点报告两个方面。
（一）大力发展人工智能，加快培育新质生产力。建设高水平创新型广西，一体推进教育科技人才发展。
（二）加力保障和改善民生，扎实推进共同富裕。深入实施就业优先战略，强化劳动者权益保障。
三、2026年重点工作
今年我区经济社会发展主要预期目标是：经济增长5%左右，城镇调查失业率5.5%左右。重点抓好以下工作：
（一）聚焦聚力发展壮大智能经济。推出人工智能标志性产品30个，力争新增智能工厂80家，推动企业数字化转型。
（二）全力以赴做好强产业文章。力争攻克关键技术105项以上，新增企业技术中心30家以上，提升发展质效。
（三）持之以恒抓好“三农”工作。建设高标准农田95万亩，促进农民稳定增收，提升乡村治理水平。
"""
    )
    kinds = [(part.kind, cleaned[part.start : part.end]) for part in report.parts if part.kind != "self"]
    assert [kind for kind, _ in kinds] == ["other", "review", "other", "plan"]
    assert "增加超7400亿元" in kinds[1][1]
    assert "年均增长5%左右" in kinds[2][1]
    assert len(areas_of(report)) == 3
    assert areas_of(report, "review") == []
