"""What was read back from a finished document: passages with their places, table rows, pictures, charts, slides."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from briefing.audit.package import Package

SUMMARY, DECK, KEYPOINTS = "summary", "deck", "keypoints"


@dataclass(frozen=True)
class Passage:
    """One paragraph, cell, note or alt text. ``group`` names the shape or row it belongs to; ``slide`` is 0 in Word."""

    place: str
    kind: str  # text, title, table, chart, notes, alt, property
    text: str
    slide: int = 0
    group: str = ""


@dataclass(frozen=True)
class Row:
    """One row of a table below its header."""

    place: str
    header: tuple[str, ...]
    cells: tuple[str, ...]
    slide: int = 0


@dataclass(frozen=True)
class Picture:
    place: str
    alt: str
    content: bytes | None  # None: the part it refers to is missing
    slide: int = 0


@dataclass(frozen=True)
class Series:
    """Cached values of one series; a category without a value is None. ``labels`` are texts written on points."""

    name: str
    categories: tuple[str, ...]
    values: tuple[Decimal | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True)
class Chart:
    """A native chart; ``workbook`` is the file inside it, None when there is none."""

    place: str
    name: str
    title: str
    alt: str
    series: tuple[Series, ...]
    workbook: bytes | None
    slide: int = 0


@dataclass(frozen=True)
class Slide:
    number: int
    title: str
    has_title: bool
    empty_placeholders: tuple[str, ...]


@dataclass
class Document:
    """``file`` is SUMMARY or DECK. ``languages`` are the East Asian languages that runs and defaults name."""

    file: str
    package: Package
    passages: list[Passage] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)
    pictures: list[Picture] = field(default_factory=list)
    charts: list[Chart] = field(default_factory=list)
    slides: list[Slide] = field(default_factory=list)
    languages: list[tuple[str, str]] = field(default_factory=list)  # place, language
    properties: dict[str, str] = field(default_factory=dict)


def core_properties(package: Package) -> dict[str, str]:
    """dc:title, dc:language and their neighbours by their local names."""
    for name in package.related("", "core-properties"):
        if name in package.parts:
            return {str(one.tag).rsplit("}", 1)[-1]: one.text or "" for one in package.tree(name)}
    return {}
