"""What a report leads to, as the checkpoint's ``products.json`` and ``charts.json`` tell: input functions for the rules."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.files import read_plain_json
from briefing.model import OVERVIEW
from briefing.run.completeness import files_of


class Products:
    """``checkpoint`` is the rule that writes ``products.json``, area → ``{"pack": name, "brief": mark}``, and ``charts.json``, the
    charts of all areas and of the whole report."""

    def __init__(self, checkpoint: Any, output: str) -> None:
        self._checkpoint = checkpoint
        self._output = output

    def chosen(self, wildcards: Any) -> str:
        """charts.json of ``{report}``, as an input that is known only after the checkpoint: so are the marks below."""
        self._of(wildcards.report)
        return f"{self._output}/{wildcards.report}/charts.json"

    def brief_mark(self, wildcards: Any) -> str:
        """The mark of the Brief of ``{area}``: another one when the Brief will be another."""
        return str(self._area(wildcards.report, wildcards.area)["brief"])

    def chart_mark(self, wildcards: Any) -> str:
        """The mark of ``{chart}`` of ``{area}``: another one when the picture will be another."""
        shown = [one for one in self._charts(wildcards.report, wildcards.area) if one["name"] == wildcards.chart]
        return hashlib.sha256(json.dumps(shown, ensure_ascii=False).encode("utf-8")).hexdigest()[:12]

    def all_files(self, wildcards: Any) -> list[str]:
        """All that is made of ``{report}``."""
        report = wildcards.report
        return [f"{self._output}/{report}/{name}" for name in files_of(self._of(report), self._chosen(report))]

    def pictures(self, wildcards: Any) -> list[str]:
        """The drawn charts of ``{area}``."""
        self._area(wildcards.report, wildcards.area)
        return self._pictures(wildcards.report, wildcards.area)

    def pictures_of_whole(self, wildcards: Any) -> list[str]:
        """The drawn charts of ``{report}`` as a whole (总览)."""
        return self._pictures(wildcards.report, str(OVERVIEW))

    def pictures_of_pack(self, wildcards: Any) -> list[str]:
        """The drawn charts of the area that ``{pack}`` is named after."""
        return self._pictures(wildcards.report, self._packed(wildcards.report, wildcards.pack))

    def pdfs_of_pack(self, wildcards: Any) -> list[str]:
        """The PDFs of both documents of the area that ``{pack}`` is named after."""
        area = self._packed(wildcards.report, wildcards.pack)
        return [f"{self._output}/{wildcards.report}/{folder}/{area}.pdf" for folder in ("summaries", "decks")]

    def of_pack(self, pattern: str) -> Callable[[Any], str]:
        """``pattern`` with the area that ``{pack}`` is named after."""
        return lambda wildcards: pattern.format(
            report=wildcards.report, area=self._packed(wildcards.report, wildcards.pack)
        )

    def each_area(self, pattern: str) -> Callable[[Any], list[str]]:
        """``pattern`` for every area, in order."""
        return lambda wildcards: [
            pattern.format(report=wildcards.report, area=area) for area in self._of(wildcards.report)
        ]

    def _of(self, report: str) -> dict[str, Any]:
        products = self._checkpoint.get(report=report).output.products
        found: dict[str, Any] = read_plain_json(Path(str(products)))
        return found

    def _chosen(self, report: str) -> list[dict[str, Any]]:
        charts = self._checkpoint.get(report=report).output.charts
        found: list[dict[str, Any]] = read_plain_json(Path(str(charts)))
        return found

    def _charts(self, report: str, area: str) -> list[dict[str, Any]]:
        return [one for one in self._chosen(report) if str(one["area"]) == area]

    def _area(self, report: str, area: str) -> dict[str, Any]:
        areas = self._of(report)
        if area not in areas:
            raise BriefingError(f"{report}: there is no area {area}; its areas are {', '.join(areas)}.")
        found: dict[str, Any] = areas[area]
        return found

    def _packed(self, report: str, pack: str) -> str:
        areas = self._of(report)
        for area, product in areas.items():
            if product["pack"] == pack:
                return area
        names = ", ".join(product["pack"] for product in areas.values())
        raise BriefingError(f"{report}: there is no pack {pack!r}; its packs are {names}.")

    def _pictures(self, report: str, area: str) -> list[str]:
        return [f"{self._output}/{report}/charts/{area}/{one['name']}.png" for one in self._charts(report, area)]
