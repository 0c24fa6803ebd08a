"""Which words name what a quantity measures: the object before it, the noun behind it, or what the list carries over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extract.kinds import FALL, RISE
from briefing.extract.nouns import behind_of, finish, is_general, noun_of, told_of, verb_before
from briefing.extract.vocabulary import COMPARED, GENERIC, MEASURES, OUTCOMES, STRIP_VERB, TO, only_words

_GROWTH = re.compile(
    rf"^(?P<subject>.*?)(?P<word>同比增长|平均增长|年均增长|年均增速|年均增幅|{RISE}|{FALL}|[高低](?=$))(?:了|率|幅度)?"
    r"(?:均|约|近|超过?|达到?|为|到|至|保持在|稳定在|控制在|高于|分别)*$"
)
_GROWTH_NAMES = {"同比增长": "增长", "平均增长": "增长", "同比增": "增长", "高": "提高", "低": "降低"}
_SHARE = re.compile(
    r"^(?P<subject>.*?)(?:占到?|占比占)(?P<whole>.*?)(?:的?(?:比重|比例|比))?(?:持续|稳定在|保持在|均|约|近|为|达到?|超过?|提高到|提升到|提升至|的|从|由)*$"
)
_MONEY = ("元", "美元", "欧元", "港元", "元人民币")
_RATIOS = ("%", "‰", "个百分点", "倍")
# A flow loses its meaning without 新增: 新增城镇就业 is not 城镇就业.
_FLOWS = re.compile(
    r"(?:就业|贷款|融资|耕地|用地|产能|装机|限额|债券|人口|绿地|减税|造林|产值|税收)(?:规模|容量|面积|人数)?$"
)
_SCOPE = r"(?:全国|全省|全市|全区|全县|全州|全盟|全旗|世界|全球|我省|我市|国家|省内|市内|省级|市级|同类)"
_REACHED = re.compile(
    rf"^(?:[，、]?(?:持续|逐步|稳步|大幅|快速|又|再|已|均|分别)*{TO}(?:了|现在的|目前的|如今的|(?:19|20)\d\d年的)*(?:约|近|超过?)?)$"
)
_FROM = re.compile(rf"^(?:的)?(?:持续|逐步|稳步|大幅|快速)*{TO}")
# A measure of something: with 的 behind the number the thing itself follows.
_MEASURE_TAIL = re.compile(
    r"(?:总投资额?|计划投资|估算投资|完成投资|投资额?|总规模|规模|总长度?|全长|长度|总面积|占地面积|建筑面积|占地|(?:规划)?(?:建设)?用地|总量|装机|容量|产能|年产值?|产值|年?产量|库容)$"
)
_OF_WHAT = frozenset("理赔 创收 补偿".split())
# A table that says 黄标车 where the text says 淘汰黄标车 misleads.
_TAKEN_AWAY = re.compile(r"(?:压减|压采|淘汰|关停|取缔|拆除|退出|取消|减少|削减|腾退)$")
_PAYS = re.compile(
    r"(?:安排|投入|拨付|下达|争取|发放|筹集|筹措|落实|设立|组建|打造|建立|成立|形成|拿出|统筹|兑现|提供)$"
)
_LEVELS = re.compile(
    r"^(?:(?:国家|部|省|市|县|区|州|镇|乡|世界|国)(?:级|定|属|直)|其他|(?:[千百十]?[万千百十]亿)级|五?星级|[一二三四五]星级)$"
)
_LEVEL_HEAD = re.compile(r"^(?:(?:国家|世界|部|省|市|县|区)级|国家|省定|市定|县定)")
_SIZE = re.compile(r"(?<=..)(?:(?:播种|种植|建筑|总)?面积|数量|个数|总数|人数|户数|总量)$")
_UNDER_REVIEW = re.compile(r"在([^，。；]{2,24}?)(?:中|上|里)[^，。；]{0,4}$")


@dataclass(frozen=True)
class Context:
    """The words around one quantity inside its clause; ``carried`` is what the list before it named."""

    left: str
    right: str
    unit: str
    carried: str  # the noun of the quantity before, in the same sentence
    opened: str  # the clause before this one, when this one starts with the quantity
    beyond: str = ""  # what follows the next quantity, when only 的 stands between: 总投资X亿元的N个项目
    last: str = ""  # the whole indicator of the quantity before, growth words included
    level: str = ""  # the indicator of the last quantity that was no growth and no rank
    following: str = ""  # what follows the next quantity, whatever stands between
    adjacent: str = ""  # what follows the next quantity, when nothing stands between: 73条110公里农村公路


def indicator_of(context: Context) -> tuple[str, str]:
    """(indicator, base): the indicator to print and the noun that a following list item may carry over."""
    if context.last and context.unit != "位" and _REACHED.match(COMPARED.sub("", context.left)):
        return finish(context.last), context.carried
    left = COMPARED.sub("", _clean(context.left))
    beside = re.search(r"(?<=高于|低于|快于|好于|高出|领先)(?:全国|全省|全市|全区)[^，]{0,6}$", left)
    left = left[: beside.start()] if beside else left
    if context.unit == "位":
        return _rank(left, context)
    if (
        _FROM.match(context.right)
        and context.unit != "个百分点"
        and (noun := noun_of(re.sub(r"(?:从|由)[^，]{0,8}$", "", left)))
    ):
        share = _share(re.sub(r"(?:从|由)$", "", left), context)
        return share or (finish(noun), noun)
    named = _growth(left, context) or _share(left, context)
    if named:
        return (finish(named[0] + beside[0]), named[1]) if beside else named
    noun = _full_noun(left, context)
    if context.unit in _MONEY:
        return _amount(noun, left, context)
    if context.unit in _RATIOS:
        return _ratio(noun, left, context)
    return _count(noun, left, context)


def _count(noun: str, left: str, context: Context) -> tuple[str, str]:
    """Things counted or measured: the noun behind the number unless the words before it name the measure."""
    behind = behind_of(context.right)
    if not behind and not context.right and context.adjacent and (not noun or noun in GENERIC):
        behind = behind_of(context.adjacent)
    if _LEVELS.match(behind) and not context.adjacent and context.beyond:
        behind += _LEVEL_HEAD.sub("", behind_of(context.beyond))
    if context.right.startswith("的") and behind and _MEASURE_TAIL.search(noun):
        thing = behind.removesuffix("建设")
        return finish(thing + noun), thing
    if behind in (*MEASURES, "任务", "目标") and len(noun) > 2:
        behind = ""
    if behind and not (context.right.startswith("的") and noun):
        taken = _TAKEN_AWAY.search(left)
        name, base = _counted(behind, left, context.right)
        return (finish(taken[0] + name), base) if taken else (name, base)
    if noun in MEASURES or (noun in GENERIC and not verb_before(left, noun)):
        subject = _SIZE.sub("", _subject(context))
        if subject and subject != noun and not noun.startswith(subject):
            return finish(subject + noun), _subject(context)
    if noun:
        verb = verb_before(left, noun)
        told = noun in GENERIC or (verb in ("新增", "净增") and _FLOWS.search(noun))
        whole = verb + noun if told else noun
        return finish(whole), whole
    return _bare(left, context)


def _full_noun(left: str, context: Context) -> str:
    """The noun before the number; a bare 市级 or 人均 takes over what the list before named."""
    noun = noun_of(left)
    if context.carried and _LEVELS.match(noun):
        return noun + _LEVEL_HEAD.sub("", context.carried)
    if context.carried and re.fullmatch(r"[人户亩地]均", noun):
        return noun + context.carried
    return noun


def _growth(left: str, context: Context) -> tuple[str, str] | None:
    found = _GROWTH.match(left)
    if not found or context.unit not in (*_RATIOS, *_MONEY, "人次", "人", "天"):
        return None
    if context.unit in ("人次", "人", "天") and found["word"] in ("新增", "净增", "扩大"):
        return None
    word = _GROWTH_NAMES.get(found["word"], found["word"])
    own = noun_of(found["subject"])
    if own in MEASURES and (whose := _SIZE.sub("", _subject(context))) and whose != own:
        own = whose + own
    subject = own or context.level or context.carried or noun_of(COMPARED.sub("", context.opened))
    if word in ("新增", "净增"):
        return (
            None
            if context.unit not in ("%", "个百分点") or noun_of(left[found.end("word") :])
            else (finish(subject), subject)
        )
    ends_at = bool(re.search(r"(?:到|至|为)(?:约|近|超过?)?$", left[found.end("word") :]))
    if ends_at and context.unit != "个百分点":
        return finish(subject), subject
    return finish(subject + word), subject


def _share(left: str, context: Context) -> tuple[str, str] | None:
    found = _SHARE.match(left)
    if not found or context.unit not in ("%", "倍", "‰"):
        return None
    subject = noun_of(found["subject"]) or context.carried
    whole = found["whole"].removesuffix("的")
    if len(subject) > 6 and len(subject) + len(whole) > 10:
        # 社会事业和民生领域投入占财政支出: the last noun names it well enough.
        subject = re.sub(r"领域|方面", "", re.split(r"[、和及]", subject)[-1])
        if len(subject) + len(whole) > 7:
            return finish(f"{subject}占{whole}" if whole else f"{subject}占比"), subject
    return finish(f"{subject}占{whole}比重" if whole else f"{subject}占比"), subject


def _ratio(noun: str, left: str, context: Context) -> tuple[str, str]:
    """``71%的煤电机组实现超低排放``, ``行政机关负责人100%出庭应诉``, ``参保率达95%``."""
    if context.unit == "倍" and re.match(r"^(?:，)?(?:已)?(?:是|为|相当于)[^，]*的$", left) and _subject(context):
        return finish(context.level or context.carried or _subject(context)), context.carried
    stop = re.search(r"[，。；：！？]", context.right)
    right = context.right[: stop.start()] if stop else context.right
    if (
        context.unit == "%"
        and right.startswith("的")
        and 3 <= len(right) <= 26
        and not re.match(r"的(?:目标|任务|增长|比例|速度|增速)", right)
    ):
        thing = re.sub(rf"(?:承担|占|拥有)?(?:了)?{_SCOPE}$", "", noun)
        behind = re.sub(r"(?:达到?|完成|实现)$", "", right[1:])
        return (finish((thing if len(thing) + len(behind) <= 20 else "") + behind + "占比"), behind)
    if (
        context.unit == "%"
        and noun
        and 2 <= len(right) <= 10
        and not re.match(r"[、和及与或（]|左右|以上|以下|以内|目标", right)
    ):
        done = re.sub(r"^(?:予以|全部|实现|得到|完成)+", "", right)
        if len(done) >= 2 and not noun.endswith("率"):
            return finish(noun + done), noun
    if noun in (
        "完成率",
        "年度完成率",
        "参保率",
        "满意率",
        "办结率",
        "办复率",
        "覆盖率",
        "达标率",
        "合格率",
        "占比",
        "比重",
    ):
        subject = context.level or _subject(context)
        subject = re.sub(r"(?:征缴)?(?:力度|工作|水平)$", "", subject)
        if subject and not subject.endswith("率") and len(subject) <= 14:
            return finish(subject + noun), subject
    if noun:
        return finish(noun), noun
    return _bare(left, context)


def _rank(left: str, context: Context) -> tuple[str, str]:
    """``科技创新能力排名全市第7、全省第49``: both rank 科技创新能力."""
    text = re.sub(r"^.*?(?:上榜|入围|跻身)(?=.{2,})", "", left)
    text = re.sub(
        rf"(?:连续[^，]{{1,4}}年)?(?:均|分别|继续|保持|稳)*(?:排名|位居|位列|名列|并列|排|居|列|升至|跃居|上升到|提升到|排在)?{_SCOPE}*(?:排名|位居|位列|名列|前列)?(?:的)?$",
        "",
        text,
    )
    review = _UNDER_REVIEW.search(text)
    if review:
        text = review[1]
    noun = noun_of(text) if len(text) >= 2 else ""
    if noun in MEASURES and _subject(context):
        noun = _SIZE.sub("", _subject(context)) + noun
    if not noun or re.fullmatch(_SCOPE, noun):
        noun = context.last or context.carried or noun_of(context.opened)
        return finish(noun), context.carried or noun
    return finish(noun), noun


def _amount(noun: str, left: str, context: Context) -> tuple[str, str]:
    """Money: 总投资X亿元的N个项目 is the 总投资 of these 项目; 投资X亿元实施某工程 is what 某工程 costs."""
    tail = _MEASURE_TAIL.search(noun)
    of = context.right.startswith("的")
    if noun and noun not in GENERIC:
        if of and tail:
            thing = _of_beyond(context) or _object(context.right, context.following)
            if thing:
                return finish(thing + tail[0]), thing
        if not of and _PAYS.search(noun) and not context.right[:1].isdigit() and (behind := behind_of(context.right)):
            return finish(behind), behind
        if noun in _OF_WHAT and (subject := _subject(context)) and not subject.endswith(noun):
            return finish(subject + noun), subject
        return finish(re.sub(r"(?<=..)拟?安排$", "", noun)), noun
    word = noun or ("投资" if left.endswith("投资") else "")
    thing = ""
    if context.beyond:
        thing = _of_beyond(context)
    elif word in MEASURES or not word:
        thing = _object(context.right, context.following)
    if not thing and word in ("投资", "投入", "") and not context.carried and not noun_of(context.opened):
        thing = _next_object(context)
    if thing:
        return finish(thing + word if word and not thing.endswith(word) else thing), word or thing
    subject = _SIZE.sub("", _subject(context))
    word = word.removeprefix("完成") if subject else word
    if word and subject and not subject.endswith(word):
        return finish(subject + word), _subject(context)
    if word:
        return finish(verb_before(left, word) + word), word
    return _bare(left, context)


def _of_beyond(context: Context) -> str:
    if not context.beyond:
        return ""
    behind = behind_of(context.beyond)
    thing = _counted(behind, "", context.beyond)[0] if behind else noun_of(context.opened)
    return thing.removesuffix("建设") if len(thing) > 4 else thing


def _object(right: str, following: str = "") -> str:
    """The thing that money is spent on: ``的城市排水工程``, ``实施某某项目``; ``following`` is what the next number counts."""
    text = re.sub(r"（[^）]{1,20}）", "", right.removeprefix("的"))
    if not text or text[0] in "，。；、：）！？和及":
        return ""
    end = re.search(r"[，。；：！？（]|、(?=(?:总|计划)?投资)", text)
    phrase = text[: end.start()] if end else text
    first = STRIP_VERB.match(phrase)
    head = first.end() if first else 0
    cut = re.search(
        r"(?<=..)(?:建成|开工|投用|投产|竣工|完工|落地|年内|加快|正式|全部|顺利|项目审批|审批|投入使用|签约|启动|全面|主体|已|有序|稳步|扎实)",
        phrase[head:],
    )
    phrase = phrase[: head + cut.start()] if cut else phrase
    if not end and not cut and following and (counted := behind_of(following)):
        return counted
    noun = noun_of(phrase).removesuffix("等")
    if noun in GENERIC and "等" in phrase:
        listed = re.split(r"、", phrase.rpartition("等")[0])[-1]
        noun = noun_of(listed) + (noun if len(noun_of(listed)) <= 12 else "")
    if len(noun) > 24:
        noun = re.split(r"[和及]", noun)[-1]
    if len(noun) > 18 and "、" in noun:
        noun = re.split("、", noun)[-1]
    return noun if 2 <= len(noun) <= 24 else ""


def _next_object(context: Context) -> str:
    """``投资8.38亿元，完成某路改造提升``: what the money went into stands in the next clause."""
    if not context.right.startswith("，"):
        return ""
    text = context.right[1:]
    if not (STRIP_VERB.match(text) or text.startswith(("对", "用于"))):
        return ""
    return _object(text, context.following)


def _counted(noun: str, left: str, right: str) -> tuple[str, str]:
    """The noun behind a count; a bare 项目 is told apart by what happened to it or by the verb before."""
    if noun and is_general(noun):
        rest = right.removeprefix("的")[len(noun) :]
        outcome = OUTCOMES.match(rest)
        told = outcome["outcome"] if outcome else told_of(noun, right)
        if told:
            return finish(told if noun.split("（", maxsplit=1)[0] in told[-4:] else told + noun), noun
        noun = re.sub(r"^(项目|工程)建设$", r"建设\1", noun)
        named = verb_before(left, "") + noun if noun in GENERIC else noun
        return finish(named), named
    noun = re.sub(r"(?<=[一-鿿]{2})(?:优良率|达标率|合格率)$", "", noun)
    return finish(noun), noun


def _subject(context: Context) -> str:
    return context.carried or noun_of(COMPARED.sub("", context.opened))


def _bare(left: str, context: Context) -> tuple[str, str]:
    """No noun of its own: the list's noun, with the verb that tells it apart (续建完工220个)."""
    told = OUTCOMES.match(context.right)
    if context.carried and told and not context.right.startswith("的"):
        return finish(context.carried + told["outcome"]), context.carried
    if left and only_words(left) and context.carried and not re.match(r"[A-Za-z“《]", left):
        if re.fullmatch(r"(?:达到?|共|为|分别|其中|累计|已|均|有)*", left):
            return finish(context.carried), context.carried
        thing = _thing(context.carried)
        return finish(thing + re.sub(r"^(?:其中|累计|共|又|再|还|，|、)+", "", left)), thing
    if re.fullmatch(r"(?:约|折)合", left) and context.carried:
        return finish(context.carried), context.carried
    opened = noun_of(COMPARED.sub("", context.opened)) if not left or only_words(left) else ""
    done = _done(context.right) if not left else ""
    base = context.carried or done or opened or left or behind_of(context.right)
    return finish(base), base


def _done(right: str) -> str:
    """``1449户实现防贫监测全覆盖``: what was done to those counted, when nothing else names them."""
    stop = re.search(r"[，。；：！？]", right)
    phrase = right[: stop.start()] if stop else ""
    noun = re.sub(r"^(?:全部|均|已|实现|完成|得到|纳入)+", "", phrase)
    return noun if 3 <= len(noun) <= 14 and noun != phrase else ""


def _thing(noun: str) -> str:
    """``老旧小区开工改造`` without what is done to it."""
    for cut in range(2, len(noun) - 1):
        if only_words(noun[cut:]):
            return noun[:cut]
    return noun


def _clean(text: str) -> str:
    text = re.sub(r"^[）”》\s]+", "", text)
    if text.count("“") < text.count("”"):
        text = text.split("”")[-1] if not text.split("”")[0] else text
    return text
