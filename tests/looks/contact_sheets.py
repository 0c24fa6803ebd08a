"""All decks and summaries of each report as one picture, to be looked at after a change: ``make contact-sheets``.

``contact_sheets.py [--output DIR] [--sheets DIR] [--dpi N] [REPORT …]``: every report below DIR (``output``) or those named.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw

from rendering import missing, to_pdf, to_pictures

_GAP, _LABEL = 12, 22


def main() -> None:
    parser = argparse.ArgumentParser(description="One picture of all decks and summaries of each report.")
    parser.add_argument("--output", type=Path, default=Path("output"), help="what the workflow made")
    parser.add_argument("--sheets", type=Path, default=Path("output/contact-sheets"), help="where the sheets go")
    parser.add_argument("--dpi", type=int, default=40)
    parser.add_argument("--width", type=int, default=8, help="slides side by side")
    parser.add_argument("reports", nargs="*", help="ids of reports; all when none is named")
    given = parser.parse_args()
    if missing():
        print(f"no contact sheets: {missing()}")
        return
    reports = given.reports or sorted(path.parent.name for path in given.output.glob("*/decks"))
    if not reports:
        sys.exit(f"{given.output}: holds no report with decks; run make packs first")
    given.sheets.mkdir(parents=True, exist_ok=True)
    for report in reports:
        sheet = _sheet(given.output / report, given.dpi, given.width)
        path = given.sheets / f"{report}.png"
        sheet.save(path)
        print(f"{path}  {sheet.width} x {sheet.height}")


def _sheet(report: Path, dpi: int, across: int) -> Image.Image:
    """A row of slides or pages for each document, further rows where they do not fit into one."""
    documents = sorted((*report.glob("decks/*.pptx"), *report.glob("summaries/*.docx")), key=_order)
    if not documents:
        sys.exit(f"{report}: holds no decks and summaries; run make packs first")
    with tempfile.TemporaryDirectory(prefix="briefing-sheet-") as folder:
        rows: list[tuple[str, list[Image.Image]]] = []
        # Decks and summaries bear the same stems, so each kind is drawn in a folder of its own.
        drawn = {kind: Path(folder) / kind for kind in (".pptx", ".docx")}
        for kind, into in drawn.items():
            to_pdf([one for one in documents if one.suffix == kind], into)
        for document in documents:
            pictures = to_pictures(drawn[document.suffix] / f"{document.stem}.pdf", dpi)
            images = [Image.open(picture).convert("RGB") for picture in pictures]
            count = across if document.suffix == ".pptx" else across * 2
            for start in range(0, len(images), count):
                label = f"{document.parent.name}/{document.name}: {len(images)}" if start == 0 else ""
                rows.append((label, images[start : start + count]))
    return _tiled(rows)


def _order(document: Path) -> tuple[int, str, int]:
    return (
        int(document.stem) if document.stem.isdigit() else 0,
        document.stem,
        ".pptx .docx".find(document.suffix),
    )


def _tiled(rows: list[tuple[str, list[Image.Image]]]) -> Image.Image:
    width = max(sum(image.width + _GAP for image in images) for _, images in rows) + _GAP
    height = sum(max(image.height for image in images) + _GAP + _LABEL for _, images in rows) + _GAP
    sheet = Image.new("RGB", (width, height), "#8C8C8C")
    pen = ImageDraw.Draw(sheet)
    top = _GAP
    for label, images in rows:
        pen.text((_GAP, top), label, fill="white", font_size=16)
        left = _GAP
        for image in images:
            sheet.paste(image, (left, top + _LABEL))
            left += image.width + _GAP
        top += max(image.height for image in images) + _GAP + _LABEL
    return sheet


if __name__ == "__main__":
    main()
