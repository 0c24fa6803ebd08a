"""What a .docx shows in Word is what is read: automatic numbers, tracked changes, tables, text boxes, controls, hidden text."""

from __future__ import annotations

import zipfile
from pathlib import Path

import docx
import pytest
from docx.oxml import parse_xml

from briefing.errors import BriefingError
from briefing.parse import read_report
from briefing.parse.word import lines_of_document
from report_texts import HEAD, titles_of

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
PROSE = "加快推进重点项目建设，全年完成投资{}亿元，推动产业转型升级，持续优化营商环境，努力实现高质量发展目标，让发展成果惠及群众。"


def _levels(*forms: tuple[str, str]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(forms)
    )


NUMBERING = (
    f"<w:numbering {W}>"
    f'<w:abstractNum w:abstractNumId="1">{_levels(("chineseCountingThousand", "%1、"), ("chineseCounting", "（%2）"), ("decimal", "%3."))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{_levels(("bullet", "•"))}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{_levels(("decimal", "%1"), ("decimal", "%1.%2"))}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    "</w:numbering>"
)
STYLES = (
    f"<w:styles {W}>"
    '<w:style w:type="paragraph" w:styleId="a1"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="a2"><w:name w:val="heading 2"/><w:basedOn w:val="a1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
    '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
    "</w:styles>"
)


def _paragraph(text: str, *, style: str = "", numbered: tuple[int, int] | None = None) -> str:
    number = f'<w:numPr><w:ilvl w:val="{numbered[1]}"/><w:numId w:val="{numbered[0]}"/></w:numPr>' if numbered else ""
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def _document(path: Path, *body: str) -> Path:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("[Content_Types].xml", "<Types/>")
        package.writestr("word/document.xml", f"<w:document {W}><w:body>{''.join(body)}</w:body></w:document>")
        package.writestr("word/numbering.xml", NUMBERING)
        package.writestr("word/styles.xml", STYLES)
    return path


def _lines(tmp_path: Path, *body: str) -> list[str]:
    path = _document(tmp_path / "part.docx", *body)
    return lines_of_document(path.read_bytes(), path.name)


def test_a_report_whose_numbers_word_writes_itself(tmp_path: Path) -> None:
    """Headings in styles that number themselves: the text holds no （一） at all."""
    body = [_paragraph(line) for line in HEAD.splitlines()]
    for part, titles in (
        ("2023年工作回顾", ["经济运行稳中向好", "民生保障持续增强"]),
        ("2024年工作安排", ["全力扩大内需", "加快产业升级", "保障改善民生"]),
    ):
        body.append(_paragraph(part, style="a1"))
        body.append(_paragraph("全县地区生产总值增长6%。" + PROSE.format(len(body))))
        for title in titles:
            body.append(_paragraph(title, style="a2"))
            body += [
                _paragraph(PROSE.format(len(body))),
                _paragraph(f"抓好落实。{PROSE.format(len(body))}", numbered=(1, 2)),
            ]
    path = _document(tmp_path / "report.docx", *body)
    cleaned, report = read_report(path, "report", None)
    assert titles_of(report) == ["全力扩大内需", "加快产业升级", "保障改善民生"]
    assert titles_of(report, "review") == ["经济运行稳中向好", "民生保障持续增强"]
    assert "二、2024年工作安排\n" in cleaned
    assert "（三）保障改善民生\n" in cleaned
    assert cleaned.count("\n1.抓好落实") == 5, "the third level begins anew under each heading"


@pytest.mark.parametrize(
    ("paragraphs", "read"),
    [
        (
            [("甲", (1, 0)), ("乙", (1, 1)), ("丙", (1, 1)), ("丁", (1, 0)), ("戊", (1, 1))],
            ["一、甲", "（一）乙", "（二）丙", "二、丁", "（一）戊"],
        ),
        ([("一句", (2, 0)), ("又一句", (2, 0))], ["一句", "又一句"]),
        ([("2024年", (3, 0)), ("丙", (3, 1)), ("丁", (3, 1))], ["1、2024年", "1.丙", "2.丁"]),
        ([("甲", (3, 0)), ("乙", (3, 0)), ("丙", (4, 0))], ["1.甲", "2.乙", "1.丙"]),
        ([("甲", (9, 0)), ("乙", (1, 7))], ["甲", "乙"]),
        ([("事", (1, 1))] * 11, [f"（{n}）事" for n in "一 二 三 四 五 六 七 八 九 十 十一".split()]),
    ],
    ids=["two levels", "bullets", "plain figures", "begun anew", "no such list", "beyond ten"],
)
def test_automatic_numbers(paragraphs: list[tuple[str, tuple[int, int]]], read: list[str], tmp_path: Path) -> None:
    assert _lines(tmp_path, *(_paragraph(text, numbered=numbered) for text, numbered in paragraphs)) == read


@pytest.mark.parametrize(
    ("body", "read"),
    [
        ('<w:p><w:r><w:t>完成投资</w:t></w:r><w:del><w:r><w:delText>8亿元</w:delText></w:r></w:del><w:ins><w:r><w:t>9亿元</w:t></w:r></w:ins></w:p>', ["完成投资9亿元"]),
        ('<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>推动产业</w:t></w:r></w:p><w:p><w:r><w:t>转型升级</w:t></w:r></w:p>', ["推动产业转型升级"]),
        ('<w:p><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom></w:p><w:p><w:moveTo><w:r><w:t>新处</w:t></w:r></w:moveTo></w:p>', ["", "新处"]),
        ('<w:tbl><w:tr><w:tc><w:p><w:r><w:t>第一格</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>第二格</w:t></w:r></w:p></w:tc></w:tr></w:tbl>', ["第一格", "第二格"]),
        ('<w:sdt><w:sdtContent><w:p><w:r><w:t>控件里的话</w:t></w:r></w:p></w:sdtContent></w:sdt>', ["控件里的话"]),
        ('<w:p><w:r><w:t>前</w:t></w:r><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>单击此处输入文字</w:t></w:r></w:sdtContent></w:sdt><w:r><w:t>后</w:t></w:r></w:p>', ["前后"]),
        ('<w:p><w:r><w:t>生产总值</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>202亿元</w:t></w:r></w:p>', ["生产总值202亿元"]),
        ('<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>看不见</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>看得见</w:t></w:r></w:p>', ["看得见"]),
        ('<w:p><w:pPr><w:pStyle w:val="T1"/></w:pPr><w:r><w:t>一、2024年工作安排</w:t><w:tab/><w:t>5</w:t></w:r></w:p><w:p><w:r><w:t>正文</w:t></w:r></w:p>', ["正文"]),
        ('<w:p><w:r><w:t>增长</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:fldSimple w:instr="X"><w:r><w:t>6%</w:t></w:r></w:fldSimple></w:p>', ["增长6%"]),
        ('<w:p><w:r><w:ruby><w:rt><w:r><w:t>lù</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>勠</w:t></w:r></w:rubyBase></w:ruby></w:r><w:r><w:t>力同心</w:t></w:r></w:p>', ["勠力同心"]),
        ('<w:p><w:r><w:t>上行</w:t><w:br/><w:t>下行</w:t></w:r></w:p>', ["上行", "下行"]),
    ],
    ids=["deleted and inserted", "a deleted paragraph mark", "moved", "table", "control", "empty control", "footnote mark", "hidden", "table of contents",
         "fields", "reading aid", "line break"],
)  # fmt: skip
def test_what_word_shows_is_read(body: str, read: list[str], tmp_path: Path) -> None:
    assert _lines(tmp_path, body) == read


def test_a_text_box_is_read_once_and_apart(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("正文的话。")
    box = "<w:txbxContent><w:p><w:r><w:t>框里第一行</w:t></w:r></w:p><w:p><w:r><w:t>框里第二行</w:t></w:r></w:p></w:txbxContent>"
    paragraph._p.append(
        parse_xml(
            f'<w:r {W} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml">'
            f'<mc:AlternateContent><mc:Choice Requires="wps">{box}</mc:Choice><mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict>'
            "</mc:Fallback></mc:AlternateContent></w:r>"
        )
    )
    document.save(str(tmp_path / "box.docx"))
    lines = [line for line in lines_of_document((tmp_path / "box.docx").read_bytes(), "box.docx") if line]
    assert lines == ["正文的话。", "框里第一行", "框里第二行"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600,
            "an old .doc under a new name, or it is locked by a password",
        ),
        (b"PK\x03\x04", "another|no readable Word file"),
    ],
)
def test_what_is_no_docx_inside_is_told(content: bytes, said: str, tmp_path: Path) -> None:
    (tmp_path / "report.docx").write_bytes(content)
    with pytest.raises(BriefingError, match=said):
        read_report(tmp_path / "report.docx", "report", None)
