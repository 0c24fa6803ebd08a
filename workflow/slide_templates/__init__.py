"""PowerPoint templates: a .pptx with tags in it + plain values → a finished .pptx; see docs/slide-templates.md."""

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
