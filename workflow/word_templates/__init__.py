"""Word templates: a .docx with the same tags as a slide template + plain values → a finished .docx, filled by docxtpl."""

from word_templates.checking import TemplateContents, check, contents
from word_templates.rendering import render

__all__ = ["TemplateContents", "check", "contents", "render"]
