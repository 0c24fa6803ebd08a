"""Send a report's packs to the recipients of data/recipients.csv; shows them as .eml files unless --really is given."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from email.utils import parseaddr
from pathlib import Path
from typing import Any

from briefing.commands.finished import add_report, folder_of, settings_of, stop_if_unchecked
from briefing.distribute import (
    SENT,
    UNDECIDED,
    Delivered,
    Due,
    Ledger,
    Outdated,
    Package,
    Recipient,
    Server,
    checked_address,
    correcting_messages,
    deliver,
    first_messages,
    open_ledger,
    open_package,
    outdated,
    recipients_in_table,
    recipients_in_yaml,
    rendered,
    subject,
)
from briefing.errors import BriefingError
from briefing.files import read_json, read_plain_json, read_rows, write_bytes
from briefing.given import read_bytes, read_given, read_settings
from briefing.model import NATURES, OVERVIEW, Metric, Report
from briefing.nature import nature_of, scales_of
from briefing.pack.names import safe_name
from briefing.run.completeness import overview_pack

USER, PASSWORD = "BRIEFING_SMTP_USER", "BRIEFING_SMTP_PASSWORD"
# Settings of section mail where workflow/config.yaml does not tell.
MAIL: Mapping[str, Any] = {
    "from": "",
    "server": "",
    "port": 0,
    "security": "starttls",
    "size_limit_mb": 20,
    "timeout_seconds": 60,
    "recipients": "data/recipients.csv",
    "ledger": "data/ledger.sqlite",
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which report, what to do, and how to decide what the ledger cannot know."""
    add_report(parser)
    act = parser.add_mutually_exclusive_group()
    act.add_argument("--dry-run", action="store_true", help="write the messages as .eml files (the default)")
    act.add_argument("--really", action="store_true", help="send them through mail.server")
    act.add_argument("--who", action="store_true", help="show who was sent which version, and which are outdated")
    parser.add_argument(
        "--corrections", action="store_true", help="only to those who hold a version that a later one replaced"
    )
    parser.add_argument(
        "--layout-too", action="store_true", help="with --corrections: also where only the layout differs"
    )
    decide = parser.add_mutually_exclusive_group()
    decide.add_argument("--retry-undecided", action="store_true", help="send again what perhaps did not arrive")
    decide.add_argument("--count-as-sent", action="store_true", help="take as sent what perhaps did arrive")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    settings = settings_of(given.config)
    mail = {**MAIL, **settings.get("mail", {})}
    folder = folder_of(Path(settings["output_dir"]), given.report)
    packages, titles = _packages(folder, given.report)
    with open_ledger(Path(mail["ledger"])) as ledger:
        _decide(ledger, given)
        old = _outdated(ledger, given.report, packages)
        if given.who:
            _tell_who(ledger, given.report, old)
            return
        limit = int(mail["size_limit_mb"] * 1024 * 1024)
        entries = ledger.entries(given.report)
        if given.corrections:
            due = correcting_messages(given.report, _worth(old, given.layout_too), packages, entries, limit)
        else:
            recipients = _recipients(Path(mail["recipients"]), Path(settings["reports_dir"]), given.report)
            due = first_messages(given.report, recipients, packages, titles, entries, limit)
            _tell_missing(titles, packages)
        if given.really:
            stop_if_unchecked(folder)
            _send(due, packages, mail, ledger)
        else:
            _show(due, packages, mail, folder, read_json(folder / "report.json", Report))
        _stop_if_undecided(ledger, given.report)


def _packages(folder: Path, report: str) -> tuple[dict[str, Package], dict[str, str]]:
    """The packs that are there, and the titles of all that there should be, by area; that of the whole report comes first."""
    products = read_plain_json(folder / "products.json")
    found = read_rows(folder / "metrics.csv", Metric)
    scales = scales_of(read_json(folder / "report.json", Report), found)
    metrics = {
        one.metric_id: (
            f"{one.indicator}（{one.year}年{NATURES[nature_of(one, scales)] if one.part == 'plan' else ''}）",
            one.text,
        )
        for one in found
    }
    whole = folder / overview_pack(products)
    places = {str(OVERVIEW): (whole, folder / "overview" / "brief.json")}
    for area, product in products.items():
        places[area] = (folder / "packs" / f"{product['pack']}.zip", folder / "briefs" / f"{area}.json")
    packages, titles = {}, {}
    for area, (path, brief) in places.items():
        titles[area] = path.stem
        if path.is_file():
            content = brief.read_bytes() if brief.is_file() else b""
            packages[area] = open_package(read_bytes(path), path.name, report, area, metrics, content)
            titles[area] = packages[area].version.title
    if not packages:
        raise BriefingError(f"{folder / 'packs'}: holds no pack of this report; run the workflow first.")
    return packages, titles


def _recipients(table: Path, reports: Path, report: str) -> tuple[Recipient, ...]:
    """What the report's yaml lists, when it lists any; else the rows of the table."""
    facts = reports / f"{report}.yaml"
    listed = read_settings(facts).get("recipients") if facts.is_file() else None
    if listed is not None:
        return recipients_in_yaml(listed, facts.name)
    if not table.is_file():
        raise BriefingError(f"{table}: is not there; copy data/recipients.example.csv to it, a row for each recipient.")
    found = recipients_in_table(read_given(table), table.name, report)
    if not found:
        raise BriefingError(f"{table}: has no recipient for report {report}; add a row for each.")
    return found


def _send(due: Sequence[Due], packages: Mapping[str, Package], mail: Mapping[str, Any], ledger: Ledger) -> None:
    if not due:
        print("Nothing to send: everybody has the present version.")
        return
    sender = _sender(mail)
    if not sender[1]:
        raise BriefingError(
            "mail.from: names no sender; write “office <office@example.org>” into workflow/config.yaml."
        )
    user, password = os.environ.get(USER, ""), os.environ.get(PASSWORD, "")
    with Server(
        mail["server"], int(mail["port"]), mail["security"], float(mail["timeout_seconds"]), user, password
    ) as server:
        done = deliver(due, packages, sender, ledger, server, _tell_outcome)
    failed = [one for one in done if one.outcome.event != "accepted"]
    print(f"{len(done) - len(failed)} of {len(done)} messages were accepted.")
    if failed:
        raise BriefingError(
            f"{len(failed)} of {len(done)} messages were not accepted; their lines above say why. Mend that and run the same "
            "command again: it sends only what is left."
        )


def _show(
    due: Sequence[Due], packages: Mapping[str, Package], mail: Mapping[str, Any], folder: Path, report: Report
) -> None:
    """Write one .eml a message, dated as the report is: the same messages are the same files."""
    target = folder / "mail"
    for old in target.glob("[0-9][0-9][0-9]_*.eml"):
        old.unlink()
    day = datetime.fromisoformat(report.date or f"{report.plan_year:04}-01-01").replace(tzinfo=UTC)
    for number, one in enumerate(due, 1):
        path = target / f"{number:03}_{safe_name(one.entry.name, 20) or 'recipient'}.eml"
        write_bytes(path, rendered(one, packages, _sender(mail), day, draft=True))
        print(f"{one.entry.name} <{one.entry.address}>  {subject(one, packages)}")
        for file in one.attachments:
            print(f"    {file.name}  {len(file.content)} bytes")
        for area, lines in one.changed.items():
            print(*(f"    {area}: {line}" for line in lines), sep="\n")
        print(f"    {path}")
    print(f"{len(due)} messages; nothing was sent. Look at them, then run the same command with --really.")


def _sender(mail: Mapping[str, Any]) -> tuple[str, str]:
    name, address = parseaddr(mail["from"])
    if any(not one.isprintable() for one in name):
        raise BriefingError("mail.from: holds a line break or an invisible character; write it anew.")
    return (name, checked_address(address, "mail.from")) if mail["from"] else ("", "")


def _outdated(ledger: Ledger, report: str, packages: Mapping[str, Package]) -> tuple[Outdated, ...]:
    held = ledger.held(report)
    versions = {one.pack: version for one in held if (version := ledger.version(one.pack)) is not None}
    return outdated(held, packages, versions)


def _worth(old: Sequence[Outdated], layout_too: bool) -> tuple[Outdated, ...]:
    worth = tuple(one for one in old if one.changed is not None and (one.correction or layout_too))
    for one in old:
        if one.changed is None:
            print(
                f"{one.held.name} <{one.held.address}> holds {one.held.file}, of which there is no pack now; tell them."
            )
    if left := len(old) - len(worth) - sum(one.changed is None for one in old):
        print(f"{left} outdated files differ in layout only and are left; --layout-too sends them.")
    return worth


def _decide(ledger: Ledger, given: argparse.Namespace) -> None:
    if given.retry_undecided or given.count_as_sent:
        event = "decided-sent" if given.count_as_sent else "decided-unsent"
        for one in ledger.entries(given.report):
            if one.event in UNDECIDED:
                ledger.record(one.message, event, "decided by a person")
                print(f"{one.name} <{one.address}> {one.message[:8]}: {event}.")


def _stop_if_undecided(ledger: Ledger, report: str) -> None:
    undecided = [one for one in ledger.entries(report) if one.event in UNDECIDED]
    if undecided:
        shown = "; ".join(f"{one.name} <{one.address}>, {one.at}, message {one.message[:8]}" for one in undecided)
        raise BriefingError(
            f"{len(undecided)} messages were on their way when the connection or this program ended, and may have arrived: "
            f"{shown}. Ask, then run again with --count-as-sent or --retry-undecided."
        )


def _tell_who(ledger: Ledger, report: str, old: Sequence[Outdated]) -> None:
    late = {(one.held.address, one.held.area, one.held.what, one.held.sha256) for one in old}
    held = ledger.held(report)
    latest = {(one.address, one.area, one.what): one.sha256 for one in held}
    for one in held:
        state = "present version"
        if latest[one.address, one.area, one.what] != one.sha256:
            state = "earlier version, since replaced"
        elif (one.address, one.area, one.what, one.sha256) in late:
            state = "OUTDATED"
        print(f"{one.name} <{one.address}>  {one.file}  {one.sha256[:12]}  {one.at}  {state}")
    for entry in ledger.entries(report):
        if entry.event not in SENT:
            print(
                f"{entry.name} <{entry.address}>  message {entry.message[:8]}  {entry.event} {entry.at} {entry.detail}"
            )
    print(f"{len(held)} files were sent, {len(late)} of them are outdated; --corrections sends those anew.")


def _tell_missing(titles: Mapping[str, str], packages: Mapping[str, Package]) -> None:
    for area, title in titles.items():
        if area not in packages:
            what, audit = f"Area {area}", f"audits/{area}.json"
            if area == str(OVERVIEW):
                what, audit = "The overview", "overview/audit.json"
            print(f"{what} ({title}) has no pack and is left out; {audit} tells why.")


def _tell_outcome(one: Delivered) -> None:
    entry = one.due.entry
    part = f" {entry.part}/{entry.parts}" if entry.parts > 1 else ""
    print(f"{entry.name} <{entry.address}>{part}: {one.outcome.event}, {one.outcome.detail}", flush=True)
