"""Headings of papers: a line that is broken by meaning is not drawn out."""

from __future__ import annotations

import io

import docx
import pytest
from docx.oxml.ns import qn

from area_documents import summary


@pytest.mark.parametrize("style", ["Heading 1", "Heading 2", "Heading 3"])
def test_headings_are_not_stretched_where_a_line_is_broken_by_meaning(style: str) -> None:
    """A justified line that a break ends is drawn out over the whole width: （ 一 ） 聚 焦 村 “ 两 委 ” 换 届 ，"""
    look = docx.Document(io.BytesIO(summary(4))).styles[style].element.find(qn("w:pPr"))
    assert look.find(qn("w:jc")).get(qn("w:val")) == "left"
