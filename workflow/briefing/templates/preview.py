"""Filled documents as PDF and PNG, and again whenever a template is saved."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

from briefing.libreoffice import print_to_pdf

_DOTS = 80 / 72  # pixels a point: a slide is about 1060 wide


def as_pictures(documents: Sequence[Path]) -> list[Path]:
    """A PDF and the pages as ``<stem>-<n>.png`` beside each document; gives all that was written.

    BriefingError when LibreOffice fails or takes too long.
    """
    for document in documents:  # the pages of the last time must not be taken for those of this time
        _drop_old(document)
    written = []
    pdfs = print_to_pdf([(document.name, document.read_bytes()) for document in documents])
    for document, content in zip(documents, pdfs, strict=True):
        pdf = document.with_suffix(".pdf")
        pdf.write_bytes(content)
        written += [pdf, *_pages(pdf)]
    return written


def _drop_old(document: Path) -> None:
    for old in (document.with_suffix(".pdf"), *document.parent.glob(f"{document.stem}-*.png")):
        old.unlink(missing_ok=True)


def _pages(pdf: Path) -> list[Path]:
    pictures = []
    with pypdfium2.PdfDocument(pdf) as pages:
        for number, page in enumerate(pages, 1):
            picture = pdf.with_name(f"{pdf.stem}-{number}.png")
            page.render(scale=_DOTS).to_pil().save(picture)
            pictures.append(picture)
    return pictures


def watch(
    files: Callable[[], Sequence[Path]],
    saved: Callable[[list[Path]], None],
    *,
    goes_on: Callable[[], bool] = lambda: True,
    pause: float = 0.5,
) -> None:
    """Call ``saved`` with the files that were saved, once they rest: Office writes a file in several steps.

    ``files`` gives the files to look at; ``goes_on`` is asked after each look.
    """
    known = {path: _mark(path) for path in files()}
    waiting: set[Path] = set()
    while goes_on():
        time.sleep(pause)
        now = {path: _mark(path) for path in files()}
        moved = {path for path, mark in now.items() if known.get(path) != mark}
        settled = sorted(path for path in waiting - moved if now.get(path))
        waiting = moved | (waiting - set(settled) - moved)
        known = now
        if settled:
            saved(settled)


def _mark(path: Path) -> tuple[int, int]:
    try:
        told = path.stat()
    except OSError:
        return (0, 0)  # Office takes the file away for a moment while it saves
    return (told.st_mtime_ns, told.st_size)
