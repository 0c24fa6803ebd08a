"""The full source text cut where figures, sentences and doubtful places begin and end, for a page to link."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Finding, Metric, Report


@dataclass(frozen=True)
class Piece:
    """A run of text; ``metric`` and ``finding`` are 1-based numbers of what it belongs to, 0 for none."""

    text: str
    metric: int
    finding: int
    first_of_finding: bool


@dataclass(frozen=True)
class Span:
    """Neighbouring pieces; ``sentence`` is the number of the sentence that figures stand in, 0 elsewhere."""

    sentence: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True)
class SourceParagraph:
    number: int
    spans: tuple[Span, ...]


@dataclass(frozen=True)
class SourceText:
    """``sentence_of[i]`` is the sentence number of metric i (0-based index)."""

    paragraphs: tuple[SourceParagraph, ...]
    sentence_of: tuple[int, ...]


def source_text(cleaned: str, report: Report, metrics: Sequence[Metric], findings: Sequence[Finding]) -> SourceText:
    sentences = _sentences(cleaned, metrics)
    owner_of_metric = _owners(len(cleaned), [(one.start, one.end) for one in metrics])
    owner_of_finding = _owners(len(cleaned), [(one.start, one.end) for one in findings])
    owner_of_sentence = _owners(len(cleaned), sentences)
    paragraphs = []
    seen: set[int] = set()
    for paragraph in report.paragraphs:
        spans: list[Span] = []
        pieces: list[Piece] = []
        current = 0
        at = paragraph.start
        while at < paragraph.end:
            key = (owner_of_sentence[at], owner_of_metric[at], owner_of_finding[at])
            end = at + 1
            while end < paragraph.end and (owner_of_sentence[end], owner_of_metric[end], owner_of_finding[end]) == key:
                end += 1
            if key[0] != current and pieces:
                spans.append(Span(current, tuple(pieces)))
                pieces = []
            current = key[0]
            pieces.append(Piece(cleaned[at:end], key[1], key[2], bool(key[2]) and key[2] not in seen))
            seen.add(key[2])
            at = end
        if pieces:
            spans.append(Span(current, tuple(pieces)))
        paragraphs.append(SourceParagraph(paragraph.number, tuple(spans)))
    return SourceText(tuple(paragraphs), tuple(owner_of_sentence[one.start] for one in metrics))


def _owners(length: int, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Who owns each character, as a 1-based number, 0 for nobody; where spans overlap the first keeps its own."""
    owners = [0] * length
    for number, (start, end) in enumerate(spans, 1):
        for at in range(max(start, 0), min(end, length)):
            owners[at] = owners[at] or number
    return owners


def _sentences(cleaned: str, metrics: Sequence[Metric]) -> list[tuple[int, int]]:
    """Where the sentences of the metrics stand, in text order, overlapping ones made one."""
    found = []
    for one in metrics:
        at = cleaned.find(one.sentence, max(0, one.end - len(one.sentence))) if one.sentence else -1
        whole = 0 <= at <= one.start
        found.append((at, at + len(one.sentence)) if whole else (one.start, one.end))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(merged[-1][1], end))
        else:
            merged.append((start, end))
    return merged
