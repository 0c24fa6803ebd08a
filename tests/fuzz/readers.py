"""Every reader of files from outside, as a function of bytes that either reads them or says in one sentence why not."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from functools import cache
from pathlib import Path

from briefing.assemble import fill_deck, fill_summary
from briefing.audit import against_files, describe, read_pack, told, verify
from briefing.distribute import recipients_in_table
from briefing.extract import extract_metrics
from briefing.files import read_json, read_rows
from briefing.given import read_settings
from briefing.model import Brief, Metric
from briefing.parse import read_report
from briefing.parse.facts import check_keys
from briefing.review import Account, apply_to_metrics, read_review
from briefing.templates.checking import findings
from small_report import TEXT, small_metrics, small_report


def _report(suffix: str) -> Callable[[bytes], None]:
    """A report of this kind, read and searched for metrics as a run would."""

    def read(content: bytes) -> None:
        path = _written(content, f"report{suffix}")
        cleaned, report = read_report(path, "report", {})
        for metric in extract_metrics(cleaned, report).metrics:
            assert cleaned[metric.start : metric.end] == metric.text, "an offset that does not hold"

    return read


def _facts(content: bytes) -> None:
    facts = read_settings(_written(content, "report.yaml"))
    check_keys(facts, "report")
    read_report(_written(REPORT.encode(), "report.txt"), "report", facts)


def _recipients(content: bytes) -> None:
    recipients_in_table(content, "recipients.csv", "report")


def _table(content: bytes) -> None:
    read_rows(_written(content, "metrics.csv"), Metric)


def _review(content: bytes) -> None:
    review = read_review(content, "small-2024")
    apply_to_metrics(review, TEXT, small_report(), small_metrics(), Account())


def _deck(content: bytes) -> None:
    template = _written(content, "deck.pptx")
    findings(template)
    fill_deck(template, _brief())


def _summary(content: bytes) -> None:
    template = _written(content, "summary.docx")
    findings(template)
    fill_summary(template, _brief(), {})


def _returned(content: bytes) -> None:
    """A finished document that came back from outside."""
    describe(verify(content, "returned"), "returned")


def _pack(content: bytes) -> None:
    told(against_files(*read_pack(content, "pack.zip")), "pack.zip")


@cache
def _brief() -> Brief:
    return read_json(Path(__file__).parents[1] / "assemble" / "golden" / "brief.json", Brief)


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="fuzz-")  # held until the run ends, then removed


def _written(content: bytes, name: str) -> Path:
    path = Path(_folder().name) / name
    path.write_bytes(content)
    return path


REPORT = (Path(__file__).parent / "corpus" / "txt" / "report.txt").read_text(encoding="utf-8")
# Reader → the function; in the order in which a run meets them.
READERS: dict[str, Callable[[bytes], None]] = {
    "txt": _report(".txt"),
    "html": _report(".html"),
    "docx": _report(".docx"),
    "pdf": _report(".pdf"),
    "yaml": _facts,
    "csv": _recipients,
    "table": _table,
    "review": _review,
    "summary": _summary,
    "deck": _deck,
    "returned": _returned,
    "pack": _pack,
}
