"""The parsed report (report.json).

All offsets (``start``, ``end``) are character offsets into ``cleaned.txt``, half-open: ``cleaned[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass

PART_KINDS = ("review", "plan", "self", "other")


@dataclass(frozen=True)
class Measure:
    """A clause that ends in ``；`` or ``。``, without its end mark; ``task``: false for a judgement or an exhortation, not counted."""

    text: str
    start: int
    end: int
    paragraph: int
    task: bool = True
    mark: str = "。"  # what ends it in the source: ； where its sentence goes on, nothing where its text ends in ！
    head: str = ""  # the heading inside its topic that it stands under, where the topic has such parts


@dataclass(frozen=True)
class Topic:
    """A sub-heading (领起句) of an area with its measures; ``title`` is empty for sentences that stand under none."""

    number: int
    title: str
    start: int
    end: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Area:
    """A numbered section of a part (工作领域). ``number`` 0 is the opening before the first section."""

    number: int
    title: str
    start: int
    end: int
    topics: tuple[Topic, ...]

    @property
    def headings(self) -> tuple[str, ...]:
        """Those of its topics, each with those of its parts behind it."""
        told = ((topic.title, *(one.head for one in topic.measures)) for topic in self.topics)
        return tuple(dict.fromkeys(heading for headings in told for heading in headings if heading))


@dataclass(frozen=True)
class Part:
    """``kind`` is one of PART_KINDS: what was done, what will be done, the government's own work, anything else."""

    kind: str
    title: str
    start: int
    end: int
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the cleaned text, numbered from 1 in reading order."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Finding:
    """Something a person should look at; never corrected in silence.
    ``severity`` is ``error``, ``check`` or ``note``; ``where`` says the place in Chinese (第n段, 领域（二）…).
    ``message`` is Chinese, since the office reads it."""

    kind: str
    severity: str
    where: str
    start: int
    end: int
    message: str


@dataclass(frozen=True)
class Report:
    """A parsed report; ``announced`` is how many plan areas the text itself announces (None when it does not)."""

    report_id: str
    place: str
    level: str  # nation, province, city, county
    title: str
    plan_year: int
    review_year: int
    source: str  # what stands behind 来源：, e.g. 《小店区2024年政府工作报告》（据媒体报道）
    date: str  # ISO date when the report tells one, else empty
    source_sha256: str
    announced: int | None
    parts: tuple[Part, ...]
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]  # what parsing doubts; findings.csv holds these and the extractor's
    occasion: str = ""  # the meeting that the report was given to, as its head names it
    numerals: int = 0  # how many numerals (runs of digits, one decimal point) the cleaned text holds; see Numeral
