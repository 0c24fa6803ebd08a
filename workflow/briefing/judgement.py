"""Which sentences and clauses say how things are, and nobody what to do: 就业是最基本的民生, 城镇化还有很大发展提升空间.

Such a sentence is no task; where tasks stand behind it in one sentence, titles, bold beginnings and shortened tasks are taken
from those.
"""

from __future__ import annotations

import re

# 就业是最基本的民生; …，这是创新发展的最大“富矿”.
_IS = re.compile(
    r"(?:[^，；]{2,30}，)?[^，；]{0,30}?(?<![特尤或凡但还于而不只若可求总别其])是(?!否)[^，；]*的[^，；的]{1,12}"
)
_HAS = re.compile(r"[^，；]{2,20}?有[^，；]*(?:空间|潜力|余地|差距)")
# 创业是最积极的就业 opens as 创办… does, and says how things are all the same.
# 实体经济是泉州的根基和优势: what opens with a noun, whatever its first character.
_IS_OF = re.compile(
    r"(?!要|就)[\u4e00-\u9fff]{2,8}(?<![特尤或凡但还于而不只若可求总别其])是(?!否)[^，；的]{2,10}的[\u4e00-\u9fff]{2,10}"
)
_IS_MOST = re.compile(r"[\u4e00-\u9fff]{2}是[^，；]*最[^，；]*的[^，；的]{1,12}")
# 作为生态大省，做好生态文明大文章责无旁贷
_IS_DUE = re.compile(r"(?:[^，；]{2,30}，)?[^，；]{2,30}(?:责无旁贷|义不容辞|任重道远|刻不容缓|时不我待)")
# 新形势对政府工作提出了新的更高要求
_ASKS = re.compile(r"[^，；]{2,24}提出了?[^，；]{0,10}要求")
# What opens a sentence that tells somebody to do something.
_TELLS = re.compile(
    "(?:要|把|将|对|以|用|按|让|使|为|从|在|向|与|由|坚|始终|牢|树|围绕|聚|紧|深|加|推|提|强|完|建|健|打|抓|做|落|发|开|实|扩|支|鼓|引|保|防|确|认|贯|突|优|拓|培|"
    "促|改|严|统|全面|全力|大力|着|积极|持|进一步|不断|切实|扎|稳|巩|探|创|办|尊|弘|传|倡|努力)"
)


def tells(text: str) -> bool:
    """Whether ``text`` opens as one that tells somebody to do something."""
    return bool(_TELLS.match(text))


def is_judgement(text: str) -> bool:
    """Whether a sentence or clause without a figure says how things are."""
    if re.search(r"\d", text):
        return False
    if _IS_DUE.fullmatch(text) or _IS_MOST.fullmatch(text) or _IS_OF.fullmatch(text):
        return True
    return not tells(text) and any(one.fullmatch(text) for one in (_IS, _HAS, _ASKS))
