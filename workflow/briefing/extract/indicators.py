"""Which words name what a quantity measures: the object before it, the noun behind it, or what the list carries over."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extract.kinds import FALL, RISE
from briefing.extract.vocabulary import (
    COMPARED,
    GENERIC,
    MEASURES,
    ONLY_WORDS,
    OUTCOMES,
    STRIP_ADVERB,
    STRIP_VERB,
    TRAILING,
)

_GROWTH = re.compile(
    rf"^(?P<subject>.*?)(?P<word>同比增长|平均增长|年均增长|{RISE}|{FALL})(?:了|率|幅度)?"
    r"(?:均|约|近|超过?|达到?|为|到|至|保持在|稳定在|控制在|高于|分别)*$"
)
_GROWTH_NAMES = {"同比增长": "增长", "平均增长": "增长", "同比增": "增长"}
_SHARE = re.compile(
    r"^(?P<subject>.*?)(?:占到?|占比占)(?P<whole>.*?)(?:的?(?:比重|比例|比))?(?:持续|稳定在|保持在|均|约|近|为|达到?|超过?|提高到|提升到|提升至|的)*$"
)
_MONEY = ("元", "美元", "欧元", "港元", "元人民币")
_RATIOS = ("%", "‰", "个百分点", "倍")
# A noun behind the quantity ends where the sentence goes on about it.
_RIGHT_END = re.compile(
    r"[，。；：！？（]|、(?=[^、]{0,14}\d)|(?:落地|投产|竣工|开工|建成|完工|投用|投入使用|达产|全部|正式|陆续|主体|封顶|获|入选|荣获|被|上市|成为|实现|达到|覆盖|"
    r"通过|纳入|进入|完成|加快|顺利|有序|正在|已|均|稳步|全面|有效|成功|持续|得到|取得|启动|推进|建设工程|同比|增长|下降|提高|占|超过?|位居|用于|以上|左右|购买|参加|享受|受益|"
    r"参与|签订|签约|开展|与|尽快|前期|做大|做强|上榜|跻身|进行|保持|(?<=..)实施)"
)
_RIGHT_VERB = re.compile(
    r"^(?:[，。；、：）”！？]|的?(?:增长|下降|提高|提升|增速|左右|以上|以内|以下)|$|和\d|及\d|同比|全部|以及|或|与\d|到|至|其中|均|用于|为|增加|减少|完成|建成|"
    r"投产|竣工|开工|实现|获|入选|达(?!标)|落地|分别|位居|位列|居(?!民|家)|列(?!车)|排(?!水|污|涝|放)|超(?!长|市|低|大|充)|较|比(?!例|亚)|高于|低于|并(?!网)|且|"
    r"已|正(?!高|规)|被|可(?!再|研|穿|持)|将(?!军)|在(?!建|校|线|岗|园|谈|册|编)|是|由|从(?!业)|对(?!外|口)|向|占(?!道)|覆盖|支持|用以|推动|推进|保障(?!性|房)|"
    r"确保|加快)"
)
# A flow loses its meaning without 新增: 新增城镇就业 is not 城镇就业.
_FLOWS = re.compile(
    r"(?:就业|贷款|融资|耕地|用地|产能|装机|限额|债券|人口|绿地|减税|造林|产值|税收)(?:规模|容量|面积|人数)?$"
)
_SCOPE = r"(?:全国|全省|全市|全区|全县|世界|全球|我省|我市|国家|京津冀|省内|市内|省级|市级)"


@dataclass(frozen=True)
class Context:
    """The words around one quantity inside its clause; ``carried`` is what the list before it named."""

    left: str
    right: str
    unit: str
    carried: str  # the noun of the quantity before, in the same sentence
    opened: str  # the clause before this one, when this one starts with the quantity
    beyond: str = ""  # what follows the next quantity, when only 的 stands between: 总投资X亿元的N个项目


def indicator_of(context: Context) -> tuple[str, str]:
    """(indicator, base): the indicator to print and the noun that a following list item may carry over."""
    left = COMPARED.sub("", _clean(context.left))
    beside = re.search(r"(?<=高于|低于|快于|好于|高出|领先)(?:全国|全省|全市|全区)[^，]{0,6}$", left)
    left = left[: beside.start()] if beside else left
    if context.unit == "位":
        return _rank(left, context)
    named = _growth(left, context) or _share(left, context)
    if named:
        return (finish(named[0] + beside[0]), named[1]) if beside else named
    noun = noun_of(left)
    if context.unit in _MONEY:
        return _amount(noun, left, context)
    behind = "" if context.unit in _RATIOS else behind_of(context.right)
    if behind and not (context.right.startswith("的") and noun):
        return _counted(behind, left, context.right)
    if noun in MEASURES or (noun in GENERIC and not _verb_before(left, noun)):
        subject = _subject(context)
        if subject and subject != noun and not noun.startswith(subject):
            return finish(subject + noun), subject
    if noun:
        verb = _verb_before(left, noun)
        told = noun in GENERIC or (verb in ("新增", "净增") and _FLOWS.search(noun))
        whole = verb + noun if told else noun
        return finish(whole), whole
    return _bare(left, context)


def _growth(left: str, context: Context) -> tuple[str, str] | None:
    found = _GROWTH.match(left)
    if not found or context.unit not in (*_RATIOS, *_MONEY):
        return None
    word = _GROWTH_NAMES.get(found["word"], found["word"])
    subject = noun_of(found["subject"]) or context.carried or noun_of(context.opened)
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


def _rank(left: str, context: Context) -> tuple[str, str]:
    """``科技创新能力排名全市第7、全省第49``: both rank 科技创新能力."""
    text = re.sub(r"^.*?(?:上榜|入围|跻身)(?=.{2,})", "", left)
    text = re.sub(
        rf"(?:连续[^，]{{1,4}}年)?(?:均|分别|继续|保持|稳)*(?:排名|位居|位列|名列|排|居|列|升至|跃居|上升到|提升到)?{_SCOPE}*(?:排名|位居|位列|前列)?(?:的)?$",
        "",
        text,
    )
    noun = noun_of(text) if len(text) >= 2 else ""
    if not noun or re.fullmatch(_SCOPE, noun):
        noun = context.carried or noun_of(context.opened)
    return finish(noun), noun


def _amount(noun: str, left: str, context: Context) -> tuple[str, str]:
    """Money: 总投资X亿元的N个项目 is the 总投资 of these 项目; 投资X亿元实施某工程 is what 某工程 costs."""
    if noun and noun not in GENERIC:
        return finish(noun), noun
    if not noun and not (ONLY_WORDS.match(left) and left):
        noun = ""
    word = noun or ("投资" if left.endswith("投资") else "")
    thing = ""
    if context.beyond:
        thing = _counted(behind_of(context.beyond), "", context.beyond)[0] or _examples(context)
        thing = thing.removesuffix("建设") if len(thing) > 4 else thing
    elif word in MEASURES or not word:
        thing = _object(context.right)
    if thing:
        return finish(thing + word if word and not thing.endswith(word) else thing), word or thing
    subject = _subject(context)
    if word and subject and not subject.endswith(word):
        return finish(subject + word), subject
    if word:
        return finish(_verb_before(left, word) + word), word
    return _bare(left, context)


def _examples(context: Context) -> str:
    return noun_of(context.opened) if context.opened else ""


def _object(right: str) -> str:
    """The thing that money is spent on: ``的城市排水工程``, ``实施某某项目``."""
    text = right.removeprefix("的")
    if not text or text[0] in "，。；、：）！？和及":
        return ""
    end = re.search(r"[，。；：！？（]", text)
    noun = noun_of(text[: end.start()] if end else text)
    if len(noun) > 24:
        noun = re.split(r"[和及]", noun)[-1]
    return noun if 2 <= len(noun) <= 24 else ""


def _counted(noun: str, left: str, right: str) -> tuple[str, str]:
    """The noun behind a count; a bare 项目 is told apart by what happened to it or by the verb before."""
    if noun and noun in GENERIC:
        rest = right.removeprefix("的")[len(noun) :]
        outcome = OUTCOMES.match(rest) or re.match(
            r"(?P<outcome>(?:享受|参与|获评|入选|通过|荣获)[^，。；、：]{2,14})", rest
        )
        if outcome:
            return finish(outcome["outcome"] + noun), noun
        noun = re.sub(r"^(项目|工程)建设$", r"建设\1", noun)
        named = _verb_before(left, "") + noun
        return finish(named), named
    return finish(noun), noun


def _subject(context: Context) -> str:
    return context.carried or noun_of(COMPARED.sub("", context.opened))


def _bare(left: str, context: Context) -> tuple[str, str]:
    """No noun of its own: the list's noun, with the verb that tells it apart (续建完工220个)."""
    if left and ONLY_WORDS.match(left) and context.carried and not re.match(r"[A-Za-z“《]", left):
        if re.fullmatch(r"(?:达到?|共|为|分别|其中|累计)*", left):
            return finish(context.carried), context.carried
        thing = _thing(context.carried)
        return finish(thing + re.sub(r"^(?:其中|累计|共|又|再|还)+", "", left)), thing
    opened = noun_of(COMPARED.sub("", context.opened)) if not left or ONLY_WORDS.match(left) else ""
    base = context.carried or opened or left or behind_of(context.right)
    return finish(base), base


def _thing(noun: str) -> str:
    """``老旧小区开工改造`` without what is done to it."""
    for cut in range(2, len(noun) - 1):
        if ONLY_WORDS.match(noun[cut:]):
            return noun[:cut]
    return noun


def _clean(text: str) -> str:
    text = re.sub(r"^[）”》\s]+", "", text)
    if text.count("“") < text.count("”"):
        text = text.split("”")[-1] if not text.split("”")[0] else text
    return text


def noun_of(text: str) -> str:
    """The noun phrase that ends a clause, without the adverbs and verbs before it and the copulas behind it."""
    text = re.sub(r"^[①-⑳]|\d[\d.]*、?$", "", text)
    text = TRAILING.sub("", re.sub(r"(?<=.{4})在[^，]{2,}中(?:[^，]{0,4})$", "", text))
    text = re.sub(r"^.*?(?:20\d\d年的?|年底|月底|以来|期间|方面)，?(?=.{2,})", "", text)
    text = re.sub(r"^.*?[，：]", "", text) if re.search(r"[，：].{2,}", text) else text
    for _ in range(6):
        before = text
        text = STRIP_ADVERB.sub("", text)
        shorter = STRIP_VERB.sub("", text)
        if len(text) > 2 and len(shorter) >= 2:
            text = shorter
        if text == before:
            break
    parts = re.split(r"等(?=[^级待候奖额级]{2,})", text)
    if len(parts) > 1 and len(parts[-1]) >= 2:
        text = parts[-1]
    text = re.sub(
        r"^(?:的|地(?!方|区|铁|下|表|质|面|块|产|热|标)|得|了|等|个(?!体|人|税)|和(?!美)|及|与)+(?=.{2,})", "", text
    )
    return "" if ONLY_WORDS.match(text) and text not in GENERIC and len(text) < 3 else text


def _verb_before(left: str, noun: str) -> str:
    """The last verb that was stripped before ``noun``: 储备项目, 落地项目."""
    head = TRAILING.sub("", left)
    head = head[: len(head) - len(noun)] if noun and head.endswith(noun) else head
    if noun and not left.rstrip().endswith(noun) and noun not in left:
        return ""
    verb = ""
    while head:
        adverb = STRIP_ADVERB.match(head)
        found = STRIP_VERB.match(head)
        if found and found.end():
            verb, head = found["verb"], head[found.end() :]
        elif adverb and adverb.end():
            head = head[adverb.end() :]
        else:
            return ""
    return "" if verb in ("推进", "推动", "完成", "实施", "做好", "抓好", "投资", "投入", "建设", "支持") else verb


def behind_of(right: str) -> str:
    """The noun right behind the quantity, or nothing when the sentence goes on with a verb or a stop."""
    right = re.sub(r"^（[^）]{1,6}）", "", right.removeprefix("的"))
    if _RIGHT_VERB.match(right):
        return ""
    end = _RIGHT_END.search(right, 1)
    noun = right[: end.start()] if end else right
    if noun.count("“") > noun.count("”"):
        close = right.find("”", len(noun))
        noun = right[: close + 1] if 0 <= close < len(noun) + 20 else noun.split("“")[0]
    noun = re.sub(r"(?:等|和|及|的|与|、|为)+$", "", noun)
    return noun if len(noun) >= 2 else ""


def finish(text: str) -> str:
    """Balanced marks, no dangling punctuation, no slogan in quotation marks before a long noun, at most 40 characters."""
    text = text.strip("，。；：、 —-")
    for opening, closing in ("“”", "（）", "《》"):
        if text.count(opening) > text.count(closing):
            text = (
                text.replace(opening, "", 1)
                if text.startswith(opening) or text.endswith(opening)
                else text.split(opening)[-1]
            )
        elif text.count(closing) > text.count(opening):
            text = text.split(closing)[-1] or text.replace(closing, "")
    shorter = re.sub(r"^“[^”]{2,8}”(?=[\u4e00-\u9fff]{5,})", "", text)
    text = shorter if len(text) > 10 else text
    return text[-40:] if len(text) > 40 else text
