"""Word templates: a .docx with the same tags as a slide template + plain values → a finished .docx, filled by docxtpl."""

from slide_templates.findings import TemplateContents
from word_templates.checking import check, contents
from word_templates.rendering import render

__all__ = ["TemplateContents", "check", "contents", "render"]
