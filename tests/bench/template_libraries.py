"""Fill one template with one of the other libraries, each called as its own manual says. Run by the Python of a throw-away environment
(see side_by_side.py): ``python template_libraries.py <library> <template> <data.json> <output>``; prints findings for docxtpl-lint.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path


def office_templates(template: str, data: dict, output: str) -> None:
    from office_templates import render_pptx

    _, errors = render_pptx(template, data, output, None)
    if errors:
        raise RuntimeError("; ".join(map(str, errors)))


def office_stencil(template: str, data: dict, output: str) -> None:
    from stencil import render

    Path(output).write_bytes(render(template_path=template, data=data, output_format=Path(template).suffix[1:]))


def pptx_templatex(template: str, data: dict, output: str) -> None:
    """Which slides are made is told in the call, not in the template."""
    from pptx_templatex import TemplateEngine

    slides: list[dict] = [{"src_page": 1, "replace_texts": data}]
    for topic in data["topics"]:
        slides.append(
            {"src_page": 2, "replace_texts": {**data, "topic": topic}, "replace_table_rows": {"r": topic["rows"]}}
        )
    TemplateEngine(template).process({"slides": slides}, output)


def pptx_renderer(template: str, data: dict, output: str) -> None:
    """Which slides repeat is told in the call, not in the template."""
    from pptx_renderer import PPTXRenderer

    loop = [{"start": 1, "end": 1, "iterable": data["topics"], "variable": "topic"}]
    PPTXRenderer(template).render(output, data, loop_groups=loop)


def docxtpl_lint(template: str, data: dict, output: str) -> None:
    from docxtpl_lint import check_context

    result = check_context(Path(template).read_bytes(), data)
    Path(output).write_text(json.dumps(result.to_dict(), ensure_ascii=False, default=str), encoding="utf-8")


if __name__ == "__main__":
    library, template, given, output = sys.argv[1:]
    globals()[library](template, json.loads(Path(given).read_text(encoding="utf-8")), output)
