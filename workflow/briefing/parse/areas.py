"""The work areas of a part: the sequence of headings that a reader takes for its sections."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from briefing.parse.marks import Mark, mark_of, numeral_value
from briefing.parse.paragraphs import Line, sentences

_ORDER = ("chapter", "comma", "paren", "is", "ordinal", "digit", "digit_paren")
_NUMBER = r"([一二三四五六七八九十]{1,3}|\d{1,2})"
_ANNOUNCED = re.compile(
    rf"(?:抓好|做好|做了?|抓|实施|推进|开展|聚焦|突出|实现|围绕|抓实|打好|坚持|完成|重点|以下|落实|把握|着力|在){{1}}[^。；]{{0,18}}?(?<!第){_NUMBER}"
    r"(?:个|大|项|件)?(?:重点)?(?:方面|突破|聚力|提升|工程|攻坚|行动|工作|任务|强化|坚持|着力|重点|聚焦|新)"
)
_CLOSING = re.compile(
    r"^(?:各位(?:代表|委员)|同志们|让我们|站在|展望|成绩(?:的取得|来之不易)|事非经过|总结成绩|在(?:肯定|看到|总结)|肯定成绩|回顾|(?:同时，)?我们也?(?:清醒|深知|必须)|《报告》|"
    r"(?:过去)?一年来?，[^。，]{0,8}外交|以上|这些成绩|取得(?:这些|以上)|在此|过去的?一年[，,]?(?:是|我们勠力|面对)|做好(?:今年|新时期|各项|政府)|征程|蓝图|奋斗|使命|勇立|梦虽|路虽|道阻|时代|夕惕|星光|春风|潮起|"
    r"[^。]{0,40}(?:存在的?(?:困难|问题|不足|短板)|困难和(?:问题|挑战)|不足和问题|短板和不足)|一年来，(?:省|市|县|区)?政府|加强国防|支持国防|全力支持国防|同时[，,]|此外[，,]|上述|艰难方显|惟其艰难|唯有|最后)"
)
_ENDING = re.compile(
    r"团结在以习近平同志为核心的党中央周围|谱写.{0,40}篇章|(?:作出|做出).{0,16}贡献！|(?:不懈|努力|团结)奋斗！|上下将.{0,20}(?:同心|真抓实干)"
)
_REVIEW_CLOSING = re.compile(
    r"成绩(?:的?取得|得来|来之不易|属实|归功)|来之不易|殊为不易|(?:这些|以上|上述)(?:成绩|成效|成就|收获|变化)|取得(?:这样|这些|以上)|(?:清醒|深刻)地?的?(?:认识|看到)|深知|"
    r"(?:困难|问题|不足|短板|矛盾|挑战|风险)(?:和|与|、)(?:问题|不足|短板|困难|挑战|矛盾)|存在(?:一些|不少|的|着|诸多)(?:差距|问题|困难|不足|短板)|在此，?我(?:谨)?代表|衷心(?:的)?感谢|崇高(?:的)?敬意|"
    r"事非经过|大国外交|国防和军队|强军兴军|港澳台|民族、宗教|(?:得出|获得|积累)[^。]{0,8}(?:启示|经验|体会)|深(?:刻|切)(?:体会|感受|认识)到"
)
_GOOD_WORKS = re.compile(
    r"(?:谋划|实施|办好|办实|抓好|推进|票决|票选|候选|承诺|确定|梳理|聚焦)[^。]{0,24}(?:实事|好事)|(?:民生|惠民|为民|利民)(?:实事|好事)[^。]{0,12}(?:项目|如下|包括|是：|：)"
)
_CLOSING_WITHIN = 130  # a paragraph shows in its first characters what it is about
_MAX_TITLE = 60


@dataclass(frozen=True)
class AreaStart:
    """An area begins on line ``line`` at offset ``at`` in that line; ``title`` spans there, ``body`` is where its text goes on."""

    line: int
    at: int
    title: tuple[int, int]
    body: int


@dataclass(frozen=True)
class Outline:
    """The areas of a part; ``ends`` is the (line, offset) behind the last one; ``how`` says which evidence decided."""

    areas: tuple[AreaStart, ...]
    ends: tuple[int, int]
    how: str
    announced: int | None


def outline_of(lines: tuple[Line, ...], first: int, last: int, review: bool) -> Outline:
    """The areas among ``lines[first:last]``."""
    announced_all = _announcements(lines, first, last)
    runs = _runs(lines, first, last)
    best = _best_run(lines, runs, announced_all, first, last)
    if best is None:
        best = _inline_run(lines, first, last, announced_all, review)
    if best is None:
        areas = _unmarked(lines, first, last)
        how = "unmarked"
    else:
        how, areas = best
    announced = _announced_for(announced_all, len(areas), lines, areas)
    return Outline(tuple(areas), _end(lines, areas, last, how == "inline", review), how, announced)


# --- marked headings -------------------------------------------------------------------------------------------------


_MOST_RUNS = 200  # a report has some dozen lists; what begins anew a thousand times is none


def _runs(lines: tuple[Line, ...], first: int, last: int) -> list[tuple[str, list[tuple[int, Mark]]]]:
    """All ascending sequences 1, 2, 3, … of one kind of mark at paragraph starts."""
    by_kind: dict[str, list[tuple[int, Mark]]] = {}
    for k in range(first, last):
        mark = mark_of(lines[k].text)
        if mark and mark.kind in _ORDER:
            by_kind.setdefault(mark.kind, []).append((k, mark))
    runs = []
    for kind, marks in by_kind.items():
        starts = [start for start, (_, mark) in enumerate(marks) if mark.number == 1]
        for start in starts[:_MOST_RUNS]:
            run = [marks[start]]
            for later in marks[start + 1 :]:
                if later[1].number == len(run) + 1:
                    run.append(later)
            if len(run) >= 2:
                runs.append((kind, run))
    return runs


def _best_run(
    lines: tuple[Line, ...],
    runs: list[tuple[str, list[tuple[int, Mark]]]],
    announced: list[tuple[int, int]],
    first: int,
    last: int,
) -> tuple[str, list[AreaStart]] | None:
    """The outermost sequence that carries the part: announced, else most of the text, else the highest kind of mark."""
    total = sum(len(lines[k].text) for k in range(first, last)) or 1
    scored = []
    for kind, run in runs:
        covered = sum(len(lines[k].text) for k in range(run[0][0], last)) / total
        weight = sum(len(lines[k].text) for k in range(run[0][0], run[-1][0] + 1)) / total
        says = any(count == len(run) and at <= run[0][0] for at, count in announced)
        if weight < 0.12 and not says:
            continue
        enclosed = any(
            other is not run
            and other[0][0] <= run[0][0]
            and any(a[0] <= run[0][0] and run[-1][0] < b[0] for a, b in itertools.pairwise(other))
            for _, other in runs
        )
        scored.append(((not enclosed, says and weight > 0.2, covered > 0.35, -_ORDER.index(kind), weight), kind, run))
    if not scored:
        return None
    _, kind, run = max(scored, key=lambda one: one[0])
    return kind, [_start_of(lines[k], k, mark) for k, mark in run]


def _start_of(line: Line, k: int, mark: Mark) -> AreaStart:
    at, end = mark.length, _title_end(line.text, mark.length)
    body = end + 1 if end < len(line.text) and line.text[end] in "。：；！" else end
    return AreaStart(k, 0, (at, end), body)


def _title_end(text: str, at: int) -> int:
    """A heading ends with its first full stop; a heading on its own line ends with the line."""
    ends = [at + found.start() for found in [re.search(r"[。！；]", text[at:])] if found]
    colon = text.find("：", at)
    end = ends[0] if ends else len(text.rstrip("：:"))
    if 0 < colon < end and (end - at > _MAX_TITLE or colon == len(text) - 1):
        end = colon
    if end - at > _MAX_TITLE:
        comma = text.find("，", at)
        end = comma if 4 < comma - at <= _MAX_TITLE else end
    return end


# --- marks inside a paragraph ----------------------------------------------------------------------------------------


def _inline_run(
    lines: tuple[Line, ...], first: int, last: int, announced: list[tuple[int, int]], review: bool
) -> tuple[str, list[AreaStart]] | None:
    """``…五个方面的工作：一是…。二是…`` inside one paragraph, when nothing else numbers the areas."""
    for k in range(first, last):
        text = lines[k].text
        if review and not any(at == k for at, _ in announced):
            continue
        for kind in ("paren", "is", "ordinal", "comma"):
            run: list[AreaStart] = []
            for found in re.finditer(r"(?<=[。；：])", text):
                mark = mark_of(text, found.start())
                if mark and mark.kind == kind and mark.number == len(run) + 1:
                    at = found.start() + mark.length
                    end = _title_end(text, at)
                    run.append(AreaStart(k, found.start(), (at, end), min(len(text), end + 1)))
            if len(run) >= 3 and (
                any(count == len(run) for _, count in announced)
                or sum(len(lines[j].text) for j in range(k, last)) > 400
            ):
                return "inline", run
    return None


# --- no marks at all -------------------------------------------------------------------------------------------------


def _unmarked(lines: tuple[Line, ...], first: int, last: int) -> list[AreaStart]:
    """Dashes, heading lines, parallel openings (一年来，…) or leading sentences, in this order; three at least."""
    body = [k for k in range(first, last) if lines[k].text]
    for pick in (_dashes, _heading_lines, _parallel, _leading_sentences):
        starts = pick(lines, body)
        if len(starts) >= 3:
            return starts
    return []


def _dashes(lines: tuple[Line, ...], body: list[int]) -> list[AreaStart]:
    marked = [
        (k, mark) for k in body if (mark := mark_of(lines[k].text)) and mark.kind == "dash" and len(lines[k].text) > 60
    ]
    return [_start_of(lines[k], k, mark) for k, mark in marked]


def _heading_lines(lines: tuple[Line, ...], body: list[int]) -> list[AreaStart]:
    short = [k for k in body if _is_heading_line(lines[k].text) and k + 1 < len(lines) and len(lines[k + 1].text) > 60]
    return [AreaStart(k, 0, (0, len(lines[k].text)), len(lines[k].text)) for k in short]


def _is_heading_line(text: str) -> bool:
    return (
        6 <= len(text) <= 36
        and text[-1] not in "。！？；：，、）"
        and not text.startswith(("各位", "（"))
        and not re.search(r"会议上|报告$", text)
    )


def _parallel(lines: tuple[Line, ...], body: list[int]) -> list[AreaStart]:
    """Paragraphs that open with the same words; the title is the first sentence without them."""
    openings = Counter(_opening(lines[k].text) for k in body if len(lines[k].text) > 40)
    common = [opening for opening, count in openings.items() if opening and count >= 3]
    if not common:
        return []
    opening = max(common, key=lambda one: openings[one])
    starts = []
    for k in body:
        text = lines[k].text
        if text.startswith(opening):
            at = len(opening)
            end = _title_end(text, at)
            starts.append(AreaStart(k, 0, (at, end), min(len(text), end + 1)))
    return starts


def _opening(text: str) -> str:
    head, comma, _ = text[:16].partition("，")
    if not comma or len(head) < 2 or head.startswith(("各位", "同时")):
        return ""
    return head + comma + ("我们" if text.startswith(head + comma + "我们") else "")


def _leading_sentences(lines: tuple[Line, ...], body: list[int]) -> list[AreaStart]:
    starts = []
    for k in body:
        text = lines[k].text
        if len(text) < 80 or _CLOSING.match(text):
            continue
        end = text.find("。")
        if 6 <= end <= 40 and not re.search(r"\d", text[:end]):
            starts.append(AreaStart(k, 0, (0, end), end + 1))
    return starts


# --- counts and ends -------------------------------------------------------------------------------------------------


def _announcements(lines: tuple[Line, ...], first: int, last: int) -> list[tuple[int, int]]:
    """(line, count) wherever the text says how many it will treat."""
    found = []
    for k in range(max(0, first - 2), last):
        for match in _ANNOUNCED.finditer(lines[k].text):
            count = numeral_value(match[1])
            if 2 <= count <= 20:
                found.append((k, count))
    return found


def _announced_for(
    announced: list[tuple[int, int]], found: int, lines: tuple[Line, ...], areas: list[AreaStart]
) -> int | None:
    """What the text announces right before its areas: the count that agrees if any does, else the nearest in the last lines."""
    if not areas:
        return None
    near = [count for at, count in announced if at <= areas[0].line and at >= areas[0].line - 4]
    if found in near:
        return found
    tight = [
        count
        for at, count in announced
        if areas[0].line - 1 <= at <= areas[0].line
        and re.search(r"方面|工作|任务", lines[at].text[-24:])
        and len(lines[at].text) < 60
    ]
    return tight[-1] if tight else None


def _end(lines: tuple[Line, ...], areas: list[AreaStart], last: int, inline: bool, review: bool) -> tuple[int, int]:
    """Behind the last area: its paragraphs end where the report turns to its close."""
    if not areas:
        return last, 0
    if inline:
        return areas[-1].line + 1, 0
    longest = max((b.line - a.line for a, b in itertools.pairwise(areas)), default=99)
    own_line = areas[-1].body >= len(lines[areas[-1].line].text)
    first = areas[-1].line + (2 if own_line else 1)
    good_works = False
    for k in range(areas[-1].line + 1, last):
        text = lines[k].text
        if review:
            # A review tells results on until it thanks, weighs its difficulties or leaves its own subject.
            if k >= first and _REVIEW_CLOSING.search(text[:_CLOSING_WITHIN]):
                return k, 0
            continue
        # The people's projects (民生实事) that a report promises behind its last heading still stand under it.
        if _GOOD_WORKS.search(text[:_CLOSING_WITHIN]):
            good_works = True
            continue
        if good_works and mark_of(text) and not _CLOSING.match(text):
            continue
        # In a plan of one-paragraph areas a further paragraph is the close.
        if longest <= (2 if own_line else 1) and k >= first:
            return k, 0
        if k >= first and (_CLOSING.match(text) or (_ENDING.search(text) and len(sentences(text)) <= 8)):
            return k, 0
    return last, 0
