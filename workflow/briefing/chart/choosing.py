"""Which metrics make which chart: a closed list of kinds, chosen by the data alone.

comparison: a target beside last year's result, for one indicator that is comparable; two bars. Not where the two lie so far apart
that a person has to say first whether they count one thing: a bar is believed before a remark is read.
bars: three or more targets (or results) of one kind and one unit that name the same sort of thing in one paragraph, or stand
in one list; all of a size at which the shortest bar can still be seen, and not most of one length; not works by how far they are.
share: one share in per cent, as part of a whole in which it can be seen; not a limit (控制在5.5%以内).
number: the single figure of an area that has nothing to compare.
And of the whole report the growth of the main statistics, last year's beside this year's target: a comparison of several indicators.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal

from briefing.chart.scale import MOST_TIMES, common_scale, on_one_scale, one_scale_holds
from briefing.errors import BriefingError
from briefing.expected import is_expected
from briefing.far_apart import is_far_apart
from briefing.model import NATURES, OVERVIEW, ChartBar, ChartSpec, Comparison, Grouping, Metric, Report
from briefing.naming.acting import other_deed
from briefing.naming.main_statistics import statistic_of
from briefing.naming.of_metrics import name_of
from briefing.naming.shown_name import place_of
from briefing.naming.strength import remark_on
from briefing.naming.totals import total_of
from briefing.nature import scales_of
from briefing.periods import period_of

RESULT, TARGET = "result", "target"
# Measure words that count the same sort of thing.
_SAME_UNIT = ({"家", "户"}, {"栋", "座", "幢"}, {"人", "名"}, {"公里", "千米"})
_LEAST_BARS, _MOST_BARS = 3, 8
_LIMITS = ("lt", "le")
# Those of which reports of all levels name by how much they are to grow.
_GROWING = {"生产总值", "工业增加值", "固定资产投资", "社会消费品零售", "进出口", "财政收入", "居民收入"}
_GROWN = re.compile("(?:同比)?(?:增长|增速|增幅)$")
_LEAST_RATES, _MOST_RATES = 3, 5  # of more, programs leave out every second label
# How far works have come: those of one stage are among those of another, and bars of both would show one sort as two.
_STAGE = re.compile("谋划|储备|洽谈|签约|入库|入统|落地|前期|开工|在建|续建|形象进度|竣工|完工|建成|投产|达产")
_QUOTES = "“”‘’《》"
_WHOLE = Decimal(100)


def choose_charts(
    cleaned: str,
    report: Report,
    metrics: Sequence[Metric],
    comparisons: Sequence[Comparison],
    groupings: Sequence[Grouping],
    settings: Mapping[str, object],
) -> tuple[ChartSpec, ...]:
    """The charts of every plan area, in the order of areas.

    ``settings``: ``most_per_area`` (whole number, default 2) charts are kept, comparisons before bars before shares.
    """
    most = settings.get("most_per_area", 2)
    if not isinstance(most, int) or most < 0:
        raise BriefingError(f"setting charts.most_per_area: found {most!r}, expected a whole number such as 3.")
    by_id = {metric.metric_id: metric for metric in metrics}
    scales = scales_of(report, metrics)
    aims = [metric for metric in metrics if metric.part == "plan" and metric.metric_id not in scales]
    charts: list[ChartSpec] = []
    for area in (area for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0):
        targets = [metric for metric in aims if metric.area == area.number]
        beside = [by_id[one.metric_id] for one in groupings if one.area == area.number]
        pairs = [
            (by_id[one.review_metric_id], by_id[one.plan_metric_id])
            for one in comparisons
            if one.status == "comparable" and by_id[one.plan_metric_id].area == area.number and not is_far_apart(one)
        ]
        pairs = [(result, target) for result, target in pairs if target in targets]
        # Nor is either of them drawn among others: 353家 was the longest bar of all.
        doubted = {
            each for one in comparisons if is_far_apart(one) for each in (one.review_metric_id, one.plan_metric_id)
        }
        sure = [one for one in targets if one.metric_id not in doubted]
        drawn = _Charts(cleaned, report, area.number)
        compared = drawn.comparisons(pairs)
        shown = {bar.metric_id for chart in compared for bar in chart.bars}
        possible = [
            *compared,
            *drawn.bars(sure, TARGET),
            *drawn.bars([one for one in beside if one.metric_id not in doubted], RESULT),
            *drawn.shares([one for one in sure if one.metric_id not in shown]),
        ]
        found: list[ChartSpec] = []
        for chart in possible:
            if len(found) < most and one_scale_holds([*found, chart], drawn.factors):
                found.append(chart)
        if not found and most:
            found = drawn.number(targets)
        charts.extend(on_one_scale(found, drawn.factors))
    return tuple(charts)


def choose_growth(
    report: Report, metrics: Sequence[Metric], comparisons: Sequence[Comparison]
) -> tuple[ChartSpec, ...]:
    """The chart of the whole report, or none: by how much the main statistics grew last year and are to grow this year, in the order
    of the plan, two bars each. Rates alone: they have one unit and one kind, whatever grows."""
    by_id = {metric.metric_id: metric for metric in metrics}
    pairs = {
        one.plan_metric_id: (by_id[one.review_metric_id], by_id[one.plan_metric_id])
        for one in comparisons
        if one.status == "comparable" and not is_far_apart(one)
    }
    rates = [pair for pair in pairs.values() if all(map(_is_rate_of_a_statistic, pair))]
    # The same told of a part of the place, or a second time, would be a second bar of one name.
    rates = [
        pair for number, pair in enumerate(rates) if _name(pair[1]) not in {_name(one[1]) for one in rates[:number]}
    ]
    rates = rates[:_MOST_RATES]
    sizes = [one.value_high for pair in rates for one in pair]
    if len(rates) < _LEAST_RATES or max(sizes) > MOST_TIMES * min(sizes):
        return ()
    years = rates[0][0].year, rates[0][1].year
    bars = [
        bar
        for result, target in rates
        for bar in (
            # The title says 增速; with 增长 the longest names were broken between a year and 年.
            (result, f"{_GROWN.sub('', _name(target))}：{result.year}年{_reached(result)}", RESULT),
            (target, f"{target.year}年目标{_remark(target)}", TARGET),
        )
    ]
    title = f"主要指标增速：{years[0]}年实绩与{years[1]}年目标"
    return (_Charts("", report, OVERVIEW).chart("growth-1", "comparison", title, bars),)


class _Charts:
    """The charts that one area's metrics allow."""

    def __init__(self, cleaned: str, report: Report, area: int) -> None:
        self._cleaned = cleaned
        self._report = report
        self._area = area
        self.factors: dict[str, Decimal] = {}  # name of a chart → what 1 on its axis is in the unit without magnitude

    def comparisons(self, pairs: Iterable[tuple[Metric, Metric]]) -> list[ChartSpec]:
        charts: list[ChartSpec] = []
        for result, target in pairs:
            if "range" in (target.qualifier, result.qualifier) or not _tells((result, target)):
                continue  # two bars cannot show a span, nor a thousandth, nor that nothing changed; the table does
            reached = f"{result.year}年{_reached(result)}"
            title = f"{_name(target)}：{reached}与{target.year}年目标"
            done = other_deed(_name(result), _name(target))
            reached = f"{reached.removesuffix(NATURES['result'])}{done}" if done else reached
            bars = [(result, reached, RESULT), (target, f"{target.year}年目标{_remark(target)}", TARGET)]
            charts.append(self.chart(f"comparison-{len(charts) + 1}", "comparison", title, bars))
        return charts

    def bars(self, metrics: Sequence[Metric], series: str) -> list[ChartSpec]:
        charts: list[ChartSpec] = []
        word = "目标" if series == TARGET else "实绩"
        times = dict.fromkeys(
            (one.year, one.years) for one in metrics
        )  # five years' sums share no axis with one year's
        sorts = [
            (period_of(*time), *sort)
            for time in times
            for sort in self._sorts([one for one in metrics if (one.year, one.years) == time])
        ]
        for period, label, members in sorts:
            if not _tells(members):
                continue
            bars = [(metric, _name(metric) + _remark(metric), series) for metric in members]
            name = f"{'targets' if series == TARGET else 'results'}-{len(charts) + 1}"
            charts.append(self.chart(name, "bars", f"{period}{label}{word}", bars))
        return charts

    def shares(self, metrics: Sequence[Metric]) -> list[ChartSpec]:
        # How far something may go (控制在5.5%以内) is no part that a bar of it could show.
        shares = [one for one in metrics if one.kind == "share" and one.unit == "%" and one.qualifier not in _LIMITS]
        fitting = [one for one in shares if _WHOLE <= MOST_TIMES * one.value_high < MOST_TIMES * _WHOLE]
        return [
            self.chart(
                f"share-{number}",
                "share",
                f"{metric.year}年{_name(metric)}{'' if '目标' in metric.indicator else '目标'}",
                [(metric, _name(metric) + _remark(metric), TARGET)],
            )
            for number, metric in enumerate((one for one in fitting if one.qualifier != "range"), 1)
        ]

    def number(self, metrics: Sequence[Metric]) -> list[ChartSpec]:
        if len(metrics) != 1:
            return []
        (metric,) = metrics
        title = f"{metric.year}年目标：{_name(metric)}"
        return [self.chart("number-1", "number", title, [(metric, _name(metric) + _remark(metric), TARGET)])]

    def _sorts(self, metrics: Sequence[Metric]) -> list[tuple[str, list[Metric]]]:
        """Groups of three or more that may share an axis, with what they are called together; each metric once."""
        fitting = [one for one in metrics if one.kind == "level" and one.qualifier != "range" and not _is_money(one)]
        groups: list[tuple[str, list[Metric]]] = []
        taken: set[str] = set()
        for unit in dict.fromkeys(_unit(one) for one in fitting):
            same = [one for one in fitting if _unit(one) == unit]
            by_noun: dict[str, list[Metric]] = {}
            for one in same:
                by_noun.setdefault(_noun(one), []).append(one)
            for noun, members in by_noun.items():
                one_place = len({self._paragraph(one) for one in members}) == 1
                if one_place and not _overlap(members) and len(_distinct(members)) >= _LEAST_BARS:
                    groups.append((f"各类{noun}", _distinct(members)))
                    taken.update(one.metric_id for one in members)
            groups.extend(
                (f"{_name(members[0])}等", _distinct(members))
                for members in self._lists([one for one in same if one.metric_id not in taken])
                if len(_distinct(members)) >= _LEAST_BARS
            )
        return groups

    def _lists(self, metrics: Sequence[Metric]) -> list[list[Metric]]:
        """Runs of metrics that the text itself puts into one list (顿号, no other mark between them)."""
        runs: list[list[Metric]] = []
        for metric in metrics:
            between = self._cleaned[runs[-1][-1].end : metric.start] if runs else "。"
            if "、" in between and not re.search(r"[，；。：\n]", between):
                runs[-1].append(metric)
            else:
                runs.append([metric])
        return runs

    def chart(self, name: str, kind: str, title: str, rows: Sequence[tuple[Metric, str, str]]) -> ChartSpec:
        metrics = [metric for metric, _, _ in rows]
        word, scale = common_scale(metrics)
        self.factors[name] = scale
        if kind == "bars":
            rows = sorted(rows, key=lambda row: -row[0].value_high)[:_MOST_BARS]
        bars = tuple(
            ChartBar(label, metric.value_high / scale, _display(metric), series, metric.metric_id)
            for metric, label, series in rows
        )
        unit = word + Counter(metric.unit for metric in metrics).most_common(1)[0][0]
        what = {"comparison": "条形图", "bars": "条形图", "share": "占比图", "number": "数字"}[kind]
        told = "，".join(f"{bar.label}{bar.display}" for bar in bars)
        places = sorted({self._paragraph(metric) for metric in metrics})
        source = f"来源：{self._report.source}，第{'、'.join(map(str, places))}段"
        return ChartSpec(name, self._area, kind, title, unit, bars, source, f"{what}：{title}。{told}。")

    def _paragraph(self, metric: Metric) -> int:
        return next((one.number for one in self._report.paragraphs if one.start <= metric.start < one.end), 0)


def _expected(metric: Metric) -> bool:
    return is_expected(metric.sentence, metric.text)


def _remark(metric: Metric) -> str:
    """Behind a bar's name, what makes its number less than a plain result or target: （预计）, （力争）, （平均）."""
    aimed = remark_on(metric.part, name_of(metric), metric.indicator, metric.sentence, metric.text)
    return "（预计）" if _expected(metric) else aimed


def _display(metric: Metric) -> str:
    """What stands at its bar: 达到1850家 of all that there are, which beside 新增300家 is another sort of number."""
    at = place_of(metric.sentence, metric.text, metric.indicator)
    return total_of(name_of(metric), metric.sentence[: max(0, at)], metric.unit, metric.kind) + metric.text


def _reached(metric: Metric) -> str:
    """What the bar of a result is called."""
    return "预计" if _expected(metric) else NATURES["result"]


def _name(metric: Metric) -> str:
    """As tables and cards call it, without marks around all of it: 6家 are 新增规上服务业企业, not all that there are."""
    name = name_of(metric)
    return name[1:-1] if name[:1] == "“" and name[-1:] == "”" and name.count("“") == 1 else name


def _overlap(metrics: Iterable[Metric]) -> bool:
    """Whether some are told by the stage that they have reached: 36个重点项目, of which 11个 begin and 6个 are finished this year."""
    return any(_STAGE.search(_name(one)) for one in metrics)


def _noun(metric: Metric) -> str:
    return metric.indicator.rstrip(_QUOTES)[-2:]


def _is_rate_of_a_statistic(metric: Metric) -> bool:
    """Whether it says by how much one of the main statistics of a whole place grew, as one number above nothing."""
    grown = metric.kind == "increase" and metric.unit == "%" and metric.qualifier != "range" and metric.value_high > 0
    return grown and statistic_of(_name(metric)) in _GROWING


def _unit(metric: Metric) -> str:
    return next((min(units) for units in _SAME_UNIT if metric.unit in units), metric.unit)


def _is_money(metric: Metric) -> bool:
    """Sums of different things side by side invite adding them up."""
    return metric.unit.startswith("元") and "/" not in metric.unit


def _tells(metrics: Sequence[Metric]) -> bool:
    """Whether bars show what a table does not: each can be seen, and no more than half of them are of one length."""
    sizes = [one.value_high for one in metrics]
    alike = max(Counter(sizes).values())
    return min(sizes) > 0 and max(sizes) <= MOST_TIMES * min(sizes) and 2 * alike <= len(sizes)


def _distinct(metrics: Iterable[Metric]) -> list[Metric]:
    """Each name once: a figure told twice is one bar, and two values of one name are none."""
    by_indicator: dict[str, list[Metric]] = {}
    for metric in metrics:
        by_indicator.setdefault(metric.indicator, []).append(metric)
    single = [group[0] for group in by_indicator.values() if len({one.value_high for one in group}) == 1]
    return list({_name(one): one for one in reversed(single)}.values())[::-1]
