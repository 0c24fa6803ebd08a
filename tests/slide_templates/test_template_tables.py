"""Tables longer than their slide go on, on the next; header and title say so; no row is lost, none doubled."""

from __future__ import annotations

import pytest
from pptx.util import Inches

from slide_templates import ChartData, ChartSeries, render
from slide_templates.even_parts import even_parts
from slide_templates.line_rules import LineRules, text_width


def tasks(draft, **kwargs):
    draft.table([["序号", "任务"], ["{%tr for r in rows %}{{ r.n }}", "{{ r.text }}{%tr endfor %}"]], **kwargs)


def rows(count: int, text: str = "建成高标准农田") -> list[dict[str, object]]:
    return [{"n": number, "text": text} for number in range(1, count + 1)]


def tables_of(deck):
    return [
        [[cell.text_frame.text for cell in row.cells] for row in shape.table.rows]
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
    ]


@pytest.mark.parametrize("count", [1, 9, 10, 11, 37, 100])
def test_every_row_stands_exactly_once_and_every_slide_has_the_header(draft, opened, count: int) -> None:
    draft.page("任务分解")
    tasks(draft)
    made = tables_of(opened(render(draft.bytes(), {"rows": rows(count)})))
    assert all(table[0] == ["序号", "任务"] for table in made)
    assert [row[0] for table in made for row in table[1:]] == [str(number) for number in range(1, count + 1)]


def test_the_header_repeats_where_libreoffice_dropped_the_mark_of_a_header_row(draft, opened) -> None:
    draft.page("任务分解")
    tasks(draft)
    draft.slide.shapes[1].table.first_row = False
    made = tables_of(opened(render(draft.bytes(), {"rows": rows(40)})))
    assert len(made) > 2
    assert all(table[0] == ["序号", "任务"] for table in made)


def test_titles_say_that_a_table_goes_on_and_stay_unique(draft, opened) -> None:
    draft.page("任务分解")
    tasks(draft)
    titles = [slide.shapes.title.text_frame.text for slide in opened(render(draft.bytes(), {"rows": rows(14)})).slides]
    assert titles == ["任务分解", "任务分解（续）"]
    titles = [slide.shapes.title.text_frame.text for slide in opened(render(draft.bytes(), {"rows": rows(40)})).slides]
    assert titles[:3] == ["任务分解", "任务分解（续一）", "任务分解（续二）"]
    assert len(set(titles)) == len(titles)


def test_a_template_may_say_it_in_its_own_words(draft, opened) -> None:
    draft.page("任务（{{ part.number }}/{{ part.count }}）")
    tasks(draft)
    titles = [slide.shapes.title.text_frame.text for slide in opened(render(draft.bytes(), {"rows": rows(14)})).slides]
    assert titles == ["任务（1/2）", "任务（2/2）"]


def test_a_name_or_an_alternative_text_may_tell_the_part_as_well(draft, opened) -> None:
    """Parts are filled once for all only where nothing on the slide asks which part it is."""
    draft.page("任务")
    tasks(draft)
    draft.box("注", top=6.9, name="第{{ part['number'] }}页")
    slides = opened(render(draft.bytes(), {"rows": rows(14)})).slides
    assert [[one.name for one in slide.shapes if one.name.startswith("第")] for slide in slides] == [
        ["第1页"],
        ["第2页"],
    ]


def test_charts_beside_a_table_that_goes_on_stand_on_every_part_each_with_its_data(draft, opened) -> None:
    draft.page("任务")
    tasks(draft)
    draft.chart("chart:c")
    draft.slide.shapes[2].left = Inches(7)
    charts = {"c": ChartData(("甲", "乙"), (ChartSeries("目标", (3, 4)),))}
    slides = opened(render(draft.bytes(), {"rows": rows(30)}, charts=charts)).slides
    assert len(slides) > 2
    shown = [shape.chart for slide in slides for shape in slide.shapes if shape.has_chart]
    assert [list(one.plots[0].series[0].values) for one in shown] == [[3.0, 4.0]] * len(slides)
    assert len({one.part.partname for one in shown}) == len(slides)


def test_rows_stop_above_the_shape_that_stands_below(draft, opened) -> None:
    draft.page("任务")
    tasks(draft)
    draft.box("来源：{{ source }}", top=5.0, name="来源")
    deck = opened(render(draft.bytes(), {"rows": rows(12), "source": "甲"}))
    assert len(deck.slides) > 1
    for slide in deck.slides:
        table, source = (
            next(shape for shape in slide.shapes if test(shape))
            for test in (lambda one: one.has_table, lambda one: one.name == "来源")
        )
        assert table.top + sum(row.height for row in table.table.rows) <= source.top
        assert table.height == sum(row.height for row in table.table.rows)


def test_long_words_take_more_room(draft, opened) -> None:
    """The room is that of the text as it will be broken, not the drawn height of the row."""
    draft.page("任务")
    tasks(draft)
    short, long = (
        len(opened(render(draft.bytes(), {"rows": rows(8, text)})).slides) for text in ("短", "很长的任务内容" * 20)
    )
    assert short == 1
    assert long > 2


def test_notes_and_other_shapes_stand_on_every_part(draft, opened) -> None:
    draft.page("任务", notes="讲稿 {{ part.number }}")
    tasks(draft)
    draft.box("注", top=6.9)
    deck = opened(render(draft.bytes(), {"rows": rows(14)}))
    assert [slide.notes_slide.notes_text_frame.text for slide in deck.slides] == ["讲稿 1", "讲稿 2"]
    assert all(
        any(shape.has_text_frame and shape.text_frame.text == "注" for shape in slide.shapes) for slide in deck.slides
    )


def test_a_table_that_ended_is_not_shown_again_beside_one_that_goes_on(draft, opened) -> None:
    draft.page("任务")
    tasks(draft)
    draft.deck.slides[0].shapes[1].width = Inches(5)
    draft.table([["甲", "乙"], ["{%tr for r in more %}{{ r.n }}", "{{ r.text }}{%tr endfor %}"]])
    made = [
        sum(shape.has_table for shape in slide.shapes)
        for slide in opened(render(draft.bytes(), {"rows": rows(40), "more": rows(14)})).slides
    ]
    assert made == [2, 2, 1, 1]


def test_continued_slides_satisfy_the_judges(draft, judged) -> None:
    draft.page("任务", notes="讲稿")
    tasks(draft)
    assert judged(render(draft.bytes(), {"rows": rows(30)})) == []


def test_numbers_among_chinese_words_take_more_room_than_their_signs() -> None:
    """Programs set a little space at each seam; a row of many figures was drawn over what stands below its table."""
    joined, mixed = text_width("年产值12346789亿元", 1400), text_width("年1产2值3亿4元6789", 1400)
    assert mixed - joined == pytest.approx(7 * 0.25 * 14 * 12700)


def test_a_number_and_its_unit_are_counted_as_one_that_goes_to_the_next_line() -> None:
    """省级特色普通高中30所 ended a cell of two reckoned lines and of three printed ones, and the row below met the remark."""
    text, room = "义务教育学校100所；校舍50万平方米；省级特色普通高中30所", 215 * 12700
    plain = LineRules("；", "（")
    kept = LineRules("；万亿千百平所个", "（")
    assert plain.lines(text, 1400, room) == 2
    assert kept.lines(text, 1400, room) == 3
    assert kept.lines("各级各类学校" * 3, 1400, room) == plain.lines("各级各类学校" * 3, 1400, room) == 2


def test_an_empty_cell_is_as_high_as_its_font_and_a_tenth_of_an_inch_stays_free_below(draft, opened) -> None:
    """LibreOffice gives an empty line the height of its font, whatever spacing the cell names."""
    draft.page("任务")
    draft.table([["序号", "牵头单位"], ["{%tr for r in rows %}{{ r.n }}", "{{ r.lead }}{%tr endfor %}"]])
    draft.box("来源", top=5.0, name="来源")
    given = [{"n": number, "lead": ""} for number in range(1, 40)]
    for slide in opened(render(draft.bytes(), {"rows": given})).slides:
        table, below = slide.shapes[1], next(one for one in slide.shapes if one.name == "来源")
        assert below.top - table.top - table.height >= Inches(0.1)
        size = max(
            run.font.size or 0
            for row in table.table.rows
            for one in row.cells
            for run in one.text_frame.paragraphs[0].runs
        )
        assert all(row.height >= (size or 18 * 12700) * 1.4 for row in list(table.table.rows)[1:])


@pytest.mark.parametrize("count", [11, 14, 15, 23, 31])
def test_rows_are_shared_evenly_over_as_few_slides_as_hold_them(draft, opened, count: int) -> None:
    """No slide with one row where another has five."""
    draft.page("任务")
    tasks(draft)
    draft.box("来源", top=5.0, name="来源")
    made = [len(table) - 1 for table in tables_of(opened(render(draft.bytes(), {"rows": rows(count)})))]
    assert max(made) - min(made) <= 1
    assert len(made) == -(-count // max(made))


def test_columns_that_stand_two_by_two_are_an_even_number() -> None:
    """Sixty targets in five columns of thirteen left half of the third slide to the last."""
    assert [end - start for start, end in even_parts([1.0] * 60, 13)] == [12, 12, 12, 12, 12]
    assert [end - start for start, end in even_parts([1.0] * 60, 13, even_number=True)] == [10, 10, 10, 10, 10, 10]
    assert even_parts([1.0] * 3, 13, even_number=True) == [(0, 3)]
    assert even_parts([2.0, 20.0, 2.0], 13) == [(0, 1), (1, 2), (2, 3)], "a row higher than the room stands alone"


def test_the_last_part_keeps_room_for_what_stands_at_its_foot_and_the_others_need_not() -> None:
    assert even_parts([1.0] * 10, 10, last_room=9) == [(0, 5), (5, 10)]
    assert even_parts([1.0] * 19, 10, last_room=9) == [(0, 10), (10, 19)]
