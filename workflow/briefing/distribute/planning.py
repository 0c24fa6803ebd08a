"""Which messages are due: what each recipient should have, without what they were sent, split where a message grows too large."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from briefing.distribute.changes import changes, is_correction
from briefing.distribute.ledger import SENT, UNDECIDED, Entry, Held
from briefing.distribute.packages import Attachment, Package, Version
from briefing.distribute.recipients import Recipient, areas_of
from briefing.errors import BriefingError

FIRST, CORRECTION = "first", "correction"
_HEAD = 32 * 1024  # room for headers and body of one message
_DOCUMENTS = ("summary", "deck")


@dataclass(frozen=True)
class Due:
    """One message to be sent: its entry for the ledger, what is attached, and of each area what changed."""

    entry: Entry
    attachments: tuple[Attachment, ...]
    changed: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Outdated:
    """Somebody holds ``held`` though there is a later version; ``changed`` tells the difference, None when the area has no pack
    now. ``correction`` is false when only the layout differs."""

    held: Held
    changed: tuple[str, ...] | None
    correction: bool


def travelling_size(attachment: Attachment) -> int:
    """Bytes that an attachment takes in a message: base64 in lines of 76 characters, and its headers."""
    return len(attachment.content) * 78 // 57 + 1024


def first_messages(
    report: str,
    recipients: Sequence[Recipient],
    packages: Mapping[str, Package],
    titles: Mapping[str, str],
    entries: Sequence[Entry],
    limit: int,
) -> tuple[Due, ...]:
    """Messages by recipient in the order of the list. ``titles``: all areas of the report, also those that have no pack;
    ``entries``: the ledger; ``limit``: bytes of one message as it travels."""
    wanted: dict[str, tuple[str, dict[tuple[str, str, str], Attachment]]] = {}
    for one in recipients:
        _, mine = wanted.setdefault(one.address.lower(), (one.name, {}))
        for area in areas_of(one, titles):
            if area in packages:
                mine.update(
                    {file.key: file for file in _fitting(packages[area].wanted(one.gets), packages[area], limit)}
                )
    due: list[Due] = []
    for address, (name, files) in wanted.items():
        due += _messages(report, address, name, FIRST, files, entries, limit, {})
    return tuple(due)


def correcting_messages(
    report: str, outdated: Sequence[Outdated], packages: Mapping[str, Package], entries: Sequence[Entry], limit: int
) -> tuple[Due, ...]:
    """One message or more to each who holds an outdated version, with what changed."""
    due: list[Due] = []
    for address in dict.fromkeys(one.held.address for one in outdated):
        mine = [one for one in outdated if one.held.address == address and one.changed is not None]
        files: dict[tuple[str, str, str], Attachment] = {}
        for one in mine:
            package = packages[one.held.area]
            files.update({f.key: f for f in _fitting((package.attachments[one.held.what],), package, limit)})
        changed = {one.held.area: one.changed for one in mine if one.changed is not None}
        due += _messages(
            report, address, mine[-1].held.name if mine else "", CORRECTION, files, entries, limit, changed
        )
    return tuple(due)


def outdated(
    held: Sequence[Held], packages: Mapping[str, Package], versions: Mapping[str, Version]
) -> tuple[Outdated, ...]:
    """Who has a version that a later one replaced. ``held``: oldest first; ``versions``: by checksum of the pack."""
    latest = {(one.address, one.area, one.what): one for one in held}
    found = []
    for one in latest.values():
        package = packages.get(one.area)
        if package is None:
            found.append(Outdated(one, None, True))
            continue
        now = package.attachments.get(one.what)
        if now is None or now.sha256 == one.sha256:
            continue
        before = versions[one.pack]
        found.append(Outdated(one, changes(before, package.version), is_correction(before, package.version)))
    return tuple(found)


def _fitting(files: Sequence[Attachment], package: Package, limit: int) -> tuple[Attachment, ...]:
    """The files themselves, or in place of a pack that no message can carry its two documents."""
    fitting: list[Attachment] = []
    for one in files:
        if one.what == "zip" and travelling_size(one) + _HEAD > limit:
            fitting += [package.attachments[what] for what in _DOCUMENTS]
        else:
            fitting.append(one)
    for one in fitting:
        if travelling_size(one) + _HEAD > limit:
            raise BriefingError(
                f"{one.name}: {len(one.content)} bytes do not fit into one message (mail.size_limit_mb allows {limit}); "
                "raise the limit if the server takes more, or hand it out with briefing publish."
            )
    return tuple(fitting)


def _messages(
    report: str,
    address: str,
    name: str,
    reason: str,
    files: Mapping[tuple[str, str, str], Attachment],
    entries: Sequence[Entry],
    limit: int,
    changed: Mapping[str, tuple[str, ...]],
) -> list[Due]:
    """Messages begun before and not finished go on as they were numbered; what was never written down makes new ones."""
    mine = [one for one in entries if one.address == address]
    done = {item for one in mine if one.event in SENT + UNDECIDED for item in one.items}
    left = {key: file for key, file in files.items() if key not in done}
    due: list[Due] = []
    for one in reversed(mine):
        if one.event in SENT + UNDECIDED or one.reason != reason or not all(item in left for item in one.items):
            continue
        due.insert(0, _due(one, [left.pop(item) for item in one.items], changed))
    groups = _groups(list(left.values()), limit)
    batch = _digest(report, address, reason, *(key for file in left.values() for key in file.key))
    for number, group in enumerate(groups, 1):
        message = _digest(batch, str(number), *(key for file in group for key in file.key))
        items = tuple(file.key for file in group)
        entry = Entry(message, report, address, name, reason, number, len(groups), batch, items, "", "", "")
        due.append(_due(entry, group, changed))
    return due


def _due(entry: Entry, files: Sequence[Attachment], changed: Mapping[str, tuple[str, ...]]) -> Due:
    areas = dict.fromkeys(file.area for file in files)
    return Due(entry, tuple(files), {area: changed[area] for area in areas if area in changed})


def _groups(files: Sequence[Attachment], limit: int) -> list[list[Attachment]]:
    """As few messages as the order of the files allows."""
    groups: list[list[Attachment]] = []
    room = 0
    for one in files:
        size = travelling_size(one)
        if not groups or size > room:
            groups.append([])
            room = limit - _HEAD
        groups[-1].append(one)
        room -= size
    return groups


def _digest(*words: str) -> str:
    return hashlib.sha256("\0".join(words).encode("utf-8")).hexdigest()[:32]
