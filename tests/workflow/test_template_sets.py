"""Sets of templates: chosen for all reports or for one, with only the files that differ; a change makes anew what uses it."""

from __future__ import annotations

import shutil
from pathlib import Path

import docx
import pptx
import pytest

from briefing.errors import BriefingError
from briefing.run.templates import Templates
from office import ROOT, Office

MARK = "红色版式"


def _own_deck(folder: Path) -> Path:
    """A set that brings a deck alone: the default one with a word of its own on the cover."""
    deck = folder / "deck.pptx"
    folder.mkdir()
    shutil.copy(ROOT / "templates" / "default" / "deck.pptx", deck)
    _write_on_cover(deck, MARK)
    return deck


def _write_on_cover(deck: Path, word: str) -> None:
    template = pptx.Presentation(str(deck))
    template.slides[0].shapes.add_textbox(0, 0, 3000000, 400000).text_frame.text = word
    template.save(str(deck))


def _words(path: Path) -> str:
    if path.suffix == ".docx":
        return "\n".join(paragraph.text for paragraph in docx.Document(str(path)).paragraphs)
    shapes = [shape for slide in pptx.Presentation(str(path)).slides for shape in slide.shapes if shape.has_text_frame]
    return "\n".join(shape.text_frame.text for shape in shapes)


def test_one_report_chooses_its_set_and_only_its_documents_follow(office: Office) -> None:
    """The set brings a deck and colours: its report gets both and the default summary; the other report stays default; a
    change of the set's deck makes anew that report's decks and nothing of the other."""
    office.write("河口.txt")
    office.write("山口.txt")
    (office.reports / "山口.yaml").write_text("template_set: plain\n", encoding="utf-8")
    deck = _own_deck(office.folder / "templates" / "plain")
    (deck.parent / "drawing.yaml").write_text('colour: "#9C1C1C"\n', encoding="utf-8")
    wanted = [f"output/{report}/{path}" for report in ("河口", "山口") for path in ("decks/1.pptx", "summaries/1.docx")]
    assert office.run(*wanted).status == 0
    made = {path: office.folder / path for path in wanted}
    assert [MARK in _words(path) for path in made.values()] == [False, False, True, False]
    assert _words(made["output/山口/summaries/1.docx"]) == _words(made["output/河口/summaries/1.docx"])
    pictures = {report: sorted((office.output / report / "charts" / "1").iterdir()) for report in ("河口", "山口")}
    assert pictures["河口"]
    assert all(
        ours.read_bytes() != theirs.read_bytes()
        for ours, theirs in zip(pictures["河口"], pictures["山口"], strict=True)
    )
    before = {path: file.stat().st_mtime_ns for path, file in made.items()}
    _write_on_cover(deck, "又改了一次")
    assert office.run(*wanted).status == 0
    assert [path for path, file in made.items() if file.stat().st_mtime_ns != before[path]] == [
        "output/山口/decks/1.pptx"
    ]
    assert "又改了一次" in _words(made["output/山口/decks/1.pptx"])


def test_a_set_for_all_reports_is_a_setting_and_a_report_may_go_back(office: Office) -> None:
    """``--config template_set=plain`` makes anew the decks of the reports that choose none; one that names default keeps it."""
    office.write("河口.txt")
    office.write("山口.txt")
    (office.reports / "山口.yaml").write_text("template_set: default\n", encoding="utf-8")
    _own_deck(office.folder / "templates" / "plain")
    wanted = ["output/河口/decks/1.pptx", "output/山口/decks/1.pptx"]
    assert office.run(*wanted).status == 0
    before = (office.folder / wanted[1]).stat().st_mtime_ns
    assert office.run(*wanted, "--config", "template_set=plain").status == 0
    assert [MARK in _words(office.folder / path) for path in wanted] == [True, False]
    assert (office.folder / wanted[1]).stat().st_mtime_ns == before


def test_a_set_that_is_not_there_is_told_with_the_nearest(tmp_path: Path) -> None:
    """One sentence with the sets that there are; fonts are no set; so is a default that is not complete."""
    folder = tmp_path / "templates"
    shutil.copytree(ROOT / "templates", folder)
    _own_deck(folder / "crimson")
    with pytest.raises(
        BriefingError, match=r"^setting template_set: there is no set 'crimsn' in .*; did you mean crimson\?$"
    ):
        Templates(str(folder), "crimsn", {})
    with pytest.raises(BriefingError, match=r"there are .*crimson, default") as told:
        Templates(str(folder), "x", {})
    assert "fonts" not in str(told.value)
    (folder / "default" / "page.html").unlink()
    with pytest.raises(BriefingError, match=r"default/page\.html is missing; put it there"):
        Templates(str(folder), "crimson", {})


def test_a_broken_template_stops_its_documents_with_every_finding_and_nothing_else(office: Office) -> None:
    """The check comes first: no deck of the report that uses it is begun; its summaries, workbook and the other report are made."""
    office.write("河口.txt")
    office.write("山口.txt")
    (office.reports / "山口.yaml").write_text("template_set: plain\n", encoding="utf-8")
    deck = _own_deck(office.folder / "templates" / "plain")
    _write_on_cover(deck, "{{ plase }}")
    _write_on_cover(deck, "{% for s in slides %}")
    said = office.run()
    assert said.status == 1
    closing = said.text.partition("\n\n")[2]
    assert "河口: 2 of 2 packs" in closing
    assert "山口: 0 of 2 packs" in closing
    for finding in (
        "there is no field 'plase' in 'plase'; did you mean 'place'?",
        "没有字段“plase”；是否想写“place”？",
        "is never closed",
    ):
        assert finding in closing, closing
    made = {
        path.relative_to(office.output / "山口").as_posix()
        for path in (office.output / "山口").rglob("*")
        if path.is_file()
    }
    assert {"summaries/1.docx", "summaries/2.docx", "metrics.xlsx"} <= made
    assert not any(path.startswith(("decks/", "packs/")) for path in made)
    assert "filling the PowerPoint deck" not in "".join(line for line in said.text.splitlines() if "山口" in line)


def test_a_report_that_chooses_a_set_that_is_not_there_holds_up_only_itself(office: Office) -> None:
    office.write("河口.txt")
    office.write("山口.txt")
    (office.reports / "山口.yaml").write_text("template_set: plian\n", encoding="utf-8")
    _own_deck(office.folder / "templates" / "plain")
    wanted = [f"output/{report}/decks/1.pptx" for report in ("河口", "山口")]
    said = office.run(*wanted)
    assert said.status == 1
    assert [(office.folder / path).is_file() for path in wanted] == [True, False]
    assert "templates/plian/deck.pptx: there is no set 'plian' in templates; did you mean plain?" in said.text
    assert "Traceback" not in said.text
