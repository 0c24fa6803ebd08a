"""Workbook, page and 要点 are reopened as well: one changed digit in any of them is found, under the right check, at its place."""

from __future__ import annotations

import io
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import openpyxl
import pytest

from briefing.assemble.numbering import numeral
from briefing.audit import audit, audit_report
from briefing.audit.closed_list import ClosedList
from briefing.audit.keypoints import read_keypoints
from briefing.audit.phrases import check_phrases
from briefing.audit.tally import OF_AREA, Tally
from briefing.audit_result import Audit
from briefing.model import Completion, Slide
from briefing.pack import Found, keypoints, page, workbook
from real_report import ROOT, XIAODIAN, made
from shared_reports import needs_shared, reports
from workbook_cells import cell_of

AREA = 4
TEMPLATE = (ROOT / "templates" / "default" / "page.html").read_text(encoding="utf-8")
COMPLETION = Completion(
    "t/1", "t/2", "试行指标", "3所", "4所", "met", "目标3所，实绩4所", 0, 5, "新建3所。", 4, "建成4所。", "《甲县2023年政府工作报告》"
)  # fmt: skip


@dataclass(frozen=True)
class Files:
    """What is read of the whole report."""

    workbook: bytes
    page: str
    keypoints: dict[int, str]
    files: frozenset[str]


@pytest.fixture(scope="module")
def clean() -> Files:
    return files_of(XIAODIAN)


def files_of(path: Path) -> Files:
    one = made(path)
    found = Found(one.metrics, one.comparisons, one.groupings, one.findings)
    book = workbook(
        one.cleaned, one.report, one.metrics, one.comparisons, one.groupings, one.briefs, found, (), (COMPLETION,)
    )
    packs = {brief.number: f"{brief.number}.zip" for brief in one.briefs}
    audits = [Audit(number, True, (), ()) for number in packs]
    html = page(
        one.cleaned, one.report, one.metrics, one.comparisons, one.groupings, one.findings, one.briefs, audits, packs, TEMPLATE,
        (), (COMPLETION,),
    )  # fmt: skip
    there = {"metrics.xlsx", *(f"packs/{name}" for name in packs.values())}
    there |= {
        f"{kind}/{number}.{suffix}" for number in packs for kind, suffix in (("decks", "pptx"), ("summaries", "docx"))
    }
    return Files(book, html, {brief.number: keypoints(brief) for brief in one.briefs}, frozenset(there))


def checked(files: Files, path: Path = XIAODIAN) -> Audit:
    one = made(path)
    return audit_report(
        one.report, one.cleaned, one.metrics, one.comparisons, (COMPLETION,), one.briefs, files.workbook, files.page,
        files.keypoints, files.files,
    )  # fmt: skip


@pytest.mark.parametrize(
    "path", [XIAODIAN, *(one for one in reports() if one.stem != XIAODIAN.stem)], ids=lambda path: path.name
)
def test_the_files_of_every_report_at_hand_are_clean(path: Path) -> None:
    """A review of five years has its years beside its figures, in the workbook and on the page."""
    result = checked(files_of(path), path)
    assert result.failures == ()
    assert {one.code: one.checked for one in result.checks}["SHARED"] > 50


def in_keypoints(old: str, new: str) -> Callable[[Files], Files]:
    def edit(files: Files) -> Files:
        assert old in files.keypoints[AREA]
        return replace(files, keypoints={**files.keypoints, AREA: files.keypoints[AREA].replace(old, new, 1)})

    return edit


def in_page(old: str, new: str) -> Callable[[Files], Files]:
    def edit(files: Files) -> Files:
        assert old in files.page
        return replace(files, page=files.page.replace(old, new, 1))

    return edit


def in_workbook(sheet: str, row: str, title: str, value: object) -> Callable[[Files], Files]:
    """Change the cell under ``title`` in the first row that holds ``row``."""

    def edit(files: Files) -> Files:
        book = openpyxl.load_workbook(io.BytesIO(files.workbook))
        cell = cell_of(book[sheet], row, title)
        assert cell.value != value
        cell.value = value
        buffer = io.BytesIO()
        book.save(buffer)
        return replace(files, workbook=buffer.getvalue())

    return edit


def without_row(sheet: str, row: str) -> Callable[[Files], Files]:
    def edit(files: Files) -> Files:
        book = openpyxl.load_workbook(io.BytesIO(files.workbook))
        book[sheet].delete_rows(cell_of(book[sheet], row, book[sheet][1][0].value).row)
        buffer = io.BytesIO()
        book.save(buffer)
        return replace(files, workbook=buffer.getvalue())

    return edit


# name → (damage, code, file, what the place must hold)
DAMAGES: dict[str, tuple[Callable[[Files], Files], str, str, str]] = {
    "a digit of the 要点": (in_keypoints("3500亩", "3600亩"), "NUMBER", "keypoints", "要点第"),
    "以上 lost in the 要点": (in_keypoints("3.72万亩以上（", "3.72万亩（"), "NUMBER", "keypoints", "要点第"),
    "a target dropped from the 要点": (in_keypoints("• 完成高标准农田建设", "• 完成农田建设"), "FIGURE", "keypoints", "指标表"),
    "another indicator's figure in the 要点": (in_keypoints("高标准农田建设：3500亩", "高标准农田建设：3.72万亩以上"), "ROW", "keypoints", "要点第"),
    "a tag left in the 要点": (in_keypoints("重点任务", "{{ tasks }}"), "TAG_LEFT", "keypoints", "要点第"),
    "the source dropped from the 要点": (in_keypoints("来源：《小店区", "来源：《大店区"), "SOURCE", "keypoints", "全文"),
    "a figure's words in the workbook": (in_workbook("指标", "3500亩", "原文数值", "3600亩"), "SHARED", "workbook", "“原文数值”列"),
    "a figure's value in the workbook": (in_workbook("指标", "3500亩", "数值下限", 3501), "SHARED", "workbook", "“数值下限”列"),
    "a number as text in the workbook": (in_workbook("指标", "3500亩", "数值上限", "3500"), "SHARED", "workbook", "“数值上限”列"),
    "a unit in the workbook": (in_workbook("指标", "3500亩", "单位", "公顷"), "SHARED", "workbook", "“单位”列"),
    "a qualifier in the workbook": (in_workbook("指标", "3.72万亩以上", "限定", "等于"), "SHARED", "workbook", "“限定”列"),
    "a sentence in the workbook": (in_workbook("指标", "3500亩", "原文句子", "完成。"), "SHARED", "workbook", "“原文句子”列"),
    "a metric dropped from the workbook": (without_row("指标", "3500亩"), "SHARED", "workbook", "指标"),
    "a look-alike called comparable": (in_workbook("对比", "口径不同，不可比", "关系", "可比"), "SHARED", "workbook", "对比 第"),
    "a pair dropped from the workbook": (without_row("对比", "可比"), "SHARED", "workbook", "对比"),
    "a department that nobody named": (in_workbook("任务分解", "1", "牵头单位", "区发改局"), "SHARED", "workbook", "任务分解 第"),
    "a verdict turned in the workbook": (in_workbook("完成情况", "试行指标", "是否完成", "未完成"), "SHARED", "workbook", "完成情况 第"),
    "a row of 完成情况 dropped": (without_row("完成情况", "试行指标"), "SHARED", "workbook", "完成情况"),
    "a digit in the page's table": (in_page("3500亩，看原文\">3500亩", "3500亩，看原文\">3600亩"), "SHARED", "page", "指标第"),
    "a digit in the page's source text": (in_page("\">3500亩</a>", "\">3501亩</a>"), "SHARED", "page", "第"),
    "a word of the page's source text": (in_page("小店区坚持不懈", "小店区坚持"), "SHARED", "page", "原文第2段"),
    "a row dropped from the page": (in_page('id="m-9"', 'id="x-9"'), "SHARED", "page", "指标第9行"),
    "a link of the page that leads nowhere": (in_page('href="decks/4.pptx"', 'href="decks/44.pptx"'), "LINK", "page", "PPT 汇报"),
    "a picture from elsewhere on the page": (in_page("<main", "<img src='http://x.example/1.png' alt='图'><main"), "LINK", "page", "图片"),
    "a tag left on the page": (in_page("领域与下载</h2>", "{{ areas }}</h2>"), "TAG_LEFT", "page", "网页"),
    "the page's policy dropped": (in_page("default-src 'none'", "default-src *"), "LINK", "page", "网页"),
}  # fmt: skip


def test_clean_files_raise_nothing(clean: Files) -> None:
    """Everything is looked at, and nothing raised."""
    result = checked(clean)
    assert result.failures == ()
    assert all(check.checked for check in result.checks if check.code not in ("ALT_TEXT", "PHRASE")), result.checks
    assert sum(check.checked for check in result.checks) > 2000


@pytest.mark.parametrize("name", DAMAGES)
def test_each_damage_is_found_at_its_place(clean: Files, name: str) -> None:
    damage, code, file, place = DAMAGES[name]
    result = checked(damage(clean))
    named = [one for one in result.failures if one.code == code and one.file == file and place in one.place]
    assert named, [(one.code, one.file, one.place, one.message) for one in result.failures]


def test_every_measure_of_every_area_is_asked_of_its_keypoints(clean: Files) -> None:
    """Each line of tasks taken out alone is missed."""
    lines = [line for line in clean.keypoints[AREA].splitlines() if re.match(r"\d+\. ", line)]
    assert len(lines) > 10
    for line in lines[:10]:
        damaged = replace(clean, keypoints={AREA: clean.keypoints[AREA].replace(line, "")})
        assert "MEASURE" in {one.code for one in checked(damaged).failures}, line


def test_a_count_of_look_alikes_is_ours_where_it_is_true() -> None:
    """两组指标名称相近 is what the program counts, also where a report has 组 for a unit; another count is found."""
    brief = made().brief(AREA)
    slide = Slide("pairs", "口径提示", rows=(("甲", "乙", "丙", "丁"),) * 2)
    counts = ClosedList(replace(brief, slides=(slide,)), made().report)
    assert counts.chinese_count("两组指标名称相近")
    assert not counts.chinese_count("三组指标名称相近")


@pytest.mark.parametrize(("wrong", "found"), [("县人民政府", False), ("县人民政付", True), ("县人民政政府", True)])
def test_names_of_bodies_stand_to_the_letter(wrong: str, found: bool) -> None:
    """One character wrong or doubled in the name of a body is found; the name itself is not."""
    document, tally = read_keypoints(f"1. 向{wrong}报告工作"), Tally(OF_AREA)
    check_phrases(document, "向县人民政府报告工作。", tally)
    assert bool(tally.result(1).failures) == found


def test_the_number_of_a_task_is_no_word_of_it() -> None:
    """“32. 深入学习…” is held to the source without its number, which is ours; a word that is not the source's is found."""
    source = "深入学习贯彻习近平文化思想，推动文化事业发展。"
    for line, found in ((source, False), (source.replace("贯彻", "领会"), True)):
        document, tally = read_keypoints(f"32. {line}"), Tally(OF_AREA)
        check_phrases(document, source, tally)
        assert bool(tally.result(1).failures) == found


def test_a_correction_that_loses_its_mark_is_found(clean: Files, tmp_path) -> None:
    """人工更正 taken from the 要点: the figure without its mark is not the source's."""
    from area_documents import deck, summary

    one = made()
    brief = one.brief(AREA)
    target = next(figure for figure in brief.targets if figure.display == "3500亩")
    by_hand = replace(one.metric(target.metric_id), text="4500亩（人工更正）")
    metrics = tuple(by_hand if metric.metric_id == by_hand.metric_id else metric for metric in one.metrics)
    text = keypoints(brief).replace("3500亩（第", "4500亩（人工更正）（第", 1)
    shown = text.replace("（人工更正）", "")
    (tmp_path / "1.docx").write_bytes(summary(AREA))
    (tmp_path / "1.pptx").write_bytes(deck(AREA))
    for given, wanted in ((text, False), (shown, True)):
        result = audit(brief, one.report, one.cleaned, metrics, tmp_path / "1.docx", tmp_path / "1.pptx", None, given)
        raised = [
            one for one in result.failures if one.file == "keypoints" and one.code == "NUMBER" and "4500" in one.text
        ]
        assert bool(raised) == wanted, given


@needs_shared
def test_a_deck_may_count_the_figures_that_it_proves_without_main_targets_that_it_does_not_tell() -> None:
    """河北 2024, eighth area: 20个数据的出处 without one of the year's main targets stopped the pack."""
    whole = made(next(one for one in reports() if "河北" in one.name))
    brief = whole.brief(8)
    counts = ClosedList(brief, whole.report)
    proved = len({one.metric_id for one in (*brief.targets, *brief.scales, *brief.results)})
    assert counts.spans(f"原文依据：{proved}个数据的出处")
    assert not counts.spans(f"原文依据：{proved - 1}个数据的出处")


def test_the_title_of_a_slide_may_count_the_figures_that_stand_on_it() -> None:
    """A table of targets that goes on says of each slide how many are there (等3项指标); another number is found. So is a false
    count of the pairs that are told."""
    brief = made().briefs[0]
    rows = tuple((f"指标{number}", f"{number}0公里") for number in range(40))
    counts = ClosedList(replace(brief, slides=(replace(brief.slides[0], kind="targets", rows=rows),)), made().report)
    assert counts.spans("完成幸福河湖农村水系整治1200公里等40项指标")
    assert not counts.spans("完成幸福河湖农村水系整治1200公里等41项指标")
    brief = next(one for one in made().briefs if any(pair.status == "comparable" for pair in one.pairs))
    alike = sum(pair.status == "comparable" for pair in brief.pairs)
    counts = ClosedList(brief, made().report)
    assert counts.chinese_count(f"{numeral(alike)}项指标（编者归类）")
    assert not counts.chinese_count("九十九项指标（编者归类）")


@needs_shared
def test_an_area_without_targets_may_count_the_main_ones_of_the_year_that_it_tells() -> None:
    """上海 2025, third area: 1项全年主要目标 in the contents stopped the pack, as five areas of other reports."""
    whole = made(next(one for one in reports() if one.name == "province-上海市-2025.txt"))
    counts = ClosedList(whole.brief(3), whole.report)
    assert sorted(counts.spans("8项实绩（编者归类）、1项全年主要目标")) == [(0, 4), (11, 19)]
    assert counts.spans("8项实绩（编者归类）、2项全年主要目标") == [(0, 4)]
    assert not ClosedList(whole.brief(9), whole.report).spans("1项全年主要目标"), "an area with targets counts its own"
