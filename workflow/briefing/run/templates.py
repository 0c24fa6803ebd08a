"""Which template files a report is filled into: sets of templates, one folder each, that fall back to ``default``."""

from __future__ import annotations

import difflib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from briefing.errors import BriefingError
from briefing.run.reports import facts_beside

DEFAULT = "default"
DOCUMENTS = ("summary.docx", "deck.pptx")
# What a set may hold; the last is no template but the colours of the chart pictures, and no set needs one.
FILES = (*DOCUMENTS, "page.html", "drawing.yaml")


class Templates:
    """``folder`` holds one folder for each set, ``chosen`` is the set of all reports that choose none themselves.

    ``reports``: report id → path. ``BriefingError`` when ``default`` is not complete or there is no set ``chosen``.
    """

    def __init__(self, folder: str, chosen: str, reports: Mapping[str, str]) -> None:
        self._folder = Path(folder)
        self._check_default()
        self._sets = {report: _own_choice(source) or chosen for report, source in reports.items()}
        if fault := self.fault(chosen):
            raise BriefingError(f"setting template_set: {fault}")

    def chosen_by(self, wildcards: Any) -> str:
        """The name of ``{report}``'s set, whether or not there is one of that name."""
        return self._sets[wildcards.report]

    def used(self, name: str) -> Callable[[Any], list[str]]:
        """Input function: the path of file ``name`` for ``{report}``, from its set or from ``default``; empty when there is
        no such set, or neither has the file."""
        return lambda wildcards: self.of_set(self.chosen_by(wildcards), name)

    def of_set(self, chosen: str, name: str) -> list[str]:
        """The path of file ``name`` in set ``chosen``, else in ``default``, as a list of one or none."""
        if self.fault(chosen):
            return []
        places = (self._folder / chosen / name, self._folder / DEFAULT / name)
        return [str(path) for path in places if path.is_file()][:1]

    def fault(self, chosen: str) -> str:
        """Why there is no set ``chosen``, as the end of a sentence; empty when there is one."""
        known = sorted(path.name for path in self._folder.iterdir() if _is_set(path))
        if chosen in known:
            return ""
        near = difflib.get_close_matches(chosen, known, 1)
        hint = f"did you mean {near[0]}?" if near else f"there are {', '.join(known)}."
        return f"there is no set {chosen!r} in {self._folder}; {hint}"

    def _check_default(self) -> None:
        default = self._folder / DEFAULT
        missing = [name for name in (*DOCUMENTS, "page.html") if not (default / name).is_file()]
        if missing:
            raise BriefingError(
                f"templates_dir {self._folder}: {DEFAULT}/{missing[0]} is missing; put it there, "
                f"since what a set does not bring is taken from {default}."
            )


def _is_set(folder: Path) -> bool:
    return folder.is_dir() and any((folder / name).is_file() for name in FILES)


def _own_choice(source: str) -> str:
    """``template_set`` of ``<id>.yaml``; a file that cannot be read is told by the command that reads the report."""
    for facts in facts_beside(source):
        try:
            told = yaml.safe_load(Path(facts).read_text(encoding="utf-8-sig"))
        except (OSError, UnicodeDecodeError, yaml.YAMLError):
            continue
        if isinstance(told, dict) and told.get("template_set") is not None:
            return str(told["template_set"])
    return ""
