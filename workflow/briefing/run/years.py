"""Which report of a run is last year's report of the same place: so that its targets can be set against this year's results.

Place and year stand in the text, and the DAG has to know them before the first job; so each report is read here, once for
each version of it: what was found is kept beside the products, by the checksums of the report, of its facts and of the code.
"""

from __future__ import annotations

import contextlib
import hashlib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from briefing.errors import BriefingError
from briefing.files import read_plain_json, write_json
from briefing.given import read_settings, refuse_foreign_link
from briefing.parse import read_report
from briefing.run.code import code_of
from briefing.run.reports import facts_beside

NAME = ".years.json"


@dataclass(frozen=True)
class Told:
    """Of which place and for which years a report is; ``place`` is empty for one that cannot be read."""

    place: str
    plan_year: int
    review_year: int


class Years:
    """``reports``: report id → path; ``named``: the setting ``compare``, ids of the only reports to compare, or empty for all.

    ``BriefingError`` when ``named`` holds an id that is no report.
    """

    def __init__(self, reports: Mapping[str, str], named: Sequence[str], output: str) -> None:
        if unknown := [one for one in named if one not in reports]:
            raise BriefingError(
                f"setting compare: there is no report {unknown[0]!r}; there are {', '.join(reports)}. Write ids of reports."
            )
        self._output = output
        candidates = {one: reports[one] for one in (named or reports)}
        told = _told_of(candidates, Path(output) / NAME) if len(candidates) > 1 else {}
        self._last, self.remarks = _matched(told, bool(named))

    def last(self, *names: str) -> Callable[[Any], list[str]]:
        """Input function: files ``names`` of last year's report of ``{report}``; none when there is no such report."""

        def files(wildcards: Any) -> list[str]:
            last = self._last.get(wildcards.report)
            return [f"{self._output}/{last}/{name}" for name in names] if last else []

        return files

    def together(self, reports: Iterable[str]) -> list[list[str]]:
        """``reports`` in their order, those of one place that meet each other in one list: one run makes them all, since one
        needs the other."""
        groups: dict[str, list[str]] = {}
        for report in reports:
            first = report
            while first in self._last:
                first = self._last[first]
            groups.setdefault(first, []).append(report)
        return list(groups.values())


def _matched(told: Mapping[str, Told], named: bool) -> tuple[dict[str, str], list[str]]:
    """Report → last year's report, and a sentence for everything that looks as if it should be compared and is not."""
    last: dict[str, str] = {}
    remarks = []
    places: dict[str, list[str]] = {}
    for report, one in told.items():
        if one.place:
            places.setdefault(one.place, []).append(report)
    for place, of_place in places.items():
        for report in of_place:
            before = [one for one in of_place if told[one].plan_year == told[report].review_year and one != report]
            if len(before) == 1:
                last[report] = before[0]
            elif before:
                remarks.append(
                    f"{report}: last year's targets of {place} are not set against its results, since {' and '.join(before)} "
                    f"are both of {told[report].review_year}; name the two to compare under compare in workflow/config.yaml."
                )
        # Reports of one place that meet no other: told, so that nobody waits for a comparison that does not come.
        lone = sorted(
            (one for one in of_place if one not in last and one not in last.values()),
            key=lambda one: told[one].plan_year,
        )
        if len(of_place) > 1 and lone and not any(place in one for one in remarks):
            years = ", ".join(f"{one} ({told[one].plan_year})" for one in lone)
            remarks.append(
                f"{place}: no report of the year before or after is there for {years}; nothing is compared with it."
            )
    if named and len(places) > 1:
        remarks += [
            f"setting compare: {of_place[0]} is the only report of {place} that it names; nothing is compared with it."
            for place, of_place in places.items()
            if len(of_place) == 1
        ]
    return last, remarks


def _told_of(reports: Mapping[str, str], kept: Path) -> dict[str, Told]:
    try:
        known = read_plain_json(kept) if kept.is_file() else {}
    except BriefingError:
        known = {}
    code = code_of("parse")
    found: dict[str, Told] = {}
    marks: dict[str, object] = {}
    for report, path in reports.items():
        mark = _mark(path, code)
        before = known.get(report) if isinstance(known, dict) else None
        told = Told(**before["told"]) if before and before.get("mark") == mark else _read(report, path)
        found[report] = told
        marks[report] = {"mark": mark, "told": told}
    if marks != known:
        with contextlib.suppress(OSError):  # a disk that may not be written: the run says so when it begins
            write_json(kept, marks)
    return found


def _mark(path: str, code: str) -> str:
    """Changes with the file, with its facts and with the code that reads them."""
    mark = hashlib.sha256(code.encode())
    for one in (path, *facts_beside(path)):
        try:
            mark.update(Path(one).read_bytes())
        except OSError:
            mark.update(b"?")
    return mark.hexdigest()[:16]


def _read(report: str, path: str) -> Told:
    """A report that cannot be read meets no other; its own job says what is wrong with it."""
    try:
        refuse_foreign_link(Path(path))
        facts = facts_beside(path)
        _, told = read_report(Path(path), report, read_settings(Path(facts[0])) if facts else {})
    except BriefingError:
        return Told("", 0, 0)
    return Told(told.place, told.plan_year, told.review_year)
