"""Text that is made to keep us busy: a megabyte of it is refused or read within two seconds, whatever it repeats."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from briefing.errors import BriefingError
from briefing.extract import extract_metrics
from briefing.parse import MOST_CHARACTERS, read_report
from office import SMALL

SECONDS = 2
PATTERNS = {
    "digits": "1", "open brackets": "（", "closing brackets": "）", "pairs of brackets": "（）", "ASCII brackets": "(", "万": "万", "万亿": "万亿",
    "1万": "1万", "Chinese numerals": "一二三四五六七八九十", "十": "十", "blanks": " ", "full stops": "。", "commas": "，", "points": ".", "per cent": "1%，",
    "years": "2024年", "headings": "（一）发展\n", "list marks": "一是发展。", "entities": "&nbsp;", "notes": "[1]", "quotes": "“", "titles": "《", "letters": "a",
    "amounts": "1.5万亿元、", "dealt out": "甲、乙、丙分别增长1%、2%、3%，", "ranges": "1—", "places": "县", "meetings": "人民代表大会", "line breaks": "\n", "lines": "1\n",
}  # fmt: skip


def processor_seconds(path: Path) -> float:
    """What reading takes of one processor; a refusal is an answer as well."""
    began = time.process_time()
    try:
        cleaned, report = read_report(path, path.stem)
        extract_metrics(cleaned, report)
    except BriefingError:
        pass
    return time.process_time() - began


@pytest.mark.parametrize("name", PATTERNS)
def test_a_megabyte_of_one_thing(tmp_path: Path, name: str) -> None:
    """Inside an area of a good report, on one line or cut into lines."""
    pattern = PATTERNS[name]
    megabyte = pattern * (1_000_000 // len(pattern.encode()))
    for text in (megabyte, "\n".join(megabyte[at : at + 200] for at in range(0, len(megabyte), 200))):
        path = tmp_path / "report.txt"
        path.write_text(SMALL.replace("改善人居环境。", f"{text}。改善人居环境。"), encoding="utf-8")
        assert processor_seconds(path) < SECONDS


@pytest.mark.parametrize(
    "name", ["digits", "open brackets", "万", "1万", "amounts", "titles", "headings", "list marks", "letters", "blanks"]
)
def test_as_much_as_is_read_at_all(tmp_path: Path, name: str) -> None:
    """Just under the limits, where nothing is refused for its size: three times as long at most."""
    pattern = PATTERNS[name]
    path = tmp_path / "report.txt"
    text = pattern * ((MOST_CHARACTERS - 2000) // len(pattern))
    path.write_text(SMALL.replace("改善人居环境。", f"{text}。改善人居环境。"), encoding="utf-8")
    assert processor_seconds(path) < 3 * SECONDS
