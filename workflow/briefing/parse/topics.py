"""The topics of an area (领起句) and their measures; nothing of the area's text is lost between them."""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from itertools import pairwise, takewhile

from briefing.judgement import is_judgement
from briefing.model import Measure, Topic
from briefing.parse.headed import HEADED, headings_of
from briefing.parse.marks import Mark, mark_of
from briefing.parse.nested import with_parts
from briefing.parse.paragraphs import Line, clauses, sentences
from briefing.parse.tasks import only_leads, which_are_tasks

_MAX_LEAD = 26  # characters of a leading sentence
_MAX_INLINE = 14  # and of one that stands inside a paragraph, where only its shortness sets it off
_LEAST_BEFORE_LIST = 3
_SEVERAL = 3  # leading sentences inside one paragraph, told by their verb, that show how it is written
_LISTS = re.compile(r"[两二三四五六七八九十\d]+(?:个方面|方面|件|项|个)[^，。]{2,}$")  # 十方面民生实事, 20件实事
# 各位代表，按照…: whom it is told to is no part of a measure.
_ADDRESS = re.compile(r"\s*各位代表(?:、同志们)?[，,！!]\s*")
# 此外，还要繁荣发展文化体育事业: alone, in a table of tasks, the words lean on nothing.
_LINKS = re.compile(
    r"\s*(?:此外|同时|另外|与此同时|除此之外)[，,]\s*(?:(?:我们)?还?要(?![素求点件]))?(?=[\u4e00-\u9fff“]{4})"
)
# 本着民生至上、竭力而为的原则。2024年，我们谋划了实事好事: in what spirit; what is done stands behind the stop.
_IN_WHAT_SPIRIT = re.compile(r"(?:本着|按照|遵循|秉持|秉承|根据|围绕)[^，；]*(?:原则|要求|思路|理念|精神|目标)")
_LONGEST_LABEL = 6  # 关心企业。 is no task: it says in a breath what the sentence behind it is about
_IN_SERIES = 3  # labels of one make show that they are labels, though they be as long as a heading
_VERBS = (
    "推 推进 推动 加 加快 加强 加力 提 提升 提高 提振 强化 强 深化 深入 扩大 促 促进 做 做优 做强 做精 做实 打造 打好 打响 发展 发挥 建设 建好 构建 完善 培育 培优 优化 壮大 守 守牢 坚守 "
    "维护 保障 落实 抓好 抓 统筹 全面 全力 持续 着力 大力 聚力 聚焦 夯实 健全 增强 激发 创新 改善 织密 筑牢 确保 防范 释放 拓展 营造 转型 巩固 支持 稳 补 兜 厚植 塑造 积极 高效 协同 "
    "系统 链动 增加 引导 引育 化解 繁荣 办好 丰富 擦亮 纵深 扮靓 用好 狠抓 严格 精准 精细 规范 倡导 畅通 挖掘 拓宽 对接 丰富 突出 实施 有序 有效 不断 加大 走好 唱响 讲好 稳定 稳步 切实 致力"
).split()
_GOAL = re.compile("确保|力争|争取|实现|完成")  # what is to be reached: no heading behind another
_VERB = re.compile("^(?:" + "|".join(sorted(_VERBS, key=len, reverse=True)) + ")")


@dataclass(frozen=True)
class _Piece:
    """A run of text that stands together: a title span (may be empty) and the body behind it, within one line."""

    line: Line
    title: tuple[int, int]
    body: tuple[int, int]
    leads: bool = False  # leads to a list, and gives nobody a task


def topics_of(lines: tuple[Line, ...], spans: list[tuple[int, int, int]]) -> tuple[Topic, ...]:
    """Topics of an area whose text is ``spans`` of (line index, from, to), title excluded.

    Text before the first leading sentence, and a paragraph under none, stands under an empty title.
    """
    pieces: list[_Piece] = []
    headed = headings_of(lines, spans)
    marked = _marked_kind(lines, spans) or (HEADED if headed else None)
    opened = _opens_with_topics(lines, spans)
    # Topics of their own may stand before a numbered list: five paragraphs on 民生, and then ten 实事.
    before = (
        list(takewhile(lambda span: not _bears(lines[span[0]], span[1], marked), spans))
        if marked not in (None, HEADED)
        else []
    )
    apart = len(before) if len(before) >= _LEAST_BEFORE_LIST and _opens_with_topics(lines, before) else 0
    for number, (index, start, end) in enumerate(spans):
        kind, opens = (None, True) if number < apart else (marked, opened)
        if number == apart - 1 and kind is None and (said := _introduces(lines[index], start, end)):
            pieces.append(said)
            continue
        if marked == HEADED and index in headed:
            pieces.append(_Piece(lines[index], (0, end - 1), (end, end)))
            continue
        pieces.extend(_pieces(lines[index], start, end, kind, opens, start == 0, len(spans) == 1))
    topics: list[Topic] = []
    for piece in pieces:
        title = piece.line.text[slice(*piece.title)].strip()
        measures = _measures(piece)
        if topics and not title and topics[-1].title and marked is not None and not piece.title[0]:
            title = ""  # a paragraph without a mark among marked ones still belongs to the topic above
            topics[-1] = _with(topics[-1], measures, piece)
        elif topics and not title and not topics[-1].title:
            topics[-1] = _with(topics[-1], measures, piece)
        elif topics and not measures and not title:
            continue
        elif topics and title == "" and not topics[-1].measures:
            topics[-1] = _with(topics[-1], measures, piece)
        else:
            start = piece.line.start + (piece.title[0] if title else piece.body[0])
            topics.append(Topic(len(topics) + 1, title, start, piece.line.start + piece.body[1], measures))
    if len(topics) > 1 and topics[1].title:
        topics[0] = _without_opening_task(topics[0])
    return with_parts(topics, lines)


def _without_opening_task(topic: Topic) -> Topic:
    """What leads an area before its first heading is no task: one sentence, and a judgement and what we shall do about it, 实体经济是
    泉州的根基和优势。我们要…，进一步提升实体经济发展水平。"""
    if topic.title or not only_leads([one.text for one in topic.measures]):
        return topic
    return dataclasses.replace(topic, measures=tuple(dataclasses.replace(one, task=False) for one in topic.measures))


def _with(topic: Topic, measures: tuple[Measure, ...], piece: _Piece) -> Topic:
    return Topic(topic.number, topic.title, topic.start, piece.line.start + piece.body[1], topic.measures + measures)


def _marked_kind(lines: tuple[Line, ...], spans: list[tuple[int, int, int]]) -> str | None:
    """The kind of mark that numbers this area's own paragraphs, when two of them carry it."""
    kinds = [
        mark.kind
        for index, start, _ in spans
        if start == 0 and (mark := mark_of(lines[index].text)) and mark.kind != "dash"
    ]
    return next((kind for kind in kinds if kinds.count(kind) >= 2), None)


def _bears(line: Line, start: int, marked: str | None) -> bool:
    mark = mark_of(line.text) if start == 0 else None
    return mark is not None and mark.kind == marked


def _introduces(line: Line, start: int, end: int) -> _Piece | None:
    """A sentence that leads to a numbered list: its last clause heads it (…，继续谋划实施好十方面民生实事)."""
    text = line.text[start:end].rstrip("。：")
    said, _, clause = text.rpartition("，")
    if not said or len(sentences(line.text[start:end])) != 1 or not _LISTS.search(clause) or len(clause) > _MAX_LEAD:
        return None
    at = start + len(text) - len(clause)
    return _Piece(line, (at, at + len(clause)), (start, at), leads=True)


def _opens_with_topics(lines: tuple[Line, ...], spans: list[tuple[int, int, int]]) -> bool:
    """Whether this area's own paragraphs open with their topics: two do, and at least half of those it has."""
    own = [lines[index].text[:end] for index, start, end in spans if start == 0]
    opened = sum(_is_heading(text) or _opens(text, sentences(text)) for text in own)
    return opened >= 2 and 2 * opened >= len(own)


def _pieces(
    line: Line, start: int, end: int, marked: str | None, opened: bool, whole: bool, alone: bool
) -> list[_Piece]:
    """``opened``: the area's paragraphs open with their topics, so that a short sentence inside one is a measure.
    ``alone``: the area has no other paragraph."""
    text = line.text[:end]
    mark = mark_of(line.text) if whole else None
    spans = [(start + a, start + b) for a, b in sentences(text[start:])]
    if mark and mark.kind == "is" and (counted := _counted(text, spans)):
        # 一是…。二是…。三是…。: each heads its own, or none does.
        under = _under_marks(line, text, start, end, counted)
        return (
            under
            if all(b > a for a, b in (one.title for one in under))
            else [_Piece(line, (start, start), (start, end))]
        )
    if mark and (marked == mark.kind or (marked is None and mark.kind in ("is", "digit", "paren"))):
        stop = _lead_end(text, mark.length)
        return [_Piece(line, (mark.length, stop), (_past_stop(text, stop), end))]
    if whole and _is_heading(text):
        return [_Piece(line, (0, len(text)), (end, end))]
    if alone and (counted := _counted(text, spans)):
        return _under_marks(line, text, start, end, counted)
    leading = _leading(text, spans, whole, opened) if marked is None else []
    pieces: list[_Piece] = []
    held: tuple[int, int] = (start, start)  # title so far
    body = start
    for k, (a, b) in enumerate(spans):
        if k in leading:
            if a > body or held[1] > held[0]:
                pieces.append(_Piece(line, held, (body, a)))
            held, body = (a, b - 1 if text[b - 1] in "。！？" else b), b
    if body < end or held[1] > held[0] or not pieces:
        pieces.append(_Piece(line, held, (body, end)))
    return pieces


def _counted(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, Mark]]:
    """Where the sentences that count 一是, 二是, 三是 begin; nothing where these are fewer than two or miss one."""
    marks = [(a, mark) for a, _ in spans if (mark := mark_of(text, a)) and mark.kind == "is"]
    return marks if len(marks) > 1 and [mark.number for _, mark in marks] == list(range(1, len(marks) + 1)) else []


def _under_marks(line: Line, text: str, start: int, end: int, counted: list[tuple[int, Mark]]) -> list[_Piece]:
    """One piece for each 一是, 二是 … of a paragraph that is the whole area, and one for what stands before the first."""
    pieces = [_Piece(line, (start, start), (start, counted[0][0]))] if counted[0][0] > start else []
    for (at, mark), (behind, _) in pairwise([*counted, (end, counted[-1][1])]):
        title = at + mark.length
        stop = _lead_end(text[:behind], title)
        if stop - title > _MAX_LEAD or re.search(r"\d", text[title:stop]):
            comma = text.find("，", title, stop)
            stop = comma if comma > 0 and not re.search(r"\d", text[title:comma]) else title
        pieces.append(_Piece(line, (title, stop), (_past_stop(text, stop), behind)))
    return pieces


def _leading(text: str, spans: list[tuple[int, int]], whole: bool, opened: bool) -> list[int]:
    """Which sentences of a paragraph are 领起句."""
    leading = [k for k in range(len(spans)) if _leads(text, spans, k, whole and k == 0)]
    leading = _and_alike(text, spans, leading)
    if not opened:
        return leading
    inside = [k for k in leading if k]
    kept = inside if _nested(text, spans, inside) or _glued(text, spans, inside) else []
    return [0, *kept] if whole and _opens(text, spans) else kept


def _and_alike(text: str, spans: list[tuple[int, int]], leading: list[int]) -> list[int]:
    """``leading`` and, where several sentences inside a paragraph lead, those set just like them, whatever word they open with:
    behind 着力建设教育强市。… 提升群众健康水平。… stands 真心实意为群众办事。…"""
    inside = [k for k in leading if k]
    if len(inside) < _SEVERAL:
        return leading
    alike = [
        k
        for k in range(inside[0] + 1, len(spans))
        if k not in leading and k - 1 not in leading and _is_set_as_lead(text, spans, k)
    ]
    return sorted([*leading, *alike])


def _is_set_as_lead(text: str, spans: list[tuple[int, int]], k: int) -> bool:
    sentence = text[slice(*spans[k])]
    if (
        len(sentence) > _MAX_INLINE + 1
        or not _is_short(sentence)
        or k + 1 >= len(spans)
        or is_judgement(sentence.rstrip("。"))
    ):
        return False
    behind = spans[k + 1][1] - spans[k + 1][0]
    return "“" not in sentence and not sentence.startswith(("各位", "同志们")) and behind > 1.5 * len(sentence)


def _opens(text: str, spans: list[tuple[int, int]]) -> bool:
    """Whether a paragraph opens with a 领起句; one of a single clause may stand before another short sentence."""
    first = text[slice(*spans[0])]
    if is_judgement(first.rstrip("。")):
        return False  # 新形势对政府工作提出了更高要求: how things are heads no tasks
    return len(spans) > 1 and (_is_short(first) or _leads(text, spans, 0, first=True))


def _is_short(sentence: str) -> bool:
    """A sentence of one clause and without a figure, short enough for a heading."""
    return (
        3 < len(sentence) <= _MAX_LEAD + 1
        and sentence.endswith("。")
        and not re.search(r"[\d，；：]", _unquoted(sentence))
    )


def _nested(text: str, spans: list[tuple[int, int]], inside: list[int]) -> bool:
    """Headings under the paragraph's own: the first right behind it, two at least, and no short sentence but these."""
    short = [k for k in range(1, len(spans)) if _is_short(text[slice(*spans[k])])]
    return len(inside) >= 2 and inside[0] == 1 and short == inside


def _glued(text: str, spans: list[tuple[int, int]], inside: list[int]) -> bool:
    """Paragraphs that a page or column ran together: each a heading and one sentence, a list whose items ； parts."""
    details = [k for k in range(1, len(spans)) if k not in inside]
    return details == [k - 1 for k in (*inside, len(spans))] and all("；" in text[slice(*spans[k + 1])] for k in inside)


def _leads(text: str, spans: list[tuple[int, int]], k: int, first: bool) -> bool:
    """Whether sentence k is a 领起句: short, one clause, no figure, and longer detail follows."""
    if k + 1 >= len(spans):
        return False
    a, b = spans[k]
    sentence = text[a:b]
    length = b - a - 1
    limit = _MAX_LEAD if first else _MAX_INLINE
    if (
        not 3 <= length <= limit
        or sentence.startswith(("各位", "同志们"))
        or not sentence.endswith("。")
        or re.search(r"[\d；：“]" if not first else r"[\d；：]", _unquoted(sentence) if first else sentence)
    ):
        return False
    if first:
        return spans[k + 1][1] - spans[k + 1][0] > length and not is_judgement(sentence.rstrip("。"))
    if "，" in sentence or not _VERB.match(sentence):
        return False
    before = text[slice(*spans[k - 1])]
    if _GOAL.match(sentence) and len(before) <= _MAX_INLINE + 1 and _VERB.match(before):
        return False
    # 切实提升减排实效。确保通过复核。抓好6座污水处理厂建设: a short goal may stand right behind the heading.
    goal = k + 2 < len(spans) and _GOAL.match(text, spans[k + 1][0])
    behind = spans[k + 2] if goal and spans[k + 1][1] - spans[k + 1][0] <= _MAX_INLINE + 1 else spans[k + 1]
    return behind[1] - behind[0] > 1.5 * length


def _unquoted(text: str) -> str:
    """The number in 迭代完善“8+4”经济政策体系 is a name."""
    return re.sub("“[^”]*”", "“”", text)


def _is_heading(text: str) -> bool:
    return 4 <= len(text) <= 30 and text[-1] not in "。！？；，、：…" and not re.search(r"\d{2,}", text)


def _lead_end(text: str, at: int) -> int:
    """Where a marked topic's title ends: its first stop; a colon serves when the title would be long."""
    found = re.search(r"[。！？；]", text[at:])
    stop = at + found.start() if found else len(text)
    for sign, limit in (("：", 20), ("，", 30)):
        other = text.find(sign, at)
        if stop - at > 36 and 0 < other - at <= limit:
            return other
    return stop if stop - at <= 60 else at


def _past_stop(text: str, stop: int) -> int:
    return stop + 1 if stop < len(text) and text[stop] in "。！？；：，" else stop


def _measures(piece: _Piece) -> tuple[Measure, ...]:
    base = piece.body[0]
    spans = []
    for begun, b in clauses(piece.line.text[base : piece.body[1]]):
        opening = _ADDRESS.match(piece.line.text, base + begun, base + b)
        opening = opening or _LINKS.match(piece.line.text, base + begun, base + b)
        a = opening.end() - base if opening else begun
        text = piece.line.text[base + a : base + b]
        bare = text.strip().rstrip("。；，")
        if bare:
            start = base + a + len(text) - len(text.lstrip())
            mark = "；" if text.rstrip().endswith("；") else "" if bare[-1] in "！？" else "。"
            spans.append((start, start + len(bare), mark))
    spans = _with_labels(piece.line.text, spans)
    texts = [piece.line.text[start:end] for start, end, _ in spans]
    tasks = (False,) * len(texts) if piece.leads else which_are_tasks(texts)
    return tuple(
        Measure(text, piece.line.start + start, piece.line.start + end, piece.line.number, task, mark)
        for text, (start, end, mark), task in zip(texts, spans, tasks, strict=True)
    )


def _in_series(texts: list[str]) -> list[int]:
    """Which of ``texts`` are labels that a paragraph words alike, each before what it is about: 打造有脸面的城市。… 打造有基础的城市。…
    打造有规矩的城市。…, 打造改革发展“强磁场”。… 擦亮招商引资“金名片”。…, 宜居雅乐场景。… 雅居品质场景。…"""
    makes: dict[str, list[int]] = {}
    for at, (one, behind) in enumerate(pairwise(texts)):
        if len(one) <= _MAX_INLINE and len(behind) > len(one) and not re.search(r"[\d，；：]", one):
            quoted, verb = one.endswith("”"), _VERB.match(one)
            makes.setdefault("”" if quoted else (one[:2] if verb else "") + one[-2:], []).append(at)
    series = [makes_of for makes_of in makes.values() if len(makes_of) >= _IN_SERIES]
    return [at for one in series for at in one if not {at - 1, at + 1} & set(one)]


def _with_labels(text: str, spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    """Sentences of ``text`` as (from, to, mark), one so short that it only names what the next lists as one with it: 关心企业。更加
    注重企业和企业家, …. Such a one opens the paragraph or is not alone in it; two behind each other are two tasks. One that only
    says in what spirit is one with the next in any case."""
    labels = [
        at
        for at, ((start, end, mark), following) in enumerate(pairwise(spans))
        if mark == "。"
        and end - start <= _LONGEST_LABEL
        and not re.search(r"[\d，]", text[start:end])
        and "，" in text[slice(*following[:2])]
    ]
    if len(labels) == 1 and labels != [0]:
        labels = []
    labels = sorted({*labels, *_in_series([text[start:end] for start, end, _ in spans])})
    labels += [at for at, (start, end, _) in enumerate(spans[:-1]) if _IN_WHAT_SPIRIT.fullmatch(text[start:end])]
    return [
        (spans[at - 1][0], end, mark) if at - 1 in labels else (start, end, mark)
        for at, (start, end, mark) in enumerate(spans)
        if at not in labels
    ]
