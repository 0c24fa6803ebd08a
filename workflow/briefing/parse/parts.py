"""Where the parts of a report begin: review, plan, self, other; from headings, or from sentences when there are none."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.parse.marks import Mark, mark_of
from briefing.parse.paragraphs import Line
from briefing.parse.years import with_arabic_years

_OTHER = re.compile(r"名词(?:解释|注释|说明)|名词术语|注释|^附(?:件|录|：|表)|有关(?:名词|用语)|缩略语|指标解释|^注：")
_ANNEX = re.compile(r"^(?:附件|附录|附)[一二三四五六七八九十\d]{0,2}$")
_SELF = re.compile(
    r"自身建设|政府建设|政府(?:系统)?(?:治理)?(?:现代化|能力|效能|服务效能|服务水平|执行力|公信力|职能|自身)|履职能力|政府系统党的建设|建设.{0,12}(?:人民满意|服务型|法治|效能|高效|廉洁|现代化).{0,4}政府|打造.{0,12}政府$"
)
_FIVE_YEARS = re.compile(
    r"(?:今后|未来|下[一个]*|新)(?:五|5|几|三)年|十[一二三四五六]五[”]?(?:时期|规划|发展)|远景|新征程|奋斗目标"
)
# “十四五”时期发展成就和“十五五”时期主要目标任务: it looks back first, and turns to the plan of five years where that is told of.
_BACK_AND_AHEAD = re.compile(
    r"(?:成就|成效|成绩|回顾|历程)[^，。]{0,4}[和与及暨、][^，。]{0,16}(?:目标|任务|思路|要求|蓝图|部署|谋划)"
)
_TURNS_AHEAD = re.compile(
    r"(?:编制|制定|起草|形成)[^。，；]{0,30}(?:规划|纲要)|^[^。]{0,30}(?:今后|未来|下一?个?)五年[^。]{0,30}(?:目标|任务|思路|要求)"
)
_REVIEW = re.compile(
    r"回顾|总结|过去(?:一|五|的|几)|主要成(?:就|绩|效)|^\d{4}年(?:主要)?工作(?:情况|完成情况|成效)?$|上年度?工作|工作(?:情况|成效|进展)$|发展成就|过去工作"
)
_LOOKS_BACK = re.compile(r"(?:回顾|总结|成就|成效|成绩|情况|进展)$|工作回顾")
_BOTH_YEARS = re.compile(
    r"20\d\d年(?:和|及|以及|与)(?:过去|“?十[一二三四五六]五|本届)[^，。]{0,8}(?:工作|发展)?$|(?:过去|“?十[一二三四五六]五)[^，。]{0,6}(?:和|及|以及|与)20\d\d年(?:政府)?工作$"
)
_PLAN = re.compile(
    r"(?:(?:20\d\d|本)年|今年|明年|新的?一年|下一步|本年度).{0,16}(?:工作|任务|安排|目标|打算|部署|重点|建议|谋划|要求|计划|措施|取向|思路|举措)"
    r"|开局之年[^，。]{0,6}工作$"  # 扎实抓好“十二五”开局之年工作
    r"|^(?:工作|主要|重点)(?:任务|安排|建议|目标|打算|部署|工作|举措|措施)(?:和(?:主要|重点)?.{2,8})?$|^(?:总体要求|目标任务|工作思路|政府工作(?:的)?(?:任务|建议|总体要求|安排))"
)
_PLAN_SENTENCE = re.compile(
    r"(?:今年|20\d\d年|新的?一年)[^。]{0,24}(?:工作|发展)的?(?:总体要求|总体思路|总要求|指导思想|基本思路)|(?:主要|总体|重要)?预期(?:性)?目标(?:是|为|：)"
    r"|(?:今年|20\d\d年)[^。]{0,40}(?:抓好|做好|做|推进|实施|突出|聚焦)[^。]{0,14}[一二三四五六七八九十\d]{1,3}(?:个|大|项)?(?:方面|重点|工作|突破|提升)"
)
_REVIEW_SENTENCE = re.compile(
    r"一年来|过去(?:的)?(?:一年|五年)|去年|20\d\d年(?:，|是)|刚刚过去|这一年|五年来|“十[一二三四五六]五”"
)
# 白杨街道2022年工作总结及2023年工作思路, 2022年华庄街道办事处工作总结 stand over the whole, and open neither part.
_TITLE_OF_ALL = re.compile(
    r"(?:街道|[镇乡])(?:办事处|党工委|人民政府|政府)?(?:20\d\d年度?)?工作(?:总结|报告|情况)$|"
    r"20\d\d年[^，。]{0,12}(?:总结|回顾|小结|情况)(?:和|及|暨|与|、|以及)?20\d\d年[^，。]{0,12}(?:计划|思路|打算|安排|要点|谋划|任务|举措)"
)
_TITLE_WITHIN = 3  # lines
_OWN_WORK = re.compile(r"政府|作风|廉洁|廉政|效能|履职|职能|自身|党的(?:建设|领导)|从严治党|执行力|公信力")
_YEAR = re.compile(r"(20\d\d)年")
_MINOR = (
    "named",
    "dash",
    "digit",
    "digit_paren",
    "circled",
    "is",
    "ordinal",
)  # marks that never number the parts of a report
_MAX_HEADING = 40


@dataclass(frozen=True)
class PartStart:
    """``line`` indexes the first line of the part; ``heading`` says whether that line is its heading."""

    kind: str
    title: str
    line: int
    heading: bool


_Found = tuple[PartStart, Mark | None]


def part_starts(lines: tuple[Line, ...]) -> list[PartStart]:
    """The parts in reading order. Parts of one kind that follow each other are one."""
    plain = tuple(replace(line, text=with_arabic_years(line.text)) for line in lines)
    starts = _merged(_found(plain))
    return [replace(one, title=bare_heading(lines[one.line].text)) if one.heading else one for one in starts]


def _found(lines: tuple[Line, ...]) -> list[PartStart]:
    found = _turning(lines, _by_year(_by_headings(lines)))
    kinds = [start.kind for start in found]
    if "plan" not in kinds:
        found = _with_sentences(lines, found)
        kinds = [start.kind for start in found]
    if "plan" not in kinds and "five" in kinds:
        found = [PartStart("plan", one.title, one.line, one.heading) if one.kind == "five" else one for one in found]
    if "review" not in [start.kind for start in found]:
        found = _with_review(lines, found)
    return found


def _merged(found: list[PartStart]) -> list[PartStart]:
    merged: list[PartStart] = []
    for start in found:
        kind = "other" if start.kind == "five" else start.kind
        if not (merged and merged[-1].kind == kind and kind != "other"):
            merged.append(PartStart(kind, start.title, start.line, start.heading))
    return merged


def kind_of_heading(text: str) -> str | None:
    """Which part a short heading line opens, or None when it is no part heading."""
    title = bare_heading(text)
    if _ANNEX.match(title):
        return "other"
    if not 2 < len(title) <= _MAX_HEADING or "。" in title:
        return None
    if _OTHER.search(title) and len(title) <= 20:
        return "other"
    plan, review = _PLAN.search(title), _REVIEW.search(title)
    if (
        plan
        and not (review and (review.start() < plan.start() or _LOOKS_BACK.search(title)))
        and not _BOTH_YEARS.search(title)
    ):
        return "five" if _FIVE_YEARS.search(title) and not re.search(r"20\d\d年|今年", title) else "plan"
    if review or _BOTH_YEARS.search(title):
        return "review"
    if _FIVE_YEARS.search(title) and len(title) <= 30:
        return "five"
    return "self" if _SELF.search(title) else None


def bare_heading(text: str) -> str:
    mark = mark_of(text)
    return text[mark.length if mark else 0 :].strip().rstrip("：:。※】〕]").lstrip("※【〔[")


def _by_headings(lines: tuple[Line, ...]) -> list[PartStart]:
    """Heading lines that carry a cue. A marked heading counts only at the level of the other part headings."""
    found: list[_Found] = []
    for k, line in enumerate(lines):
        mark = mark_of(line.text)
        kind = kind_of_heading(line.text) or _own_work(line.text, mark, found)
        if kind is None or re.search(r"会议上$|报告(?:（[^（）]{1,14}）)?$|[，、。！]$", line.text):
            continue
        if mark is None and k < _TITLE_WITHIN and _TITLE_OF_ALL.search(line.text):
            continue
        if kind == "self" and not any(start.kind in ("plan", "five") for start, _ in found):
            continue
        if line.text[-1:] in "：；" and kind != "other":
            continue
        if mark and mark.kind in _MINOR:
            continue
        found.append((PartStart(kind, bare_heading(line.text), k, True), mark))
    levels = [_level(mark) for start, mark in found if start.kind in ("review", "plan")]
    if levels:
        found = [
            (start, mark)
            for start, mark in found
            if _level(mark) in (levels[0], "chapter")
            or start.kind == "other"
            or (mark is None and start.kind != "five")
        ]
    return _in_order([start for start, _ in found])


def _level(mark: Mark | None) -> str:
    return mark.kind if mark else ""


def _own_work(text: str, mark: Mark | None, found: list[_Found]) -> str | None:
    """A heading next in number to the plan's that speaks of the government itself opens the part on its own work."""
    if not found or mark is None or mark.kind not in ("comma", "chapter") or len(text) > _MAX_HEADING or "。" in text:
        return None
    before, above = found[-1]
    follows = above is not None and above.kind == mark.kind and mark.number == above.number + 1
    return "self" if before.kind == "plan" and follows and _OWN_WORK.search(text) else None


def _by_year(starts: list[PartStart]) -> list[PartStart]:
    """Of two headings about a year's work (关于2023年工作, 关于2024年工作) the one of the earlier year looks back."""
    years = {k: max(map(int, found)) for k, one in enumerate(starts) if (found := _YEAR.findall(one.title))}
    latest = max((year for k, year in years.items() if starts[k].kind == "plan"), default=0)
    return [
        replace(one, kind="review") if one.kind == "plan" and years.get(k, latest) < latest else one
        for k, one in enumerate(starts)
    ]


def _turning(lines: tuple[Line, ...], starts: list[PartStart]) -> list[PartStart]:
    """Under a heading that looks back and ahead, the plan of five years begins with the paragraph that turns to it."""
    turned: list[PartStart] = []
    for k, start in enumerate(starts):
        turned.append(start)
        if start.kind != "review" or not (_BACK_AND_AHEAD.search(start.title) and _FIVE_YEARS.search(start.title)):
            continue
        last = starts[k + 1].line if k + 1 < len(starts) else len(lines)
        at = next((at for at in range(start.line + 1, last) if _TURNS_AHEAD.search(lines[at].text)), None)
        if at is not None:
            turned.append(PartStart("five", "", at, False))
    return turned


def _in_order(starts: list[PartStart]) -> list[PartStart]:
    """A table of contents names the parts before they come: of equal titles the last with text behind it counts."""
    last: dict[str, int] = {}
    for k, start in enumerate(starts):
        if start.kind in ("review", "plan", "five", "self"):
            last[start.title] = k
    kept = [start for k, start in enumerate(starts) if last.get(start.title, k) == k]
    plan = next((k for k, start in enumerate(kept) if start.kind == "plan"), None)
    if plan is None:
        return kept
    return [
        start
        for k, start in enumerate(kept)
        if not (start.kind == "review" and k > plan and any(s.kind == "review" for s in kept[:plan]))
    ]


def _with_sentences(lines: tuple[Line, ...], found: list[PartStart]) -> list[PartStart]:
    """No plan heading: the plan begins with the sentence that states this year's requirements, targets or tasks."""
    first = found[0].line if found and found[0].kind == "review" else 0
    for k, line in enumerate(lines):
        if k > first and _PLAN_SENTENCE.search(line.text) and not _is_agenda(line.text):
            later = [start for start in found if start.line > k]
            return [start for start in found if start.line < k] + [PartStart("plan", "", k, False)] + later
    return found


def _is_agenda(text: str) -> bool:
    """``报告分为四个部分：一、…；二、…``"""
    return bool(re.search(r"(?:分为|共分|包括).{0,6}部分", text))


def _with_review(lines: tuple[Line, ...], found: list[PartStart]) -> list[PartStart]:
    """No review heading: it begins with the first paragraph of prose that looks back, before the plan."""
    plan = next((start.line for start in found if start.kind == "plan"), len(lines))
    for k, line in enumerate(lines[:plan]):
        if (
            len(line.text) > 40
            and _REVIEW_SENTENCE.search(line.text)
            and not _is_agenda(line.text)
            and not line.text.startswith(("现在", "各位"))
        ):
            return sorted([*found, PartStart("review", "", k, False)], key=lambda start: start.line)
    return found
