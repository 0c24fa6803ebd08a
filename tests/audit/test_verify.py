"""``briefing verify``: a document, a pack or another machine's manifest, held against what it says of itself and what we made."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace
from pathlib import Path

import docx
import pptx
import pytest

from briefing.__main__ import main
from briefing.audit import audit
from briefing.files import write_json
from briefing.pack import pack_area
from stamped import stamp


@pytest.fixture(scope="module")
def output(clean, tmp_path_factory) -> Path:
    """What this machine has made of the small report: its parsed report and the pack of area 1."""
    folder = tmp_path_factory.mktemp("verify") / "output"
    write_json(folder / "small-2024" / "report.json", clean.report)
    pack = folder / "small-2024" / "packs" / "1.zip"
    pack.parent.mkdir()
    pack.write_bytes(packed(clean))
    return folder


def packed(clean, version: str = "1.0") -> bytes:
    summary, deck = (stamp(path.read_bytes(), clean.brief, version) for path in (clean.summary, clean.deck))
    found = audit(clean.brief, clean.report, clean.cleaned, clean.metrics, clean.summary, clean.deck, clean.pictures)
    parts = clean.report, clean.brief, found, clean.metrics, summary, deck, clean.pictures
    return pack_area(*parts, {"deck.pptx": "00", "summary.docx": "11"}, version)


def said(capsys, *arguments: str | Path) -> tuple[int, str]:
    try:
        status = main(["verify", *map(str, arguments)])
    except SystemExit as ended:
        status = int(ended.code or 0)
    captured = capsys.readouterr()
    return status, captured.out + captured.err


def test_a_document_as_made_is_ours_and_of_our_source(clean, output, tmp_path, capsys):
    """Both kinds; the report, the area, the checksum of the source and the version are told; exit status 0."""
    for path in (clean.summary, clean.deck):
        back = tmp_path / path.name
        back.write_bytes(stamp(path.read_bytes(), clean.brief, "1.0"))
        status, text = said(capsys, back, "--output", output)
        assert status == 0, text
        for part in (
            "1.0 版",
            "small-2024",
            "领域（1）",
            clean.report.source_sha256,
            "没有改动过",
            "来源与本机的报告一致",
        ):
            assert part in text


def test_a_figure_changed_by_hand_is_named_and_ends_with_status_one(clean, tmp_path, capsys):
    """The place and the new words; also a value in a chart, which no text shows."""
    document = docx.Document(io.BytesIO(stamp(clean.summary.read_bytes(), clean.brief, "1")))
    document.tables[0].cell(1, 3).paragraphs[0].runs[0].text = "9999亩"
    document.save(str(tmp_path / "1.docx"))
    assert said(capsys, tmp_path / "1.docx")[0] == 1
    deck = pptx.Presentation(io.BytesIO(stamp(clean.deck.read_bytes(), clean.brief, "1")))
    chart = next(shape.chart for slide in deck.slides for shape in slide.shapes if shape.has_chart)
    value = next(chart._chartSpace.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}val"))
    next(value.iter("{http://schemas.openxmlformats.org/drawingml/2006/chart}v")).text = "1.75"
    deck.save(str(tmp_path / "1.pptx"))
    status, text = said(capsys, tmp_path / "1.docx", tmp_path / "1.pptx")
    assert status == 1
    assert "表1第2行第4列：9999亩" in text
    assert "图表数据" in text
    assert "1.75" in text


def test_a_document_of_an_older_source_is_told(clean, output, tmp_path, capsys):
    """Untouched, but the report has been replaced since."""
    older = replace(clean.brief, source_sha256="cd" * 32)
    (tmp_path / "1.docx").write_bytes(stamp(clean.summary.read_bytes(), older, "1"))
    status, text = said(capsys, tmp_path / "1.docx", "--output", output)
    assert status == 1
    assert "来源不是本机现有的这一版报告" in text


def test_a_pack_is_held_against_its_manifest_and_against_ours(clean, output, tmp_path, capsys):
    """As made: equal. One document replaced inside: named, with what was changed in it."""
    ours = output / "small-2024" / "packs" / "1.zip"
    assert said(capsys, ours, "--output", output)[0] == 0
    changed = tmp_path / "changed.zip"
    with zipfile.ZipFile(ours) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name.endswith(".docx"):
                document = docx.Document(io.BytesIO(content))
                document.paragraphs[1].runs[0].text = "改写的导语"
                buffer = io.BytesIO()
                document.save(buffer)
                content = buffer.getvalue()
            new.writestr(name, content)
    status, text = said(capsys, changed)
    assert status == 1
    assert "改写的导语" in text


def test_another_machine_s_manifest_is_compared(clean, output, tmp_path, capsys):
    """The same run gives the same bytes; another version or source is named as the cause."""
    with zipfile.ZipFile(output / "small-2024" / "packs" / "1.zip") as pack:
        manifest = json.loads(pack.read("manifest.json"))
    theirs = tmp_path / "manifest.json"
    theirs.write_text(json.dumps(manifest), encoding="utf-8")
    status, text = said(capsys, theirs, "--output", output)
    assert (status, "逐字节相同" in text) == (0, True), text
    with zipfile.ZipFile(io.BytesIO(packed(clean, "2.0"))) as pack:
        theirs.write_bytes(pack.read("manifest.json"))
    status, text = said(capsys, theirs, "--output", output)
    assert status == 1
    assert "程序版本不同" in text
    assert text.count("不同：") >= 2, "both documents carry the version"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("别人的.zip", b"PK", "no readable zip"),
        ("别人的.json", b"{}", "no manifest of a pack"),
        ("照片.jpg", b"", "give .docx, .pptx, .zip or manifest.json"),
        ("坏.docx", b"PK", "no readable Office file"),
    ],
)
def test_what_cannot_be_verified_is_refused_in_one_sentence(output, tmp_path, capsys, name, content, says):
    (tmp_path / name).write_bytes(content)
    status, text = said(capsys, tmp_path / name, "--output", output)
    assert status == 1
    assert says in text
    assert len(text.splitlines()) == 1


def test_an_office_s_own_properties_stay(clean):
    """A template may carry custom properties; the evidence stands beside them."""
    once = stamp(clean.summary.read_bytes(), clean.brief, "1")
    with zipfile.ZipFile(io.BytesIO(once)) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    own = b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="90" name="\xe5\xaf\x86\xe7\xba\xa7"><vt:lpwstr>1</vt:lpwstr></property></'
    parts["docProps/custom.xml"] = parts["docProps/custom.xml"].replace(b"</Properties>", own + b"Properties>")
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as new:
        for name, content in parts.items():
            new.writestr(name, content)
    again = stamp(buffer.getvalue(), clean.brief, "2")
    with zipfile.ZipFile(io.BytesIO(again)) as archive:
        assert "密级" in archive.read("docProps/custom.xml").decode("utf-8")
