"""``briefing verify`` is given files that went through other hands: refused in one sentence, or told about, and nothing else is read."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from bombs import BOMBS, package, refused
from briefing.__main__ import main
from briefing.audit import read_pack, verify
from briefing.errors import BriefingError
from briefing.files import read_json
from briefing.model import Brief
from stamped import stamp

GOLDEN = Path(__file__).resolve().parents[1] / "assemble" / "golden"


def changed(name: str, part: str, old: bytes, new: bytes) -> bytes:
    """A finished document of ours in which somebody wrote ``new`` for ``old`` into one part."""
    content = stamp((GOLDEN / name).read_bytes(), read_json(GOLDEN / "brief.json", Brief), "1.0")
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {one: archive.read(one) for one in archive.namelist()}
    assert old in parts[part]
    return package({**parts, part: parts[part].replace(old, new, 1)})


@pytest.mark.parametrize("name", BOMBS)
def test_bombs(name: str) -> None:
    """As a document and as a pack."""
    content = BOMBS[name]()
    assert "back.zip" in refused(lambda: read_pack(content, "back.zip"))
    assert "back.docx" in refused(lambda: verify(content, "back.docx"))


def test_a_chart_with_a_point_a_thousand_million() -> None:
    """Nothing is filled up to its number."""
    content = changed("deck.pptx", "ppt/charts/chart1.xml", b'<c:pt idx="0"', b'<c:pt idx="999999999"')
    assert "a chart has a point 999999999" in refused(lambda: verify(content, "back.pptx"), seconds=5)


def test_evidence_that_was_tampered_with() -> None:
    """Properties that are no numbers and no marks any more."""
    area = str(read_json(GOLDEN / "brief.json", Brief).number).encode()
    content = changed("deck.pptx", "docProps/custom.xml", b"lpwstr>" + area + b"</", b"lpwstr>four</")
    with pytest.raises(BriefingError, match="its properties is damaged"):
        verify(content, "back.pptx")


@pytest.mark.parametrize("name", ["../secret", "/etc", "..", ".", "", "a/../../secret", "\0"])
def test_a_report_named_by_a_path(tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str) -> None:
    """A manifest from outside does not lead out of the output folder."""
    output, outside = tmp_path / "output", tmp_path / "secret"
    for folder in (output / "small-2024", outside / "packs"):
        folder.mkdir(parents=True)
    (outside / "report.json").write_text("{}")
    (outside / "packs" / "1.zip").write_bytes(b"not to be read")
    manifest = {"report": name, "area": 1, "files": {}, "source_sha256": "0"}
    back = tmp_path / "manifest.json"
    back.write_text(json.dumps(manifest))
    with pytest.raises(SystemExit):
        main(["verify", str(back), "--output", str(output)])
    said = capsys.readouterr()
    assert "没有报告" in said.out
    assert "error" not in said.err
