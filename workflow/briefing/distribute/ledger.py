"""The ledger: who was sent which version when. SQLite, only ever added to; one sender at a time.

A message passes through ``prepared`` → ``handed`` → ``accepted``. ``handed`` is written to disk before the last bytes leave,
the outcome after the server answered: what is ``handed`` without an outcome was on its way when we were stopped, and only a
person (or the recipient) can know whether it arrived. Everything else is certain.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from briefing.distribute.packages import Attachment, Version
from briefing.errors import BriefingError

SENT = ("accepted", "decided-sent")
UNDECIDED = ("handed", "lost")
# Any other last event leaves a message open: prepared, refused, deferred, broken, decided-unsent.
_TABLES = """
create table if not exists messages (
    id text primary key, report text not null, address text not null, name text not null, reason text not null,
    part integer not null, parts integer not null, batch text not null) strict;
create table if not exists items (
    message text not null references messages, area text not null, what text not null, file text not null,
    sha256 text not null, pack text not null, primary key (message, area, what)) strict;
create table if not exists versions (
    pack text primary key, report text not null, area text not null, title text not null, content text not null,
    keypoints text not null, figures text not null) strict;
create table if not exists events (
    number integer primary key autoincrement, message text not null references messages, event text not null,
    at text not null, detail text not null) strict;
"""
_GUARD = """
create trigger if not exists {table}_{action} before {action} on {table}
begin select raise(abort, 'the ledger is only added to'); end;
"""


@dataclass(frozen=True)
class Entry:
    """A message of the ledger with its last event; ``items`` are (area, what, sha256)."""

    message: str
    report: str
    address: str
    name: str
    reason: str
    part: int
    parts: int
    batch: str
    items: tuple[tuple[str, str, str], ...]
    event: str
    at: str
    detail: str


@dataclass(frozen=True)
class Held:
    """A version that somebody was sent; ``pack`` is the checksum of the pack that it belongs to."""

    address: str
    name: str
    area: str
    what: str
    file: str
    sha256: str
    pack: str
    at: str


@contextmanager
def open_ledger(path: Path) -> Iterator[Ledger]:
    """The ledger at ``path``, made when it is not there, locked for us until the end of the block.

    BriefingError when another ``briefing send`` holds it, or it is no ledger.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as connection:
            connection.execute("pragma locking_mode = exclusive")
            connection.execute("pragma synchronous = full")
            connection.execute("begin exclusive")
            for statement in _TABLES.split(";"):
                connection.execute(statement)
            for table in ("messages", "items", "versions", "events"):
                for action in ("update", "delete"):
                    connection.execute(_GUARD.format(table=table, action=action))
            connection.execute("commit")
            path.chmod(0o600)  # it names people
            yield Ledger(connection)
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise BriefingError(f"{path}: another briefing send is at work; wait for it to end.") from error
        raise BriefingError(
            f"{path}: the ledger cannot be written ({error}); check the disk and the folder."
        ) from error
    except sqlite3.DatabaseError as error:
        raise BriefingError(f"{path}: is no ledger ({error}); take it away or name another in the settings.") from error


class Ledger:
    """An open ledger; every call is on disk when it returns."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._at = connection

    def prepare(
        self, batch: Sequence[Entry], attachments: Iterable[Attachment], versions: Mapping[str, Version]
    ) -> None:
        """Write down all messages of one recipient before the first is sent. What stands there already stays as it is."""
        files = {one.key: one.name for one in attachments}
        with self._transaction():
            for version in versions.values():
                figures = json.dumps(dict(version.figures), ensure_ascii=False)
                self._at.execute(
                    "insert or ignore into versions values (?, ?, ?, ?, ?, ?, ?)",
                    (
                        version.sha256,
                        batch[0].report,
                        version.area,
                        version.title,
                        version.content,
                        version.keypoints,
                        figures,
                    ),
                )
            for one in batch:
                known = self._at.execute("select 1 from messages where id = ?", (one.message,)).fetchone()
                if known:
                    continue
                self._at.execute(
                    "insert into messages values (?, ?, ?, ?, ?, ?, ?, ?)",
                    (one.message, one.report, one.address, one.name, one.reason, one.part, one.parts, one.batch),
                )
                for area, what, sha256 in one.items:
                    file = files[(area, what, sha256)]
                    self._at.execute(
                        "insert into items values (?, ?, ?, ?, ?, ?)",
                        (one.message, area, what, file, sha256, versions[area].sha256),
                    )
                self._event(one.message, "prepared", "")

    def hand_over(self, message: str) -> None:
        """Write down that a message is about to leave; refuses when the same person was sent one of its versions before."""
        with self._transaction():
            twice = self._at.execute(
                f"""select theirs.sha256 from items mine join messages me on me.id = mine.message
                join messages other on other.address = me.address and other.report = me.report
                join items theirs on theirs.message = other.id and theirs.area = mine.area and theirs.what = mine.what
                    and theirs.sha256 = mine.sha256
                join events last on last.message = other.id
                    and last.number = (select max(number) from events where message = other.id)
                where mine.message = ? and last.event in {SENT + UNDECIDED}""",  # noqa: S608 -- names of our own
                (message,),
            ).fetchone()
            if twice:
                raise BriefingError(
                    f"message {message}: version {twice[0][:12]} was sent to this person before; run again."
                )
            self._event(message, "handed", "")

    def record(self, message: str, event: str, detail: str) -> None:
        """Write down how it went."""
        with self._transaction():
            self._event(message, event, detail)

    def entries(self, report: str) -> tuple[Entry, ...]:
        """All messages of a report in the order in which they were written down, with their last event."""
        rows = self._at.execute(
            """select m.id, m.report, m.address, m.name, m.reason, m.part, m.parts, m.batch, e.event, e.at, e.detail
            from messages m join events e on e.message = m.id
                and e.number = (select max(number) from events where message = m.id)
            where m.report = ? order by m.rowid""",
            (report,),
        ).fetchall()
        items: dict[str, list[tuple[str, str, str]]] = {}
        for message, *item in self._at.execute("select message, area, what, sha256 from items order by rowid"):
            items.setdefault(message, []).append((item[0], item[1], item[2]))
        return tuple(
            Entry(id_, owner, address, name, reason, part, parts, batch, tuple(items.get(id_, ())), event, at, detail)
            for id_, owner, address, name, reason, part, parts, batch, event, at, detail in rows
        )

    def held(self, report: str) -> tuple[Held, ...]:
        """Every version that somebody was sent, oldest first; when is the moment at which the server took it."""
        rows = self._at.execute(
            f"""select m.address, m.name, i.area, i.what, i.file, i.sha256, i.pack, e.at
            from messages m join items i on i.message = m.id join events e on e.message = m.id
                and e.number = (select max(number) from events where message = m.id)
            where m.report = ? and e.event in {SENT} order by e.number, i.rowid""",  # noqa: S608 -- names of our own
            (report,),
        )
        return tuple(Held(*row) for row in rows)

    def version(self, pack: str) -> Version | None:
        """What a version said, by its pack's checksum."""
        row = self._at.execute(
            "select area, title, pack, content, keypoints, figures from versions where pack = ?", (pack,)
        ).fetchone()
        return Version(row[0], row[1], row[2], row[3], row[4], json.loads(row[5])) if row else None

    def _event(self, message: str, event: str, detail: str) -> None:
        at = datetime.now(UTC).isoformat(timespec="seconds")
        self._at.execute(
            "insert into events (message, event, at, detail) values (?, ?, ?, ?)", (message, event, at, detail[:500])
        )

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._at.execute("begin immediate")
        try:
            yield
        except BaseException:
            self._at.execute("rollback")
            raise
        self._at.execute("commit")
