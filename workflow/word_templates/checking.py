"""Everything that is wrong with a Word template, found before anything is filled, by the code that prepares the filling."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from lxml import etree

from slide_templates.charts import c
from slide_templates.fields import ANYTHING, Field, read_fields
from slide_templates.findings import Findings, TemplateContents
from slide_templates.package import Package
from slide_templates.problems import TemplateProblem, unusual_xml
from slide_templates.slots import slot_of
from slide_templates.values import Limits
from word_templates.drawings import chart_of, drawing_step, drawings_in, name_of
from word_templates.looks import check_looks
from word_templates.paragraphs import P
from word_templates.preparing import Preparation
from word_templates.stories import Story, paragraphs_of, stories_of
from word_templates.template import open_word


def check(
    template: Path | bytes,
    known_fields: object,
    *,
    pictures: Collection[str] | None = None,
    charts: Collection[str] | None = None,
    limits: Limits | None = None,
    allowed_links: Collection[str] = (),
) -> list[TemplateProblem]:
    """The problems of a template, story by story; empty when it may be used. Arguments as for ``slide_templates.check``."""
    findings = Findings(read_fields(known_fields), pictures, charts, in_parts=False)
    _check(findings, template, limits or Limits(), allowed_links)
    return findings.problems(template.name if isinstance(template, Path) else "template.docx")


def contents(
    template: Path | bytes, limits: Limits | None = None, allowed_links: Collection[str] = ()
) -> TemplateContents:
    """What a template uses, for lists of fields and for comparing two versions of it."""
    findings = Findings(Field("", ANYTHING), None, None, in_parts=False)
    _check(findings, template, limits or Limits(), allowed_links)
    return findings.contents()


def _check(findings: Findings, template: Path | bytes, limits: Limits, allowed_links: Collection[str]) -> None:
    with findings.noted(), unusual_xml():
        package = open_word(template, limits, allowed_links)
        looks = list(check_looks(package))
        findings.outline = _outline(package)
        stories = list(stories_of(package))
        for story in stories:
            _check_drawings(findings, story)
        for story in stories:
            with findings.noted(*story.place), unusual_xml():
                _check_texts(findings, story)
        for place, fault in looks:
            with findings.noted(*place):
                raise fault


def _check_texts(findings: Findings, story: Story) -> None:
    words = list(story.root.itertext())
    preparation = Preparation(findings.noted)
    preparation.story(story.root, story.part, story.place)
    scope = findings.loosened(findings.reader.scope, words) if preparation.is_torn else findings.reader.scope
    nodes = preparation.marks.nodes(etree.tostring(story.root, encoding="unicode"))
    findings.walk(nodes, scope, {one.tag: one for one in preparation.marks.placed})
    findings.read_loosely(preparation.torn, scope)


def _check_drawings(findings: Findings, story: Story) -> None:
    for paragraph, place in paragraphs_of(story):
        for number, drawing in enumerate(drawings_in(paragraph), 1):
            slot = slot_of(name_of(drawing))
            if slot is not None:
                with findings.noted(*place, drawing_step(number)):
                    chart = chart_of(drawing, story.part)
                    has_series = chart is not None and next(chart.tree.iter(c("ser")), None) is not None
                    findings.check_slot(slot, name_of(drawing), is_chart=chart is not None, has_series=has_series)


def _outline(package: Package) -> list[str]:
    """The paragraphs of the body as written."""
    body = next(iter(stories_of(package))).root
    return [text for text in ("".join(one.itertext()).strip() for one in body.iterchildren(P)) if text]
