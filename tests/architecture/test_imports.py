"""Who may import whom, as workflow/README.md tells it: a stage is understood, tested and run again alone."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

WORKFLOW = Path(__file__).resolve().parents[2] / "workflow"
STAGES = ("parse", "extract", "compare", "chart", "assemble", "audit", "pack", "review", "distribute")
# What each part may import of ours, beside itself.
MAY = {
    "model": set(),
    "expected": set(),
    "far_apart": {"model"},
    "nature": {"model", "unreached"},
    "unreached": set(),
    "report_names": set(),
    "periods": set(),
    "wholes": set(),
    "judgement": set(),
    "stray_stops": set(),
    "naming": {"model", "expected", "periods", "unreached"},
    "errors": set(),
    "audit_result": set(),
    "review_columns": set(),
    "zip_limits": {"errors"},
    "limits": {"errors"},
    "libreoffice": {"errors", "limits", "line_breaks"},
    "line_breaks": set(),
    "files": {"model", "errors"},
    "given": {"errors"},
    "slide_templates": set(),
    "word_templates": {"slide_templates"},
    "snakemake_logger_plugin_briefing": set(),
    **{stage: {"model", "nature", "expected", "errors"} for stage in STAGES},
    "extract": {"model", "periods", "stray_stops"},
    "compare": {"model", "naming", "nature", "expected", "far_apart", "periods", "wholes"},
    "parse": {"model", "judgement", "report_names", "stray_stops", "errors", "zip_limits"},
    "chart": {"model", "naming", "nature", "expected", "far_apart", "periods", "errors"},
    "assemble": {
        "model",
        "judgement",
        "naming",
        "nature",
        "expected",
        "far_apart",
        "periods",
        "report_names",
        "wholes",
        "errors",
        "slide_templates",
        "word_templates",
    },
    "templates": {"libreoffice", "model", "errors", "assemble", "slide_templates", "word_templates"},
    "audit": {"model", "naming", "nature", "periods", "errors", "audit_result", "review_columns", "zip_limits"},
    "pack": {"model", "naming", "nature", "periods", "report_names", "errors", "audit_result", "review_columns"},
    "review": {"model", "errors", "review_columns", "zip_limits"},
    "commands": {
        "libreoffice",
        "model",
        "nature",
        "errors",
        "audit_result",
        "files",
        "given",
        "run",
        "templates",
        *STAGES,
    },
    "__main__": {"errors", "commands", "limits"},
    "client": {"__main__"},
    "workers": {"__main__", "client"},
    "run": {
        "libreoffice",
        "model",
        "errors",
        "files",
        "given",
        "limits",
        "parse",
        "workers",
        "review_columns",
        "templates",
    },
    "__init__": set(),
}
# Where a library of the office formats, of drawing or of the workflow may be used; anywhere else a format leaks into the rules.
ONLY = {
    "docx": ("word_templates/filling",),
    "docxtpl": ("word_templates/filling",),
    "pptx": ("slide_templates/",),
    "openpyxl": ("audit/", "review/"),
    "xlsxwriter": ("pack/workbook", "slide_templates/"),
    "matplotlib": ("chart/drawing",),
    "pdfplumber": ("parse/",),
    "pypdfium2": ("parse/", "templates/preview"),
    "trafilatura": ("parse/",),
    "snakemake": ("run/",),
}


def modules() -> list[str]:
    return sorted(str(path.relative_to(WORKFLOW)) for path in WORKFLOW.rglob("*.py"))


def part_of(module: str) -> str:
    """``briefing/parse/text.py`` → ``parse``; ``slide_templates/rendering.py`` → ``slide_templates``."""
    first, *rest = Path(module).parts
    return rest[0].removesuffix(".py") if first == "briefing" else first


@cache
def imported(module: str) -> tuple[str, ...]:
    """Dotted names of all that a module imports, wherever in it."""
    return tuple(_imported(module))


def _imported(module: str) -> Iterator[str]:
    for node in ast.walk(ast.parse((WORKFLOW / module).read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module} imports relatively; full names show who uses whom"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)


def ours(name: str) -> str | None:
    first, *rest = name.split(".")
    return rest[0] if first == "briefing" and rest else first if first in MAY else None


def test_the_search_sees_the_whole_workflow() -> None:
    """Each part has its rule, and each rule its part."""
    assert {part_of(module) for module in modules()} == set(MAY)


@pytest.mark.parametrize("part", MAY)
def test_a_part_imports_only_what_it_may(part: str) -> None:
    """No stage knows another stage, nothing imports upward."""
    wrong = {
        f"{module} imports {name}"
        for module in modules()
        if part_of(module) == part
        for name in imported(module)
        if ours(name) not in (None, part, *MAY[part])
    }
    assert wrong == set()


@pytest.mark.parametrize("library", ONLY)
def test_a_library_stays_in_its_place(library: str) -> None:
    """Word, PowerPoint, Excel, PDF and drawing are each known to one place."""
    users = {m.removeprefix("briefing/") for m in modules() if library in {name.split(".")[0] for name in imported(m)}}
    assert {user for user in users if not user.startswith(ONLY[library])} == set()


def test_only_commands_and_run_touch_our_json_and_csv_files() -> None:
    """A stage turns plain values into plain values; ``briefing.files`` is for the edges."""
    users = {part_of(module) for module in modules() for name in imported(module) if ours(name) == "files"}
    assert users == {"commands", "run"}


def test_the_folder_workflow_is_no_package() -> None:
    """``workflow`` is Snakemake's own name inside a Snakefile."""
    assert not (WORKFLOW / "__init__.py").exists()
