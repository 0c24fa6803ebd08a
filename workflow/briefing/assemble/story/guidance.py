"""The slides on 总体要求, 政策取向 and 工作要求 in 总览: the report's own words in bullets, what they lead to in the title."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.assemble.figures import balanced
from briefing.assemble.numbering import places
from briefing.assemble.story.demand import in_steps
from briefing.assemble.story.pages import MOST_BULLETS, continued, fits_title, parts_of
from briefing.assemble.story.wording import source_line
from briefing.assemble.widths import lines_in
from briefing.model import Brief, Guidance, Slide
from slide_templates.even_parts import even_parts

# Ems of a line at 18 points, and lines that the text's place holds; a heading takes one and a half, the space between two bullets a third.
_LINE, _LINES, _HEAD, _BETWEEN = 42.0, 11.0, 1.4, 0.32
_MOST = 210  # characters: these slides hold more than those of tasks
_LONG, _SHORT = 46, 12  # characters of a title made of clauses, and of what it tells
_TONE = re.compile(r"[^，]*工作总基调")
SELECTED = "择要摘录，全文见所列段落"
_BINDING = re.compile(
    r"^(?:做好|完成|落实|实现)[^，]{2,16}，(?:[^，]{2,12}，)?(?:最根本的是，?)?|^(?:20\d\d年|今年)，|^我们(?:将|要|必须|一定)?"
)
_WHEN = re.compile(r"(?:力争|确保|争取)[^，]{0,4}20\d\d年[底末]?$")
_WE = re.compile(r"^我们(?:将|要|必须|一定)")
_EMPTY = re.compile(r"[^，；]*(?:贯彻|落实)[^，；]*(?:部署|精神|要求|指示)[，；]")  # of every office in every year
_LEANS = re.compile(r"(?:[下中时后的]|以来)$")
_ORDINAL = re.compile(r"^[一二三四五六七八九十]是")


@dataclass(frozen=True)
class _Bullet:
    head: str
    text: str
    paragraph: int


def guidance_slides(whole: Brief, *, general: bool) -> list[Slide]:
    """``general``: the general requirements, which come first of all; else policies and ways of working, behind the year's targets."""
    slides = []
    for name in dict.fromkeys(one.name for one in whole.guidance):
        told = [one for one in whole.guidance if one.name == name]
        if told[0].general != general:
            continue
        pages = list(_pages(told))
        for number, page in enumerate(pages, 1):
            slides.append(_slide(whole, told, page, number, len(pages)))
    return slides


def _slide(whole: Brief, told: Sequence[Guidance], page: Sequence[_Bullet], number: int, pages: int) -> Slide:
    paragraphs = sorted({one.paragraph for one in page})
    return Slide(
        "topic",
        _title(
            continued(told[0].name, number) if told[0].general else told[0].name,
            page,
            general=told[0].general,
            last=number == pages,
        ),
        told[0].name,
        bullets=tuple(one.text for one in page),
        heads=tuple(one.head for one in page) if any(one.head for one in page) else (),
        note="" if told[0].general else SELECTED,
        source=source_line(whole, paragraphs),
        notes="\n".join(
            f"{places([one.paragraph])}：{one.text}{one.mark}"
            for each in told
            for one in each.measures
            if one.paragraph in paragraphs
        ),
        page=number,
        pages=pages,
    )


def guidance_name(one: Guidance) -> str:
    """What a paper's heading calls it; of policies and ways of working the first sentences or clauses are told."""
    return one.name if one.general else f"{one.name}（择要）"


def _pages(told: Sequence[Guidance]) -> Iterator[list[_Bullet]]:
    whole = [f"{measure.text}{measure.mark}" for one in told for measure in one.measures if one.general]
    if whole and sum(lines_in(text, _LINE) + _BETWEEN for text in whole) <= _LINES:
        yield from _demanded([(f"{one.text}{one.mark}", one.paragraph) for each in told for one in each.measures])
        return
    bullets = [
        _Bullet(one.heading if at == 0 else "", text, measure.paragraph)
        for one in told
        for at, (measure, text) in enumerate(
            (measure, text) for measure in one.measures for text in parts_of(measure.text)
        )
    ]
    # A heading stays with the first of what it heads, and all of one heading together.
    groups: list[list[_Bullet]] = []
    for one in bullets:
        if groups and not one.head and any(other.head for other in bullets):
            groups[-1].append(one)
        else:
            groups.append([one])
    # Whichever needs most slides: characters, bullets, lines.
    ways = [even_parts([part(one) for one in groups], 1.0) for part in (_characters, _bullets, _lines)]
    for start, end in max(ways, key=len):
        yield [one for group in groups[start:end] for one in group]


def _demanded(sentences: Sequence[tuple[str, int]]) -> Iterator[list[_Bullet]]:
    """Of long general requirements, each with its paragraph, each slide a like share of whole sentences: who reads them out does not stop
    in the middle of one. What each sentence says stands in bullets of sense."""
    for start, end in even_parts([len(text) for text, _ in sentences], _MOST):
        page = sentences[start:end]
        steps = in_steps([text for text, _ in page])
        yield [_Bullet("", text, number) for (_, number), told in zip(page, steps, strict=True) for text in told]


def _characters(group: Sequence[_Bullet]) -> float:
    return sum(len(one.text) for one in group) / _MOST


def _bullets(group: Sequence[_Bullet]) -> float:
    return len(group) / MOST_BULLETS


def _lines(group: Sequence[_Bullet]) -> float:
    return sum(lines_in(one.text, _LINE) + _BETWEEN + (_HEAD if one.head else 0) for one in group) / _LINES


def _title(name: str, page: Sequence[_Bullet], *, general: bool, last: bool) -> str:
    """What the page tells: its headings; its points; of the general requirements the tone and, at their end, what all is for."""
    if general:
        clauses = "，".join(one.text.strip("，。！") for one in page).split("，")
        tones = [found[0] for one in clauses if (found := _TONE.search(one))]
        end = title_of_clauses(name, clauses, "，", from_end=True) if last or not tones else name
        return end if end != name else title_of_clauses(name, tones[:1] or clauses, "，")
    heads = [_WE.sub("", one.head) for one in page if one.head]
    points = [_ORDINAL.sub("", one.text) for one in page if _ORDINAL.match(one.text)]
    if heads or points:
        return title_of_clauses(name, heads or points, "；")
    for one in page:  # 完成各项工作，最根本的是，… leads to what follows
        clauses = _EMPTY.sub("", _BINDING.sub("", one.text)).strip("，").split("，")
        title = title_of_clauses(name, clauses, "，")
        if len(title) - len(name) >= _SHORT:
            return title
    return name


def title_of_clauses(name: str, parts: Sequence[str], mark: str, *, from_end: bool = False) -> str:
    """As many of ``parts``, from the first or up to the last, as a title holds; of one that takes two full lines no more."""
    for count in range(len(parts), 0, -1):
        told = mark.join(parts[-count:] if from_end else parts[:count])
        title = f"{name}：{told}"
        # 力争至2016年，综合实力接近东部先进地区水平: without its time an aim reads as reached.
        if from_end and any(map(_WHEN.search, parts[:-count])):
            continue
        # 在坚守安全底线的前提下 leads to what stands behind it.
        if balanced(told) and not _LEANS.search(told) and (len(title) <= _LONG or count == 1) and fits_title(title):
            return title
    return name
