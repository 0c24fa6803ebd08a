"""Each slide against the Brief's slide: title, bullets, cards, rows, remark, source, notes; and its native chart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from briefing.audit.chart_check import check_chart
from briefing.audit.plain import letters, plain
from briefing.audit.reading import DECK, Document, Row
from briefing.audit.tally import Tally
from briefing.model import Brief
from briefing.model import Slide as Planned

# What a table's continuation adds to a title.
_CONTINUED = re.compile(r"[（(]续[一二三四五六七八九十\d]*[）)]$|[（(]\d+/\d+[）)]$")


def check_slides(document: Document, brief: Brief, tally: Tally) -> None:
    charts = {chart.name: chart for chart in brief.charts}
    used: set[int] = set()
    for planned, numbers in _matched(document, brief, tally):
        used.update(numbers)
        place = "、".join(f"第{number}页" for number in numbers)
        _contents(document, planned, numbers, place, tally)
        wanted = [charts[name] for name in (planned.chart, planned.chart_beside) if name in charts]
        found = [chart for chart in document.charts if chart.slide in numbers]
        for spec in wanted:
            tally.expect(len(found) >= len(wanted), "CHART", DECK, place, spec.name, "缺图表")
        for chart, spec in zip(found, wanted, strict=False):
            check_chart(chart, spec, DECK, tally)
    for slide in document.slides:
        if slide.number not in used and used:
            tally.fail("SLIDE", DECK, f"第{slide.number}页", slide.title, "提纲里没有这一页")


def _matched(document: Document, brief: Brief, tally: Tally) -> Iterator[tuple[Planned, list[int]]]:
    """Planned slides with the numbers of those that show them; a long table's continuation belongs to its first."""
    at = 0
    slides = document.slides
    for planned in brief.slides:
        tally.look("SLIDE")
        wanted = letters(planned.title)
        if at >= len(slides) or not _bears(slides[at].title, wanted):
            found = slides[at].title if at < len(slides) else "（没有这一页）"
            # Go on after a slide that was added or lost, so that one fault is named once.
            later = next((n for n in range(at, len(slides)) if _bears(slides[n].title, wanted)), None)
            tally.fail("SLIDE", DECK, f"第{at + 1}页", found, f"这一页的标题应为“{planned.title}”")
            if later is None:
                continue
            at = later
        numbers = [slides[at].number]
        at += 1
        while (
            at < len(slides)
            and _CONTINUED.search(slides[at].title)
            and letters(_CONTINUED.sub("", slides[at].title))
            in (letters(planned.title), letters(_CONTINUED.sub("", planned.title)))
            and not any(_bears(slides[at].title, letters(one.title)) for one in brief.slides if one is not planned)
        ):
            numbers.append(slides[at].number)
            at += 1
        yield planned, numbers


def _bears(title: str, wanted: str) -> bool:
    return letters(title) == wanted or letters(_CONTINUED.sub("", title)) == wanted


def _contents(document: Document, planned: Planned, numbers: list[int], place: str, tally: Tally) -> None:
    on_slide = [one for one in document.passages if one.slide in numbers]
    body = [plain(one.text) for one in on_slide if one.kind in ("text", "title", "table")]
    joined = "".join(body)
    notes = "".join(plain(one.text) for one in on_slide if one.kind == "notes")
    for called, text in (("副标题", planned.subtitle), ("备注说明", planned.note), ("来源", planned.source)):
        if text:
            good = plain(text) in joined
            tally.expect(good, "SLIDE", DECK, place, text, f"{called}缺失或被改动")
    for number, bullet in enumerate((*planned.bullets, *planned.heads), 1):
        tally.expect(plain(bullet) in joined, "SLIDE", DECK, f"{place} 第{number}条", bullet, "这一条缺失或被改动")
    groups: dict[str, str] = {}
    for one in on_slide:
        if one.kind == "text":
            groups[one.group] = groups.get(one.group, "") + plain(one.text)
    for card in planned.cards:
        names = {plain(card.indicator), plain(card.name or card.indicator)}
        texts = [text for text in groups.values() if any(name in text for name in names)]
        good = any(plain(card.display) in text or plain(card.value + card.unit) in text for text in texts)
        tally.expect(
            good, "SLIDE", DECK, f"{place} 卡片", f"{card.indicator} {card.display}", "卡片缺失，或数值与指标不对应"
        )
    rows = [tuple(plain(cell) for cell in row.cells) for row in _rows_once(document, numbers)]
    listed = (*planned.rows, *planned.beside)
    if planned.kind == "areas":
        listed = tuple(row[:-1] for row in listed)  # the last is the file that the title leads to
    for number, row in enumerate(listed, 1):
        wanted = tuple(plain(cell) for cell in row)
        good = any(_same_row(wanted, found) for found in rows)
        tally.expect(good, "SLIDE", DECK, f"{place} 表第{number}行", "｜".join(row), "表中这一行缺失或被改动")
    if rows and listed:
        tally.expect(
            len(rows) == len(listed),
            "SLIDE",
            DECK,
            f"{place} 表",
            str(len(rows)),
            f"表应有 {len(listed)} 行",
        )
    for line in planned.notes.split("\n"):
        if line.strip():
            tally.expect(plain(line) in notes, "SLIDE", DECK, f"{place} 备注", line, "备注里的原文缺失或被改动")


def _rows_once(document: Document, numbers: list[int]) -> Iterator[Row]:
    """The rows of these slides; a table that stands again, whole, beside one that goes on counts once."""
    tables: dict[str, list[Row]] = {}
    for row in document.rows:
        if row.slide in numbers:
            tables.setdefault(row.place.rpartition(" ")[0], []).append(row)
    seen: set[tuple[tuple[str, ...], ...]] = set()
    for rows in tables.values():
        cells = tuple(row.cells for row in rows)
        if cells not in seen:
            yield from rows
        seen.add(cells)


def _same_row(wanted: tuple[str, ...], found: tuple[str, ...]) -> bool:
    """The row's cells in order; a template may leave columns out or add empty ones to fill in."""
    left = [cell for cell in wanted if cell]
    right = [cell for cell in found if cell]
    return left == right
