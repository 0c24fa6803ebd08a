"""Whose a report is and of which year, where the line of the meeting breaks or names the meeting in short (合肥 2012, 贵阳 2006)."""

from __future__ import annotations

from report_texts import areas_of, parsed

BODY = """各位代表：
现在，我代表市人民政府向大会作工作报告，请予审议，并请市政协委员和其他列席人员提出意见。
一、2011年工作回顾
全市上下共同努力，老城区加速改造升级，实施城中村改造项目39个，大规模推进棚户区改造，完成棚户区改造56个、2.2万户。
二、2012年形势任务
要着力做好三个方面工作：
（一）加强运行调节，实现经济又好又快发展
完善棚户区改造的政策，力争新增上市企业10家，确保列入开工计划的项目尽快落地、新开工的项目按期建设。
（二）加快扩张升级，大力建设现代产业基地
全面加快现代产业基地建设，加快一批重大项目建设，力争打造2个新的千亿级产业，实现工业大发展、大提升。
（三）大力改善民生，加快幸福家园建设
新增城镇就业岗位12万个，新建8所城区义务教育学校，让全市人民更多地分享改革发展成果，提高幸福感。
"""
BROKEN = "政府工作报告\n——2012年1月10日在合肥市\n第十四届人民代表大会第五次会议上\n" + BODY
FIVE_YEARS = BODY.replace("一、2011年工作回顾", "“十五”时期国民经济和社会发展的回顾").replace(
    "二、2012年形势任务", "“十一五”时期的奋斗目标和主要任务"
)
SHORT = "政府工作报告\n——2006年2月15日在市十一届人大五次会议上\n" + FIVE_YEARS.replace(
    "各位代表：", "各位代表：\n《贵阳市规划纲要》请一并审议。2005年贵阳市生产总值525.62亿元，这是2005年的成绩。", 1
)


def test_a_line_that_breaks_behind_the_place_names_it() -> None:
    _, report = parsed(BROKEN)
    assert (report.place, report.level, report.plan_year) == ("合肥市", "city", 2012), (
        "no 棚户区 that the text names often"
    )
    assert report.occasion == "合肥市第十四届人民代表大会第五次会议"
    assert report.date == "2012-01-10"


def test_a_line_that_breaks_behind_the_term_leaves_the_meeting_whole() -> None:
    text = BROKEN.replace("合肥市\n第十四届人民代表大会第五次会议", "合肥市第十四届\n人民代表大会第五次会议")
    assert parsed(text)[1].occasion == "合肥市第十四届人民代表大会第五次会议", "so 大埔 2020"


def test_a_meeting_named_in_short_tells_the_year() -> None:
    _, report = parsed(SHORT)
    assert (report.plan_year, report.review_year, report.date) == (2006, 2005, "2006-02-15")


def test_a_mark_that_a_line_cuts_behind_its_bracket_opens_its_area() -> None:
    _, report = parsed(BROKEN.replace("（二）加快", "（\n二）加快"))
    assert [area.title for area in areas_of(report, "plan")] == [
        "加强运行调节，实现经济又好又快发展",
        "加快扩张升级，大力建设现代产业基地",
        "大力改善民生，加快幸福家园建设",
    ]
