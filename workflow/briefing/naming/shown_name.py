"""What a table or a card calls a figure: the indicator with as much of the report's words around it as a reader needs who does
not see the sentence: 新增科技型中小企业, since 300 of them were added; 领军企业（每个县每年）; 制造业质量竞争力指数（全省）."""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.naming.acting import ANY_VERB, LAST_VERB, ONLY_DEGREES, VERB, bare
from briefing.naming.counted import COUNTED, NUMBER, UNIT
from briefing.naming.dealt import dealt, unit_behind
from briefing.naming.leaning import leans
from briefing.naming.mended import mended
from briefing.naming.parts import part_of
from briefing.naming.remarks import remarks_on
from briefing.naming.spread import each_changes
from briefing.naming.told_before import (
    changed_from,
    clause_before,
    listed_with,
    measured_as,
    of_projects,
    scheme_of,
    share_of_those,
)
from briefing.naming.whose import whose
from briefing.periods import years_together

# Characters of a name that words of the report were put to, and of one that lists what shares a number.
LONGEST, _LONGEST_LIST = 18, 30
_STOPS, _MARKS = "，；。：！？", {"（": "）", "“": "”", "《": "》"}
# What is done to what others do: the sentence has to go on.
_FOR = frozenset("对 为 给 向 把 将".split())
# 新增30.2万农村居民落户城镇
_MADE = re.compile(r"新建|新增|建成|建好|开工建设|打造|创建|新设|增设")
_MORE = re.compile(r"新增|净增")
_LETS = re.compile(r"推动|推进|支持|保持|促进|引导|帮助|完成|实现")
# Of these alone nobody knows whose they are.
_WHOSE = re.compile(r"(?:下达)?资金|(?:总|完成)?投资|(?:实现)?产值|(?:总)?面积|金额|总量")
_WAYS_OF_BUILDING = re.compile(r"新、(?:改、)?[改扩]建")
_DEED = re.compile(r"(?:搬迁|改造|整治|治理|培训|硬化|绿化|修复)$")
_CHANGES = re.compile(r"增加|减少|提高|下降|增长|降低")
_PREDICATE = 16
_COUNTING = frozenset("家 户 个 所 座 处 条 台 套 名 栋 项 件".split())
_MONEY = "元"
# What the words behind the thing may add before its number.
_TAILS = ("新增", "净增", "覆盖", "惠及", "受益")
# 27个产业集群、50家中小企业数字化转型: what is done to all that are listed.
_DONE_TO_ALL = re.compile(
    r"^[、和及]\d[^，。；]*?(?P<done>(?:[\u4e00-\u9fff]{2}化|防渗)?(?:改造|转型|升级|治理|征迁|整治|修复))(?:任务|工程)?$"
)
# 19所高校115个学科进入世界高水平学科行列: of how many things of theirs this is told.
_OF_SEVERAL = re.compile(
    rf"{NUMBER}{UNIT}(?P<told>[^\d，、。；]{{2,6}}(?:进入|入选|获评|获批|列入|纳入|通过)[^\d，、。；]{{2,12}})$"
)
_DOES_ALL = re.compile(r"(?:完成|推动|推进|实施|实现)(?:全[省市县区域]|我[省市县区])?")
_FOR_WHOM = re.compile(r"(?:免费)?(?:为|给|向)(?:全[国省市县区]|我[省市县区])?")
_DONE_FOR = re.compile(r"提供|实施|购买|发放|办理|开展|减免|落实|配备|建[立设造]|修建|新建|改造|安装")
_BUILDS = re.compile(r"建[设造]|修建|新建|改造|安装")
_BY_MEANS = re.compile(r"利用|依托|通过|采取|结合|运用")
_A_MEASURE = re.compile(r"(?:投资|规模|面积|长度|投入|产值)$")
_LEVEL = re.compile(r"(?:国家|[省市区县乡镇])级")
_SLOGAN = re.compile(r"^“[^”]{1,14}”")
_AT_THE_END = re.compile(r"^(?:分别)?达到?(?:\d[^，。；]*[、和])*$")  # 五年来，生产总值年均增长14.1%，达4270.89亿元
_LONGEST_PART = 26


@lru_cache(maxsize=4096)
def shown_name(indicator: str, display: str, sentence: str, kind: str) -> str:
    """The name that stands beside ``display``."""
    at = place_of(sentence, display, indicator)
    if at < 0 or not indicator:
        return indicator
    start, end = _clause(sentence, at, at + len(display))
    before, after = sentence[start:at], sentence[at + len(display) : end]
    name = _told(indicator, display, sentence, kind, (at, before, after))
    name = mended(name, indicator, display, before, after, sentence[:start])
    name = whose(name, display, before, sentence[:start])
    name = each_changes(name, before)
    unit = unit_behind(display, after)
    return f"{name}（{unit}）" if unit else name


def _told(indicator: str, display: str, sentence: str, kind: str, around: tuple[int, str, str]) -> str:
    """``indicator`` with the words of its clause that a reader needs."""
    at, before, after = around
    start = at - len(before)
    own, first = _own(before)
    name = _with_words(indicator, own, after, kind) if kind != "rank" else indicator
    if part := part_of(name, indicator, kind, before, sentence[:start], display):
        return part
    if kind == "share" and (share := _share_of_those(indicator, before, sentence[:start])):
        return share
    if name == indicator and (verb := VERB.match(bare(of_projects(indicator, before, after)).removeprefix("对"))):
        name = verb[0].rstrip("和、并") + indicator
    slogan = _SLOGAN.match(name)
    if name in (indicator, f"{slogan[0]}{indicator}" if slogan else "") and kind not in ("rank", "share"):
        name = _carried(indicator, own, first, after, sentence[:start], sentence[at : at + len(display)], name)
    if name.startswith("覆盖") and before.startswith("覆盖"):
        name = _of_those(sentence[:start]) + name
    years = "" if _AT_THE_END.search(before) else _span(sentence[:at], name, kind)
    if years and VERB.match(name):
        name, years = years + name, ""  # 3年培育上市企业
    name = dealt(name, kind, before, sentence[:start])
    remarks = remarks_on(name, own, before, years, kind) or changed_from(own, after)
    scheme = (
        listed_with(name, sentence[:at])
        or measured_as(name, before, display)
        or scheme_of(name, sentence[:start], before)
    )
    if kind == "rank":
        return name + (remarks.replace("（", f"（{scheme}，", 1) if scheme else remarks)
    scheme = "" if remarks else scheme
    if scheme.startswith("比") and (changed := re.search(f"(?:{_CHANGES.pattern})$", name)):
        return name[: changed.start()] + scheme + changed[0]  # 地方专项债券比去年增加, as people say it
    return f"{name}（{scheme}）" if scheme else name + remarks


def _share_of_those(indicator: str, before: str, earlier: str) -> str:
    clause = clause_before(earlier)
    counted = COUNTED.search(clause)
    head = bare(clause[: counted.start()]) if counted else ""
    return share_of_those(indicator, before, head) if VERB.match(head) else ""


def _of_those(earlier: str) -> str:
    """``打造8个名校办学集团，覆盖公办学位52%以上``: what covers so many is counted in the clause before."""
    clause = clause_before(earlier)
    counts = list(COUNTED.finditer(clause))
    thing = clause[counts[-1].end() :] if counts else ""
    return thing if re.fullmatch(r"[\u4e00-\u9fff“”]{2,8}", thing) and not ANY_VERB.match(thing) else ""


# 居民人均可支配收入分别增长6%和7% is told of 居民人均可支配收入增长.
_AMIDST = re.compile("分别|同比|均(?=增长|下降|提高|达)")


def place_of(sentence: str, display: str, indicator: str) -> int:
    """Where ``display`` stands in ``sentence``; of several places the one in whose clause most of ``indicator`` stands, of these the
    nearest behind it; -1 for none."""
    places = [
        found.start()
        for found in re.finditer(re.escape(display), sentence)
        if not (display[:1].isdigit() and re.search(r"[\d.]$", sentence[: found.start()]))
    ]
    if len(places) < 2:
        return places[0] if places else -1

    def told(at: int) -> int:
        if sentence.startswith(indicator, at + len(display)):
            return len(indicator) + 1  # 3条断头路、卡脖路 behind 3条道路新建工程
        start, end = _clause(sentence, at, at + len(display))
        own = _own(sentence[start:at])[0]
        near = _AMIDST.sub("", own + re.split(r"[、\d]", sentence[at + len(display) : end])[0])
        return next((size for size in range(len(indicator), 0, -1) if indicator[-size:] in near), 0)

    def behind(at: int) -> int:
        named = sentence.rfind(indicator, 0, at)
        return at - named if named >= 0 else len(sentence)

    return max(places, key=lambda at: (told(at), -behind(at), -at))


def _clause(sentence: str, at: int, end: int) -> tuple[int, int]:
    """The clause around ``at`` to ``end``, between stops that stand in no bracket."""
    start, depth = at, 0
    while start > 0:
        char = sentence[start - 1]
        depth += (char in _MARKS.values()) - (char in _MARKS)
        if depth <= 0 and char in _STOPS:
            break
        start -= 1
    depth = 0
    while end < len(sentence):
        char = sentence[end]
        if depth <= 0 and char in _STOPS:
            break
        depth += (char in _MARKS) - (char in _MARKS.values())
        end += 1
    return start, end


def _own(before: str) -> tuple[str, str]:
    """What stands before a quantity since the last one of its clause, and, where both stand in one list, the clause's words up to
    the unit of the first."""
    counts = list(COUNTED.finditer(before))
    if not counts:
        return before, ""
    own = before[counts[-1].end() :]
    # 打造5个千亿级、: what was counted may itself stand behind its number.
    # 22.8公里道路的扩建和绿化、沿街163栋楼体: 、 parts things, 和 what is done to one.
    listed = re.match(r"(?P<thing>[^、，\d]{0,14})、", own) or re.match(
        r"(?P<thing>[^、，\d]{0,14}?)(?:和(?!美|平|谐)|及(?!时)|以及|与)", own
    )
    if listed and not (_MONEY in counts[-1][0] and VERB.match(listed["thing"])):
        return own[listed.end() :], before[: counts[0].end()]
    # 2.37万名干部服务, 在115个县建设: only from the verb on it belongs to the next.
    verb = ANY_VERB.search(own)
    return (own[verb.start() :] if verb else "" if not own.startswith(_STOPS) else own), ""


def _with_words(indicator: str, own: str, after: str, kind: str) -> str:
    """``indicator`` with the words before it, and behind it what is told of things that nothing was done to (全部投产)."""
    lead = bare(own)
    head, there, rest = lead.rpartition(indicator)
    behind = re.sub(r"^（[^）]{1,4}）", "", after).removeprefix("的")
    loose = rest.startswith(("和", "及", "、", "排名")) and not behind.startswith(indicator)
    if there and (not rest or rest in _TAILS or loose):
        if VERB.fullmatch(indicator) and not rest:
            thing = re.match(r"[^，；。、\d]{2,8}?(?=支持|用于|投入|重点|主要|[，；。、]|$)", after)
            return indicator + thing[0] if thing else indicator
        head = "" if kind == "share" and head.endswith("、") else _last_action(head)
        return _joined(head, indicator, rest if rest in _TAILS else "排名" if rest.startswith("排名") else "")
    plain = _SLOGAN.sub("", behind)
    behind = plain if plain.startswith(indicator) else behind
    if behind.startswith(indicator):
        lead = bare(own, ONLY_DEGREES)
        lead = _made_with_all(lead) if re.search(r"(?:[和、与]|(?<![惠普涉])及)$", own) else _last_action(lead)
        done_for = _FOR_WHOM.fullmatch(own)
        rest = behind[len(indicator) :]
        predicate = _predicate(rest) if kind == "level" else ""
        if done_for and not predicate and _BUILDS.match(rest):
            predicate = _predicate(rest.partition("、")[0])  # 为335户家庭建设安居房、…等29项为民办实事项目
        whole = own + indicator + predicate
        if done_for and _DONE_FOR.match(predicate) and len(whole) <= _LONGEST_PART:
            return whole  # 为80万重点群体提供就业帮扶
        if lead in _FOR:
            lead = ""  # 对35所学校进行改造, 为80万人提供帮扶: the number stands between
        several = _OF_SEVERAL.match(behind[len(indicator) :])
        if several and not lead:
            return f"{indicator}（{several['told']}）"
        shared = _DONE_TO_ALL.match(behind[len(indicator) :])
        if shared and not indicator.endswith(shared["done"]) and _DOES_ALL.fullmatch(lead):
            return f"{indicator}（{shared['done']}）"
        if "、" in lead and not VERB.match(lead) and predicate:
            lead = ""  # 智行者、非夕科技2家全球独角兽企业: which they are is told by their number
        told = (
            predicate
            if lead.endswith("的") or not VERB.match(lead) or _LETS.match(lead) or _MORE.fullmatch(lead)
            else ""
        )
        return _joined(lead, indicator, told)
    thing = re.match(r"(?P<thing>[^、，的和及等\d]{2,6})(?=进入|入选|获评|获批|列入|纳入|通过|达到)", behind)
    if thing and not lead and behind.startswith(indicator, thing.end()):
        return thing[0] + indicator  # 115个学科进入世界高水平学科行列
    whole = lead + behind
    at = whole.find(indicator)
    if 0 <= at < len(lead):
        return _joined(_last_action(whole[:at]), indicator, "")
    # 打造5个千亿级、12个百亿级开发区: the thing itself is named once, behind the last.
    parted = len(indicator) > 4 and behind[:2] == indicator[:2] and not _A_MEASURE.search(indicator)
    return _joined(lead, indicator, "") if parted and VERB.match(lead) else indicator


def _made_with_all(lead: str) -> str:
    """The verb that makes all of a list whose last item alone has a number: 建好 of 建好某公寓、某乐园及150个中心."""
    made = _MADE.match(lead)
    return made[0] if made and not ANY_VERB.search(lead[made.end() :]) else ""


def _last_action(lead: str) -> str:
    """重拳打击经济犯罪、挽回 → 挽回; 新建、改造提升 is one action."""
    if _WAYS_OF_BUILDING.fullmatch(lead):
        return lead
    before, _, last = lead.rpartition("、")
    other = ANY_VERB.search(before) and not VERB.fullmatch(before) and VERB.match(last)
    return last if before and (other or _CHANGES.search(before)) else lead


def _joined(lead: str, indicator: str, rest: str) -> str:
    if rest and len(lead + indicator + rest) <= LONGEST + 8 and _good(lead + indicator + rest, lead):
        return lead + indicator + rest
    name = lead + indicator
    # 落实支持科技创新和制造业发展的主要政策减税降费及退税: without the middle it is another.
    if lead.endswith("的") and len(name) <= _LONGEST_PART and _good(name, lead):
        return name
    listed = "、" in re.sub(r"（[^）]*）", "", lead) and "等" not in lead
    return (
        name
        if len(name) <= (_LONGEST_LIST if listed else LONGEST) and _good(name, lead)
        else _shortened(lead, indicator)
    )


def _good(name: str, lead: str) -> bool:
    return (
        not COUNTED.search(lead)
        and "，" not in lead
        and not leans(name)
        and all(name.count(one) == name.count(other) for one, other in _MARKS.items())
    )


def _shortened(lead: str, indicator: str) -> str:
    """Only the verb of words that are too many: 续建东二环、北三环等12条道路 → 续建道路."""
    verb = VERB.match(lead.rpartition("，")[2])
    if not verb and _BY_MEANS.match(lead):
        # 利用…场地新改建群众身边的: what is done stands behind what it is done with
        done = [one.start() for one in ANY_VERB.finditer(lead) if len(lead) - one.start() + len(indicator) <= LONGEST]
        if done and _good(name := lead[done[0] :] + indicator, lead[done[0] :]):
            return name
    told = verb[0].rstrip("和、并") if verb else ""
    if not verb and (last := LAST_VERB.search(lead)):
        told = last[0]
    return told + indicator if told and not indicator.startswith(told) else indicator


# 63项示范试点实现突破: before the number the word at the end would say that there are more than 63.
_NO_PREDICATE = re.compile(
    r"^(?:[和及与等的或、以在为由向从]|左右|予以|(?:建设)?进度$|[办满]..?率$)|(?:突破|超过?|达到?|增至|提高到|不足|[约近逾])$"
)


def _predicate(rest: str) -> str:
    # 254个“两重”建设项目有序推进、总投资2800亿元: what is told before the next quantity.
    told = re.match(r"(?P<told>[^\d，、]+)、[^\d，、]{2,8}\d[^，、]*$", rest)
    rest = told["told"] if told else rest
    plain = 2 <= len(rest) <= _PREDICATE and not re.search(r"[\d（）]", rest) and rest.count("“") == rest.count("”")
    return rest if plain and not _NO_PREDICATE.search(rest) else ""


def _carried(indicator: str, own: str, first: str, after: str, earlier: str, display: str, name: str) -> str:
    """The verb, or the thing, that a list names once: 新增高新技术企业70家、科技型中小企业300家; 国债项目383个、下达资金425.7亿元."""
    plain = _SLOGAN.sub("", own.strip("、")) if not indicator.startswith("“") else own.strip("、")
    # 培育省级临床重点专科1个、市级14个: the second names its level alone.
    alone = (
        plain == indicator
        or (bool(_LEVEL.fullmatch(plain)) and indicator.startswith(plain))
        or (not plain and after.removeprefix("的").startswith(indicator))
    )
    if not alone or re.search(r"增长|下降|率$|^总|总[数量]$|立案$|发案$", indicator):
        return name
    if own.startswith("的") and first:
        # 打通投资0.5亿元的某路、某路3条断头路
        verb = VERB.match(bare(first))
        return verb[0] + name if verb else name
    head = first or _clause_before(earlier, display)
    counted = COUNTED.search(head)
    if counted is None:
        return name
    named = bare(head[: counted.start()])
    verb = VERB.match(named)
    if verb is None and first and (head := _clause_before(earlier, display)):
        named = bare(head)
        verb = VERB.match(named)
    if _WHOSE.fullmatch(indicator):
        thing = named[verb.end() :] if verb else named
        whole = thing + indicator
        short = thing and len(whole) <= LONGEST and not re.search(r"[，；]", thing) and not leans(thing)
        return whole if first and short else name
    if verb is None or VERB.match(indicator):
        return name
    if (_MONEY in counted[0]) != (_MONEY in display) and not (_MORE.match(named) and indicator.endswith("贷款")):
        return name
    told = verb[0].rstrip("和、并")
    if _DEED.search(indicator) and _DEED.search(told):
        return name  # 改造农村危房9767户，易地扶贫搬迁2329户: the second is a deed of its own
    # 实施某工程4个: what is carried is one verb, 开工建设, and no chain of what led to it.
    last = LAST_VERB.search(told)
    return told + name if len(told) <= 5 else last[0] + name if last and len(last[0]) > 3 else name


def _clause_before(earlier: str, display: str) -> str:
    """新增专精特新企业3家，科技型中小企业38家: a clause that only names and counts shares the verb of the clause before it, where one
    measure word counts both."""
    unit = re.sub(r"[\d.,万亿千百多余几约近超过以上左右]", "", display)
    for clause in reversed(earlier.rstrip("，").split("，")[-3:]):
        counted = re.fullmatch(rf"(?P<named>[^\d]{{2,40}}){NUMBER}(?P<rest>.*)", clause)
        rest = re.sub(r"以上|左右", "", counted["rest"]) if counted else ""
        if counted is None or not unit or rest != unit or unit not in _COUNTING or clause.startswith("其中"):
            return ""
        if VERB.match(bare(counted["named"])):
            return clause
    return ""


def _span(left: str, name: str, kind: str) -> str:
    """Over how many years the quantity is reached, where its sentence says so before it: 3年."""
    years = years_together(left)
    return f"{years['years']}年" if years and years[0] not in name and kind == "level" else ""
