"""LibreOffice as a printer: Word and PowerPoint documents → PDF, every font embedded, the same bytes each time on one machine."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefing.errors import BriefingError
from briefing.limits import lift
from briefing.line_breaks import joined, profile_item

_PROGRAMS = ("soffice", "libreoffice")
SECONDS = 180  # cold and on a slow machine
# A profile of our own: tags for screen readers, every font embedded, no macro run.
_SETTINGS = {
    "Filter/PDF/Export": {"UseTaggedPDF": "true", "EmbedStandardFonts": "true"},
    "Security/Scripting": {"MacroSecurityLevel": "3"},
}
_ITEM = '<item oor:path="/org.openoffice.Office.Common/{}"><prop oor:name="{}" oor:op="fuse"><value>{}</value></prop></item>'
_PROFILE = '<oor:items xmlns:oor="http://openoffice.org/2001/registry">{}</oor:items>'
# What it takes from the clock and from chance. What replaces it is as long, so that no offset within the file moves.
_MOMENT = re.compile(rb"(?<=/CreationDate\(D:)\d{14}Z'(?=\))")
_MARK = re.compile(rb"(?<=/ID \[ <)[0-9A-F]{32}(?=>)|(?<=\n<)[0-9A-F]{32}(?=> \])|(?<=/DocChecksum /)[0-9A-F]{32}")


def program() -> str:
    """The path of LibreOffice, empty when there is none."""
    return next((found for name in _PROGRAMS if (found := shutil.which(name))), "")


def print_to_pdf(documents: Sequence[tuple[str, bytes]]) -> list[bytes]:
    """The PDF of each document, in order; ``documents``: file name and bytes of each .docx or .pptx.

    BriefingError when there is no LibreOffice, when it makes no PDF, or when it takes too long.
    """
    office = program()
    if not office:
        raise BriefingError(
            "LibreOffice is not installed, so no PDF can be made; install libreoffice-writer and libreoffice-impress, "
            "or ask for none (pdf: false)."
        )
    with tempfile.TemporaryDirectory(prefix="briefing-pdf-") as name:
        folder = Path(name)
        profile = make_profile(folder / "profile", [content for _, content in documents])
        copies = [folder / f"{number}{Path(called).suffix}" for number, (called, _) in enumerate(documents)]
        for copy, (_, content) in zip(copies, documents, strict=True):
            copy.write_bytes(joined(content))
        said = _run([office, profile, "--headless", "--convert-to", "pdf", "--outdir", name, *map(str, copies)], folder)
        made = [copy.with_suffix(".pdf") for copy in copies]
        for (called, _), pdf in zip(documents, made, strict=True):
            if not pdf.is_file():
                raise BriefingError(
                    f"{called}: LibreOffice has made no PDF of it ({said[:200]}); open it in Office and look."
                )
        return [pdf.read_bytes() for pdf in made]


def make_profile(folder: Path, documents: Sequence[bytes]) -> str:
    """A profile for printing ``documents`` in the absent ``folder``; the argument that makes LibreOffice use it."""
    settings = folder / "user" / "registrymodifications.xcu"
    settings.parent.mkdir(parents=True)
    items = [_ITEM.format(path, *one) for path, values in _SETTINGS.items() for one in values.items()]
    settings.write_text(_PROFILE.format("".join([*items, profile_item(documents)])), encoding="utf-8")
    return f"-env:UserInstallation={folder.as_uri()}"


def without_chance(pdf: bytes, year: int, month: int, day: int) -> bytes:
    """What LibreOffice made, dated on that day, its marks made of its own content: the same for the same document."""
    dated = _MOMENT.sub(b"%04d%02d%02d000000Z'" % (year, month, day), pdf)
    mark = hashlib.sha256(_MARK.sub(b"0" * 32, dated)).hexdigest()[:32].upper()
    return _MARK.sub(mark.encode("ascii"), dated)


def _run(command: list[str], folder: Path) -> str:
    """What LibreOffice said, on one line. It starts programs of its own: all of them end with it."""
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={**os.environ, "TZ": "UTC", "LC_ALL": "C.UTF-8"},  # neither moments nor words of this machine
        start_new_session=True,
        preexec_fn=lift,  # noqa: PLW1509 -- it makes two system calls and takes no lock
    )
    try:
        said, _ = process.communicate(timeout=SECONDS)
    except subprocess.TimeoutExpired as error:
        raise BriefingError(f"LibreOffice has made no PDF in {SECONDS} seconds; close it and run again.") from error
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
    return " ".join(said.decode("utf-8", "replace").split())
