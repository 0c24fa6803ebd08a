"""A Word template as it stands in its file: found safe, settled and prepared once, however many documents are made of it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from slide_templates.package import Package
from slide_templates.problems import Fault
from slide_templates.safety import WORD, content_of, open_template
from slide_templates.values import Limits
from word_templates.finishing import text_width
from word_templates.marks import Marks
from word_templates.preparing import Preparation
from word_templates.settling import settle
from word_templates.stories import refuse_fetching_fields, stories_of

# A summary's template and that of its variant; each holds a file of its size unpacked, and its tags.
_KEPT = 2


@dataclass(frozen=True)
class Template:
    """``prepared`` is the file with a mark for each tag, not packed; ``width`` that of the text in EMU. Nothing of it is changed."""

    prepared: bytes
    marks: Marks
    width: int


def read_template(template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> Template:
    """The template, known by its content: a file that was saved anew is read anew. Raises Fault as ``open_word``, and for the
    first tag that is broken or unsafe; what was refused is refused each time.
    """
    return _read(content_of(template, WORD), limits, frozenset(allowed_links))


@lru_cache(maxsize=_KEPT)
def _read(content: bytes, limits: Limits, allowed_links: frozenset[str]) -> Template:
    package = open_word(content, limits, allowed_links)
    preparation = _prepare(package, _raised)
    preparation.marks.refuse_unsafe()
    width = text_width(next(iter(stories_of(package))).root)
    return Template(package.write(packed=False), preparation.marks, width)


def open_word(template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> Package:
    """The template's package, its stories settled, once nothing unsafe was found in it; raises Fault that names the unsafe
    thing.
    """
    package = open_template(template, limits, allowed_links, WORD)
    for story in stories_of(package):
        refuse_fetching_fields(story)
        settle(story.root)
    return package


def _prepare(package: Package, noted: Callable[..., object]) -> Preparation:
    """Every story prepared where it stands."""
    preparation = Preparation(noted)  # type: ignore[arg-type]
    for story in stories_of(package):
        preparation.story(story.root, story.part, story.place)
    return preparation


@contextmanager
def _raised(*steps: tuple[str, str]) -> Iterator[None]:
    """The first fault ends the rendering."""
    try:
        yield
    except Fault as fault:
        if not fault.steps:
            fault.steps.extend(reversed(steps))
        raise
