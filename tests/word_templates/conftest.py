"""Word templates written for one test each."""

from __future__ import annotations

import io
from collections.abc import Callable
from functools import partial
from typing import Any

import docx
import pytest

import office_packages
from template_drafts import WordDraft


@pytest.fixture
def draft() -> WordDraft:
    return WordDraft()


@pytest.fixture(scope="session")
def opened() -> Callable[[bytes], Any]:
    return lambda blob: docx.Document(io.BytesIO(blob))


@pytest.fixture(scope="session")
def texts() -> Callable[[bytes], list[str]]:
    """The paragraphs and table rows of the body in order; cells divided by ``|``."""

    def read(blob: bytes) -> list[str]:
        found = []
        for block in docx.Document(io.BytesIO(blob)).iter_inner_content():
            if hasattr(block, "rows"):
                found += ["|".join(cell.text for cell in row.cells) for row in block.rows]
            else:
                found.append(block.text)
        return found

    return read


@pytest.fixture(scope="session")
def judged() -> Callable[[bytes], list[str]]:
    return partial(office_packages.judged, ending=".docx")


@pytest.fixture(scope="session")
def png() -> Callable[[int, int], bytes]:
    """A picture of that many pixels."""
    from PIL import Image

    def make(width: int, height: int) -> bytes:
        buffer = io.BytesIO()
        Image.new("RGB", (width, height), (width % 256, 80, 80)).save(buffer, "PNG")
        return buffer.getvalue()

    return make
