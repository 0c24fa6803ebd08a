"""Loops and conditions over words, paragraphs, rows, shapes and slides; what comes out empty goes."""

from __future__ import annotations

import pytest

from slide_templates import TemplateError, render


def test_the_level_of_a_loop_is_what_its_ends_have_in_common(draft, texts) -> None:
    draft.page("{% for x in xs %}{{ x }}{% if not loop.last %}、{% endif %}{% endfor %}")
    draft.box("{% for x in xs %}", "{{ loop.index }}. {{ x }}", "{% endfor %}", "完")
    assert texts(render(draft.bytes(), {"xs": ["甲", "乙"]})) == [["甲、乙", "1. 甲\n2. 乙\n完"]]


def test_one_paragraph_is_enough_for_a_list(draft, texts) -> None:
    draft.page()
    draft.box("{%p for x in xs %}{{ x }}{%p endfor %}")
    assert texts(render(draft.bytes(), {"xs": ["甲", "乙", "丙"]})) == [["标题", "甲\n乙\n丙"]]


def test_paragraph_loops_nest_with_conditions_and_else(draft, texts) -> None:
    draft.page()
    draft.box(
        "{%p for t in ts %}",
        "{{ t.n }}",
        "{%p if t.xs %}",
        "{%p for x in t.xs %}",
        "- {{ x }}",
        "{%p endfor %}",
        "{%p else %}",
        "（无）",
        "{%p endif %}",
        "{%p endfor %}",
    )
    made = texts(render(draft.bytes(), {"ts": [{"n": "A", "xs": ["1", "2"]}, {"n": "B", "xs": []}]}))
    assert made == [["标题", "A\n- 1\n- 2\nB\n（无）"]]


def test_rows_repeat_within_one_row_or_between_marker_rows(draft, texts) -> None:
    draft.page()
    draft.table([["序号", "任务"], ["{%tr for r in rows %}{{ r[0] }}", "{{ r[1] }}{%tr endfor %}"]])
    draft.page()
    draft.table(
        [
            ["序号", "任务"],
            ["{%tr for r in rows %}", ""],
            ["{{ r[0] }}", "{{ r[1] }}"],
            ["{%tr endfor %}", ""],
            ["合计", "{{ rows|length }}"],
        ]
    )
    rows = [["1", "甲"], ["2", "乙"]]
    assert texts(render(draft.bytes(), {"rows": rows})) == [
        ["标题", "序号", "任务", "1", "甲", "2", "乙"],
        ["标题", "序号", "任务", "1", "甲", "2", "乙", "合计", "2"],
    ]


def test_a_row_may_be_chosen_and_a_cell_may_hold_a_list(draft, texts) -> None:
    draft.page()
    draft.table(
        [
            [
                "{%tr for r in rows %}{%tr if r.show %}{{ r.n }}",
                "{%p for x in r.xs %}{{ x }}{%p endfor %}{%tr endif %}{%tr endfor %}",
            ]
        ]
    )
    rows = [{"n": "1", "xs": ["甲", "乙"], "show": True}, {"n": "2", "xs": [], "show": False}]
    assert texts(render(draft.bytes(), {"rows": rows})) == [["标题", "1", "甲\n乙"]]


def test_what_is_filled_with_nothing_goes(draft, texts) -> None:
    """Empty paragraphs, boxes, rows and tables leave; the title placeholder and empty cells of a filled row stay."""
    draft.page("{{ none }}")
    draft.box("{{ none }}", "留下 {{ some }}", "{{ none }}")
    draft.box("{{ none }}", name="空框")
    draft.table([["头", "头"], ["{%tr for r in rows %}{{ r }}", "{{ none }}{%tr endfor %}"]])
    draft.table([["头", "头"], ["{%tr for r in nothing %}{{ r }}", "{%tr endfor %}"]], top=4)
    made = texts(render(draft.bytes(), {"none": "", "some": "甲", "rows": ["1"], "nothing": []}))
    assert made == [["", "留下 甲", "头", "头", "1", ""]]


def test_slides_come_in_the_order_of_the_data(draft, texts) -> None:
    """Neighbouring prototypes that loop over one list share it: kinds interleave as the list has them."""
    for kind in ("cover", "topic", "chart"):
        draft.page(
            kind + " {{ s.t }} {{ loop.index }}/{{ loop.length }}",
            notes=f"{{%slide for s in slides if s.kind == “{kind}” %}}",
        )
    draft.page("完")
    slides = [
        {"kind": kind, "t": str(n)} for n, kind in enumerate(["cover", "topic", "chart", "topic", "chart", "unknown"])
    ]
    assert [page[0] for page in texts(render(draft.bytes(), {"slides": slides}))] == [
        "cover 0 1/1",
        "topic 1 1/2",
        "chart 2 1/2",
        "topic 3 2/2",
        "chart 4 2/2",
        "完",
    ]


def test_slide_blocks_may_span_several_slides_and_nest(draft, texts) -> None:
    draft.page("{{ t.n }}", notes="{%slide for t in ts %}")
    draft.page(
        "{{ t.n }}{{ x }}", notes="{%slide for x in t.xs %}{%slide if x != “丙” %}{%slide endif %}{%slide endfor %}"
    )
    draft.page("{{ t.n }} 完", notes="{%slide endfor %}")
    ts = [{"n": "A", "xs": ["甲", "丙"]}, {"n": "B", "xs": []}]
    assert [page[0] for page in texts(render(draft.bytes(), {"ts": ts}))] == ["A", "A甲", "A 完", "B", "B 完"]


def test_a_slide_tag_may_stand_in_notes_text_or_alternative_text_and_leaves_no_trace(draft, texts, opened) -> None:
    draft.page("一", notes="{%slide if yes %}\n讲稿 {{ word }}")
    draft.page("二")
    draft.box("{%slide if yes %}", left=-5)
    draft.page("三")
    draft.box("文字", alt="{%slide if yes %} 替代")
    draft.page("四", notes="{%slide if not yes %}")
    made = render(draft.bytes(), {"yes": True, "word": "词"})
    assert texts(made) == [["一"], ["二"], ["三", "文字"]]
    deck = opened(made)
    assert deck.slides[0].notes_slide.notes_text_frame.text == "讲稿 词"
    assert deck.slides[2].shapes[1]._element.xpath(".//p:cNvPr/@descr") == ["替代"]


def test_a_shape_tag_keeps_drops_or_lays_copies_side_by_side(draft, opened) -> None:
    draft.page()
    draft.box("留", alt="{%shape if yes %}说明")
    draft.box("去", alt="{%shape if not yes %}")
    draft.box("{{ c.v }}", alt="{%shape for c in cards %}", name="卡片 {{ c.v }}")
    shapes = list(
        opened(render(draft.bytes(), {"yes": True, "cards": [{"v": "1"}, {"v": "2"}, {"v": "3"}]})).slides[0].shapes
    )[1:]
    assert [shape.text_frame.text for shape in shapes] == ["留", "1", "2", "3"]
    assert [shape.name for shape in shapes[1:]] == ["卡片 1", "卡片 2", "卡片 3"]
    lefts, widths = [shape.left for shape in shapes[1:]], {shape.width for shape in shapes[1:]}
    assert len(widths) == 1
    assert lefts[1] - lefts[0] == lefts[2] - lefts[1] == widths.pop() + 182880
    right_margin = int(13.333 * 914400) - (lefts[2] + shapes[3].width)
    assert abs(right_margin - lefts[0]) < 10, "the band has the same margin on both sides"
    ids = [shape.shape_id for shape in shapes]
    assert len(set(ids)) == len(ids)


def test_groups_are_filled_and_repeat_as_a_whole(draft, texts) -> None:
    page = draft.page()
    one, two = draft.box("{{ c.name }}"), draft.box("{{ c.value }}", top=3)
    group = page.shapes.add_group_shape([one, two])
    group._element.xpath("./p:nvGrpSpPr/p:cNvPr")[0].set("descr", "{%shape for c in cards %}")
    made = texts(render(draft.bytes(), {"cards": [{"name": "甲", "value": "1"}, {"name": "乙", "value": "2"}]}))
    assert made == [["标题", "甲", "1", "乙", "2"]]


@pytest.mark.parametrize(
    ("paragraphs", "word"),
    [
        (["{% for x in xs %}", "甲"], "never closed"),
        (["甲", "{% endfor %}"], "closes nothing"),
        (["{% for x in xs %}{% if x %}", "甲", "{% endfor %}{% endif %}"], "crosses"),
        (["{% else %}"], "outside any if"),
        (["文字 {% for x in xs %}", "甲", "{% endfor %}"], "starts inside a paragraph"),
    ],
)
def test_blocks_that_do_not_fit_are_refused_with_their_tag(draft, paragraphs: list[str], word: str) -> None:
    draft.page()
    draft.box(*paragraphs)
    with pytest.raises(TemplateError, match=word):
        render(draft.bytes(), {"xs": ["1"]})


def test_a_deck_without_any_slide_left_is_refused(draft) -> None:
    draft.page("一", notes="{%slide if no %}")
    with pytest.raises(TemplateError, match="no slide is left"):
        render(draft.bytes(), {"no": False})
