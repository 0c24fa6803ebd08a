"""The check of Word templates: everything wrong in one go, in Chinese and English, with paragraph or cell and what to do."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import qn

from slide_templates import Run, TemplateError
from word_templates import check, contents, render


@dataclass(frozen=True)
class Target:
    indicator: str
    display: str


@dataclass(frozen=True)
class Story:
    place: str
    year: int
    targets: tuple[Target, ...]
    topics: tuple[str, ...]


def test_a_sound_template_has_no_findings_and_renders(draft) -> None:
    draft.title("{{ place }}{{ year + 1 }}")
    draft.say(
        "{%p for t in topics %}",
        "{{ loop.index }}{{ t }}",
        "{%p endfor %}",
        "{% if targets %}有{% else %}无{% endif %}",
    )
    draft.table(
        [["指标", "目标"], ["{%tr for t in targets %}{{ t.indicator }}", "{{ t.display|default('—') }}{%tr endfor %}"]]
    )
    draft.chart("chart:{{ place }}", title="{{ place }}")
    template = draft.bytes()
    assert check(template, Story, charts=("a",)) == []
    story = {"place": "区", "year": 2024, "targets": [{"indicator": "a", "display": "b"}], "topics": ["甲"]}
    assert check(template, story) == []


@pytest.mark.parametrize(
    ("tag", "near"),
    [
        ("{{ plase }}", "place"),
        ("{{ targets[0].dispaly }}", "display"),
        ("{% for t in targets %}{{ t.indicatr }}{% endfor %}", "indicator"),
        ("{% if topcs %}x{% endif %}", "topics"),
        ("{% for t in targets if t.dispay %}x{% endfor %}", "display"),
        ("{% for t in topics %}{{ loop.indx }}{% endfor %}", "index"),
    ],
)
def test_unknown_fields_are_found_with_the_nearest_known_one(draft, tag: str, near: str) -> None:
    draft.title()
    draft.say("正文" + tag)
    (problem,) = check(draft.bytes(), Story)
    assert (problem.place, problem.place_zh) == ("paragraph 2", "第2段")
    assert f"did you mean {near!r}" in problem.message_en
    assert f"是否想写“{near}”" in problem.message_zh


def test_every_mistake_of_a_template_is_found_in_one_go(draft) -> None:
    """One finding does not hide the next; each names paragraph, cell, header or chart."""
    draft.title("{{ titel }}")
    draft.say(
        "{{ place", "{{ place.__class__ }}", "{{ targets }}", "{{ targets[0] }}", "{{ f() }}", "{{ place|attr('x') }}"
    )
    draft.table([["{{ cell }}", "{%tr for r in rows %}{{ r }}{%tr endfor %}"]])
    draft.table([["{% for t in targets %}", "{{ t.indicator }}"]])
    draft.chart("chart:missing", alt="{{ alt }}", title="{{ chart_title }}")
    draft.document.sections[0].header.paragraphs[0].text = "{{ head }}"
    draft.document.sections[0].footer.paragraphs[0].text = "{% if place %}"
    run = draft.say("文字").runs[0]
    run.font.name = "Arial"
    found = check(draft.bytes(), Story, charts=("known",), pictures=())
    text = "\n".join(f"{problem.place}: {problem.message_en}" for problem in found)
    for wanted in (
        "paragraph 1: there is no field 'titel'",
        "paragraph 2: the tag is broken",
        "paragraph 3: '__class__' may not be read",
        "table 1, row 1, cell 1, paragraph 1: there is no field 'cell'",
        "table 1, row 1, cell 2, paragraph 1: there is no field 'rows'",
        "table 2, row 1, cell 1, paragraph 1: {% for t in targets %} is never closed",
        "paragraph 8, drawing 1: nothing fills the chart name 'missing'",
        "alternative text: there is no field 'alt'",
        "chart text: there is no field 'chart_title'",
        "header 1, paragraph 1: there is no field 'head'",
        "footer 1, paragraph 1: {% if place %} is never closed",
        "paragraph 9: the font Arial is set for Latin letters only",
    ):
        assert wanted in text, f"{wanted}\n--- found:\n{text}"
    assert all(problem.message_zh and problem.message_zh != problem.message_en for problem in found)
    assert all(problem.file == "template.docx" and problem.chinese.startswith("template.docx：") for problem in found)


def test_a_broken_tag_or_an_open_loop_hides_no_other_mistake(draft) -> None:
    """Nor does it make one: what the torn loop calls its items is known, also in the table that stands in it."""
    draft.title("{{ titel }}")
    draft.say("{{ place.__class__ }}", "{{ targets }}", "{{ targets[0] }}", "{{ f() }}", "{{ place|attr('x') }}")
    draft.say("{% for t in targets %}", "{{ t.indicator }}{{ t.dispaly }}", "{% for x in topics")
    draft.table([["{{ t.indicator }}{{ x }}{{ loop.index }}"]])
    problems = check(draft.bytes(), Story)
    found = {problem.place: problem.message_en for problem in problems}
    for place, wanted in (
        ("paragraph 9", "the tag is broken"),
        ("paragraph 1", "there is no field 'titel'"),
        ("paragraph 2", "'__class__' may not be read"),
        ("paragraph 3", "{{ targets }} is a list"),
        ("paragraph 4", "{{ targets[0] }} is a group of fields"),
        ("paragraph 5", "a call may not stand in a template expression"),
        ("paragraph 6", "the filter 'attr' may not be used"),
        ("paragraph 8", "there is no field 'dispaly'"),
    ):
        assert wanted in found[place], found
    assert len(problems) == 8, "the loop is open, but its end may stand in the broken paragraph"


def test_every_open_loop_and_stray_end_of_a_text_is_told(draft) -> None:
    draft.title()
    draft.say(
        "{% for t in topics %}",
        "{% endif %}",
        "{% if place %}",
        "{{ place }}",
        "{% for y in topics %}{{ y }}{% endfor %}",
    )
    found = [f"{one.place}: {one.message_en}" for one in check(draft.bytes(), Story)]
    assert [one.partition(";")[0] for one in found] == [
        "paragraph 3: {% endif %} closes nothing",
        "paragraph 2: {% for t in topics %} is never closed",
        "paragraph 4: {% if place %} is never closed",
    ]


def test_a_document_without_a_title_or_an_east_asian_font_is_told() -> None:
    document = docx.Document()
    document.add_paragraph("正文")
    for fonts in document.styles.element.iter(qn("w:rFonts")):
        for name in list(fonts.attrib):
            if "eastAsia" in name:
                del fonts.attrib[name]
    buffer = io.BytesIO()
    document.save(buffer)
    text = "\n".join(map(str, check(buffer.getvalue(), {})))
    assert "the document has no title" in text
    assert "the document names no East Asian font" in text


def test_what_the_check_passes_also_renders_and_what_fails_to_render_was_found(draft) -> None:
    """The check and the renderer prepare a template with the same code: they agree on every one of these tags."""
    context = {"place": "区", "slides": [{"title": "甲", "n": 1}], "rich": [Run("甲")]}
    tags = [
        "{{ place }}",
        "{{ plac }}",
        "{{ slides|length }}",
        "{{ slides }}",
        "{{ slides[0].title }}",
        "{{ slides[0].t }}",
        "{{ rich }}",
        "{{r rich }}",
        "{{ place|upper|replace('a','b') }}",
        "{{ place|nope }}",
        "{{ place is nope }}",
        "{% if place %}x{% endif %}",
        "{% if place %}",
        "{% if plac %}x{% endif %}",
        "{{ slides[0].n + 1 }}",
        "{% for a, b in [[1, 2]] %}{{ a }}{{ b }}{% endfor %}",
        "{% for s in slids %}{% endfor %}",
        "{{ x|default('y') }}",
        "{{ 'a' if place else 'b' }}",
        "{{ place ~ '，' ~ slides[0].n }}",
        "{{ slides|map(attribute='title')|join('、') }}",
        "{{ f() }}",
        "{% for s in slides if s.n == 1 %}{{ s.title }}{% endfor %}",
        "{% set x = 1 %}",
    ]
    for tag in tags:
        fresh = type(draft)()
        fresh.title()
        fresh.say(tag)
        template = fresh.bytes()
        try:
            render(template, context)
            rendered = True
        except TemplateError:
            rendered = False
        findings = check(template, context)
        assert rendered == (findings == []), (tag, rendered, [str(one) for one in findings])
    print(f"{len(tags)} tags")


def test_contents_tell_which_fields_charts_and_texts_a_template_uses(draft) -> None:
    draft.title("{{ place }}")
    draft.table([["{%tr for t in targets %}{{ t.indicator }}", "{{ t.display }}{%tr endfor %}"]])
    draft.chart("chart:{{ place }}")
    found = contents(draft.bytes())
    assert {"place", "targets", "targets[].indicator", "targets[].display"} <= set(found.fields)
    assert found.charts == ("{{ place }}",)
    assert found.outline[0] == "{{ place }}"


def test_a_file_that_is_no_word_document_is_one_finding(tmp_path: Path) -> None:
    (tmp_path / "旧.docx").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(100))
    (tmp_path / "坏.docx").write_bytes(b"no document")
    for name, word in (
        ("旧.docx", "old .doc"),
        ("坏.docx", "cannot be opened as .docx"),
        ("没有.docx", "cannot be opened"),
    ):
        (problem,) = check(tmp_path / name, {})
        assert word in problem.message_en
        assert problem.file == name
