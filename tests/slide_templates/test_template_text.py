"""Tags in text: found however Office split the runs, filled in the look they were typed in."""

from __future__ import annotations

import itertools

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from slide_templates import Run, TemplateError, render
from slide_templates.evaluation import Evaluation
from slide_templates.paragraphs import Paragraph, fill_paragraph, inline_nodes, text_of
from slide_templates.tags import find_tags, mend
from slide_templates.values import Limits

A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def paragraph(*runs: tuple[str, str]) -> Paragraph:
    """A paragraph of runs, each (text, XML of its formatting)."""
    inner = "".join(f"<a:r>{look}<a:t>{text}</a:t></a:r>" if text != "\n" else "<a:br/>" for text, look in runs)
    return Paragraph(etree.fromstring(f'<a:p xmlns:a="{A}">{inner}<a:endParaRPr lang="en-US"/></a:p>'))


def filled(source: Paragraph, **scope: object) -> etree._Element:
    return fill_paragraph(source, inline_nodes(source, ()), Evaluation(Limits()), scope)[0]


def printed(source: Paragraph, **scope: object) -> str:
    return text_of(filled(source, **scope))


def test_a_tag_split_between_its_two_braces_is_one_tag() -> None:
    """PowerPoint splits runs anywhere, also between the two braces."""
    assert (
        printed(paragraph(("甲{", ""), ("{ na", '<a:rPr err="1"/>'), ("me }", ""), ("}乙", "")), name="小店区")
        == "甲小店区乙"
    )


@settings(max_examples=200, deadline=None)
@given(st.lists(st.integers(1, 60), max_size=12))
def test_every_way_to_split_the_runs_gives_the_same_text(cuts: list[int]) -> None:
    text = "前{{ a.b }}中{% if c %}有{{ d }}{% else %}无{% endif %}后{% for x in xs %}[{{ x }}]{% endfor %}"
    places = sorted({0, *[cut for cut in cuts if cut < len(text)], len(text)})
    runs = [
        (text[start:end], '<a:rPr b="1"/>' if n % 2 else "")
        for n, (start, end) in enumerate(itertools.pairwise(places))
    ]
    assert printed(paragraph(*runs), a={"b": "1"}, c=True, d="2", xs=["x", "y"]) == "前1中有2后[x][y]"


def test_text_around_a_tag_keeps_the_formatting_of_every_character() -> None:
    bold, plain = (
        '<a:rPr b="1" sz="2000"><a:latin typeface="Arial"/><a:ea typeface="黑体"/></a:rPr>',
        '<a:rPr sz="1200"/>',
    )
    made = filled(paragraph(("标题：{", plain), ("{ name", bold), (" }}完", plain)), name="区")
    runs = [(run.findtext(f"{{{A}}}t"), run.find(f"{{{A}}}rPr")) for run in made.iter(f"{{{A}}}r")]
    assert [text for text, _ in runs] == ["标题：", "区", "完"]
    assert runs[1][1].get("b") == "1"
    assert runs[1][1].find(f"{{{A}}}ea").get("typeface") == "黑体"
    assert runs[0][1].get("b") is None
    assert runs[2][1].get("sz") == "1200"


def test_pieces_that_look_the_same_come_out_as_one_run() -> None:
    made = filled(paragraph(("共{{ n", ""), (" }}项", "")), n=3)
    assert [run.findtext(f"{{{A}}}t") for run in made.iter(f"{{{A}}}r")] == ["共3项"]


def test_a_rich_value_sets_bold_colour_and_subscript_on_top_of_the_tags_look() -> None:
    look = '<a:rPr sz="2000"><a:solidFill><a:srgbClr val="000000"/></a:solidFill><a:ea typeface="微软雅黑"/></a:rPr>'
    value = ["PM", Run("2.5", subscript=True), "降至", {"text": "38", "bold": True, "accent": 2}]
    made = filled(paragraph(("{{ v }}", look)), v=value)
    runs = list(made.iter(f"{{{A}}}r"))
    assert [run.findtext(f"{{{A}}}t") for run in runs] == ["PM", "2.5", "降至", "38"]
    assert runs[1].find(f"{{{A}}}rPr").get("baseline") == "-25000"
    figure = runs[3].find(f"{{{A}}}rPr")
    assert (figure.get("b"), figure.get("sz")) == ("1", "2000")
    assert [child.tag.split("}")[1] for child in figure] == ["solidFill", "ea"]
    assert figure.find(f".//{{{A}}}schemeClr").get("val") == "accent2"


def test_line_breaks_fields_and_breaks_inside_tags_survive() -> None:
    source = paragraph(("甲", ""), ("\n", ""), ("{{ x", ""), ("\n", ""), (" }}乙", ""))
    assert printed(source, x="一\n二") == "甲\n一\n二乙"


def test_what_typing_aids_do_inside_a_tag_is_undone_and_words_in_quotes_stay() -> None:
    assert mend(" s.kind == “topic” ") == ' s.kind == "topic" '
    assert mend(" x ＝＝ ‘a’ ，（b） ") == " x == 'a' ,(b) "
    assert mend(' x == "“非农化”，（甲）" ') == ' x == "“非农化”，（甲）" '


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("{{ a", "}}"),
        ("a }}", "{{"),
        ("{% if a", "%}"),
        ("{% iff a %}", "for, if"),
        ("{{ }}", "field"),
        ("{% for a %}", "for name in list"),
        ("{% if %}", "condition"),
    ],
)
def test_a_broken_tag_is_named_with_what_is_missing(text: str, word: str) -> None:
    with pytest.raises(Exception, match=word.replace("{", r"\{").replace("}", r"\}")):
        find_tags(text)


def test_a_loop_condition_is_told_from_a_conditional_expression() -> None:
    tag = find_tags('{% for s in slides if s.kind == "if" %}{% endfor %}')[0]
    assert (tag.expression, tag.condition) == ("slides", 's.kind == "if"')
    tag = find_tags("{% for s in (a if b else c) if s.x %}{% endfor %}")[0]
    assert (tag.expression, tag.condition) == ("(a if b else c)", "s.x")
    tag = find_tags("{% for s in a if b else c %}{% endfor %}")[0]
    assert (tag.expression, tag.condition) == ("a if b else c", "")


def test_control_characters_in_values_do_not_break_the_file(draft, texts) -> None:
    draft.page("{{ t }}")
    assert texts(render(draft.bytes(), {"t": "甲\x0b\x00乙\x1f"})) == [["甲乙"]]


def test_an_error_names_slide_shape_paragraph_text_and_the_nearest_field(draft) -> None:
    draft.page("标题")
    draft.page("标题")
    draft.box("第一段", "来源：{{ brief.sorce }}", name="来源框")
    with pytest.raises(TemplateError) as caught:
        render(draft.bytes(), {"brief": {"source": "x", "title": "y"}})
    problem = caught.value.problem
    assert problem.place == "slide 2, shape 来源框, paragraph 2"
    assert problem.place_zh == "第2页形状“来源框”第2段"
    assert "'source'" in problem.message_en
    assert "“source”" in problem.message_zh
    assert "{{ brief.sorce }}" in problem.text


@pytest.mark.parametrize("value", [["a", 1], {"a": 1}, True, object()])
def test_only_texts_numbers_and_runs_are_printed(draft, value: object) -> None:
    draft.page("{{ v }}")
    with pytest.raises(TemplateError, match=r"not a text|name one field"):
        render(draft.bytes(), {"v": value})


def test_docxtpl_words_mean_the_same_here(draft, texts) -> None:
    """One language for Word and PowerPoint: {{r rich }}, {%p …%}, {%tr …%} and {# remarks #}."""
    draft.page("{{r t }}{# 说明 #}")
    draft.box("{%p for x in xs %}", "· {{ x }}", "{%p endfor %}")
    assert texts(render(draft.bytes(), {"t": [Run("甲", bold=True)], "xs": ["一", "二"]})) == [["甲", "· 一\n· 二"]]


def test_every_run_speaks_chinese(draft, opened) -> None:
    draft.page("{{ t }}", notes="备注 {{ t }}")
    draft.box("固定文字")
    slide = opened(render(draft.bytes(), {"t": "甲"})).slides[0]
    looks = [*slide._element.iter(f"{{{A}}}rPr"), *slide.notes_slide._element.iter(f"{{{A}}}rPr")]
    assert len(looks) >= 3
    assert {look.get("lang") for look in looks} == {"zh-CN"}
