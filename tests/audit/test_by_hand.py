"""A figure that a person gave stands with 人工更正 in both documents; taking the mark away from one place is found there."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from briefing.assemble import compose, fill_deck, fill_summary
from briefing.audit import audit
from briefing.model import MANUAL, Brief, Metric
from real_report import DECK, SUMMARY, made

AREA, WORDS = 4, "4500亩"


@pytest.fixture(scope="module")
def corrected() -> tuple[tuple[Metric, ...], Brief]:
    """Area 4 with its 3500亩 corrected to a number that the source does not hold."""
    one = made()
    metrics = tuple(
        replace(metric, text=WORDS + MANUAL) if metric.text == "3500亩" and metric.part == "plan" else metric
        for metric in one.metrics
    )
    assert metrics != one.metrics
    return metrics, compose(one.report, metrics, one.comparisons, one.groupings, (), one.findings, AREA)


@pytest.fixture(scope="module")
def documents(corrected: tuple[tuple[Metric, ...], Brief]) -> dict[str, bytes]:
    _, brief = corrected
    return {"summary": fill_summary(SUMMARY, brief, {}), "deck": fill_deck(DECK, brief)}


def failures(
    metrics: tuple[Metric, ...], brief: Brief, files: dict[str, bytes], folder: Path
) -> list[tuple[str, str, str]]:
    summary, deck = folder / "1.docx", folder / "1.pptx"
    summary.write_bytes(files["summary"])
    deck.write_bytes(files["deck"])
    result = audit(brief, made().report, made().cleaned, metrics, summary, deck)
    return [(one.code, one.file, one.text) for one in result.failures]


def unmarked(content: bytes, nth: int) -> bytes | None:
    """The file without its nth mark; None when it has no more."""
    buffer = io.BytesIO()
    left = nth
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            mark = MANUAL.encode("utf-8")
            count = part.count(mark) if name.endswith(".xml") else 0
            if 0 < left <= count:
                pieces = part.split(mark)
                part = mark.join(pieces[:left]) + mark.join(pieces[left:]) if left < len(pieces) else part
                left = 0
            elif left > 0:
                left -= count
            new.writestr(name, part)
    return buffer.getvalue() if left == 0 else None


def test_with_its_mark_everywhere_nothing_is_raised(corrected, documents, tmp_path) -> None:
    metrics, brief = corrected
    assert failures(metrics, brief, documents, tmp_path) == []


@pytest.mark.parametrize("file", ["summary", "deck"])
def test_each_mark_that_is_taken_away_is_missed(corrected, documents, tmp_path, file: str) -> None:
    """Mark by mark: text, tables, cards and notes."""
    metrics, brief = corrected
    tried = 0
    for nth in range(1, 30):
        damaged = unmarked(documents[file], nth)
        if damaged is None:
            break
        tried += 1
        found = failures(metrics, brief, {**documents, file: damaged}, tmp_path)
        assert [one for one in found if one[1] == file and "4500" in one[2]], (nth, found)
    assert tried >= 2
