"""Native charts in Word: new data in the template's look, each copy with a chart and a workbook of its own."""

from __future__ import annotations

import io
import posixpath

import openpyxl
import pytest
from docx.oxml.ns import qn
from lxml import etree

from slide_templates import ChartData, ChartSeries, Picture, TemplateError
from word_templates import check, render

C = "{http://schemas.openxmlformats.org/drawingml/2006/chart}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def data(name: str, value: float) -> ChartData:
    series = ChartSeries("今年目标", (value,), (f"{value}万亩以上",), "目标")
    return ChartData((name,), (series,), alt_text=f"{name}{value}万亩以上")


CHARTS = {"a": data("农田", 3.72), "b": data("林地", 1.5)}
ITEMS = [{"name": "a", "title": "农田目标"}, {"name": "b", "title": "林地目标"}, {"name": "", "title": "没有图"}]


def charts_of(blob: bytes, files) -> list[tuple[str, etree._Element, bytes, str]]:
    """(part, its tree, its workbook, alternative text) of each chart in the body in order."""
    inside = files(blob)

    def target(part: str, key: str) -> str:
        folder, file = part.rsplit("/", 1)
        rels = etree.fromstring(inside[f"{folder}/_rels/{file}.rels"])
        return posixpath.normpath(
            posixpath.join(folder, next(one.get("Target") for one in rels if one.get("Id") == key))
        )

    found = []
    for drawing in etree.fromstring(inside["word/document.xml"]).iter(qn("w:drawing")):
        part = target("word/document.xml", next(drawing.iter(f"{C}chart")).get(f"{R}id"))
        tree = etree.fromstring(inside[part])
        book = target(part, tree.find(f"{C}externalData").get(f"{R}id"))
        found.append((part, tree, inside[book], next(drawing.iter(qn("wp:docPr"))).get("descr", "")))
    return found


def test_every_copy_has_its_own_chart_and_workbook_and_an_empty_name_takes_it_away(draft, files, judged, texts) -> None:
    draft.say("{%p for c in items %}")
    draft.chart("chart:{{ c.name }}", title="{{ c.title }}（万亩）")
    draft.say("{{ c.title }}", "{%p endfor %}")
    made = render(draft.bytes(), {"items": ITEMS}, charts=CHARTS)
    charts = charts_of(made, files)
    assert [part for part, *_ in charts] == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    assert [alt for *_, alt in charts] == ["农田3.72万亩以上", "林地1.5万亩以上"]
    for (_, tree, book, _), name, value in zip(charts, ("农田", "林地"), (3.72, 1.5), strict=True):
        assert "".join(one.text for one in tree.find(f"{C}chart/{C}title").iter(f"{A}t")) == f"{name}目标（万亩）"
        assert [one.text for one in tree.iter(f"{C}v")] == ["今年目标", name, str(value)]
        assert f"{value}万亩以上" in [one.text for one in tree.iter(f"{A}t")]
        sheet = openpyxl.load_workbook(io.BytesIO(book)).active
        assert [[cell.value for cell in row][:2] for row in sheet.iter_rows()] == [[None, "今年目标"], [name, value]]
        assert all(int(one.get("val")) >= 0 for one in tree.iter(f"{C}axId"))
    inside = files(made)
    assert sum(name.startswith("word/charts/chart") for name in inside) == 2, "the template's own chart is gone"
    assert sum(name.startswith("word/embeddings/") for name in inside) == 2
    assert texts(made) == ["", "农田目标", "", "林地目标", "没有图"], (
        "no empty paragraph stands for the chart that is not there"
    )
    assert judged(made) == []


def test_a_chart_may_be_named_by_its_alternative_text_and_stand_in_a_cell_or_footer(draft, files, judged) -> None:
    """People find “edit alt text” in every Office; the name is in the selection pane."""
    draft.chart(alt="chart:a")
    draft.chart(alt="图表：b")
    table = draft.table([["", ""]])
    table.cell(0, 0)._tc.append(draft.chart(alt="chart:b")._p)
    made = render(draft.bytes(), {}, charts=CHARTS)
    assert [alt for *_, alt in charts_of(made, files)] == ["农田3.72万亩以上", "林地1.5万亩以上", "林地1.5万亩以上"]
    assert judged(made) == []


def test_a_chart_without_a_name_stays_as_drawn_and_copies_are_its_own(draft, files) -> None:
    draft.say("{%p for x in xs %}")
    draft.chart(alt="固定的图")
    draft.say("{%p endfor %}")
    charts = charts_of(render(draft.bytes(), {"xs": [1, 2]}), files)
    assert [part for part, *_ in charts] == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
    assert [[one.text for one in tree.iter(f"{C}v")][:3] for _, tree, *_ in charts] == [["实绩", "甲", "乙"]] * 2


def test_a_drawn_picture_becomes_the_picture_of_that_name_fitted_in_its_frame(
    draft, opened, files, judged, png
) -> None:
    draft.say("{%p for k in keys %}")
    draft.document.add_picture(io.BytesIO(png(300, 100)))
    draft.document.inline_shapes[0]._inline.docPr.set("descr", "picture:{{ k }}")
    frame = draft.document.inline_shapes[0].width, draft.document.inline_shapes[0].height
    draft.say("{%p endfor %}")
    given = {"map": Picture(png(100, 100), "位置图"), "plan": Picture(png(900, 100), "规划图")}
    made = render(draft.bytes(), {"keys": ["map", "plan", ""]}, pictures=given)
    shapes = list(opened(made).inline_shapes)
    assert [shape._inline.docPr.get("descr") for shape in shapes] == ["位置图", "规划图"]
    assert abs(shapes[0].height - frame[1]) < 5
    assert abs(shapes[0].width - shapes[0].height) < 5
    assert abs(shapes[1].width - frame[0]) < 5
    assert abs(shapes[1].width / shapes[1].height - 9) < 0.01
    assert sum(name.startswith("word/media/") for name in files(made)) == 2
    assert judged(made) == []


def test_names_that_nothing_fills_are_found_before_and_while_filling(draft, png) -> None:
    draft.title()
    draft.chart("chart:aa")
    draft.say("文字")
    with pytest.raises(TemplateError, match="no chart is named 'aa'; did you mean 'a'"):
        render(draft.bytes(), {}, charts=CHARTS)
    (problem,) = check(draft.bytes(), {}, charts=CHARTS)
    assert (problem.place, problem.text) == ("paragraph 2, drawing 1", "chart:aa")
    assert "did you mean 'a'" in problem.message_en
    assert "是否想写“a”" in problem.message_zh


def test_a_picture_that_is_named_as_a_chart_is_refused(draft, png) -> None:
    draft.title()
    draft.document.add_picture(io.BytesIO(png(10, 10)))
    draft.document.inline_shapes[0]._inline.docPr.set("descr", "chart:a")
    with pytest.raises(TemplateError, match="is no native chart"):
        render(draft.bytes(), {}, charts=CHARTS)
    assert ["is no native chart" in one.message_en for one in check(draft.bytes(), {}, charts=CHARTS)] == [True]
