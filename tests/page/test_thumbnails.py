"""Thumbnails of slides and pages: made where LibreOffice is, told where it is not, never made twice of the same document."""

from __future__ import annotations

import base64
import io
from pathlib import Path

import pptx
import pytest
from PIL import Image

from area_documents import deck
from briefing.__main__ import main
from briefing.errors import BriefingError
from briefing.files import read_json
from briefing.libreoffice import program
from briefing.pack.thumbnails import WIDTH, Thumbnails, pictures_of
from briefing.templates import preview


@pytest.fixture
def one(tmp_path: Path) -> Path:
    path = tmp_path / "4.pptx"
    path.write_bytes(deck(4))
    return path


def made(*documents: Path) -> Thumbnails:
    output = documents[0].with_name("decks.json")
    assert main(["thumbnails", "--documents", *map(str, documents), "--output", str(output)]) == 0
    return read_json(output, Thumbnails)


def test_without_libreoffice_there_are_none_and_it_is_said(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command succeeds: a page without pictures is better than no page."""
    monkeypatch.setenv("PATH", "/nowhere")
    found = made(one)
    assert found.documents == ()
    assert "没有 LibreOffice" in found.said


def test_a_fault_of_libreoffice_stops_nothing(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it says is in the log, that it failed is on the page."""

    def fails(_: object) -> list[Path]:
        raise BriefingError("LibreOffice has made no PDF")

    monkeypatch.setattr("briefing.commands.thumbnails.program", lambda: "soffice")
    monkeypatch.setattr(preview, "as_pictures", fails)
    assert made(one).said == "LibreOffice 未能制作缩略图。"


def test_an_unchanged_document_is_not_drawn_again(one: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of two documents of which one changed, LibreOffice gets that one."""
    asked: list[str] = []

    def draws(documents: list[Path]) -> list[Path]:
        asked.extend(path.name for path in documents)
        pages = [path.with_name(f"{path.stem}-1.png") for path in documents]
        for page in pages:
            Image.new("RGB", (960, 540), "white").save(page)
        return pages

    monkeypatch.setattr("briefing.commands.thumbnails.program", lambda: "soffice")
    monkeypatch.setattr(preview, "as_pictures", draws)
    other = one.with_name("5.pptx")
    other.write_bytes(b"another")
    assert [len(document.pictures) for document in made(one, other).documents] == [1, 1]
    other.write_bytes(b"yet another")
    found = made(one, other)
    assert asked == ["4.pptx", "5.pptx", "5.pptx"]
    assert [alt for _, alt in pictures_of([("decks", found)], 5)] == ["汇报第1页，共1页"]


@pytest.mark.skipif(not program(), reason="LibreOffice is not installed")
def test_every_slide_has_its_picture(one: Path) -> None:
    """As many as slides, as wide as told, readable, and small enough to stand in a page."""
    found = made(one)
    assert found.said == ""
    (document,) = found.documents
    assert len(document.pictures) == len(pptx.Presentation(one).slides)
    for picture in document.pictures:
        content = base64.b64decode(picture)
        assert len(content) < 40_000
        assert Image.open(io.BytesIO(content)).width == WIDTH
