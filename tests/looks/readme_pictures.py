"""The pictures in the README, made of the report in the repository: ``make pictures`` writes docs/images/*.png."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from PIL import Image

from area_documents import deck, summary
from briefing.assemble import fill_deck
from real_report import ROOT, made
from rendering import missing, to_pdf, to_pictures

AREA = 4
IMAGES = ROOT / "docs" / "images"
RED = ROOT / "templates" / "red" / "deck.pptx"
_GAP = 10
_COLOURS = 64  # of a slide, so that a picture stays small


def main() -> None:
    if missing():
        sys.exit(f"no pictures: {missing()}")
    with tempfile.TemporaryDirectory(prefix="briefing-pictures-") as name:
        folder = Path(name)
        for called, content in (
            ("blue.pptx", deck(AREA)),
            ("red.pptx", fill_deck(RED, made().brief(AREA))),
            ("paper.docx", summary(AREA)),
        ):
            (folder / called).write_bytes(content)
        to_pdf([folder / called for called in ("blue.pptx", "red.pptx", "paper.docx")], folder)
        slides = [Image.open(one) for one in to_pictures(folder / "blue.pdf", 48)]
        red = [Image.open(one) for one in to_pictures(folder / "red.pdf", 48)]
        pages = [Image.open(one) for one in to_pictures(folder / "paper.pdf", 48)]
    _save(_side_by_side([slides[0], slides[3], slides[4], slides[7]], 2), "deck.png")
    _save(_side_by_side([red[0], red[2]], 2), "red.png")
    _save(_side_by_side(pages[:3], 3), "paper.png")


def _side_by_side(pictures: list[Image.Image], across: int) -> Image.Image:
    width, height = pictures[0].size
    rows = -(-len(pictures) // across)
    sheet = Image.new("RGB", (across * (width + _GAP) - _GAP, rows * (height + _GAP) - _GAP), "#8C8C8C")
    for number, picture in enumerate(pictures):
        sheet.paste(picture, (number % across * (width + _GAP), number // across * (height + _GAP)))
    return sheet


def _save(picture: Image.Image, name: str) -> None:
    path = IMAGES / name
    picture.convert("RGB").quantize(_COLOURS).save(path, optimize=True)
    print(f"{path.relative_to(ROOT)}  {picture.width} x {picture.height}, {path.stat().st_size // 1024} KB")


if __name__ == "__main__":
    main()
