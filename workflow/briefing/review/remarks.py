"""What a reviewer put into 复核 and 理由, by row, for the workbook of the next run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from briefing.model import Metric, Remark
from briefing.review.added import added_for
from briefing.review.metrics import match
from briefing.review.sheets import Review, ReviewedRow
from briefing.review_columns import FINDINGS_SHEET, METRICS_SHEET, PAIRS_SHEET, TASKS_SHEET


def remarks_of(review: Review, found: Sequence[Metric], metrics: Sequence[Metric]) -> tuple[Remark, ...]:
    """One for each row with something in 复核 or 理由, under the key that the row has now.

    ``found``: the metrics as the program found them, ``metrics``: as they are after the review.
    """
    now = {}
    for row in review.of(METRICS_SHEET):
        if row.before is not None and (metric := match(row.before, found)) is not None:
            now[str(row.before.get("metric_id"))] = metric.metric_id
    remarks = []
    for row in review.rows:
        word, why = (str(row.now.get(key) or "") for key in ("review", "why"))
        key = _key(row, now, metrics)
        if key and (word or why):
            remarks.append(Remark(row.sheet, key, word, why))
    return tuple(dict.fromkeys(remarks))


def _key(row: ReviewedRow, now: Mapping[str, str], metrics: Sequence[Metric]) -> str:
    cells = row.now
    if row.sheet == METRICS_SHEET:
        if row.before is not None:
            return now.get(str(row.before.get("metric_id")), "")
        added = added_for(row, metrics)
        return added.metric_id if added else ""
    if row.sheet == PAIRS_SHEET:
        ids = [str(cells.get(key) or "") for key in ("plan_metric_id", "review_metric_id")]
        return "|".join(now.get(one, one) for one in ids)
    column = {FINDINGS_SHEET: "message", TASKS_SHEET: "text"}[row.sheet]
    return str(cells.get(column) or "")
