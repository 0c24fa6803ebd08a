"""Shards: the reports of a large run in parts, each made by a Snakemake of its own."""

from __future__ import annotations

import math
from collections.abc import Sequence


def shards_of(groups: Sequence[Sequence[str]], size: int) -> dict[str, list[str]]:
    """Name of a shard → its reports, as even as can be, about ``size`` of them; none where one Snakemake is enough for all.

    The reports of one group stay in one shard, which is then larger where it has to be.
    """
    count = math.ceil(sum(map(len, groups)) / size)
    if count < 2:
        return {}
    parts: list[list[str]] = [[] for _ in range(count)]
    share = sum(map(len, groups)) / count
    begun = 0
    for group in groups:
        parts[min(int(begun / share), count - 1)] += group
        begun += len(group)
    filled = [part for part in parts if part]
    if len(filled) < 2:
        return {}
    width = len(str(len(filled)))
    return {f"shard-{number + 1:0{width}}-of-{len(filled)}": part for number, part in enumerate(filled)}
