"""``briefing <command> …``: reads files, calls one stage, writes files. ``briefing --help`` lists the commands."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Sequence
from typing import Protocol, cast

from briefing.errors import BriefingError
from briefing.limits import limited

# Command → what it does; a command is the module of that name in briefing/commands, imported only when it is asked for.
COMMANDS = {
    "parse": "read a report file; write its cleaned text, its structure and its areas",
    "extract": "find every metric in the text, with its exact place",
    "review": "apply what people corrected; pair targets with last year's results; set results beside the plan areas",
    "completion": "set last year's targets against the results that this year's report tells",
    "charts": "choose which metrics make which chart; list what will be made",
    "draw": "draw one chart as PNG",
    "brief": "compose the story of one area as plain data",
    "overview": "compose the story of the whole report as plain data",
    "summary": "fill the Word template for one area",
    "deck": "fill the PowerPoint template for one area",
    "pdf": "print both documents of an area to PDF, with LibreOffice",
    "audit": "reopen both documents of an area and check them against Brief and source",
    "pack": "zip what belongs to one area",
    "workbook": "write metrics.xlsx for the report",
    "thumbnails": "make small pictures of slides or pages for the report's page",
    "page": "write index.html for the report",
    "crosscheck": "reopen workbook, page and packs of a report: the same metric must be the same in all of them",
    "templates": "check templates, list their fields, preview them, tell two versions apart",
    "verify": "say of files that came back: ours, from which source, what was changed since; compare another machine's packs",
    "send": "send a report's packs to its recipients; a dry run unless --really is given",
    "publish": "put the packs and the page into a shared folder, WebDAV or S3",
}
# Given by people, never by a run.
BY_HAND = ("verify", "send", "publish")


class Command(Protocol):
    """What each module in ``briefing/commands`` offers."""

    __doc__: str | None

    def add_arguments(self, parser: argparse.ArgumentParser) -> None: ...

    def run(self, given: argparse.Namespace) -> None: ...


def main(arguments: Sequence[str]) -> int:
    """Run one command; gives the exit status: 0, 1 for a fault in what we were given, 2 for a wrong command line."""
    if not arguments or arguments[0] in ("-h", "--help"):
        width = max(map(len, COMMANDS))
        lines = [f"  {name:<{width}}  {what}" for name, what in COMMANDS.items()]
        print("usage: briefing <command> …   (briefing <command> --help tells its options)\n", *lines, sep="\n")
        return 0
    name, *rest = arguments
    if name not in COMMANDS:
        print(f"error: there is no command {name!r}; the commands are {', '.join(COMMANDS)}.", file=sys.stderr)
        return 2
    command = cast(Command, importlib.import_module(f"briefing.commands.{name}"))
    parser = argparse.ArgumentParser(prog=f"briefing {name}", description=command.__doc__, allow_abbrev=False)
    command.add_arguments(parser)
    given = parser.parse_args(rest)
    try:
        with limited():
            command.run(given)
    except BriefingError as error:
        print(f"error: {error}", file=sys.stderr)
        return 1
    except OSError as error:
        what = f"{error.filename}: {error.strerror}" if error.filename else str(error)
        print(f"error: {what}; check the folder, its rights and the room on the disk, then run again.", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
