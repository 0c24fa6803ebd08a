"""How firmly a figure is promised, in the word that its clause has before it: 确保 binds, 力争 and 争取 aim, 拟安排 proposes, 先发行
tells of a first part. The word stands before the quantity wherever that is shown, and in no name."""

from __future__ import annotations

import re

from briefing.naming.acting import bare, does
from briefing.naming.shown_name import place_of
from briefing.naming.spread import EACH, spread_of

_STOPS = "，；。：！？"
# 争取专项债券30亿元 wins money, 争取全年引进 and 争取达到 only aim.
_ACTS = r"新|引|培|打造|完成|实现|达|建|实施|认证|获|落地|突破|入|改|创|开|投|增|招|签|发展|申报|成立|设立|组织|举办|形成|超|评"
_TIMES = r"全[年县市省区]|年内|今年|用|到|在|再|更多|早日|尽快"
_WORDS = re.compile(rf"力争|争取(?={_ACTS}|{_TIMES})|确保|保证(?!金)|务必")
FIRM = ("确保", "保证", "务必")
# 力争通过3年努力，培育…10家: said of the clause that follows.
_LEADS = re.compile(r"(?:力争|争取)(?:通过|经过|用|到|在|利用)[^，；。]{1,16}$")
_FIGURE = re.compile(r"\d")
_REACHES = re.compile(
    r"(?:全年|年内)?(?:新增|新认定|新建|完成|引进|签约|建成|建设|推广|培育|实现|打造|创建|认定|获评|落地|招引|转化|发放)"
)
_HANDLES = re.compile(r"[抓推办做管盯促]|用好|支持|聚焦|谋划|加快|加强|落实|压茬")
# 赤字率拟按3%安排, 拟安排地方政府专项债券3.9万亿元, 今年先发行1万亿元: of a result, too.
_PROPOSED = re.compile(
    r"(?P<word>拟按|拟)$|(?P<whole>拟(?:安排|发行|新增安排|下达))[^，、\d]*$|(?<![率优首])(?P<part>先(?:发行|安排|下达))$"
)
_BEHIND = re.compile(r"安排")
AIMS = ("力争", "争取", "拟安排", "拟发行", "拟新增安排", "拟下达", *FIRM)
_PARTLY = ("先发行", "先安排", "先下达")
APART = ("预计", "至少", *AIMS, *_PARTLY, "拟按")  # said before a verb, meant of the number


def strength_of(part: str, indicator: str, sentence: str, at: int, end: int) -> tuple[str, str]:
    """What stands before and behind the quantity of ``indicator`` at ``at`` to ``end`` of ``sentence``: ("力争", ""), ("拟按", "安排").
    Only a plan (``part``) aims."""
    if at < 0:
        return "", ""
    start = max(sentence.rfind(stop, 0, at) for stop in _STOPS) + 1
    own = sentence[start:at]
    if proposed := _PROPOSED.search(own):
        behind = _BEHIND.match(sentence[end:]) if proposed["word"] == "拟按" else None
        return next(filter(None, proposed.groups())), behind[0] if behind else ""
    if part == "review":
        return "", ""
    words = list(_WORDS.finditer(own))
    return words[-1][0] if words else _carried(indicator, own, sentence[:start]), ""


def _carried(indicator: str, own: str, earlier: str) -> str:
    """力争申报高新技术企业35家，科技型中小企业评价入库120家: a clause that does nothing of its own shares the verb before it, and what
    all is to be reached by, 力争通过3年努力, holds for each. 力争全年组织招引活动20次以上，引进过亿元项目40个以上: where the word opens the
    figures of its sentence and each clause has one, it holds for those that reach another, too."""
    if not own or own.count("（") > own.count("）"):
        return ""
    clauses = re.split("[；。：！？]", earlier)[-1].split("，")
    # 突出抓好27个项目: what is done need not be a verb that names have; its object stands behind the number.
    alone = not does(bare(own)) and (indicator[-2:] in own or not _HANDLES.search(own))
    for at in range(len(clauses) - 2, -1, -1):  # the last is the empty one before the figure's own
        words = list(_WORDS.finditer(clauses[at]))
        if words:
            word = words[-1][0]
            # 压减1.6亿立方米，力争补水20亿立方米，修复4.5万亩: one of several targets is aimed at, the others stand.
            opens = not any(map(_FIGURE.search, clauses[:at])) and all(map(_FIGURE.search, clauses[at:-1]))
            alone = alone or (opens and bool(_REACHES.match(own)))
            # What is made sure of is only what is said so itself: 保证入学占比达到60%以上，公办率达到95%以上.
            return word if word not in FIRM and (alone or _LEADS.search(clauses[at])) else ""
        alone = alone and not does(bare(clauses[at]))
    return ""


def apart(quantity: str) -> str:
    """The word before the number of ``quantity`` that the source says before the verb; empty where there is none."""
    return next((one for one in APART if quantity.startswith(one)), "")


def remark_on(part: str, name: str, indicator: str, sentence: str, quantity: str) -> str:
    """The same in brackets behind ``name``, for a chart, whose bars bear the bare quantity:
    ``（力争）``, ``（确保）``, ``（平均）``."""
    at = place_of(sentence, quantity, indicator)
    before, after = strength_of(part, indicator, sentence, at, at + len(quantity))
    word = before.removesuffix("按") + after if after else before
    over = spread_of(name, sentence[max(0, at - 8) : max(0, at)])
    told = "，".join(filter(None, (word, "" if over == EACH else over)))
    return f"（{told}）" if told else ""
