"""A .pdf with a text layer → lines of text: running heads and page numbers out, columns in order, cut lines joined."""

from __future__ import annotations

import contextlib
import io
import logging
import re
import zlib
from collections import Counter
from typing import Any

from briefing.errors import BriefingError

_ENDS = tuple("。！？：；”）…")
MOST_PAGES = 300
MOST_UNPACKED = 256 * 1024 * 1024
MOST_STREAM = 32 * 1024 * 1024
_PIECE = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")  # what begins like zlib's data
_PAGE_NUMBER = re.compile(r"^[\s—\-–·第/]*\d{1,4}[\s—\-–·页/]*(?:共?\s*\d{1,4}\s*页?)?$")


def lines_of_pdf(data: bytes, name: str) -> list[str]:
    """One line a paragraph. BriefingError when there is no text layer (a scan) or the file cannot be opened."""
    import pdfplumber  # noqa: PLC0415 -- 0.3 s to import: only when a PDF comes

    logging.getLogger("pdfminer").setLevel(
        logging.ERROR
    )  # it tells of every oddity of a drawing, and we read no drawings
    _refuse_bomb(data, name)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise BriefingError(
                    f"{name}: {len(document.pages)} pages are no work report (limit {MOST_PAGES}); print the report alone to PDF."
                )
            pages = [_page_lines(page) for page in document.pages]
    except BriefingError:
        raise
    except Exception as error:  # pdfminer raises many kinds for damaged files
        raise BriefingError(
            f"{name}: the PDF cannot be opened ({error.__class__.__name__}: {error}); print or export it to PDF again."
        ) from error
    if sum(len(text) for page in pages for text, _, _ in page) < 100:
        raise BriefingError(
            f"{name}: the PDF has no text layer (a scan); recognise its text (OCR) and save that as .docx or .txt."
        )
    return _joined(_without_running_heads(pages))


def _refuse_bomb(data: bytes, name: str) -> None:
    """BriefingError when the compressed streams together unpack to more than MOST_UNPACKED: no library asks beforehand."""
    room = MOST_UNPACKED
    for found in _STREAM.finditer(data):
        unpacker = zlib.decompressobj()
        with contextlib.suppress(zlib.error):
            # In pieces, so that what is unpacked is never held as a whole.
            piece = unpacker.decompress(data[found.end() : found.end() + MOST_STREAM], _PIECE)
            while piece and room >= 0:
                room -= len(piece)
                piece = unpacker.decompress(unpacker.unconsumed_tail, _PIECE)
        if room < 0:
            raise BriefingError(
                f"{name}: its streams unpack to more than {MOST_UNPACKED} bytes; print the report to PDF again, without pictures."
            )


Line = tuple[str, float, float]  # text, left edge, right edge


def _page_lines(page: object) -> list[Line]:
    """Lines of a page top to bottom; two columns are read one after the other when no line crosses the middle."""
    words = page.extract_words(x_tolerance=1.5, y_tolerance=3, keep_blank_chars=True, use_text_flow=False)  # type: ignore[attr-defined]
    middle = float(page.width) / 2  # type: ignore[attr-defined]
    left = [word for word in words if word["x1"] <= middle]
    right = [word for word in words if word["x0"] >= middle]
    if len(left) > 5 and len(right) > 5 and len(left) + len(right) >= 0.9 * len(words) and len(right) > 0.5 * len(left):
        crossing = [word for word in words if word["x0"] < middle < word["x1"]]
        return _rows(crossing) + _rows(left) + _rows(right)
    return _rows(words)


def _rows(words: list[dict[str, Any]]) -> list[Line]:
    rows: list[list[dict[str, Any]]] = []
    for word in sorted(words, key=lambda one: (round(one["bottom"] / 4), one["x0"])):
        if rows and abs(rows[-1][-1]["bottom"] - word["bottom"]) < 5:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [
        (
            "".join(word["text"] for word in sorted(row, key=lambda one: one["x0"])),
            min(w["x0"] for w in row),
            max(w["x1"] for w in row),
        )
        for row in rows
    ]


def _without_running_heads(pages: list[list[Line]]) -> list[Line]:
    """Drop page numbers and what stands first or last on more than half of the pages (three at least)."""
    edges = Counter(_shape(page[k][0]) for page in pages if page for k in {0, len(page) - 1})
    often = {shape for shape, count in edges.items() if count >= 3 and count > 0.5 * len(pages)}
    kept: list[Line] = []
    for page in pages:
        for k, line in enumerate(page):
            at_edge = k in (0, 1, len(page) - 1, len(page) - 2)
            if not (at_edge and (_PAGE_NUMBER.match(line[0]) or _shape(line[0]) in often)):
                kept.append(line)
    return kept


def _shape(text: str) -> str:
    return re.sub(r"\d+", "0", text.strip())


def _joined(lines: list[Line]) -> list[str]:
    """A line that reaches the right margin goes on in the next one unless that is indented like a new paragraph."""
    if not lines:
        return []
    lefts = Counter(round(left) for _, left, _ in lines)
    margin = min(left for left, count in lefts.items() if count >= 0.05 * len(lines))
    right = sorted(edge for _, _, edge in lines)[int(0.8 * (len(lines) - 1))]
    paragraphs: list[str] = []
    full = False
    for text, left, edge in lines:
        starts = left > margin + 12 or (text[:1] == "　")
        if paragraphs and full and not starts:
            paragraphs[-1] += text.strip()
        else:
            paragraphs.append(text.strip())
        full = edge > right - 24
        if not full and not text.rstrip().endswith(_ENDS) and len(text) > 60:
            full = True
    return paragraphs
