"""Real reports of other places, years, levels and layouts give the areas that a reader sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.extract import extract_metrics
from briefing.parse import read_report
from shared_reports import SHARED, needs_shared, reports

GOLDEN = Path(__file__).parent / "golden"
FACTS = {
    "city-保定市-2023": ("保定市", 2023, "city"),
    "county-蠡县-2022": ("蠡县", 2022, "county"),
    "countynews-满城区-2021": ("满城区", 2021, "county"),
    "district-清苑区-2024": ("清苑区", 2024, "county"),
    "national-国务院-2018": ("国务院", 2018, "nation"),
    "province-上海市-2025": ("上海市", 2025, "province"),
    "province-四川省-2025": ("四川省", 2025, "province"),
    "province-河北省-2024": ("河北省", 2024, "province"),
}


def _titles(path: Path) -> list[str]:
    _, parsed = read_report(path, path.stem, None)
    return [area.title for part in parsed.parts if part.kind == "plan" for area in part.areas if area.number > 0]


@needs_shared
@pytest.mark.parametrize("report", reports(), ids=lambda path: path.name)
def test_plan_areas_are_those_of_the_report(report: Path) -> None:
    """The golden headings were compared with the reports by reading."""
    golden = (GOLDEN / f"{report.stem}.areas.tsv").read_text(encoding="utf-8")
    assert _titles(report) == [line.split("\t")[2] for line in golden.splitlines()[1:]]


@needs_shared
def test_every_report_at_hand_has_golden_areas(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(
            f"\n{len(reports())} files of {len({path.stem for path in reports()})} real reports are compared with their golden areas"
        )
    assert {path.stem for path in reports()} == {path.name.partition(".")[0] for path in GOLDEN.glob("*.areas.tsv")}


@needs_shared
@pytest.mark.parametrize("report", FACTS)
def test_place_year_and_level_come_from_the_text(report: str) -> None:
    source = next(path for path in (SHARED / "reports").glob(f"{report}.*"))
    _, parsed = read_report(source, report, None)
    assert (parsed.place, parsed.plan_year, parsed.level) == FACTS[report]


@needs_shared
@pytest.mark.parametrize("report", ["province-上海市-2025", "province-浙江省-2025"])
def test_word_and_text_of_one_report_give_the_same(report: str) -> None:
    said = []
    for suffix in (".txt", ".docx"):
        cleaned, parsed = read_report(SHARED / "reports" / f"{report}{suffix}", report, None)
        metrics = [(one.part, one.area, one.text) for one in extract_metrics(cleaned, parsed).metrics]
        said.append((_titles(SHARED / "reports" / f"{report}{suffix}"), metrics))
    assert said[0] == said[1]


@needs_shared
@pytest.mark.parametrize(
    ("report", "source"),
    [
        ("province-浙江省-2025.docx", "《2025年浙江省政府工作报告》（浙江日报）"),
        ("county-蠡县-2022.txt", "《2022年蠡县政府工作报告》"),
        ("national-国务院-2024.txt", "《2024年政府工作报告》"),
    ],
)
def test_the_report_is_cited_with_the_title_that_it_was_printed_with(report: str, source: str) -> None:
    """《浙江省2025年政府工作报告》 is no title of a document; the nation's bears no year, and gets it from the plan."""
    path = SHARED / "reports" / report
    assert read_report(path, path.stem, None)[1].source == source
