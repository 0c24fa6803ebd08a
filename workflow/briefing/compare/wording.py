"""How a metric words what it counts: the thing, level, qualities and verb, read from its clause and indicator."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.compare.vocabulary import FORMS, GENERIC, LEVELS, NOUN_ENDS, QUALITIES, SAME, STAGES, STRIP_LEFT
from briefing.model import Metric
from briefing.periods import counted_years, years_together

# 省市重点项目 are those of a list that the level keeps: a name of its own, which a bare 重点项目 is not.
LISTED = "重点项目"
_LISTED = re.compile(r"(?:实施|开工|新开工|谋划)?(?:实施类)?(?:国家|省|市|区|县)+级?(?:重大|重点)(?:建设)?项目")
_OF_ANY_PROJECTS = frozenset(("项目投资", "项目总投资"))
_DEED = re.compile(
    r"^(?:年内|再|将|要|力争|确保)*(?:增加|新增|新建|建成|完成|建设|培育|发展|引进|认定|新认定|打造|改造|开工|举办|开展|推进)?(?=.{2})"
)
_A_TIME = re.compile(r"\d{4}年|[今去当本全]年|年[内底末]|上年")
_YEARS_FIRST = re.compile(r"(?P<years>[三四五])年(?=全?[国省市区县州]|新增|新建|累计)")
_IN_GOOD_TIME = re.compile(r"(?:按期|按时|如期|及时|全部)[\u4e00-\u9fff]{2}$")
_OF_WHOM = re.compile(r"^(?:其中|全[国省市区县]|我[省市区县]|各类|各级)+")
_COUNTED_NOUNS = frozenset("项目 企业 主体 单位".split())
_TELLING = 3  # characters that tell a thing without the noun behind it
# 信息智能产业园 is called so, and is no smart one of its kind.
_OF_A_FIELD = re.compile(r"(?:信息|人工)智能")
_TWO_QUOTED = re.compile("^“([^“”]+)”[和及]?“([^“”]+)”$")
_QUOTES = str.maketrans("", "", "“”‘’\"'《》〈〉（）() ")
_HELD = ("稳定在", "保持在")  # 这五年，粮食播种面积稳定在7100万亩以上: so much in each
_WITH_A_FIGURE = re.compile(
    r"^（[^（）]*\d[^（）]*）"
)  # 增长1.7%（同口径增长2.5%以上）: the like basis is of the other number
_REACHED = re.compile(r"(?<=[\u4e00-\u9fff]{3})(?:预计|预计可|力争)?(?:完成|实现)$")
_FLOWS = re.compile(r"新增|净增|搬迁|改造|建设|减少|投资|支出|扩招|招生|培训")
# 省定20项民生工程和市定20项民生事项全部完成: what is told of all of a clause is told of each of its counts.
_OF_ALL = re.compile(r"(?:全部|全面|均已|均|加快|陆续|相继|顺利)(?P<verb>[\u4e00-\u9fff]{2,4})$")
_INVESTED = re.compile(r"完成(?:年度)?投资")
# A name that ends in what was done says by itself that so much of it was: 完成造林种草66.2万亩 and 造林种草103.3万亩.
_DEED_ITSELF = re.compile(r"(?:造林|种草|绿化|治沙|植树|育林)$")
_DONE_WHOLLY = re.compile(r"(?P<verb>完成(?P<deed>治理))")
# Statistics whose names begin with what is a verb elsewhere.
_NAMED_BY_VERB = re.compile(r"(?:实现)?(?P<name>新增就业|再就业)(?:人[数员])?")
_STATISTIC = "增加值"  # which increases nothing
_DONE_WITH = re.compile(r"(?P<verb>完成)(?P<ending>优化重组)")
_FINISHED = re.compile(r"完成(?=\d)")
_INVESTED_HERE = re.compile(r"完成(?:年度)?投资$|投资(?:预计|预计可|力争)?完成$")
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
    name = _in_one_order(_one_name(_TWO_QUOTED.sub(r"\1、\2", metric.indicator).translate(_QUOTES)))
    whole = clause_of(metric, cleaned, "。；：！？，\n")[0]
    invested = _INVESTED_HERE.search(left)
    if _MEASURED.search(metric.unit):
        # 收入完成2亿元, 收入达到2亿元 and 收入2亿元 tell one state.
        left, whole = _REACHED.sub("", left), _REACHED.sub("", whole)
    stage, verb = ("投资", invested[0]) if invested else _verb_of(left, right, name)
    if not stage:
        # In a list the verb stands before the first item: 培育智慧文旅、智慧医疗等特色楼宇2座.
        stage, verb = _verb_of(whole, right, name)
    elif not left and name.endswith(verb) and _FINISHED.match(whole):
        # 完成13.6万平方米某房屋改造、31.1万平方米旧住房改造: of both it is told that they are finished.
        stage, verb = _verb_of("完成", verb, "")
    if (
        not stage
        and left
        and unit_meaning(metric.unit) == "个"
        and not _has_a_verb_we_do_not_know(left, metric.indicator)
    ):
        stage, verb = _verb_before(metric, cleaned)
    if not stage:
        stage, verb = _verb_at_the_end(metric, cleaned)
    if not stage and metric.kind == "level":
        stage, verb = _verb_of_all(metric, cleaned)
    # Level and quality may stand in the clause although the short indicator leaves them out.
    own = _one_name(_own_phrase(left, right).translate(_QUOTES))
    # 国家级、省级科技型中小企业 are of both levels, though the name begins with the second.
    level_before = counted_with(metric, cleaned) if name.startswith(LEVELS) else ""
    said = "◆".join((own, name, *([level_before] if level_before in LEVELS else [])))
    levels = tuple(one for one in _found(LEVELS, said) if not one.startswith("全"))
    if "省、市" in metric.indicator:
        levels = tuple("省、市" if one == "省市" else one for one in levels)  # as the report writes it
    if not levels and "全国重点" in own:
        levels = ("全国",)  # 全国重点实验室 are named by the state; 全国首个 says where
    form = next((one for one in FORMS if one in name or f"◆{right}".translate(_QUOTES).find(one) >= 0), "")
    # 示范 within 示范点 is told by the form already.
    qualities = tuple(one for one in _found(QUALITIES, _OF_A_FIELD.sub("◆", f"{own}◆{name}")) if one not in form)
    held = verb in _HELD and metric.kind == "level"
    years = _years(metric, cleaned) if not held and (metric.years > 1 or _sums_up(metric, stage)) else 0
    core = core_of(name) or (LISTED if _LISTED.fullmatch(name) else "")
    if core in _OF_ANY_PROJECTS and not (levels or qualities):
        core = ""  # of which projects, nothing says
    if not stage and metric.unit == "元" and name.endswith("投资"):
        stage = "投资"  # 投资2383亿元 and 完成投资2400亿元
    if stage in ("", "完成") and metric.kind == "level" and (deed := _DEED_ITSELF.search(core)):
        stage = deed[0]
    return Wording(core, stage, verb, levels, qualities, form, years)


def _sums_up(metric: Metric, stage: str) -> bool:
    """Whether the count grows with the time it is taken over: 新增 and 建成 do, 拥有 and 参保率 do not."""
    if metric.kind in ("increase", "decrease"):
        return True
    return metric.kind == "level" and (stage not in ("", "总量") or bool(_FLOWS.search(metric.indicator)))


def _years(metric: Metric, cleaned: str) -> int:
    before = clause_of(metric, cleaned, "。；！？\n")[0]
    said = years_together(before) or _YEARS_FIRST.match(before)
    if not said and metric.part == "review":
        # 五年全市新增供水能力235万吨；新增主变容量2250万千伏安: a row of what was done in five years, until another time is named.
        *earlier, own = clause_of(metric, cleaned, "。！？\n")[0].split("；")
        if earlier and not _A_TIME.search("".join(earlier[1:]) + own):
            said = years_together(earlier[0]) or _YEARS_FIRST.match(earlier[0])
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


def counted_with(metric: Metric, cleaned: str) -> str:
    """What is counted together with it and is not in its name: 学前教育、 of 增加学前教育、义务教育阶段学位1.2万个."""
    left = clause_of(metric, cleaned, "。；：！？，\n")[0]
    before, named, behind = left.rpartition(metric.indicator)
    if not named or behind or not before.endswith("、"):
        return ""
    item = re.split("[、和及与]", before[:-1])[-1]
    return "" if re.search(r"\d", item) or len(item) < 2 else _DEED.sub("", item)


def whole_core(metric: Metric, cleaned: str) -> str:
    """The core of all that is counted: 创新型、专精特新中小企业, of which 专精特新中小企业 is the name."""
    also = counted_with(metric, cleaned)
    name = f"{also}、{metric.indicator}" if also else metric.indicator
    return core_of(_one_name(name.translate(_QUOTES)))


def _has_a_verb_we_do_not_know(left: str, indicator: str) -> bool:
    """``新增车道300公里，贯通断头路20条``, ``发放补贴9000户，按期交付24个项目``: what stands before the thing is its own, and no 新增."""
    before = STRIP_LEFT.sub("", left.removesuffix(indicator))
    behind = bool(_IN_GOOD_TIME.match(left)) and indicator not in left
    return (left.endswith(indicator) or behind) and len(_OF_WHOM.sub("", before)) > 1


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
    stage = next(stage for stage, verbs in STAGES if ended["verb"] in verbs)
    return stage, f"{announced['word']}…{ended['verb']}"


def _verb_of_all(metric: Metric, cleaned: str) -> tuple[str, str]:
    """``省定20项民生工程和市定20项民生事项全部完成``: the verb stands behind all that the clause counts."""
    told = _OF_ALL.search(clause_of(metric, cleaned, "。；：！？，\n")[1])
    stage = next((stage for stage, verbs in STAGES if told and told["verb"] in verbs), "")
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
    return left.rsplit("等", 1)[-1] + _WITH_A_FIGURE.sub("", right)


def _verb_of(left: str, right: str, name: str) -> tuple[str, str]:
    phrase = STRIP_LEFT.sub("", left.translate(_QUOTES)).replace("建设用地", "用地").replace("下达", "")
    phrase = phrase.replace(_STATISTIC, "产值")
    tail, name = right.translate(_QUOTES), name.replace("建设用地", "用地").replace(_STATISTIC, "产值")
    if phrase == "建":  # 再建500座便民桥
        return "修建", phrase
    if re.match(r"(?:完成|建成)", phrase) and re.search(r"建设$", tail):
        return "新增", phrase[:2] + "…建设"
    if wholly := _DONE_WHOLLY.match(phrase):
        return wholly["deed"], wholly["verb"]
    # The latest verb before the number decides: 老旧小区开工改造76个.
    best: tuple[int, int, str, str] | None = None
    for text, weight in ((phrase, 0), (name, -1000)):
        for stage, verbs in STAGES:
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
    found = [(len(verb), stage, verb) for stage, verbs in STAGES for verb in verbs if became.endswith(verb)]
    if not found and (done := _DONE_WITH.fullmatch(became)):
        return "完成", f"{done['verb']}…{done['ending']}"
    return max(found)[1:] if found else ("", "")


def core_of(name: str) -> str:
    """The thing that ``name`` names, without level, quality and verb; empty when what is left names nothing in particular."""
    if statistic := _NAMED_BY_VERB.fullmatch(name):
        return statistic["name"]
    text = STRIP_LEFT.sub("", name)
    for form in FORMS:
        text = text.replace(form, "")
    for word in (*LEVELS, *QUALITIES):
        text = text.replace(word, "") if len(word) > 1 else text.removeprefix(word)
    changed = True
    while changed:
        changed = False
        for _, verbs in STAGES:
            for verb in verbs:
                if text.startswith(verb) and not text.startswith(_STATISTIC) and len(text) > len(verb):
                    text, changed = text[len(verb) :], True
                if text.endswith(verb) and len(text) > len(verb):
                    text, changed = text[: -len(verb)], True
        for end in NOUN_ENDS:
            # 工业项目 and 工业企业 are not one 工业.
            if text.endswith(end) and len(text) - len(end) >= (_TELLING if end in _COUNTED_NOUNS else 2):
                text, changed = text[: -len(end)], True
    text = text.lstrip("、")  # 国家级、省级科技型中小企业 without its levels
    return "" if text in GENERIC or len(text) < 2 else text


def _one_name(text: str) -> str:
    for pattern, name in SAME:
        text = pattern.sub(name, text)
    return text


def _in_one_order(name: str) -> str:
    """美丽街区、精品街道 for 精品街道、美丽街区: two things of one length, which the next year names the other way round."""
    items = name.split("、")
    return "、".join(sorted(items)) if len(items) == 2 and len(items[0]) == len(items[1]) >= _TELLING else name


def _found(words: Sequence[str], text: str) -> list[str]:
    """The words that occur, longest first, none inside one that was found before."""
    found: list[str] = []
    for word in sorted(words, key=len, reverse=True):
        if word in text and not any(word in longer for longer in found):
            found.append(word)
    return sorted(found)
