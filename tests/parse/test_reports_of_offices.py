"""Streets and towns write a 工作总结 with next year's 思路 in one paper: whose it is, of which year, and what it looks back on and plans."""

from __future__ import annotations

import io
from pathlib import Path

import docx
import pptx
import pytest

from briefing.assemble import fill_deck, fill_summary
from briefing.model import Report
from briefing.report_names import report_name
from real_report import DECK, SUMMARY, made
from report_texts import areas_of, parsed

STREET = """白杨街道2022年工作总结及2023年工作思路
发布日期：2023-01-12 17:22 信息来源：白杨街道
今年以来，白杨街道在区委、区政府的坚强领导下，团结依靠广大党员群众，扎实推进各项工作，确保经济社会民生事业健康发展。
一、2022年工作成效
1.从严从紧抓好新冠疫情防控。累计排查居民17.34万人，管控5.79万人，集中隔离1.07万人。
2.稳扎稳打抓好经济产业发展。今年1-11月，街道实现财政总收入18.35亿元，同比增长28.69%；一般公共预算收入9.05亿元。
二、2023年工作思路
1.聚焦产业提质。力争实现财政总收入20亿元，引进企业40家，推动街道经济高质量发展再上新台阶。
2.聚焦社区治理。完成3个老旧小区改造，新增停车泊位350个，不断提升居民群众的获得感和幸福感。
3.聚焦民生改善。组织招聘会10场，推出就业岗位2000个，扎实办好一批民生实事项目。
"""
TOWN = STREET.replace("白杨街道", "华溪镇").replace("街道", "全镇")


def _areas(report: Report) -> dict[str, list[str]]:
    return {kind: [area.title for area in areas_of(report, kind)] for kind in ("review", "plan")}


def test_a_streets_paper_tells_whose_it_is_and_of_which_year() -> None:
    _, report = parsed(STREET)
    assert (report.place, report.plan_year, report.review_year) == ("白杨街道", 2023, 2022)
    assert report.source.startswith("《白杨街道2022年工作总结及2023年工作思路》")


@pytest.mark.parametrize("text", [STREET, TOWN])
def test_its_title_opens_neither_part(text: str) -> None:
    _, report = parsed(text)
    assert _areas(report) == {
        "review": ["从严从紧抓好新冠疫情防控", "稳扎稳打抓好经济产业发展"],
        "plan": ["聚焦产业提质", "聚焦社区治理", "聚焦民生改善"],
    }


@pytest.mark.parametrize(
    ("title", "place"),
    [
        ("昌硕街道2022年工作总结和2023年工作计划", "昌硕街道"),
        ("2022年华庄街道办事处工作总结", "华庄街道"),
        ("华溪镇2022年工作总结及2023年工作打算", "华溪镇"),
    ],
)
def test_the_title_alone_names_the_office(title: str, place: str) -> None:
    _, rest = STREET.split("\n", 1)
    _, report = parsed(title + "\n" + rest.replace("白杨街道", "全街"))
    assert report.place == place


def test_no_slide_and_no_page_calls_a_streets_report_that_of_a_government(tmp_path: Path) -> None:
    path = tmp_path / "street.txt"
    path.write_text(STREET, encoding="utf-8")
    brief = made(path).brief(1)
    slides = pptx.Presentation(io.BytesIO(fill_deck(DECK, brief))).slides
    shown = [shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame]
    paper = docx.Document(io.BytesIO(fill_summary(SUMMARY, brief, {})))
    shown += [paragraph.text for paragraph in paper.paragraphs]
    assert sum("白杨街道2023年工作报告" in text for text in shown) >= len(slides)
    assert not [text for text in shown if "政府工作报告" in text]


def test_a_street_has_no_government_and_its_report_is_not_called_one() -> None:
    assert report_name("白杨街道", 2023) == "白杨街道2023年工作报告"
    assert report_name("华溪镇", 2023) == "华溪镇2023年政府工作报告"
    assert report_name("小店区") == "小店区政府工作报告"
