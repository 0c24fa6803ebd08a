"""Each package is usable without the rest: the examples of its page run as they stand, in a Python that has no `briefing`."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pptx
import pytest
from docx import Document

import slide_templates
from briefing.assemble.template_fields import DECK_FIELDS, known
from office import ROOT
from template_drafts import SlideDraft, WordDraft

WITHOUT = "import sys\nsys.modules['briefing'] = None\n"


def deck() -> bytes:
    draft = SlideDraft().with_east_asian_fonts()
    draft.page("{{ place }}")
    draft.box("位置", name="picture:map")
    draft.page("{{ s.title }}", notes="{%slide for s in slides %}", layout=1)
    draft.slide.placeholders[1].text_frame.text = "{%p for b in s.bullets %}{{ b }}{%p endfor %}"
    draft.chart("chart:{{ s.chart }}", series=("目标",))
    return draft.bytes()


def summary() -> bytes:
    draft = WordDraft()
    draft.title("{{ place }}")
    draft.say("{{ map }}", "{%p for t in topics %}", "{{ t.title }}：{{ t.text }}", "{%p endfor %}")
    draft.table([["指标", "目标"], ["{%tr for r in rows %}{{ r.name }}", "{{ r.value }}{%tr endfor %}"]])
    draft.chart("chart:farmland", series=("目标",))
    return draft.bytes()


@pytest.mark.parametrize(
    ("page", "file", "template"), [("slide-templates", "deck.pptx", deck), ("word-templates", "summary.docx", summary)]
)
def test_the_example_of_the_page_runs_as_it_stands(page: str, file: str, template, tmp_path: Path) -> None:
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"```python\n(.*?)```", text, re.DOTALL)
    name = "deck" if file == "deck.pptx" else "document"
    from PIL import Image

    Image.new("RGB", (40, 30)).save(tmp_path / "map.png")
    (tmp_path / file).write_bytes(template())
    code = f"{WITHOUT}{example}\nPath('made').write_bytes({name})\nassert not [one for one in sys.modules if one.startswith('briefing.')]\n"
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    made = tmp_path / "made"
    if file == "deck.pptx":
        slides = pptx.Presentation(str(made)).slides
        assert [slide.shapes.title.text for slide in slides] == ["小店区", "夯实产业基础"]
        assert slides[1].placeholders[1].text_frame.text == "建成3.72万亩"
    else:
        document = Document(str(made))
        assert "夯实产业基础：建成高标准农田3.72万亩。" in [one.text for one in document.paragraphs]
        assert [cell.text for cell in document.tables[0].rows[1].cells] == ["高标准农田", "3.72万亩以上"]


@pytest.mark.parametrize(
    ("page", "package"), [("slide-templates", "slide_templates"), ("word-templates", "word_templates")]
)
def test_the_table_of_files_has_every_module(page: str, package: str) -> None:
    table = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8").partition("## Files")[2]
    named = set(re.findall(r"`(\w+\.py)`", table))
    assert named == {path.name for path in (ROOT / "workflow" / package).glob("*.py")} - {"__init__.py"}


def test_the_page_for_the_office_uses_fields_and_words_that_are_there() -> None:
    """Every tag it shows is one the check knows; every hint it explains is one the check gives."""
    page = (ROOT / "docs" / "templates.zh-CN.md").read_text(encoding="utf-8")
    draft = SlideDraft().with_east_asian_fonts()
    draft.page("标题", notes='{%slide for s in slides if s.kind == "topic" %}')
    shown = re.findall(r"`(\{%? ?(?:if|for b)[^`]*)`", page)
    draft.box(*[one.replace("…", "字") for one in shown], alt="{%shape for c in s.cards %}")
    assert len(shown) == 2
    assert slide_templates.check(draft.bytes(), known(DECK_FIELDS)) == []
    code = "\n".join(
        path.read_text(encoding="utf-8")
        for name in ("slide_templates", "word_templates")
        for path in (ROOT / "workflow" / name).glob("*.py")
    )
    hints = page.partition("| 提示 |")[2]
    for words in re.findall(r"^\| ([^|]+) \|", hints, re.MULTILINE)[1:]:
        for word in re.split(r"“…”|[、；…]", words):
            assert word.strip().removeprefix("含有") in code, word
