"""Our own few words around the report's: labels, source lines, notes, and titles made of what the slide shows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from briefing.assemble.clauses import clauses_with
from briefing.assemble.figures import ALIKE, time_of, told_in_row
from briefing.assemble.numbering import numeral, places
from briefing.assemble.story.pages import fits_title
from briefing.assemble.telling import telling
from briefing.model import OVERVIEW, Brief, Figure, Task, TopicBrief

_LONGEST_PLACE = 30
_GROUPED = "编者归类：{}实绩按主题归入本领域"
_BOTH_GROUPED, _MAIN_GROUPED = "编者归类：{}实绩和全年目标按主题归入", "编者归类：全年主要目标按主题归入本领域"
NOT_COMPARABLE = "口径不同，不可比"
# What the sign means beside both years, and where a slide or a table has one of them alone: against what; see ``aims_marked``.
MARKED = f"标{ALIKE}的{NOT_COMPARABLE}"
RESULTS_MARKED = f"标{ALIKE}的与今年目标{NOT_COMPARABLE}"
# Characters of a task that stands whole in its table: a sentence longer than any read so far would fill a slide by itself.
_LONGEST_TASK = 300
WHOLE = "各项任务均照录原文"
SHORTENED = "过长的任务只列主要分句，全文见各主题"
NO_DOUBTS = "程序未检出待核事项"  # that there is none, only a person can say
WORK = "工作规模"  # what a plan only pushes on, where it stands among targets
NO_TARGETS = "本领域报告未提出量化目标"
# Of an area whose subject a main target of the year is on, which stands before the first area.
_NONE_OF_ITS_OWN = "本领域未单列量化目标"
# In 总览 the year's main targets stand before and behind the line; without a word on them 未单列 was not understood.
_IN_LINE = {NO_TARGETS: "未提出量化目标", _NONE_OF_ITS_OWN: "未单列量化目标（见全年主要目标）"}
OF_THE_YEAR = "与本领域有关的全年主要预期目标（编者归类）"
UNTOLD = "今年部分的{}未摘录"  # what of the plan stands in no document
UNDATED = "原文未载明日期"


def no_targets(main: Sequence[Figure]) -> str:
    """That an area names no target; ``main``: those of the year that are on its subject, which make it untrue of the report."""
    return _NONE_OF_ITS_OWN if main else NO_TARGETS


def no_targets_in_line(main: Sequence[Figure]) -> str:
    """The same in a list of what an area holds."""
    return _IN_LINE[no_targets(main)]


def grouped(brief: Brief, targets: Iterable[Figure] = ()) -> str:
    """The remark beside last year's results: that the grouping is ours, as is that of the year's main targets where some are among
    ``targets``, and where the rest are."""
    if brief.number == OVERVIEW:
        return f"{_looked_back(brief)}实绩择要列出" + (f"，{unlisted(brief)}" if brief.results_left else "")
    said = _BOTH_GROUPED if _of_the_year(brief, targets) else _GROUPED
    return f"{said.format(_looked_back(brief))}；{unlisted(brief)}"


def main_grouped(brief: Brief, targets: Iterable[Figure]) -> str:
    """The remark beside ``targets`` by themselves, where some of them are the year's main ones; else empty."""
    return _MAIN_GROUPED if _of_the_year(brief, targets) else ""


def _of_the_year(brief: Brief, targets: Iterable[Figure]) -> bool:
    return brief.number != OVERVIEW and any(one.area != brief.number for one in targets)


def unlisted(brief: Brief) -> str:
    """Where the results are that an area does not list: how many, where more of them were grouped with it; and where none
    were, those that stand beside no area may still be on its subject."""
    return f"另有{brief.results_left}项见指标工作簿" if brief.results_left else "未列入的见指标工作簿"


def periods_told(review_year: int, figures: Iterable[Figure]) -> str:
    """The times that results are of, the longer first: 2017年, 过去五年, 过去五年和2017年; the reviewed year where there are none."""
    last = f"{review_year}年"
    found = dict.fromkeys(filter(None, map(time_of, figures)))
    *before, least = sorted(found, key=lambda one: one == last) or [last]
    return f"{'、'.join(before)}和{least}" if before else least


def results_heading(brief: Brief) -> str:
    """What the part of a deck on last year's results is called: 上年基础; 过去五年 and 过去五年和上年 where it tells of those."""
    told = _looked_back(brief)
    return f"{told}基础" if told == "上年" else told


def both_heading(brief: Brief) -> str:
    """The same with this year's targets: 上年基础与今年目标, 过去五年、上年与今年目标."""
    return f"{results_heading(brief).replace('和', '、')}与今年目标"


def _looked_back(brief: Brief) -> str:
    """Of what times the results are; that of a single one, which its name tells, is left out."""
    results = (*brief.results, *(one.result for one in brief.pairs if one.status == "comparable"))
    known = {one.metric_id: one for one in results}.values()
    many = Counter(map(time_of, known))
    kept = [one for one in known if many[time_of(one)] > 1] or known
    return _last_as_such(brief, periods_told(brief.review_year, kept))


def alike_periods(brief: Brief) -> str:
    """The times that the results of the look-alikes are of."""
    return periods_told(brief.review_year, (one.result for one in brief.pairs if one.status == "look_alike"))


def aims_marked(brief: Brief) -> str:
    """What the sign means where targets stand alone: of what time the results are that they may not be compared with."""
    return f"标{ALIKE}的与{_last_as_such(brief, alike_periods(brief))}实绩{NOT_COMPARABLE}"


def _last_as_such(brief: Brief, periods: str) -> str:
    return periods.replace(f"{brief.review_year}年", "上年")


def source_line(brief: Brief, paragraphs: Iterable[int] = ()) -> str:
    known = sorted({number for number in paragraphs if number > 0})
    place = places(known)
    if len(place) > _LONGEST_PLACE:  # the line stays one line; each row has its own place
        place = f"第{known[0]}～{known[-1]}段"
    return f"来源：{brief.source}" + (f"，{place}" if place else "")


def doubted_in(brief: Brief) -> list[int]:
    """The paragraphs that its open questions are about."""
    return [int(number) for one in brief.findings for number in re.findall(r"第(\d+)段", one.where)]


def paragraphs_of(figures: Iterable[Figure]) -> list[int]:
    """Where figures stand, those that are told twice in both places; for the line of sources."""
    return [number for one in figures for number in (one.paragraph, one.again) if number]


def sentences(figures: Iterable[Figure]) -> str:
    """The sentences that figures stand in, each once, with their places; for speaker notes."""
    return "\n".join(dict.fromkeys(f"{places([one.paragraph])}：{one.sentence}" for one in figures))


def whole_place(place: str) -> str:
    """全县, 全省, 全国: the place as a report speaks of all of it."""
    return f"全{place[-1]}" if place[-1:] in tuple("省市县区旗州") else "全国" if place == "国务院" else ""


def scope(brief: Brief) -> str:
    """What of the report the documents tell of: 工作领域（四）, or 总览."""
    return "总览" if brief.number == OVERVIEW else f"工作领域（{brief.numeral}）"


def counts(brief: Brief) -> str:
    """``3个主题、13项任务、8项量化目标``; what is not there is not named."""
    titled = sum(1 for topic in brief.topics if topic.title)
    tasks = sum(one.task for topic in brief.topics for one in topic.measures)
    parts = [f"{titled}个主题" if titled else "", f"{tasks}项任务"]
    parts.append(f"{len(brief.targets)}项量化目标" if brief.targets else "")
    return "、".join(part for part in parts if part)


def told_by(
    subject: str,
    figures: Sequence[Figure],
    most: int = 2,
    ending: str = "",
    *,
    year: int = 0,
    ranked: bool = False,
    near: Callable[[Figure], float] | None = None,
) -> str:
    """``subject`` and, as far as a title of two lines holds them, the figures that tell most (``ranked``: the first):
    加快乡村振兴步伐：粮食播种面积3.72万亩以上. ``year``: the plan's, unless ``subject`` names the time of them all.
    ``near``: what a figure is worth besides."""
    for count in range(min(most, len(figures)), 0, -1):
        best = figures[:count] if ranked else telling(figures, count, near=near)
        title = f"{subject}：{told_in_row(best, year)}{ending}"
        if fits_title(title):
            return title
    return subject


def listed_titles(topics: Sequence[TopicBrief], most: int | None = None) -> str:
    """The headings of topics in a row; of more than ``most`` the first, with how many there are, so that no list reads as if it were
    whole. Semicolons part them where one of them has a mark of its own: 深化川渝相互赋能、一体发展; 狠抓颜值提标，打造精致城市."""
    titles = [one.title for one in topics if one.title]
    mark = "；" if any(re.search("[、，]", one) for one in titles) else "、"
    left = most is not None and most < len(titles)
    return mark.join(titles[:most]) + (f"等{len(titles)}个主题" if left else "")


def aims_called(targets: Sequence[Figure], told: Sequence[Figure]) -> str:
    """What leads to the targets ``told`` of all an area has: where none is left out, a reader would ask which is the main one."""
    return "主要目标" if len(targets) > len(told) else "目标"


def to_fill(tasks: Sequence[Task]) -> str:
    """What an office has still to fill in beside the tasks, as the end of a heading."""
    columns = {"牵头单位": "lead", "责任单位": "responsible", "完成时限": "due"}
    missing = [called for called, key in columns.items() if not all(getattr(one, key) for one in tasks)]
    if len(missing) == len(columns):
        # 完成时限待填 stood above a row with 年内.
        return "责任单位和其余时限待填" if any(one.due for one in tasks) else "责任单位和时限待填"
    return f"{'、'.join(missing)}待填" if missing else "责任单位和时限已明确"


def told_in(task: Task, brief: Brief) -> str:
    """A task whole; of one that no row holds its first clauses, or with targets those that hold the first of them."""
    aims = [one.display for one in brief.targets if one.paragraph == task.paragraph]
    return clauses_with(task.text, aims, _LONGEST_TASK)


def counted(number: int) -> str:
    """两组, not 二组, before a measure word."""
    return "两" if number == 2 else numeral(number)


def given_at(brief: Brief) -> str:
    """When and to whom the report was given, as the heads of reports say it: 2025年1月15日在高唐县第十八届人民代表大会第四次会议上; without
    a date, which an office may give in the report's settings, that the text names none."""
    when = day(brief.date)
    if not when:
        return f"{brief.occasion}，{UNDATED}" if brief.occasion else UNDATED
    return f"{when}在{brief.occasion}上" if brief.occasion else when


def day(date: str) -> str:
    """An ISO date as it is written in Chinese, without leading zeros; empty for anything else."""
    if not re.fullmatch(r"\d{4}-\d\d-\d\d", date):
        return ""
    year, month, number = (int(one) for one in date.split("-"))
    return f"{year}年{month}月{number}日"
