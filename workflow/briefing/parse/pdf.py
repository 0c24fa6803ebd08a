"""A .pdf with a text layer → lines of text: running heads and page numbers out, columns in order, cut lines joined."""

from __future__ import annotations

import contextlib
import io
import logging
import re
import zlib
from typing import Any

from briefing.errors import BriefingError
from briefing.parse.pdf_layout import Word, paragraphs_of

MOST_PAGES = 300
MOST_UNPACKED = 256 * 1024 * 1024
MOST_STREAM = 32 * 1024 * 1024
_PIECE = 1024 * 1024
_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")  # what begins like zlib's data


def lines_of_pdf(data: bytes, name: str) -> list[str]:
    """One line a paragraph. BriefingError when there is no text layer (a scan) or the file cannot be opened."""
    import pdfplumber  # noqa: PLC0415 -- 0.3 s to import: only when a PDF comes

    # It tells of every oddity of a drawing, and we read no drawings.
    logging.getLogger("pdfminer").setLevel(logging.ERROR)
    _refuse_bomb(data, name)
    try:
        with pdfplumber.open(io.BytesIO(data)) as document:
            if len(document.pages) > MOST_PAGES:
                raise BriefingError(
                    f"{name}: {len(document.pages)} pages are no work report (limit {MOST_PAGES}); print the report alone to PDF."
                )
            pages = [_words(page) for page in document.pages]
            width = max((float(page.width) for page in document.pages), default=0.0)
    except BriefingError:
        raise
    except Exception as error:  # pdfminer raises many kinds for damaged files
        raise BriefingError(
            f"{name}: the PDF cannot be opened ({error.__class__.__name__}: {error}); print or export it to PDF again."
        ) from error
    if sum(len(word.text) for page in pages for word in page) < 100:
        raise BriefingError(
            f"{name}: the PDF has no text layer (a scan); recognise its text (OCR) and save that as .docx or .txt."
        )
    return paragraphs_of(pages, width)


def _words(page: Any) -> list[Word]:
    found = page.extract_words(x_tolerance=1.5, y_tolerance=3, keep_blank_chars=True, use_text_flow=False)
    return [Word(one["text"], one["x0"], one["x1"], one["top"], one["bottom"]) for one in found]


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
