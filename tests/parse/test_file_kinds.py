"""The same report as text, Word, web page and PDF gives the same; what cannot be read is told in one sentence."""

from __future__ import annotations

import codecs
import contextlib
import re
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.extract import extract_metrics
from briefing.parse import read_report
from real_report import XIAODIAN, made

TEXT = XIAODIAN.read_text(encoding="utf-8")


def _facts(path: Path) -> tuple[list[str], list[tuple[str, int, str, str]]]:
    cleaned, report = read_report(path, path.stem, None)
    titles = [area.title for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    return titles, [(one.part, one.area, one.indicator, one.text) for one in extract_metrics(cleaned, report).metrics]


def _expected() -> tuple[list[str], list[tuple[str, int, str, str]]]:
    titles = [
        area.title for part in made().report.parts if part.kind == "plan" for area in part.areas if area.number > 0
    ]
    return titles, [(one.part, one.area, one.indicator, one.text) for one in made().metrics]


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", codecs.BOM_UTF8),
        ("utf-16-le", codecs.BOM_UTF16_LE),
        ("utf-16-be", codecs.BOM_UTF16_BE),
    ],
)
def test_text_in_any_unicode_encoding(encoding: str, mark: bytes, tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(mark + TEXT.encode(encoding))
    assert _facts(path) == _expected()


def test_text_in_gb18030(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    path.write_bytes(TEXT.encode("gb18030"))
    assert _facts(path) == _expected()


def test_text_that_was_copied_out_of_markdown_keeps_none_of_its_signs(tmp_path: Path) -> None:
    """烟台 2023, as a collection holds it."""
    path = tmp_path / "report.txt"
    marked = TEXT.replace("发展壮大新兴产业。", "**发展壮大新兴产业。**").replace("发挥阿里云", "**发挥**阿里云")
    assert marked.count("**") >= 4
    path.write_text(marked, encoding="utf-8")
    assert _facts(path) == _expected()


def test_word(tmp_path: Path) -> None:
    document = docx.Document()
    for line in TEXT.splitlines():
        if line.strip():
            document.add_paragraph(line)
    document.save(str(tmp_path / "report.docx"))
    assert _facts(tmp_path / "report.docx") == _expected()


def test_web_page_with_navigation(tmp_path: Path) -> None:
    body = "\n".join(f"<p>{line}</p>" for line in TEXT.splitlines() if line.strip())
    page = (
        "<html><head><title>小店区人民政府</title></head><body><div class='nav'><a href='/'>首页</a><a href='/x'>政务公开</a>"
        f"</div><article>{body}</article><div class='footer'>版权所有 浏览次数：1234</div></body></html>"
    )
    (tmp_path / "report.html").write_text(page, encoding="utf-8")
    assert _facts(tmp_path / "report.html") == _expected()


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("empty.txt", b"", "empty"),
        *((f"empty.{kind}", b"", "the file is empty") for kind in ("md", "docx", "pdf", "html", "mht")),
        ("blank.txt", b"  \n\n ", "empty|no text|no work areas"),
        ("short.txt", "今天天气很好。".encode(), "areas|short|parts"),
        ("old.doc", b"\xd0\xcf\x11\xe0", "另存为"),
        ("old.wps", b"\xd0\xcf\x11\xe0", "另存为"),
        ("scan.ofd", b"PK", "PDF"),
        ("broken.docx", b"this is no zip", "docx|Word"),
        ("broken.pdf", b"%PDF-1.4 broken", "PDF|pdf"),
        ("noise.txt", bytes(range(128, 256)) * 40, "encod|read|text"),
    ],
)
def test_what_cannot_be_read_is_told_in_one_sentence(name: str, content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(content)
    with pytest.raises(BriefingError, match=rf"(?i){name}|{name.partition('.')[0]}") as told:
        read_report(tmp_path / name, name.partition(".")[0], None)
    assert "\n" not in str(told.value)
    assert re.search(f"(?i){said}", str(told.value)), str(told.value)


def test_strict_office_files_are_sent_back_with_advice(tmp_path: Path) -> None:
    path = tmp_path / "strict.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr(
            "word/document.xml",
            '<w:document xmlns:w="http://purl.oclc.org/ooxml/wordprocessingml/main"><w:body/></w:document>',
        )
    with pytest.raises(BriefingError, match=r"另存为|docx"):
        read_report(path, "strict", None)


def test_a_person_may_name_the_areas(tmp_path: Path) -> None:
    """Headings listed in <id>.yaml decide, whatever the text looks like."""
    text = TEXT.replace("(一) ", "").replace("(二) ", "")
    (tmp_path / "report.txt").write_text(text, encoding="utf-8")
    wanted = ["优化结构、提升能级，持续增强经济发展新动能", "创新驱动、数字引领，加快培育新质生产力"]
    _, report = read_report(tmp_path / "report.txt", "report", {"areas": wanted})
    titles = [area.title for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    assert titles == wanted


def test_a_named_area_that_is_not_in_the_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_text(TEXT, encoding="utf-8")
    with pytest.raises(BriefingError, match=r"report.yaml: the heading “没有这一节” does not stand"):
        read_report(tmp_path / "report.txt", "report", {"areas": ["没有这一节", "也没有这一节"]})


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    content=st.one_of(st.binary(max_size=400), st.text(max_size=400).map(lambda text: text.encode("utf-8", "replace")))
)
def test_no_content_makes_it_stumble(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "any.txt").write_bytes(content)
    with contextlib.suppress(BriefingError):
        read_report(tmp_path / "any.txt", "any", None)


def test_cleaning_what_is_clean_changes_nothing(tmp_path: Path) -> None:
    (tmp_path / "again.txt").write_text(made().cleaned, encoding="utf-8")
    cleaned, _ = read_report(tmp_path / "again.txt", "again", None)
    assert cleaned == made().cleaned


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_found_out(encoding: str, tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(TEXT.encode(encoding))
    assert _facts(tmp_path / "report.txt") == _expected()


def test_a_file_cut_off_inside_its_last_character(tmp_path: Path) -> None:
    (tmp_path / "report.txt").write_bytes(TEXT.encode()[:-2])
    assert _facts(tmp_path / "report.txt")[0] == _expected()[0]


@pytest.mark.parametrize("encoding", ["big5", "shift_jis", "euc_kr", "latin-1"])
def test_text_of_no_known_encoding_is_told(encoding: str, tmp_path: Path) -> None:
    """Not guessed: the wrong characters with the right digits would be worse than a stop."""
    (tmp_path / "report.txt").write_bytes(("\u5730\u65b9\u00e9\u00e8" * 400).encode(encoding, "ignore"))
    with pytest.raises(BriefingError, match=r"report.txt: the bytes are neither UTF-8, UTF-16 nor GB18030 text"):
        read_report(tmp_path / "report.txt", "report", None)


def test_markdown(tmp_path: Path) -> None:
    """Headings, bold words, quotes, links, rules and tables are taken off; the report's own numbers stay."""
    lines = [line.strip() for line in TEXT.splitlines() if line.strip()]
    marked = "\n\n".join(
        f"### **{line}**"
        if line.startswith("(") and len(line) < 40
        else f"> {line[:4]}**{line[4:8]}**[{line[8:12]}](https://x/y){line[12:]}"
        if len(line) > 60
        else line
        for line in lines
    )
    (tmp_path / "report.md").write_text(
        f"---\ntitle: x\n---\n\n{marked}\n\n---\n\n| 甲 | 乙 |\n| --- | --- |\n", encoding="utf-8"
    )
    assert _facts(tmp_path / "report.md") == _expected()


@pytest.mark.parametrize("kind", ["doc", "wps", "rtf", "odt", "docm", "ofd", "ceb", "png", "jpeg", "tiff", "xyz"])
def test_each_other_kind_gets_one_sentence_that_says_how_to_convert(kind: str, tmp_path: Path) -> None:
    (tmp_path / f"report.{kind}").write_bytes(b"content")
    with pytest.raises(BriefingError) as told:
        read_report(tmp_path / f"report.{kind}", "report", None)
    said = str(told.value)
    assert said.startswith(f"report.{kind}: files of kind .{kind} are not read; ")
    assert re.search(r"另存为|export|OCR|save the report as", said)
    assert said.count("\n") == 0
