"""Which reader opens which kind of file; every kind gives lines of text."""

from __future__ import annotations

from pathlib import Path

from briefing.errors import BriefingError
from briefing.parse.pdf import lines_of_pdf
from briefing.parse.scattered import gathered
from briefing.parse.text import decode, is_markdown, without_markdown
from briefing.parse.web import lines_of_page, page_of_archive
from briefing.parse.word import lines_of_document
from briefing.parse.wrapping import unwrapped

MAX_BYTES = 64 * 1024 * 1024
KINDS = (".txt", ".md", ".docx", ".pdf", ".html", ".htm", ".mht", ".mhtml")
_SAVE_AS = "open it in Word or WPS and choose 另存为 → Word 文档 (*.docx)"
_CONVERT = {
    **dict.fromkeys((".doc", ".wps", ".wpt", ".rtf", ".dot", ".docm", ".odt"), _SAVE_AS),
    ".ofd": "open it in an OFD reader and export it as PDF with text, or copy its text into a .txt file",
    ".ceb": "open it in its reader and export it as PDF with text, or copy its text into a .txt file",
    **dict.fromkeys(
        (".jpg", ".jpeg", ".png", ".tif", ".tiff", ".bmp", ".heic"),
        "recognise its text (OCR) and save that as .docx or .txt",
    ),
}


def read_lines(path: Path) -> tuple[bytes, list[str]]:
    """The file's bytes and its lines of text. BriefingError for a kind, a size or a content that cannot be read."""
    kind = path.suffix.lower()
    if kind not in KINDS:
        advice = _CONVERT.get(kind, "save the report as .docx, .pdf, .html or .txt")
        raise BriefingError(f"{path.name}: files of kind {kind or '(none)'} are not read; {advice} and run again.")
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        raise BriefingError(f"{path}: cannot be read ({error.strerror}); check the file and its rights.") from error
    if size > MAX_BYTES:
        raise BriefingError(
            f"{path.name}: {size} bytes is no work report (limit {MAX_BYTES}); put the report's own file here."
        )
    if not data.strip():
        raise BriefingError(f"{path.name}: the file is empty; put the full text of the report into it and run again.")
    if kind == ".pdf":
        return data, lines_of_pdf(data, path.name)
    return data, unwrapped(gathered(_lines(data, path.name, kind)))


def _lines(data: bytes, name: str, kind: str) -> list[str]:
    if kind == ".docx":
        return lines_of_document(data, name)
    if kind in (".html", ".htm"):
        return lines_of_page(data, name)
    if kind in (".mht", ".mhtml"):
        return lines_of_page(page_of_archive(data, name), name)
    text = decode(data, name)
    return (without_markdown(text) if kind == ".md" or is_markdown(text) else text).splitlines()
