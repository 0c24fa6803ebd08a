"""Finished documents as pictures, drawn by LibreOffice and poppler: for people who look, and for the tests that measure."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from pathlib import Path

from briefing.libreoffice import make_profile
from briefing.line_breaks import joined

TOOLS = ("soffice", "pdftoppm")
_FONTS = Path(__file__).with_name("looks") / "fonts.conf"


def missing() -> str:
    """Why nothing can be drawn on this machine, or an empty text."""
    absent = [tool for tool in TOOLS if shutil.which(tool) is None]
    if not absent:
        return ""
    return (
        f"{' and '.join(absent)} not found; LibreOffice and poppler-utils draw the pictures, install them and run again"
    )


def to_pdf(documents: Sequence[Path], folder: Path, *, plain: bool = False) -> list[Path]:
    """Each of ``documents`` as ``<folder>/<stem>.pdf``, in one start of LibreOffice, which costs more than a document.

    ``plain``: with the fonts that this machine happens to have, as somebody without ours sees it. The stems must differ. ``RuntimeError`` names what LibreOffice did not convert.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="briefing-office-") as name:
        profile = make_profile(Path(name, "profile"), [document.read_bytes() for document in documents])
        copies = [Path(name, document.name) for document in documents]
        for copy, document in zip(copies, documents, strict=True):
            copy.write_bytes(joined(document.read_bytes()))
        said = subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", "pdf",
             "--outdir", str(folder), *map(str, copies)],
            env=os.environ | ({} if plain else {"FONTCONFIG_FILE": str(_FONTS)}), capture_output=True, text=True, timeout=900,
        )  # fmt: skip
    made = [folder / f"{document.stem}.pdf" for document in documents]
    left = [document.name for document, pdf in zip(documents, made, strict=True) if not pdf.exists()]
    if left:
        raise RuntimeError(f"LibreOffice did not convert {', '.join(left)}: {said.stderr.strip()[-400:]}")
    return made


def to_pictures(pdf: Path, dpi: int) -> list[Path]:
    """The pages of ``pdf`` in order, as PNG files beside it."""
    subprocess.run(["pdftoppm", "-r", str(dpi), "-png", str(pdf), str(pdf.with_suffix(""))], check=True)
    return sorted(pdf.parent.glob(f"{pdf.stem}-*.png"))
