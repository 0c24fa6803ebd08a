"""A metric as people read it: number, unit and qualifier as the source prints them, with its place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from briefing.model import MANUAL, Comparison, Figure, Metric, Pair, Paragraph
from briefing.naming.acting import does, other_deed
from briefing.naming.leaning import leans
from briefing.naming.of_metrics import ZONE, display_of, name_of
from briefing.naming.shown_name import shown_name
from briefing.naming.shown_quantity import shown_quantity
from briefing.naming.strength import AIMS, FIRM, apart
from briefing.nature import nature_of
from briefing.periods import period_of

_NUMBER = r"\d[\d,]*(?:\.\d+)?"
_QUANTITY = re.compile(
    rf"(?P<before>\D*?)(?P<value>\d+[万亿]\d+[千百万]|{_NUMBER}(?:[-～~—–至到]+{_NUMBER})?|[零一二两三四五六七八九十百半]+(?=成|倍|番|分之)[成]?)"
    r"(?P<rest>.*)$"
)
_LOOSE = re.compile(r"余|多|以上|以下|以内|左右|上下|之内|之上")
_LONGEST_ITEM, _LONGEST_VERB = 22, 5
ALIKE = "※"  # behind the name of what must not be read across to the other year
_CHANGE = re.compile(r"(?:增长|提高|上升|增加|下降|降低|减少|回落)$")
_CHANGE_OF_EACH = re.compile(rf"(?:(?<![年人户月日])均)?{_CHANGE.pattern}")
_WHOSE = re.compile(r"（(?P<whose>[^（），]{4,})）$")
# 完成投资（雄安新区）: of a part, by the heading over its sentence; alone it would be taken for that of the whole.
_OF_A_PART = re.compile(rf"[（，](?P<whose>[^（），]{{2,10}}?(?:{ZONE}|园区))）$")
_NUMBERED = re.compile(r"^(?:[①-⑳]|[（(]\d{1,2}[）)])")
_THIS_YEAR = re.compile(r"^今年要?")
_THAN_THEN = re.compile(rf"比[^（）]{{2,10}}{_CHANGE.pattern}")
_AMONG = re.compile(r"(?P<name>.+[^居列])（(?P<among>全[国省市区县州]|世界|全球)排名）")


def figure_of(metric: Metric, paragraphs: Sequence[Paragraph], scales: frozenset[str]) -> Figure:
    """``2万余人`` → value ``2``, unit ``万人``, qualifier ``余``, display ``2万余人``."""
    value, unit, qualifier = printed(metric.text)
    display = display_of(metric)
    paragraph = next((one.number for one in paragraphs if one.start <= metric.start < one.end), 0)
    figure = Figure(
        metric_id=metric.metric_id,
        indicator=metric.indicator,
        display=display,
        value=value,
        # 2300万省外劳动力: the persons stand behind; a cell that holds the quantity alone says them.
        unit=unit + metric.unit if metric.unit == "人" and re.fullmatch(r"[千百万亿]+[余多]?", unit) else unit,
        qualifier=qualifier,
        kind=metric.kind,
        year=metric.year,
        part=metric.part,
        area=metric.area,
        topic=metric.topic,
        paragraph=paragraph,
        sentence=metric.sentence,
        nature=nature_of(metric, scales),
        name=name_of(metric),
        period=period_of(metric.year, metric.years),
    )
    return replace(figure, quantity=shown_quantity(figure))


def told_alike(figures: Mapping[str, Figure], comparisons: Iterable[Comparison]) -> dict[str, Figure]:
    """``figures`` by metric id, those of look-alike pairs known as such."""
    ids = {
        metric_id
        for one in comparisons
        if one.status == "look_alike"
        for metric_id in (one.review_metric_id, one.plan_metric_id)
    }
    return {metric_id: replace(one, alike=metric_id in ids) for metric_id, one in figures.items()}


def pair_of(comparison: Comparison, figures: Mapping[str, Figure]) -> Pair:
    """Last year's result beside this year's target; ``figures`` are by metric id."""
    target = figures[comparison.plan_metric_id]
    return Pair(target.indicator, figures[comparison.review_metric_id], target, comparison.status, comparison.reason)


def named(figure: Figure) -> str:
    """The name with its quantity where the source has it, else behind: 续建东二环等12条道路, 新增高新技术企业120家; so also behind a verb
    that a list names once: 打造3个提档升级村 of 打造2个精品示范村、3个提档升级村."""
    name, quantity = tabled(figure), shown_quantity(figure)
    word = apart(quantity)
    for at in range(len(name)):
        told, item = name[:at] + figure.display + name[at:], figure.display + name[at:]
        shared = 2 <= at <= _LONGEST_VERB and f"、{item}" in figure.sentence and name[:at] in figure.sentence
        if told in figure.sentence or shared:
            if _keeps(told, quantity):
                return told
            if word in AIMS:  # 力争53.75万千瓦集中式陆上风电项目并网发电
                return word + told
    return listed(figure)


def listed(figure: Figure) -> str:
    """The name with its quantity behind; a colon where letters or digits would run into each other."""
    name, quantity = tabled(figure), shown_quantity(figure)
    change, word = _CHANGE_OF_EACH.search(name), apart(quantity)
    # 力争工商业电价比上年下降3分/千瓦时以上, 确保标准车间投入使用5.7万平米
    if word in FIRM or (word in AIMS and _THAN_THEN.search(name)):
        return f"{word}{name}{quantity.removeprefix(word)}"
    if word and change:  # 单位生产总值能耗预计下降6.9%
        return f"{name[: change.start()]}{word}{change[0]}{quantity.removeprefix(word)}"
    if word in AIMS and does(name):  # 力争引进青年人才2000人以上
        return f"{word}{name}{quantity.removeprefix(word)}"
    if (among := _AMONG.fullmatch(name)) and quantity.startswith("第"):  # 发电量居全市第一位
        placed = re.search(rf"(?<!并)(?:位居|居|位列|名列|排名|列){among['among']}(?=第)", figure.sentence)
        return f"{among['name']}{placed[0]}{quantity}" if placed else f"{name}{quantity}"
    mark = "：" if name[-1:].isascii() and quantity[:1].isascii() else ""
    return f"{name}{mark}{quantity}"


def phrased(figure: Figure) -> str:
    """The quantity in the report's own words where they are short and stand by themselves, with the verb that says what
    is done: 打掉黑恶势力犯罪团伙3个, 新增3所公办幼儿园; else the indicator with its quantity."""
    item = _item(figure)
    told = item and _keeps(item, shown_quantity(figure)) and not _without_whose(figure, item)
    return item if told else named(figure)


def _without_whose(figure: Figure, item: str) -> bool:
    """Whether ``item`` leaves out whose change it is, which its name takes from the clause before: 主营业务增收10%左右 of two
    industries; or of which part it is, which its name takes from the heading or from the clause before: 年内完成投资超2000亿元 of
    雄安新区, 加快落地5个以上项目 of 示范工业园区."""
    part = _OF_A_PART.search(tabled(figure))
    if part and part["whose"][:2] not in item:
        return True
    inner = _WHOSE.search(tabled(figure)) if figure.kind in ("increase", "decrease") else None
    return bool(inner and inner["whose"] in figure.sentence and inner["whose"] not in item)


def _keeps(told: str, quantity: str) -> bool:
    """Whether ``told`` says what ``quantity`` says before its number: 预计, 至少, 力争."""
    return apart(quantity) in told


def tabled(figure: Figure) -> str:
    """What a card or a row of a table calls it (see ``shown_name``)."""
    return figure.name or shown_name(figure.indicator, figure.display, figure.sentence, figure.kind)


def dated(figure: Figure, period: str, deed: str = "") -> str:
    """Its quantity in a column whose head names ``period``, with its own time where that is another: 6个（2027年）, 39项（过去五年）;
    and with the ``deed`` that its row names otherwise. 去年 under a head that says 过去五年 is dated; what is told of every year is of none."""
    name, quantity, own = tabled(figure), shown_quantity(figure), time_of(figure)
    told = not period or own in ("", period) or own.removeprefix("过去") in name or "每年" in name
    remarks = "，".join(filter(None, ("" if told else own, deed)))
    return f"{quantity}（{remarks}）" if remarks else quantity


def reached(result: Figure, target: Figure, period: str) -> str:
    """Last year's quantity in the row of ``target``, with what was done where that is told otherwise: 1万亩（建成）in the row of
    新建高标准农田."""
    return dated(result, period, other_deed(tabled(result), tabled(target)))


def row_name(figure: Figure) -> str:
    """What a row calls it: ``tabled``, with the sign of those that only look alike, which must not be read across."""
    return tabled(figure) + (ALIKE if figure.alike else "")


def most_of(figures: Iterable[Figure]) -> str:
    """The time that most of ``figures`` are of, which the head of their column names; empty where there are none."""
    times = Counter(filter(None, map(time_of, figures)))
    return max(times, key=lambda one: times[one], default="")


def time_of(figure: Figure) -> str:
    """Of what time a figure is: 2027年, 过去五年; of one that was stored without it, its year."""
    return figure.period or period_of(figure.year, 1)


def in_its_time(told: str, figure: Figure, year: int) -> str:
    """``told`` of ``figure``, with its own time behind it where that is another than the plan's ``year`` and not in it: 建成万亿级产业6个
    （2027年）."""
    own = time_of(figure)
    return told if own in ("", f"{year}年") or own in told else f"{told}（{own}）"


def told_apart(figures: Sequence[Figure], targets: Iterable[Figure]) -> str:
    """``figures`` of one passage, each as ``listed``; where a result bears the name of one of ``targets``, in their time, which is said once
    where all are of one: 2023年新增晋兴板企业8家 is not what is to be reached."""
    aimed = set(map(tabled, targets))
    alike = [one for one in figures if one.part == "review" and tabled(one) in aimed]
    dated = figures[:1] if alike and len(set(map(time_of, figures))) == 1 else alike
    told = (f"{time_of(one) if one in dated else ''}{listed(one)}" for one in figures)
    return "；".join(dict.fromkeys(told))


def told_in_row(figures: Sequence[Figure], year: int = 0) -> str:
    """``figures`` in a row of a title, each as ``phrased`` and, with the plan's ``year``, in its time. 力争 holds for a whole list of the
    source, and is said once as there: 力争储备项目50个以上、储备项目总投资70亿元以上."""
    told: list[str] = []
    for before, one in zip((None, *figures), figures, strict=False):
        words = in_its_time(phrased(one), one, year) if year else phrased(one)
        word = next((each for each in AIMS if words.startswith(each)), "")
        listed_there = word and before and phrased(before).startswith(word) and _in_one_list(before, one)
        told.append(words.removeprefix(word) if listed_there else words)
    return "、".join(told)


def _in_one_list(first: Figure, second: Figure) -> bool:
    """Whether the source has ``second`` behind ``first`` with no mark but 、 between them."""
    _before, found, after = first.sentence.partition(first.display)
    between = after.partition(second.display)[0]
    return bool(found) and second.sentence == first.sentence and not re.search("[，；。：]", between)


def _item(figure: Figure) -> str:
    """The clause, or the first item of the list, that the quantity stands in; empty when it is long, holds another quantity,
    leans on what stands before it, or names the indicator in other words."""
    clause = next((one for one in re.split(r"[，；。：！]", figure.sentence) if figure.display in one), "")
    # Of a list only the first item has the verb, and the names before 等 belong to the last.
    item = _NUMBERED.sub("", clause.split("、")[0].strip())
    item = item if figure.display in item else ""
    item = _THIS_YEAR.sub("", item) if figure.part == "plan" else item  # 2018年目标：今年安排… said the year twice
    words = item.replace(figure.display, "", 1)
    names = figure.indicator in words or figure.indicator in item
    if not balanced(item) or not names or len(item) > _LONGEST_ITEM or leans(item) or re.search(r"\d", words):
        return ""
    return item


def balanced(text: str) -> bool:
    """Whether every quotation mark and bracket that ``text`` opens is closed in it."""
    return all(text.count(mark) == text.count(other) for mark, other in ("“”", "（）", "《》"))


def printed(text: str) -> tuple[str, str, str]:
    """Number, unit with its magnitude, and the words of degree of a quantity as it stands in the source."""
    text = text.removesuffix(MANUAL)
    found = _QUANTITY.match(text)
    if found is None or text.startswith("第"):
        return text, "", ""
    rest = found["rest"]
    words = [found["before"].strip(), *_LOOSE.findall(rest)]
    return found["value"], _LOOSE.sub("", rest).strip(), "".join(words)
