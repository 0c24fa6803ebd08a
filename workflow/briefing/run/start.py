"""How a run begins: alone in its folder, ending cleanly when told to, with warm workers."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from briefing import workers
from briefing.run.lock import hold


def begin(output: str) -> None:
    """Called once before the first job."""
    hold(Path(output))
    # Snakemake ends cleanly on Ctrl-C but may hang on SIGTERM while it schedules: let both be the same.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    workers.start()


def find_commands() -> None:
    """Let the jobs' shells find ``briefing`` beside the running interpreter, whether or not its folder is on the PATH."""
    folder = str(Path(sys.executable).parent)
    if folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", "")
