"""Two years of one place in one folder: this year's report tells what became of last year's targets, and nothing else changes."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from office import NEXT_YEAR, SMALL, Office

LAST, THIS = "去年", "今年"


@pytest.fixture(scope="module")
def office(module_office: Office) -> Office:
    """Both years, under names that tell no year, after the first run."""
    module_office.write(f"{LAST}.txt")
    module_office.write(f"{THIS}.txt", NEXT_YEAR)
    said = module_office.run()
    assert said.status == 0, said.text
    assert "warning" not in said.text
    return module_office


def completions(office: Office, report: str = THIS) -> dict[str, tuple[str, str, str]]:
    with (Path(office.output) / report / "completions.csv").open(encoding="utf-8-sig") as file:
        return {row["indicator"]: (row["target"], row["result"], row["verdict"]) for row in csv.DictReader(file)}


def test_the_table_stands_in_csv_workbook_and_page(office: Office) -> None:
    """Four targets with their results; last year's own report has none, since no year before it is there."""
    found = completions(office)
    assert sorted(verdict for _, _, verdict in found.values()) == ["met", "met", "met", "not_met"]
    assert completions(office, LAST) == {}
    sheet = openpyxl.load_workbook(office.output / THIS / "metrics.xlsx")["完成情况"]
    lines = [[str(cell.value or "") for cell in line] for line in sheet.iter_rows(min_row=2)]
    assert {line[1]: (line[2], line[3]) for line in lines} == {name: row[:2] for name, row in found.items()}
    assert [line[4] for line in lines] == ["完成", "未完成", "完成", "完成"]
    page = (office.output / THIS / "index.html").read_text(encoding="utf-8")
    section = page.partition('id="completions"')[2].partition("</section>")[0]
    for name, (target, result, _) in found.items():
        assert name in section
        assert target in section
        assert result in section
    assert "完成情况" not in openpyxl.load_workbook(office.output / LAST / "metrics.xlsx").sheetnames
    assert "没有可以对照的上年目标" in (office.output / LAST / "index.html").read_text(encoding="utf-8")


def test_nothing_is_done_twice(office: Office) -> None:
    said = office.run()
    assert said.status == 0, said.text
    assert "Nothing to be done" in said.text


def test_a_changed_last_year_remakes_of_this_year_the_comparison_only(office: Office) -> None:
    """Another target in last year's report: this year's table, workbook, page and what shows the row; no other document."""
    before = office.files()
    office.write(f"{LAST}.txt", SMALL.replace("改造农村公路40公里", "改造农村公路36公里"))
    said = office.run()
    assert said.status == 0, said.text
    assert completions(office)["农村公路"] == ("36公里", "38公里", "met")
    now = office.files()
    changed = {
        name.removeprefix(f"{THIS}/") for name in now if name.startswith(f"{THIS}/") and before.get(name) != now[name]
    }
    assert changed >= {"completions.csv", "metrics.xlsx", "index.html"}
    others = {name for name in changed if "/" in name and not name.startswith("found/")}
    assert not [name for name in others if Path(name).stem == "2" or "_2_" in name], "area 2 shows nothing of roads"
    tables = {
        "metrics.csv",
        "comparisons.csv",
        "groupings.csv",
        "findings.csv",
        "report.json",
        "cleaned.txt",
        "charts.json",
    }
    assert not changed & tables


def test_the_setting_compare_names_what_is_compared(office: Office) -> None:
    """An id that is no report stops the run with one sentence; a report that is named alone is compared with nothing."""
    said = office.run("-n", "--config", "compare=[今年, 昨年]")
    assert said.status != 0
    assert "setting compare: there is no report '昨年'" in said.text
    assert "Traceback" not in said.text
    said = office.run("--config", f"compare=[{THIS}]")
    assert said.status == 0, said.text
    assert completions(office) == {}
    said = office.run("--config", f"compare=[{LAST}, {THIS}]")
    assert said.status == 0, said.text
    assert completions(office)


def test_years_that_do_not_follow_are_told_and_not_compared(office: Office) -> None:
    """With a year missing between them nothing is compared, and the run says which years it has."""
    office.write(f"{LAST}.txt", SMALL.replace("2024", "2023").replace("2023年工作回顾", "2022年工作回顾"))
    said = office.run()
    assert said.status == 0, said.text
    assert "warning: 河口县: no report of the year before or after is there" in said.text
    assert "去年 (2023)" in said.text
    assert completions(office) == {}


def test_a_last_year_that_cannot_be_read_holds_up_nothing(office: Office) -> None:
    """Its own job says what is wrong; this year's packs are made without the comparison."""
    office.write(f"{LAST}.txt", "太短。")
    office.write(f"{THIS}.txt", NEXT_YEAR.replace("45公里", "46公里"))
    said = office.run()
    assert said.status != 0
    assert f"{THIS}: 2 of 2 packs" in said.text
    assert "only 3 characters of report text" in said.text
    assert completions(office) == {}
