"""Fill the Word template for one area: docxtpl with a strict, sandboxed environment, then typesetting and fixed bytes."""

from __future__ import annotations

import difflib
import io
import re
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

import docx
from docx.opc.exceptions import PackageNotFoundError
from docx.shared import Mm
from docxtpl import DocxTemplate, InlineImage
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment

from briefing.assemble.word_context import summary_context
from briefing.assemble.word_typesetting import same_bytes, typeset
from briefing.errors import BriefingError
from briefing.model import Brief

PICTURE_WIDTH = Mm(156)  # the width of the text


def fill_summary(template: Path, brief: Brief, pictures: Mapping[str, Path]) -> bytes:
    """The summary of ``brief`` as bytes, the same for the same input. ``pictures``: chart name → PNG.

    ``BriefingError`` names the file, the paragraph or cell and the text when the template is broken, asks for an
    unknown field or does something unsafe.
    """
    document = _opened(template)
    inline = {name: InlineImage(document, str(path), width=PICTURE_WIDTH) for name, path in sorted(pictures.items())}
    context = summary_context(brief, inline)
    environment = SandboxedEnvironment(undefined=StrictUndefined, autoescape=True)
    try:
        document.render(context, environment, autoescape=True)
    except TemplateError as error:
        raise BriefingError(_told(error, template, context)) from error
    _describe(document, brief)
    buffer = io.BytesIO()
    document.save(buffer)
    alt = {path.read_bytes(): chart.alt_text for chart in brief.charts for path in _picture(pictures, chart.name)}
    return same_bytes(typeset(buffer.getvalue(), alt))


def _opened(template: Path) -> DocxTemplate:
    try:
        document = DocxTemplate(str(template))
        document.init_docx()
    except (OSError, PackageNotFoundError, ValueError, KeyError) as error:
        raise BriefingError(
            f"{template}: cannot be opened as a Word document (.docx); restore it, or save it again in Word as .docx."
        ) from error
    return document


def _picture(pictures: Mapping[str, Path], name: str) -> list[Path]:
    return [pictures[name]] if name in pictures else []


def _describe(document: DocxTemplate, brief: Brief) -> None:
    day = datetime.fromisoformat(brief.date or f"{brief.plan_year or 2000:04}-01-01")
    properties = document.docx.core_properties
    properties.title = f"{brief.place}{brief.plan_year}年政府工作报告（{brief.numeral}）{brief.title}"
    properties.subject = "政府工作报告分领域简报"
    properties.author = properties.last_modified_by = properties.comments = properties.keywords = ""
    properties.language = "zh-CN"
    properties.created = properties.modified = day
    properties.revision = 1


def _told(error: TemplateError, template: Path, context: Mapping[str, Any]) -> str:
    """One sentence: the file, what is wrong, where it stands, what to do."""
    message = str(error).strip()
    if isinstance(error, SecurityError):
        found = re.search(r"'([^']+)'", message)
        where = _place(template, found[1] if found else "")
        return f"{template}{where}: {message}; a template may only print fields, remove this expression."
    if isinstance(error, UndefinedError):
        found = re.search(r"'([\w.]+)' is undefined|has no attribute '(\w+)'", message)
        name = next((one for one in found.groups() if one), "") if found else ""
        near = difflib.get_close_matches(name, _names(context), 1)
        hint = f"did you mean {near[0]}?" if near else "see templates/README.md for the fields."
        return f"{template}{_place(template, name)}: there is no field {name!r}; {hint}"
    if isinstance(error, TemplateSyntaxError):
        lines = getattr(error, "docx_context", None) or []
        around = re.sub(r"<[^>]+>", "", " ".join(map(str, lines)))[:80]
        where = f" near “{around}”" if around else _place(template, "{%")
        return f"{template}{where}: the tags are broken ({message}); mend or remove them."
    return f"{template}: {message}; mend the template."


def _names(value: object, depth: int = 0) -> list[str]:
    names: list[str] = []
    if isinstance(value, Mapping):
        for key, one in value.items():
            names += [str(key), *_names(one, depth + 1)]
    elif isinstance(value, list) and value and depth < 4:
        names += _names(value[0], depth + 1)
    return names


def _place(template: Path, name: str) -> str:
    """Where a name stands in the template: paragraph, or table, row and cell."""
    if not name:
        return ""
    document = docx.Document(str(template))
    for number, paragraph in enumerate(document.paragraphs, 1):
        if re.search(rf"\{{[{{%#].*\b{re.escape(name)}\b", paragraph.text):
            return f", paragraph {number} (“{paragraph.text[:40]}”)"
    for number, table in enumerate(document.tables, 1):
        for row_number, row in enumerate(table.rows, 1):
            for cell_number, cell in enumerate(row.cells, 1):
                if re.search(rf"\b{re.escape(name)}\b", cell.text):
                    return f", table {number}, row {row_number}, cell {cell_number} (“{cell.text[:40]}”)"
    return ""
