"""Which year a figure is of."""

from __future__ import annotations

import re
from bisect import bisect_right

from briefing.extract.quantities import Quantity
from briefing.extract.sentences import Sentence
from briefing.model import Report
from briefing.periods import Periods

__all__ = ["Ahead", "Periods", "year_of", "years_of"]
# 由10.2%下降到3.1%: the first number is of the time before.
_FROM = re.compile(r"[由从](?:原来|原先|过去|此前)?的?(?:平均|人均)?(?:全[国省市区县])?$")
_RISES = re.compile(r"[^，。；、\d]{0,4}(?:[增提升降减扩缩拓涨展跃跌压]|整合|归并)[^，。；、\d]{0,3}[到至为]")
# 比2011年增长9元；贫困人口由3万人下降到1万人: the sentence has said what it is measured against.
_AGAINST_YEAR = re.compile(r"(?:比|较|相比|是|[由从])(20\d\d)年(?!代|以来|来)")
# 2020年到2025年，工业投资占比从17.9%提升到35.5%
_SPAN_OF_YEARS = re.compile(r"(20\d\d)年?[到至—-]20\d\d年")
_TIMES_OF_YEAR = re.compile(r"[为是](?:19|20)\d\d年的(?:近|约|超过?)?$")
_YEAR = re.compile(r"(20\d\d)年(?!代|以前|前|来|开始|以来|起|至今)")
_TERM = 5
_PLAN_ENDS = {"一": 2010, "二": 2015, "三": 2020, "四": 2025, "五": 2030, "六": 2035}
_NEAR = 60  # characters that a year reaches; 到2021年 holds for the whole clause


def year_of(quantity: Quantity, sentence: Sentence, report: Report, periods: Periods, ahead: Ahead) -> int:
    """The year that a quantity is of: what its clause names, the start of what rises 由A…到B, else the year of its part."""
    at = quantity.start
    usual = report.review_year if sentence.part == "review" else report.plan_year
    if sentence.part == "plan" and sentence.area == 0:
        usual = max(usual, ahead.at(sentence.start + at))
    named = _named_year(sentence, at, report, usual)
    if quantity.unit == "倍" and _TIMES_OF_YEAR.search(sentence.text[:at]):
        named = usual  # 完成35.35亿元，为2000年的2.5倍
    if named != usual or not (_FROM.search(sentence.text[:at]) and _RISES.match(sentence.text[quantity.end :])):
        return named
    before = sentence.whole.partition(sentence.text.strip())[0] + sentence.text[:at]
    against = _AGAINST_YEAR.findall(before) or _SPAN_OF_YEARS.findall(before)
    if against and int(against[-1]) < usual:
        return int(against[-1])
    return usual - (periods.at(sentence.start + at) if sentence.part == "review" else 1)


# What is counted while time goes by is no state at its end, though 达到 stands before it.
_FLOWS = re.compile(r"累计|共|新增|减少|投资|投入|支出|销售|营业|交易|产值|(?<!人均可支配)(?<!人均纯)收入|[税额利]")
_REACHED = re.compile(
    r"(?:达到|[提增升扩降减缩拓发][\u4e00-\u9fff]{0,2}[到至为]|覆盖|(?<![下表发传直畅抵送])达)(?:现在的)?(?:\d[^，。；]{0,14}[、和])*$"
)
_BEGINS = re.compile(r"[由从][^，。；]{0,20}\d[^，。；]*[到至为](?:现在的|20\d\d年的?)?$")
_AS_FROM_YEAR = re.compile(r"[比较是](?:于)?(20\d\d)年(?!代|以来|来)[^，。；]*$")
_YEARLY = re.compile(r"每年|年收入|年产")
_FIVE = re.compile(r"五年")
# 2005年，生产总值2182亿元，五年年均增长20.2%: of what one clause tells of five years, wherever it stands; 前五年 are others.
_IN_FIVE = re.compile(r"(?<![前连续每下一个])五年(?![前期规计行以级制])")


def years_of(quantity: Quantity, sentence: Sentence, year: int, report: Report, periods: Periods) -> int:
    """Over how many years up to ``year`` a quantity is told: five for what was done in a review of five years, one for what its
    sentence says of the last of them, and for what there was at their end (由A增加到B, 达到)."""
    whole = periods.at(sentence.start + quantity.start) if sentence.part == "review" else 1
    if year != report.review_year or sentence.part != "review":
        return 1
    told = sentence.whole.partition(sentence.text.strip())[0] + sentence.text[: quantity.start]
    clause = re.split(r"[，。；]", told)[-1]
    against = _AS_FROM_YEAR.search(clause)
    if against and year - int(against[1]) > 1:
        return year - int(against[1])
    if whole == 1 and _IN_FIVE.search(clause) and not _YEARLY.search(clause):
        return 5
    if whole == 1 or _BEGINS.search(clause) or _YEARLY.search(clause):
        return 1
    if "五年" in clause and re.search(r"年均[^，、]*$", clause):
        return 5  # 比上年增长28.1%，五年年均增长26.2%
    if "年均" in clause:
        return whole
    single = max((found.end() for found in _single_year(year).finditer(told)), default=-1)
    if single > max((found.end() for found in _FIVE.finditer(told)), default=-1):
        return 1
    if _at_the_end(clause, sentence.text[quantity.start :], quantity.end - quantity.start):
        return 1
    return 1 if _REACHED.search(clause) and not _FLOWS.search(clause) else whole


# Of a year whoever tells them: a sum of five is told as 累计. What a level of some year is measured against is of one year, too.
_OF_A_YEAR = re.compile(
    r"(?:地区生产总值|社会消费品零售总额|一般公共预算收入|外?贸?进出口总[额值]|规(?:模以)?上工业增加值|(?:国有企业|金融机构|企业)?(?:总资产|资产)(?:总额)?|[存贷]款余额|装机(?:容量|规模)?|产能|产量|经济总量|"
    r"信贷规模|(?:产业|产业链|集群)产值)(?<!新增资产)$"
)
_GOT_TO = re.compile(r"(?:首次)?(?:达到?|突破|跨越|接近|超过?)$")
_SINCE_A_YEAR = re.compile(
    r"，(?:是|为|比|较|相当于)(?:20\d\d年(?:[底末初])?|“?十[一二三四五]五”?[末初])的?(?:[\d.]+倍|翻|增长|增加|提高)"
)
_SUMMED = re.compile(r"累计|(?<!公)共|五年|新增|净增|年均")


def _at_the_end(clause: str, behind: str, size: int) -> bool:
    """Whether a figure behind ``clause`` is of the last year of several: a statistic that got there, or a level beside that of a
    year before."""
    reached = clause + "".join(re.findall(r"^(?:突破|跨越|接近|超过?)", behind))
    got = _GOT_TO.search(reached)
    if not got or _SUMMED.search(clause):
        return False
    return bool(_OF_A_YEAR.search(reached[: got.start()]) or _SINCE_A_YEAR.match(behind[size:]))


def _single_year(year: int) -> re.Pattern[str]:
    """目前加工点发展到251个, 去年利润增长23.5%, 2016年县财政投入1081万元; not 比2016年, 2016年以来, 截至2016年底."""
    return re.compile(
        rf"(?<![比较以是自从由])(?:目前|现有|去年|上年|(?<!截至)(?<!到){year}年)(?!以?来|以前|底|末|起|开始|同期|水平)"
    )


class Ahead:
    """Which stretches of a text speak of years to come: from 今后五年, or the aims of a five-year plan, until a sentence comes back to
    the year that begins."""

    def __init__(self, cleaned: str, plan_year: int) -> None:
        said = re.compile(
            rf"(?P<five>(?<![为是])(?:今后|未来|下一?个?)五年[^。；]{{0,12}}(?:是|，|将|要))|“十(?P<plan>[{''.join(_PLAN_ENDS)}])五”(?:期间|时期)[^。；，]{{0,18}}(?:目标|指标)(?:是|为)?[：，]"
            rf"|{plan_year}年(?:是|，|全[省市县区])|今年(?:是|，|全[省市县区]|经济|政府)"
        )
        # 今后五年，…: this year is the first of them.
        self._said = [
            (
                found.start(),
                plan_year + _TERM - 1 if found["five"] else _PLAN_ENDS[found["plan"]] if found["plan"] else 0,
            )
            for found in said.finditer(cleaned)
        ]

    def at(self, place: int) -> int:
        """The year that what stands at ``place`` is to be reached in; 0 where that is the year of the plan."""
        behind = bisect_right(self._said, (place, 0))
        return self._said[behind - 1][1] if behind else 0


def _named_year(sentence: Sentence, at: int, report: Report, usual: int) -> int:
    """The year that the clause names for the number at ``at``; ``usual`` where it names none that holds."""
    clause = sentence.text[max(0, at - 4 * _NEAR) : at]
    said_years = [one for one in _YEAR.finditer(clause) if not re.search(r"[比较]$", clause[: one.start()])]
    last = max(said_years, key=lambda found: found.start(), default=None)
    if last is None:
        return _year_in_words(clause, sentence.part, report) or usual
    before, behind = clause[max(0, last.start() - 2) : last.start()], clause[last.end() :]
    reaches = 4 * _NEAR if before.endswith(("到", "至")) else _NEAR
    listed = re.fullmatch(r"的?\d[^，；到至为]*[、和]", behind)  # 从2020年的645元/月、4318元/年提高到
    past = before.endswith(("由", "从")) and re.search(r"\d", behind) and not listed  # 由2011年的32万达到143万
    if (
        re.search(r"[。；]", behind)
        or re.search(r"[比较是]$", before)
        or (re.match(r"(?:建成|底以前)", behind) and int(last[1]) <= report.plan_year)
        or len(behind) >= reaches
        or past
    ):
        return usual
    said = int(last[1])
    fits = said <= report.review_year if sentence.part == "review" else said >= report.plan_year
    return said if fits else usual


_LAST_YEAR = re.compile(r"(?<![比较以是])(?:去年|上年)(?!同期|水平|底|末|度)[^，。；\d]*$")
_END_OF_PLAN = re.compile(r"到“?十([二三四五六])五”?末[^。；]*$")
_AGAINST_PLAN = re.compile(r"[较比由从]“?十([一二三四五六])五”?(?:期)?末的$")  # 较“十三五”末的9323.1亿元增加


def _year_in_words(clause: str, part: str, report: Report) -> int | None:
    """The year that 去年 in a plan and 到“十五五”末 name; None where nothing does."""
    then = _AGAINST_PLAN.search(clause) if part == "review" else None
    if then and _PLAN_ENDS[then[1]] <= report.review_year:
        return _PLAN_ENDS[then[1]]
    last_year = _LAST_YEAR.search(clause)
    if last_year and part == "plan":
        return report.review_year
    if last_year and clause[: last_year.start()].endswith(("由", "从")):  # 由上年729万人增加到732万人
        return report.review_year - 1
    found = _END_OF_PLAN.search(clause)
    if found and _PLAN_ENDS[found[1]] >= report.plan_year:
        return _PLAN_ENDS[found[1]]
    return None
