"""Twenty reports through a real Slurm, with a job and a daemon killed in the middle: ``make cluster``.

It changes the machine (packages, daemons), so it runs only where it is asked for, as root in a sandbox.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from one_node import PLACE, Cluster, install

from office import SMALL, Office, processes_in, surroundings

ASKED = os.environ.get("BRIEFING_CLUSTER") == "1"
pytestmark = [
    pytest.mark.skipif(not ASKED, reason="a cluster is started only by `make cluster`: it installs and runs daemons"),
    pytest.mark.skipif(ASKED and os.geteuid() != 0, reason="starting Slurm needs root"),
    pytest.mark.skipif(ASKED and PLACE.exists(), reason=f"a Slurm is set up on this machine: {PLACE}"),
    pytest.mark.skipif(ASKED and shutil.which("apt-get") is None, reason="Slurm is taken from Debian's packages"),
]
REPORTS = 20
IN_ONE_JOB = 5
# What this cluster of one small node without accounting wants otherwise than workflow/profiles/slurm.
HERE = (
    "--profile workflow/profiles/slurm --jobs 4 --cores 2 --set-threads make_shard=2 --set-resources make_shard:mem_mb=2000"
    " --slurm-no-account --slurm-status-command squeue --slurm-init-seconds-before-status-checks 1"
    f" --seconds-between-status-checks 1 --config shard_size={IN_ONE_JOB} thumbnails=false"
).split()


def stocked(folder: Path) -> Office:
    office = Office(folder)
    for number in range(REPORTS):
        name = "甲乙丙丁戊己庚辛壬癸"[number // 2] + "东西"[number % 2]
        office.write(f"{name}.txt", SMALL.replace("河口", name).replace("1.5万亩", f"1.{number + 1}万亩"))
    return office


def start(office: Office, environment: dict[str, str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "snakemake", *HERE],
        cwd=office.folder,
        env={**surroundings(), **environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )


def one_of(office: Office, words: str) -> int:
    """A process of the run whose command line holds ``words``, waited for."""
    end = time.monotonic() + 240
    while time.monotonic() < end:
        found = [pid for pid, line in processes_in(office.folder).items() if words in line and "srun" not in line]
        if found:
            return found[0]
        time.sleep(0.1)
    pytest.fail(f"no process with {words!r} came")


def test_what_is_killed_on_a_cluster_is_completed_by_the_same_command(tmp_path: Path) -> None:
    """A shard of the first Slurm job and the controller are killed amid the run; after the rerun all files are those of a local
    run, byte by byte."""
    install(tmp_path / "plugins")
    local, remote = stocked(tmp_path / "local"), stocked(tmp_path / "remote")
    began = time.monotonic()
    said = local.run()
    print(f"local: {time.monotonic() - began:.0f} s")
    assert said.status == 0, said.text
    with Cluster(tmp_path / "slurm") as cluster:
        environment = {"PYTHONPATH": f"{tmp_path / 'plugins'}:{os.environ.get('PYTHONPATH', '')}"}
        began = time.monotonic()
        running = start(remote, environment)
        victim = one_of(remote, "/snakemake --executor local")
        time.sleep(5)
        os.kill(victim, signal.SIGKILL)
        time.sleep(2)
        cluster.kill("slurmctld")
        time.sleep(3)
        cluster.start("slurmctld")
        text = running.communicate(timeout=1200)[0]
        print(f"first run, a job and slurmctld killed: {time.monotonic() - began:.0f} s, exit {running.returncode}")
        print(text)
        assert running.returncode == 1, "one shard was killed, so the run says that it is not complete"
        assert "not finished" in text
        began = time.monotonic()
        again = start(remote, environment)
        text = again.communicate(timeout=1200)[0]
        print(f"second run: {time.monotonic() - began:.0f} s, exit {again.returncode}")
        print(text)
        assert again.returncode == 0
    ours, theirs = local.files(), remote.files()
    assert sorted(name for name in ours.keys() | theirs.keys() if ours.get(name) != theirs.get(name)) == []
    print(f"{len(ours)} files of {REPORTS} reports are the same, in {REPORTS // IN_ONE_JOB} Slurm jobs.")
