"""A file that comes back can be asked whether it is ours, from which source, and what was changed by hand."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections.abc import Callable

import docx
import pptx
import pytest
from docx.opc.constants import CONTENT_TYPE

from area_documents import deck, summary
from briefing.audit import audit, describe, verify
from briefing.errors import BriefingError
from briefing.libreoffice import program
from real_report import made
from stamped import stamp


def test_a_stamped_pair_is_ours_untouched_and_still_clean(clean, tmp_path):
    summary, deck = (stamp(path.read_bytes(), clean.brief, "1.2.3") for path in (clean.summary, clean.deck))
    for content in (summary, deck):
        verdict = verify(content, "x")
        assert verdict.untouched
        assert (verdict.report_id, verdict.area, verdict.version) == ("small-2024", 1, "1.2.3")
        assert verdict.source_sha256 == clean.report.source_sha256
        assert len(verdict.metrics) == 5
    (tmp_path / "1.docx").write_bytes(summary)
    (tmp_path / "1.pptx").write_bytes(deck)
    files = tmp_path / "1.docx", tmp_path / "1.pptx"
    assert audit(clean.brief, clean.report, clean.cleaned, clean.metrics, *files, clean.pictures).ok


def test_stamping_gives_the_same_bytes_and_replaces_an_older_stamp(clean):
    once = stamp(clean.deck.read_bytes(), clean.brief, "1")
    assert once == stamp(clean.deck.read_bytes(), clean.brief, "1")
    assert verify(stamp(once, clean.brief, "2"), "x").version == "2"


def test_an_edit_by_hand_is_named_with_its_place(clean):
    """Opened, one figure changed, one paragraph removed, saved by another program: both are told."""
    document = docx.Document(io.BytesIO(stamp(clean.summary.read_bytes(), clean.brief, "1")))
    changed = document.tables[0].cell(1, 3).paragraphs[0]
    changed.runs[0].text = "9999亩"
    gone = document.paragraphs[3]._element
    gone.getparent().remove(gone)
    buffer = io.BytesIO()
    document.save(buffer)
    verdict = verify(buffer.getvalue(), "x")
    assert verdict.changed == (("表1第2行第4列", "9999亩"),)
    assert verdict.gone == 2
    assert "9999亩" in describe(verdict, "摘要.docx")


def test_a_new_note_in_a_deck_is_named(clean):
    deck = pptx.Presentation(io.BytesIO(stamp(clean.deck.read_bytes(), clean.brief, "1")))
    deck.slides[1].notes_slide.notes_text_frame.text = "手写备注"
    buffer = io.BytesIO()
    deck.save(buffer)
    assert ("第2页 备注 第1段", "手写备注") in verify(buffer.getvalue(), "x").changed


def test_a_stranger_is_not_ours_and_rubbish_is_refused(clean):
    assert not verify(clean.deck.read_bytes(), "x").ours
    assert "不是本程序" in describe(verify(clean.deck.read_bytes(), "x"), "别人的.pptx")
    with pytest.raises(BriefingError, match="no readable Office file"):
        verify(b"PK\x03\x04 rubbish", "坏.docx")


def test_the_properties_are_a_proper_part(clean):
    """Word's own reader takes the part under its content type."""
    package = docx.Document(io.BytesIO(stamp(clean.summary.read_bytes(), clean.brief, "1"))).part.package
    part = next(one for one in package.iter_parts() if str(one.partname) == "/docProps/custom.xml")
    assert part.content_type == CONTENT_TYPE.OFC_CUSTOM_PROPERTIES


def test_alternative_texts_that_a_program_drops_are_told_apart_from_edits():
    """Without the alternative texts of tables and charts, as LibreOffice saves a deck, nothing counts as changed, and it is said;
    an alternative text that was rewritten is a change."""
    made_deck = stamp(deck(4), made().brief(4), "1.0")
    dropped = edited(
        made_deck, lambda text: re.sub(r'(<p:nvGraphicFramePr><p:cNvPr [^>]*?) descr="[^"]*"', r"\1", text)
    )
    verdict = verify(dropped, "deck.pptx")
    assert verdict.unspoken > 3
    assert verdict.untouched
    said = describe(verdict, "deck.pptx")
    assert f"另有 {verdict.unspoken} 处替代文字" in said
    assert "没有改动过" in said
    rewritten = edited(made_deck, lambda text: text.replace('descr="条形图：', 'descr="折线图：', 1))
    assert verify(rewritten, "deck.pptx").changed


@pytest.mark.skipif(not program(), reason="LibreOffice is not installed")
def test_what_libreoffice_saves_anew_is_still_ours_and_unchanged(tmp_path):
    """Both documents, opened and saved by LibreOffice without an edit."""
    kinds = {"pptx": deck(4), "docx": summary(4)}
    for kind, content in kinds.items():
        (tmp_path / f"4.{kind}").write_bytes(stamp(content, made().brief(4), "1.0"))
        subprocess.run(
            [
                program(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", kind,
                "--outdir", str(tmp_path / "saved"), str(tmp_path / f"4.{kind}"),
            ],
            check=True, capture_output=True, timeout=200,
        )  # fmt: skip
        verdict = verify((tmp_path / "saved" / f"4.{kind}").read_bytes(), f"4.{kind}")
        assert verdict.untouched, verdict.changed


def edited(content: bytes, edit: Callable[[str], str]) -> bytes:
    """The deck with every slide's XML passed through ``edit``."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            new.writestr(
                name, edit(part.decode("utf-8")).encode("utf-8") if name.startswith("ppt/slides/slide") else part
            )
    return buffer.getvalue()
