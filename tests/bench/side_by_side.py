"""Our template layer and five other libraries on one common template: who renders what right. No test: it judges nothing.

``PYTHONPATH=tests .venv/bin/python tests/bench/side_by_side.py --python python3.12`` makes an environment of its own in a temporary
folder, installs the five there and nowhere else, and prints two Markdown tables (those of docs/side-by-side.md).
"""

from __future__ import annotations

import argparse
import io
import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.util import Inches

import slide_templates
import word_templates
from office_packages import files, judged
from slide_templates import ChartData, ChartSeries, TemplateError
from template_drafts import SlideDraft, WordDraft

# Newest at the time of writing; two want Python 3.12.
RIVALS = {
    "office_templates": "office-templates==0.5.6",
    "office_stencil": "office-stencil==0.6.1",
    "pptx_templatex": "pptx-templatex==0.5.0",
    "pptx_renderer": "pptx-renderer==0.5.2",
    "docxtpl_lint": "docxtpl-lint==2.0.1",
}
DATA = {
    "place": "小店区",
    "topics": [
        {
            "title": "农业",
            "notes": "讲稿甲",
            "chart": "a",
            "rows": [{"name": "高标准农田", "value": "1.5万亩"}, {"name": "粮食仓库", "value": "3座"}],
        },
        {
            "title": "教育",
            "notes": "讲稿乙",
            "chart": "b",
            "rows": [{"name": "公办幼儿园", "value": "3所"}, {"name": "学位", "value": "900个"}],
        },
    ],
}
CHARTS = {
    "a": ChartData(("2023年", "2024年"), (ChartSeries("万亩", (1.2, 1.5)),)),
    "b": ChartData(("2023年", "2024年"), (ChartSeries("所", (2, 3)),)),
}


@dataclass(frozen=True)
class Dialect:
    """How one library writes the same template; an empty text: it knows no such thing."""

    opening: str = "{{ "
    closing: str = " }}"
    loop: Callable[[SlideDraft], None] = lambda draft: None
    rows: tuple[str, str] = ("", "")
    code: str = "{{ place.__class__.__mro__ }}"
    unknown: str = "{{ nothing }}"


def _ours(draft: SlideDraft) -> None:
    frame = draft.slide.notes_slide.notes_text_frame
    frame.text = "{%slide for topic in topics %}" + frame.text


def _percent_loop(draft: SlideDraft) -> None:
    draft.box("%loop topic in topics%", top=6.6)
    draft.box("%endloop%", top=6.9)


DIALECTS = {
    "ours": Dialect(loop=_ours, rows=("{%tr for r in topic.rows %}{{ r.name }}", "{{ r.value }}{%tr endfor %}")),
    "office_templates": Dialect(loop=_percent_loop, rows=("{{ topic.rows.name }}", "{{ topic.rows.value }}")),
    "office_stencil": Dialect(),
    "pptx_templatex": Dialect(rows=("{{ r.name }}", "{{ r.value }}")),
    "pptx_renderer": Dialect("{{{", "}}}", code="{{{__import__('os').getcwd()}}}", unknown="{{{nothing}}}"),
}


def template(name: str, extra: str = "", *, chart: bool = True) -> bytes:
    """Two slides: a cover whose tag is split over runs with a bold word beside it; a topic with table, chart and notes."""
    dialect = DIALECTS[name]
    tag = f"{dialect.opening}place{dialect.closing}"
    draft = SlideDraft().with_east_asian_fonts()
    draft.page("工作简报")
    paragraph = draft.box("", name="正文").text_frame.paragraphs[0]
    for text, bold in (("全区：", False), (tag[:1], False), (tag[1:6], False), (tag[6:], False), ("（重点）", True)):
        run = paragraph.add_run()
        run.text, run.font.bold = text, bold
    if extra:
        draft.box(extra, top=4)
    if name == "office_stencil":  # its loops stand on slides of their own
        draft.page("{% for topic in topics %}")
    draft.page(
        f"{dialect.opening}{_field(name, 'title')}{dialect.closing}",
        notes=f"{dialect.opening}{_field(name, 'notes')}{dialect.closing}",
    )
    if chart:
        draft.chart("chart:{{ topic.chart }}", series=("系列",))
    table = draft.table([["指标", "目标"], list(dialect.rows)], top=1.6)
    table.left = Inches(7.2)
    for column in table.table.columns:
        column.width = Inches(2.8)
    dialect.loop(draft)
    if name == "office_stencil":
        draft.page("{% endfor %}")
    return draft.bytes()


def _field(name: str, field_name: str) -> str:
    return f"topic['{field_name}']" if name == "pptx_renderer" else f"topic.{field_name}"


@dataclass
class Made:
    """What came out, or why nothing did."""

    blob: bytes = b""
    fault: str = ""
    texts: list[str] = field(default_factory=list)


class Rendering:
    """Calls each library; the others in an environment of their own."""

    def __init__(self, folder: Path, python: Path) -> None:
        self._folder, self._python = folder, python

    def deck(self, name: str, blob: bytes) -> Made:
        if name == "ours":
            try:
                made = slide_templates.render(blob, DATA, charts=CHARTS)
            except TemplateError as error:
                return Made(fault=str(error))
            return _read(made)
        fault = self.run(name, "deck.pptx", blob, "out.pptx")
        output = self._folder / "out.pptx"
        return _read(output.read_bytes()) if not fault and output.is_file() else Made(fault=fault or "nothing written")

    def run(self, name: str, file: str, blob: bytes, output: str, data: Mapping[str, Any] = DATA) -> str:
        """What the library said when it failed, its last line."""
        (self._folder / output).unlink(missing_ok=True)
        (self._folder / file).write_bytes(blob)
        (self._folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        command = [
            self._python,
            Path(__file__).with_name("template_libraries.py"),
            name,
            self._folder / file,
            self._folder / "data.json",
            self._folder / output,
        ]
        done = subprocess.run(list(map(str, command)), capture_output=True, text=True, timeout=120, check=False)
        return (done.stderr.strip().splitlines() or ["failed"])[-1] if done.returncode else ""


def _read(blob: bytes) -> Made:
    texts = [
        " ".join(
            [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]
            + [cell.text for shape in slide.shapes if shape.has_table for row in shape.table.rows for cell in row.cells]
        )
        for slide in Presentation(io.BytesIO(blob)).slides
    ]
    return Made(blob, "", texts)


def _slides(made: Made, title: str) -> list[Any]:
    return [
        one for one, text in zip(Presentation(io.BytesIO(made.blob)).slides, made.texts, strict=True) if title in text
    ]


def _charts(made: Made) -> list[Any]:
    return [
        shape.chart
        for title in ("农业", "教育")
        for slide in _slides(made, title)
        for shape in slide.shapes
        if shape.has_chart
    ]


def _keeps_looks(made: Made) -> bool:
    for shape in _slides(made, "小店区")[0].shapes:
        if shape.has_text_frame and "小店区" in shape.text_frame.text:
            runs = shape.text_frame.paragraphs[0].runs
            return [run.text for run in runs if run.font.bold] == ["（重点）"]
    return False


def _own_notes(made: Made) -> bool:
    notes = [
        slide.notes_slide.notes_text_frame.text
        for title in ("农业", "教育")
        for slide in _slides(made, title)
        if slide.has_notes_slide
    ]
    return notes == ["讲稿甲", "讲稿乙"]


def _own_parts(made: Made) -> bool:
    charts = _charts(made)
    books = [chart.part.chart_workbook.xlsx_part for chart in charts]
    return len(charts) == 2 and charts[0].part is not charts[1].part and None not in books and books[0] is not books[1]


def _own_values(made: Made) -> bool:
    return [list(chart.plots[0].series[0].values) for chart in _charts(made)] == [[1.2, 1.5], [2.0, 3.0]]


def _rows(made: Made) -> bool:
    return all(
        word in text
        for title, word in (("农业", "粮食仓库 3座"), ("教育", "学位 900个"))
        for text in made.texts
        if title in text
    ) and any("农业" in one for one in made.texts)


def _sound(made: Made) -> bool:
    errors = [
        one for one in judged(made.blob, ".pptx") if "[WARN" not in one and "axId" not in one and "crossAx" not in one
    ]
    left = [name for name in files(made.blob) if name.startswith("ppt/slides/slide")]
    return not errors and len(left) == len(made.texts)


CRITERIA: dict[str, Callable[[Made], bool]] = {
    "a tag split over runs is filled": lambda made: "小店区" in made.texts[0] and "{" not in made.texts[0],
    "the text around keeps its look": _keeps_looks,
    "a slide for each topic, in order": lambda made: (
        [t for text in made.texts for t in ("农业", "教育") if t in text] == ["农业", "教育"]
    ),
    "table rows repeat": _rows,
    "each copy has its chart": lambda made: len(_charts(made)) == 2,
    "… with a chart part and workbook of its own": _own_parts,
    "… with the topic's values": _own_values,
    "each copy has its own speaker notes, filled": _own_notes,
    "both validators find the file sound, no slide left over": _sound,
}


def decks(rendering: Rendering) -> None:
    names = list(DIALECTS)
    made = {name: rendering.deck(name, template(name)) for name in names}
    whole = {
        name: one if not one.fault else rendering.deck(name, template(name, chart=False)) for name, one in made.items()
    }
    rows = [
        [what, *("—" if one.fault else _mark(_holds(test, one)) for one in whole.values())]
        for what, test in CRITERIA.items()
    ]
    rows.insert(0, ["the whole template is filled", *(_mark(not one.fault) for one in made.values())])
    coded = {name: rendering.deck(name, template(name, DIALECTS[name].code)) for name in names}
    rows.append(
        ["code in a template does not run", *(_mark(bool(one.fault) or not _ran(one)) for one in coded.values())]
    )
    unknown = {name: rendering.deck(name, template(name, DIALECTS[name].unknown)) for name in names}
    rows.append(["an unknown field is an error", *(_mark(bool(one.fault)) for one in unknown.values())])
    rows.append(
        [
            "… that names slide and shape",
            *(_mark("slide 1" in one.fault and "TextBox" in one.fault) for one in unknown.values()),
        ]
    )
    _table(["PowerPoint", "this project", *(RIVALS[name].replace("==", " ") for name in names[1:])], rows)
    for name, one in made.items():
        if one.fault:
            print(f"\n{name}: {one.fault}; filled without the chart for the other lines")


def _ran(made: Made) -> bool:
    return any("class" in text or "/" in text for text in made.texts)


def _holds(test: Callable[[Made], bool], made: Made) -> bool:
    try:
        return test(made)
    except Exception:  # noqa: BLE001 -- a deck in which nothing of the kind can be found
        return False


MISTAKES = {
    "an unknown field": ("{{ plase }}", ""),
    "… with the nearest known one": ("{{ plase }}", "'place'"),
    "an unknown field of a list's items": ("{% for t in topics %}{{ t.titel }}{% endfor %}", ""),
    "a broken tag": ("{{ place", ""),
    "crossing tags": ("{% for t in topics %}{% if t %}{% endfor %}{% endif %}", ""),
    "a loop that never closes": ("{% for t in topics %}", ""),
    "an unsafe attribute": ("{{ place.__class__ }}", ""),
    "an unsafe call": ("{{ place.format() }}", ""),
    "a list that is printed": ("{{ topics }}", ""),
}


def documents(rendering: Rendering) -> None:
    rows = []
    for what, (text, near) in MISTAKES.items():
        draft = WordDraft()
        draft.title("标题")
        draft.table([["指标", "目标"], ["甲", text]])
        ours = [f"{one.place} {one.message_en}" for one in word_templates.check(draft.bytes(), DATA)]
        theirs = _linted(rendering, draft.bytes())
        rows.append([what, *(_mark(any("2" in one and near in one for one in said)) for said in (ours, theirs))])
    for what, spoil in (
        ("a chart name that nothing fills", lambda draft: draft.chart("chart:nothing")),
        ("a font without an East Asian one", _latin),
    ):
        draft = WordDraft()
        draft.title("标题")
        spoil(draft)
        rows.append(
            [
                what,
                _mark(bool(word_templates.check(draft.bytes(), DATA, charts=("a",)))),
                _mark(bool(_linted(rendering, draft.bytes()))),
            ]
        )
    _table(
        ["Word: found before filling, with its table cell", "this project", RIVALS["docxtpl_lint"].replace("==", " ")],
        rows,
    )


def _latin(draft: WordDraft) -> None:
    draft.say("文字").runs[0].font.name = "Arial"


def _linted(rendering: Rendering, blob: bytes) -> list[str]:
    fault = rendering.run("docxtpl_lint", "document.docx", blob, "lint.json")
    if fault:
        return [fault]
    said = json.loads((rendering._folder / "lint.json").read_text(encoding="utf-8"))
    return [json.dumps(one, ensure_ascii=False) for one in said.get("issues", said.get("findings", []))]


def _mark(good: bool) -> str:
    return "yes" if good else "no"


def _table(head: list[str], rows: list[list[str]]) -> None:
    print("\n| " + " | ".join(head) + " |")
    print("| --- " * len(head) + "|")
    for row in rows:
        print("| " + " | ".join(row) + " |")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--python", default=sys.executable, help="a Python of 3.12 or later, for the environment of the others"
    )
    parser.add_argument("--environment", type=Path, help="an environment that is there already")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        environment = given.environment or folder / "environment"
        if not given.environment:
            subprocess.run([given.python, "-m", "venv", str(environment)], check=True)
            subprocess.run([str(environment / "bin" / "pip"), "install", "--quiet", *RIVALS.values()], check=True)
        rendering = Rendering(folder, environment / "bin" / "python")
        decks(rendering)
        documents(rendering)


if __name__ == "__main__":
    main()
