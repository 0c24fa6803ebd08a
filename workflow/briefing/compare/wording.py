"""How a metric words what it counts: the thing, level, qualities and verb, read from its clause and indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Metric
from briefing.periods import counted_years, years_together

# Verbs with one meaning for a count; what is not listed together is another meaning: 启动 is not 开工, 开工 is not
# 建成, 培育 is not 认定, since the stage that a word names must survive.
_STAGES: tuple[tuple[str, Sequence[str]], ...] = (
    (
        "总量",
        (
            "累计",
            "共有",
            "拥有",
            "总数",
            "保有",
            "总计",
            "现有",
            "稳定在",
            "保持在",
            "达到",
            "突破",
            "达",
            "扩展至",
            "扩展到",
            "增至",
            "增加到",
            "增加至",
            "增长到",
            "提升至",
            "提升到",
            "提高至",
            "提高到",
            "扩大到",
            "上升到",
            "下降到",
            "降至",
            "降到",
        ),
    ),
    ("续建完工", ("续建完工",)),
    ("签约", ("新签约", "签约")),
    ("安排", ("安排",)),
    ("落地", ("落地",)),
    ("投产", ("竣工投产", "建成投产", "投产达效", "投产")),
    ("投用", ("建成投用", "投入使用", "投用")),
    ("开工", ("新开工", "开工建设", "开工改造", "开工")),
    ("启动", ("启动实施", "启动建设", "启动")),
    ("储备", ("新储备", "储备")),
    ("谋划", ("谋划",)),
    ("净增", ("净增",)),  # what was added less what fell away
    ("新增", "新增 新建成 新建 新设 新开 新投放 新加装 新挂牌 建成 加装 增设 建设完成".split()),
    ("认定", ("新认定", "认定")),
    ("培育", ("新培育", "培育引进", "培育", "培植")),
    ("发展", ("新发展",)),
    ("引进", ("新引进", "引进", "引育", "招引")),
    ("完成", ("全面完成", "完成")),
    ("打造", ("打造", "创建")),
    ("改造", ("新改造", "改造提升", "整治提升", "改建", "改造")),
    ("实施", ("组织实施", "实施", "推进", "推动", "统筹推进", "稳步推进")),
    ("支持", ("支持", "扶持")),
    ("发放", ("发放", "兑现")),
    ("供应", ("供应", "供给", "出让")),
    ("办理", ("办理", "办结", "办好")),
    ("修建", ("修建", "建设")),
    ("修缮", ("修缮", "整修", "翻修")),
    ("共建", ("共建", "联建")),
    ("推广", ("推广",)),
    ("举办", ("举办", "举行", "开展")),
    ("增长", ("增长", "提高", "上升", "提升", "上涨", "涨幅", "增速", "增幅")),
    ("下降", ("下降", "减少", "压减", "降低")),
)
_LEVELS = (
    "国家级",
    "国家",
    "全国",
    "省部级",
    "省市级",
    "省市",
    "省级",
    "全省",
    "省",
    "市级",
    "全市",
    "区级",
    "县级",
    "全区",
    "全县",
)
_QUALITIES = (
    "同口径 重点培育 重点 特色 示范性 示范 优质 精品 重大 龙头 骨干 标杆 标准化 星级 智能 绿色 规模以上".split()
)
_FORMS = ("示范点", "试点", "示范区", "培育库", "储备库")
# 省市重点项目 are those of a list that the level keeps: a name of its own, which a bare 重点项目 is not.
LISTED = "重点项目"
_LISTED = re.compile(r"(?:实施|开工|新开工|谋划)?(?:实施类)?(?:国家|省|市|区|县)+级?(?:重大|重点)(?:建设)?项目")
_NOUN_ENDS = (
    "项目",
    "工程",
    "企业",
    "建设",
    "改造",
    "优化重组",
    "任务",
    "工作",
    "主体",
    "单位",
    "数量",
    "总数",
    "总量",
)
_GENERIC = frozenset(
    "项目 工程 企业 村 社区 道路 公路 学校 学位 平台 基地 园区 品牌 产品 景区 小区 人才 资金 投资 总投资 项目总投资 "
    "产值 面积 任务 政策 措施 事项 实事 建议 提案 活动 人 户 家 个 场 机构 中心 站 点 区 县 镇 乡 街道 楼宇 车位 床位 "
    "人次 贷款 资产 收入 就业 岗位 产业 行业 亿元 万元 增速 增长 比重 占比 全国 全省 全市".split()
)
_STRIP_LEFT = re.compile(
    r"^(?:力争|确保|年内|全年|预计|计划|再|将|要|尽快|争取|努力|积极|加快|继续|持续|稳步|大力|全力|全面|扎实|深入|统筹|着力)+"
)
# One statistic under the several names that reports give it; nothing that is counted differently.
_SAME = (
    (re.compile(r"(?:地区|国内)?生产总值|GDP"), "生产总值"),
    (re.compile(r"(?:地方)?一般公共预算收入"), "一般公共预算收入"),
    (re.compile(r"(?:外贸)?进出口总[额值]|外贸进出口"), "进出口总额"),
    (re.compile(r"社零总额|社会消费品零售额"), "社会消费品零售总额"),
    (re.compile(r"规上"), "规模以上"),
    (re.compile(r"[过超]亿元(?=.{0,4}项目)|亿元及?以上(?=.{0,4}项目)"), "亿元以上"),
    (re.compile(r"(?<=率)平均$"), ""),
    (re.compile(r"新增城镇就业(?:人数)?|城镇新增就业人数"), "城镇新增就业"),
    # Official short names: 基本医保, 社零, 固投, 高企.
    (re.compile(r"(?:基本)?养老保险|养老(?=参保率)"), "养老保险"),
    (re.compile(r"(?:基本)?(?:医保|医疗保险)|医疗(?=参保率)"), "医疗保险"),
    (re.compile(r"社零(?!售|总额)(?:额)?"), "社会消费品零售总额"),
    (re.compile(r"固投"), "固定资产投资"),
    (re.compile(r"高企"), "高新技术企业"),
    (re.compile(r"限上"), "限额以上"),
    (re.compile(r"宜居宜业(?=和美乡村)"), ""),
    (re.compile(r"(?<=研发)经费(?=投入强度)"), ""),
    (re.compile(r"省、市(?=级?重[点大])"), "省市"),
    (re.compile(r"带状(?=复合种植)"), ""),
    (re.compile(r"^各[类种项](?=.{3,})"), ""),
    # 研发投入强度 is that of all society unless enterprises or industries are named; 出口规模 is what 出口 comes to.
    (re.compile(r"^全社会(?=研发)"), ""),
    (re.compile(r"(?<=出口)规模"), ""),
    (re.compile(r"长护险|长期护理险"), "长期护理保险"),
    (re.compile(r"(?<=项目)(?:完成|年度|完成年度)投资"), "投资"),
)
# 信息智能产业园 is called so, and is no smart one of its kind.
_OF_A_FIELD = re.compile(r"(?:信息|人工)智能")
_QUOTES = str.maketrans("", "", "“”‘’\"'《》〈〉（）() ")
_REACHED = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:预计|预计可|力争)?(?:完成|实现)$")
_FLOWS = re.compile(r"新增|净增|搬迁|改造|建设|减少|投资|支出")
# 省定20项民生工程和市定20项民生事项全部完成: what is told of all of a clause is told of each of its counts.
_OF_ALL = re.compile(r"(?:全部|全面|均已|均|加快|陆续|相继|顺利)(?P<verb>[\u4e00-\u9fff]{2,4})$")
_INVESTED = re.compile(r"完成(?:年度)?投资")
_DONE_WITH = re.compile(r"(?P<verb>完成)(?P<ending>优化重组)")
_FINISHED = re.compile(r"完成(?=\d)")
_INVESTED_HERE = re.compile(r"完成(?:年度)?投资$")
_SHARING = 4  # clauses that may share one verb
_ANNOUNCED = re.compile(r"(?:全力|大力|扎实|有序|持续|积极)*(?P<word>加快|抓好|做好|抓紧)")
_COUNTED = re.compile(r"(?P<named>[^\d]{2,40})\d[^，。；]*")
_BREAKS = "。；：！？，、\n"
# Counting words say little about what is counted; measured units do and must be the same.
_MEASURED = re.compile(r"亩|公里|千米|米|吨|元|千瓦|瓦|度|方|公顷|天|小时|斤|克|升|辆|%|‰|百分点|倍|位|人|名|M?W|GW|标")


@dataclass(frozen=True)
class Wording:
    """``core``: the thing itself without level, quality and verb; empty when what is left names nothing in particular.

    ``stage``: the meaning of the verb, ``verb`` as written; ``levels``, ``qualities`` and ``form`` as written;
    ``years``: over how many years it is summed up, 0 for a state, of which no years are a part.
    """

    core: str
    stage: str
    verb: str
    levels: tuple[str, ...]
    qualities: tuple[str, ...]
    form: str
    years: int = 0


def wording_of(metric: Metric, cleaned: str) -> Wording:
    """Read the wording of ``metric`` from its indicator and from the clause it stands in."""
    left, right = clause_of(metric, cleaned)
    name = _one_name(metric.indicator.translate(_QUOTES))
    whole = clause_of(metric, cleaned, "。；：！？，\n")[0]
    if _MEASURED.search(metric.unit):
        # 收入完成2亿元, 收入达到2亿元 and 收入2亿元 tell one state.
        left, whole = _REACHED.sub("", left), _REACHED.sub("", whole)
    invested = _INVESTED_HERE.search(left)
    stage, verb = ("投资", invested[0]) if invested else _verb_of(left, right, name)
    if not stage:
        # In a list the verb stands before the first item: 培育智慧文旅、智慧医疗等特色楼宇2座.
        stage, verb = _verb_of(whole, right, name)
    elif not left and name.endswith(verb) and _FINISHED.match(whole):
        # 完成13.6万平方米某房屋改造、31.1万平方米旧住房改造: of both it is told that they are finished.
        stage, verb = _verb_of("完成", verb, "")
    if not stage and left and unit_meaning(metric.unit) == "个":
        stage, verb = _verb_before(metric, cleaned)
    if not stage:
        stage, verb = _verb_at_the_end(metric, cleaned)
    if not stage and metric.kind == "level":
        stage, verb = _verb_of_all(metric, cleaned)
    # Level and quality may stand in the clause although the short indicator leaves them out.
    own = _one_name(_own_phrase(left, right).translate(_QUOTES))
    levels = tuple(one for one in _found(_LEVELS, own + "◆" + name) if not one.startswith("全"))
    if "省、市" in metric.indicator:
        levels = tuple("省、市" if one == "省市" else one for one in levels)  # as the report writes it
    if not levels and "全国重点" in own:
        levels = ("全国",)  # 全国重点实验室 are named by the state; 全国首个 says where
    form = next((one for one in _FORMS if one in name or f"◆{right}".translate(_QUOTES).find(one) >= 0), "")
    # 示范 within 示范点 is told by the form already.
    qualities = tuple(one for one in _found(_QUALITIES, _OF_A_FIELD.sub("◆", f"{own}◆{name}")) if one not in form)
    years = _years(metric, cleaned) if metric.years > 1 or _sums_up(metric, stage) else 0
    core = core_of(name) or (LISTED if _LISTED.fullmatch(name) else "")
    return Wording(core, stage, verb, levels, qualities, form, years)


def _sums_up(metric: Metric, stage: str) -> bool:
    """Whether the count grows with the time it is taken over: 新增 and 建成 do, 拥有 and 参保率 do not."""
    if metric.kind in ("increase", "decrease"):
        return True
    return metric.kind == "level" and (stage not in ("", "总量") or bool(_FLOWS.search(metric.indicator)))


def _years(metric: Metric, cleaned: str) -> int:
    said = years_together(clause_of(metric, cleaned, "。；！？\n")[0])
    if said:
        return counted_years(said["years"])
    return metric.years


def clause_of(metric: Metric, cleaned: str, marks: str = _BREAKS) -> tuple[str, str]:
    """What stands before and after the quantity between the nearest of ``marks``."""
    start, end = metric.start, metric.end
    while start > 0 and cleaned[start - 1] not in marks:
        start -= 1
    while end < len(cleaned) and cleaned[end] not in marks:
        end += 1
    return cleaned[start : metric.start], cleaned[metric.end : end]


def _verb_before(metric: Metric, cleaned: str) -> tuple[str, str]:
    """``拥有某企业7家，某企业9家``: clauses that name and count things, with no verb of their own, share that of the clause before."""
    sentence = clause_of(metric, cleaned, "。；：！？\n")[0]
    for clause in reversed(sentence.split("，")[:-1][-_SHARING:]):
        counted = _COUNTED.fullmatch(clause)
        if counted is None:
            return "", ""
        stage, verb = _verb_of(counted["named"], "", "")
        if stage:
            # 打造9个产业集群，某事项7项: a verb right before its number counts what follows there, and nothing here.
            return ("", "") if counted["named"].endswith(verb) else (stage, verb)
    return "", ""


def _verb_at_the_end(metric: Metric, cleaned: str) -> tuple[str, str]:
    """``加快某厂等4个省重大项目，某园等11个重点项目建设``: the verb that only 加快 announces stands behind the whole list."""
    left, right = clause_of(metric, cleaned, "。；：！？\n")
    announced = _ANNOUNCED.match(left.rsplit("，", 1)[-1])
    ended = re.match(r"[^，]*(?:，[^，]*\d[^，]*)*?(?P<verb>建设|改造)(?=，|$)", right) if announced else None
    if announced is None or ended is None:
        return "", ""
    stage = next(stage for stage, verbs in _STAGES if ended["verb"] in verbs)
    return stage, f"{announced['word']}…{ended['verb']}"


def _verb_of_all(metric: Metric, cleaned: str) -> tuple[str, str]:
    """``省定20项民生工程和市定20项民生事项全部完成``: the verb stands behind all that the clause counts."""
    told = _OF_ALL.search(clause_of(metric, cleaned, "。；：！？，\n")[1])
    stage = next((stage for stage, verbs in _STAGES if told and told["verb"] in verbs), "")
    return (stage, told["verb"]) if told and stage else ("", "")


def unit_meaning(unit: str) -> str:
    """Units with the same meaning give the same word: 家, 户, 个, 栋, 座 all count; 亩, 元 and % measure."""
    if unit in ("人", "名"):
        return "人"
    if unit in ("公里", "千米"):
        return "公里"
    return unit if is_measured(unit) else "个"


def is_measured(unit: str) -> bool:
    """Whether ``unit`` measures: 公里, 亩, 元 and % do, 家 and 个 count."""
    return bool(_MEASURED.search(unit))


def _own_phrase(left: str, right: str) -> str:
    """The noun phrase of this very count: 智慧文旅等特色楼宇 → what follows 等."""
    return left.rsplit("等", 1)[-1] + right


def _verb_of(left: str, right: str, name: str) -> tuple[str, str]:
    phrase = _STRIP_LEFT.sub("", left.translate(_QUOTES)).replace("建设用地", "用地").replace("下达", "")
    tail, name = right.translate(_QUOTES), name.replace("建设用地", "用地")
    if re.match(r"(?:完成|建成)", phrase) and re.search(r"建设$", tail):
        return "新增", phrase[:2] + "…建设"
    # The latest verb before the number decides: 老旧小区开工改造76个.
    best: tuple[int, int, str, str] | None = None
    for text, weight in ((phrase, 0), (name, -1000)):
        for stage, verbs in _STAGES:
            for verb in verbs:
                # 达 is a verb right before a number, and a syllable in 康达水业.
                at = text.rfind(verb) if len(verb) > 1 or text.endswith(verb) else -1
                # 力争, 再 and the like have been stripped; a verb stands at the head or right before the number.
                if at < 0 or (at > 6 and not text.endswith(verb) and weight == 0):
                    continue
                rank = (weight - at, len(verb))
                if best is None or rank > best[:2]:
                    best = (*rank, stage, verb)
    if best is None:
        # 发展 is too common inside nouns to be looked for anywhere but at the head.
        return ("发展", "发展") if phrase.startswith("发展") else _what_became_of(tail, name)
    stage, verb = best[2], best[3]
    ending = next((one for one in ("改造", "建设", "落地", "优化重组") if tail.endswith(one) and one not in verb), "")
    return (stage, f"{verb}…{ending}") if ending else (stage, verb)


def _what_became_of(tail: str, name: str) -> tuple[str, str]:
    """``5.7万平米标准车间投入使用``: the verb stands behind the thing that was counted."""
    tail = tail.removeprefix("的")
    tail = tail if tail.startswith(name) else _one_name(tail)  # the name is that of the statistic
    became = tail.removeprefix(name)
    if became != tail and (invested := _INVESTED.match(became)):
        return "投资", invested[0]
    if became == tail or re.search(r"\d", became):
        return "", ""
    found = [(len(verb), stage, verb) for stage, verbs in _STAGES for verb in verbs if became.endswith(verb)]
    if not found and (done := _DONE_WITH.fullmatch(became)):
        return "完成", f"{done['verb']}…{done['ending']}"
    return max(found)[1:] if found else ("", "")


def core_of(name: str) -> str:
    """The thing that ``name`` names, without level, quality and verb; empty when what is left names nothing in particular."""
    text = _STRIP_LEFT.sub("", name)
    for form in _FORMS:
        text = text.replace(form, "")
    for word in (*_LEVELS, *_QUALITIES):
        text = text.replace(word, "") if len(word) > 1 else text.removeprefix(word)
    changed = True
    while changed:
        changed = False
        for _, verbs in _STAGES:
            for verb in verbs:
                if text.startswith(verb) and len(text) > len(verb):
                    text, changed = text[len(verb) :], True
                if text.endswith(verb) and len(text) > len(verb):
                    text, changed = text[: -len(verb)], True
        for end in _NOUN_ENDS:
            if text.endswith(end) and len(text) - len(end) >= 2:
                text, changed = text[: -len(end)], True
    return "" if text in _GENERIC or len(text) < 2 else text


def _one_name(text: str) -> str:
    for pattern, name in _SAME:
        text = pattern.sub(name, text)
    return text


def _found(words: Sequence[str], text: str) -> list[str]:
    """The words that occur, longest first, none inside one that was found before."""
    found: list[str] = []
    for word in sorted(words, key=len, reverse=True):
        if word in text and not any(word in longer for longer in found):
            found.append(word)
    return sorted(found)
