"""Templates that cannot be used, on slides and in Word: each sentence that no other test reaches."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

import pytest
from docx.oxml import parse_xml
from pptx.util import Inches

import slide_templates
import word_templates
from bombs import package
from briefing.chart import drawing
from briefing.errors import BriefingError
from briefing.files import read_json
from briefing.model import Brief
from office_packages import repacked
from slide_templates import ChartData, ChartSeries, Limits, Picture, TemplateError
from slide_templates.problems import Fault, unusual_xml
from stamped import stamp
from template_drafts import SlideDraft, WordDraft

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
BRIEF = Path(__file__).resolve().parents[1] / "assemble" / "golden" / "brief.json"
ONE = ChartData(("甲",), (ChartSeries("实绩", (1,)),))


def png() -> bytes:
    from PIL import Image

    buffer = io.BytesIO()
    Image.new("RGB", (4, 4)).save(buffer, "png")
    return buffer.getvalue()


def grouped(draft: SlideDraft) -> None:
    box = draft.slide.shapes.add_group_shape().shapes.add_textbox(0, 0, Inches(1), Inches(1))
    box._element.xpath(".//p:cNvPr")[0].set("descr", "{%shape for x in xs %}")


def placeless(draft: SlideDraft, name: str = "", alt: str = "") -> None:
    properties = draft.box("甲", name=name, alt=alt)._element.spPr
    properties.remove(properties.xfrm)


def nameless(draft: SlideDraft) -> None:
    naming = draft.box("{{ a }}")._element.xpath("./p:nvSpPr")[0]
    naming.getparent().remove(naming)


def lost_slide(draft: SlideDraft) -> None:
    draft.deck.slides._sldIdLst[0].set(f"{{{OFFICE}}}id", "rId999")


def button(draft: SlideDraft) -> None:
    naming = draft.box("甲")._element.xpath(".//p:cNvPr")[0]
    naming.append(
        parse_xml(
            '<a:hlinkClick xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" action="ppaction://macro?name=x"/>'
        )
    )


SLIDES: dict[str, Callable[[SlideDraft], object]] = {
    "must stand alone: a slide tag in the notes": lambda draft: draft.table([["{%shape if a %}甲{%shape endif %}"]]),
    "the chart has no data; leave its name empty": lambda draft: draft.chart("chart:none"),
    "wants 2 values for each step": lambda draft: draft.box("{% for a, b in xs %}{{ a }}{% endfor %}"),
    "the picture 没有.png cannot be read": lambda draft: draft.box("", name="picture:gone"),
    "a picture needs a picture, a picture placeholder or a rectangle": lambda draft: draft.table([["甲"]], name="picture:a"),
    "slide 1 is missing from the file; save it again": lost_slide,
    "the picture's shape has no place of its own": lambda draft: placeless(draft, name="picture:a"),
    "a button starts a macro or a program": button,
    "a shape without name and number": nameless,
    "stands inside a group; repeat the whole group": grouped,
    "is not needed: a shape tag holds for its own shape": lambda draft: draft.box("甲", alt="{%shape endfor %}"),
    "the shape has no place of its own; draw a text box": lambda draft: placeless(draft, alt="{%shape for x in xs %}"),
    "names no list; mend it": lambda draft: draft.box("{% for a in if xs %}甲{% endfor %}"),
}  # fmt: skip


@pytest.mark.parametrize("says", SLIDES)
def test_slides(says: str) -> None:
    draft = SlideDraft()
    draft.page()
    SLIDES[says](draft)
    pictures = {"a": Picture(png()), "gone": Picture(Path("没有.png"))}
    with pytest.raises(TemplateError) as told:
        slide_templates.render(
            draft.bytes(), {"a": "甲", "xs": ["甲"]}, pictures=pictures, charts={"a": ONE, "none": ChartData((), ())}
        )
    assert says in str(told.value)


def test_a_chart_without_series() -> None:
    """When it is filled and when it is checked; and a shape that is no chart."""
    draft = SlideDraft()
    draft.page()
    frame = draft.chart("chart:a")
    for series in frame._element.xpath("//c:ser") or frame.chart._chartSpace.xpath("//c:ser"):
        series.getparent().remove(series)
    with pytest.raises(TemplateError, match="the chart has no series to take its look from"):
        slide_templates.render(draft.bytes(), {}, charts={"a": ONE})
    found = slide_templates.check(draft.bytes(), {"place": "区"}, charts=("a",))
    assert any("the chart has no series" in str(one) for one in found)


def test_findings_of_the_check() -> None:
    draft = SlideDraft()
    draft.page()
    draft.box("{% for x in place %}甲{% endfor %}")
    draft.box("乙", name="chart:a")
    found = " ".join(map(str, slide_templates.check(draft.bytes(), {"place": "区"}, charts=("a",))))
    assert "is no list" in found
    assert "is no native chart; insert one" in found


def test_packages() -> None:
    """No document inside, too much inside, a name without end, an active control."""
    nothing = package({"[Content_Types].xml": b"<a/>", "_rels/.rels": f'<Relationships xmlns="{RELS}"/>'.encode()})
    draft = SlideDraft()
    draft.page()
    control = f'<Relationship Id="rId99" Type="{OFFICE}/control" Target="/ppt/x.bin"/></Relationships>'.encode()
    rels = "ppt/slides/_rels/slide1.xml.rels"
    active = repacked(draft.bytes(), {"ppt/x.bin": b"", rels: lambda old: old.replace(b"</Relationships>", control)})
    for template, limits, says in (
        (nothing, None, "it holds no document; save it again in Office"),
        (draft.bytes(), Limits(template_bytes=10), "a template may have 5000 and 10"),
        (package({"x" * 300: b""}), None, "a part's name begins with"),
        (active, None, "it holds an active control; remove it"),
    ):
        with pytest.raises(TemplateError) as told:
            slide_templates.render(template, {}, limits=limits)
        assert says in str(told.value)


def test_xml_that_no_office_writes() -> None:
    """Whatever the code did not foresee is a fault of the file, told in words."""
    with pytest.raises(Fault) as told, unusual_xml():
        {}["missing"]
    assert "its XML is not as Office writes it (KeyError" in told.value.problem("x").message_en


def test_word() -> None:
    def refused(draft: WordDraft, **given: object) -> str:
        with pytest.raises(TemplateError) as told:
            word_templates.render(draft.bytes(), {"a": "甲", "p": Picture(b"rubbish")}, **given)
        return str(told.value)

    draft = WordDraft()
    draft.title()
    frame = '<wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"><wp:docPr id="1" name="picture:a"/></wp:inline>'
    draft.say("甲").add_run()._r.append(parse_xml(f"<w:drawing {W}>{frame}</w:drawing>"))
    assert "a picture needs a drawn picture to stand in" in refused(draft, pictures={"a": Picture(png())})
    draft = WordDraft()
    draft.say("{{ p }}")
    assert "the picture cannot be read" in refused(draft)
    draft = WordDraft()
    paragraph = draft.say("乙{% endif %}")
    link = parse_xml(f'<w:hyperlink {W} w:anchor="x"><w:r><w:t>{{% if a %}}甲</w:t></w:r></w:hyperlink>')
    paragraph._p.insert(0, link)
    assert "starts inside a link or a tracked change" in refused(draft)


def test_a_document_without_a_body() -> None:
    draft = WordDraft()
    draft.title()
    empty = repacked(draft.bytes(), {"word/document.xml": f"<w:document {W}/>".encode()})
    with pytest.raises(TemplateError, match="a document without a body"):
        word_templates.render(empty, {})


def test_a_workbook_is_no_document() -> None:
    rel = f'<Relationships xmlns="{RELS}"><Relationship Id="a" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
    with pytest.raises(BriefingError, match=r"only \.docx and \.pptx can be checked"):
        stamp(package({"_rels/.rels": rel.encode()}), read_json(BRIEF, Brief), "1")


def test_a_folder_without_fonts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "FONTS", tmp_path)
    monkeypatch.setattr(drawing.fontManager, "ttflist", [])
    drawing._register_fonts.cache_clear()
    try:
        with pytest.raises(BriefingError, match="holds no Noto Sans SC font; restore the folder"):
            drawing._register_fonts()
    finally:
        drawing._register_fonts.cache_clear()
