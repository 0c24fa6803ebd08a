"""The command ``briefing``: hands its work to a warm worker when a run keeps one, else does the work itself.

Only what the interpreter has loaded anyway is imported here: this file is started once for every job.
"""

from __future__ import annotations

import os
import sys

WORKERS = "BRIEFING_WORKERS"  # environment variable: name of the socket of this run's workers


def main() -> int:
    """Run ``sys.argv[1:]``; gives the exit status. With and without workers the very same ``briefing.__main__.main`` runs."""
    name = os.environ.get(WORKERS)
    if name:
        status = _ask_workers(name)
        if status is not None:
            return status
    from briefing.__main__ import main as run  # noqa: PLC0415 -- a client with workers need not know the stages

    return run(sys.argv[1:])


def _ask_workers(name: str) -> int | None:
    """Exit status of the worker's child; None when nobody listens (then the work is done here)."""
    # _socket instead of socket: the Python half of it costs more to import than all the rest of this file.
    from _socket import AF_UNIX, SCM_RIGHTS, SOCK_SEQPACKET, SOL_SOCKET, socket  # noqa: PLC0415
    from array import array  # noqa: PLC0415

    asker = socket(AF_UNIX, SOCK_SEQPACKET)
    try:
        asker.connect("\0" + name)
        request = "\0".join([os.getcwd(), *sys.argv[1:]]).encode("utf-8", "surrogateescape")  # noqa: PTH109 -- pathlib is not loaded yet
        asker.sendmsg([request], [(SOL_SOCKET, SCM_RIGHTS, array("i", [0, 1, 2]))])
    except OSError:
        return None
    try:
        answer = asker.recv(16)
    except OSError:
        answer = b""
    if not answer:
        sys.stderr.write("error: the process that did this was ended from outside; run again.\n")
        return 1
    return int(answer)


if __name__ == "__main__":
    sys.exit(main())
