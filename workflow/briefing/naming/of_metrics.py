"""The same for a metric as the tables hold it, before a Figure is made of it: charts, page and workbook name it so."""

from __future__ import annotations

import re

from briefing.model import Metric
from briefing.naming.shown_name import place_of, shown_name

_BEFORE = ("各", "倒")  # 各1家, 排名倒26名: without the word the number is another
# 雄安新区建设取得新进展, 加快推进浦东引领区建设: figures under it are a part's, and alone would be taken for those of the whole.
ZONE = r"(?:新区|新片区|引领区|自贸区|试验区|开发区|高新区|经开区|示范区)"
_OF_A_PART = re.compile(
    rf"^(?:(?:加快|深入|全力|高标准|高质量|扎实|持续|全面)*(?:推进|推动|打造|支持))?(?!链动|联动|服务|保障|对接|融入|支撑)(?P<thing>[\u4e00-\u9fff]{{2,10}}?{ZONE}|长三角)"
    r"(?=建设|加快|一体化|发展|提质|扩|持续|开放|改革)"
)
# 长三角生态绿色一体化发展示范区新推出18项制度创新成果
_OF_ANOTHER = re.compile(
    rf"(?:^|[，；。])(?P<thing>[\u4e00-\u9fff]{{2,18}}?{ZONE})(?=新|推|实施|完成|累计|建成|引)[^，；。]*$"
)
# 深化川渝相互赋能: a year's joint projects are of what stands over them.
_WITH_WHOM = re.compile(r"^(?:深化|推进|加强|促进|推动)(?P<thing>[\u4e00-\u9fff]{4,10}?)(?:，|、|$)")
# 促进国企民企蓬勃发展: what groups are to earn that keep to their main business is theirs, and not that of all firms of the place.
_STATE_FIRMS = re.compile(r"国企|国有企业|国资国企")
_THEIRS = re.compile(r"主责主业|国有(?:资本|经济)布局|集团[^，；。]{0,8}重组")
_EARNED = re.compile(r"营业收入|营收|利润|总资产|净资产")
_KEPT = re.compile(
    r"(?P<long>连续[\d一二三四五六七八九十]+个?(?:月|季度|年))[^，；。、\d]*(?:增速|增幅|增长|保持|稳定)[^，；。、\d]*$"
)
_JOINT = re.compile(r"(?:实施|推进)?年度共建项目")


def name_of(metric: Metric) -> str:
    """What tables and cards call it: 新增规上服务业企业, where its indicator is 规上服务业企业."""
    name = shown_name(metric.indicator, display_of(metric), metric.sentence, metric.kind)
    return _under(_for_how_long(name, metric), metric)


def _for_how_long(name: str, metric: Metric) -> str:
    """``name`` with the time that a rate has been kept for: beside 销售增长65.1% of the year, 连续10个月增速保持在50%以上 is no second figure."""
    at = place_of(metric.sentence, metric.text, metric.indicator)
    kept = _KEPT.search(metric.sentence[: max(0, at)]) if metric.kind != "rank" else None
    return name if not kept or "连续" in name else f"{name}（{kept['long']}）"


def _under(name: str, metric: Metric) -> str:
    """``name`` with the part or the partner whose figure it is, where the heading over it tells and nothing nearer does."""
    if _EARNED.search(name) and not re.search("国企|国有|国资", name) and (firms := _STATE_FIRMS.search(metric.topic)):
        return f"{name}（{firms[0]}）" if "（" not in name and _THEIRS.search(metric.sentence) else name
    said = _WITH_WHOM.match(metric.topic) if _JOINT.fullmatch(name) else _OF_A_PART.match(metric.topic)
    if said and said.re is _OF_A_PART:
        at = place_of(metric.sentence, metric.text, metric.indicator)
        said = _OF_ANOTHER.search(metric.sentence[: max(0, at)]) or said
    if not said or said["thing"][:2] in name:
        return name
    return f"{name[:-1]}，{said['thing']}）" if name.endswith("）") else f"{name}（{said['thing']}）"


def display_of(metric: Metric) -> str:
    """The quantity with the word before it that it cannot do without."""
    at = place_of(metric.sentence, metric.text, metric.indicator)
    word = metric.sentence[at - 1 : at] if at > 0 else ""
    return word + metric.text if word in _BEFORE and word else metric.text
