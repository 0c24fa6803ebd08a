"""How a run begins and ends: alone in its folder, ending cleanly when told to, with warm workers and closing words."""

from __future__ import annotations

import logging
import os
import signal
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NoReturn

from briefing import workers
from briefing.errors import BriefingError
from briefing.limits import MEMORY_MB, MINUTES
from briefing.run.closing import told
from briefing.run.lock import hold


def stop(error: BriefingError) -> NoReturn:
    """End Snakemake before it has begun: the sentence, nothing else, and exit status 1."""
    print(f"error: {error}", file=sys.stderr)
    sys.exit(1)


def warn(sentences: Iterable[str]) -> None:
    """Say what stops nothing but should be looked at."""
    for sentence in sentences:
        print(f"warning: {sentence}", file=sys.stderr)


def begin(workflow: Any, output: str) -> None:
    """Called once before the first job, with Snakemake's own ``workflow``."""
    try:
        hold(Path(output))
    except BriefingError as error:
        stop(error)
    # Snakemake ends cleanly on Ctrl-C but may hang on SIGTERM while it schedules: let both be the same.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    if workflow.local_exec:
        # No setting switches the limiter of jobs a second off; its timer keeps each run alive for one second more.
        workflow.scheduler.job_rate_limiter = None
        workers.start(workflow.cores)


def forget_failed(workflow: Any) -> None:
    """Called after a run with a failed job, with Snakemake's own ``workflow``: let the next run try each failed job again.

    Snakemake keeps the checksums of a failed job's inputs, finds them unchanged in the next run and calls all that was made
    from an earlier version of the report up to date.
    """
    for job in workflow.scheduler.failed:
        for path in job.output:
            workflow.persistence.cleanup_metadata(path)


def end(output: str, reports: Iterable[str]) -> None:
    """Called once after the last job, whether or not all went well. The words go the way of Snakemake's own, after them."""
    logging.getLogger("snakemake.logging").info(told(output, reports))


def limit(limits: Mapping[str, int]) -> None:
    """Hand section ``limits`` of the settings to every job of the run, through the environment."""
    for name, variable in (("memory_mb", MEMORY_MB), ("minutes", MINUTES)):
        if name in limits:
            os.environ[variable] = str(limits[name])


def find_commands() -> None:
    """Let the jobs' shells find ``briefing`` beside the running interpreter, whether or not its folder is on the PATH."""
    folder = str(Path(sys.executable).parent)
    if folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", "")
