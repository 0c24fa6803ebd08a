"""What only looks alike, in both years' words: the clauses that the two figures stand in, each with what it is about."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from briefing.assemble.figures import named, tabled
from briefing.model import Brief, Figure, Pair
from briefing.naming.shown_name import place_of

_STOPS = re.compile(r"[，；。]")
_NAMES = r"(?:“[^”]+”、?)+"
_BOTH_YEARS = re.compile(rf"(?P<aspect>[^（]+不同)（上年(?P<was>{_NAMES}|为[^，]+)，今年(?P<now>{_NAMES}|为[^，]+)）")
_BOTH_QUOTED = re.compile(rf"(?P<aspect>[^（]+不同)（上年{_NAMES}，今年{_NAMES}）")
_AN_ITEM = re.compile(r"[^\d，；]{2,}\d[^，；]*")
_TOWN_AND_COUNTRY = ("城镇", "农村")
# 分别同比增长5.8%和6.8%, 达到15.8亿元: how much and no word of what.
_HOW_MUCH = (
    r"(?:预计|力争|确保|全年|年内|分别|均|同比|比上年|较上年|年均|实现|累计|可比)*"
    r"(?:增长|递增|下降|提高|上升|增加|减少|压减|达到|达|完成|突破|达成)"
)
_ONLY_HOW_MUCH = re.compile(rf"{_HOW_MUCH}了?(?:约|近|超过|超|不低于)?\d")
_AND_OF_ANOTHER = re.compile(r"(?:[和、][\d.]+(?:%|个百分点|[千百万亿]*元)?)*")
_SAID_OF_IT = re.compile(rf"(?:{_HOW_MUCH}|分别|均|预计|由)+$")
_SUBJECT = 3  # characters that name a thing


def alike_rows(brief: Brief) -> tuple[tuple[str, ...], ...]:
    """Indicator, last year's words, this year's words, and what differs, for each group of pairs that only look alike. Where more
    than one thing differs, without the words that stand beside it."""
    rows = []
    for group in _groups(brief):
        names = "、".join(dict.fromkeys(pair.indicator for pair in group))
        last, this = (_as_one(_ended(group, at)) for at in (0, 1))
        reasons = _once_an_aspect([one for pair in group for one in _reasons(pair)])
        if len(reasons) > 1:
            reasons = list(dict.fromkeys(_shortened(one, last, this) for one in reasons))
        rows.append((names, last, this, "；".join(reasons)))
    return tuple(rows)


def alike_paragraphs(brief: Brief) -> tuple[list[int], ...]:
    """Of each of these rows the paragraphs that its figures stand in, last year's and this year's."""
    return tuple(
        sorted({one.paragraph for pair in group for one in (pair.result, pair.target)}) for group in _groups(brief)
    )


def _shortened(reason: str, last: str, this: str) -> str:
    """动作不同 of 动作不同（上年“新认定”，今年“培育”） where both stand in the wordings beside it."""
    found = _BOTH_QUOTED.fullmatch(reason)
    beside = found and all(_holds_all([told], _named(reason, year)) for year, told in (("上年", last), ("今年", this)))
    return found["aspect"] if found and beside else reason


def _ended(group: Mapping[Pair, tuple[str, str]], at: int) -> list[str]:
    """The clauses of one year, each up to the last figure of it that the group is about."""
    told: dict[str, list[Pair]] = {}
    for pair, clauses in group.items():
        told.setdefault(clauses[at], []).append(pair)
    year, side = (("上年", "result"), ("今年", "target"))[at]
    return [
        _up_to(
            clause,
            [getattr(pair, side) for pair in pairs],
            [one for pair in pairs for one in _named(pair.reason, year)],
        )
        for clause, pairs in told.items()
    ]


def _up_to(clause: str, figures: Sequence[Figure], words: Sequence[str]) -> str:
    """``clause`` without the items of its list behind the last of ``figures``: 培育高新技术企业120家 of 培育高新技术企业120家、科技型
    中小企业2000家; whole where one of the ``words`` that differ stands there, or what is counted is said before all."""
    end = max(place_of(clause, one.display, one.indicator) + len(one.display) for one in figures)
    items = clause[end:].split("、")
    shortened = clause[:end]
    good = items[0] == "" and len(items) > 1 and all(map(_AN_ITEM.fullmatch, items[1:])) and "分别" not in clause
    return shortened if good and _holds_all([shortened], [one for one in words if one in clause]) else clause


def _groups(brief: Brief) -> list[dict[Pair, tuple[str, str]]]:
    """The pairs, each with its two clauses, that have a figure or both clauses in common: 高新技术企业5家 beside 净增22家 and 总数100家 is
    one thing to look at, and 分别增长5.8%和6.8% one clause."""
    groups: list[dict[Pair, tuple[str, str]]] = []
    group_of: dict[object, int] = {}
    for pair in (one for one in brief.pairs if one.status == "look_alike"):
        last, this = (
            _with_subject(wording_with(figure, _named(pair.reason, year)), figure)
            for figure, year in ((pair.result, "上年"), (pair.target, "今年"))
        )
        shared = (pair.result.metric_id, pair.target.metric_id, (last, this))
        first, *others = sorted({group_of[one] for one in shared if one in group_of}) or [len(groups)]
        if first == len(groups):
            groups.append({})
        for other in others:
            groups[first] |= groups[other]
            groups[other] = {}
            group_of |= {one: first for one, group in group_of.items() if group == other}
        groups[first][pair] = (last, this)
        group_of |= dict.fromkeys(shared, first)
    return [one for one in groups if one]


def _as_one(clauses: Iterable[str]) -> str:
    """``clauses`` in a row, without those that others hold."""
    known = list(dict.fromkeys(clauses))
    return "；".join(one for one in known if not any(one in other for other in known if other != one))


def _reasons(pair: Pair) -> list[str]:
    return (pair.reason.rpartition("；")[0] or pair.reason).split("；")


def clause_of(sentence: str, quantity: str, indicator: str = "") -> str:
    """What stands around ``quantity`` between two marks, empty when it does not stand in ``sentence``; where it stands there twice,
    or within a longer number (7% in 7%左右 and 17%), that of ``indicator``."""
    at = place_of(sentence, quantity, indicator)
    if at < 0:
        return ""
    starts = [found.end() for found in _STOPS.finditer(sentence) if found.end() <= at]
    return _STOPS.split(sentence[starts[-1] if starts else 0 :], maxsplit=1)[0]


def wording_with(figure: Figure, named_words: Iterable[str]) -> str:
    """The clause that a figure stands in, with as many clauses before and behind it as hold ``named_words``, of those that its
    sentence has: a difference of verbs is read where the verb stands, and a list says it once."""
    parts = re.findall(r"[^，；。]+[，；。]?", figure.sentence.rstrip("。"))  # 打造健康河北。 heads its sentence
    at = _part_with(figure, parts)
    wanted = [one for one in named_words if one in figure.sentence]
    if at < 0:
        return clause_of(figure.sentence, figure.display, figure.indicator) or named(figure)
    first, last = at, at + 1
    while first > 0 and not _holds_all(parts[first:last], wanted):
        first -= 1
    if not _holds_all(parts[first:last], wanted):
        first = at  # it stands behind
    while last < len(parts) and not _holds_all(parts[first:last], wanted):
        last += 1
    if not _holds_all(parts[first:last], wanted):
        first = 0
    return "".join(parts[first:last]).rstrip("，；。")


def _part_with(figure: Figure, parts: Sequence[str]) -> int:
    """Which of ``parts`` of its sentence the figure stands in, -1 for none."""
    at = place_of(figure.sentence, figure.display, figure.indicator)
    ends = 0
    for number, part in enumerate(parts):
        ends += len(part)
        if 0 <= at < ends:
            return number
    return -1


def _with_subject(clause: str, figure: Figure) -> str:
    """A clause that only says what was done and how often, or how much something grew, with what its sentence says before:
    （老旧小区）续建完工220个, （城乡居民人均可支配收入）分别同比增长5.8%和6.8%."""
    before = figure.sentence.partition(clause)[0]
    behind = clause.partition(figure.display)[2]
    if _ONLY_HOW_MUCH.match(clause) and _AND_OF_ANOTHER.fullmatch(behind):
        subject = _last_subject(before)
        return f"（{subject}）{clause}" if subject else clause
    done = clause.replace(figure.display, "", 1)
    subject = tabled(figure).removesuffix(done)
    if done and subject != tabled(figure) and subject in figure.sentence:
        return f"（{subject}）{clause}" if subject else clause
    subject = _thing_before(figure.indicator, clause, before)
    return f"（{subject}）{clause}" if subject else clause


def _last_subject(before: str) -> str:
    """What the nearest clause ``before`` that names a thing says of it: 城乡居民人均可支配收入 of 城乡居民人均可支配收入分别达到42469元."""
    for clause in reversed(re.split(r"[，；：]", before.rstrip("，；："))):
        if not _ONLY_HOW_MUCH.match(clause):
            subject = _SAID_OF_IT.sub("", re.split(r"\d", clause)[0])
            return subject if len(subject) >= _SUBJECT else ""
    return ""


def _thing_before(indicator: str, clause: str, before: str) -> str:
    """拆炉并网改造 of 拆炉并网改造投资 where ``clause`` has only 年内投资1.6亿元, and the thing itself stands ``before`` it."""
    for size in range(len(indicator) - 1, 1, -1):
        thing, rest = indicator[:size], indicator[size:]
        if rest in clause and thing in before:
            return "" if any(thing[at : at + 2] in clause for at in range(len(thing) - 1)) else thing
    return ""


def _once_an_aspect(reasons: Sequence[str]) -> list[str]:
    """``reasons`` of pairs that share a row, each aspect once with all its words: 动作不同（上年“共建”，今年“推进”“建设”）."""
    both: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for one in reasons:
        found = _BOTH_YEARS.fullmatch(one)
        was, now = both.setdefault(found["aspect"] if found else one, ({}, {}))
        if found:
            was[found["was"]] = now[found["now"]] = None
    return [f"{aspect}（{_both(tuple(was), tuple(now))}）" if was else aspect for aspect, (was, now) in both.items()]


def _both(was: Sequence[str], now: Sequence[str]) -> str:
    """上年分城镇、农村，今年不分城乡 where that is all that tells the names apart."""
    last, this = (sorted(one.strip("“”").removeprefix("为") for one in names) for names in (was, now))
    if _parted(last, this):
        return f"上年分{'、'.join(_TOWN_AND_COUNTRY)}，今年不分城乡"
    if _parted(this, last):
        return f"上年不分城乡，今年分{'、'.join(_TOWN_AND_COUNTRY)}"
    return f"上年{_together(was)}，今年{_together(now)}"


def _parted(parts: Sequence[str], whole: Sequence[str]) -> bool:
    """Whether ``parts`` are the ``whole`` once of towns and once of the country: 城镇居民人均可支配收入, 农村居民人均可支配收入."""
    of_both = whole[0].removeprefix("城乡")
    return len(whole) == 1 and sorted(f"{one}{of_both}" for one in _TOWN_AND_COUNTRY) == sorted(parts)


def _together(names: Sequence[str]) -> str:
    """“共建”“推进”; of names that are ours (为城镇居民收入) 为 once, and none behind words of the report, which it would say something of."""
    quoted = "".join(one for one in names if one.startswith("“"))
    ours = "、".join(one.removeprefix("为") for one in names if not one.startswith("“"))
    return "、".join(filter(None, (quoted, ours))) if quoted else f"为{ours}"


def _named(reason: str, year: str) -> list[str]:
    """The words that ``reason`` quotes of that year's wording, each by itself: 开工建设 of 上年“开工建设”, 加快 and 建设 of “加快”“建设”."""
    quoted = re.findall(f"{year}((?:“[^”]+”、?)+)", reason)
    return [word.replace("‘", "“").replace("’", "”") for one in quoted for word in re.findall("“([^”]+)”", one)]


def _holds_all(parts: Sequence[str], words: Iterable[str]) -> bool:
    text = "".join(parts)
    return all(word in text for word in words)
