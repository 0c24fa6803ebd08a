"""Everything wrong with one template file of ours, before anything is filled with it."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import slide_templates
import word_templates
from briefing.assemble.template_fields import DECK_FIELDS, SUMMARY_FIELDS, known
from briefing.errors import BriefingError
from briefing.model import CHART_KINDS
from slide_templates import TemplateProblem

_MOST_CHARTS = 20  # of one kind in an area; settings allow no more
# What a shape may be named after chart: or picture: when it shows one certain chart.
CHART_NAMES = tuple(f"{kind}-{number}" for kind in CHART_KINDS for number in range(1, _MOST_CHARTS + 1))


def is_word(template: Path) -> bool:
    """Whether a template is for Word (else for PowerPoint); BriefingError for any other kind of file."""
    ending = template.suffix.lower()
    if ending in (".docx", ".docm", ".dotx", ".dotm", ".doc"):
        return True
    if ending in (".pptx", ".pptm", ".potx", ".potm", ".ppt"):
        return False
    raise BriefingError(f"{template}: is neither a Word nor a PowerPoint template; give a .docx or .pptx file.")


def findings(template: Path) -> list[TemplateProblem]:
    """The problems of a summary or deck template, in the order of its pages; empty when it may be used."""
    if is_word(template):
        found = word_templates.check(template, known(SUMMARY_FIELDS), charts=CHART_NAMES, pictures=CHART_NAMES)
    else:
        found = slide_templates.check(template, known(DECK_FIELDS), charts=CHART_NAMES, pictures=())
    return [dataclasses.replace(one, file=str(template)) for one in found]
