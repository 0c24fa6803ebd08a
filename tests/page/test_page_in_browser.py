"""The report's page in headless Chromium: what a reader clicks, types, prints, and what a screen reader is told."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest

from opened_page import Opened
from real_report import made

Open = Callable[..., Opened]
PHONE: dict[str, Any] = {"viewport": {"width": 390, "height": 844}, "has_touch": True, "is_mobile": True}
SHOWN = "#metrics-list > tr"


def test_it_opens_from_disk_and_asks_for_nothing(open_page: Open, real_page: str) -> None:
    """One file: no request but itself and the pictures inside it, no complaint of the browser, its policy blocks nothing of its own."""
    page = open_page(real_page)
    assert [one for one in page.asked if not one.startswith(("file:", "data:"))] == []
    assert sum(one.startswith("file:") for one in page.asked) == 1
    assert page.complaints == []
    assert page.count(SHOWN) == len(made().metrics)
    assert page.tab.locator(".thumbs img").evaluate_all("all => all.every(one => one.naturalWidth > 0)")
    assert page.count(".thumbs img") == 12


def test_its_policy_stops_what_is_not_its_own(open_page: Open, real_page: str) -> None:
    """A script, a style and a picture that somebody adds to the file are not run, used or fetched."""
    foreign = (
        '<script>document.title = "run"</script><p id="x" style="color: red">x</p><img src="http://127.0.0.1:9/x.png">'
    )
    page = open_page(real_page.replace("<main", f"{foreign}<main", 1))
    assert page.tab.title() != "run"
    assert page.tab.locator("#x").evaluate("one => getComputedStyle(one).color") != "rgb(255, 0, 0)"
    assert len([one for one in page.complaints if "Content Security Policy" in one]) >= 3
    assert page.count(SHOWN) == len(made().metrics), "its own script still runs"


@pytest.mark.parametrize(("key", "choice"), [("part", "计划"), ("area", "4"), ("unit", "家"), ("kind", "位次")])
def test_metrics_are_filtered(open_page: Open, real_page: str, key: str, choice: str) -> None:
    """By part, area, unit and kind: just the rows that fit, with their count told; 清除 brings all back."""
    page = open_page(real_page)
    page.tab.locator(f'form[data-list="metrics-list"] [data-key="{key}"]').select_option(choice)
    one = made()
    beside = {grouping.metric_id: grouping.area for grouping in one.groupings}
    wanted = {
        "part": [metric for metric in one.metrics if metric.part == "plan"],
        "area": [
            metric
            for metric in one.metrics
            if (beside.get(metric.metric_id) or (metric.area if metric.part == "plan" else 0)) == 4
        ],
        "unit": [metric for metric in one.metrics if metric.unit == "家"],
        "kind": [metric for metric in one.metrics if metric.kind == "rank"],
    }[key]
    assert 0 < len(wanted) < len(one.metrics)
    assert page.count(SHOWN) == len(wanted)
    status = page.tab.locator('[data-shown="metrics-list"]')
    assert status.inner_text() == f"显示 {len(wanted)} 项，共 {len(one.metrics)} 项"
    page.tab.locator('form[data-list="metrics-list"] button').click()
    # Not by a function that the page evaluates: where it is not true at once, the page's own policy forbids to ask again.
    page.tab.locator("#metrics-list > tr[hidden]").first.wait_for(state="detached")
    assert status.inner_text() == f"共 {len(one.metrics)} 项"


def test_metrics_are_found_by_words_and_filters_add_up(open_page: Open, real_page: str) -> None:
    page = open_page(real_page)
    page.tab.locator('[data-key="words"]').fill("农田")
    found = page.count(SHOWN)
    assert found == sum("农田" in one.indicator + one.topic for one in made().metrics)
    page.tab.locator('form[data-list="metrics-list"] [data-key="part"]').select_option("计划")
    assert 0 < page.count(SHOWN) < found


def test_metrics_are_sorted_by_their_size(open_page: Open, real_page: str) -> None:
    """As numbers in base units, not as words; a second click turns the order; the heading says so to a screen reader."""
    page = open_page(real_page)
    head = page.tab.locator("th", has_text="数值（原文）").first
    values = "all => all.map(row => row.cells[2].dataset.value)"
    for order, backward in (("ascending", False), ("descending", True)):
        head.locator("button").click()
        assert head.get_attribute("aria-sort") == order
        read = [Decimal(one) for one in page.tab.locator(SHOWN).evaluate_all(values)]
        assert read == sorted(read, reverse=backward)
    page.tab.locator("th button", has_text="指标").first.click()
    assert page.tab.locator("th[aria-sort]").count() == 1


@pytest.mark.parametrize("by", ["mouse", "keyboard"])
def test_a_figure_leads_to_its_sentence_and_back(open_page: Open, real_page: str, by: str) -> None:
    """From the row to the sentence in the source, lit and in view; from the figure in the source to the row, also a hidden one."""
    page = open_page(real_page)

    def follow(link: Any) -> None:
        if by == "mouse":
            link.click()
        else:
            link.focus()
            page.tab.keyboard.press("Enter")

    one = made()
    number = next(at for at, metric in enumerate(one.metrics, 1) if metric.text == "3500亩")
    metric = one.metrics[number - 1]
    follow(page.tab.locator(f'#m-{number} a[data-metric="{number}"]'))
    assert metric.text in page.on()
    assert any(metric.sentence == text.replace("\n", "") for text in page.on())
    assert page.tab.locator(f"#m-{number}.on").count() == 1
    figure = page.tab.locator(f'.source .figure[data-row="{number}"]')
    assert figure.evaluate("one => one === document.activeElement")
    assert figure.evaluate(
        "one => { const box = one.getBoundingClientRect(); return box.top > 0 && box.bottom < innerHeight }"
    )

    page.tab.locator('form[data-list="metrics-list"] [data-key="part"]').select_option("回顾")
    assert not page.tab.locator(f"#m-{number}").is_visible()
    follow(figure)
    row = page.tab.locator(f"#m-{number}")
    assert row.is_visible(), "a filter does not hide where a link leads"
    assert "on" in str(row.get_attribute("class"))
    assert row.evaluate(
        "one => { const box = one.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight }"
    )
    assert page.complaints == []


def test_every_metric_has_its_figure_in_the_source(open_page: Open, real_page: str) -> None:
    """As many as the table: each row's link finds a figure with the row's own words."""
    page = open_page(real_page)
    read = page.tab.locator(".source .figure").evaluate_all("all => all.map(one => [one.dataset.row, one.textContent])")
    words: dict[str, str] = {}
    for row, text in read:
        words[row] = words.get(row, "") + text
    assert words == {str(number): metric.text for number, metric in enumerate(made().metrics, 1)}


def test_without_script_the_links_still_lead(open_page: Open, real_page: str) -> None:
    """Where scripts are forbidden the page is whole, and what needs them is not shown."""
    page = open_page(real_page, java_script_enabled=False)
    assert page.count(".filters") == 0
    assert page.count(SHOWN) == len(made().metrics)
    page.tab.locator("#m-4 a").click()
    assert "#s-" in page.tab.url


def test_pairs_stand_with_their_reasons(open_page: Open, real_page: str) -> None:
    page = open_page(real_page)
    rows = page.tab.locator("section[aria-labelledby=pairs] tbody tr").all_inner_texts()
    assert len(rows) == len(made().comparisons)
    for row, pair in zip(rows, made().comparisons, strict=True):
        assert pair.reason in row
        assert made().metric(pair.plan_metric_id).text in row
    page.tab.locator("section[aria-labelledby=pairs] a").first.click()
    assert page.on(), "a figure of a pair leads to its sentence as well"


def test_findings_are_worked_through(open_page: Open, real_page: str) -> None:
    """Each says what to do, leads to its place and back, can be filtered by kind and ticked off; the tick is there next time."""
    page = open_page(real_page)
    items = page.tab.locator("#findings-list > li")
    total = items.count()
    assert total == len(made().findings) + 5
    assert all("怎么办：" in text for text in items.all_inner_texts())
    page.tab.locator('form[data-list="findings-list"] [data-key="kind"]').select_option("未归类数字")
    assert page.count("#findings-list > li") < total
    shown = page.tab.locator("#findings-list > li >> visible=true").first
    assert "应列的在“指标”表末行补一行" in shown.inner_text()
    number = shown.locator("a").get_attribute("data-finding")
    shown.locator("a").click()
    assert page.on()
    page.tab.locator(f'.source a.doubt[data-doubt="{number}"]').first.click()
    assert page.tab.locator(f"#finding-{number}.on").count() == 1
    shown.locator("input").check()
    assert page.tab.locator("#seen").inner_text() == "1"
    page.tab.reload()
    assert page.tab.locator("#seen").inner_text() == "1"
    assert page.tab.locator(f"#finding-{number} input").is_checked()


def test_what_became_of_last_year_stands_on_the_page(open_page: Open, page_of_two_years: str) -> None:
    """Target, result, verdict and both sentences; the result leads to its sentence. Without LibreOffice the page says so."""
    page = open_page(page_of_two_years)
    rows = page.tab.locator("section[aria-labelledby=completions] tbody tr")
    assert [one.split("\t")[0] for one in rows.all_inner_texts()] == [
        "高标准农田",
        "农村公路",
        "公办幼儿园",
        "城镇新增就业",
    ]
    assert rows.locator(".tag").all_inner_texts() == ["完成", "未完成", "完成", "完成"]
    rows.nth(1).locator("a").click()
    assert "38公里" in page.on()
    assert "未制作缩略图" in page.tab.locator("section[aria-labelledby=areas]").inner_text()


@pytest.mark.parametrize("width", [320, 390, 768, 1440])
def test_nothing_hangs_over_the_side(open_page: Open, real_page: str, width: int) -> None:
    """From a phone to a desk: the page itself never scrolls sideways."""
    page = open_page(real_page, viewport={"width": width, "height": 800})
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= width


def test_a_phone_shows_a_metric_as_a_card(open_page: Open, real_page: str) -> None:
    """Every cell of a row in the width of the screen, its heading before it."""
    page = open_page(real_page, **PHONE)
    boxes = page.tab.locator("#m-4 td").evaluate_all(
        "all => all.map(one => { const box = one.getBoundingClientRect(); return [box.left, box.right] })"
    )
    assert len(boxes) == 9
    assert all(left >= 0 and right <= 390 for left, right in boxes)


def test_the_keyboard_reaches_everything(open_page: Open, real_page: str) -> None:
    """Tab begins with the way past the head; what scrolls can be scrolled by keys; nothing holds the focus."""
    page = open_page(real_page)
    page.tab.keyboard.press("Tab")
    assert page.tab.evaluate("document.activeElement.textContent") == "跳到正文"
    page.tab.keyboard.press("Enter")
    assert page.tab.evaluate("document.activeElement.id") == "main"
    seen: list[str] = []
    for _ in range(40):
        page.tab.keyboard.press("Tab")
        seen.append(page.tab.evaluate("document.activeElement.outerHTML.slice(0, 60)"))
    assert len(set(seen)) > 30, "the focus goes on"
    unreached = page.tab.evaluate(
        "[...document.querySelectorAll('.scroll, .thumbs, .pane')].filter(one => one.scrollWidth > one.clientWidth + 1"
        " || one.scrollHeight > one.clientHeight + 1).filter(one => one.tabIndex < 0).length"
    )
    assert unreached == 0


def test_it_prints_without_its_controls(open_page: Open, real_page: str) -> None:
    """Black on white, all text there, nothing to click; as many pages as a person would print."""
    page = open_page(real_page, color_scheme="dark")
    page.tab.emulate_media(media="print", color_scheme="dark")
    assert page.count("nav, .filters, .downloads, .thumbs") == 0
    assert page.tab.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert page.count(SHOWN) == len(made().metrics)
    narrow = page.tab.locator("td:visible").evaluate_all(
        "all => all.filter(one => one.clientWidth < 30 && one.textContent.length > 4)"
    )
    assert narrow == []
    content = page.tab.pdf(format="A4")
    assert content.startswith(b"%PDF")
    assert 3 <= content.count(b"/Type /Page\n") <= 25


@pytest.mark.parametrize(
    "options",
    [{}, {"color_scheme": "dark"}, PHONE, {**PHONE, "color_scheme": "dark"}],
    ids=["light", "dark", "phone", "dark phone"],
)
@pytest.mark.parametrize("which", ["real_page", "page_of_two_years"])
def test_axe_finds_no_barrier(
    open_page: Open, request: pytest.FixtureRequest, which: str, options: dict[str, Any]
) -> None:
    """axe-core with all its rules (WCAG 2 A to AAA is not asked, best practices are): nothing, also when a figure is lit."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = open_page(request.getfixturevalue(which), **options)
    page.tab.locator("#metrics-list a").nth(3).click()
    told = axe.run(
        page.tab, options={"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
    )
    assert len(told.response["passes"]) > 25, "axe has looked"
    found = [
        (one["id"], one["nodes"][0]["html"][:160], one["nodes"][0]["failureSummary"])
        for one in told.response["violations"]
    ]
    assert found == []


def test_axe_would_find_a_barrier(open_page: Open, real_page: str) -> None:
    """The check bites: a picture without words and pale text are found."""
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    damaged = real_page.replace('alt="汇报第1页，共2页"', "", 1)
    told = axe.run(open_page(damaged).tab)
    assert "image-alt" in {one["id"] for one in told.response["violations"]}
