"""Text that is made to keep us busy: a megabyte of it is refused or read within two seconds, whatever it repeats."""

from __future__ import annotations

import random
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
    "per cent in words": "百分之", "colons": "：", "middle dots": "·", "ellipses": "……", "comparisons": "比2023年增长",
}  # fmt: skip
TOKENS = "1 万 亿元 一 十 百分之 % 、 ， 。 ； ： “ ” （ ） ( ) 《 》 [1] —— - . 2024年 增长 以上 县 第 一是 个 达到 至 比 a 分别 和".split()
TOKENS += ["\n", " "]


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


def report_with(text: str, folder: Path) -> Path:
    """A good report with ``text`` inside its first area."""
    path = folder / "report.txt"
    path.write_text(SMALL.replace("改善人居环境。", f"{text}。改善人居环境。"), encoding="utf-8")
    return path


@pytest.mark.parametrize("name", PATTERNS)
def test_as_much_as_is_read_at_all(tmp_path: Path, name: str) -> None:
    """Just under the limit of characters, where length alone is no reason to refuse."""
    pattern = PATTERNS[name]
    text = pattern * ((MOST_CHARACTERS - 2000) // len(pattern))
    assert processor_seconds(report_with(text, tmp_path)) < SECONDS


@pytest.mark.parametrize("seed", range(12))
def test_a_jumble(tmp_path: Path, seed: int) -> None:
    """The same of marks, numerals and words in any order: no mixture is slow either."""
    chance = random.Random(seed)
    tokens = chance.sample(TOKENS, chance.randint(2, len(TOKENS)))
    text = "".join(chance.choice(tokens) for _ in range(MOST_CHARACTERS))[: MOST_CHARACTERS - 2000]
    assert processor_seconds(report_with(text, tmp_path)) < SECONDS
