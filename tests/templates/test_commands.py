"""The commands for people who keep templates: check, fields, preview, diff, as they are typed."""

from __future__ import annotations

import dataclasses
import os
import re
import shutil
import tempfile
import time
from pathlib import Path

import docx
import pptx
import pytest

from briefing.__main__ import main
from briefing.assemble.slides import deck_context
from briefing.assemble.template_fields import DECK_FIELDS, SUMMARY_FIELDS, table
from briefing.assemble.word_context import summary_context
from briefing.commands.sample import brief_for
from briefing.commands.template_fields import END, START
from briefing.files import write_json
from briefing.libreoffice import program
from briefing.templates.preview import watch
from office import ROOT
from real_report import made


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An office with templates and settings of its own."""
    shutil.copytree(ROOT / "templates", tmp_path / "templates")
    (tmp_path / "workflow").mkdir()
    shutil.copy(ROOT / "workflow" / "config.yaml", tmp_path / "workflow")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def break_deck(path: Path) -> None:
    deck = pptx.Presentation(str(path))
    box = deck.slides[1].shapes.add_textbox(0, 0, 3000000, 400000)
    box.name, box.text_frame.text = "补充", "来源：{{ s.sorce }}"
    deck.save(str(path))


def break_summary(path: Path) -> None:
    document = docx.Document(str(path))
    document.paragraphs[0].runs[0].text = "{{ plaec }}"
    document.tables[1].cell(2, 0).paragraphs[0].text = "{{ row.indicater }}"
    document.save(str(path))


def test_sound_templates_pass_the_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "check"]) == 0
    said = capsys.readouterr()
    ours = ("default/summary.docx", "default/deck.pptx", "red/deck.pptx")
    assert said.out.splitlines() == [f"templates/{path}: 0 findings." for path in ours]
    assert said.err == ""


def test_findings_are_told_in_both_languages_with_place_and_text(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every finding of every file in one go, exit status 1."""
    break_deck(folder / "templates/default/deck.pptx")
    break_summary(folder / "templates/default/summary.docx")
    assert main(["templates", "check"]) == 1
    lines = capsys.readouterr().err.splitlines()
    summary, deck = "error: templates/default/summary.docx", "error: templates/default/deck.pptx"
    for number, line in enumerate(
        (
            f"{summary}: paragraph 1: there is no field 'plaec' in 'plaec'; did you mean 'place'? (at: '{{{{ plaec }}}}')",
            f"{summary}：第1段：“plaec”中没有字段“plaec”；是否想写“place”？（原文：{{{{ plaec }}}}）",
            f"{summary}: table 2, row 3, cell 1, paragraph 1: there is no field 'indicater' in 'row.indicater'; did you mean 'in",
            f"{summary}：表2第3行第1格第1段：“row.indicater”中没有字段“indicater”；是否想写“indicator”？（原文：{{{{ row.indicater }}}}）",
            f"{deck}: slide 2, shape 补充, paragraph 1: there is no field 'sorce' in 's.sorce'; did you mean 'source'? (at: '来源：{{{{",
            f"{deck}：第2页形状“补充”第1段：“s.sorce”中没有字段“sorce”；是否想写“source”？（原文：来源：{{{{ s.sorce }}}}）",
        )
    ):
        assert lines[number].startswith(line)
    assert lines[6].startswith(
        "error: templates/default/summary.docx, templates/default/deck.pptx: mend what is told above"
    )


def test_looks_fail_the_check_by_hand_and_are_notes_in_a_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = folder / "templates/default/deck.pptx"
    deck = pptx.Presentation(str(path))
    box = deck.slides[2].shapes.add_textbox(0, 0, 3000000, 400000)
    box.text_frame.text = "文字"
    box.text_frame.paragraphs[0].runs[0].font.name = "Arial"
    deck.save(str(path))
    assert main(["templates", "check", str(path)]) == 1
    assert "the font Arial is set for Latin letters only" in capsys.readouterr().err
    assert main(["templates", "check", str(path), "--allow-looks", "--output", "checked"]) == 0
    assert capsys.readouterr().err.startswith("note: ")
    assert (folder / "checked").is_file()


@pytest.mark.parametrize(
    ("path", "said"),
    [
        ("templates/defalt/deck.pptx", "there is no set 'defalt' in templates; did you mean default?"),
        ("nowhere/deck.pptx", "nowhere/deck.pptx: there is no such file; give the path of a template."),
        ("workflow/config.yaml", "is neither a Word nor a PowerPoint template; give a .docx or .pptx file."),
    ],
)
def test_a_path_that_is_no_template_is_told(
    folder: Path, capsys: pytest.CaptureFixture[str], path: str, said: str
) -> None:
    assert main(["templates", "check", path]) == 1
    assert said in capsys.readouterr().err


def test_the_readme_has_the_fields_of_the_code() -> None:
    """Renew with: briefing templates fields --write templates/README.md"""
    readme = (ROOT / "templates" / "README.md").read_text(encoding="utf-8")
    brief = brief_for({}, None, 1)
    pictures = {chart.name: "（图片）" for chart in brief.charts}
    assert table(SUMMARY_FIELDS, summary_context(brief, pictures)) in readme
    assert table(DECK_FIELDS, deck_context(brief)) in readme
    rows = re.findall(r"^\| `", readme, re.MULTILINE)
    print(f"{len(rows)} fields")
    assert len(rows) > 150


def test_fields_are_printed_and_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["templates", "fields"]) == 0
    printed = capsys.readouterr().out
    assert "| `place` | 地名 (place) | 河口县 |" in printed
    Path("README").write_text(f"前\n{START}\n旧\n{END}\n后\n", encoding="utf-8")
    assert main(["templates", "fields", "--write", "README"]) == 0
    assert Path("README").read_text(encoding="utf-8") == f"前\n{START}\n\n{printed}\n{END}\n后\n"
    Path("README").write_text("没有标记", encoding="utf-8")
    assert main(["templates", "fields", "--write", "README"]) == 1
    assert "put them where the tables belong" in capsys.readouterr().err


def test_the_examples_are_those_of_the_report_made_last(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Without --report; the table that is kept in a README never depends on what was made here."""
    for number, name in enumerate(("older-2023", "newer-2024"), 1):
        brief = dataclasses.replace(made().brief(1), report_id=name)
        write_json(Path(f"output/{name}/briefs/1.json"), brief)
        Path(f"output/{name}/products.json").write_text("{}", encoding="utf-8")
        os.utime(f"output/{name}/briefs/1.json", (number * 1e9, number * 1e9))
    assert main(["templates", "fields"]) == 0
    said = capsys.readouterr()
    assert "(id of the report) | newer-2024 |" in said.out
    assert "Examples are from newer-2024, area 1." in said.err
    Path("README").write_text(f"{START}\n{END}\n", encoding="utf-8")
    assert main(["templates", "fields", "--write", "README"]) == 0
    assert "(id of the report) | sample |" in Path("README").read_text(encoding="utf-8")


def test_a_preview_without_libreoffice_says_so_and_leaves_the_documents_and_nothing_else(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["templates", "preview"]) == 0
    assert "LibreOffice is not installed" in capsys.readouterr().out
    assert "河口县" in docx.Document("preview/default/summary.docx").paragraphs[0].text
    assert len(pptx.Presentation("preview/default/deck.pptx").slides) >= 8
    assert list(temporary.iterdir()) == []  # the charts drawn for it; one folder stayed behind at every save


@pytest.mark.skipif(not program(), reason="LibreOffice is not installed")
def test_a_preview_shows_every_page_of_the_chosen_set(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.monotonic()
    assert main(["templates", "preview", "--set", "red", "--only", "deck", "--output", "看"]) == 0
    print(f"{time.monotonic() - began:.1f} s")
    deck = folder / "看" / "red" / "deck.pptx"
    pages = sorted(deck.parent.glob("deck-*.png"))
    assert len(pages) == len(pptx.Presentation(str(deck)).slides)
    assert all(page.read_bytes().startswith(b"\x89PNG") for page in pages)
    assert deck.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    assert main(["templates", "preview", "--set", "rde"]) == 1
    assert "did you mean red?" in capsys.readouterr().err


def test_a_saved_template_is_noticed_once_it_rests(tmp_path: Path) -> None:
    """Office writes a file in several steps, or takes it away and puts another there: one preview a save."""
    file = tmp_path / "deck.pptx"
    file.write_bytes(b"1")
    looks = iter([None, b"12", b"123", None, None, "gone", b"1234", None, None, None])
    seen: list[list[Path]] = []

    def goes_on() -> bool:
        try:
            change = next(looks)
        except StopIteration:
            return False
        if change == "gone":
            file.unlink()
        elif isinstance(change, bytes):
            file.write_bytes(change)
            os.utime(file, ns=(len(change), len(change)))
        return True

    watch(lambda: [file], seen.append, goes_on=goes_on, pause=0)
    assert seen == [[file], [file]]


def test_a_broken_template_does_not_end_the_watching(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    break_deck(folder / "templates/default/deck.pptx")
    rounds: list[int] = []

    def twice(files, saved):
        rounds.append(1)
        saved(files())
        raise KeyboardInterrupt

    monkeypatch.setattr("briefing.templates.preview.watch", twice)
    monkeypatch.setenv("PATH", "/nowhere")
    assert main(["templates", "preview", "--watch", "--only", "deck"]) == 0
    said = capsys.readouterr()
    assert rounds == [1]
    assert said.err.count("there is no field 'sorce'") == 2, "once at the start, once after the save"
    assert "Watching" in said.out


def test_a_preview_and_fields_of_a_report_that_is_not_made_name_those_that_are(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["templates", "preview", "--report", "没有"]) == 1
    assert "has no finished report '没有'; there are: none" in capsys.readouterr().err


def test_diff_tells_fields_slides_charts_and_paragraphs_that_came_and_went(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree("templates/default", "templates/new")
    deck = pptx.Presentation("templates/new/deck.pptx")
    gone = deck.slides[2].shapes.title.text_frame.text
    deck.slides[2].shapes.title.text_frame.text = "{{ s.subtitle }}{{ s.page }}"
    chart = next(shape for slide in deck.slides for shape in slide.shapes if shape.has_chart)
    chart.name = "chart:targets-1"
    deck.save("templates/new/deck.pptx")
    document = docx.Document("templates/new/summary.docx")
    document.add_paragraph("主送：{{ report_id }}")
    document.save("templates/new/summary.docx")
    assert main(["templates", "diff", "templates/default", "templates/new"]) == 0
    told = capsys.readouterr().out
    for line in (
        "    + report_id",
        "    + 主送：{{ report_id }}",
        "    + slides[].page",
        "    + targets-1",
        "{{ s.subtitle }}{{ s.page }}",
    ):
        assert line in told, told
    assert re.search(rf"    - .*{re.escape(gone)}", told)
    assert main(["templates", "diff", "templates/default/deck.pptx", "templates/default/deck.pptx"]) == 0
    assert "the same fields, charts, pictures and pages" in capsys.readouterr().out
    assert main(["templates", "diff", "templates/default/deck.pptx", "templates/default/summary.docx"]) == 1
    assert "give two versions of one template" in capsys.readouterr().err
    Path("bad.pptx").write_bytes(b"x")
    assert main(["templates", "diff", "templates/default/deck.pptx", "bad.pptx"]) == 1
    assert "bad.pptx: it cannot be opened as .pptx" in capsys.readouterr().err
