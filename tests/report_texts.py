"""A report given as text, read from a file as users drop it in."""

from __future__ import annotations

import tempfile
from pathlib import Path

from briefing.model import Area, Report
from briefing.parse import read_report

HEAD = "甲县2024年政府工作报告\n——2024年1月15日在甲县第十七届人民代表大会第四次会议上\n各位代表：\n现在，我代表县人民政府，向大会作政府工作报告，请予审议。\n"


def parsed(text: str) -> tuple[str, Report]:
    """The cleaned text and the parsed report."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "report.txt"
        path.write_text(text, encoding="utf-8")
        return read_report(path, "report", None)


def areas_of(report: Report, kind: str = "plan") -> list[Area]:
    """The numbered areas of the parts of one kind, in order."""
    return [area for part in report.parts if part.kind == kind for area in part.areas if area.number > 0]


def titles_of(report: Report, kind: str = "plan") -> list[str]:
    return [area.title for area in areas_of(report, kind)]


def area_texts(paragraphs: list[str], kind: str = "plan") -> dict[int, str]:
    """The text of each area of a report that is made of a usual head and ``paragraphs``."""
    cleaned, report = parsed(HEAD + "\n".join(paragraphs))
    return {area.number: cleaned[area.start : area.end] for area in areas_of(report, kind)}
