"""A run from a report to its packs, and what a second run does after this or that has changed."""

from __future__ import annotations

import json
import shutil
import zipfile
from pathlib import Path

import pytest

from office import Office

ID = "河口 县"
NAMES = (
    "河口县2024年政府工作报告_1_坚持农业优先，全面推进乡村振兴.zip",
    "河口县2024年政府工作报告_2_坚持民生为本，持续增进人民福祉.zip",
)
OVERVIEW = "河口县2024年政府工作报告_总览.zip"


@pytest.fixture(scope="module")
def office(module_office: Office) -> Office:
    """One report, whose id holds Chinese letters and a blank, after its first run."""
    module_office.write(f"{ID}.txt")
    said = module_office.run()
    assert said.status == 0, said.text
    assert said.text.count("to look at") == 1
    assert f"{ID}: 2 of 2 packs" in said.text
    assert f"Open output/{ID}/index.html" in said.text
    return module_office


def stages(text: str) -> list[str]:
    """What the jobs of a run did, sorted, without the report and its area."""
    lines = [line.partition("] ")[2] for line in text.splitlines() if line.startswith("[")]
    return sorted(line.partition(": ")[2].split(" 河口")[0].rstrip("-0123456789") for line in lines)


def test_every_file_of_the_contract_is_made(office: Office) -> None:
    """Tables, Briefs, pictures, documents, audits, packs, workbook and page stand where the contract says."""
    files = {name.removeprefix(f"{ID}/") for name in office.files()}
    charts = json.loads((office.output / ID / "charts.json").read_text(encoding="utf-8"))
    assert len(charts) == 4
    assert files == {
        "cleaned.txt",
        "report.json",
        "areas.csv",
        "metrics.csv",
        "comparisons.csv",
        "groupings.csv",
        "findings.csv",
        "assignments.csv",
        "remarks.csv",
        "review.csv",
        *(f"found/{table}.csv" for table in ("metrics", "comparisons", "groupings", "findings")),
        "completions.csv",
        "audits/report.json",
        "numerals.csv",
        "charts.json",
        "products.json",
        "metrics.xlsx",
        "index.html",
        *(f"{folder}/{n}.{suffix}" for n in (1, 2) for folder, suffix in (("briefs", "json"), ("audits", "json"))),
        *(f"{folder}/{n}.{suffix}" for n in (1, 2) for folder, suffix in (("summaries", "docx"), ("decks", "pptx"))),
        *(f"charts/{chart['area']}/{chart['name']}.png" for chart in charts),
        *(f"packs/{name}" for name in NAMES),
        *(f"overview/{name}" for name in ("brief.json", "summary.docx", "deck.pptx", "audit.json", OVERVIEW)),
    }


def test_a_pack_holds_both_documents_and_its_manifest_their_templates(office: Office) -> None:
    """The zip of an area opens, and names the templates it was filled from."""
    with zipfile.ZipFile(office.output / ID / "packs" / NAMES[0]) as pack:
        names = pack.namelist()
        manifest = pack.read("manifest.json").decode("utf-8")
    assert {Path(name).suffix for name in names} >= {".docx", ".pptx", ".png", ".json"}
    assert "summary.docx" in manifest
    assert "deck.pptx" in manifest


def test_nothing_is_done_twice(office: Office) -> None:
    """A second run finds nothing to do and leaves every file as it was."""
    before = {path: path.stat().st_mtime_ns for path in office.output.rglob("*") if path.is_file()}
    said = office.run()
    assert said.status == 0
    assert "Nothing to be done" in said.text
    assert {path: path.stat().st_mtime_ns for path in office.output.rglob("*") if path.is_file()} == before


def test_a_changed_deck_template_makes_decks_and_what_holds_them(office: Office) -> None:
    """Summaries, pictures and tables are left alone when only templates/default/deck.pptx changed."""
    before = office.files()
    with zipfile.ZipFile(office.folder / "templates" / "default" / "deck.pptx", "a") as template:
        template.comment = b"changed, and still the same slides"
    said = office.run()
    assert said.status == 0, said.text
    assert stages(said.text) == [
        *["auditing both documents"] * 3,
        "checking the template deck.pptx",
        *["filling the PowerPoint deck"] * 3,
        "finished",
        *["packing"] * 3,
        "writing the page",
    ]
    changed = {name.removeprefix(f"{ID}/") for name, content in office.files().items() if before[name] != content}
    assert changed == {*(f"packs/{name}" for name in NAMES), f"overview/{OVERVIEW}"}, (
        "the manifest names the new template; the slides are the same"
    )


def test_a_changed_drawing_setting_draws_again_and_leaves_the_decks(office: Office) -> None:
    """Pictures are in summaries and packs; a deck has charts of its own."""
    said = office.run("--config", 'drawing={"dpi": 100}')
    assert said.status == 0, said.text
    assert stages(said.text).count("drawing comparison") == 4
    assert set(stages(said.text)) == {
        "drawing comparison",
        "filling the Word summary",
        "auditing both documents",
        "packing",
        "writing the page",
        "finished",
    }


def test_one_file_can_be_asked_for_alone_also_elsewhere(office: Office, tmp_path: Path) -> None:
    """A path of the contract, under another output_dir, makes that file and what it needs."""
    elsewhere = tmp_path / "other place"
    said = office.run(elsewhere / ID / "metrics.csv", "--config", f"output_dir={elsewhere}/")
    assert said.status == 0, said.text
    made = {path.name for path in (elsewhere / ID).iterdir()}
    tables = {
        f"{name}.csv"
        for name in ("metrics", "comparisons", "groupings", "findings", "assignments", "remarks", "review")
    }
    assert made == {"cleaned.txt", "report.json", "areas.csv", "numerals.csv", "found", "logs"} | tables
    assert (elsewhere / ID / "metrics.csv").read_bytes() == (office.output / ID / "metrics.csv").read_bytes()


def test_the_same_report_gives_the_same_bytes_in_another_office(office: Office, tmp_path: Path) -> None:
    """Neither the folder, nor the clock, nor the order of jobs, nor warm workers leave a trace in any file."""
    assert office.run("--config", 'drawing={"dpi": 100}').status == 0
    other = Office(tmp_path / "second office")
    other.write(f"{ID}.txt")
    shutil.copy(office.folder / "templates" / "default" / "deck.pptx", other.folder / "templates" / "default")
    said = other.run("--no-hooks", "--config", 'drawing={"dpi": 100}')
    assert said.status == 0, said.text
    ours, theirs = office.files(), other.files()
    assert theirs.keys() == ours.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []
