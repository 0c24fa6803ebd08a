"""Which template files each report of a run is filled into: input functions for the rules."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import yaml

from briefing.errors import BriefingError
from briefing.run.reports import facts_beside
from briefing.templates.sets import Sets


class Templates:
    """``folder`` holds the sets, ``chosen`` is the set of all reports that choose none themselves.

    ``reports``: report id → path. ``BriefingError`` when ``default`` is not complete or there is no set ``chosen``.
    """

    def __init__(self, folder: str, chosen: str, reports: Mapping[str, str]) -> None:
        self._sets = Sets(folder)
        if fault := self._sets.fault(chosen):
            raise BriefingError(f"setting template_set: {fault}")
        self._chosen = {report: _own_choice(source) or chosen for report, source in reports.items()}

    def used(self, name: str) -> Callable[[Any], list[str]]:
        """Input function: the path of file ``name`` for ``{report}``, from its set or from ``default``; empty when there is
        no such set, or neither has the file."""
        return lambda wildcards: self._sets.file(self._chosen[wildcards.report], name)

    def asked(self, wildcards: Any) -> str:
        """The path of ``{document}`` for ``{report}``, also when there is no such set: the check of it says so."""
        chosen = self._chosen[wildcards.report]
        found = self._sets.file(chosen, wildcards.document)
        return found[0] if found else str(self._sets.folder / chosen / wildcards.document)


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
