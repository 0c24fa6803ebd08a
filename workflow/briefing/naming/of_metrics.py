"""The same for a metric as the tables hold it, before a Figure is made of it: charts, page and workbook name it so."""

from __future__ import annotations

from briefing.model import Metric
from briefing.naming.shown_name import place_of, shown_name

_BEFORE = ("各", "倒")  # 各1家, 排名倒26名: without the word the number is another


def name_of(metric: Metric) -> str:
    """What tables and cards call it: 新增规上服务业企业, where its indicator is 规上服务业企业."""
    return shown_name(metric.indicator, display_of(metric), metric.sentence, metric.kind)


def display_of(metric: Metric) -> str:
    """The quantity with the word before it that it cannot do without."""
    at = place_of(metric.sentence, metric.text, metric.indicator)
    word = metric.sentence[at - 1 : at] if at > 0 else ""
    return word + metric.text if word in _BEFORE and word else metric.text
