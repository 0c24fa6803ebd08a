"""Corrections of metrics: changed, dropped, added; matched by the words, so that they survive a new version."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from briefing.model import Metric, Report
from briefing.review.outcomes import APPLIED, INVALID, MANUAL, STALE, Outcome
from briefing.review.sheets import Review, ReviewedRow, Value
from briefing.review_columns import DROP, KIND_WORDS, METRICS_SHEET, PART_WORDS, QUALIFIER_WORDS

_WORDS = {"part": PART_WORDS, "qualifier": QUALIFIER_WORDS, "kind": KIND_WORDS}
_NEEDED = ("part", "indicator", "text", "value_low", "unit", "qualifier", "kind", "year")
_SENTENCE_ENDS = "。！？；\n"


def apply_to_metrics(
    review: Review, cleaned: str, report: Report, metrics: Sequence[Metric]
) -> tuple[tuple[Metric, ...], tuple[Outcome, ...]]:
    """The metrics with every correction that fits, in text order, and what became of each edited cell.

    A figure that is not in ``cleaned`` is refused unless 理由 says why; it then bears ``（人工更正）`` in its text, and
    its offsets stay those of what it replaces (of the area's heading when it is new).
    """
    current: dict[str, Metric] = {one.metric_id: one for one in metrics}
    outcomes: list[Outcome] = []
    taken: set[str] = set()
    added: list[Metric] = []
    for row in review.of(METRICS_SHEET):
        for key, shown in row.bad.items():
            outcomes.append(Outcome(INVALID, row.sheet, row.cell(key), "", shown, f"“{shown}”不是数字"))
        if row.before is None:
            metric = _new(row, cleaned, report, outcomes)
            if metric is not None:
                added.append(metric)
            continue
        edits = row.edits()
        edits.pop("grouped", None)  # where a result is shown is not a property of the metric
        dropped = row.now.get("review") == DROP
        if not edits and not dropped:
            continue
        found = _match(row.before, [one for one in metrics if one.metric_id not in taken])
        if found is None:
            what = "删除" if dropped else "、".join(f"{old or '空'}→{new or '空'}" for old, new in edits.values())
            message = (
                f"原文里不再有“{row.before.get('sentence')}”中的“{row.before.get('text')}”，这一改动（{what}）未采用"
            )
            outcomes.append(
                Outcome(STALE, row.sheet, row.cell("review" if dropped else next(iter(edits))), "", what, message)
            )
            continue
        taken.add(found.metric_id)
        if dropped:
            del current[found.metric_id]
            outcomes.append(
                Outcome(
                    APPLIED,
                    row.sheet,
                    row.cell("review"),
                    found.text,
                    DROP,
                    f"已删除指标“{found.indicator} {found.text}”",
                    found.metric_id,
                )
            )
            continue
        current[found.metric_id] = _edited(row, found, edits, cleaned, outcomes)
    for sheet, lost in review.lost:
        if sheet == METRICS_SHEET and _match(lost, metrics) is not None:
            message = (
                f"“{lost.get('indicator')} {lost.get('text')}”整行被删；要删除指标，请保留该行并在“复核”列选“删除”"
            )
            outcomes.append(Outcome(INVALID, sheet, sheet, str(lost.get("metric_id")), "", message))
    result = sorted((*current.values(), *added), key=lambda one: (one.start, one.end))
    return tuple(result), tuple(outcomes)


def _match(before: Mapping[str, Value], metrics: Sequence[Metric]) -> Metric | None:
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


def _edited(
    row: ReviewedRow, metric: Metric, edits: Mapping[str, tuple[Value, Value]], cleaned: str, outcomes: list[Outcome]
) -> Metric:
    changes: dict[str, object] = {}
    for key, (old, new) in edits.items():
        value, fault = _value(key, new)
        if not fault and getattr(metric, key) not in (_value(key, old)[0], value):
            message = f"程序当时写的是“{old}”，按现在的原文是“{getattr(metric, key)}”，未改成“{new}”"
            outcomes.append(Outcome(STALE, row.sheet, row.cell(key), str(old), str(new), message, metric.metric_id))
        elif fault:
            outcomes.append(Outcome(INVALID, row.sheet, row.cell(key), str(old), str(new), fault, metric.metric_id))
        else:
            changes[key] = value
    figure = {"text", "value_low", "value_high", "unit", "qualifier"} & changes.keys()
    if figure:
        fault = _place_of_figure(metric, changes, cleaned, str(row.now.get("why") or ""))
        if fault:
            cells = "、".join(row.cell(key) for key in sorted(figure))
            outcomes.append(
                Outcome(INVALID, row.sheet, cells, metric.text, str(row.now.get("text")), fault, metric.metric_id)
            )
            changes = {key: value for key, value in changes.items() if key not in figure}
    for key in changes.keys() & edits.keys():
        old, new = edits[key]
        message = f"“{metric.indicator}”：{old or '空'} 改为 {new or '空'}"
        outcomes.append(
            Outcome(APPLIED, row.sheet, row.cell(key), str(old or ""), str(new or ""), message, metric.metric_id)
        )
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
        return f"“{text}”不在原句“{metric.sentence}”中；如确需更正，请在“理由”列写明"
    changes["text"] = text.removesuffix(MANUAL) + MANUAL
    return ""


def _new(row: ReviewedRow, cleaned: str, report: Report, outcomes: list[Outcome]) -> Metric | None:
    values: dict[str, object] = {}
    faults: list[tuple[str, str]] = []
    for key in _NEEDED:
        value, fault = _value(key, row.now.get(key))
        if fault or value in ("", None):
            faults.append((key, fault or "新增的指标必须填这一格"))
        values[key] = value
    if row.now.get("metric_id"):
        faults.append(("metric_id", f"编号“{row.now['metric_id']}”不是程序给出的；新增一行请留空"))
    if faults:
        for key, fault in faults:
            outcomes.append(Outcome(INVALID, row.sheet, row.cell(key), "", str(row.now.get(key) or ""), fault))
        return None
    text, why, part = str(values["text"]), str(row.now.get("why") or ""), str(values["part"])
    number = int(row.now.get("area") or 0)
    area = next((area for one in report.parts if one.kind == part for area in one.areas if area.number == number), None)
    start, end = (area.start, area.end) if area else (0, len(cleaned))
    at = cleaned.find(text, start, end)
    if at < 0 and not why:
        message = f"“{text}”不在原文该领域中；如确需新增，请在“理由”列写明"
        outcomes.append(Outcome(INVALID, row.sheet, row.cell("text"), "", text, message))
        return None
    place = (at, at + len(text)) if at >= 0 else (start, start)
    mark = hashlib.sha256(f"{part}/{number}/{values['indicator']}/{text}".encode()).hexdigest()[:8]
    high = row.now.get("value_high")
    metric = Metric(
        metric_id=f"{report.report_id}/{part}-{number}/added-{mark}",
        part=part,
        area=number,
        area_title=area.title if area else "",
        topic=next((one.title for one in area.topics if one.start <= place[0] < one.end), "")
        if area and at >= 0
        else "",
        indicator=str(values["indicator"]),
        value_low=Decimal(str(values["value_low"])),
        value_high=Decimal(str(high if high is not None else values["value_low"])),
        unit=str(values["unit"]),
        qualifier=str(values["qualifier"]),
        kind=str(values["kind"]),
        year=int(str(values["year"])),
        text=text if at >= 0 else text + MANUAL,
        sentence=_sentence(cleaned, *place) if at >= 0 else "",
        start=place[0],
        end=place[1],
    )
    outcomes.append(
        Outcome(
            APPLIED,
            row.sheet,
            row.cell("text"),
            "",
            text,
            f"已新增指标“{metric.indicator} {metric.text}”",
            metric.metric_id,
        )
    )
    return metric


def _value(key: str, value: Value) -> tuple[object, str]:
    """A cell as the model holds it, and why it cannot be used (or an empty string)."""
    if key in _WORDS:
        code = next((code for code, word in _WORDS[key].items() if word == value), None)
        return code, "" if code else f"“{value or ''}”不在可选之列：{'、'.join(_WORDS[key].values())}"
    if key in ("area", "year"):
        if isinstance(value, Decimal) and value == value.to_integral_value():
            return int(value), ""
        return None, "这一格要填整数"
    if key in ("value_low", "value_high"):
        return value, "" if isinstance(value, Decimal) and value >= 0 else "这一格要填不小于零的数字"
    return str(value or ""), "" if value else "这一格不能为空"


def _sentence(cleaned: str, start: int, end: int) -> str:
    first = max(cleaned.rfind(mark, 0, start) for mark in _SENTENCE_ENDS) + 1
    last = min((at for at in (cleaned.find(mark, end) for mark in _SENTENCE_ENDS) if at >= 0), default=len(cleaned))
    return cleaned[first : last + 1].strip()
