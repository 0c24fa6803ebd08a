"""The report's page, reopened: its metrics are those of the table, its source text is whole, its links lead somewhere."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from urllib.parse import unquote

from lxml import etree, html

from briefing.audit.plain import letters, plain
from briefing.audit.tally import Tally
from briefing.errors import BriefingError
from briefing.model import NATURES, Comparison, Metric, Report
from briefing.naming.of_metrics import name_of
from briefing.nature import scales_of
from briefing.periods import period_of

_FILE = "page"


def check_page(
    text: str,
    report: Report,
    cleaned: str,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    files: Collection[str],
    tally: Tally,
) -> None:
    """``text`` is index.html, ``files`` are the paths beside it that it may link to. ``BriefingError`` for no HTML at all."""
    try:
        page = html.document_fromstring(text)
    except (etree.ParserError, ValueError) as error:
        raise BriefingError(f"index.html: cannot be read ({error}); run again.") from error
    by_id = {one.get("id"): one for one in page.iter() if isinstance(one.tag, str) and one.get("id")}
    _rows(by_id, metrics, scales_of(report, metrics), tally)
    for paragraph in report.paragraphs:
        shown = by_id.get(f"p-{paragraph.number}")
        wanted = letters(cleaned[paragraph.start : paragraph.end])
        # The paragraph's own number stands before it, in an element of its own.
        found = "" if shown is None else letters("".join(shown.xpath(".//text()[not(parent::*[@class='pno'])]")))
        place = f"原文第{paragraph.number}段"
        tally.expect(found == wanted, "SHARED", _FILE, place, found[:80], "与原文不同，或缺这一段")
    cells = [plain("".join(one.itertext())) for one in page.iter("tr")]
    by_metric = {one.metric_id: one for one in metrics}
    for pair in comparisons:
        both = [plain(by_metric[one].text) for one in (pair.plan_metric_id, pair.review_metric_id)]
        good = any(plain(pair.reason) in row and all(one in row for one in both) for row in cells)
        tally.expect(good, "SHARED", _FILE, "对照", pair.reason, "缺这一对，或其数值、依据被改动")
    _links(page, by_id, files, tally)
    tally.expect("{{" not in text and "{%" not in text, "TAG_LEFT", _FILE, "网页", "", "残留模板标签")
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    tally.expect(bool(policy) and "default-src 'none'" in policy[0], "LINK", _FILE, "网页", "", "没有禁止联网的声明")


def _rows(by_id: dict[str, etree._Element], metrics: Sequence[Metric], scales: frozenset[str], tally: Tally) -> None:
    for number, one in enumerate(metrics, 1):
        row = by_id.get(f"m-{number}")
        cells = [] if row is None else [plain("".join(cell.itertext())) for cell in row.iter("td")]
        span = plain(period_of(one.year, one.years)) if one.years > 1 else ""
        wanted = (plain(one.text), plain(one.unit), f"{one.year}{span}")
        shown = (NATURES["scale"] in cells) == (one.metric_id in scales)
        good = (
            shown
            and all(value in cells for value in wanted)
            and any(cell.startswith(plain(name_of(one))) for cell in cells)
        )
        place = f"指标第{number}行"
        tally.expect(good, "SHARED", _FILE, place, " ".join(cells)[:80], f"应为“{name_of(one)} {one.text}”")
    extra = by_id.get(f"m-{len(metrics) + 1}")
    tally.expect(extra is None, "SHARED", _FILE, "指标", "", "比指标表多出行")


def _links(page: etree._Element, by_id: dict[str, etree._Element], files: Collection[str], tally: Tally) -> None:
    for one in page.iter("a"):
        target = unquote(one.get("href", ""))
        good = target[1:] in by_id if target.startswith("#") else target in files
        tally.expect(good, "LINK", _FILE, "".join(one.itertext()).strip()[:40], target, "链接指向的地方不存在")
    for one in page.iter("img"):
        good = one.get("src", "").startswith("data:image/png;base64,")
        tally.expect(good, "LINK", _FILE, "图片", one.get("src", "")[:60], "图片不在网页文件之内")
        tally.expect(bool(one.get("alt", "").strip()), "ALT_TEXT", _FILE, "图片", "", "图片没有替代文字")
