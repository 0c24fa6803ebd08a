"""One run at a time writes a report: locks that the kernel frees however a run ends. Their files tell when the run began."""

from __future__ import annotations

import fcntl
import os
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import IO

from briefing.errors import BriefingError

FOLDER = ".locks"
_held: list[IO[bytes]] = []


def hold(output: Path, names: Iterable[str], *, wait: bool) -> int:
    """Lock each of ``names`` (reports, or shards of them) below ``output`` until this process ends; gives the time of it, in
    nanoseconds as the disk of ``output`` tells it. What another run holds is waited for or is a ``BriefingError``."""
    began = 0
    for name in sorted(names):
        path = output / FOLDER / name
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            file = path.open("ab")
        except OSError as error:
            raise BriefingError(
                f"output_dir {output}: cannot be written ({error.strerror}); check its rights and the room on the disk, "
                "or choose another output_dir."
            ) from error
        _lock(file, output, wait=wait)
        os.utime(path)
        began = began or path.stat().st_mtime_ns
        _held.append(file)
    return began


def _lock(file: IO[bytes], output: Path, *, wait: bool) -> None:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        if not wait:
            file.close()
            raise BriefingError(
                f"{output}: another run is writing there; wait for it to end or choose another output_dir."
            ) from error
        print(f"waiting for another run that is making {Path(file.name).name} …", file=sys.stderr, flush=True)
        fcntl.flock(file, fcntl.LOCK_EX)
