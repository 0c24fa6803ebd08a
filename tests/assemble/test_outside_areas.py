"""What stands outside the areas (政府自身建设, 国防和军队, “十五五”规划) has no deck; the overview tells it all the same, in the report's
own headings or by what its sentences have somebody do, and names the paragraphs that no document tells of."""

from __future__ import annotations

import io
import re
from pathlib import Path

import docx
import pytest

from briefing.assemble import fill_summary
from briefing.judgement import tells
from briefing.model import Brief
from briefing.pack.keypoints import keypoints
from real_report import SUMMARY, XIAODIAN, made, overview
from shared_reports import needs_shared, reports


def _overview(name: str) -> Brief:
    return overview(next(one for one in reports() if one.stem == name))


def _rows(whole: Brief) -> list[tuple[str, ...]]:
    return [row for slide in whole.slides if slide.kind == "areas" for row in slide.rows]


@needs_shared
@pytest.mark.parametrize(
    ("report", "title", "heading"),
    [
        ("county-博野县-2025", "加强政府自身建设", "恪守忠诚，旗帜鲜明讲政治"),
        ("province-上海市-2025", "全面提升政府治理现代化水平", "锻造对党忠诚的政治品格"),
    ],
)
def test_the_part_on_the_government_itself_stands_last_among_the_areas(report: str, title: str, heading: str) -> None:
    """And in the paper in a numbered section of its own: unnumbered behind （九） it looked like a tenth area that had lost its number."""
    whole = _overview(report)
    row = _rows(whole)[-1]
    assert (row[0], row[1], row[3]) == ("", title, "")
    assert heading in row[2]
    paper = docx.Document(io.BytesIO(fill_summary(SUMMARY, whole, {})))
    sections = [one.text for one in paper.paragraphs if one.style.name == "Heading 1"]
    assert [one for one in sections if re.fullmatch(f"[三四五]、{title}", one)]
    assert any(heading in one.text and "详见" not in one.text for one in paper.paragraphs)
    assert f"{title}：{whole.topics[-1].line}" in keypoints(whole)
    # It is no area: none is counted more.
    areas = len(made(next(one for one in reports() if one.stem == report)).briefs)
    title = next(slide for slide in whole.slides if slide.kind == "areas").title
    assert f"{areas}个方面" in title.replace(" ", "")


@needs_shared
@pytest.mark.parametrize(
    ("report", "wanted", "place"),
    [
        (
            "national-国务院-2018",
            ["全面推进依宪施政、依法行政", "全面加强党风廉政建设", "全面提高政府效能", "坚持和完善民族区域自治制度", "全面贯彻党的宗教工作基本方针",
             "认真落实侨务政策", "在国防和军队建设中的指导地位", "全面准确贯彻“一国两制”方针", "贯彻对台工作大政方针", "始终不渝走和平发展道路"],
            "第95～109段",
        ),
        ("province-上海市-2025", ["坚决服从服务一体化国家战略体系和能力建设大局", "高质量编制“十五五”规划"], "第89、90段"),
        ("province-河北省-2024", ["全力支持国防和军队现代化", "扎实开展经济普查工作", "；忠诚捍卫“两个确立”，坚决做到“两个维护”；", "推动作风大转变"], "第58、59段"),
        ("county-博野县-2025", ["统筹做好国防动员、邮政通信、民族宗教、史志档案、侨务、老龄、妇女儿童、残疾人等工作"], "第50段"),
        ("district-徐水区-2024", ["坚持对党忠诚", "坚持依法行政", "坚持求真务实", "坚持清正廉洁"], "第64段"),
    ],
)  # fmt: skip
def test_what_stands_behind_the_last_area_under_no_number_is_told_with_its_place(
    report: str, wanted: list[str], place: str
) -> None:
    """国务院 2018: 总览 ended with the ninth area, and 依法行政, 国防, 港澳台 and 外交 were in no document."""
    whole = _overview(report)
    row = next(one for one in _rows(whole) if one[1] == "其他工作")
    assert [one for one in wanted if one not in row[2]] == []
    assert row[2].endswith(f"（择要，{place}）")
    last = [one for one in whole.slides if one.kind == "areas"][-1]
    assert max(map(int, re.findall(r"\d+", last.source.rpartition("，")[2]))) >= int(re.findall(r"\d+", place)[-1])


@needs_shared
@pytest.mark.parametrize("path", reports(), ids=lambda one: one.name)
def test_no_sentence_of_the_plan_is_lost_in_silence(path: Path) -> None:
    """Each paragraph is told of in a document, or the paper of 总览 says that it is left out."""
    whole, real = overview(path), made(path)
    told = {measure.paragraph for one in real.briefs for topic in one.topics for measure in topic.measures}
    told |= {measure.paragraph for one in whole.guidance for measure in one.measures}
    told |= {one.paragraph for one in (*whole.targets, *whole.restated, *whole.scales)}
    told |= {number for topic in whole.topics for number in topic.paragraphs}
    planned = [one for one in real.report.parts if one.kind in ("plan", "self")]
    said = {
        measure.paragraph
        for one in planned
        for area in one.areas
        for topic in area.topics
        for measure in topic.measures
    }
    assert said - told == set(whole.untold) - told
    assert all(one in told for one in said - set(whole.untold))
    paper = docx.Document(io.BytesIO(fill_summary(SUMMARY, whole, {})))
    left = [one.text for one in paper.paragraphs if "未摘录" in one.text]
    assert len(left) == bool(whole.untold)
    # What is left out tells how things stand, or calls on all: nobody is given a thing to do there in the words of a heading.
    headings = {
        topic.start: topic.title for one in planned for area in one.areas if not area.number for topic in area.topics
    }
    starts = {one.start: one.number for one in real.report.paragraphs}
    behind = max(area.end for one in planned for area in one.areas if area.number)
    lost = [title for start, title in headings.items() if starts.get(start) in whole.untold and start > behind]
    assert [one for one in lost if tells(one) and not one.startswith("使命")] == []


@needs_shared
def test_what_the_people_were_promised_is_told_with_its_number() -> None:
    """容城 2020, in the part on the government itself: 重点谋划了12件民生实事 was left out for 坚决履行政府承诺, which follows it."""
    row = _rows(_overview("county-容城县-2020"))[-1]
    assert "重点谋划了12件民生实事；坚决履行政府承诺" in row[2], row


@needs_shared
def test_the_pledge_is_told_from_its_beginning() -> None:
    """国务院 2024: 增强“四个意识”… stood there without 深刻领悟“两个确立”的决定性意义 before it."""
    row = next(one for one in _rows(_overview("national-国务院-2024")) if one[1] == "其他工作")
    assert "深刻领悟“两个确立”的决定性意义，增强“四个意识”、坚定“四个自信”、做到“两个维护”；" in row[2]


@needs_shared
@pytest.mark.parametrize(
    ("report", "whole"),
    [
        (
            "national-国务院-2018",
            "牢固树立“四个意识”，坚定“四个自信”，坚决维护习近平总书记核心地位，坚决维护党中央权威和集中统一领导；",
        ),
        ("district-徐水区-2024", "铭记江山就是人民，人民就是江山；"),
    ],
)
def test_no_formula_is_cut_in_half(report: str, whole: str) -> None:
    assert whole in next(one for one in _rows(_overview(report)) if one[1] == "其他工作")[2]


@needs_shared
@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("national-国务院-2024", "以铸牢中华民族共同体意识为主线，坚持和完善民族区域自治制度；"),
        ("national-国务院-2018", "以党在新时代的强军目标为引领，牢固确立习近平强军思想在国防和军队建设中的指导地位；"),
    ],
)
def test_a_main_line_stands_before_what_follows_it(name: str, told: str) -> None:
    assert told in next(one for one in _rows(_overview(name)) if one[1] == "其他工作")[2]


@needs_shared
def test_what_stands_behind_the_last_area_is_no_doubt() -> None:
    """国务院 2024: 1处待核 of 总览 was that paragraphs 82 to 90 are of no area, which 其他工作 tells with their places."""
    assert _overview("national-国务院-2024").findings == ()


@needs_shared
def test_the_end_of_a_web_page_is_no_paragraph_of_the_report() -> None:
    """清苑 2024: 免责声明 and the names of pages below it were told as paragraphs that no document tells of."""
    assert _overview("district-清苑区-2024").untold == (52, 57)


def test_an_appeal_at_the_end_is_no_work() -> None:
    """小店 ends 勇立潮头敢为先，奋楫扬帆谋新篇. That is named as left out, and makes no row."""
    assert all(topic.numeral and topic.file for topic in overview(XIAODIAN).topics)
    assert overview(XIAODIAN).untold[-1] == 38
