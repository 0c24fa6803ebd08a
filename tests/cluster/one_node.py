"""A Slurm of one node on this machine's loopback, as root: Debian's slurm-wlm and munge, without accounts and without cgroups."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Self

# Where Slurm looks by itself: the jobs' own commands are not told of another place.
PLACE = Path("/etc/slurm/slurm.conf")
PLUGINS = ("snakemake-executor-plugin-slurm==2.8.0", "snakemake-executor-plugin-slurm-jobstep==0.6.1")
SETTINGS = """\
ClusterName=local
SlurmctldHost=localhost(127.0.0.1)
DebugFlags=NO_CONF_HASH
CommunicationParameters=NoInAddrAny,NoCtldInAddrAny
SlurmUser=root
AuthType=auth/munge
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.pid
SlurmctldLogFile={folder}/slurmctld.log
SlurmdLogFile={folder}/slurmd.log
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core_Memory
MpiDefault=none
ReturnToService=2
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
JobCompType=jobcomp/none
SchedulerParameters=sched_min_interval=100000,bf_interval=1
MinJobAge=300
NodeName=localhost NodeAddr=127.0.0.1 CPUs=2 RealMemory=4000 State=UNKNOWN
PartitionName=main Nodes=localhost Default=YES MaxTime=INFINITE State=UP
"""


def install(plugins: Path) -> None:
    """Debian's packages where they are missing, and the executor plugin into ``plugins``, a folder for PYTHONPATH: in the
    environment itself it would cost half a second at every start."""
    if not (shutil.which("slurmctld") and shutil.which("munged")):
        environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
        for command in (["update", "-qq"], ["install", "-y", "-qq", "--no-install-recommends", "slurm-wlm", "munge"]):
            subprocess.run(["apt-get", *command], check=True, env=environment, stdin=subprocess.DEVNULL)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", plugins]
    subprocess.run([*pip, *PLUGINS], check=True)


class Cluster:
    """Started by ``with``; ``folder`` keeps its state and logs."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __enter__(self) -> Self:
        for name in ("state", "spool"):
            (self.folder / name).mkdir(parents=True)
        with PLACE.open("x", encoding="utf-8") as settings:  # never in place of a real cluster's
            settings.write(SETTINGS.format(folder=self.folder))
        Path("/run/munge").mkdir(exist_ok=True)
        shutil.chown("/run/munge", "munge", "munge")
        if subprocess.run(["munge", "-n"], capture_output=True).returncode:
            subprocess.run(["runuser", "-u", "munge", "--", "munged"], check=True)
        self.start("slurmctld")
        self.start("slurmd", "-N", "localhost")
        self._until_idle()
        return self

    def __exit__(self, *_: object) -> None:
        self.said("scancel", "--user=root")
        for daemon in ("slurmctld", "slurmd"):
            self.kill(daemon, signal.SIGTERM)
        PLACE.unlink()

    def start(self, daemon: str, *arguments: str) -> None:
        subprocess.run([daemon, *arguments], check=True)

    def kill(self, daemon: str, how: signal.Signals = signal.SIGKILL) -> None:
        """End a daemon of this cluster; no other cluster's."""
        pid = self.folder / f"{daemon}.pid"
        if pid.is_file():
            os.kill(int(pid.read_text()), how)

    def said(self, *command: str) -> str:
        done = subprocess.run(command, capture_output=True, text=True)
        return done.stdout

    def _until_idle(self) -> None:
        end = time.monotonic() + 60
        while "idle" not in self.said("sinfo", "--noheader", "--format=%T"):
            assert time.monotonic() < end, self.said("sinfo") + (self.folder / "slurmctld.log").read_text()
            time.sleep(0.5)
