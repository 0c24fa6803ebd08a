"""Quantities in a text: number, magnitude, unit, the qualifier that touches it, and their exact place."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path

from briefing.extract.numerals import MAGNITUDES

_NUMBER = r"\d{1,16}(?:\.\d{1,8})?"
_MAGNITUDE = "|".join(MAGNITUDES)
_MORE = r"[余多来]"
_BEFORE = (
    ("range", ()),
    ("le", ("控制在", "不超过", "不高于", "不大于", "低于或等于")),
    ("ge", ("不低于", "不少于", "不小于", "至少", "至少有", "达到或超过")),
    ("lt", ("不足", "低于", "少于", "不到", "小于")),
    (
        "gt",
        (
            "超过",
            "突破",
            "高于",
            "大于",
            "多于",
            "跨越",
            "跨过",
            "跨上",
            "迈过",
            "迈上",
            "站上",
            "冲破",
            "首破",
            "超",
            "逾",
            "上",
        ),
    ),
    ("approx", ("大约", "接近", "将近", "约为", "约合", "折合", "约", "近")),
)
_AHEAD = "至少…"
PREFIX = {word: kind for kind, words in _BEFORE for word in words}
_PREFIXES = "|".join(sorted(PREFIX, key=len, reverse=True))
AFTER = {"以上": "ge", "之上": "ge", "以内": "le", "以下": "le", "之内": "le", "左右": "approx", "上下": "approx"}
_SUFFIXES = rf"(?:（[件套台个户只辆条家处座人名次]{{1,2}}）)?(?:{'|'.join(AFTER)})"  # 300台（件）以上
_LISTED = re.compile(
    r"(?P<number>\d{1,9}(?:\.\d{1,4})?)[、和及](?=(?P<next>\d{1,9}(?:\.\d{1,4})?)(?:[、和及]\d{1,9}(?:\.\d{1,4})?){0,3}(?:[万亿千百元家个%亩户人]))"
)
_AFTER_UNIT = re.compile(_SUFFIXES)
_PERSONS = re.compile(
    r"(?:[\u4e00-\u9fff、“”]{0,12}?)(?:人(?!大|才|均|工|居|民|行)|人民|群众|居民|学生|师生|职工|农民|党员|老人|老年人|儿童|妇女|参保|毕业生|游客|旅客|用户|市民|群体|婴幼儿|幼儿|孕妇|孕产妇|产妇|女性|家长|军人|学员|运动员|观众|牧民|农牧民|农民工|青年|人口|患者|贫困|纳税人|干部|志愿者|学子|人才|劳动力|网民|移民|考生|教师|村民|员工)"
)
# 脱贫人口务工规模超过3300万: the persons stand before the number.
_PERSONS_BEFORE = re.compile(
    r"(?:人口|人数|人员|人次|游客|旅客|就业|参保|职工|群众|居民|员额|用户|粉丝)(?:[由从]\d[\d.]*[千万亿余多]+)?[^，。；、\d]{0,10}(?:\d[\d.]*[万亿][、和])*$"
)
# 财政收入任务174万，完成198万: a village reckons in 万, and means 元.
_MONEY_BEFORE = re.compile(
    r"(?:收入|支出|产值|税收|利税|利润|资金|补贴|经费|预算)(?:任务|目标)?[^，。；、\d]{0,6}(?:\d[\d.]*[万亿]，[^，。；、\d]{0,6})*$"
)
_GOES_ON = re.compile(r"[，。；、）]|$|增加|上升|提高|下降|减少|降|提|任务|的?目标")
_PERSONS_NEXT = re.compile(
    r"[余多]?(?:农民|群众|居民|党员|干部|学生|师生|职工|老人|妇女|儿童|志愿者|游客|学子|市民|村民|员工|残疾人)"
)
_HOUSEHOLDS = re.compile(
    r"[余多]?(?:[\u4e00-\u9fff]{0,3})?(?:农户|商户|住户|牧户|贫困户|工商户|家庭|市场主体|经营主体|用户(?=受益))"
)
# 城乡居民收入倍差缩小至1.83: what has no unit by its nature.
_PURE_NUMBER = re.compile(
    r"(?:指数|倍差|强度|系数|比值)(?:为|达到?|[降升缩减增][至到小]至?|(?:缩小|提高|提升|下降|降低)[至到]|[稳定保持]{2}在)?$"
)
_ENDS = re.compile(r"[，。；、）]|$")
# 至少降低30%: the degree stands before the verb.
_AT_LEAST = re.compile(
    r"(?:至少|不少于|不低于)(?:再|要)?(?:降低|下降|减少|压减|提高|增长|增加|提升|压缩|新增|新建|培育|建成|引进|完成|改造)$"
)


_PER = "亩 人 户 吨 公里 平方米 平方公里 立方米 千瓦时 度 年 月 日 天 小时 次 件 斤 公斤 升 台 辆 平米 公顷 万元 亿元 万人 千人 百人 百户 学期".split()
# A measure word that goes on is none: 人口 and 人才 count persons without a unit of their own.
_UNIT_GOES_ON = {
    "人": "口才",
    "群": "众体里团雄",
    "家": "庭",
    "户": "籍外",
    "个": "体",
    "名": "额牌",
    "村": "级庄委民",
    "P": "A-Za-z",
    "台": "阶",
}
_COURSES = re.compile(r"班|培训|讲座|课|论坛|沙龙|讲堂|刊|举办|栏目")
# 增长-5.3%, 同比分别-6.2%、-19.3%: a sign, and no dash between two numbers; without it a fall would read as a rise.
MINUS = "-－−"
_FELL = re.compile(rf"(?:增长|增速|增幅|同比|分别|为|%、)[{MINUS}]$")
_DOUBLED = re.compile(r"翻了?(?:约|近|将近)?$")
_POINTS_FOLLOW = re.compile(r"[、和及][\d.]+个百分点")


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
    # A rate has a unit over a unit: 分/千瓦时, 元/亩, 亿元/平方公里.
    per = "|".join(sorted(_PER, key=len, reverse=True))
    # 年 is a unit only where a length of time is what is measured.
    for word, goes_on in _UNIT_GOES_ON.items():
        unit = unit.replace(f"|{word}|", f"|{word}(?![{goes_on}])|")
    end = rf"(?P<unit>{percent}|个?工作日|(?:{unit})(?:/(?:{per}))?|年(?![内底初度前后来产均代])|方(?![面案式法位向针程])(?:/(?:{per}))?)"
    return re.compile(
        rf"(?P<before>{_PREFIXES})?(?P<low>{_NUMBER})(?P<lowmag>(?:{_MAGNITUDE})?)(?P<plus>(?<=[万亿])\d[千百])?(?P<lowunit>{percent}|(?:元(?!人民币|/)|家|个(?!工作日)|亩(?!/)|公里(?!/))(?!次))?"
        rf"(?P<range>[-—–－～至到](?P<high>{_NUMBER}))?"
        rf"(?P<mag>(?:(?![千百]米|千瓦|千克|千伏|千卡|千焦)(?:{_MAGNITUDE}))?)(?P<more>{_MORE})?(?P<mag2>万|亿|万亿)?(?:{end})?(?P<more2>[余多](?![样元种方个式层功点用晶]|高层))?(?P<after>{_SUFFIXES})?"
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
        stop = max(found.end(group) for group in ("low", "lowmag", "plus", "mag", "more", "mag2"))
        end = found.end("after") if got["after"] else stop
        unit = _unit_of_the_counted(text, found.start(), stop, end, bool(got["lowmag"] or got["mag"] or got["mag2"]))
        if unit is None:
            return None
    if unit == "期" and not _COURSES.search(text, max(0, at - 16), stop + 6):
        return None  # 机场二期: a stage of works is a name
    if unit == "个" and _POINTS_FOLLOW.match(text, end):
        unit = "个百分点"  # 分别高于全国12.7个、12个百分点
    if unit == "成":
        values, unit = (values[0] * 10, values[1] * 10), "%"
    if got["before"] is None and not got["after"] and _AT_LEAST.search(text, max(0, at - 12), at):
        got["before"] = _AHEAD
    elif got["before"] == "上" or _inside_word(text, found.start(), got["before"]):
        got["before"] = None
    qualifier = _qualifier(got, range_=bool(got["range"]))
    doubled = _DOUBLED.search(text, max(0, at - 4), at) if unit == "番" else None
    start = found.start() if got["before"] and qualifier != "range" and got["before"] != _AHEAD else at
    start = doubled.start() if doubled else start
    if unit in ("%", "个百分点") and start == at and _FELL.search(text, max(0, at - 3), at):
        start -= 1
    return Quantity(start, end, at, stop, *values, _plain_unit(unit), qualifier)


def _match_at(text: str, at: int) -> re.Match[str] | None:
    for width in (3, 2, 1, 0):
        if at - width < 0 or (width and text[at - width : at] not in PREFIX):
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


def _unit_of_the_counted(text: str, start: int, behind: int, end: int, large: bool) -> str | None:
    """35万城乡参保居民, 务工规模超过3300万, 近4000农户: what a number without a unit counts, nothing where it is a pure number; None when that
    cannot be told."""
    if _HOUSEHOLDS.match(text, behind):
        return "户"
    if large and _PERSONS.match(text, behind):
        return "人"
    if _PERSONS_NEXT.match(text, behind):
        return "人"
    if not large and _PURE_NUMBER.search(text, max(0, start - 12), start) and _ENDS.match(text, end):
        return ""
    before = _PERSONS_BEFORE.search(text, max(0, start - 36), start)
    if large and before and _GOES_ON.match(text, end):
        return "人次" if "人次" in before[0] else "人"
    if large and _MONEY_BEFORE.search(text, max(0, start - 40), start) and _ENDS.match(text, end):
        return "元"
    return None


# 签约42.9万人: the last character of a word is no word of degree.
_WORDS_ENDING = {
    "约": "签预特公条节合制履邀契失违誓婚大",
    "近": "附临邻靠最亲就远将接",
    "超": "高赶反",
    "破": "突打侦攻爆",
}


def _inside_word(text: str, start: int, before: str | None) -> bool:
    return bool(before) and start > 0 and text[start - 1] in _WORDS_ENDING.get(before or "", "")


def _scaled(number: str, first: str, second: str, third: str) -> Decimal:
    value = Decimal(number)
    for magnitude in (first, second, third):
        value *= MAGNITUDES.get(magnitude, Decimal(1))
    return value


def _plain_unit(unit: str) -> str:
    return {
        "百分点": "个百分点",
        "台套": "台",
        "平方": "平方米",
        "平米": "平方米",
        "元钱": "元",
        "元人民币": "元",
        "工作日": "个工作日",
    }.get(unit, unit)


def _qualifier(got: dict[str, str | None], range_: bool) -> str:
    if range_:
        return "range"
    if got["after"]:
        return AFTER[got["after"][-2:]]
    if got["before"] == _AHEAD:
        return "ge"
    if got["before"] and got["before"] != "上":
        return PREFIX[got["before"]]
    return "gt" if got["more"] or got["more2"] else "eq"


def shared_unit(text: str, at: int) -> Quantity | None:
    """``分别突破70和50亿元``: a number without a unit takes magnitude and unit of the list's next one."""
    found = _LISTED.match(text, at)
    if not found or "分别" not in text[max(0, at - 24) : at]:
        return None
    following = quantity_at(text, found.end()) or shared_unit(text, found.end())  # 20.9、36.2、54个百分点
    if following is None or not Decimal(found["next"]):
        return None
    value = Decimal(found["number"]) * following.low / Decimal(found["next"])
    start = at
    for word in PREFIX:
        if text.endswith(word, 0, at) and word != "上":
            start = min(start, at - len(word))
    qualifier = PREFIX[text[start:at]] if start < at else "eq"
    end = at + len(found["number"])
    return Quantity(start, end, at, end, value, value, following.unit, qualifier)
