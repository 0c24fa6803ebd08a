"""Debian's Postfix as an office has it: STARTTLS, login, mailboxes; an instance of its own that touches nothing of the machine's."""

from __future__ import annotations

import contextlib
import email
import os
import select
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from email import policy
from email.message import EmailMessage
from pathlib import Path

from mail_server import free_port

USER, PASSWORD = "office", "the-secret-word"
_MASTER = """
{port} inet n - n - - smtpd -o smtpd_tls_security_level=encrypt -o smtpd_sasl_auth_enable=yes
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - n 1000? 1 tlsmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
proxymap unix - - n - - proxymap
virtual unix - n n - - virtual
error unix - - n - - error
retry unix - - n - - error
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""
_MAIN = """
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
myhostname = post.example.org
mydestination =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
alias_maps =
virtual_mailbox_domains = example.org
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = texthash:{folder}/mailboxes
virtual_uid_maps = static:65534
virtual_gid_maps = static:65534
smtpd_tls_cert_file = {folder}/certificate.pem
smtpd_tls_key_file = {folder}/key.pem
smtpd_recipient_restrictions = reject_unauth_destination, check_recipient_access texthash:{folder}/access
smtpd_relay_restrictions = permit_sasl_authenticated, reject
smtpd_client_restrictions = permit_sasl_authenticated, reject
"""


def missing() -> str:
    """Why Postfix cannot be tried here, or an empty text."""
    if os.geteuid() != 0:
        return "only root can start Postfix"
    absent = [one for one in ("postfix", "saslpasswd2", "openssl") if shutil.which(one) is None]
    return f"{', '.join(absent)} not found: apt-get install postfix sasl2-bin libsasl2-modules" if absent else ""


class Postfix:
    """Running between ``start`` and ``stop``. ``people``: who has a mailbox under example.org."""

    def __init__(self, folder: Path, people: list[str]) -> None:
        self.folder, self.port = folder, free_port()
        folder.chmod(0o755)
        for name in ("queue", "data", "mail", "sasl"):
            (folder / name).mkdir()
        shutil.chown(folder / "data", "postfix")
        os.chown(folder / "mail", 65534, 65534)
        self._write("mailboxes", "".join(f"{one}@example.org {one}/\n" for one in people))
        self._write("access", "")
        self._write("sasl/smtpd.conf", "pwcheck_method: auxprop\nauxprop_plugin: sasldb\nmech_list: PLAIN LOGIN\n"
                    f"sasldb_path: {folder}/logins\n")  # fmt: skip
        self._write("master.cf", _MASTER.format(port=self.port))
        self.configure()
        _call("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "9", "-subj", "/CN=127.0.0.1", "-addext",
              "subjectAltName=IP:127.0.0.1", "-keyout", folder / "key.pem", "-out", folder / "certificate.pem")  # fmt: skip
        _call("saslpasswd2", "-p", "-c", "-f", folder / "logins", "-u", "post.example.org", USER, said=PASSWORD)
        shutil.chown(folder / "logins", "postfix")

    def configure(self, **more: object) -> None:
        self._write(
            "main.cf", _MAIN.format(folder=self.folder) + "".join(f"{key} = {one}\n" for key, one in more.items())
        )

    def answer(self, address: str, answer: str) -> None:
        """What the server answers to a recipient from now on, such as ``452 4.2.2 mailbox full``."""
        self._write("access", f"{address} {answer}\n")

    def start(self) -> None:
        _call("postfix", "-c", self.folder, "start")

    def stop(self) -> None:
        with contextlib.suppress(subprocess.CalledProcessError):
            _call("postfix", "-c", self.folder, "stop")

    def reload(self) -> None:
        _call("postfix", "-c", self.folder, "reload")
        time.sleep(0.5)

    def to(self, person: str, wait: float = 10) -> list[EmailMessage]:
        """The letters in a mailbox once the queue is empty."""
        end = time.monotonic() + wait
        queue = self.folder / "queue"
        while time.monotonic() < end and any(
            p.is_file() for name in ("incoming", "active", "maildrop") for p in (queue / name).rglob("*")
        ):
            time.sleep(0.1)
        box = self.folder / "mail" / person / "new"
        return [email.message_from_bytes(one.read_bytes(), policy=policy.default) for one in sorted(box.glob("*"))]

    def log(self) -> str:
        return (self.folder / "log").read_text(encoding="utf-8", errors="replace")

    def _write(self, name: str, text: str) -> None:
        (self.folder / name).write_text(text, encoding="utf-8")


class BadLine:
    """A line to a server that breaks after every ``lengths``-th byte, in turn; counts how often."""

    def __init__(self, port: int, lengths: Iterator[int]) -> None:
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._port, self._lengths, self.breaks = port, lengths, 0
        self.port = self._listener.getsockname()[1]
        threading.Thread(target=self._serve, daemon=True).start()

    def close(self) -> None:
        self._listener.close()

    def _serve(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._port))
                threading.Thread(target=self._carry, args=(near, far, next(self._lengths)), daemon=True).start()

    def _carry(self, near: socket.socket, far: socket.socket, left: int) -> None:
        with near, far, contextlib.suppress(OSError):
            while True:
                for one in select.select([near, far], [], [])[0]:
                    piece = one.recv(4096)
                    if not piece:
                        return
                    left -= len(piece)
                    if left < 0:
                        self.breaks += 1
                        return
                    (far if one is near else near).sendall(piece)


def _call(*words: object, said: str = "") -> None:
    subprocess.run([str(one) for one in words], input=said.encode(), check=True, capture_output=True)
