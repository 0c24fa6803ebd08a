"""Templates that another program has saved whole: LibreOffice writes every part anew, WPS adds parts of its own."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from docx.oxml.ns import qn
from lxml import etree

from briefing.assemble import fill_deck, fill_summary
from briefing.commands.sample import brief_for, pictures_of
from briefing.libreoffice import program
from briefing.templates.checking import findings
from office import ROOT
from office_packages import files, repacked
from stamped import stamp

TEMPLATES = ROOT / "templates" / "default"
RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TAGS = (
    b'<p:tagLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
    b'<p:tag name="KSO_WM_SLIDE_ID" val="diagram20187308_1"/></p:tagLst>'
)
CUSTOM = (
    b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
    b'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
    b'<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="KSOProductBuildVer"><vt:lpwstr>2052-12.1.0.17147</vt:lpwstr>'
    b'</property><property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="3" name="ICV"><vt:lpwstr>A1B2C3</vt:lpwstr></property>'
    b"</Properties>"
)


def words(blob: bytes) -> list[str]:
    body = etree.fromstring(files(blob)["word/document.xml"])
    return ["".join(node.text or "" for node in one.iter(qn("w:t"))) for one in body.iter(qn("w:p"))]


@pytest.mark.skipif(not program(), reason="LibreOffice is not installed")
def test_a_summary_that_libreoffice_has_saved_fills_to_the_same_words(tmp_path: Path) -> None:
    """It writes every style, run and table in its own way."""
    shutil.copy(TEMPLATES / "summary.docx", tmp_path)
    subprocess.run(
        [program(), f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}", "--headless", "--convert-to", "docx:MS Word 2007 XML",
         "--outdir", str(tmp_path / "saved"), str(tmp_path / "summary.docx")],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    saved = tmp_path / "saved" / "summary.docx"
    brief = brief_for({}, None, 1)
    pictures = pictures_of(brief, {}, None, tmp_path)
    assert [str(one) for one in findings(saved) if one.severity == "error"] == []
    assert words(fill_summary(saved, brief, pictures)) == words(
        fill_summary(TEMPLATES / "summary.docx", brief, pictures)
    )


def with_custom_properties(blob: bytes) -> bytes:
    relation = (
        f'<Relationship Id="rId90" Type="{RELATED}/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )
    override = '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/></Types>'
    return repacked(
        blob,
        {
            "docProps/custom.xml": CUSTOM,
            "_rels/.rels": lambda old: old.replace(b"</Relationships>", relation.encode()),
            "[Content_Types].xml": lambda old: old.replace(b"</Types>", override.encode()),
        },
    )


def test_the_properties_that_wps_adds_do_not_disturb_ours(tmp_path: Path) -> None:
    """Build number and document id of WPS, beside what `briefing verify` needs."""
    brief = brief_for({}, None, 1)
    for name in ("summary.docx", "deck.pptx"):
        template = tmp_path / name
        template.write_bytes(with_custom_properties((TEMPLATES / name).read_bytes()))
        assert [str(one) for one in findings(template)] == []
        made = fill_deck(template, brief) if name == "deck.pptx" else fill_summary(template, brief, {})
        custom = files(stamp(made, brief, "1"))["docProps/custom.xml"].decode()
        assert custom.count("<property ") + custom.count(":property ") > 2
        assert custom.count("pid=") == len({piece.split('"')[1] for piece in custom.split("pid=")[1:]}), "each id once"


def test_tags_that_wps_keeps_beside_each_slide_are_copied_with_it(tmp_path: Path) -> None:
    """Its beautifying keeps what it did in a part of every slide, which PowerPoint never shows."""
    blob = (TEMPLATES / "deck.pptx").read_bytes()
    kind = "application/vnd.openxmlformats-officedocument.presentationml.tags+xml"
    slides = [name for name in files(blob) if name.startswith("ppt/slides/slide")]
    changes: dict[str, object] = {
        "[Content_Types].xml": lambda old: old.replace(
            b"</Types>",
            "".join(
                f'<Override PartName="/ppt/tags/tag{n}.xml" ContentType="{kind}"/>' for n in range(len(slides))
            ).encode()
            + b"</Types>",
        )
    }
    for number, name in enumerate(slides):
        relation = f'<Relationship Id="rId90" Type="{RELATED}/tags" Target="../tags/tag{number}.xml"/></Relationships>'.encode()
        changes[f"ppt/tags/tag{number}.xml"] = TAGS
        changes[name] = lambda old: old.replace(
            b"</p:spTree>", b'</p:spTree><p:custDataLst><p:tags r:id="rId90"/></p:custDataLst>', 1
        )
        changes[f"ppt/slides/_rels/{name.rsplit('/', 1)[1]}.rels"] = lambda old, relation=relation: old.replace(
            b"</Relationships>", relation
        )
    template = tmp_path / "deck.pptx"
    template.write_bytes(repacked(blob, changes))
    assert [str(one) for one in findings(template)] == []
    made = files(fill_deck(template, brief_for({}, None, 1)))
    made_slides = [name for name in made if name.startswith("ppt/slides/slide")]
    assert sum(name.startswith("ppt/tags/") for name in made) == len(made_slides)
