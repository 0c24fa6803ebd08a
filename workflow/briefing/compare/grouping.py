"""Which plan area last year's results are shown beside: our grouping (编者归类), by the words that both texts use."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence

from briefing.compare.headings import SHORTEST, area_of_heading, area_of_opening, area_of_statistic, is_statistic
from briefing.compare.pairing import compare
from briefing.compare.passages import home_of, passages, with_passage
from briefing.compare.wording import clause_of
from briefing.model import Area, Grouping, Metric, Report
from briefing.nature import scales_of

_HAN = re.compile(r"[\u4e00-\u9fffA-Za-z]+")
# Words of doing and measuring stand in every area and tell nothing about the subject.
_COMMON = frozenset(
    "建设 推进 推动 项目 企业 发展 新增 新建 完成 打造 培育 实施 加快 全面 提升 全区 全县 全市 全省 全国 达到 "
    "工作 改造 示范 重点 创建 持续 深入 开展 增长 工程 建成 实现 积极 提高 支持 服务 以上 左右 位居 成功 获评 "
    "国家级 省级 市级 社会 质量 水平 能力 管理".split()
)
# Words of money, measure and administration, and pieces of two words: what two texts share by them alone is no subject.
_WEAK = re.compile(
    "收入|支出|预算|一般公共|公共|生产总值|生产|总值|[增业]?加值|[值业]增|产值|规模以上|规模|总?投资|固定|资产|总额[和与]?|总量|数量|金额|资金|[百千万亿]+元?|居民|"
    "城镇|农村|城乡|地区|经济|产业|全年|年度|更加|高效|主体|市场|单位|行业|领域|平台|覆盖率?|满意率|价格|上涨|人员|利用|通过|制度|推行|持续|开发|开放|政策|国家|"
    "框架|财政|新一轮|第[一二三]|提供|市政(?!府|设|道)|经营|同比|下降|占比|突破|设施|认证|世界|办理|法律|监督|全部|政府|满意|队伍|群众|转移|中央|地方|通过|审批|发放|金融|纳入|市民|深化|帮助|企业|储备|释放|优质|发展|"
    "交易|应用|场景|倍增|计划|投入|便民|数字(?!经济)|参与|使用|免费|高标准|工业|服务业|指标|国际|新高|历史|人民|办公|等重|受理|完成|任务|"
    "城市|融资|贷款|补贴|机构|中心|设立|举办|专项|行动|改革|技术|专业|综合|第一|全面|落实|加强|要求|统筹|稳定|问题|治理|活动|各类|各项|实际|启动|[省市县区]级|省市|^[级会长个省的和等与]|[的和等与]$"
)
# Of any subject there are such; with what they are of, they tell it: 浦东综合改革试点.
_ANYWHERE = frozenset("经验 试点 荣誉 推广 论坛 展会 合作".split())
# What is measured in other words than its subject is spoken of: PM2.5 is of 空气治理.
_KIN = (
    (re.compile(r"PM ?(?:2\.5|10)|(?:优良|良好)天数|空气|重污染"), re.compile(r"空气|大气|蓝天")),
    (re.compile(r"造林|森林|林网|绿化"), re.compile(r"绿化|造林|森林|植树")),
    (re.compile(r"案件|警情|立案|犯罪"), re.compile(r"治安|平安|犯罪")),
    (re.compile(r"黑臭水体|断面|水质|补水"), re.compile(r"治污|水质|污水|碧水|水环境|水源治理")),
)
# Answers to deputies and rules that the government made are of its own work, which no area of the plan is about.
_OWN_WORK = re.compile(
    r"人大(?:代表)?建议|政协(?:委员)?提案|建议、?提案|议案|行政法规|法律议案|地方性法规|政府规章|规章$"
)
# Prices are of the whole economy: that an area speaks of 消费 or of 价格政策 makes them none of its results.
_OF_ALL = re.compile(r"^(?:全省|全市|全国)?(?:居民消费(?:价格|物价)|CPI|物价)")
# 清理规范节庆、论坛、展会 is of how the government works, though an area of opening-up has forums and fairs.
_LESS_FORM = re.compile(r"形式主义|精文减会|文山会海|过紧日子")
_LONG = 3  # characters of a noun that two texts do not share by chance
_FORM = re.compile(r"[“”]|(?:数量?|总数|面积|金额|标准|建设|改造|工程|项目|任务|企业|增长|下降|提高)+$")
# Words that titles and headings are made with, which tell no subject.
_NO_TITLE = re.compile(
    r"改善|优化|保障|增强|加强|统筹|坚持|着力|聚力|深入|基础|活力|动力|新?动能|环境|国际|中心|成果|体系|持续|有效|扎实|治理|重点领域|领域|"
    r"高质量|高水平|稳定|优势|重大|协调|巩固|突破|攻坚|成效|步伐|加速|局面|更加|切实|扩大|构建|现代化|条件|增进|社会"
)
_INVITED = re.compile(
    r"招商引资|招引|签约[^，。；]{0,30}项目|项目[^，。；]{0,6}签约"
)  # what is done to bring projects here
_INVITING = re.compile(r"招商|招引|招大引强")
_LEAST = 2.0  # below this the shared words are chance
_LEAD = 1.3  # the best area must win by this factor


def group(cleaned: str, report: Report, metrics: Sequence[Metric]) -> tuple[Grouping, ...]:
    """Review metric → plan area with the words that decided, in text order; what fits no area clearly is left out.

    Three rules, the first that decides holds. A result that bears the name of a target (comparable or look-alike) stands
    with that target. A result whose indicator and clause share telling phrases with one area more than with any other
    stands with that area. A result follows its review section when the section as a whole shares most with one area.
    Where none of them decides, it follows the heading right over it, or what it measures, to the one area whose title is on that
    subject (see ``headings``); words of three characters and less yield to these. A whole goes where its 其中 goes.
    The second and the third hold only where specific nouns bear it out (see ``_bears_out``): what only 收入, 项目 or 平台 bring there is
    left out, and so is what the opening of a review tells of the whole place unless its very name stands in the area.
    What none of these brings anywhere surely goes with its sentence and its paragraph (see ``passages``); projects that were signed go
    with the area that brings them here (招商引资).
    A phrase of n characters that m of N areas use counts (n - 1) · ln((N + 1) / m): twice where it stands in the
    indicator, half where it stands in the sentence but not between the same commas.
    """
    areas = [area for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    short_place = report.place[-3:].rstrip("省市区县旗州") if report.place else ""
    texts = {area.number: _words(_without(cleaned[area.start : area.end], report.place, short_place)) for area in areas}
    by_id = {metric.metric_id: metric for metric in metrics}
    named = {one.review_metric_id: by_id[one.plan_metric_id] for one in compare(cleaned, report, metrics)}
    sections = {
        area.number: _best([(cleaned[area.start : area.end], 1.0)], texts)
        for part in report.parts
        if part.kind == "review"
        for area in part.areas
        if area.number > 0
    }
    scales = scales_of(report, metrics)
    groupings: list[Grouping] = []
    sure: set[str] = set()
    left: list[Metric] = []
    for metric in metrics:
        if metric.part != "review" or metric.year != report.review_year or metric.metric_id in scales:
            continue
        target = named.get(metric.metric_id)
        if target is not None and target.area > 0:
            groupings.append(Grouping(metric.metric_id, target.area, f"与目标“{target.indicator.strip('“”')}”同名"))
            sure.add(metric.metric_id)
            left.append(metric)
            continue
        if (metric.area == 0 and metric.kind == "rank") or any(
            one.search(metric.indicator) for one in (_OWN_WORK, _OF_ALL)
        ):
            continue  # a place's rank told in the opening belongs to the whole year
        clause = "".join(clause_of(metric, cleaned, "。；：！？，\n"))
        sentence = "".join(clause_of(metric, cleaned, "。；！？\n"))
        if (form := _LESS_FORM.search(sentence)) and not any(form[0] in text for text in texts.values()):
            continue
        left.append(metric)
        inviting = (
            _one_that_says(_INVITING, areas)
            if _INVITED.search(f"{metric.indicator}。{clause}") and "其中" not in sentence
            else None
        )
        if inviting is not None and metric.kind != "rank":
            groupings.append(Grouping(metric.metric_id, inviting, "所反映的是该领域的招商引资"))
            sure.add(metric.metric_id)
            continue
        own = _best([(metric.indicator, 2.0), (clause, 1.0), (sentence, 0.5)], texts)
        section = sections.get(metric.area)
        opening = sentence.split("，")[0]
        if metric.kind in ("increase", "decrease", "share") or metric.area == 0:
            clause = metric.indicator  # 投资、消费和进出口分别增长: of three statistics each has its own subject
            opening = "" if metric.area == 0 or metric.indicator[:2] in opening else opening
        headed = _by_heading(metric, cleaned, report, areas)
        if headed and (own is None or _weaker(own, headed[0], metric)):
            groupings += headed
            sure.add(metric.metric_id)
        elif own is not None and _bears_out(texts[own[0]], metric.indicator, clause, opening):
            groupings.append(Grouping(metric.metric_id, own[0], f"与该领域共有用语：{'、'.join(own[1])}"))
            if _is_sure(texts[own[0]], metric.indicator, clause, opening):
                sure.add(metric.metric_id)
        elif own is None and section is not None and _bears_out(texts[section[0]], metric.indicator, clause, ""):
            reason = f"所在段落与该领域共有用语：{'、'.join(section[1])}"
            groupings.append(Grouping(metric.metric_id, section[0], reason))
        else:
            groupings += headed
            sure.update(one.metric_id for one in headed)
    return _with_wholes(cleaned, metrics, _in_company(cleaned, report, left, areas, groupings, sure))


def _in_company(
    cleaned: str,
    report: Report,
    metrics: Sequence[Metric],
    areas: Sequence[Area],
    groupings: Sequence[Grouping],
    sure: set[str],
) -> list[Grouping]:
    """``groupings`` after what the passage of each result says (see ``passages``)."""
    titles = {area.number: _words(area.title) for area in areas}
    texts = {area.number: cleaned[area.start : area.end] for area in areas}

    def titled(text: str) -> tuple[int, bool] | None:
        found = _best([(_NO_TITLE.sub("|", text), 1.0)], titles)
        return (found[0], len(found[1]) > 1 or len(found[1][0]) >= _LONG) if found else None

    def of_another(metric: Metric, area: int) -> bool:
        """Whether it is known what ``metric`` is about, and ``area`` says nothing of that: crime is of no area that names no crime."""
        return any(said.search(metric.indicator) and not subject.search(texts[area]) for said, subject in _KIN)

    known = {one.metric_id: one for one in groupings}
    certain = {one.metric_id: one.area for one in groupings if one.metric_id in sure}
    by_id = {one.metric_id: one for one in metrics}
    for passage in passages(cleaned, report.paragraphs, metrics):
        home = home_of(passage, cleaned, certain, titled)
        for metric_id, grouping in with_passage(cleaned, passage, home, known, certain).items():
            if grouping is None:
                known.pop(metric_id, None)
            elif not of_another(by_id[metric_id], grouping.area):
                known[metric_id] = grouping
    return list(known.values())


def _is_sure(area: str, indicator: str, clause: str, opening: str) -> bool:
    """Whether what bears a grouping out is more than one short word that only begins a name: 旅游公路 are roads, 示范农场 are farms."""
    if any(said.search(indicator) and subject.search(area) for said, subject in _KIN):
        return True
    if any(len(noun) >= _LONG for text in (indicator, clause, opening) for noun in _nouns(text, area)):
        return True
    if any(len(phrase) > _LONG and _specific(phrase) for phrase in _shared_phrases(indicator, area)):
        return True  # 信创产业 is one word of both
    name = _specific(_FORM.sub("", indicator))
    named = _nouns(indicator, area)
    return len(named) > 1 or any(name.endswith(noun) for noun in named)


def _one_that_says(pattern: re.Pattern[str], areas: Sequence[Area]) -> int | None:
    """The one area whose title says ``pattern``, or where none does, the one that has it in a heading of a topic."""
    for said in (
        [area.number for area in areas if pattern.search(area.title)],
        [area.number for area in areas if any(pattern.search(topic.title) for topic in area.topics)],
    ):
        if said:
            return said[0] if len(said) == 1 else None
    return None


def _weaker(own: tuple[int, list[str]], headed: Grouping, metric: Metric) -> bool:
    """Whether the words that a result shares with an area say less than what it measures, or than the heading right over it: 省级制造业
    is but 制造业. The heading of a whole section is too far away for that."""
    heading = headed.reason.partition("“")[2].partition("”")[0]
    short = len(heading) <= SHORTEST and all(len(_specific(word)) <= _LONG for word in own[1])
    return own[0] != headed.area and (is_statistic(metric) or short)


def _by_heading(metric: Metric, cleaned: str, report: Report, areas: Sequence[Area]) -> list[Grouping]:
    """A result that no words of its own bring anywhere follows what it measures, its heading or the opening of its sentence, where
    that is what the title of one area is about."""
    titles = {area.number: area.title for area in areas}
    topics = {area.number: "|".join(topic.title for topic in area.topics) for area in areas}
    paragraph = next((one for one in report.paragraphs if one.start <= metric.start < one.end), None)
    if found := area_of_statistic(metric, titles):
        return [Grouping(metric.metric_id, found[0], f"所反映的是该领域标题中的“{found[1]}”")]
    if metric.kind == "rank" or paragraph is None:
        return []
    if found := area_of_heading(metric, cleaned, paragraph, titles):
        return [Grouping(metric.metric_id, found[0], f"所在段落的标题“{found[1]}”与该领域标题同一主题")]
    if found := area_of_opening(metric, cleaned, topics):
        return [Grouping(metric.metric_id, found[0], f"与该领域共有用语：{found[1]}")]
    return []


def _with_wholes(cleaned: str, metrics: Sequence[Metric], groupings: Sequence[Grouping]) -> tuple[Grouping, ...]:
    """``groupings`` with the whole of every 其中: 省重大项目3个 stands beside no area without the 重点项目32个 that it is a part of."""
    known = {one.metric_id: one for one in groupings}
    order = sorted((one for one in metrics if one.part == "review"), key=lambda one: one.start)
    for metric in order:
        before = clause_of(metric, cleaned, "。；！？\n")[0]
        part = known.get(metric.metric_id)
        if part is None or "其中" not in before:
            continue
        at = metric.start - len(before) + before.rindex("其中")
        told = [one for one in reversed(order) if one.end <= at and one.sentence == metric.sentence]
        # 390万人次、增长88.8%，其中来自京津106.6万人次: a part of what is counted alike; a share is of the last.
        like = [one for one in told if one.unit == metric.unit and metric.kind != "share"]
        whole = next(iter(like or told), None)
        if whole is not None and whole.metric_id not in known:
            known[whole.metric_id] = Grouping(whole.metric_id, part.area, f"其中一项归入该领域：{part.reason}")
    return tuple(known[one.metric_id] for one in metrics if one.metric_id in known)


def _best(sources: Sequence[tuple[str, float]], texts: Mapping[int, str]) -> tuple[int, list[str]] | None:
    """The area that shares most with the weighted ``sources`` and the weightiest phrases; None when none is clear."""
    shared: dict[int, dict[str, float]] = {number: {} for number in texts}
    for number, text in texts.items():
        for source, weight in sources:
            for phrase in _shared_phrases(source, text):
                uses = sum(1 for other in texts.values() if phrase in other)
                worth = weight * (len(phrase) - 1) * math.log((len(texts) + 1) / uses)
                shared[number][phrase] = max(shared[number].get(phrase, 0.0), worth)
    scores = {number: sum(weights.values()) for number, weights in shared.items()}
    ranked = sorted(scores, key=lambda number: (-scores[number], number))
    if not ranked or scores[ranked[0]] < _LEAST:
        return None
    best = ranked[0]
    if len(ranked) > 1 and scores[best] < _LEAD * scores[ranked[1]]:
        return None
    words = sorted(shared[best], key=lambda phrase: (-shared[best][phrase], phrase))
    return best, words[:3]


def _bears_out(area: str, indicator: str, clause: str, opening: str) -> bool:
    """Whether a specific noun of three characters or more is shared, in the ``indicator``, its ``clause`` or the clause that opens
    the sentence; or two shorter ones, one of them in the indicator; or one that begins or ends the indicator."""
    if any(said.search(indicator) and subject.search(area) for said, subject in _KIN):
        return True
    named, around, before = (_nouns(text, area) for text in (indicator, clause, opening))
    if any(len(noun) >= _LONG for noun in (*named, *around, *before)):
        return True
    name = _specific(_FORM.sub("", indicator))
    return bool(named) and (len(named | around) > 1 or any(name.startswith(one) or name.endswith(one) for one in named))


def _nouns(text: str, area: str) -> set[str]:
    """What ``text`` shares with ``area`` beyond words of money, measure and administration."""
    return {noun for phrase in _shared_phrases(text, area) if len(noun := _specific(phrase)) >= 2}


def _specific(text: str) -> str:
    """``text`` without words that every area has."""
    for word in _COMMON:
        text = text.replace(word, "")
    text = _WEAK.sub("", text)
    return "" if text in _ANYWHERE else text


def _without(text: str, *names: str) -> str:
    for name in names:
        if len(name) >= 2:
            text = text.replace(name, "|")
    return text


def _shared_phrases(source: str, text: str) -> list[str]:
    """The longest phrases of ``source`` (two characters or more) that stand in ``text``, common words left out."""
    found = []
    for run in _HAN.findall(source):
        at = 0
        while at < len(run) - 1:
            size = 0
            while at + size < len(run) and run[at : at + size + 1] in text:
                size += 1
            phrase = run[at : at + size]
            if size >= 2 and _telling(phrase):
                found.append(phrase)
            at += max(1, size)
    return found


def _telling(phrase: str) -> bool:
    rest = phrase
    for word in _COMMON:
        rest = rest.replace(word, "")
    return len(rest) >= 2


def _words(text: str) -> str:
    return "".join(run if _HAN.fullmatch(run) else "|" for run in re.split(r"([\u4e00-\u9fffA-Za-z]+)", text))
