"""Word templates come by mail as well: a set of hostile ones, each refused by the name of what is wrong with it."""

from __future__ import annotations

import contextlib
import io
import time
import zipfile
from dataclasses import dataclass

import pytest

from hostile import EXPRESSIONS, relationship
from slide_templates import Limits, TemplateError
from word_templates import check, render

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELS = "word/_rels/document.xml.rels"


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
    draft.title()
    draft.say(tag)
    started = time.perf_counter()
    with pytest.raises(TemplateError) as caught:
        render(draft.bytes(), {"o": Office(), "d": {"a": 1}, "t": "文字"})
    assert time.perf_counter() - started < 3
    assert caught.value.problem.place == "paragraph 2"


def test_core_properties_headers_and_notes_run_nothing(draft) -> None:
    """docxtpl takes core properties for templates; ours come from the caller alone."""
    draft.title()
    draft.document.core_properties.title = "{{ ''.__class__.__mro__ }}"
    draft.document.core_properties.comments = "{{ o.method() }}"
    assert render(draft.bytes(), {"o": Office()})
    draft.document.sections[0].header.paragraphs[0].text = "{{ o.method() }}"
    with pytest.raises(TemplateError, match="header 1, paragraph 1: a call"):
        render(draft.bytes(), {"o": Office()})


def test_fields_of_dataclasses_and_mappings_are_all_that_is_read(draft, texts) -> None:
    draft.say("{{ o.name }}{{ d.items }}{{ d['items'] }}")
    assert texts(render(draft.bytes(), {"o": Office(), "d": {"items": "字段"}})) == ["小店区字段字段"]


def test_loops_and_output_are_bounded(draft) -> None:
    draft.say("".join(f"{{% for {name} in xs %}}" for name in "abcdef") + "字" + "{% endfor %}" * 6)
    with pytest.raises(TemplateError, match="paragraph 1: loops run over"):
        render(draft.bytes(), {"xs": list(range(100))})
    fresh = type(draft)()
    fresh.say("{% for x in xs %}{{ x }}{% endfor %}")
    with pytest.raises(TemplateError, match="grows over 100 characters"):
        render(fresh.bytes(), {"xs": ["字" * 60] * 3}, limits=Limits(characters=100))
    big = type(draft)()
    big.say("{% for x in xs %}" + "固定的字" * 5000 + "{% endfor %}")
    with pytest.raises(TemplateError, match=r"grows without end|grows over"):
        render(big.bytes(), {"xs": [1] * 40_000})


@pytest.mark.parametrize(
    ("kind", "target", "word"),
    [
        ("image", "https://example.org/pixel.png", "remote picture"),
        ("hyperlink", "https://example.org/", "external link"),
        ("oleObject", "file:///c:/book.xlsx", "linked OLE object"),
        ("attachedTemplate", "https://example.org/t.dotm", "attached template"),
        ("subDocument", "https://example.org/d.docx", "subdocument"),
        ("frame", "https://example.org/f.html", "external link"),
        ("mailMergeSource", "file:///c:/people.xlsx", "mail merge"),
    ],
)
def test_links_to_outside_are_refused_by_name(draft, repacked, kind: str, target: str, word: str) -> None:
    draft.title()
    changed = repacked(draft.bytes(), {RELS: lambda old: old.replace(b"</Relationships>", relationship(kind, target))})
    with pytest.raises(TemplateError, match=word) as caught:
        render(changed, {})
    assert caught.value.problem.text == target
    assert [problem.message_en for problem in check(changed, {})] == [caught.value.problem.message_en]


@pytest.mark.parametrize(
    ("name", "kind", "content_type", "word"),
    [
        (
            "word/vbaProject.bin",
            "http://schemas.microsoft.com/office/2006/relationships/vbaProject",
            "application/vnd.ms-office.vbaProject",
            "macros",
        ),
        ("word/activeX/activeX1.xml", f"{OFFICE}/control", "application/vnd.ms-office.activeX+xml", "active control"),
        (
            "word/embeddings/oleObject1.bin",
            f"{OFFICE}/oleObject",
            "application/vnd.openxmlformats-officedocument.oleObject",
            "OLE object",
        ),
        (
            "word/embeddings/a.xlsx",
            f"{OFFICE}/package",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "embedded document",
        ),
        ("word/afchunk.mht", f"{OFFICE}/aFChunk", "message/rfc822", "altChunk"),
        ("word/webextensions/w1.xml", f"{OFFICE}/webextension", "application/vnd.ms-office.webextension+xml", "add-in"),
    ],
)
def test_macros_controls_and_foreign_parts_are_refused_by_name(
    draft, repacked, name: str, kind: str, content_type: str, word: str
) -> None:
    draft.title()
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


def test_a_macro_that_nothing_refers_to_and_a_docm_under_another_name_are_refused(draft, repacked) -> None:
    draft.title()
    with pytest.raises(TemplateError, match="macros"):
        render(repacked(draft.bytes(), {"word/vbaProject.bin": b"x"}), {})
    plain, macro = (
        b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    )
    with pytest.raises(TemplateError, match="macros"):
        render(repacked(draft.bytes(), {"[Content_Types].xml": lambda old: old.replace(plain, macro)}), {})


@pytest.mark.parametrize(
    "instruction",
    [
        'INCLUDEPICTURE "https://example.org/p.png" \\d',
        'INCLUDETEXT "\\\\\\\\server\\\\x.docx"',
        'DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc"',
        ' LINK Excel.Sheet.8 "c:\\\\book.xls"',
        "DATABASE \\d x",
    ],
)
def test_fields_that_fetch_or_start_something_are_refused_by_name(draft, repacked, instruction: str) -> None:
    """Also when Word has split the instruction over runs."""
    draft.title()
    draft.say("这里")
    half = len(instruction) // 2
    field = "".join(
        f"<w:r>{inner}</w:r>"
        for inner in (
            '<w:fldChar w:fldCharType="begin"/>',
            *(
                f"<w:instrText>{part.replace('&', '&amp;')}</w:instrText>"
                for part in (instruction[:half], instruction[half:])
            ),
            '<w:fldChar w:fldCharType="end"/>',
        )
    ).encode()
    changed = repacked(
        draft.bytes(),
        {
            "word/document.xml": lambda old: old.replace(
                "这里</w:t></w:r>".encode(), "这里</w:t></w:r>".encode() + field
            )
        },
    )
    with pytest.raises(TemplateError, match=f"the field {instruction.split(maxsplit=1)[0]}") as caught:
        render(changed, {})
    assert caught.value.problem.place == "paragraph 2"


def test_xml_entities_and_bombs_are_refused(draft, repacked) -> None:
    draft.title()
    entity = b'<?xml version="1.0"?><!DOCTYPE p [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    with pytest.raises(TemplateError, match="XML entities"):
        render(repacked(draft.bytes(), {"word/document.xml": lambda old: entity + old.split(b"?>", 1)[1]}), {})
    with pytest.raises(TemplateError, match="unpacks to"):
        render(
            repacked(draft.bytes(), {"word/media/big.bin": b"\0" * 3_000_000}),
            {},
            limits=Limits(template_bytes=1_000_000),
        )


def test_damaged_files_never_end_in_a_traceback(draft) -> None:
    """Cut and flip bytes anywhere: the answer is a document or a TemplateError."""
    draft.title("{{ a }}")
    draft.table([["{%tr for x in xs %}{{ x }}", "{%tr endfor %}"]])
    draft.chart("图")
    plain = draft.bytes()
    cases = 0
    for place in range(0, len(plain), len(plain) // 40):
        broken = bytearray(plain)
        broken[place] ^= 0xFF
        for blob in (bytes(broken), plain[:place]):
            cases += 1
            with contextlib.suppress(TemplateError):
                render(blob, {"a": "x", "xs": ["1"]})
    print(f"{cases} damaged files")
    assert cases > 70


def test_a_slide_template_is_no_word_template(draft) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("a.txt", "x")
    with pytest.raises(TemplateError, match=r"no Word file; save it as \.docx"):
        render(buffer.getvalue(), {})


def test_a_template_that_is_kept_tells_nothing_of_the_last_document_and_is_known_by_its_content(
    draft, tmp_path
) -> None:
    """Filled again and again, changed on disk under the same name, and refused each time when it is hostile."""

    def words(content: bytes) -> str:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            return archive.read("word/document.xml").decode("utf-8")

    draft.title()
    draft.say("{{ t }}")
    template = tmp_path / "summary.docx"
    template.write_bytes(draft.bytes())
    first, second = render(template, {"t": "甲区的话"}), render(template, {"t": "乙区的话"})
    assert "甲区的话" in words(first)
    assert "甲区的话" not in words(second)
    assert render(template, {"t": "甲区的话"}) == first
    draft.say("{{ t.__class__ }}")
    template.write_bytes(draft.bytes())
    for _ in range(2):
        with pytest.raises(TemplateError, match="__class__"):
            render(template, {"t": "甲区的话"})
