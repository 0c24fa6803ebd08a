"""Which of many things a name means, where words that tell it stand between the verb, the number and the thing: 引进5000万元以上项目,
“五好两宜”和美乡村片区, 一般公共预算收入同口径增长."""

from __future__ import annotations

import re

from briefing.naming.acting import LAST_VERB, VERB, bare
from briefing.naming.counted import NUMBER

# 开工建设10亿元以上重大产业项目26个: the sum is of the thing's name, and what was done stands before it.
_BEFORE_ITS_SIZE = re.compile(rf"{NUMBER}元(?:以上|以下)")
# 打造5个“五好两宜”和美乡村片区: which of them stands in quotation marks between the number and the thing.
_WHICH = re.compile(r"的?(?P<which>“[^”]{1,14}”)(?=[\u4e00-\u9fff])")
# 集成电路、生物医药、人工智能三大先导产业规模: how many the list has is told, and what they are together.
_ALL_LISTED = re.compile(
    r"(?P<list>(?:[^、，（）\d]{2,8}、)+[^、，（）\d]{2,8}?)(?P<together>(?P<many>[两三四五六七八九十])大[\u4e00-\u9fff]{0,6}(?:产业|集群|行业)[\u4e00-\u9fff]{2,})"
)
_MANY = "〇一两三四五六七八九十"
_LIKE_BASIS = re.compile(r"(?P<basis>同口径)(?P<change>增长|下降)$")


def told_which(name: str, indicator: str, before: str, after: str) -> str:
    """``name`` with the words of its clause, ``before`` and ``after`` the quantity, without which it would be another thing's."""
    return _together(_on_like_basis(_with_which(_done_to_so_large(name, before), indicator, after), before))


def _together(name: str) -> str:
    """三大先导产业规模 of a name that has all three before: no card holds them."""
    found = _ALL_LISTED.fullmatch(name)
    listed = len(found["list"].split("、")) if found else 0
    return found["together"] if found and _MANY.index(found["many"]) == listed else name


def _done_to_so_large(name: str, before: str) -> str:
    """``name`` with what was done to things that begin with how large they are: 引进5000万元以上项目."""
    lead, there, rest = before.partition(name.partition("（")[0]) if _BEFORE_ITS_SIZE.match(name) else (before, "", "")
    if not there or rest.strip("不少于约近超过达到"):
        return name
    verb = VERB.fullmatch(bare(lead)) or LAST_VERB.search(lead)
    return verb[0] + name if verb else name


def _with_which(name: str, indicator: str, after: str) -> str:
    """``name`` with the words in quotation marks that tell which of the things were counted."""
    which = _WHICH.match(after)
    if not which or which["which"] in name or not after.startswith(indicator, which.end()):
        return name
    head, there, rest = name.partition(indicator)
    return head + which["which"] + there + rest if there else name


def _on_like_basis(name: str, before: str) -> str:
    """一般公共预算收入同口径增长: without the word the growth is another."""
    basis = _LIKE_BASIS.search(before)
    plain, mark, remark = name.partition("（")
    if not basis or basis["basis"] in name or not plain.endswith(basis["change"]):
        return name
    return plain.removesuffix(basis["change"]) + basis[0] + mark + remark
