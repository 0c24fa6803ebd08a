"""A mark of what stands in the files that people give: a report, a review, a template.

Their dates tell little: a file from another machine may be dated in the future, one that was put back is older than what was
made of it. So their content alone decides what is made again, and nobody's file is touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any


def contents_of(*inputs: Callable[[Any], str | list[str]]) -> Callable[[Any], str]:
    """A parameter of a rule: a short digest of the contents of the files that the input functions ``inputs`` give.

    Of the wildcards alone: what a parameter takes from a job's ``input``, Snakemake does not compare with the last run. A file
    that is not there counts as nothing: the command that needs it says so itself.
    """

    def mark(wildcards: Any) -> str:
        files: list[str] = []
        for given in (one(wildcards) for one in inputs):
            files += [given] if isinstance(given, str) else given
        return hashlib.sha256("".join(map(_mark, files)).encode()).hexdigest()[:12] if files else ""

    return mark


@cache
def _mark(path: str) -> str:
    """The same through a whole run: what changes after it has begun is for the next one to see."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except OSError:
        return ""
