"""Bytes → text for .txt and .md: UTF-8 (with or without BOM), UTF-16, GB18030; undecidable bytes are an error."""

from __future__ import annotations

import codecs
import re

from briefing.errors import BriefingError

_HAN = re.compile(r"[\u4e00-\u9fff]")
_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"\A---\n.*?\n---\n", re.DOTALL), ""),  # front matter
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[([^\]\n]*)\]\((?:[^()\n]|\([^()\n]*\))*\)"), r"\1"),
    (re.compile(r"^[ ]{0,3}(?:[-*_][ ]*){3,}$", re.MULTILINE), ""),  # a rule
    (re.compile(r"^[ ]{0,3}\|?(?:[ ]*:?-{3,}:?[ ]*\|)+[ ]*(?::?-{3,}:?)?[ ]*$", re.MULTILINE), ""),  # a table's rule
    (re.compile(r"^[ ]{0,3}(?:>[ ]?|#{1,6}[ \t]+|[-*+][ \t]+)+", re.MULTILINE), ""),
    (re.compile(r"[ \t]+#+[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"(\*\*|__|~~)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]+?)(?<=[^\s*])\*(?![\w*])"), r"\1"),
    (re.compile(r"`+([^`\n]+)`+"), r"\1"),
    (re.compile(r"\\([\\`*_{}\[\]()#+\-.!>~|])"), r"\1"),
)
_BOLD = re.compile(r"\*\*[^*\s][^*\n]{0,60}\*\*")
_COMMON = frozenset("的一是在和了有大为国不年发展政府工作建设新推进全加强项目经济")


def decode(data: bytes, name: str) -> str:
    """Decode a report; BriefingError when no encoding gives Chinese text that reads like a report."""
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8-sig"),
        (codecs.BOM_UTF16_LE, "utf-16"),
        (codecs.BOM_UTF16_BE, "utf-16"),
    ):
        if data.startswith(mark):
            return _strict(data, encoding, name)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.reason == "unexpected end of data" and error.start > 0:
            # A file cut off inside its last character lost no more than that.
            return decode(data[: error.start], name)
    else:
        if "\x00" not in text:
            return text
    return max((_scored(data, encoding) for encoding in ("gb18030", "utf-16-le", "utf-16-be")), key=lambda one: one[0])[
        1
    ] or _undecidable(name)


def _strict(data: bytes, encoding: str, name: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return _undecidable(name)


def _scored(data: bytes, encoding: str) -> tuple[float, str]:
    """How much the text looks like Chinese prose: common characters among all; below 3 % it is not."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0, ""
    han = len(_HAN.findall(text))
    common = sum(text.count(char) for char in _COMMON)
    score = common / max(1, len(text))
    return (score, text) if han > 0.3 * len(text) and score >= 0.03 else (0.0, "")


def _undecidable(name: str) -> str:
    raise BriefingError(
        f"{name}: the bytes are neither UTF-8, UTF-16 nor GB18030 text; open the file in its program and save it as UTF-8 text."
    )


def is_markdown(text: str) -> bool:
    """Whether a text that is not named so was copied out of Markdown: **抓链条强集群，**做实16条重点产业链."""
    return len(_BOLD.findall(text)) >= 2


def without_markdown(text: str) -> str:
    """The words of a Markdown text; numbers of lists stay as they are written, since they number the report."""
    for pattern, new in _MARKUP:
        text = pattern.sub(new, text)
    return text
