"""PowerPoint templates: a .pptx with tags in it + plain values → a finished .pptx; see docs/slide-templates.md.

What stands here is loaded when it is asked for: who only measures texts (``line_rules``) needs no PowerPoint library.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from slide_templates.checking import check, contents
    from slide_templates.findings import TemplateContents
    from slide_templates.problems import TemplateError, TemplateProblem
    from slide_templates.rendering import render
    from slide_templates.values import ChartData, ChartSeries, Limits, Picture, Properties, Run

__all__ = [
    "ChartData",
    "ChartSeries",
    "Limits",
    "Picture",
    "Properties",
    "Run",
    "TemplateContents",
    "TemplateError",
    "TemplateProblem",
    "check",
    "contents",
    "render",
]
_HOME = {
    "check": "checking",
    "contents": "checking",
    "TemplateContents": "findings",
    "TemplateError": "problems",
    "TemplateProblem": "problems",
    "render": "rendering",
}


def __getattr__(name: str) -> object:
    """The function or value ``name``, from the module that defines it."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"slide_templates.{_HOME.get(name, 'values')}"), name)
