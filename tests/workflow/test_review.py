"""A reviewed workbook beside the report: the next run applies it, remakes what it touches, and accounts for every cell."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import openpyxl
import pytest

from office import SMALL, Office

ID = "河口"


@pytest.fixture(scope="module")
def office(module_office: Office) -> Office:
    """One report after its first run."""
    module_office.write(f"{ID}.txt")
    assert module_office.run().status == 0
    return module_office


def review(office: Office, *changes: tuple[str, str, str, object]) -> None:
    """Change cells of the workbook as it stands and save it beside the report: (sheet, text in the row, column, value)."""
    book = openpyxl.load_workbook(office.output / ID / "metrics.xlsx")
    for sheet_name, which, title, value in changes:
        sheet = book[sheet_name]
        column = [cell.value for cell in sheet[1]].index(title) + 1
        row = next(cell.row for line in sheet.iter_rows(min_row=2) for cell in line if cell.value == which)
        sheet.cell(row, column).value = value
    book.save(office.reports / f"{ID}.review.xlsx")


def made_again(before: dict[str, bytes], office: Office) -> set[str]:
    """Names of the files under the report's folder whose bytes are not what they were."""
    now = office.files()
    return {name.removeprefix(f"{ID}/") for name in now if before.get(name) != now[name]}


def jobs(text: str) -> list[str]:
    return [line.partition(": ")[2] for line in text.splitlines() if line.startswith("[")]


def jobs_of_areas(text: str) -> list[str]:
    """All but those of the pack of the whole report, which looks at every area's Brief and may come out as it was."""
    return jobs("\n".join(line for line in text.splitlines() if "(overview)" not in line))


def test_departments_reach_the_documents_of_their_area_and_no_other(office: Office) -> None:
    """牵头单位 of one task: one Brief, one summary, one deck, their audit and pack; workbook and page; nothing else."""
    before = office.files()
    review(office, ("任务分解", "新增公办幼儿园3所，新增学位900个", "牵头单位", "县教育局"))
    said = office.run()
    assert said.status == 0, said.text
    assert "Review: 1 applied, 0 fit no longer, 0 invalid" in said.text
    area = {"briefs/2.json", "summaries/2.docx", "decks/2.pptx", "audits/2.json"}
    packs = {name for name in made_again(before, office) if name.startswith("packs/")}
    assert [name.split("_")[1] for name in packs] == ["2"]
    assert made_again(before, office) - packs - area == {
        "assignments.csv", "review.csv", "products.json", "metrics.xlsx", "index.html",
    }  # fmt: skip
    assert "filling the Word summary" in " ".join(jobs(said.text))
    assert sum("filling" in job or "drawing" in job for job in jobs_of_areas(said.text)) == 2
    assert "县教育局" in (office.output / ID / "briefs" / "2.json").read_text(encoding="utf-8")


def test_a_figure_of_a_person_bears_its_mark_everywhere_and_passes_the_audit(office: Office) -> None:
    """With a reason it stands in the table, the chart, both documents, 要点 and the workbook, each time with 人工更正."""
    row = "新增公办幼儿园"
    plan = next(one for one in _metrics(office) if one["part"] == "plan" and "幼儿园" in one["indicator"])
    assert plan["text"] == "3所", row
    review(
        office,
        ("指标", plan["metric_id"], "数值下限", 4),
        ("指标", plan["metric_id"], "数值上限", 4),
        ("指标", plan["metric_id"], "原文数值", "4所"),
        ("指标", plan["metric_id"], "理由", "县教育局来函更正"),
    )
    said = office.run()
    assert said.status == 0, said.text
    assert "2 of 2 packs" in said.text
    brief = json.loads((office.output / ID / "briefs" / "2.json").read_text(encoding="utf-8"))
    assert "4所（人工更正）" in {one["display"] for one in brief["targets"]}
    assert [one["lead"] for one in brief["tasks"] if "幼儿园" in one["text"]] == ["县教育局"], "the first round holds"
    audit = json.loads((office.output / ID / "audits" / "2.json").read_text(encoding="utf-8"))
    assert audit["ok"]
    assert "4所（人工更正）" in (office.output / ID / "index.html").read_text(encoding="utf-8")


def test_a_figure_without_a_reason_is_refused_and_told(office: Office) -> None:
    """The cell is named in the closing words, in review.csv and in findings.csv; the documents keep the source's figure."""
    target = next(one for one in _metrics(office) if one["part"] == "plan" and one["text"] == "40公里")
    review(office, ("指标", target["metric_id"], "原文数值", "45公里"))
    said = office.run()
    assert said.status == 0, said.text
    assert "1 invalid" in said.text
    assert "“45公里”不在原句" in said.text
    assert {one["text"] for one in _metrics(office)} >= {"40公里"}
    with (office.output / ID / "findings.csv").open(encoding="utf-8-sig") as file:
        assert [row["kind"] for row in csv.DictReader(file)] == ["review"]


def test_corrections_survive_a_new_version_and_what_does_not_fit_is_told(office: Office) -> None:
    """A new paragraph shifts everything, one corrected figure is rewritten: the others hold, that one is named."""
    office.write(
        f"{ID}.txt",
        SMALL.replace("一年来，", "一年来，新建公园6个。").replace(
            "新增公办幼儿园3所，新增学位900个", "新增公办幼儿园5所，新增学位900个"
        ),
    )
    said = office.run()
    assert said.status == 0, said.text
    assert "fit no longer" in said.text
    with (office.output / ID / "review.csv").open(encoding="utf-8-sig") as file:
        stale = [row for row in csv.DictReader(file) if row["state"] == "stale"]
    assert {row["cell"].partition("!")[0] for row in stale} == {"指标", "任务分解"}
    assert "5所" in {one["text"] for one in _metrics(office)}


def test_without_the_review_everything_is_as_found(office: Office) -> None:
    """Taking the workbook away takes its corrections back."""
    (office.reports / f"{ID}.review.xlsx").unlink()
    said = office.run()
    assert said.status == 0, said.text
    folder = office.output / ID
    assert (folder / "metrics.csv").read_bytes() == (folder / "found" / "metrics.csv").read_bytes()
    assert "人工更正" not in (folder / "index.html").read_text(encoding="utf-8").partition("<body>")[2]


def test_a_review_of_no_report_is_told(office: Office) -> None:
    """A slip in the workbook's name does not lose it in silence."""
    stray = office.reports / "河囗.review.xlsx"
    stray.write_bytes(b"")
    said = office.run("-n")
    stray.unlink()
    assert "warning: " in said.text
    assert "there is no report 河囗" in said.text


def _metrics(office: Office) -> list[dict[str, str]]:
    with (Path(office.output) / ID / "metrics.csv").open(encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))
