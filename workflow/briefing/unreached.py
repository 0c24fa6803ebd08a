"""What a clause counts and does not reach: those among whom the place is, those measured, what a work costs that has only begun.
203个国考断面水质优良率99.5% made no sections, and 启动投资10.5亿元的某项目 has not spent it."""

from __future__ import annotations

import re

# 全国仅9家, 在168个重点城市排名: those among whom one is.
_ONLY = re.compile(r"^(?:全国|全省|全市|全区|全县|全球|世界|国内)(?:仅有?|只有)$")
_PLACED_AMONG = re.compile(r"[^，。；\d]{0,14}(?:之一|排名|位列|位居|名列|排在|列(?=第|前)|居(?=第|前))")
# 争创省级改革成果120项: applied for, not won.
_APPLIED = re.compile(r"(?<!成功)争创[^，。；]*$")
_RATE = r"[^，。；、\d]{2,14}?(?:率|比例|增加值|总?产值|营业收入|营收)"
# 203个国考断面优良率和285个水功能区达标率均为100%: the number behind is the result.
_MEASURED = re.compile(
    rf"{_RATE}(?:[和、及]\d+个{_RATE})?(?:平均|[均都全部为达到增长平保持稳定在提高升至约超过近])*[\d.]+(?:%|个百分点)"
)
_HOW = r"(?:全年|我们|持续|继续|全力|全面|大力|着力|积极|扎实|稳步|深入|加快|有序|统筹|新)*"
_PUSHED = re.compile(rf"^{_HOW}推进")
_CARED_FOR = re.compile(r"[^，]{0,20}(?:帮扶|管护|监管|服务保障|跟踪服务)$")
_COST = re.compile(r"(?:总投资|投资)(?:约|近|超过?|达)?$")
_BEGUN = re.compile(rf"^{_HOW}(?:启动|推进|谋划|推动|加快)")
_DONE = re.compile(r"完成|建成|竣工|投产|投用|完工|通车|投入使用|运营|营业")
# Of one work also that it has been started; how much was started in all is a result of a year.
_OF_ONE = re.compile(r"的(?![^、]*\d[多余]?[个条座所家项处栋])[^、]{2,}")
_UNDER_WAY = re.compile(r"(?:推进|建设|启动|开工|落地)$")
# 启动运行总规模1000亿元的某母基金: how much it may come to hold.
_OF_A_FUND = re.compile(r"(?:启动|设立|组建|运行|筹建)[^，。；]*?(?:总规模|规模)(?:约|近|超过?|达)?$")
_A_FUND = re.compile(r"的[^，。；、]*?基金")
# 打造超1000亿元引导基金集群: how large it is to become.
_TO_BECOME = re.compile(r"打造(?:超|近|约)?$")

# 税收超5000万元、超亿元的商务楼宇, 3个产值超千亿元、2个…产业集群: how large those are that are wanted or counted.
_SIZE = r"(?:税收|[利纳]税|产值|营收|(?:营业|销售|主营业务)收入|销售额|市值|交易额|成交额)"
_SIZE_BEFORE = re.compile(
    rf"(?P<counted>\d[多余]?[个家座条户])?(?<!实现)(?<!完成){_SIZE}(?:[超过达]+[^，。；、]{{1,8}}元[、和])*$"
)
_SIZE_BEHIND = re.compile(r"(?:[、和]超过?[^，。；、]{1,8}元)*的(?!目标|任务|突破|水平|成绩|大关)[\u4e00-\u9fff]{2}")


def is_size(before: str, after: str) -> bool:
    """Whether a bound between ``before`` and ``after`` tells how large things are that are wanted or counted, and no sum."""
    found = _SIZE_BEFORE.search(before)
    return bool(found and (found["counted"] or _SIZE_BEHIND.match(after)))


def is_measured_at(after: str) -> bool:
    """Whether a count is of those whose rate or growth the number ``after`` it tells."""
    return _MEASURED.match(after) is not None


def is_beside(before: str, after: str) -> bool:
    """Whether a quantity of a review counts those among whom the place is, that were measured or are cared for, or what it applied
    for, and nothing that it reached."""
    return bool(
        _ONLY.match(before)
        or (before.endswith(("在", "是", "为")) and _PLACED_AMONG.match(after))
        or _APPLIED.search(before)
        or is_measured_at(after)
        or (_PUSHED.match(before) and _CARED_FOR.match(after))
    )


def is_unspent(before: str, after: str) -> bool:
    """Whether a sum of a review is what a work costs in all that has only begun, or how large a fund or another thing is to become."""
    if _TO_BECOME.search(before) or (_OF_A_FUND.search(before) and _A_FUND.match(after)):
        return True
    if not _COST.search(before) or not after.startswith("的") or _DONE.search(after):
        return False
    return bool(_BEGUN.match(before) or (_OF_ONE.match(after) and _UNDER_WAY.search(after)))
