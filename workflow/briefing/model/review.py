"""What a person put into the reviewed workbook, and what became of it (review.csv, assignments.csv)."""

from __future__ import annotations

from dataclasses import dataclass

OUTCOME_STATES = ("applied", "stale", "invalid")  # taken over; fits no longer since the source changed; cannot be used


@dataclass(frozen=True)
class Outcome:
    """What became of one edit in the reviewed workbook; ``state`` is one of OUTCOME_STATES.
    ``cell`` is where it stands in that workbook (``指标!F12``); ``message`` is Chinese, since the office reads it."""

    state: str
    sheet: str
    cell: str
    old: str
    new: str
    message: str
    metric_id: str


@dataclass(frozen=True)
class Remark:
    """What a reviewer put into 复核 and 理由 of a row, kept so that the next workbook holds it too.
    ``key`` names the row: a metric's id, the ids of a pair joined by ``|``, the text of a finding or of a task."""

    sheet: str
    key: str
    review: str
    why: str


@dataclass(frozen=True)
class Assignment:
    """What an office filled in beside a task, ``text``; ``printed_due`` is the 完成时限 that the report itself prints."""

    area: int
    text: str
    lead: str
    responsible: str
    due: str
    printed_due: str
