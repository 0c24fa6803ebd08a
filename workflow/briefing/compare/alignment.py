"""Which plan area a passage of the review is about, by all of its sentences, those without figures too."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from briefing.compare.phrases import names_something, shared_phrases, specific

_SENTENCE = re.compile("[。；！？\n]")
_TITLED = 2  # how much more a word says that stands in the title of an area or in a heading within it
_OPENING = 2  # how much more the first sentence says, which is the heading where a passage has one
_MOST = 8.0  # what one sentence says at most: one that names a thing at length outweighs no three others
_CLEAR = 2.0  # below this a sentence says little
_OWN = 3.5  # from this on a sentence is about an area, whatever its passage is about
_LEAST, _SENTENCES = 8.0, 2  # what an area must have of all that the sentences say, and of how many
_MOST_OF = 0.6  # that much of all that they say, or
_FAR_AHEAD, _SENTENCES_FAR_AHEAD = 2.2, 4  # so many times what the next area has, of so many sentences
_ALONE, _SENTENCES_ALONE = 0.8, 3  # that much of what so many sentences say leaves next to nothing


@dataclass(frozen=True)
class Subject:
    """What a plan area is about: its title, that with the headings within it, and all its words."""

    title: str
    headings: str
    text: str


@dataclass(frozen=True)
class Aligned:
    """The area that a passage is about, the words of it that say so most, and whether next to nothing in it says another."""

    area: int
    words: tuple[str, ...]
    alone: bool


def align(passage: str, subjects: Mapping[int, Subject]) -> Aligned | None:
    """The one area that most of ``passage`` is about, None where it is about several or about none.

    Each sentence speaks for the area that it shares most with, by as much as it shares less with the next: 推进国企改革 has 改革 of
    three areas and 国企 of one.
    """
    said: dict[int, float] = dict.fromkeys(subjects, 0.0)
    sentences: Counter[int] = Counter()
    words: dict[int, dict[str, float]] = {number: {} for number in subjects}
    headed = 0
    for at, sentence in enumerate(_SENTENCE.split(passage)):
        first, ahead, shared = _speaks_for(sentence, subjects)
        if at == 0 and ahead >= _OWN:
            headed = first
        said[first] += min(_MOST, ahead) * (_OPENING if at == 0 else 1)
        sentences[first] += ahead >= _CLEAR
        words[first] |= shared
    area = max(said, key=lambda number: (said[number], -number))
    next_most = max((said[number] for number in said if number != area), default=0.0)
    most = said[area] >= _MOST_OF * sum(said.values())
    far_ahead = (area == headed or sentences[area] >= _SENTENCES_FAR_AHEAD) and said[area] >= _FAR_AHEAD * next_most
    if said[area] < _LEAST or sentences[area] < _SENTENCES or not (most or far_ahead):
        return None
    alone = sentences[area] >= _SENTENCES_ALONE and said[area] >= _ALONE * sum(said.values())
    return Aligned(area, tuple(sorted(words[area], key=lambda word: (-words[area][word], word))[:3]), alone)


def says_nothing_of(passage: str, subjects: Mapping[int, Subject], besides: int) -> bool:
    """Whether no sentence of ``passage`` is beyond doubt about an area other than ``besides``."""
    return {speaks_for(sentence, subjects) for sentence in _SENTENCE.split(passage)} <= {0, besides}


def speaks_for(sentence: str, subjects: Mapping[int, Subject]) -> int:
    """The area that ``sentence`` is about beyond doubt, whatever the rest of its passage is about; 0 for none."""
    first, ahead, _ = _speaks_for(sentence, subjects)
    return first if ahead >= _OWN else 0


def _speaks_for(sentence: str, subjects: Mapping[int, Subject]) -> tuple[int, float, dict[str, float]]:
    """The area that ``sentence`` shares most with, by how much it is ahead of the next, and what it shares."""
    shared = {number: _shared(sentence, subject, subjects) for number, subject in subjects.items()}
    worth = {number: sum(words.values()) for number, words in shared.items()}
    first, *others = sorted(worth, key=lambda number: (-worth[number], number))
    return first, worth[first] - max((worth[one] for one in others), default=0.0), shared[first]


def _shared(sentence: str, subject: Subject, subjects: Mapping[int, Subject]) -> dict[str, float]:
    """What ``sentence`` shares with ``subject``, each phrase with what it is worth: long ones, and such as few areas have, say most."""
    worth: dict[str, float] = {}
    for phrase in shared_phrases(sentence, subject.text):
        noun = specific(phrase)
        if not names_something(noun):
            continue
        uses = sum(1 for other in subjects.values() if phrase in other.text)
        weight = _TITLED if noun in subject.headings else 1
        worth[phrase] = weight * (len(noun) - 1) * math.log((len(subjects) + 1) / uses)
    return worth
