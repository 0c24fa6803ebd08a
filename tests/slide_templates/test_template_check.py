"""The check: everything wrong with a template, before anything is rendered, each finding with its place and what to
do.
"""

from __future__ import annotations

from dataclasses import dataclass

import pytest
from lxml import etree

from slide_templates import Run, TemplateError, TemplateProblem, check, contents, render
from slide_templates.fields import list_fields, read_fields

A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


@dataclass(frozen=True)
class Card:
    indicator: str
    display: str


@dataclass(frozen=True)
class Page:
    kind: str
    title: str
    bullets: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    cards: tuple[Card, ...]
    chart: str
    source: str


@dataclass(frozen=True)
class Story:
    place: str
    year: int
    slides: tuple[Page, ...]


def sound(draft):
    """A template with nothing wrong in it; python-pptx's default theme has no East Asian font, so one is set."""
    draft.page("{{ s.title }}", notes='{%slide for s in slides if s.kind == "topic" %}{{ s.source }}')
    draft.box(
        "{%p for b in s.bullets %}{{ b }}{%p endfor %}",
        "{% if s.source %}来源：{{ s.source }}{% else %}{{ place }}{% endif %}",
    )
    draft.table([["序号", "甲"], ["{%tr for r in s.rows %}{{ r[0] }}", "{{ loop.index }}{{ r|last }}{%tr endfor %}"]])
    draft.box("{{ c.indicator }}{{ c.display|default('') }}", alt="{%shape for c in s.cards %}{{ c.display }}")
    draft.chart("chart:{{ s.chart }}", title="{{ s.title }}")
    draft.page(
        "{{ place }}{{ year + 1 }} {{ slides|length }} {{ (slides|first).title }} {{ slides[0].cards[0].display }}"
    )
    return draft.with_east_asian_fonts()


def places(problems: list[TemplateProblem]) -> list[str]:
    return [problem.place for problem in problems]


def test_a_sound_template_has_no_findings_and_renders(draft) -> None:
    template = sound(draft).bytes()
    assert check(template, Story, pictures=(), charts=("a",)) == []
    page = {
        "kind": "topic",
        "title": "甲",
        "bullets": ["一"],
        "rows": [["1", "2"]],
        "cards": [{"indicator": "a", "display": "1"}],
        "chart": "",
        "source": "",
    }
    assert render(template, {"place": "区", "year": 2024, "slides": [page]})
    assert check(template, {"place": "区", "year": 2024, "slides": [page]}) == [], (
        "an example context describes the fields as well"
    )


@pytest.mark.parametrize(
    ("tag", "near"),
    [
        ("{{ plase }}", "place"),
        ("{{ slides[0].titel }}", "title"),
        ("{% for s in slides %}{{ s.souce }}{% endfor %}", "source"),
        ("{% for s in slides %}{% for c in s.cards %}{{ c.dispaly }}{% endfor %}{% endfor %}", "display"),
        ("{% if slydes %}x{% endif %}", "slides"),
        ("{% for s in slides if s.knd %}x{% endfor %}", "kind"),
        ("{{ (slides|last).chrt }}", "chart"),
        ("{{ slides|selectattr('knd')|list|length }}", "kind"),
        ("{% for s in slides %}{{ loop.indx }}{% endfor %}", "index"),
    ],
)
def test_unknown_fields_are_found_with_the_nearest_known_one(draft, tag: str, near: str) -> None:
    draft.with_east_asian_fonts().page()
    draft.box("前文", "正文" + tag, name="正文框")
    (problem,) = check(draft.bytes(), Story)
    assert problem.place == "slide 1, shape 正文框, paragraph 2"
    assert problem.place_zh == "第1页形状“正文框”第2段"
    assert f"did you mean {near!r}" in problem.message_en
    assert f"是否想写“{near}”" in problem.message_zh


def test_every_mistake_of_a_template_is_found_in_one_go(draft) -> None:
    """One finding does not hide the next; each names slide and shape."""
    draft.with_east_asian_fonts()
    draft.page("{{ titel }}", notes="{%slide for s in slydes %}讲稿 {{ nothing }}")
    draft.box("{{ place", name="断")
    draft.box("{% for s in slides %}", "{{ s.title }}", name="不闭合")
    draft.box("{% for s in slides %}{% if s.title %}{% endfor %}{% endif %}", name="交叉")
    draft.box("{{ place.__class__ }}", name="不安全")
    draft.box("{{ slides }}", name="列表")
    draft.box("{{ slides[0] }}", name="组")
    draft.box("字", alt="{{ alt }}", name="替代")
    draft.table([["{{ cell }}", "{%tr for r in rows %}{{ r }}{%tr endfor %}"]], name="表")
    draft.chart("chart:missing", title="{{ chart_title }}")
    draft.chart("chart:{{ name }}")
    draft.box("x", name="chart:known")
    draft.box("x", name="picture:logo")
    found = check(draft.bytes(), Story, charts=("known",), pictures=("logos",))
    text = "\n".join(f"{problem.place}: {problem.message_en}" for problem in found)
    for wanted in (
        "slide 1: there is no field 'slydes'",
        "slide 1, shape Title 1, paragraph 1: there is no field 'titel'",
        "slide 1, notes, shape Notes Placeholder 2, paragraph 1: there is no field 'nothing'",
        "shape 断, paragraph 1: the tag is broken",
        "shape 不闭合, paragraph 1: {% for s in slides %} is never closed",
        "shape 交叉, paragraph 1: {% endfor %} crosses {% if s.title %}",
        "shape 不安全, paragraph 1: '__class__' may not be read",
        "shape 列表, paragraph 1: {{ slides }} is a list",
        "shape 组, paragraph 1: {{ slides[0] }} is a group of fields",
        "shape 替代, alternative text: there is no field 'alt'",
        "shape 表, row 1, cell 1, paragraph 1: there is no field 'cell'",
        "shape 表, row 1, cell 2, paragraph 1: there is no field 'rows'",
        "nothing fills the chart name 'missing'",
        "chart text, paragraph 1: there is no field 'chart_title'",
        "shape chart:{{ name }}, shape name: there is no field 'name'",
        "the shape named 'chart:known' is no native chart",
        "nothing fills the picture name 'logo'; did you mean 'logos'?",
    ):
        assert wanted in text, f"{wanted}\n--- found:\n{text}"
    assert all(problem.message_zh and problem.message_zh != problem.message_en for problem in found)
    assert all(problem.file == "template.pptx" for problem in found)


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        ("{%slide for s in slides", "slide 1, notes, shape Notes Placeholder 2, paragraph 1: the tag is broken"),
        ("{%slide for s in slydes %}", "slide 1: there is no field 'slydes'"),
        ("{%slide for s in slides %}{%slide else %}", "slide 1: {%slide else %} stands outside any if"),
    ],
)
def test_a_broken_slide_tag_hides_and_invents_nothing(draft, notes: str, said: str) -> None:
    """What the loop calls its items is known all the same."""
    draft.with_east_asian_fonts().page("{{ s.title }}", notes=notes)
    draft.box("{{ plase }}", "{{ s.title }}", name="框")
    found = [f"{one.place}: {one.message_en}" for one in check(draft.bytes(), Story)]
    assert len(found) == 2, found
    assert any(one.startswith(said) for one in found), found
    assert any(one.startswith("slide 1, shape 框, paragraph 1: there is no field 'plase'") for one in found), found


def test_looks_that_disappoint_later_are_found(draft) -> None:
    draft.page("甲")
    run = draft.box("文字").text_frame.paragraphs[0].runs[0]
    run.font.name = "Arial"
    draft.deck.slides.add_slide(draft.deck.slide_layouts[6])
    draft.deck.slide_layouts[5].placeholders[1].text = "{{ date }}"
    text = "\n".join(map(str, check(draft.bytes(), {})))
    for wanted in (
        "the font Arial is set for Latin letters only",
        "slide 2: the slide has no title",
        "layout Blank: the layout has no title placeholder",
        "theme fonts: the theme names no East Asian font for headings",
        "layout Title Only: tags on a layout or master are not filled",
    ):
        assert wanted in text, text


def test_what_the_check_passes_also_renders_and_what_fails_to_render_was_found(draft) -> None:
    """The check and the renderer read a template with the same code: they agree on every one of these tags."""
    context = {"place": "区", "slides": [{"title": "甲", "n": 1}], "rich": [Run("甲")]}
    tags = [
        "{{ place }}",
        "{{ plac }}",
        "{{ slides|length }}",
        "{{ slides }}",
        "{{ slides[0].title }}",
        "{{ slides[0].t }}",
        "{{ rich }}",
        "{{ place|upper|replace('a','b') }}",
        "{{ place|nope }}",
        "{{ place is nope }}",
        "{% if place %}x{% endif %}",
        "{% if place %}",
        "{{ slides[0].n + 1 }}",
        "{% for a, b in [[1, 2]] %}{{ a }}{{ b }}{% endfor %}",
        "{{ x|default('y') }}",
        "{{ x is defined }}x",
        "{{ 'a' if place else 'b' }}",
        "{{ place ~ '，' ~ slides[0].n }}",
        "{{ slides|map(attribute='title')|join('、') }}",
        "{{ f() }}",
    ]
    for tag in tags:
        fresh = type(draft)()
        fresh.with_east_asian_fonts().page()
        fresh.box(tag)
        template = fresh.bytes()
        try:
            render(template, context)
            rendered = True
        except TemplateError:
            rendered = False
        findings = check(template, context)
        if tag != "{{ x is defined }}x":  # prints a yes/no value, which only rendering can see
            assert rendered == (findings == []), (tag, rendered, [str(one) for one in findings])


def test_contents_tell_which_fields_charts_and_slides_a_template_uses(draft) -> None:
    found = contents(sound(draft).bytes())
    assert {
        "slides[].title",
        "slides[].bullets[]",
        "slides[].rows[][]",
        "slides[].cards[].display",
        "place",
        "year",
    } <= set(found.fields)
    assert found.charts == ("{{ s.chart }}",)
    assert found.pictures == ()
    assert found.outline == (
        '{%slide for s in slides if s.kind == "topic" %} {{ s.title }}',
        "{{ place }}{{ year + 1 }} {{ slides|length }} {{ (slides|first).title }} {{ slides[0].cards[0].display }}",
    )


def test_fields_are_listed_from_types_and_from_examples() -> None:
    paths = [field.path for field in list_fields(read_fields(Story))]
    assert paths[:4] == ["place", "year", "slides", "slides[].kind"]
    assert "slides[].cards[].indicator" in paths
    example = {"slides": [{"a": 1}, {"b": [{"c": "x"}]}]}
    assert [field.path for field in list_fields(read_fields(example))] == [
        "slides",
        "slides[].b",
        "slides[].b[].c",
        "slides[].a",
    ]


def test_tags_in_smart_art_are_told_to_be_of_no_use(draft, repacked) -> None:
    draft.with_east_asian_fonts().page()
    changed = repacked(
        draft.bytes(),
        {
            "ppt/diagrams/data1.xml": b"<x>{{ place }}</x>",
            "ppt/slides/_rels/slide1.xml.rels": lambda old: old.replace(
                b"</Relationships>",
                b'<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                b'diagramData" Target="../diagrams/data1.xml"/></Relationships>',
            ),
        },
    )
    assert [problem.place for problem in check(changed, Story)] == ["slide 1"]


def test_an_unexpected_tree_is_told_in_words(draft, repacked) -> None:
    draft.page("{{ a }}")
    draft.table([["{{ a }}"]])
    changed = repacked(draft.bytes(), {"ppt/slides/slide1.xml": lambda old: etree.tostring(_without(old, f"{A}tbl"))})
    assert check(changed, {"a": ""}) is not None
    broken = repacked(
        draft.bytes(),
        {"ppt/slides/slide1.xml": b'<p:sld xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'},
    )
    with pytest.raises(TemplateError, match="slide 1: a slide without a shape tree"):
        render(broken, {"a": ""})


def _without(blob: bytes, tag: str) -> etree._Element:
    tree = etree.fromstring(blob)
    for element in list(tree.iter(tag)):
        element.getparent().remove(element)
    return tree
