"""Things counted or measured: 培育企业3家, 3家企业, 全长7公里的道路."""

from __future__ import annotations

import re

from briefing.extract.indicators.context import (
    LEVEL_HEAD,
    LEVELS,
    MEASURE_TAIL,
    SCOPE,
    SIZE,
    WHERE,
    Context,
    lent,
    subject_of,
)
from briefing.extract.nouns import RAISERS, behind_of, finish, is_general, noun_of, told_of, verb_before
from briefing.extract.vocabulary import GENERIC, MEASURES, OUTCOMES, STRIP_ADVERB, STRIP_VERB

# A flow loses its meaning without 新增: 新增城镇就业 is not 城镇就业.
_FLOWS = re.compile(
    r"(?:就业|贷款|融资|耕地|用地|产能|装机|限额|债券|人口|绿地|减税|造林|产值|税收)(?:规模|容量|面积|人数)?$"
)
# A table that says 黄标车 where the text says 淘汰黄标车 misleads.
_TAKEN_AWAY = re.compile(r"(?:压减|压采|淘汰|关停|取缔|拆除|退出|取消|减少|削减|腾退)$")


_WORKS = frozenset("项目 工程 企业 村 镇 乡 县 人 户".split())
_TITLED = re.compile(
    r"(?:成功|全部|均|被|新)*(?:创建|获评|晋升|晋级|升格|评|认定|入选)(?:成|为)?(?P<title>[^，。；、\d]{3,20})"
)
_PERSONS = frozenset("职工 居民".split())  # who they are, what was done for them says
_EACH_DAY = re.compile(r"(?:平均)?每天(?!的)[^，。；]{0,10}$")
_MEASURED = ("平方米", "亩", "平方公里", "吨", "千瓦", "公里", "立方米", "米")
_MAKES = re.compile(r"(?:年产量?|年处理|年加工|日处理|产能|产量)(?:达到?|为|约|近|超过?)?$")
# 被总局授予登记管理权，全国仅9家: what so many were granted.
_HERD = re.compile(r"^年?(?:出栏|存栏|饲养)(?=..)|(?<=..)(?:出栏|存栏)量?$")  # 年出栏生猪26.13万头，存栏9.15万头
_GRANTED = re.compile(r"^.*?(?:授予|评为|认定为|确定为|列为)")
# 治理地质灾害隐患9处、搬迁9户、建设监测台站9处: all three are against what was named first.
_HAZARD = re.compile(r"(?:[\u4e00-\u9fff]{2}灾害|山洪|地震|火灾)(?:隐患)?")
_AGAINST_HAZARD = re.compile(r"(?:避险)?搬迁|监测|预警|避险")
_LEADS_TO_NEXT = re.compile(r"(?:合计|共计|总计)?(?:达到?|超过?|突破|增长|提高|下降|保持|约|近|为|完成)?")
_ACHIEVED = re.compile(
    r"(?<=[\u4e00-\u9fff]{3})(?:营业收入|营收|产值|销售额|纳税额|税收|(?:净|总)?资产(?:总额)?|(?:地区)?生产总值|(?:援助|帮扶|补助|补贴|奖补|到位)资金|[存贷]款余额|集体经济收入|Ⅲ类水质)(?:合计|共计|总计)?$|(?<=[\u4e00-\u9fff]{2})(?:建筑|占地)面积(?:由|从)?$"
    r"|(?<=[\u4e00-\u9fff]{2})按[^，。；]{2,6}计算[^，。；]{2,8}(?:比例|率)$"
)
# 49个国省考断面水质达标率100%, 17个重点传统制造业增加值增长8%: what the next number measures is not counted.
_NOT_COUNTED = re.compile(r"(?<=[\u4e00-\u9fff]{2})(?:(?:[ⅠⅡⅢⅣ]类)?水质|增加值|总?产值|营收|营业收入|(?:建设)?进度)$")
_ONE = frozenset("村 镇 乡 户".split())
_ONE_OF = frozenset("村 镇 乡 县 区 市 户".split())
_CAMPAIGN = re.compile(r"[\u4e00-\u9fff]{2,10}(?:战役|工程|行动|领域)(?=，?$)")
# 4所疏解高校和北大人民医院雄安院区: the second has a name of its own, and is not among the four.
_INSTITUTIONS = ("所", "家", "个")
_AND_ONE = re.compile(
    r"(?<=..)[和及与][^，。；、和]{2,10}(?:医院|大学|学院|中学|小学|学校)[^，。；、和]{2,4}(?:院区|校区|分院|分校)$"
)
_PASSES = re.compile(r"(?:串联|串起|连接|途经|贯穿)$")
_KIND = re.compile(r"[\u4e00-\u9fff]{1,7}类")
_KINDS_OF = re.compile(r"(?:[\u4e00-\u9fff]{1,7}类)?(?P<what>[\u4e00-\u9fff]{0,6}(?:项目|企业|工程|事项|任务|平台))")
_VAGUE = frozenset("行动 指标 技术 经验 改革 实事 大奖 事项 措施 任务 领域 行业 制度 机制 成果 活动".split())
# 完成某某公路19.2公里的路基改造项目, 某某村4公里的水泥路建设项目
_WORK_ON = re.compile(
    r"的(?P<work>[\u4e00-\u9fff]{1,12}(?:改造|硬化|建设|修复|维修|拓宽|整治)(?:项目|工程)?)(?=[，。；]|$)"
)
_PLACES = ("路", "线", "村", "河", "渠", "街")
# 滨湖新区建成区拓展到近19平方公里，常住人口超过36万: not those of the whole city.
_INHABITANTS = frozenset("常住人口 户籍人口 人口 居住人口".split())
_ESTATE_BEFORE = re.compile(r"[\u4e00-\u9fff]{2,6}?(?:新区|新城|开发区|高新区|街道|组团)")
_RAISED = ("问题", "意见", "线索", "案件", "任务")  # by whom they were raised tells them apart


def count_of(noun: str, left: str, context: Context) -> tuple[str, str]:
    """Things counted or measured: the noun behind the number unless the words before it name the measure."""
    behind = _behind(noun, context)
    if of := _of_what_follows(noun, behind, context):
        return finish(of[0]), of[1]
    if behind.startswith(_RAISED) and noun.endswith(RAISERS):
        raised = noun.rpartition("、")[2] + behind
        return finish(raised), raised
    if behind in (*MEASURES, "任务", "目标") and len(noun) > 2:
        behind = ""
    if behind == "受益" and (gained := _gained(context.opened)):
        return finish(gained + behind), gained
    titled = _TITLED.match(context.right.removeprefix("的")[len(behind) :]) if len(behind) > 2 else None
    if titled and behind in titled["title"]:
        return finish(titled["title"]), behind  # 4家博物馆创建国家一级博物馆
    campaign = (
        _CAMPAIGN.fullmatch(context.opened) if behind in GENERIC and not context.opened.endswith(behind) else None
    )
    if campaign:
        return finish(campaign[0] + behind), campaign[0] + behind  # 城市建设战役，236个项目完成投资270亿元
    if behind and not (context.right.startswith("的") and noun):
        taken = _TAKEN_AWAY.search(left)
        name, base = counted(behind, left, context.right or context.adjacent)
        return (finish(taken[0] + name), base) if taken else (name, base)
    if noun and context.left.startswith("其中") and noun not in MEASURES:
        noun = verb_before(left, noun) + noun if noun in GENERIC else noun
        return finish(noun), noun
    if re.fullmatch(SCOPE, noun) and (granted := _GRANTED.sub("", noun_of(context.opened))):
        return finish(granted), granted
    hazard = _HAZARD.search(context.carried) if _AGAINST_HAZARD.match(noun) else None
    if hazard:
        return finish(hazard[0] + noun), hazard[0] + noun
    if noun in MEASURES or (noun in GENERIC and not verb_before(left, noun) and not _does(left)):
        subject = _HERD.sub("", SIZE.sub("", subject_of(context)))
        among = noun == "企业" and subject.endswith("主体")  # 净增经营主体34.6万家、企业14万家
        if subject and subject != noun and not noun.startswith(subject) and not among:
            return finish(subject + noun), subject_of(context)
    if noun:
        estate = _ESTATE_BEFORE.match(context.carried) if noun in _INHABITANTS else None
        whole = estate[0] + noun if estate else _told_by_verb(noun, left)
        return finish(whole), whole
    return lent(left, context)


def _of_what_follows(noun: str, behind: str, context: Context) -> tuple[str, str] | None:
    """The name and base of a size whose 的 leads to what has it, or to what is done there: 总规模2万亩的基地, 某某公路19.2公里的路基改造项目."""
    if not context.right.startswith("的"):
        return None
    work = _WORK_ON.match(context.right) if context.unit in ("公里", "米") and noun.endswith(_PLACES) else None
    if work:
        return noun + work["work"], work["work"]
    thing = behind.removesuffix("建设") if MEASURE_TAIL.search(noun) else ""
    return (thing + noun, thing) if thing else None


def _behind(noun: str, context: Context) -> str:
    """What stands behind the number: for a bare 市级 or 村 with what follows the next number, for an area the first of a list."""
    behind = behind_of(context.right)
    if (
        not behind
        and not context.right
        and context.adjacent
        and (not noun or noun in GENERIC or noun.endswith("级") or context.left.endswith("等"))
    ):
        behind = behind_of(context.adjacent)
    if LEVELS.match(behind) and not context.adjacent and context.beyond:
        behind += LEVEL_HEAD.sub("", behind_of(context.beyond))
    if behind in _ONE and context.beyond and not (context.right.startswith("的") and MEASURE_TAIL.search(noun)):
        behind += behind_of(context.beyond)  # 31个村、2.5万户“气代煤”改造
    if context.unit in _INSTITUTIONS:
        behind = _AND_ONE.sub("", behind)
    if _PASSES.search(context.left):
        behind = behind.partition("的")[0]  # 串联58个酒庄的旅游环线
    several = 1 if _MAKES.search(context.left) else 2
    if context.unit in _MEASURED and behind.count("、") >= several:
        behind = behind.split("、")[0]  # 5万平米标准厂房、文化宫、供水管网; 年产1万吨面粉、食用油加工项目
    if _LEADS_TO_NEXT.fullmatch(context.right[len(behind) :]) and len(behind) >= 4:
        behind = _ACHIEVED.sub("", behind)  # 37个产业集群营收超4500亿元: 营收 is what the next figure measures
    return behind


def _told_by_verb(noun: str, left: str) -> str:
    """``noun`` with the verb before it where it tells nothing alone (储备项目, 分流职工), and 日均 for a flow of one day."""
    verb = verb_before(left, noun)
    flows = verb in ("新增", "净增") and _FLOWS.search(noun)
    whole = verb + noun if flows or noun in (*GENERIC, *_PERSONS) or SIZE.sub("", noun) in _WORKS else noun
    return "日均" + whole if _EACH_DAY.search(left) else whole


def _gained(clause: str) -> str:
    """``大病保险制度基本建立``, ``加大学生资助力度``: what those who 受益 gained from."""
    noun = noun_of(clause)
    noun = re.sub(r"(?:制度)?(?:基本|全面|已经?)*(?:建立|实施|落实|运行|完善)$|(?:力度|水平)$", "", noun)
    return re.split(r"的|对", noun)[-1] if 2 <= len(noun) <= 18 else ""


def full_noun(left: str, context: Context) -> str:
    """The noun before the number; a bare 市级 or 人均 takes over what the list before named."""
    if left.endswith("的") and behind_of(context.right):
        return ""  # 国家下达的90亿元以旧换新资金: the noun stands behind
    noun = noun_of(left)
    if noun == "支出" and context.carried.endswith("收入"):
        return context.carried.removesuffix("收入") + noun  # 一般公共预算收入增长2.3%、支出首次超过7000亿元
    if noun.endswith("贡献率") and context.carried and left.startswith("对"):
        return f"{context.carried}对{noun}"  # 工业增加值增长8.1%、对规模以上工业增长贡献率达72.9%
    if context.carried and context.left.startswith("其中") and noun in WHERE:
        return noun + context.carried
    beside = LEVELS.match(context.right.removeprefix("、")) if context.right.startswith("、") else None
    if beside and LEVELS.match(noun) and (shared := behind_of(context.following)):
        return noun + shared  # 市定20件、县定10件民生实事
    if context.carried and _KIND.fullmatch(noun) and (of := _KINDS_OF.fullmatch(context.carried)):
        return noun + of["what"]  # 重点项目105个，其中工业类3个、农业类21个
    if context.carried and LEVELS.match(noun):
        return noun + LEVEL_HEAD.sub("", context.carried)
    if context.carried and re.fullmatch(r"[人户亩地]均", noun):
        return noun + context.carried
    return noun


def _does(left: str) -> bool:
    text = left
    while (adverb := STRIP_ADVERB.match(text)) and adverb.end():
        text = text[adverb.end() :]
    return bool(STRIP_VERB.match(text))


def counted(noun: str, left: str, right: str) -> tuple[str, str]:
    """The noun behind a count; a bare 项目 is told apart by what happened to it or by the verb before."""
    if noun and is_general(noun):
        rest = right.removeprefix("的")[len(noun) :]
        outcome = OUTCOMES.match(rest)
        works = noun in _WORKS
        told = (outcome["outcome"] if works else "") if outcome else told_of(noun, right)
        if told:
            if noun in _ONE_OF and told.endswith("任务"):
                told = f"完成{told}"
            if noun.split("（", maxsplit=1)[0] in _ONE_OF and re.match(
                r"建立|实施|开展|铺设|建成|通过|成为|进入|完成", told
            ):
                return finish(f"{told}的{noun}"), noun
            return finish(
                told
                if (noun if len(noun) == 1 else noun.split("（", maxsplit=1)[0]) in told[-1 if len(noun) == 1 else -4 :]
                else told + noun
            ), noun
        listed = re.search(r"([^，。；：]{2,})等$", left)
        if listed and noun in _VAGUE:
            # 某某培训、某某会展等8项行动: the list tells which, its last member is enough.
            item = noun_of(re.split(r"[、和及]", listed[1])[-1])
            if 2 <= len(item) <= 12:
                return finish(f"{item}等{noun}"), noun
        of = noun_of(left.removesuffix("的")) if noun in _VAGUE and left.endswith(("的", "发展")) else ""
        if 4 <= len(of) <= 14:
            return finish(of + ("的" if len(of) > 4 else "") + noun), noun  # 支持民营经济发展的25条措施
        noun = re.sub(r"^(项目|工程)建设$", r"建设\1", noun)
        named = verb_before(left, "") + noun if noun in GENERIC else noun
        return finish(named), named
    noun = re.sub(r"(?<=率)(?:均)?(?:达到?|为|超过?)$", "", noun)
    noun = re.sub(
        r"(?<=[一-鿿]{2})(?:优良率|(?:整治|治理|处理|处置)率|达标率|合格率|(?:网上|全程|按期|按时)?[可开投办入完]..?率)$",
        "",
        noun,
    )
    return finish(_NOT_COUNTED.sub("", noun)), noun
