"""When a task is due, as far as its own words say it: 年内, 6月底前, 2027年; never inferred."""

from __future__ import annotations

import re

# 上半年 and a year alone are also told of what was: 较上半年下降. A word of aim makes them a time to come.
_DUE = re.compile(
    r"上半年内|(?<![半一二两三四五六七八九十几多])年内|年底前|(?:20\d\d年)?\d{1,2}月(?:底|末|上旬|中旬|下旬)?之?前|[一二三四]季度[末底]?前"
    r"|(?:力争|确保|争取|计划|到)(?P<aimed>上半年|[一二三四]季度|20\d\d年[底末]?前?)(?!以来)"
)


def due_in(text: str, plan_year: int) -> str:
    """Every time that ``text`` sets for itself, in its order; empty where it sets none. ``plan_year`` alone is none: all that the
    plan tells of is for it; a year before it is past: 2000年前建成的老旧小区."""
    told = [found["aimed"] or found[0] for found in _DUE.finditer(text) if not _only_later(text, found, plan_year)]
    return "、".join(dict.fromkeys(one for one in told if one != f"{plan_year}年" and not _past(one, plan_year)))


def _only_later(text: str, found: re.Match[str], plan_year: int) -> bool:
    """Whether a time behind the plan's year is of its own clause alone: 实施高标准农田建设9.5万亩，到2025年将…全部建成 gives no year
    more for the 9.5万亩."""
    year = re.search(r"20\d\d(?=年)", found[0])
    before = text[: max(text.rfind(mark, 0, found.start()) for mark in "，；。") + 1]
    return bool(year and int(year[0]) > plan_year and re.search(r"\d", before))


def _past(told: str, plan_year: int) -> bool:
    year = re.match(r"20\d\d(?=年)", told)
    return bool(year and int(year[0]) < plan_year)
