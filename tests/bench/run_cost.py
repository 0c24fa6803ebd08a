"""What a run costs against the same work in one process: ``make bench``. It prints one table and judges nothing.

The floor is honest: the very commands of the clean run, called one after another as functions of one Python process that
starts, imports, reads and writes as they do. CPU counts everything that a run starts, its warm workers included.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import sys
import tempfile
import zipfile
from collections.abc import Callable
from pathlib import Path

from costs import CORES, Cost, adopt, commands_of, cost, do_in_one_process, machine, snakemake

from office import ROOT, Office

REPORT = ROOT / "data" / "reports" / "xiaodian-2024.txt"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured; medians are printed")
    parser.add_argument("--floor", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.floor:
        do_in_one_process(commands_of(given.floor))
        return
    adopt()
    print(machine())
    with tempfile.TemporaryDirectory() as folder:
        rounds = [_round(Path(folder) / str(number)) for number in range(given.rounds)]
    _print(rounds)


def _round(folder: Path) -> dict[str, Cost]:
    office = Office(folder)
    shutil.copy(REPORT, office.reports)
    clean = snakemake(folder, "--printshellcmds")
    nothing = snakemake(folder)
    with zipfile.ZipFile(office.folder / "templates" / "default" / "deck.pptx", "a") as template:
        template.comment = b"changed"
    deck = snakemake(folder)
    setting = snakemake(folder, "--config", "drawing={dpi: 150}")
    report = office.reports / REPORT.name
    report.write_text(report.read_text(encoding="utf-8").replace("第61位", "第62位"), encoding="utf-8")
    one = snakemake(folder, "--config", "drawing={dpi: 150}")
    shutil.copy(REPORT, report)
    shutil.rmtree(office.output)
    floor = cost(folder, [sys.executable, __file__, "--floor", str(folder)])
    return {
        f"clean run, {CORES} cores ({len(commands_of(folder))} commands)": clean,
        "the same commands in one process (the floor)": floor,
        "after a change of templates/default/deck.pptx": deck,
        "after a change of drawing.dpi": setting,
        "after a change of one figure of the report": one,
        "nothing to do": nothing,
    }


def _print(rounds: list[dict[str, Cost]]) -> None:
    def median(name: str, of: Callable[[Cost], float]) -> float:
        return statistics.median(of(one[name]) for one in rounds)

    names = list(rounds[0])
    width = max(map(len, names))
    print(f"{f'median of {len(rounds)}':<{width}}  {'wall s':>7}  {'CPU s':>7}  {'busy':>5}  {'largest MB':>10}")
    for name in names:
        wall, cpu, busy = (median(name, of) for of in (lambda c: c.wall, lambda c: c.cpu, lambda c: c.busy))
        peak = median(name, lambda c: max(c.first_mb, c.peak_mb))
        print(f"{name:<{width}}  {wall:7.2f}  {cpu:7.2f}  {busy:5.0%}  {peak:10.0f}")
    clean, floor = names[:2]
    ratio = [median(clean, of) / median(floor, of) for of in (lambda c: c.wall, lambda c: c.cpu)]
    print(f"{'clean run : floor':<{width}}  {ratio[0]:7.2f}  {ratio[1]:7.2f}")


if __name__ == "__main__":
    main()
