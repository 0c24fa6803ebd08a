"""Reading speed, parse and extract, in characters a second, beside ms-recognizers-text-suite: ``make bench-reading``.

The peer finds numbers, ordinals, percentages, currencies and dimensions in Chinese text, which is a part of what extract does; it
is the library an office would otherwise take. It is installed into a virtual environment that is thrown away, and gets the same
texts, paragraph by paragraph, which is how it is fastest. Both are warm, run on one core, in turn, and count CPU time.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SHARED = Path(os.environ.get("BRIEFING_SHARED", ROOT.parent / "shared"))
PEER = "ms-recognizers-text-suite==1.0.1"
_PEER_PROGRAM = """
import json, sys, time
from ms_recognizers_number import NumberRecognizer
from ms_recognizers_number_with_unit import NumberWithUnitRecognizer
from ms_recognizers_text import Culture
units, numbers = NumberWithUnitRecognizer(Culture.Chinese), NumberRecognizer(Culture.Chinese)
models = [units.get_currency_model(), units.get_dimension_model(), numbers.get_percentage_model(), numbers.get_ordinal_model(),
          numbers.get_number_model()]
for model in models:
    model.parse("增长6.5%，完成投资35亿元，新建公路76公里。")
for request in sys.stdin:
    began = time.process_time()
    found = sum(len(model.parse(line)) for line in json.loads(request) for model in models)
    print(json.dumps([time.process_time() - began, found]), flush=True)
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--rounds",
        type=int,
        default=5,
        help="how often each text is read by us; medians are printed (the peer reads it once)",
    )
    parser.add_argument("--texts", type=int, default=4, help="how many reports are read")
    parser.add_argument(
        "--peer", type=Path, help="the Python of an environment that has the peer; made and thrown away otherwise"
    )
    given = parser.parse_args()
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    sources = [ROOT / "data" / "reports" / "xiaodian-2024.txt", *sorted((SHARED / "reports").glob("[!x]*.txt"))][
        : given.texts
    ]
    if given.peer:
        _compare(sources, given.rounds, given.peer)
        return
    with tempfile.TemporaryDirectory() as folder:
        venv.create(folder, with_pip=True)
        python = Path(folder) / "bin" / "python"
        subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PEER], check=True)
        _compare(sources, given.rounds, python)


def _compare(sources: list[Path], rounds: int, python: Path) -> None:
    from briefing.extract import extract_metrics
    from briefing.parse import read_report

    def read(path: Path) -> float:
        began = time.process_time()
        extract_metrics(*read_report(path, path.stem, None))
        return time.process_time() - began

    read(sources[0])
    width = max(len(path.stem) for path in sources)
    print(f"{'characters a second':<{width}}  {'length':>7}  {'ours':>8}  {'peer':>8}  {'times':>6}")
    ours = theirs = length = 0.0
    with subprocess.Popen(
        [python, "-c", _PEER_PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as peer:
        if peer.stdin is None or peer.stdout is None:
            sys.exit("the peer has no pipes")
        for path in sources:
            text = path.read_text(encoding="utf-8-sig")
            mine = statistics.median(read(path) for _ in range(rounds))
            peer.stdin.write(json.dumps([line for line in text.splitlines() if line.strip()]) + "\n")
            peer.stdin.flush()
            other, _ = json.loads(peer.stdout.readline())
            _row(path.stem, width, len(text), mine, other)
            ours, theirs, length = ours + mine, theirs + other, length + len(text)
        _row("all", width, int(length), ours, theirs)
        peer.stdin.close()


def _row(name: str, width: int, length: int, ours: float, theirs: float) -> None:
    print(f"{name:<{width}}  {length:7d}  {length / ours:8.0f}  {length / theirs:8.0f}  {theirs / ours:6.1f}")


if __name__ == "__main__":
    main()
