"""One input into one reader: read or refused in one sentence, within its time and its memory, or it is a failure."""

from __future__ import annotations

import contextlib
import resource
import signal
import time
import traceback
from collections.abc import Callable, Iterator
from types import FrameType

from briefing.errors import BriefingError

SECONDS = 10
MEGABYTES = 500


class Hang(Exception):  # noqa: N818 -- what happened, not what is raised for
    """An input took longer than SECONDS."""


def fed(read: Callable[[bytes], None], content: bytes) -> str:
    """``read`` or ``refused``; raises what the reader raised, Hang, or MemoryError."""
    with _time_limit():
        try:
            read(content)
        except BriefingError as error:
            sentence = str(error)
            assert 10 < len(sentence) < 2000, f"no sentence: {sentence[:300]!r}"
            assert "Traceback" not in sentence
            return "refused"
    return "read"


@contextlib.contextmanager
def memory_limit() -> Iterator[None]:
    """At most MEGABYTES more than the process has now; what needs more gets a MemoryError."""
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    resource.setrlimit(resource.RLIMIT_DATA, (data_bytes() + MEGABYTES * 1024 * 1024, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_DATA, (soft, hard))


def data_bytes() -> int:
    """What the process has of its own memory now."""
    with open("/proc/self/status") as status:  # noqa: PTH123 -- no path but a view of the kernel
        return next(int(line.split()[1]) * 1024 for line in status if line.startswith("VmData"))


def last_frames(error: BaseException) -> str:
    """Where it happened, in three frames."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " > ".join(f"{frame.filename.rpartition('/')[2]}:{frame.lineno} {frame.name}" for frame in frames)


@contextlib.contextmanager
def _time_limit() -> Iterator[None]:
    def late(_: int, __: FrameType | None) -> None:
        raise Hang(f"no end after {SECONDS} s")

    before = signal.signal(signal.SIGALRM, late)
    signal.setitimer(signal.ITIMER_REAL, SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)


def now() -> float:
    return time.monotonic()
