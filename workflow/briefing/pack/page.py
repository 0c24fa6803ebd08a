"""index.html, the report's page: one file that works from disk, filled from ``templates/page.html``."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup, escape

from briefing.audit_result import Audit
from briefing.errors import BriefingError
from briefing.model import VERDICTS, Brief, Comparison, Completion, Finding, Grouping, Metric, Report
from briefing.naming.of_metrics import name_of
from briefing.nature import scales_of
from briefing.pack.source_text import source_text
from briefing.pack.thumbnails import Thumbnails, pictures_of
from briefing.pack.workbook_rows import kind_word, paragraph_finder
from briefing.periods import period_of
from briefing.review_columns import PART_WORDS, SEVERITY_WORDS, STATUS_WORDS, finding_kind

_INLINE = re.compile(r"<(style|script)>(.*?)</\1>", re.DOTALL)
_FORMULA = re.compile(r"(PM)(2\.5|10)(?!\d)|(?<![A-Za-z])(O)(3)(?![\d.])|(?<![A-Za-z])(CO|SO|NO)(2)(?![\d.])")


def page(
    cleaned: str,
    report: Report,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    groupings: Sequence[Grouping],
    findings: Sequence[Finding],
    briefs: Sequence[Brief],
    audits: Sequence[Audit],
    packs: Mapping[int, str],
    template: str,
    thumbnails: Sequence[tuple[str, Thumbnails]] = (),
    completions: Sequence[Completion] = (),
    overview: str = "",
) -> str:
    """The page as text. ``packs``: area number → file name of its zip under ``packs/``; an area whose audit failed has
    none and shows the reasons. ``template``: the text of ``templates/page.html`` (Jinja2, everything escaped).
    ``thumbnails``: (decks or summaries, their pictures). ``overview``: path of the zip of the whole report, below the
    report's folder. ``BriefingError`` when the template has a fault."""
    numbers = {one.metric_id: number for number, one in enumerate(metrics, 1)}
    scales = scales_of(report, metrics)
    source = source_text(cleaned, report, metrics, findings)
    paragraph = paragraph_finder(report)
    grouped = {one.metric_id: one for one in groupings}
    values = {
        "report": report,
        "overview": quote(overview),
        "areas": [_area(brief, audits, packs, pictures_of(thumbnails, brief.number)) for brief in briefs],
        "no_thumbnails": next((made.said for _, made in thumbnails if made.said), ""),
        "metrics": [
            {
                "number": numbers[one.metric_id],
                "id": one.metric_id,
                "sentence": source.sentence_of[at],
                "part": PART_WORDS.get(one.part, one.part),
                "area": one.area,
                "area_title": one.area_title,
                "grouped": grouped[one.metric_id].area if one.metric_id in grouped else None,
                "grouped_reason": grouped[one.metric_id].reason if one.metric_id in grouped else "",
                "topic": one.topic,
                "indicator": name_of(one),
                "text": one.text,
                "low": format(one.value_low, "f"),
                "unit": one.unit,
                "kind": kind_word(one, scales),
                "year": one.year,
                "period": period_of(one.year, one.years) if one.years > 1 else "",
                "paragraph": paragraph(one.start),
                "in_source": cleaned[one.start : one.end] != "",
            }
            for at, one in enumerate(metrics)
        ],
        "pairs": [_pair(one, {metric.metric_id: metric for metric in metrics}, numbers) for one in comparisons],
        "completions": [
            {"row": one, "word": VERDICTS[one.verdict], "number": numbers.get(one.result_metric_id)}
            for one in completions
        ],
        "findings": [
            {
                "number": number,
                "severity": SEVERITY_WORDS.get(one.severity, one.severity),
                "level": one.severity,
                "kind": finding_kind(one.kind)[0],
                "advice": finding_kind(one.kind)[1],
                "key": f"{one.kind}:{one.start}:{one.end}",
                "where": one.where,
                "quote": cleaned[one.start : one.end],
                "message": one.message,
                "paragraph": paragraph(one.start),
            }
            for number, one in enumerate(findings, 1)
        ],
        "source": source,
        "parts": sorted({PART_WORDS.get(one.part, one.part) for one in metrics}),
        "units": sorted({one.unit for one in metrics}),
        "kinds": sorted({kind_word(one, scales) for one in metrics}),
        "finding_kinds": sorted({finding_kind(one.kind)[0] for one in findings}),
        "severities": [
            SEVERITY_WORDS[one] for one in SEVERITY_WORDS if any(one == found.severity for found in findings)
        ],
        "csp": "@CSP@",
    }
    environment = SandboxedEnvironment(autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["formula"] = _with_subscripts
    environment.filters["quoted"] = _quoted
    try:
        text = environment.from_string(template).render(values)
    except TemplateError as error:
        line = getattr(error, "lineno", None)
        place = f", line {line}" if line else ""
        raise BriefingError(
            f"templates/page.html{place}: {error.message or error}; mend the template and run again"
        ) from error
    return text.replace("@CSP@", _policy(text), 1)


def _area(
    brief: Brief, audits: Sequence[Audit], packs: Mapping[int, str], pictures: Sequence[tuple[str, str]]
) -> dict[str, object]:
    audit = next((one for one in audits if one.area == brief.number), None)
    pack = packs.get(brief.number, "") if audit is None or audit.ok else ""
    return {
        "number": brief.number,
        "numeral": brief.numeral,
        "title": brief.title,
        "lead": brief.lead,
        "targets": brief.targets,
        "tasks": len(brief.tasks),
        "topics": brief.topics,
        "pack": f"packs/{quote(pack)}" if pack else "",
        "summary": f"summaries/{brief.number}.docx",
        "deck": f"decks/{brief.number}.pptx",
        "failures": audit.failures if audit else (),
        "checked": sum(one.checked for one in audit.checks) if audit else 0,
        "thumbnails": pictures,
    }


def _pair(one: Comparison, by_id: Mapping[str, Metric], numbers: Mapping[str, int]) -> dict[str, object]:
    plan, review = by_id[one.plan_metric_id], by_id[one.review_metric_id]
    return {
        "status": one.status,
        "word": STATUS_WORDS.get(one.status, one.status),
        "indicator": name_of(plan),
        "plan": plan,
        "review": review,
        "period": period_of(review.year, review.years) if review.years > 1 else "",
        "plan_number": numbers[one.plan_metric_id],
        "review_number": numbers[one.review_metric_id],
        "reason": one.reason,
    }


def _with_subscripts(text: str) -> Markup:
    """PM2.5 and its like with a real subscript, everything else escaped."""
    return Markup(_FORMULA.sub(_subscript, str(escape(text))))  # noqa: S704 -- escaped first


def _quoted(sentence: str, figure: str) -> Markup:
    """A sentence with the figure that it is quoted for in bold."""
    before, found, after = sentence.partition(figure)
    if not found:
        return _with_subscripts(sentence)
    return Markup("{}<strong>{}</strong>{}").format(*map(_with_subscripts, (before, found, after)))


def _subscript(found: re.Match[str]) -> str:
    name, low = [part for part in found.groups() if part]
    return f"{name}<sub>{low}</sub>"


def _policy(text: str) -> str:
    """Nothing may be fetched or run but the page's own style and script, named by their checksums."""
    sums: dict[str, list[str]] = {"style": [], "script": []}
    for kind, content in _INLINE.findall(text):
        sums[kind].append(
            "'sha256-" + base64.b64encode(hashlib.sha256(content.encode("utf-8")).digest()).decode("ascii") + "'"
        )
    style, script = (" ".join(sums[kind]) or "'none'" for kind in ("style", "script"))
    only = f"style-src {style}; script-src {script}"
    return f"default-src 'none'; img-src data:; {only}; base-uri 'none'; form-action 'none'"
