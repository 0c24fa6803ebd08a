"""Real reports, damaged in the ways that copying and saving damages them: never a traceback, never a wrong place."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.errors import BriefingError
from briefing.extract import extract_metrics
from briefing.parse import read_report
from real_report import XIAODIAN
from shared_reports import reports

SOURCES = [XIAODIAN, *(path for path in reports() if path.suffix == ".txt" and path.stem != XIAODIAN.stem)]
NOISE = [
    "&nbsp;",
    "\\r\\n",
    "浏览次数：1234次",
    "打印本页",
    "[1]",
    "事项(1)",
    "\u3000",
    "\u200b",
    "第 3 页",
    "..............",
    "责任编辑：张三",
]


def _damaged(text: str, how: str, seed: int) -> bytes:
    """``seed`` decides where; the same seed damages in the same way."""
    chance = random.Random(seed)
    at, to = sorted(chance.sample(range(len(text)), 2))
    lines = text.splitlines()
    if how == "cut":
        text = text[:at] + text[to:]
    elif how == "doubled":
        text = text + "\n" + text
    elif how == "shuffled":
        chance.shuffle(lines)
        text = "\n".join(lines)
    elif how == "noise":
        for _ in range(20):
            place = chance.randrange(len(text))
            text = text[:place] + chance.choice(NOISE) + text[place:]
    elif how == "broken lines":
        text = re.sub(r"(?<=\d)(?=\d)", lambda _: chance.choice(["", "", "", "\n", " "]), text)
    elif how == "lost characters":
        kept = set(chance.sample(range(len(text)), len(text) * 49 // 50))
        text = "".join(char for place, char in enumerate(text) if place in kept)
    elif how == "numbered anew":
        text = re.sub(r"[一二三四五六七八九十]+(?=[、）)是])", lambda _: chance.choice("一二三四五六七八九十"), text)
    elif how == "wrapped":
        width = chance.randrange(12, 60)
        text = "\n".join(line[place : place + width] for line in lines for place in range(0, max(1, len(line)), width))
    elif how == "in one line":
        text = chance.choice(["", " ", "\u3000\u3000", "\\r\\n", "<br>"]).join(lines)
    elif how == "a byte lost":
        content = text.encode(chance.choice(["utf-8", "utf-16", "utf-16-le", "gb18030"]), "replace")
        return content[: at // 2] + content[at // 2 + 1 :]
    elif how == "half a character":
        return text.encode("utf-8")[: at * 3 + 1]
    elif how == "other encoding":
        return text.encode("gb18030", "replace")[chance.randrange(2) :]
    return text.encode("utf-8")


@settings(max_examples=100, deadline=10_000, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    source=st.sampled_from(SOURCES),
    how=st.sampled_from(
        [
            "cut",
            "doubled",
            "shuffled",
            "noise",
            "broken lines",
            "lost characters",
            "numbered anew",
            "wrapped",
            "in one line",
            "a byte lost",
            "half a character",
            "other encoding",
        ]
    ),
    seed=st.integers(0, 10_000),
)
def test_a_damaged_report_is_read_or_refused_in_one_sentence(source: Path, how: str, seed: int, tmp_path: Path) -> None:
    whole = source.read_text(encoding="utf-8-sig")
    content = _damaged(whole, how, seed)
    path = tmp_path / "report.txt"
    path.write_bytes(content)
    try:
        cleaned, report = read_report(path, "report", None)
    except BriefingError as told:
        assert "\n" not in str(told), "one sentence"  # noqa: PT017 -- both ways out are right
        return
    found = extract_metrics(cleaned, report)
    # Noise that fell within a number is rightly taken out again, so the undamaged digits count too.
    told = "|".join([*(content.decode(encoding, "ignore") for encoding in ("utf-8", "utf-16", "gb18030")), whole])
    digits = re.sub(r"[^\d|]", "", told)
    for metric in found.metrics:
        assert cleaned[metric.start : metric.end] == metric.text
        assert all(number in digits for number in re.findall(r"\d+", metric.text))
    counts = found.counts
    assert counts["in_metrics"] + counts["non_metrics"] + counts["unclassified"] == counts["numerals"]


def test_how_many_reports_are_damaged_here(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{len(SOURCES)} real reports are damaged in the tests above")
    assert XIAODIAN in SOURCES
