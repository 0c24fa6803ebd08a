"""Saved pages of several kinds of government sites and newspapers: only the report is read, in any charset."""

from __future__ import annotations

import email.message
import re
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.parse import read_report
from briefing.parse.cleaning import clean
from briefing.parse.web import lines_of_page
from real_report import XIAODIAN, made
from report_texts import titles_of

LINES = [line for line in XIAODIAN.read_text(encoding="utf-8").splitlines() if line.strip()]
PARAGRAPHS = "\n".join(f"<p>{line}</p>" for line in LINES)
BROKEN = "<br/>\n".join(f"&nbsp;&nbsp;&nbsp;&nbsp;{line}" for line in LINES)
MENU = "".join(
    f'<li><a href="/{k}">{name}</a></li>'
    for k, name in enumerate("首页 政务公开 政务服务 互动交流 数据发布 走进小店 新闻中心".split())
)
RELATED = "".join(
    f'<li><a href="/r{k}">{year}年政府工作报告</a><span>{year}-02-0{k}</span></li>'
    for k, year in enumerate(range(2015, 2023), 1)
)

PAGES = {
    "a site of divisions": (
        f'<html><head><meta charset="utf-8"><title>小店区2031年政府工作报告_区政府</title></head><body><div class="top"><ul>{MENU}</ul></div>'
        f'<div class="wrap"><div class="crumb">当前位置：<a href="/">首页</a> &gt; <a href="/z">政府工作报告</a></div><div class="con"><h1>政府工作报告</h1>'
        '<div class="info">发布时间：2024-01-30 来源：区政府办 浏览次数：<span id="hits">1299</span> 字体：[大 中 小]</div>'
        f'<div class="TRS_Editor">{PARAGRAPHS}</div><div class="share"><a>打印</a><a>关闭</a></div></div><ul class="rel">{RELATED}</ul></div>'
        '<div class="foot">主办：小店区人民政府 ICP备12345678号 网站标识码1401050001</div></body></html>'
    ),
    "tables in tables": (
        f'<html><body bgcolor="#fff"><table><tr><td><table><tr><td>{MENU}</td></tr></table></td></tr><tr><td width="200"><table><tr><td>{RELATED}</td></tr>'
        f'</table></td><td><table><tr><td>索引号</td><td>000014349/2024-00218</td></tr><tr><td>发布机构</td><td>区政府办公室</td></tr></table>'
        f'<table><tr><td class="zoom"><font size="3">{BROKEN}</font></td></tr></table></td></tr></table></body></html>'
    ),
    "what is hidden": (
        f'<html><body><div style="display: none">{PARAGRAPHS[:3000]}上一版生产总值9999亿元。</div><div hidden>附带 8888 家。</div><article>{PARAGRAPHS}</article>'
        '<script>var views = 7777;</script><!-- 注释 6666 家。 --><noscript>请启用脚本 5555。</noscript></body></html>'
    ),
    "saved from Word": (
        '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta http-equiv=Content-Type content="text/html; charset=utf-8"><style><!-- p.MsoNormal {mso-x:1} --></style></head>'
        '<body lang=ZH-CN><div class=WordSection1>'
        + "".join(
            f"<p class=MsoNormal style='text-indent:32.0pt'><span lang=EN-US><o:p>&nbsp;</o:p></span><span style='font-family:仿宋'>{line[:9]}</span><span>{line[9:]}</span></p>"
            for line in LINES
        )
        + "</div></body></html>"
    ),
    "everything in a form": f'<html><body><form id="form1"><input type="hidden" value="x"><ul>{MENU}</ul><div id="content">{PARAGRAPHS}</div></form></body></html>',
    "a reading page with its own scripts": (
        f'<html><body><header><nav><ul>{MENU}</ul></nav></header><main><section><h2>政府工作报告</h2>{PARAGRAPHS}</section><aside><h3>相关新闻</h3><ul>{RELATED}</ul></aside></main>'
        "<footer>版权所有</footer></body></html>"
    ),
}  # fmt: skip


@pytest.mark.parametrize("shape", PAGES)
def test_a_page_gives_what_the_report_gives(shape: str, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGES[shape], encoding="utf-8")
    cleaned, report = read_report(tmp_path / "page.html", "page", None)
    assert titles_of(report) == titles_of(made().report)
    assert (report.place, report.plan_year) == ("小店区", 2024)
    assert _plan(cleaned) == _plan(made().cleaned)
    assert not re.search(r"9999|8888|7777|6666|5555|1299|0001", cleaned)


def _plan(cleaned: str) -> str:
    """From the first area to the end, letters and digits."""
    return re.sub(r"[^\w%]", "", cleaned[cleaned.index("优化结构、提升能级") :])


@pytest.mark.parametrize(
    ("label", "encoding"),
    [("gb2312", "gb18030"), ("GBK", "gb18030"), ("utf-8", "utf-8"), ("big5", None), ("none", "gb18030")],
)
def test_the_charset_that_a_page_declares(label: str, encoding: str | None, tmp_path: Path) -> None:
    """One that it declares wrongly is found out; a word such as gb2312 elsewhere in the page does not count."""
    head = (
        ""
        if label == "none"
        else f'<meta http-equiv="Content-Type" content="text/html; charset={label}"><meta name="note" content="gb2312">'
    )
    page = f"<html><head>{head}</head><body>{PARAGRAPHS}</body></html>".encode(encoding or "utf-8", "ignore")
    (tmp_path / "page.htm").write_bytes(page)
    assert titles_of(read_report(tmp_path / "page.htm", "page", None)[1]) == titles_of(made().report)


def test_a_web_archive(tmp_path: Path) -> None:
    archive = email.message.EmailMessage()
    archive.set_content(PAGES["a site of divisions"], subtype="html", cte="base64")
    archive.add_related(b"\x89PNG", maintype="image", subtype="png")
    archive.add_related("<html><body>广告</body></html>".encode(), maintype="text", subtype="html")
    (tmp_path / "page.mhtml").write_bytes(archive.as_bytes())
    assert titles_of(read_report(tmp_path / "page.mhtml", "page", None)[1]) == titles_of(made().report)
    (tmp_path / "empty.mht").write_bytes(b"MIME-Version: 1.0\n\nno page")
    with pytest.raises(BriefingError, match=r"empty.mht: the web archive holds no page"):
        read_report(tmp_path / "empty.mht", "empty", None)


def test_numbers_that_the_browser_writes() -> None:
    page = '<html><body><p>要抓好三件事。</p><ol style="list-style-type:cjk-ideographic"><li>扩大内需。</li><li>稳定外贸。</li></ol><ol start="4"><li>改善民生。</li></ol></body></html>'
    lines = [line for line in lines_of_page(page.encode(), "page.html") if line]
    assert lines == ["要抓好三件事。", "一、扩大内需。", "二、稳定外贸。", "4、改善民生。"]


def test_the_buttons_of_a_page_are_none_of_its_paragraphs() -> None:
    """广西, 2026: 下载, 全屏, 加大, 还原 and 减小 were counted as paragraphs, so that every place was six too high."""
    lines = ["下载", "全屏", "加大", "还原", "减小", "】", *LINES]
    assert clean(lines).text == clean(LINES).text
