"""A Word template and its values → a document: prepare, fill with docxtpl, finish, write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from lxml import etree

from slide_templates.package import Package, read_package
from slide_templates.problems import Fault, TemplateError, unusual_xml
from slide_templates.properties import set_core_properties, set_counts
from slide_templates.safety import WORD, open_template, unpack
from slide_templates.values import ChartData, Limits, Picture, Properties
from word_templates.drawings import Filler
from word_templates.filling import Filling
from word_templates.finishing import finish_story, number_document, text_width
from word_templates.preparing import Preparation
from word_templates.settling import settle
from word_templates.stories import refuse_fetching_fields, stories_of


def render(
    template: Path | bytes,
    context: Mapping[str, object],
    *,
    pictures: Mapping[str, Path | bytes | Picture] | None = None,
    charts: Mapping[str, ChartData] | None = None,
    properties: Properties | None = None,
    limits: Limits | None = None,
    allowed_links: Collection[str] = (),
    typeset: Callable[[etree._Element], None] | None = None,
) -> bytes:
    """The document as .docx bytes: the same bytes for the same arguments.

    ``context`` holds what expressions may name; a ``Picture`` in it is printed as a picture as wide as the text.
    ``pictures`` and ``charts`` fill the drawings named ``picture:key`` and ``chart:key`` (by name or alternative text).
    ``typeset`` is called with the root of each filled story before it is written. ``limits`` and ``allowed_links`` as
    for slides. Raises TemplateError, which says where in the template and what to do.
    """
    file = template.name if isinstance(template, Path) else "template.docx"
    limits = limits or Limits()
    given = {key: one if isinstance(one, Picture) else Picture(one) for key, one in (pictures or {}).items()}
    try:
        with unusual_xml():
            package = open_word(template, limits, allowed_links)
            preparation = prepare(package, _raised)
            preparation.marks.refuse_unsafe()
            body = next(iter(stories_of(package))).root
            filled = Filling(package.write(), preparation.marks, limits, text_width(body)).fill(context)
            return _finished(filled, limits, Filler(charts or {}, given), typeset, properties or Properties())
    except Fault as fault:
        raise TemplateError(fault.problem(file)) from fault


def open_word(template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> Package:
    """The template's package, its stories settled, once nothing unsafe was found in it; raises Fault that names the unsafe
    thing.
    """
    package = open_template(template, limits, allowed_links, WORD)
    for story in stories_of(package):
        refuse_fetching_fields(story)
        settle(story.root)
    return package


def prepare(package: Package, noted: Callable[..., object]) -> Preparation:
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


def _finished(
    filled: bytes,
    limits: Limits,
    filler: Filler,
    typeset: Callable[[etree._Element], None] | None,
    properties: Properties,
) -> bytes:
    package = read_package(unpack(filled, limits, WORD))
    stories = list(stories_of(package))
    parts = list(dict.fromkeys(story.part for story in stories))
    for part in parts:
        filler.fill(part)
    for story in stories:
        finish_story(story.root)
        if typeset is not None:
            typeset(story.root)
    number_document(package, [part.tree for part in parts])
    set_core_properties(package, properties)
    set_counts(package, {})
    return package.write()
