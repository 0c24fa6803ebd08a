"""Where real reports and their gold lie on machines that have them; tests that need them skip elsewhere and say so."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
SHARED = Path(os.environ.get("BRIEFING_SHARED", ROOT.parent / "shared"))
needs_shared = pytest.mark.skipif(
    not (SHARED / "gold").is_dir(),
    reason=f"the folder of real reports and gold files, {SHARED.name}, is not beside the project",
)


def reports() -> list[Path]:
    """Every real report at hand, none where there are none."""
    return sorted(path for path in (SHARED / "reports").glob("*") if path.suffix in (".txt", ".docx"))
