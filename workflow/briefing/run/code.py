"""A mark of the code behind each stage, so that changed code makes the jobs of that stage run again and no others.

Snakemake notices changed rules and files, not changed modules that a command imports.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

WORKFLOW = Path(__file__).resolve().parents[2]
ALL = (
    "briefing/model",
    "briefing/expected.py",
    "briefing/far_apart.py",
    "briefing/nature.py",
    "briefing/unreached.py",
    "briefing/report_names.py",
    "briefing/periods.py",
    "briefing/wholes.py",
    "briefing/judgement.py",
    "briefing/stray_stops.py",
    "briefing/audit_result.py",
    "briefing/files.py",
    "briefing/errors.py",
    "briefing/given.py",
    "briefing/commands/options.py",
)
BRIEF = (
    "briefing/assemble/__init__.py",
    "briefing/assemble/aims.py",
    "briefing/assemble/arranged.py",
    "briefing/assemble/bullets.py",
    "briefing/assemble/cards.py",
    "briefing/assemble/composing.py",
    "briefing/assemble/deadline.py",
    "briefing/assemble/main_targets.py",
    "briefing/assemble/restating.py",
    "briefing/assemble/story",
    "briefing/assemble/clauses.py",
    "briefing/assemble/figures.py",
    "briefing/assemble/results.py",
    "briefing/assemble/telling.py",
    "briefing/assemble/work.py",
    "briefing/naming",
    "briefing/assemble/numbering.py",
    "briefing/assemble/lines.py",
    "briefing/assemble/widths.py",
    "slide_templates/__init__.py",
    "slide_templates/even_parts.py",
    "slide_templates/line_rules.py",
)
# What the evidence in a document is made of: its words, read back as the audit reads them.
EVIDENCE = (
    "briefing/zip_limits.py",
    *(
        f"briefing/audit/{name}.py"
        for name in ("__init__", "evidence", "package", "plain", "reading", "slides", "word", "charts", "workbooks")
    ),
)
# What each command runs, beside its own module in briefing/commands.
PARTS: dict[str, tuple[str, ...]] = {
    "parse": ("briefing/parse", "briefing/zip_limits.py"),
    "extract": ("briefing/extract",),
    "review": (
        "briefing/compare",
        "briefing/naming",
        "briefing/review",
        "briefing/review_columns.py",
        "briefing/zip_limits.py",
    ),
    "completion": ("briefing/compare", "briefing/naming"),
    "charts": (
        "briefing/chart/__init__.py",
        "briefing/chart/choosing.py",
        "briefing/chart/scale.py",
        "briefing/pack/names.py",
        *BRIEF,
    ),
    "draw": ("briefing/chart/__init__.py", "briefing/chart/drawing.py", "../templates/fonts"),
    "brief": BRIEF,
    "overview": (
        *BRIEF,
        "briefing/assemble/overview.py",
        "briefing/assemble/guidance.py",
        "briefing/assemble/outside.py",
        "briefing/pack/names.py",
    ),
    "summary": (
        *EVIDENCE,
        "briefing/assemble/__init__.py",
        "briefing/assemble/word.py",
        "briefing/assemble/word_context.py",
        "briefing/assemble/word_tables.py",
        "briefing/assemble/word_typesetting.py",
        "briefing/assemble/arranged.py",
        "briefing/assemble/slides.py",
        "slide_templates",
        "word_templates",
        "briefing/assemble/emphasis.py",
        "briefing/assemble/clauses.py",
        "briefing/assemble/figures.py",
        "briefing/assemble/telling.py",
        "briefing/assemble/work.py",
        "briefing/naming",
        "briefing/assemble/bullets.py",
        "briefing/assemble/cards.py",
        "briefing/assemble/fitting.py",
        "briefing/assemble/lines.py",
        "briefing/assemble/numbering.py",
        "briefing/assemble/story",
        "briefing/assemble/widths.py",
    ),
    "deck": (
        *EVIDENCE,
        "briefing/assemble/__init__.py",
        "briefing/assemble/slides.py",
        "briefing/assemble/emphasis.py",
        "briefing/assemble/bullets.py",
        "briefing/assemble/cards.py",
        "briefing/assemble/fitting.py",
        "briefing/assemble/lines.py",
        "briefing/assemble/numbering.py",
        "briefing/assemble/story",
        "briefing/assemble/clauses.py",
        "briefing/assemble/figures.py",
        "briefing/assemble/telling.py",
        "briefing/assemble/work.py",
        "briefing/naming",
        "briefing/assemble/widths.py",
        "slide_templates",
    ),
    # Only the check is a job; what the other actions run is of no matter for documents.
    "templates": (
        "briefing/templates/__init__.py",
        "briefing/templates/checking.py",
        "briefing/templates/sets.py",
        "briefing/commands/template_check.py",
        "briefing/assemble/template_fields.py",
        "slide_templates",
        "word_templates",
    ),
    "audit": (
        "briefing/audit",
        "briefing/naming",
        "briefing/review_columns.py",
        "briefing/zip_limits.py",
        "briefing/pack/__init__.py",
        "briefing/pack/keypoints.py",
    ),
    "crosscheck": ("briefing/audit", "briefing/naming", "briefing/review_columns.py", "briefing/zip_limits.py"),
    "pdf": ("briefing/libreoffice.py", "briefing/limits.py", "briefing/line_breaks.py", "briefing/pack"),
    "pack": (
        "briefing/pack/__init__.py",
        "briefing/pack/archive.py",
        "briefing/pack/keypoints.py",
        "briefing/pack/names.py",
    ),
    "workbook": ("briefing/compare", "briefing/naming", "briefing/pack", "briefing/review_columns.py"),
    "thumbnails": (
        "briefing/pack/__init__.py",
        "briefing/pack/thumbnails.py",
        "briefing/templates/__init__.py",
        "briefing/templates/preview.py",
        "briefing/libreoffice.py",
        "briefing/limits.py",
        "briefing/line_breaks.py",
    ),
    "page": ("briefing/naming", "briefing/pack", "briefing/review_columns.py"),
}


@cache
def code_of(command: str) -> str:
    """A short digest of every file that ``command`` runs; the same on every machine with the same files."""
    mark = hashlib.sha256()
    for name in (*ALL, f"briefing/commands/{command}.py", *PARTS[command]):
        start = WORKFLOW / name
        files = [start] if start.is_file() else sorted(one for one in start.rglob("*") if _is_code(one))
        for path in files:
            mark.update(path.name.encode() + b"\0" + path.read_bytes())
    return mark.hexdigest()[:12]


def _is_code(path: Path) -> bool:
    return path.is_file() and "__pycache__" not in path.parts and path.suffix != ".pyc"
