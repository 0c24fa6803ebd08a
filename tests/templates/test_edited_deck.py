"""A PowerPoint template edited as people do, in PowerPoint and WPS: it fills to the very deck that the unedited one fills to."""

from __future__ import annotations

import io
import re
from functools import cache
from pathlib import Path
from typing import Any

import pptx
import pytest
from lxml import etree

from briefing.assemble import fill_deck
from briefing.commands.sample import brief_for
from briefing.templates.checking import findings
from office import ROOT
from office_packages import files, judged, repacked
from slide_edits import EDITS, MC, Edit, a

TEMPLATE = ROOT / "templates" / "default" / "deck.pptx"
_EDITED = re.compile(r"ppt/(slides|notesSlides)/\w+\.xml")
_SILENT = ("lang", "altLang", "dirty", "err", "smtClean")


def filled(template: Path) -> bytes:
    return fill_deck(template, brief_for({}, None, 1))


@cache
def unedited() -> list[Any]:
    return said(filled(TEMPLATE))


@cache
def judged_before() -> list[str]:
    return judged(filled(TEMPLATE), ".pptx")


def judged_more(blob: bytes) -> set[str]:
    """What the judges say of it, and do not say of the deck from the unedited template."""
    return set(judged(shown(blob), ".pptx")) - set(judged_before())


def edited(edit: Edit, path: Path) -> Path:
    """The template after the edit of every slide and every page of notes, saved as ``path``."""

    def changed(blob: bytes) -> bytes:
        root = etree.fromstring(blob)
        edit(root)
        return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    blob = TEMPLATE.read_bytes()
    path.write_bytes(repacked(blob, {name: changed for name in files(blob) if _EDITED.fullmatch(name)}))
    return path


def said(blob: bytes) -> list[Any]:
    """Each slide: shapes with name, place and words, each stretch with its look; charts with their values; notes."""
    slides = []
    for slide in pptx.Presentation(io.BytesIO(shown(blob))).slides:
        shapes = [(one.name, one.left, one.top, one.width, one.height, shape_said(one)) for one in slide.shapes]
        slides.append((slide.slide_layout.name, shapes, stretches(slide.notes_slide.notes_text_frame._txBody)))
    return slides


def shown(blob: bytes) -> bytes:
    """The deck as the newest PowerPoint shows it: python-pptx and the judges do not know of shapes that stand twice."""
    return repacked(blob, {name: newest for name in files(blob) if _EDITED.fullmatch(name)})


def newest(blob: bytes) -> bytes:
    root = etree.fromstring(blob)
    for both in list(root.iter(f"{{{MC}}}AlternateContent")):
        for shape in both.find(f"{{{MC}}}Choice"):
            both.addprevious(shape)
        both.getparent().remove(both)
    return etree.tostring(root)


def shape_said(shape: Any) -> Any:
    if shape.has_chart:
        return [(one.name, list(one.values)) for one in shape.chart.plots[0].series]
    return [stretches(body) for body in shape._element.iter() if etree.QName(body).localname == "txBody"]


def stretches(body: etree._Element) -> list[list[tuple[str, str]]]:
    paragraphs = []
    for paragraph in body.iter(a("p")):
        found: list[tuple[str, str]] = []
        for run in paragraph.iter(a("r"), a("fld")):
            look, text = look_of(run.find(a("rPr"))), run.findtext(a("t")) or ""
            if found and found[-1][0] == look:
                text = found.pop()[1] + text
            found.append((look, text))
        paragraphs.append(found)
    return paragraphs


def look_of(properties: etree._Element | None) -> str:
    if properties is None:
        return ""
    own = sorted((key, value) for key, value in properties.attrib.items() if key not in _SILENT)
    return f"{own}" + "".join(etree.tostring(one, with_tail=False, method="c14n").decode() for one in properties)


@pytest.mark.parametrize("name", EDITS)
def test_an_edited_template_fills_to_the_same_deck(name: str, tmp_path: Path) -> None:
    """The check finds nothing, slides, words, looks, charts and notes are those of the unedited one, both judges are content."""
    template = edited(EDITS[name], tmp_path / "deck.pptx")
    assert [str(one) for one in findings(template)] == []
    made = filled(template)
    assert said(made) == unedited()
    assert judged_more(made) == set()


def test_all_edits_after_each_other(tmp_path: Path) -> None:
    """A template that has been through many hands."""

    def many(root: etree._Element) -> None:
        for name in ("typing_aids", "creation_ids", "choices", "spelling", "animations", "wps"):
            EDITS[name](root)

    template = edited(many, tmp_path / "deck.pptx")
    assert [str(one) for one in findings(template)] == []
    made = filled(template)
    assert said(made) == unedited()
    assert judged_more(made) == set()


def test_rows_and_shapes_that_repeat_share_no_ids_with_each_other_or_the_template(tmp_path: Path) -> None:
    """PowerPoint merges what several people edit by these ids: twice the same one is a damaged file to it."""
    made = filled(edited(EDITS["creation_ids"], tmp_path / "deck.pptx"))
    for name, blob in files(made).items():
        if _EDITED.fullmatch(name):
            tree = etree.fromstring(blob)
            assert list(tree.iter("{*}rowId", "{*}colId", "{*}creationId")) == []
            shapes = [
                one.get("id") for one in tree.iter("{http://schemas.openxmlformats.org/presentationml/2006/main}cNvPr")
            ]
            assert len(shapes) == len(set(shapes)), name
