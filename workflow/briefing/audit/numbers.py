"""Every number of a finished document is the source's, or one of the closed list."""

from __future__ import annotations

import re
from collections import Counter

from briefing.audit.closed_list import ClosedList
from briefing.audit.plain import plain
from briefing.audit.reading import Document, Passage
from briefing.audit.source_numbers import NUMBER, SourceNumbers
from briefing.audit.tally import Tally
from briefing.model import VERDICTS, Brief, Report

# A column that only numbers its rows.
_ORDINAL_HEADERS = frozenset({"序号", "编号", "No.", "段落", "段号", "出处", "页码"})


def check_numbers(document: Document, brief: Brief, report: Report, source: SourceNumbers, tally: Tally) -> None:
    known = _known_texts(brief, report)
    closed = ClosedList(brief, report)
    whole = _by_group(document)
    units = {plain(figure.unit) for figure in (*brief.targets, *brief.scales, *brief.results) if figure.unit}
    for passage in document.passages:
        text = plain(passage.text)
        if not text or text in known.whole or (passage.kind == "table" and text in units):
            continue
        text = known.remove(text)
        allowed = closed.spans(text)
        for found in NUMBER.finditer(text):
            tally.look("NUMBER")
            if any(start <= found.start() and found.end() <= end for start, end in allowed):
                continue
            if source.holds(text, found.start(), found.end()) or _item_number(document, passage, text):
                continue
            if _joined(whole, passage, text, found.start(), source):
                continue
            tally.fail("NUMBER", document.file, passage.place, passage.text, _message(found[0], text, found, source))
        for found in source.chinese.finditer(text):
            tally.look("NUMBER")
            if not (
                source.holds_chinese(found[0], text[found.end() : found.end() + 20])
                or closed.chinese_count(text[found.start() :])
            ):
                tally.fail(
                    "NUMBER", document.file, passage.place, passage.text, f"“{found[0]}”不见于原文，或限定词与原文不同"
                )


class _known_texts:  # noqa: N801 -- a bag of strings with one verb
    """What we or a person set beside the source's words: titles, source lines, remarks, what reviewers filled in."""

    def __init__(self, brief: Brief, report: Report) -> None:
        lines = [report.title, brief.report_title, report.source, brief.source, report.source_sha256]
        lines += [text for one in brief.findings for text in (one.message, one.where)]
        lines += [pair.reason for pair in brief.pairs]
        # Last year's report has its own numbers and paragraphs: whole sentences and cells of it, each held to its text by
        # check_brief.
        counted: Counter[str] = Counter()
        for one in brief.completions:
            place = f"第{one.target_paragraph}段"
            counted[VERDICTS[one.verdict]] += 1
            lines += [one.target_source, f"目标（{place}）：{one.target_sentence}", f"{one.target}（{place}）"]
            lines += [
                f"{clause}（{place}）" for clause in re.split(r"[，；。]", one.target_sentence) if one.target in clause
            ]
        lines += [f"{word}{number}项" for word, number in counted.items()]
        self.whole = {plain(one) for task in brief.tasks for one in (task.lead, task.responsible, task.due) if one}
        self._parts = sorted({plain(one) for one in lines if one}, key=len, reverse=True)

    def remove(self, text: str) -> str:
        for one in self._parts:
            if len(one) >= 4 and one in text:
                text = text.replace(one, "\x00")
        return text


def _by_group(document: Document) -> dict[str, str]:
    """All text of one shape or group in one line: a card may print the number and its unit apart."""
    groups: dict[str, str] = {}
    for one in document.passages:
        if one.group and one.kind == "text":
            groups[one.group] = groups.get(one.group, "") + plain(one.text)
    return groups


def _joined(groups: dict[str, str], passage: Passage, text: str, start: int, source: SourceNumbers) -> bool:
    whole = groups.get(passage.group, "") if passage.kind == "text" else ""
    at = whole.find(text)
    if at < 0 or whole == text:
        return False
    found = NUMBER.match(whole, at + start)
    return found is not None and source.holds(whole, found.start(), found.end())


def _item_number(document: Document, passage: Passage, text: str) -> bool:
    """A whole cell that is a small number under 序号 or 段落."""
    if passage.kind != "table" or not re.fullmatch(r"\d{1,3}", text):
        return False
    found = re.fullmatch(r"(.*第\d+行)第(\d+)列", passage.place)
    if not found:
        return False
    row = next((one for one in document.rows if one.place == found[1]), None)
    column = int(found[2]) - 1
    return row is not None and column < len(row.header) and row.header[column].strip() in _ORDINAL_HEADERS


def _message(digits: str, text: str, found: re.Match[str], source: SourceNumbers) -> str:
    shown = text[max(0, found.start() - 6) : found.end() + 6].replace("\x00", "…")
    if source.knows(digits):
        return f"“{shown}”：数字 {digits} 见于原文，但单位、限定词或上下文与原文不同"
    return f"“{shown}”：数字 {digits} 不见于原文，也不是页码、序号或注明的计数"
