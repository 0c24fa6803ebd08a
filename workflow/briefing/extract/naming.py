"""Names along a sentence: each quantity gets its indicator and kind; lists carry nouns, 分别 deals them out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from briefing.extract.indicators import Context, indicator_of
from briefing.extract.kinds import RATIOS, kind_of
from briefing.extract.nouns import behind_of, finish, noun_of
from briefing.extract.quantities import Quantity
from briefing.extract.vocabulary import COMPARED, GENERIC, MEASURES, STRIP_VERB, TO, only_words

_STOPS = "，。；：！？"
_AROUND = 120  # characters on either side of a number that may name it
_SIDE_BY_SIDE = re.compile(r"(?:[、和及与，]|以及)?(?:全国|全省|全市|全区|全县|世界|全球|中部|西部)?")
_VERB_OF_GROUP = (
    r"增长|下降|提高|提升|达到?|为|完成|实现|超过?|是|减少|增加|新增|新认定|新建|新培育|累计|压减|上升|回落|到|至|同比|排名|位居|位列|名列|升至|跃居|上升到|排|居|列|全国|全省|全市|全区|全县|世界|全球|"
    r"突破|降低|高于|低于|快于|高出|上涨|上调|调增|约"
)
_GROUP = re.compile(
    rf"(?P<named>[^，。；：]*?)(?:累计|同比|均|每人每月|每月|每年|月均|年均)*分别(?P<verbs>(?:{_VERB_OF_GROUP})*)$"
)
# 城乡居民收入增长5.3%、8.1%: the two are dealt out without 分别.
_BOTH = re.compile(
    r"(?P<named>[^，。；：]*?(?:城乡|城镇[^，。；：]{0,6}农村)[^，。；：]*?)(?:预计|同比|年均|平均|实际)*(?P<verbs>增长|提高|达到?|完成|突破|超过?|为|(?:从|由)(?:(?:19|20)\d\d年)?的?)$"
)
_CHANGES = r"增长|下降|提高|提升|减少|增加|上升|上涨|上调|调增|回落|压减|降低"
# 新增总部机构、研发中心80家、16家; 播种面积和产量保持在1000万亩、400万吨
_SIDE = re.compile(
    rf"(?P<named>[^，。；：]{{3,}}[、和][^，。；：]{{2,}}?)(?P<verbs>(?:{_CHANGES}|达到?|保持在|稳定在|完成|实现)?)$"
)
_TOGETHER = {
    "城乡": ("城镇", "农村"),
    "收支": ("收入", "支出"),
    "存贷款": ("存款", "贷款"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "三次产业": ("第一产业", "第二产业", "第三产业"),
    "一二三产": ("一产", "二产", "三产"),
}
_JOINS = re.compile(r"[、和及与]")
# What the last noun of a list measures, and the nouns before it too: 城镇、农村居民人均可支配收入.
_HEAD = re.compile(
    r"(?:居民|群众)?(?:人均可支配收入|可支配收入|收入|(?:人均)?月?标准|出口|进口|进出口|面积|产量|产值|增加值|总量|指数|数量|吞吐量|零售额|销售额|成交额|进出口|参保率|覆盖率|满意率|满意度|优良率|达标率|合格率|立案数|发案数|起数|人数|警情|投资)$"
)
_WHOLE = re.compile(r"(?:收入|面积|产量|产值|增加值|值|额|量|率|数|度|投资|次|指数|企业|人)$")


# 入境游客数量和花费: the second measures what the first does.
_MEASURED = re.compile(r"(?<=..)(?:数量|人数|人次|收入|产量|产值|(?:播种|种植)?面积|金额|总量)$")
_OPEN = frozenset("设施 装置 系统 产品 机构 用品".split())  # 体育场地、设施1万个
_RATE_ALONE = re.compile(r"(?:满意|办结|办复|参保|完成|合格|达标|覆盖|优良|整改)率")
_MEASURED_ALONE = frozenset("数量 人数 人次 收入 支出 花费 总花费 产量 产值 面积 金额 总量 增速 消费".split())


@dataclass(frozen=True)
class Named:
    """A quantity of a sentence with the name of what it measures."""

    quantity: Quantity
    indicator: str
    kind: str


def named(text: str, quantities: list[Quantity]) -> list[Named]:
    """Give each quantity of one clause its indicator and kind."""
    found: list[Named] = []
    runs = _runs(text, quantities)
    carried = last = level = ""
    group: list[str] = []
    levels: list[str] = []
    for k, quantity in enumerate(quantities):
        context = _context(text, quantities, k, carried, last, level)
        first, size = runs[k]
        if size > 1 and k == first:
            group = _nouns_of_group(text, quantities, k, size, carried, levels) or (
                group if len(group) == size and _deals_again(text, quantities, k) else []
            )
        indicator, base = indicator_of(context)
        if size > 1 and len(group) == size:
            word = (
                _growth_word(text, quantities, first)
                if quantity.unit in RATIOS or _grows(text, quantities, first)
                else ""
            )
            base = group[k - first]
            indicator = finish(base + word)
        kind = kind_of(_reach(text, quantities, k, first), context.right, quantity.unit)
        if base:
            carried = base
        last = indicator
        if kind in ("level", "share"):
            level = indicator
            levels.append(indicator)
        found.append(Named(quantity, indicator, kind))
    return found


def _context(text: str, quantities: list[Quantity], k: int, carried: str, last: str, level: str) -> Context:
    """The words around quantity ``k``, cut to its clause."""
    quantity = quantities[k]
    left_from = max(quantities[k - 1].end if k else 0, quantity.start - _AROUND)
    left = text[left_from : quantity.start]
    left = _without_counted(re.sub(r"^（[^）]{1,4}）", "", left)) if k else left
    clause = _clause(left)
    boundary = _last_break(left)
    opened = left[: boundary + 1].rstrip(_STOPS + "、")
    opened = opened[max((opened.rfind(stop) for stop in _STOPS), default=-1) + 1 :]
    right_to = quantities[k + 1].start if k + 1 < len(quantities) else len(text)
    right = text[quantity.end : min(right_to, quantity.end + _AROUND)]
    right = re.sub(r"(?<=[\u4e00-\u9fff]{2})（[^）]{1,6}）(?=[\u4e00-\u9fff]{2})", "", right)  # 乡镇（街道）消防站
    beyond = adjacent = after = ""
    if k + 1 < len(quantities):
        after = text[quantities[k + 1].end : quantities[k + 1].end + _AROUND]
        if k + 2 < len(quantities):
            after = after[: max(0, quantities[k + 2].start - quantities[k + 1].end)]
        if re.fullmatch(r"的(?:[^，。；、]{0,14}等)?|[^，。；\d]{0,3}[级定]、|[村镇乡户]、", right) or (
            re.fullmatch(r"[^，。；、]{1,14}的", right) and behind_of(right)
        ):
            beyond = after
        if not right:
            adjacent = after
    return Context(
        clause, right, quantity.unit, carried, opened, beyond, last, level, after, left[: boundary + 1], adjacent
    )


def _clause(left: str) -> str:
    """The clause that ends at the number; items of a list that share the number stay together."""
    boundary = _last_break(left)
    clause = left[boundary + 1 :]
    if boundary < 0 or left[boundary] != "、":
        return clause
    wide = left[max((left.rfind(stop) for stop in _STOPS), default=-1) + 1 :]
    if wide.startswith("、") or not clause:
        return clause
    if (
        clause in _OPEN
        or re.search(r"等[^，]{0,12}$", wide)
        or len(clause) < 2
        or re.search(r"[A-Za-z]、$", wide[: len(wide) - len(clause)])
    ):
        return wide
    return wide if clause.endswith("各") or _is_joint(wide) else clause


def _is_joint(wide: str) -> bool:
    """人大代表建议、政协提案923件: nouns side by side share one number; 修路、建桥3座 do not."""
    items = wide.split("、")
    if len(wide) > 34 or any(len(item) > 12 for item in items):
        return False
    if only_words(items[0]) or len(noun_of(items[0])) < 2 or re.search(r"实现|完成|通过|纳入", items[0][1:]):
        return False
    tail = items[-1]
    if noun_of(tail) in MEASURES or only_words(tail):
        return False
    verb = STRIP_VERB.match(tail)
    return not (verb and verb.end() < len(tail)) and not re.search(r"[增减升降]|提[高升]|下降", "".join(items[:-1]))


def _without_counted(left: str) -> str:
    """``32家企业享受加计扣除金额6987万元``: what the number before counts is no part of the next name."""
    if any(stop in left for stop in _STOPS + "、"):
        return left
    counted = behind_of(left)
    rest = left.removeprefix("的")
    beyond = rest[len(counted) :]
    if (
        counted
        and rest.startswith(counted)
        and len(beyond) >= 2
        and beyond[0] not in "等和及的与"
        and not only_words(beyond)
    ):
        return beyond
    return left


def _last_break(text: str) -> int:
    """The last mark of ``text`` that stands in no bracket and no quotation marks; -1 without one."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        depth += (text[at] in "）”》") - (text[at] in "（“《")
        if depth <= 0 and text[at] in _STOPS + "、":
            return at
    return max((text.rfind(stop) for stop in _STOPS), default=-1)


def _runs(text: str, quantities: list[Quantity]) -> list[tuple[int, int]]:
    """For each quantity the first of the list it stands in (numbers with nothing but a mark between) and the list's length."""
    firsts: list[int] = []
    for k in range(len(quantities)):
        gap = text[quantities[k - 1].end : min(quantities[k].start, quantities[k - 1].end + 8)] if k else "。"
        joined = k > 0 and quantities[k].start - quantities[k - 1].end < 8 and gap and _SIDE_BY_SIDE.fullmatch(gap)
        firsts.append(firsts[-1] if joined else k)
    sizes: dict[int, int] = {}
    for first in firsts:
        sizes[first] = sizes.get(first, 0) + 1
    return [(first, sizes[first]) for first in firsts]


def _head(text: str, quantities: list[Quantity], first: int) -> str:
    """The words before a list of numbers."""
    begin = quantities[first - 1].end if first else 0
    return text[max(begin, quantities[first].start - _AROUND) : quantities[first].start]


def _deals_again(text: str, quantities: list[Quantity], first: int) -> bool:
    head = _head(text, quantities, first)
    return "分别" in head or bool(
        re.match(
            rf"，(?:累计|共|已)|[，、](?:同比|年均|平均|实际|较上年|比上年|均)*(?:{_CHANGES})$|，是[^，]{{2,8}}的$|{TO}(?:20\d\d年的?)?$",
            head,
        )
    )


def _growth_word(text: str, quantities: list[Quantity], first: int) -> str:
    head = COMPARED.sub("", _head(text, quantities, first))
    match = _GROUP.search(head)
    word = (
        re.search(rf"{_CHANGES}|(?:高于|低于|快于|高出)[^，]*", match["verbs"])
        if match
        else re.search(rf"(?:{_CHANGES})$", head)
    )
    return word[0] if word and not (match and re.search(r"(?:到|至|为)$", match["verbs"])) else ""


def _grows(text: str, quantities: list[Quantity], first: int) -> bool:
    return bool(
        re.search(rf"(?:分别(?:比[^，]{{1,8}})?|，)(?:{_CHANGES})$", COMPARED.sub("", _head(text, quantities, first)))
    )


def _nouns_of_group(
    text: str, quantities: list[Quantity], first: int, size: int, carried: str, levels: list[str]
) -> list[str]:
    """``A、B分别增长9.8%和12%``: the n-th number belongs to the n-th noun."""
    head = COMPARED.sub("", _head(text, quantities, first))
    match = _GROUP.search(head) or (_BOTH.search(head) if size == 2 else None) or _SIDE.search(head)
    if not match or (match.re is _SIDE and not _side_by_side(text, quantities[first : first + size], match["named"])):
        return []
    said = match["named"].lstrip("，、")
    said = re.sub(r"^(?:其中|预计|全年|累计|，)+", "", said)
    if not said or only_words(said):
        if "居民" in carried and size == 2:
            said = re.sub(r"^(?:城镇|农村)(?=(?:常住)?居民)", "城乡", carried)
        elif len(levels) >= size and len(set(levels[-size:])) == size:
            return levels[-size:]
        else:
            return []
    nouns = [part for part in _JOINS.split(said) if part]
    if len(nouns) > size and "、" in said:
        # 货物和服务进出口、利用外资: 和 stands within a noun.
        nouns = [part for part in said.split("、") if part]
    if len(nouns) == 1:
        nouns = next(
            (
                [nouns[0].replace(both, one) for one in each]
                for both, each in _TOGETHER.items()
                if both in nouns[0] and len(each) == size
            ),
            nouns,
        )
    if len(nouns) == 1:
        name = noun_of(said) or said
        whose = (
            _dealt_before(text, quantities, first, carried, size)
            if name in MEASURES or _RATE_ALONE.fullmatch(name)
            else []
        )
        return [one + name for one in whose] or [name] * size
    if len(nouns) != size:
        return []
    return [_completed(_own(noun), nouns, place) for place, noun in enumerate(nouns)]


def _side_by_side(text: str, run: list[Quantity], named: str) -> bool:
    """As many nouns as numbers, with no 等 and no new clause between: 、 when all have one unit, 和 when each has its own."""
    gaps = {text[one.end : other.start] for one, other in pairwise(run)}
    units = len({one.unit for one in run})
    alike = units == 1 and "、" in named
    return (
        len(_JOINS.split(named)) == len(run)
        and gaps <= {"、", "和", "及"}
        and (alike or units == len(run))
        and "等" not in named
    )


def _dealt_before(text: str, quantities: list[Quantity], first: int, carried: str, size: int) -> list[str]:
    """``清理节庆、论坛、展会，数量分别压减75%、95%、73%``: those of the clause before, when they are as many as the numbers."""
    clause = _head(text, quantities, first).rpartition("，")[0].rpartition("，")[2]
    clause = re.sub(r"(?:全部|均|已)(?:办结|办复|完成|落实|建成|投用).*$", "", clause)
    for listed in (noun_of(clause), carried.partition("全部")[0]):
        parts = [part for part in _JOINS.split(listed) if len(part) >= 2]
        if len(parts) == size:
            return parts
    return []


def _own(noun: str) -> str:
    own = noun_of(noun)
    return noun if not own or own in GENERIC else own


def _completed(noun: str, nouns: list[str], place: int) -> str:
    """``城镇`` in 城镇、农村居民人均可支配收入 means 城镇居民人均可支配收入; ``人次`` in 进京访件次、人次 means 进京访人次."""
    last = nouns[-1]
    if place == len(nouns) - 1:
        before = nouns[0]
        same = re.search(r"(?:次|数|额|量|率)$", noun)
        if len(noun) <= 2 < len(before) and same and before.endswith(same[0]):
            return noun_of(before[: -len(noun)]) + noun
        whose = _MEASURED.search(before)
        return noun_of(before[: whose.start()]) + noun if whose and noun in _MEASURED_ALONE else noun
    if noun.endswith(("型", "类", "级")) and noun[-1] in last:
        return noun + last[last.index(noun[-1]) + 1 :]
    if noun.endswith(("存", "贷")) and last[1:2] == "款":
        return noun + last[1:]
    if _WHOLE.search(noun):
        return noun
    if (
        len(noun) <= 3
        and not re.search(r"(?:零售|销售|成交|交易)额$|(?:增加|产)值$|进?出口$", last)
        and len(last) > len(noun) + 1
        and re.search(r"(?:[率数额量值度]|警情|收入|面积|投资|案件)$", last)
    ):
        return noun + last[len(noun) :]
    shared = _HEAD.search(last)
    if not shared or (shared[0].endswith("标准") and len(noun) > 4) or noun.endswith(shared[0]):
        return noun
    return noun + (shared[0].removeprefix("居民") if noun.endswith("居民") else shared[0])


def _reach(text: str, quantities: list[Quantity], k: int, first: int) -> str:
    """The words that decide the kind: back to the last stop, and through a list of numbers that shares its verb."""
    here = quantities[k]
    shares = here.unit == quantities[first].unit or "分别" in _head(text, quantities, first)
    start = first if first < k and shares and here.start == here.number else k
    begin = quantities[start - 1].end if start else 0
    head = text[max(begin, quantities[start].start - _AROUND) : quantities[start].start]
    return head[max((head.rfind(stop) for stop in _STOPS), default=-1) + 1 :]
