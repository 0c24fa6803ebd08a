"""The zip of one area: both documents, pictures, 要点 and a manifest, the same bytes for the same contents."""

from __future__ import annotations

import hashlib
import io
import json
import re
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import PurePosixPath

from briefing.audit_result import Audit
from briefing.errors import BriefingError
from briefing.model import Brief, Metric, Report
from briefing.pack.keypoints import keypoints
from briefing.pack.names import deck_name, pack_name, safe_name

_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})")


def pack_area(
    report: Report,
    brief: Brief,
    audit: Audit,
    metrics: tuple[Metric, ...],
    summary: bytes,
    deck: bytes,
    pictures: Mapping[str, bytes],
    templates: Mapping[str, str],
    version: str,
    pdfs: Sequence[bytes] = (),
) -> bytes:
    """The zip of one area as bytes.

    ``pdfs``: of the summary and of the deck, or none; ``pictures``: chart name → PNG; ``templates``: file name → SHA-256 of the template as used; ``metrics``: all of the
    report. ``BriefingError`` when the audit of the area failed, or a chart has no picture.
    """
    if not audit.ok:
        raise BriefingError(refusal(report, brief, audit))
    stem = pack_name(report, brief.number)
    files = {
        f"{stem}_摘要.docx": summary,
        deck_name(stem): deck,
        f"{stem}_要点.txt": _for_windows(keypoints(brief)),
        **{f"{stem}_{what}.pdf": pdf for what, pdf in zip(("摘要", "汇报"), pdfs, strict=False)},
    }
    for number, chart in enumerate(brief.charts, 1):
        if chart.name not in pictures:
            raise BriefingError(
                f"report {report.report_id}, area {brief.number}: chart '{chart.name}' has no picture; "
                "run the stage draw again"
            )
        files[f"图表/图{number}_{safe_name(chart.title, 40)}.png"] = pictures[chart.name]
    manifest = _manifest(report, brief, audit, metrics, files, templates, version)
    files["manifest.json"] = (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode("utf-8")
    return _zipped(files, zip_date(report))


def refusal(report: Report, brief: Brief, audit: Audit) -> str:
    """One sentence that says why this area has no pack: the first failures with their places."""
    shown = "; ".join(f"{one.code} in {one.file}, {one.place}: {one.message}" for one in audit.failures[:3])
    more = f" and {len(audit.failures) - 3} more" if len(audit.failures) > 3 else ""
    return (
        f"report {report.report_id}, area {brief.number} ({brief.title}): not packed, the audit found "
        f"{len(audit.failures)} fault(s): {shown}{more}; see audits/{brief.number}.json, mend the cause and run again"
    )


def zip_date(report: Report) -> tuple[int, int, int, int, int, int]:
    """The report's own date for every entry, never the clock; the first day of its plan year when it tells none."""
    found = _ISO.fullmatch(report.date)
    if found and int(found[1]) >= 1980:  # zip cannot say an earlier year
        return int(found[1]), int(found[2]), int(found[3]), 0, 0, 0
    return max(report.plan_year, 1980), 1, 1, 0, 0, 0


def _zipped(files: Mapping[str, bytes], date: tuple[int, int, int, int, int, int]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date)
            entry.compress_type = zipfile.ZIP_DEFLATED
            # "Made on Unix" with plain file rights on every machine; names that need it get the UTF-8 flag.
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content)
    return buffer.getvalue()


def _manifest(
    report: Report,
    brief: Brief,
    audit: Audit,
    metrics: tuple[Metric, ...],
    files: Mapping[str, bytes],
    templates: Mapping[str, str],
    version: str,
) -> dict[str, object]:
    figures = (*brief.targets, *brief.scales, *brief.main_targets, *brief.results, *brief.highlights)
    shown = {figure.metric_id for figure in figures}
    shown |= {figure.metric_id for topic in brief.topics for figure in topic.figures}
    shown |= {figure.metric_id for pair in brief.pairs for figure in (pair.result, pair.target)}
    return {
        "report": report.report_id,
        "title": report.title,
        "area": brief.number,
        "area_title": brief.title,
        "source": report.source,
        "source_sha256": report.source_sha256,
        "date": report.date,
        "program": {"name": "briefing", "version": version},
        "templates": dict(sorted(templates.items())),
        "files": {
            name: {
                "bytes": len(content),
                "sha256": hashlib.sha256(content).hexdigest(),
                "kind": PurePosixPath(name).suffix[1:],
            }
            for name, content in files.items()
        },
        "metrics": [metric.metric_id for metric in metrics if metric.metric_id in shown],
        "audit": {check.code: check.checked for check in audit.checks},
        "findings": len(brief.findings),
        "notice": "程序摘录，须人工审核。",
    }


def _for_windows(text: str) -> bytes:
    """With a byte order mark and CRLF: older Notepad shows plain UTF-8 as gibberish on one line."""
    return b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode("utf-8")
