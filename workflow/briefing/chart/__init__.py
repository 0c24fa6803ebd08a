"""Chart: which metrics make which chart, as plain data; and the drawing of one chart as PNG."""

from __future__ import annotations

from collections.abc import Mapping

from briefing.chart.choosing import choose_charts, choose_growth
from briefing.model import ChartSpec

__all__ = ["choose_charts", "choose_growth", "draw"]


def draw(spec: ChartSpec, settings: Mapping[str, object]) -> bytes:
    """See ``briefing.chart.drawing.draw``; loaded when first used, since choosing needs no drawing library."""
    from briefing.chart.drawing import draw as draw_picture  # noqa: PLC0415

    return draw_picture(spec, settings)
