"""What a heading is about, so that a result follows its heading to the area whose title is about the same."""

from __future__ import annotations

import re
from collections.abc import Mapping

from briefing.compare.wording import clause_of
from briefing.model import Metric, Paragraph

# Subjects that areas are formed by, in the words that headings have for them. 治理 is none: it is done in every area.
_SUBJECTS = {
    "投资": re.compile(r"投资|有效需求|内需"),
    "消费": re.compile(r"消费|内需"),
    "产业体系": re.compile(r"产业体系|现代产业"),
    "制造业": re.compile(r"制造业|工业经济|新型工业化"),
    "科技": re.compile(r"(?<!教育)科技|科教|创新驱动"),
    "开放": re.compile(r"(?<!改革)开放|外贸"),
    "三农": re.compile(r"三农|农业|农村|乡村"),
    "城市": re.compile(r"城市|城镇"),
    "生态": re.compile(r"生态|污染|环保|环境保护"),
    "民生": re.compile(r"(?<!人)民生"),
    "就业": re.compile(r"就业|(?<!人)民生"),
    "经营主体": re.compile(r"(?:经营|市场)主体|市场活力|营商环境|民营经济"),
    "脱贫": re.compile(r"脱贫|扶贫"),
    "数字经济": re.compile(r"数字经济|数字化"),
}
# Statistics of which everybody knows what they are about.
_STATISTICS = (
    (re.compile(r"^(?:社会消费品零售|社零)"), "消费"),
    (re.compile(r"^(?:最终)?消费(?:支出)?(?:对经济增长)?的?贡献率"), "消费"),
    (re.compile(r"^固定资产投资"), "投资"),
    (re.compile(r"^(?:外贸|货物)?进出口(?!.*企业)|^(?:制造业)?(?:实际(?:使用|利用))?外资"), "开放"),
    (re.compile(r"^(?:农村|建档立卡)?(?:贫困|脱贫)人口(?:减少|下降)?$|^贫困发生率"), "脱贫"),
    (re.compile(r"^(?:新增|新登记|各类)?(?:经营|市场)主体(?:总[量数])?(?:净?增[长加]?)?$"), "经营主体"),
    (re.compile(r"^(?:全[省市区县])?(?:城镇新增|新增城镇|新增)就业(?:人[数员])?$|^城镇(?:登记|调查)?失业率"), "就业"),
    (re.compile(r"^粮食(?:总?产量|播种面积)"), "三农"),
)
_IN_TOPICS = ("经营主体", "投资")  # of these a heading within an area tells as surely as its title
_LONGEST, SHORTEST = 24, 12  # characters of a sentence that heads a paragraph, or a part of one
_TELLS = re.compile(
    r"[\d“、]|工程|项目(?!投资)|(?:完工|通车|获批|实施|获评|挂牌|启动)$|实现(?!新)"
)  # one thing done heads nothing
_MARK = re.compile(r"^[—\s]*(?:[一二三四五六七八九十]+是|[（(]?[一二三四五六七八九十]+[）)、]|\d+[、.．])?")
_END = "。；！？\n"


def is_statistic(metric: Metric) -> bool:
    """Whether ``metric`` is one of those of which everybody knows what they are about."""
    return any(said.search(metric.indicator) for said, _ in _STATISTICS)


def is_of_title(indicator: str, title: str, other: str) -> bool:
    """Whether ``indicator`` names a subject that one area's ``title`` is about and the ``other``'s is not."""
    return any(said.search(indicator) and said.search(title) and not said.search(other) for said in _SUBJECTS.values())


def area_of_statistic(metric: Metric, titles: Mapping[int, str], topics: Mapping[int, str]) -> tuple[int, str] | None:
    """The one area whose title is about what this statistic measures, of some the one with a heading on it, and the word for it."""
    subject = next((subject for said, subject in _STATISTICS if said.search(metric.indicator)), "")
    if not subject:
        return None
    in_titles = any(_SUBJECTS[subject].search(title) for title in titles.values())
    texts = topics if subject in _IN_TOPICS and not in_titles else titles
    found = _only({subject}, texts)
    return (
        (found[0], "".join(said[0] for said in [_SUBJECTS[subject].search(texts[found[0]])] if said)) if found else None
    )


def area_of_heading(
    metric: Metric, cleaned: str, paragraph: Paragraph, titles: Mapping[int, str]
) -> tuple[int, str, bool] | None:
    """The one area whose title is about what the nearest heading over ``metric`` is about, the heading, and whether it is about that
    alone: of 强化科技创新，建设现代化产业体系 one half is on another subject, whatever the title is called that it belongs to."""
    before = _MARK.sub("", cleaned[paragraph.start : metric.start], count=1).split("。")[:-1]
    heading = next((one for one in reversed(before) if heads(one)), "")
    if not heading:
        # The first sentence says what all of the paragraph is about where it is no statement of one thing.
        heading = before[0] if before and len(before[0]) <= _LONGEST and not _TELLS.search(before[0]) else ""
    subjects = {subject for subject, words in _SUBJECTS.items() if words.search(heading)}
    found = _only(subjects, titles)
    if found is None:
        return None
    own = {subject for subject in subjects if _SUBJECTS[subject].search(titles[found[0]])}
    halves = [{one for one in subjects if _SUBJECTS[one].search(half)} for half in heading.split("，")]
    return found[0], heading, all(half & own or not half for half in halves)


def area_of_opening(metric: Metric, cleaned: str, topics: Mapping[int, str]) -> tuple[int, str] | None:
    """数字经济加快发展，5G用户普及率超过50%: the one area with a heading on the subject that the sentence opens with."""
    before = clause_of(metric, cleaned, _END)[0]
    opening = before.partition("，")[0] if "，" in before else ""
    found = {
        (number, subject)
        for subject in _SUBJECTS
        for number, text in topics.items()
        if len(subject) > 3 and opening.startswith(subject) and subject in text
    }
    return found.pop() if len(found) == 1 else None


def _only(subjects: set[str], titles: Mapping[int, str]) -> tuple[int, str] | None:
    found = {
        (number, subject)
        for subject in subjects
        for number, title in titles.items()
        if _SUBJECTS[subject].search(title)
    }
    return min(found) if len({number for number, _ in found}) == 1 else None


def heads(sentence: str) -> bool:
    """Whether a sentence within a paragraph heads what follows: 农村环境持续改善."""
    return len(sentence) <= SHORTEST and not _TELLS.search(sentence) and "，" not in sentence
