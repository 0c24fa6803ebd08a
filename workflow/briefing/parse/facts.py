"""Place, level, years, title, date and source, from the text itself; what a person wrote beside the report wins."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from briefing.errors import BriefingError
from briefing.parse.cleaning import Cleaned
from briefing.parse.occasions import occasion_of
from briefing.parse.paragraphs import Line
from briefing.parse.parts import PartStart
from briefing.parse.publishers import published_by
from briefing.parse.years import with_arabic_years
from briefing.report_names import report_name

KNOWN = {
    "title",
    "place",
    "plan_year",
    "review_year",
    "source",
    "date",
    "occasion",
    "areas",
    "announced",
    "recipients",
    "template_set",
}
# 在合肥市⏎第十四届人民代表大会: a page may break the line behind the place.
_SPEECH = re.compile(
    r"((?:19|20)\d\d)年(\d{1,2})月(\d{1,2})日(?:，)?在([\u4e00-\u9fff]{2,24}?)\n?第?[一二三四五六七八九十]+届人民代表大会"
)
# 2006年2月15日在市十一届人大五次会议上 names no place, yet the day.
_DAY_OF_SPEECH = re.compile(
    r"((?:19|20)\d\d)年\d{1,2}月\d{1,2}日，?在[\u4e00-\u9fff]{0,24}?第?[一二三四五六七八九十]+届(?:人民代表大会|人大)"
)
_MEETING = re.compile(
    r"(?:在|^|，|的)([\u4e00-\u9fff]{2,16}?)\n?第?[一二三四五六七八九十]+届人民代表大会", re.MULTILINE
)
_OFTEN = 2
_HEAD = 3000  # characters in which a report says whose it is
_CONGRESS = re.compile("届人民代表大会")
_ON_BEHALF = re.compile(r"(?:代表|受)([\u4e00-\u9fff]{2,14}?)(?:人民)?政府(?:委托)?，?向")
_OFFICE = re.compile(r"([\u4e00-\u9fff]{2,14}?)人民政府(?:代)?(?:县|区|市|省|旗|州|盟|镇|乡)?(?:长|主席)")
_COMMITTEE = re.compile(
    r"(?:^|代表|受)([\u4e00-\u9fff]{2,14}?(?:开发区|高新区|新区|园区|示范区|合作区))(?:管理委员会|管委会)", re.MULTILINE
)
_NAME = re.compile(
    r"^(?:[\u4e00-\u9fff]县|[\u4e00-\u9fff]{2,12}(?:自治区|特别行政区|自治州|自治县|自治旗|新区|开发区|省|市|县|区|旗|州|盟|乡|镇|街道))$"
)
_TITLE_PLACE = re.compile(
    r"(?:20\d\d年)?((?!年)[\u4e00-\u9fff]{1,14}?(?:自治区|自治州|自治县|省|市|县|区|旗|州|镇|乡))(?:20\d\d年)?(?:人民)?政府工作报告"
)
# 白杨街道2022年工作总结及2023年工作思路: over what an office below a county writes, which no congress hears.
_TITLE_OFFICE = re.compile(
    r"^(?:[\u4e00-\u9fff]{2,4}[市县区])?(?:20\d\d年)?((?!年)[\u4e00-\u9fff]{1,8}?(?:街道|镇|乡))(?:办事处|党工委|人民政府|政府)?(?:20\d\d年度?)?(?:政府)?工作(?:报告|总结|计划|要点|回顾|安排|思路|打算)",
    re.MULTILINE,
)
_NATION = re.compile(r"全国人民代表大会|国务院总理|(?:代表|我代表)国务院")
_SUFFIX = r"(?:省|市|县|区|旗|州|盟|自治区|自治州|自治县)"
_BLANK = re.compile(
    r"[XxＸｘ×*＊某]{1,4}(?:自治州|自治县|省|市|县|区|旗|州|镇|乡)"
)  # a sample, or a place made unknown
_DATE = re.compile(r"(20\d\d)[年\-/.](\d{1,2})[月\-/.](\d{1,2})日?")
_PROVINCES = "北京 天津 上海 重庆"


@dataclass(frozen=True)
class Facts:
    place: str
    level: str
    title: str
    plan_year: int
    review_year: int
    source: str
    date: str
    occasion: str


def check_keys(facts: Mapping[str, object], report_id: str) -> None:
    unknown = sorted(set(map(str, facts)) - KNOWN)
    if unknown:
        raise BriefingError(f"{report_id}.yaml: unknown setting {unknown[0]!r}; known are: {', '.join(sorted(KNOWN))}.")


def facts_of(
    cleaned: Cleaned, lines: tuple[Line, ...], starts: list[PartStart], given: Mapping[str, object], report_id: str
) -> Facts:
    lines = tuple(replace(line, text=with_arabic_years(line.text)) for line in lines)
    plan_year = _year(given, "plan_year", report_id) or _plan_year(lines, starts)
    if plan_year is None:
        raise BriefingError(
            f"{report_id}: no plan year can be told from {len(lines)} paragraphs; write “plan_year: 2024” into {report_id}.yaml."
        )
    place = str(given.get("place") or _place(cleaned.text, lines) or "")
    if not place:
        blank = _BLANK.search(cleaned.text[:_HEAD])
        only = f" (it only says “{blank[0]}”)" if blank else ""
        raise BriefingError(
            f"{report_id}: no place can be told from the text{only}; write “place: ” and whose report it is into {report_id}.yaml."
        )
    title = str(given.get("title") or report_name("" if place == "国务院" else place, plan_year))
    cited = str(given.get("title") or _printed(lines, plan_year) or title)
    source = str(given.get("source") or f"《{cited}》{published_by(cleaned.bylines)}")
    review_year = _year(given, "review_year", report_id) or plan_year - 1
    occasion = occasion_of((line.text for line in lines[:25]), plan_year)
    date = str(given.get("date") or occasion.date or _date(lines, plan_year))
    meeting = str(given.get("occasion") or occasion.meeting)
    return Facts(place, _level(place), title, plan_year, review_year, source, date, meeting)


def _year(given: Mapping[str, object], key: str, report_id: str) -> int | None:
    value = given.get(key)
    if value is None:
        return None
    if not re.fullmatch(r"(?:19|20)\d\d", str(value)):
        raise BriefingError(f"{report_id}.yaml: {key} is {value!r}; write a year such as 2024.")
    return int(str(value))


def _plan_year(lines: tuple[Line, ...], starts: list[PartStart]) -> int | None:
    """Votes: the plan's heading, the review's heading plus one, the day of the speech, sentences of the plan's opening."""
    votes = _votes_of_headings(lines, starts)
    plan_lines = [start.line for start in starts if start.kind == "plan"]
    if plan_lines:
        for line in lines[plan_lines[0] : plan_lines[0] + 12]:
            for year in re.findall(
                r"(?<![到至])(20\d\d)年(?:，|是|全[省市县区]|经济|政府|工作|我们|预期|主要)", line.text
            ):
                votes[int(year)] += 2
            for year in re.findall(r"今年是[^。]{0,20}(20\d\d)年", line.text):
                votes[int(year)] += 1
    if not votes:
        votes.update(int(year) for line in lines for year in re.findall(r"(20\d\d)年", line.text))
    return max(votes, key=lambda year: (votes[year], year)) if votes else None


def _votes_of_headings(lines: tuple[Line, ...], starts: list[PartStart]) -> Counter[int]:
    votes: Counter[int] = Counter()
    for start in starts:
        years = [int(year) for year in re.findall(r"(20\d\d)年", start.title)]
        if start.kind == "plan" and years:
            votes[years[0]] += 5
        if start.kind == "review" and years and not re.search(r"五年|以来", start.title):
            votes[years[-1] + 1] += 5
    for line in lines[:30]:
        for found in _DAY_OF_SPEECH.finditer(line.text):
            votes[int(found[1])] += 4
        for found in re.finditer(r"(20\d\d)年[\u4e00-\u9fff]{0,12}政府工作报告|政府工作报告（(20\d\d)", line.text):
            votes[int(found[1] or found[2])] += 1
    for line in lines[:12]:
        if len(line.text) <= 16 and (day := _DATE.search(line.text)):
            votes[int(day[1])] += 4
    return votes


def _printed(lines: tuple[Line, ...], plan_year: int) -> str:
    """The title that stands over the report, where it names the year; what is cited bears the words it was printed with."""
    title = rf"[\u4e00-\u9fff]*{plan_year}年[\u4e00-\u9fff]*政府工作报告|[\u4e00-\u9fff]{{2,9}}(?:街道|镇|乡)[\u4e00-\u9fff\d]{{0,24}}?{plan_year}年度?工作(?:报告|计划|安排|思路|打算)"
    found = (re.fullmatch(title, line.text) for line in lines[:3])
    return next((one[0] for one in found if one), "")


def _place(text: str, lines: tuple[Line, ...]) -> str:
    """From the meeting, the office of the speaker, on whose behalf is spoken, the title inside the text; the longest form that agrees."""
    head = "\n".join(line.text for line in lines[:25])[:_HEAD]
    if _NATION.search(head[:600]) and not re.search(r"在[\u4e00-\u9fff]{2,12}(?:省|市|县|区)", head[:300]):
        return "国务院"
    votes: Counter[str] = Counter()
    for pattern, weight in (
        (_SPEECH, 4),
        (_MEETING, 4),
        (_OFFICE, 3),
        (_ON_BEHALF, 3),
        (_COMMITTEE, 3),
        (_TITLE_PLACE, 2),
        (_TITLE_OFFICE, 3),
    ):
        for found in pattern.finditer(head):
            name = _bare_place(found[found.lastindex or 1])
            if name:
                votes[name] += weight
    for meeting in _CONGRESS.finditer(text):
        held = _MEETING.search(text, max(0, meeting.start() - 24), meeting.end())
        name = _bare_place(held[1]) if held else ""
        if name:
            votes[name] += 2
    if not votes:
        for found in re.finditer(r"(?=([\u4e00-\u9fff]{2}[省市县区旗州])(?!级|域|城|委|政|直|属|内|里|外))", text):
            votes[_tail_place(found[1])] += 1
        votes.pop("", None)
        nation = len(re.findall(r"我国|全国", text))
        best = max(votes, key=lambda name: (votes[name], name)) if votes else ""
        best = best if votes[best] >= _OFTEN else ""  # what is named once is hardly whose report it is
        return "国务院" if nation > 10 and nation > 2 * votes[best] else best
    best = max(votes, key=lambda name: (votes[name], -len(name)))
    longer = [
        name for name in votes if name.endswith(best) and len(name) > len(best) and len(re.findall(_SUFFIX, name)) <= 1
    ]
    return _own_name(max(longer, key=lambda name: votes[name]) if longer else best)


def _bare_place(name: str) -> str:
    name = re.sub(r"^(?:.*[年月日在的了]|中共|我)", "", name)
    name = name.removesuffix("人民政府").removesuffix("人民")
    return name if _NAME.match(name) else ""


def _own_name(name: str) -> str:
    """``太原市小店区`` → ``小店区``; ``浦东新区`` stays: the last unit is the place that reports."""
    units = re.findall(
        r"[\u4e00-\u9fff]+?(?:自治区|自治州|自治县|自治旗|新区|开发区|省|市|县|区|旗|州|盟)(?=[\u4e00-\u9fff]{2,}(?:省|市|县|区|旗|州)|$)",
        name,
    )
    return units[-1] if units and len(units[-1]) >= 3 else name


def _tail_place(name: str) -> str:
    return (
        ""
        if re.search(
            r"[好府政了长]|[全各我本该和及与在到对的县省市区][省市县区]|^[省市县区全各我和及与在到对的]|小区|社区|园区|片区|景区|灌区|新区|户区|城市|集市|上市|门市|超市|地区|校区|库区|牧区|矿区",
            name,
        )
        else name
    )


def _level(place: str) -> str:
    if place == "国务院":
        return "nation"
    if place.endswith(("省", "自治区")) or place.removesuffix("市") in _PROVINCES.split():
        return "province"
    return "city" if place.endswith(("市", "自治州", "州", "盟")) else "county"


def _date(lines: tuple[Line, ...], plan_year: int) -> str:
    """The day the report was given, when the text names it in the plan year or the month before."""
    for line in lines[:12]:
        if len(line.text) > 80:
            continue
        found = _DATE.search(line.text)
        if (
            found
            and int(found[1]) in (plan_year, plan_year - 1)
            and 1 <= int(found[2]) <= 12
            and 1 <= int(found[3]) <= 31
        ):
            return f"{found[1]}-{int(found[2]):02d}-{int(found[3]):02d}"
    return ""
