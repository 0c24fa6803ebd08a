"""What a reader would see on rendered pages and trip over: words that run into each other, off the page or out of their
box, lines that begin with a closing mark. Works on the PDF that LibreOffice made and on the document it was made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pdfplumber
import pptx
from pptx.util import Emu

_POINTS = 12700
NO_LINE_STARTS = "，。、；：？！）》〉”’】〕％%"
NO_LINE_ENDS = "（《〈“‘【〔"
UNITS = "万亿千百多余个家亩户元人项公米座所条名处部件场台吨平倍套年月日岁"
CLOSING = "）》〉”’】〕"
_COUNTED = re.compile(rf"[0-9][{UNITS}]+$")
_BLANKS = " \t\n\u200b\u3000\xa0"  # among them the one of no width, where a list of numbers may break
_MOST_SHARED = 0.3  # of the smaller of two characters; less is the side bearing that fonts leave


@dataclass(frozen=True)
class Line:
    """One printed line of a page, its characters in order; points from the top left."""

    page: int
    text: str
    left: float
    right: float
    top: float
    bottom: float


def characters(pdf: Path) -> Iterator[tuple[int, float, float, list[dict[str, float]]]]:
    """Page number, its width and height in points, and its printed characters."""
    with pdfplumber.open(pdf) as document:
        for number, page in enumerate(document.pages, 1):
            yield (
                number,
                float(page.width),
                float(page.height),
                [one for one in page.chars if one["text"].strip(_BLANKS)],
            )


def colliding(chars: list[dict[str, float]]) -> list[str]:
    """Pairs of characters that are printed over each other."""
    found = []
    placed = sorted(chars, key=lambda one: one["top"])
    for at, one in enumerate(placed):
        for other in placed[at + 1 :]:
            if other["top"] >= one["bottom"]:
                break
            wide = min(one["x1"], other["x1"]) - max(one["x0"], other["x0"])
            high = min(one["bottom"], other["bottom"]) - max(one["top"], other["top"])
            smaller = min((c["x1"] - c["x0"]) * (c["bottom"] - c["top"]) for c in (one, other))
            if wide > 0 and high > 0 and wide * high > _MOST_SHARED * smaller:
                found.append(f"{one['text']}/{other['text']}")
    return found


def lines(number: int, chars: list[dict[str, float]]) -> list[Line]:
    """The lines of a page as they were written, box by box; a jump to the right of more than two ems begins another."""
    found: list[list[dict[str, float]]] = []
    for char in chars:
        last = found[-1][-1] if found else None
        same = last is not None and abs(last["bottom"] - char["bottom"]) < 0.5 * char["size"]
        if last is not None and same and -1 < char["x0"] - last["x1"] < 2 * char["size"]:
            found[-1].append(char)
        else:
            found.append([char])
    return [
        Line(
            number,
            "".join(str(one["text"]) for one in line),
            line[0]["x0"],
            line[-1]["x1"],
            min(one["top"] for one in line),
            max(one["bottom"] for one in line),
        )
        for line in found
    ]


def wrongly_broken(page: list[Line]) -> list[str]:
    """Lines that begin with a closing mark or end with an opening one (GB/T 15834).

    Not told: a closing mark behind a number with its unit (2035年|）》). Impress goes back from a mark to one character before
    it, never further, so there it parts either the mark or the unit; Word, WPS and PowerPoint part neither.
    """
    return [
        line.text
        for before, line in pairwise([None, *page])
        if len(line.text) > 1
        and (
            line.text[-1] in NO_LINE_ENDS
            or (
                line.text[0] in NO_LINE_STARTS
                and not (before and line.text[0] in CLOSING and _COUNTED.search(before.text))
            )
        )
    ]


def parted_from_units(page: list[Line]) -> list[str]:
    """Numbers at a line's end whose unit or magnitude begins the next line of the same text."""
    return [
        f"{line.text[-8:]}|{after.text[:4]}"
        for line, after in pairwise(page)
        if line.text[-1].isdigit()
        and not line.text.isdigit()
        and after.text[0] in UNITS
        and after.top > line.top
        and after.left < line.right
    ]


def out_of_box(deck: Path, pages: list[tuple[int, float, float, list[dict[str, float]]]]) -> list[str]:
    """Shapes whose printed words are higher than the shape or wider; tables that reach into the shape below them."""
    found = []
    for slide, (number, _, _, given) in zip(pptx.Presentation(str(deck)).slides, pages, strict=True):
        # A dash of two signs is printed as one: each sign has the place of what it is printed with.
        chars = [one for one in given for _ in str(one["text"])]
        printed = "".join(str(one["text"]) for one in given)
        for shape in slide.shapes:
            if not shape.has_text_frame or shape.height is None or not shape.text_frame.text.strip():
                continue
            words = re.sub(r"\s", "", shape.text_frame.text)
            # None where a bullet or a number stands between; several where the title says the same words.
            places = [at for at in range(len(printed)) if printed.startswith(words, at)]
            top, bottom = Emu(shape.top).pt, Emu(shape.top + shape.height).pt
            inside = [
                min(one["top"] for one in mine) >= top - 3 and max(one["bottom"] for one in mine) <= bottom + 3
                for mine in (chars[at : at + len(words)] for at in places)
            ]
            if places and not any(inside):
                found.append(f"slide {number}, {shape.name}: {words[:20]}")
    return found


def table_gaps(deck: Path, pages: list[tuple[int, float, float, list[dict[str, float]]]]) -> list[tuple[int, float]]:
    """Slide and points between the last printed words of a table and the shape that stands below it, for each that has one."""
    found = []
    for slide, (number, _, _, chars) in zip(pptx.Presentation(str(deck)).slides, pages, strict=True):
        for table in (shape for shape in slide.shapes if shape.has_table):
            right = table.left + table.width
            below = [
                one
                for one in slide.shapes
                if one.has_text_frame and one.top > table.top + table.height // 2 and one.left < right
            ]
            # Shapes are printed in their order, after the page's number: the table's words end where those of the next begin.
            printed = "".join(str(one["text"]) for one in chars)
            words = [re.sub(r"\s", "", one.text_frame.text) for one in below]
            end = min((printed.rfind(one) for one in words if one and one in printed), default=len(chars))
            inside = [
                one
                for one in chars[len(str(number)) : end]
                if Emu(table.left).pt - 1 <= one["x0"] < Emu(right).pt and one["top"] >= Emu(table.top).pt
            ]
            if below and inside:
                found.append((number, min(Emu(one.top).pt for one in below) - max(one["bottom"] for one in inside)))
    return found


def outside(width: float, height: float, margin: float, chars: list[dict[str, float]]) -> list[str]:
    """Characters nearer to the edge than ``margin`` points, all but the page's number."""
    return [
        str(one["text"])
        for one in chars
        # A mark may hang in the margin, as Chinese setting does.
        if str(one["text"]) not in NO_LINE_STARTS
        and (one["x0"] < margin - 2 or one["x1"] > width - margin + 2 or one["top"] < 0 or one["bottom"] > height - 20)
    ]
