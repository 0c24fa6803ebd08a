"""Money: what was invested, paid or owed, and for what."""

from __future__ import annotations

import re

from briefing.extract.indicators.context import MEASURE_TAIL, SIZE, Context, lent, owner_of, subject_of
from briefing.extract.indicators.counts import counted
from briefing.extract.nouns import behind_of, finish, noun_of, verb_before
from briefing.extract.vocabulary import GENERIC, MEASURES, STRIP_ADVERB, STRIP_VERB, TRAILING

# Who pays says nothing of what for.
_OFFICE = re.compile(
    r"(?:(?:各级|中央|国家|[省市县区州旗镇]级?)?(?:财政|政府|本级)|[省市县区]级)(?:在两年内)?(?:筹集|配套|安排)?|配套"
)
_COSTS = re.compile(r"投资$|资金$")
_EASED = frozenset("减负 让利 减税 降本 节支 增收 减税降费".split())  # who was eased belongs to the name
_OF_WHAT = frozenset("理赔 创收 补偿".split())
# Of an estate or a firm: whose, the words before say.
_OWNED = frozenset("固投 税收 利税 利润 营业收入 主营业务收入".split())
# 扩大科技贷款覆盖面，全年发放贷款1亿元: which loans, the clause before says.
_LENT = ("发放贷款", "投放贷款", "贷款")
_LOAN = re.compile(r"([^，。；、\d“”]{2,12}贷款)[^，。；]{0,6}，[^。；]*$")
_CAME_IN = re.compile(r"(?:进场|入驻|进驻)$")  # an event: it does not say whose the 产值 is that follows
_SIZES = re.compile(r"(?:装机|建筑|占地|总|储能)?(?:容量|面积|规模|产能|长度|里程)")  # 投资3亿元完成装机容量5万千瓦
_PAYS = re.compile(
    r"(?:安排|投入|拨付|下达|争取|发放|筹集|筹措|落实|设立|组建|打造|建立|成立|形成|拿出|统筹|兑现|提供)$"
)


# 抓好、加快、完善 some work: one of those that a sentence lists before it tells what they cost.
_WORK = re.compile(
    r"(?:统筹|全力|加快|扎实|有序|持续|继续|大力|积极|稳步|全面)*(?:抓好|加快|完善|推进|推动|建设|实施|启动|谋划|改造|提升|打造)[^，。；]{2,40}(?:建设|工程|项目|进度|设施|改造|更新|整治)"
)
# 总投资4300万元的某某小学等学校建设: the money is for the school that is named.
_AND_OTHERS = re.compile(r"(.{3,})等(?:一批|重大|重点|[\d几多]+个)*(?:项目|工程|学校|医院|道路|设施)(?:建设)?")
_FACILITIES = (
    "中心",
    "小学",
    "中学",
    "学校",
    "医院",
    "幼儿园",
    "公园",
    "广场",
    "厂",
    "路",
    "桥",
    "站",
    "馆",
    "院",
    "校区",
    "基地",
    "园区",
)


# 盘活闲置资产10万平方米，建好闽宁产业园，力争产值突破20亿元: of what the clause before is about.
_BUILT = re.compile(
    r"(?:建好|建强|做强|做大|用好|办好|建设好)(?P<estate>[\u4e00-\u9fff]{2,10}(?:产业园|园区|开发区|高新区|基地|集聚区))"
)
# 超长期特别国债、专项债、中央预算内等资金2118亿元
_FUNDS = re.compile(r"[^，。；、\d]{2,12}(?:、[^，。；、\d]{2,12})+等(?:各类)?资金$")
_YIELDS = frozenset("产值 总产值 税收 营收 营业收入".split())


def amount_of(noun: str, left: str, context: Context) -> tuple[str, str]:
    """Money: 总投资X亿元的N个项目 is the 总投资 of these 项目; 投资X亿元实施某工程 is what 某工程 costs."""
    whom = re.search(rf"[为向给]([^，。；]{{2,8}}?){noun}$", TRAILING.sub("", left)) if noun in _EASED else None
    if whom:
        return finish(whom[1] + noun), noun
    if noun == "计划投资" and not context.carried and (thing := _next_object(context)):
        return finish(thing + noun), thing  # 全年计划投资12.7亿元，实施重点商贸流通项目17个
    if noun == "计划投资" and context.carried and not _COSTS.search(context.carried):
        whole = context.carried.replace("要实施", "")
        return finish(whole + noun), context.carried  # 城市建设战役要实施项目159个、计划投资156.7亿元
    if noun.startswith("项目") and context.carried.endswith(("战役项目", "行动项目", "工程项目", "领域项目")):
        return finish(context.carried + noun.removeprefix("项目")), context.carried
    if noun and noun not in GENERIC and not _OFFICE.fullmatch(noun) and not (noun in MEASURES and subject_of(context)):
        return _told_by(noun, context)
    word = noun or ("投资" if left.endswith("投资") else "")
    if not word and _is_named(context.right):
        return finish(behind_of(context.right)), behind_of(context.right)
    if _OFFICE.fullmatch(noun):
        return _paid_by(noun, left, context)
    listed = _FUNDS.search(left)
    thing = listed[0] if listed else _spent_on(word, context)
    if thing:
        return finish(thing + word if word and not thing.endswith(word) else thing), word or thing
    subject = "" if left.endswith("完成投资") and _of_many_works(context) else SIZE.sub("", subject_of(context))
    subject = "" if _CAME_IN.search(subject) else subject
    if word.endswith("投资") and len(subject) > 4:
        subject = subject.removesuffix("建设")
    spent = re.search(r"(?:累计)?完成投资$", left)
    if word == "投资" and spent:
        word = spent[0]  # what was spent of the 总投资 named before
    if spent and subject.endswith("投资"):
        return finish(subject), subject  # 固定资产投资年均增长23.5%，累计完成投资1008亿元
    if word and subject and not subject.endswith(word):
        return finish(subject + word), subject_of(context)
    if word:
        return finish(verb_before(left, word) + word), word
    return lent(left, context)


def _of_many_works(context: Context) -> bool:
    """``抓好某片区等重点片区建设，加快某中心等工程进度，完善市政基础、公共服务设施，年内完成投资超2000亿元``: the last of several works has not
    cost all of it."""
    clauses = context.earlier.rstrip("，").split("，")
    return not context.carried and len(clauses) > 1 and all(map(_WORK.fullmatch, clauses))


def _paid_by(noun: str, left: str, context: Context) -> tuple[str, str]:
    """``市财政安排1亿元，启动农业园区的规划建设``: what the money is for names it, and where nothing says, who gave it."""
    behind = behind_of(context.right)
    thing = behind if behind.endswith("资金") else _spent_on("", context)
    if not thing and context.right.startswith("，用于"):
        thing = _next_object(context)
    name = thing or noun + ("安排" if left.endswith("安排") else "")
    return finish(name if "资金" in name else name + "资金"), thing or noun


_IN_SPITE_OF = re.compile(r"克服|面对|应对")
# 规模以上工业总产值达到5598亿元，实现增加值1490亿元: of the same industry. 非公有制经济加快发展，实现增加值7099.2亿元
_OUTPUT_OF = re.compile(r"(?P<sector>[^，。；]{2,10}(?:业|产业))总产值")
_FARES = re.compile(r"(?P<sector>[\u4e00-\u9fff]{1,8}?(?:业|经济))(?![园链务化带圈区])(?:[\u4e00-\u9fff]{2}){1,3}")


def _told_by(noun: str, context: Context) -> tuple[str, str]:
    """A noun that tells by itself what the money is; a measure in front of 的 and a verb of paying hand over to what follows."""
    loans = _LOAN.search(context.earlier) if noun in _LENT else None
    if loans:
        return finish(noun_of(loans[1])), noun_of(loans[1])
    lent = re.match(r"(?:贷款|补贴|补助|奖励)(?=[，。；、]|$|顺利|全部|已|落地|到位)", context.right)
    if lent:
        return finish(noun + lent[0]), noun  # 某某工程1.1亿元贷款
    tail = MEASURE_TAIL.search(noun)
    of = context.right.startswith("的")
    if of and tail:
        thing = _of_beyond(context) or _object(context.right, context.following)
        if thing:
            return finish(thing + tail[0]), thing
    if not of and _PAYS.search(noun) and not context.right[:1].isdigit() and (behind := behind_of(context.right)):
        return finish(behind), behind
    whole, what = (_OUTPUT_OF, context.carried) if context.carried else (_FARES, context.earlier_clause)
    if noun == "增加值" and (sector := whole.fullmatch(what)):
        return finish(sector["sector"] + noun), sector["sector"] + noun
    whose = owner_of(context) if noun in _OWNED else ""
    if whose:
        return finish(whose + noun), whose
    if noun in _OF_WHAT and (subject := subject_of(context)) and not subject.endswith(noun):
        return finish(subject + noun), subject
    return finish(re.sub(r"(?<=..)拟?安排$", "", noun)), noun


def _spent_on(word: str, context: Context) -> str:
    """What the money goes into, where the words behind the number say so, or what yields it; else nothing."""
    thing = ""
    if context.beyond:
        thing = _of_beyond(context)
    elif word in MEASURES or not word:
        thing = _object(context.right or context.adjacent, context.following)
        thing = "" if _SIZES.fullmatch(thing) else thing
    # 投资107万元，完成…弹石公路；投资100万元，完成…水泥硬化: each tells of its own work.
    anew = word == "投资" and context.earlier.endswith("；")
    untold = anew or not (context.carried or _tells(context.opened))
    if not thing and word in ("投资", "投入", "") and untold:
        thing = _next_object(context)
    built = _BUILT.fullmatch(context.earlier_clause) if word in _YIELDS else None
    return built["estate"] if built and not thing else thing


def _tells(clause: str) -> bool:
    """Whether the clause before says what the money is for: 不断加大教育投入 does not say on which schools, 克服…巨大困难 on nothing."""
    noun = noun_of(clause)
    return bool(noun) and not noun.endswith("投入") and not _IN_SPITE_OF.match(clause)


def _is_named(right: str) -> bool:
    """``12亿元国债资金的23个项目``: the money has a name of its own."""
    return bool(re.search(r"^(?!的)[^，。；、]*(?:资金|贷款|债券|国债|基金|经费)的$", right))


def _of_beyond(context: Context) -> str:
    if not context.beyond:
        return ""
    behind = behind_of(context.beyond)
    thing = counted(behind, "", context.beyond)[0] if behind else noun_of(context.opened)
    return thing.removesuffix("建设") if len(thing) > 4 else thing


def _object(right: str, following: str = "") -> str:
    """The thing that money is spent on: ``的城市排水工程``, ``实施某某项目``; ``following`` is what the next number counts."""
    text = re.sub(r"（[^）]{1,20}）", "", right.removeprefix("的"))
    if not text or re.match(r"大关|关口|(?:[两三四五]个)?新?台阶", text) or text[0] in "，。；、：）！？和及":
        return ""
    # 3500万元的供水管网改造、3800万元的背街巷道改造: each has its own.
    end = re.search(r"[，。；：！？（]|、(?=(?:总|计划)?投资)|、$", text)
    phrase = text[: end.start()] if end else text
    used = _USED.match(phrase)
    phrase = phrase[used.end() :] if used else phrase
    first = STRIP_VERB.match(phrase)
    head = first.end() if first else 0
    cut = re.search(
        r"(?<=..)(?:建成|全线|被|刷新|创下|创造|填补|跃居|落户|开工|投用|投产|竣工|完工|落地|年内|加快|正式|全部|顺利|项目审批|审批|投入使用|签约|启动|全面(?!振兴)|主体|基本(?=完工|建成|竣工|完成|建好|形成)|进展(?=顺利|良好|迅速|较快)|已|有序|稳步|扎实)",
        phrase[head:],
    )
    phrase = phrase[: head + cut.start()] if cut else phrase
    if not end and not cut and following and (counted := behind_of(following)):
        if phrase.endswith("等") and counted in GENERIC:
            return noun_of(re.split(r"、", phrase)[-1]) + counted  # 实施的向阳幼儿园等6个项目
        return counted + ("等" if _LIST_GOES_ON.match(following, len(counted)) else "")
    listed_first = _AND_OTHERS.fullmatch(phrase)
    if listed_first and (item := noun_of(re.split(r"、", listed_first[1])[-1])).endswith(_FACILITIES):
        return item
    noun = noun_of(phrase).removesuffix("等")
    if noun in GENERIC and "等" in phrase:
        listed = re.split(r"、", phrase.rpartition("等")[0])[-1]
        noun = noun_of(listed) + (noun if len(noun_of(listed)) <= 12 else "")
    if len(noun) > 24 and used and len(noun.partition("、")[0]) >= 4:
        noun = noun.partition("、")[0] + "等"  # 用于农村产业增收、“两居”工程、社会事业和基层组织建设
    if len(noun) > 24:
        noun = re.split(r"[和及]", noun)[-1]
    if len(noun) > 18 and "、" in noun:
        noun = noun.partition("、")[0] + "等"
    return noun if 2 <= len(noun) <= 24 else ""


# 投资2.6亿元实施26公里供水、117公里供热改造: the money is for the whole list.
_LIST_GOES_ON = re.compile(r"、(?!总?投资|计划投资)")
_USED = re.compile(r"用于|用以")
_DONE_TO = re.compile(
    r"对(?P<what>[^，。；\d]{2,16}?)(?:进行|实施|开展)了?(?:全面|综合|集中|整体|系统|全方位)*(?P<done>[\u4e00-\u9fff]{2,6})(?=[，。；]|$)"
)


def _next_object(context: Context) -> str:
    """``投资8.38亿元，完成某路改造提升``: what the money went into stands in the next clause."""
    if not context.right.startswith("，"):
        return ""
    text = context.right[1:]
    whom = text.startswith(("对", "用于"))
    while not whom and (adverb := STRIP_ADVERB.match(text)) and adverb.end():
        text = text[adverb.end() :]
    if not (whom or STRIP_VERB.match(text)):
        return ""
    done = _DONE_TO.match(text)
    if done:
        return done["what"] + done["done"]  # 投资4360万元，对城区雨水管网进行全面改造
    return _object(text, context.following)
