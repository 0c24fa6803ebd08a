"""What two indicators of one name count differently, in Chinese, with both wordings."""

from __future__ import annotations

import re

from briefing.compare.wording import Wording, counted_with, whole_core
from briefing.model import Metric
from briefing.periods import years_in_words

_HOMES = frozenset("户 套 间".split())
_FIRMS = re.compile(r"企业|主体|公司|合作社|农场|商户|店|楼宇")
# Without a word of its own a text limits nothing; a verb, a level or a basis it leaves open.
_SILENT = {"限定": "无此限定", "对象": "无此限定", "统计口径": "未写明口径", "动作": "此项未写此词"}
_LIKE_BASIS = "同口径"
_STOCK = "总量"  # a count without a verb states what there is
_SPENT = "完成"  # the ending of 投资完成
_OF_NO_COUNT = frozenset("投资 增长 下降".split())


def differences(target: Wording, result: Wording) -> list[str]:
    """What is counted differently, in Chinese, both wordings told; empty when nothing is."""
    # Of qualities only what the other does not say too: 绿色 against 绿色、重点 differs by 重点.
    last, this = (
        [one for one in own.qualities if one not in other.qualities]
        for own, other in ((result, target), (target, result))
    )
    apart = spans(target, result)
    limits = "统计口径" if _LIKE_BASIS in (*last, *this) else "限定"
    aspects = (
        ("级别", ranks(target) == ranks(result), "、".join(result.levels), "、".join(target.levels)),
        (limits, target.qualities == result.qualities, "、".join(last), "、".join(this)),
        ("对象", target.form == result.form, result.form, target.form),
        (
            "总量与当年数" if _of_all_and_of_a_year(target, result) else "动作",
            _done_alike(target, result) or bool(apart and not result.verb),
            result.verb,
            target.verb,
        ),
    )
    return apart + [_difference(aspect, was, now) for aspect, same, was, now in aspects if not same]


def _difference(aspect: str, was: str, now: str) -> str:
    """Both words where both years have one; where one has none, whose that is: 今年“推动”，上年此项未写此词. More cannot be said of
    a year whose verb is none of those we know."""
    if was and now:
        return f"{aspect}不同（上年{quoted(was)}，今年{quoted(now)}）"
    said, silent = (f"上年{quoted(was)}", "今年") if was else (f"今年{quoted(now)}", "上年")
    return f"{said}，{silent}{_SILENT.get(aspect, f'未写明{aspect}')}"


def quoted(words: str) -> str:
    """完成…建设 and 省级、国家级 are words that stand apart: each has quotation marks of its own, and none has dots between, which
    would read as if words of the report were left out of one quotation."""
    return re.sub(r"[^…、]+", lambda word: f"“{word[0]}”", words).replace("…", "")


def _done_alike(target: Wording, result: Wording) -> bool:
    """Whether both verbs mean one stage of the work; 打造 and 建设 tell of making it, and neither that it is finished."""
    if {target.verb, result.verb} == {"打造", "建设"}:
        return True
    if any(one.verb.endswith(_SPENT) for one in (target, result)) and {target.stage, result.stage} <= {
        "投资",
        _STOCK,
        "",
    }:
        return True  # 固定资产投资完成2000亿元 and 固定资产投资2000亿元 are one statement
    return (target.stage or _STOCK) == (result.stage or _STOCK)


def _of_all_and_of_a_year(target: Wording, result: Wording) -> bool:
    """事项扩展至355项 beside 推动第4批51项: all that there are by then, and those of one year. What 投资达到 is of one year, too."""
    stages = {target.stage, result.stage}
    return _STOCK in stages and not stages & _OF_NO_COUNT


def spans(target: Wording, result: Wording) -> list[str]:
    """That the one is of more years than the other, where it is."""
    last, this = result.years or 1, target.years or 1
    return [f"时间跨度不同（{years_in_words(last)}与{years_in_words(this)}）"] if last != this else []


def counted_otherwise(target: Metric, result: Metric, cleaned: str) -> list[str]:
    """27 projects are no 6000 households, and places at kindergartens and schools none at schools alone."""
    found = []
    units = {target.unit, result.unit}
    if len(units) > 1 and units & _HOMES and not (_FIRMS.search(target.indicator) and _FIRMS.search(result.indicator)):
        found.append(f"计量单位不同（上年“{result.unit}”，今年“{target.unit}”）")
    last, this = (counted_with(one, cleaned) for one in (result, target))
    if last != this and whole_core(result, cleaned) != whole_core(target, cleaned):
        also = "，".join(f"{year}还包括“{one}”" for year, one in (("上年", last), ("今年", this)) if one)
        found.append(f"对象不同（{also}）")
    return found


def ranks(wording: Wording) -> tuple[str, ...]:
    """国家, 国家级 and 全国 are one level."""
    return tuple(one.removesuffix("级").replace("、", "").replace("全国", "国家") for one in wording.levels)
