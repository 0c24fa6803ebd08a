"""The first slides: cover, what the deck holds, and the whole area at a glance."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.assemble.cards import fits_card, fits_quote, fits_tile
from briefing.assemble.clauses import beginnings
from briefing.assemble.figures import tabled
from briefing.assemble.story.both_wordings import alike_rows, clause_of
from briefing.assemble.story.look_alikes import HEADING
from briefing.assemble.story.main_told import main_in_line, proved_in
from briefing.assemble.story.pages import continued
from briefing.assemble.story.wording import (
    both_heading,
    counted,
    counts,
    given_at,
    no_targets,
    paragraphs_of,
    periods_told,
    results_heading,
    sentences,
    source_line,
)
from briefing.assemble.telling import spoken_of, telling
from briefing.assemble.work import exceeding_work
from briefing.model import Brief, Figure, Slide, TopicBrief
from briefing.report_names import report_name

_MOST_ROWS = 9  # of the agenda in one column
MOST_CARDS_AT_A_GLANCE, _MOST_BESIDE_TARGET = 4, 2
# Our labels for sentences before the first heading that hold no task, which no report calls 总体要求: that is told of the whole year.
LEAD = "总的考虑"
OTHER = "其他任务"  # our label for sentences under no heading, behind those that have one
_MOST_IN_HALF = 11
_SPOKEN_OF = 1.0  # worth of a result of last year that the area itself speaks of; that it is a rate is worth less
_MOST_BELOW_CARDS = 14  # topics in two tables; more have the cards' place
_MOST_TILES = 5  # topics that stand side by side on the overview; more are rows of a table


def cover(brief: Brief) -> Slide:
    subtitle = report_name(brief.place, brief.plan_year)
    return Slide("cover", brief.title, subtitle, source=source_line(brief), note=given_at(brief), notes=brief.lead)


def told_at_a_glance(brief: Brief) -> bool:
    """Whether the first slide shows all that is counted: so few targets that a table of them would only say it again."""
    count = len(brief.targets)
    shown = _each_thing_once(brief.targets)
    return (
        0 < len(shown) == count <= MOST_CARDS_AT_A_GLANCE
        and not brief.results
        and len(_listed(brief)) <= _MOST_BELOW_CARDS
        and all(fits_card(one, "overview", count, low=True) for one in shown)
    )


def agenda(brief: Brief, *, alike_last: bool) -> list[Slide]:
    """One row for each part of the deck; the topics in the order of the report."""
    parts = _parts(brief, short=False, alike_last=alike_last)
    if len(parts) > _MOST_ROWS:
        parts = _parts(brief, short=True, alike_last=alike_last)
    rows = [(str(number), *part) for number, part in enumerate(parts, 1)]
    each = _MOST_ROWS if len(rows) <= _MOST_ROWS else 2 * _MOST_IN_HALF
    slides = []
    for page, at in enumerate(range(0, len(rows), each), 1):
        here = rows[at : at + each]
        half = len(here) if len(rows) <= _MOST_ROWS else -(-len(here) // 2)
        slides.append(
            Slide(
                "agenda",
                continued("目录", page),
                "导览",
                rows=tuple(here[:half]),
                beside=tuple(here[half:]),
                source=source_line(brief),
                notes=brief.lead,
            )
        )
    return slides


def _parts(brief: Brief, *, short: bool, alike_last: bool) -> list[tuple[str, str]]:
    """What the deck holds, part by part; ``short``: in few words, for two columns."""
    aims = f"{len(brief.targets)}项量化目标" if brief.targets and not told_at_a_glance(brief) else ""
    main = {one.target.metric_id for one in brief.pairs if one.status == "comparable"} if not brief.targets else ()
    listed = brief.targets or main or len(brief.results) > MOST_CARDS_AT_A_GLANCE
    years = [
        f"{len(brief.results)}项实绩（编者归类）" if brief.results and listed else "",
        aims or (f"{len(main)}项全年主要目标" if main else ""),
    ]
    parts = [("一页通览", counts(brief).split("、")[0] if short else counts(brief))]
    if any(years):
        heading = both_heading(brief) if all(years) else results_heading(brief) if years[0] else "今年目标"
        parts.append((heading, "、".join([one for one in years if one][-1 if short else 0 :])))
    alike = f"{counted(len(rows))}组指标不可比" if (rows := alike_rows(brief)) else ""
    parts += [(HEADING, alike)] if alike and not alike_last else []
    parts += [(topic.title or untitled(brief, topic), _holds(topic)) for topic in _listed(brief)]
    parts.append(("任务分解", f"{len(brief.tasks)}项任务"))
    # In the words of the slides that they are on, and no 待核 where there is none.
    last = [
        ("原文依据", f"{proved_in(brief)}个数据的出处" if proved_in(brief) else ""),
        ("待核事项", f"{len(brief.findings)}处待核" if brief.findings else ""),
        (HEADING, alike if alike_last else ""),
    ]
    told = [(heading, holds) for heading, holds in last if holds]
    if told:
        holds = [holds for _, holds in told]
        parts.append(("、".join(heading for heading, _ in told), "、".join(holds[:1] if short else holds)))
    return parts


def overview(brief: Brief) -> Slide:
    """What the area is about, its topics, its two to four most telling figures."""
    topics = _rows_of(brief)
    tiles = _in_tiles(topics)
    half = -(-len(topics) // 2)
    paragraphs = [measure.paragraph for topic in brief.topics for measure in topic.measures]
    cards = () if len(topics) > _MOST_BELOW_CARDS else at_a_glance(brief)
    told, shown = main_in_line(brief)
    if cards and not brief.targets:  # last year's, said to be so, rather than no number at all
        reached = [one for one in cards if one.nature == "result"]
        aimed = "全年主要目标" if len(reached) < len(cards) else ""
        last = f"{periods_told(brief.review_year, reached)}实绩" if reached else ""
        told += f"；{no_targets(brief.main_targets)}，以下为{'和'.join(filter(None, (aimed, last)))}（编者归类）"
    paragraphs += paragraphs_of((*cards, *shown))
    return Slide(
        "overview",
        f"一页通览：{brief.title}",
        told,
        bullets=tuple(title for _, title, _ in topics) if tiles else (),
        heads=tuple(f"（{mark}）{holds}" if mark else holds for mark, _, holds in topics) if tiles else (),
        rows=() if tiles else tuple(topics[:half]),
        beside=() if tiles else tuple(topics[half:]),
        cards=cards,
        quote=quote_of(cards, "tiles" if tiles else "table"),
        note="" if cards or brief.targets else no_targets(brief.main_targets),
        source=source_line(brief, paragraphs),
        notes=sentences((*cards, *shown)) or brief.lead,
    )


def at_a_glance(brief: Brief) -> tuple[Figure, ...]:
    """The figures that the first slide shows, and with which the paper opens: two documents of one area that named others would make
    a reader ask which are the main ones."""
    low = not _in_tiles(_rows_of(brief))
    cards = _cards(brief, low=low)
    work = exceeding_work(brief)
    count = len(cards) + 1
    if work is None or not 2 < count <= MOST_CARDS_AT_A_GLANCE:
        return cards
    with_work = (*cards, work[0])
    return with_work if all(fits_card(one, "overview", count, low=low) for one in with_work) else cards


def _rows_of(brief: Brief) -> list[tuple[str, str, str]]:
    return [(topic.numeral, topic.title or _about(brief, topic), _holds(topic)) for topic in _listed(brief)]


def _in_tiles(topics: Sequence[tuple[str, str, str]]) -> bool:
    """Whether ``topics`` stand side by side, not in a table."""
    return len(topics) <= _MOST_TILES and all(fits_tile(title, len(topics)) for _, title, _ in topics)


def _cards(brief: Brief, *, low: bool) -> tuple[Figure, ...]:
    """The most telling targets, of an area that has none those of the year that are on its subject; beside a single one what last year
    reached, first of the same indicator; without any last year's."""
    near = spoken_of(brief.title, brief.topics)
    aims = brief.targets or (brief.main_targets if brief.results else ())
    cards = _fitting(_each_thing_once(aims), brief.plan_year, low=low)
    if len(cards) > 1:
        return cards
    results = _each_thing_once(brief.results)
    if not cards:
        return _fitting(results, brief.review_year, low=low, near=near)
    same = [
        one.result for one in brief.pairs if one.status == "comparable" and one.target.metric_id == cards[0].metric_id
    ]
    ids = {one.metric_id for one in same}
    others = telling([one for one in results if one.metric_id not in ids], _MOST_BESIDE_TARGET, near=near)
    beside = [*same, *others][:_MOST_BESIDE_TARGET]
    count = 1 + len(beside)
    return (*cards, *(one for one in beside if fits_card(one, "overview", count, low=low)))


def _fitting(
    figures: Sequence[Figure], year: int, *, low: bool, near: Callable[[Figure], float] | None = None
) -> tuple[Figure, ...]:
    """As many of ``figures`` as stand side by side, each whole on its card: of long names fewer, on broader cards; fewer also where the
    most telling of the ``year`` fits none of four, which are then no summary of the area (高唐, eighth area: 新增城镇就业4000人以上 was missing).
    """
    ways = [
        telling([one for one in figures if fits_card(one, "overview", count, low=low)], count, near=near)
        for count in range(min(len(figures), MOST_CARDS_AT_A_GLANCE), 0, -1)
    ]
    whole = [cards for cards, count in zip(ways, range(len(ways), 0, -1), strict=True) if len(cards) == count]
    first = telling([one for one in figures if one.year in (0, year)] or figures, 1, near=near)
    # 各类市场主体达到9800多万户 is no summary of 建设创新型国家, however large.
    must = {one for one in first if near is None or near(one) > _SPOKEN_OF}
    return next((one for one in whole if len(one) > 1 and must <= set(one)), whole[0] if whole else ())


def quote_of(cards: Sequence[Figure], place: str) -> str:
    """The words that the only figure stands in, as many as fit their ``place``: its sentence, what stands between two semicolons, and
    where the card would run across the slide its clause, which says hardly more than the card."""
    if len(cards) != 1:
        return ""
    (card,) = cards
    clause = clause_of(card.sentence, card.display, card.indicator)
    part = next((one for one in card.sentence.rstrip("。").split("；") if clause and clause in one), "")
    told = [card.sentence, part, *([clause] if place != "years" else [])]
    return next((one for one in told if (one != clause or place != "years") and fits_quote(one, place)), "")


def _each_thing_once(figures: Sequence[Figure]) -> list[Figure]:
    """``figures`` without the rank of what another of the same sentence counts: 交付总量全市第一 beside 交付7779套 is no second thing."""
    quantities = [(one.sentence, tabled(one)) for one in figures if one.kind != "rank"]
    return [
        one
        for one in figures
        if one.kind != "rank"
        or not any(said == one.sentence and _is_of_one_thing(tabled(one), name) for said, name in quantities)
    ]


def _is_of_one_thing(rank: str, quantity: str) -> bool:
    """Whether a ``rank`` is that of a ``quantity``, by the names of both without their brackets: 交付总量（“保交楼”，全市）and 项目交付（“保交楼”）."""
    plain, counted = rank.partition("（")[0], quantity.partition("（")[0]
    return plain.startswith(counted) or (plain.endswith("总量") and counted.endswith(plain.removesuffix("总量")))


def _listed(brief: Brief) -> list[TopicBrief]:
    """The topics; the spirit in which all is done (总的考虑), which holds no task, is none of them."""
    return [topic for topic in brief.topics if topic.title or _holds(topic)]


def untitled(brief: Brief, topic: TopicBrief) -> str:
    """Our label for sentences that stand under no heading: before the first one, or after."""
    if len(brief.topics) == 1:
        return "重点任务"
    if topic is not brief.topics[0]:
        return OTHER
    return "总体部署" if any(one.task for one in topic.measures) else LEAD


def _about(brief: Brief, topic: TopicBrief) -> str:
    """What stands for a title on the overview: where nothing has one, how the tasks begin, as many as the only tile holds, since our
    label alone would tell nothing."""
    tasks = [one.text for one in topic.measures if one.task]
    told = beginnings(tasks, brief.plan_year) if len(brief.topics) == 1 else []
    return next((one for one in told if fits_tile(one, 1)), untitled(brief, topic))


def _holds(topic: TopicBrief) -> str:
    figures = f"、{len(topic.figures)}项目标" if topic.figures else ""
    tasks = sum(one.task for one in topic.measures)
    return f"{tasks}项任务{figures}" if tasks else figures.removeprefix("、")
