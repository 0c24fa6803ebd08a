"""What a caller hands to the template layer: rich text, pictures, chart data, document properties, limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Run:
    """A stretch of text and how it differs from the text around its tag; ``accent`` 1–6 is a colour of the theme.

    ``link``: name of a file beside the finished document, which the text leads to."""

    text: str
    bold: bool = False
    italic: bool = False
    subscript: bool = False
    superscript: bool = False
    accent: int = 0
    link: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether it looks as the text around."""
        return not (self.bold or self.italic or self.subscript or self.superscript or self.accent or self.link)


@dataclass(frozen=True)
class Picture:
    """A picture file (or its bytes) and the words that stand for it when it cannot be seen.

    ``crop_top``: the share of its height, from 0 to 1, that is hidden where a tag of a Word document prints it; ``width``: the share
    of the text's width that it has there.
    """

    content: Path | bytes
    alt_text: str = ""
    crop_top: float = 0.0
    width: float = 1.0


@dataclass(frozen=True)
class ChartSeries:
    """One series. ``values`` has one entry per category (None leaves a gap).

    ``labels`` are the words on each point's data label: ``()`` keeps the template's labels, an empty string takes one
    label away.
    ``style`` is the name of the series in the template's chart whose formatting is taken; empty means the series in
    the same place.
    """

    name: str
    values: tuple[Decimal | float | int | None, ...]
    labels: tuple[str, ...] = ()
    style: str = ""


@dataclass(frozen=True)
class ChartData:
    """What a native chart shows; its look stays the template's.

    ``title``, when given, replaces the text of the chart's title if the template's chart has one. ``number_format``
    is an Excel format. ``axis_end``: the value that the axis of values ends at; None leaves that to the program that shows it.
    """

    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    title: str = ""
    number_format: str = "General"
    alt_text: str = ""
    axis_end: Decimal | float | None = None


@dataclass(frozen=True)
class Properties:
    """The document's core properties; what is empty or None stays as the template has it, but ``author``: who made the
    template did not make the document. ``description`` is what Office shows as 备注 (Comments).
    """

    title: str = ""
    subject: str = ""
    author: str = ""
    keywords: str = ""
    created: datetime | None = None
    modified: datetime | None = None
    language: str = ""
    description: str = ""


@dataclass(frozen=True)
class Limits:
    """How much one rendering may do; a template that asks for more is refused."""

    slides: int = 400
    loop_steps: int = 50_000
    characters: int = 2_000_000
    template_bytes: int = 200_000_000  # unpacked


def runs_of(value: object) -> list[Run]:
    """The runs that ``{{ value }}`` prints.

    A string or number is one run, None is nothing, a list holds runs, strings or mappings with the fields of
    :class:`Run`.
    Raises TypeError for anything else, since printing a list or a mapping as Python writes it is never what an office
    means.
    """
    if value is None:
        return []
    if isinstance(value, Run):
        return [value]
    if isinstance(value, str):
        return [Run(str(value))]
    if isinstance(value, bool):
        raise TypeError("a yes/no value")
    if isinstance(value, Decimal):
        text = format(value, "f")
        return [Run(text.rstrip("0").rstrip(".") if "." in text else text)]
    if isinstance(value, int | float):
        return [Run(str(value))]
    if isinstance(value, Mapping):
        return [_run_of_mapping(value)]
    if isinstance(value, Sequence) and not isinstance(value, bytes):
        if all(isinstance(item, Run | str) or (isinstance(item, Mapping) and "text" in item) for item in value):
            return [run for item in value for run in runs_of(item)]
        raise TypeError("a list")
    raise TypeError(f"a value of type {type(value).__name__}")


_RUN_FIELDS = frozenset(field.name for field in fields(Run))


def _run_of_mapping(value: Mapping[Any, Any]) -> Run:
    if "text" not in value or not _RUN_FIELDS.issuperset(value):
        raise TypeError("a group of fields")
    return Run(**value)
