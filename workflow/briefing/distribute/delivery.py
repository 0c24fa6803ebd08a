"""Sending what is due, one recipient at a time, with every step in the ledger."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from itertools import groupby

from briefing.distribute.ledger import Ledger
from briefing.distribute.mime import message_bytes
from briefing.distribute.packages import Package
from briefing.distribute.planning import Due
from briefing.distribute.server import Outcome, Server
from briefing.distribute.wording import body, subject


@dataclass(frozen=True)
class Delivered:
    """A message and how it went."""

    due: Due
    outcome: Outcome


def rendered(due: Due, packages: Mapping[str, Package], sender: tuple[str, str], date: datetime, draft: bool) -> bytes:
    """The message as bytes. ``sender``: name and address."""
    return message_bytes(
        due.entry.message,
        sender,
        (due.entry.name, due.entry.address),
        subject(due, packages),
        body(due, packages),
        due.attachments,
        date,
        draft,
    )


def deliver(
    due: Sequence[Due],
    packages: Mapping[str, Package],
    sender: tuple[str, str],
    ledger: Ledger,
    server: Server,
    tell: Callable[[Delivered], None],
) -> tuple[Delivered, ...]:
    """Send all of ``due``; what a recipient's server turned down does not stop the others. ``tell`` hears of each at once.

    Interrupted anywhere, the same call with the same ledger goes on where it was.
    """
    versions = {area: package.version for area, package in packages.items()}
    done = []
    for _, messages in groupby(due, key=lambda one: one.entry.address):
        mine = list(messages)
        ledger.prepare([one.entry for one in mine], [file for one in mine for file in one.attachments], versions)
        for one in mine:
            content = rendered(one, packages, sender, datetime.now(UTC), draft=False)
            message = one.entry.message
            outcome = server.deliver(sender[1], one.entry.address, content, partial(ledger.hand_over, message))
            ledger.record(message, outcome.event, outcome.detail)
            done.append(Delivered(one, outcome))
            tell(done[-1])
    return tuple(done)
