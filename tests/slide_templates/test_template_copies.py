"""What a finished deck is made of: complete copies, no dangling parts, names in display order, the same bytes each
time.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from datetime import datetime

import pytest
from lxml import etree
from PIL import Image
from pptx.dml.color import RGBColor
from pptx.util import Inches

from slide_templates import ChartData, ChartSeries, Picture, Properties, TemplateError, render

R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"


def png(width: int, height: int, colour: str = "red") -> bytes:
    buffer = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(buffer, "PNG")
    return buffer.getvalue()


def busy_deck(draft):
    """Everything at once: pictures, charts, tables, groups, notes, links."""
    draft.page("{{ s.t }}", notes="{%slide for s in slides %}讲稿 {{ s.t }}")
    draft.slide.shapes.add_picture(io.BytesIO(png(10, 10, "blue")), 0, 0)
    draft.chart("chart:c")
    draft.box("{{ s.t }}", name="框")
    draft.page("不要", notes="{%slide if no %}")
    draft.slide.shapes.add_picture(io.BytesIO(png(20, 10, "green")), 0, 0)
    draft.chart("chart:c")
    draft.page("末页")
    draft.table([["甲", "{{ n }}"]])
    return draft


CONTEXT = {"slides": [{"t": "一"}, {"t": "二"}], "no": False, "n": 1}
CHARTS = {"c": ChartData(("甲",), (ChartSeries("a", (1,)),))}


def test_the_same_arguments_give_the_same_bytes_and_no_clock_is_read(draft) -> None:
    template = busy_deck(draft).bytes()
    first, second = (render(template, CONTEXT, charts=CHARTS) for _ in range(2))
    assert hashlib.sha256(first).digest() == hashlib.sha256(second).digest()
    with zipfile.ZipFile(io.BytesIO(first)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        book = next(archive.read(name) for name in archive.namelist() if name.endswith(".xlsx"))
    with zipfile.ZipFile(io.BytesIO(book)) as inner:
        assert b"2000-01-01" in inner.read("docProps/core.xml")
        assert {entry.date_time[0] for entry in inner.infolist()} == {1980}


def test_outside_judges_find_nothing(draft, judged) -> None:
    assert judged(render(busy_deck(draft).bytes(), CONTEXT, charts=CHARTS)) == []


def test_parts_are_numbered_in_display_order_and_none_dangles(draft, files, opened) -> None:
    made = render(busy_deck(draft).bytes(), CONTEXT, charts=CHARTS)
    inside = files(made)
    assert [slide.part.partname for slide in opened(made).slides] == [f"/ppt/slides/slide{n}.xml" for n in (1, 2, 3)]
    assert sorted(name for name in inside if re.match(r"ppt/(charts|notesSlides|media|embeddings)/[^/]+$", name)) == [
        "ppt/charts/chart1.xml",
        "ppt/charts/chart2.xml",
        "ppt/embeddings/Microsoft_Excel_Sheet1.xlsx",
        "ppt/embeddings/Microsoft_Excel_Sheet2.xlsx",
        "ppt/media/image1.png",
        "ppt/notesSlides/notesSlide1.xml",
        "ppt/notesSlides/notesSlide2.xml",
    ]
    for name, blob in inside.items():
        if not re.fullmatch(r"ppt/(slides|charts|notesSlides)/[^/]+\.xml", name):
            continue
        folder, file = name.rsplit("/", 1)
        rels = etree.fromstring(inside.get(f"{folder}/_rels/{file}.rels", b"<x/>"))
        known = {one.get("Id") for one in rels}
        used = {
            value
            for element in etree.fromstring(blob).iter()
            for key, value in element.attrib.items()
            if key.startswith(R) and value
        }
        assert used <= known, name


def test_links_between_slides_follow_to_the_first_copy_and_go_with_their_aim(draft, opened) -> None:
    draft.page("目录")
    draft.page("{{ x }}", notes="{%slide for x in xs %}")
    draft.page("没有", notes="{%slide if no %}")
    for number, aim in enumerate((1, 2)):
        draft.slide = draft.deck.slides[0]
        box = draft.box(f"去{aim}", top=2 + number)
        box.click_action.target_slide = draft.deck.slides[aim]
    deck = opened(render(draft.bytes(), {"xs": ["甲", "乙"], "no": False}))
    first, second = deck.slides[0].shapes[1], deck.slides[0].shapes[2]
    assert first.click_action.target_slide.slide_id == deck.slides[1].slide_id
    assert second.click_action.target_slide is None


def test_layout_background_and_names_come_along(draft, opened) -> None:
    page = draft.page("{{ x }}", notes="{%slide for x in xs %}", layout=1)
    page.background.fill.solid()
    page.background.fill.fore_color.theme_color = 5
    page._element.cSld.set("name", "专题 {{ x }}")
    deck = opened(render(draft.bytes(), {"xs": ["甲", "乙"]}))
    assert [slide._element.cSld.get("name") for slide in deck.slides] == ["专题 甲", "专题 乙"]
    assert all(slide.slide_layout.name == "Title and Content" for slide in deck.slides)
    assert all(not slide.follow_master_background for slide in deck.slides)


def test_core_properties_are_set_and_the_templates_past_goes(draft, opened, files) -> None:
    draft.page("甲")
    draft.deck.core_properties.last_modified_by = "张三"
    moment = datetime(2024, 3, 5, 8, 0)  # noqa: DTZ001 -- core properties hold plain UTC
    made = render(draft.bytes(), {}, properties=Properties("标题", "主题", "小店区", "简报", moment, moment))
    core = opened(made).core_properties
    assert (core.title, core.subject, core.author, core.keywords) == ("标题", "主题", "小店区", "简报")
    assert (core.created, core.modified, core.last_modified_by) == (moment, moment, "")
    assert not any("thumbnail" in name for name in files(made))


@pytest.mark.parametrize(("size", "wide"), [((400, 100), True), ((100, 400), False)])
def test_a_picture_is_fitted_inside_its_frame_never_cropped(draft, opened, judged, size, wide) -> None:
    draft.page()
    frame = draft.slide.shapes.add_shape(1, Inches(1), Inches(2), Inches(4), Inches(3))
    frame.name = "picture:{{ k }}"
    made = render(draft.bytes(), {"k": "map"}, pictures={"map": Picture(png(*size), "位置图")})
    picture = opened(made).slides[0].shapes[1]
    assert picture.shape_type == 13
    assert abs(picture.width / picture.height - size[0] / size[1]) < 0.01
    assert (picture.width == Inches(4)) == wide
    assert (picture.height == Inches(3)) == (not wide)
    assert abs(picture.left + picture.width / 2 - Inches(3)) < 2
    assert abs(picture.top + picture.height / 2 - Inches(3.5)) < 2
    assert (picture.crop_left, picture.crop_top) == (0, 0)
    assert picture._element.xpath(".//p:cNvPr/@descr") == ["位置图"]
    assert judged(made) == []


def test_pictures_on_repeated_slides_are_each_their_own(draft, opened, files) -> None:
    draft.page("{{ k }}", notes="{%slide for k in ks %}")
    draft.slide.shapes.add_picture(
        io.BytesIO(png(5, 5)), Inches(1), Inches(2), Inches(2), Inches(2)
    ).name = "picture:{{ k }}"
    given = {"a": png(30, 30, "yellow"), "b": png(30, 30, "black")}
    made = render(draft.bytes(), {"ks": ["a", "b", "a"]}, pictures=given)
    assert [slide.shapes[1].image.blob for slide in opened(made).slides] == [given["a"], given["b"], given["a"]]
    assert sum(name.startswith("ppt/media/") for name in files(made)) == 2


def test_a_damaged_picture_is_refused_with_its_place(draft) -> None:
    draft.page()
    draft.slide.shapes.add_shape(1, 0, 0, 100, 100).name = "picture:x"
    with pytest.raises(TemplateError, match="slide 1, shape picture:x: the picture cannot be read"):
        render(draft.bytes(), {}, pictures={"x": b"nonsense"})


def test_sections_follow_their_slides(draft, opened) -> None:
    draft.page("一")
    draft.page("{{ x }}", notes="{%slide for x in xs %}")
    ids = [element.get("id") for element in draft.deck.slides._sldIdLst]
    p14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
    draft.deck.part._element.append(
        etree.fromstring(
            '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
            '<p:ext uri="{521415D9-36F7-43E2-AB2F-B90AF26B5E84}">'
            f'<p14:sectionLst xmlns:p14="{p14}">'
            + "".join(
                f'<p14:section name="节{n}" id="{{0000000{n}-0000-0000-0000-000000000000}}">'
                f'<p14:sldIdLst><p14:sldId id="{one}"/></p14:sldIdLst></p14:section>'
                for n, one in enumerate(ids)
            )
            + "</p14:sectionLst></p:ext></p:extLst>"
        )
    )
    deck = opened(render(draft.bytes(), {"xs": ["甲", "乙"]}))
    made = [element.get("id") for element in deck.slides._sldIdLst]
    sections = [
        [entry.get("id") for entry in section.iter(f"{{{p14}}}sldId")]
        for section in deck.part._element.iter(f"{{{p14}}}section")
    ]
    assert sections == [made[:1], made[1:]]


def test_comments_with_peoples_names_do_not_travel(draft, files, repacked) -> None:
    draft.page("甲")
    changed = repacked(
        draft.bytes(),
        {
            "ppt/comments/comment1.xml": b'<p:cmLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>',
            "ppt/slides/_rels/slide1.xml.rels": lambda old: old.replace(
                b"</Relationships>",
                b'<Relationship Id="rId77" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
                b'comments" Target="../comments/comment1.xml"/></Relationships>',
            ),
        },
    )
    assert not any("comment" in name for name in files(render(changed, {})))


def test_a_film_its_poster_and_the_background_come_along_with_every_copy(draft, files, opened, judged) -> None:
    """The film itself is kept once: all copies play the same."""
    draft.page("{{ s.t }}", notes="{%slide for s in slides %}")
    draft.slide.background.fill.solid()
    draft.slide.background.fill.fore_color.rgb = RGBColor(0xEE, 0xEE, 0xFF)
    poster = io.BytesIO(png(32, 18))
    draft.slide.shapes.add_movie(io.BytesIO(bytes(100)), 0, 0, 3200000, 1800000, poster, "video/mp4")
    made = render(draft.bytes(), {"slides": [{"t": "甲"}, {"t": "乙"}]})
    parts = files(made)
    assert sum(name.endswith(".mp4") for name in parts) == 1
    for number in (1, 2):
        relations = parts[f"ppt/slides/_rels/slide{number}.xml.rels"].decode()
        assert relations.count("media1.mp4") == 2, "Office 2007 and newer each have their own way to refer to a film"
    for slide in opened(made).slides:
        assert slide.background.fill.fore_color.rgb == RGBColor(0xEE, 0xEE, 0xFF)
    assert judged(made) == []
