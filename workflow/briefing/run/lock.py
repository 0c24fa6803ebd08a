"""One run at a time writes a folder: a lock that the kernel frees however the run ends. Its file tells when the run began."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from typing import IO

from briefing.errors import BriefingError

NAME = ".lock"
_held: list[IO[bytes]] = []


def hold(folder: Path) -> None:
    """Lock ``folder`` until this process ends; ``BriefingError`` when another run holds it."""
    folder.mkdir(parents=True, exist_ok=True)
    file = (folder / NAME).open("ab")
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        file.close()
        raise BriefingError(
            f"{folder}: another run is writing there; wait for it to end or choose another output_dir."
        ) from error
    os.utime(folder / NAME)
    _held.append(file)
