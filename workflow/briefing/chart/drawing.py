"""Draw one chart as PNG: bars from zero, last year solid, target outlined, values written on the bars as printed."""

from __future__ import annotations

import io
import warnings
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure
from matplotlib.font_manager import fontManager

from briefing.errors import BriefingError
from briefing.model import ChartBar, ChartSpec

FONTS = Path(__file__).resolve().parents[3] / "templates" / "fonts"
_WIDTH = 156 / 25.4  # the width of the text on an A4 page after GB/T 9704, in inches
_SHARED_MARGINS = (0.28, 0.24)  # of pictures whose bars have one scale: shares of their width for labels and for values
_TITLE_MM = 9.5  # from the top down to below the title
# Name of the PNG's text that says which share of its height this is, for documents that tell the title in a caption.
TITLE_SHARE = "Title share"
_DEFAULTS: dict[str, Any] = {
    "colour": "#1F4E79",  # 8.66 to 1 on white
    "text_colour": "#262626",
    "source_colour": "#595959",
    "dpi": 200,  # twice what a screen shows at this size
    "bar_height_mm": 5,
}


def draw(spec: ChartSpec, settings: Mapping[str, object]) -> bytes:
    """PNG of ``spec``, the same bytes for the same input. ``settings`` may override colours (``#rrggbb``), ``dpi``
    and ``bar_height_mm``; ``BriefingError`` for an unknown or unusable setting, or a character without a glyph."""
    look = _look(settings)
    _register_fonts()
    with warnings.catch_warnings(), mpl.rc_context({"font.family": ["Noto Sans SC", "DejaVu Sans"]}):
        warnings.filterwarnings("error", message=".*[Gg]lyph.*missing.*")
        try:
            figure = _KINDS[spec.kind](spec, look)
            buffer = io.BytesIO()
            share = _TITLE_MM / (figure.get_figheight() * 25.4)
            figure.savefig(
                buffer, format="png", dpi=look["dpi"], metadata={"Software": None, TITLE_SHARE: f"{share:.4f}"}
            )
        except UserWarning as warning:
            raise BriefingError(
                f"chart {spec.name} of area {spec.area}: {warning}; no font in templates/fonts has this character, "
                "add a font that has it."
            ) from None
    return buffer.getvalue()


def _look(settings: Mapping[str, object]) -> dict[str, Any]:
    unknown = sorted(set(settings) - set(_DEFAULTS))
    if unknown:
        raise BriefingError(f"setting drawing.{unknown[0]}: unknown; there are {', '.join(_DEFAULTS)}.")
    look = {**_DEFAULTS, **settings}
    for name in ("dpi", "bar_height_mm"):
        if not isinstance(look[name], int | float) or not 1 <= look[name] <= 1200:
            raise BriefingError(f"setting drawing.{name}: found {look[name]!r}, expected a number from 1 to 1200.")
    for name in ("colour", "text_colour", "source_colour"):
        if not mpl.colors.is_color_like(look[name]):
            raise BriefingError(f"setting drawing.{name}: found {look[name]!r}, expected a colour such as #1F4E79.")
    return look


@cache
def _register_fonts() -> None:
    for path in sorted(FONTS.glob("*.otf")):
        fontManager.addfont(path)
    if not any(font.name == "Noto Sans SC" for font in fontManager.ttflist):
        raise BriefingError(f"{FONTS}: holds no Noto Sans SC font; restore the folder from the project.")


def _bars(spec: ChartSpec, look: dict[str, Any]) -> Figure:
    millimetres = 13 + len(spec.bars) * (look["bar_height_mm"] + 4) + 9
    figure, axes = _canvas(spec, look, millimetres)
    places = range(len(spec.bars))
    for place, bar in zip(places, spec.bars, strict=True):
        _bar(axes, place, bar, look)
    axes.set_ylim(len(spec.bars) - 0.45, -0.55)
    axes.set_yticks(list(places), [_shown(bar.label) for bar in spec.bars], fontsize=11, color=look["text_colour"])
    largest = float(max(spec.axis_end, *(bar.value for bar in spec.bars))) or 1.0
    axes.set_xlim(0, largest * 1.02)
    for place, bar in zip(places, spec.bars, strict=True):
        axes.annotate(
            _shown(bar.display), (float(bar.value), place), xytext=(6, 0), textcoords="offset points",
            va="center", ha="left", fontsize=12, fontweight="bold", color=look["text_colour"], annotation_clip=False,
        )  # fmt: skip
    _fit(axes, spec)
    return figure


def _share(spec: ChartSpec, look: dict[str, Any]) -> Figure:
    (bar,) = spec.bars
    figure, axes = _canvas(spec, look, 13 + look["bar_height_mm"] + 22)
    axes.barh([0], [100], height=0.55, facecolor="#F2F2F2", edgecolor="#A6A6A6", linewidth=0.8)
    _bar(axes, 0, bar, look)
    axes.set_xlim(0, 100)
    axes.set_ylim(0.9, -0.45)
    axes.set_yticks([])
    axes.set_position((0.03, 0.2, 0.94, 0.5))
    # Flush left with the part, since the words are wider than a small one.
    axes.annotate(
        f"{_shown(bar.label)} {_shown(bar.display)}", (0, 0), xytext=(0, -26),
        textcoords="offset points", ha="left", va="center", fontsize=12, fontweight="bold", color=look["text_colour"],
    )  # fmt: skip
    return figure


def _number(spec: ChartSpec, look: dict[str, Any]) -> Figure:
    (bar,) = spec.bars
    figure, axes = _canvas(spec, look, 36)
    axes.set_position((0.03, 0.18, 0.94, 0.62))
    axes.set_yticks([])
    axes.spines["left"].set_visible(False)
    axes.text(0.5, 0.62, _shown(bar.display), transform=axes.transAxes, ha="center", va="center", fontsize=32,
              fontweight="bold", color=look["colour"])  # fmt: skip
    axes.text(0.5, 0.1, _shown(bar.label), transform=axes.transAxes, ha="center", va="center", fontsize=13,
              color=look["text_colour"])  # fmt: skip
    return figure


def _canvas(spec: ChartSpec, look: dict[str, Any], millimetres: float) -> tuple[Figure, Any]:
    height = millimetres / 25.4
    figure = Figure(figsize=(_WIDTH, height), dpi=look["dpi"], facecolor="white")
    axes = figure.add_axes((0.2, 9 / millimetres, 0.6, (millimetres - 22) / millimetres))
    figure.text(0.02, 1 - 6.5 / millimetres, _shown(spec.title), fontsize=13, fontweight="bold", va="center",
                color=look["text_colour"])  # fmt: skip
    figure.text(0.02, 4 / millimetres, _shown(spec.source), fontsize=8, va="center", color=look["source_colour"])
    for side in ("top", "right", "bottom"):
        axes.spines[side].set_visible(False)
    axes.spines["left"].set_color("#7F7F7F")
    axes.tick_params(left=False, bottom=False, labelbottom=False)
    return figure, axes


def _bar(axes: Any, place: int, bar: ChartBar, look: dict[str, Any]) -> None:
    solid = bar.series == "result"
    axes.barh(
        [place], [float(bar.value)], height=0.55, facecolor=look["colour"] if solid else "white",
        edgecolor=look["colour"], linewidth=1.6,
    )  # fmt: skip


def _fit(axes: Any, spec: ChartSpec) -> None:
    """Room for the longest label on the left and the longest value on the right, whatever they are."""
    left = min(0.45, 0.03 + max(_width(bar.label) for bar in spec.bars) * 11 / 72 / _WIDTH)
    right = min(0.4, 0.03 + max(_width(bar.display) for bar in spec.bars) * 12 / 72 / _WIDTH)
    if spec.axis_end:  # of one length with those of the chart it stands with
        left, right = _SHARED_MARGINS
    box = axes.get_position()
    axes.set_position((left, box.y0, 1 - left - right, box.height))
    room = (left - 0.03) * _WIDTH * 72
    for label in axes.get_yticklabels():
        width = _width(label.get_text()) * 11
        if width > room:
            label.set_fontsize(max(8.0, 11 * room / width))


def _width(text: str) -> float:
    """In ems: a Chinese character is one, a Latin letter or digit a little over half."""
    return sum(1.0 if ord(one) > 0x2E80 or one in "“”—…" else 0.58 for one in text)


def _shown(text: str) -> str:
    """``$`` would start mathematics in matplotlib; PM2.5 gets its subscript."""
    return text.replace("$", r"\$").replace("PM2.5", "PM₂.₅").replace("PM10", "PM₁₀")


_KINDS = {"comparison": _bars, "bars": _bars, "share": _share, "number": _number}
