"""How a run begins and ends: alone with its reports, ending cleanly when told to, with warm workers and closing words."""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import select
import signal
import sys
import tempfile
import threading
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType
from typing import Any, NoReturn

import snakemake.jobs

from briefing import workers
from briefing.errors import BriefingError
from briefing.files import PART
from briefing.libreoffice import program
from briefing.limits import MEMORY_MB, MINUTES
from briefing.run.closing import told
from briefing.run.lock import hold

# Environment variable: process id of the run that this run is a shard of, on the same machine.
PARENT = "BRIEFING_RUN"
# Bytes of a few reports' records: a run that finds less room would end amid its first jobs.
RECORDS = 500_000
# Seconds that a run which is told to end has for it; its jobs are ended in one or two.
_TO_END = 20


@dataclass
class _Begun:
    """What ``end`` has to know of ``begin``; Snakemake calls both with nothing of ours, and no ``end`` when it fails itself."""

    at: int = 0
    reports: frozenset[str] = frozenset()
    ended: bool = False


_begun = _Begun()


def stop(error: BriefingError) -> NoReturn:
    """End Snakemake before it has begun: the sentence, nothing else, and exit status 1."""
    print(f"error: {error}", file=sys.stderr)
    sys.exit(1)


def warn(sentences: Iterable[str]) -> None:
    """Say what stops nothing but should be looked at."""
    for sentence in sentences:
        print(f"warning: {sentence}", file=sys.stderr)


def begin(workflow: Any, output: str, shards: Mapping[str, Sequence[str]], *, shard: bool) -> None:
    """Called once before the first job, with Snakemake's own ``workflow`` and the ``shards``: name → its reports.

    A ``shard`` waits for a run that is making its reports, perhaps what is left of one that was ended; any other run does not
    begin while another is writing.
    """
    jobs = list(workflow.dag.needrun_jobs())
    parts = {job.wildcards.shard for job in jobs if job.rule.name == "make_shard"}
    names = {job.wildcards.report for job in jobs if "report" in job.wildcards_dict}
    if PARENT in os.environ:
        _end_with(int(os.environ[PARENT]))
    try:
        # What a shard makes, it locks itself.
        _begun.at = hold(Path(output), names | {f".{part}" for part in parts}, wait=shard)
    except BriefingError as error:
        stop(error)
    _begun.reports = frozenset(names.union(*(shards[part] for part in parts)))
    for name in names:
        _put_right(Path(output) / name, _begun.at)
    workflow.dag.check_output_mtime = _any_date
    snakemake.jobs.wait_for_files = _go_on
    atexit.register(_end_abruptly, output)
    signal.signal(signal.SIGTERM, _end_soon)
    if workflow.local_exec:
        # No setting switches the limiter of jobs a second off; its timer keeps each run alive for one second more.
        workflow.scheduler.job_rate_limiter = None
        workers.start(workflow.cores)
        os.environ.setdefault(PARENT, str(os.getpid()))


def end(output: str, reports: Sequence[str], *, complete: bool) -> None:
    """Called once after the last job; ``complete`` when all jobs went well. The words go the way of Snakemake's own, after them."""
    _begun.ended = True
    taken = () if complete else _begun.reports
    words = told(output, reports, _begun.at, taken)
    logging.getLogger("snakemake.logging").info(words, extra={"closing": True})


def _end_abruptly(output: str) -> None:
    """The words of ``end`` where Snakemake did not come to it, for want of room for its own records for instance."""
    if not _begun.ended:
        print(told(output, sorted(_begun.reports), _begun.at, _begun.reports), file=sys.stderr)


def _end_soon(number: int, frame: FrameType | None) -> None:
    """On SIGTERM as on Ctrl-C, since Snakemake may hang on the first while it schedules. It may also wait for ever for a task of
    its own that the signal interrupted, its closing words said; then the system ends the process."""
    signal.alarm(_TO_END)
    signal.default_int_handler(number, frame)


def _put_right(made: Path, now: int) -> None:
    """Remove what a run that was killed had half written, and date ``now`` (nanoseconds) what was made while a clock was ahead:
    else it would pass for newer than what it is made of. Nobody else writes there."""
    for path in made.rglob("*"):
        # Ours no longer, or read-only: then the job that needs to write there says so.
        with contextlib.suppress(OSError):
            if path.name.startswith(".") and path.name.endswith(PART):
                path.unlink()
            elif path.stat().st_mtime_ns > now:
                os.utime(path, ns=(now, now))


async def _any_date(*_: object) -> None:
    """In place of Snakemake's check that no input is dated after the output made of it: a job would fail for a report from a
    machine whose clock is ahead. Contents decide here what is out of date, so such a date does no harm."""


async def _go_on(*_: object, **__: object) -> None:
    """In place of Snakemake's wait for the files that a job reads: one that somebody took away since the run began would end the
    whole run. The job's own command says so, and the others go on."""


def prints(wanted: bool) -> bool:
    """Whether this run makes PDFs: when they are ``wanted`` and LibreOffice is there. Says so when it is not."""
    if wanted and not program() and PARENT not in os.environ:  # its shards need not say it again
        sentence = (
            "setting pdf: true, but LibreOffice is not installed, so the packs are made without PDFs; "
            "install libreoffice-writer and libreoffice-impress and run again, or set pdf: false."
        )
        warn([sentence])
    return wanted and bool(program())


def limit(limits: Mapping[str, int]) -> None:
    """Hand section ``limits`` of the settings to every job of the run, through the environment."""
    for name, variable in (("memory_mb", MEMORY_MB), ("minutes", MINUTES)):
        if name in limits:
            os.environ[variable] = str(limits[name])


def speak_utf8() -> None:
    """Begin this process anew in Python's UTF-8 mode where the locale is an old one, such as zh_CN.GB18030: there the name of a
    report would be read wrongly, and stand so in its documents."""
    os.environ["PYTHONUTF8"] = "1"  # for the jobs
    if sys.getfilesystemencoding() != "utf-8":
        os.execv(sys.executable, [sys.executable, *sys.orig_argv[1:]])  # noqa: S606 -- this very command, no shell


def keep_records(folder: Path) -> None:
    """Raise ``BriefingError`` where Snakemake cannot write its records into ``folder``: it would end with a traceback."""
    try:
        folder.mkdir(exist_ok=True)
        with tempfile.TemporaryFile(dir=folder) as probe:
            probe.write(bytes(RECORDS))
            probe.flush()
    except OSError as error:
        raise BriefingError(
            f"{folder.resolve()}: cannot be written ({error.strerror}), and Snakemake keeps its records there; check its rights "
            "and the room on the disk, then run the same command again."
        ) from error


def find_commands() -> None:
    """Let the jobs' shells find ``briefing`` beside the running interpreter, whether or not its folder is on the PATH."""
    folder = str(Path(sys.executable).parent)
    if folder not in os.environ.get("PATH", "").split(os.pathsep):
        os.environ["PATH"] = folder + os.pathsep + os.environ.get("PATH", "")


def _end_with(parent: int) -> None:
    """Kill this process when ``parent`` ends, however it ends: what is killed halfway is made again by the next run."""
    if not hasattr(os, "pidfd_open"):
        return
    try:
        handle = os.pidfd_open(parent)
    except ProcessLookupError:
        sys.exit(1)

    def wait() -> None:
        select.select([handle], [], [])
        os.kill(os.getpid(), signal.SIGKILL)

    threading.Thread(target=wait, daemon=True).start()
