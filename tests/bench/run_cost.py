"""What a run costs against the same work in one process: ``make bench``. It prints one table and judges nothing.

The floor is honest: the very commands of the clean run, called one after another as functions of one Python process that
starts, imports, reads and writes as they do. CPU counts everything that a run starts, its warm workers included.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from office import ROOT, Office, surroundings

REPORT = ROOT / "data" / "reports" / "xiaodian-2024.txt"
CORES = "2"
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Cost:
    """Seconds."""

    wall: float
    cpu: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="how often everything is measured; medians are printed")
    parser.add_argument("--floor", type=Path, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.floor:
        _do_all(given.floor)
        return
    # Workers outlive the Snakemake that started them by a moment; their time comes to us then.
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1)
    with tempfile.TemporaryDirectory() as folder:
        rounds = [_round(Path(folder) / str(number)) for number in range(given.rounds)]
    _print(rounds)


def _round(folder: Path) -> dict[str, Cost]:
    office = Office(folder)
    shutil.copy(REPORT, office.reports)
    clean = _snakemake(office, "--printshellcmds")
    commands = folder / "commands"
    log = next((folder / ".snakemake" / "log").iterdir()).read_text(encoding="utf-8")
    said = [line.partition("Shell command: ")[2] for line in log.splitlines()]
    lines = [command.partition(" > ")[0] for command in said if command.startswith("briefing ")]
    commands.write_text("\n".join(lines), encoding="utf-8")
    nothing = _snakemake(office)
    with zipfile.ZipFile(office.folder / "templates" / "default" / "deck.pptx", "a") as template:
        template.comment = b"changed"
    deck = _snakemake(office)
    setting = _snakemake(office, "--config", "drawing={dpi: 150}")
    shutil.rmtree(office.output)
    floor = _cost(office, [sys.executable, __file__, "--floor", str(commands)])
    return {
        f"clean run, {CORES} cores ({len(lines)} commands)": clean,
        "the same commands in one process (the floor)": floor,
        "after a change of templates/default/deck.pptx": deck,
        "after a change of drawing.dpi": setting,
        "nothing to do": nothing,
    }


def _snakemake(office: Office, *arguments: str) -> Cost:
    return _cost(office, [sys.executable, "-m", "snakemake", "--cores", CORES, *arguments])


def _cost(office: Office, command: list[str]) -> Cost:
    """Wall time until the command ends; CPU time of all processes that it leads to."""
    environment = {**surroundings(), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    began = time.perf_counter()
    log = office.folder / "said"
    with log.open("wb") as said:
        process = subprocess.Popen(
            command, cwd=office.folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=environment
        )
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{shlex.join(command)} failed:\n{log.read_text(encoding='utf-8', errors='replace')}")
    cpu = used.ru_utime + used.ru_stime
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return Cost(wall, cpu)
        cpu += used.ru_utime + used.ru_stime


def _do_all(commands: Path) -> None:
    """The floor: every command as a call of the function behind it."""
    from briefing.__main__ import main as run  # its import is part of what is measured

    for line in commands.read_text(encoding="utf-8").splitlines():
        if run(shlex.split(line)[1:]):
            sys.exit(1)


def _print(rounds: list[dict[str, Cost]]) -> None:
    def median(name: str, of: Callable[[Cost], float]) -> float:
        return statistics.median(of(one[name]) for one in rounds)

    names = list(rounds[0])
    width = max(map(len, names))
    print(f"{f'median of {len(rounds)}':<{width}}  {'wall s':>7}  {'CPU s':>7}")
    for name in names:
        print(f"{name:<{width}}  {median(name, lambda c: c.wall):7.2f}  {median(name, lambda c: c.cpu):7.2f}")
    clean, floor = names[:2]
    ratio = [median(clean, of) / median(floor, of) for of in (lambda c: c.wall, lambda c: c.cpu)]
    print(f"{'clean run : floor':<{width}}  {ratio[0]:7.2f}  {ratio[1]:7.2f}")


if __name__ == "__main__":
    main()
