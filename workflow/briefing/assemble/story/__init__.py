"""The deck's story: which slides an area gets, in which order; plain data that the template's prototypes show."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.assemble.numbering import numeral
from briefing.assemble.story.closing import ending, has_room_for_alike
from briefing.assemble.story.completion import completion_slides
from briefing.assemble.story.look_alikes import look_alikes
from briefing.assemble.story.opening import agenda, cover, overview
from briefing.assemble.story.topics import topic_slides
from briefing.assemble.story.years import year_slides
from briefing.model import Brief, Measure, Slide

# A deck is read in one sitting; short topics share slides before it becomes longer.
MOST_SLIDES = 14


def slides_of(brief: Brief, clauses: Sequence[Measure]) -> tuple[Slide, ...]:
    """Cover, agenda, overview, last year and this year, charts, look-alikes, topics, tasks, evidence, closing; what has
    no content has no slide. ``clauses``: last year's measures that the area's results stand in."""
    whole = _deck(brief, clauses, short=False)
    if len(whole) <= MOST_SLIDES:
        return whole
    short = _deck(brief, clauses, short=True)
    if len(short) <= MOST_SLIDES:
        return short
    # Only where that brings the deck to the length of others do look-alikes stand among its open questions, without their table.
    least = _deck(brief, clauses, short=True, among_doubts=True)
    return least if len(least) <= MOST_SLIDES else short


def _deck(brief: Brief, clauses: Sequence[Measure], *, short: bool, among_doubts: bool = False) -> tuple[Slide, ...]:
    """``short``: what can be said in less room is, so that an area with much to tell stays near the length of others."""
    alike_last = has_room_for_alike(brief, among_doubts=among_doubts)
    before = [cover(brief), *agenda(brief, alike_last=alike_last), overview(brief), *year_slides(brief, short=short)]
    before += completion_slides(brief)
    before += [] if alike_last else look_alikes(brief)
    after = ending(brief, clauses, alike=alike_last, short=short)
    others = len(before) + len(after)
    topics = topic_slides(brief, MOST_SLIDES - others if short else others * MOST_SLIDES)
    return _unique([*before, *topics, *after])


def _unique(slides: Sequence[Slide]) -> tuple[Slide, ...]:
    """Titles told apart where two subjects bear one name."""
    seen: dict[str, int] = {}
    out = []
    for slide in slides:
        seen[slide.title] = seen.get(slide.title, 0) + 1
        extra = "" if seen[slide.title] == 1 else f"（之{numeral(seen[slide.title])}）"
        out.append(Slide(**{**slide.__dict__, "title": slide.title + extra}))
    return tuple(out)
