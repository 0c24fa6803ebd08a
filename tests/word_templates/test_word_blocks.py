"""The template language in Word: the same tags as on slides, and nothing empty is left behind."""

from __future__ import annotations

import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from slide_templates import Picture, Run, TemplateError
from word_templates import render


def test_the_level_of_a_loop_is_what_its_ends_have_in_common(draft, texts, judged) -> None:
    draft.title("{% for x in xs %}{{ x }}{% if not loop.last %}、{% endif %}{% endfor %}")
    draft.say(
        "{% for x in xs %}",
        "{{ loop.index }}. {{ x }}",
        "{% endfor %}",
        "{%p for x in xs %}第{{ x }}项{%p endfor %}",
        "完",
    )
    made = render(draft.bytes(), {"xs": ["甲", "乙"]})
    assert texts(made) == ["甲、乙", "1. 甲", "2. 乙", "第甲项", "第乙项", "完"]
    assert judged(made) == []


def test_conditions_choose_one_branch_at_every_level(draft, texts) -> None:
    draft.say(
        "{% if a %}一{% elif b %}二{% else %}三{% endif %}", "{%p if a %}", "甲", "{%p else %}", "乙", "{%p endif %}"
    )
    draft.table([["头", "头"], ["{%tr if a %}有", "{%tr endif %}"], ["{%tr if b %}另", "{{ n }}{%tr endif %}"]])
    assert texts(render(draft.bytes(), {"a": False, "b": True, "n": 1})) == ["二", "乙", "头|头", "另|1"]


def test_rows_repeat_within_one_row_or_between_marker_rows_and_nest(draft, texts, judged) -> None:
    draft.table(
        [
            ["序号", "任务"],
            ["{%tr for r in rows %}{{ loop.index }}", "{%p for x in r.xs %}{{ x }}{%p endfor %}{%tr endfor %}"],
            ["{% for r in rows %}", ""],
            ["{% if r.xs %}", ""],
            ["{{ r.n }}", "{{ r.xs|length }}"],
            ["{% endif %}", ""],
            ["{% endfor %}", ""],
            ["合计", "{{ rows|length }}"],
        ]
    )
    rows = [{"n": "A", "xs": ["甲", "乙"]}, {"n": "B", "xs": []}]
    made = render(draft.bytes(), {"rows": rows})
    assert texts(made) == ["序号|任务", "1|甲\n乙", "2|", "A|2", "合计|2"]
    assert judged(made) == []


def test_what_comes_out_empty_leaves_no_paragraph_row_or_table(draft, texts, opened) -> None:
    """A paragraph or row that printed nothing goes, a table without a row of its loop goes; what a person left empty stays."""
    draft.say("{{ none }}", "留下 {{ some }}", "", "{{ none }}{{ none }}")
    draft.table([["头", "头"], ["{%tr for r in rows %}{{ r }}", "{{ none }}{%tr endfor %}"]])
    draft.say("之间")
    draft.table([["头", "头"], ["{%tr for r in nothing %}{{ r }}", "{%tr endfor %}"]])
    draft.say("{%p if none %}", "一节", "{%p endif %}")
    made = render(draft.bytes(), {"none": "", "some": "甲", "rows": ["1"], "nothing": []})
    assert texts(made) == ["留下 甲", "", "头|头", "1|", "之间"]
    for cell in opened(made).element.body.iter(qn("w:tc")):
        assert cell[-1].tag == qn("w:p"), "a cell ends with a paragraph, else Word calls the file damaged"


def test_two_tables_do_not_grow_together_when_what_stood_between_them_goes(draft, opened) -> None:
    draft.table([["甲"]])
    draft.say("{{ none }}")
    draft.table([["乙"]])
    body = opened(render(draft.bytes(), {"none": ""})).element.body
    assert [child.tag for child in body][:3] == [qn("w:tbl"), qn("w:p"), qn("w:tbl")]


def test_a_section_repeats_with_its_headings_tables_and_section_breaks(draft, texts, opened) -> None:
    draft.say("{%p for s in sections %}", "{{ s.title }}")
    draft.table([["{{ s.title }}", "{%tr for r in s.rows %}"], ["{{ r }}", "值"], ["{%tr endfor %}", ""]])
    draft.say("{%p endfor %}")
    draft.document.add_section()
    draft.say("末节")
    made = render(draft.bytes(), {"sections": [{"title": "一", "rows": ["a"]}, {"title": "二", "rows": []}]})
    assert texts(made)[:2] == ["一", "一|"]
    assert "末节" in texts(made)
    assert len(opened(made).sections) == 2, "a section break in a paragraph of tags stays"


TEXT_BOX = """<w:r xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
  xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
  xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"
  xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><mc:AlternateContent><mc:Choice Requires="wps">
  <w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="1800000" cy="600000"/><wp:docPr id="9" name="文本框 9"/>
  <wp:cNvGraphicFramePr/><a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>
  <wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{body}</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData>
  </a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>{body}</w:txbxContent>
  </v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"""


def test_a_text_box_is_filled_as_newer_and_as_older_words_show_it(draft, opened) -> None:
    """Word and WPS write each text box twice; a loop inside it is its own."""
    inside = "".join(
        f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>" for text in ("{%p for x in xs %}", "{{ x }}", "{%p endfor %}")
    )
    draft.say("前")._p.append(parse_xml(TEXT_BOX.format(body=inside)))
    body = opened(render(draft.bytes(), {"xs": ["甲", "乙"]})).element.body
    boxes = ["|".join(one.text for one in box.iter(qn("w:t"))) for box in body.iter(qn("w:txbxContent"))]
    assert boxes == ["甲|乙", "甲|乙"]


def test_headers_footers_and_notes_are_filled(draft, opened, files) -> None:
    section = draft.document.sections[0]
    section.header.paragraphs[0].text = "{{ place }}{% if not place %}无{% endif %}"
    section.footer.paragraphs[0].text = "{%p for x in xs %}{{ x }}{%p endfor %}"
    section.different_first_page_header_footer = True
    section.first_page_header.paragraphs[0].text = "首页 {{ place }}"
    draft.say("正文")
    made = render(draft.bytes(), {"place": "小店区", "xs": ["甲", "乙"]})
    section = opened(made).sections[0]
    assert section.header.paragraphs[0].text == "小店区"
    assert section.first_page_header.paragraphs[0].text == "首页 小店区"
    assert [one.text for one in section.footer.paragraphs] == ["甲", "乙"]


def test_values_keep_the_look_of_their_tag_and_rich_ones_add_to_it(draft, opened) -> None:
    paragraph = draft.say("共")
    run = paragraph.add_run("{{ v }}")
    run.italic = True
    paragraph.add_run("。")
    value = ["PM", Run("2.5", subscript=True), {"text": "降至38", "bold": True, "accent": 2}]
    runs = [run for run in opened(render(draft.bytes(), {"v": value})).paragraphs[0].runs if run.text]
    assert [run.text for run in runs] == ["共", "PM", "2.5", "降至38", "。"]
    assert [bool(run.italic) for run in runs] == [False, True, True, True, False]
    assert (runs[2].font.subscript, runs[3].bold) == (True, True)
    assert runs[3].font.color.theme_color == 6  # accent 2


def test_marks_of_xml_and_of_tags_in_values_stay_words(draft, texts) -> None:
    draft.say("{{ v }}")
    draft.document.sections[0].footer.paragraphs[0].text = "{{ v }}"
    value = "<b>&amp; {{ secret }} {% if x %} 甲\n乙 \x0b\x07{#"
    assert texts(render(draft.bytes(), {"v": value, "secret": "泄露"})) == [
        "<b>&amp; {{ secret }} {% if x %} 甲\n乙 {#"
    ]


def test_captions_are_numbered_through_and_keep_their_fields(draft, opened) -> None:
    """图1, 图2 …: Word's own SEQ fields, so that a list of figures and later edits count on."""
    draft.say("{%p for x in xs %}")
    paragraph = draft.say("图")
    for kind, text in (("begin", None), (None, " SEQ 图 \\* ARABIC "), ("separate", None), ("t", "1"), ("end", None)):
        run = paragraph.add_run()
        if kind == "t":
            run.text = text
        elif kind is None:
            element = run._r.makeelement(qn("w:instrText"), {})
            element.text = text
            run._r.append(element)
        else:
            run._r.append(run._r.makeelement(qn("w:fldChar"), {qn("w:fldCharType"): kind}))
    paragraph.add_run(" {{ x }}")
    draft.say("{%p endfor %}")
    document = opened(render(draft.bytes(), {"xs": ["甲", "乙", "丙"]}))
    assert [one.text for one in document.paragraphs] == ["图1 甲", "图2 乙", "图3 丙"]
    assert len(list(document.element.body.iter(qn("w:instrText")))) == 3


def test_copies_share_no_ids_and_bookmarks_lead_to_one_place(draft, opened, judged) -> None:
    draft.say("{%p for x in xs %}")
    paragraph = draft.say("{{ x }}")
    for name, key in (("bookmarkStart", {"w:name": "_GoBack"}), ("bookmarkEnd", {})):
        element = paragraph._p.makeelement(qn(f"w:{name}"), {qn("w:id"): "7", **{qn(k): v for k, v in key.items()}})
        paragraph._p.append(element)
    draft.say("{%p endfor %}")
    made = render(draft.bytes(), {"xs": ["甲", "乙"]})
    body = opened(made).element.body
    assert len(list(body.iter(qn("w:bookmarkStart")))) == len(list(body.iter(qn("w:bookmarkEnd")))) == 1
    assert judged(made) == []


def test_a_picture_value_is_as_wide_as_the_text_and_has_its_words(draft, opened, judged, png) -> None:
    draft.say("{{ map }}", "{% if none %}{{ none }}{% endif %}")
    made = render(draft.bytes(), {"map": Picture(png(400, 100), "位置图：“中心”"), "none": None})
    (shape,) = opened(made).inline_shapes
    section = opened(made).sections[0]
    assert abs(shape.width - (section.page_width - section.left_margin - section.right_margin)) < 1000
    assert abs(shape.width / shape.height - 4) < 0.01
    assert shape._inline.docPr.get("descr") == "位置图：“中心”"
    assert judged(made) == []


def test_a_picture_may_hide_its_top_and_keeps_its_proportions(draft, opened, judged, png) -> None:
    """As if cropped in Word: the file itself is whole."""
    draft.say("{{ map }}")
    made = render(draft.bytes(), {"map": Picture(png(400, 100), "图", crop_top=0.25)})
    (shape,) = opened(made).inline_shapes
    assert abs(shape.width / shape.height - 400 / 75) < 0.02
    (crop,) = shape._inline.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}srcRect")
    assert dict(crop.attrib) == {"t": "25000"}
    assert judged(made) == []


@pytest.mark.parametrize(
    ("paragraphs", "word"),
    [
        (["{% for x in xs %}", "甲"], r"paragraph 1: .* is never closed"),
        (["甲", "{% endfor %}"], r"paragraph 2: .* closes nothing"),
        (["{% for x in xs %}{% if x %}", "甲", "{% endfor %}{% endif %}"], r"paragraph 1: .* crosses|crosses"),
        (["文字 {% for x in xs %}", "甲", "{% endfor %}"], r"starts inside a paragraph"),
        (["{%slide for x in xs %}"], r"is for PowerPoint"),
        (["{% colspan 2 %}"], r"is none of for, if"),
        (["{{ xs }}{{ nothing.at.all }}"], r"paragraph 1: there is no field 'nothing'"),
        (["{{ d }}"], r"paragraph 1: {{ d }} is a group of fields"),
        (["{% for a in 5 %}{% endfor %}"], r"paragraph 1: '5' in .* is not a list"),
        (["甲", "{{ xs[0] + 1 }}"], r"paragraph 2: the expression .* cannot be worked out"),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(draft, paragraphs: list[str], word: str) -> None:
    draft.say(*paragraphs)
    with pytest.raises(TemplateError, match=word):
        render(draft.bytes(), {"xs": ["1"], "d": {"a": {"b": 1}}})


def test_the_same_arguments_give_the_same_bytes_and_nobody_is_named(draft, opened) -> None:
    draft.say("{{ a }}")
    draft.document.core_properties.author = "张三"
    draft.document.core_properties.last_modified_by = "李四"
    first, second = (render(draft.bytes(), {"a": "甲"}) for _ in range(2))
    assert first == second
    core = opened(first).core_properties
    assert (core.author, core.last_modified_by) == ("", "")
