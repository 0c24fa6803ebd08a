"""Numbers dealt out: ``A、B分别增长9.8%和12%`` gives each number of a list the noun that belongs to it."""

from __future__ import annotations

import re
from itertools import pairwise

from briefing.extract.nouns import noun_of
from briefing.extract.numerals import chinese_value
from briefing.extract.quantities import MINUS, Quantity
from briefing.extract.vocabulary import COMPARED, GENERIC, MEASURES, TO, only_words

AROUND = 120  # characters on either side of a number that may name it
_SIDE_BY_SIDE = re.compile(r"(?:[、和及与，]|以及)?(?:全国|全省|全市|全区|全县|世界|全球|中部|西部)?")
_VERB_OF_GROUP = (
    r"增长|(?<!同)比增|(?<!同)比降|下降|提高|提升|达到?|为|完成|实现|超过?|是|减少|增加|新增|新认定|新建|新培育|累计|压减|削减|上升|回落|到|至|同比|排名|位居|位列|名列|升至|跃居|上升到|排|居|列|全国|全省|全市|全区|全县|世界|全球|"
    r"下调|上浮|稳定在|保持在|控制在|(?:从|由)(?:(?:19|20)\d\d年)?的?|完成(?:年度?|全年)?计划的|占[^，。；\d]{2,12}的|发放贷款|突破|降低|高于|低于|快于|高出|上涨|上调|调增|约"
)
_GROUP = re.compile(
    rf"(?P<named>[^，。；：]*?)(?:累计|同比|实际|均|每人每月|每月|每年|月均|年均|[年月]?人均)*分别(?P<verbs>(?:{_VERB_OF_GROUP})*)$"
)
# 城乡居民收入增长5.3%、8.1%: the two are dealt out without 分别.
_BOTH = re.compile(
    r"(?P<named>[^，。；：]*?(?:城乡|存贷款|城镇[^，。；：]{0,6}农村)[^，。；：]*?)(?:预计|同比|年均|平均|实际)*(?P<verbs>增长|提高(?:到|至)?|达到?|完成|突破|超过?|为|(?:从|由)(?:(?:19|20)\d\d年)?的?|(?<=收入))$"
)
# 城镇化率分别高于全国、全区16.6、15.5个百分点: so much above the one and the other.
_ABOVE_EACH = re.compile(
    r"(?P<named>[^，。；：、]{2,}?)分别(?P<above>高于|低于|快于|高出|领先)(?P<places>[\u4e00-\u9fff]{2,8}(?:[、和][\u4e00-\u9fff]{2,8})+)$"
)
_CHANGES = r"增长|(?<!同)比增|(?<!同)比降|下降|提高|提升|减少|增加|上升|上涨|上调|下调|调增|回落|压减|削减|降低"
_HOW = re.compile("年均|实际")
_OVER_YEARS = frozenset("增长 下降 增加 减少".split())
# 新增总部机构、研发中心80家、16家; 播种面积和产量保持在1000万亩、400万吨
_SIDE = re.compile(
    rf"(?P<named>[^，。；：]{{3,}}[、和][^，。；：]{{2,}}?)(?P<verbs>(?:{_CHANGES}|达到?|保持在|稳定在|完成|实现)?)$"
)
_TOGETHER = {
    "城乡": ("城镇", "农村"),
    "收支": ("收入", "支出"),
    "存贷款": ("存款", "贷款"),
    "内外资": ("内资", "外资"),
    "一二三产业": ("第一产业", "第二产业", "第三产业"),
    "三次产业": ("第一产业", "第二产业", "第三产业"),
    "二三产业": ("第二产业", "第三产业"),
    "一二三产": ("一产", "二产", "三产"),
}
_JOINS = re.compile(r"[、和与]|及(?!率)")
# 提高到每人每月320元和300元: for whom and how often is told of each.
_EACH_TIME = re.compile(r"(?<=[到至为])(?:每人)?每[年月天日]$")
_SPAN = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?<![近第])[三五]年$")
# What the last noun of a list measures, and the nouns before it too: 城镇、农村居民人均可支配收入.
_HEAD = re.compile(
    r"(?:居民|群众)?(?:人均可支配收入|可支配收入|(?:主营业务|营业)收入|收入|排放量|(?:孤儿[\u4e00-\u9fff]{2,5})?(?:人均)?月?标准|日?[供处][理水电]能力|(?:最低生活)保障标准|出口|进口|进出口|面积|产量|产值|增加值|总量|指数|数量|吞吐量|零售额|销售额|成交额|进出口|参保率|覆盖率|普及率|满意率|满意度|优良率|达标率|合格率|立案数|发案数|起数|人数|警情|投资|管网)$"
)
_TRADE_WITH = re.compile(r"对[^，。；]{2,40}?(?<![进出])(?P<trade>进出口|出口|进口)(?:总?额|总?值)?$")
_OF_SO_MANY = re.compile(r"每[百千万十]+(?:名|常住)?(?:人口|人|户)(?:拥有)?")
_OLD = re.compile(r"[\u4e00-\u9fff]{0,4}老旧")  # 改造老旧供热、燃气、排水管网800公里、600公里、300公里: all are old
_OF_DEATHS = re.compile(r"死亡(?:人数|率)$")  # 孕产妇、婴儿死亡率
_GROUPS_NAMED = re.compile(r"(?P<named>[^，。；]{4,24}?)(?P<many>[两三四五六])(?:个|大|家)[^，。；\d]{2,}")
_SECTORS = re.compile(r"(?<![第、])(?:一、)?二、三(?:次)?产业")  # 一、二、三产业增加值分别增长4.2%、5%、5.4%
_INSURED = re.compile(r"(?:城乡)?居民(?=.*(?:保险|医保))")  # 职工和居民大病保险起付标准
_SECTOR = re.compile(r"第[一二三]")
_PART_OF = re.compile(r"(占[^，。；\d]{2,12})的$")
_WHOLE = re.compile(r"(?:游客|旅游者|收入|面积|产量|产值|增加值|值|额|量|率|数|度|投资|次|指数|企业|人|[外内]资)$")
# 入境游客数量和花费: the second measures what the first does.
_MEASURED = re.compile(r"(?<=..)(?:数量|人数|人次|收入|产量|产值|(?:播种|种植)?面积|金额|总量)$")
_RATE_ALONE = re.compile(r"(?:满意|办结|办复|参保|完成|合格|达标|覆盖|优良|整改|处理|处置|利用|收集)率")
_SPEEDS = ("增速", "增幅", "降幅")
_MEASURED_ALONE = frozenset("数量 人数 人次 收入 支出 花费 总花费 产量 产值 面积 金额 总量 增速 消费".split())


def runs_of(text: str, quantities: list[Quantity]) -> list[tuple[int, int]]:
    """For each quantity the first of the list it stands in (numbers with nothing but a mark between) and the list's length."""
    firsts: list[int] = []
    for k in range(len(quantities)):
        gap = text[quantities[k - 1].end : min(quantities[k].start, quantities[k - 1].end + 8)] if k else "。"
        near = k > 0 and quantities[k].start - quantities[k - 1].end < 8 and bool(gap)
        # 分别达到69家、107家，1324人晋升职称: what is counted otherwise behind ， is of another list.
        other = gap == "，" and quantities[k].unit != quantities[k - 1].unit
        joined = near and not other and bool(_SIDE_BY_SIDE.fullmatch(gap))
        firsts.append(firsts[-1] if joined else k)
    sizes: dict[int, int] = {}
    for first in firsts:
        sizes[first] = sizes.get(first, 0) + 1
    return [(first, sizes[first]) for first in firsts]


def head_of(text: str, quantities: list[Quantity], first: int) -> str:
    """The words before a list of numbers."""
    begin = quantities[first - 1].end if first else 0
    return text[max(begin, quantities[first].start - AROUND) : quantities[first].start]


def deals_again(text: str, quantities: list[Quantity], first: int) -> bool:
    head = head_of(text, quantities, first)
    return "分别" in head or bool(
        re.match(
            rf"，(?:累计|共|已)|，(?:分别)?达到?$|[，、](?:同比|年均|平均|实际|较上年|比上年|均)*(?:{_CHANGES})$|，是[^，]{{2,8}}的$|，?{TO}(?:20\d\d年的?)?$",
            head,
        )
    )


def growth_word(text: str, quantities: list[Quantity], first: int) -> str:
    head = COMPARED.sub("", head_of(text, quantities, first))
    match = _GROUP.search(head)
    word = (
        re.search(rf"{_CHANGES}|(?:高于|低于|快于|高出)[^，]*", match["verbs"])
        if match
        else re.search(rf"(?:{_CHANGES})$", head)
    )
    if match and match["verbs"].endswith("计划的"):
        return match["verbs"].removeprefix("完成").removesuffix("的") + "完成率"  # 分别完成年计划的118.2%、248.57%
    if match and (part := _PART_OF.search(match["verbs"])):
        return f"{part[1]}比重"  # 销售收入、利税分别占规模以上工业的43.6%和42.3%
    if not word or (match and re.search(r"(?:到|至|为)$", match["verbs"])):
        return "同比" if text[quantities[first].start] in MINUS and "同比" in head else ""
    # 分别达357.5亿美元、117.5亿美元，年均增长20.6%和13.4%
    if not match and head.endswith(f"年均{word[0]}") and word[0] in _OVER_YEARS:
        return "年均" + word[0]
    # 年均分别增长4.4%、10%: without 年均 each reads as last year's; 实际分别增长9.5%和9.3%.
    how = _HOW.search(head, match.end("named")) if match and word[0] in _OVER_YEARS else None
    return how[0] + word[0] if how else word[0].replace("比增", "增长").replace("比降", "下降")


def grows(text: str, quantities: list[Quantity], first: int) -> bool:
    return bool(
        re.search(rf"(?:分别(?:比[^，]{{1,8}})?|，)(?:{_CHANGES})$", COMPARED.sub("", head_of(text, quantities, first)))
    )


def nouns_of_group(
    text: str, quantities: list[Quantity], first: int, size: int, carried: str, levels: list[str], recent: list[str]
) -> list[str]:
    """``A、B分别增长9.8%和12%``: the n-th number belongs to the n-th noun."""
    head = _EACH_TIME.sub("", COMPARED.sub("", head_of(text, quantities, first)))
    if (above := _ABOVE_EACH.search(head)) and len(places := re.split(r"[、和]", above["places"])) == size:
        return [f"{noun_of(above['named']) or above['named']}{above['above']}{place}" for place in places]
    match = _GROUP.search(head) or (_BOTH.search(head) if size == 2 else None) or _SIDE.search(head)
    if not match or (match.re is _SIDE and not _side_by_side(text, quantities[first : first + size], match["named"])):
        return []
    said = match["named"].lstrip("，、")
    said = _SPAN.sub("", re.sub(r"^(?:其中|预计|全年|累计|，)+", "", said))
    said = _SECTORS.sub(lambda found: found[0].replace("、", "").replace("次", ""), said)
    if not said or only_words(said):
        if recent:
            return recent
        if listed := _dealt_before(text, quantities, first, "", size, ""):
            return listed
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
            (_dealt_before(text, quantities, first, carried, size, name) or recent)
            if name in MEASURES or _RATE_ALONE.fullmatch(name)
            else []
        )
        return [one + name for one in whose] or [name] * size
    if len(nouns) != size:
        return []
    if abroad := _TRADE_WITH.match(said):
        # 对共建国家、非洲、欧洲出口分别增长: without 对 Africa sells.
        return [f"对{noun.removeprefix('对').removesuffix(abroad['trade'])}{abroad['trade']}" for noun in nouns]
    dealt = [_completed(_own(noun), nouns, place) for place, noun in enumerate(nouns)]
    if _OLD.match(dealt[0]) and dealt[-1].endswith("管网"):
        dealt = [one if "老旧" in one else f"老旧{one}" for one in dealt]
    of_each = _OF_SO_MANY.match(dealt[0])  # 每千人托位、养老床位数分别达到4.7个、27.3张
    return [one if not of_each or one.startswith("每") else of_each[0] + one for one in dealt]


def _side_by_side(text: str, run: list[Quantity], named: str) -> bool:
    """As many nouns as numbers, with no 等 and no new clause between: 、 when all have one unit, 和 when each has its own."""
    gaps = {text[one.end : other.start] for one, other in pairwise(run)}
    units = len({one.unit for one in run})
    # 养老保险和基本医疗保险参保率保持在90%和98%以上
    rates = units == 1 and gaps == {"和"} and named.count("和") == 1 and "、" not in named and named.endswith("率")
    alike = rates or (units == 1 and "、" in named)
    return (
        len(_JOINS.split(named)) == len(run)
        and gaps <= {"、", "和", "及"}
        and (alike or units == len(run))
        and "等" not in named
    )


def _dealt_before(text: str, quantities: list[Quantity], first: int, carried: str, size: int, name: str) -> list[str]:
    """``清理节庆、论坛、展会，数量分别压减75%、95%、73%``: those of the clause before, when they are as many as the numbers."""
    clause = head_of(text, quantities, first).rpartition("，")[0].rpartition("，")[2]
    groups = _GROUPS_NAMED.match(clause)
    if groups and chinese_value(groups["many"]) == size == len(parts := _JOINS.split(groups["named"])):
        return parts  # 橡胶、涂装两个产业集群转型，产值分别突破70亿元和50亿元
    clause = re.sub(r"(?:再次|继续|逐年|稳步|持续|同步)(?:提高|上调|增长)$", "", clause)
    clause = re.sub(r"(?:全部|均|已)(?:办结|办复|完成|落实|建成|投用).*$|从无到有$", "", clause)
    for words in (noun_of(clause), carried.partition("全部")[0]):
        # 生活垃圾、城市污水处理能力提高，处理率分别达到85%、80%: the rate says 处理 itself
        listed = re.sub(f"{name[:-1]}(?:能力|水平|力度|工作)?$", "", words) if name.endswith("率") else words
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
    if last.endswith(_SPEEDS) and not noun.endswith(_SPEEDS):
        return noun + last[-2:]
    if noun.endswith("职工") and (insured := _INSURED.match(last)):
        return noun + last[insured.end() :]
    if noun.endswith(("型", "类", "级")) and noun[-1] in last:
        return noun + last[last.index(noun[-1]) + 1 :]
    if last.endswith("产业") and re.fullmatch(r"[\u4e00-\u9fff]{2,4}(?<!业)", noun):
        return noun + "产业"  # 汽车、电子信息产业分别增长40%、15%
    if _SECTOR.fullmatch(noun) and (sector := _SECTOR.match(last)) and last.startswith("产业", sector.end()):
        return noun + last[sector.end() :]  # 第一、第三产业增加值
    if noun.endswith(("存", "贷")) and last[1:2] == "款":
        return noun + last[1:]
    if _WHOLE.search(noun):
        return noun
    if _OF_DEATHS.search(last):
        return noun + _OF_DEATHS.search(last)[0]  # type: ignore[index]
    if (
        len(noun) <= 3
        and not (_HEAD.search(last) and len(nouns) > 2)
        and not re.search(r"(?:零售|销售|成交|交易)额$|(?:增加|产)值$|进?出口$|排放量$", last)
        and len(last) > len(noun) + 1
        and re.search(r"(?:[率数额量值度]|警情|收入|面积|投资|案件)$", last)
    ):
        return noun + last[len(noun) :]
    shared = _HEAD.search(last)
    if (
        not shared
        or (shared[0].endswith("标准") and len(noun) > 4 and not shared[0].startswith("孤儿"))
        or noun.endswith(shared[0])
    ):
        return noun
    return noun + (shared[0].removeprefix("居民") if noun.endswith("居民") else shared[0])
