"""A real SMTP server on loopback that misbehaves as it is told."""

from __future__ import annotations

import asyncio
import email
import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from email import policy
from email.message import EmailMessage

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, Session

from mail_desk import Desk


@dataclass
class Post:
    """What the server took, and what it does with whom: address → how it misbehaves."""

    letters: list[tuple[str, bytes]] = field(default_factory=list)
    misdeeds: dict[str, str] = field(default_factory=dict)
    logins: list[str] = field(default_factory=list)
    held: threading.Event = field(default_factory=threading.Event)
    port: int = 0

    def to(self, address: str) -> list[EmailMessage]:
        """The messages that arrived at an address, opened."""
        return [email.message_from_bytes(one, policy=policy.default) for who, one in self.letters if who == address]

    async def handle_RCPT(self, server: SMTP, session: Session, envelope: Envelope, address: str, _: list[str]) -> str:  # noqa: N802
        misdeed = self.misdeeds.get(address, "")
        if misdeed == "unknown":
            return "550 5.1.1 no such user here"
        if misdeed == "full" or (misdeed == "full on the second" and self.to(address)):
            return "452 4.2.2 mailbox full"
        if misdeed == "closing":
            return "421 4.3.2 shutting down"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        (address,) = envelope.rcpt_tos
        misdeed = self.misdeeds.get(address, "")
        if misdeed == "full after data":
            return "552 5.2.2 mailbox full"
        self.letters.append((address, envelope.content))
        if misdeed == "silent":
            server.transport.abort()
        if misdeed == "slow":
            self.held.set()
            await asyncio.sleep(30)
        return "250 2.0.0 taken"


class _Dropping(SMTP):
    """Closes the connection when a message to ``drop@…`` begins, before any of it is read."""

    async def smtp_DATA(self, arg: str) -> None:  # noqa: N802
        handler = self.event_handler
        if any(handler.misdeeds.get(one) == "drop" for one in self.envelope.rcpt_tos):
            self.transport.abort()
            return
        await super().smtp_DATA(arg)


def served(handler: Post, desk: Desk, more: dict[str, object]) -> Iterator[Post]:
    class Here(Controller):
        def factory(self) -> SMTP:
            return _Dropping(self.handler, **self.SMTP_kwargs)

    controller = Here(handler, hostname="127.0.0.1", port=0, server_hostname="post.example", **more)
    controller.port = free_port()
    controller.start()
    handler.port = controller.port
    desk.configure(port=controller.port)
    try:
        yield handler
    finally:
        controller.stop()


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def accept(handler: Post):
    """An authenticator that takes office/secret."""

    def check(server: SMTP, session: Session, envelope: Envelope, mechanism: str, data: object) -> AuthResult:
        right = (data.login, data.password) == (b"office", b"the-secret-word")
        handler.logins.append(f"{mechanism} {data.login.decode()} {right}")
        return AuthResult(success=right)

    return check
