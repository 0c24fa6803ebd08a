"""Corrections of pairs (可比 or not, confirmed, dropped, added) and of where a result is shown (编者归类)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.model import Comparison, Grouping, Metric, Report
from briefing.review.account import Account
from briefing.review.added import MARK, added_for
from briefing.review.metrics import match
from briefing.review.sheets import Review, ReviewedRow
from briefing.review_columns import CONFIRM, DROP, METRICS_SHEET, PAIRS_SHEET, STATUS_WORDS

_BY_HAND = "人工归类"
_STATUS_OF = {word: code for code, word in STATUS_WORDS.items()}


def apply_to_pairs(
    review: Review,
    found: Sequence[Metric],
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    account: Account,
) -> tuple[Comparison, ...]:
    """Pairs with every correction that fits, in the order given, added ones last; ``account`` is told of each edit.

    ``found``: the metrics as the program found them, ``metrics``: as they are after the review.
    """
    known = _ids_then_and_now(review, found, metrics)
    by_id = {one.metric_id: one for one in metrics}
    result = {(one.plan_metric_id, one.review_metric_id): one for one in comparisons}
    for row in review.of(PAIRS_SHEET):
        dropped, confirmed = (row.now.get("review") == word for word in (DROP, CONFIRM))
        if row.before is not None and not (row.edits() or dropped or confirmed):
            continue
        pair = _ids(row, known, by_id, account)
        if pair is None:
            continue
        plan = by_id[pair[0]]
        if row.before is not None and pair not in result and not row.edits():
            account.stale(row, "review", f"按现在的原文，“{plan.indicator}”已没有这一对照，“{row.now['review']}”未采用")
        elif dropped:
            result.pop(pair, None)
            account.applied(row, "review", f"已取消“{plan.indicator}”的对照", plan.metric_id)
        elif confirmed and pair in result and not row.edits():
            account.applied(row, "review", f"已确认“{plan.indicator}”的对照", plan.metric_id)
        elif (status := _STATUS_OF.get(str(row.now.get("status") or ""))) is None:
            shown = row.now.get("status") or ""
            account.invalid(row, "status", f"“{shown}”不在可选之列：{'、'.join(_STATUS_OF)}", plan.metric_id)
        else:
            reason = str(row.now.get("why") or row.now.get("reason") or "人工认定")
            result[pair] = Comparison(*pair, status, reason)
            account.applied(row, "status", f"“{plan.indicator}”：{STATUS_WORDS[status]}", plan.metric_id)
    for lost in review.lost_from(PAIRS_SHEET):
        ids = tuple(known.get(str(lost.get(key) or ""), "") for key in ("plan_metric_id", "review_metric_id"))
        if ids in result:
            message = f"“{lost.get('indicator')}”整行被删；要取消对照，请保留该行并在“复核”列选“删除”"
            account.lost(PAIRS_SHEET, ids[0], message)
    return tuple(result.values())


def _ids(row: ReviewedRow, known: dict[str, str], by_id: dict[str, Metric], account: Account) -> tuple[str, str] | None:
    """The pair's ids as they are now; None when it cannot stand, which is told."""
    ids: list[str] = []
    for key, part, called in (("plan_metric_id", "plan", "今年目标"), ("review_metric_id", "review", "上年实绩")):
        given = str(row.now.get(key) or "")
        metric = by_id.get(known.get(given, ""))
        if metric is None and row.before is not None and row.before.get(key) == row.now.get(key):
            account.stale(row, key, "这一对指标的原文已变，或其中一项已删除，改动未采用")
            return None
        if metric is None:
            account.invalid(row, key, f"指标表里没有编号“{given}”")
            return None
        if metric.part != part:
            account.invalid(row, key, f"“{metric.indicator} {metric.text}”不是{called}")
            return None
        ids.append(metric.metric_id)
    return ids[0], ids[1]


def apply_to_groupings(
    review: Review,
    report: Report,
    found: Sequence[Metric],
    metrics: Sequence[Metric],
    groupings: Sequence[Grouping],
    account: Account,
) -> tuple[Grouping, ...]:
    """Groupings with every result that a person moved to another area, or out of all of them.

    ``found``: the metrics as the program found them, ``metrics``: as they are after the review.
    """
    areas = {area.number for part in report.parts if part.kind == "plan" for area in part.areas if area.number}
    grouped = {one.metric_id: one for one in groupings}
    for row in review.of(METRICS_SHEET):
        old, new = row.edits().get("grouped", (None, None))
        if row.before is None:
            metric, new = added_for(row, metrics), row.now.get("grouped")
        else:
            metric = match(row.before, found)
        if old == new or row.now.get("review") == DROP:
            continue
        if metric is None:
            account.stale(row, "grouped", f"原文里没有“{(row.before or row.now).get('text')}”，归入领域的改动未采用")
        elif metric.part == "plan":
            account.invalid(row, "grouped", "计划指标的领域由原文决定，不能归入别的领域", metric.metric_id)
        elif new is not None and (not isinstance(new, Decimal) or new not in areas):
            message = f"没有领域 {new}；可填 {'、'.join(map(str, sorted(areas)))}"
            account.invalid(row, "grouped", message, metric.metric_id)
        else:
            grouped.pop(metric.metric_id, None)
            if new is not None:
                grouped[metric.metric_id] = Grouping(metric.metric_id, int(new), str(row.now.get("why") or _BY_HAND))
            message = f"“{metric.indicator} {metric.text}”归入领域：{old or '无'} 改为 {new or '无'}"
            account.applied(row, "grouped", message, metric.metric_id)
    order = {one.metric_id: at for at, one in enumerate(metrics)}
    return tuple(sorted(grouped.values(), key=lambda one: order.get(one.metric_id, len(order))))


def _ids_then_and_now(review: Review, found: Sequence[Metric], metrics: Sequence[Metric]) -> dict[str, str]:
    """Id in the workbook → id now: ids count places, so a new version of the report may have shifted them."""
    known = {one.metric_id: one.metric_id for one in metrics if f"/{MARK}" in one.metric_id}
    for row in review.of(METRICS_SHEET):
        if row.before is not None and (metric := match(row.before, found)) is not None:
            known[str(row.before.get("metric_id"))] = metric.metric_id
    for lost in review.lost_from(METRICS_SHEET):
        if (metric := match(lost, found)) is not None:
            known[str(lost.get("metric_id"))] = metric.metric_id
    return known
