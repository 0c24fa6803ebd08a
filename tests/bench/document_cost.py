"""What one document costs once everything is loaded: ``make bench``. Exit status 1 when a deck costs more than it may.

The 12 slides with 3 charts stand beside python-pptx doing the same, in turns in one run; then each document of the real report.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

from area_documents import pictures
from briefing.assemble import fill_deck, fill_summary
from real_report import DECK, SUMMARY, made
from twelve_slides import MOST_SECONDS, MOST_TIMES, cost

_ROUNDS = 5


def main() -> None:
    """Print one table; say what is over its limit."""
    ours, hand = cost()
    within = ours <= MOST_SECONDS and ours <= MOST_TIMES * hand
    print(f"{'12 slides with 3 charts, CPU s':<40}{'template':>10}{'by hand':>10}{'ratio':>8}")
    print(f"{f'(may be {MOST_SECONDS} s and {MOST_TIMES} times)':<40}{ours:>10.3f}{hand:>10.3f}{ours / hand:>8.2f}")
    print(f"{f'each area of {made().report.report_id}, CPU s':<40}{'summary':>10}{'deck':>10}{'slides':>8}")
    for brief in made().briefs:
        drawn = pictures(brief.number)
        summary = _least(lambda brief=brief, drawn=drawn: fill_summary(SUMMARY, brief, drawn))
        deck = _least(lambda brief=brief: fill_deck(DECK, brief))
        print(f"{f'  area {brief.number}':<40}{summary:>10.3f}{deck:>10.3f}{len(brief.slides):>8}")
    if not within:
        sys.exit("the deck of 12 slides costs more than it may")


def _least(work: Callable[[], bytes]) -> float:
    work()
    times = []
    for _ in range(_ROUNDS):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return min(times)


if __name__ == "__main__":
    main()
