"""Every area of every report at hand, filled and audited: how much was checked, and what was raised. ``make audits``.

No damage is put in, so whatever is raised is a fault of the documents or of the audit. Exit status 1 when anything is.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from briefing.assemble import fill_deck, fill_summary
from briefing.audit import audit
from briefing.audit_result import Audit
from briefing.chart import draw
from briefing.errors import BriefingError
from briefing.pack.keypoints import keypoints
from real_report import DECK, SUMMARY, XIAODIAN, made, overview
from shared_reports import reports


def audits_of(path: Path) -> list[Audit]:
    """The audits of all areas of one report and of its overview. BriefingError when it cannot be read."""
    one = made(path)
    found = []
    with tempfile.TemporaryDirectory(prefix="briefing-audits-") as folder:
        for brief in (*one.briefs, overview(path)):
            pictures = {chart.name: Path(folder) / f"{brief.number}-{chart.name}.png" for chart in brief.charts}
            for chart in brief.charts:
                pictures[chart.name].write_bytes(draw(chart, {}))
            summary, deck = Path(folder) / "summary.docx", Path(folder) / "deck.pptx"
            summary.write_bytes(fill_summary(SUMMARY, brief, pictures))
            deck.write_bytes(fill_deck(DECK, brief))
            drawn = {name: picture.read_bytes() for name, picture in pictures.items()}
            text = keypoints(brief)
            found.append(audit(brief, one.report, one.cleaned, one.metrics, summary, deck, drawn, text))
    return found


def told(path: Path) -> tuple[str, list[Audit], str]:
    """For a process of its own: name, audits, why there are none."""
    try:
        return path.name, audits_of(path), ""
    except BriefingError as error:
        return path.name, [], str(error)


def main() -> None:
    """Audit the reports named on the command line, or all at hand: ours and those beside the project."""
    given = [Path(one) for one in sys.argv[1:]] or [XIAODIAN, *reports()]
    raised: Counter[str] = Counter()
    checked = areas = 0
    with ProcessPoolExecutor(max_workers=2) as pool:
        for name, audits, fault in pool.map(told, given):
            things = sum(check.checked for one in audits for check in one.checks)
            failures = [(one.area, failure) for one in audits for failure in one.failures]
            print(f"{name}: {len(audits)} areas, {things} things checked, {len(failures)} raised. {fault}", flush=True)
            for area, failure in failures:
                print(f"  ({area}) {failure.code} {failure.file} {failure.place}: {failure.message} | {failure.text}")
            raised.update(failure.code for _, failure in failures)
            checked += things
            areas += len(audits)
    print(
        f"{len(given)} reports, {areas} areas, {checked} things checked, {sum(raised.values())} raised {dict(raised)}"
    )
    sys.exit(bool(raised))


if __name__ == "__main__":
    main()
