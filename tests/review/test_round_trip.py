"""What staff change in the workbook comes back: applied, refused, or said to fit no longer; never lost in silence."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import openpyxl
import pytest

from briefing import review as stage
from briefing.errors import BriefingError
from briefing.model import Outcome
from briefing.pack import Found, workbook
from briefing.review import (
    APPLIED,
    INVALID,
    STALE,
    Account,
    apply_to_findings,
    assignments_of,
    findings_of,
    read_review,
    remarks_of,
)
from briefing.review_columns import COLUMNS, ORIGINAL_SHEET
from reviewed_workbook import BRIEF, FINDINGS, GROUPS, METRICS, PAIRS, REPORT, edited, made_of
from small_report import TEXT


@pytest.fixture(scope="module")
def made() -> bytes:
    return made_of()


def apply_to_metrics(review, cleaned, report, metrics):
    account = Account()
    return stage.apply_to_metrics(review, cleaned, report, metrics, account), account.outcomes


def apply_to_pairs(review, metrics, pairs):
    account = Account()
    return stage.apply_to_pairs(review, metrics, metrics, pairs, account), account.outcomes


def apply_to_groupings(review, report, metrics, groupings):
    account = Account()
    return stage.apply_to_groupings(review, report, metrics, metrics, groupings, account), account.outcomes


def apply_to_tasks(review, report=REPORT):
    account = Account()
    return assignments_of(review, report, account), account.outcomes


def states(outcomes) -> list[tuple[str, str]]:
    return [(one.state, one.cell) for one in outcomes]


def test_an_untouched_workbook_changes_nothing(made):
    review = read_review(made, "small-2024")
    assert apply_to_metrics(review, TEXT, REPORT, METRICS) == (METRICS, ())
    assert apply_to_pairs(review, METRICS, PAIRS) == (PAIRS, ())
    assert apply_to_groupings(review, REPORT, METRICS, GROUPS) == (GROUPS, ())
    assert apply_to_tasks(review) == ((), ())


def test_a_corrected_indicator_is_applied_and_named(made):
    review = edited(made, ("指标", "3500亩", "指标", "新建高标准农田"))
    metrics, outcomes = apply_to_metrics(review, TEXT, REPORT, METRICS)
    assert metrics[2] == replace(METRICS[2], indicator="新建高标准农田")
    assert states(outcomes) == [(APPLIED, "指标!F4")]
    assert "高标准农田 改为 新建高标准农田" in outcomes[0].message


def test_sorting_the_sheet_changes_nothing(made):
    book = openpyxl.load_workbook(io.BytesIO(made))
    sheet = book["指标"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2, max_row=len(METRICS) + 1)]
    for line, row in enumerate(reversed(rows), 2):
        for at, value in enumerate(row, 1):
            sheet.cell(line, at).value = value
    buffer = io.BytesIO()
    book.save(buffer)
    assert apply_to_metrics(read_review(buffer.getvalue(), "small-2024"), TEXT, REPORT, METRICS) == (METRICS, ())


def test_a_dropped_metric_is_gone_and_a_dropped_row_is_not(made):
    """复核=删除 drops; a row that was deleted outright may be a slip, so it is reported instead."""
    metrics, outcomes = apply_to_metrics(edited(made, ("指标", "98%", "复核", "删除")), TEXT, REPORT, METRICS)
    assert metrics == METRICS[:-1]
    assert states(outcomes) == [(APPLIED, "指标!R9")]
    book = openpyxl.load_workbook(io.BytesIO(made))
    book["指标"].delete_rows(4)
    buffer = io.BytesIO()
    book.save(buffer)
    metrics, outcomes = apply_to_metrics(read_review(buffer.getvalue(), "small-2024"), TEXT, REPORT, METRICS)
    assert metrics == METRICS
    assert [one.state for one in outcomes] == [INVALID]
    assert "整行被删" in outcomes[0].message


def test_a_figure_that_is_not_in_the_source_needs_a_reason(made):
    """Refused without 理由; with it the figure bears 人工更正 wherever its text is shown."""
    change = (
        ("指标", "3500亩", "数值下限", 3600),
        ("指标", "3500亩", "数值上限", 3600),
        ("指标", "3500亩", "原文数值", "3600亩"),
    )
    metrics, outcomes = apply_to_metrics(edited(made, *change), TEXT, REPORT, METRICS)
    assert metrics == METRICS
    assert states(outcomes) == [(INVALID, "指标!H4"), (INVALID, "指标!I4"), (INVALID, "指标!J4")]
    assert all("理由" in one.message for one in outcomes)
    why = ("指标", "3500亩", "理由", "区农业农村局 2024-02-01 来函更正")
    metrics, outcomes = apply_to_metrics(edited(made, why, *change), TEXT, REPORT, METRICS)
    assert (metrics[2].text, metrics[2].value_low) == ("3600亩（人工更正）", Decimal(3600))
    assert {one.state for one in outcomes} == {APPLIED}


def test_a_value_that_contradicts_its_own_text_needs_a_reason(made):
    metrics, outcomes = apply_to_metrics(edited(made, ("指标", "3500亩", "数值下限", 350)), TEXT, REPORT, METRICS)
    assert metrics == METRICS
    assert [one.state for one in outcomes] == [INVALID]


def test_a_quantity_may_be_read_anew_from_its_sentence(made):
    """以上 left out of the quantity by the program, put in by a person: it is in the source, so no reason is needed."""
    cut = tuple(
        replace(one, text="3.72万亩", end=one.end - 2, qualifier="eq") if one.text == "3.72万亩以上" else one
        for one in METRICS
    )
    made_of_cut = made_of(cut)
    review = edited(
        made_of_cut, ("指标", "3.72万亩", "限定", "不少于"), ("指标", "3.72万亩", "原文数值", "3.72万亩以上")
    )
    metrics, _ = apply_to_metrics(review, TEXT, REPORT, cut)
    assert metrics == METRICS


def test_an_added_metric_stands_where_the_source_has_it(made):
    new = {
        "部分": "计划",
        "领域序号": 1,
        "指标": "特色农业",
        "原文数值": "PM2.5",
        "数值下限": 2.5,
        "单位": "个",
        "限定": "等于",
        "性质": "数值",
        "年份": 2024,
    }
    review = edited(made, *(("指标", "new", title, value) for title, value in new.items()))
    metrics, outcomes = apply_to_metrics(review, TEXT, REPORT, METRICS)
    assert [one.state for one in outcomes] == [APPLIED]
    added = next(one for one in metrics if "added" in one.metric_id)
    assert TEXT[added.start : added.end] == added.text == "PM2.5"
    assert added.sentence == "八成以上村庄完成PM2.5监测点建设。"
    assert [one.start for one in metrics] == sorted(one.start for one in metrics)


def test_a_person_may_say_over_how_many_years_a_result_is(made):
    """What the program took for last year's is then told of 过去五年; half a year is refused."""
    result = next(one for one in METRICS if one.text == "1.15万亩")
    metrics, outcomes = apply_to_metrics(edited(made, ("指标", "1.15万亩", "年数", 5)), TEXT, REPORT, METRICS)
    assert [one.state for one in outcomes] == [APPLIED]
    assert [one.years for one in metrics if one.metric_id == result.metric_id] == [5]
    metrics, outcomes = apply_to_metrics(edited(made, ("指标", "1.15万亩", "年数", 0.5)), TEXT, REPORT, METRICS)
    assert (metrics, [one.state for one in outcomes]) == (METRICS, [INVALID])


def test_a_workbook_from_before_there_were_years_is_still_read(made):
    book = openpyxl.load_workbook(io.BytesIO(made))
    sheet = book["指标"]
    at = next(cell.column for cell in sheet[1] if cell.value == "年数")
    sheet.delete_cols(at)
    hidden = book[ORIGINAL_SHEET]
    for line in hidden.iter_rows(min_row=2):
        for cell in line:
            if isinstance(cell.value, str):
                cell.value = cell.value.replace('"years": "1", ', "").replace('"years": 1, ', "")
    buffer = io.BytesIO()
    book.save(buffer)
    review = read_review(buffer.getvalue(), "small-2024")
    assert apply_to_metrics(review, TEXT, REPORT, METRICS) == (METRICS, ())


def test_an_added_metric_with_a_hole_is_refused_cell_by_cell(made):
    review = edited(
        made, ("指标", "new", "部分", "计划"), ("指标", "new", "原文数值", "3500亩"), ("指标", "new", "年份", "今年")
    )
    metrics, outcomes = apply_to_metrics(review, TEXT, REPORT, METRICS)
    assert metrics == METRICS
    cells = {one.cell for one in outcomes if one.state == INVALID}
    assert {"指标!F10", "指标!I10", "指标!K10", "指标!L10", "指标!M10", "指标!N10"} <= cells


def test_corrections_survive_a_new_version_of_the_report(made):
    """Ids shift when a sentence is put in before; words do not. What was rewritten is said to fit no longer."""
    extra = "新建公园5个。"
    later = TEXT.replace("2024年，重点", extra + "2024年，重点").replace("办结率达到98%", "办结率达到99%")
    shift = len(extra)
    moved = tuple(
        replace(one, metric_id=f"{one.metric_id}-x", start=one.start + shift, end=one.end + shift)
        if one.part == "plan"
        else one
        for one in METRICS[:-1]
    )
    review = edited(
        made,
        ("指标", "3500亩", "指标", "新建高标准农田"),
        ("指标", "98%", "指标", "12345热线办结率"),
        ("指标", "1.15万亩", "归入领域", 2),
        ("对比", "3500亩", "关系", "口径不同，不可比"),
    )
    metrics, outcomes = apply_to_metrics(review, later, REPORT, moved)
    assert metrics[2].indicator == "新建高标准农田"
    assert sorted(one.state for one in outcomes) == [APPLIED, STALE]
    stale = next(one for one in outcomes if one.state == STALE)
    assert "98%" in stale.message
    pairs = (replace(PAIRS[0], plan_metric_id=f"{PAIRS[0].plan_metric_id}-x"),)
    changed, outcomes = apply_to_pairs(review, metrics, pairs)
    assert changed[0].status == "look_alike"
    assert [one.state for one in outcomes] == [APPLIED]
    grouped, outcomes = apply_to_groupings(review, REPORT, metrics, GROUPS)
    assert grouped[0].area == 2
    found = findings_of((stale,))
    assert found[0].severity == "check"
    assert "不再适用" in found[0].message


def test_a_correction_that_the_program_has_learnt_is_not_applied_over_another(made):
    """The program itself now says something else than then: the person's word is reported, not forced."""
    review = edited(made, ("指标", "3500亩", "指标", "新建农田"))
    now = tuple(replace(one, indicator="完成高标准农田") if one.text == "3500亩" else one for one in METRICS)
    metrics, outcomes = apply_to_metrics(review, TEXT, REPORT, now)
    assert metrics == now
    assert [one.state for one in outcomes] == [STALE]


def test_pairs_are_rejected_and_added(made):
    review = edited(made, ("对比", "3500亩", "复核", "删除"))
    assert apply_to_pairs(review, METRICS, PAIRS)[0] == ()
    new = (
        ("对比", "new", "今年目标编号", METRICS[3].metric_id),
        ("对比", "new", "上年实绩编号", METRICS[0].metric_id),
        ("对比", "new", "关系", "可比"),
    )
    pairs, outcomes = apply_to_pairs(edited(made, *new), METRICS, PAIRS)
    assert pairs[1].plan_metric_id == METRICS[3].metric_id
    assert [one.state for one in outcomes] == [APPLIED]
    wrong = (("对比", "new", "今年目标编号", "no-such"), ("对比", "new", "关系", "可比"))
    pairs, outcomes = apply_to_pairs(edited(made, *wrong), METRICS, PAIRS)
    assert pairs == PAIRS
    assert [one.state for one in outcomes] == [INVALID]


def test_a_result_moves_to_another_area_but_a_target_does_not(made):
    grouped, outcomes = apply_to_groupings(edited(made, ("指标", "1.15万亩", "归入领域", 2)), REPORT, METRICS, GROUPS)
    assert (grouped[0].area, [one.state for one in outcomes]) == (2, [APPLIED])
    grouped, outcomes = apply_to_groupings(edited(made, ("指标", "1.15万亩", "归入领域", 7)), REPORT, METRICS, GROUPS)
    assert (grouped, [one.state for one in outcomes]) == (GROUPS, [INVALID])
    grouped, outcomes = apply_to_groupings(edited(made, ("指标", "3500亩", "归入领域", 2)), REPORT, METRICS, GROUPS)
    assert (grouped, [one.state for one in outcomes]) == (GROUPS, [INVALID])
    assert apply_to_groupings(edited(made, ("指标", "1.15万亩", "归入领域", None)), REPORT, METRICS, GROUPS)[0] == ()


def test_departments_and_deadlines_are_kept_by_the_words_of_their_task(made):
    text = BRIEF.tasks[1].text
    review = edited(
        made, ("任务分解", text, "牵头单位", "区农业农村局"), ("任务分解", text, "完成时限", "2024年12月底")
    )
    (filled,), outcomes = apply_to_tasks(review)
    assert (filled.area, filled.text, filled.lead, filled.due) == (1, text, "区农业农村局", "2024年12月底")
    assert [one.state for one in outcomes] == [APPLIED, APPLIED]
    gone = replace(REPORT, parts=())
    assert apply_to_tasks(review, gone)[0] == ()
    assert {one.state for one in apply_to_tasks(review, gone)[1]} == {STALE}


def test_the_next_workbook_holds_all_that_was_reviewed_before(made):
    """Corrected, dropped, added, moved, noted: saved again untouched, the workbook of the next run says the same."""
    new = {
        "部分": "计划", "领域序号": 1, "指标": "特色农业", "原文数值": "2000亩", "数值下限": 2000, "单位": "亩", "限定": "等于",
        "性质": "数值", "年份": 2024, "理由": "来函补充",
    }  # fmt: skip
    review = edited(
        made,
        ("指标", "3500亩", "数值下限", 3600),
        ("指标", "3500亩", "数值上限", 3600),
        ("指标", "3500亩", "理由", "来函更正"),
        ("指标", "3500亩", "原文数值", "3600亩"),
        ("指标", "98%", "复核", "删除"),
        ("指标", "1.15万亩", "归入领域", 2),
        ("任务分解", BRIEF.tasks[0].text, "牵头单位", "区农业农村局"),
        ("待核", FINDINGS[0].message, "复核", "原文有误"),
        *(("指标", "new", title, value) for title, value in new.items()),
    )
    first, account = _applied(review)
    metrics, pairs, groups, tasks, remarks = first
    found = Found(METRICS, PAIRS, GROUPS, FINDINGS, tasks, remarks)
    filled = tuple(replace(one, lead="区农业农村局") if one.text == tasks[0].text else one for one in BRIEF.tasks)
    again = workbook(TEXT, REPORT, metrics, pairs, groups, (replace(BRIEF, tasks=filled),), found, account)
    second, account_again = _applied(read_review(again, "small-2024"))
    assert second == first
    assert states(account_again) == states(account)
    assert {one.text for one in metrics} >= {"3600亩（人工更正）", "2000亩（人工更正）"}
    assert len(metrics) == len(METRICS)


def _applied(review) -> tuple[tuple[object, ...], tuple[Outcome, ...]]:
    account = Account()
    metrics = stage.apply_to_metrics(review, TEXT, REPORT, METRICS, account)
    pairs = stage.apply_to_pairs(review, METRICS, metrics, PAIRS, account)
    groups = stage.apply_to_groupings(review, REPORT, METRICS, metrics, GROUPS, account)
    tasks = assignments_of(review, REPORT, account)
    apply_to_findings(review, TEXT, FINDINGS, account)
    return (metrics, pairs, groups, tasks, remarks_of(review, METRICS, metrics)), account.outcomes


def test_the_account_stands_in_the_workbook_worst_first(made):
    review = edited(made, ("指标", "3500亩", "数值下限", "很多"), ("指标", "98%", "指标", "12345热线办结率"))
    account = Account()
    metrics = stage.apply_to_metrics(review, TEXT, REPORT, METRICS, account)
    found = Found(METRICS, PAIRS, GROUPS, FINDINGS)
    book = openpyxl.load_workbook(
        io.BytesIO(workbook(TEXT, REPORT, metrics, PAIRS, GROUPS, (BRIEF,), found, account.outcomes))
    )
    rows = [[cell.value for cell in row] for row in book["复核结果"].iter_rows(min_row=2)]
    assert [row[1:3] for row in rows] == [["填写无效", "指标!I4"], ["已采用", "指标!F9"]]
    assert rows[0][4] == "很多"


def test_findings_that_were_settled_are_no_longer_open(made):
    for word, left in (("无需处理", ()), ("确认", ()), ("原文有误", FINDINGS)):
        account = Account()
        review = edited(made, ("待核", FINDINGS[0].message, "复核", word))
        assert apply_to_findings(review, TEXT, FINDINGS, account) == left
        assert [one.state for one in account.outcomes] == [APPLIED]


def test_a_confirmed_pair_is_told_and_missed_when_it_is_gone(made):
    review = edited(made, ("对比", "3500亩", "复核", "确认"))
    assert apply_to_pairs(review, METRICS, PAIRS)[0] == PAIRS
    assert [one.state for one in apply_to_pairs(review, METRICS, PAIRS)[1]] == [APPLIED]
    assert [one.state for one in apply_to_pairs(review, METRICS, ())[1]] == [STALE]


def test_the_area_of_a_metric_is_the_source_s(made):
    metrics, outcomes = apply_to_metrics(edited(made, ("指标", "3500亩", "领域序号", 2)), TEXT, REPORT, METRICS)
    assert metrics == METRICS
    assert states(outcomes) == [(INVALID, "指标!C4")]


@pytest.mark.parametrize(
    ("content", "says"),
    [(b"PK not a workbook", "is no readable Excel workbook"), (None, "belongs to report small-2024")],
)
def test_a_workbook_that_is_not_ours_is_refused_in_one_sentence(made, content, says):
    with pytest.raises(BriefingError, match=says):
        read_review(content or made, "other-2024")


def test_a_workbook_without_its_originals_is_refused(made):
    book = openpyxl.load_workbook(io.BytesIO(made))
    del book["原值"]
    buffer = io.BytesIO()
    book.save(buffer)
    with pytest.raises(BriefingError, match="原值"):
        read_review(buffer.getvalue(), "small-2024")


def test_every_editable_column_is_named_for_people():
    assert all(column.title and column.width > 0 for columns in COLUMNS.values() for column in columns)


def test_the_name_that_packs_print_stands_beside_the_indicator_and_is_nobodys_to_change(made):
    """新增 is in the name and not in the indicator; a reviewer sees both, and a workbook without the name is still read."""
    sheet = openpyxl.load_workbook(io.BytesIO(made))["指标"]
    titles = [cell.value for cell in sheet[1]]
    assert titles[titles.index("指标") + 1] == "成品中的名称"
    rows = [dict(zip(titles, (cell.value for cell in row), strict=True)) for row in sheet.iter_rows(min_row=2)]
    assert all(row["指标"] in row["成品中的名称"] for row in rows if row["编号"])
    assert any(row["指标"] != row["成品中的名称"] for row in rows if row["编号"])
    metrics, outcomes = apply_to_metrics(
        edited(made, ("指标", "3500亩", "成品中的名称", "别的")), TEXT, REPORT, METRICS
    )
    assert (metrics, states(outcomes)) == (METRICS, [])
    book = openpyxl.load_workbook(io.BytesIO(made))
    book["指标"].delete_cols(titles.index("成品中的名称") + 1)
    buffer = io.BytesIO()
    book.save(buffer)
    assert apply_to_metrics(read_review(buffer.getvalue(), "small-2024"), TEXT, REPORT, METRICS) == (METRICS, ())
