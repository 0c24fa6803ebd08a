"""The report's page as a browser shows it. Without Playwright or a browser these tests skip and say what is missing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from briefing.audit_result import Audit, AuditCheck
from briefing.compare import Year, compare, complete, group
from briefing.extract import extract_metrics
from briefing.model import Finding
from briefing.pack import page
from briefing.pack.thumbnails import Pictured, Thumbnails
from office import NEXT_YEAR, SMALL
from opened_page import Opened
from real_report import ROOT, made
from report_texts import parsed

TEMPLATE = (ROOT / "templates" / "default" / "page.html").read_text(encoding="utf-8")
PROGRAMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# One white dot.
DOT = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAG7buVgAAAABJRU5ErkJggg=="


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """A headless Chromium of this machine."""
    try:
        from playwright.sync_api import Error, sync_playwright
    except ImportError:
        pytest.skip("Playwright is not installed: make test installs it from tests/page/requirements.lock")
    found = next((path for name in PROGRAMS if (path := shutil.which(name))), None)
    with sync_playwright() as playwright:
        if found is None and not Path(playwright.chromium.executable_path).is_file():
            pytest.skip(f"no browser is on this machine: none of {', '.join(PROGRAMS)}; on Debian install chromium")
        unboxed = ["--no-sandbox"] if os.geteuid() == 0 else []  # Chromium refuses root otherwise
        try:
            browser = playwright.chromium.launch(executable_path=found, args=unboxed)
        except Error as error:
            pytest.skip(f"the browser does not start: {str(error).splitlines()[0]}")
        yield browser
        browser.close()


@pytest.fixture
def open_page(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Opened]]:
    """``open_page(html, **options of the browser)``: the page from a file on disk, as a double click opens it."""
    contexts = []

    def opened(html: str, **options: Any) -> Opened:
        path = tmp_path / "index.html"
        path.write_text(html, encoding="utf-8")
        context = chromium.new_context(reduced_motion="reduce", **options)
        contexts.append(context)
        one = Opened(context.new_page())
        one.tab.on("request", lambda request: one.asked.append(request.url))
        one.tab.on("console", lambda message: one.complaints.append(message.text))
        one.tab.on("pageerror", lambda error: one.complaints.append(str(error)))
        one.tab.goto(path.as_uri())
        return one

    yield opened
    for context in contexts:
        context.close()


@pytest.fixture(scope="session")
def real_page() -> str:
    """The page of the report in the repository, with pictures, an audit that failed, and one more finding of each kind."""
    one = made()
    kinds = ("review", "area_count", "unclassified_number", "fixed_phrase", "two_values")
    start = one.cleaned.index("高标准农田")
    more = [Finding(kind, "check", "第4段", start + at, start + at + 1, f"试查{at}") for at, kind in enumerate(kinds)]
    audits = [Audit(brief.number, True, (AuditCheck("NUMBER", "数字", 10, 0),), ()) for brief in one.briefs]
    thumbnails = [("decks", Thumbnails("", tuple(Pictured(f"{n}.pptx", "", (DOT, DOT)) for n in range(1, 7))))]
    packs = {brief.number: f"{brief.number}.zip" for brief in one.briefs}
    return page(
        one.cleaned, one.report, one.metrics, one.comparisons, one.groupings, (*one.findings, *more), one.briefs, audits,
        packs, TEMPLATE, thumbnails,
    )  # fmt: skip


@pytest.fixture(scope="session")
def page_of_two_years() -> str:
    """The page of a made-up county's second year, with what became of the first year's targets."""
    last, this = (Year(*given, extract_metrics(*given).metrics) for given in (parsed(SMALL), parsed(NEXT_YEAR)))
    groupings = group(this.cleaned, this.report, this.metrics)
    return page(
        this.cleaned, this.report, this.metrics, compare(this.cleaned, this.report, this.metrics), groupings, (), (), (), {},
        TEMPLATE, [("decks", Thumbnails("本机没有 LibreOffice，未制作缩略图。", ()))], complete(last, this, groupings),
    )  # fmt: skip
