"""Slide templates drawn for one test each, with what PowerPoint and WPS do to the XML."""

from __future__ import annotations

import io
import itertools
from collections.abc import Callable, Sequence
from copy import deepcopy
from functools import partial
from typing import Any

import pytest
from lxml import etree
from pptx import Presentation

import office_packages
from template_drafts import SlideDraft

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@pytest.fixture
def draft() -> SlideDraft:
    return SlideDraft()


@pytest.fixture(scope="session")
def split_runs() -> Callable[[Any, Sequence[int]], None]:
    """Split the first run of a paragraph at these characters, each piece with a formatting of its own, as spell
    checkers do.
    """

    def split(paragraph: Any, places: Sequence[int]) -> None:
        run = paragraph._p.findall(f"{A}r")[0]
        text = run.find(f"{A}t").text
        edges = [0, *places, len(text)]
        for number, (start, end) in enumerate(itertools.pairwise(edges)):
            piece = deepcopy(run)
            piece.find(f"{A}t").text = text[start:end]
            look = piece.find(f"{A}rPr")
            if look is None:
                look = etree.SubElement(piece, f"{A}rPr")
                piece.insert(0, look)
            look.set("lang", "en-US" if number % 2 else "zh-CN")
            look.set("dirty", "0")
            if number % 3 == 1:
                look.set("err", "1")
            run.addprevious(piece)
        paragraph._p.remove(run)

    return split


@pytest.fixture(scope="session")
def opened() -> Callable[[bytes], Any]:
    return lambda blob: Presentation(io.BytesIO(blob))


@pytest.fixture(scope="session")
def texts() -> Callable[[bytes], list[list[str]]]:
    """Every slide's texts, shape by shape, table cells included."""

    def of_shape(shape: Any) -> list[str]:
        if shape.shape_type == 6:
            return [text for inner in shape.shapes for text in of_shape(inner)]
        if getattr(shape, "has_table", False) and shape.has_table:
            return [cell.text_frame.text for row in shape.table.rows for cell in row.cells]
        return [shape.text_frame.text] if shape.has_text_frame else []

    def read(blob: bytes) -> list[list[str]]:
        return [
            [text for shape in slide.shapes for text in of_shape(shape)]
            for slide in Presentation(io.BytesIO(blob)).slides
        ]

    return read


@pytest.fixture(scope="session")
def judged() -> Callable[[bytes], list[str]]:
    return partial(office_packages.judged, ending=".pptx")
