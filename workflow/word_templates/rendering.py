"""A Word template and its values → a document: prepare, fill with docxtpl, finish, write."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from pathlib import Path

from lxml import etree

from slide_templates.package import Package, Seal
from slide_templates.problems import Fault, TemplateError, unusual_xml
from slide_templates.properties import set_core_properties, set_counts
from slide_templates.values import ChartData, Limits, Picture, Properties
from word_templates.drawings import Filler
from word_templates.filling import Filling
from word_templates.finishing import finish_story, number_document
from word_templates.stories import stories_of
from word_templates.template import read_template


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
    seal: Seal | None = None,
) -> bytes:
    """The document as .docx bytes: the same bytes for the same arguments.

    ``context`` holds what expressions may name; a ``Picture`` in it is printed as a picture as wide as the text.
    ``pictures`` and ``charts`` fill the drawings named ``picture:key`` and ``chart:key`` (by name or alternative text).
    ``typeset`` is called with the root of each filled story before it is written. ``limits``, ``allowed_links`` and
    ``seal`` as for slides. Raises TemplateError, which says where in the template and what to do.
    """
    file = template.name if isinstance(template, Path) else "template.docx"
    limits = limits or Limits()
    given = {key: one if isinstance(one, Picture) else Picture(one) for key, one in (pictures or {}).items()}
    try:
        with unusual_xml():
            package = Filling(read_template(template, limits, allowed_links), limits).fill(context)
            _finish(package, Filler(charts or {}, given), typeset, properties or Properties())
            return package.write(seal)
    except Fault as fault:
        raise TemplateError(fault.problem(file)) from fault


def _finish(
    package: Package,
    filler: Filler,
    typeset: Callable[[etree._Element], None] | None,
    properties: Properties,
) -> None:
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
