"""What area 4 of xiaodian-2024 gives, part by part, against files kept beside this test.

After a wanted change: ``BRIEFING_NEW_GOLDEN=1 .venv/bin/python -m pytest tests/assemble/test_golden.py``, then open the documents before committing them.
"""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from area_documents import deck, pictures, summary
from briefing.files import write_json
from real_report import made

GOLDEN = Path(__file__).parent / "golden"
AREA = 4


def _made(name: str, folder: Path) -> bytes:
    if name == "brief.json":
        write_json(folder / name, made().brief(AREA))
        return (folder / name).read_bytes()
    if name.endswith(".png"):
        return pictures(AREA)[name.removesuffix(".png")].read_bytes()
    return {"summary.docx": summary, "deck.pptx": deck}[name](AREA)


def _names() -> list[str]:
    return ["brief.json", "summary.docx", "deck.pptx", *(f"{name}.png" for name in sorted(pictures(AREA)))]


def _parts(content: bytes) -> dict[str, bytes]:
    """Each part of an Office file, XML in its canonical form so that only what it says is compared."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = {name: package.read(name) for name in package.namelist()}
    return {
        name: etree.tostring(etree.fromstring(part), method="c14n") if name.endswith((".xml", ".rels")) else part
        for name, part in parts.items()
    }


@pytest.mark.parametrize("name", _names())
def test_area_four_is_what_it_was(name: str, tmp_path: Path) -> None:
    now = _made(name, tmp_path)
    if os.environ.get("BRIEFING_NEW_GOLDEN"):
        GOLDEN.mkdir(exist_ok=True)
        (GOLDEN / name).write_bytes(now)
        pytest.skip(f"{name} was written anew; open it before you commit it")
    golden = (GOLDEN / name).read_bytes()
    if name.endswith((".docx", ".pptx")):
        was, is_now = _parts(golden), _parts(now)
        assert sorted(is_now) == sorted(was)
        assert [part for part in was if is_now[part] != was[part]] == []
    else:
        assert now == golden


def test_no_golden_file_is_left_over() -> None:
    assert sorted(path.name for path in GOLDEN.iterdir()) == sorted(_names())
