"""The command ``briefing``: hands its work to a warm worker when a run keeps one, else does the work itself.

This file is started once for every job, within a run as a script without the site's packages (``workflow/bin/briefing``): it
imports only what the interpreter has loaded anyway, ``posix`` where others say ``os``.
"""

import posix
import sys

WORKERS = "BRIEFING_WORKERS"  # environment variable: name of the socket of this run's workers
PYTHON = "BRIEFING_PYTHON"  # environment variable: the interpreter of this run, for workflow/bin/briefing


def main() -> int:
    """Run ``sys.argv[1:]``; gives the exit status. With and without workers the very same ``briefing.__main__.main`` runs."""
    status = _ask_workers()
    if status is not None:
        return status
    from briefing.__main__ import main as run  # noqa: PLC0415 -- a client with workers need not know the stages

    return run(sys.argv[1:])


def _ask_workers() -> int | None:
    """Exit status of the worker's child; None when nobody listens (then the work is done here)."""
    name = posix.environ.get(WORKERS.encode())
    if not name:
        return None
    # _socket instead of socket: the Python half of it costs more to import than all the rest of this file.
    from _socket import AF_UNIX, SCM_RIGHTS, SOCK_SEQPACKET, SOL_SOCKET, socket  # noqa: PLC0415

    asker = socket(AF_UNIX, SOCK_SEQPACKET)
    try:
        asker.connect(b"\0" + name)
        request = "\0".join([posix.getcwd(), *sys.argv[1:]]).encode("utf-8", "surrogateescape")
        streams = b"".join(number.to_bytes(4, sys.byteorder) for number in range(3))
        asker.sendmsg([request], [(SOL_SOCKET, SCM_RIGHTS, streams)])
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


def _as_script() -> None:
    """The same without the site's packages: who does the work itself starts anew with them."""
    status = _ask_workers()
    if status is None:
        posix.execv(sys.executable, [sys.executable, "-P", "-m", "briefing", *sys.argv[1:]])
    sys.stderr.flush()
    posix._exit(status)  # noqa: SLF001 -- nothing is left to be put in order, and putting it in order takes a millisecond


if __name__ == "__main__":
    _as_script()
