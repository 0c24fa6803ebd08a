"""The plain values that the stages hand to each other; frozen, no logic beyond reading themselves.

All offsets (``start``, ``end``) are character offsets into ``cleaned.txt``, half-open: ``cleaned[start:end]``.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

PART_KINDS = ("review", "plan", "self", "other")
NATURES = {"result": "实绩", "target": "目标", "scale": "规模"}  # what a figure states; a scale promises nothing
CHART_KINDS = ("comparison", "bars", "number", "share")
OUTCOME_STATES = ("applied", "stale", "invalid")  # taken over; fits no longer since the source changed; cannot be used
# Whether a target was reached, and what documents say; undecided: 左右 and a result a little below, for a person to say.
VERDICTS = {"met": "完成", "not_met": "未完成", "undecided": "须人工判断"}
MANUAL = "（人工更正）"  # stands behind every figure that a person gave and the source does not hold


# --- the parsed report (report.json) -----------------------------------------------------------------------------


@dataclass(frozen=True)
class Measure:
    """A clause that ends in ``；`` or ``。``, without its end mark; ``task``: false for a judgement or an exhortation, not counted."""

    text: str
    start: int
    end: int
    paragraph: int
    task: bool = True
    mark: str = "。"  # what ends it in the source: ； where its sentence goes on, nothing where its text ends in ！


@dataclass(frozen=True)
class Topic:
    """A sub-heading (领起句) of an area with its measures; ``title`` is empty for sentences that stand under none."""

    number: int
    title: str
    start: int
    end: int
    measures: tuple[Measure, ...]


@dataclass(frozen=True)
class Area:
    """A numbered section of a part (工作领域). ``number`` 0 is the opening before the first section."""

    number: int
    title: str
    start: int
    end: int
    topics: tuple[Topic, ...]


@dataclass(frozen=True)
class Part:
    """``kind`` is one of PART_KINDS: what was done, what will be done, the government's own work, anything else."""

    kind: str
    title: str
    start: int
    end: int
    areas: tuple[Area, ...]


@dataclass(frozen=True)
class Paragraph:
    """One paragraph of the cleaned text, numbered from 1 in reading order."""

    number: int
    start: int
    end: int


@dataclass(frozen=True)
class Finding:
    """Something a person should look at; never corrected in silence.
    ``severity`` is ``error``, ``check`` or ``note``; ``where`` says the place in Chinese (第n段, 领域（二）…).
    ``message`` is Chinese, since the office reads it."""

    kind: str
    severity: str
    where: str
    start: int
    end: int
    message: str


@dataclass(frozen=True)
class Report:
    """A parsed report; ``announced`` is how many plan areas the text itself announces (None when it does not)."""

    report_id: str
    place: str
    level: str  # nation, province, city, county
    title: str
    plan_year: int
    review_year: int
    source: str  # what stands behind 来源：, e.g. 《小店区2024年政府工作报告》（小店区融媒体中心）
    date: str  # ISO date when the report tells one, else empty
    source_sha256: str
    announced: int | None
    parts: tuple[Part, ...]
    paragraphs: tuple[Paragraph, ...]
    findings: tuple[Finding, ...]  # what parsing doubts; findings.csv holds these and the extractor's
    occasion: str = ""  # the meeting that the report was given to, as its head names it
    numerals: int = 0  # how many numerals (runs of digits, one decimal point) the cleaned text holds; see Numeral


# --- metrics (metrics.csv), comparisons (comparisons.csv) --------------------------------------------------------


@dataclass(frozen=True)
class Metric:
    """A quantity that states a result, a state or a target; the columns of metrics.csv in this order.

    ``qualifier`` is one of eq, gt, ge, lt, le, approx, range; ``kind`` one of level, increase, decrease, share, rank.
    ``nature`` is one of NATURES where a person ruled it, empty where the report's words decide (see ``briefing.nature``).
    ``years``: over how many years up to ``year`` it is told, 5 where a review tells of five years.
    """

    metric_id: str
    part: str
    area: int
    area_title: str
    topic: str
    indicator: str
    value_low: Decimal
    value_high: Decimal
    unit: str
    qualifier: str
    kind: str
    year: int
    text: str
    sentence: str
    start: int
    end: int
    nature: str = ""
    years: int = 1


@dataclass(frozen=True)
class Numeral:
    """What one numeral of the cleaned text ended as; the rows of numerals.csv, as many as ``Report.numerals`` counts.
    ``outcome`` is ``metric`` (``rule`` is then the metric's id), ``non_metric`` (``rule`` names the rule that said so) or
    ``finding`` (``rule`` is the finding's kind)."""

    start: int
    end: int
    text: str
    outcome: str
    rule: str


@dataclass(frozen=True)
class Comparison:
    """A plan metric and a review metric that bear the same name; ``status`` is ``comparable`` or ``look_alike``."""

    plan_metric_id: str
    review_metric_id: str
    status: str
    reason: str


@dataclass(frozen=True)
class Grouping:
    """A review metric set beside a plan area by our rule (编者归类), with the words that decided it."""

    metric_id: str
    area: int
    reason: str


@dataclass(frozen=True)
class Completion:
    """A target of last year's report beside the result of the same thing in this year's report, each as printed.
    ``verdict`` is one of VERDICTS; ``reason`` says why, in Chinese. ``area`` is the plan area of this year's report that the
    result is grouped to, 0 for none. Paragraphs are those of the two reports; ``target_source`` names last year's."""

    target_metric_id: str
    result_metric_id: str
    indicator: str
    target: str
    result: str
    verdict: str
    reason: str
    area: int
    target_paragraph: int
    target_sentence: str
    result_paragraph: int
    result_sentence: str
    target_source: str


# --- the review (review.csv, assignments.csv) ---------------------------------------------------------------------


@dataclass(frozen=True)
class Outcome:
    """What became of one edit in the reviewed workbook; ``state`` is one of OUTCOME_STATES.
    ``cell`` is where it stands in that workbook (``指标!F12``); ``message`` is Chinese, since the office reads it."""

    state: str
    sheet: str
    cell: str
    old: str
    new: str
    message: str
    metric_id: str


@dataclass(frozen=True)
class Remark:
    """What a reviewer put into 复核 and 理由 of a row, kept so that the next workbook holds it too.
    ``key`` names the row: a metric's id, the ids of a pair joined by ``|``, the text of a finding or of a task."""

    sheet: str
    key: str
    review: str
    why: str


@dataclass(frozen=True)
class Assignment:
    """What an office filled in beside a task, ``text``; ``printed_due`` is the 完成时限 that the report itself prints."""

    area: int
    text: str
    lead: str
    responsible: str
    due: str
    printed_due: str


# --- charts (charts.json) ----------------------------------------------------------------------------------------


@dataclass(frozen=True)
class ChartBar:
    """One bar or number: ``label`` is the category, ``value`` in the chart's unit, ``display`` what is printed on it."""

    label: str
    value: Decimal
    display: str
    series: str  # "result" (last year, solid) or "target" (this year, outlined)
    metric_id: str


@dataclass(frozen=True)
class ChartSpec:
    """What one chart shows, as plain data; the picture and the native chart are drawn from the same.
    ``name`` is the file stem under ``charts/<n>/``; ``unit`` includes the magnitude that values are scaled to (亿元, 万人)."""

    name: str
    area: int
    kind: str  # one of CHART_KINDS
    title: str
    unit: str
    bars: tuple[ChartBar, ...]
    source: str
    alt_text: str


# --- the Brief: everything a template may use for one area (briefs/<n>.json) --------------------------------------


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
    guidance: tuple[Guidance, ...] = ()  # in the overview what the plan tells before its first area
    restated: tuple[Figure, ...] = ()  # in the overview targets that say again what one of ``targets`` says
