"""Every number of the source with what stands around it, and whether a number in a document is one of them.

A document's number is the source's when the digits are the same, what follows agrees up to the end of the source's
quantity (so unit and 以上, 余, 左右 are neither lost nor added), and the same word of degree (超, 近, 约, 第 …) stands
before it or none does in both: an office would call ``3.72万亩以上`` shown as ``3.72万亩`` an error.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.audit.plain import plain, plain_with_places
from briefing.model import MANUAL, Metric

NUMBER = re.compile(r"(?<![\d.])\d+(?:\.\d+)?(?!\d)")
_BEFORE = re.compile(
    r"(不低于|不少于|不超过|不高于|超过|突破|高于|低于|少于|至少|不足|接近|大约|将近|力超|(?<![高赶])超|逾|(?<![附临邻靠最亲])近|(?<![签预特公条节合制履邀契])约|第)(?:了|到|出)?$"
)
# What may not follow a quantity unless it does in the source: it would change the number or how it is meant.
_AFTER = re.compile(
    r"余|多(?![元层种样])|几|以上|以下|以内|左右|上下|万|亿|%|‰|个?百分点|倍|成(?!果|效|立|为|功|本|员|熟)|～|分之"
)
# 至少降低30%, 不低于… : the word may stand before the verb, and with the number where it stands alone.
_BEFORE_A_VERB = re.compile(r"(至少|不少于|不低于|最多|不超过)(?:再|要)?[\u4e00-\u9fff]{2,4}$")
_STOP = re.compile(r"[^\w%‰℃/～“”‘’《》+.·-]")
_CHINESE = "零〇一二两三四五六七八九十百千万亿半"
_LOOK = 14


@dataclass(frozen=True)
class _Occurrence:
    before: str
    after: str
    reach: int  # how many characters after the digits still belong to a metric's quantity; -1: in no metric


class SourceNumbers:
    """``cleaned`` and its metrics, indexed by digits."""

    def __init__(self, cleaned: str, metrics: Sequence[Metric]) -> None:
        self.text, places = plain_with_places(cleaned)
        metric_end = [0] * (len(cleaned) + 1)
        for metric in metrics:
            for at in range(metric.start, min(metric.end, len(cleaned))):
                metric_end[at] = max(metric_end[at], metric.end)
        self._found: dict[str, list[_Occurrence]] = {}
        for match in NUMBER.finditer(self.text):
            end = match.end()
            reach = -1
            stop = metric_end[places[match.start()]]
            if stop:
                reach = sum(1 for at in places[end : end + 40] if at < stop)
            self._found.setdefault(match[0], []).append(
                _Occurrence(self.text[max(0, match.start() - _LOOK) : match.start()], self.text[end : end + 40], reach)
            )
        # A figure that a person gave is known only together with the mark that says so.
        self._by_hand = [plain(metric.text) for metric in metrics if metric.text.endswith(MANUAL)]
        for text in self._by_hand:
            for match in NUMBER.finditer(text):
                after = text[match.end() :]
                self._found.setdefault(match[0], []).append(_Occurrence(text[: match.start()], after, len(after)))
        units = sorted({metric.unit for metric in metrics if metric.unit}, key=len, reverse=True)
        ends = "|".join(map(re.escape, ["成", "倍", "番", *units]))
        # 三分之二, 八成以上, 两万余人; elsewhere these characters are words. Behind a digit they are its magnitude: 3万多人.
        self.chinese = re.compile(
            rf"(?<![\d.{_CHINESE}])(?:[{_CHINESE}]+分之[{_CHINESE}]+|[{_CHINESE}]+[余多]?(?:{ends}))"
        )

    def holds(self, text: str, start: int, end: int) -> bool:
        """Whether the number at ``text[start:end]`` (comparable form) is one of the source."""
        before, after = text[max(0, start - _LOOK) : start], text[end : end + 40]
        return any(_same(before, after, one) for one in self._found.get(text[start:end], ()))

    def knows(self, digits: str) -> bool:
        return digits in self._found

    def holds_chinese(self, quantity: str, after: str) -> bool:
        """Whether a quantity in Chinese numerals stands in the source with the same 以上, 左右 … (or none) behind it, or is
        one that a person gave, with its mark."""
        if any(quantity + after[: len(text) - len(quantity)] == text for text in self._by_hand):
            return True
        wanted = _degree(after)
        at = self.text.find(quantity)
        while at >= 0:
            end = at + len(quantity)
            whole = at == 0 or self.text[at - 1] not in _CHINESE
            if whole and _degree(self.text[end : end + 4]) == wanted:
                return True
            at = self.text.find(quantity, at + 1)
        return False


def _same(before: str, after: str, one: _Occurrence) -> bool:
    name = re.search(r"[A-Za-z]+$", before)
    if name:  # PM2.5, G20: the digits are part of a name
        return one.before.endswith(name[0])
    agree = _agree(after, one.after)
    if (
        one.reach < 0
    ):  # a number that is no quantity: 12345热线, 1号线, 第六届; the next or the two words before must be the same
        return agree >= 1 or ((not after or bool(_STOP.match(after))) and before[-2:] == one.before[-2:])
    apart = _BEFORE_A_VERB.search(one.before)
    if _word_before(before) not in (_word_before(one.before), apart[1] if apart else ""):
        return False
    if agree >= one.reach:
        rest, source_rest = after[one.reach :], one.after[one.reach :]
        return not _AFTER.match(rest) or agree > one.reach or _degree(rest) == _degree(source_rest) != ""
    return False


def _agree(left: str, right: str) -> int:
    size = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        size += 1
    return size


def _word_before(text: str) -> str:
    found = _BEFORE.search(text)
    return found[1] if found else ""


def _degree(text: str) -> str:
    found = _AFTER.match(text)
    return found[0] if found else ""
