"""Fill the Word template for one area: the Brief as the template sees it, pictures and native charts, typesetting."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Mapping
from pathlib import Path

from lxml import etree

import word_templates
from briefing.assemble.slides import chart_data, properties_of
from briefing.assemble.word_context import BELOW_LEAD, opens_with_chart, summary_context
from briefing.assemble.word_tables import keep_rows
from briefing.assemble.word_typesetting import typeset
from briefing.errors import BriefingError
from briefing.model import Brief
from slide_templates import Picture, TemplateError
from slide_templates.package import Seal

_TITLE = re.compile(rb"tEXtTitle share\x00(0\.\d{4})")  # a text of a PNG (PNG 1.2, 4.2.3.1)


def fill_summary(template: Path, brief: Brief, pictures: Mapping[str, Path], seal: Seal | None = None) -> bytes:
    """The summary of ``brief`` as bytes, the same for the same input. ``pictures``: chart name → PNG; ``seal`` as for
    ``word_templates.render``.

    A drawing of the template that is named ``picture:<chart>`` becomes that picture, a native chart named
    ``chart:<chart>`` gets its data. ``BriefingError`` names the file, the paragraph or cell and the text when the
    template is broken, asks for an unknown field or holds something unsafe.
    """
    width = BELOW_LEAD if opens_with_chart(brief) else 1.0
    drawn = {
        chart.name: Picture(pictures[chart.name], chart.alt_text, _title_share(pictures[chart.name]), width)
        for chart in brief.charts
        if chart.name in pictures
    }
    try:
        return word_templates.render(
            template,
            summary_context(brief, drawn),
            pictures=drawn,
            charts={chart.name: chart_data(chart) for chart in brief.charts if chart.kind != "number"},
            properties=properties_of(brief),
            typeset=_set,
            seal=seal,
        )
    except TemplateError as error:
        raise BriefingError(str(dataclasses.replace(error.problem, file=str(template)))) from error


def _title_share(picture: Path) -> float:
    """Which share of its height, from the top, is its title, as its drawing says; the caption says the title again."""
    found = _TITLE.search(picture.read_bytes()) if picture.is_file() else None
    return float(found[1]) if found else 0.0


def _set(story: etree._Element) -> None:
    typeset(story)
    keep_rows(story)
