"""Texts in which a converter set every run of figures on a line of its own: no figure is taken for a page number."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.parse import read_report
from briefing.parse.scattered import gathered

HEAD = "2020\n年太湖县人民政府工作报告（全文）\n──\n2019\n年\n12\n月\n30\n日在县十六届人民代表大会第四次会议上\n县人民政府县长\n朱小兵\n各位代表："
REVIEW = (
    "一、2019年工作回顾\n2019\n年，面对风险挑战明显增多的复杂局面，肩负脱贫摘帽的历史使命，扎实抓好“六稳”工作，较好地完成了全年目标任务。预计，地区生产总值增长\n8%；\n"
    "财政收入增长\n10%；\n规上工业增加值增长\n9%；\n居民人均可支配收入增长\n12%\n。\n（一）决战脱贫摘帽，全面小康基础更坚实\n"
    "强化脱贫攻坚摘帽历史担当，脱贫攻坚摘帽收官战取得决定性成果，\n17\n个贫困村顺利出列，\n15250\n人如期脱贫，贫困发生率降至\n0.47%\n，困难群体政策保障标准再次提高，\n"
    "1.8\n万余名贫困人口实现生活保障政策兜底。\n21899\n户贫困户实现产业增收。"
)
PLAN = "二、2020年工作安排\n（一）抓好重点项目建设\n新建公路10公里。\n（二）抓好民生事业\n新建学校2所。"


def test_figures_stand_in_their_sentences_again() -> None:
    lines = gathered(f"{HEAD}\n{REVIEW}\n{PLAN}".split("\n"))
    assert lines[:2] == ["2020年太湖县人民政府工作报告（全文）", "──2019年12月30日在县十六届人民代表大会第四次会议上"]
    assert "一、2019年工作回顾" in lines
    assert any(line.startswith("2019年，面对") and "增长8%；财政收入增长10%；" in line for line in lines)
    assert any("17个贫困村顺利出列，15250人如期脱贫，贫困发生率降至0.47%" in line for line in lines)
    assert any("政策兜底。21899户贫困户" in line for line in lines)


def test_such_a_report_is_read_whole(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_text(f"{HEAD}\n{REVIEW}\n{PLAN}", encoding="utf-8")
    cleaned, report = read_report(path, "report", None)
    assert (report.place, report.plan_year, report.occasion) == ("太湖县", 2020, "县十六届人民代表大会第四次会议")
    assert [area.title for part in report.parts for area in part.areas if area.number] == [
        "抓好重点项目建设",
        "抓好民生事业",
    ]
    assert all(figure in cleaned for figure in ("17个", "15250人", "0.47%", "1.8万余名", "21899户"))


@pytest.mark.parametrize("pages", [3, 30])
def test_page_numbers_stay_alone(pages: int) -> None:
    lines = [
        line for page in range(1, pages + 1) for line in (*(["深入推进重点产业链建设，扎实抓好项目"] * 20), str(page))
    ]
    assert gathered(lines) == lines
