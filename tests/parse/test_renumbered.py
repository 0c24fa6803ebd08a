"""Real reports set in other ways: the same areas under （一）, 一、, 一是, 1., 第一, dashes or plain lines, wherever they run."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from briefing.model import Area, Report
from briefing.parse import read_report
from briefing.parse.marks import mark_of
from real_report import XIAODIAN
from report_texts import parsed, titles_of
from shared_reports import reports

_NUMERALS = "一 二 三 四 五 六 七 八 九 十 十一 十二".split()
_BY_STEM = {path.stem: path for path in [XIAODIAN, *reports()]}
_CASES: list[tuple[str, str]] = []

# What each way writes before the n-th heading, and which marks in the report itself would collide with it.
WAYS: dict[str, tuple[Callable[[int], str], str]] = {
    "（一）": (lambda n: f"（{_NUMERALS[n]}）", "paren"),
    "(一)": (lambda n: f"({_NUMERALS[n]})", "paren"),
    "一、": (lambda n: f"{_NUMERALS[n]}、", "comma"),
    "一是": (lambda n: f"{_NUMERALS[n]}是", "is"),
    "1.": (lambda n: f"{n + 1}.", "digit"),
    "1、": (lambda n: f"{n + 1}、", "digit"),
    "第一，": (lambda n: f"第{_NUMERALS[n]}，", "ordinal"),
    "㈠": (lambda n: chr(0x3220 + n) if n < 10 else f"（{_NUMERALS[n]}）", "paren"),
    "一．": (lambda n: f"{_NUMERALS[n]}．", "comma"),
    "⒈": (lambda n: chr(0x2488 + n), "digit"),
    "其一，": (lambda n: f"其{_NUMERALS[n]}，", "ordinal"),
    "任务一：": (lambda n: f"任务{_NUMERALS[n]}：", "named"),
    "——": (lambda _: "——", "dash"),
    "(plain line)": (lambda _: "", "none"),
}


def _set_anew(cleaned: str, report: Report, way: str, *, own_line: bool) -> str:
    """The plan's headings in another way, on lines of their own or running into their paragraphs."""
    write, kind = WAYS[way]
    areas = {
        _line(cleaned, area.start): area
        for part in report.parts
        if part.kind == "plan"
        for area in part.areas
        if area.number
    }
    parts = {_line(cleaned, part.start) for part in report.parts if part.title}
    lines, taken, number = cleaned.split("\n"), set[int](), 0
    out = []
    for k, line in enumerate(lines):
        if k in taken:
            continue
        if k in areas:
            head, rest = _divided(line, areas[k])
            if not rest and not own_line:
                rest = lines[k + 1]
                taken.add(k + 1)
            head = write(number) + head
            out += [head, *([rest] if rest else [])] if own_line else [f"{head}。{rest}"]
            number += 1
            continue
        mark = mark_of(line)
        collides = mark is not None and mark.kind == kind and (k in parts or k > min(areas))
        out.append(line[mark.length :] if mark and collides else line)
    return "\n".join(out)


def _line(cleaned: str, offset: int) -> int:
    return cleaned.count("\n", 0, offset)


def _divided(line: str, area: Area) -> tuple[str, str]:
    _, title, rest = line.partition(area.title)
    return title, rest.lstrip("。：；")


def _alone(path: Path) -> tuple[str, Report]:
    return read_report(path, path.stem, None)


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("report", sorted(_BY_STEM))
def test_the_areas_are_the_same_however_they_are_numbered(report: str, way: str) -> None:
    cleaned, read = _alone(_BY_STEM[report])
    starts = [
        _line(cleaned, area.start) for part in read.parts if part.kind == "plan" for area in part.areas if area.number
    ]
    if len(set(starts)) < len(starts):
        pytest.skip("this report has its areas inside one paragraph")
    lines = [False] if way in ("一是", "第一，", "其一，") else [True] if way == "(plain line)" else [True, False]
    for own_line in lines:
        _CASES.append((report, way))
        again = parsed(_set_anew(cleaned, read, way, own_line=own_line))[1]
        assert titles_of(again) == titles_of(read), "own line" if own_line else "running in"


@pytest.mark.parametrize("report", sorted(_BY_STEM))
def test_the_plan_may_stand_before_the_review(report: str) -> None:
    cleaned, read = _alone(_BY_STEM[report])
    text = {part.kind: cleaned[part.start : part.end] for part in read.parts}
    titled = {part.kind for part in read.parts if part.title}
    if not {"review", "plan"} <= titled:
        pytest.skip("this report has no headings of its parts")
    turned = "\n".join([text.get("other", "").split("\n名词解释")[0][:300], text["plan"], text["review"]])
    assert titles_of(parsed(turned)[1]) == titles_of(read)


@pytest.mark.parametrize(
    "words",
    [
        "重点抓好{}方面工作：",
        "着力实施“{}大行动”。",
        "要在{}个方面聚焦发力。",
        "全力做到“{}个新突破”：",
        "今年将推进{}项重点任务。",
    ],
)
@pytest.mark.parametrize("count", ["六", "6"])
def test_the_count_is_heard_in_other_words(words: str, count: str) -> None:
    lines = XIAODIAN.read_text(encoding="utf-8").replace("(一) ", "(一)")
    text, changed = re.subn(r"重点抓好六个方面工作[。：:]?", words.format(count), lines)
    assert changed == 1
    assert parsed(text)[1].announced == 6


def _wrapped(cleaned: str, width: int, indent: str) -> str:
    return "\n".join(
        piece for line in cleaned.split("\n") for piece in textwrap.wrap(indent + line, width, drop_whitespace=False)
    )


@pytest.mark.parametrize("report", sorted(_BY_STEM))
def test_lines_that_a_program_broke_are_joined(report: str) -> None:
    """At 34 characters, first lines indented, the number of the page every 28 lines: as text comes out of old mail and fax programs."""
    cleaned, read = _alone(_BY_STEM[report])
    lines = _wrapped(cleaned, 34, "\u3000\u3000").split("\n")
    pages = [f"{line}\n\n— {at // 28 + 1} —\n" if at % 28 == 27 else line for at, line in enumerate(lines)]
    again, anew = parsed("\n".join(pages))
    assert titles_of(anew) == titles_of(read)
    assert again.replace("\n", "") == cleaned.replace("\n", "")


@pytest.mark.parametrize("report", sorted(_BY_STEM))
def test_paragraphs_that_ran_together_are_parted(report: str) -> None:
    """As a database gives them out: one line, two blanks before each paragraph."""
    cleaned, read = _alone(_BY_STEM[report])
    again, anew = parsed("\u3000\u3000".join(cleaned.split("\n")))
    assert titles_of(anew) == titles_of(read)
    assert again == cleaned


def test_how_many_settings_were_read(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{len(_CASES)} settings of {len(_BY_STEM)} real reports were read in the tests above")
    assert _CASES
