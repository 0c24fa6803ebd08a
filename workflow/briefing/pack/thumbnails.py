"""Small pictures of slides and pages for the report's page, as data that goes into the page itself."""

from __future__ import annotations

import base64
import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image

WIDTH = 360  # pixels of a slide; a page is as high as a slide is wide
_COLOURS = 32


@dataclass(frozen=True)
class Pictured:
    """The pages of one document as PNG in base64; ``sha256`` is the document's, so that an unchanged one is not drawn again."""

    document: str
    sha256: str
    pictures: tuple[str, ...]


@dataclass(frozen=True)
class Thumbnails:
    """``said`` is empty, or says in Chinese why there are none."""

    said: str
    documents: tuple[Pictured, ...]


def small(picture: bytes) -> str:
    """A PNG cut down to a thumbnail with few colours, in base64."""
    with Image.open(io.BytesIO(picture)) as page:
        page.thumbnail((WIDTH, WIDTH), Image.Resampling.LANCZOS)
        few = page.convert("RGB").quantize(_COLOURS, Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    buffer = io.BytesIO()
    few.save(buffer, "PNG", optimize=True)
    return base64.b64encode(buffer.getvalue()).decode("ascii")


def alternative(kind: str, number: int, count: int) -> str:
    """What a thumbnail shows, for those who do not see it: ``kind`` is decks or summaries."""
    return f"汇报第{number}页，共{count}页" if kind == "decks" else f"摘要第{number}页，共{count}页"


def pictures_of(thumbnails: Sequence[tuple[str, Thumbnails]], area: int) -> list[tuple[str, str]]:
    """(data URI, alternative text) of every page of the area's documents, in the order of ``thumbnails``: (kind, pictures)."""
    return [
        (f"data:image/png;base64,{picture}", alternative(kind, number, len(one.pictures)))
        for kind, made in thumbnails
        for one in made.documents
        if one.document.partition(".")[0] == str(area)
        for number, picture in enumerate(one.pictures, 1)
    ]
