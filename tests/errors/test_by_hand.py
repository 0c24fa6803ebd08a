"""Commands that a person types for files that are not what they should be: each sentence that no other test reaches."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.__main__ import main
from briefing.assemble.overview import compose_overview
from briefing.audit import read_pack
from briefing.audit.page_check import check_page
from briefing.audit.tally import Tally
from briefing.audit.workbook_check import check_workbook
from briefing.commands import crosscheck
from briefing.commands.sample import brief_for
from briefing.errors import BriefingError
from briefing.files import read_plain_json, write_json, write_rows
from briefing.given import read_bytes, read_settings
from briefing.model import Assignment, Comparison, Finding, Grouping, Metric
from briefing.pack import page
from briefing.templates.sets import sets_in
from mail_desk import ID, Desk
from real_report import made
from small_report import TEXT, small_brief, small_metrics, small_report


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> str:
    assert main([str(one) for one in arguments]) == 1
    return capsys.readouterr().err


def test_verify(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    (tmp_path / "照片.jpg").write_bytes(b"")
    assert "a manifest alone tells nothing; add --output" in said(capsys, "verify", tmp_path / "manifest.json")
    assert "give .docx, .pptx, .zip or manifest.json" in said(capsys, "verify", tmp_path / "照片.jpg")


def test_a_pack_with_a_broken_picture() -> None:
    """Its XML is whole, but what it holds does not fit its checksum."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("1.png", b"picture" * 20)
    content = buffer.getvalue().replace(b"picture", b"Picture", 1)
    with pytest.raises(BriefingError, match="cannot be opened as a zip"):
        read_pack(content, "back.zip")


def test_templates_diff_of_a_folder_and_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "deck.pptx").write_bytes(b"")
    told = said(capsys, "templates", "diff", tmp_path, tmp_path / "deck.pptx")
    assert "one is a folder, the other a file; give two of a kind" in told


def test_files_between_stages(tmp_path: Path) -> None:
    (tmp_path / "report.json").write_text("{")
    (tmp_path / "list.yaml").write_text("- 甲\n")
    with pytest.raises(BriefingError, match="cannot be read as JSON"):
        read_plain_json(tmp_path / "report.json")
    with pytest.raises(BriefingError, match="run the stage that makes it again"):
        read_bytes(tmp_path / "missing")
    with pytest.raises(BriefingError, match="holds list, not names and values; write one"):
        read_settings(tmp_path / "list.yaml")
    with pytest.raises(BriefingError, match="there is no such folder; make it and put the set default into it"):
        sets_in(tmp_path / "missing")


def test_an_area_that_was_not_made(tmp_path: Path) -> None:
    Desk(tmp_path)
    with pytest.raises(BriefingError, match="has no area 9 in"):
        brief_for({"output_dir": str(tmp_path / "output")}, ID, 9)


def test_a_page_template_that_is_broken() -> None:
    report, metrics = small_report(), small_metrics()
    with pytest.raises(BriefingError, match=r"templates/page\.html, line 2: .*; mend the template and run again"):
        page(TEXT, report, metrics, (), (), (), (small_brief(report, metrics),), (), {}, "<p>\n{% if %}")


def test_products_that_cannot_be_checked(tmp_path: Path) -> None:
    report = small_report()
    with pytest.raises(BriefingError, match=r"index\.html: cannot be read"):
        check_page("", report, TEXT, (), (), (), Tally(()))
    with pytest.raises(BriefingError, match=r"metrics\.xlsx: cannot be opened"):
        check_workbook(b"PK", made().report, (), (), (), (), Tally(()))
    with zipfile.ZipFile(tmp_path / "1.zip", "w") as archive:
        archive.writestr("manifest.json", "{}")
    with pytest.raises(BriefingError, match="holds no 要点; pack the area again"):
        crosscheck._keypoints(tmp_path / "1.zip")
    with pytest.raises(BriefingError, match="it has no area, so there is nothing to make an overview of"):
        compose_overview(report, (), (), (), (), {})


def test_products_that_differ_from_the_tables(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The first five are told with their places; nothing is written."""
    desk = Desk(tmp_path)
    for name, kind in (("comparisons", Comparison), ("completions", crosscheck.Completion)):
        write_rows(desk.output / f"{name}.csv", kind, ())
    (desk.output / "cleaned.txt").write_text(TEXT, encoding="utf-8")
    (desk.output / "index.html").write_text("<p>empty</p>", encoding="utf-8")
    import openpyxl

    openpyxl.Workbook().save(desk.output / "metrics.xlsx")
    told = said(capsys, "crosscheck", "--folder", desk.output, "--output", tmp_path / "checked.json")
    assert "places of workbook, page or 要点 differ from the tables" in told
    assert not (tmp_path / "checked.json").exists()


def test_a_plan_without_numbers(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    report = small_report()
    write_json(
        tmp_path / "report.json", replace(report, parts=tuple(one for one in report.parts if one.kind != "plan"))
    )
    (tmp_path / "cleaned.txt").write_text(TEXT, encoding="utf-8")
    tables = {
        "metrics": Metric,
        "comparisons": Comparison,
        "groupings": Grouping,
        "findings": Finding,
        "assignments": Assignment,
        "completions": crosscheck.Completion,
    }
    given: list[str | Path] = ["--cleaned", tmp_path / "cleaned.txt", "--report", tmp_path / "report.json"]
    for name, kind in tables.items():
        write_rows(tmp_path / f"{name}.csv", kind, ())
        given += [f"--{name}", tmp_path / f"{name}.csv"]
    told = said(
        capsys, "charts", *given, "--charts", tmp_path / "charts.json", "--products", tmp_path / "products.json"
    )
    assert "has no numbered area, so there is nothing to make a pack of" in told
