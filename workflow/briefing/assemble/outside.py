"""What the plan and the part on the government itself tell outside the areas, which has no deck: in the overview alone, in the
report's own headings or, where a paragraph has none, by what each of its sentences has somebody do."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefing.assemble.clauses import CLAUSE_END, leaves_open
from briefing.assemble.figures import balanced
from briefing.assemble.numbering import places
from briefing.judgement import tells
from briefing.model import Measure, Part, Report, Topic, TopicBrief

OTHER_WORK = "其他工作"  # our label for what stands behind the last area under no heading
_LEAST_HEADING = 5
_MOST = 230  # characters of the line on all of it, six lines of a slide
_MARK = 6  # characters: （十一）, before the heading of a paragraph
# 让我们更加紧密地团结在…周围; 使命在肩，初心如磐: an appeal in two halves of one length.
_APPEALS = re.compile(r"让我们|团结在以")
_COUPLET = re.compile(r"([^，。、；“”]{3,8})[，；]([^，。、；“”]{3,8})")
_WHOM = re.compile(r"^(?:[一二三四五六七八九]是|此外，|同时，)?(?:今年)?(?:我们)?")
_WHO = re.compile(r"^[^，“”]{2,14}要(?=深刻)")  # 各级政府及其工作人员要深刻领悟…
_TO_DO = re.compile(r"^(?:既|还)?(?:一定|必须|将|要(?![素求点件])|继续)+")
# 做好新时期政府工作 says no more than that it is about all; …，我们信心满怀 how we feel.
_SAYS_NOTHING = re.compile(r"做好[^，]{0,6}政府工作$")
_WE_FEEL = re.compile(r"，我们(?!一定|必须|将|要|继续)")
# 高质量编制“十五五”规划是今年的一项重点工作
_ONE_OF = re.compile(r"^([^，；]{5,24}?)是今年的?(?:一项)?(?:重点|重要|重大)(?:工作|任务)$")
# Two that are said together, never one of them.
_PLEDGE = re.compile(
    r"[^，；。“”]*“两个确立”[^；。]{0,60}“两个维护”|[^，；。“”]*“四个意识”[，、][^，；。“”]*“四个自信”(?:[，、][^，；。“”]*“两个维护”|(?:[，、]坚决维护[^，；。“”]*)+)?"
)
# 江山就是人民，人民就是江山: the one half of it says what the other does not.
_MIRRORED = re.compile(r"(?P<one>[\u4e00-\u9fff]{2,4})就是(?P<other>[\u4e00-\u9fff]{2,4})，(?P=other)就是(?P=one)")
# 重点谋划了12件民生实事: what the government has promised the people to do, wherever it is told and however its clause is worded.
_PROMISED = re.compile(r"(?:\d+|[一二三四五六七八九十]+)[件项个大][^，。；]{0,8}实事")
_MAIN_LINE = re.compile(r"(?:要)?以[^，]{2,24}为(?:主线|引领|核心|统领|根本)")  # it falls in no formula
_LEAST, _LONGEST = 4, 62  # characters of a clause that is told; a list of all that is 统筹做好 is long


@dataclass(frozen=True)
class _Passage:
    """A paragraph with the heading that opens it, which may be empty."""

    paragraph: int
    heading: str
    measures: tuple[Measure, ...]


def outside_areas(report: Report, number: int) -> tuple[TopicBrief, ...]:
    """One row for what follows the plan's last area, one for the part on the government itself; numbered from ``number``."""
    rows: list[tuple[str, list[tuple[_Passage, list[str]]]]] = []
    for part in report.parts:
        if part.kind == "plan" and (behind := _behind_areas(part)):
            rows.append((OTHER_WORK, _told(list(_passages(behind, report)), "")))
        elif part.kind == "self" and part.title:
            topics = [topic for area in part.areas for topic in area.topics]
            rows.append((part.title, _told(list(_passages(topics, report)), part.title)))
    return tuple(
        TopicBrief(at, "", title, (), (), _line(told, title), paragraphs=tuple(one.paragraph for one, _ in told))
        for at, (title, told) in enumerate((row for row in rows if row[1]), number)
    )


def untold(report: Report, told: set[int]) -> tuple[int, ...]:
    """The paragraphs of the plan and of the part on the government itself that say something and are not among ``told``."""
    said = {
        measure.paragraph
        for part in report.parts
        if part.kind in ("plan", "self")
        for area in part.areas
        for topic in area.topics
        for measure in topic.measures
    }
    return tuple(sorted(said - told))


def _behind_areas(part: Part) -> list[Topic]:
    last = max((area.end for area in part.areas if area.number), default=None)
    if last is None:
        return []
    return [topic for area in part.areas if not area.number and area.start >= last for topic in area.topics]


def _passages(topics: Sequence[Topic], report: Report) -> Iterator[_Passage]:
    starts = [one.start for one in report.paragraphs]
    headings: dict[int, str] = {}
    measures: dict[int, list[Measure]] = {}
    for topic in topics:
        at = bisect_right(starts, topic.start) - 1
        if topic.title and topic.start - starts[at] <= _MARK:
            # A heading that is a paragraph by itself heads the next.
            first = topic.measures[0].paragraph if topic.measures else report.paragraphs[at].number
            headings.setdefault(first, topic.title)
        for measure in topic.measures:
            measures.setdefault(measure.paragraph, []).append(measure)
    for paragraph in sorted(measures):
        yield _Passage(paragraph, headings.get(paragraph, ""), tuple(measures[paragraph]))


def _told(passages: Sequence[_Passage], title: str) -> list[tuple[_Passage, list[str]]]:
    """Each passage with what tells of it; ``title``: of the part that they are of, which no heading repeats."""
    found = [(one, _subjects(one, title)) for one in passages if not _appeals(one)]
    return [(one, told) for one, told in found if told]


def _subjects(passage: _Passage, title: str) -> list[str]:
    """Its heading; else the clauses in which its sentences have somebody do something, those of the part's own opening left out."""
    heading = passage.heading
    if title and heading.endswith(title):
        return []
    # What a page is made of (政府工作报告 before 保定市) has no text to speak of.
    told = sum(len(one.text) for one in passage.measures) > len(heading)
    if told and len(heading) >= _LEAST_HEADING and (title or tells(heading)):
        return [heading]
    clauses = (_clause(one.text) for one in passage.measures if one.task or _PROMISED.search(one.text))
    return list(dict.fromkeys(one for one in clauses if one))


def _clause(text: str) -> str:
    """The first clause that says what is to be done, without whom it is said to; empty where none does."""
    if named := _ONE_OF.match(text):
        return named[1]
    if promised := next(filter(_PROMISED.search, CLAUSE_END.split(text)), ""):
        return _WHOM.sub("", promised)
    if _is_couplet(text) or _WE_FEEL.search(text):
        return ""
    if pledge := _PLEDGE.search(text):
        return _TO_DO.sub("", _WHO.sub("", _WHOM.sub("", pledge[0])))
    above = ""
    for clause in (_WHOM.sub("", one) for one in CLAUSE_END.split(_WHOM.sub("", text))):
        bare = _TO_DO.sub("", clause)
        if (mirrored := _MIRRORED.search(text)) and bare.endswith(mirrored[0].partition("，")[0]):
            bare = bare + mirrored[0][mirrored[0].index("，") :]
        if (
            _LEAST <= len(bare) <= _LONGEST
            and (bare != clause or tells(bare))
            and not _SAYS_NOTHING.match(bare)
            and balanced(bare)
            and not leaves_open(bare)
        ):
            return above + bare
        above = f"{_TO_DO.sub('', clause)}，" if _MAIN_LINE.fullmatch(clause) else ""
    return ""


def _appeals(passage: _Passage) -> bool:
    """Whether it calls on all, at the end or the beginning, and gives nobody anything to do."""
    texts = [one.text for one in passage.measures]
    first = passage.heading or texts[0]
    return any(map(_APPEALS.search, texts)) or (_is_couplet(first) and len(texts) <= 2)


def _is_couplet(text: str) -> bool:
    """使命在肩，初心如磐; 路虽远，行则将至: two halves of a length that tell nobody what to do."""
    halves = _COUPLET.fullmatch(text)
    return (
        halves is not None
        and abs(len(halves[1]) - len(halves[2])) <= 1
        and (text.startswith("使命") or not tells(text))
    )


def _line(told: Sequence[tuple[_Passage, list[str]]], title: str) -> str:
    """What tells of the passages, of each the first before a second of any, as far as there is room; with where they stand, and
    that it is a choice where ``title`` is our own label over clauses of many subjects."""
    numbers = [one.paragraph for one, _ in told]
    place = places(numbers)
    if "、" in place and len(numbers) > 2:
        place = f"第{numbers[0]}～{numbers[-1]}段"
    subjects = [(at, nth, one) for at, (_, ones) in enumerate(told) for nth, one in enumerate(ones)]
    kept: list[tuple[int, int, str]] = []
    for one in sorted(subjects, key=lambda one: (one[1] > 0, one[:2])):
        if sum(len(other[2]) + 1 for other in (*kept, one)) <= _MOST or not kept:
            kept.append(one)
    said = "；".join(one for _, _, one in sorted(kept))
    chosen = "择要，" if title == OTHER_WORK else ""
    return f"{said}{'等' if len(kept) < len(subjects) else ''}（{chosen}{place}）"
