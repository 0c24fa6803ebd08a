"""Templates come by mail: what must not run does not run, what must not be inside is refused by its name."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile
from dataclasses import dataclass

import pytest

from hostile import EXPRESSIONS, relationship
from slide_templates import Limits, TemplateError, check, render

RELS = "ppt/slides/_rels/slide1.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


@dataclass(frozen=True)
class Office:
    name: str = "小店区"

    @property
    def secret(self) -> str:
        return "secret"

    def method(self) -> str:
        return "called"


@pytest.mark.parametrize("tag", EXPRESSIONS, ids=lambda tag: tag[:40])
def test_hostile_expressions_are_refused_quickly_and_in_words(draft, tag: str) -> None:
    draft.page("标题")
    draft.box(tag)
    started = time.perf_counter()
    with pytest.raises(TemplateError) as caught:
        render(draft.bytes(), {"o": Office(), "d": {"a": 1}, "t": "文字"})
    assert time.perf_counter() - started < 2
    assert caught.value.problem.place.startswith("slide 1, shape TextBox")


def test_fields_of_dataclasses_and_mappings_are_all_that_is_read(draft, texts) -> None:
    draft.page("{{ o.name }}{{ d.items }}{{ d['items'] }}")
    assert texts(render(draft.bytes(), {"o": Office(), "d": {"items": "字段"}})) == [["小店区字段字段"]]


def test_loops_and_output_are_bounded(draft) -> None:
    draft.page("标题")
    loops = "".join(f"{{% for {name} in xs %}}" for name in "abcdef")
    draft.box(loops + "字" + "{% endfor %}" * 6)
    with pytest.raises(TemplateError, match="loops run over"):
        render(draft.bytes(), {"xs": list(range(100))})
    draft.page("{{ x }}", notes="{%slide for x in xs %}")
    draft.deck.slides[0].shapes[1]._element.getparent().remove(draft.deck.slides[0].shapes[1]._element)
    with pytest.raises(TemplateError, match="grows over 50 slides"):
        render(draft.bytes(), {"xs": ["x"] * 100}, limits=Limits(slides=50))
    with pytest.raises(TemplateError, match="grows over 100 characters"):
        render(draft.bytes(), {"xs": ["字" * 60] * 3}, limits=Limits(characters=100))


@pytest.mark.parametrize(
    ("kind", "target", "word"),
    [
        ("image", "https://example.org/pixel.png", "remote picture"),
        ("hyperlink", "https://example.org/", "external link"),
        ("hyperlink", "file:///etc/passwd", "external link"),
        ("oleObject", "file:///c:/book.xlsx", "linked OLE object"),
        ("video", "https://example.org/v.mp4", "external link"),
        ("attachedTemplate", "https://example.org/t.potx", "external link"),
    ],
)
def test_links_to_outside_are_refused_by_name(draft, repacked, kind: str, target: str, word: str) -> None:
    draft.page()
    changed = repacked(draft.bytes(), {RELS: lambda old: old.replace(b"</Relationships>", relationship(kind, target))})
    with pytest.raises(TemplateError, match=word) as caught:
        render(changed, {})
    assert caught.value.problem.text == target
    assert [problem.message_en for problem in check(changed, {})] == [caught.value.problem.message_en]


def test_web_links_pass_when_the_office_allows_them(draft) -> None:
    draft.page()
    draft.box("网站").text_frame.paragraphs[0].runs[0].hyperlink.address = "https://example.org/"
    with pytest.raises(TemplateError, match="external link"):
        render(draft.bytes(), {})
    assert render(draft.bytes(), {}, allowed_links=("https",))


@pytest.mark.parametrize(
    ("name", "kind", "content_type", "word"),
    [
        (
            "ppt/vbaProject.bin",
            "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
            "application/vnd.ms-office.vbaProject",
            "macros",
        ),
        ("ppt/activeX/activeX1.xml", f"{OFFICE}/control", "application/vnd.ms-office.activeX+xml", "active control"),
        (
            "ppt/embeddings/oleObject1.bin",
            f"{OFFICE}/oleObject",
            "application/vnd.openxmlformats-officedocument.oleObject",
            "OLE object",
        ),
        (
            "ppt/embeddings/a.docx",
            f"{OFFICE}/package",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "embedded document",
        ),
    ],
)
def test_macros_controls_and_embedded_objects_are_refused_by_name(
    draft, repacked, name: str, kind: str, content_type: str, word: str
) -> None:
    draft.page()
    override = f'<Override PartName="/{name}" ContentType="{content_type}"/></Types>'
    link = f'<Relationship Id="rId99" Type="{kind}" Target="/{name}"/></Relationships>'
    changed = repacked(
        draft.bytes(),
        {
            name: b"x",
            "[Content_Types].xml": lambda old: old.replace(b"</Types>", override.encode()),
            RELS: lambda old: old.replace(b"</Relationships>", link.encode()),
        },
    )
    with pytest.raises(TemplateError, match=word):
        render(changed, {})


def test_a_macro_file_under_another_name_is_refused(draft, repacked) -> None:
    draft.page()
    changed = repacked(
        draft.bytes(),
        {
            "[Content_Types].xml": lambda old: old.replace(
                b"application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml",
                b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml",
            )
        },
    )
    with pytest.raises(TemplateError, match="macros"):
        render(changed, {})


def test_xml_entities_and_bombs_are_refused(draft, repacked) -> None:
    draft.page()
    plain = draft.bytes()
    entity = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(TemplateError, match="XML entities"):
        render(repacked(plain, {"ppt/slides/slide1.xml": lambda old: entity + old.split(b"?>", 1)[1]}), {})
    with pytest.raises(TemplateError, match="unpacks to"):
        render(repacked(plain, {"ppt/media/big.bin": b"\0" * 3_000_000}), {}, limits=Limits(template_bytes=1_000_000))
    with pytest.raises(TemplateError, match="unpacks to 5"):
        render(repacked(plain, {f"x/{number}.bin": b"" for number in range(5001)}), {})


def test_files_that_are_no_pptx_are_refused_with_what_to_do(draft, repacked, tmp_path) -> None:
    draft.page()
    old = tmp_path / "旧.ppt"
    old.write_bytes(b"\xd0\xcf\x11\xe0" + b"\0" * 100)
    for template, word in (
        (b"nonsense", "cannot be opened"),
        (old, "old .ppt"),
        (tmp_path / "没有.pptx", "cannot be opened"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "old .ppt"),
    ):
        with pytest.raises(TemplateError, match=word):
            render(template, {})
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(TemplateError, match="no PowerPoint file"):
        render(buffer.getvalue(), {})
    with pytest.raises(TemplateError, match="damaged"):
        render(repacked(draft.bytes(), {"ppt/slides/slide1.xml": b"<p:sld"}), {})
    with pytest.raises(TemplateError, match="strict Open XML"):
        render(
            repacked(
                draft.bytes(),
                {
                    "ppt/presentation.xml": lambda old: old.replace(
                        b"http://schemas.openxmlformats.org/presentationml/2006/main",
                        b"http://purl.oclc.org/ooxml/presentationml/main",
                    )
                },
            ),
            {},
        )


def test_damaged_files_never_end_in_a_traceback(draft, repacked) -> None:
    """Cut and flip bytes anywhere: the answer is a deck or a TemplateError."""
    draft.page("{{ a }}", notes="{%slide if a %}")
    draft.chart("图")
    draft.table([["{{ a }}"]])
    plain = draft.bytes()
    cases = 0
    for place in range(0, len(plain), len(plain) // 40):
        broken = bytearray(plain)
        broken[place] ^= 0xFF
        for blob in (bytes(broken), plain[:place]):
            cases += 1
            with contextlib.suppress(TemplateError):
                render(blob, {"a": "x"})
    print(f"{cases} damaged files")
    assert cases > 70
