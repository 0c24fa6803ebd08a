"""The two documents of an area as somebody would script them in an hour: docxtpl over a plain template, python-pptx slide by slide."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import docxtpl
import pptx
from docx.shared import Mm
from pptx.util import Cm

_BULLETS = 7


def make_template(path: Path) -> None:
    template = docx.Document()
    template.add_heading("{{ title }}", 0)
    template.add_paragraph("{{ lead }}")
    template.add_paragraph("{%p for topic in topics %}")
    template.add_heading("{{ topic.title }}", 1)
    template.add_paragraph("{%p for measure in topic.measures %}")
    template.add_paragraph("{{ measure.text }}", style="List Bullet")
    template.add_paragraph("{%p endfor %}")
    template.add_paragraph("{%p endfor %}")
    template.add_paragraph("{%p for picture in pictures %}")
    template.add_paragraph("{{ picture }}")
    template.add_paragraph("{%p endfor %}")
    template.save(path)


def make_word(template: Path, brief: dict[str, Any], pictures: list[Path], output: Path) -> None:
    filled = docxtpl.DocxTemplate(template)
    images = [docxtpl.InlineImage(filled, str(picture), width=Mm(140)) for picture in pictures]
    filled.render({**brief, "pictures": images})
    filled.save(output)


def make_presentation(brief: dict[str, Any], pictures: list[Path], output: Path) -> None:
    deck = pptx.Presentation()
    cover = deck.slides.add_slide(deck.slide_layouts[0])
    cover.shapes.title.text = brief["title"]
    for topic in brief["topics"]:
        texts = [measure["text"] for measure in topic["measures"]]
        for first in range(0, len(texts), _BULLETS):
            slide = deck.slides.add_slide(deck.slide_layouts[1])
            slide.shapes.title.text = topic["title"]
            slide.placeholders[1].text = "\n".join(texts[first : first + _BULLETS])
    for picture in pictures:
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = picture.stem
        slide.shapes.add_picture(str(picture), Cm(2), Cm(4), width=Cm(20))
    deck.save(output)
