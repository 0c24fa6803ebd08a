"""Names, links, text and cells from outside: they stay what they are, and lead nowhere."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.__main__ import main
from briefing.files import read_rows, write_rows
from briefing.model import Metric
from briefing.pack import page, workbook
from briefing.pack.names import safe_name
from briefing.pack.workbook_rows import Found
from mail_desk import Desk
from office import SMALL, Office
from small_report import TEXT, small_brief, small_findings, small_metrics, small_report

ROOT = Path(__file__).resolve().parents[2]
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7*7 }}{% raw %}"


@pytest.mark.parametrize(
    "report", ["..", "../..", ".", "", "/etc", "small-2024/../small-2024", "small-2024\0", "~", "*"]
)
@pytest.mark.parametrize("command", ["send", "publish"])
def test_an_id_is_a_name_and_no_path(desk: Desk, capsys: pytest.CaptureFixture[str], command: str, report: str) -> None:
    """Only the folders that are there are reports; what else is given is refused with their list."""
    more = [str(desk.folder)] if command == "publish" else []
    before = sorted(desk.folder.rglob("*"))
    assert main([command, report, *more, "--config", str(desk.folder / "config.yaml")]) == 1
    assert "there are: small-2024" in capsys.readouterr().err
    assert sorted(desk.folder.rglob("*")) == before


@given(st.text(max_size=80))
def test_a_name_of_a_file_is_one_name(text: str) -> None:
    """Whatever a title or a recipient is called, the file lies in its own folder on every system."""
    name = safe_name(text, 40)
    assert len(name) <= 40
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t')
    assert name not in (".", "..")
    assert name == name.strip(". ")


def test_links_in_data_folders(office: Office, tmp_path: Path) -> None:
    """A report, a yaml or a review that is a link to elsewhere is not read; a good report beside it is."""
    secret = tmp_path / "elsewhere.txt"
    secret.write_text(SMALL.replace("河口", "他处"), encoding="utf-8")
    (office.reports / "链接.txt").symlink_to(secret)
    office.write("河口.txt")
    facts = tmp_path / "elsewhere.yaml"
    facts.write_text("place: 他处县\n", encoding="utf-8")
    (office.reports / "甲.yaml").symlink_to(facts)
    office.write("甲.txt")
    said = office.run("--", *(f"output/{name}/report.json" for name in ("链接", "河口", "甲")))
    assert said.status == 1
    assert len(re.findall(r"is a link that leads out of its folder", said.text)) >= 2
    assert (office.output / "河口" / "report.json").is_file()
    assert not (office.output / "链接" / "cleaned.txt").exists()
    assert not (office.output / "甲" / "cleaned.txt").exists()


def hostile_page() -> str:
    report = replace(small_report(), title=HOSTILE, source=HOSTILE, place=HOSTILE)
    metrics = tuple(replace(one, indicator=HOSTILE, topic=HOSTILE) for one in small_metrics())
    brief = replace(small_brief(report, metrics), title=HOSTILE, lead=HOSTILE, report_title=HOSTILE)
    findings = tuple(replace(one, message=HOSTILE, kind=HOSTILE, where=HOSTILE) for one in small_findings())
    template = (ROOT / "templates" / "default" / "page.html").read_text(encoding="utf-8")
    return page(TEXT, report, metrics, (), (), findings, (brief,), (), {1: "甲.zip"}, template)


def test_the_page_runs_nothing_that_a_report_says() -> None:
    """Scripts, attributes and template tags in the report's words are shown as words."""
    text = hostile_page()
    assert "<script>alert" not in text
    assert "<img" not in text
    assert "&lt;script&gt;alert(1)" in text
    assert "{{ 7*7 }}" in text, "not computed"


def test_the_page_forbids_everything_from_outside() -> None:
    """Its policy allows its own style and script by checksum, and nothing to be fetched, sent or framed."""
    text = hostile_page()
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)
    assert policy, "the page has a policy"
    rules = dict(rule.strip().split(" ", 1) for rule in policy[1].split(";"))
    assert rules["default-src"] == "'none'"
    assert rules["base-uri"] == "'none'"
    assert rules["form-action"] == "'none'"
    for kind in ("style-src", "script-src"):
        assert re.fullmatch(r"('sha256-[A-Za-z0-9+/=]+' ?)+|'none'", rules[kind].replace("&#39;", "'")), rules[kind]
    assert not re.search(r"""\s(?:on\w+|style)=["']""", text), "what stands in attributes would be blocked, or run"
    assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", text), "nothing is fetched"


FORMULAS = [
    "=1+1",
    "+cmd|'/C calc'!A0",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    '=HYPERLINK("http://x")',
    "'=1",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_cell_of_a_csv_is_no_formula(tmp_path: Path, formula: str) -> None:
    """A text that begins like one gets an apostrophe in the file, and is itself again when we read it."""
    path = tmp_path / "metrics.csv"
    rows = (replace(small_metrics()[0], indicator=formula, text=formula),)
    write_rows(path, Metric, rows)
    cells = next(iter(csv.DictReader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""))))
    assert cells["indicator"].startswith("'")
    assert read_rows(path, Metric) == rows


@pytest.mark.parametrize("number", ["-3.2%", "+5.6", "-1,200", "120.5亿元", "12个"])
def test_a_number_in_a_csv_stays_as_it_is(tmp_path: Path, number: str) -> None:
    """A sign before a number makes no formula; programs that read the table find it unchanged."""
    path = tmp_path / "metrics.csv"
    write_rows(path, Metric, (replace(small_metrics()[0], text=number),))
    assert f",{number}," in path.read_text(encoding="utf-8-sig") or f',"{number}",' in path.read_text(
        encoding="utf-8-sig"
    )


@given(st.text(max_size=30))
def test_whatever_stands_in_a_csv_comes_back(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """The guard loses nothing."""
    text = text.encode("utf-8", "ignore").decode()
    path = tmp_path_factory.getbasetemp() / "round.csv"
    rows = (replace(small_metrics()[0], sentence=text),)
    write_rows(path, Metric, rows)
    assert read_rows(path, Metric) == rows


def test_a_cell_of_the_workbook_is_no_formula() -> None:
    """Every cell that a report fills is text, also where it begins like a formula or a link."""
    metrics = tuple(replace(one, indicator="=1+1", topic="http://example.org", text="@x") for one in small_metrics())
    report = replace(small_report(), title="=1+1", source="=1+1")
    made = workbook(TEXT, report, metrics, (), (), (small_brief(report, metrics),), Found(metrics, (), (), ()))
    book = openpyxl.load_workbook(io.BytesIO(made))
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert sum(cell.value == "=1+1" for cell in cells) >= len(metrics)
    assert [cell.coordinate for cell in cells if cell.data_type == "f"] == []
    assert [cell.coordinate for cell in cells if cell.hyperlink] == []


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [x, x]\nb: *a\n",
        "- " * 20_000,
        "[" * 20_000,
        "!!python/object/apply:os.system ['true']",
        "a: 2024-13-45",
        "\0",
        "recipients: !!binary x",
    ],
)
def test_a_yaml_beside_a_report(tmp_path: Path, capsys: pytest.CaptureFixture[str], text: str) -> None:
    """References that multiply, endless nesting and tags that would run something are one sentence."""
    source, facts = tmp_path / "a.txt", tmp_path / "a.yaml"
    source.write_text(SMALL, encoding="utf-8")
    facts.write_text(text, encoding="utf-8")
    outputs = [f"--{name}={tmp_path / name}" for name in ("cleaned", "report", "areas")]
    assert main(["parse", f"--source={source}", f"--facts={facts}", *outputs]) == 1
    said = capsys.readouterr().err
    assert said.startswith("error: ")
    assert "Traceback" not in said
    assert "a.yaml" in said
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.txt", "a.yaml"]
