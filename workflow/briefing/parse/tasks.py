"""Which sentences under a heading are tasks that someone can be given; judgements and closing exhortations are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.parse.marks import mark_of

# 就业是最基本的民生; …，这是创新发展的最大“富矿”; 城镇化还有很大发展提升空间. What is said so says how things are.
_IS = re.compile(
    r"(?:[^，；]{2,30}，)?[^，；]{0,30}?(?<![特尤或凡但还于而不只若可求总别其])是(?!否)[^，；]*的[^，；的]{1,12}"
)
_HAS = re.compile(r"[^，；]{2,20}?有[^，；]*(?:空间|潜力|余地|差距)")
# What opens a sentence that tells somebody to do something.
_TELLS = re.compile(
    "(?:要|把|将|对|以|用|按|让|使|为|从|在|向|与|由|坚|始终|牢|树|围绕|聚|紧|深|加|推|提|强|完|建|健|打|抓|做|落|发|开|实|扩|支|鼓|引|保|防|确|认|贯|突|优|拓|培|"
    "促|改|严|统|全面|全力|大力|着|积极|持|进一步|不断|切实|扎|稳|巩|探|创|办|尊|弘|传|倡|努力)"
)
# Behind what is to be done, to everybody: 我们要…, 新型城镇化要处处体现…, …，一定能跑出加速度.
_WE = re.compile("我们(?:都?要|必须|一定|这样)")
_EXHORTS = re.compile(r"[^，；]{2,16}要处处|[^；]*，[^，；]{0,4}(?:一定能|必将|定能|完全能够)")


def which_are_tasks(texts: Sequence[str]) -> tuple[bool, ...]:
    """For each sentence or clause of one paragraph under one heading, in order, whether it is a task.

    What holds a figure always is; where nothing else would be left, all are. A sentence that opens 我们要 is an exhortation
    only at the end and alone: where others open so, this is how the report gives its tasks.
    """
    we = sum(_WE.match(text) is not None for text in texts)
    told = [not _is_judgement(text) for text in texts]
    last = texts[-1] if texts else ""
    if not re.search(r"\d", last) and (
        (we == 1 and _WE.match(last)) or (not _TELLS.match(last) and _EXHORTS.match(last))
    ):
        told[-1] = False
    return tuple(told) if any(told) else (True,) * len(texts)


def _is_judgement(text: str) -> bool:
    """Whether a sentence says how things are, and nobody what to do."""
    if re.search(r"\d", text) or _TELLS.match(text) or mark_of(text):
        return False
    return _IS.fullmatch(text) is not None or _HAS.fullmatch(text) is not None
