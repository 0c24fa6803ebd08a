"""What a table, a card or a title prints for a quantity: the source's words, with what stands apart from the number and changes it."""

from __future__ import annotations

import re

from briefing.expected import is_expected
from briefing.model import Figure
from briefing.naming.shown_name import place_of
from briefing.naming.spread import spread_of
from briefing.naming.strength import strength_of
from briefing.naming.totals import total_of

_BOUND = re.compile(r"(?P<word>至少|不少于|不低于|最多|不超过)(?:再|要)?[\u4e00-\u9fff]{2,4}$")
# 恒安、安踏等企业税收贡献均超过5亿元: without the word it is the sum of all.
_EACH_OF_THOSE = re.compile(r"、[^，。；、]{1,10}等[^，。；、\d]{2,12}(?<![人户村亩平年月日])均$")
_DEGREE = re.compile(r"以上|以下|以内|左右|超|不|至少|约|近|突破")
# 14.2万台（套）: the source counts either.
_EITHER = re.compile(r"（[件套台个户只辆条家处座人名次间组]{1,2}）")
_SHARED_PLACE = re.compile(r"并列[^，。；、\d]{0,6}$")  # 数量并列全国第一: the place is another's, too
_BARE = re.compile(r"[万亿千百][余多]?$")


def shown_quantity(figure: Figure) -> str:
    """``预计51.08亿元``, ``至少30%``, ``确保105万亩以上``, ``力争8%以上``, ``14.2万台（套）``, ``2300万人``, ``达到3000家``."""
    if figure.quantity:
        return figure.quantity
    at = place_of(figure.sentence, figure.display, figure.indicator)
    text = figure.display
    if at < 0:
        return text
    behind = figure.sentence[at + len(text) :]
    if figure.unit.endswith("人") and "人" not in text:
        text = _BARE.sub(lambda found: f"{found[0]}人", text, count=1)
    elif either := _EITHER.match(behind):
        text += either[0]
    text = total_of(figure.name, figure.sentence[:at], figure.unit, figure.kind) + text
    if text.startswith("第") and _SHARED_PLACE.search(figure.sentence[max(0, at - 8) : at]):
        text = f"并列{text}"
    bound = _BOUND.search(figure.sentence[max(0, at - 8) : at])
    if bound and not _DEGREE.search(text) and bound["word"] not in figure.name:
        text = bound["word"] + text
    if figure.unit.endswith("元") and _EACH_OF_THOSE.search(figure.sentence[:at]):
        text = f"均{text}"
    over = spread_of(figure.name, figure.sentence[max(0, at - 8) : at])
    text = over + text.removeprefix(over)
    if is_expected(figure.sentence, figure.display, at) and "预计" not in figure.name:
        text = f"预计{text}"
    if figure.nature == "scale":  # 确保投资37亿元的6个项目建成投产 makes sure of the six
        return text
    before, after = strength_of(figure.part, figure.indicator, figure.sentence, at, at + len(figure.display))
    return text if before and before in figure.name else f"{before}{text}{after}"
