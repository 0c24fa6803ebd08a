"""That a count is of all that there are by then, in the verb between the thing and its number: 国家科技型中小企业达到3000家 is no 新增3000家."""

from __future__ import annotations

import re

from briefing.naming.acting import does
from briefing.naming.counted import NUMBER, UNIT

TOTALS = ("达到", "达", "增加到", "增至", "扩大到", "扩展到", "扩展至", "扩至", "发展到", "提高到")
# 分别达到69家、107家: the verb is told once.
_REACHES = re.compile(rf"(?<![下到表送直])(?P<word>{'|'.join(TOTALS)})(?:(?:{NUMBER}{UNIT}[、和])+(?:和)?)?$")
_COUNTED = frozenset("家 户 个 所 座 处 条 台 套 名 栋 项 件 只 张 辆 列 头 亩".split())
# What a name itself tells of: 总数, 累计, and what is measured and not added to.
_TOLD = re.compile(
    r"总|累计|存量|现有|拥有|[数量率值额]$|(?:面积|规模|里程|收入|能力|以上|强度|水平|床位)(?:（|$)|每[千万百]|[人户]均|日均"
)
_MAKES = re.compile(r"举办|接待|签约|培育|引进|完成")


def total_of(name: str, before: str, unit: str, kind: str) -> str:
    """The verb that ``before`` ends with, where a reader of ``name`` and its number could take it for an addition; else empty."""
    if (
        kind != "level"
        or unit.lstrip("十百千万亿") not in _COUNTED
        or does(name)
        or _TOLD.search(name)
        or _MAKES.search(name)
    ):
        return ""
    found = _REACHES.search(before)
    return found["word"] if found else ""
