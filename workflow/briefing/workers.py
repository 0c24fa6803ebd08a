"""Warm workers: processes that have the stages loaded and do one after another the commands that ``briefing.client`` sends.

A worker runs the same ``main(argv)`` as a cold command, with the sender's folder, input, output and error stream; what it keeps
between two commands are libraries, fonts, compiled templates and the forms of texts asked for last, nothing that a command's
result could depend on. Everything ends with the run: the keeper of the workers dies with Snakemake, a worker with its keeper or
when its sender goes away, and each worker that ends is replaced.
"""

from __future__ import annotations

import ctypes
import gc
import importlib
import os
import resource
import secrets
import select
import signal
import socket
import struct
import subprocess
import sys
import threading
import traceback
from collections.abc import Sequence
from pathlib import Path

from briefing.client import PYTHON, WORKERS

_COMMAND = (
    Path(__file__).resolve().parents[1] / "bin"
)  # holds the command that a run's jobs find before the installed one
_PR_SET_PDEATHSIG = 1
_LARGEST_REQUEST = 1 << 18
# A worker that has done so many commands, or has ever been so large, makes room for a fresh one.
_COMMANDS = 500
_LARGEST_KB = 350_000
# Objects between two collections of the garbage: a document is trees of thousands that live as long as it is made.
_BETWEEN_COLLECTIONS = 20_000
# What the first commands of every run load, and what the others load when they are first used.
_READING = (
    "briefing.commands.parse",
    "briefing.commands.extract",
    "briefing.commands.review",
    "briefing.commands.charts",
)
_REST = (
    "briefing.assemble.slides",
    "briefing.assemble.word",
    "briefing.chart.drawing",
    "briefing.commands.audit",
    "briefing.commands.brief",
    "briefing.commands.deck",
    "briefing.commands.draw",
    "briefing.commands.pack",
    "briefing.commands.page",
    "briefing.commands.summary",
    "briefing.commands.templates",
    "briefing.commands.workbook",
    "openpyxl",  # which an audit loads when it opens its first workbook
)


def start(workers: int) -> None:
    """Start ``workers`` workers for this run and name them to all commands through the environment.

    A run within a run uses the workers that there are. Where the system has no process handles (it is not Linux), nothing is
    started and each command does its own work.
    """
    if not hasattr(os, "pidfd_open") or WORKERS in os.environ:
        return
    name = f"briefing-{os.getpid()}-{secrets.token_hex(8)}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET) as listener:
        listener.bind("\0" + name)
        listener.listen(128)
        # The socket listens before the processes are up: the first command waits instead of running cold.
        subprocess.Popen(
            [sys.executable, "-m", "briefing.workers", str(listener.fileno()), str(os.getpid()), str(workers)],
            pass_fds=[listener.fileno()],
            stdin=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C goes to Snakemake and to the senders, which end the workers
        )
    os.environ |= {
        WORKERS: name,
        PYTHON: sys.executable,
        "PATH": f"{_COMMAND}{os.pathsep}{os.environ.get('PATH', os.defpath)}",
    }


def keep(listener: socket.socket, workers: int) -> None:
    """Load the stages once, and keep ``workers`` processes that serve ``listener`` until this process is ended."""
    _load(_READING)
    living = {_fork(listener, len(_READING))}  # reads the first report while the rest is loaded
    _load(_REST)
    while True:
        while len(living) < workers:
            living.add(_fork(listener, _COMMANDS))
        ended, status = os.wait()
        living.discard(ended)
        if os.waitstatus_to_exitcode(status) > 0:
            return  # it could not serve, nor could another: from now on commands do their own work


def _load(modules: Sequence[str]) -> None:
    for name in modules:
        importlib.import_module(name)
    gc.collect()
    gc.set_threshold(_BETWEEN_COLLECTIONS)
    gc.freeze()  # what is loaded now stays shared with the workers instead of being copied by the collector


def _fork(listener: socket.socket, commands: int) -> int:
    keeper = os.getpid()
    worker = os.fork()
    if worker == 0:
        status = 1
        try:
            _end_with_parent(keeper, signal.SIGKILL)
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            _serve(listener, commands)
            status = 0
        except BaseException:  # noqa: BLE001 -- the last frame of this process: print and end
            traceback.print_exc()
        finally:
            os._exit(status)
    return worker


def _serve(listener: socket.socket, commands: int) -> None:
    for _ in range(commands):
        sender, _ = listener.accept()
        with sender:
            peer = sender.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
            if struct.unpack("3i", peer)[1] != os.getuid():  # the name of the socket is visible to other users
                continue
            request, streams, _, _ = socket.recv_fds(sender, _LARGEST_REQUEST, 3)
            if len(streams) != 3:
                continue
            status = _run(request, streams, sender)
            try:
                sender.send(str(status).encode())
            except OSError:
                continue  # the sender has gone; nobody waits for the status
        if resource.getrusage(resource.RUSAGE_SELF).ru_maxrss > _LARGEST_KB:
            return


def _run(request: bytes, streams: list[int], sender: socket.socket) -> int:
    """Do one command with the sender's streams; gives its exit status. Ends this process if the sender goes away."""
    from briefing.__main__ import main  # noqa: PLC0415 -- loaded by the keeper, not by those who only call ``start``

    done, doing = os.pipe()
    watch = threading.Thread(target=_end_without, args=(sender, done), daemon=True)
    watch.start()
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
        os.close(stream)
    try:
        folder, *arguments = request.decode("utf-8", "surrogateescape").split("\0")
        os.chdir(folder)
        return main(arguments)
    except SystemExit as error:
        return error.code if isinstance(error.code, int) else 1
    except BaseException:  # noqa: BLE001 -- the command's last frame: print and go on with the next
        traceback.print_exc()
        return 1
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        nowhere = os.open(os.devnull, os.O_RDWR)
        for number in range(3):
            os.dup2(nowhere, number)
        os.close(nowhere)
        os.chdir("/")
        os.close(doing)
        watch.join()
        os.close(done)


def _end_without(sender: socket.socket, done: int) -> None:
    ready, _, _ = select.select([sender.fileno(), done], [], [])
    if done not in ready:
        os.kill(os.getpid(), signal.SIGKILL)


def _end_with_parent(parent: int, how: signal.Signals) -> None:
    ctypes.CDLL(None, use_errno=True).prctl(_PR_SET_PDEATHSIG, int(how))
    if os.getppid() != parent:  # it went before the call
        os._exit(1)


if __name__ == "__main__":
    _end_with_parent(int(sys.argv[2]), signal.SIGTERM)
    sys.path[:] = [entry for entry in sys.path if entry != str(Path.cwd())]
    keep(socket.socket(fileno=int(sys.argv[1])), int(sys.argv[3]))
