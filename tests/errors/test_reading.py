"""Reports, their facts and reviewed workbooks that cannot be read: each sentence that no other test reaches."""

from __future__ import annotations

import io
from pathlib import Path

import openpyxl
import pytest

from bombs import package, word
from briefing.errors import BriefingError
from briefing.pack import workbook
from briefing.pack.workbook_rows import Found
from briefing.parse import read_report
from briefing.parse.pdf import MOST_PAGES
from briefing.parse.readers import MAX_BYTES
from briefing.review import read_review
from office import SMALL
from small_report import (
    TEXT,
    small_brief,
    small_comparisons,
    small_findings,
    small_groupings,
    small_metrics,
    small_report,
)


def refused(path: Path, facts: dict[str, object] | None = None) -> str:
    with pytest.raises(BriefingError) as told:
        read_report(path, "河口", facts or {})
    return str(told.value)


def given(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("facts", "says"),
    [
        ({"plan_year": "next"}, "plan_year is 'next'; write a year such as 2024"),
        ({"areas": "第一"}, "“areas” must be a list of headings"),
        ({"announced": 99}, "announced is 99; write how many work areas"),
        ({"areas": ["没有这样的标题"]}, "the heading “没有这样的标题” does not stand in the report"),
    ],
)
def test_facts_beside_a_report(tmp_path: Path, facts: dict[str, object], says: str) -> None:
    assert says in refused(given(tmp_path, "河口.txt", SMALL), facts)


def test_a_text_without_year_or_place(tmp_path: Path) -> None:
    """What the text does not tell is asked for, with the line to write."""
    prose = "我们要扎实做好各项工作，推动高质量发展，改善群众生活。" * 20
    assert "no plan year can be told" in refused(given(tmp_path, "河口.txt", prose))
    assert "no place can be told" in refused(given(tmp_path, "河口.txt", prose), {"plan_year": 2024})
    said = refused(given(tmp_path, "河口.txt", "XX镇政府工作报告\n镇长XX\n" + prose), {"plan_year": 2024})
    assert (
        "no place can be told from the text (it only says “XX镇”); write “place: ” and whose report it is into" in said
    )


def test_files_that_hold_nothing_or_too_much(tmp_path: Path) -> None:
    (tmp_path / "夹.txt").mkdir()
    assert "cannot be read (Is a directory)" in refused(tmp_path / "夹.txt")
    path = tmp_path / "河口.txt"
    with path.open("wb") as file:
        file.truncate(MAX_BYTES + 1)
    assert f"{MAX_BYTES + 1} bytes is no work report" in refused(path)


def test_web_pages(tmp_path: Path) -> None:
    assert "no web page can be read from it" in refused(given(tmp_path, "河口.html", "<!-- -->"))
    assert "the page holds no text" in refused(
        given(tmp_path, "河口.html", "<html><body><script>1</script></body></html>")
    )
    archive = "MIME-Version: 1.0\nContent-Type: text/plain\n\nnichts"
    assert "the web archive holds no page" in refused(given(tmp_path, "河口.mht", archive))


def test_word_files(tmp_path: Path) -> None:
    assert "the Word file holds no text" in refused(given(tmp_path, "河口.docx", word(b"<w:p/>")))
    assert "it holds no text part" in refused(given(tmp_path, "河口.docx", package({"xl/workbook.xml": b"<a/>"})))
    assert "an old .doc under a new name" in refused(
        given(tmp_path, "河口.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600))
    )
    assert "a part's name begins with" in refused(given(tmp_path, "河口.docx", package({"x" * 300: b""})))


def test_a_pdf_of_many_pages(tmp_path: Path) -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument.new()
    for _ in range(MOST_PAGES + 1):
        document.new_page(100, 100)
    document.save(tmp_path / "河口.pdf")
    assert f"{MOST_PAGES + 1} pages are no work report" in refused(tmp_path / "河口.pdf")


def edited(change) -> bytes:
    """The small report's workbook after ``change`` to it."""
    report, metrics = small_report(), small_metrics()
    found = Found(metrics, small_comparisons(metrics), small_groupings(metrics), small_findings())
    made = workbook(TEXT, report, metrics, found.comparisons, found.groupings, (small_brief(report, metrics),), found)
    book = openpyxl.load_workbook(io.BytesIO(made))
    change(book)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def hidden(book: openpyxl.Workbook) -> object:
    return next(sheet for sheet in book.worksheets if sheet.sheet_state != "visible")


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (
            lambda book: hidden(book).__setitem__("A1", "briefing-review-0"),
            "was made by another version (briefing-review-0)",
        ),
        (lambda book: book.remove(book["对比"]), "the sheet 对比 is missing"),
        (lambda book: hidden(book).__setitem__("B2", "{"), "was changed ("),
        (lambda book: book["指标"].delete_cols(1, 30), "do not rename or remove columns"),
    ],
)
def test_workbooks_that_were_taken_apart(change, says: str) -> None:
    with pytest.raises(BriefingError) as told:
        read_review(edited(change), "small-2024")
    assert says in str(told.value)


def test_a_verb_and_the_word_behind_it_are_no_place(tmp_path: Path) -> None:
    """服务好市定重点工程项目 once made the place 务好市."""
    prose = "将成立专项工作领导小组，全力服务好市定、区定重点工程项目建设，改善群众生活。" * 20
    assert "no place can be told" in refused(given(tmp_path, "河口.txt", prose), {"plan_year": 2024})
