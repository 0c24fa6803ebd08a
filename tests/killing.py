"""Runs that are killed at random moments, and the same command again: ``make survival``. It prints one line a moment, and
fails when a rerun does not complete or a byte differs from an undisturbed run.

Half of the runs are in shards. What is killed, with SIGKILL, is the scheduler or any process that works for the run: a shard's
scheduler, a job's shell, its command, a worker, the keeper of the workers.
"""

from __future__ import annotations

import argparse
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from office import SMALL, Office, processes_in, surroundings, without_thumbnails

SECOND = SMALL.replace("河口", "海口").replace("1.5万亩", "1.7万亩")
IN_SHARDS = ("--config", "shard_size=1")


@dataclass(frozen=True)
class Undisturbed:
    """What a run makes that nobody disturbs, and its seconds."""

    files: dict[str, bytes]
    seconds: float


@dataclass(frozen=True)
class Trial:
    """One run that was killed: where, what, how it ended, and what is wrong with what the same command made afterwards."""

    moment: float
    killed: str
    status: int
    faults: tuple[str, ...]


def undisturbed(folder: Path) -> Undisturbed:
    """One Snakemake for both reports, in an office below ``folder``."""
    office = _office(folder / "undisturbed")
    began = time.monotonic()
    said = office.run()
    seconds = time.monotonic() - began
    assert said.status == 0, said.text
    return Undisturbed(office.files(), seconds)


def trial(folder: Path, chance: random.Random, expected: Undisturbed, *, scheduler: bool, sharded: bool) -> Trial:
    """Kill one run at a moment, and run the same command again at once."""
    office = _office(folder)
    arguments = IN_SHARDS if sharded else ()
    moment = chance.uniform(0.3, expected.seconds * (1.5 if sharded else 1))
    running = subprocess.Popen(
        [sys.executable, "-m", "snakemake", "--cores", "2", *without_thumbnails(arguments)],
        cwd=office.folder,
        env=surroundings(),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(moment)
    victims: dict[int, str] = {}
    while not (scheduler or victims or running.poll() is not None):
        victims = {pid: what for pid, what in processes_in(office.folder).items() if pid != running.pid}
    victim = chance.choice(sorted(victims)) if victims else running.pid
    try:
        os.kill(victim, signal.SIGKILL)
    except ProcessLookupError:
        victims[victim] = "what had just ended: " + victims.get(victim, "the scheduler")
    status = running.wait(timeout=300)
    said = office.run(*arguments)
    faults = [] if said.status == 0 else [f"the same command again: exit status {said.status}\n{said.text}"]
    made = office.files()
    for name in sorted(expected.files.keys() | made.keys()):
        if made.get(name) != expected.files.get(name):
            faults.append(
                f"{name} is {'missing' if name not in made else 'not the same' if name in expected.files else 'left over'}"
            )
    return Trial(moment, victims.get(victim, "the scheduler"), status, tuple(faults))


def _office(folder: Path) -> Office:
    office = Office(folder)
    office.write("河口.txt")
    office.write("海口.txt", SECOND)
    return office


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--moments", type=int, default=50)
    parser.add_argument("--seed", type=int, default=1)
    given = parser.parse_args()
    chance = random.Random(given.seed)
    wrong = 0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        expected = undisturbed(folder)
        for number in range(given.moments):
            done = trial(folder / str(number), chance, expected, scheduler=number % 2 == 0, sharded=number % 4 > 1)
            wrong += bool(done.faults)
            what = done.killed.replace(sys.executable, "python")[:60]
            print(
                f"{number + 1:3} {done.moment:5.2f} s  exit {done.status:3}  {'WRONG' if done.faults else 'same bytes'}  {what}",
                flush=True,
            )
            for fault in done.faults:
                print(f"      {fault}", flush=True)
    print(f"{given.moments} moments, {wrong} wrong.")
    sys.exit(wrong > 0)


if __name__ == "__main__":
    main()
