"""Put a report's packs and page into a shared folder, WebDAV or S3; earlier versions stay, nothing is removed."""

from __future__ import annotations

import argparse
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from briefing.commands.finished import add_report, folder_of, settings_of, stop_if_unchecked
from briefing.distribute import publish
from briefing.errors import BriefingError
from briefing.files import read_json, read_plain_json
from briefing.given import read_bytes
from briefing.model import Report

USER, PASSWORD = "BRIEFING_WEBDAV_USER", "BRIEFING_WEBDAV_PASSWORD"
# Scheme → what must be installed for it.
EXTRAS = {"webdav": "webdav", "webdavs": "webdav", "http": "webdav", "https": "webdav", "s3": "s3"}
_LINK = re.compile(r'(?:href|src)="([^"#:]+)"')


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which report, and where to."""
    add_report(parser)
    parser.add_argument("target", metavar="DIR-or-URL", help="a folder, https://… (WebDAV) or s3://bucket/prefix")


def run(given: argparse.Namespace) -> None:
    """``given`` as ``add_arguments`` describes it."""
    folder = folder_of(Path(settings_of(given.config)["output_dir"]), given.report)
    stop_if_unchecked(folder)
    files = _files(folder)
    report = read_json(folder / "report.json", Report)
    store, root = _store(given.target)
    try:
        done = publish(store, f"{root.rstrip('/')}/{given.report}", report.title, files)
    except BriefingError:
        raise
    except Exception as error:  # each kind of store raises its own
        raise BriefingError(
            f"{given.target}: cannot be written ({type(error).__name__}: {error}); check the address, the login and the rights, "
            "then run again: nothing that was there is lost."
        ) from error
    state = "is published" if done.new else "was published before, nothing is new"
    print(
        f"{given.report}: version {done.number} {state}, {done.files} files; open {given.target}/{given.report}/index.html"
    )


def _files(folder: Path) -> dict[str, bytes]:
    """The page, all that it links to, and the packs."""
    page = read_bytes(folder / "index.html")
    names = {unquote(link) for link in _LINK.findall(page.decode("utf-8"))}
    names |= {f"packs/{one['pack']}.zip" for one in read_plain_json(folder / "products.json").values()}
    files = {"index.html": page}
    for name in sorted(names):
        path = folder / name
        if folder.resolve() not in path.resolve().parents:
            raise BriefingError(
                f"{folder / 'index.html'}: links to {name}, which is outside the report; run the workflow again."
            )
        if path.is_file():
            files[name] = path.read_bytes()
    if len(files) < 2:
        raise BriefingError(f"{folder}: holds nothing that its page links to; run the workflow again.")
    return files


def _store(target: str) -> tuple[Any, str]:
    """The file system that a target names, and the path in it."""
    import fsspec  # noqa: PLC0415 -- only here

    parts = urlsplit(target)
    if len(parts.scheme) < 2:  # no scheme, or a drive letter
        path = Path(target)
        if not path.is_dir():
            raise BriefingError(f"{target}: is no folder; make it, or mount the share, and run again.")
        return fsspec.filesystem("file"), str(path.resolve())
    if parts.scheme not in EXTRAS:
        raise BriefingError(f"{target}: {parts.scheme}: is not known; give a folder, https:// (WebDAV) or s3://.")
    if parts.password or parts.username:
        raise BriefingError(f"the target holds a login; put it into {USER} and {PASSWORD}, and the address alone here.")
    try:
        if parts.scheme == "s3":
            return fsspec.filesystem("s3"), f"{parts.netloc}{parts.path}"
        scheme = {"webdav": "http", "webdavs": "https"}.get(parts.scheme, parts.scheme)
        login = (os.environ.get(USER, ""), os.environ.get(PASSWORD, ""))
        return fsspec.filesystem(
            "webdav", base_url=f"{scheme}://{parts.netloc}", auth=login if login[0] else None
        ), parts.path.strip("/")
    except ImportError as error:
        raise BriefingError(
            f"{target}: {parts.scheme} needs a package that is not installed ({error}); run .venv/bin/pip install '.[{EXTRAS[parts.scheme]}]'."
        ) from error
