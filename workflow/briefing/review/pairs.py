"""Corrections of pairs (可比 or not, dropped, added) and of where a result is shown (编者归类)."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from briefing.model import Comparison, Grouping, Metric, Report
from briefing.review.metrics import _match
from briefing.review.outcomes import APPLIED, INVALID, STALE, Outcome
from briefing.review.sheets import Review
from briefing.review_columns import DROP, METRICS_SHEET, PAIRS_SHEET, STATUS_WORDS

_BY_HAND = "人工归类"


def apply_to_pairs(
    review: Review, metrics: Sequence[Metric], comparisons: Sequence[Comparison]
) -> tuple[tuple[Comparison, ...], tuple[Outcome, ...]]:
    """Pairs with every correction that fits, in the order given, added ones last; what became of each edit."""
    known = _ids_then_and_now(review, metrics)
    result = list(comparisons)
    outcomes: list[Outcome] = []
    status_of = {word: code for code, word in STATUS_WORDS.items()}
    for row in review.of(PAIRS_SHEET):
        edits = row.edits()
        dropped = row.now.get("review") == DROP
        if row.before is not None and not edits and not dropped:
            continue
        plan, result_id = (known.get(str(row.now.get(key) or "")) for key in ("plan_metric_id", "review_metric_id"))
        key = "plan_metric_id" if plan is None else "review_metric_id"
        if plan is None or result_id is None:
            state = INVALID if row.before is None else STALE
            message = (
                f"指标表里没有编号“{row.now.get(key) or ''}”"
                if row.before is None
                else "这一对指标的原文已变，改动未采用"
            )
            outcomes.append(Outcome(state, row.sheet, row.cell(key), "", str(row.now.get(key) or ""), message))
            continue
        at = next(
            (n for n, one in enumerate(result) if (one.plan_metric_id, one.review_metric_id) == (plan, result_id)), None
        )
        shown = f"{row.now.get('indicator') or plan}"
        if dropped:
            if at is not None:
                del result[at]
            outcomes.append(
                Outcome(APPLIED, row.sheet, row.cell("review"), shown, DROP, f"已取消“{shown}”的对照", plan)
            )
            continue
        status = status_of.get(str(row.now.get("status") or ""))
        if status is None:
            message = f"“{row.now.get('status') or ''}”不在可选之列：{'、'.join(status_of)}"
            outcomes.append(
                Outcome(INVALID, row.sheet, row.cell("status"), "", str(row.now.get("status") or ""), message)
            )
            continue
        reason = str(row.now.get("why") or row.now.get("reason") or "人工认定")
        pair = Comparison(plan, result_id, status, reason)
        if at is None:
            result.append(pair)
        else:
            result[at] = pair
        message = f"“{shown}”：{STATUS_WORDS[status]}"
        outcomes.append(Outcome(APPLIED, row.sheet, row.cell("status"), "", STATUS_WORDS[status], message, plan))
    return tuple(result), tuple(outcomes)


def apply_to_groupings(
    review: Review, report: Report, metrics: Sequence[Metric], groupings: Sequence[Grouping]
) -> tuple[tuple[Grouping, ...], tuple[Outcome, ...]]:
    """Groupings with every result that a person moved to another area, or out of all of them."""
    areas = {area.number for part in report.parts if part.kind == "plan" for area in part.areas if area.number}
    grouped = {one.metric_id: one for one in groupings}
    outcomes: list[Outcome] = []
    for row in review.of(METRICS_SHEET):
        edit = row.edits().get("grouped")
        if row.before is None or edit is None:
            continue
        found = _match(row.before, metrics)
        old, new = edit
        if found is None:
            message = f"原文里不再有“{row.before.get('text')}”，归入领域的改动未采用"
            outcomes.append(Outcome(STALE, row.sheet, row.cell("grouped"), str(old or ""), str(new or ""), message))
        elif found.part == "plan":
            message = "计划指标的领域由原文决定，不能归入别的领域"
            outcomes.append(Outcome(INVALID, row.sheet, row.cell("grouped"), str(old or ""), str(new or ""), message))
        elif new is not None and (not isinstance(new, Decimal) or new not in areas):
            message = f"没有领域 {new}；可填 {'、'.join(map(str, sorted(areas)))}"
            outcomes.append(Outcome(INVALID, row.sheet, row.cell("grouped"), str(old or ""), str(new), message))
        else:
            if new is None:
                grouped.pop(found.metric_id, None)
            else:
                grouped[found.metric_id] = Grouping(found.metric_id, int(new), str(row.now.get("why") or _BY_HAND))
            message = f"“{found.indicator} {found.text}”归入领域：{old or '无'} 改为 {new or '无'}"
            outcomes.append(
                Outcome(
                    APPLIED, row.sheet, row.cell("grouped"), str(old or ""), str(new or ""), message, found.metric_id
                )
            )
    order = {one.metric_id: at for at, one in enumerate(metrics)}
    return tuple(sorted(grouped.values(), key=lambda one: order.get(one.metric_id, len(order)))), tuple(outcomes)


def _ids_then_and_now(review: Review, metrics: Sequence[Metric]) -> dict[str, str]:
    """Id in the workbook → id now: ids count places, so a new version of the report may have shifted them."""
    known: dict[str, str] = {}
    for row in review.of(METRICS_SHEET):
        if row.before is not None:
            # A corrected metric bears its new words now; it is found by either.
            found = _match(row.before, metrics) or _match(row.now, metrics)
            if found is not None:
                known[str(row.before.get("metric_id"))] = found.metric_id
    return known
