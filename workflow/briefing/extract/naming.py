"""Names along a sentence: each quantity gets its indicator and kind; lists carry nouns, 分别 deals them out."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from briefing.extract.dealing import AROUND, deals_again, grows, growth_word, head_of, nouns_of_group, runs_of
from briefing.extract.indicators import Context, indicator_of
from briefing.extract.indicators.context import MONEY
from briefing.extract.kinds import RATIOS, kind_of
from briefing.extract.nouns import behind_of, finish, noun_of, without_head
from briefing.extract.quantities import MINUS, Quantity
from briefing.extract.vocabulary import GENERIC, MEASURES, STRIP_VERB, TRAILING, only_words

_STOPS = "，。；：！？"
_BREAKS = _STOPS + "、"
_SIGNS = frozenset(_BREAKS + "（“《）”》")
_RECKONED = re.compile(r"(?<=[\u4e00-\u9fff]{2})按[^，。；]{2,6}计算.*$")  # 310条河流按河长计算优良水体比例提高
_OF_PERSONS = re.compile(r"(?![、和及与的]|[上提跃攀晋]升|[前后]移|升|降|下降|退|进)[\u4e00-\u9fff]{2}")
_PERSONS_BEFORE = re.compile(
    r"(?:院士|教授|专家|人才|企业家|代表|委员|老人|学者|博士|教师|医生)(?:增至|增加到|达到?|有|共|为|约|近)*$"
)
_PAID = frozenset("贷款 补贴 补助 奖励 债券 专项债".split())  # 某某工程1.1亿元贷款
_RATES = re.compile(r"[办满]..?率(?:[、和及][办满]..?率)+")
_ONLY_SHARE = re.compile(r"(?:占比|比重|比例)")  # 42个县域生态质量变好占比居全国第1位
_OF_BOTH = re.compile(r"^，(?:同比)?(?:分别均?|均)(?:[比较][^，]{2,8}?)?(?:增长|提高|增加|下降|减少)$")
_TO_NEXT = re.compile(r"(?<=[\u4e00-\u9fff]{2})、(?P<item>[\u4e00-\u9fff]{2,5})$")
# 基本养老保险、基本医疗保险参保率均稳定在98%以上: of all that the clause lists, where none has a number of its own.
_OF_ALL = re.compile(r"(?:率|占比|比例|增速)均(?:位?居(?:全[国省市])?|稳定在|保持在|达到?|为|在|超过?|突破|高于)*$")
# 一般预算收入、城镇居民人均可支配收入和农民人均纯收入均增长14%: all that the clause lists.
_ALL_GROW = re.compile(r"均(?:增长|提高|增加|下降)$")
_STATISTIC = re.compile(r"(?:收入|总?值|总?额|[数产总]量|率|投资|支出)$")
_OF_AN_AIM = re.compile(r"完成(?:全年|年度|年初|全部)[^，]{0,6}(?:目标|计划|任务)$")
_OPEN = frozenset("设施 装置 系统 产品 机构 用品".split())  # 体育场地、设施1万个

# 供热管网421公里（包括二次供热管网）、燃气管网111公里: what is told in brackets of the one is no part of the next.
_NOTE = re.compile(r"^（[^）]{1,4}）|^（[^）]{1,30}）(?=[、，])")
_ASIDE = re.compile(r"（[^）]*）")  # 183个县（市、区）划分学区732个: its 、 parts nothing
_NOTE_INSIDE = re.compile(r"(?<=[\u4e00-\u9fff]{2})（[^）]{1,6}）(?=[\u4e00-\u9fff]{2})")  # 乡镇（街道）消防站
# 投资9亿元的某某?光伏园项目: a character is lost; what is whole behind it names the thing.
_BROKEN = re.compile(r"^的[\u4e00-\u9fff]{1,12}\?(?=[\u4e00-\u9fff])")
_LEADS_ON = re.compile(r"的(?:[^，。；、]{0,14}等)?|[^，。；\d]{0,3}[级定元]、|[村镇乡户]、")
_WHOSE = re.compile(r"[^，。；、（]{1,14}的")

# How large those are that are counted, told before what they are.
_SIZE = r"(?:产值|营收|税收|利税|总?投资额?|(?:营业|销售|主营业务)收入)(?:超过?[\d.]*[万亿千百十]+|[上过]亿|[上过][百千]万)元"
_SIZED = re.compile(
    rf"(?P<size>{_SIZE})(?:、\d+[个家座条]{_SIZE})*的?(?P<thing>[^，。；、\d的]{{0,6}}(?:产业集群|集群|企业|园区|楼宇|项目|基地|产业))(?=[，。；、]|$|成功|落户|落地|签约|开工|竣工|建成|投产)"
)
_SIZE_BEFORE = re.compile(
    r"(?<!实现)(?<!完成)(?P<size>税收|利税|产值|营收|(?:营业|销售|主营业务)收入|销售额)(?:超过?[^，。；、]{1,8}元[、和])*$"
)
_SIZE_BEHIND = re.compile(
    r"(?:[、和]超过?[^，。；、]{1,8}元)*的(?P<thing>[^，。；、\d的]{0,6}(?:集群|企业|园区|楼宇))(?=[，。；、]|$)"
)
_THINGS = ("个", "家", "座", "条", "户")


# 新材料产业，出台…: what a sentence has put before all that it tells of an industry.
_THEME = re.compile(r"(?P<theme>(?!发展|加快|壮大|培育)[\u4e00-\u9fff]{2,6}产业)，")
_OUTPUT = re.compile(r"(?:^|实现)(?P<output>(?:综合|总)?产值)(?:达到?|突破|超过?)?$")


@dataclass(frozen=True)
class Named:
    """A quantity of a sentence with the name of what it measures."""

    quantity: Quantity
    indicator: str
    kind: str


# 项目371个，其中，产业项目68个、农林水项目8个，全年完成投资1056亿元: what all of them cost, and not the last.
_OF_WHOLE = re.compile(r"(?:全年|年内|今年|年度|合计|总共|共计?)(?:力争|确保|计划|预计|要)*完成")


def named(text: str, quantities: list[Quantity], before: str = "") -> list[Named]:
    """Give each quantity of one clause its indicator and kind; ``before`` is what the clause before was about, where this one goes on."""
    found: list[Named] = []
    runs = runs_of(text, quantities)
    carried = last = level = before
    whole = ""
    group: list[str] = []
    levels: list[str] = []
    for k, quantity in enumerate(quantities):
        context = _context(text, quantities, k, carried, last, level)
        if "其中" in context.left or context.earlier.lstrip("，；").startswith("其中"):
            whole = carried
        elif whole and _OF_WHOLE.match(context.left):
            context = replace(context, carried=whole)
        persons = _OF_PERSONS.match(context.right) or _PERSONS_BEFORE.search(context.left)
        if quantity.unit == "位" and text[quantity.start] != "第" and persons:
            context = replace(context, unit="名")  # 30位民营企业家 are persons, and no place in an order
        first, size = runs[k]
        if size > 1 and k == first:
            recent = _recent(found, size, placed=quantity.unit == "位")
            group = nouns_of_group(text, quantities, k, size, carried, levels, recent) or (
                group if len(group) == size and deals_again(text, quantities, k) else []
            )
        indicator, base = indicator_of(context)
        if size > 1 and len(group) == size:
            word = (
                growth_word(text, quantities, first)
                if quantity.unit in RATIOS or grows(text, quantities, first)
                else ""
            )
            base = group[k - first]
            indicator = finish(base + word)
        both = _recent(found, 2, placed=False) if size == 1 and _OF_BOTH.search(head_of(text, quantities, k)) else []
        if both:  # 旅游人数突破370万人次，旅游收入达到38亿元，分别增长20%
            base = "、".join(both)
            indicator = finish(base + growth_word(text, quantities, k))
        if k and _RATES.fullmatch(indicator):
            indicator = finish(_counted_before(found, indicator) + indicator)
        kind = kind_of(
            _reach(text, quantities, k, first), context.right, "名" if context.unit == "名" else quantity.unit
        )
        indicator, kind = _with_sign(text, quantity, indicator, kind)
        if sized := _SIZED.match(text[quantity.end :]) if quantity.unit in _THINGS else None:
            base = sized["thing"]  # 形成3个产值超千亿元、2个产值超500亿元产业集群
            indicator = finish(sized["size"] + base)
        if (theme := _THEME.match(text)) and quantity.unit in MONEY and (output := _OUTPUT.search(context.left)):
            base = theme["theme"]  # 新材料产业，…实施改造升级等项目43个，…实现产值300亿元以上
            indicator = finish(base + output["output"])
        if quantity.qualifier == "gt" and quantity.unit in MONEY and (large := _how_large(text, quantity)):
            base, indicator = large  # 培育一批税收超5000万元、超亿元的商务楼宇
        if base:
            carried = base
        last = indicator
        # 高于全国2个百分点 and 完成全年目标的107% are no level of their own.
        if kind in ("level", "share") and quantity.unit != "个百分点" and not _OF_AN_AIM.search(indicator):
            level = (
                base if quantity.unit in _THINGS and base.startswith(indicator) else indicator
            )  # 17个重点传统制造业增加值增长8%
            levels.append(indicator)
        found.append(Named(quantity, indicator, kind))
    return found


def _with_sign(text: str, quantity: Quantity, indicator: str, kind: str) -> tuple[str, str]:
    """``固定资产投资同比-3.2%`` tells of a fall, and is no 固定资产投资."""
    if text[quantity.start] not in MINUS:
        return indicator, kind
    alone = text.endswith("同比", 0, quantity.start) and not indicator.endswith("同比")
    return indicator + ("同比" if alone else ""), "decrease"


def _how_large(text: str, quantity: Quantity) -> tuple[str, str] | None:
    """The things that a bound tells the size of, and these with what it measures of them: 商务楼宇, 商务楼宇税收."""
    measure, things = _SIZE_BEFORE.search(text[: quantity.start]), _SIZE_BEHIND.match(text[quantity.end :])
    return (things["thing"], finish(things["thing"] + measure["size"])) if measure and things else None


def _context(text: str, quantities: list[Quantity], k: int, carried: str, last: str, level: str) -> Context:
    """The words around quantity ``k``, cut to its clause."""
    quantity = quantities[k]
    left_from = max(quantities[k - 1].end if k else 0, quantity.start - AROUND)
    left = text[left_from : quantity.start]
    left = _without_counted(without_head(_NOTE, left)) if k else left
    counted, comma, others = left.partition("、")
    if k and comma and others and (counted in GENERIC or counted in _PAID):
        left = others  # 12家企业、园区5个: the first is what the number before counts
    boundary = _last_break(left)
    clause = _clause(left, boundary)
    opened = left[: boundary + 1].rstrip(_STOPS + "、")
    opened = opened[_last_stop(opened) + 1 :]
    right_to = quantities[k + 1].start if k + 1 < len(quantities) else len(text)
    right = text[quantity.end : min(right_to, quantity.end + AROUND)]
    reaches = k + 1 < len(quantities) and right_to <= quantity.end + AROUND and quantity.unit not in MONEY
    if reaches and (item := _TO_NEXT.search(right)) and not only_words(item["item"]):
        right = right[: item.start()]  # 22.8公里道路的扩建、沿街163栋楼体: the last item belongs to the next number
    right = _NOTE_INSIDE.sub("", right) if "（" in right else right
    right = _BROKEN.sub("的", right) if "?" in right else right
    if (
        k
        and quantities[k - 1].end == left_from
        and right.startswith("的")
        and quantity.unit not in MONEY
        and left == behind_of(left)
        and behind_of(right)
    ):
        left = clause = ""  # 5个行政村17.2公里的村巷硬化: the villages are what the number before counts
    beyond = adjacent = after = ""
    if k + 1 < len(quantities):
        after = text[quantities[k + 1].end : quantities[k + 1].end + AROUND]
        if k + 2 < len(quantities):
            after = after[: max(0, quantities[k + 2].start - quantities[k + 1].end)]
        if _LEADS_ON.fullmatch(right) or (right.endswith("的") and _WHOSE.fullmatch(right) and behind_of(right)):
            beyond = after
        if not right:
            adjacent = after
    return Context(
        clause, right, quantity.unit, carried, opened, beyond, last, level, after, left[: boundary + 1], adjacent
    )


def _clause(left: str, boundary: int) -> str:
    """The clause that ends at the number, behind the break at ``boundary``; items of a list that share the number stay together."""
    clause = left[boundary + 1 :]
    if boundary < 0 or left[boundary] != "、":
        return clause
    wide = left[_last_stop(left) + 1 :]
    if wide.startswith("、") or not clause:
        return clause
    if (grow := _ALL_GROW.search(wide)) and all(map(_STATISTIC.search, wide[: grow.start()].split("、"))):
        return wide
    if (
        clause in _OPEN
        or _OF_ALL.search(clause)
        or re.search(r"等[^，]{0,12}$", wide)
        or len(clause) < 2
        or re.search(r"[A-Za-z]、$", wide[: len(wide) - len(clause)])
    ):
        return wide
    return wide if clause.endswith("各") or _is_joint(wide) else clause


def _is_joint(wide: str) -> bool:
    """人大代表建议、政协提案923件: nouns side by side share one number; 修路、建桥3座 do not."""
    items = wide.split("、")
    if len(wide) <= 34 and all(TRAILING.sub("", item).endswith("率") for item in items):
        return True  # 集中供养率、新建居住区养老设施配建率均达100%
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
    if any(stop in _ASIDE.sub("", left) for stop in _STOPS + "、"):
        return left
    counted = _RECKONED.sub("", behind_of(left))
    rest = left.removeprefix("的")
    beyond = rest[len(counted) :]
    if (
        counted
        and rest.startswith(counted)
        and len(beyond) >= 2
        and beyond[0] not in "等和及的与（"
        and not _ONLY_SHARE.match(beyond)
        and not only_words(beyond)
    ):
        return beyond
    return left


def _last_break(text: str) -> int:
    """The last mark of ``text`` that stands in no bracket and no quotation marks; -1 without one."""
    depth = 0
    for at in range(len(text) - 1, -1, -1):
        char = text[at]
        if char in _SIGNS:
            depth += (char in "）”》") - (char in "（“《")
            if depth <= 0 and char in _BREAKS:
                return at
    return _last_stop(text)


def _last_stop(text: str) -> int:
    return max(map(text.rfind, _STOPS))


def _recent(found: list[Named], size: int, placed: bool) -> list[str]:
    """The names of the last ``size`` figures when each is a level of its own, or for places in an order (``placed``) any figure but
    a place; else nothing."""
    last = found[-size:]
    names = [one.indicator for one in last if one.kind == "level" or (placed and one.kind != "rank")]
    return names if len(names) == len(set(names)) == size else []


def _counted_before(found: list[Named], rates: str) -> str:
    """``办理建议81件、提案79件，办复率、满意率均达100%``: all that was counted before in one unit, when they name it short enough."""
    names: list[str] = []
    for one in reversed(found):
        if one.kind != "level" or one.quantity.unit != found[-1].quantity.unit:
            break
        names.insert(0, one.indicator)
    whose = "、".join(names)
    return whose if 0 < len(whose) <= 24 - len(rates) else ""


def _reach(text: str, quantities: list[Quantity], k: int, first: int) -> str:
    """The words that decide the kind: back to the last stop, and through a list of numbers that shares its verb."""
    here = quantities[k]
    shares = here.unit == quantities[first].unit or "分别" in head_of(text, quantities, first)
    start = first if first < k and shares and here.start == here.number else k
    begin = quantities[start - 1].end if start else 0
    head = text[max(begin, quantities[start].start - AROUND) : quantities[start].start]
    return head[_last_stop(head) + 1 :]
