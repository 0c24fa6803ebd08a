"""A configured SMTP server: TLS with a checked certificate, login from the environment, one message at a time.

The last bytes of a message leave only after ``hand_over`` returned: what went wrong before them was certainly not
delivered, what went wrong after them may have been.
"""

from __future__ import annotations

import base64
import fcntl
import os
import re
import select
import smtplib
import socket
import ssl
import struct
import sys
import termios
import time
from collections.abc import Callable
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from briefing.errors import BriefingError

SECURITIES = {"starttls": 587, "tls": 465, "none": 25}
_LOOPBACK = ("localhost", "127.0.0.1", "::1")
_LAST_ANSWER = 600  # seconds; RFC 5321 lets a server think so long after the last line
_DOT = re.compile(rb"(?m)^\.")


@dataclass(frozen=True)
class Outcome:
    """``event``: accepted, refused (for good), deferred (the server says: later), broken (not delivered), lost (perhaps delivered)."""

    event: str
    detail: str


class Server:
    """Connects at the first message and again after a connection broke. BriefingError when nothing at all can be sent."""

    def __init__(self, host: str, port: int, security: str, timeout: float, user: str, password: str) -> None:
        if not host:
            raise BriefingError("mail.server: names no SMTP server; write it into workflow/config.yaml.")
        if security not in SECURITIES:
            raise BriefingError(f"mail.security: is {security!r}; write one of {', '.join(SECURITIES)}.")
        if security == "none" and host not in _LOOPBACK:
            raise BriefingError(
                f"mail.security: none is for a server on this machine, not for {host}; use starttls or tls."
            )
        self._host, self._port, self._security = host, port or SECURITIES[security], security
        self._timeout, self._user, self._password = timeout, user, password
        self._connection: smtplib.SMTP | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._close()

    def deliver(self, sender: str, address: str, content: bytes, hand_over: Callable[[], None]) -> Outcome:
        """One message to one address. ``content`` has CRLF line ends and nothing beyond ASCII."""
        connection = self._connected()
        try:
            asked: tuple[Callable[[], tuple[int, bytes]], ...] = (
                lambda: connection.mail(sender, (f"size={len(content)}",) if connection.has_extn("size") else ()),
                lambda: connection.rcpt(address),
                lambda: connection.docmd("DATA"),
            )
            for ask in asked:
                code, answer = ask()
                if code >= 400:
                    return self._turned_down(code, answer)
            connection.send(_DOT.sub(b"..", content))
            if connection.sock is not None:
                _wait_until_taken(connection.sock, self._timeout)
        except (OSError, smtplib.SMTPException) as error:
            self._close()
            return Outcome("broken", self._told(error))
        hand_over()
        try:
            if connection.sock is not None:
                connection.sock.settimeout(max(self._timeout, _LAST_ANSWER))
            connection.send(b".\r\n")
            code, answer = connection.getreply()
            if connection.sock is not None:
                connection.sock.settimeout(self._timeout)
        except (OSError, smtplib.SMTPException) as error:
            self._close()
            return Outcome("lost", self._told(error))
        return self._turned_down(code, answer) if code >= 400 else Outcome("accepted", self._said(code, answer))

    def _turned_down(self, code: int, answer: bytes) -> Outcome:
        said = self._said(code, answer)
        if code == 421:  # the server closes
            self._close()
        elif self._connection is not None:
            try:
                self._connection.rset()
            except (OSError, smtplib.SMTPException):
                self._close()
        return Outcome("refused" if code >= 500 else "deferred", said)

    def _connected(self) -> smtplib.SMTP:
        if self._connection is not None:
            return self._connection
        where = f"SMTP server {self._host}:{self._port}"
        context = ssl.create_default_context()
        try:
            if self._security == "tls":
                connection: smtplib.SMTP = smtplib.SMTP_SSL(
                    self._host, self._port, timeout=self._timeout, context=context
                )
            else:
                connection = smtplib.SMTP(self._host, self._port, timeout=self._timeout)
            if self._security == "starttls":
                connection.starttls(context=context)
            connection.ehlo_or_helo_if_needed()
        except ssl.SSLError as error:
            raise BriefingError(
                f"{where}: no safe connection ({error}); check mail.security and the certificate."
            ) from error
        except smtplib.SMTPNotSupportedError as error:
            raise BriefingError(f"{where}: offers no TLS; set mail.security to tls, or use another server.") from error
        except (OSError, smtplib.SMTPException) as error:
            raise BriefingError(
                f"{where}: cannot be reached ({error}); check mail.server, mail.port and the network."
            ) from error
        try:
            if self._user:
                connection.login(self._user, self._password)
        except (OSError, smtplib.SMTPException) as error:
            connection.close()
            raise BriefingError(
                f"{where}: does not accept the login ({self._told(error)}); check BRIEFING_SMTP_USER and BRIEFING_SMTP_PASSWORD."
            ) from None  # what smtplib keeps of the talk may hold the password
        self._connection = connection
        return connection

    def _close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _said(self, code: int, answer: bytes) -> str:
        return self._hidden(f"{code} {answer.decode('utf-8', 'replace')}".replace("\n", " "))

    def _told(self, error: Exception) -> str:
        if isinstance(error, smtplib.SMTPResponseException):
            answer = error.smtp_error if isinstance(error.smtp_error, bytes) else str(error.smtp_error).encode()
            return self._said(error.smtp_code, answer)
        return self._hidden(f"{type(error).__name__}: {error}")

    def _hidden(self, text: str) -> str:
        """Without the password, should a server repeat it."""
        if self._password:
            for secret in (self._password, base64.b64encode(self._password.encode()).decode()):
                text = text.replace(secret, "***")
        return text


def _wait_until_taken(line: socket.socket, seconds: float) -> None:
    """Return when the other machine has all that was written; OSError when the line broke, or nothing moved for so long.

    Without this, some megabytes may still wait here when the last line is handed over, and a line that broke long before would
    count as one that broke after it. Where the system does not tell (it is not Linux), nothing is waited for.
    """
    if sys.platform != "linux":
        return
    least, since = -1, time.monotonic()
    while waiting := struct.unpack("i", fcntl.ioctl(line, termios.TIOCOUTQ, bytes(4)))[0]:
        if waiting != least:
            least, since = waiting, time.monotonic()
        elif time.monotonic() - since > seconds:
            raise TimeoutError(f"{waiting} bytes were not taken in {seconds:.0f} seconds")
        _refuse_broken(line)
        time.sleep(0.005)
    _refuse_broken(line)


def _refuse_broken(line: socket.socket) -> None:
    fault = line.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR)
    if fault:
        raise OSError(fault, os.strerror(fault))
    seen = select.poll()
    seen.register(line, select.POLLERR | select.POLLHUP | getattr(select, "POLLRDHUP", 0))
    if seen.poll(0):
        raise ConnectionResetError("the server closed the connection")
