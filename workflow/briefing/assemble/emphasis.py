"""How a text is set: figures emphasised, PM2.5 with its subscript; both documents set a text in the same way."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from briefing.model import Figure
from briefing.naming.shown_name import place_of
from briefing.naming.spread import SPREAD
from briefing.naming.strength import apart
from briefing.naming.totals import TOTALS

# Pollutants and gases whose digits are subscripts; the cleaned text writes them plain.
_SUBSCRIPT = re.compile(r"(?<![A-Za-z])(?:PM(2\.5|10)|(?:SO|NO|CO)(2)|O(3))(?![\dA-Za-z.])")
_SUPERSCRIPT = re.compile(r"(?:(?<=[μµm克]g/m)|(?<=万m)|(?<=亿m)|(?<=\dm)|(?<=km)|(?<=/m))([23])(?!\d)")
_TELLING = 2  # characters of a name beside its quantity that tell it from others
_SHARED = 4  # characters around a quantity that text and sentence share where they are one
_LEADS_TO_NUMBER = re.compile(
    r"(?:[：:]|力争|争取|确保|保证|务必|预计|至少|拟安排|拟发行|先发行|全部|平均|突破|超过?|达到?|为|约|近|共|完成|实现|不低于|不少于|控制在|稳定在)+$"
)
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

    Strong is the quantity of each of ``figures`` where the text tells of that figure, not another of as many.
    """
    looks = [""] * len(text)
    for figure in figures:
        size = len(figure.display)
        meant = [at for at in _places(text, figure.display) if _meant(text, at, figure)]
        for at in meant if len(meant) < 2 else _nearest(text, meant, figure):
            looks[at : at + size] = ["b"] * size
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


def _places(text: str, display: str) -> list[int]:
    """Where ``display`` stands in ``text``: 8家 within 28家 is another quantity, and so is 4% within 81.4%."""
    if not display or display not in text:  # as for most figures of a slide
        return []
    found = [one.start() for one in re.finditer(re.escape(display), text)]
    return [at for at in found if not (display[0].isdigit() and _NUMBER_GOES_ON.search(text[:at]))]


def _meant(text: str, at: int, figure: Figure) -> bool:
    """Whether the quantity at ``at`` is the figure's: alone in its cell, beside its name, or in the words of its sentence. Of
    工业设计中心各1个 and 重点实验室1个 each is one."""
    before, after = text[:at], text[at + len(figure.display) :]
    own = re.split(r"[；\n]", before)[-1]
    if own.removeprefix(apart(own)) in ("", *SPREAD, *TOTALS) and not re.split(r"[；\n]", after)[0]:
        return True
    name = figure.name or figure.indicator
    named = _LEADS_TO_NUMBER.sub("", before)
    if any(
        named.endswith(one[-_TELLING:])
        or before.endswith(one[-_TELLING:])
        or after.removeprefix("的").startswith(one[:_TELLING])
        for one in (name, figure.indicator)
    ):
        return True
    place = place_of(figure.sentence, figure.display, figure.indicator)
    if place < 0:
        return True
    theirs = figure.sentence[:place], figure.sentence[place + len(figure.display) :]
    left = _alike(before[::-1], theirs[0][::-1])
    right = _alike(after, theirs[1])
    return left + right >= min(_SHARED, len(before) + len(after))


def _nearest(text: str, places: Sequence[int], figure: Figure) -> list[int]:
    """Those of ``places`` around which the words are most like the figure's own: of 亿元楼宇8栋、专业特色楼宇8栋 one."""
    place = place_of(figure.sentence, figure.display, figure.indicator)
    if place < 0:
        return list(places)
    before = figure.sentence[:place][::-1]
    alike = {at: _alike(text[:at][::-1], before) for at in places}
    return [at for at in places if alike[at] == max(alike.values())]


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
