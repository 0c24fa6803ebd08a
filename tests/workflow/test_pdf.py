"""``pdf: true``: each pack also holds both documents as PDF, fonts embedded, the same bytes each time; without LibreOffice the packs come without."""

from __future__ import annotations

import ctypes
import json
import os
import time
import zipfile
from pathlib import Path

import pypdfium2
import pytest
from pypdfium2 import raw

from briefing import libreoffice
from briefing.errors import BriefingError
from briefing.libreoffice import print_to_pdf, program, without_chance
from office import SMALL, Office

GOLDEN = Path(__file__).resolve().parents[1] / "assemble" / "golden"
needs_libreoffice = pytest.mark.skipif(not program(), reason="LibreOffice is not installed")


def members(path: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def fonts(pdf: bytes) -> dict[str, bool]:
    """Name of each font of the document's letters → whether it travels inside the file."""
    found: dict[str, bool] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for one in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT], max_depth=8):
                font = raw.FPDFTextObj_GetFont(one.raw)
                name = ctypes.create_string_buffer(200)
                raw.FPDFFont_GetBaseFontName(font, name, 200)
                found[name.value.decode()] = raw.FPDFFont_GetIsEmbedded(font) == 1
    return found


@pytest.fixture
def without_libreoffice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every program of this machine but LibreOffice."""
    folder = tmp_path / "bin"
    folder.mkdir()
    for place in os.environ["PATH"].split(os.pathsep):
        for tool in Path(place).glob("*"):
            if tool.name not in ("soffice", "libreoffice", "briefing") and not (folder / tool.name).is_symlink():
                (folder / tool.name).symlink_to(tool)
    monkeypatch.setenv("PATH", str(folder))


@needs_libreoffice
def test_a_run_with_pdfs(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """They are in the zips and the manifests, hold the documents' words, all fonts, and no path; taken back, they go away."""
    office = Office(tmp_path / "office")
    office.write("河口.txt", SMALL)
    said = office.run("--config", "pdf=true")
    assert said.status == 0, said.text
    packs = sorted((office.output / "河口" / "packs").glob("*.zip"))
    assert len(packs) == 2
    for number, path in enumerate(packs, 1):
        files = members(path)
        pdfs = {name.rpartition("_")[2]: content for name, content in files.items() if name.endswith(".pdf")}
        assert list(pdfs) == ["摘要.pdf", "汇报.pdf"]
        told = json.loads(files["manifest.json"])["files"]
        assert [one["kind"] for one in told.values()].count("pdf") == 2
        assert pdfs["摘要.pdf"] == (office.output / "河口" / "summaries" / f"{number}.pdf").read_bytes()
        assert pdfs["汇报.pdf"] == (office.output / "河口" / "decks" / f"{number}.pdf").read_bytes()
        for pdf in pdfs.values():
            embedded = fonts(pdf)
            assert embedded
            assert all(embedded.values()), embedded
            assert b"/tmp/" not in pdf
            with pypdfium2.PdfDocument(pdf) as document:
                about = document.get_metadata_dict()
                words = "".join(page.get_textpage().get_text_bounded() for page in document)
            assert about["CreationDate"].startswith(f"D:{zipfile.ZipFile(path).infolist()[0].date_time[0]}0")
            assert about["Title"].startswith("河口县")
            assert about["Author"] == ""
            assert "河口县" in words
    request.getfixturevalue("without_libreoffice")
    said = office.run("--config", "pdf=true")
    assert said.status == 0, said.text
    assert "LibreOffice is not installed, so the packs are made without PDFs" in said.text
    assert not any(name.endswith(".pdf") for path in packs for name in members(path))


def test_pdf_is_yes_or_no(tmp_path: Path) -> None:
    """Anything else is named."""
    office = Office(tmp_path / "office")
    office.write("河口.txt", SMALL)
    said = office.run("--config", "pdf=maybe", "-n")
    assert said.status == 1
    assert "setting pdf: found 'maybe'" in said.text
    assert "expected true or false" in said.text


@needs_libreoffice
def test_the_same_documents_give_the_same_bytes() -> None:
    """Printed at two moments, from two profiles."""
    documents = [(name, (GOLDEN / name).read_bytes()) for name in ("summary.docx", "deck.pptx")]
    first = [without_chance(pdf, 2024, 2, 3) for pdf in print_to_pdf(documents)]
    time.sleep(1.1)
    assert [without_chance(pdf, 2024, 2, 3) for pdf in print_to_pdf(documents)] == first
    assert all(b"/CreationDate(D:20240203000000Z')" in pdf for pdf in first)


def test_without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    """The command says what to install."""
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(BriefingError, match="install libreoffice-writer and libreoffice-impress"):
        print_to_pdf([("1.docx", b"")])


def put_soffice(folder: Path, script: str, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "soffice"
    path.write_text(f"#!/bin/sh\n{script}\n")
    path.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")


def test_a_libreoffice_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What it said is told, with the document."""
    put_soffice(tmp_path, "echo source file could not be loaded; exit 1", monkeypatch)
    with pytest.raises(
        BriefingError, match=r"4.docx: LibreOffice has made no PDF of it \(source file could not be loaded\)"
    ):
        print_to_pdf([("4.docx", b"")])


def living(process: int) -> bool:
    try:
        return (Path("/proc") / str(process) / "stat").read_text().split()[2] != "Z"
    except OSError:
        return False


def test_a_libreoffice_that_hangs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It ends after its time, and what it started ends with it."""
    put_soffice(tmp_path, f"sleep 60 & echo $! > {tmp_path}/child; wait", monkeypatch)
    monkeypatch.setattr(libreoffice, "SECONDS", 1)
    began = time.monotonic()
    with pytest.raises(BriefingError, match="no PDF in 1 seconds"):
        print_to_pdf([("4.docx", b"")])
    assert time.monotonic() - began < 20
    child = int((tmp_path / "child").read_text())
    while living(child) and time.monotonic() - began < 20:  # the kernel takes its time on a busy machine
        time.sleep(0.1)
    assert not living(child)


def test_no_offset_moves() -> None:
    """Clock and chance are replaced by as many bytes; two moments and marks become the same, another content does not."""
    pdf = "1 0 obj\n<</Title(x)/CreationDate(D:{}Z')>>\n/ID [ <{}>\n<{}> ]\n/DocChecksum /{}\n".format
    marks = ("A" * 32, "A" * 32, "1" * 32), ("B" * 32, "B" * 32, "2" * 32)
    one, two = (pdf(f"2026010203040{k}", *marks[k]).encode() for k in (0, 1))
    assert one != two
    assert without_chance(one, 2024, 1, 2) == without_chance(two, 2024, 1, 2)
    assert len(without_chance(one, 2024, 1, 2)) == len(one)
    assert without_chance(one.replace(b"x", b"y"), 2024, 1, 2)[-34:] != without_chance(one, 2024, 1, 2)[-34:]
