"""Warm workers: one process imports the stages once and forks a child for each command that ``briefing.client`` sends.

A child runs the same ``main(argv)`` as a cold command, with the sender's folder, input, output and error stream. Everything
ends with the run: the process dies with Snakemake, a child with the process or when its sender goes away.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import os
import secrets
import selectors
import signal
import socket
import struct
import subprocess
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from briefing.client import WORKERS

_PR_SET_PDEATHSIG = 1
_LARGEST_REQUEST = 1 << 18
# In the order in which a run needs them; serving goes on between any two.
_WARM = (
    "briefing.__main__",
    "briefing.commands.parse",
    "briefing.commands.extract",
    "briefing.commands.compare",
    "briefing.commands.charts",
    "briefing.commands.draw",
    "briefing.commands.brief",
    "briefing.commands.deck",
    "briefing.commands.summary",
    "briefing.commands.audit",
    "briefing.commands.pack",
    "briefing.commands.workbook",
    "briefing.commands.page",
)


def start() -> None:
    """Start the workers of this run and name them to all commands through the environment.

    Where the system has no process handles (it is not Linux), nothing is started and each command does its own work.
    """
    if not hasattr(os, "pidfd_open"):
        return
    name = f"briefing-{os.getpid()}-{secrets.token_hex(8)}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind("\0" + name)
        listener.listen(128)
        # The socket listens before the process is up: the first command waits instead of running cold.
        subprocess.Popen(
            [sys.executable, "-m", "briefing.workers", str(listener.fileno()), str(os.getpid())],
            pass_fds=[listener.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C goes to Snakemake and to the senders, which end the children
        )
    os.environ[WORKERS] = name


def serve(listener: socket.socket) -> None:
    """Answer requests until this process is ended; imports what is still cold while nobody asks."""
    watch = selectors.DefaultSelector()
    watch.register(listener, selectors.EVENT_READ, lambda: _accept(listener, watch))
    cold = list(_WARM)
    while True:
        ready = watch.select(timeout=0 if cold else None)
        for key, _ in ready:
            act: Callable[[], None] = key.data
            act()
        if cold and not ready:
            importlib.import_module(cold.pop(0))
            gc.freeze()  # what is loaded now stays shared with the children instead of being copied by the collector


def _accept(listener: socket.socket, watch: selectors.BaseSelector) -> None:
    sender, _ = listener.accept()
    peer = sender.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    if struct.unpack("3i", peer)[1] != os.getuid():  # the name of the socket is visible to other users
        sender.close()
        return
    request, streams, _, _ = socket.recv_fds(sender, _LARGEST_REQUEST, 3)
    if len(streams) != 3:
        sender.close()
        return
    server = os.getpid()
    child = os.fork()
    if child == 0:
        _run(request, streams, server)
    for stream in streams:
        os.close(stream)
    handle = os.pidfd_open(child)

    def ended() -> None:
        _, status = os.waitpid(child, 0)
        watch.unregister(handle)
        os.close(handle)
        if sender in watch.get_map():
            watch.unregister(sender)
        code = os.waitstatus_to_exitcode(status)
        with sender:
            try:
                sender.send(str(code if code >= 0 else 128 - code).encode())
            except OSError:
                return  # the sender has gone; nobody waits for the status

    def sender_gone() -> None:
        if sender in watch.get_map():  # not if it was answered in this very round
            watch.unregister(sender)
            os.kill(child, signal.SIGKILL)

    watch.register(handle, selectors.EVENT_READ, ended)
    watch.register(sender, selectors.EVENT_READ, sender_gone)


def _run(request: bytes, streams: list[int], server: int) -> None:
    """In the child: become the command. Never returns."""
    status = 1
    try:
        _end_with_parent(server, signal.SIGKILL)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)
        folder, *arguments = request.decode("utf-8", "surrogateescape").split("\0")
        os.chdir(folder)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        from briefing.__main__ import main  # noqa: PLC0415 -- perhaps not imported yet by the server

        status = main(arguments)
    except SystemExit as error:
        status = error.code if isinstance(error.code, int) else 1
    except BaseException:  # noqa: BLE001 -- the last frame of this process: print and end
        traceback.print_exc()
    finally:
        try:
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(status)


def _end_with_parent(parent: int, how: signal.Signals) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(how))
    if os.getppid() != parent:  # it went before the call
        os._exit(1)


if __name__ == "__main__":
    _end_with_parent(int(sys.argv[2]), signal.SIGTERM)
    sys.path[:] = [entry for entry in sys.path if entry != str(Path.cwd())]
    serve(socket.socket(fileno=int(sys.argv[1])))
