"""How a text is set: figures emphasised, PM2.5 with its subscript; both documents set a text in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from briefing.model import Figure

# Pollutants and gases whose digits are subscripts; the cleaned text writes them plain.
_SUBSCRIPT = re.compile(r"(?<![A-Za-z])(?:PM(2\.5|10)|(?:SO|NO|CO)(2)|O(3))(?![\dA-Za-z.])")
_SUPERSCRIPT = re.compile(r"(?:(?<=[μµm克]g/m)|(?<=万m)|(?<=亿m)|(?<=\dm)|(?<=km)|(?<=/m))([23])(?!\d)")
_NUMBER_GOES_ON = re.compile(r"\d\.?$")


@dataclass(frozen=True)
class Stretch:
    """A piece of a text in one look."""

    text: str
    strong: bool = False
    subscript: bool = False
    superscript: bool = False


def stretches(text: str, figures: Sequence[Figure] = ()) -> list[Stretch]:
    """``text`` in pieces, in order, nothing lost: ``"".join(one.text for one in …) == text``.

    Strong is the quantity of each of ``figures`` that stands in the text, as displayed.
    """
    looks = [""] * len(text)
    for figure in figures:
        at = text.find(figure.display) if figure.display else -1
        while at >= 0:
            end = at + len(figure.display)
            # 8家 within 28家 is another quantity, and so is 4% within 81.4%.
            if not (figure.display[0].isdigit() and _NUMBER_GOES_ON.search(text[:at])):
                looks[at:end] = ["b"] * (end - at)
            at = text.find(figure.display, end)
    for pattern, look in ((_SUBSCRIPT, "_"), (_SUPERSCRIPT, "^")):
        for found in pattern.finditer(text):
            for number, group in enumerate(found.groups(), 1):
                if group:
                    start, end = found.span(number)
                    looks[start:end] = [look] * (end - start)
    if not any(looks):
        return [Stretch(text)] if text else []
    pieces: list[Stretch] = []
    start = 0
    for at in range(1, len(text) + 1):
        if at == len(text) or looks[at] != looks[start]:
            look = looks[start]
            pieces.append(Stretch(text[start:at], look == "b", look == "_", look == "^"))
            start = at
    return pieces
