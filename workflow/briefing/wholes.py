"""Which figure another is a part of: 390万人次、增长88.8%，其中来自京津106.6万人次."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol, TypeVar

_AMONG = "其中"
_OVER = re.compile("[。；！？]")
_COUNT = re.compile(r"\d")
_MAGNITUDE = re.compile("^[十百千万亿]+(?=.)")


class Counted(Protocol):
    """What both a metric and a figure are."""

    @property
    def unit(self) -> str: ...

    @property
    def kind(self) -> str: ...


_One = TypeVar("_One", bound=Counted)


def among_at(before: str) -> int:
    """Where the 其中 begins that makes a part of the quantity that ``before`` leads to; -1 where none does, or where behind it a clause
    counts nothing: 其中洽谈项目46项，签约项目20项 is a list."""
    told, among, between = before.rpartition(_AMONG)
    counts = all(map(_COUNT.search, between.split("，")[:-1]))
    return len(told) if among and counts and not _OVER.search(between) else -1


def whole_of(part: Counted, before: Sequence[_One]) -> _One | None:
    """Which of what is told ``before`` 其中 in one sentence it is that ``part`` is of: the last that is counted alike; a share is of the
    last whatever its unit."""
    like = [one for one in before if _unit(one) == _unit(part) and part.kind != "share"]
    return next(reversed(like or before), None)


def _unit(one: Counted) -> str:
    """万人次 of a figure is 人次 of a metric."""
    return _MAGNITUDE.sub("", one.unit)
