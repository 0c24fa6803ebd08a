"""The day a report was given and the meeting it was given to, as its head tells: ——2025年1月15日在高唐县第十八届人民代表大会第四次会议上."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

_HEAD = 1500  # characters before which a report has said when and to whom it was given
_SHORT = 60  # characters of a line that is a heading, where nobody is addressed
_ADDRESS = re.compile(r"各位(?:代表|同志|委员)|同志们")
_TENS = "一二三四五六七八九十"
_DAY = rf"(?P<year>(?:19|20)\d\d)年(?P<month>\d{{1,2}}|[{_TENS}]{{1,2}})月(?P<day>\d{{1,2}}|[{_TENS}]{{1,3}})日"
_MEETING = r"(?P<meeting>[\u4e00-\u9fff]{0,20}?\n?第?[一二三四五六七八九十]+届(?:全国)?(?:人民代表大会|人大)第?[一二三四五六七八九十]+次(?:全体)?会议)"
# Other meetings are told of in the text; this one is said with the day before it, or by itself with 在 and 上.
_DATED = re.compile(
    rf"{_DAY}，?(?:[\u4e00-\u9fff]{{2,10}}?(?=在))?在?{_MEETING}(?:上|的政府工作报告|）|$)", re.MULTILINE
)
_ALONE = re.compile(rf"(?:^|报告)[—―\-－(（]{{0,6}}在{_MEETING}上[)）]?(?=$|[（(\d])", re.MULTILINE)
_CALLED = re.compile(rf"^在[^。，]{{0,10}}召开的{_MEETING}", re.MULTILINE)  # a paper's own account
# A paper's account by subject: the meeting that set this year's work is the one that heard the report.
_SETTING = re.compile(
    rf"^{_MEETING}(?:上)?(?:提出|明确|确定)，?(?:今年|\d{{4}}年)[\u4e00-\u9fff]{{0,6}}工作", re.MULTILINE
)
_BARE_DAY = re.compile(rf"^[（(]?{_DAY}[)）]?$", re.MULTILINE)


@dataclass(frozen=True)
class Occasion:
    """``date``: ISO, ``meeting`` as the head names it; each empty where the head does not tell."""

    date: str = ""
    meeting: str = ""


def occasion_of(lines: Iterable[str], plan_year: int) -> Occasion:
    """What the paragraphs before the speaker turns to those present tell; ``plan_year`` refuses the day of another year's."""
    lines = tuple(lines)
    head = "\n".join(lines)[:_HEAD]
    addressed = _ADDRESS.search(head)
    spoken = head[: addressed.start()] if addressed else "\n".join(one for one in lines if len(one) <= _SHORT)
    for pattern, text in ((_DATED, spoken), (_ALONE, spoken), (_CALLED, head)):
        found = pattern.search(text)
        if found:
            day = found if pattern is _DATED else _BARE_DAY.search(text)
            return Occasion(_iso(day, plan_year) if day else "", found["meeting"].replace("\n", ""))
    setting = _SETTING.search("\n".join(lines))
    return Occasion("", setting["meeting"].replace("\n", "")) if setting else Occasion()


def _iso(day: re.Match[str], plan_year: int) -> str:
    year, month, number = int(day["year"]), _number(day["month"]), _number(day["day"])
    possible = year in (plan_year, plan_year - 1) and 1 <= month <= 12 and 1 <= number <= 31
    return f"{year}-{month:02d}-{number:02d}" if possible else ""


def _number(text: str) -> int:
    """``15``, ``十五``, ``二十``, ``三十一``."""
    if text.isdigit():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    return (_TENS.index(tens) + 1 if tens else 1 if ten else 0) * 10 * bool(ten) + (
        _TENS.index(ones) + 1 if ones else 0
    )
