"""Which plan area last year's results are shown beside: our grouping (编者归类), by the words that both texts use."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.compare.alignment import Subject, align, says_nothing_of, speaks_for
from briefing.compare.headings import (
    SHORTEST,
    area_of_heading,
    area_of_opening,
    area_of_statistic,
    is_of_title,
    is_statistic,
)
from briefing.compare.pairing import compare
from briefing.compare.passages import (
    SENTENCE_ENDS,
    Passage,
    home_of,
    passages,
    sentence_of,
    with_neighbours,
    with_passage,
)
from briefing.compare.phrases import (
    LONG,
    bears_out,
    best,
    is_sure,
    nouns,
    of_another_kind,
    specific,
    tells_apart,
    without,
    words,
)
from briefing.compare.wording import clause_of
from briefing.model import Area, Grouping, Metric, Report
from briefing.naming.of_metrics import name_of
from briefing.nature import scales_of
from briefing.wholes import among_at, whole_of

# Answers to deputies and rules that the government made are of its own work, which no area of the plan is about.
_OWN_WORK = re.compile(
    r"^法律$|人大(?:代表)?建议|政协(?:委员)?提案|建议、?提案|议案|行政法规|法律议案|地方性法规|政府规章|规章$"
)
# Prices and state bonds are of the whole economy: that an area speaks of 消费 or of 防灾 makes them none of its results.
_OF_ALL = re.compile(r"^(?:全省|全市|全国)?(?:居民消费(?:价格|物价)|CPI|物价)|^增发(?:国债)?$")
# 新能源汽车新上牌26.5万辆 tells what people drive, and nothing of the industry that an area has 新能源汽车 in.
_DRIVEN = re.compile(r"(?:汽车|车辆)[^，。；]{0,6}(?:上牌|保有量)|(?:上牌|保有)[^，。；]{0,8}(?:汽车|车辆)")
# 清理规范节庆、论坛、展会 is of how the government works, though an area of opening-up has forums and fairs.
_LESS_FORM = re.compile(r"形式主义|精文减会|文山会海|过紧日子")
# Words that titles and headings are made with, which tell no subject.
_NO_TITLE = re.compile(
    r"改善|优化|保障|增强|加强|统筹|坚持|着力|聚力|深入|基础|活力|动力|新?动能|环境|国际|中心|成果|体系|持续|有效|扎实|治理|重点领域|领域|"
    r"高质量|高水平|稳定|优势|重大|协调|巩固|突破|攻坚|成效|步伐|加速|局面|更加|切实|扩大|构建|现代化|条件|增进|社会|推[动进]|促进|(?<!数字)(?<!县域)(?<!民营)经济(?!体制)"
)
_INVITED = re.compile(
    r"招商引资|招引|签约[^，。；]{0,30}项目|项目[^，。；]{0,6}签约"
)  # what is done to bring projects here
_PART = re.compile(r"（(?P<part>[\u4e00-\u9fff]{2,}(?:新区|示范区|试验区|开发区|引领区|高新区|片区))）$")
_INVITING = re.compile(r"招商|招引|招大引强")


def group(cleaned: str, report: Report, metrics: Sequence[Metric]) -> tuple[Grouping, ...]:
    """Review metric → plan area with the words that decided, in text order; what fits no area clearly is left out.

    First what a result says itself; the first that decides holds. One that bears the name of a target (comparable or look-alike)
    stands with that target, one of projects that were signed with the area that brings them here (招商引资). One whose indicator and
    clause share telling phrases with one area more than with any other stands with that area. A result follows its review section
    when the section as a whole shares most with one area. Where none of them decides, it follows the heading right over it, or what
    it measures, to the one area whose title is on that subject (see ``headings``); words of three characters and less yield to these.
    The shared words hold only where specific nouns bear them out (see ``bears_out``): what only 收入, 项目 or 平台 bring there is left
    out, and so is what the opening of a review tells of the whole place unless its very name stands in the area.

    Then what its passage is about (see ``alignment`` and ``passages``): of a passage that most sentences of are about one area, a
    result goes elsewhere only by its own name, never by one word that is common. A whole goes where its 其中 goes.
    A phrase of n characters that m of N areas use counts (n - 1) · ln((N + 1) / m): twice where it stands in the
    indicator, half where it stands in the sentence but not between the same commas.
    """
    areas = [area for part in report.parts if part.kind == "plan" for area in part.areas if area.number > 0]
    if not areas:
        return ()
    short_place = report.place[-3:].rstrip("省市区县旗州") if report.place else ""
    texts = {area.number: words(without(cleaned[area.start : area.end], report.place, short_place)) for area in areas}
    by_id = {metric.metric_id: metric for metric in metrics}
    named = {one.review_metric_id: (by_id[one.plan_metric_id], one.status) for one in compare(cleaned, report, metrics)}
    sections = {
        area.number: best([(cleaned[area.start : area.end], 1.0)], texts)
        for part in report.parts
        if part.kind == "review"
        for area in part.areas
        if area.number > 0
    }
    scales = scales_of(report, metrics)
    found = _Found({}, set(), set(), set())
    left: list[Metric] = []
    for metric in metrics:
        if metric.part != "review" or metric.year != report.review_year or metric.metric_id in scales:
            continue
        target, status = named.get(metric.metric_id, (None, ""))
        if target is not None and target.area > 0:
            found.add(Grouping(metric.metric_id, target.area, _by_name(metric, target, status)), stays=True)
            left.append(metric)
            continue
        if (metric.area == 0 and metric.kind == "rank") or any(
            one.search(metric.indicator) for one in (_OWN_WORK, _OF_ALL)
        ):
            continue  # a place's rank told in the opening belongs to the whole year
        clause = "".join(clause_of(metric, cleaned, "。；：！？，\n"))
        sentence = "".join(clause_of(metric, cleaned, SENTENCE_ENDS))
        if (form := _LESS_FORM.search(sentence)) and not any(form[0] in text for text in texts.values()):
            continue
        left.append(metric)
        if placed := _of_invited(metric, clause, sentence, areas) or _of_a_part(metric, areas):
            found.add(placed, stays=True)
            continue
        own = best([(metric.indicator, 2.0), (clause, 1.0), (sentence, 0.5)], texts)
        if own is not None and (_by_another_kind(metric.indicator, texts[own[0]]) or _DRIVEN.search(metric.indicator)):
            own = None
        section = sections.get(metric.area)
        opening = sentence.split("，")[0]
        if metric.kind in ("increase", "decrease", "share") or metric.area == 0:
            clause = metric.indicator  # 投资、消费和进出口分别增长: of three statistics each has its own subject
            opening = "" if metric.area == 0 or metric.indicator[:2] in opening else opening
        headed, alone = _by_heading(metric, cleaned, report, areas)
        if headed and (own is None or (alone and _weaker(own, headed, metric))):
            found.add(headed, sure=alone, stays=alone, half=not alone)
        elif own is not None and bears_out(texts[own[0]], metric.indicator, clause, opening):
            found.add(
                Grouping(metric.metric_id, own[0], f"与该领域共有用语：{'、'.join(own[1])}"),
                sure=is_sure(texts[own[0]], metric.indicator, clause, opening),
            )
        elif own is None and section is not None and bears_out(texts[section[0]], metric.indicator, clause, ""):
            found.add(
                Grouping(metric.metric_id, section[0], f"所在段落与该领域共有用语：{'、'.join(section[1])}"), sure=False
            )
        elif headed:
            found.add(headed, sure=alone, stays=alone, half=not alone)
    subjects = {
        area.number: Subject(area.title, "|".join((area.title, *area.headings)), texts[area.number]) for area in areas
    }
    return _with_wholes(cleaned, metrics, _in_passages(cleaned, report, left, subjects, found))


def _by_name(metric: Metric, target: Metric, status: str) -> str:
    """Why a result stands with a target: 户厕 is not called 农村户厕, and 基本医疗保险参保率 is 基本医保参保率."""
    name = target.indicator.strip("“”")
    if name in metric.indicator:
        return f"与目标“{name}”同名"
    return f"与目标“{name}”{'为同一指标' if status == 'comparable' else '名称相近'}"


@dataclass(frozen=True)
class _Found:
    """What results say themselves: where each goes, for which of them that is sure, which stay whatever their passage is about, and
    which follow one half of a heading, so that only the rest of their sentence says more."""

    groupings: dict[str, Grouping]
    sure: set[str]
    stay: set[str]
    halves: set[str]

    def add(self, grouping: Grouping, *, sure: bool = True, stays: bool = False, half: bool = False) -> None:
        self.groupings[grouping.metric_id] = grouping
        self.sure.update([grouping.metric_id] if sure else [])
        self.stay.update([grouping.metric_id] if stays else [])
        self.halves.update([grouping.metric_id] if half else [])


def _in_passages(
    cleaned: str, report: Report, metrics: Sequence[Metric], subjects: Mapping[int, Subject], found: _Found
) -> list[Grouping]:
    """``found`` after what the passage of each result is about (see ``passages``)."""
    titles = {number: words(subject.title) for number, subject in subjects.items()}
    known = dict(found.groupings)
    certain = {one: known[one].area for one in found.sure}
    by_id = {one.metric_id: one for one in metrics}
    sentences = {one.metric_id: sentence_of(one, cleaned) for one in metrics}

    def titled(text: str) -> tuple[int, bool] | None:
        told = best([(_NO_TITLE.sub("|", text), 1.0)], titles)
        return (told[0], len(told[1]) > 1 or len(told[1][0]) >= LONG) if told else None

    def stays(metric: Metric, home: int) -> bool:
        own, area = sentences[metric.metric_id], known[metric.metric_id].area
        return (
            metric.metric_id in found.stay
            or is_statistic(metric)
            or any(certain[one] == area and sentences[one] == own for one in found.stay)
            or is_of_title(metric.indicator, subjects[area].title, subjects[home].title)
            or speaks_for(own, subjects) == area
            or tells_apart(metric.indicator, subjects[area].text, subjects[area].headings, subjects[home].text)
        )

    def silent(passage: Passage, besides: int) -> bool:
        return says_nothing_of(passage.text, subjects, besides)

    every = passages(cleaned, report.paragraphs, metrics)
    homes = [home_of(passage, cleaned, certain, titled, align(passage.text, subjects)) for passage in every]
    for passage, home in zip(every, with_neighbours(every, homes, silent), strict=True):
        for metric_id, grouping in with_passage(cleaned, passage, home, known, certain, stays, found.halves).items():
            if grouping is None:
                known.pop(metric_id, None)
            elif not of_another_kind(by_id[metric_id].indicator, subjects[grouping.area].text):
                known[metric_id] = grouping
    return list(known.values())


def _by_another_kind(indicator: str, area: str) -> bool:
    """Whether what ``indicator`` shares with ``area`` only ends its name, which is of a subject that the area does not speak of: 公路 of
    高速公路里程 where that builds 农村公路; 扬尘案件 go with 扬尘."""
    begins = any(indicator.startswith(noun) for noun in nouns(indicator, area))
    return of_another_kind(indicator, area) and not begins


def _one_that_says(pattern: re.Pattern[str], areas: Sequence[Area]) -> int | None:
    """The one area whose title says ``pattern``, or where none does, the one that has it in a heading of a topic."""
    for said in (
        [area.number for area in areas if pattern.search(area.title)],
        [area.number for area in areas if any(map(pattern.search, area.headings))],
    ):
        if said:
            return said[0] if len(said) == 1 else None
    return None


def _weaker(own: tuple[int, list[str]], headed: Grouping, metric: Metric) -> bool:
    """Whether the words that a result shares with an area say less than what it measures, or than the heading right over it: 省级制造业
    is but 制造业. The heading of a whole section is too far away for that."""
    heading = headed.reason.partition("“")[2].partition("”")[0]
    short = len(heading) <= SHORTEST and all(len(specific(word)) <= LONG for word in own[1])
    return own[0] != headed.area and (is_statistic(metric) or short)


def _of_invited(metric: Metric, clause: str, sentence: str, areas: Sequence[Area]) -> Grouping | None:
    """Projects that were signed stand with the area that brings them here."""
    if metric.kind == "rank" or "其中" in sentence or not _INVITED.search(f"{metric.indicator}。{clause}"):
        return None
    area = _one_that_says(_INVITING, areas)
    return None if area is None else Grouping(metric.metric_id, area, "所反映的是该领域的招商引资")


def _of_a_part(metric: Metric, areas: Sequence[Area]) -> Grouping | None:
    """固定资产投资增长（雄安新区）stands with the one area that has 雄安新区 in its title, and not with 投资 of all the province; where
    several have it there, or none, with none by that."""
    whose = _PART.search(name_of(metric))
    titled = [area for area in areas if whose and whose["part"] in area.title]
    if whose is None or len(titled) != 1:
        return None
    return Grouping(metric.metric_id, titled[0].number, f"所反映的是该领域标题中的“{whose['part']}”")


def _by_heading(metric: Metric, cleaned: str, report: Report, areas: Sequence[Area]) -> tuple[Grouping | None, bool]:
    """A result that no words of its own bring anywhere follows what it measures, its heading or the opening of its sentence, where
    that is what the title of one area is about; and whether it is about that alone."""
    titles = {area.number: area.title for area in areas}
    topics = {area.number: "|".join(area.headings) for area in areas}
    paragraph = next((one for one in report.paragraphs if one.start <= metric.start < one.end), None)
    if found := area_of_statistic(metric, titles, topics):
        return Grouping(metric.metric_id, found[0], f"所反映的是该领域标题中的“{found[1]}”"), True
    if metric.kind == "rank" or paragraph is None:
        return None, True
    if told := area_of_heading(metric, cleaned, paragraph, titles):
        area, heading, alone = told
        return Grouping(metric.metric_id, area, f"所在段落的标题“{heading}”与该领域标题同一主题"), alone
    if found := area_of_opening(metric, cleaned, topics):
        return Grouping(metric.metric_id, found[0], f"与该领域共有用语：{found[1]}"), True
    return None, True


def _with_wholes(cleaned: str, metrics: Sequence[Metric], groupings: Sequence[Grouping]) -> tuple[Grouping, ...]:
    """``groupings`` with the whole of every 其中: 省重大项目3个 stands beside no area without the 重点项目32个 that it is a part of."""
    known = {one.metric_id: one for one in groupings}
    order = sorted((one for one in metrics if one.part == "review"), key=lambda one: one.start)
    for metric in order:
        before = clause_of(metric, cleaned, SENTENCE_ENDS)[0]
        part, among = known.get(metric.metric_id), among_at(before)
        if part is None or among < 0:
            continue
        at = metric.start - len(before) + among
        whole = whole_of(metric, [one for one in order if one.end <= at and one.sentence == metric.sentence])
        if whole is not None and whole.metric_id not in known:
            known[whole.metric_id] = Grouping(whole.metric_id, part.area, f"其中一项归入该领域：{part.reason}")
    return tuple(known[one.metric_id] for one in metrics if one.metric_id in known)
