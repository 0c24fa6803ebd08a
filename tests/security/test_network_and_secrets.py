"""A run asks nobody for anything and tells nobody anything; what the environment holds stays there."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from office import Office, surroundings

# Put before everything that a Python process of the run imports: any socket but one of this machine's own files ends it.
GUARD = """
import socket, sys
class Guarded(socket.socket):
    def connect(self, address):
        if self.family != socket.AF_UNIX:
            open({log!r}, "a").write(f"connect {{address}}\\n")
            raise PermissionError("no network")
        return super().connect(address)
    connect_ex = connect
    def bind(self, address):
        # urllib3, which Snakemake loads, asks the kernel for a port of ::1 to learn whether there is IPv6: that leads nowhere.
        if self.family != socket.AF_UNIX and address[:2] != ("::1", 0):
            open({log!r}, "a").write(f"bind {{address}}\\n")
            raise PermissionError("no network")
        return super().bind(address)
socket.socket = Guarded
def refused(*names, **_):
    open({log!r}, "a").write(f"look up {{names[:1]}}\\n")
    raise PermissionError("no network")
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = refused
open({seen!r}, "a").write("guarded\\n")
"""
SECRETS = {
    "BRIEFING_SMTP_PASSWORD": "smtp-word-47",
    "BRIEFING_WEBDAV_PASSWORD": "webdav-word-48",
    "AWS_SECRET_ACCESS_KEY": "aws-word-49",
}


@pytest.fixture(scope="module")
def guarded_run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Office, str, Path, int]:
    """A whole run of a report with sockets forbidden and secrets in the environment; what was tried, and how often guarded."""
    folder = tmp_path_factory.mktemp("guarded")
    office = Office(folder / "office")
    office.write("河口.txt")
    log, seen = folder / "tried.txt", folder / "seen.txt"
    (folder / "sitecustomize.py").write_text(GUARD.format(log=str(log), seen=str(seen)), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-m", "snakemake", "--cores", "2"],
        cwd=office.folder,
        env={**surroundings(), **SECRETS, "PYTHONPATH": str(folder)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout
    return office, done.stdout, log, len(seen.read_text().splitlines())


def test_a_run_needs_no_network(guarded_run: tuple[Office, str, Path, int]) -> None:
    """From report to packs without a connection, a port or a name looked up."""
    office, _, log, guarded = guarded_run
    assert guarded >= 2, "the guard stood in Snakemake and in the workers"
    assert len(list((office.output / "河口" / "packs").glob("*.zip"))) == 2
    assert not log.exists() or log.read_text() == ""


def test_the_guard_guards(tmp_path: Path) -> None:
    """It does stop and write down what it should."""
    log, seen = tmp_path / "tried.txt", tmp_path / "seen.txt"
    (tmp_path / "sitecustomize.py").write_text(GUARD.format(log=str(log), seen=str(seen)), encoding="utf-8")
    code = "import socket, urllib.request; urllib.request.urlopen('http://127.0.0.1:9')"
    done = subprocess.run(
        [sys.executable, "-c", code], env={**os.environ, "PYTHONPATH": str(tmp_path)}, capture_output=True, text=True
    )
    assert done.returncode != 0
    assert "look up" in log.read_text() or "connect" in log.read_text()


def unpacked(path: Path) -> bytes:
    """The bytes of a file, and of every member when it is a zip, zips in it included."""
    content = path.read_bytes()
    if not zipfile.is_zipfile(path):
        return content
    with zipfile.ZipFile(path) as archive:
        parts = []
        for name in archive.namelist():
            inner = archive.read(name)
            parts += [name.encode(), inner]
            if inner[:2] == b"PK":
                temporary = path.parent.parent / f"inner-{len(parts)}"
                temporary.write_bytes(inner)
                parts.append(unpacked(temporary))
                temporary.unlink()
    return content + b"\0".join(parts)


def test_nothing_that_a_run_writes_holds_a_secret_or_names_the_machine(
    guarded_run: tuple[Office, str, Path, int],
) -> None:
    """Logs, tables, documents, packs: no password of the environment, no path of this machine, no name of who ran it."""
    office, said, _, _ = guarded_run
    paths = [path for path in office.output.rglob("*") if path.is_file()]
    assert len(paths) > 20
    forbidden = [
        *(one.encode() for one in SECRETS.values()),
        str(office.folder).encode(),
        str(Path.home()).encode() + b"/",
    ]
    host = os.uname().nodename.encode()
    forbidden += [host] if len(host) > 6 else []
    found = {
        (str(path.relative_to(office.output)), word)
        for path in paths
        if "logs" not in path.parts
        for word in forbidden
        if word in unpacked(path)
    }
    assert found == set()
    logs = b"".join(path.read_bytes() for path in paths if "logs" in path.parts) + said.encode()
    assert [one for one in SECRETS.values() if one.encode() in logs] == []
