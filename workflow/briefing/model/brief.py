"""The Brief: everything a template may use for one area (briefs/<n>.json)."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.model.charts import ChartSpec
from briefing.model.metrics import Completion
from briefing.model.report import Finding, Measure


@dataclass(frozen=True)
class Figure:
    """A metric as people read it: ``3.72`` + ``万亩`` as printed; ``display`` adds the source's qualifier (``3.72万亩以上``)."""

    metric_id: str
    indicator: str
    display: str
    value: str
    unit: str
    qualifier: str  # the word: 以上, 余, 约, … or ""
    kind: str
    year: int
    part: str
    area: int
    topic: str
    paragraph: int
    sentence: str
    nature: str  # one of NATURES
    name: str = ""  # the indicator with the words of the report that a reader needs who does not see the sentence
    quantity: str = ""  # ``display`` with what changes it and stands apart from it: 预计51.08亿元, 至少30%
    period: str = ""  # of what time it is: 2023年, 过去五年
    alike: bool = False  # bears the name of a figure of the other year that counts otherwise
    again: int = 0  # the paragraph that says this target a second time


@dataclass(frozen=True)
class Pair:
    """Last year's result beside this year's target, for one indicator."""

    indicator: str
    result: Figure
    target: Figure
    status: str  # comparable, look_alike
    reason: str


OVERVIEW = 0  # the number of the Brief that tells of the whole report (总览); its topics are the areas


@dataclass(frozen=True)
class TopicBrief:
    number: int
    numeral: str  # 一, 二, …
    title: str
    measures: tuple[Measure, ...]
    figures: tuple[Figure, ...]
    line: str = ""  # in the overview, where a topic is a whole area: one line on it
    file: str = ""  # in the overview: file name of the area's deck, which lies beside it
    paragraphs: tuple[int, ...] = ()  # in the overview: those that its line tells of


@dataclass(frozen=True)
class Guidance:
    """What the plan tells before its first area about how the year's work is to be done, in the report's own words."""

    name: str  # 总体要求, 总体思路, … as the report names it; 政策取向, 工作要求
    general: bool  # the general requirements of all work, which stand whole
    heading: str  # the heading that its paragraph begins with; may be empty
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Task:
    """One row of 任务分解: the last three stand ready and empty unless the report or a person filled them."""

    number: int
    topic: str
    text: str
    target: str
    lead: str  # 牵头单位
    responsible: str  # 责任单位
    due: str  # 完成时限
    paragraph: int


@dataclass(frozen=True)
class Slide:
    """One slide of the closed list that a deck is made of; ``kind`` names the prototype slide in the template:
    cover, agenda, overview, areas, compared, years, results, targets, completion, chart, pairs, topic, tasks, evidence, open, closing.
    A field that a kind does not use is empty. ``page``/``pages`` count the slides that one subject is spread over.
    """

    kind: str
    title: str
    subtitle: str = ""  # on the cover place, year and report; on others what part of the deck this is
    bullets: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()  # for each bullet the heading that stands before it, or empty; () when none has one
    cards: tuple[Figure, ...] = ()
    quote: str = ""  # beside a single card of the overview or of both years the words that it stands in
    rows: tuple[tuple[str, ...], ...] = ()
    beside: tuple[tuple[str, ...], ...] = ()  # the rows of a second table, at the right of the first
    chart: str = ""  # name of a ChartSpec of the area, or empty
    chart_beside: str = ""  # a second chart, at the right of the first
    note: str = ""  # a labelled remark on the slide (编者归类, 口径不同，不可比, 未提出量化目标)
    source: str = ""  # 来源：…
    notes: str = ""  # speaker notes: the sentences that the slide rests on
    page: int = 1
    pages: int = 1
    period: str = ""  # of what time the results in rows are, for the head of their column; below of those beside
    period_beside: str = ""


@dataclass(frozen=True)
class Brief:
    """The story of one plan area as plain data; the Word summary and the deck are both filled from it."""

    report_id: str
    place: str
    report_title: str
    plan_year: int
    review_year: int
    date: str
    source: str
    source_sha256: str
    area_count: int
    number: int
    numeral: str
    title: str
    lead: str  # the opening paragraph: what the area is, how much it holds, the figures that matter most
    topics: tuple[TopicBrief, ...]
    highlights: tuple[Figure, ...]  # the two to four most telling figures
    targets: tuple[Figure, ...]
    results: tuple[Figure, ...]  # last year's on the same subject, by Grouping: the most telling of them
    results_left: int  # how many more were grouped with the area, which only the workbook lists
    pairs: tuple[Pair, ...]
    charts: tuple[ChartSpec, ...]
    tasks: tuple[Task, ...]
    findings: tuple[Finding, ...]
    slides: tuple[Slide, ...]
    completions: tuple[Completion, ...] = ()  # last year's targets whose results were grouped with the area
    occasion: str = ""  # the meeting that the report was given to; may be empty
    scales: tuple[Figure, ...] = ()  # 规模: figures of the plan that are no targets but tell how much is worked on
    main_targets: tuple[
        Figure, ...
    ] = ()  # of the year's, told before the first area, those on this area's subject (编者归类)
    guidance: tuple[Guidance, ...] = ()  # in the overview what the plan tells before its first area
    restated: tuple[Figure, ...] = ()  # in the overview targets that say again what one of ``targets`` says
    untold: tuple[int, ...] = ()  # in the overview the paragraphs of what is planned that no document tells of
