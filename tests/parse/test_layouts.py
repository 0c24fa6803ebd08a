"""Layouts of real reports of other places, in invented words: each gives the areas that a reader sees.

Every file under ``layouts/`` says above its ``---`` what a reader finds; ``{4}`` stands for four sentences of prose.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from briefing.model import Report
from report_texts import parsed, titles_of

LAYOUTS = sorted((Path(__file__).parent / "layouts").glob("*.txt"))
_PROSE = [
    "深入实施重点产业链提升工程，推动企业技术改造，新增规模以上工业企业{}家。",
    "加快推进一批重大项目建设，完善要素保障机制，全年完成固定资产投资{}亿元。",
    "扎实做好重点群体就业帮扶，城镇新增就业{}00人，城镇登记失业率控制在4%以内。",
    "持续优化营商环境，深化放管服改革，{}项事项一次办好，努力提升企业和群众的满意度。",
    "严格落实耕地保护责任，稳定粮食播种面积，建成高标准农田{}万亩。",
    "统筹推进水环境治理和大气污染防治，空气质量优良天数达到{}天以上。",
    "推进义务教育优质均衡发展，改扩建学校{}所，促进学生全面发展。",
    "加强基层医疗卫生服务能力建设，完善分级诊疗制度，新增床位{}0张，让群众就近看得好病。",
    "健全农村公路管护机制，新建改建农村公路{}公里，方便群众出行。",
    "坚持和发展新时代“枫桥经验”，深入排查化解矛盾纠纷{}件，维护社会大局和谐稳定。",
]


def _filled(text: str) -> str:
    sentences: Iterator[str] = (one.format(10 + k) for k, one in enumerate(itertools.cycle(_PROSE)))
    return re.sub(r"\{(\d+)\}", lambda found: "".join(itertools.islice(sentences, int(found[1]))), text)


def _read(layout: Path) -> tuple[dict[str, object], str, Report]:
    head, _, text = layout.read_text(encoding="utf-8").partition("\n---\n")
    told: dict[str, object] = yaml.safe_load(head)
    text = _filled(text)
    return told, *parsed(text + "\n" + text if told.get("twice") else text)


@pytest.mark.parametrize("layout", LAYOUTS, ids=lambda path: path.stem)
def test_a_reader_would_see_the_same(layout: Path) -> None:
    told, cleaned, report = _read(layout)
    assert titles_of(report) == told["areas"]
    assert (report.place, report.plan_year) == (told["place"], told["plan_year"])
    if "announced" in told:
        assert report.announced == told["announced"]
    if "level" in told:
        assert report.level == told["level"]
    if "self" in told:
        assert [part.title for part in report.parts if part.kind == "self"] == [str(told["self"]).removeprefix("四、")]
    areas = [area for part in report.parts if part.kind == "plan" for area in part.areas if area.number]
    for text in (cleaned[area.start : area.end] for area in areas):
        assert "让我们" not in text, "the close of the report belongs to no area"
        assert not any(words in text for words in told.get("not_in_areas", []))  # type: ignore[attr-defined]
    doubts = [finding.kind for finding in report.findings]
    assert [kind for kind in doubts if kind != "after_areas"] == [], (
        "what no area has is told, and no doubt about the areas"
    )


def test_how_many_layouts_are_read(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{len(LAYOUTS)} layouts are read in the tests above")
    assert len(LAYOUTS) >= 12
