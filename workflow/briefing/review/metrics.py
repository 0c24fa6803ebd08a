"""Corrections of metrics: changed, dropped, confirmed; matched by the words, so that they survive a new version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.model import MANUAL, Metric, Report
from briefing.review.account import Account
from briefing.review.added import added_metric
from briefing.review.cells import of_cell
from briefing.review.sheets import Review, ReviewedRow, Value
from briefing.review_columns import CONFIRM, DROP, METRICS_SHEET, PART_WORDS, SCALE_WORD

_FIGURE = ("text", "value_low", "value_high", "unit", "qualifier")


def apply_to_metrics(
    review: Review, cleaned: str, report: Report, metrics: Sequence[Metric], account: Account
) -> tuple[Metric, ...]:
    """The metrics with every correction that fits, in text order; ``account`` is told of each edited cell.

    A figure that is not in ``cleaned`` is refused unless 理由 says why; it then bears ``（人工更正）`` in its text, and
    its offsets stay those of what it replaces (an empty span at the area's start when it is new).
    """
    current: dict[str, Metric] = {one.metric_id: one for one in metrics}
    taken: set[str] = set()
    added: dict[str, Metric] = {}
    for row in review.of(METRICS_SHEET):
        for key, shown in row.bad.items():
            account.invalid(row, key, f"“{shown}”不是数字")
        if row.before is None:
            metric = added_metric(row, cleaned, report, account)
            if metric is not None:
                added[metric.metric_id] = metric
            continue
        edits = {
            key: edit for key, edit in row.edits().items() if key != "grouped"
        }  # where a result is shown: pairs.py
        dropped = row.now.get("review") == DROP
        confirmed = row.now.get("review") == CONFIRM
        if not (edits or dropped or confirmed):
            continue
        found = match(row.before, [one for one in metrics if one.metric_id not in taken])
        if found is None:
            _tell_stale(row, edits, account)
            continue
        taken.add(found.metric_id)
        named = f"“{found.indicator} {found.text}”"
        if dropped:
            del current[found.metric_id]
            account.applied(row, "review", f"已删除指标{named}", found.metric_id)
            continue
        if confirmed:
            account.applied(row, "review", f"已确认指标{named}", found.metric_id)
        current[found.metric_id] = _edited(row, found, edits, cleaned, account)
    for lost in review.lost_from(METRICS_SHEET):
        if (found := match(lost, metrics)) is not None:
            message = f"“{found.indicator} {found.text}”整行被删；要删除指标，请保留该行并在“复核”列选“删除”"
            account.lost(METRICS_SHEET, found.metric_id, message)
    return tuple(sorted((*current.values(), *added.values()), key=lambda one: (one.start, one.end, one.metric_id)))


def match(before: Mapping[str, Value], metrics: Sequence[Metric]) -> Metric | None:
    """The metric that a row was made from: the same words in the same sentence; else the same figure of the same
    thing in the same part, where only the sentence was rewritten. Ids count places: they only choose among equals."""
    same = [one for one in metrics if one.text == before.get("text") and PART_WORDS.get(one.part) == before.get("part")]
    for fitting in (
        [one for one in same if one.sentence == before.get("sentence")],
        [one for one in same if one.indicator == before.get("indicator")],
    ):
        if fitting:
            by_id = [one for one in fitting if one.metric_id == before.get("metric_id")]
            by_name = [one for one in fitting if one.indicator == before.get("indicator")]
            return (by_id or by_name or fitting)[0]
    return None


def clipped(sentence: str, quantity: str, around: int = 24) -> str:
    """What stands around ``quantity`` in a long sentence, for a message that is read in a table."""
    at = max(sentence.find(quantity), 0)
    start, end = max(0, at - around), min(len(sentence), at + len(quantity) + around)
    return f"{'…' if start else ''}{sentence[start:end]}{'…' if end < len(sentence) else ''}"


def nature_ruled(part: str, kind_word: str) -> str:
    """The nature that a person rules who chooses ``kind_word`` under 性质."""
    return "scale" if kind_word == SCALE_WORD else "target" if part == "plan" else "result"


def _tell_stale(row: ReviewedRow, edits: Mapping[str, tuple[Value, Value]], account: Account) -> None:
    """One line for each cell that somebody had filled."""
    before = row.before or {}
    quantity = str(before.get("text"))
    gone = f"原文里不再有“{clipped(str(before.get('sentence') or ''), quantity)}”中的“{quantity}”"
    if row.now.get("review"):
        account.stale(row, "review", f"{gone}，“{row.now['review']}”未采用")
    for key, (old, new) in edits.items():
        account.stale(row, key, f"{gone}，这一改动（{old or '空'}→{new or '空'}）未采用")


def _edited(
    row: ReviewedRow, metric: Metric, edits: Mapping[str, tuple[Value, Value]], cleaned: str, account: Account
) -> Metric:
    changes: dict[str, object] = {}
    for key, (old, new) in edits.items():
        value, fault = of_cell(key, new)
        if key == "area":
            fault = "领域由原文位置决定，不能改写；回顾指标换一个领域，请改“归入领域”"
        elif key == "kind" and SCALE_WORD in (old, new):
            # 规模 is no kind of its own: a scale is ruled to be one, or a target or result, and the kind stays or is given.
            value, fault = (metric.kind, "") if new == SCALE_WORD else (value, fault)
            if not fault:
                changes["nature"] = nature_ruled(metric.part, str(new))
        elif not fault and getattr(metric, key) not in (of_cell(key, old)[0], value):
            account.stale(
                row,
                key,
                f"程序当时写的是“{old}”，按现在的原文是“{getattr(metric, key)}”，未改成“{new}”",
                metric.metric_id,
            )
            continue
        if fault:
            account.invalid(row, key, fault, metric.metric_id)
        else:
            changes[key] = value
    figure = [key for key in _FIGURE if key in changes]
    if figure:
        fault = _place_of_figure(metric, changes, cleaned, str(row.now.get("why") or ""))
        for key in figure if fault else ():
            account.invalid(row, key, fault, metric.metric_id)
            del changes[key]
    for key in (key for key in edits if key in changes):
        old, new = edits[key]
        account.applied(row, key, f"“{metric.indicator}”：{old or '空'} 改为 {new or '空'}", metric.metric_id)
    return replace(metric, **changes)  # type: ignore[arg-type]


def _place_of_figure(metric: Metric, changes: dict[str, object], cleaned: str, why: str) -> str:
    """Set the figure's text and offsets in ``changes``; gives the fault when it may not stand."""
    text = str(changes.get("text", metric.text))
    low, high = changes.get("value_low", metric.value_low), changes.get("value_high", metric.value_high)
    if isinstance(low, Decimal) and isinstance(high, Decimal) and low > high:
        if "value_low" in changes and "value_high" not in changes and metric.value_low == metric.value_high:
            changes["value_high"] = low
        else:
            return f"数值下限 {low} 大于上限 {high}"
    near = cleaned.find(metric.sentence, max(0, metric.end - len(metric.sentence))) if metric.sentence else -1
    start = max(near, 0) if near >= 0 else metric.start
    end = near + len(metric.sentence) if near >= 0 else metric.end
    at = cleaned.find(text, start, end)
    # A new value beside the unchanged words of the source contradicts them just as a new text would.
    contradicts = "text" not in changes and {"value_low", "value_high"} & changes.keys() and not why
    if at >= 0 and not contradicts:
        changes.update(text=text, start=at, end=at + len(text))
        return ""
    if not why:
        return f"“{text}”不在原句“{clipped(metric.sentence, metric.text)}”中；如确需更正，请在“理由”列写明"
    changes["text"] = text.removesuffix(MANUAL) + MANUAL
    return ""
