"""The same for a metric as the tables hold it, before a Figure is made of it: charts, page and workbook name it so."""

from __future__ import annotations

import re

from briefing.model import Metric
from briefing.naming.shown_name import place_of, shown_name

_BEFORE = ("各", "倒")  # 各1家, 排名倒26名: without the word the number is another
# 雄安新区建设取得新进展: statistics that everybody takes for those of the whole are under it those of a part.
_OF_A_PART = re.compile(r"^(?P<thing>[\u4e00-\u9fff]{2,4}(?:新区|自贸区|开发区|示范区))建设")
_STATISTIC = re.compile(
    r"(?:全社会)?固定资产投资|(?:地区)?生产总值|(?:地方)?一般公共预算收入|社会消费品零售总额|进出口总[额值]|规(?:上|模以上)工业增加值"
)
# 深化川渝相互赋能: a year's joint projects are of what stands over them.
_WITH_WHOM = re.compile(r"^(?:深化|推进|加强|促进|推动)(?P<thing>[\u4e00-\u9fff]{4,10}?)(?:，|、|$)")
_JOINT = re.compile(r"(?:实施|推进)?年度共建项目")


def name_of(metric: Metric) -> str:
    """What tables and cards call it: 新增规上服务业企业, where its indicator is 规上服务业企业."""
    name = shown_name(metric.indicator, display_of(metric), metric.sentence, metric.kind)
    return _under(name, metric.topic)


def _under(name: str, topic: str) -> str:
    """``name`` with the heading that tells whose it is, where nothing nearer does."""
    said = (
        _OF_A_PART.match(topic)
        if _STATISTIC.match(name)
        else _WITH_WHOM.match(topic)
        if _JOINT.fullmatch(name)
        else None
    )
    return f"{name}（{said['thing']}）" if said and said["thing"] not in name and not name.endswith("）") else name


def display_of(metric: Metric) -> str:
    """The quantity with the word before it that it cannot do without."""
    at = place_of(metric.sentence, metric.text, metric.indicator)
    word = metric.sentence[at - 1 : at] if at > 0 else ""
    return word + metric.text if word in _BEFORE and word else metric.text
