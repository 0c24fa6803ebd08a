"""Where things stand in a template, in the words of people: ``slide 3, shape 标题 1, row 2, cell 1, paragraph 1``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from slide_templates.problems import Fault, around
from slide_templates.tags import Tag, TaggedText

Place: TypeAlias = tuple[tuple[str, str], ...]  # steps from the outside in, each in English and Chinese


@dataclass(frozen=True)
class Placed:
    """A tag, where it stands, the text around, and (in Word) the XML of the formatting of its first word."""

    tag: Tag
    place: Place
    text: str
    look: str = ""

    @contextmanager
    def here(self) -> Iterator[None]:
        """Give a Fault raised inside the tag's place."""
        try:
            yield
        except Fault as fault:
            fault.text = self.text
            fault.steps.extend(reversed(self.place))
            raise


Spots: TypeAlias = Mapping[Tag, Placed]


@lru_cache  # asked for thousands of times a deck
def paragraph_step(number: int) -> tuple[str, str]:
    """``number`` counts from 1."""
    return f"paragraph {number}", f"第{number}段"


@lru_cache
def cell_step(row: int, cell: int) -> tuple[str, str]:
    """``row`` and ``cell`` count from 0."""
    return f"row {row + 1}, cell {cell + 1}", f"第{row + 1}行第{cell + 1}格"


def spots_in(text: TaggedText, place: Place) -> dict[Tag, Placed]:
    """The place of each tag of a text."""
    return {tag: Placed(tag, place, around(text.text, tag.start, tag.end)) for tag in text.tags}


def spots_of(tags: Iterable[Tag], place: Place, text: str) -> dict[Tag, Placed]:
    """The same for tags of a plain text, such as a name."""
    return {tag: Placed(tag, place, around(text, tag.start, tag.end)) for tag in tags}


@contextmanager
def placed_by(spots: Spots, place: Place = ()) -> Iterator[None]:
    """Give a Fault raised inside, which knows its tag but not where it stands, the place of that tag, or ``place``."""
    try:
        yield
    except Fault as fault:
        for one in (fault, *fault.others):
            if not one.steps and isinstance(one.tag, Tag) and one.tag in spots:
                one.text = spots[one.tag].text
                one.steps.extend(reversed(spots[one.tag].place))
            else:
                one.steps.extend(reversed(place))
        raise
