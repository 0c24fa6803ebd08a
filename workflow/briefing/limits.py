"""What one command may take of the machine: memory and processor time, so that one hostile file cannot hold up an office.

Readers refuse what is too large by itself (``zip_limits``, ``parse``); these limits stand behind them for what nobody thought of.
"""

from __future__ import annotations

import os
import resource
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NoReturn

from briefing.errors import BriefingError

# Environment variables; a run sets them from section ``limits`` of its settings. 0 is no limit.
MEMORY_MB, MINUTES = "BRIEFING_MEMORY_MB", "BRIEFING_MINUTES"
_USUAL = {MEMORY_MB: 2000, MINUTES: 10}


@contextmanager
def limited() -> Iterator[None]:
    """Within the block, BriefingError when more is asked for: memory beyond what the process has now, or processor time.

    The limits are those of the whole process and are put back afterwards. Where the kernel tells no size of a process (not
    Linux), or in a thread, nothing is limited.
    """
    statm = Path("/proc/self/statm")
    if threading.current_thread() is not threading.main_thread() or not statm.is_file():
        yield
        return
    memory, minutes = _limit(MEMORY_MB), _limit(MINUTES)
    usage = resource.getrusage(resource.RUSAGE_SELF)
    size = int(statm.read_text(encoding="ascii").split()[0]) * resource.getpagesize()

    def late(_: int, __: FrameType | None) -> NoReturn:
        raise BriefingError(
            f"stopped after {minutes} minutes of work; the file is made to keep us busy, or far larger than a report. "
            f"If it is right, raise limits.minutes ({MINUTES})."
        )

    before = signal.signal(signal.SIGXCPU, late)
    old = [
        _lower(resource.RLIMIT_AS, size + memory * 1024 * 1024 if memory else 0),
        _lower(resource.RLIMIT_CPU, int(usage.ru_utime + usage.ru_stime + minutes * 60) + 1 if minutes else 0),
    ]
    try:
        yield
    except MemoryError as error:
        raise BriefingError(
            f"needs more than {memory} MB of memory; the file is made to fill it, or far larger than a report. If it is right, "
            f"raise limits.memory_mb ({MEMORY_MB})."
        ) from error
    finally:
        for kind, limits in zip((resource.RLIMIT_AS, resource.RLIMIT_CPU), old, strict=True):
            resource.setrlimit(kind, limits)
        signal.signal(signal.SIGXCPU, before)


def lift() -> None:
    """For a program that a command starts, in the new process: it is bounded otherwise, and large by nature."""
    for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU):
        hard = resource.getrlimit(kind)[1]
        resource.setrlimit(kind, (hard, hard))


def _lower(kind: int, wanted: int) -> tuple[int, int]:
    """Set the soft limit when it is lower than the one that stands; gives the limits as they were."""
    soft, hard = resource.getrlimit(kind)
    if wanted and (soft == resource.RLIM_INFINITY or wanted < soft):
        resource.setrlimit(kind, (wanted, hard))
    return soft, hard


def _limit(name: str) -> int:
    text = os.environ.get(name, "")
    if text and not text.isdecimal():
        raise BriefingError(f"{name}: is {text[:40]!r}; write a whole number, 0 for no limit.")
    return int(text or _USUAL[name])
