"""政府自身建设 is no area of the plan and has no deck; the overview tells it in the report's own headings all the same."""

from __future__ import annotations

import io

import docx
import pytest

from briefing.assemble import fill_summary
from briefing.model import Brief
from briefing.pack.keypoints import keypoints
from real_report import SUMMARY, overview
from shared_reports import needs_shared, reports


def _overview(name: str) -> Brief:
    return overview(next(one for one in reports() if one.stem == name))


@needs_shared
@pytest.mark.parametrize(
    ("report", "title", "heading"),
    [
        ("county-博野县-2025", "加强政府自身建设", "恪守忠诚，旗帜鲜明讲政治"),
        ("province-上海市-2025", "全面提升政府治理现代化水平", "锻造对党忠诚的政治品格"),
    ],
)
def test_the_part_on_the_government_itself_stands_last_among_the_areas(report: str, title: str, heading: str) -> None:
    whole = _overview(report)
    row = next(slide for slide in whole.slides if slide.kind == "areas").rows[-1]
    assert (row[0], row[1], row[3]) == ("—", title, "")
    assert heading in row[2]
    paper = docx.Document(io.BytesIO(fill_summary(SUMMARY, whole, {})))
    texts = [one.text for one in paper.paragraphs]
    assert title in texts
    assert any(heading in text and "详见" not in text for text in texts)
    assert f"{title}：{whole.topics[-1].line}" in keypoints(whole)
    # It is no area: none is counted more.
    assert f"{len(whole.topics) - 1}个方面" in next(
        slide for slide in whole.slides if slide.kind == "areas"
    ).title.translate(str.maketrans("", "", " "))


def test_a_report_without_such_a_part_tells_of_its_areas_alone() -> None:
    assert all(topic.numeral and topic.file for topic in overview().topics)
