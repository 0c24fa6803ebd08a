"""A Word template edited as people do, in Word and WPS: it fills to the very document that the unedited one fills to."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn
from lxml import etree

from briefing.assemble import fill_summary
from briefing.commands.sample import brief_for, pictures_of
from briefing.templates.checking import findings
from office import ROOT
from office_packages import files, judged, repacked
from word_edits import EDITS, W14, Edit

TEMPLATE = ROOT / "templates" / "default" / "summary.docx"
_SILENT = {qn(f"w:{name}") for name in ("lang", "noProof")}


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="briefing-edited-")  # held until the tests end, then removed


@cache
def pictures() -> Mapping[str, Path]:
    return pictures_of(brief_for({}, None, 1), {}, None, Path(_folder().name))


def filled(template: Path) -> bytes:
    return fill_summary(template, brief_for({}, None, 1), pictures())


def edited(edit: Edit, path: Path) -> Path:
    """The template after the edit, saved as ``path``."""

    def changed(blob: bytes) -> bytes:
        root = etree.fromstring(blob)
        edit(root.find(qn("w:body")))
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    path.write_bytes(repacked(TEMPLATE.read_bytes(), {"word/document.xml": changed}))
    return path


def said(blob: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """Each paragraph with its style and its words, each stretch with its look, pictures counted."""
    document = docx.Document(io.BytesIO(blob))
    roots = [document.element.body, *(section.footer._element for section in document.sections)]
    return [paragraph_said(one) for root in roots for one in root.iter(qn("w:p"))]


def paragraph_said(paragraph: etree._Element) -> tuple[str, list[tuple[str, str]]]:
    style = paragraph.find(f"{qn('w:pPr')}/{qn('w:pStyle')}")
    stretches: list[tuple[str, str]] = []
    for run in paragraph.iter(qn("w:r")):
        look = look_of(run)
        text = "".join(
            "▣" if node.tag == qn("w:drawing") else node.text or "" for node in run.iter(qn("w:t"), qn("w:drawing"))
        )
        if stretches and stretches[-1][0] == look:
            text = stretches.pop()[1] + text
        if text:
            stretches.append((look, text))
    return ("" if style is None else style.get(qn("w:val"))), stretches


def look_of(run: etree._Element) -> str:
    properties = run.find(qn("w:rPr"))
    kept = [] if properties is None else [one for one in properties if one.tag not in _SILENT]
    words = []
    for one in kept:
        attributes = {
            etree.QName(key).localname: value for key, value in one.attrib.items() if not key.endswith("}hint")
        }
        if attributes or one.tag != qn("w:rFonts"):
            words.append(f"{etree.QName(one).localname}{sorted(attributes.items())}")
    return " ".join(words)


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_template_fills_to_the_same_document(name: str, tmp_path: Path) -> None:
    """The check finds nothing, the words and looks are those of the unedited template, both judges find the file sound."""
    template = edited(EDITS[name], tmp_path / "summary.docx")
    assert [str(one) for one in findings(template)] == []
    made = filled(template)
    assert said(made) == said(filled(TEMPLATE))
    assert judged(made, ".docx") == []


def test_all_edits_after_each_other(tmp_path: Path) -> None:
    """A template that has been through many hands."""

    def many(root: etree._Element) -> None:
        for name in (
            "content_controls",
            "links",
            "comments",
            "bookmarks",
            "tracked_changes",
            "rsids",
            "typing_aids",
            "spelling",
            "page_breaks",
            "wps",
        ):
            EDITS[name](root)

    template = edited(many, tmp_path / "summary.docx")
    assert [str(one) for one in findings(template)] == []
    made = filled(template)
    assert said(made) == said(filled(TEMPLATE))
    assert judged(made, ".docx") == []
    document = files(made)["word/document.xml"].decode()
    for trace in (
        "张三",
        "w:ins ",
        "w:del ",
        "delText",
        "commentR",
        "rPrChange",
        "w:sdt>",
        f"{W14}}}paraId",
        "proofErr",
    ):
        assert trace not in document, trace
