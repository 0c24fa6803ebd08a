"""One report as text, Word, web page and PDF gives the same areas and the same metrics: ours, and three more where they are at hand."""

from __future__ import annotations

import shutil
import subprocess
from functools import cache
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Mm, Pt

from briefing.extract import extract_metrics
from briefing.parse import read_report
from real_report import XIAODIAN
from report_texts import titles_of
from shared_reports import reports

OTHERS = ["county-高唐县-2025", "county-蠡县-2022", "province-四川省-2025"]
SOURCES = {path.stem: path for path in [*reports(), XIAODIAN] if path.stem in [XIAODIAN.stem, *OTHERS]}
_READ: list[str] = []
_Facts = tuple[str, int, list[str], list[tuple[str, int, str, str, str]]]


@cache
def _paragraphs(report: str) -> tuple[str, ...]:
    """The report's cleaned paragraphs: what a typist would copy into another kind of file."""
    cleaned, _ = read_report(SOURCES[report], report, None)
    return tuple(line for line in cleaned.split("\n") if line)


def _facts(path: Path) -> _Facts:
    _READ.append(path.name)
    cleaned, report = read_report(path, path.stem, None)
    metrics = [
        (one.part, one.area, one.indicator, one.text, str(one.year)) for one in extract_metrics(cleaned, report).metrics
    ]
    return report.place, report.plan_year, titles_of(report), metrics


@cache
def _expected(report: str) -> _Facts:
    return _facts(SOURCES[report])


def _document(paragraphs: tuple[str, ...], path: Path, columns: int) -> Path:
    """A page as offices set it: 仿宋 3 号, first lines indented, the number of the page between dashes, a running head."""
    document = docx.Document()
    size = 16 if columns == 1 else 10.5
    document.styles["Normal"].font.size = Pt(size)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin, section.right_margin, section.top_margin = Mm(28), Mm(26), Mm(37)
    section._sectPr.find(f"{{{section._sectPr.nsmap['w']}}}cols").set(
        f"{{{section._sectPr.nsmap['w']}}}num", str(columns)
    )
    section.header.paragraphs[0].text = "政府工作报告"
    section.footer.paragraphs[0]._p.append(
        parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"><w:r><w:t>— 1 —</w:t></w:r></w:fldSimple>')
    )
    for text in paragraphs:
        layout = document.add_paragraph(text).paragraph_format
        layout.first_line_indent, layout.space_after, layout.line_spacing = Pt(2 * size), Pt(0), Pt(1.8 * size)
    document.save(str(path))
    return path


def _page(paragraphs: tuple[str, ...], path: Path) -> Path:
    body = "".join(f"<p>{text}</p>" for text in paragraphs)
    menu = "".join(f'<li><a href="/">{name}</a></li>' for name in ("首页", "政务公开", "政务服务"))
    style = "body { font-size: 14pt; line-height: 1.8 } .text p { text-indent: 2em; margin: 0 } @media print { ul, .foot { display: none } }"
    path.write_text(
        f'<html><head><meta charset="gb2312"><style>{style}</style></head><body><ul>{menu}</ul><div class="text">{body}</div>'
        '<div class="foot">版权所有 浏览次数：1234</div></body></html>',
        encoding="gb18030",
    )
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Every report in every kind; LibreOffice is started once for all."""
    made = tmp_path_factory.mktemp("kinds")
    for report in SOURCES:
        paragraphs = _paragraphs(report)
        (made / f"{report}.txt").write_text("\n".join(paragraphs), encoding="utf-16")
        _page(paragraphs, made / f"{report}.html")
        for columns in (1, 2):
            _document(paragraphs, made / f"{report}-{columns}.docx", columns)
    office = shutil.which("soffice")
    if office:
        subprocess.run(
            [office, f"-env:UserInstallation=file://{made}/office", "--headless", "--convert-to", "pdf", "--outdir", made,
             *sorted(made.glob("*.docx"))],
            check=True, capture_output=True, timeout=300,
        )  # fmt: skip
    return made


@pytest.mark.parametrize("kind", [".txt", ".html", "-1.docx"])
@pytest.mark.parametrize("report", sorted(SOURCES))
def test_text_page_and_word(report: str, kind: str, folder: Path) -> None:
    assert _facts(folder / f"{report}{kind}") == _expected(report)


@pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice, which makes the PDFs of this test, is not installed"
)
@pytest.mark.parametrize("columns", [1, 2])
@pytest.mark.parametrize("report", sorted(SOURCES))
def test_pdf_of_one_and_two_columns(report: str, columns: int, folder: Path) -> None:
    assert _facts(folder / f"{report}-{columns}.pdf") == _expected(report)


@pytest.mark.skipif(
    shutil.which("chromium") is None, reason="Chromium, which prints the PDFs of this test, is not installed"
)
@pytest.mark.parametrize("report", sorted(SOURCES)[-2:])
def test_pdf_that_a_browser_prints(report: str, folder: Path) -> None:
    """Its fonts name some characters by their radicals (⽂ for 文)."""
    printed = folder / f"{report}-printed.pdf"
    subprocess.run(
        ["chromium", "--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/browser", f"--print-to-pdf={printed}",
         folder / f"{report}.html"],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    assert _facts(printed) == _expected(report)


def test_how_many_files_were_read(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{len(_READ)} files of {len(SOURCES)} real reports were read in the tests above")
    assert _READ
