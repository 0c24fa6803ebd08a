"""Last year and this year: results and targets side by side, with the charts that show them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from briefing.assemble.arranged import is_arranged, remark_on_arranged
from briefing.assemble.figures import ALIKE, dated, most_of, phrased, reached, row_name, time_of
from briefing.assemble.numbering import places
from briefing.assemble.story.charts import aims, chart_slide, drawn
from briefing.assemble.story.compared import (
    FAR,
    LEAST_PAIRED,
    alone,
    at_right,
    head_of,
    over_slides_with,
    paired,
    remark,
    rows_of,
    shared,
    slides_with,
    together,
)
from briefing.assemble.story.look_alikes import ON_ITS_SLIDE
from briefing.assemble.story.opening import MOST_CARDS_AT_A_GLANCE, quote_of, told_at_a_glance
from briefing.assemble.story.pages import continued, fits_title, split_rows
from briefing.assemble.story.wording import (
    MARKED,
    RESULTS_MARKED,
    aims_marked,
    both_heading,
    counted,
    grouped,
    main_grouped,
    paragraphs_of,
    results_heading,
    sentences,
    source_line,
    told_by,
)
from briefing.assemble.telling import spoken_of
from briefing.assemble.widths import ems
from briefing.far_apart import is_far_apart
from briefing.model import OVERVIEW, Brief, ChartSpec, Figure, Pair, Slide

# What one of two tables side by side holds at the template's smaller size: ems of its columns, single lines.
HALF_COLUMNS = (14.5, 8.6, 5.0)
HALF_LINES = 12.0
_LARGE_COLUMNS, _LARGE_LINES = tuple(width * 14 / 16 for width in HALF_COLUMNS), 9.5  # the same at the larger
_MOST_CARDS = 2  # so few targets are shown as large numbers, not as a table
_MOST_BESIDE_CHART = 7
_HALF_TITLE = 24.0  # ems of a chart's title on half a slide
_Row = tuple[str, ...]


def year_slides(brief: Brief, *, short: bool) -> list[Slide]:
    """What was reached and what is aimed at on one slide where both fit, else on slides of their own; then charts, when
    ``short`` no more than one slide of them."""
    results, targets = _ordered(brief)
    shown = [chart for chart in brief.charts if chart.kind != "number"]
    slides: list[Slide] = []
    pairs = paired(brief.pairs)
    if len(pairs) >= LEAST_PAIRED or _holds_the_only_pair(brief, pairs, results, targets):
        tables, results, targets = _compared(brief, pairs, results, targets)
        slides += tables
    if results and targets and not slides and aims_in_one_column(targets, brief.plan_year) and in_one_column(results):
        slides.append(_years(brief, results, targets))
    elif results and 0 < len(targets) <= _MOST_CARDS and not slides:
        # A row of targets had a slide to itself, apart from what was reached of them.
        columns = split_rows([_row(one, most_of(results)) for one in results], HALF_COLUMNS, HALF_LINES)
        here = min(len(columns[0]), -(-len(results) // 2))
        slides += [_years(brief, results[:here], targets), *_listed(brief, "results", results[here:])]
    else:
        # So few results of an area without targets stand as large numbers on its first slide.
        listed = results if brief.targets or len(results) > MOST_CARDS_AT_A_GLANCE else []
        reached = _listed(brief, "results", listed) if listed else []
        beside = (
            shown[0] if shown and _goes_with(shown[0], targets) and _beside_chart(targets, brief.plan_year) else None
        )
        aimed = _listed(brief, "targets", targets, beside) if targets and not told_at_a_glance(brief) else []
        if aimed and slides:  # else the slide reads as if it had all
            before = f"另有{len(_ordered(brief)[1]) - len(targets)}项见前页对照"
            aimed[0] = replace(aimed[0], note="；".join(filter(None, (before, aimed[0].note))))
        # The targets that a table with both years has no room for come right behind it.
        slides += [*aimed, *reached] if slides else [*reached, *aimed]
        shown = shown[1:] if beside and aimed else shown
    slides += [chart_slide(brief, charts) for charts in _on_slides(shown[:2] if short else shown)]
    return [_with_marks_told(brief, one) for one in slides]


def _holds_the_only_pair(
    brief: Brief, pairs: Sequence[Pair], results: Sequence[Figure], targets: Sequence[Figure]
) -> bool:
    """Whether one slide shows the only pair in one row, with all other targets below it and all other results at its right: in two
    tables side by side a reader has to look for what belongs together."""
    if len(pairs) != 1 or len(targets) <= _MOST_CARDS:
        return False
    rows = together(brief.plan_year, brief.pairs, alone(targets, pairs), alone(results, pairs))
    return rows is not None and slides_with(*rows) == 1


def _on_slides(charts: Sequence[ChartSpec]) -> list[Sequence[ChartSpec]]:
    """Two charts a slide. One bar of a share leaves a slide all but empty, and says no more than the table and the card that have
    the figure: it stands beside another chart under a title of one line, which a second would push into its axis, or nowhere."""
    held = [one for one in charts if one.kind != "share" or ems(one.title) <= _HALF_TITLE]
    ordered = sorted(held, key=lambda one: one.kind == "share")
    slides = [ordered[at : at + 2] for at in range(0, len(ordered), 2)]
    return [each for each in slides if any(one.kind != "share" for one in each)]


def _beside_chart(targets: Sequence[Figure], year: int) -> bool:
    """Whether half of the slide holds ``targets`` in the larger size; where they went on, the chart would stand there twice."""
    rows = [_row(one, f"{year}年") for one in targets]
    return len(rows) <= _MOST_BESIDE_CHART and len(split_rows(rows, _LARGE_COLUMNS, _LARGE_LINES)) == 1


def _with_marks_told(brief: Brief, slide: Slide) -> Slide:
    """``slide`` with what the sign behind names means, where one stands on it; in 总览 both wordings are further off than in an area."""
    named = [cell for row in (*slide.rows, *slide.beside) for cell in row] + [row_name(one) for one in slide.cards]
    if not any(one.endswith(ALIKE) for one in named):
        return slide
    told = {"targets": aims_marked(brief), "results": RESULTS_MARKED}.get(slide.kind, MARKED)
    marked = "，".join(filter(None, (told, ON_ITS_SLIDE if brief.number == OVERVIEW else "")))
    return replace(slide, note="；".join(filter(None, (slide.note, marked))))


def one_slide(pairs: Sequence[Pair], results: Sequence[Figure], targets: Sequence[Figure], year: int) -> bool:
    """Whether one slide holds ``results`` beside ``targets``."""
    comparable = paired(pairs)
    if len(comparable) >= LEAST_PAIRED:
        rows = together(year, pairs, alone(targets, comparable), alone(results, comparable))
        return rows is not None and slides_with(*rows) == 1
    return aims_in_one_column(targets, year) and in_one_column(results)


def beside_pairs(pairs: Sequence[Pair], results: Sequence[Figure], year: int) -> bool:
    """Whether one slide holds ``results`` at the right of the rows that have both years, where all targets need another."""
    comparable = paired(pairs)
    return len(comparable) >= LEAST_PAIRED and at_right(year, pairs, alone(results, comparable)) is not None


def _compared(
    brief: Brief, pairs: Sequence[Pair], results: Sequence[Figure], targets: Sequence[Figure]
) -> tuple[list[Slide], list[Figure], list[Figure]]:
    """Last year and this year in one row each: the first that a reader asks for; and what is left for slides of its own."""
    reached, aimed = alone(results, pairs), alone(targets, pairs)
    here = aimed, reached
    tables = together(brief.plan_year, brief.pairs, aimed, reached)
    if tables is None:
        here = shared(brief.plan_year, brief.pairs, aimed), reached
        tables = at_right(brief.plan_year, brief.pairs, reached) if not here[0] else None
    if tables:
        parts, beside = [tables[0]], tables[1]
    else:
        parts, beside = over_slides_with(rows_of(brief.plan_year, brief.pairs, here[0]), reached)
        here = here[0], reached if beside else []
    told: list[list[Figure]] = [[pair.target, pair.result] for pair in paired(brief.pairs)]
    told += [[one] for one in (*here[0], *here[1])]
    slide = Slide("compared", "", both_heading(brief), period=head_of(pairs))
    slides = []
    at = 0
    for number, part in enumerate(parts, 1):
        # What stands at the right of the last slide is on it too.
        last = number == len(parts)
        shown = told[at : None if last else at + len(part)]
        at += len(part)
        figures = [one for each in shown for one in each]
        aims_here = [each[0] for each in shown if each[0].nature != "result"]
        results_too = any(each[0] in here[1] for each in shown)
        unsure = any(is_far_apart(one) and one.target in aims_here for one in brief.pairs)
        own = grouped(brief, aims_here) if results_too else main_grouped(brief, aims_here)
        # One line does not hold what ※ means as well; the workbook has it with the pair.
        right = tuple(beside) if last else ()
        marked = any(cell.endswith(ALIKE) for row in (*part, *right) for cell in row)
        slides.append(
            replace(
                slide,
                title=_compared_title(brief, pairs, aims_here, number),
                rows=tuple(part),
                beside=right,
                period_beside=most_of(here[1]) if right else "",
                note="；".join(filter(None, (own, remark(part), "" if marked or not unsure else FAR))),
                source=source_line(brief, paragraphs_of(figures)),
                notes=sentences(figures),
                page=number,
                pages=len(parts),
            )
        )
    left = {one.metric_id for one in (*aimed, *reached)} - {one.metric_id for one in (*here[0], *here[1])}
    return slides, [one for one in reached if one.metric_id in left], [one for one in aimed if one.metric_id in left]


def _beside(brief: Brief, *, few: bool) -> str:
    """What a reader has to know of two tables side by side."""
    comparable = any(pair.status == "comparable" for pair in brief.pairs)
    return "；两表仅首行可对照" if comparable and not few else ""


def _ordered(brief: Brief) -> tuple[list[Figure], list[Figure]]:
    """Results and targets, those that may be compared first and in the same order."""
    pairs = [pair for pair in brief.pairs if pair.status == "comparable"]
    results = list({one.metric_id: one for one in (*(pair.result for pair in pairs), *brief.results)}.values())
    targets = list({one.metric_id: one for one in (*(pair.target for pair in pairs), *brief.targets)}.values())
    return results, targets


def _row(figure: Figure, period: str) -> _Row:
    return (row_name(figure), dated(figure, period), places([figure.paragraph, figure.again]))


def aims_in_one_column(targets: Sequence[Figure], year: int) -> bool:
    """Whether ``targets`` leave half of the slide to last year's results. ``year``: the plan's, which their head names."""
    return len(targets) <= _MOST_CARDS or in_one_column(targets, f"{year}年")


def in_one_column(figures: Sequence[Figure], period: str = "") -> bool:
    """Whether one of two tables side by side holds ``figures``, under a head of ``period``, else of what most are of."""
    rows = [_row(one, period or most_of(figures)) for one in figures]
    return len(split_rows(rows, HALF_COLUMNS, HALF_LINES)) == 1


def _years(brief: Brief, results: Sequence[Figure], targets: Sequence[Figure]) -> Slide:
    few = len(targets) <= _MOST_CARDS
    year = _year_of(brief, targets)
    return Slide(
        "years",
        _aim_title(brief, targets),
        both_heading(brief),
        rows=tuple(_row(one, most_of(results)) for one in results),
        beside=() if few else tuple(_row(one, year) for one in targets),
        cards=tuple(targets) if few else (),
        quote=quote_of(targets, "years"),
        note=grouped(brief, targets) + _beside(brief, few=few),
        source=source_line(brief, paragraphs_of((*results, *targets))),
        notes=sentences((*targets, *results)),
        period=most_of(results),
        period_beside=year,
    )


def _year_of(brief: Brief, targets: Sequence[Figure]) -> str:
    """The year that a head over ``targets`` names: the plan's, and where none is for it, the one that most are for."""
    year = f"{brief.plan_year}年"
    return year if any(time_of(one) in ("", year) for one in targets) else most_of(targets) or year


def _goes_with(chart: ChartSpec, targets: Sequence[Figure]) -> bool:
    """Whether it draws any of ``targets``: 生猪出栏 says nothing beside a table of 城中村改造."""
    return aims(chart) and any(bar.metric_id == one.metric_id for bar in chart.bars for one in targets)


def _listed(brief: Brief, kind: str, figures: Sequence[Figure], chart: ChartSpec | None = None) -> list[Slide]:
    """Results or targets by themselves: two columns a slide, or one beside a chart."""
    planned = f"{brief.plan_year}年" if kind == "targets" else most_of(figures)
    rows = [_row(one, planned) for one in figures]
    by_row = dict(zip(map(id, rows), figures, strict=True))
    columns = [rows] if chart else split_rows(rows, HALF_COLUMNS, HALF_LINES, two_by_two=True)
    if len(columns) == 1 and not chart and len(rows) > 6:
        columns = [rows[: -(-len(rows) // 2)], rows[-(-len(rows) // 2) :]]
    slides = []
    titled = _aim_title if kind == "targets" else _reached_title
    for number, at in enumerate(range(0, len(columns), 2), 1):
        left, right = columns[at], columns[at + 1] if at + 1 < len(columns) else []
        here = [by_row[id(row)] for row in (*left, *right)]
        period = _year_of(brief, here) if kind == "targets" else planned
        left, right = ([_row(by_row[id(row)], period) for row in column] for column in (left, right))
        told = (*here, *(drawn(brief, [chart]) if chart else ()))
        slides.append(
            Slide(
                kind,
                titled(brief, here, number),
                "今年目标" if kind == "targets" else results_heading(brief),
                rows=tuple(left),
                beside=tuple(right),
                chart=chart.name if chart else "",
                note=_arranged_in(brief, here) if kind == "targets" else grouped(brief),
                source=source_line(brief, paragraphs_of(told)),
                notes=sentences(told),
                page=number,
                pages=-(-len(columns) // 2),
                period=period,
                period_beside=period,
            )
        )
    return slides


def _arranged_in(brief: Brief, targets: Sequence[Figure]) -> str:
    return remark_on_arranged(targets) if brief.number == OVERVIEW else ""


def _compared_title(brief: Brief, pairs: Sequence[Pair], targets: Sequence[Figure], page: int) -> str:
    """In 总览, whose first slides name the main targets, how many may be compared, and the first of them on that slide with last year's;
    else the targets on that slide."""
    if brief.number != OVERVIEW:
        return _aim_title(brief, targets, page)
    subject = continued(f"{brief.plan_year}年目标与{brief.review_year}年实绩对照", page)
    counts = f"{counted(len(pairs))}项指标（编者归类）"
    last = f"{brief.review_year}年"
    for one in (one for one in pairs if one.target in targets and time_of(one.result) in ("", last)):
        before = reached(one.result, one.target, last)
        more = f"）等{counts}" if len(pairs) > 1 else "，编者归类）"
        title = f"{subject}：{phrased(one.target)}（上年{before}{more}"
        if "（" not in before and not (one.target.alike or is_far_apart(one)) and fits_title(title):
            return title
    return f"{subject}：{counts}"


def _aim_title(brief: Brief, targets: Sequence[Figure], page: int = 1) -> str:
    """Of the targets on that slide that are for the plan's year, where none is of those for the year that most are for; in 总览
    of those that its first slides do not tell of."""
    year = _year_of(brief, targets)
    targets = [one for one in targets if time_of(one) in ("", year)]
    # The year's main targets only where the area has none of its own on that slide.
    targets = [one for one in targets if one.area == brief.number] or targets
    subject = continued(f"{year}目标", page)
    if brief.number == OVERVIEW:
        told = {one.metric_id for one in brief.highlights}
        targets = [one for one in targets if not is_arranged(one)] or targets
        return told_by(subject, [one for one in targets if one.metric_id not in told] or targets)
    return told_by(subject, targets, ending=f"等{len(targets)}项指标" if len(targets) == len(brief.targets) > 2 else "")


def _reached_title(brief: Brief, results: Sequence[Figure], page: int = 1) -> str:
    """Of the results on that slide, of more than one time those of the time that most are of."""
    period = most_of(results)
    shown = [one for one in results if time_of(one) in ("", period)]
    best = [one for one in shown if one.kind != "rank"] or shown
    more = f"等{len(shown)}项实绩" if len(shown) == len(brief.results) > 2 else ""
    subject = f"{brief.review_year}年基础" if period in ("", f"{brief.review_year}年") else period
    return told_by(continued(subject, page), best, ending=more, near=spoken_of(brief.title, brief.topics))
