"""What changed between two versions of a template: fields, charts, pictures, slides or paragraphs that came or went."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import slide_templates
import word_templates
from briefing.errors import BriefingError
from briefing.templates.checking import is_word


@dataclass(frozen=True)
class Change:
    """``what`` is Chinese and English; a thing that is used twice and then once has vanished once."""

    what: str
    appeared: tuple[str, ...]
    vanished: tuple[str, ...]


def changes(old: Path, new: Path) -> list[Change]:
    """Only what differs, in a fixed order. BriefingError when the files are of two kinds or cannot be read."""
    if is_word(old) != is_word(new):
        raise BriefingError(
            f"{old} and {new}: one is for Word, the other for PowerPoint; give two versions of one template."
        )
    before, after = _contents(old), _contents(new)
    found = []
    for what, was in before.items():
        came, gone = Counter(after[what]) - Counter(was), Counter(was) - Counter(after[what])
        if came or gone:
            found.append(Change(what, tuple(came.elements()), tuple(gone.elements())))
    return found


def _contents(template: Path) -> dict[str, Iterable[str]]:
    if is_word(template):
        used, outline = word_templates.contents(template), "段落 paragraphs"
    else:
        used, outline = slide_templates.contents(template), "幻灯片 slides"
    if used.unreadable:
        raise BriefingError(f"{template}: {used.unreadable}")
    return {
        "字段 fields": used.fields,
        "图表 charts": used.charts,
        "图片 pictures": used.pictures,
        outline: used.outline,
    }
