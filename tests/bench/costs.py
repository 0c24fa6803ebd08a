"""What a command costs, everything that it starts included: seconds of wall and CPU, peak memory, share of the cores kept busy."""

from __future__ import annotations

import ctypes
import os
import platform
import shlex
import subprocess
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from office import surroundings, without_thumbnails

CORES = 2
_PR_SET_CHILD_SUBREAPER = 36


@dataclass(frozen=True)
class Cost:
    """``wall`` and ``cpu`` in seconds; ``first_mb`` is the peak memory of the command itself, ``peak_mb`` the largest of any
    process that outlived it, such as a warm worker (0 when there was none)."""

    wall: float
    cpu: float
    first_mb: float
    peak_mb: float

    @property
    def busy(self) -> float:
        """Share of ``CORES`` that was at work."""
        return self.cpu / (self.wall * CORES)


def adopt() -> None:
    """Let processes that outlive the command that started them come to us, with what they used."""
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_CHILD_SUBREAPER, 1)


def cost(folder: Path, command: Sequence[str], environment: dict[str, str] | None = None) -> Cost:
    """Run ``command`` in ``folder``. The program ends here, with what it said, when it fails."""
    given = {**surroundings(), "PYTHONPATH": os.pathsep.join(path for path in sys.path if path), **(environment or {})}
    log = folder / "said"
    began = time.perf_counter()
    with log.open("wb") as said:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=said, stderr=said, env=given)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{shlex.join(command)} failed:\n{log.read_text(encoding='utf-8', errors='replace')}")
    cpu, first, peak = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, 0.0
    while True:
        try:
            _, _, used = os.wait4(-1, 0)
        except ChildProcessError:
            return Cost(wall, cpu, first, peak)
        cpu += used.ru_utime + used.ru_stime
        peak = max(peak, used.ru_maxrss / 1024)


def snakemake(folder: Path, *arguments: str) -> Cost:
    return cost(folder, [sys.executable, "-m", "snakemake", "--cores", str(CORES), *without_thumbnails(arguments)])


def commands_of(folder: Path) -> list[list[str]]:
    """The commands of the first run in ``folder``, which was asked to print them, without ``briefing`` and redirections."""
    log = min((folder / ".snakemake" / "log").iterdir()).read_text(encoding="utf-8")
    said = [line.partition("Shell command: ")[2] for line in log.splitlines()]
    return [shlex.split(one.partition(" > ")[0])[1:] for one in said if one.startswith("briefing ")]


def do_in_one_process(commands: Sequence[Sequence[str]]) -> None:
    """The floor: every command as a call of the function behind it. Run in a process of its own: imports are part of it."""
    from briefing.__main__ import main as run

    for words in commands:
        if run(list(words)):
            sys.exit(1)


def machine() -> str:
    """One line: what it was measured on, and how much else ran there."""
    lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    model = next((line.partition(": ")[2] for line in lines if line.startswith("model name")), platform.machine())
    load = "/".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{os.cpu_count()} cores, {model}, Python {platform.python_version()}, load before {load}"
