"""Make small pictures of slides or pages for the report's page, with LibreOffice; without it, say so.

What the last run drew is taken again for documents that are the same. A fault of LibreOffice is told in the file and on the
page, and stops nothing: the documents themselves are whole.
"""

from __future__ import annotations

import argparse
import hashlib
import shutil
import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefing.commands.options import add_output
from briefing.errors import BriefingError
from briefing.files import read_json, write_json
from briefing.given import read_bytes
from briefing.libreoffice import program
from briefing.pack.thumbnails import Pictured, Thumbnails, small

_AT_ONCE = 8


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The documents, and the file to write."""
    parser.add_argument(
        "--documents", type=Path, nargs="+", required=True, metavar="PATH", help="decks/<n>.pptx or summaries/<n>.docx"
    )
    add_output(parser)


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    kept = {one.sha256: one.pictures for one in _before(given.output).documents}
    marks = {path: hashlib.sha256(read_bytes(path)).hexdigest() for path in given.documents}
    fresh = [path for path, mark in marks.items() if mark not in kept]
    said = ""
    try:
        if fresh:
            kept |= {marks[path]: pictures for path, pictures in _drawn(fresh).items()}
    except BriefingError as error:
        said = "LibreOffice 未能制作缩略图。"
        print(error)
    except _NoOfficeError:
        said = "本机没有 LibreOffice，未制作缩略图。"
        print("There is no LibreOffice on this machine, so the page has no thumbnails.")
    pictured = tuple(Pictured(path.name, mark, kept[mark]) for path, mark in marks.items() if mark in kept)
    write_json(given.output, Thumbnails(said, pictured))
    print(f"{len(fresh)} of {len(marks)} documents drawn.")


class _NoOfficeError(Exception):
    """There is no LibreOffice."""


def _before(path: Path) -> Thumbnails:
    try:
        return read_json(path, Thumbnails)
    except (BriefingError, KeyError, TypeError, AttributeError):
        return Thumbnails("", ())


def _drawn(documents: Sequence[Path]) -> dict[Path, tuple[str, ...]]:
    from briefing.templates.preview import as_pictures  # noqa: PLC0415 -- only where there is something to draw

    if not program():
        raise _NoOfficeError
    drawn: dict[Path, tuple[str, ...]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for some in _batched(documents):
            copies = [Path(folder) / path.name for path in some]
            for path, copy in zip(some, copies, strict=True):
                shutil.copyfile(path, copy)
            pages = [one for one in as_pictures(copies) if one.suffix == ".png"]
            for path in some:
                own = [page for page in pages if page.name.rpartition("-")[0] == path.stem]
                drawn[path] = tuple(small(page.read_bytes()) for page in own)
    return drawn


def _batched(documents: Sequence[Path]) -> list[Sequence[Path]]:
    """As many at a time as LibreOffice draws well within its time."""
    return [documents[at : at + _AT_ONCE] for at in range(0, len(documents), _AT_ONCE)]
