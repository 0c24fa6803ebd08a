"""Filled documents as PDF and PNG, and again whenever a template is saved."""

from __future__ import annotations

import shutil
import subprocess
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

from briefing.errors import BriefingError

_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120  # for LibreOffice, cold and on a slow machine
_DOTS = 80 / 72  # pixels a point: a slide is about 1060 wide


def office() -> str:
    """The path of LibreOffice, empty when there is none."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), "")


def as_pictures(documents: Sequence[Path]) -> list[Path]:
    """A PDF and the pages as ``<stem>-<n>.png`` beside each document; gives all that was written.

    BriefingError when LibreOffice fails or takes too long.
    """
    with tempfile.TemporaryDirectory() as profile:
        command = [office(), f"-env:UserInstallation={Path(profile).as_uri()}", "--headless", "--convert-to", "pdf"]
        written = []
        for document in documents:  # the PDF of the last time must not be taken for that of this time
            _drop_old(document)
        try:
            done = subprocess.run(
                [*command, "--outdir", str(documents[0].parent), *map(str, documents)],
                check=False,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                errors="replace",
                timeout=_SECONDS,
            )
        except subprocess.TimeoutExpired as error:
            raise BriefingError(
                f"LibreOffice has not made a PDF in {_SECONDS} seconds; close it and try again."
            ) from error
    for document in documents:
        pdf = document.with_suffix(".pdf")
        if not pdf.is_file():
            said = " ".join((done.stderr or done.stdout).split())[:200]
            raise BriefingError(f"{document}: LibreOffice has made no PDF of it ({said}); open it in Office and look.")
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
