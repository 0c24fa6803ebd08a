"""Assemble: the Brief of an area, and the two documents that templates make of it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.assemble.composing import compose
from briefing.model import Brief

if TYPE_CHECKING:
    from slide_templates.package import Seal

__all__ = ["compose", "fill_deck", "fill_summary"]


def fill_deck(template: Path, brief: Brief, seal: Seal | None = None) -> bytes:
    """See ``briefing.assemble.slides.fill_deck``; PowerPoint's library is loaded when a deck is made, not before."""
    from briefing.assemble.slides import fill_deck as fill  # noqa: PLC0415

    return fill(template, brief, seal)


def fill_summary(template: Path, brief: Brief, pictures: Mapping[str, Path], seal: Seal | None = None) -> bytes:
    """See ``briefing.assemble.word.fill_summary``; Word's library is loaded when a summary is made, not before."""
    from briefing.assemble.word import fill_summary as fill  # noqa: PLC0415

    return fill(template, brief, pictures, seal)
