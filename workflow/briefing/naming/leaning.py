"""Which words of a Chinese sentence need what stands before or after them, and name nothing alone: 依托我省独特优势, 其中….

Titles, bold beginnings, names of figures and shortened tasks are taken only from what can stand.
"""

from __future__ import annotations

import re

# So begins a clause that tells only on what, by what, for whom, or speaks to somebody.
_LEADS_UP = re.compile(
    r"围绕|依托|按照|针对|根据|随着|通过|面向|借助|抓住|抢抓|立足|顺应|适应|对标|着眼|聚焦|作为|瞄准|锚定|紧盯|紧扣|紧跟|把握|本着"
    r"|以|在|对|把|将|从|为|各位|当前|目前"
    r"|(?:力争|争取|确保)?(?:到|截至)?(?:20\d\d年|今年|明年|全年|年底|年内|\d{1,2}月)[底末份初前内]*$|待.*[后时]$"
)
# And so a name that goes on elsewhere, or leans on what stands before it.
_LEANS = re.compile(r"其中|向|由|和|与|及|等|的")


def leads_up(clause: str) -> bool:
    """Whether ``clause`` tells only on what, by what, for whom or when, as 依托我省独特优势 and 待票选确定后 do."""
    return bool(_LEADS_UP.match(clause))


def leans(name: str) -> bool:
    """Whether ``name`` needs the words before or after it."""
    return leads_up(name) or bool(_LEANS.match(name))
