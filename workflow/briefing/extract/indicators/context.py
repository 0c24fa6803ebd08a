"""The words around one quantity, and the names that its list lends it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from briefing.extract.nouns import behind_of, finish, noun_of
from briefing.extract.vocabulary import COMPARED, MEASURES, OUTCOMES, VERBS, only_words

MONEY = ("元", "美元", "欧元", "港元", "元人民币")
RATIOS = ("%", "‰", "个百分点", "倍")
SCOPE = r"(?:全国|国内|全省|全市|全区|全县|全州|全盟|全旗|世界|全球|我省|我市|国家|省内|市内|省级|市级|同类)"
WHERE = frozenset("农村 城镇 城市 城区 县城 乡村 乡镇 市区 园区 市本级 县本级 山区 牧区".split())
# A measure of something: with 的 behind the number the thing itself follows.
MEASURE_TAIL = re.compile(
    r"(?:总投资额?|计划投资|估算投资|完成投资|投资额?|总规模|规模|总长度?|全长|长度|总面积|占地面积|建筑面积|占地|(?:规划)?(?:建设)?用地|总量|装机|容量|产能|年产值?|产值|年?产量|库容)$"
)
LEVELS = re.compile(
    r"^(?:(?:国家|部|省|自治区|兵团|市|县|区|州|盟|旗|师|镇|乡|世界|国)(?:级|定|属|直)|其他|(?:[千百十]?[万千百十]亿)[级元]|五?星级|[一二三四五]星级)$"
)
LEVEL_HEAD = re.compile(
    r"^(?:[千百十]?[万千百十]亿级|(?:国家|世界|部|省|自治区|兵团|市|县|区|州|盟|旗)级|国家|省定|市定|县定)"
)
_STATISTICS = ("固定资产投资", "财政支出", "预算支出")
_RUNS = re.compile(r"[\u4e00-\u9fff]{2}(?:班列|列车)")
_NOT_DONE = re.compile(r"(?P<outcome>(?:未能?|没有)[^，。；]{2,8})")
SIZE = re.compile(r"(?<=..)(?:(?:播种|种植|投产|建筑|总)?面积|播面|数量|个数|总数|人数|户数|总量|总产|产量)$")


_HAPPENED = re.compile(r"(?:全部|均|已|稳定|成功|如期|顺利|实现)*(?P<what>[\u4e00-\u9fff]{2})(?=[，。；]|$)")
_PROMISED = re.compile(r"(?:全年|年内|今年|力争|确保|再|要)+")  # 全年确保14890人实现精准稳定脱贫
_A_PLACE = re.compile(
    r"(?:首位|前列|第[一二三四五]位?)$"
)  # 连续16年位居全国首位 names nothing that an amount could be of
# 畜牧业健康发展，实现产值27.5亿元; 市场经营主体增量提质，总量突破1000万户; 房地产开发进程加快: how it fares is no part of it.
_FARES = re.compile(
    r"(?<=[\u4e00-\u9fff]{3})(?:[\u4e00-\u9fff]{2}(?:发展|提质|增效|壮大|向好|提升|活跃|加快)|初具规模)$"
)
_BY_WHAT = re.compile(
    r"的(?:原则|要求|思路|方式|办法|步骤)$|^(?:按照|遵循|本着)"
)  # 按照“以人为本、厉行节约”的原则，投入60亿元以上
# How and when a figure got there, which tells of none: 首次突破600亿元大关, 实现翻一番.
_ONLY_LEADS = re.compile(r"(?:达到?|共|为|分别|其中|累计|已|均|有|首次|再次|实现|历史性|争取|率先|和|使|[两三四五]年)*")


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
    earlier: str = ""  # the clauses before this one, back to the quantity before
    adjacent: str = ""  # what follows the next quantity, when nothing stands between: 73条110公里农村公路

    @property
    def earlier_clause(self) -> str:
        """The last whole clause before this one."""
        return re.split(r"[，；：。]", self.earlier.rstrip("，；：。"))[-1]


def subject_of(context: Context) -> str:
    """What the sentence is about at this number: the list's noun, else that of the nearest clause that names one."""
    if context.carried:
        return context.carried
    clauses = [_FARES.sub("", clause) for clause in re.split(r"[，；：]", COMPARED.sub("", context.earlier))]
    return next(
        (
            noun
            for clause in reversed(clauses[-4:])
            if (noun := noun_of(clause.strip("、"))) and not _A_PLACE.search(noun) and not _BY_WHAT.search(clause)
        ),
        "",
    )


_OWNER = re.compile(
    r"[^，。；、]{0,12}?(?:开发区|高新区|园区|集群|基地|公司|集团)(?=[^，。；]*?(?:收入|产值|税收|利税|投资)$)"
)
_ESTATE = re.compile(r"(?:经济)?(?:开发区|高新区|园区)(?=[^，。；]{0,12}$)")


def owner_of(context: Context) -> str:
    """The estate or firm whose 营业收入 was named just before, or that the clause before is about; else nothing."""
    before = _OWNER.match(context.carried)
    if before:
        return before[0]
    found = None if context.carried else _ESTATE.search(context.earlier_clause)
    return found[0] if found else ""


def again_of(noun: str, carried: str) -> str:
    """``扣除金额`` after 研发费用加计扣除户数 is 研发费用加计扣除金额; ``投入强度`` after 研发经费投入 is 研发经费投入强度."""
    at = carried.find(noun[:2])
    said = (noun[2:] in MEASURES and SIZE.search(carried)) or carried.endswith(noun[:2])
    return carried[:at] + noun if len(noun) == 4 and at >= 2 and said else noun


def lent(left: str, context: Context) -> tuple[str, str]:
    """No noun of its own: the list's noun, with the verb that tells it apart (续建完工220个)."""
    told = OUTCOMES.match(context.right) or _NOT_DONE.match(context.right)
    if context.carried and told and not context.right.startswith("的"):
        return finish(context.carried + told["outcome"]), context.carried
    if left and only_words(left) and context.carried and not re.match(r"[A-Za-z“《]", left):
        if _ONLY_LEADS.fullmatch(left) or (context.unit in MONEY and re.fullmatch(r"(?:累计|共)完成", left)):
            return finish(context.carried), context.carried
        thing = _thing(context.carried)
        return finish(thing + re.sub(r"^(?:其中|累计|共有?|又|再|还有?|仍有?|尚有|已|现有|，|、)+", "", left)), thing
    if re.fullmatch(r"(?:约|折)合", left) and context.carried:
        return finish(context.carried), context.carried
    ran = (
        _RUNS.search(context.earlier)
        if context.unit == "列" and left.endswith("开行") and not context.carried
        else None
    )
    if ran:  # 建设中欧班列集结中心，创新运营模式，全年开行2500列
        return finish(f"{ran[0]}开行"), ran[0]
    opened = noun_of(COMPARED.sub("", context.opened)) if not left or only_words(left) else ""
    done = _done(context.right or context.adjacent) if not left or _PROMISED.fullmatch(left) else ""
    if left and only_words(left) and context.right == "、" and (shared := behind_of(context.following)):
        return finish(shared), shared  # 年内完成3800户、58万平方米棚户区改造
    again = _same_verb(left, context.earlier) if left and not context.carried else ""
    outcome = OUTCOMES.fullmatch(left[-2:]) if opened and not (context.carried or done or again) else None
    if outcome:  # 启动三年棚改攻坚计划，今年开工580万套
        opened = re.sub(r"(?:攻坚|行动)*计划$", "", re.sub(r"^[一二三四五]年", "", opened))
        return finish(opened + outcome["outcome"]), opened
    rate = re.match(r"的(增速|增幅|速度)", context.right) if context.unit in RATIOS else None
    base = (
        context.carried
        or done
        or again
        or opened
        or (left if len(left) > 1 else "")
        or behind_of(context.right)
        or (rate[1] if rate else "")
    )
    happened = _happened(context)
    base = happened if happened and (not base or "实现" in context.right) else base
    return finish(base), base


def _happened(context: Context) -> str:
    """``6.5万人实现脱贫``: what happened to persons whom nothing else names."""
    found = _HAPPENED.match(context.right) if context.unit in ("人", "名", "户") else None
    return found["what"] if found else ""


# 落实化解政府债务三年行动工作方案，每年化解1000亿元: the debts, and not the scheme for them.
_IN_A_SCHEME = re.compile(r"(?<=..)(?:[一二三四五]年)?(?:专项|攻坚|行动|工作)*(?:计划|方案)$")


def _same_verb(left: str, earlier: str) -> str:
    """``发行特别国债，专项用于…，今年先发行1万亿元``: what the same verb had for its object before."""
    verb = next((verb for verb in sorted(VERBS, key=len, reverse=True) if len(verb) > 1 and left.endswith(verb)), "")
    found = re.search(rf"{verb}(?P<what>[^，。；\d]{{3,16}})[，、；]", earlier) if verb else None
    return noun_of(_IN_A_SCHEME.sub("", found["what"])) if found else ""


def _done(right: str) -> str:
    """``1449户实现防贫监测全覆盖``: what was done to those counted, when nothing else names them."""
    stop = re.search(r"[，。；：！？]", right)
    phrase = right[: stop.start()] if stop else right
    noun = re.sub(r"^(?:全部|均|已|实现|完成|得到|纳入)+", "", phrase)
    if re.match(r"入选|获评|荣获|当选|跻身|上榜", noun) and 5 <= len(noun) <= 20:
        return noun  # 31人入选全球“高被引科学家”名单
    return noun if 3 <= len(noun) <= 14 and noun != phrase else ""


def _thing(noun: str) -> str:
    """``老旧小区开工改造`` without what is done to it."""
    if noun.endswith(_STATISTICS):
        return noun  # 固定资产投资完成343.54亿元，比上年净增50亿元: 投资 is what is measured, and nothing that was done
    for cut in range(2, len(noun) - 1):
        if only_words(noun[cut:]):
            return noun[:cut]
    return noun
