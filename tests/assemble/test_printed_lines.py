"""Where LibreOffice may end a line of a paper that it prints: behind a percentage or a number of a list, and behind no dash of a range."""

from __future__ import annotations

import dataclasses
import io

import docx
import pytest
from docx.oxml.ns import qn

from area_documents import summary
from briefing.assemble import fill_summary
from briefing.line_breaks import BREAK, JOINER, joined
from real_report import SUMMARY, made, overview
from shared_reports import needs_shared, reports


def test_a_list_of_numbers_may_go_on_in_the_next_line_of_a_pdf() -> None:
    """LibreOffice took 11、13、15… for one number and left three quarters of a line empty; the document itself is left alone."""
    told = "第9～11、13、15段"
    document = fill_summary(SUMMARY, dataclasses.replace(overview(), source=told), {})
    whole, copied = (
        "".join(one.text for one in docx.Document(io.BytesIO(file)).paragraphs) for file in (document, joined(document))
    )
    assert told in whole
    assert f"11{JOINER}、{BREAK}13{JOINER}、{BREAK}15" in copied
    assert BREAK not in whole


@needs_shared
@pytest.mark.parametrize(
    ("name", "area", "told", "copied"),
    [
        # LibreOffice took 100%（2021年） and 6%、8%、20% for one word each and drew the line before them apart.
        ("county-阜平县-2017.txt", 5, "卫生发展指数达到100%（2021年）", f"100{JOINER}%{BREAK}（2021"),
        ("province-浙江省-2025.txt", 5, "分别增长6%、8%、20%", f"6{JOINER}%、{BREAK}8{JOINER}%、{BREAK}20"),
    ],
)
def test_a_line_may_end_behind_a_percentage_in_a_pdf(name: str, area: int, told: str, copied: str) -> None:
    document = fill_summary(SUMMARY, made(next(one for one in reports() if one.name == name)).brief(area), {})
    whole, printed = (
        "".join(one.text or "" for one in docx.Document(io.BytesIO(file)).element.body.iter(qn("w:t")))
        for file in (document, joined(document))
    )
    assert told in whole
    assert copied in printed


def test_the_dash_of_a_range_ends_no_line_of_a_pdf() -> None:
    """小店, second area: 特色数字经济楼宇2- stood at a line's end and 3座 in the next; people who search the document for 2-3座 find it."""
    document = summary(2)
    whole, copied = (
        "".join(one.text or "" for one in docx.Document(io.BytesIO(file)).element.body.iter(qn("w:t")))
        for file in (document, joined(document))
    )
    assert "2-3座" in whole
    assert f"2{JOINER}-{JOINER}3{JOINER}座" in copied
    assert JOINER not in whole
