"""Quantities in a text: number, magnitude, unit, the qualifier that touches it, and their exact place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from briefing.extract.numerals import MAGNITUDES, chinese_value

_NUMBER = r"\d{1,16}(?:\.\d{1,8})?"
_MAGNITUDE = "|".join(MAGNITUDES)
_MORE = r"[余多来]"
_BEFORE = (
    ("range", ()),
    ("le", ("控制在", "不超过", "不高于", "不大于", "低于或等于")),
    ("ge", ("不低于", "不少于", "不小于", "至少", "达到或超过")),
    ("lt", ("不足", "低于", "少于", "不到", "小于")),
    ("gt", ("超过", "突破", "高于", "大于", "多于", "超", "逾", "上")),
    ("approx", ("大约", "接近", "将近", "约为", "约", "近")),
)
_PREFIX = {word: kind for kind, words in _BEFORE for word in words}
_PREFIXES = "|".join(sorted(_PREFIX, key=len, reverse=True))
_AFTER = {"以上": "ge", "之上": "ge", "以内": "le", "以下": "le", "之内": "le", "左右": "approx", "上下": "approx"}
_SUFFIXES = "|".join(_AFTER)
_AFTER_UNIT = re.compile(_SUFFIXES)
_PERSONS = re.compile(
    r"(?:[\u4e00-\u9fff、“”]{0,12}?)(?:人(?!大|才|均|工|居|民|行)|人民|群众|居民|学生|师生|职工|农民|党员|老人|老年人|儿童|妇女|参保|毕业生|游客|旅客|用户|市民|青年|人口|患者|贫困|纳税人|干部|志愿者|学子|人才|劳动力|网民|移民|考生|教师|村民|员工)"
)
# 脱贫人口务工规模超过3300万: the persons stand before the number.
_PERSONS_BEFORE = re.compile(r"(?:人口|人数|人员|游客|旅客|就业|参保|职工|群众|居民)[^，。；、\d]{0,10}$")


@dataclass(frozen=True)
class Quantity:
    """``text[start:end]`` is the quantity with its touching qualifier; ``number`` is where the number itself starts.

    ``low`` and ``high`` are in base units; ``unit`` has no magnitude; ``stop`` is behind the unit (before 以上, 左右).
    """

    start: int
    end: int
    number: int
    stop: int
    low: Decimal
    high: Decimal
    unit: str
    qualifier: str


@cache
def units() -> tuple[str, ...]:
    lines = (Path(__file__).parent / "units.txt").read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))


@cache
def _pattern() -> re.Pattern[str]:
    unit = "|".join(map(re.escape, units()))
    percent = r"个?百分点|[%‰]"
    end = rf"(?P<unit>{percent}|{unit}|方(?![面案式法位向针程]))"
    return re.compile(
        rf"(?P<before>{_PREFIXES})?(?P<low>{_NUMBER})(?P<lowmag>(?:{_MAGNITUDE})?)(?P<plus>(?<=[万亿])\d[千百])?(?P<lowunit>{percent}|元|家|个|亩|公里)?"
        rf"(?P<range>[-—–－～至到](?P<high>{_NUMBER}))?"
        rf"(?P<mag>(?:(?![千百]米|千瓦|千克|千伏|千卡|千焦)(?:{_MAGNITUDE}))?)(?P<more>{_MORE})?(?P<mag2>万|亿|万亿)?(?:{end})?(?P<more2>[余多](?![样元种方个]))?(?P<after>{_SUFFIXES})?"
    )


def _number(text: str, magnitude: str) -> Decimal:
    return Decimal(text) * MAGNITUDES.get(magnitude, Decimal(1))


def quantity_at(text: str, at: int) -> Quantity | None:
    """The quantity whose number starts at ``at`` (a digit), or None when no unit follows."""
    found = _match_at(text, at)
    if found is None:
        return None
    got = found.groupdict()
    unit, end, stop = got["unit"], found.end(), found.end("unit") if got["unit"] else -1
    if got["range"] and not unit and not got["mag"] and got["lowunit"]:
        got["range"] = None  # 30%至…: the range sign belongs to other words, the first number stands alone
    if got["lowunit"] and not got["range"]:
        # 10个片区: with no range, what follows the measure word is the thing counted, never a second unit.
        unit, stop = got["lowunit"], found.end("lowunit")
        after = _AFTER_UNIT.match(text, stop)
        got |= {"after": after[0] if after else None, "more": None, "more2": None, "mag": None, "mag2": None}
        end = after.end() if after else stop
    values = _values(got)
    if values is None:
        return None
    if unit is None:
        stop = end = max(found.end(group) for group in ("low", "lowmag", "plus", "mag", "more", "mag2"))
        if not (got["lowmag"] or got["mag"] or got["mag2"]) or not _counts_persons(text, found.start(), stop):
            return None
        unit = "人"
    if got["before"] == "上" or _inside_word(text, found.start(), got["before"]):
        got["before"] = None
    qualifier = _qualifier(got, range_=bool(got["range"]))
    start = found.start() if got["before"] and qualifier != "range" else at
    return Quantity(start, end, at, stop, *values, _plain_unit(unit), qualifier)


def _match_at(text: str, at: int) -> re.Match[str] | None:
    for width in (3, 2, 1, 0):
        if at - width < 0 or (width and text[at - width : at] not in _PREFIX):
            continue
        found = _pattern().match(text, at - width)
        if found and found.start("low") == at:
            return found
    return None


def _values(got: dict[str, str | None]) -> tuple[Decimal, Decimal] | None:
    """Low and high in base units; None for two years, which are no range."""
    low_magnitude, magnitude = got["lowmag"] or "", (got["mag"] or "") + (got["mag2"] or "")
    if not got["range"]:
        if got["plus"]:  # 1万6千多户, 1亿3千多万人次
            value = _number(got["low"] or "", low_magnitude)
            value += _scaled(got["plus"][:-1], got["plus"][-1], got["mag"] or "", got["mag2"] or "")
        else:
            value = _scaled(got["low"] or "", low_magnitude, got["mag"] or "", got["mag2"] or "")
        return value, value
    if re.fullmatch(r"(?:19|20)\d\d", got["high"] or "") and not magnitude:
        return None
    high = _number(got["high"] or "", magnitude)
    low = _number(got["low"] or "", low_magnitude or magnitude)
    return (low if low <= high or low_magnitude else Decimal(got["low"] or "")), high


def _counts_persons(text: str, start: int, behind: int) -> bool:
    """35万城乡参保居民; 务工规模超过3300万: a number without a unit that counts people."""
    if _PERSONS.match(text, behind):
        return True
    return bool(_PERSONS_BEFORE.search(text, 0, start)) and text[behind : behind + 1] in "，。；、）"


# 签约42.9万人: the last character of a word is no word of degree.
_WORDS_ENDING = {"约": "签预特公条节合制履邀契失违誓婚大", "近": "附临邻靠最亲就远将接", "超": "高赶反"}


def _inside_word(text: str, start: int, before: str | None) -> bool:
    return bool(before) and start > 0 and text[start - 1] in _WORDS_ENDING.get(before or "", "")


def _scaled(number: str, first: str, second: str, third: str) -> Decimal:
    value = Decimal(number)
    for magnitude in (first, second, third):
        value *= MAGNITUDES.get(magnitude, Decimal(1))
    return value


def _plain_unit(unit: str) -> str:
    return {"百分点": "个百分点", "台套": "台", "平方": "平方米", "平米": "平方米", "元钱": "元"}.get(unit, unit)


def _qualifier(got: dict[str, str | None], range_: bool) -> str:
    if range_:
        return "range"
    if got["after"]:
        return _AFTER[got["after"]]
    if got["before"] and got["before"] != "上":
        return _PREFIX[got["before"]]
    return "gt" if got["more"] or got["more2"] else "eq"


_TENTHS = re.compile(
    r"(近|超|约|超过|不足|逾)?([一二三四五六七八九两])成(?!立|都|果|为|效|功|员|本|熟|长|品|绩|交|套|人|就|年|分|型|渠|片|线|形)(多)?(以上|以下|左右)?"
)
_FRACTION = re.compile(
    r"(近|超|约|超过|不足|逾)?([一二三四五六七八九十百千万]{1,4})分之([一二三四五六七八九十百]{1,6}(?:点[零一二三四五六七八九]+)?)(以上|以下|左右)?"
)
_DOUBLED = re.compile(r"翻(?:了)?([一两二三四])?番")


def worded_quantities(text: str) -> list[Quantity]:
    """Quantities in words that a unit makes certain: 八成以上, 三分之二, 翻一番."""
    found: list[Quantity] = []
    for match in _TENTHS.finditer(text):
        value = Decimal(10) * (chinese_value(match[2]) or 0)
        qualifier = _AFTER.get(match[4] or "") or _PREFIX.get(match[1] or "") or ("gt" if match[3] else "eq")
        found.append(Quantity(match.start(), match.end(), match.start(2), match.end(), value, value, "%", qualifier))
    for match in _FRACTION.finditer(text):
        below, above = chinese_value(match[2]), chinese_value(match[3].split("点")[0])
        if not below or above is None:
            continue
        value = (above * 100 / below).quantize(Decimal("0.01"))
        qualifier = _AFTER.get(match[4] or "") or _PREFIX.get(match[1] or "") or "eq"
        found.append(Quantity(match.start(), match.end(), match.start(2), match.end(), value, value, "%", qualifier))
    for match in _DOUBLED.finditer(text):
        times = Decimal(2) ** int(chinese_value(match[1] or "一") or 1)
        found.append(Quantity(match.start(), match.end(), match.start(), match.end(), times, times, "倍", "eq"))
    return found
