"""A small made-up report with two areas, its metrics and the Brief of its first area: small enough to be read whole."""

from __future__ import annotations

from decimal import Decimal

from briefing.model import (
    Area,
    Brief,
    ChartBar,
    ChartSpec,
    Comparison,
    Figure,
    Finding,
    Grouping,
    Measure,
    Metric,
    Pair,
    Paragraph,
    Part,
    Report,
    Slide,
    Task,
    Topic,
    TopicBrief,
)

TEXT = """2023年，坚持以习近平新时代中国特色社会主义思想为指导，建成高标准农田1.15万亩，信创营收突破35亿元。
2024年，重点抓好两个方面工作。
（一）深入贯彻党的二十大精神，推动乡村振兴。做优特色农业。完成3500亩高标准农田建设；确保粮食播种面积稳定在3.72万亩以上。\
改善农村面貌。打造2—3个精品示范村；八成以上村庄完成PM2.5监测点建设。
（二）守牢安全底线，维护社会稳定。提升应急能力。建成应急避难场所12个，12345热线办结率达到98%。
"""


def _at(text: str, after: str = "") -> tuple[int, int]:
    start = TEXT.index(text, TEXT.index(after) if after else 0)
    return start, start + len(text)


def small_report() -> Report:
    paragraphs = []
    at = 0
    for number, line in enumerate(TEXT.splitlines(keepends=True), 1):
        paragraphs.append(Paragraph(number, at, at + len(line.rstrip())))
        at += len(line)

    def topic(number: int, title: str, texts: tuple[str, ...], paragraph: int) -> Topic:
        measures = tuple(Measure(text, *_at(text), paragraph) for text in texts)
        return Topic(number, title, _at(title)[0], measures[-1].end, measures)

    first = Area(
        1,
        "深入贯彻党的二十大精神，推动乡村振兴",
        paragraphs[2].start,
        paragraphs[2].end,
        (
            topic(1, "做优特色农业", ("完成3500亩高标准农田建设", "确保粮食播种面积稳定在3.72万亩以上"), 3),
            topic(2, "改善农村面貌", ("打造2—3个精品示范村", "八成以上村庄完成PM2.5监测点建设"), 3),
        ),
    )
    measures = ("建成应急避难场所12个，12345热线办结率达到98%",)
    second = Area(
        2,
        "守牢安全底线，维护社会稳定",
        paragraphs[3].start,
        paragraphs[3].end,
        (topic(1, "提升应急能力", measures, 4),),
    )
    review = Part("review", "", paragraphs[0].start, paragraphs[0].end, ())
    plan = Part("plan", "", paragraphs[1].start, paragraphs[3].end, (first, second))
    return Report(
        "small-2024", "甲县", "county", "甲县2024年政府工作报告", 2024, 2023, "《甲县2024年政府工作报告》（甲县政府网）",
        "2024-01-15", "ab" * 32, 2, (review, plan), tuple(paragraphs), (),
    )  # fmt: skip


def small_metrics() -> tuple[Metric, ...]:
    rows = (
        ("review", 0, "", "高标准农田", "1.15万亩", 11500, "亩", "eq", 2023, "", "建成高标准农田"),
        ("review", 0, "", "信创营收", "突破35亿元", 3500000000, "元", "gt", 2023, "", "信创"),
        ("plan", 1, "做优特色农业", "高标准农田", "3500亩", 3500, "亩", "eq", 2024, "", "完成3500"),
        ("plan", 1, "做优特色农业", "粮食播种面积", "3.72万亩以上", 37200, "亩", "ge", 2024, "", "确保粮食"),
        ("plan", 1, "改善农村面貌", "精品示范村", "2—3个", 2, "个", "range", 2024, "", "打造2"),
        ("plan", 1, "改善农村面貌", "村庄监测点建设", "八成以上", 80, "%", "ge", 2024, "", "八成"),
        ("plan", 2, "提升应急能力", "应急避难场所", "12个", 12, "个", "eq", 2024, "", "建成应急"),
        ("plan", 2, "提升应急能力", "热线办结率", "98%", 98, "%", "eq", 2024, "", "办结率"),
    )
    metrics = []
    for number, (part, area, topic, indicator, text, value, unit, qualifier, year, _, after) in enumerate(rows, 1):
        start, end = _at(text, after)
        sentence_start = max(TEXT.rfind(mark, 0, start) for mark in "。；\n") + 1
        sentence = TEXT[sentence_start : min(at for at in (TEXT.find(mark, end) for mark in "。；") if at >= 0)]
        low = Decimal(str(value))
        high = Decimal(3) if qualifier == "range" else low
        metrics.append(
            Metric(
                f"small-2024/{part}-{area}/{number:03}", part, area, "", topic, indicator, low, high, unit, qualifier,
                "share" if unit == "%" else "level", year, text, sentence, start, end,
            )
        )  # fmt: skip
    return tuple(metrics)


def small_figure(metric: Metric) -> Figure:
    paragraph = TEXT.count("\n", 0, metric.start) + 1
    return Figure(
        metric.metric_id, metric.indicator, metric.text, metric.text, "", "", metric.kind, metric.year, metric.part, metric.area,
        metric.topic, paragraph, metric.sentence, "target" if metric.part == "plan" else "result",
    )  # fmt: skip


def small_brief(report: Report, metrics: tuple[Metric, ...]) -> Brief:
    area = report.parts[1].areas[0]
    figures = [small_figure(metric) for metric in metrics]
    targets, results = tuple(figures[2:6]), (figures[0],)
    pair = Pair("高标准农田", figures[0], figures[2], "comparable", "同为高标准农田建成面积")
    topics = tuple(
        TopicBrief(
            one.number,
            "一二"[one.number - 1],
            one.title,
            one.measures,
            tuple(f for f in targets if f.topic == one.title),
        )
        for one in area.topics
    )
    bars = (
        ChartBar("2023年实绩", Decimal("1.15"), "1.15万亩", "result", metrics[0].metric_id),
        ChartBar("2024年目标", Decimal("0.35"), "3500亩", "target", metrics[2].metric_id),
    )
    more = (ChartBar("粮食播种面积", Decimal("3.72"), "3.72万亩以上", "target", metrics[3].metric_id),)
    charts = (
        ChartSpec(
            "pair",
            1,
            "comparison",
            "高标准农田：上年实绩与今年目标",
            "万亩",
            bars,
            report.source,
            "柱状图：高标准农田2023年实绩1.15万亩，2024年目标3500亩",
        ),
        ChartSpec(
            "grain", 1, "bars", "粮食播种面积目标", "万亩", more, report.source, "柱状图：粮食播种面积3.72万亩以上"
        ),
    )
    measures = [(topic, measure) for topic in area.topics for measure in topic.measures]
    tasks = tuple(
        Task(number, topic.title, measure.text, "", "", "", "", measure.paragraph)
        for number, (topic, measure) in enumerate(measures, 1)
    )
    source = f"来源：{report.source}，第3段"
    target_rows = tuple((one.indicator, one.display, f"第{one.paragraph}段") for one in targets)
    slides = (
        Slide("cover", area.title, "甲县2024年政府工作报告（一）"),
        Slide("overview", "总览：2个主题、4项任务", bullets=("做优特色农业", "改善农村面貌"), cards=(targets[1],), source=source, notes=targets[1].sentence),
        Slide("targets", "2024年目标", rows=target_rows, source=source),
        Slide("results", "上年实绩与今年目标", chart="pair", note="编者归类", source=source, notes=f"{figures[0].sentence}\n{figures[2].sentence}"),
        Slide("topic", "做优特色农业", bullets=tuple(m.text for t, m in measures if t.number == 1), chart="grain", source=source),
        Slide("topic", "改善农村面貌", bullets=tuple(m.text for t, m in measures if t.number == 2), source=source),
        Slide("tasks", "任务分解", rows=tuple((str(t.number), t.text, t.target, "", "", "") for t in tasks), source=source),
    )  # fmt: skip
    return Brief(
        report.report_id, report.place, report.title, 2024, 2023, report.date, report.source, report.source_sha256, 2, 1, "一",
        area.title, "本领域共2个主题、4项任务、4项量化目标，其中粮食播种面积3.72万亩以上。", topics, targets[:2], targets, results, 0,
        (pair,), charts, tasks, (), slides,
    )  # fmt: skip


def small_comparisons(metrics: tuple[Metric, ...]) -> tuple[Comparison, ...]:
    return (Comparison(metrics[2].metric_id, metrics[0].metric_id, "comparable", "同为高标准农田建成面积"),)


def small_groupings(metrics: tuple[Metric, ...]) -> tuple[Grouping, ...]:
    return (Grouping(metrics[0].metric_id, 1, "同含“高标准农田”"),)


def small_findings() -> tuple[Finding, ...]:
    return (Finding("wording", "check", "第3段", *_at("八成以上"), "“八成以上”是约数，请核"),)
