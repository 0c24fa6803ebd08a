"""Both documents of an area of the real report, filled once, with their pictures."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path

from briefing.assemble import fill_deck, fill_summary
from briefing.chart import draw
from real_report import DECK, SUMMARY, made


@cache
def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="briefing-pictures-")  # held until the tests end, then removed


@cache
def pictures(area: int) -> dict[str, Path]:
    folder = Path(_folder().name) / str(area)
    folder.mkdir()
    drawn = {}
    for chart in made().brief(area).charts:
        drawn[chart.name] = folder / f"{chart.name}.png"
        drawn[chart.name].write_bytes(draw(chart, {}))
    return drawn


@cache
def deck(area: int) -> bytes:
    return fill_deck(DECK, made().brief(area))


@cache
def summary(area: int) -> bytes:
    return fill_summary(SUMMARY, made().brief(area), pictures(area))
